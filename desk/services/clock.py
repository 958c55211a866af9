"""The clock of a case as this counter sees it now."""

from __future__ import annotations

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.clock import Clock, clock_of
from desk.services.counter import Counter

__all__ = ["Clock", "clock_at"]


def clock_at(counter: Counter, case: Case, service: Service) -> Clock:
    """The clock now, under the service that the case pins and the office's calendar of today."""
    return clock_of(case, service, counter.calendar, counter.now())
