"""What an officer should know when the day begins."""

from __future__ import annotations

import pytest

from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.intake import Intake
from desk.services import acts, intake, notices, packs
from desk.services.counter import Counter
from desk.services.notices import NoticeGroup, NoticeKind
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import COMPLAINT, ELDERLY, REACTIVATION, SKM, applicant, met
from tests.factory import intake as form
from tests.fakes import Clock

DIVISION_HEAD = "Kepala Bidang Rehabilitasi Sosial"


def taken_in(counter: Counter, service: str = ELDERLY, name: str = "Siti Aminah", **changes: object) -> CaseId:
    whole: Intake = form(service, applicant=applicant(name=name), **changes)
    return intake.register(counter, whole).id


def group(counter: Counter, kind: NoticeKind, after: int = 0) -> NoticeGroup:
    return next(group for group in notices.notices(counter, after).groups if group.kind == kind)


def named(counter: Counter, kind: NoticeKind, after: int = 0) -> list[str]:
    return [one.case.name for one in group(counter, kind, after).rows]


def finished(counter: Counter, name: str = "Siti Aminah", service: str = COMPLAINT, steps: int = 2) -> CaseId:
    """A complaint whose answer is written and waits to be fetched."""
    case_id = taken_in(counter, service, name)
    for _ in range(steps):
        acts.act(counter, case_id, "advance")
    return case_id


def test_an_empty_counter_has_nothing_to_tell(counter: Counter) -> None:
    found = notices.notices(counter)
    assert (found.count, found.arrival) == (0, 0)
    assert [one.kind for one in found.groups] == ["late", "today", "deadline", "came_back", "ready"]


def test_due_today_becomes_late(counter: Counter, clock: Clock) -> None:
    taken_in(counter, SKM, "Menit")
    taken_in(counter, ELDERLY, "Hari")
    assert named(counter, "today") == ["Menit"]
    clock.set("2026-11-24T12:00")
    assert (named(counter, "today"), named(counter, "late")) == ([], ["Menit"])
    assert group(counter, "late").rows[0].left is not None


def test_more_than_are_shown_are_counted(counter: Counter) -> None:
    for number in range(8):
        taken_in(counter, SKM, f"Orang {number}")
    found = group(counter, "today")
    assert (found.count, len(found.rows)) == (8, notices.SHOWN)


def test_a_file_that_two_desks_have_counts_once(counter: Counter) -> None:
    case_id = taken_in(counter, ELDERLY)
    data = {"instruction": "Saran", "deadline": "2026-11-24"}
    acts.act(counter, case_id, "dispose", to=[DIVISION_HEAD, "Kepala Dinas"], data=data)
    assert group(counter, "today").count == 1
    assert group(counter, "deadline").count == 1
    assert named(counter, "deadline") == ["Siti Aminah"]


def test_answers_and_papers_came_back_since_the_officer_looked(counter: Counter) -> None:
    case_id = taken_in(counter, ELDERLY, "Dijawab")
    acts.act(counter, case_id, "dispose", to=[DIVISION_HEAD], data={"instruction": "Saran", "must_answer": True})
    looked = notices.notices(counter).arrival
    acts.act(counter, case_id, "answer", note="Setuju")
    waiting = taken_in(counter, REACTIVATION, "Melengkapi", everything=False, checklist={"ktp": met()})
    intake.take_up(counter, waiting, form(REACTIVATION, applicant=applicant(name="Melengkapi")))
    found = group(counter, "came_back", looked)
    assert [(one.case.name, one.what) for one in found.rows] == [
        ("Melengkapi", "papers_added"),
        ("Dijawab", "answered"),
    ]
    assert named(counter, "came_back", notices.notices(counter).arrival) == []


