"""What is left of the time, as an officer counts it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.holidays import Holiday
from desk.domain.remaining import Remaining, days_here, remaining
from desk.domain.workcalendar import WorkCalendar, standard_hours
from tests.fakes import WIB

OFFICE = WorkCalendar(
    "Asia/Jakarta", standard_hours(), {date(2026, 12, 25): Holiday("Natal", "national")}, frozenset({2026, 2027})
)
TUESDAY = datetime(2026, 11, 24, 9, 15, tzinfo=WIB)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("due", "kind", "count", "unit"),
    [
        ("2026-11-24T09:21", "today", 6, "minute"),
        ("2026-11-24T09:15:20", "today", 1, "minute"),
        ("2026-11-24T16:00", "today", 6, "hour"),
        ("2026-11-25T16:00", "left", 1, "working_day"),
        ("2026-11-30T16:00", "left", 4, "working_day"),
        ("2026-12-28T16:00", "left", 23, "working_day"),
        ("2026-11-24T09:00", "late", 15, "minute"),
        ("2026-11-24T07:30", "late", 1, "hour"),
        ("2026-11-23T16:00", "late", 1, "working_day"),
        ("2026-11-20T16:30", "late", 2, "working_day"),
    ],
)
def test_minutes_and_hours_within_a_day_then_working_days(due: str, kind: str, count: int, unit: str) -> None:
    assert remaining(TUESDAY, at(due), OFFICE) == Remaining(kind, count, unit, at(due))  # type: ignore[arg-type]


def test_over_a_weekend_plain_days_are_counted() -> None:
    saturday = at("2026-11-28T10:00")
    assert remaining(saturday, at("2026-11-29T08:00"), OFFICE) == Remaining("left", 1, "day", at("2026-11-29T08:00"))
    late = remaining(saturday, at("2026-11-27T16:30"), OFFICE)
    assert (late.kind, late.count, late.unit) == ("late", 1, "day")


moments = st.integers(0, 60 * 24 * 500).map(lambda minutes: TUESDAY + timedelta(minutes=minutes))


@given(moments, moments)
def test_it_is_late_exactly_when_the_time_has_passed_and_never_by_nothing(now: datetime, due: datetime) -> None:
    found = remaining(now, due, OFFICE)
    assert (found.kind == "late") == (due < now)
    assert found.count >= 1
    assert found.at == due


def test_a_file_that_came_before_midnight_has_been_here_a_day_after_it() -> None:
    assert days_here(at("2026-11-23T23:59"), at("2026-11-24T00:01"), OFFICE) == 1
    assert days_here(at("2026-11-24T00:01"), at("2026-11-24T23:00"), OFFICE) == 0
    assert days_here(at("2050-01-01T00:00"), TUESDAY, OFFICE) == 0
