"""Decides what the calendar's part of Pengaturan shows, and has changes made. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desk.domain.calendar_document import ZONES
from desk.domain.calendar_edits import Taken
from desk.domain.errors import DeskError, Refused
from desk.language import sentence, tr
from desk.services import calendar, calendar_words
from desk.services.calendar import Changed
from desk.services.calendar_year import DayLine, Year, year
from desk.services.counter import Counter
from desk.services.recalculation import Watch
from desk.ui.runner import Runner
from desk.ui.settings.calendar import forms
from desk.ui.settings.calendar.forms import Form, Values
from desk.ui.settings.calendar.saving import Subject, save
from desk.ui.settings.calendar.shown import (
    DayShown,
    MovedRow,
    Outcome,
    Overview,
    VersionShown,
    day_shown,
    version_shown,
)


@dataclass(frozen=True, slots=True)
class CalendarActs:
    """What the part asks of the window.

    Attributes:
        watch: a `Watch` whose progress is told on the window's thread.
        changed: promised dates may be others now; other screens refresh.
        tell: a sentence for the bottom line, and what takes it back.
        open_case: brings a file to the front.
    """

    watch: Callable[[Callable[[int, int], None], Callable[[], bool]], Watch]
    changed: Callable[[], None]
    tell: Callable[[str, Callable[[], None] | None], None]
    open_case: Callable[[str], None]


class CalendarView(Protocol):
    """The page."""

    def show_year(self, number: int, words: str, rows: Sequence[DayLine]) -> None: ...  # noqa: D102 (the list)
    def show_doubts(self, words: str) -> None: ...  # noqa: D102 (what is not certain, or nothing)
    def show_overview(self, overview: Overview) -> None: ...  # noqa: D102 (beside the list, under any panel)
    def choose(self, day: str) -> None: ...  # noqa: D102 (ISO, in the list)
    def clear_aside(self) -> None: ...  # noqa: D102 (no form, no outcome, no history)
    def show_day(self, day: DayShown | None) -> None: ...  # noqa: D102 (the one that is chosen)
    def show_form(self, form: Form) -> None: ...  # noqa: D102 (in the overview's place)
    def show_fault(self, key: str, words: str) -> None: ...  # noqa: D102 (beside its field, else above them)
    def show_saving(self) -> None: ...  # noqa: D102 (the form waits)
    def show_progress(self, done: int, total: int) -> None: ...  # noqa: D102 (how far, with a way out)
    def show_outcome(self, outcome: Outcome) -> None: ...  # noqa: D102 (what a change did)
    def show_history(self, versions: Sequence[VersionShown], *, may_undo: bool) -> None: ...  # noqa: D102 (newest first)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (nothing can be read)


class CalendarPresenter:
    """One year at a time; every change asks why, and says which promises moved."""

    def __init__(self, view: CalendarView, counter: Counter, acts: CalendarActs, jobs: Runner) -> None:
        self._view, self._counter, self._acts, self._jobs = view, counter, acts, jobs
        self._year = counter.today.year
        self._chosen: DayLine | None = None
        self._form: Form | None = None
        self._about = Subject()
        self._stopped = False

    def start(self) -> None:
        """This year; and what holidays that came with a newer Desk did, if nobody has seen it yet."""
        self.refresh()
        self._choose_next()
        renewed = self._counter.wall.renewed
        if renewed is not None and renewed.due.moved:
            self._view.show_outcome(self._outcome(renewed, tr("Hari libur baru dari Desk"), undo=False))

    def refresh(self) -> None:
        """As it stands now; what lies over the overview stays."""
        self._show_year()
        self._view.show_overview(self._overview())

    def step(self, years: int) -> None:
        """To another year."""
        self._go(self._year + years)

    def choose(self, line: DayLine | None) -> None:
        """A day of the list."""
        self._chosen = line
        self._view.show_day(day_shown(line) if line else None)

    def open_add(self) -> None:
        """A new holiday."""
        self._open(forms.day_form())

    def open_edit(self) -> None:
        """The chosen day, if it is the office's own."""
        if self._chosen is not None and self._chosen.source == "office":
            self._open(forms.day_form(self._chosen), Subject(self._chosen))

    def open_removal(self) -> None:
        """The chosen day is to go, or a removed one to come back."""
        if self._chosen is not None:
            removed = self._chosen.source == "removed"
            form = forms.restoring_form(self._chosen) if removed else forms.removal_form(self._chosen)
            self._open(form, Subject(self._chosen))

    def open_restoring(self) -> None:
        """The chosen day as Desk brought it."""
        if self._chosen is not None:
            self._open(forms.restoring_form(self._chosen), Subject(self._chosen))

    def open_hours(self) -> None:
        """The hours of the week."""
        hours = self._counter.wall.document.hours
        own = bool(hours and hours[-1].week)
        self._open(forms.hours_form(self._counter.calendar.hours, self._counter.today, own=own))

    def open_period(self) -> None:
        """Ramadan."""
        self._open(forms.period_form(self._year))

    def open_ending(self, name: str) -> None:
        """Ramadan no more."""
        other = next((one for one in self._counter.wall.document.periods if one.name == name), None)
        if other is not None:
            self._open(forms.ending_form(other), Subject(period=name))

    def open_zone(self) -> None:
        """The time zone."""
        wall = self._counter.wall
        own = wall.document.timezone is not None
        self._open(forms.zone_form(wall.calendar.timezone, wall.packed_timezone, own=own))

    def consider_list(self, name: str, content: bytes) -> None:
        """A file of holidays: what would it do?"""
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            self._view.show_trouble(tr("Berkas {name} bukan teks UTF-8; simpan sebagai CSV UTF-8.", name=name))
            return

        def looked(taken: Taken) -> None:
            self._open(forms.list_form(name, taken), Subject(text=text))

        self._jobs.run(lambda: calendar.look_at_list(self._counter, text), looked, self._on_unreadable)

    def open_undo(self) -> None:
        """The last change is to be taken back."""

        def found(reason: str | None) -> None:
            if reason is not None:
                self._open(forms.undo_form(reason))

        self._jobs.run(lambda: calendar.undoable(self._counter), found, self._on_unreadable)

    def open_history(self) -> None:
        """Every change, the newest first."""

        def found(versions: Sequence[calendar.Version]) -> None:
            shown = [version_shown(version, self._counter.calendar.timezone) for version in reversed(versions)]
            self._view.show_history(shown, may_undo=any(version.stands for version in versions))

        self._jobs.run(lambda: calendar.history(self._counter), found, self._on_unreadable)

    def edit(self, key: str, values: Values) -> None:
        """A choice was made in the form that changes what else is asked."""
        if self._form is not None and key == "which":
            self._open(self._form.filled(values), self._about)

    def close(self) -> None:
        """Back to the overview; nothing was changed."""
        self._form = None
        self._view.clear_aside()

    def cancel(self) -> None:
        """Stop reckoning; nothing will have happened."""
        self._stopped = True

    def save(self, values: Values) -> None:
        """Do what the form says."""
        form = self._form
        if form is None:
            return
        self._form = form = form.filled(values)
        self._stopped = False
        watch = self._acts.watch(self._on_progress, lambda: self._stopped)
        about = self._about
        self._view.show_saving()
        self._jobs.run(
            lambda: save(self._counter, form.name, about, values, watch),
            lambda changed: self._on_changed(changed, form.title),
            self._on_refused,
        )

    def open_case(self, row: MovedRow) -> None:
        """A file whose date moved."""
        self._acts.open_case(row.case)

    def _on_progress(self, done: int, total: int) -> None:
        if done < total:
            self._view.show_progress(done, total)

    def _on_changed(self, changed: Changed, title: str) -> None:
        self._form = None
        days = changed.change.days
        if days:
            self._year = days[0].day.year
        self.refresh()
        if days:
            self._view.choose(days[0].day.isoformat())
        self._view.show_outcome(self._outcome(changed, title, undo=True))
        lines = calendar_words.change_lines(changed.change)
        what = lines[0] if len(lines) == 1 else f"{title}."
        self._acts.tell(f"{what} {calendar_words.due_line(changed.due)}", self.take_back)
        self._acts.changed()

    def take_back(self) -> None:
        """Ctrl+Z, while the bottom line still offers it."""
        self._jobs.run(
            lambda: calendar.undo(self._counter, tr("Diurungkan segera setelah disimpan")),
            self._on_taken_back,
            self._on_unreadable,
        )

    def _on_taken_back(self, changed: Changed) -> None:
        self.close()
        self.refresh()
        self._acts.tell(tr("Diurungkan. {moved}", moved=calendar_words.due_line(changed.due)), None)
        self._acts.changed()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        if self._form is not None:
            self._view.show_form(self._form)
        self._view.show_fault(error.field or "", sentence(error))

    def _on_unreadable(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._view.show_trouble(sentence(error))

    def _open(self, form: Form, about: Subject | None = None) -> None:
        self._about = about or Subject()
        self._form = replace(form, button=form.button or tr("Simpan"))
        self._view.show_form(self._form)

    def _go(self, which: int) -> None:
        try:
            year(self._counter, which)
        except Refused as error:
            self._acts.tell(sentence(error), None)
            return
        self._year = which
        self.choose(None)
        self.refresh()
        self._choose_next()

    def _choose_next(self) -> None:
        """The holiday that comes next, in a year that is running or to come."""
        days = year(self._counter, self._year).days
        coming = next((line.day for line in days if line.day >= self._counter.today), None)
        if coming is not None:
            self._view.choose(coming.isoformat())

    def _show_year(self) -> None:
        found = year(self._counter, self._year)
        self._view.show_year(self._year, _year_words(found), found.days)
        self._view.show_doubts(" ".join(calendar_words.doubts(self._counter.calendar, self._counter.today)))

    def _overview(self) -> Overview:
        found = year(self._counter, self._year)
        timezone = self._counter.calendar.timezone
        return Overview(
            week=tuple(calendar_words.week_lines(found.week)),
            own_hours=bool(found.hours and found.hours[-1].week),
            periods=tuple(
                (other.name, f"{calendar_words.day_words(other.first)} – {calendar_words.day_words(other.last)}")
                for other in found.periods
            ),
            zone=f"{ZONES.get(timezone, timezone)} · {timezone}",
        )

    def _outcome(self, changed: Changed, title: str, *, undo: bool) -> Outcome:
        calendar_zone = self._counter.calendar
        return Outcome(
            title=title,
            lines=tuple(calendar_words.change_lines(changed.change)[: forms.LISTED]),
            moved=calendar_words.due_line(changed.due),
            any_moved=bool(changed.due.moved),
            rows=tuple(MovedRow.of(moved, calendar_zone) for moved in changed.due.cases),
            more=changed.due.moved - len(changed.due.cases),
            may_undo=undo,
        )


def _year_words(found: Year) -> str:
    words = tr("{count} hari kerja", count=found.working_days)
    if not found.covered:
        return f"{words} · {tr('hari libur belum dimasukkan')}"
    return f"{words} · {tr('masih perkiraan')}" if found.provisional else words