def test_what_somebody_has_gone_on_with_is_no_news(counter: Counter) -> None:
    case_id = taken_in(counter, ELDERLY)
    acts.act(counter, case_id, "dispose", to=[DIVISION_HEAD], data={"instruction": "Saran", "must_answer": True})
    acts.act(counter, case_id, "answer", note="Setuju")
    acts.act(counter, case_id, "note", note="Sudah dibaca")
    assert named(counter, "came_back") == ["Siti Aminah"]
    acts.act(counter, case_id, "advance")
    assert named(counter, "came_back") == []


def test_news_of_another_counter_arrive_with_its_events(open_counter: OpenCounter) -> None:
    here, there = open_counter("Loket 1"), open_counter("Loket 2")
    case_id = taken_in(here, ELDERLY)
    acts.act(here, case_id, "dispose", to=[DIVISION_HEAD], data={"instruction": "Saran", "must_answer": True})
    deliver(here, there)
    acts.act(there, case_id, "answer", note="Setuju")
    looked = notices.notices(here).arrival
    deliver(there, here)
    assert named(here, "came_back", looked) == ["Siti Aminah"]


def test_a_journal_shorter_than_what_was_seen_is_no_trouble(counter: Counter) -> None:
    taken_in(counter)
    assert notices.notices(counter, after=10_000).arrival == 1


def test_a_finished_file_waits_until_it_is_handed_over(counter: Counter) -> None:
    case_id = finished(counter)
    (one,) = group(counter, "ready").rows
    assert (one.case.id, one.since) == (case_id, counter.now().isoformat())
    acts.act(counter, case_id, "deliver", data={"recipient": "Siti Aminah"})
    assert group(counter, "ready").count == 0
    assert notices.ready(counter) == ()


def test_who_has_waited_longest_comes_first(counter: Counter, clock: Clock) -> None:
    finished(counter, "Pertama")
    clock.forward(days=1)
    finished(counter, "Kedua")
    assert [one.case.name for one in notices.ready(counter)] == ["Pertama", "Kedua"]


def test_the_message_names_office_number_service_place_and_hours_but_nobody(counter: Counter) -> None:
    told = notices.pickup(counter, finished(counter))
    assert told.number in told.text
    assert "Layanan Pengaduan" in told.text
    assert "Dr. Wahidin" in told.text
    assert "Senin–Kamis 07.30–12.00" in told.text
    assert "Siti" not in told.text
    assert "3514" not in told.text
    assert (told.phone, told.whatsapp) == ("0812-3456-7890", "6281234567890")


def test_of_a_guarded_service_the_message_does_not_say_what_it_is(counter: Counter) -> None:
    case_id = finished(counter)
    raw = packs.raw_service(counter.catalogue, COMPLAINT)
    packs.save_service(counter, COMPLAINT, {**raw, "sensitive": "violence"}, "Pengaduan kekerasan")
    told = notices.pickup(counter, case_id)
    assert "Pengaduan" not in told.text
    assert told.number in told.text


def test_a_file_that_is_not_ready_has_no_message(counter: Counter) -> None:
    with pytest.raises(Refused) as error:
        notices.pickup(counter, taken_in(counter))
    assert error.value.code == "not_ready"


def test_no_look_up_goes_through_what_is_done(counter: Counter) -> None:
    """Each begins with an index that holds only what is asked for, however many files have ended."""
    finished(counter)
    with counter.store.read() as connection:
        asked: list[str] = []
        connection.driver.set_trace_callback(asked.append)
    notices.notices(counter)
    with counter.store.read() as connection:
        connection.driver.set_trace_callback(None)
        plans = {
            row[3]
            for sql in asked
            if sql.startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")
        }
    assert any("ix_holdings_urgency_rank_n" in plan for plan in plans)
    assert any("ix_holdings_step" in plan for plan in plans)
    assert any("ix_events_came_back" in plan for plan in plans)
    assert not [
        plan for plan in plans if plan.startswith(("SCAN c", "SCAN h", "SCAN e", "SEARCH events USING INTEGER"))
    ]
