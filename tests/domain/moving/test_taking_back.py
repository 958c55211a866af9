"""The last step taken back: as if it had not been done, whichever it was and whoever recorded it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.movement import Station
from tests.casework import REHSOS, SECRETARY, SERVICE, STAFF, Clerk, states, tell
from tests.domain.moving.conftest import Refusal
from tests.factory import steps

WAY = [
    "terima",
    "disposisi",
    "periksa",
    "kunjungan",
    "konsep",
    "tanda_tangan",
    "teruskan",
    "putusan",
    "serahkan",
    "arsip",
]


@pytest.mark.parametrize("key", [*WAY])
def test_whatever_the_step_it_is_as_if_it_had_not_been_done(clerk: Clerk, key: str) -> None:
    before = clerk.walk(key)
    clerk.act("advance")
    case = clerk.act("take_back")
    assert (case.movement, case.state, case.holders) == (before.movement, "open", before.holders)
    assert (case.ready_at, case.completed_at) == (before.ready_at, before.completed_at)
    assert case.proceedings == before.proceedings
    assert case.journey.standing == before.journey.standing
    assert clerk.walk(None).state == "completed"


def test_only_the_last_step_can_be_taken_back_and_only_once(clerk: Clerk, refused: Refusal) -> None:
    assert refused(clerk, "take_back") == ("not_allowed_now", None)
    clerk.walk("konsep")
    clerk.act("take_back")
    assert clerk.here == "kunjungan"
    assert refused(clerk, "take_back") == ("not_allowed_now", None)
    clerk.act("advance")
    clerk.act("note", note="Ditelepon")
    clerk.act("take_back")
    assert clerk.here == "kunjungan"


def test_dispositions_that_the_step_closed_are_under_way_again_read_or_not(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("dispose", SECRETARY, STAFF, instruction="Telaah", must_answer=False)
    clerk.act("receive", SECRETARY)
    clerk.act("advance")
    case = clerk.act("take_back")
    assert states(case) == {SECRETARY: "read", STAFF: "waiting"}
    assert sorted(clerk.hands) == sorted([SECRETARY, STAFF])


def test_a_branch_taken_by_mistake_is_forgotten(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("advance", outcome="not_eligible")
    assert clerk.act("take_back").outcome is None
    clerk.walk("kunjungan")
    assert clerk.walk(None).state == "completed"


def test_a_file_rejected_by_its_route_s_last_step_goes_on_when_that_is_taken_back(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("advance", outcome="not_eligible")
    assert clerk.walk(None).state == "rejected"
    case = clerk.act("take_back")
    assert (case.state, clerk.here, case.outcome) == ("open", "antar_penolakan", "not_eligible")


def test_what_was_handed_over_by_the_step_is_not_handed_over_and_what_was_before_it_is(clerk: Clerk) -> None:
    clerk.walk("serahkan")
    clerk.act("deliver", recipient="Ahmad")
    assert clerk.act("take_back").proceedings.handover is None
    early = Clerk(of=replace(SERVICE, route=steps("sign", "monitor", "deliver"))).register()
    early.act("advance")
    early.act("deliver", recipient="Ahmad")
    early.walk(None)
    case = early.act("take_back")
    assert (early.here, case.proceedings.handover is not None) == ("s2", True)


def test_a_finding_stays_when_the_step_of_the_visit_is_taken_back(clerk: Clerk) -> None:
    clerk.walk("kunjungan")
    clerk.act("visit", finding="Layak", date="2026-11-24", people=["Budi"])
    case = clerk.act("take_back")
    assert (clerk.here, len(case.proceedings.visits)) == ("kunjungan", 1)
    assert "kunjungan" not in clerk.act("advance").proceedings.unrecorded


def test_one_step_that_two_counters_recorded_is_taken_back_once(clerk: Clerk) -> None:
    other = Clerk("B")
    tell(clerk, other)
    clerk.act("advance")
    other.act("advance")
    tell(clerk, other)
    assert (clerk.here, clerk.case.conflicts) == ("disposisi", {})
    clerk.act("take_back")
    other.act("take_back")
    tell(clerk, other)
    assert (clerk.here, other.here, clerk.case.conflicts) == ("terima", "terima", {})


def test_a_file_of_the_first_house_goes_back_to_the_step_that_its_count_says() -> None:
    old = Clerk()
    at = old.now.isoformat()
    old.write({"state": "open", "complete_at": at, "position": 1}, kind="case_registered", at=at)
    old.write({"state": "open", "position": 2}, kind="step_done", at=at)
    case = old.act("advance")
    assert case.movement.station == Station("periksa", "Kepala Bidang", REHSOS)
    old.act("take_back")
    assert (old.case.movement.station, old.case.position) == (None, 2)
    assert old.walk(None).state == "completed"
