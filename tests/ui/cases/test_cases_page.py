"""Berkas in its window: list and file never show two people; keys go where hands expect them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.services import cases
from desk.ui.cases.page import CasesPage
from desk.ui.loket.counterdesk import Counterdesk
from desk.ui.loket.page import LoketPage
from desk.ui.session import Session
from tests.ui.conftest import OpenSession


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
    for name in dict.fromkeys(everybody):
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


def advanceable(session: Session, qtbot: QtBot) -> CasesPage:
    """Berkas with an open file in view that has a step to go."""
    page = berkas(session, qtbot)
    for row in range(page.list.table.model().rowCount()):
        page.list.table.setCurrentIndex(page.list.table.model().index(row, 0))
        settle(session, qtbot)
        if page.sheet._advance.isVisible():
            return page
    raise AssertionError("no open file")


def position(session: Session, case_id: str) -> tuple[str | None, str]:
    assert session.workplace is not None
    case = cases.find(session.workplace.counter, case_id)
    station = case.movement.station
    return station.step if station else None, case.state


def test_a_step_is_taken_back_with_ctrl_z_and_no_stray_space_ends_the_next(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    session = open_session()
    page = advanceable(session, qtbot)
    chosen = page.list.table.current().id
    before = position(session, chosen)
    assert page.list.table.hasFocus() or not page.sheet.about_to_advance()
    page.sheet._advance.setFocus()
    QTest.keyClick(page.sheet._advance, Qt.Key.Key_Space)
    settle(session, qtbot)
    assert position(session, chosen) != before
    assert page.list.table.hasFocus()
    assert "Batalkan langkah terakhir" in [entry.text() for entry in page.sheet._menu.actions()]
    QTest.keyClick(session.window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(session, qtbot)
    assert position(session, chosen) == before


def test_the_way_on_from_a_returned_file_is_always_in_sight(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session(size=(1093, 614))
    page = berkas(session, qtbot)
    page.list.state_pressed.emit("returned")
    settle(session, qtbot)
    page.list.table.setCurrentIndex(page.list.table.model().index(0, 0))
    settle(session, qtbot)
    button = page.sheet._take_up
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


def test_a_registered_applicant_is_corrected_and_what_is_wrong_is_said_beside(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    session = open_session()
    page = advanceable(session, qtbot)
    page.sheet.action_requested.emit("correct")
    form = page.correction
    assert form is not None
    form.fields["applicant.name"].set_text("Dewi Lestari Ningsih")
    form.fields["applicant.birth_date"].set_text("31-31-1980")
    form._on_keep()
    settle(session, qtbot)
    assert form.fields["applicant.birth_date"].below()
    form.fields["applicant.birth_date"].set_text("")
    form.fields["applicant.nik"].set_text("12")
    form._on_keep()
    settle(session, qtbot)
    assert form.fields["applicant.nik"].below()
    assert form.isVisible()
    form.fields["applicant.nik"].set_text(form._before["nik"])
    form.fields["applicant.address.village"].set_text("Kersikan")
    form._on_keep()
    settle(session, qtbot)
    assert page.correction is None
    assert page.sheet._name.text() == "Dewi Lestari Ningsih"
