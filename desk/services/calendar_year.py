"""A year of the office's calendar, to be looked at: each day with where it comes from, hours, what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desk.domain.calendar_document import AddedDay, HoursFrom, OtherHours
from desk.domain.errors import Refused
from desk.domain.holidays import HolidayKind
from desk.domain.workcalendar import Week
from desk.services.counter import Counter

Source = Literal["bundled", "office", "removed"]
"""Whose word a day is: Desk's table, the office, or the office's against Desk's table."""

_FIRST, _LAST = 2000, 2100


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of the list. `decree`, `decided` and `replaces` (what Desk's table says) belong to the office's own days,
    `reason` to a removed one.
    """

    day: date
    name: str
    kind: HolidayKind
    source: Source
    decree: str | None = None
    decided: date | None = None
    replaces: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """One year.

    Attributes:
        days: holidays and what would be one, in order.
        working_days: how many the year has.
        covered: whether somebody entered it; provisional: whether it may still change.
        week: the hours that hold last; hours: the office's own, by the date from which they hold.
        periods: weeks with other hours that touch this year.
    """

    year: int
    days: tuple[DayLine, ...]
    working_days: int
    covered: bool
    provisional: bool
    week: Week
    hours: tuple[HoursFrom, ...]
    periods: tuple[OtherHours, ...]


def year(counter: Counter, which: int) -> Year:
    """The year as the office has it.

    Raises:
        Refused: ``calendar_year``: no calendar goes there.
    """
    if not _FIRST <= which <= _LAST:
        template = "Tahun {year} di luar kalender; pilih antara {first} dan {last}."
        raise Refused("calendar_year", template, field="year", year=which, first=_FIRST, last=_LAST)
    calendar, document = counter.calendar, counter.wall.document
    first, last = date(which, 1, 1), date(which, 12, 31)
    return Year(
        year=which,
        days=tuple(line for line in days(counter) if first <= line.day <= last),
        working_days=calendar.working_days_between(first - timedelta(days=1), last),
        covered=which in calendar.years,
        provisional=which in calendar.provisional,
        week=calendar.hours,
        hours=document.hours,
        periods=tuple(other for other in document.periods if other.first <= last and other.last >= first),
    )


def days(counter: Counter) -> list[DayLine]:
    """Every day that the calendar names or leaves out, in order."""
    table, document = counter.wall.table.holidays, counter.wall.document
    added = {one.day: one for one in document.added}
    removed = {gone.day: gone.reason for gone in document.removed}
    found = []
    for day in sorted({*table, *added}):
        shipped = table.get(day)
        if day in added:
            found.append(_own(added[day], shipped.name if shipped else None))
        elif shipped is not None and day in removed:
            found.append(DayLine(day, shipped.name, shipped.kind, "removed", reason=removed[day]))
        elif shipped is not None:
            found.append(DayLine(day, shipped.name, shipped.kind, "bundled"))
    return found


def _own(added: AddedDay, replaces: str | None) -> DayLine:
    return DayLine(added.day, added.name, added.kind, "office", added.decree, added.decided, replaces)
