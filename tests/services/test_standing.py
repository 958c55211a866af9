"""How a file stands, in words: who has it since when, how long, and what its clock says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.domain.case import Case
from desk.domain.catalogue import Sop, SopRow
from desk.domain.event import CaseId
from desk.domain.journey import time_at_steps
from desk.services import acts, cases, positions, standing
from desk.services.clock import clock_at
from desk.services.counter import Counter
from desk.services.intake import register
from desk.services.standing import ClockSaid
from tests.factory import ADOPTION, ELDERLY, SKM, WHEELCHAIR, intake
from tests.fakes import Clock


def opened(counter: Counter, service: str = ADOPTION) -> CaseId:
    return register(counter, intake(service)).id


def said(counter: Counter, case_id: CaseId) -> ClockSaid:
    case = cases.load(counter, case_id)
    return standing.clock_said(counter, case, clock_at(counter, case, counter.service_of(case)))


def hands(counter: Counter, case_id: CaseId) -> list[str]:
    case = cases.load(counter, case_id)
    return [hand.said for hand in standing.hands(counter, case, counter.service_of(case))]


def test_who_has_it_is_said_with_desk_time_and_working_days(counter: Counter, clock: Clock) -> None:
    case_id = opened(counter)
    assert hands(counter, case_id) == [
        "di meja Jabfung/Peksos Bidang Rehabilitasi Sosial sejak hari ini 09.15 · baru saja"
    ]
    clock.now += timedelta(minutes=40)
    assert hands(counter, case_id)[0].endswith("· 40 menit")
    clock.now += timedelta(days=2)
    assert hands(counter, case_id)[0].endswith("sejak Selasa 09.15 · 2 hari kerja")
    clock.now += timedelta(days=30)
    assert "sejak 24 November ·" in hands(counter, case_id)[0]
    clock.now += timedelta(days=300)
    assert "sejak 24 November 2026 ·" in hands(counter, case_id)[0]


def test_a_returned_file_is_with_its_applicant_and_its_clock_says_for_what_it_stands(
    counter: Counter, clock: Clock
) -> None:
    case_id = opened(counter)
    clock.now += timedelta(days=1)
    acts.act(counter, case_id, "return", note="KK buram")
    assert hands(counter, case_id) == ["pada pemohon sejak hari ini 09.15 · baru saja"]
    clock.now += timedelta(days=2)
    now = said(counter, case_id)
    assert (now.state, now.whole) == ("stopped", "berhenti: menunggu pemohon sejak Rabu 09.15")


def test_several_holders_are_said_with_what_is_asked_of_each(counter: Counter, clock: Clock) -> None:
    case_id = opened(counter)
    told = {"instruction": "Teliti", "urgency": "sangat_segera", "deadline": "2026-11-26"}
    acts.act(counter, case_id, "dispose", to=("Sekretaris", "Kepala Dinas"), data=told)
    clock.now += timedelta(days=3)
    case = cases.load(counter, case_id)
    found = standing.hands(counter, case, counter.service_of(case))
    assert {hand.position for hand in found} == {"Sekretaris", "Kepala Dinas"}
    assert all((hand.instruction, hand.urgency, hand.deadline, hand.late, hand.seen)
               == ("Teliti", "sangat_segera", "26 November 2026", True, False) for hand in found)  # fmt: skip


def test_outside_bodies_are_named_as_such(counter: Counter) -> None:
    case_id = opened(counter)
    acts.act(counter, case_id, "hand_off", data={"body": "Kejaksaan Negeri", "await": True})
    assert hands(counter, case_id)[0].startswith("di luar dinas: Kejaksaan Negeri sejak")


def test_what_is_left_is_counted_in_working_days_and_the_last_ones_warn(counter: Counter, clock: Clock) -> None:
    case_id = opened(counter, ELDERLY)  # four working days from Tuesday: Monday
    assert (said(counter, case_id).state, said(counter, case_id).words) == ("running", "sisa 4 hari kerja")
    assert said(counter, case_id).until == "paling lambat Senin, 30 November 2026"
    clock.now += timedelta(days=5)
    assert (said(counter, case_id).state, said(counter, case_id).words) == ("soon", "sisa 1 hari kerja")
    clock.now += timedelta(days=1)
    assert (said(counter, case_id).state, said(counter, case_id).words) == ("soon", "sisa 6 jam")
    clock.now += timedelta(hours=8)
    assert said(counter, case_id).state == "late"
    assert said(counter, case_id).words == "lewat 1 jam"
    clock.now += timedelta(days=3)
    assert said(counter, case_id).words == "lewat 3 hari kerja"


def test_hours_are_left_as_hours_and_minutes(counter: Counter, clock: Clock) -> None:
    quick = next(
        one
        for one in counter.catalogue.services("pasuruan")
        if one.duration and one.duration.unit in ("minute", "hour")
    )
    case_id = opened(counter, quick.id)
    assert "menit" in said(counter, case_id).words or "jam" in said(counter, case_id).words
    assert "pukul" in said(counter, case_id).until
    clock.now += timedelta(days=9)
    assert said(counter, case_id).state == "late"


def test_a_pause_says_its_reason_and_how_late_it_was_already(counter: Counter, clock: Clock) -> None:
    case_id = opened(counter, ELDERLY)
    clock.now += timedelta(days=9)
    acts.act(counter, case_id, "pause", data={"reason": "signer_away"})
    clock.now += timedelta(days=2)
    now = said(counter, case_id)
    assert now.state == "stopped"
    assert now.whole.startswith("berhenti, lewat 3 hari kerja: penanda tangan tidak di tempat sejak")


def test_a_ready_file_waits_and_an_ended_one_was_in_time_or_not(counter: Counter, clock: Clock) -> None:
    case_id = opened(counter, WHEELCHAIR)
    while cases.load(counter, case_id).ready_at is None:
        acts.act(counter, case_id, "advance")
    clock.now += timedelta(days=1)
    assert said(counter, case_id).whole.startswith("siap, tepat waktu: sejak Selasa 09.15")
    while cases.load(counter, case_id).state == "open":
        acts.act(counter, case_id, "advance")
    assert said(counter, case_id) == ClockSaid("ended", "selesai tepat waktu")
    late = opened(counter, ELDERLY)
    clock.now += timedelta(days=20)
    while cases.load(counter, late).state == "open":
        acts.act(counter, late, "advance")
    assert said(counter, late).state == "late_end"


def test_a_refused_file_is_neither_in_time_nor_late(counter: Counter) -> None:
    case_id = opened(counter)
    acts.act(counter, case_id, "reject", note="bukan penduduk")
    assert said(counter, case_id) == ClockSaid("ended", "hitungan waktu berakhir")


def test_an_incomplete_file_has_no_clock_yet(counter: Counter) -> None:
    case_id = register(counter, intake(SKM, everything=False)).id
    assert said(counter, case_id).words == "belum dihitung: berkas belum lengkap"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "baru saja"), (25, "25 menit"), (150, "2 jam"), (60 * 24 * 3, "3 hari kerja")]
)
def test_how_long_is_said_in_the_largest_unit_that_fits(counter: Counter, minutes: int, words: str) -> None:
    begin = datetime.fromisoformat("2026-11-24T09:15:00+07:00")
    assert standing.lapse_words(counter.calendar, begin, begin + timedelta(minutes=minutes)) == words


def test_the_weekend_is_no_working_time_but_day_and_night_is(counter: Counter) -> None:
    begin = datetime.fromisoformat("2026-11-27T16:00:00+07:00")  # a Friday
    end = begin + timedelta(days=2)
    assert standing.lapse_words(counter.calendar, begin, end) == "30 menit"
    assert standing.lapse_words(counter.calendar, begin, end, elapsed=True) == "2 hari"


def test_time_at_each_step_leaves_out_what_its_applicant_took(counter: Counter, clock: Clock) -> None:
    case_id = opened(counter)
    clock.now += timedelta(days=1)
    acts.act(counter, case_id, "advance")
    clock.now += timedelta(days=1)
    acts.act(counter, case_id, "return", note="KK buram")
    clock.now += timedelta(days=5)
    case = cases.load(counter, case_id)
    spent = time_at_steps(case.history, clock.now)
    first, second = (step.key for step in counter.service_of(case).route[:2])
    days = {key: sum((end - begin).days for begin, end in spans) for key, spans in spent.items()}
    assert days == {first: 1, second: 1}
    assert standing.spent_words(counter.calendar, counter.service_of(case), spent[first]) == "1 h kerja"
    assert standing.spent_words(counter.calendar, counter.service_of(case), ()) == ""


def test_an_entry_is_placed_at_its_counter_where_that_is_known(counter: Counter) -> None:
    case = cases.load(counter, opened(counter))
    entry = case.history[0]
    assert standing.counter_of(counter, case, entry) == "Loket 1"
    elsewhere = replace(entry, device="another")
    case_elsewhere: Case = replace(case, counter="Loket 2", history=(elsewhere,))
    assert standing.counter_of(counter, case_elsewhere, elsewhere) == "Loket 2"
    assert standing.counter_of(counter, case, elsewhere) == ""


def test_a_step_with_a_time_of_its_own_says_what_is_left_of_it(counter: Counter, clock: Clock) -> None:
    case = cases.load(counter, opened(counter))
    service = counter.service_of(case)
    row = SopRow(service.route[0].title, (), None, "1 hari", None)
    timed = replace(service, sop=(Sop("SOP", (row,)),))
    assert standing.step_said(counter, case, service) == ""
    assert standing.step_said(counter, case, timed) == "langkah ini: sisa 1 hari kerja (SOP: 1 hari)"
    clock.now += timedelta(days=3)
    assert standing.step_said(counter, case, timed) == "langkah ini: lewat 2 hari kerja (SOP: 1 hari)"


def test_whoever_is_away_is_said_beside_the_desk(counter: Counter, clock: Clock) -> None:
    positions.absent(counter, "Kepala Dinas", date(2026, 11, 20), date(2026, 11, 30), reason="cuti")
    case_id = opened(counter)
    acts.act(counter, case_id, "reassign", to=("Kepala Dinas",))
    case = cases.load(counter, case_id)
    [hand] = standing.hands(counter, case, counter.service_of(case))
    assert hand.remarks[0].startswith("Kepala Dinas (")
    assert "cuti sampai 30 November 2026" in hand.remarks[0]
