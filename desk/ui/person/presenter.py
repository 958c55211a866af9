"""Decides what stands beside a file about its person. Without Qt; everything that touches the store goes through `jobs`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.domain.errors import DeskError
from desk.language import sentence, tr
from desk.ui.person.lines import (
    CandidateLike,
    ComparedLike,
    Comparison,
    Doubt,
    Line,
    VisitLike,
    asked,
    comparison_of,
    doubt_of,
    line_of,
)
from desk.ui.runner import Runner


class HistoryLike(Protocol):
    """`services.history.History`."""

    @property
    def visits(self) -> Sequence[VisitLike]: ...  # noqa: D102 (services.history says)
    @property
    def family(self) -> Sequence[VisitLike]: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class About:
    """What is known beside a file, fetched in one go: its number, the first page of the history, who may be whom."""

    number: str
    history: HistoryLike
    candidates: Sequence[CandidateLike]


@dataclass(frozen=True, slots=True)
class PersonActs:
    """What the panel asks of the services; all but `go` and `changed` touch the store.

    Attributes:
        more: the history of a case's applicant from a cursor on.
        open_visit: a guarded row's line, for a reason.
        set_apart: (case, other, reason, whether they are apart).
        merge: (the case that ends, the case that goes on).
        go: bring a case to the front.
    """

    about: Callable[[str], About]
    more: Callable[[str, str], HistoryLike]
    open_visit: Callable[[str, str], VisitLike]
    compare: Callable[[str, str], Sequence[ComparedLike]]
    set_apart: Callable[[str, str, str, bool], None]
    merge: Callable[[str, str], None]
    go: Callable[[str], None]
    changed: Callable[[], None]


class PersonView(Protocol):
    """The panel."""

    def show_history(self, lines: Sequence[Line], family: Sequence[Line], *, more: bool) -> None: ...  # noqa: D102 (all of it)
    def append_history(self, lines: Sequence[Line], *, more: bool) -> None: ...  # noqa: D102 (the next page)
    def show_line(self, line: Line) -> None: ...  # noqa: D102 (a guarded one, told in full)
    def show_reason_error(self, row: str, words: str) -> None: ...  # noqa: D102 (beside the reason)
    def show_doubts(self, doubts: Sequence[Doubt]) -> None: ...  # noqa: D102 (files that may be the same)
    def show_comparison(self, comparison: Comparison) -> None: ...  # noqa: D102 (both side by side)
    def close_comparison(self) -> None: ...  # noqa: D102 (put it away)
    def show_apart_error(self, words: str) -> None: ...  # noqa: D102 (beside the reason)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (it can't be fetched)
    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None: ...  # noqa: D102 (the bottom line)


class PersonPresenter:
    """One file at a time; an answer that comes after the officer went on is shown to nobody."""

    def __init__(self, view: PersonView, acts: PersonActs, jobs: Runner, zone: str) -> None:
        self._view, self._acts, self._jobs, self._zone = view, acts, jobs, zone
        self._case = ""
        self._about: About | None = None
        self._after: str | None = None
        self._acting = False

    def show_for(self, case_id: str) -> None:
        """Another file is in view, or the same as it is now; an empty id is none."""
        if case_id != self._case:
            self._about, self._after = None, None
            self._view.close_comparison()
            self._view.show_doubts(())
            self._view.show_history((), (), more=False)
        self._case = case_id
        if not case_id:
            return

        def work() -> About | None:
            return self._acts.about(case_id) if self._case == case_id else None

        def answer(about: About | None) -> None:
            if about is not None and self._case == case_id:
                self._about, self._after = about, about.history.after
                self._view.show_history(
                    [line_of(visit, self._zone) for visit in about.history.visits],
                    [line_of(visit, self._zone) for visit in about.history.family],
                    more=self._after is not None,
                )
                self._view.show_doubts([doubt_of(one, self._zone) for one in asked(about.candidates)])

        self._jobs.run(work, answer, self._on_trouble)

    def more(self) -> None:
        """The next page of the history."""
        case_id, after = self._case, self._after
        if after is None:
            return
        self._after = None

        def answer(page: HistoryLike) -> None:
            if self._case == case_id:
                self._after = page.after
                lines = [line_of(visit, self._zone) for visit in page.visits]
                self._view.append_history(lines, more=page.after is not None)

        self._jobs.run(lambda: self._acts.more(case_id, after), answer, self._on_trouble)

    def open_guarded(self, row: str, reason: str) -> None:
        """A guarded line is to be told in full, for this reason."""
        case_id = self._case

        def answer(visit: VisitLike) -> None:
            if self._case == case_id:
                self._view.show_line(line_of(visit, self._zone))

        def failed(trouble: Exception) -> None:
            if self._case == case_id:
                self._view.show_reason_error(row, _said(trouble))

        self._jobs.run(lambda: self._acts.open_visit(row, reason), answer, failed)

    def go(self, case_id: str) -> None:
        """Bring another of his files to the front."""
        self._acts.go(case_id)

    def compare(self, other_id: str) -> None:
        """Both files side by side."""
        case_id, about = self._case, self._about
        one = next((one for one in about.candidates if one.case_id == other_id), None) if about else None
        if one is None or about is None:
            return
        number = about.number

        def answer(fields: Sequence[ComparedLike]) -> None:
            if self._case == case_id:
                self._view.show_comparison(comparison_of(case_id, number, one, fields, self._zone))

        self._jobs.run(lambda: self._acts.compare(case_id, other_id), answer, self._on_trouble)

    def set_apart(self, case_id: str, other_id: str, reason: str) -> None:
        """They are two people, an officer says, and why."""

        def done() -> None:
            words = tr("Tercatat: bukan orang yang sama. Keduanya tidak ditawarkan lagi.")
            self._view.tell(words, good=True, undo=lambda: self._take_back(case_id, other_id))

        self._act(lambda: self._acts.set_apart(case_id, other_id, reason, True), done, self._on_apart_trouble)

    def merge(self, case_id: str, into: str) -> None:
        """One of them ends, and goes on in the other."""

        def done() -> None:
            self._view.tell(tr("Berkas digabungkan; yang ini yang diteruskan."), good=True)
            self._acts.go(into)

        self._act(lambda: self._acts.merge(case_id, into), done, self._on_told_trouble)

    def _take_back(self, case_id: str, other_id: str) -> None:
        words = tr("Dibatalkan: keduanya dapat ditawarkan lagi.")
        self._act(
            lambda: self._acts.set_apart(case_id, other_id, tr("Dibatalkan oleh petugas"), False),
            lambda: self._view.tell(words, good=True),
            self._on_told_trouble,
        )

    def _act(self, work: Callable[[], None], done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        if self._acting:
            return
        self._acting = True

        def ended(_nothing: None) -> None:
            self._acting = False
            self._view.close_comparison()
            done()
            self._acts.changed()
            self.show_for(self._case)

        def not_done(trouble: Exception) -> None:
            self._acting = False
            failed(trouble)

        self._jobs.run(work, ended, not_done)

    def _on_apart_trouble(self, trouble: Exception) -> None:
        if isinstance(trouble, DeskError) and trouble.field == "reason":
            self._view.show_apart_error(sentence(trouble))
        else:
            self._on_told_trouble(trouble)

    def _on_told_trouble(self, trouble: Exception) -> None:
        self._view.tell(_said(trouble), good=False)

    def _on_trouble(self, trouble: Exception) -> None:
        self._view.show_trouble(_said(trouble))


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr(
        "Data tidak dapat dibaca ({trouble}). Coba lagi; bila tetap gagal, buka ulang Desk.",
        trouble=type(trouble).__name__,
    )
