"""The clock of a case, and of the step it waits at, as this counter sees them now."""

from __future__ import annotations

from desk.domain.case import Case
from desk.domain.catalogue import Service, Step
from desk.domain.clock import Clock, clock_of
from desk.domain.step_times import StepClock, step_clock
from desk.services import calendar
from desk.services.counter import Counter

__all__ = ["Clock", "StepClock", "clock_at", "clock_of_step"]


def clock_at(counter: Counter, case: Case, service: Service) -> Clock:
    """The clock now, under the service that the case pins and the office's calendar of today. Where that is another than
    the one it was promised by, the days that made the difference are named.
    """
    promised_on = None
    if case.calendar and case.calendar != counter.calendar.version:
        promised_on = calendar.of_version(counter, case.calendar)
    return clock_of(case, service, counter.calendar, counter.now(), promised_on)


def clock_of_step(counter: Counter, case: Case, service: Service, step: Step) -> StepClock | None:
    """The clock of the step that the file waits at, where the decree's SOP gives it a time."""
    stay = next((stay for stay in reversed(case.journey.stays) if stay.holder.step == step.key), None)
    if stay is None:
        return None
    now = counter.now()
    return step_clock(service, step, counter.moment(stay.since), now, counter.calendar, case.journey.stops(now))
