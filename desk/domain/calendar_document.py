"""The office's own calendar, as a document laid over the holidays that Desk brought.

Added and removed days, hours of the week from a date on, periods with other hours (Ramadan), another time zone. It is
kept as canonical JSON (read by `calendar_reader`) and versioned like a pack file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk.domain.event import canonical
from desk.domain.holidays import Holiday, HolidayKind, HolidayTable, table_of
from desk.domain.workcalendar import Period, Week, WorkCalendar, ramadan_hours, standard_hours

FORMAT = "desk-calendar"
VERSION = 1

ZONES: Mapping[str, str] = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""The time zones that an office can be in, and what they are called."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class AddedDay:
    """A holiday of the office's own, or one that was decreed later; `decree` and `decided` say by what, and when."""

    day: date
    name: str
    kind: HolidayKind
    decree: str | None = None
    decided: date | None = None

    @property
    def holiday(self) -> Holiday:
        """What the calendar makes of it."""
        return Holiday(self.name, self.kind)


@dataclass(frozen=True, slots=True)
class RemovedDay:
    """A holiday of Desk's table on which this office works: cancelled, or moved to another date."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class HoursFrom:
    """The hours of the week from a date on; `week` None is Perpres 21/2023."""

    first: date
    week: Week | None


@dataclass(frozen=True, slots=True)
class OtherHours:
    """Other hours from `first` to `last`, both included; `week` None is Perpres 21/2023 in Ramadan."""

    first: date
    last: date
    name: str
    week: Week | None = None


@dataclass(frozen=True, slots=True)
class CalendarDocument:
    """What the office changed. Days and hours stand by date, one a date; periods don't overlap."""

    added: tuple[AddedDay, ...] = ()
    removed: tuple[RemovedDay, ...] = ()
    hours: tuple[HoursFrom, ...] = ()
    periods: tuple[OtherHours, ...] = ()
    timezone: str | None = None

    def apply(self, table: HolidayTable, timezone: str) -> WorkCalendar:
        """The calendar that holds: Desk's `table` and hours, in the office's `timezone`, with these changes over them.

        Hours that held earlier become periods before the first date of those that hold last, so that yesterday's
        promise is explained by yesterday's hours.
        """
        standard = standard_hours()
        gone = {removed.day for removed in self.removed}
        days = {day: holiday for day, holiday in table.holidays.items() if day not in gone}
        days.update((added.day, added.holiday) for added in self.added)
        laid = table_of(days)
        calendar = WorkCalendar(
            timezone=self.timezone or timezone,
            hours=(self.hours[-1].week or standard) if self.hours else standard,
            holidays=laid.holidays,
            years=laid.years,
            provisional=laid.provisional,
            periods=(*(_period(other) for other in self.periods), *_earlier(self.hours, standard)),
        )
        return replace(calendar, version=version_of(calendar))


EMPTY = CalendarDocument()
"""An office that changed nothing."""


def version_of(calendar: WorkCalendar) -> str:
    """What a case pins: the hash of everything that a date is reckoned with. Equal for equal calendars, however made."""
    return hashlib.sha256(
        canonical(
            {
                "timezone": calendar.timezone,
                "hours": write_week(calendar.hours),
                "holidays": {day.isoformat(): [held.name, held.kind] for day, held in calendar.holidays.items()},
                "years": [sorted(calendar.years), sorted(calendar.provisional)],
                "periods": [
                    [period.first.isoformat(), period.last.isoformat(), period.name, write_week(period.hours)]
                    for period in calendar.periods
                ],
            }
        )
    ).hexdigest()


def write_document(document: CalendarDocument) -> bytes:
    """The document as canonical JSON: equal documents are equal bytes."""
    return canonical(
        {
            "format": FORMAT,
            "version": VERSION,
            "timezone": document.timezone,
            "hours": [
                {"from": held.first.isoformat(), "week": write_week(held.week) if held.week else None}
                for held in document.hours
            ],
            "periods": [
                {
                    "name": other.name,
                    "first": other.first.isoformat(),
                    "last": other.last.isoformat(),
                    "week": write_week(other.week) if other.week else None,
                }
                for other in document.periods
            ],
            "added": [
                {
                    "date": added.day.isoformat(),
                    "name": added.name,
                    "kind": added.kind,
                    "decree": added.decree,
                    "decided": added.decided.isoformat() if added.decided else None,
                }
                for added in document.added
            ],
            "removed": [{"date": gone.day.isoformat(), "reason": gone.reason} for gone in document.removed],
        }
    )


def write_week(week: Week) -> dict[str, list[str]]:
    """The hours of a week as `read_week` takes them."""
    return {
        name: [f"{start:%H:%M}-{end:%H:%M}" for start, end in intervals]
        for name, intervals in zip(WEEKDAYS, week, strict=True)
    }


def check_week(week: Week) -> Week:
    """The week, if a calendar can be made of it.

    Raises:
        Refused: ``calendar_hours``.
    """
    return WorkCalendar("Asia/Jakarta", week, {}, frozenset()).hours


def _period(other: OtherHours) -> Period:
    return Period(other.first, other.last, other.week or ramadan_hours(), other.name)


def _earlier(hours: tuple[HoursFrom, ...], standard: Week) -> list[Period]:
    """Periods for the hours that held before the last ones."""
    found: list[Period] = []
    first, week = date.min, standard
    for later in hours:
        last = later.first - timedelta(days=1)
        found.append(Period(first, last, week, ""))
        first, week = later.first, later.week or standard
    return found
