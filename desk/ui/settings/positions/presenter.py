"""Decides what Jabatan dan pejabat shows, and what a filled-in form does. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desk.domain.dates import long_date, short_date
from desk.domain.errors import DeskError, Refused
from desk.domain.officials import find_person
from desk.domain.typed_dates import read_typed_day
from desk.language import language, sentence, tr
from desk.services.positions_history import Version
from desk.ui import words
from desk.ui.runner import Runner
from desk.ui.settings.positions.forms import Act, Form, Work, form_of, work_of
from desk.ui.settings.positions.saying import Card, Line, Seen, card_of, lines_of

FIELDS = {"from": "start", "person.name": "person", "position": "", "kind": "kind"}
"""Where the form asks what a rule calls otherwise; the others have the rule's own names."""


@dataclass(frozen=True, slots=True)
class PositionsActs:
    """What the screen asks of the world.

    Attributes:
        zone: the office's, for times in the history.
        today: the office's day.
        see: everything as of a day (store lane).
        write: do a form's work and say what it changed (store lane).
        undo: take the last change back, with the reason; says what that changed (store lane).
        history: every version, the first first (store lane).
        tell: say what just happened; `back` takes it back.
        changed: the store was written.
    """

    zone: str
    today: Callable[[], date]
    see: Callable[[date], Seen]
    write: Callable[[Work], str]
    undo: Callable[[str], str]
    history: Callable[[], Sequence[Version]]
    tell: Callable[[str, Callable[[], None] | None], None]
    changed: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Past:
    """A version in the history: when and by whom, why, what it changed."""

    head: str
    reason: str
    changes: tuple[str, ...]


class PositionsView(Protocol):
    """The page."""

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None: ...  # noqa: D102 (by division)
    def show_day(self, typed: str, said: str) -> None: ...  # noqa: D102 (said where it isn't today)
    def show_day_error(self, words: str) -> None: ...  # noqa: D102 (beside the day)
    def show_card(self, card: Card) -> None: ...  # noqa: D102 (one desk)
    def show_form(self, form: Form, values: Mapping[str, str]) -> None: ...  # noqa: D102 (in its place)
    def show_fault(self, field: str, words: str) -> None: ...  # noqa: D102 (beside it, or above all)
    def show_history(self, past: Sequence[Past], *, may_undo: bool) -> None: ...  # noqa: D102 (in its place)
    def show_trouble(self, title: str, words: str) -> None: ...  # noqa: D102 (in place of everything)
    def fill(self, values: Mapping[str, str]) -> None: ...  # noqa: D102 (fields that are still empty)


