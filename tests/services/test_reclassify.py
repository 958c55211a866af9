"""A file that was taken in under the wrong service goes on under the right one."""

from __future__ import annotations

import pytest

from desk.domain.case import Case
from desk.domain.errors import DeskError, Refused
from desk.domain.intake import Intake, Tick
from desk.domain.route import current
from desk.services import acts, cases, upkeep
from desk.services.counter import Counter
from desk.services.intake import assessment_of, register, take_up
from desk.services.reclassify import shared_ticks
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.factory import REACTIVATION, SKM, ZIARAH, intake, met, requirement, service
from tests.fakes import Clock

LETTER = "pasuruan/14"
"""Asks for the same one paper as ZIARAH: a letter of request."""

ORIGINAL = Tick(met=True, form="original", kept=True)


def reclassify(counter: Counter, case: Case, to: str) -> Case:
    return acts.act(counter, case.id, "reclassify", data={"service": to})


def taken_in(counter: Counter, service_id: str = SKM, **changes: object) -> Case:
    return cases.load(counter, register(counter, intake(service_id, **changes)).id)


# what both ask for


def test_ticks_of_the_same_paper_go_along_and_what_is_wanting_is_asked_for(counter: Counter) -> None:
    before = taken_in(counter, answers={"dtks": True, "kecelakaan": False, "tindak_kriminal": False})
    assert before.state == "open"
    case = reclassify(counter, before, REACTIVATION)
    assert (case.service, case.state) == (REACTIVATION, "returned")
    assert set(case.checklist) == {"kk", "ktp", "foto_rumah", "sktm", "lembar_verifikasi"}
    assert assessment_of(counter, case).missing == ("kartu_pbi",)
    assert (case.complete_at, case.promised_at, case.movement.station) == (None, None, None)
    assert [holder.position for holder in case.holders] == ["Pemohon"]
    assert case.answers == {}


def test_what_was_wanting_is_brought_and_the_clock_begins_then(counter: Counter, clock: Clock) -> None:
    case = reclassify(counter, taken_in(counter), REACTIVATION)
    clock.forward(hours=2)
    receipt = take_up(counter, case.id, Intake(REACTIVATION, applicant=case.applicant, checklist={"kartu_pbi": met()}))
    after = cases.load(counter, case.id)
    assert (receipt.state, after.state, after.complete_at) == ("open", "open", clock.now.isoformat())
    assert after.promised_at == receipt.due_at
    assert after.journey.standing == ()
    assert upkeep.problems(counter) == []


def test_a_file_with_every_paper_keeps_the_time_at_which_it_was_complete(counter: Counter, clock: Clock) -> None:
    before = taken_in(counter, ZIARAH)
    acts.act(counter, before.id, "advance")
    clock.forward(hours=1)
    case = reclassify(counter, before, LETTER)
    assert (case.state, case.complete_at) == ("open", before.complete_at)
    assert case.promised_at != before.promised_at
    assert case.movement.station is not None
    assert case.movement.station.step == "disposisi"
    assert (case.proceedings.unrecorded, case.ready_at) == ({}, None)
    while case.state == "open":
        case = acts.act(counter, case.id, "advance")
    assert case.state == "completed"
    assert upkeep.problems(counter) == []


def test_of_one_paper_for_two_requirements_the_same_id_comes_first() -> None:
    """A husband's and a wife's KTP are one document; each stays its own."""
    before = service(requirement("ktp", document="ktp"), requirement("ktp_istri", document="ktp"))
    after = service(requirement("ktp_istri", document="ktp"), requirement("ktp_suami", document="ktp"))
    ticks = {"ktp": met(note="suami"), "ktp_istri": met(note="istri")}
    assert shared_ticks(before, after, ticks) == {"ktp_istri": ticks["ktp_istri"]}
    assert shared_ticks(before, before, ticks) == ticks


def test_one_id_for_two_papers_is_not_one_paper() -> None:
    before = service(requirement("k1", text="Surat sehat"))
    after = service(requirement("k1", text="Foto rumah"))
    assert shared_ticks(before, after, {"k1": met()}) == {}
    assert shared_ticks(before, before, {"k1": met(), "hilang": met()}) == {"k1": met()}


# what stays behind


def test_no_requirement_is_met_by_another_paper_of_the_same_id(counter: Counter) -> None:
    """SKM's k1 are the copies of KK and KTP; the elderly's k1 is another list."""
    case = reclassify(counter, taken_in(counter), "pasuruan/02")
    assert "k1" not in case.checklist
    assert {"k1.ktp", "k1.kk", "sktm"} <= set(case.checklist)
    assert set(assessment_of(counter, case).missing) >= {"kis", "surat_sehat"}


