"""A sheet that comes back from its round: whose it is, and whether the file still waits for what it says."""

from __future__ import annotations

import pytest

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.sheet_code import SheetCode, require_case
from desk.domain.sheet_place import SheetPlace, place_of, slot_for
from desk.services import acts, cases
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import COMPLAINT, KITCHEN, REACTIVATION, intake

REHAB, PUB, DATA = "pasuruan/04", "pasuruan/14", "pasuruan/16"
HEAD, DIVISION = "Kepala Dinas", "Kepala Bidang Rehabilitasi Sosial"
SOCIAL, SECRETARY = "Jabfung/Peksos Bidang Rehabilitasi Sosial", "Sekretaris"


def taken_in(counter: Counter, service: str = REHAB) -> CaseId:
    return register(counter, intake(service)).id


def look(counter: Counter, case_id: CaseId, slot: str) -> SheetPlace:
    case = cases.load(counter, case_id)
    return place_of(case, counter.service_of(case), slot)


def chosen(counter: Counter, case_id: CaseId, said: str = "") -> str:
    case = cases.load(counter, case_id)
    return slot_for(case, counter.service_of(case), said)


def dispose(counter: Counter, case_id: CaseId, *to: str, **data: object) -> Case:
    return acts.act(counter, case_id, "dispose", to=to, data={"phrases": ["Proses lebih lanjut"], **data})


def test_the_head_s_sheet_waits_where_the_file_waits(counter: Counter) -> None:
    file = taken_in(counter)
    assert chosen(counter, file) == "S1"
    place = look(counter, file, "S1")
    assert (place.standing, place.position, place.acting, place.written) == ("here", HEAD, "S", ())


def test_once_it_was_captured_the_same_sheet_says_so(counter: Counter) -> None:
    file = taken_in(counter)
    dispose(counter, file, DIVISION)
    place = look(counter, file, "S1")
    assert place.standing == "recorded"
    assert [one.to for one in place.written] == [DIVISION]


def test_who_was_sent_the_file_has_the_next_sheet(counter: Counter) -> None:
    file = taken_in(counter)
    sent = dispose(counter, file, DIVISION).movement.dispositions[0].id
    assert chosen(counter, file) == sent
    assert look(counter, file, sent).position == DIVISION
    below = dispose(counter, file, SOCIAL).movement.children(sent)[0]
    assert look(counter, file, sent).standing == "recorded"
    assert look(counter, file, below.id).standing == "here"


def test_a_file_that_waits_for_answers_is_not_captured_twice(counter: Counter) -> None:
    file = taken_in(counter)
    dispose(counter, file, DIVISION, SECRETARY)  # both are asked for an answer, so the step isn't done
    assert look(counter, file, "S1").standing == "recorded"
    assert look(counter, file, "S3").standing == "away"


def test_the_route_s_own_sheet_of_a_desk_that_was_sent_the_file_is_that_desk_s(counter: Counter) -> None:
    file = taken_in(counter)
    sent = dispose(counter, file, DIVISION).movement.dispositions[0].id
    place = look(counter, file, "S2")
    assert (place.standing, place.acting) == ("here", sent)


def test_when_all_have_answered_the_head_s_sheet_is_his_again(counter: Counter) -> None:
    file = taken_in(counter)
    dispose(counter, file, DIVISION, SECRETARY)
    for desk in (DIVISION, SECRETARY):
        acts.act(counter, file, "answer", to=[desk], note="Sudah diperiksa")
    assert look(counter, file, "S1").standing == "here"


def test_a_sheet_that_comes_back_before_the_desk_recorded_its_own_step_is_ahead(counter: Counter) -> None:
    file = taken_in(counter, DATA)
    place = look(counter, file, "S5")
    assert place.standing == "ahead"
    assert [step.actor for step in place.between] == ["Staf", "Sekretaris Dinas", "Staf"]
    assert chosen(counter, file) == "S5"  # printed at the counter for the head, who is the next to decide


def test_a_sheet_of_a_step_that_was_passed_over_can_still_be_told(counter: Counter) -> None:
    file = taken_in(counter)
    acts.act(counter, file, "advance")
    place = look(counter, file, "S1")
    assert (place.standing, place.untold) == ("passed", True)
    acts.act(counter, file, "record", data={"instruction": "Proses lebih lanjut"})
    assert not look(counter, file, "S1").untold


