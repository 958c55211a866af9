"""The window on a real counter of a throw-away home, and nothing left running after a test."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.language import speak
from desk.services.counter import Counter
from desk.ui.preferences import PreferenceFile, Preferences
from desk.ui.session import Session
from desk.ui.window import show_bare
from tests.ui.house import fill, open_house

OpenSession = Callable[..., Session]


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    speak("id")
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.name.startswith("desk-")]
    assert left == [], "threads of Desk outlived the test"


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """An empty counter."""
    made = open_house(tmp_path / "home")
    yield made
    made.store.close()


@pytest.fixture
def open_session(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenSession]:
    """Opens the whole window: ``open_session(full=True, theme="dark", size=(1366, 768))``."""
    opened: list[Session] = []

    def make(*, full: bool = True, theme: str = "light", size: tuple[int, int] = (1366, 768)) -> Session:
        kept = PreferenceFile(tmp_path / "preferences.json")
        kept.change(Preferences(theme=theme, language="id", window=size))
        hook = sys.excepthook
        window, _ = show_bare(qapp, kept)
        counter = open_house(tmp_path / f"home{len(opened)}")
        if full:
            fill(counter, 12)
        session = Session(qapp, window, kept, lambda: counter, lambda closing: closing.store.close())
        opened.append(session)
        session.begin()
        sys.excepthook = hook  # pytest-qt hears what a slot raises
        qtbot.waitUntil(lambda: session.workplace is not None)
        window.resize(*size)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: not session.jobs.busy())
        return session

    yield make
    for session in opened:
        session.window.close()
        session.end()
        session.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
