"""An office's calendar: hours, holidays, working days, in its own zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import Refused
from desk.domain.holidays import Holiday, read_holidays
from desk.domain.workcalendar import Period, Week, WorkCalendar, ramadan_hours, standard_hours

TABLE = read_holidays((Path(__file__).parents[2] / "data" / "holidays" / "id.csv").read_text(encoding="utf-8"))
WIB = WorkCalendar("Asia/Jakarta", standard_hours(), TABLE.holidays, TABLE.years, TABLE.provisional)
WITA = replace(WIB, timezone="Asia/Makassar")
WIT = replace(WIB, timezone="Asia/Jayapura")
RAMADAN = replace(WIB, periods=(Period(date(2026, 2, 18), date(2026, 3, 20), ramadan_hours(), "Ramadan 1447 H"),))
CALENDARS = st.sampled_from([WIB, WITA, WIT, RAMADAN])

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2028, 6, 30), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis asks for naive bounds


def wib(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}:00+07:00")


def minutes_of(week: Week) -> int:
    return sum(
        (end.hour - start.hour) * 60 + end.minute - start.minute for intervals in week for start, end in intervals
    )


def test_the_week_is_as_long_as_the_decree_says() -> None:
    assert minutes_of(standard_hours()) == 37 * 60 + 30
    assert minutes_of(ramadan_hours()) == 32 * 60 + 30


def test_2026_has_240_working_days() -> None:
    assert WIB.working_days_between(date(2025, 12, 31), date(2026, 12, 31)) == 240


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 12, 22), 3, date(2026, 12, 29)),
        (date(2026, 3, 17), 5, date(2026, 3, 31)),
        (date(2026, 12, 30), 2, date(2027, 1, 4)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
    ],
)
def test_working_days_skip_weekends_national_days_and_joint_leave(day: date, count: int, expected: date) -> None:
    assert WIB.add_working_days(day, count) == expected


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("12-18T15:30", 120, "12-21T08:30"),  # Friday afternoon into Monday
        ("11-20T11:20", 20, "11-20T13:10"),  # over Friday's long break
        ("11-23T11:50", 10, "11-23T12:00"),  # to the end of an interval, not to the start of the next
        ("11-23T12:15", 1, "11-23T13:01"),
        ("11-23T16:00", 0, "11-24T07:30"),
        ("11-23T09:00", 0, "11-23T09:00"),
        ("11-22T03:00", 6, "11-23T07:36"),
    ],
)
def test_office_minutes_run_in_office_hours_only(start: str, minutes: int, end: str) -> None:
    assert WIB.add_office_minutes(wib(start), minutes) == wib(end)


def test_a_holiday_on_monday_moves_fridays_hours_to_tuesday() -> None:
    local = replace(WIB, holidays={**WIB.holidays, date(2026, 12, 21): Holiday("Hari Jadi", "local")})
    assert local.add_office_minutes(wib("12-18T15:30"), 120) == wib("12-22T08:30")


def test_ramadan_has_its_own_hours_only_while_it_lasts() -> None:
    assert RAMADAN.closing(date(2026, 2, 25)).time() == time(15)
    assert RAMADAN.closing(date(2026, 3, 25)).time() == time(16)
    assert RAMADAN.add_office_minutes(wib("02-25T07:30"), 0) == wib("02-25T08:00")


def test_an_office_that_opens_on_saturday_works_on_saturday() -> None:
    week = (*standard_hours()[:5], ((time(8), time(12)),), ())
    assert replace(WIB, hours=week).add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 21)


def test_each_zone_opens_by_its_own_clock() -> None:
    opening = datetime(2026, 11, 23, 7, 30)  # noqa: DTZ001 - a wall time
    for calendar in (WIB, WITA, WIT):
        assert calendar.add_office_minutes(wib("11-22T12:00"), 0) == opening.replace(tzinfo=calendar.zone)
    assert WIB.openings(date(2026, 11, 23))[0][0] - WIT.openings(date(2026, 11, 23))[0][0] == timedelta(hours=2)


def test_near_midnight_the_day_is_the_offices_own() -> None:
    moment = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    assert WIB.local(moment).date() == date(2026, 11, 23)
    assert WITA.local(moment).date() == date(2026, 11, 24)


def test_hours_count_right_where_summer_time_begins() -> None:
    night = replace(WIB, timezone="Europe/Berlin", hours=(((time(0), time(23)),),) * 7, holidays={})
    start = datetime(2026, 3, 28, 22, tzinfo=night.zone)
    assert night.add_office_minutes(start, 60 + 120) == datetime(2026, 3, 29, 3, tzinfo=night.zone)
    assert night.office_minutes_between(start, datetime(2026, 3, 29, 3, tzinfo=night.zone)) == 180


def test_a_day_without_work_lasts_to_its_end() -> None:
    assert WIB.closing(date(2026, 12, 25)).time() == time(23, 59)
    assert WIB.closing(date(2026, 11, 22)).time() == time(23, 59)


def test_holidays_and_unknown_years_are_listed_between_two_days() -> None:
    names = [holiday.name for _, holiday in WIB.holidays_between(date(2026, 12, 24), date(2027, 1, 1))]
    assert names == ["Hari Raya Natal", "Tahun Baru Masehi"]
    assert WIB.unknown_years(date(2027, 5, 1), date(2030, 1, 1)) == (2029, 2030)


@pytest.mark.parametrize("zone", ["Asia/Mesuji", "", "../etc/passwd", "WIB"])
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    with pytest.raises(Refused) as refused:
        replace(WIB, timezone=zone)
    assert refused.value.code == "calendar_zone"


@pytest.mark.parametrize(
    "week",
    [
        (),
        ((),) * 7,
        (((time(16), time(7, 30)),),) * 7,
        (((time(8), time(12)), (time(11), time(16))),) * 7,
    ],
)
def test_hours_that_cannot_be_are_refused(week: Week) -> None:
    with pytest.raises(Refused) as refused:
        replace(WIB, hours=week)
    assert refused.value.code == "calendar_hours"


def test_a_calendar_that_never_opens_is_refused_rather_than_searched_for_ever() -> None:
    start = date(2026, 1, 1)
    closed = replace(WIB, holidays={start + timedelta(days=n): Holiday("Tutup", "local") for n in range(500)})
    with pytest.raises(Refused):
        closed.add_working_days(start, 1)
    with pytest.raises(Refused):
        closed.add_office_minutes(wib("01-02T08:00"), 1)


def test_faults_of_the_program_are_not_said_to_officers() -> None:
    with pytest.raises(ValueError, match="naive"):
        WIB.local(datetime(2026, 1, 1))  # noqa: DTZ001 - that it is naive is the point
    with pytest.raises(ValueError, match="-1"):
        WIB.add_working_days(date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="-1"):
        WIB.add_office_minutes(wib("01-02T08:00"), -1)


@given(CALENDARS, days, st.integers(0, 90))
def test_working_days_land_on_working_days_and_count_back(calendar: WorkCalendar, day: date, count: int) -> None:
    end = calendar.add_working_days(day, count)
    assert calendar.is_working_day(end)
    if count:
        assert calendar.working_days_between(day, end) == count
    assert calendar.add_working_days(day, count + 1) > end or count == 0


@given(CALENDARS, days, days, st.integers(0, 30))
def test_who_starts_later_ends_no_earlier(calendar: WorkCalendar, one: date, other: date, count: int) -> None:
    first, second = sorted((one, other))
    assert calendar.add_working_days(first, count) <= calendar.add_working_days(second, count)


@given(CALENDARS, moments, st.integers(0, 10_000))
def test_office_minutes_end_on_a_working_day_and_count_back(
    calendar: WorkCalendar, start: datetime, minutes: int
) -> None:
    end = calendar.add_office_minutes(start, minutes)
    assert end >= start
    assert calendar.is_working_day(end.date())
    assert any(opens <= end <= closes for opens, closes in calendar.openings(end.date()))
    assert calendar.office_minutes_between(start, end) == minutes


@given(CALENDARS, moments, moments, st.integers(0, 3000), st.integers(0, 3000))
def test_office_minutes_are_monotone(calendar: WorkCalendar, one: datetime, other: datetime, m: int, n: int) -> None:
    first, second = sorted((one, other))
    assert calendar.add_office_minutes(first, m) <= calendar.add_office_minutes(second, m)
    assert calendar.add_office_minutes(first, min(m, n)) <= calendar.add_office_minutes(first, max(m, n))


@given(
    CALENDARS, moments, st.timedeltas(timedelta(0), timedelta(days=60)), st.timedeltas(timedelta(0), timedelta(days=60))
)
def test_office_time_adds_up_and_is_never_negative(
    calendar: WorkCalendar, start: datetime, one: timedelta, other: timedelta
) -> None:
    middle, end = start + one, start + one + other
    parts = calendar.office_time_between(start, middle) + calendar.office_time_between(middle, end)
    assert calendar.office_time_between(start, end) == parts
    assert parts >= timedelta(0)
    assert calendar.office_time_between(end, start) == timedelta(0)


SATURDAYS: Week = (*standard_hours()[:5], ((time(8), time(12)),), ())
ODD_WEEKS = replace(
    WIB,
    periods=(
        Period(date(2025, 3, 1), date(2025, 6, 30), SATURDAYS, "Masa pendataan"),
        Period(date(2025, 6, 1), date(2027, 7, 15), (standard_hours()[0], *((),) * 6), "Kantor pindah"),
        Period(date(2026, 2, 18), date(2026, 3, 20), ramadan_hours(), "Ramadan 1447 H"),
    ),
)


@given(st.sampled_from([WIB, RAMADAN, ODD_WEEKS]), days, days)
def test_working_days_of_years_are_counted_as_one_by_one(calendar: WorkCalendar, after: date, until: date) -> None:
    each = (after + n * timedelta(days=1) for n in range(1, (until - after).days + 1))
    assert calendar.working_days_between(after, until) == sum(calendar.is_working_day(day) for day in each)
