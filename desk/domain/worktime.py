"""The clock's arithmetic: until when a promise runs, why, and how much of it is used.

Rules (DESIGN, 'A file's life'): minutes and a few hours run in office hours; ``elapsed`` runs day and night; days are
working days, day 0 being the day the file is complete, due when that day's work ends; calendar days, months and years
go by date. The clock starts when the file is complete and stands still in pauses; a working day counts when the clock
runs at its close. Of a range the maximum is the promise. Everything is a pure function of the pinned duration, the
times and the calendar, so a holiday that is decreed later changes the date and the lines that explain it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desk.domain.catalogue import Basis, Duration, DurationUnit
from desk.domain.workcalendar import Span, WorkCalendar
from desk.domain.worktime_words import calendar_doubts, explain, not_set

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_LENGTHS: dict[DurationUnit, timedelta] = {"minute": _MINUTE, "hour": timedelta(hours=1), "day": _DAY}
_MONTHS: dict[DurationUnit, int] = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Due:
    """A due date that can be defended.

    Attributes:
        at: until when, in the office's zone; None where the standard sets no time.
        why: the arithmetic, one Indonesian line each, the doubts last.
        basis: how the clock runs; None where nothing is set.
        about: whether the standard says about how long (±), not at most.
    """

    at: datetime | None
    why: tuple[str, ...]
    basis: Basis | None
    about: bool = False


def basis_of(duration: Duration) -> Basis:
    """How the clock runs: the named basis, or the nearest that its unit can have (months never run in office hours)."""
    if duration.unit in ("month", "year"):
        return "calendar"
    if duration.unit == "day":
        return "working" if duration.basis == "office" else duration.basis
    return "elapsed" if duration.basis in ("elapsed", "calendar") else "office"


def due(duration: Duration | None, start: datetime, calendar: WorkCalendar, pauses: Sequence[Span] = ()) -> Due:
    """Until when `duration` runs for a file complete at `start`, with the lines that explain it.

    `pauses` are the closed stretches in which the clock stood still; give ``now`` as the end of one that goes on.
    """
    if duration is None:
        return Due(None, not_set(), None)
    basis = basis_of(duration)
    stops = merged(pauses)
    begin = calendar.local(start)
    at = due_at(duration, start, calendar, pauses)
    earliest = _ends(duration.unit, duration.min, basis, begin, calendar, stops) if duration.bound == "range" else None
    lines = explain(duration, basis, begin, at, calendar, stops, earliest)
    doubts = calendar_doubts(basis, begin.date(), at.date(), calendar)
    return Due(at, (*lines, *doubts), basis, duration.bound == "about")


def due_at(duration: Duration, start: datetime, calendar: WorkCalendar, pauses: Sequence[Span] = ()) -> datetime:
    """The moment of `due` alone, for lists."""
    return _ends(duration.unit, duration.max, basis_of(duration), calendar.local(start), calendar, merged(pauses))


def elapsed_in_basis(duration: Duration | None, spans: Sequence[Span], calendar: WorkCalendar) -> int:
    """Full minutes that the clock ran in `spans`, its running stretches: office time or day and night, by the basis.

    Stretches that overlap count once, those that end before they begin (a clock set back) not at all; never negative.
    Without a standard, office time.
    """
    basis = basis_of(duration) if duration is not None else "office"
    total = timedelta(0)
    for begin, end in merged(spans):
        total += calendar.office_time_between(begin, end) if basis in ("office", "working") else end - begin
    return total // _MINUTE


def running_spans(start: datetime, until: datetime, pauses: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The stretches from `start` to `until` in which the clock ran, in UTC."""
    return _without((start.astimezone(UTC), until.astimezone(UTC)), merged(pauses))


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches in UTC, in order, overlapping ones made one, empty and reversed ones left out."""
    result: list[Span] = []
    for begin, end in sorted((begin.astimezone(UTC), end.astimezone(UTC)) for begin, end in spans if begin < end):
        if result and begin <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((begin, end))
    return tuple(result)


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later; the last day where that month is shorter (31 Jan + 1 = 28 Feb)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _ends(
    unit: DurationUnit, count: int, basis: Basis, start: datetime, calendar: WorkCalendar, stops: tuple[Span, ...]
) -> datetime:
    """When `count` units are over."""
    if basis == "working":
        return _working_end(start, count, calendar, stops)
    if basis == "calendar":
        day = start.date() + count * _DAY if unit == "day" else add_months(start.date(), count * _MONTHS[unit])
        return _date_end(start, day, calendar, stops)
    amount = count * _LENGTHS[unit]
    if basis == "office":
        return _office_end(start, amount, calendar, stops)
    end = start.astimezone(UTC) + amount
    for begin, stop in stops:
        if begin < end and stop > start:
            end += stop - max(begin, start)
    return calendar.local(end)


def _office_end(start: datetime, amount: timedelta, calendar: WorkCalendar, stops: tuple[Span, ...]) -> datetime:
    for opening in calendar.openings_from(start):
        for begin, end in _without(opening, stops):
            if amount <= end - begin:
                return calendar.local(begin + amount)
            amount -= end - begin
    raise AssertionError("openings never end")  # pragma: no cover


def _working_end(start: datetime, count: int, calendar: WorkCalendar, stops: tuple[Span, ...]) -> datetime:
    def stands(day: date) -> bool:
        """Whether the clock stands at the close of `day`."""
        if not stops:
            return False
        close = calendar.closing(day)
        return any(begin < close <= end for begin, end in stops)

    day = start.date()
    while stands(day):
        day += _DAY
    while count > 0 or not calendar.is_working_day(day) or calendar.closing(day) <= start or stands(day):
        day = calendar.next_working_day(day + _DAY)
        count -= not stands(day)
    return calendar.closing(day)


def _date_end(start: datetime, day: date, calendar: WorkCalendar, stops: tuple[Span, ...]) -> datetime:
    """The close of `day`, put off by as many days as the clock stood."""
    for begin, end in stops:
        if end > start and begin < calendar.closing(day):
            day += calendar.local(end).date() - calendar.local(max(begin, start)).date()
    return calendar.closing(day)


def _without(span: Span, stops: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is left of `span` outside `stops`, which are merged and in order."""
    begin, end = span
    left: list[Span] = []
    for stop_begin, stop_end in stops:
        if stop_end <= begin or stop_begin >= end:
            continue
        if stop_begin > begin:
            left.append((begin, stop_begin))
        begin = max(begin, stop_end)
    if begin < end:
        left.append((begin, end))
    return tuple(left)
