"""Two counters that work on the same files without a line, and hear of each other afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.domain.errors import Refused
from desk.domain.event import CaseId, Envelope, decode
from desk.domain.intake import Beneficiary
from desk.models import rows
from desk.services import acts, cases, contract, people, upkeep
from desk.services.counter import Counter
from desk.services.intake import register, take_up
from tests.conftest import OpenCounter
from tests.counters import deliver, exchange
from tests.factory import REACTIVATION, SITI, intake, met
from tests.fakes import Clock

Pair = tuple[Counter, Counter, CaseId]


@pytest.fixture
def pair(open_counter: OpenCounter) -> Pair:
    """Bangil registered a file with papers wanting; Pandaan has heard of it."""
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    form = intake(REACTIVATION, everything=False, checklist={"ktp": met()}, beneficiaries=(Beneficiary("Ahmad"),))
    case_id = register(bangil, form).id
    exchange(bangil, pandaan)
    return bangil, pandaan, case_id


def same(one: Counter, other: Counter) -> bool:
    for counter in (one, other):
        assert upkeep.problems(counter) == []
    return upkeep.dump(one) == upkeep.dump(other)


def test_a_file_of_another_counter_is_found_listed_and_shown(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    there, here = cases.load(bangil, case_id), cases.load(pandaan, case_id)
    assert there == here
    assert cases.find(pandaan, there.tracking_code).id == case_id
    assert [row.id for row in cases.search(pandaan, "siti")] == [case_id]
    assert contract.case_whole(pandaan, here)["counter"] == "Bangil"
    found = people.known(pandaan, SITI)
    assert found is not None
    assert [paper.document for paper in found.seen] == ["ktp"]


def test_different_fields_corrected_at_both_merge_silently(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    acts.act(bangil, case_id, "correct", data={"applicant": {"phone": "081111111111"}})
    acts.act(pandaan, case_id, "correct", data={"applicant": {"address": {"village": "Latek"}}})
    exchange(bangil, pandaan)
    case = cases.load(bangil, case_id)
    assert not case.conflicts
    assert (case.applicant.phone, case.applicant.address.village) == ("6281111111111", "Latek")
    assert same(bangil, pandaan)


def test_the_same_field_keeps_both_values_until_a_person_decides_once_for_all(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    acts.act(bangil, case_id, "correct", data={"applicant": {"name": "Siti Aminah binti Umar"}})
    acts.act(pandaan, case_id, "correct", data={"applicant": {"name": "Sitti Aminah"}})
    exchange(bangil, pandaan)
    for counter in (bangil, pandaan):
        case = cases.load(counter, case_id)
        values = {contender.value for contender in case.conflicts["applicant.name"]}
        assert values == {"Siti Aminah binti Umar", "Sitti Aminah"}
        assert case.flags == ("conflict",)
        assert [row.conflict for row in cases.search(counter, "aminah")] == [True]
    acts.act(pandaan, case_id, "settle", data={"field": "applicant.name", "value": "Sitti Aminah"})
    exchange(bangil, pandaan)
    for counter in (bangil, pandaan):
        case = cases.load(counter, case_id)
        assert (case.applicant.name, case.flags) == ("Sitti Aminah", ())
        assert [row.name for row in cases.search(counter, "sitti")] == ["Sitti Aminah"]
        assert [row.conflict for row in cases.search(counter, "sitti")] == [False]
    assert same(bangil, pandaan)


def test_closed_here_and_moved_there_is_settled_by_a_person(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    take_up(bangil, case_id, intake(REACTIVATION))
    acts.act(pandaan, case_id, "withdraw", note="Pemohon mencabut")
    exchange(bangil, pandaan)
    contenders = {contender.value for contender in cases.load(bangil, case_id).conflicts["state"]}
    assert contenders == {"open", "withdrawn"}
    settled = acts.act(bangil, case_id, "settle", data={"field": "state", "value": "withdrawn"}, note="Menurut pemohon")
    assert (settled.state, settled.flags) == ("withdrawn", ())
    exchange(bangil, pandaan)
    assert same(bangil, pandaan)


def test_the_missing_paper_brought_to_both_is_no_conflict(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    for counter in (bangil, pandaan):
        take_up(counter, case_id, intake(REACTIVATION, everything=False, checklist={"kk": met()}))
    exchange(bangil, pandaan)
    case = cases.load(bangil, case_id)
    assert not case.conflicts
    assert case.checklist["kk"].met


def test_lists_changed_at_both_keep_everybody_and_lose_nobody_silently(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    ahmad = Beneficiary("Ahmad")
    form = intake(REACTIVATION, everything=False, checklist={})
    take_up(bangil, case_id, replace(form, beneficiaries=(ahmad, Beneficiary("Budi"))))
    take_up(pandaan, case_id, replace(form, beneficiaries=(ahmad, Beneficiary("Umi"))))
    exchange(bangil, pandaan)
    case = cases.load(bangil, case_id)
    contenders = [contender.value for contender in case.conflicts["beneficiary.2"]]
    assert {value["name"] for value in contenders if isinstance(value, dict)} == {"Budi", "Umi"}
    acts.act(bangil, case_id, "settle", data={"field": "beneficiary.2", "value": contenders[0]})
    assert not cases.load(bangil, case_id).conflicts


def test_taken_off_here_and_corrected_there_is_a_conflict(pair: Pair) -> None:
    bangil, pandaan, case_id = pair
    acts.act(bangil, case_id, "correct", data={"beneficiaries": []})
    acts.act(pandaan, case_id, "correct", data={"beneficiaries": [{"name": "Ahmad", "nik": "3514091203850002"}]})
    exchange(bangil, pandaan)
    assert set(cases.load(bangil, case_id).conflicts) == {"beneficiary.1"}


def test_numbers_of_two_counters_never_meet(open_counter: OpenCounter) -> None:
    one, other = open_counter("Loket A"), open_counter("Loket A lain")
    numbers = [register(counter, intake()).registration_number for counter in (one, other, one, other)]
    exchange(one, other)
    assert len(set(numbers)) == 4
    assert {row.registration_number for row in cases.rows(one, cases.CaseQuery()).rows} == set(numbers)


def test_one_form_registered_at_both_stays_two_files_and_later_gives_the_first(open_counter: OpenCounter) -> None:
    one, other = open_counter("A"), open_counter("B")
    first, second = register(one, intake(key="f")), register(other, intake(key="f"))
    exchange(one, other)
    assert first.id != second.id
    assert register(one, intake(key="f")).id == first.id


def test_a_file_whose_key_never_came_shows_what_recaps_count(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    deliver(bangil, pandaan, keys=False)
    case = cases.load(pandaan, case_id)
    assert (case.applicant.name, case.state, case.applicant.address.district) == ("", "open", "Bangil")
    assert contract.case_whole(pandaan, case)["state"] == "open"
    assert cases.search(pandaan, "siti") == ()
    deliver(bangil, pandaan)
    assert cases.load(pandaan, case_id).applicant.name == "Siti Aminah"


def test_clocks_of_2005_and_2050_change_no_order_and_no_number(open_counter: OpenCounter, clock: Clock) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    exchange(bangil, pandaan)
    clock.set("2050-01-01T00:00")
    acts.act(bangil, case_id, "note", note="satu")
    exchange(bangil, pandaan)
    clock.set("2005-01-01T00:00")
    acts.act(pandaan, case_id, "correct", data={"applicant": {"name": "Siti A."}}, note="dua")
    exchange(bangil, pandaan)
    clock.set("2026-11-24T10:00")
    acts.act(bangil, case_id, "correct", data={"applicant": {"name": "Siti Aminah"}}, note="tiga")
    exchange(bangil, pandaan)
    for counter in (bangil, pandaan):
        case = cases.load(counter, case_id)
        assert [entry.note for entry in case.history] == [None, "satu", "dua", "tiga"]
        assert (case.applicant.name, case.flags) == ("Siti Aminah", ())
    assert same(bangil, pandaan)


def only(source: Counter, target: Counter, wanted: Callable[[Envelope], bool]) -> None:
    """Bring those events alone."""
    with source.store.read() as connection:
        found = connection.exec_driver_sql("SELECT id, device, seq, kind, envelope, sealed FROM events").all()
    with target.store.write() as work:
        for arrival, event in enumerate((event for event in found if wanted(decode(event.envelope))), start=100):
            work.connection.exec_driver_sql(rows.INSERT_EVENT, (arrival, *event))
            for subject in decode(event.envelope).subjects:
                work.connection.exec_driver_sql(rows.INSERT_SUBJECT, (subject, arrival))
                work.touch(CaseId(subject))


def test_a_file_whose_registration_has_not_arrived_waits_and_says_so(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    case_id = register(bangil, intake()).id
    acts.act(bangil, case_id, "advance")
    only(bangil, pandaan, lambda envelope: envelope.kind == "step_done")
    case = cases.load(pandaan, case_id)
    assert case.flags == ("waiting_for_events",)
    with pytest.raises(Refused, match="belum tiba"):
        contract.case_whole(pandaan, case)
    deliver(bangil, pandaan)
    assert cases.load(pandaan, case_id) == cases.load(bangil, case_id)
    assert upkeep.rebuild(pandaan)[1]


def test_a_file_registered_by_a_newer_desk_asks_for_the_update_and_troubles_no_list(open_counter: OpenCounter) -> None:
    newer, older = open_counter("Baru"), open_counter("Lama")
    register(older, intake())
    case_id = register(newer, intake()).id
    with newer.store.read() as connection:
        event = connection.exec_driver_sql("SELECT id, device, seq, kind, envelope, sealed FROM events").one()
    envelope = event.envelope.replace(b'"reader":1', b'"reader":2')
    with older.store.write() as work:
        work.connection.exec_driver_sql(rows.INSERT_EVENT, (99, *event[:4], envelope, event.sealed))
        work.connection.exec_driver_sql(rows.INSERT_SUBJECT, (case_id, 99))
        work.touch(case_id)
    case = cases.load(older, case_id)
    assert case.flags == ("read_only",)
    with pytest.raises(Refused, match="perbarui Desk dulu"):
        contract.case_whole(older, case)
    with pytest.raises(Refused):
        acts.act(older, case_id, "note", note="x")
    assert len(cases.rows(older, cases.CaseQuery()).rows) == 2
    assert upkeep.rebuild(older)[1]
