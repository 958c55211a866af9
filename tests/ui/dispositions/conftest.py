"""Disposisi in its window on a counter of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.services.counter import Counter
from desk.ui.dispositions.page import DispositionsPage
from desk.ui.preferences import PreferenceFile, Preferences
from desk.ui.session import Session
from desk.ui.window import show_bare
from tests.fakes import Clock
from tests.ui.trays import fill_trays, open_at

Office = tuple[Session, DispositionsPage, Counter]
OpenOffice = Callable[..., Office]


@pytest.fixture
def open_office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenOffice]:
    """Opens Disposisi on a counter: with full trays, or only what `prepare` makes."""
    opened: list[Session] = []

    def make(prepare: Callable[[Counter, Clock], None] = fill_trays, size: tuple[int, int] = (1366, 768)) -> Office:
        kept, clock = PreferenceFile(None), Clock()
        kept.change(Preferences(window=size))
        hook = sys.excepthook
        window, _ = show_bare(qapp, kept)
        counter = open_at(tmp_path / f"home{len(opened)}", clock)
        prepare(counter, clock)
        session = Session(qapp, window, kept, lambda: counter, lambda closing: closing.store.close())
        opened.append(session)
        session.begin()
        sys.excepthook = hook
        qtbot.waitUntil(lambda: session.board is not None and not session.jobs.busy())
        assert session.board is not None
        session.board.panel.stepped_aside.emit()
        window.resize(*size)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        session.frame.go("dispositions")
        page = session.frame.here()
        assert isinstance(page, DispositionsPage)
        qtbot.wait(60)
        qtbot.waitUntil(lambda: not session.jobs.busy())
        QApplication.processEvents()
        return session, page, counter

    yield make
    for session in opened:
        session.window.close()
        session.end()
        session.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
