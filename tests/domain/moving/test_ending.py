"""Returned, paused, ended, opened again."""

from __future__ import annotations

import pytest

from desk.domain.offers import PAUSES
from tests.casework import HEAD, REHSOS, SECRETARY, STAFF, Clerk, tell
from tests.domain.moving.conftest import Refusal

ENDING = [("reject", "rejected"), ("withdraw", "withdrawn")]


# returned to the applicant


def test_who_returned_a_file_checks_it_again_when_it_comes_back(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("return", note="KK belum diperbarui")
    assert clerk.hands == ["Pemohon"]
    clerk.act("resubmit")
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])


def test_a_disposition_is_under_way_again_when_the_file_comes_back(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("dispose", SECRETARY, instruction="Telaah")
    clerk.act("return", note="Kurang KK")
    assert clerk.hands == ["Pemohon"]
    clerk.act("resubmit")
    assert clerk.hands == [SECRETARY]


def test_a_returned_file_can_be_withdrawn_or_rejected_and_reopened(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("return", note="Kurang KK")
    clerk.act("withdraw", note="Sudah pindah")
    assert clerk.hands == []
    case = clerk.act("reopen", note="Tidak jadi pindah")
    assert (case.state, clerk.here, clerk.hands) == ("open", "periksa", [REHSOS])


def test_a_file_whose_papers_never_were_complete_is_with_its_applicant_when_it_is_reopened() -> None:
    clerk = Clerk().register(complete=False)
    assert clerk.hands == ["Pemohon"]
    clerk.act("withdraw", note="Tidak jadi")
    case = clerk.act("reopen", note="Jadi")
    assert (case.state, clerk.hands, case.complete_at) == ("returned", ["Pemohon"], None)
    clerk.act("resubmit")
    assert (clerk.here, clerk.case.state) == ("terima", "open")


# the clock


@pytest.mark.parametrize("reason", sorted(PAUSES))
def test_the_clock_stands_for_a_reason_and_the_file_stays_where_it_is(clerk: Clerk, reason: str) -> None:
    case = clerk.act("pause", reason=reason, note="Menurut surat tugas")
    assert (case.movement.paused, case.flags) == (reason, ("paused",))
    assert len(clerk.hands) == 1
    clerk.act("advance")
    case = clerk.act("resume")
    assert (case.movement.paused, clerk.here) == (None, "disposisi")


def test_paused_twice_each_time_with_its_reason(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("pause", reason="applicant")
    assert refused(clerk, "pause", reason="force") == ("not_allowed_now", None)
    clerk.act("resume")
    assert refused(clerk, "resume") == ("not_allowed_now", None)
    case = clerk.act("pause", reason="signer_away")
    assert [entry.facts["paused"] for entry in case.history if "paused" in entry.facts] == [
        "applicant",
        None,
        "signer_away",
    ]


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({}, "bad_pause", "reason"),
        ({"reason": "menunggu Kemensos"}, "bad_pause", "reason"),  # that time counts
        ({"reason": "other"}, "note_missing", "note"),
        ({"reason": ["force"]}, "not_text", "reason"),
    ],
)
def test_a_pause_needs_a_reason_that_can_be_shown(
    clerk: Clerk, data: dict[str, object], code: str, field: str, refused: Refusal
) -> None:
    assert refused(clerk, "pause", **data) == (code, field)


def test_nothing_is_left_to_pause_once_the_product_is_ready(clerk: Clerk, refused: Refusal) -> None:
    clerk.walk("serahkan")
    assert refused(clerk, "pause", reason="force") == ("not_allowed_now", None)


def test_a_pause_ends_with_the_file_and_does_not_come_back_with_it(clerk: Clerk) -> None:
    clerk.act("pause", reason="force")
    clerk.act("reject", note="Bukan penduduk")
    assert clerk.act("reopen", note="Penduduk lama").movement.paused is None
    clerk.act("pause", reason="force")
    assert clerk.walk(None).movement.paused is None


# ended


@pytest.mark.parametrize(("action", "state"), ENDING)
def test_an_ended_file_is_held_by_nobody_and_says_when_and_why(clerk: Clerk, action: str, state: str) -> None:
    clerk.walk("periksa")
    case = clerk.act(action, note="Alasannya")
    assert (case.state, clerk.hands, case.completed_at) == (state, [], clerk.now.isoformat())
    assert case.history[-1].note == "Alasannya"


@pytest.mark.parametrize("action", ["return", "reject", "withdraw"])
def test_without_a_reason_nothing_ends(clerk: Clerk, action: str, refused: Refusal) -> None:
    assert refused(clerk, action) == ("note_missing", "note")
    assert refused(clerk, action, note="x", alasan="y") == ("unknown_key", "alasan")


def test_merged_it_names_the_file_that_goes_on(clerk: Clerk, refused: Refusal) -> None:
    assert refused(clerk, "merge") == ("required", "into")
    assert refused(clerk, "merge", into=clerk.case.id) == ("merge_itself", "into")
    case = clerk.act("merge", into="01a20000-0000-7000-8000-000000000002")
    assert (case.state, case.merged_into, clerk.hands) == ("merged", "01a20000-0000-7000-8000-000000000002", [])
    case = clerk.act("reopen", note="Ternyata orang lain")
    assert (case.state, case.merged_into, clerk.here) == ("open", None, "terima")


# opened again


@pytest.mark.parametrize("key", ["terima", "periksa", "putusan", "arsip"])
def test_a_file_goes_on_where_it_stood_when_it_ended(clerk: Clerk, key: str) -> None:
    before = clerk.walk(key)
    clerk.act("withdraw", note="Tidak jadi")
    case = clerk.act("reopen", note="Jadi")
    assert (case.movement, case.state, case.completed_at) == (before.movement, "open", None)
    assert clerk.walk(None).state == "completed"


def test_a_completed_file_goes_on_at_its_last_step(clerk: Clerk) -> None:
    ready = clerk.walk(None).ready_at
    case = clerk.act("reopen", note="Surat salah ketik")
    assert (clerk.here, clerk.hands, case.ready_at) == ("arsip", [STAFF], ready)
    assert clerk.act("advance").state == "completed"


def test_a_file_that_its_route_refused_goes_on_where_it_was_refused(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("advance", outcome="not_eligible")
    clerk.walk(None)
    case = clerk.act("reopen", note="Banding diterima")
    assert (clerk.here, clerk.hands, case.outcome, case.ready_at) == ("periksa", [REHSOS], None, None)
    assert clerk.walk(None).state == "completed"


def test_a_file_refused_on_the_way_of_its_refusal_goes_on_before_it(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("advance", outcome="not_eligible")
    clerk.act("reject", note="Sudah disampaikan lisan")
    clerk.act("reopen", note="Banding diterima")
    assert clerk.here == "periksa"


def test_a_file_withdrawn_on_the_way_of_its_refusal_goes_on_there(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("advance", outcome="not_eligible")
    clerk.act("withdraw", note="Tidak jadi")
    clerk.act("reopen", note="Jadi")
    assert (clerk.here, clerk.hands) == ("penolakan", [HEAD])


def test_what_was_under_way_is_under_way_again(clerk: Clerk) -> None:
    clerk.walk("periksa")
    clerk.act("dispose", SECRETARY, instruction="Telaah", must_answer=True)
    clerk.act("hand_off", body="Disdukcapil")
    clerk.act("reject", note="Bukan penduduk")
    clerk.act("reopen", note="Penduduk lama")
    assert sorted(clerk.hands) == ["Disdukcapil", SECRETARY]


def test_an_ended_file_of_the_first_house_goes_on_at_the_step_that_it_had_come_to() -> None:
    old = Clerk()
    at = old.now.isoformat()
    old.write({"state": "open", "complete_at": at, "position": 0}, kind="case_registered", at=at)
    old.write({"state": "completed", "position": 11, "completed_at": at}, kind="step_done", at=at)
    old.act("reopen", note="Salah ketik")
    assert old.here == "arsip"


# two counters


def test_closed_here_and_moved_there_is_for_a_person_to_decide(clerk: Clerk, refused: Refusal) -> None:
    other = Clerk("B")
    clerk.walk("periksa")
    tell(clerk, other)
    clerk.act("reject", note="Bukan penduduk")
    other.act("advance")
    tell(clerk, other)
    for counter in (clerk, other):
        assert set(counter.case.conflicts) == {"state"}
        for action in ("advance", "return", "reopen", "take_back", "dispose"):
            assert refused(counter, action, note="x") == ("not_allowed_now", None)
    clerk.act("settle", field="state", value="open")
    tell(clerk, other)
    assert (other.case.state, other.here, other.case.completed_at, other.case.conflicts) == (
        "open",
        "kunjungan",
        None,
        {},
    )
    assert other.walk(None).state == "completed"


def test_returned_here_and_ended_there_settled_as_returned_it_goes_on_where_it_was_returned(clerk: Clerk) -> None:
    other = Clerk("B")
    clerk.walk("arsip")
    tell(clerk, other)
    clerk.act("return", note="Surat dikembalikan pemohon")
    other.act("advance")
    tell(clerk, other)
    case = clerk.act("settle", field="state", value="returned")
    assert (case.state, clerk.hands, clerk.here, case.completed_at) == ("returned", ["Pemohon"], "arsip", None)
    clerk.act("resubmit")
    assert clerk.hands == [STAFF]


def test_refused_here_and_approved_there_settled_for_one_it_ends_as_that(clerk: Clerk) -> None:
    other = Clerk("B")
    clerk.walk("periksa")
    tell(clerk, other)
    clerk.act("advance", outcome="not_eligible")
    other.act("advance")
    tell(clerk, other)
    assert set(clerk.case.conflicts) == {"station"}
    station = next(one.value for one in clerk.case.conflicts["station"] if one.event.startswith("B"))
    clerk.act("settle", field="station", value=station)
    assert (clerk.here, clerk.case.outcome) == ("kunjungan", None)
    assert clerk.walk(None).state == "completed"


def test_gone_further_there_settled_for_the_nearer_step_the_product_is_not_ready(clerk: Clerk) -> None:
    other = Clerk("B")
    clerk.walk("teruskan")
    tell(clerk, other)
    clerk.act("advance")
    other.walk("serahkan")
    tell(clerk, other)
    near = next(one.value for one in clerk.case.conflicts["station"] if one.event.startswith("A"))
    case = clerk.act("settle", field="station", value=near)
    assert (clerk.here, case.ready_at, case.journey.stands_since) == ("putusan", None, None)


def test_merged_into_two_files_is_for_a_person_to_decide(clerk: Clerk) -> None:
    other = Clerk("B")
    tell(clerk, other)
    clerk.act("merge", into="x")
    other.act("merge", into="y")
    tell(clerk, other)
    assert set(clerk.case.conflicts) == {"merged_into"}
    clerk.act("settle", field="merged_into", value="x")
    tell(clerk, other)
    assert (other.case.merged_into, other.case.conflicts) == ("x", {})
