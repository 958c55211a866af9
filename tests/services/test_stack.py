"""A stack of files from a desk: each is scanned, nothing is written before it is recorded, each is its own act."""

from __future__ import annotations

import pytest

from desk.domain.errors import NotFound, Refused
from desk.domain.event import CaseId
from desk.services import acts, cases, stack
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import ELDERLY, intake

HEAD, SOCIAL_WORKER = "Kepala Dinas", "Jabfung/Peksos Bidang Rehabilitasi Sosial"
DIVISION_HEAD = "Kepala Bidang Rehabilitasi Sosial"


def taken_in(counter: Counter) -> CaseId:
    return register(counter, intake(ELDERLY)).id


def number(counter: Counter, case_id: CaseId) -> str:
    return cases.load(counter, case_id).registration_number


def events(counter: Counter) -> int:
    with counter.store.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


def refused(counter: Counter, code: str, purpose: stack.Purpose = "advance", position: str | None = None) -> str:
    with pytest.raises((Refused, NotFound)) as error:
        stack.scan(counter, code, purpose, position)
    return error.value.code


def test_a_scan_says_what_would_happen_and_writes_nothing(counter: Counter) -> None:
    case_id = taken_in(counter)
    before = events(counter)
    found = stack.scan(counter, number(counter, case_id), "advance", SOCIAL_WORKER)
    assert (found.case_id, found.name, found.onward) == (case_id, "Siti Aminah", SOCIAL_WORKER)
    assert found.step
    assert events(counter) == before


def test_number_code_and_the_last_figures_all_name_the_file(counter: Counter) -> None:
    case = cases.load(counter, taken_in(counter))
    for code in (case.registration_number.lower(), case.tracking_code, "1"):
        assert stack.scan(counter, code, "advance").case_id == case.id


def test_a_disposition_sheet_names_its_file_and_the_desk_that_wrote_on_it(counter: Counter) -> None:
    case_id = taken_in(counter)
    acts.act(counter, case_id, "dispose", to=[HEAD, DIVISION_HEAD], data={"instruction": "Saran"})
    case = cases.load(counter, case_id)
    second = case.movement.pending[1]
    assert stack.scan(counter, f"D-{case.tracking_code}-{second.id}", "answer").holder.position == second.to
    assert refused(counter, f"D-{case.tracking_code}-{second.id}", "answer", SOCIAL_WORKER) == "other_tray"
    assert stack.scan(counter, f"D-{case.tracking_code}-{second.id}", "answer", HEAD).holder.position == HEAD


def test_recording_is_one_act_by_the_desk_whose_it_is(counter: Counter) -> None:
    case_id = taken_in(counter)
    done = stack.record(counter, stack.scan(counter, "1", "advance"), by=SOCIAL_WORKER)
    last = cases.load(counter, case_id).history[-1]
    assert (last.kind, last.officer, last.recorder) == ("step_done", SOCIAL_WORKER, "Rini")
    assert done.can_undo


def test_a_step_recorded_by_mistake_is_taken_back(counter: Counter) -> None:
    case_id = taken_in(counter)
    before = cases.load(counter, case_id).holders
    stack.take_back(counter, stack.record(counter, stack.scan(counter, "1", "advance")))
    assert cases.load(counter, case_id).holders == before


def test_what_somebody_else_did_meanwhile_is_neither_done_twice_nor_taken_back(counter: Counter) -> None:
    case_id = taken_in(counter)
    scanned = stack.scan(counter, "1", "advance")
    mine = stack.record(counter, scanned)
    acts.act(counter, case_id, "advance")
    before = events(counter)
    with pytest.raises(Refused) as again:
        stack.record(counter, scanned)
    with pytest.raises(Refused) as back:
        stack.take_back(counter, mine)
    assert (again.value.code, back.value.code) == ("moved_on", "moved_on")
    assert events(counter) == before


def test_what_does_not_fit_is_refused_with_the_reason(counter: Counter) -> None:
    case_id = taken_in(counter)
    returned = register(counter, intake(ELDERLY, everything=False, checklist={})).id
    ended = taken_in(counter)
    acts.act(counter, ended, "withdraw", note="Dicabut")
    assert refused(counter, "L9-2026-000999") == "case_unknown"
    assert refused(counter, number(counter, returned)) == "with_applicant"
    assert refused(counter, number(counter, ended)) == "has_ended"
    assert refused(counter, number(counter, case_id), position=HEAD) == "other_tray"
    assert refused(counter, number(counter, case_id), "receive") == "seen_already"
    assert refused(counter, number(counter, case_id), "answer") == "nothing_to_answer"


def test_a_file_that_several_desks_have_asks_for_the_tray(counter: Counter) -> None:
    case_id = taken_in(counter)
    acts.act(counter, case_id, "dispose", to=[HEAD, DIVISION_HEAD], data={"instruction": "Saran"})
    assert refused(counter, "1", "answer") == "several_trays"
    assert refused(counter, "1", "advance", HEAD) == "answer_awaited"
    assert stack.scan(counter, "1", "receive", HEAD).holder.position == HEAD


def test_received_and_answered_desk_by_desk(counter: Counter) -> None:
    case_id = taken_in(counter)
    acts.act(counter, case_id, "dispose", to=[HEAD, DIVISION_HEAD], data={"instruction": "Saran"})
    stack.record(counter, stack.scan(counter, "1", "receive", HEAD))
    assert refused(counter, "1", "receive", HEAD) == "seen_already"
    for desk in (HEAD, DIVISION_HEAD):
        stack.record(counter, stack.scan(counter, "1", "answer", desk), words=f"Setuju, {desk}.")
    case = cases.load(counter, case_id)
    assert sorted(case.proceedings.answers.values()) == [f"Setuju, {DIVISION_HEAD}.", f"Setuju, {HEAD}."]
    assert [holder.position for holder in case.holders] == [SOCIAL_WORKER]


def test_an_answer_without_words_is_refused(counter: Counter) -> None:
    case_id = taken_in(counter)
    acts.act(counter, case_id, "dispose", to=[HEAD], data={"instruction": "Saran", "must_answer": True})
    with pytest.raises(Refused) as error:
        stack.record(counter, stack.scan(counter, "1", "answer", HEAD))
    assert error.value.field == "note"


def test_a_step_that_ends_other_desks_dispositions_says_so(counter: Counter) -> None:
    case_id = taken_in(counter)
    data = {"instruction": "Untuk diketahui", "must_answer": False}
    acts.act(counter, case_id, "dispose", to=[HEAD, DIVISION_HEAD], data=data)
    found = stack.scan(counter, "1", "advance", HEAD)
    assert found.also == (DIVISION_HEAD,)
