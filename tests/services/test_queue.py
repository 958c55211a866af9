"""Trays and their queues: everybody's files, most urgent first, with what is left of the time."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.errors import NotFound
from desk.domain.event import CaseId
from desk.services import acts, positions, queue
from desk.services.counter import Counter
from desk.services.intake import register
from desk.services.queue import Line, QueueQuery
from tests.factory import COMPLAINT, ELDERLY, REACTIVATION, SKM, applicant, intake
from tests.fakes import Clock

SOCIAL_WORKER = "Jabfung/Peksos Bidang Rehabilitasi Sosial"
DIVISION_HEAD = "Kepala Bidang Rehabilitasi Sosial"


def taken_in(counter: Counter, service: str = ELDERLY, name: str = "Siti Aminah", **changes: Any) -> CaseId:
    return register(counter, intake(service, applicant=applicant(name=name), **changes)).id


def lines(counter: Counter, **wanted: Any) -> list[Line]:
    return list(queue.lines(counter, QueueQuery(**wanted)).rows)


def names(counter: Counter, **wanted: Any) -> list[str]:
    return [line.waiting.case.name for line in lines(counter, **wanted)]


def tray(counter: Counter, position: str) -> queue.Tray:
    return next(one.tray for one in queue.office_trays(counter) if one.tray.position == position)


def test_every_desk_of_the_office_has_a_tray_in_the_office_s_order(counter: Counter) -> None:
    taken_in(counter)
    titles = [one.title for one in queue.office_trays(counter)]
    assert titles[:2] == ["Kepala Dinas", "Sekretaris"]
    assert titles.index(DIVISION_HEAD) < titles.index(SOCIAL_WORKER) < titles.index("Petugas Front Office")
    assert titles.index("Petugas Front Office") < titles.index("Bupati")
    assert tray(counter, SOCIAL_WORKER).count == 1
    assert tray(counter, "Kepala Dinas").count == 0


def test_a_returned_file_lies_in_its_applicant_s_tray_the_last_of_all(counter: Counter) -> None:
    taken_in(counter, everything=False, checklist={})
    last = queue.office_trays(counter)[-1]
    assert (last.title, last.group, last.tray.count, last.tray.late) == ("Pemohon", "applicant", 1, 0)
    (line,) = lines(counter)
    assert line.left.kind == "with_applicant"


def test_a_tray_says_who_sits_there_and_whose_act_is_recorded(counter: Counter) -> None:
    by_title = {one.title: one for one in queue.office_trays(counter)}
    assert by_title["Kepala Dinas"].name == by_title["Kepala Dinas"].acts_as == counter.office.head.name  # type: ignore[union-attr]
    assert by_title["Sekretaris"].acts_as == "Sekretaris"
    assert by_title["Petugas Front Office"].acts_as == ""


def test_a_desk_that_was_renamed_keeps_its_files_under_its_new_title(counter: Counter) -> None:
    case_id = taken_in(counter)
    positions.change(counter, SOCIAL_WORKER, title="Pekerja Sosial Ahli Muda", reason="SOTK baru")
    (line,) = lines(counter)
    assert (line.desk, line.waiting.position) == ("Pekerja Sosial Ahli Muda", SOCIAL_WORKER)
    assert queue.tray_meant(counter, "pekerja sosial ahli muda").tray.count == 1
    assert queue.held(counter, case_id)[0].position == SOCIAL_WORKER


def test_a_desk_that_is_gone_shows_its_tray_while_files_lie_there(counter: Counter, clock: Clock) -> None:
    taken_in(counter)
    positions.retire(counter, SOCIAL_WORKER, clock().date(), reason="Dihapus")
    clock.forward(days=1)
    gone = next(one for one in queue.office_trays(counter) if one.tray.position == SOCIAL_WORKER)
    assert gone.tray.count == 1
    assert "sudah tidak ada" in gone.remark


def test_what_is_most_urgent_comes_first_then_what_is_due_first(counter: Counter) -> None:
    slow = taken_in(counter, ELDERLY, "Lambat")
    quick = taken_in(counter, REACTIVATION, "Cepat")
    urgent = taken_in(counter, COMPLAINT, "Gawat")
    acts.act(counter, urgent, "dispose", to=[DIVISION_HEAD],
             data={"instruction": "Tangani hari ini", "urgency": "sangat_segera"})  # fmt: skip
    assert names(counter) == ["Gawat", "Cepat", "Lambat"]
    assert names(counter, urgent=True) == ["Gawat"]
    assert {slow, quick} == {line.waiting.case.id for line in lines(counter)[1:]}


def test_a_page_goes_on_where_the_last_one_ended(counter: Counter) -> None:
    for number in range(5):
        taken_in(counter, SKM, f"Orang {number}")
    first = queue.lines(counter, QueueQuery(limit=2))
    second = queue.lines(counter, QueueQuery(limit=2, after=first.after))
    third = queue.lines(counter, QueueQuery(limit=2, after=second.after))
    seen = [line.waiting.case.name for page in (first, second, third) for line in page.rows]
    assert sorted(seen) == [f"Orang {number}" for number in range(5)]
    assert third.after is None


def test_late_is_what_is_beyond_its_time_now(counter: Counter, clock: Clock) -> None:
    taken_in(counter, SKM, "Menit")  # 135 minutes
    taken_in(counter, ELDERLY, "Hari")  # 4 days
    clock.set("2026-11-25T09:15")
    now = int(clock().timestamp())
    assert names(counter, due_before=now) == ["Menit"]
    assert names(counter, due_from=now) == ["Hari"]
    (line,) = lines(counter, due_before=now)
    assert (line.left.kind, line.left.count, line.left.unit) == ("late", 1, "working_day")
    assert line.days == 1
    assert sum(one.late for one in queue.trays(counter)) == 1


def test_a_stopped_clock_makes_no_file_late_and_says_that_it_stands(counter: Counter, clock: Clock) -> None:
    case_id = taken_in(counter, SKM)
    acts.act(counter, case_id, "pause", data={"reason": "signer_away"})
    clock.set("2026-12-01T09:15")
    (line,) = lines(counter)
    assert line.left.kind == "stands"
    assert sum(one.late for one in queue.trays(counter)) == 0


def test_a_file_that_was_late_before_its_clock_was_stopped_stays_late_by_as_much(
    counter: Counter, clock: Clock
) -> None:
    case_id = taken_in(counter, SKM)
    clock.set("2026-11-25T15:00")
    acts.act(counter, case_id, "pause", data={"reason": "signer_away"})
    clock.set("2026-12-08T09:15")
    (line,) = lines(counter)
    assert (line.left.kind, line.left.count) == ("late", 1)
    assert sum(one.late for one in queue.trays(counter)) == 1


def test_a_product_that_waits_to_be_fetched_is_not_late(counter: Counter, clock: Clock) -> None:
    case_id = taken_in(counter, COMPLAINT)
    for _ in range(2):
        acts.act(counter, case_id, "advance")
    clock.set("2027-06-01T09:15")
    (line,) = lines(counter)
    assert (line.waiting.position, line.left.kind) == ("Tim Pengelola Pengaduan", "ready")


def test_a_disposition_s_deadline_counts_where_it_comes_first(counter: Counter) -> None:
    case_id = taken_in(counter, ELDERLY)
    acts.act(counter, case_id, "dispose", to=[DIVISION_HEAD], data={"instruction": "Periksa", "deadline": "2026-11-25"})
    (line,) = lines(counter, position=DIVISION_HEAD)
    assert (line.left.kind, line.left.count) == ("left", 1)
    assert line.waiting.deadline == "2026-11-25"


def test_unseen_are_those_that_nobody_has_received(counter: Counter) -> None:
    case_id = taken_in(counter)
    acts.act(counter, case_id, "dispose", to=[DIVISION_HEAD, "Kepala Dinas"], data={"instruction": "Saran"})
    assert len(lines(counter, unseen=True)) == 2
    acts.act(counter, case_id, "receive", to=[DIVISION_HEAD])
    assert [line.waiting.position for line in lines(counter, unseen=True)] == ["Kepala Dinas"]
    assert tray(counter, DIVISION_HEAD).unseen == 0


def test_a_queue_is_narrowed_to_a_service_and_to_what_has_long_been_here(counter: Counter, clock: Clock) -> None:
    taken_in(counter, SKM, "Lama")
    clock.set("2026-12-01T09:15")
    taken_in(counter, ELDERLY, "Baru")
    assert names(counter, service=SKM) == ["Lama"]
    assert names(counter, since_before="2026-11-30") == ["Lama"]
    assert names(counter, since_before="2026-11-30", service=ELDERLY) == []


def test_a_file_that_ended_is_in_no_tray(counter: Counter) -> None:
    case_id = taken_in(counter)
    acts.act(counter, case_id, "withdraw", note="Pindah domisili")
    assert lines(counter) == []
    assert queue.held(counter, case_id) == ()


def test_a_step_beside_the_route_is_told_by_its_title(counter: Counter) -> None:
    taken_in(counter, SKM)
    (line,) = lines(counter)
    assert line.step.startswith("Operator Desa")


@pytest.mark.parametrize(
    ("said", "found"),
    [("kepala  dinas", "Kepala Dinas"), ("Kabid Rehsos", DIVISION_HEAD), ("Sekretaris Dinas", "Sekretaris")],
)
def test_a_tray_is_found_however_its_desk_is_spelt(counter: Counter, said: str, found: str) -> None:
    assert queue.tray_meant(counter, said).title == found


def test_an_unknown_tray_is_refused_with_those_that_are_near(counter: Counter) -> None:
    with pytest.raises(NotFound) as refused:
        queue.tray_meant(counter, "kepala dines")
    assert refused.value.code == "position_unknown"
    assert "Kepala Dinas" in refused.value.message
