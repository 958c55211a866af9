"""What the first screen decides. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desk.domain.errors import DeskError
from desk.language import sentence, tr


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a home that is no counter yet can be offered.

    Attributes:
        offices: (slug, name) of every office whose pack can be read; slow, for the worker.
        set_up: makes the home a counter (office, counter, officer); raises `DeskError`; slow too.
    """

    offices: Callable[[], tuple[tuple[str, str], ...]]
    set_up: Callable[[str, str, str], None]


class View(Protocol):
    """What the page can show."""

    def show_offices(self, offices: tuple[tuple[str, str], ...]) -> None: ...  # noqa: D102 (said by its name)

    def show_error(self, field: str, words: str) -> None: ...  # noqa: D102

    def show_busy(self, busy: bool) -> None: ...  # noqa: D102


class Worker(Protocol):
    """Runs slow things elsewhere: `desk.ui.jobs.Jobs.run`."""

    def __call__(  # noqa: D102
        self,
        work: Callable[[], object],
        done: Callable[[object], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> object: ...


class FirstRunPresenter:
    """Asks three things and makes the counter; what was typed stays when something is refused."""

    def __init__(self, view: View, newcomer: Newcomer, run: Worker, ready: Callable[[], None]) -> None:
        self._view, self._newcomer, self._run, self._ready = view, newcomer, run, ready
        self._busy = False

    def begin(self) -> None:
        """Find out which offices there are."""
        self._run(self._newcomer.offices, self._on_offices, self._on_failed)

    def set_up(self, office: str, counter: str, officer: str) -> None:
        """Make the counter, once, however often Enter is pressed."""
        if self._busy:
            return
        for field, text, words in (
            ("office", office, tr("Pilih dinas loket ini dulu.")),
            ("counter", counter, tr("Beri nama loket ini, misalnya Loket 1.")),
            ("officer", officer, tr("Tulis nama petugas; nama ini tercetak di tanda terima.")),
        ):
            self._view.show_error(field, "" if text.strip() else words)
            if not text.strip():
                return
        self._set_busy(True)
        self._run(lambda: self._newcomer.set_up(office, counter, officer), self._on_made, self._on_failed)

    def _on_offices(self, offices: object) -> None:
        if isinstance(offices, tuple):
            self._view.show_offices(offices)

    def _on_made(self, _: object) -> None:
        self._set_busy(False)
        self._ready()

    def _on_failed(self, trouble: Exception) -> None:
        self._set_busy(False)
        if not isinstance(trouble, DeskError):
            raise trouble
        field = trouble.field if trouble.field in ("office", "counter", "officer") else "counter"
        self._view.show_error(field, sentence(trouble))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
