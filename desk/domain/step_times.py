"""How long one step may take, where a decree prints an SOP with times (OKU Selatan's do). Pure.

A row of the SOP is a step's when both say the same: SOPs that tell another story than the procedure give no step a time
(oku-selatan/07 prints two of them beside its route), because guessing one would put words into the decree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from desk.domain.catalogue import Basis, Duration, DurationUnit, Service, Step
from desk.domain.journey import Span
from desk.domain.workcalendar import WorkCalendar
from desk.domain.worktime import due_at, elapsed_in_basis, running_spans

_TIME = re.compile(r"(?:(\d{1,4})\s*[-–]\s*)?(\d{1,4})\s*(menit|jam|hari|bulan)(?:\s+kerja)?", re.IGNORECASE)
_UNITS: dict[str, tuple[DurationUnit, Basis]] = {
    "menit": ("minute", "office"),
    "jam": ("hour", "office"),
    "hari": ("day", "working"),
    "bulan": ("month", "calendar"),
}


@dataclass(frozen=True, slots=True)
class StepClock:
    """A step's own clock: minutes by its unit's basis; `due` the moment by which its desk should be done."""

    allowed: Duration
    used: int
    due: datetime
    late: bool


def read_time(printed: str) -> Duration | None:
    """The duration that an SOP's cell prints (``30 menit``, ``1-8 jam``); None where it is no plain time."""
    found = _TIME.fullmatch(" ".join(printed.split()))
    if found is None:
        return None
    first, last, word = found.groups()
    unit, basis = _UNITS[word.lower()]
    least = int(first or last)
    return Duration(least, int(last), unit, "range" if first else "at_most", basis, "office", printed)


def allowance(service: Service, step_key: str) -> Duration | None:
    """What the service's SOP allows for that step; None where it says nothing of it, or two things."""
    step = service.step(step_key) if service.sop else None
    if step is None:
        return None
    times = {
        row.time for sop in service.sop for row in sop.rows if row.time and _plain(row.activity) == _plain(step.title)
    }
    return read_time(times.pop()) if len(times) == 1 else None


def step_clock(
    service: Service, step: Step, since: datetime, now: datetime, calendar: WorkCalendar, stops: tuple[Span, ...]
) -> StepClock | None:
    """The clock of the step at which a file has been `since`; it stands where the file's own clock stands."""
    allowed = allowance(service, step.key)
    if allowed is None:
        return None
    due = due_at(allowed, since, calendar, stops)
    used = elapsed_in_basis(allowed, running_spans(since, now, stops), calendar)
    return StepClock(allowed, used, due, now > due)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
