"""A sheet that came back is recorded as it was written: one act, for the official who wrote it, once."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.sheet_code import SheetCode
from desk.domain.sheet_written import Written
from desk.models.home import Home
from desk.services import acts, capture, cases, setup, sheets
from desk.services.capture import Captured
from desk.services.counter import Counter
from desk.services.intake import register
from desk.services.packfiles import load_catalogue
from tests.conftest import DATA
from tests.factory import intake
from tests.fakes import Clock, Luck

REHAB, DATA_SERVICE = "pasuruan/04", "pasuruan/16"
HEAD, DIVISION, SOCIAL = (
    "Kepala Dinas", "Kepala Bidang Rehabilitasi Sosial", "Jabfung/Peksos Bidang Rehabilitasi Sosial",
)  # fmt: skip
SUWITO = "H.M. SUWITO ADI, S.Sos, M.Si"
TO_DIVISION = Written(desks=(DIVISION,), phrases=("Proses lebih lanjut",), urgency="segera", by=SUWITO)


def taken_in(counter: Counter, service: str = REHAB) -> CaseId:
    return register(counter, intake(service)).id


def code(counter: Counter, case_id: CaseId, slot: str) -> SheetCode:
    return SheetCode(cases.load(counter, case_id).tracking_code, slot)


def record(counter: Counter, case_id: CaseId, slot: str, written: Written) -> Captured:
    return capture.record(counter, case_id, code(counter, case_id, slot), written)


def refused(counter: Counter, case_id: CaseId, slot: str, written: Written = TO_DIVISION) -> Refused:
    before = cases.load(counter, case_id)
    with pytest.raises(Refused) as refusal:
        record(counter, case_id, slot, written)
    assert cases.load(counter, case_id) == before
    return refusal.value


def kinds(case: Case) -> list[str]:
    return [entry.kind for entry in case.history]


def test_a_ticked_desk_is_a_disposition_by_the_official_recorded_by_the_officer(counter: Counter) -> None:
    file = taken_in(counter)
    case = record(counter, file, "S1", TO_DIVISION).case
    [sent] = case.movement.dispositions
    assert (sent.sender, sent.to, sent.urgency) == (HEAD, DIVISION, "segera")
    last = case.history[-1]
    assert (last.kind, last.officer, last.recorder) == ("disposed", SUWITO, "Rini")
    assert case.proceedings.instructions[sent.id].phrases == ("Proses lebih lanjut",)


def test_words_deadline_and_confidence_are_kept(counter: Counter) -> None:
    file = taken_in(counter)
    written = Written(
        desks=(DIVISION,), words="Hubungi Dinkes dulu", deadline="2026-11-27", confidential=True, agreed=True
    )  # fmt: skip
    case = record(counter, file, "S1", written).case
    [sent] = case.movement.dispositions
    assert sent.deadline == "2026-11-27"
    instruction = case.proceedings.instructions[sent.id]
    assert (instruction.phrases, instruction.words) == (("Setuju", "Rahasia"), "Hubungi Dinkes dulu")


def test_several_desks_are_waited_for_unless_the_officer_says_otherwise(counter: Counter) -> None:
    for answer, awaited in ((None, 2), (False, 0), (True, 2)):
        file = taken_in(counter)
        both = Written(desks=(DIVISION, "Sekretaris"), phrases=("Tanggapan dan saran",), answer=answer)
        assert len(record(counter, file, "S1", both).case.movement.awaited) == awaited


def test_a_desk_alone_is_enough_and_printed_back_as_just_that(counter: Counter) -> None:
    file = taken_in(counter)
    case = record(counter, file, "S1", Written(desks=(DIVISION,))).case
    form = sheets.sheet_for(counter, case, "S1")
    assert [box.words for box in (*form.desks, *form.phrases) if box.ticked] == [DIVISION]


def test_who_only_agrees_has_done_the_step(counter: Counter) -> None:
    file = taken_in(counter)
    done = record(counter, file, "S1", Written(agreed=True, words="ACC", by=SUWITO))
    assert done.planned.action == "advance"
    last = done.case.history[-1]
    assert (last.kind, last.note, last.officer) == ("step_done", "Setuju; ACC", SUWITO)


def test_who_wants_it_mended_sends_it_back_to_the_applicant(counter: Counter) -> None:
    file = taken_in(counter)
    case = record(counter, file, "S1", Written(repair=True, words="KTP tidak terbaca")).case
    assert case.state == "returned"
    assert case.history[-1].note == "Perbaiki/lengkapi; KTP tidak terbaca"


def test_where_the_route_has_a_way_back_it_goes_that_way(tmp_path: Any, clock: Clock) -> None:
    catalogue, luck = load_catalogue(DATA), Luck()
    home = Home(tmp_path / "linggau")
    setup.set_up(home, catalogue, office="lubuklinggau", counter="Loket 1", officer="Rini", now=clock, random=luck)
    counter = setup.open_counter(home, DATA, clock=clock, random=luck, catalogue=catalogue)
    try:
        file = register(counter, intake("lubuklinggau/03")).id
        for _ in range(3):
            acts.act(counter, file, "advance")
        assert cases.load(counter, file).holders[0].position == "Sekretaris"
        case = record(counter, file, "S5", Written(repair=True, words="Konsep diperbaiki")).case
        assert (case.state, case.holders[0].position) == ("open", "Bagian Umum")
    finally:
        counter.store.close()


def test_who_was_sent_the_file_passes_it_on_or_answers(counter: Counter) -> None:
    file = taken_in(counter)
    sent = record(counter, file, "S1", Written(desks=(DIVISION,), answer=True)).sent[0]
    passed = record(counter, file, sent, Written(desks=(SOCIAL,), phrases=("Lakukan kunjungan lapangan",)))
    assert [one.state for one in passed.case.movement.dispositions if one.id == sent] == ["passed_on"]
    other = taken_in(counter)
    asked = record(counter, other, "S1", Written(desks=(DIVISION,), answer=True)).sent[0]
    case = record(counter, other, asked, Written(agreed=True, words="Layak dibantu")).case
    assert case.proceedings.answers[asked] == "Setuju; Layak dibantu"


def test_the_same_sheet_twice_is_one_act(counter: Counter) -> None:
    file = taken_in(counter)
    record(counter, file, "S1", TO_DIVISION)
    refusal = refused(counter, file, "S1")
    assert refusal.code == "sheet_recorded"
    assert "24/11/2026 oleh Rini" in refusal.message
    assert DIVISION in refusal.message


def test_steps_that_nobody_recorded_are_recorded_with_the_sheet(counter: Counter) -> None:
    file = taken_in(counter, DATA_SERVICE)
    done = record(counter, file, "S5", Written(desks=("Sekretaris",), phrases=("Proses lebih lanjut",)))
    assert done.steps == 3
    assert kinds(done.case) == ["case_registered", *["step_done"] * 3, "disposed"]
    assert done.case.history[1].note == capture.BETWEEN


def test_a_desk_that_does_not_exist_records_no_steps_either(counter: Counter) -> None:
    file = taken_in(counter, DATA_SERVICE)
    refusal = refused(counter, file, "S5", Written(desks=("Kepala Stasiun",), words="Proses"))
    assert refusal.code == "desk_unknown"


def test_a_step_that_was_passed_without_a_word_is_told_afterwards(counter: Counter) -> None:
    file = taken_in(counter)
    acts.act(counter, file, "advance")
    done = record(counter, file, "S1", Written(phrases=("Proses lebih lanjut",), words="Segera"))
    assert done.planned.action == "record"
    assert not done.case.proceedings.unrecorded
    assert refused(counter, file, "S1").code == "sheet_passed"


@pytest.mark.parametrize(
    ("before", "code", "said"),
    [
        (("withdraw", "Batal"), "sheet_ended", "dicabut pemohon"),
        (("return", "KTP buram"), "sheet_with_applicant", "Terima dulu kekurangannya"),
    ],
)
def test_a_file_that_is_over_or_with_its_applicant_says_what_to_do(
    counter: Counter, before: tuple[str, str], code: str, said: str
) -> None:
    file = taken_in(counter)
    acts.act(counter, file, before[0], note=before[1])
    refusal = refused(counter, file, "S1")
    assert refusal.code == code
    assert said in refusal.message


def test_a_file_that_others_must_answer_first_says_who(counter: Counter) -> None:
    file = taken_in(counter)
    record(counter, file, "S1", Written(desks=(DIVISION,), answer=True))
    refusal = refused(counter, file, "S3")
    assert refusal.code == "sheet_away"
    assert DIVISION in refusal.message


def test_a_recalled_disposition_and_an_unknown_one_say_so(counter: Counter) -> None:
    file = taken_in(counter)
    sent = record(counter, file, "S1", TO_DIVISION).sent[0]
    acts.act(counter, file, "recall")
    assert refused(counter, file, sent, Written(agreed=True)).code == "sheet_recalled"
    assert refused(counter, file, "KKKK").code == "sheet_unknown"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (Written(), "sheet_empty"),
        (Written(phrases=("Untuk diketahui",)), "sheet_nowhere"),
        (Written(words="Dibahas"), "sheet_nowhere"),
        (Written(desks=(HEAD,)), "to_oneself"),
    ],
)
def test_a_sheet_that_says_too_little_asks_for_what_is_missing(counter: Counter, written: Written, code: str) -> None:
    assert refused(counter, taken_in(counter), "S1", written).code == code


def test_what_was_just_recorded_is_taken_back_while_nobody_has_touched_it(counter: Counter) -> None:
    file = taken_in(counter)
    for written in (TO_DIVISION, Written(desks=(DIVISION, "Sekretaris")), Written(agreed=True)):
        done = record(counter, file, "S1", written)
        case = capture.take_back(counter, done)
        assert [holder.position for holder in case.holders] == [HEAD]
    done = record(counter, file, "S1", TO_DIVISION)
    acts.act(counter, file, "receive")
    with pytest.raises(Refused) as refusal:
        capture.take_back(counter, done)
    assert refusal.value.code == "moved_on"


def test_what_it_would_do_is_told_without_doing_it(counter: Counter) -> None:
    file = taken_in(counter)
    before = cases.load(counter, file)
    assert capture.plan(counter, file, code(counter, file, "S1"), TO_DIVISION).action == "dispose"
    assert cases.load(counter, file) == before
