"""The bell and the panel in the window: they greet, never interrupt, and know who has looked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.ui.cases.page import CasesPage
from desk.ui.dispositions.page import DispositionsPage
from desk.ui.notices.board import NoticeBoard
from desk.ui.notices.panel import _Line
from desk.ui.preferences import PreferenceFile, Preferences
from desk.ui.session import Session
from desk.ui.window import show_bare
from tests.fakes import Clock
from tests.ui.trays import fill_trays, open_at
from tests.ui.walk import nameless

OpenDay = Callable[..., tuple[Session, NoticeBoard, PreferenceFile]]


@pytest.fixture
def open_day(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenDay]:
    """Opens the window in the morning; a second call is the same PC opened again."""
    opened: list[Session] = []

    def make() -> tuple[Session, NoticeBoard, PreferenceFile]:
        kept, clock = PreferenceFile(tmp_path / "preferences.json"), Clock()
        if not opened:
            kept.change(Preferences(window=(1366, 768)))
        hook = sys.excepthook
        window, _ = show_bare(qapp, kept)
        counter = open_at(tmp_path / f"home{len(opened)}", clock)
        fill_trays(counter, clock, 20)
        session = Session(qapp, window, kept, lambda: counter, lambda closing: closing.store.close())
        opened.append(session)
        session.begin()
        sys.excepthook = hook
        qtbot.waitUntil(lambda: session.board is not None)
        window.resize(1366, 768)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle(session, qtbot)
        assert session.board is not None
        return session, session.board, kept

    yield make
    for session in opened:
        session.window.close()
        session.end()
        session.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def settle(session: Session, qtbot: QtBot) -> None:
    qtbot.wait(60)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()


def press(session: Session, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    handle = session.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)
    QApplication.processEvents()


def test_it_greets_without_taking_the_focus_and_goes_with_the_first_letter(open_day: OpenDay, qtbot: QtBot) -> None:
    session, board, _kept = open_day()
    focus = QApplication.focusWidget()
    assert board.panel.isVisible()
    assert focus is not None
    assert not board.panel.isAncestorOf(focus)
    assert nameless(session.window) == []
    QTest.keyClicks(focus, "b")
    assert not board.panel.isVisible()
    assert focus.text() == "b"  # type: ignore[attr-defined]
    _again, board, _kept = open_day()
    assert not board.panel.isVisible()


def test_it_never_lies_over_another_screen(open_day: OpenDay, qtbot: QtBot) -> None:
    session, board, kept = open_day()
    assert board.panel.isVisible()
    press(session, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert not board.panel.isVisible()
    page = session.frame.here()
    focus = QApplication.focusWidget()
    assert isinstance(page, DispositionsPage)
    assert focus is not None
    assert page.isAncestorOf(focus)
    assert kept.now.looked_by(session.frame.top._who.text())[1] == 0  # nobody has looked yet


def test_one_key_brings_it_out_and_esc_puts_it_away_where_we_were(open_day: OpenDay, qtbot: QtBot) -> None:
    session, board, kept = open_day()
    board.panel.closed.emit()
    settle(session, qtbot)
    assert kept.now.looked_by(session.frame.top._who.text())[1] > 0
    focus = QApplication.focusWidget()
    press(session, Qt.Key.Key_F12)
    assert board.panel.hasFocus()
    press(session, Qt.Key.Key_Escape)
    assert not board.panel.isVisible()
    assert QApplication.focusWidget() is focus
    session.frame.top.bell.click()
    assert board.panel.isVisible()


def test_arrows_go_from_file_to_file_and_enter_opens_one(open_day: OpenDay, qtbot: QtBot) -> None:
    session, board, _kept = open_day()
    press(session, Qt.Key.Key_F12)  # it had greeted: put away
    qtbot.wait(60)
    press(session, Qt.Key.Key_F12)
    settle(session, qtbot)
    for _ in range(8):
        press(session, Qt.Key.Key_Down)
        if isinstance(QApplication.focusWidget(), _Line):
            break
    line = QApplication.focusWidget()
    assert isinstance(line, _Line)
    press(session, Qt.Key.Key_Return)
    settle(session, qtbot)
    berkas = session.frame.here()
    assert isinstance(berkas, CasesPage)
    assert line.accessibleName().startswith(berkas.sheet._name.text())
    assert not board.panel.isVisible()


def test_all_late_files_are_opened_in_disposisi(open_day: OpenDay, qtbot: QtBot) -> None:
    session, board, _kept = open_day()
    board.panel.list_chosen.emit("late")
    settle(session, qtbot)
    page = session.frame.here()
    assert isinstance(page, DispositionsPage)
    assert page.queue._chips["late"].isChecked()
    assert session.frame.rail._buttons["dispositions"].accessibleName() != "Disposisi"


def test_the_message_for_an_applicant_is_copied(open_day: OpenDay, qtbot: QtBot) -> None:
    session, board, _kept = open_day()
    ready = [line for line in board.panel.findChildren(_Line) if "sejak" in line.accessibleName()]
    assert ready
    ready[0].click()
    settle(session, qtbot)
    copy = QApplication.focusWidget()
    assert copy is not None
    assert copy.accessibleName() == "Salin pesan"
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QApplication.clipboard().text().startswith("Pemberitahuan dari Dinas Sosial")
    assert "disalin" in session.frame.bottom.words()
    assert nameless(board.panel) == []
