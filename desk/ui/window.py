"""The door of the window: `open_window`, called by `desk.app`. Imports only what the first paint needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from desk.language import LANGUAGES, speak
from desk.ui.frame.bare import BareWindow
from desk.ui.kit import theme
from desk.ui.kit.tokens import THEMES, ThemeName, palettes
from desk.ui.preferences import PreferenceFile

if TYPE_CHECKING:
    from desk.services.counter import Counter
    from desk.ui.first_run.presenter import Newcomer
    from desk.ui.session import Session


def open_window(
    open_counter: Callable[[], Counter],
    *,
    close_counter: Callable[[Counter], None] = lambda _counter: None,
    preferences: Path | None = None,
    arguments: Sequence[str] = (),
    start: Callable[[Session], None] | None = None,
    newcomer: Newcomer | None = None,
    language: str | None = None,
) -> int:
    """Show the window and stay until it is closed; returns the exit code.

    `open_counter` runs on the store's worker after the first paint and may raise `DeskError`, which is shown with a
    way to try again; `close_counter` runs there at the end. `preferences` is the file that this PC's choices are kept
    in. `newcomer` is what a home that is no counter yet is offered; `language` overrules this PC's choice. `start` is called once the window is furnished (tests and the screen-taker drive it from there).
    """
    application = make_application(arguments)
    kept = PreferenceFile(preferences)
    window, _ = show_bare(application, kept, language)
    sessions: list[Session] = []

    def furnish() -> None:
        from desk.ui.session import Session  # noqa: PLC0415 (everything heavy comes after the first paint)

        session = Session(application, window, kept, open_counter, close_counter, newcomer)
        sessions.append(session)
        session.begin()
        if start:
            start(session)

    window.painted.connect(lambda: QTimer.singleShot(0, furnish))
    code = application.exec()
    for session in sessions:
        session.end()
    return code


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The Qt application, or the one that a test has made."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("Desk")
    application.setApplicationDisplayName("Desk")
    return application


def show_bare(
    application: QApplication, kept: PreferenceFile, language: str | None = None
) -> tuple[BareWindow, ThemeName]:
    """Dress the program and show the bare window."""
    wanted = kept.now.theme
    name = next((known for known in THEMES if known == wanted), THEMES[0])
    wished = language or kept.now.language
    speak(wished if wished in LANGUAGES else "id")
    QLocale.setDefault(QLocale("id_ID"))
    theme.dress_first(application, name)
    window = BareWindow(palettes()[name])
    room = application.primaryScreen().availableGeometry()
    width, height = kept.now.window if len(kept.now.window) == 2 else (1366, 728)
    window.resize(min(width, room.width()), min(height, room.height()))
    if len(kept.now.window) != 2 and room.width() <= 1440:
        window.showMaximized()
    else:
        window.show()
    return window, name
