"""Decides what this PC prefers, and keeps it. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desk.language import tr
from desk.ui.preferences import Preferences
from desk.ui.preview.presenter import printer_trouble
from desk.ui.runner import Runner


@dataclass(frozen=True, slots=True)
class HereActs:
    """What the part asks of the world.

    Attributes:
        now, keep: what this PC prefers.
        printers: (name, whether it is the usual one); slow.
        wear: dress the window in a theme, at once.
    """

    now: Callable[[], Preferences]
    keep: Callable[[Preferences], None]
    printers: Callable[[], Sequence[tuple[str, bool]]]
    wear: Callable[[str], None]
    tell: Callable[[str], None]


class HereView(Protocol):
    """The page."""

    def show_preferences(self, preferences: Preferences) -> None: ...  # noqa: D102 (what is chosen)
    def show_printers(self, names: Sequence[str], trouble: str) -> None: ...  # noqa: D102 (or why none)


class HerePresenter:
    """Every choice is kept at once; there is nothing to save and nothing to lose."""

    def __init__(self, view: HereView, acts: HereActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs

    def start(self) -> None:
        """Show what is chosen."""
        self._view.show_preferences(self._acts.now())
        self._jobs.run(self._acts.printers, self._on_printers, self._on_no_printers, lane="paper")

    def choose_theme(self, theme: str) -> None:
        """Light, dark or high contrast, at once."""
        self._acts.keep(replace(self._acts.now(), theme=theme))
        self._acts.wear(theme)

    def choose_language(self, language: str) -> None:
        """From the next start: screens that are open keep their words and what is typed in them."""
        if language == self._acts.now().language:
            return
        self._acts.keep(replace(self._acts.now(), language=language))
        self._acts.tell(tr("Bahasa berganti saat Desk dibuka lagi."))

    def choose_printer(self, sort: str, printer: str) -> None:
        """Where that kind of paper goes."""
        self._acts.keep(self._acts.now().with_printer(sort, printer))

    def choose_paper(self, sort: str, paper: str) -> None:
        """Which size it has."""
        self._acts.keep(self._acts.now().with_paper(sort, paper))

    def _on_printers(self, found: Sequence[tuple[str, bool]]) -> None:
        trouble = "" if found else tr("Komputer ini belum punya pencetak.")
        self._view.show_printers([name for name, _usual in found], trouble)
        self._view.show_preferences(self._acts.now())

    def _on_no_printers(self, trouble: Exception) -> None:
        self._view.show_printers((), printer_trouble(trouble))
