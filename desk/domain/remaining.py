"""How much time is left, told as an officer counts it: minutes and hours within a day, then working days. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from desk.domain.workcalendar import WorkCalendar

RemainingKind = Literal["late", "today", "left", "stands", "with_applicant", "ready", "unset"]
RemainingUnit = Literal["minute", "hour", "working_day", "day"]

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Remaining:
    """Where a file stands against the time that it is given.

    Attributes:
        kind: ``late`` by `count`; ``today`` and ``left`` with `count` to go; ``stands``, ``with_applicant`` and
            ``ready`` while nothing runs; ``unset`` where no time is set, which is not 'in time'.
        count: in `unit`; at least 1 where there is one.
        at: until when; None where nothing is expected.
    """

    kind: RemainingKind
    count: int = 0
    unit: RemainingUnit = "day"
    at: datetime | None = None


def remaining(now: datetime, due: datetime, calendar: WorkCalendar) -> Remaining:
    """What is left at `now` until `due`, or by how much that has passed; both aware."""
    here, there = calendar.local(now), calendar.local(due)
    late = there < here
    first, last = (there, here) if late else (here, there)
    if first.date() == last.date():
        apart = last - first
        hours = apart // _HOUR
        count, unit = (hours, "hour") if hours else (max(1, apart // timedelta(minutes=1)), "minute")
        return Remaining("late" if late else "today", count, unit, there)  # type: ignore[arg-type]
    working = calendar.working_days_between(first.date(), last.date())
    days = (last.date() - first.date()).days
    if working:
        return Remaining("late" if late else "left", working, "working_day", there)
    return Remaining("late" if late else "left", days, "day", there)


def days_here(since: datetime, now: datetime, calendar: WorkCalendar) -> int:
    """How many days ago that was by the office's calendar: 0 is today; a time that lies ahead counts as today."""
    return max(0, (calendar.local(now).date() - calendar.local(since).date()).days)
