"""Calendars whose every closed day stands in the test that uses them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from desk.domain.holidays import Holiday
from desk.domain.workcalendar import WorkCalendar, standard_hours

WEEK = WorkCalendar("Asia/Jakarta", standard_hours(), {}, frozenset(range(2025, 2030)))
"""Mon to Thu 07.30-12.00 and 13.00-16.00 (450 minutes), Fri 07.30-11.30 and 13.00-16.30 (450); no holidays."""


def closed(*days: str, calendar: WorkCalendar = WEEK) -> WorkCalendar:
    """The calendar with those days closed besides."""
    more = {date.fromisoformat(day): Holiday(f"Libur {day}", "local") for day in days}
    return replace(calendar, holidays={**calendar.holidays, **more})


def wib(text: str) -> datetime:
    """``2026-11-24T09:15`` at Pasuruan."""
    return datetime.fromisoformat(f"{text}:00+07:00")
