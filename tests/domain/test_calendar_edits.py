"""What an office does to its calendar: each edit does what it says, and taking it back gives the calendar before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.domain.calendar_change import DayChange, HoursChange, difference
from desk.domain.calendar_document import (
    EMPTY,
    AddedDay,
    CalendarDocument,
    HoursFrom,
    OtherHours,
    RemovedDay,
    write_document,
)
from desk.domain.calendar_edits import (
    restored,
    with_day,
    with_hours,
    with_list,
    with_period,
    without_day,
    without_period,
)
from desk.domain.calendar_reader import read_document
from desk.domain.errors import DeskError, NotFound, Refused
from desk.domain.holidays import Holiday
from tests.domain.test_calendar_document import SIX_DAYS, TABLE, dates, documents, of

FAIR = AddedDay(date(2026, 9, 18), "Hari Jadi Kabupaten", "local")
CHRISTMAS_EVE = date(2026, 12, 24)
CHRISTMAS = date(2026, 12, 25)


def add(document: CalendarDocument, day: str, name: str, kind: str = "local", **more: object) -> CalendarDocument:
    return with_day(document, TABLE, AddedDay(date.fromisoformat(day), name, kind, **more))  # type: ignore[arg-type]


def refusal(act: object) -> DeskError:
    with pytest.raises((Refused, NotFound)) as refused:
        act()  # type: ignore[operator]
    return refused.value


def test_a_day_is_added_named_anew_and_taken_away() -> None:
    document = with_day(EMPTY, TABLE, FAIR)
    assert document.added == (FAIR,)
    renamed = add(document, "2026-09-18", "Hari Jadi ke-1097")
    assert of(renamed).holidays[FAIR.day] == Holiday("Hari Jadi ke-1097", "local")
    assert without_day(renamed, TABLE, FAIR.day, "dipindah") == EMPTY


def test_a_holiday_that_is_one_already_is_not_added_again() -> None:
    for name, kind in (("Apel pagi", "local"), ("Hari Raya Natal", "national"), ("Cuti", "joint")):
        error = refusal(lambda name=name, kind=kind: add(EMPTY, "2026-12-25", name, kind))
        assert (error.code, error.field) == ("calendar_already", "date")
        assert error.message == "25 Desember 2026 sudah hari libur: Hari Raya Natal."
    document = with_day(EMPTY, TABLE, FAIR)
    assert refusal(lambda: with_day(document, TABLE, FAIR)).code == "calendar_already"


def test_a_decree_stands_over_joint_leave_and_makes_an_estimate_certain() -> None:
    leave = add(EMPTY, "2026-12-24", "Hari Libur Nasional Khusus", "national")
    assert of(leave).holidays[CHRISTMAS_EVE].kind == "national"
    feast = add(EMPTY, "2027-05-17", "Hari Raya Idul Adha", "national", decree="SKB 2027")
    assert of(feast).holidays[date(2027, 5, 17)].name == "Hari Raya Idul Adha"
    noted = add(EMPTY, "2026-12-25", "Hari Raya Natal", "national", decree="SKB 2026")
    assert noted.added[0].decree == "SKB 2026"


def test_a_holiday_of_desk_s_table_is_removed_and_comes_back() -> None:
    document = without_day(EMPTY, TABLE, CHRISTMAS_EVE, "pelayanan tetap buka")
    assert document.removed == (RemovedDay(CHRISTMAS_EVE, "pelayanan tetap buka"),)
    assert of(document).is_working_day(CHRISTMAS_EVE)
    assert restored(document, CHRISTMAS_EVE) == EMPTY
    again = add(document, "2026-12-24", "Cuti Bersama Hari Raya Natal", "joint")
    assert again == EMPTY
    otherwise = add(document, "2026-12-24", "Libur Kabupaten", "local")
    assert (of(otherwise).holidays[CHRISTMAS_EVE].name, otherwise.removed) == ("Libur Kabupaten", ())


def test_a_day_over_desk_s_own_is_removed_with_it() -> None:
    document = without_day(add(EMPTY, "2026-12-24", "Libur Khusus", "national"), TABLE, CHRISTMAS_EVE, "batal")
    assert CHRISTMAS_EVE not in of(document).holidays
    assert document.added == ()


def test_what_is_no_holiday_can_t_be_removed_and_what_is_unchanged_not_restored() -> None:
    assert refusal(lambda: without_day(EMPTY, TABLE, FAIR.day, "x")).code == "calendar_no_holiday"
    once = without_day(EMPTY, TABLE, CHRISTMAS, "x")
    assert refusal(lambda: without_day(once, TABLE, CHRISTMAS, "x")).code == "calendar_no_holiday"
    assert refusal(lambda: restored(EMPTY, CHRISTMAS)).code == "calendar_not_changed"
    assert refusal(lambda: restored(EMPTY, CHRISTMAS)).exit_code == 4


def test_hours_stand_by_date_and_the_same_date_once() -> None:
    later, first = HoursFrom(date(2027, 1, 1), None), HoursFrom(date(2026, 7, 1), SIX_DAYS)
    document = with_hours(with_hours(EMPTY, later), first)
    assert document.hours == (first, later)
    assert with_hours(document, HoursFrom(date(2027, 1, 1), SIX_DAYS)).hours[1].week == SIX_DAYS


def test_ramadan_comes_and_goes() -> None:
    first, last = date(2027, 2, 8), date(2027, 3, 9)
    document = with_period(EMPTY, OtherHours(first, last, "Ramadan 1448 H"))
    longer = with_period(document, OtherHours(first, date(2027, 3, 10), "Ramadan 1448 H", SIX_DAYS))
    assert len(longer.periods) == 1
    assert without_period(longer, "Ramadan 1448 H") == EMPTY
    assert refusal(lambda: without_period(EMPTY, "Ramadan 1448 H")).code == "calendar_no_period"


@pytest.mark.parametrize(
    ("first", "last", "field", "says"),
    [
        (date(2027, 3, 9), date(2027, 2, 8), "last", "mendahului"),
        (date(2027, 2, 8), date(2028, 3, 9), "last", "periksa tahunnya"),
        (date(2027, 3, 9), date(2027, 4, 7), "first", "bertumpuk dengan Ramadan 1448 H"),
    ],
)
def test_other_hours_that_can_t_be_are_refused(first: date, last: date, field: str, says: str) -> None:
    document = with_period(EMPTY, OtherHours(date(2027, 2, 8), date(2027, 3, 9), "Ramadan 1448 H"))
    error = refusal(lambda: with_period(document, OtherHours(first, last, "Masa lain")))
    assert (error.code, error.field) == ("calendar_period", field)
    assert says in error.message


# lists

SKB = """date;name;kind
2027-03-10;Hari Raya Idul Fitri 1448 H;national
2027-03-11;Hari Raya Idul Fitri 1448 H;national
2027-03-12;Cuti Bersama Idul Fitri 1448 H;joint
2027-05-17;Hari Raya Idul Adha 1448 H;national
2027-05-20;Hari Raya Waisak;national
"""


def test_a_list_says_what_is_new_what_it_changes_and_what_was_known() -> None:
    before = {day: held for day, held in TABLE.holidays.items() if day.year == 2027}
    taken = with_list(EMPTY, TABLE, SKB, decree="SKB 2027", decided=date(2026, 9, 15))
    news = {line.day for line in taken.new}
    assert news == {day for day in (date(2027, 3, 10), date(2027, 3, 11), date(2027, 3, 12)) if day not in before}
    assert (date(2027, 5, 17), "Hari Raya Idul Adha (perkiraan)") in [(c.day, held.name) for c, held in taken.changed]
    assert taken.same == 1
    assert (taken.refused, taken.dropped) == ((), False)
    assert all(one.decree == "SKB 2027" for one in taken.document.added)
    assert {day for day, _ in taken.absent} == before.keys() - {line.day for line in _lines()}
    assert of(taken.document).holidays.keys() >= before.keys()


def test_a_list_that_is_whole_takes_out_what_it_does_not_have() -> None:
    local = add(EMPTY, "2027-09-18", "Hari Jadi Kabupaten")
    taken = with_list(local, TABLE, SKB, whole="SKB 2027")
    assert taken.dropped
    held = {day for day in of(taken.document).holidays if day.year == 2027}
    assert held == {line.day for line in _lines()} | {date(2027, 9, 18)}
    assert 2026 in of(taken.document).years
    assert of(taken.document).provisional == {2028}


def test_the_same_list_again_changes_nothing() -> None:
    once = with_list(EMPTY, TABLE, SKB)
    twice = with_list(once.document, TABLE, SKB)
    assert (twice.document, twice.new, twice.changed, twice.same) == (once.document, (), (), 5)


def test_a_list_brings_back_a_day_that_was_removed() -> None:
    document = without_day(EMPTY, TABLE, CHRISTMAS, "salah")
    taken = with_list(document, TABLE, "date;name;kind\n2026-12-25;Hari Raya Natal;national\n")
    assert taken.document == EMPTY
    assert [line.number for line in taken.new] == [2]


def test_lines_that_can_t_be_read_are_named_and_the_others_taken() -> None:
    text = "# SKB\ndate;name;kind\n2026-09-18;Hari Jadi;local\n18/09/2026;Apel;local\n\n2026-09-19;;local\n2026-09-18;Lagi;local\n"
    taken = with_list(EMPTY, TABLE, text)
    assert [line.number for line in taken.new] == [3]
    assert [refused.details["line"] for refused in taken.refused] == [4, 6, 7]
    assert "baris 4:" in taken.refused[0].message


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("tanggal;nama\n", 1), ("date;name;kind\n2026-9-1;A;local\n2026-09-02;B;libur\n", 2), ("a" * 140_000, 1)],
)
def test_a_list_of_which_nothing_can_be_taken_is_refused_with_its_first_line(text: str, line: int) -> None:
    error = refusal(lambda: with_list(EMPTY, TABLE, text))
    assert (error.code, error.details["line"]) == ("holidays_invalid", line)


def test_an_empty_list_is_refused() -> None:
    assert refusal(lambda: with_list(EMPTY, TABLE, "date;name;kind\n# belum ada\n")).code == "holidays_invalid"


def _lines() -> list[AddedDay]:
    return [AddedDay(date.fromisoformat(line[:10]), "", "local") for line in SKB.splitlines()[1:]]


# laws


@given(documents(), dates)
def test_adding_a_day_and_removing_it_gives_the_calendar_before(document: CalendarDocument, day: date) -> None:
    before = of(document)
    assume(day not in before.holidays)
    added = with_day(document, TABLE, AddedDay(day, "Libur", "local"))
    assert difference(before, of(added)).span == (day, day)
    assert of(without_day(added, TABLE, day, "batal")) == before


@given(documents(), st.sampled_from(sorted(TABLE.holidays)))
def test_removing_a_day_and_restoring_it_gives_the_calendar_before(document: CalendarDocument, day: date) -> None:
    assume(all(one.day != day for one in document.added))
    assume(all(gone.day != day for gone in document.removed))
    removed = without_day(document, TABLE, day, "batal")
    assert of(removed).is_working_day(day) == bool(of(removed).hours_on(day))
    assert restored(removed, day) == document


@given(documents(), dates, st.sampled_from(["national", "joint", "local"]))
def test_every_edit_makes_a_document_that_can_be_kept(document: CalendarDocument, day: date, kind: str) -> None:
    try:
        edited = with_day(document, TABLE, AddedDay(day, "Libur", kind))  # type: ignore[arg-type]
    except Refused:
        edited = without_day(document, TABLE, day, "batal")
    assert read_document(write_document(edited)) == edited


# what differs


def test_the_difference_names_days_and_hours() -> None:
    document = with_period(with_day(EMPTY, TABLE, FAIR), OtherHours(date(2027, 2, 8), date(2027, 3, 9), "Ramadan"))
    found = difference(of(EMPTY), of(document))
    assert found.days == (DayChange(FAIR.day, None, FAIR.holiday),)
    assert found.hours == (HoursChange(date(2027, 2, 8), date(2027, 3, 9), "Ramadan"),)
    assert found.span == (FAIR.day, date(2027, 3, 9))
    assert difference(of(document), of(document)).span is None


def test_a_day_that_is_only_named_anew_moves_nothing() -> None:
    document = add(EMPTY, "2027-05-17", "Hari Raya Idul Adha", "national", decree="SKB")
    found = difference(of(EMPTY), of(document))
    assert [one.day for one in found.days] == [date(2027, 5, 17)]
    assert found.span is None


def test_hours_of_the_week_differ_from_their_date_on() -> None:
    document = with_hours(EMPTY, HoursFrom(date(2026, 7, 1), SIX_DAYS))
    assert difference(of(EMPTY), of(document)).hours == (HoursChange(date(2026, 7, 1), date.max, ""),)
    other = with_hours(document, HoursFrom(date(2026, 8, 1), None))
    assert difference(of(document), of(other)).span == (date(2026, 8, 1), date.max)
    assert difference(of(EMPTY), of(other)).span == (date(2026, 7, 1), date(2026, 7, 31))


def test_another_zone_moves_every_hour() -> None:
    found = difference(of(EMPTY), of(CalendarDocument(timezone="Asia/Jayapura")))
    assert found.timezone == ("Asia/Jakarta", "Asia/Jayapura")
    assert found.span == (date.min, date.max)