def test_a_file_that_is_over_or_with_its_applicant_takes_no_sheet(counter: Counter) -> None:
    file = taken_in(counter)
    acts.act(counter, file, "return", note="KTP tidak terbaca")
    assert look(counter, file, "S1").standing == "with_applicant"
    other = taken_in(counter)
    acts.act(counter, other, "withdraw", note="Sudah tidak perlu")
    assert look(counter, other, "S1").standing == "ended"


def test_a_disposition_that_was_recalled_or_overtaken_says_which(counter: Counter) -> None:
    file = taken_in(counter)
    first = dispose(counter, file, DIVISION).movement.dispositions[0].id
    acts.act(counter, file, "recall")
    assert look(counter, file, first).standing == "recalled"
    second = dispose(counter, file, DIVISION).movement.pending[0].id
    acts.act(counter, file, "advance")
    assert look(counter, file, second).standing == "passed"
    third = dispose(counter, file, DIVISION, must_answer=True).movement.pending[0].id
    acts.act(counter, file, "answer", note="Selesai")
    assert look(counter, file, third).standing == "recorded"


@pytest.mark.parametrize("slot", ["S9", "K7MW", "S99"])
def test_a_slot_that_the_file_never_had_is_unknown(counter: Counter, slot: str) -> None:
    assert look(counter, taken_in(counter), slot).standing == "unknown"


def test_a_returned_file_that_was_never_complete_has_the_sheet_of_its_first_decision(counter: Counter) -> None:
    file = register(counter, intake(PUB, everything=False)).id
    assert cases.load(counter, file).state == "returned"
    assert chosen(counter, file) == "S2"
    assert look(counter, file, "S2").standing == "with_applicant"


def test_a_sheet_is_asked_for_by_slot_desk_role_or_step(counter: Counter) -> None:
    file = taken_in(counter)
    assert chosen(counter, file, "s2") == "S2"
    assert chosen(counter, file, DIVISION) == "S2"
    assert chosen(counter, file, "kepala dinas") == "S1"
    sent = dispose(counter, file, DIVISION).movement.dispositions[0].id
    assert chosen(counter, file, DIVISION) == sent
    with pytest.raises(Refused) as refusal:
        chosen(counter, file, "Camat")
    assert refusal.value.code == "sheet_for"
    assert DIVISION in refusal.value.message


def test_of_a_file_that_is_over_the_last_written_sheet_is_printed_for_the_archive(counter: Counter) -> None:
    file = taken_in(counter)
    dispose(counter, file, DIVISION)
    acts.act(counter, file, "reject", note="Tidak memenuhi syarat")
    assert chosen(counter, file) == "S1"
    never = taken_in(counter)
    acts.act(counter, never, "withdraw", note="Batal")
    with pytest.raises(Refused) as refusal:
        chosen(counter, never)
    assert refusal.value.code == "sheet_nobody"


def test_where_no_step_disposes_the_desk_that_has_the_file_gets_the_sheet(counter: Counter) -> None:
    file = register(counter, intake(REACTIVATION)).id
    assert chosen(counter, file) == "S5"  # the village and the district outside write on no sheet of this office
    assert look(counter, file, "S5").position == "Admin Dinas Sosial"


def test_a_route_that_begins_outside_finds_its_head(counter: Counter) -> None:
    file = register(counter, intake(KITCHEN)).id
    assert look(counter, file, chosen(counter, file)).position == HEAD
    complaint = taken_in(counter, COMPLAINT)
    assert look(counter, complaint, chosen(counter, complaint)).position == "Petugas Pengaduan"


def test_a_sheet_of_another_file_is_told_apart(counter: Counter) -> None:
    one, other = (cases.load(counter, taken_in(counter)) for _ in range(2))
    require_case(SheetCode(one.tracking_code, "S1"), one)
    with pytest.raises(Refused) as refusal:
        require_case(SheetCode(other.tracking_code, "S1"), one)
    assert refusal.value.code == "sheet_other_case"
    assert one.registration_number in refusal.value.message
