"""Decides what becomes of the list of instructions on disposition sheets. Without Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.domain.errors import DeskError, Refused
from desk.domain.phrases import DEFAULT, checked
from desk.language import sentence, tr
from desk.ui.runner import Runner

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PhrasesActs:
    """What the part asks of the services; all but `tell` touch the store."""

    read: Callable[[], Sequence[str]]
    save: Callable[[Sequence[str], str], Sequence[str]]
    undo: Callable[[str], Sequence[str]]
    tell: Callable[[str], None]


class PhrasesView(Protocol):
    """The page."""

    def show_text(self, text: str) -> None: ...  # noqa: D102 (the list, a phrase a line)
    def show_preview(self, phrases: Sequence[str], problem: str) -> None: ...  # noqa: D102 (as it will be printed)
    def show_can_save(self, can: bool) -> None: ...  # noqa: D102 (something was changed, and is sound)
    def show_reason_error(self, words: str) -> None: ...  # noqa: D102 (beside the reason)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (it couldn't be read or kept)


class PhrasesPresenter:
    """The list is typed as lines; what is wrong is said while it is typed."""

    def __init__(self, view: PhrasesView, acts: PhrasesActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._standing: tuple[str, ...] = ()
        self._text = ""

    def start(self) -> None:
        """Show what stands."""
        self._jobs.run(self._acts.read, self._on_read, self._on_trouble)

    def type(self, text: str) -> None:
        """The list as it is typed."""
        self._text = text
        self._look()

    def restore(self) -> None:
        """The list that Desk brings; it holds once it is saved."""
        self._text = "\n".join(DEFAULT)
        self._view.show_text(self._text)
        self._look()

    def save(self, reason: str) -> None:
        """Keep the list."""
        try:
            phrases = checked(self._text.split("\n"))
        except Refused:
            return
        if phrases == self._standing or not self._with_reason(reason):
            return
        self._jobs.run(lambda: self._acts.save(phrases, reason), self._on_saved, self._on_trouble)

    def undo(self, reason: str) -> None:
        """Take the last change back."""
        if self._with_reason(reason):
            self._jobs.run(lambda: self._acts.undo(reason), self._on_saved, self._on_trouble)

    def _with_reason(self, reason: str) -> bool:
        if reason.strip():
            return True
        self._view.show_reason_error(tr("Tulis alasannya; alasan ikut tersimpan dalam riwayat."))
        return False

    def _on_read(self, phrases: Sequence[str]) -> None:
        self._standing = tuple(phrases)
        self._text = "\n".join(phrases)
        self._view.show_text(self._text)
        self._look()

    def _on_saved(self, phrases: Sequence[str]) -> None:
        self._on_read(phrases)
        self._acts.tell(
            tr("Kalimat disposisi disimpan. Lembar yang sedang beredar tetap memakai huruf yang tercetak padanya.")
        )

    def _look(self) -> None:
        try:
            phrases, problem = checked(self._text.split("\n")), ""
        except Refused as refusal:
            phrases, problem = (), sentence(refusal)
        self._view.show_preview(phrases, problem)
        self._view.show_can_save(bool(phrases) and phrases != self._standing)

    def _on_trouble(self, trouble: Exception) -> None:
        if isinstance(trouble, DeskError):
            self._view.show_trouble(sentence(trouble))
            return
        log.error("an act of the phrases' part failed", exc_info=trouble)
        self._view.show_trouble(tr("Terjadi kesalahan pada program; rinciannya tercatat di desk.log."))
