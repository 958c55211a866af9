"""The office's own calendar over Desk's: what holds then, how it is written, and how a wrong one is refused."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.calendar_document import (
    EMPTY,
    AddedDay,
    CalendarDocument,
    HoursFrom,
    OtherHours,
    RemovedDay,
    write_document,
    write_week,
)
from desk.domain.calendar_reader import read_document, read_week
from desk.domain.catalogue import Duration
from desk.domain.errors import Refused
from desk.domain.holidays import Holiday, read_holidays
from desk.domain.workcalendar import WorkCalendar, ramadan_hours, standard_hours
from desk.domain.worktime import due, due_at

TABLE = read_holidays((Path(__file__).parents[2] / "data" / "holidays" / "id.csv").read_text(encoding="utf-8"))
SIX_DAYS = (*([((time(7), time(14)),)] * 4), ((time(7), time(11)),), ((time(7), time(12, 30)),), ())
"""An office that serves from seven to two, half a Friday, and Saturdays too."""

FULL = CalendarDocument(
    added=(
        AddedDay(date(2026, 9, 18), "Hari Jadi Kabupaten Pasuruan", "local"),
        AddedDay(date(2026, 12, 31), "Cuti Bersama Tahun Baru", "joint", "SKB 3 Menteri 12/2026", date(2026, 12, 1)),
    ),
    removed=(RemovedDay(date(2026, 12, 24), "Pelayanan bencana tetap buka"),),
    hours=(HoursFrom(date(2026, 7, 1), SIX_DAYS), HoursFrom(date(2027, 1, 1), None)),
    periods=(
        OtherHours(date(2026, 2, 18), date(2026, 3, 19), "Ramadan 1447 H"),
        OtherHours(date(2027, 2, 8), date(2027, 3, 9), "Ramadan 1448 H", ramadan_hours()),
    ),
    timezone="Asia/Makassar",
)


def days(count: int) -> Duration:
    return Duration(count, count, "day", "exact", "working", "printed", f"{count} hari")


def hours(count: int) -> Duration:
    return Duration(count, count, "hour", "exact", "office", "printed", f"{count} jam")


def of(document: CalendarDocument) -> WorkCalendar:
    return document.apply(TABLE, "Asia/Jakarta")


def wib(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:00+07:00")


def test_an_office_that_changed_nothing_has_desk_s_calendar() -> None:
    calendar = of(EMPTY)
    assert calendar.holidays == TABLE.holidays
    assert (calendar.hours, calendar.timezone, calendar.periods) == (standard_hours(), "Asia/Jakarta", ())
    assert (calendar.years, calendar.provisional) == (TABLE.years, TABLE.provisional)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [("2026-12-22T10:00", 3, "2026-12-29T16:00"), ("2026-03-17T10:00", 5, "2026-03-31T16:00")],
)
def test_the_working_days_that_were_counted_by_hand(start: str, count: int, end: str) -> None:
    """22 Dec (Tue): 23 is one, 24 joint leave, 25 Christmas, 26 and 27 the weekend, 28 two, 29 three.

    17 Mar (Tue): 18 joint leave, 19 Nyepi, 20 joint leave, 21 and 22 Idul Fitri, 23 and 24 joint leave, 25 one, 26 two,
    27 three, 28 and 29 the weekend, 30 four, 31 five.
    """
    assert due_at(days(count), wib(start), of(EMPTY)) == wib(end)
    assert sum(of(EMPTY).is_working_day(date.fromordinal(n)) for n in _year(2026)) == 240


def _year(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())


def test_received_on_friday_at_half_past_three_with_a_holiday_on_monday() -> None:
    """4 Dec 2026 is a Friday; on Monday the regent lets everybody go to the polls. Two days: Tuesday, Wednesday."""
    friday = wib("2026-12-04T15:30")
    monday = CalendarDocument(added=(AddedDay(date(2026, 12, 7), "Pemilihan Kepala Desa", "local"),))
    assert due_at(days(2), friday, of(EMPTY)) == wib("2026-12-08T16:00")
    assert due_at(days(2), friday, of(monday)) == wib("2026-12-09T16:00")
    assert due_at(hours(3), friday, of(EMPTY)) == wib("2026-12-07T09:30")  # an hour on Friday, two from 07.30
    assert due_at(hours(3), friday, of(monday)) == wib("2026-12-08T09:30")
    assert any("7 Desember 2026 (Pemilihan Kepala Desa)" in line for line in due(days(2), friday, of(monday)).why)


def test_in_ramadan_hours_run_from_eight_to_three() -> None:
    """19 Feb 2026 is the first Thursday of Ramadan: 14.00 to 15.00, then Friday 08.00 to 10.00."""
    fasting = CalendarDocument(periods=(OtherHours(date(2026, 2, 18), date(2026, 3, 19), "Ramadan 1447 H"),))
    begin = wib("2026-02-19T14:00")
    assert due_at(hours(3), begin, of(fasting)) == wib("2026-02-20T10:00")
    assert due_at(hours(3), begin, of(EMPTY)) == wib("2026-02-20T08:30")
    assert due_at(days(1), begin, of(fasting)) == wib("2026-02-20T15:30")
    assert due_at(days(1), wib("2026-03-25T10:00"), of(fasting)) == wib("2026-03-26T16:00")


def test_an_office_of_central_indonesia_closes_an_hour_earlier_by_our_clock() -> None:
    east = CalendarDocument(timezone="Asia/Makassar").apply(TABLE, "Asia/Jakarta")
    ends = due_at(days(1), datetime.fromisoformat("2026-11-24T09:00:00+08:00"), east)
    assert ends.isoformat() == "2026-11-25T16:00:00+08:00"
    assert due(days(1), wib("2026-11-24T23:30"), east).why[1].startswith("Berkas lengkap Rabu, 25 November 2026")


def test_a_promise_may_run_over_the_end_of_the_year() -> None:
    """30 Dec 2026 (Wed): 31 Thu one; 1 Jan New Year; 4 Mon two. With joint leave on the 31st: 4 one; 5 Isra Mikraj; 6 two."""
    leave = CalendarDocument(added=(AddedDay(date(2026, 12, 31), "Cuti Bersama", "joint"),))
    start = wib("2026-12-30T10:00")
    assert due_at(days(2), start, of(EMPTY)) == wib("2027-01-04T16:00")
    assert due_at(days(2), start, of(leave)) == wib("2027-01-06T16:00")


def test_hours_hold_from_their_date_and_yesterday_s_promise_keeps_yesterday_s_hours() -> None:
    calendar = of(CalendarDocument(hours=(HoursFrom(date(2026, 7, 1), SIX_DAYS),)))
    assert calendar.hours_on(date(2026, 6, 30)) == standard_hours()[1]
    assert calendar.hours_on(date(2026, 7, 1)) == SIX_DAYS[2]
    assert not calendar.is_working_day(date(2026, 6, 27))
    assert calendar.is_working_day(date(2026, 7, 4))
    assert due_at(days(1), wib("2026-07-03T08:00"), calendar) == wib("2026-07-04T12:30")
    back = of(CalendarDocument(hours=(HoursFrom(date(2026, 7, 1), SIX_DAYS), HoursFrom(date(2026, 8, 1), None))))
    assert (back.hours, back.hours_on(date(2026, 7, 4))) == (standard_hours(), SIX_DAYS[5])
    assert back.hours_on(date(2026, 6, 30)) == standard_hours()[1]


def test_ramadan_stands_over_the_hours_of_the_week() -> None:
    document = CalendarDocument(
        hours=(HoursFrom(date(2027, 3, 1), SIX_DAYS),),
        periods=(OtherHours(date(2027, 2, 8), date(2027, 3, 9), "Ramadan 1448 H"),),
    )
    assert of(document).hours_on(date(2027, 2, 26)) == ramadan_hours()[4]
    assert of(document).hours_on(date(2027, 3, 5)) == ramadan_hours()[4]
    assert of(document).hours_on(date(2027, 3, 10)) == SIX_DAYS[2]


def test_a_list_of_the_office_makes_its_year_known_and_no_longer_an_estimate() -> None:
    new_year = AddedDay(date(2029, 1, 1), "Tahun Baru Masehi", "national")
    assert of(EMPTY).unknown_years(date(2028, 12, 1), date(2029, 1, 2)) == (2029,)
    calendar = of(CalendarDocument(added=(new_year,)))
    assert 2029 in calendar.years
    assert 2029 in calendar.provisional  # no joint leave yet
    known = (new_year, AddedDay(date(2029, 1, 2), "Cuti Bersama Tahun Baru", "joint"))
    assert 2029 not in of(CalendarDocument(added=known)).provisional


def test_a_year_that_nobody_entered_is_warned_of() -> None:
    """28 Dec 2028 is a Thursday: two days end on Monday, in a year of which nothing is known."""
    why = due(days(2), wib("2028-12-26T10:00"), of(EMPTY)).why
    assert not any("belum ada di kalender" in line for line in why)
    why = due(days(2), wib("2028-12-28T10:00"), of(EMPTY)).why
    assert any("hari libur tahun 2029 belum ada di kalender" in line for line in why)


def test_the_version_is_that_of_what_holds_however_it_came_to_be() -> None:
    versions = {of(EMPTY).version, of(FULL).version, of(CalendarDocument(timezone="Asia/Jayapura")).version}
    assert len(versions) == 3
    assert all(len(version) == 64 for version in versions)
    same_day = CalendarDocument(added=(AddedDay(date(2026, 12, 25), "Hari Raya Natal", "national", "SKB"),))
    assert of(same_day).version == of(EMPTY).version


# writing and reading


def test_a_document_is_read_as_it_was_written() -> None:
    assert read_document(write_document(FULL)) == FULL
    assert read_document(write_document(EMPTY)) == EMPTY
    assert write_document(FULL) == write_document(read_document(write_document(FULL)))


dates = st.dates(date(2000, 1, 1), date(2100, 12, 31))
words = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
weeks = st.sampled_from([None, standard_hours(), ramadan_hours(), SIX_DAYS])


@st.composite
def documents(draw: st.DrawFn) -> CalendarDocument:
    """Any document that an office could have made."""
    kinds: st.SearchStrategy[Any] = st.sampled_from(["national", "joint", "local"])
    added = draw(st.dictionaries(dates, st.tuples(words, kinds, st.none() | words, st.none() | dates), max_size=6))
    removed = draw(st.dictionaries(dates, words, max_size=4))
    begins = draw(st.dictionaries(dates, weeks, max_size=3))
    edges = sorted(draw(st.sets(dates, max_size=6)))
    return CalendarDocument(
        added=tuple(AddedDay(day, *rest) for day, rest in sorted(added.items())),
        removed=tuple(RemovedDay(day, reason) for day, reason in sorted(removed.items())),
        hours=tuple(HoursFrom(day, week) for day, week in sorted(begins.items())),
        periods=tuple(
            OtherHours(first, last, f"Masa {n}", draw(weeks))
            for n, (first, last) in enumerate(zip(edges[::2], edges[1::2], strict=False))
        ),
        timezone=draw(st.sampled_from([None, "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])),
    )


@given(documents())
def test_every_document_survives_being_written(document: CalendarDocument) -> None:
    assert read_document(write_document(document)) == document


@given(documents(), dates)
def test_what_is_added_is_a_holiday_and_what_is_removed_none(document: CalendarDocument, day: date) -> None:
    calendar = of(document)
    added = {one.day: one.holiday for one in document.added}
    gone = {one.day for one in document.removed}
    expected = added.get(day) or (None if day in gone else TABLE.holidays.get(day))
    assert calendar.holidays.get(day) == expected
    week = next((other.week or ramadan_hours() for other in document.periods if other.first <= day <= other.last), None)
    if week is None:
        held = [one for one in document.hours if one.first <= day]
        week = (held[-1].week if held else None) or standard_hours()
    assert calendar.hours_on(day) == week[day.weekday()]


def changed(**parts: Any) -> bytes:
    return json.dumps({**json.loads(write_document(FULL)), **parts}).encode()


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"{", "kalender"),
        (b"[]", "kalender"),
        (b"{}", "format"),
        (changed(version=2), "version"),
        (changed(holidays=[]), "holidays"),
        (changed(timezone="Asia/Bandung"), "timezone"),
        (changed(added=[{"date": "2026-09-18", "name": "A", "kind": "libur"}]), "added[0].kind"),
        (changed(added=[{"date": "18-09-2026", "name": "A", "kind": "local"}]), "added[0].date"),
        (changed(added=[{"date": "0226-09-18", "name": "A", "kind": "local"}]), "added[0].date"),
        (changed(added=[{"date": "2026-09-18", "name": " ", "kind": "local"}]), "added[0].name"),
        (changed(added=[{"date": "2026-09-18", "name": "A", "kind": "local", "decided": "kemarin"}]), "decided"),
        (changed(added=[{"date": f"2026-09-{day}", "name": "A", "kind": "local"} for day in (18, 17)]), "added[1]"),
        (changed(removed=[{"date": "2026-12-24"}]), "removed[0].reason"),
        (changed(hours=[{"from": "2026-07-01", "week": {"monday": ["07:30-12:00"]}}]), "hours[0].week.tuesday"),
        (changed(hours=[{"from": "2026-07-01", "week": {**write_week(SIX_DAYS), "monday": ["7.30-12.00"]}}]), "monday[0]"),
        (changed(hours=[{"from": "2026-07-01", "week": {**write_week(SIX_DAYS), "libur": []}}]), "hours[0].week.libur"),
        (changed(hours=[{"from": "2026-07-01", "week": write_week(((),) * 7)}]), "hours[0].week"),
        (changed(periods=[{"name": "R", "first": "2026-03-19", "last": "2026-02-18", "week": None}]), "periods[0].last"),
        (
            changed(periods=[{"name": n, "first": "2026-02-18", "last": "2026-03-19", "week": None} for n in "RS"]),
            "periods[1].first",
        ),
    ],
)  # fmt: skip
def test_a_document_that_is_wrong_is_refused_with_the_place(content: bytes, place: str) -> None:
    with pytest.raises(Refused) as refused:
        read_document(content)
    assert refused.value.code == "calendar_invalid"
    assert place in refused.value.message
    assert refused.value.message.startswith("Kalender kerja keliru di ")


def test_a_week_is_read_as_it_is_written() -> None:
    assert read_week(write_week(SIX_DAYS)) == SIX_DAYS
    wrong: tuple[object, ...] = (None, [], {**write_week(SIX_DAYS), "monday": ["12:00-07:30"]})
    for raw in wrong:
        with pytest.raises(Refused) as refused:
            read_week(raw)
        assert refused.value.code == "calendar_invalid"


def test_a_holiday_s_own_line_of_a_decree_is_kept_with_it() -> None:
    added = read_document(write_document(FULL)).added[1]
    assert (added.decree, added.decided) == ("SKB 3 Menteri 12/2026", date(2026, 12, 1))
    assert added.holiday == Holiday("Cuti Bersama Tahun Baru", "joint")