class PositionsPresenter:
    """The office on a day, one desk of it in front, and one form at a time; what was typed into a form that was left
    is there again when it is opened.
    """

    def __init__(self, view: PositionsView, acts: PositionsActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._seen: Seen | None = None
        self._day: date | None = None
        self._chosen = ""
        self._form: Form | None = None
        self._typed: dict[tuple[Act, str], dict[str, str]] = {}
        self._saving = False

    def refresh(self) -> None:
        """Read the office again for the day that is looked at."""
        day = self._day or self._acts.today()
        self._jobs.run(lambda: self._acts.see(day), self._on_seen, self._on_unreadable)

    def see_day(self, text: str) -> None:
        """Who was, or will be, at which desk on that day."""
        today = self._acts.today()
        try:
            day = read_typed_day(text, today, field="on")
        except Refused as error:
            self._view.show_day_error(sentence(error))
            return
        self._day = None if day == today else day
        self.refresh()

    def see_today(self) -> None:
        """Back to today."""
        self._day = None
        self.refresh()

    def choose(self, key: str) -> None:
        """One desk; a form that is open stays, with what was typed."""
        self._chosen = key
        if self._form is None:
            self._show_card()

    def ask(self, act: Act) -> None:
        """Open the form of an act at the desk in front."""
        seen = self._seen
        if seen is None:
            return
        desk = None if act == "add" else seen.desk(self._chosen)
        if desk is None and act != "add":
            return
        self._form = form_of(act, seen, desk, self._acts.today())
        self._view.show_form(self._form, self._typed.get((act, self._form.key), {}))

    def type(self, values: Mapping[str, str]) -> None:
        """Something was typed into the form."""
        if self._form is not None:
            self._typed[self._form.act, self._form.key] = dict(values)

    def name_person(self, text: str) -> None:
        """A person's name was typed: number and rank of one who is known are put in."""
        if self._seen is None or not text.strip():
            return
        try:
            person = find_person(self._seen.roster.document, text)
        except Refused:
            return
        if person is not None:
            self._view.fill({"nip": person.nip or "", "rank": person.rank or ""})

    def leave_form(self) -> None:
        """Back to the desk; what was typed is kept until the form is saved."""
        self._form = None
        self._show_card()

    def save(self, values: Mapping[str, str]) -> None:
        """Do what the form says."""
        form = self._form
        if form is None or self._saving:
            return
        self.type(values)
        try:
            work = work_of(form, values, self._acts.today())
        except DeskError as error:
            self._on_refused(error)
            return
        self._saving = True
        self._jobs.run(lambda: self._acts.write(work), lambda said: self._on_saved(form, said), self._on_refused)

    def show_history(self) -> None:
        """Every change, the latest first."""
        self._form = None
        self._jobs.run(self._acts.history, self._on_history, self._on_refused)

    def undo(self, reason: str) -> None:
        """Take the last change back."""
        if not reason.strip():
            self._view.show_fault(
                "reason", tr("Tulis alasannya dalam satu baris; alasan ikut tersimpan dalam riwayat.")
            )
            return
        self._jobs.run(lambda: self._acts.undo(reason), self._on_undone, self._on_refused)

    def _undo_at_once(self) -> None:
        why = tr("Diurungkan sesaat sesudahnya")
        self._jobs.run(lambda: self._acts.undo(why), self._on_undone, self._on_refused)

    def _on_seen(self, seen: Seen) -> None:
        self._seen = seen
        lines = lines_of(seen)
        keys = [line.key for line in lines if line.key]
        if self._chosen not in keys:
            self._chosen = keys[0] if keys else ""
        said = "" if self._day is None else tr("Keadaan pada {day}", day=long_date(seen.day, language()))
        self._view.show_day(short_date(seen.day), said)
        self._view.show_lines(lines, self._chosen)
        if self._form is None:
            self._show_card()

    def _show_card(self) -> None:
        desk = self._seen.desk(self._chosen) if self._seen else None
        if self._seen is not None and desk is not None:
            self._view.show_card(card_of(desk, self._seen))

    def _on_saved(self, form: Form, said: str) -> None:
        self._saving = False
        self._typed.pop((form.act, form.key), None)
        self._form = None
        self._acts.changed()
        self._acts.tell(said, self._undo_at_once)
        self.refresh()

    def _on_undone(self, said: str) -> None:
        self._form = None
        self._acts.changed()
        self._acts.tell(said or tr("Perubahan terakhir dibatalkan."), None)
        self.refresh()

    def _on_history(self, made: Sequence[Version]) -> None:
        past = []
        for version in reversed(made):
            head = f"{version.made.version} · {words.moment_words(version.made.at, self._acts.zone)} · {version.made.officer}"
            past.append(Past(head, version.made.reason, tuple(change.said for change in version.changes)))
        taken_back = {version.made.undoes for version in made}
        standing = [v for v in made if v.made.undoes is None and v.made.version not in taken_back]
        self._view.show_history(past, may_undo=bool(standing))

    def _on_refused(self, error: Exception) -> None:
        self._saving = False
        if not isinstance(error, DeskError):
            raise error
        self._view.show_fault(FIELDS.get(error.field or "", error.field or ""), sentence(error))

    def _on_unreadable(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._view.show_trouble(tr("Daftar jabatan tidak dapat dibaca"), sentence(error))
