"""What differs between two calendars of an office, and from which date to which a promise may differ by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk.domain.holidays import Holiday
from desk.domain.workcalendar import Week, WorkCalendar

Dates = tuple[date, date]
"""First and last, both included; `date.max` where there is no end."""


@dataclass(frozen=True, slots=True)
class DayChange:
    """One date that is another day now: a holiday more (`before` None), one less (`after` None), or named anew."""

    day: date
    before: Holiday | None
    after: Holiday | None


@dataclass(frozen=True, slots=True)
class HoursChange:
    """Other hours from `first` to `last`; `name` that of the period that came or went, empty for the usual hours."""

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """What one calendar has that the other hasn't; `timezone` (before, after) where that differs."""

    days: tuple[DayChange, ...]
    hours: tuple[HoursChange, ...]
    timezone: tuple[str, str] | None

    @property
    def span(self) -> Dates | None:
        """From when to when work differs; None where every promise stays (a day was only named anew)."""
        if self.timezone is not None:
            return date.min, date.max
        spans = [(hours.first, hours.last) for hours in self.hours]
        spans += [(one.day, one.day) for one in self.days if (one.before is None) is not (one.after is None)]
        if not spans:
            return None
        return min(first for first, _ in spans), max(last for _, last in spans)


def difference(before: WorkCalendar, after: WorkCalendar) -> CalendarChange:
    """What differs between them."""
    return CalendarChange(
        days=tuple(
            DayChange(day, before.holidays.get(day), after.holidays.get(day))
            for day in sorted({*before.holidays, *after.holidays})
            if before.holidays.get(day) != after.holidays.get(day)
        ),
        hours=tuple(_hours(before, after)),
        timezone=None if before.timezone == after.timezone else (before.timezone, after.timezone),
    )


def _hours(before: WorkCalendar, after: WorkCalendar) -> list[HoursChange]:
    """Stretches in which another week holds: between two dates on which a period begins or ends, none changes."""
    one = timedelta(days=1)
    periods = (*before.periods, *after.periods)
    begins = sorted({date.min, *(p.first for p in periods), *(p.last + one for p in periods)})
    found: list[HoursChange] = []
    for first, following in zip(begins, [*begins[1:], None], strict=True):
        if _week(before, first) == _week(after, first):
            continue
        last = date.max if following is None else following - one
        change = HoursChange(first, last, _name(before, after, first))
        if found and found[-1].last + one == first and found[-1].name == change.name:
            change = HoursChange(found.pop().first, last, change.name)
        found.append(change)
    return found


def _week(calendar: WorkCalendar, day: date) -> Week:
    period = calendar.period_on(day)
    return period.hours if period else calendar.hours


def _name(before: WorkCalendar, after: WorkCalendar, day: date) -> str:
    for calendar in (after, before):
        period = calendar.period_on(day)
        if period is not None and period.name:
            return period.name
    return ""
