"""Pictures of the window at work, taken without a screen: for `desk demo`, the README and the manual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from desk.language import mark, tr
from desk.ui.loket.page import LoketPage
from desk.ui.session import Session

SETTLE = 400
"""Milliseconds after which a screen has drawn what it was asked to show."""

PATIENCE = 120_000
"""Milliseconds after which the pictures are given up: a demonstration must end, whatever happens."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: where to go, what to open there, and what to do before it is taken."""

    name: str
    what: str
    place: str
    reference: str = ""
    act: Callable[[Session], None] | None = None


def half_way(session: Session) -> None:
    """At Loket, somebody whose BPJS has lapsed: every paper there but one, the person typed in."""
    page = session.frame.here()
    if not isinstance(page, LoketPage) or page.desk is None:
        return
    page.desk.open_new()
    front = page.desk.front
    front.search("bpjs mati")
    front.choose()
    front.tick_everything()
    front.toggle("foto_rumah")
    for path, text in (
        ("applicant.nik", "3514144603790004"),
        ("applicant.name", "Kholifatul Jannah"),
        ("applicant.phone", "081234567804"),
        ("applicant.street", "Jalan Mangga 7 RT 3 RW 2"),
        ("applicant.village", "Latek"),
    ):
        front.write(path, text)
        front.leave(path)
    front.accept("applicant.nik")


def notices_out(session: Session) -> None:
    """What an officer should know, at the right edge."""
    if session.board is not None:
        session.board.bring_out()


SHOTS: tuple[Shot, ...] = (
    Shot("jendela-1-loket", mark("Layar Loket"), "intake", act=half_way),
    Shot("jendela-2-berkas", mark("Layar Berkas"), "cases"),
    Shot("jendela-6-disposisi", mark("Layar Disposisi"), "dispositions"),
    Shot("jendela-7-perlu-dilihat", mark("Yang perlu dilihat"), "dispositions", act=notices_out),
    Shot("jendela-3-layanan", mark("Layar Layanan"), "catalogue"),
    Shot("jendela-4-sinkron", mark("Layar Sinkron"), "sync"),
    Shot("jendela-5-pengaturan", mark("Layar Pengaturan"), "settings"),
)


class Photographer:
    """Goes from screen to screen, takes a picture of each, and closes the window.

    Attributes:
        taken: (file name, what it shows) of each picture so far.
    """

    def __init__(self, out: Path, shots: Sequence[Shot] = SHOTS, size: tuple[int, int] = (1366, 768)) -> None:
        self.out, self.size = out, size
        self.taken: list[tuple[str, str]] = []
        self._left = list(shots)
        self._session: Session | None = None

    def begin(self, session: Session) -> None:
        """Start; called when the window stands."""
        self._session = session
        session.window.resize(*self.size)
        QTimer.singleShot(PATIENCE, session.window.close)
        self._wait_for_the_counter()

    def _wait_for_the_counter(self) -> None:
        session = self._session
        if session is not None and session.workplace is None:
            QTimer.singleShot(50, self._wait_for_the_counter)
            return
        self._next()

    def _next(self) -> None:
        session = self._session
        if session is None:
            return
        if not self._left:
            session.window.close()
            return
        shot = self._left.pop(0)
        if session.board is not None:
            session.board.panel.put_away()
        try:
            session.frame.go(shot.place, shot.reference)
        finally:  # a screen that fails says so on its picture, and the others are taken all the same
            QTimer.singleShot(SETTLE, lambda: self._act(shot))

    def _act(self, shot: Shot) -> None:
        if self._session is None or shot.act is None:
            self._take(shot)
            return
        try:
            shot.act(self._session)
        finally:
            QTimer.singleShot(SETTLE, lambda: self._take(shot))

    def _take(self, shot: Shot) -> None:
        if self._session is not None and self._session.jobs.busy():
            QTimer.singleShot(50, lambda: self._take(shot))
            return
        if self._session is not None:
            name = f"{shot.name}.png"
            self._session.window.grab().save(str(self.out / name))
            self.taken.append((name, tr(shot.what)))
        self._next()
