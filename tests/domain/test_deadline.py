"""A deadline is typed as short as it is said: three days, the fourth of December, tomorrow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.deadline import read_deadline
from desk.domain.errors import Refused
from desk.domain.holidays import read_holidays
from desk.domain.workcalendar import WorkCalendar, standard_hours
from desk.places import bundled

TUESDAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    table = read_holidays(bundled("data", "holidays", "id.csv").read_text(encoding="utf-8"))
    return WorkCalendar(
        timezone="Asia/Jakarta", hours=standard_hours(), holidays=table.holidays, years=table.years,
        provisional=table.provisional,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", "2026-11-27"), ("4", "2026-11-30"), ("3 hk", "2026-11-27"), ("3 hari kerja", "2026-11-27"),
        ("4/12", "2026-12-04"), ("4-12", "2026-12-04"), ("1/1", "2027-01-01"), ("24/11", "2026-11-24"),
        ("29/2", "2028-02-29"), ("4/12/2026", "2026-12-04"), ("4 Des 2026", "2026-12-04"), ("2026-12-04", "2026-12-04"),
        ("besok", "2026-11-25"), ("Lusa", "2026-11-26"), ("hari ini", "2026-11-24"), ("jumat", "2026-11-27"),
        ("Selasa", "2026-12-01"), (" 3  ", "2026-11-27"),
    ],
)  # fmt: skip
def test_what_is_typed_is_the_day_that_was_meant(typed: str, meant: str, calendar: WorkCalendar) -> None:
    assert read_deadline(typed, TUESDAY, calendar) == date.fromisoformat(meant)


def test_working_days_pass_over_holidays(calendar: WorkCalendar) -> None:
    assert read_deadline("3", date(2026, 12, 22), calendar) == date(2026, 12, 29)  # CONVENTIONS 7


def test_nothing_typed_is_no_deadline(calendar: WorkCalendar) -> None:
    assert read_deadline("  ", TUESDAY, calendar) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("kemarin", "deadline_past"), ("23/11/2026", "deadline_past"), ("31/2", "day_impossible"),
        ("31/11/2026", "day_impossible"), ("segera", "day_format"), ("0", "day_format"), ("12/2026", "day_format"),
    ],
)  # fmt: skip
def test_what_is_no_day_to_come_is_refused(typed: str, code: str, calendar: WorkCalendar) -> None:
    with pytest.raises(Refused) as refusal:
        read_deadline(typed, TUESDAY, calendar)
    assert (refusal.value.code, refusal.value.field) == (code, "deadline")


@given(typed=st.text(max_size=12))
def test_anything_typed_is_a_day_to_come_or_refused(typed: str, calendar: WorkCalendar) -> None:
    try:
        day = read_deadline(typed, TUESDAY, calendar)
    except Refused:
        return
    assert day is None or day >= TUESDAY
