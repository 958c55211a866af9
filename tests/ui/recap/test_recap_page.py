"""Rekap in the window, on a real counter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.ui.session import Session
from tests.ui.conftest import OpenSession


def opened(open_session: OpenSession, qtbot: QtBot, theme: str = "light") -> tuple[Session, Any]:
    session = open_session(theme=theme)
    session.frame.go("recap")
    qtbot.waitUntil(lambda: not session.jobs.busy())
    page: Any = session.frame.here()
    QTest.keyClick(page.label, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.table.model().rowCount() > 0 and not session.jobs.busy())
    return session, page


def test_the_arrows_go_from_month_to_month_and_numbers_open_their_files(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    session, page = opened(open_session, qtbot)
    assert page.label.text() == "November 2026"
    assert not page.later.isEnabled()
    assert not page.sign.isEnabled(), "the month isn't over"
    received = next(button for button in page.equation.things() if "masuk" in getattr(button, "text", str)())
    QTest.mouseClick(received, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    berkas: Any = session.frame.here()
    assert session.frame.here() is not page
    assert "Di balik angka masuk" in berkas.list.behind.text()
    assert berkas.list.table.model().rowCount() == int(received.text().split()[0])
    QTest.mouseClick(berkas.list.all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    assert berkas.list.behind.isHidden()


def test_the_workbook_is_written_beside_the_window(open_session: OpenSession, qtbot: QtBot, tmp_path: Path) -> None:
    session, page = opened(open_session, qtbot)
    target = tmp_path / "rekap.xlsx"
    page.file_chosen.emit(target)
    assert not page.saving.isHidden()
    qtbot.waitUntil(lambda: not session.jobs.busy(), timeout=20_000)
    assert page.saving.isHidden()
    assert "Cara memeriksa" in load_workbook(target).sheetnames


def test_signing_asks_first_and_freezes_the_buttons(open_session: OpenSession, qtbot: QtBot) -> None:
    session, page = opened(open_session, qtbot, theme="contrast")
    page.ask_sign("November 2026")
    assert "koreksi" in page.asking.text()
    QTest.mouseClick(page.no, Qt.MouseButton.LeftButton)
    assert page.question.isHidden()
    assert session.frame.here() is page


def test_the_charts_are_pressed_by_keys_too(open_session: OpenSession, qtbot: QtBot) -> None:
    session, page = opened(open_session, qtbot, theme="dark")
    with qtbot.waitSignal(page.load.pressed) as pressed:
        QTest.keyClick(page.load, Qt.Key.Key_Down)
        QTest.keyClick(page.load, Qt.Key.Key_Return)
    assert pressed.args[0].startswith("pasuruan/")
    assert "masuk" in page.days.accessibleDescription()
    qtbot.waitUntil(lambda: not session.jobs.busy())
