"""The page itself: what is masked, what is said where, what a hand in a hurry may press."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.identity import mask
from desk.ui.frame.help import HelpSheet
from desk.ui.kit.text import Text
from desk.ui.loket.checklist_view import ROW_ROLE
from desk.ui.loket.entries import IdentityLine
from desk.ui.loket.page import LoketPage
from tests.ui.house import LONG_NAME
from tests.ui.loket.samples import ADOPTION, SITI, FakeCounter, Known, a_person
from tests.ui.loket.typist import Typist, sit_down

SOURCES = sorted((Path(__file__).parents[3] / "desk" / "ui" / "loket").glob("*.py"))


@pytest.fixture
def page(qtbot: QtBot) -> LoketPage:
    made = LoketPage()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def hands(page: LoketPage) -> Typist:
    return sit_down(page, FakeCounter())


def nik_line(page: LoketPage) -> IdentityLine:
    line = page.person.fields["applicant.nik"].editor
    assert isinstance(line, IdentityLine)
    return line


def test_the_number_is_masked_when_the_field_is_left_and_shown_when_asked_for(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab").write(SITI)
    line = nik_line(hands.page)
    assert line.text() == SITI
    hands.press("Enter")
    assert line.text() == mask(SITI)
    hands.press("F7")
    assert line.text() == SITI
    hands.press("F7")
    assert line.text() == mask(SITI)
    assert hands.desk.front.form.text("applicant.nik") == SITI


def test_typing_into_a_masked_number_begins_a_new_one_and_never_mixes_in_dots(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab").write(SITI).press("Tab")
    hands.page.person.focus("applicant.nik")
    assert nik_line(hands.page).masked()
    hands.write("3514")
    assert hands.desk.front.form.text("applicant.nik") == "3514"


def test_deleting_a_masked_number_deletes_it_whole(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab").write(SITI).press("Tab")
    hands.page.person.focus("applicant.nik")
    hands.press("Backspace")
    assert hands.desk.front.form.text("applicant.nik") == ""


def test_fifteen_digits_are_said_beside_the_field_after_it_was_left(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab").write(SITI[:15])
    field = hands.page.person.fields["applicant.nik"]
    assert "15" not in field.below()
    hands.press("Tab")
    assert "16 angka, yang tertulis 15" in field.below()


def test_an_eighty_letter_name_and_the_longest_checklist_fit_a_small_screen(page: LoketPage) -> None:
    hands = sit_down(page, FakeCounter(), size=(957, 500))
    hands.write("adopsi").press("Enter", "Ctrl+A", "Tab").write(SITI).press("Enter").write(LONG_NAME).press("Enter")
    assert hands.desk.front.form.service == ADOPTION
    assert page.width() == 957
    assert page.minimumSizeHint().height() <= 500
    inner = page.person.area.widget()
    assert inner is not None
    for widget in inner.findChildren(QLineEdit):
        if widget.isVisible():
            right = widget.mapTo(inner, QPoint(widget.width(), 0)).x()
            assert right <= page.person.area.viewport().width()


def test_a_double_f9_and_impatient_enters_make_one_case(qtbot: QtBot, page: LoketPage) -> None:
    hands = sit_down(page, FakeCounter(), at_once=False)
    hands.write("lansia").press("Enter", "Ctrl+A", "Tab").write(SITI).press("Enter").write("Siti Aminah")
    hands.press("F9", "F9", "Enter", "Enter")
    hands.jobs.finish()
    QTest.keyClick(page.outcome, Qt.Key.Key_Return)
    hands.jobs.finish()
    assert hands.counter.calls == ["register"]
    assert page.outcome.isVisible()
    qtbot.wait(400)
    QTest.keyClick(page.outcome, Qt.Key.Key_Return)
    assert hands.desk.front.form.empty


def test_f9_on_an_incomplete_file_says_what_is_missing_and_saves_nothing(hands: Typist, qtbot: QtBot) -> None:
    hands.write("lansia").press("Enter", "1", "2", "3", "Tab").write(SITI).press("Enter").write("Siti")
    with qtbot.waitSignal(hands.page.told) as told:
        hands.press("F9")
    assert told.args is not None
    assert "F8" in told.args[0]
    assert hands.counter.calls == []


def test_what_is_missing_and_the_date_are_always_in_sight(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "1", "2")
    assert "Belum lengkap: SKTM" in hands.page.verdict.words()
    assert "paling lambat" in hands.page.verdict.words()
    hands.press("3", "4")
    assert hands.page.verdict.words().startswith("Berkas lengkap Selesai paling lambat")


def test_the_reasons_for_the_date_are_shown_when_asked(hands: Typist) -> None:
    hands.write("lansia").press("Enter")
    hands.page.verdict.show_why()
    assert hands.page.verdict.popup is not None
    assert "Hari ke-0" in " ".join(hands.page.verdict.popup_lines())
    QTest.keyClick(hands.page.verdict.popup, Qt.Key.Key_Escape)
    assert not hands.page.verdict.popup.isVisible()


def test_space_arrows_and_signs_say_what_exactly_was_handed_over(hands: Typist) -> None:
    hands.write("bpjs mati").press("Enter", "Space", "Right", "+", "Down", "Space")
    form = hands.desk.front.form
    assert form.ticks["kk"].form == "original"
    assert form.ticks["kk"].count == 2
    assert form.ticks["ktp"].met
    hands.press("Ctrl+Z")
    assert "ktp" not in hands.desk.front.form.ticks


def test_a_click_on_the_box_ticks_and_a_click_on_the_words_does_not(hands: Typist) -> None:
    hands.write("bpjs mati").press("Enter")
    view = hands.page.checklist
    rect = view.visualRect(view.rows.index(2))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(46, 15))
    assert "kartu_pbi" in hands.desk.front.form.ticks
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert hands.desk.front.form.ticks["kartu_pbi"].met


def test_a_note_is_written_by_f2_and_the_cursor_comes_back(hands: Typist) -> None:
    hands.write("bpjs mati").press("Enter", "1", "F2").write("buram").press("Enter")
    assert hands.desk.front.form.ticks["kk"].note == "buram"
    assert hands.focus() is hands.page.checklist


def test_a_failing_condition_is_accepted_only_with_a_reason_in_writing(hands: Typist) -> None:
    hands.write("adopsi").press("Enter", "1", "1", "F2").write("Izin khusus Bupati").press("Enter")
    item = next(row for row in hands.desk.front.showing().rows if row.id == "menikah")
    assert (item.standing, item.alert) == ("met", "diterima dengan alasan")
    assert hands.desk.front.form.ticks["menikah"].note == "Izin khusus Bupati"


def test_changing_what_is_shown_never_writes_to_the_form(hands: Typist) -> None:
    hands.write("bpjs mati").press("Enter", "1", "Tab").write(SITI).press("Enter").write("Siti")
    before = hands.desk.front.form
    hands.press("Ctrl+N").write("adopsi").press("Enter", "Ctrl+Tab")
    assert hands.desk.front.form == before
    hands.desk.front.refresh()
    assert hands.desk.front.form == before


def test_the_strip_shows_names_once_there_are_two(hands: Typist) -> None:
    assert not hands.page.tabs.isVisible()
    hands.write("bpjs mati").press("Enter", "Tab").write(SITI).press("Enter").write("Siti & Budi").press("Ctrl+N")
    assert hands.page.tabs.isVisible()
    assert hands.page.tabs.tabText(0) == "Siti && Budi"


def test_a_closed_form_is_called_back_from_the_bottom_line(hands: Typist, qtbot: QtBot) -> None:
    hands.write("bpjs mati").press("Enter", "1", "Ctrl+N").write("adopsi").press("Enter", "1")
    with qtbot.waitSignal(hands.page.told) as told:
        hands.press("Ctrl+W")
    assert told.args is not None
    assert told.args[1] is True
    assert len(hands.desk.forms) == 1
    hands.page.undo()
    assert hands.desk.front.form.service == ADOPTION
    assert hands.desk.front.form.answers == {"menikah_5_tahun": True}


def test_leaving_the_page_writes_every_draft(hands: Typist) -> None:
    hands.write("bpjs mati").press("Enter", "Tab").write(SITI)
    hands.page.leave()
    assert list(hands.counter.drafts) == ["key-1"]


def test_an_offer_is_taken_by_ctrl_enter_wherever_the_cursor_is(page: LoketPage) -> None:
    hands = sit_down(page, FakeCounter(people={SITI: Known(a_person())}))
    hands.write("bpjs mati").press("Enter", "Tab").write(SITI).press("Tab", "Ctrl+Return")
    assert hands.desk.front.form.text("applicant.name") == "Siti Aminah"


def test_every_control_has_a_name_for_who_cannot_see_it(hands: Typist) -> None:
    hands.write("adopsi").press("Enter", "1")
    nameless = [
        widget
        for widget in hands.page.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and widget.isVisibleTo(hands.page)
        and not widget.objectName().startswith("qt_")
        and type(widget.parentWidget()).__name__ not in ("IdentityLine", "QComboBox", "PeopleTable")
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []
    index = hands.page.checklist.rows.index(0)
    assert index.data(ROW_ROLE).spoken.startswith("1, Berstatus menikah")


def test_tab_goes_through_the_person_in_reading_order(hands: Typist) -> None:
    hands.write("lansia").press("Enter", "Tab")
    names = []
    for _ in range(9):
        names.append(QApplication.focusWidget().accessibleName())  # type: ignore[union-attr]
        hands.press("Tab")
    assert names == [
        "NIK", "Nama", "Jenis kelamin", "Tanggal lahir", "Nomor KK", "Telepon/WhatsApp",
        "Alamat (jalan, dusun, RT/RW)", "RT", "RW",
    ]  # fmt: skip


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_every_sentence_is_a_literal_that_can_be_translated(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "mark"):
            assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), f"{source.name}:{node.lineno}"


def test_a_new_form_begins_at_its_top(page: LoketPage) -> None:
    hands = sit_down(page, FakeCounter(), size=(1230, 480))
    hands.write("lansia").press("Enter", "1", "Tab")
    page.person.focus("note")
    QTest.qWait(5)
    bar = page.person.area.verticalScrollBar()
    assert bar.value() > 0
    hands.press("Ctrl+N")
    assert bar.value() == 0
    hands.write("adopsi").press("Enter", "Tab")
    QTest.qWait(5)
    assert bar.value() == 0
    assert hands.focus() is nik_line(page)
    assert not nik_line(page).visibleRegion().isEmpty()


def test_the_help_names_the_keys_of_the_checklist(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    words = [text.text() for text in HelpSheet(window).findChildren(Text)]
    assert "Ctrl+A" in words
    assert "1–9, A–Z" in words
    assert words.index("F3") < words.index("Ctrl+A") < words.index("Ctrl+Return")
