"""What every screen of the window is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A screen. The frame shows one at a time and tells it so; a hidden page keeps all that was typed into it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._kept: list[object] = []

    def keep(self, *things: object) -> None:
        """Hold on to the presenter: a connection alone does not keep a plain object alive."""
        self._kept.extend(things)

    def arrive(self) -> None:
        """The page has come to the front: focus the first thing, refresh what may be stale."""

    def leave(self) -> None:
        """Another page takes the front: keep what is half done. Never asks."""

    def on_changed(self) -> None:
        """Something was written in the store; refresh if visible, else at the next `arrive`."""

    def open(self, reference: str) -> None:
        """Show the thing of that reference: a case's id for Berkas, a service's id for Layanan."""

    def take_scan(self, code: str) -> bool:
        """A code was scanned while this page is in front: True where the page takes it, else its file is opened."""
        return False

    def begin_new(self) -> None:
        """Begin something new: at Loket a registration."""

    def close_down(self) -> None:
        """The window closes: keep what is half done, stop timers."""
