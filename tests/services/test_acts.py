"""What happens to a file afterwards: what is offered is what is accepted, and each act is one line of its history."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.intake import Beneficiary, Intake
from desk.domain.moving.stepping import product_goes_out
from desk.domain.offers import ACTIONS
from desk.domain.route import current, normal_way, ready_before, station_at, taken_in
from desk.services import acts, cases, contract, upkeep
from desk.services.counter import Counter
from desk.services.intake import register, take_up
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.factory import ADOPTION, COMPLAINT, DISASTER, KITCHEN, REACTIVATION, SKM, applicant, intake, met
from tests.fakes import Clock
from tests.tellings import telling


def incomplete() -> Intake:
    return intake(REACTIVATION, everything=False, checklist={"ktp": met()})


STATES = ("open", "returned", "completed", "rejected", "withdrawn", "merged")


def in_state(counter: Counter, state: str) -> CaseId:
    if state == "returned":
        return register(counter, incomplete()).id
    case_id = register(counter, intake(DISASTER)).id
    if state == "completed":
        for _ in range(9):
            if cases.load(counter, case_id).state == "open":
                acts.act(counter, case_id, "advance")
    elif state == "merged":
        acts.act(counter, case_id, "merge", data={"into": register(counter, intake(DISASTER)).registration_number})
    elif state != "open":
        acts.act(counter, case_id, {"rejected": "reject", "withdrawn": "withdraw"}[state], note="alasan")
    return case_id


def try_it(counter: Counter, case_id: CaseId, action: str) -> bool:
    """Whether the action is accepted when it is told all that it needs."""
    case = cases.load(counter, case_id)
    other = register(counter, intake(KITCHEN)).registration_number
    said = telling(case, counter.service_of(case), action, into=other, other_service=SKM)
    before = upkeep.dump(counter)
    try:
        if action == "resubmit":
            take_up(counter, case_id, intake(REACTIVATION))
        else:
            acts.act(counter, case_id, action, to=said.to, note=said.note, data=said.data)
    except Refused:
        assert upkeep.dump(counter) == before
        return False
    return True


# offers


@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_offered_is_what_is_accepted_and_what_is_refused_leaves_nothing_behind(
    counter: Counter, action: str
) -> None:
    for state in STATES:
        case_id = in_state(counter, state)
        case = cases.load(counter, case_id)
        assert case.state == state
        offered = action in {offer.action for offer in acts.possible(counter, case)}
        assert try_it(counter, case_id, action) is offered
        assert (len(cases.load(counter, case_id).history) > len(case.history)) is offered


def test_a_conflict_offers_to_settle_and_takes_it(open_counter: OpenCounter) -> None:
    counter, case_id = contested(open_counter)
    case = cases.load(counter, case_id)
    assert "settle" in {offer.action for offer in acts.possible(counter, case)}
    assert try_it(counter, case_id, "settle")
    assert not cases.load(counter, case_id).conflicts


def contested(open_counter: OpenCounter) -> tuple[Counter, CaseId]:
    """A file whose applicant was named differently at two counters."""
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    exchange(bangil, pandaan)
    acts.act(bangil, case_id, "correct", data={"applicant": {"name": "Siti Aminah binti Umar"}})
    acts.act(pandaan, case_id, "correct", data={"applicant": {"name": "Sitti Aminah"}})
    exchange(bangil, pandaan)
    return bangil, case_id


POSSIBLE = (
    "yang bisa: advance, dispose, reassign, visit, hand_off, return, pause, reject, withdraw, merge, reclassify, correct,"
    " note"
)


@pytest.mark.parametrize("action", ["reopen", "advanced", "", "ADVANCE", "__class__"])
def test_an_action_that_does_not_exist_is_refused_with_what_does(counter: Counter, action: str) -> None:
    case_id = register(counter, intake()).id
    with pytest.raises(Refused, match=POSSIBLE) as caught:
        acts.act(counter, case_id, action)
    assert caught.value.code == "not_allowed_now"


def test_papers_are_taken_in_by_their_form_and_not_by_a_word(counter: Counter) -> None:
    case_id = in_state(counter, "returned")
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, "resubmit")
    assert caught.value.code == "needs_form"


@pytest.mark.parametrize("action", ["return", "reject", "withdraw", "note"])
@pytest.mark.parametrize("note", ["", "  \n "])
def test_what_needs_a_reason_is_refused_without_one(counter: Counter, action: str, note: str) -> None:
    case_id = register(counter, intake()).id
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, action, note=note)
    assert (caught.value.code, caught.value.field) == ("note_missing", "note")


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"note": "a\0b"}, "control_character", "note"),
        ({"note": "x" * 4001}, "too_long", "note"),
        ({"note": "x", "by": "n" * 201}, "too_long", "by"),
        ({"note": "\ud800"}, "broken_character", "note"),
    ],
)
def test_bad_words_are_refused_where_they_stand(counter: Counter, said: dict[str, Any], code: str, field: str) -> None:
    case_id = register(counter, intake()).id
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, "note", **said)
    assert (caught.value.code, caught.value.field) == (code, field)


# the way


@pytest.mark.parametrize("order", range(1, 18))
def test_advancing_carries_a_file_of_any_service_from_the_counter_to_its_archive(
    counter: Counter, clock: Clock, order: int
) -> None:
    service = counter.catalogue.service(f"pasuruan/{order:02d}")
    answers = {question.key: True for question in service.questions}
    case_id = register(counter, intake(service.id, answers=answers)).id
    way = normal_way(service)
    stations = [station_at(service, step) for step in way[taken_in(way) :]]
    case = cases.load(counter, case_id)
    assert [case.state] == ["open"]
    for place, station in enumerate(stations):
        assert case.movement.station == station
        assert [holder.position for holder in case.holders] == [station.position]
        here = service.step(station.step or "")
        sent_out = place > 0 and product_goes_out(service, service.step(stations[place - 1].step or ""))
        assert (case.ready_at is not None) == (place > 0 and ready_before(service, here) and not sent_out)
        clock.forward(minutes=1)
        case = acts.act(counter, case_id, "advance")
    assert len(case.history) == len(stations) + 1
    assert case.state == "completed"
    assert case.holders == ()
    assert case.completed_at == clock.now.isoformat()
    assert contract.clock_of(counter, case, service)["running"] is False


def test_a_step_done_records_nothing_that_it_was_not_told(counter: Counter) -> None:
    case_id = register(counter, intake(KITCHEN)).id
    before = cases.load(counter, case_id)
    after = acts.act(counter, case_id, "advance")
    assert (after.applicant, after.checklist, after.beneficiaries) == (
        before.applicant, before.checklist, before.beneficiaries,
    )  # fmt: skip
    assert after.history[-1].note is None
    assert after.history[-1].kind == "step_done"


def test_the_clock_stops_when_the_product_is_ready_and_not_when_it_is_fetched(counter: Counter, clock: Clock) -> None:
    case_id = register(counter, intake(COMPLAINT)).id
    service = counter.catalogue.service(COMPLAINT)
    case = cases.load(counter, case_id)
    while case.ready_at is None:
        clock.forward(hours=1)
        case = acts.act(counter, case_id, "advance")
    assert [step.action for step in current(service, case)] == ["deliver"]
    assert case.ready_at == clock.now.isoformat()
    used = contract.clock_of(counter, case, service)["used_minutes"]
    clock.forward(days=200)
    assert contract.clock_of(counter, case, service)["used_minutes"] == used
    assert contract.clock_of(counter, case, service)["overdue"] is False


def test_the_act_stays_with_whose_it_is_and_says_who_recorded_it(counter: Counter) -> None:
    case_id = register(counter, intake()).id
    case = acts.act(counter, case_id, "advance", by="Drs. H. Slamet, M.Si.", note="Lanjutkan")
    last = case.history[-1]
    assert (last.officer, last.recorder, last.note) == ("Drs. H. Slamet, M.Si.", "Rini", "Lanjutkan")


def test_a_file_that_ended_can_be_opened_again_where_it_was(counter: Counter) -> None:
    case_id = register(counter, intake()).id
    acts.act(counter, case_id, "advance")
    at = acts.act(counter, case_id, "reject", note="Bukan penduduk").movement.station
    case = acts.act(counter, case_id, "reopen", note="KK baru menunjukkan sebaliknya")
    assert at is not None
    assert (case.state, case.movement.station, case.completed_at) == ("open", at, None)


def test_a_completed_file_opened_again_waits_at_its_last_step(counter: Counter) -> None:
    case_id = in_state(counter, "completed")
    case = acts.act(counter, case_id, "reopen", note="Surat salah ketik")
    service = counter.service_of(case)
    assert current(service, case) == normal_way(service)[-1:]
    assert contract.case_whole(counter, case)["steps"]
    assert acts.act(counter, case_id, "advance").state == "completed"


# corrections


def correct(counter: Counter, case_id: CaseId, **data: Any) -> Case:
    return acts.act(counter, case_id, "correct", data=data)


def test_only_what_is_named_is_corrected(counter: Counter) -> None:
    case_id = register(counter, intake()).id
    case = correct(counter, case_id, applicant={"phone": "0811 1111 111", "address": {"village": "Latek"}})
    expected = applicant(phone="628111111111")
    assert case.applicant.phone == expected.phone
    assert (case.applicant.name, case.applicant.nik) == (expected.name, expected.nik)
    assert (case.applicant.address.village, case.applicant.address.street) == ("Latek", "Jl. Bader 7")


def test_null_and_an_empty_text_clear(counter: Counter) -> None:
    case_id = register(counter, intake()).id
    case = correct(counter, case_id, applicant={"phone": None, "kk": "", "address": {"rt": None}})
    assert (case.applicant.phone, case.applicant.kk, case.applicant.address.rt) == ("", "", "")


def test_those_concerned_and_the_other_system_s_number_are_corrected_too(counter: Counter) -> None:
    case_id = register(counter, intake(beneficiaries=(Beneficiary("Ahmat"),))).id
    case = correct(
        counter,
        case_id,
        beneficiaries=[{"name": "Ahmad"}, {"name": "Budi"}],
        external_reference={"system": "SIKS-NG", "number": "7"},
    )
    assert [someone.name for someone in case.beneficiaries] == ["Ahmad", "Budi"]
    assert case.external_reference is not None
    assert case.external_reference.number == "7"
    assert correct(counter, case_id, beneficiaries=[]).beneficiaries == ()


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({}, "nothing_changed", "applicant"),
        ({"applicant": {}}, "nothing_changed", "applicant"),
        ({"applicant": {"name": "Siti Aminah"}}, "nothing_changed", "applicant"),
        ({"applicant": "Siti"}, "not_an_object", "applicant"),
        ({"applicant": {"name": ""}}, "name_missing", "applicant.name"),
        ({"applicant": {"nik": ""}}, "nik_missing", "applicant.no_nik_reason"),
        ({"applicant": {"nik": "123"}}, "nik_length", "applicant.nik"),
        ({"applicant": {"nama": "x"}}, "unknown_key", "applicant.nama"),
        ({"applicant": {"address": "Bangil"}}, "not_an_object", "applicant.address"),
        ({"checklist": {"ktp": True}}, "unknown_key", "checklist"),
        ({"service": SKM}, "unknown_key", "service"),
        ({"beneficiaries": [{}]}, "required", "beneficiaries[0].name"),
    ],
)
def test_a_correction_that_corrects_nothing_or_spoils_something_is_refused(
    counter: Counter, said: dict[str, Any], code: str, field: str
) -> None:
    case_id = register(counter, intake()).id
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, "correct", data=said)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert len(cases.load(counter, case_id).history) == 1


# conflicts


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"field": "applicant.name"},
        {"field": "applicant.name", "value": "Orang Ketiga"},
        {"field": "applicant.phone", "value": "6281234567890"},
        {"field": ["applicant.name"], "value": "Sitti Aminah"},
        {"field": "applicant.name", "value": {"name": "Sitti Aminah"}},
        {"field": "applicant.name", "value": 1.5},
    ],
)
def test_only_a_contender_of_a_contested_field_settles_it(open_counter: OpenCounter, said: dict[str, Any]) -> None:
    counter, case_id = contested(open_counter)
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, "settle", data=said)
    assert caught.value.code == "not_a_contender"
    assert set(cases.load(counter, case_id).conflicts) == {"applicant.name"}


def test_a_letter_that_lies_with_another_body_is_not_ready_to_be_fetched(counter: Counter) -> None:
    # pasuruan/14: the letter goes to the Bupati (step 7) before it is handed over (step 8)
    service = counter.catalogue.service("pasuruan/14")
    case_id = register(counter, intake(service.id, answers={q.key: True for q in service.questions})).id
    case = cases.load(counter, case_id)
    while case.movement.station is not None and case.movement.station.step != "ajukan_bupati":
        case = acts.act(counter, case_id, "advance")
    case = acts.act(counter, case_id, "hand_off", data={"body": "Bupati Pasuruan", "reference": "460/7"})
    assert [holder.position for holder in case.holders] == ["Bupati Pasuruan"]
    with pytest.raises(Refused) as caught:
        acts.act(counter, case_id, "advance")
    assert caught.value.code == "answer_awaited"
    assert "Bupati Pasuruan" in caught.value.message
    acts.act(counter, case_id, "answer", note="Ditandatangani")
    case = acts.act(counter, case_id, "advance")
    assert (case.movement.station is not None and case.movement.station.step, bool(case.ready_at)) == ("serahkan", True)


def signed_letter(counter: Counter) -> CaseId:
    case_id = register(counter, intake(ADOPTION)).id
    while not cases.load(counter, case_id).proceedings.letters:
        acts.act(counter, case_id, "advance")
    return case_id


def test_a_number_is_no_other_letter_s_of_the_year_and_can_be_put_right_with_a_reason(counter: Counter) -> None:
    first, second = signed_letter(counter), signed_letter(counter)
    given = {"number": "400.9/12/2026", "date": counter.today.isoformat()}
    acts.act(counter, first, "number", data=given)
    with pytest.raises(Refused) as taken:
        acts.act(counter, second, "number", data={**given, "number": "400.9/ 12 /2026"})
    assert taken.value.code == "number_taken"
    assert cases.load(counter, first).registration_number in taken.value.message
    with pytest.raises(Refused) as silent:
        acts.act(counter, first, "number", data={**given, "number": "400.9/13/2026"})
    assert silent.value.code == "note_missing"
    case = acts.act(counter, first, "number", note="Salah ketik", data={**given, "number": "400.9/13/2026"})
    assert case.proceedings.letters[0].number == "400.9/13/2026"
    acts.act(counter, second, "number", data=given)
    with pytest.raises(Refused) as early:
        acts.act(counter, second, "number", note="x", data={"number": "9", "date": "2099-01-01"})
    assert early.value.code == "date_future"
