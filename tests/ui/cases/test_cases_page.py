"""Berkas in its window: list and file never show two people; keys go where hands expect them; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.services import acts, cases
from desk.ui.cases.act_bar import ActBar
from desk.ui.cases.form_blanks import LineEntry, TicksEntry
from desk.ui.cases.form_seeking import DesksEntry, SeekEntry
from desk.ui.cases.forms.form import Option
from desk.ui.cases.page import CasesPage
from desk.ui.kit import theme
from desk.ui.kit.tick import TickRow
from desk.ui.loket.counterdesk import Counterdesk
from desk.ui.loket.page import LoketPage
from desk.ui.session import Session
from tests.ui.cases.hands import Hands, at_berkas
from tests.ui.cases.office import STANDINGS
from tests.ui.conftest import OpenSession
from tests.ui.house import fill
from tests.ui.walk import clipped, nameless


@pytest.fixture
def hands(tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    with at_berkas(tmp_path, qtbot) as made:
        yield made


def berkas(session: Session, qtbot: QtBot) -> CasesPage:
    session.frame.go("cases")
    page = session.frame.here()
    assert isinstance(page, CasesPage)
    settle(session, qtbot)
    return page


def settle(session: Session, qtbot: QtBot) -> None:
    qtbot.wait(200)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()


def names(page: CasesPage) -> list[str]:
    model = page.list.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def seek(session: Session, qtbot: QtBot, page: CasesPage, text: str) -> None:
    page.list.search.setFocus()
    page.list.search.editor.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(page.list.search.editor, text)
    settle(session, qtbot)


def test_list_and_file_show_the_same_person_after_every_search(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = berkas(session, qtbot)
    everybody = names(page)
    for name in list(dict.fromkeys(everybody))[:6]:
        seek(session, qtbot, page, name)
        current = page.list.table.current()
        if page.beside.showing() == "content":
            assert current is not None
            assert page.sheet._name.text() == current.name
            assert page.list.table.selectionModel().isRowSelected(page.list.table.currentIndex().row())
        else:
            assert current is None
    seek(session, qtbot, page, "tidak ada orang ini")
    assert page.beside.showing() != "content"


def test_enter_and_down_go_from_the_search_to_the_list(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = berkas(session, qtbot)
    sought = names(page)[3]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        page.list.search.setFocus()
        page.list.search.editor.selectAll()  # type: ignore[attr-defined]
        QTest.keyClicks(page.list.search.editor, sought)
        QTest.keyClick(page.list.search.editor, key)
        settle(session, qtbot)
        assert page.list.table.hasFocus()
        assert page.sheet._name.text() == page.list.table.current().name == sought


def test_a_step_is_taken_back_with_ctrl_z_and_no_stray_space_ends_the_next(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    """Through the whole window: the worker's thread, the frame's bottom line."""
    session = open_session(full=False)
    assert session.workplace is not None
    counter = session.workplace.counter
    case_id = STANDINGS["whole"](counter)
    page = berkas(session, qtbot)
    before = cases.load(counter, case_id).movement.station
    button = page.sheet.standing.first()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(session, qtbot)
    assert cases.load(counter, case_id).movement.station != before
    assert page.list.table.hasFocus()
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(session, qtbot)
    assert cases.load(counter, case_id).movement.station == before


def test_the_way_on_from_a_returned_file_is_always_in_sight(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session(size=(1093, 614))
    page = berkas(session, qtbot)
    page.list.filters.state_pressed.emit("returned")
    settle(session, qtbot)
    page.list.table.setCurrentIndex(page.list.table.model().index(0, 0))
    settle(session, qtbot)
    button = page.sheet.standing.first()
    assert button.isVisible()
    assert button.visibleRegion().boundingRect().size() == button.size()


def loket_desk(session: Session) -> Counterdesk:
    page = session.frame.here()
    assert isinstance(page, LoketPage)
    assert page.desk is not None
    return page.desk


def test_ctrl_n_begins_a_registration_from_here_and_once_more_at_loket(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    berkas(session, qtbot)
    for _ in range(3):
        QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait(500)
        settle(session, qtbot)
        desk = loket_desk(session)
        assert desk.front.form.empty
        desk.front.write("applicant.name", "Dewi")
    assert len(loket_desk(session).forms) == 3


def test_a_correction_says_what_is_wrong_beside_and_keeps_what_was_typed(hands: Hands) -> None:
    hands.look_at(STANDINGS["whole"](hands.counter))
    hands.page.sheet.form_requested.emit("correct")
    hands.fill(applicant__name="Dewi Lestari Ningsih", applicant__birth_date="31-31-1980").press("F9")
    form = hands.page.sheet.form
    assert form.isVisible()
    born = hands.entry("applicant.birth_date")
    assert isinstance(born, LineEntry)
    assert born.field.below()
    assert hands.entry("applicant.name").text() == "Dewi Lestari Ningsih"
    hands.fill(applicant__birth_date="", applicant__nik="12").rest().press("F9")
    nik = hands.entry("applicant.nik")
    assert isinstance(nik, LineEntry)
    assert nik.field.below()
    hands.fill(applicant__nik=hands.case().applicant.nik, applicant__address__village="Kersikan").rest().press("F9")
    assert not form.isVisible()
    assert hands.page.sheet._name.text() == "Dewi Lestari Ningsih"
    assert hands.case().applicant.address.village == "Kersikan"


def test_what_somebody_else_changed_meanwhile_is_said_and_shown_and_the_words_stay(hands: Hands) -> None:
    case_id = STANDINGS["whole"](hands.counter)
    hands.look_at(case_id)
    hands.page.sheet.form_requested.emit("reject")
    hands.fill(note="Bukan penduduk")
    acts.act(hands.counter, case_id, "advance")
    hands.press("F9")
    assert hands.last() == "step_done"
    assert "sudah berubah sejak dibuka" in hands.page.sheet.form._trouble.words()
    assert hands.entry("note").text() == "Bukan penduduk"
    hands.rest().press("F9")
    assert hands.last() == "case_rejected"


def test_what_is_half_typed_survives_another_file_and_a_restart(tmp_path: Path, qtbot: QtBot) -> None:
    with at_berkas(tmp_path, qtbot) as hands:
        first, second = STANDINGS["whole"](hands.counter), STANDINGS["visit"](hands.counter)
        hands.look_at(first)
        hands.page.sheet.form_requested.emit("dispose")
        hands.fill(instruction="Teliti dahulu", to="Sekretaris")
        hands.look_at(second)
        assert not hands.page.sheet.form.isVisible()
    with at_berkas(tmp_path, qtbot) as hands:
        hands.look_at(first)
        drafts = [thing.text() for thing in hands.page.sheet.standing._drafts.things() if hasattr(thing, "text")]
        assert drafts == ["Belum disimpan:", "Catat disposisi"]
        hands.page.sheet.standing._drafts.things()[1].click()  # type: ignore[attr-defined]
        assert hands.entry("instruction").text() == "Teliti dahulu"
        assert hands.entry("to").text() == "Sekretaris"


def test_escape_puts_a_form_away_and_the_keys_go_back_to_the_list(hands: Hands) -> None:
    hands.look_at(STANDINGS["whole"](hands.counter)).press("Ctrl+M")
    assert hands.page.sheet.form.isAncestorOf(hands.focus())
    hands.write("menelepon").press("Esc")
    assert not hands.page.sheet.form.isVisible()
    assert hands.focus() is hands.page.list.table


def test_enter_goes_from_blank_to_blank_and_from_the_last_it_writes(hands: Hands) -> None:
    hands.look_at(STANDINGS["ended"](hands.counter))
    hands.page.sheet.form_requested.emit("number")
    hands.write("400.9/1").press("Enter").write("20/11").press("Enter")
    assert hands.last() == "letter_numbered"


def test_the_offered_recipient_is_taken_over_with_one_key_only(hands: Hands) -> None:
    hands.look_at(STANDINGS["deliver"](hands.counter)).press("F4")
    assert hands.entry("recipient").text() == ""
    hands.press("Ctrl+Enter")
    assert hands.entry("recipient").text() == "Dewi Lestari"


def test_arrows_go_along_things_to_tick_and_space_ticks(hands: Hands) -> None:
    hands.look_at(STANDINGS["dispose"](hands.counter)).press("F4")
    ticks = hands.entry("phrases")
    assert isinstance(ticks, TicksEntry)
    ticks.setFocus()
    hands.press("Space", "Right", "Space", "Down", "Up", "Left")
    assert len(ticks.text().splitlines()) == 2
    assert ticks._rows[0].hasFocus()
    hands.press("Tab")
    assert not any(tick.hasFocus() for tick in ticks._rows)


def test_desks_are_typed_picked_and_taken_out_again(hands: Hands) -> None:
    hands.look_at(STANDINGS["dispose"](hands.counter)).press("F4")
    desks = hands.entry("to")
    assert isinstance(desks, DesksEntry)
    assert desks.isAncestorOf(hands.focus())
    hands.write("sekretaris").press("Enter").write("bidang").press("Enter")
    assert "beberapa" in desks.field.below()
    desks.field.set_text("")
    hands.write("kabid rehsos").press("Enter")
    assert desks.text().splitlines() == ["Sekretaris", "kabid rehsos"]
    hands.press("Backspace")
    assert desks.text() == "Sekretaris"
    desks._chips.things()[0].click()  # type: ignore[attr-defined]
    assert desks.text() == ""


def test_nothing_is_chosen_by_itself_of_what_was_looked_up(hands: Hands) -> None:
    hands.look_at(STANDINGS["whole"](hands.counter))
    hands.page.sheet.form_requested.emit("merge")
    into = hands.entry("into")
    assert isinstance(into, SeekEntry)
    into.show_found((Option("a", "A"), Option("b", "B", "detail")))
    hands.write("x").press("Enter")
    assert into.text() == "x"
    assert hands.focus() is into._buttons[0]
    hands.press("Space")
    assert into.text() == "a\tA"
    into.show_found(())
    into.set_text("zzz")
    into.show_found(())
    assert into.field.below() == "Tidak ada yang cocok."


def test_the_menu_opens_by_key_and_a_letter_picks(hands: Hands) -> None:
    hands.look_at(STANDINGS["whole"](hands.counter)).press("Ctrl+O")
    bar = hands.page.sheet.bar
    assert isinstance(bar, ActBar)
    assert bar.menu.isVisible()
    words = next(one.text() for one in bar.menu.actions() if "untuk" not in one.text() and "olak" in one.text())
    hands.press(words[words.index("&") + 1].upper())
    assert hands.page.sheet.form.form.action == "reject"


def test_a_route_is_walked_with_arrows_and_told_in_words(hands: Hands) -> None:
    hands.look_at(STANDINGS["visit"](hands.counter))
    picture = hands.page.sheet.route.picture
    spots = picture.spots()
    here = next(n for n, spot in enumerate(spots) if spot.stop.here)
    station = picture._stations[here]
    station.setFocus()
    assert hands.page.sheet.route._said.text() == spots[here].stop.said == station.accessibleName() == station.toolTip()
    hands.press("Left")
    assert picture.said() == spots[here - 1].stop.said
    hands.press("Home")
    assert picture._stations[0].hasFocus()
    hands.press("Down")
    assert picture.spots()[picture._current].y > spots[0].y
    hands.press("Up", "End")
    assert picture._stations[-1].hasFocus()
    policies = [one.focusPolicy() for one in picture._stations]
    assert policies.count(Qt.FocusPolicy.StrongFocus) == 1


def test_the_picture_fits_a_narrow_panel_and_a_wide_one(hands: Hands) -> None:
    hands.look_at(STANDINGS["dispose"](hands.counter))
    picture = hands.page.sheet.route.picture
    for width in (300, 620, 1100):
        picture.resize(width, picture.heightForWidth(width))
        assert all(spot.left + spot.width <= width and spot.bottom <= picture.height() for spot in picture.spots())
        assert not picture.grab().isNull()


def test_the_history_is_looked_at_in_parts_and_stays_so(hands: Hands) -> None:
    hands.look_at(STANDINGS["two"](hands.counter))
    history = hands.page.sheet.section("Riwayat")
    assert history is not None
    history.show_chapter("sent")
    assert [row.isVisibleTo(history) for key, row in history._rows] == [key == "sent" for key, _ in history._rows]
    hands.page.refresh_requested.emit()
    again = hands.page.sheet.section("Riwayat")
    assert again is not None
    assert again.chapter == "sent"


def test_a_long_history_is_shown_from_its_end_and_whole_when_asked(hands: Hands) -> None:
    case_id = STANDINGS["whole"](hands.counter)
    for number in range(50):
        acts.act(hands.counter, case_id, "note", note=f"catatan {number}")
    hands.look_at(case_id)
    history = hands.page.sheet.section("Riwayat")
    assert history is not None
    assert len(history._rows) == 30
    assert history._more is not None
    assert history._more.text() == f"Tampilkan {len(hands.case().history) - 30} lagi"
    history._more.click()
    assert len(history._rows) == len(hands.case().history)
    assert not history._more.isVisible()


def test_the_list_is_narrowed_by_desk_and_what_stands_out_and_a_chip_takes_it_off(hands: Hands) -> None:
    paused, _two = STANDINGS["paused"](hands.counter), STANDINGS["two"](hands.counter)
    hands.page.refresh_requested.emit()
    filters = hands.page.list.filters
    model = hands.page.list.table.model()
    filters.mark_pressed.emit("paused")
    assert model.rowCount() == 1
    assert hands.page.list.table.current().id == paused
    filters._made[0].click()
    assert model.rowCount() == 2
    filters.holder_chosen.emit("Sekretaris")
    assert model.rowCount() == 1
    assert filters._made[0].text() == "Di meja Sekretaris"
    filters.service_chosen.emit("pasuruan/02")
    assert hands.page.list.stage.showing() != "content"
    assert len(filters._made) == 2
    hands.page.list.stage.acted.emit()
    assert model.rowCount() == 2
    assert filters._made == []


@pytest.mark.parametrize("row", [0, -1])
def test_where_a_form_goes_away_the_head_of_the_file_is_in_sight_again(tmp_path: Path, qtbot: QtBot, row: int) -> None:
    """Wherever the keys were in it: Qt hands them on when the form hides, and scrolls there."""
    with at_berkas(tmp_path, qtbot, height=480) as hands:
        hands.look_at(STANDINGS["dispose"](hands.counter)).press("F10")
        sheet = hands.page.sheet
        sheet.form.findChildren(TickRow)[row].setFocus()
        hands.press("Esc")
        assert not sheet.form.isVisible()
        assert hands.page.list.table.hasFocus()
        assert sheet._scroll.verticalScrollBar().value() == 0


def test_every_filter_stands_in_the_menu(hands: Hands) -> None:
    STANDINGS["two"](hands.counter)
    hands.page.refresh_requested.emit()
    entries = [one.text() for one in hands.page.list.filters.menu.actions()]
    assert entries == ["Jam berhenti", "Belum dicatat", "Siap, belum diambil", "", "Pemegang", "Layanan"]
    holders = next(one.menu() for one in hands.page.list.filters.menu.actions() if one.text() == "Pemegang")
    assert "Sekretaris (1)" in [one.text() for one in holders.actions()]  # type: ignore[attr-defined]


@pytest.mark.parametrize("standing", ["two", "ended", "sent_back", "paused", "branching"])
@pytest.mark.parametrize("width", [900, 1230])
def test_everything_is_named_and_nothing_is_cut(tmp_path: Path, qtbot: QtBot, standing: str, width: int) -> None:
    with at_berkas(tmp_path, qtbot, width=width) as hands:
        hands.look_at(STANDINGS[standing](hands.counter))
        sheet = hands.page.sheet
        for offer in acts.possible(hands.counter, hands.case()):
            if offer.action in ("resume", "take_back", "resubmit"):
                continue
            sheet.form_requested.emit(offer.action)
            QApplication.processEvents()
            assert nameless(hands.page) == [], offer.action
            assert clipped(sheet) == [], offer.action
            if sheet.form.isVisible():
                hands.press("Esc")


def test_the_sheet_is_painted_in_every_theme(hands: Hands, qapp: QApplication) -> None:
    hands.look_at(STANDINGS["branching"](hands.counter))
    try:
        for name in ("dark", "contrast", "light"):
            theme.wear(qapp, name)
            QApplication.processEvents()
            assert not hands.page.grab().isNull()
    finally:
        theme.wear(qapp, "light")


def test_a_full_house_is_looked_through_without_a_fault(hands: Hands) -> None:
    fill(hands.counter, 17)
    hands.page.refresh_requested.emit()
    model = hands.page.list.table.model()
    for row in range(model.rowCount()):
        hands.page.list.table.setCurrentIndex(model.index(row, 0))
        QApplication.processEvents()
        assert hands.page.beside.showing() == "content"
