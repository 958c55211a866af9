"""Who is at a desk on a day: tenures with dates, acting heads, leave, several desks of one person."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk.domain.desks import positions_of
from desk.domain.staffing import Holder, Staffing, Tenure, holder_on, holders_on, positions_held, tenures_of
from tests.offices import BUDI, HEAD, RATNA, REHSOS, SECRETARY, SITI, STAFF, away, desk, document, office, tenure

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def at(position: str, day: str, people: Staffing) -> Holder:
    return holder_on(desk(position), date.fromisoformat(day), people)


def name(position: str, day: str, people: Staffing) -> str | None:
    person = at(position, day, people).person
    return person.name if person else None


def test_changing_the_head_today_does_not_change_yesterdays() -> None:
    people = document(tenure(HEAD, RATNA, None, "2026-11-23"), tenure(HEAD, SITI, "2026-11-24"))
    assert name(HEAD, "2026-11-23", people) == RATNA.name
    assert name(HEAD, "2026-11-24", people) == SITI.name
    assert name(HEAD, "1999-01-01", people) == RATNA.name


def test_a_tenure_that_ends_today_holds_until_midnight() -> None:
    people = document(tenure(HEAD, RATNA, "2024-01-01", "2026-11-24"))
    assert at(HEAD, "2026-11-24", people).state == "held"
    assert at(HEAD, "2026-11-25", people).state == "vacant"


def test_a_leap_day_is_a_day() -> None:
    people = document(tenure(HEAD, RATNA, None, "2028-02-28"), tenure(HEAD, SITI, "2028-02-29", "2028-02-29"))
    assert name(HEAD, "2028-02-28", people) == RATNA.name
    assert name(HEAD, "2028-02-29", people) == SITI.name
    assert name(HEAD, "2028-03-01", people) is None


def test_an_acting_head_of_a_vacant_desk_acts_between_its_dates() -> None:
    people = document(
        tenure(HEAD, RATNA, None, "2026-06-30"),
        tenure(HEAD, BUDI, "2026-07-01", "2026-12-31", standing="plt"),
        tenure(HEAD, SITI, "2027-01-01"),
    )
    acting = at(HEAD, "2026-08-17", people)
    assert (acting.state, acting.standing, acting.person, acting.absent) == ("acting", "plt", BUDI, None)
    assert at(HEAD, "2026-06-30", people).state == "held"
    assert at(HEAD, "2027-01-01", people).person == SITI


def test_who_is_on_leave_is_stood_in_for_and_comes_back() -> None:
    people = document(tenure(HEAD, RATNA), tenure(SECRETARY, BUDI), away(RATNA, "2026-11-24", "2026-12-04", SECRETARY))
    acting = at(HEAD, "2026-12-04", people)
    assert (acting.state, acting.standing, acting.person, acting.absent) == ("acting", "plh", BUDI, RATNA)
    assert acting.absence is not None
    assert acting.absence.reason == "cuti"
    assert at(HEAD, "2026-12-05", people).state == "held"
    assert at(SECRETARY, "2026-12-04", people).state == "held"


def test_nobody_acts_unless_somebody_was_named_and_is_there() -> None:
    alone = document(tenure(HEAD, RATNA), away(RATNA, "2026-11-24", "2026-12-04"))
    assert at(HEAD, "2026-11-24", alone).state == "absent"
    assert at(HEAD, "2026-11-24", alone).absent == RATNA
    both = document(
        tenure(HEAD, RATNA), away(RATNA, "2026-11-24", "2026-12-04", BUDI), away(BUDI, "2026-11-30", "2026-11-30")
    )
    assert at(HEAD, "2026-11-29", both).person == BUDI
    assert at(HEAD, "2026-11-30", both).state == "absent"


def test_two_who_stand_in_for_each_other_and_are_both_away_leave_nobody() -> None:
    people = document(
        tenure(HEAD, RATNA),
        tenure(SECRETARY, BUDI),
        away(RATNA, "2026-11-24", "2026-11-24", SECRETARY),
        away(BUDI, "2026-11-24", "2026-11-24", HEAD),
    )
    assert at(HEAD, "2026-11-24", people).state == "absent"
    assert at(SECRETARY, "2026-11-24", people).state == "absent"


def test_an_appointed_stand_in_acts_for_whoever_is_away() -> None:
    people = document(
        tenure(HEAD, RATNA),
        tenure(HEAD, SITI, "2026-11-24", "2026-11-30", standing="plh"),
        away(RATNA, "2026-11-24", "2026-11-30"),
    )
    acting = at(HEAD, "2026-11-24", people)
    assert (acting.person, acting.standing, acting.absent) == (SITI, "plh", RATNA)


def test_one_person_at_two_desks_is_away_from_both_and_is_stood_in_for_at_the_one() -> None:
    people = document(
        tenure(SECRETARY, BUDI),
        tenure(REHSOS, BUDI, standing="plt"),
        away(BUDI, "2026-11-24", "2026-11-26", SITI, position=REHSOS),
    )
    day = date(2026, 11, 25)
    assert positions_held(BUDI, day, people) == (SECRETARY, REHSOS)
    assert holder_on(desk(REHSOS), day, people).person == SITI
    assert holder_on(desk(SECRETARY), day, people).state == "absent"
    both = document(
        tenure(SECRETARY, BUDI), tenure(REHSOS, BUDI), away(BUDI, "2026-11-24", "2026-11-26", SITI),
        away(BUDI, "2026-11-24", "2026-11-26", RATNA, position=REHSOS),
    )  # fmt: skip
    assert (name(SECRETARY, "2026-11-25", both), name(REHSOS, "2026-11-25", both)) == (SITI.name, RATNA.name)


def test_several_staff_share_a_desk_and_one_who_is_there_holds_it() -> None:
    people = document(tenure(STAFF, BUDI), tenure(STAFF, SITI), away(BUDI, "2026-11-24", "2026-11-24"))
    day = date(2026, 11, 24)
    assert [holder.state for holder in holders_on(desk(STAFF), day, people)] == ["absent", "held"]
    assert holder_on(desk(STAFF), day, people).person == SITI


def test_a_desk_that_is_two_is_held_by_whoever_is_there() -> None:
    positions = positions_of(office("Kepala Dinas/Sekretaris"), Staffing())
    either = next(position for position in positions if position.either)
    people = document(tenure(HEAD, RATNA), tenure(SECRETARY, BUDI), away(RATNA, "2026-11-24", "2026-11-24"))
    assert holder_on(either, date(2026, 11, 23), people).person == RATNA
    assert holder_on(either, date(2026, 11, 24), people).person == BUDI


def test_a_desk_of_which_nothing_is_known_is_vacant() -> None:
    assert at(HEAD, "2026-11-24", Staffing()).state == "vacant"


def test_tenures_are_told_from_the_earliest_on() -> None:
    late, early = tenure(HEAD, SITI, "2026-07-01"), tenure(HEAD, RATNA, None, "2026-06-30")
    assert tenures_of(desk(HEAD), document(late, early)) == (early, late)


@given(DAYS, DAYS, DAYS)
def test_on_any_day_the_head_is_whose_dates_hold_it(one: date, other: date, day: date) -> None:
    first, last = sorted((one, other))
    people = document(Tenure(HEAD, RATNA.id, first, last))
    assert (holder_on(desk(HEAD), day, people).person == RATNA) is (first <= day <= last)


@given(DAYS, st.integers(0, 60), st.integers(0, 60), DAYS)
def test_a_desk_with_a_holder_is_never_vacant_however_many_are_on_leave(
    start: date, length: int, other: int, day: date
) -> None:
    leave = away(RATNA, start.isoformat(), (start + timedelta(length)).isoformat(), SECRETARY)
    second = away(BUDI, start.isoformat(), (start + timedelta(other)).isoformat(), HEAD)
    people = document(tenure(HEAD, RATNA), tenure(SECRETARY, BUDI), leave, second)
    holder = holder_on(desk(HEAD), day, people)
    assert holder.state != "vacant"
    if holder.person is not None:
        assert not any(absence.person == holder.person.id and absence.covers(day) for absence in people.absences)


def test_who_was_appointed_to_stand_in_goes_before_whose_desk_it_is() -> None:
    people = document(tenure(HEAD, RATNA), tenure(HEAD, BUDI, "2026-11-01", standing="plh"))
    assert at(HEAD, "2026-11-24", people).standing == "plh"
    assert at(HEAD, "2026-10-31", people).person == RATNA
