"""The clock of a file against cases reckoned by hand; office hours are 07.30-12.00 and 13.00-16.00, on Fridays 07.30-11.30
and 13.00-16.30: 450 minutes a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from desk.domain.clock import Clock, clock_of, due_at_of_case, due_of_case, used_minutes
from desk.domain.workcalendar import WorkCalendar
from tests.calendars import WEEK, closed, wib
from tests.casework import SERVICE, Clerk
from tests.factory import case, duration, service

THREE_DAYS = duration(3, "day", "working")


def received(at: str, lasting: Any = THREE_DAYS) -> Clerk:
    """A file complete at that time, under a service that takes so long."""
    return Clerk(of=replace(SERVICE, duration=lasting), at=f"{at}:00+07:00").register()


def seen(clerk: Clerk, at: str, calendar: WorkCalendar = WEEK) -> Clock:
    return clock_of(clerk.case, clerk.service, calendar, wib(at))


def due(clerk: Clerk, calendar: WorkCalendar = WEEK) -> datetime | None:
    return due_at_of_case(clerk.case, clerk.service, calendar)


# working days


def test_received_on_friday_half_past_three_with_three_working_days() -> None:
    """Friday 27 is day 0. Monday 30 is 1, Tuesday 1 is 2, Wednesday 2 December is 3; its work ends at 16.00.

    Used by then: Friday 15.30-16.30 = 60, and 3 × 450 = 1350; together 1410.
    """
    clerk = received("2026-11-27T15:30")
    assert due(clerk) == wib("2026-12-02T16:00")
    assert seen(clerk, "2026-11-27T16:00").used == 30
    assert seen(clerk, "2026-11-29T12:00").used == 60
    at_end = seen(clerk, "2026-12-02T16:00")
    assert (at_end.used, at_end.allowed, at_end.overdue, at_end.running) == (1410, 1410, False, True)
    late = seen(clerk, "2026-12-03T07:31")
    assert (late.used, late.overdue) == (1411, True)


def test_a_holiday_on_monday_puts_it_off_by_a_day_and_takes_nothing_of_the_time() -> None:
    """Monday 30 is closed: Tuesday is 1, Wednesday 2, Thursday 3 December is 3. 60 + 3 × 450 = 1410 as before."""
    clerk = received("2026-11-27T15:30")
    calendar = closed("2026-11-30")
    assert due(clerk, calendar) == wib("2026-12-03T16:00")
    assert seen(clerk, "2026-11-30T16:00", calendar).used == 60
    assert seen(clerk, "2026-12-03T16:00", calendar).allowed == 1410
    assert any(
        "30-11-2026" in line or "30 November 2026" in line for line in seen(clerk, "2026-12-01T08:00", calendar).why
    )


def test_a_holiday_decreed_after_the_promise_is_named_with_both_dates() -> None:
    clerk = received("2026-11-27T15:30")
    promised = replace(clerk.case, promised_at=wib("2026-12-02T16:00").isoformat())
    decreed = closed("2026-11-30")
    found = clock_of(promised, clerk.service, decreed, wib("2026-11-28T08:00"), WEEK)
    assert len(found.moved) == 2
    assert "2 Desember 2026" in found.moved[0]
    assert "3 Desember 2026" in found.moved[0]
    assert "30-11-2026" in found.moved[1]
    back = clock_of(
        replace(promised, promised_at=wib("2026-12-03T16:00").isoformat()),
        clerk.service,
        WEEK,
        wib("2026-11-28T08:00"),
        decreed,
    )
    assert "tidak lagi libur" in back.moved[1]
    assert clock_of(promised, clerk.service, WEEK, wib("2026-11-28T08:00"), decreed).moved == ()


def test_returned_twice_and_resumed_twice_counts_neither_stretch() -> None:
    """Complete Tuesday 24 at 09.00; returned Tue 10.00 until Wed 08.00, and Thu 14.00 until Thu 15.00.

    The clock stands at Tuesday's close, so day 0 is Wednesday 25: Thu 1, Fri 2, Mon 30 is 3. On Thursday it runs again at
    the close, so that day counts. Used at Monday's close: Tue 09-10 = 60; Wed 450 - 30 (07.30-08.00) = 420; Thu 450 - 60 =
    390; Fri 450; Mon 450: 1770.
    """
    clerk = received("2026-11-24T09:00")
    clerk.at("24T09:59").act("return", note="Kurang KK")
    assert due(clerk) is None
    assert seen(clerk, "2026-11-24T15:00").used == 60
    clerk.at("25T07:59").act("resubmit")
    clerk.at("26T13:59").act("return", note="KK salah")
    standing = seen(clerk, "2026-11-26T14:30")
    assert (standing.used, standing.running, standing.stands_since) == (60 + 420 + 330, False, wib("2026-11-26T14:00"))
    clerk.at("26T14:59").act("resubmit")
    assert due(clerk) == wib("2026-11-30T16:00")
    assert seen(clerk, "2026-11-30T16:00").used == 1770
    assert seen(clerk, "2026-11-30T16:00").allowed == 1770
    assert sum("Jam berhenti" in line for line in seen(clerk, "2026-11-27T08:00").why) == 2


def test_paused_over_new_year() -> None:
    """Complete Tuesday 29 December at 10.00; paused from Wednesday 09.00 to Monday 4 January 10.00; 1 January is closed.

    Wednesday and Thursday end while it stands; Monday is 1, Tuesday 2, Wednesday 6 January is 3. Used on Monday at 12.00:
    Tue 10-12 and 13-16 = 300; Wed 07.30-09.00 = 90; Mon 10-12 = 120: 510.
    """
    calendar = closed("2027-01-01")
    clerk = received("2026-12-29T10:00")
    clerk.at("2026-12-30T08:59").act("pause", reason="signer_away")
    paused = seen(clerk, "2027-01-02T09:00", calendar)
    assert (paused.used, paused.running, paused.stands_since) == (390, False, wib("2026-12-30T09:00"))
    clerk.at("2027-01-04T09:59").act("resume")
    assert due(clerk, calendar) == wib("2027-01-06T16:00")
    assert seen(clerk, "2027-01-04T12:00", calendar).used == 510


def test_while_it_is_paused_the_time_allowed_stays_what_the_standard_allows() -> None:
    """135 minutes, paused after 45: they are 135 while it stands, and afterwards."""
    clerk = received("2026-11-24T09:00", duration(135, "minute", "office"))
    clerk.at("24T09:44").act("pause", reason="force")
    paused = seen(clerk, "2026-11-24T15:00")
    assert (paused.used, paused.allowed, paused.overdue) == (45, 135, False)
    clerk.at("24T14:59").act("resume")
    resumed = seen(clerk, "2026-11-24T16:00")
    assert (resumed.used, resumed.allowed, due(clerk)) == (105, 135, wib("2026-11-25T08:00"))


# minutes and hours


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-24T15:57", "2026-11-25T07:33"),  # 15.57-16.00 is 3, and 3 the next morning
        ("2026-11-24T11:58", "2026-11-24T13:04"),  # 11.58-12.00 is 2, and 4 after the break
        ("2026-11-27T11:28", "2026-11-27T13:04"),  # on a Friday the break begins at 11.30
        ("2026-11-27T16:30", "2026-11-30T07:36"),
    ],
)
def test_six_minutes(at: str, until: str) -> None:
    """OKU Selatan promises 6 minutes at most."""
    clerk = received(at, duration(6, "minute", "office", min=0, bound="at_most"))
    assert due(clerk) == wib(until)
    end = seen(clerk, until)
    assert (end.used, end.allowed, end.overdue) == (6, 6, False)
    assert seen(clerk, "2026-12-01T12:00").overdue


def test_twenty_four_hours_elapse_over_a_weekend() -> None:
    """From Friday 15.30 to Saturday 15.30, day and night; at 03.30 half of it is used: 720 minutes."""
    clerk = received("2026-11-27T15:30", duration(24, "hour", "elapsed"))
    assert due(clerk) == wib("2026-11-28T15:30")
    assert seen(clerk, "2026-11-28T03:30").used == 720
    clerk.at("2026-11-28T09:59").act("pause", reason="force")
    clerk.at("2026-11-28T11:59").act("resume")  # two hours stood, so two hours later
    assert due(clerk) == wib("2026-11-28T17:30")
    assert seen(clerk, "2026-11-28T17:30").used == 24 * 60


# ranges, months


def test_fourteen_to_sixty_working_days() -> None:
    """Tuesday 24 November is day 0; five days a week: 60 are twelve weeks, Tuesday 16 February; 14 are Monday 14 December."""
    clerk = received("2026-11-24T09:00", duration(60, "day", "working", min=14, bound="range"))
    assert due(clerk) == wib("2027-02-16T16:00")
    (earliest,) = (line for line in seen(clerk, "2026-11-24T10:00").why if "Paling cepat" in line)
    assert "14 Desember 2026" in earliest
    assert not seen(clerk, "2026-12-15T09:00").overdue


@pytest.mark.parametrize(
    ("at", "most", "until"),
    [
        ("2026-10-31T09:00", 5, "2027-03-31T16:00"),
        ("2026-10-31T09:00", 4, "2027-02-28T23:59"),  # February has no 31st; the 28th is a Sunday, whose day ends so
        ("2026-11-30T09:00", 5, "2027-04-30T16:30"),  # a Friday
        ("2026-11-30T09:00", 3, "2027-02-28T23:59"),
    ],
)
def test_three_to_five_months_by_date(at: str, most: int, until: str) -> None:
    clerk = received(at, duration(most, "month", "calendar", min=3, bound="range"))
    assert due(clerk) == wib(until)


def test_months_elapse_day_and_night() -> None:
    """From 30 November 09.00 to 30 April 16.30: 31 + 31 + 28 + 31 + 30 = 151 days, and 7 h 30: 217 890 minutes."""
    clerk = received("2026-11-30T09:00", duration(5, "month", "calendar", min=3, bound="range"))
    assert seen(clerk, "2027-04-30T16:30").used == 151 * 1440 + 450
    assert seen(clerk, "2027-04-30T16:30").allowed == 217_890


def test_a_range_of_months_that_stood_eleven_days_is_put_off_by_eleven() -> None:
    clerk = received("2026-11-30T09:00", duration(5, "month", "calendar", min=3, bound="range"))
    clerk.at("2026-12-07T08:59").act("return", note="Proposal diperbaiki")
    clerk.at("2026-12-18T08:59").act("resubmit")
    assert due(clerk) == wib("2027-05-11T16:00")


# a clock that is wrong


def test_a_clock_that_was_set_back_between_two_entries_takes_no_time_away() -> None:
    """Returned at 10.00, and back at '09.30': a stretch of no length. At 11.00 two hours are used."""
    clerk = received("2026-11-24T09:00", duration(135, "minute", "office"))
    clerk.at("24T09:59").act("return", note="Kurang KK")
    clerk.at("24T09:29").act("resubmit")
    assert seen(clerk, "2026-11-24T11:00").used == 120
    assert due(clerk) == wib("2026-11-24T11:15")


def test_a_file_that_ended_by_a_clock_of_2005_has_ended_and_is_not_late() -> None:
    clerk = received("2026-11-24T09:00", duration(135, "minute", "office"))
    clerk.at("2005-01-01T00:00").act("withdraw", note="Tidak jadi")
    found = seen(clerk, "2026-12-24T09:00")
    assert (found.used, found.running, found.overdue) == (0, False, False)


def test_what_an_event_says_of_the_future_has_not_come_yet() -> None:
    clerk = received("2026-11-24T09:00", duration(135, "minute", "office"))
    clerk.at("2050-01-01T00:00").act("pause", reason="force")
    assert seen(clerk, "2026-11-24T10:00").used == 60
    assert used_minutes(clerk.case, clerk.service, WEEK, wib("2026-11-24T10:00")) == 60


def test_looking_before_it_began_nothing_is_used() -> None:
    assert seen(received("2026-11-24T09:00"), "2026-11-23T09:00").used == 0


# ready, ended, with others


def test_ready_and_not_fetched_the_clock_has_stopped() -> None:
    """Ready at 10.00: 60 minutes, the next day and in a year."""
    clerk = received("2026-11-24T09:00", duration(135, "minute", "office"))
    clerk.walk("putusan")
    clerk.at("24T09:59").act("advance")
    for later in ("2026-11-24T16:00", "2026-11-25T09:00", "2027-11-24T09:00"):
        found = seen(clerk, later)
        assert (found.used, found.overdue, found.running, found.stands_since) == (60, False, False, None)


def test_ready_too_late_it_stays_late() -> None:
    clerk = received("2026-11-24T09:00", duration(135, "minute", "office"))
    clerk.walk("putusan")
    clerk.at("24T13:59").act("advance")
    assert seen(clerk, "2026-11-24T15:00").overdue


def test_time_with_another_body_counts_and_is_told_apart() -> None:
    """Received 09.00; with Disdukcapil 10.00-14.00, which are 180 office minutes; at 15.00 in all 300."""
    clerk = received("2026-11-24T09:00")
    clerk.walk("periksa")
    clerk.at("24T09:59").act("hand_off", body="Disdukcapil")
    clerk.at("24T13:59").act("answer", note="Cocok")
    found = seen(clerk, "2026-11-24T15:00")
    assert (found.used, found.external) == (300, 180)


def test_what_was_paused_while_it_lay_outside_is_not_counted_there_either() -> None:
    clerk = received("2026-11-24T09:00")
    clerk.walk("periksa")
    clerk.at("24T09:59").act("hand_off", body="Disdukcapil")
    clerk.at("24T10:29").act("pause", reason="force")
    clerk.at("24T10:59").act("resume")
    found = seen(clerk, "2026-11-24T11:30")
    assert (found.used, found.external) == (120, 60)


def test_a_standard_that_sets_no_time_is_used_and_never_late() -> None:
    clerk = received("2026-11-24T09:00", None)
    found = seen(clerk, "2027-11-24T09:00")
    assert (found.due, found.allowed, found.overdue, found.running) == (None, None, False, True)
    assert found.used > 0


def test_a_file_that_never_was_complete_has_no_clock_that_runs() -> None:
    never = case(state="returned", complete_at=None)
    found = clock_of(never, service(), WEEK, wib("2026-11-24T10:00"))
    assert (found.due, found.running, found.used, found.allowed) == (None, False, 0, 0)
    assert due_of_case(never, service(), WEEK) is None
    assert used_minutes(never, service(), WEEK, wib("2026-11-24T10:00")) == 0


def test_why_this_date_says_since_when_it_stands_and_that_it_moves() -> None:
    clerk = received("2026-11-24T09:00")
    clerk.at("24T09:59").act("pause", reason="force")
    assert seen(clerk, "2026-11-25T09:00").why[-1] == (
        "Jam berhenti sejak Selasa, 24 November 2026 pukul 10.00 WIB, dan jalan lagi dari situ."
    )
    clerk.at("25T09:59").act("resume")
    moved = clock_of(
        replace(clerk.case, promised_at=wib("2026-11-27T16:30").isoformat()),
        clerk.service,
        WEEK,
        wib("2026-11-25T12:00"),
    )
    assert len(moved.moved) == 2
    assert "Semula dijanjikan" in moved.moved[0]
    assert "mundur" in moved.moved[1]
