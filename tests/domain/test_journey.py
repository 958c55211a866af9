"""The way a file has come: who had it when, and when its clock stood."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desk.domain.fold import Entry
from desk.domain.journey import Journey, journey_of, last_step
from desk.domain.movement import Station
from tests.casework import FRONT, HEAD, REHSOS, SECRETARY, STAFF, Clerk, tell
from tests.factory import entry

COMPLETE = "2026-11-24T09:15:00+07:00"
UNTIL = datetime.fromisoformat("2026-11-24T16:00:00+07:00")


def journey(*lines: tuple[str, dict[str, Any]], complete_at: str | None = COMPLETE) -> Journey:
    """Of these facts at these times of 24 November."""
    return journey_of([entry(at, facts=facts) for at, facts in lines], complete_at)


def stretches(*lines: tuple[str, str | None], complete_at: str | None = COMPLETE) -> list[str]:
    """When the clock stood, of a file that was in these states; the first that is open is when it became complete."""
    written: list[tuple[str, dict[str, Any]]] = []
    for at, state in lines:
        began = state == "open" and complete_at and not any("complete_at" in facts for _, facts in written)
        written.append(
            (at, ({} if state is None else {"state": state}) | ({"complete_at": complete_at} if began else {}))
        )
    found = journey(*written, complete_at=complete_at).stops(UNTIL)
    return [f"{begin:%H.%M}-{end:%H.%M}" for begin, end in found]


# when the clock stood


def test_the_clock_stands_while_the_file_is_with_its_applicant() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned"), ("11:30", "open")) == ["10.00-11.30"]


def test_a_file_still_with_its_applicant_pauses_until_now() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned")) == ["10.00-16.00"]


def test_notes_and_steps_in_between_neither_start_nor_end_a_pause() -> None:
    lines = (("09:15", "open"), ("10:00", "returned"), ("10:30", None), ("11:00", "returned"), ("11:30", "open"))
    assert stretches(*lines) == ["10.00-11.30"]


def test_paused_resumed_and_paused_again_counts_each_stretch_once() -> None:
    lines = (("09:15", "open"), ("10:00", "returned"), ("10:20", "open"), ("13:00", "returned"), ("13:05", "open"))
    assert stretches(*lines) == ["10.00-10.20", "13.00-13.05"]


def test_waiting_for_papers_before_the_file_was_complete_is_no_pause() -> None:
    assert stretches(("08:00", "returned"), ("09:15", "open")) == []


def test_a_file_that_was_never_complete_has_no_pauses() -> None:
    assert stretches(("08:00", "returned"), complete_at=None) == []


def test_an_ended_file_stands_for_good() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned"), ("12:00", "withdrawn")) == ["10.00-16.00"]


def test_a_clock_set_back_gives_a_pause_of_no_length_and_never_a_negative_one() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned"), ("09:30", "open")) == ["10.00-10.00"]


def test_a_clock_set_back_before_the_beginning_stops_it_at_the_beginning() -> None:
    assert stretches(("09:15", "open"), ("2005-01-01T00:00:00+07:00", "completed")) == ["09.15-16.00"]


def test_a_time_that_is_none_is_passed_over() -> None:
    assert stretches(("09:15", "open"), ("Tkemarin", "returned")) == []


def test_a_pause_with_its_reason_and_a_ready_product_stop_it_too() -> None:
    found = journey(
        ("09:15", {"state": "open", "complete_at": COMPLETE}),
        ("10:00", {"paused": "force"}),
        ("10:30", {"paused": None}),
        ("11:00", {"state": "open", "ready_at": "2026-11-24T11:00:00+07:00"}),
        ("12:00", {"paused": "force"}),
        ("13:00", {"paused": None}),
        ("14:00", {"state": "completed"}),
    )
    assert [f"{begin:%H.%M}-{end:%H.%M}" for begin, end in found.stops(UNTIL)] == ["10.00-10.30", "11.00-16.00"]
    assert found.stands_since == datetime.fromisoformat("2026-11-24T11:00:00+07:00")


def test_returned_while_it_was_paused_it_stands_until_neither_is_so() -> None:
    found = journey(
        ("09:15", {"state": "open", "complete_at": COMPLETE}),
        ("10:00", {"paused": "applicant"}),
        ("10:30", {"state": "returned"}),
        ("11:00", {"state": "open"}),
        ("11:30", {"paused": None}),
    )
    assert [f"{begin:%H.%M}-{end:%H.%M}" for begin, end in found.stops(UNTIL)] == ["10.00-11.30"]
    assert found.stands_since is None


def test_a_file_that_must_become_complete_once_more_begins_its_clock_anew() -> None:
    again = "2026-11-24T13:00:00+07:00"
    found = journey(
        ("09:15", {"state": "open", "complete_at": COMPLETE}),
        ("10:00", {"paused": "force"}),
        ("10:30", {"state": "returned", "complete_at": None, "paused": None}),
        ("13:00", {"state": "open", "complete_at": again}),
        complete_at=again,
    )
    assert found.standing == ()


def test_what_was_done_by_mistake_never_stopped_the_clock_and_what_was_paused_meanwhile_did() -> None:
    clerk = Clerk().register()
    clerk.walk("putusan")
    clerk.at("24T11:00").act("advance")  # ready
    clerk.at("24T11:30").act("return", note="Kurang")  # which makes the step one that can't be taken back
    clerk.at("24T12:00").act("resubmit")
    assert clerk.case.journey.stands_since is not None
    other = Clerk().register()
    other.walk("putusan")
    other.at("24T10:00").act("pause", reason="force")
    other.at("24T11:00").act("advance")
    other.at("24T11:30").act("resume")
    other.at("24T12:00").act("take_back")
    assert [f"{begin:%H.%M}-{end:%H.%M}" for begin, end in other.case.journey.stops(UNTIL)] == ["10.01-11.31"]


# who had it


def stays(clerk: Clerk) -> list[tuple[str, str, str | None]]:
    return [
        (stay.holder.position, stay.since[11:16], stay.until[11:16] if stay.until else None)
        for stay in clerk.case.journey.stays
    ]


def test_each_desk_had_it_from_when_to_when() -> None:
    clerk = Clerk().register()
    clerk.at("24T09:59").act("advance")
    clerk.at("24T10:59").act("dispose", SECRETARY, "Kabid Rehsos", instruction="Telaah")
    clerk.at("24T12:59").act("answer", SECRETARY, note="Ya")
    clerk.at("24T13:59").act("answer", note="Ya")
    clerk.at("24T14:59").act("advance")
    clerk.at("24T15:59").act("return", note="Kurang KK")
    assert sorted(stays(clerk), key=lambda stay: stay[1]) == [
        (FRONT, "09:00", "10:00"), (HEAD, "10:00", "11:00"), (SECRETARY, "11:00", "13:00"), (REHSOS, "11:00", "14:00"),
        (HEAD, "14:00", "15:00"), (REHSOS, "15:00", "16:00"), ("Pemohon", "16:00", None),
    ]  # fmt: skip
    assert [stay.holder.position for stay in clerk.case.journey.now] == clerk.hands == ["Pemohon"]


def test_one_desk_s_two_steps_are_two_stays_and_a_note_ends_none() -> None:
    clerk = Clerk().register()
    clerk.walk("kunjungan")
    clerk.at("24T10:00").act("note", note="x")
    clerk.at("24T10:59").act("advance")
    assert [(stay[0], stay[2]) for stay in stays(clerk)[-2:]] == [(STAFF, "11:00"), (STAFF, None)]


def test_a_disposition_that_another_desk_took_over_is_two_stays() -> None:
    clerk = Clerk().register()
    clerk.walk("periksa")
    clerk.at("24T09:59").act("dispose", SECRETARY, instruction="Telaah")
    clerk.at("24T10:59").act("reassign", HEAD)
    assert stays(clerk)[-2:] == [(SECRETARY, "10:00", "11:00"), (HEAD, "11:00", None)]


def test_time_with_bodies_outside_is_told_apart_and_the_applicant_s_is_not_among_it() -> None:
    clerk = Clerk().register()
    clerk.walk("periksa")
    clerk.at("24T09:59").act("hand_off", body="Disdukcapil")
    clerk.at("24T11:29").act("answer", note="Cocok")
    clerk.at("24T12:59").act("return", note="Kurang")
    found = clerk.case.journey.outside(UNTIL)
    assert [f"{begin:%H.%M}-{end:%H.%M}" for begin, end in found] == ["10.00-11.30"]


# steps, done once or by two counters


def test_the_last_step_is_the_one_that_moved_the_file_last() -> None:
    clerk = Clerk().register()
    assert last_step(clerk.case.history) == ()
    clerk.act("advance")
    done = clerk.case.history[-1]
    clerk.act("note", note="x")
    assert last_step(clerk.case.history) == (done,)
    clerk.act("pause", reason="force")
    assert last_step(clerk.case.history) == (done,)
    clerk.act("return", note="x")
    assert last_step(clerk.case.history) == ()


def test_one_step_of_two_counters_is_one_step() -> None:
    clerk, other = Clerk("A").register(), Clerk("B")
    tell(clerk, other)
    clerk.act("advance")
    other.act("advance")
    tell(clerk, other)
    assert {one.device for one in last_step(clerk.case.history)} == {"A", "B"}
    clerk.act("advance")
    tell(clerk, other)
    assert [one.device for one in last_step(other.case.history)] == ["A"]


def test_stations_are_told_with_the_act_that_brought_the_file_there() -> None:
    clerk = Clerk().register()
    clerk.act("advance")
    registered, done = clerk.case.history
    assert clerk.case.journey.stations == (
        (registered.event, Station("terima", "Petugas Front Office", FRONT)),
        (done.event, Station("disposisi", "Kepala Dinas", HEAD)),
    )


def test_an_event_of_a_newer_desk_tells_nothing() -> None:
    unread = Entry(entry("10:00").event, "case_teleported", "2026-11-24T10:00:00+07:00", "x", "x", "B", None, {})
    assert journey_of([unread], COMPLETE).stays == ()