def test_an_original_that_lies_here_is_given_back_although_nobody_asks_for_it_any_more(counter: Counter) -> None:
    before = taken_in(counter, checklist={"surat_rawat_inap": ORIGINAL, "k1.kk": ORIGINAL})
    assert set(before.originals_kept) == {"surat_rawat_inap", "k1.kk"}
    case = reclassify(counter, before, REACTIVATION)
    assert set(case.originals_kept) == {"surat_rawat_inap", "kk"}
    assert "rawat inap" in case.checklist["surat_rawat_inap"].note.lower()
    taken = take_up(counter, case.id, Intake(REACTIVATION, applicant=case.applicant, checklist={"kartu_pbi": met()}))
    assert taken.state == "open"  # the paper of the other service is in nobody's way
    case = acts.act(counter, case.id, "give_back", data={"recipient": "Siti Aminah"})
    assert case.originals_kept == ()


def test_an_original_of_a_requirement_whose_id_means_another_paper_there_is_kept_beside_it(counter: Counter) -> None:
    before = taken_in(counter, checklist={"k1": ORIGINAL})
    case = reclassify(counter, before, "pasuruan/02")
    assert case.originals_kept == ("k1.8",)
    assert case.checklist["k1.8"].note


def test_what_was_given_back_is_not_in_the_office_under_its_other_name(counter: Counter) -> None:
    before = taken_in(counter, checklist={"k1.kk": ORIGINAL})
    acts.act(counter, before.id, "give_back", data={"recipient": "Siti Aminah"})
    case = reclassify(counter, before, REACTIVATION)
    assert case.originals_kept == ()
    assert case.proceedings.given_back["kk"].to == "Siti Aminah"


def test_an_original_given_back_and_brought_again_lies_here_again(counter: Counter) -> None:
    before = taken_in(counter, checklist={"k1.kk": ORIGINAL})
    acts.act(counter, before.id, "give_back", data={"recipient": "Siti Aminah"})
    acts.act(counter, before.id, "return", note="KK harus yang baru")
    again = Intake(
        SKM, applicant=before.applicant, checklist={"k1.kk": Tick(met=True, form="original", kept=True, note="KK baru")}
    )
    take_up(counter, before.id, again)
    assert cases.load(counter, before.id).originals_kept == ("k1.kk",)


# on its way


def test_what_was_under_way_is_closed_and_the_other_route_begins(counter: Counter) -> None:
    before = taken_in(counter, ZIARAH)
    acts.act(counter, before.id, "dispose", to=("Sekretaris",), data={"instruction": "x", "must_answer": True})
    acts.act(counter, before.id, "dispose", to=("Kabid Rehsos",), data={"instruction": "x", "must_answer": True})
    acts.act(counter, before.id, "hand_off", data={"body": "Kodim"})
    case = reclassify(counter, before, LETTER)
    assert (case.movement.pending, case.movement.waiting_outside) == ((), ())
    assert [holder.slot for holder in case.holders] == ["S"]


def test_a_refusal_of_the_other_route_is_none_of_this_one(counter: Counter) -> None:
    before = taken_in(counter, "pasuruan/16", answers={})
    while before.movement.station is None or before.movement.station.step != "verifikasi":
        before = acts.act(counter, before.id, "advance")
    acts.act(counter, before.id, "advance", data={"outcome": "excluded"})
    case = reclassify(counter, before, LETTER)
    assert (case.state, case.outcome) == ("open", None)
    while case.state == "open":
        case = acts.act(counter, case.id, "advance")
    assert case.state == "completed"


def test_two_counters_that_filed_it_under_two_services_choose_one_with_its_whole_way(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    before = taken_in(bangil, ZIARAH)
    exchange(bangil, pandaan)
    reclassify(bangil, before, LETTER)
    reclassify(pandaan, before, REACTIVATION)
    exchange(bangil, pandaan)
    assert {"state", "station", "service", "service_hash"} <= set(cases.load(bangil, before.id).conflicts)
    with pytest.raises(Refused) as caught:
        acts.act(bangil, before.id, "advance")
    assert caught.value.code == "contested"
    case = acts.act(bangil, before.id, "settle", data={"field": "service", "value": LETTER})
    exchange(bangil, pandaan)
    assert case.conflicts == {}
    assert (case.state, case.service_hash) == ("open", bangil.catalogue.service(LETTER).hash)
    assert [step.key for step in current(pandaan.service_of(case), cases.load(pandaan, before.id))] == ["disposisi"]
    assert upkeep.problems(pandaan) == []


# refused


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "required"),
        ({"service": SKM}, "same_service"),
        ({"service": 8}, "not_text"),
        ({"layanan": ZIARAH}, "unknown_key"),
    ],
)
def test_a_service_must_be_named_and_another_one(counter: Counter, said: dict[str, object], code: str) -> None:
    case = taken_in(counter)
    with pytest.raises(Refused) as caught:
        acts.act(counter, case.id, "reclassify", data=said)
    assert (caught.value.code, caught.value.field) == (code, "layanan" if code == "unknown_key" else "service")


@pytest.mark.parametrize("said", ["mesuji/01", "pasuruan/99", "x"])
def test_a_service_that_this_office_does_not_have_is_none(counter: Counter, said: str) -> None:
    case = taken_in(counter)
    with pytest.raises(DeskError):
        reclassify(counter, case, said)
    assert cases.load(counter, case.id).service == SKM
