"""Berkas in its window: list and file never show two people; keys go where hands expect them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.ui.cases.page import CasesPage
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
