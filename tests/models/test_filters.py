"""Lists narrowed to what stands out: by an index, so that a million files make no difference."""

from __future__ import annotations

import pytest

from desk.domain.event import CaseId
from desk.domain.route import normal_way, ready_before
from desk.models.queries import CaseQuery, _limited
from desk.services import acts, cases, notices
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import ADOPTION, ELDERLY, REACTIVATION, intake


def listed(counter: Counter, query: CaseQuery) -> set[CaseId]:
    return {row.id for row in cases.rows(counter, query).rows}


def opened(counter: Counter, service: str) -> CaseId:
    return register(counter, intake(service)).id


def handing_over_last(counter: Counter) -> str:
    """A service whose product is ready when its file comes to the step that hands it over."""
    for service in counter.catalogue.services("pasuruan"):
        way = normal_way(service)
        at = next((step for step in way if step.action == "deliver" and not step.external), None)
        if at is not None and ready_before(service, at):
            return service.id
    raise AssertionError("no service of the office hands anything over")


def plan(counter: Counter, query: CaseQuery) -> str:
    sql, values = _limited(query)
    with counter.store.read() as connection:
        return " | ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).tuples())


def test_files_whose_clock_stands(counter: Counter) -> None:
    opened(counter, ADOPTION)
    paused = opened(counter, ELDERLY)
    acts.act(counter, paused, "pause", data={"reason": "signer_away"})
    assert listed(counter, CaseQuery(paused=True)) == {paused}
    acts.act(counter, paused, "resume")
    assert listed(counter, CaseQuery(paused=True)) == set()


def test_files_in_which_something_is_untold(counter: Counter) -> None:
    case_id = opened(counter, ADOPTION)
    while not cases.load(counter, case_id).proceedings.unrecorded:
        acts.act(counter, case_id, "advance")
    assert listed(counter, CaseQuery(unrecorded=True)) == {case_id}
    step = next(iter(cases.load(counter, case_id).proceedings.unrecorded))
    told = {"step": step, "finding": "layak", "date": "2026-11-24", "people": ["Sri"]}
    acts.act(counter, case_id, "record", data=told)
    assert listed(counter, CaseQuery(unrecorded=True)) == set()


def test_products_that_wait_to_be_fetched(counter: Counter) -> None:
    service = handing_over_last(counter)
    waiting, fetched, untold = (opened(counter, service) for _ in range(3))
    for case_id in (waiting, fetched, untold):
        while cases.load(counter, case_id).ready_at is None:
            acts.act(counter, case_id, "advance")
    assert listed(counter, CaseQuery(among=notices.waiting(counter))) == {waiting, fetched, untold}
    acts.act(counter, fetched, "deliver", data={"recipient": "Siti"})
    acts.act(counter, untold, "advance")
    assert listed(counter, CaseQuery(among=notices.waiting(counter))) == {waiting}


def test_files_of_a_desk_by_title_and_by_role(counter: Counter) -> None:
    adoption, letter = opened(counter, ADOPTION), opened(counter, REACTIVATION)
    here = cases.load(counter, adoption).holders[0]
    there = cases.load(counter, letter).holders[0]
    assert listed(counter, CaseQuery(holder=here.position)) == {adoption}
    assert letter in listed(counter, CaseQuery(holder=there.role))


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (CaseQuery(paused=True), "ix_cases_paused"),
        (CaseQuery(unrecorded=True), "ix_cases_unrecorded"),
        (CaseQuery(service=ADOPTION), "ix_cases_service_received"),
    ],
)
def test_each_is_found_by_its_index_in_the_list_s_order(counter: Counter, query: CaseQuery, index: str) -> None:
    said = plan(counter, query)
    assert index in said
    assert "TEMP B-TREE" not in said


def test_a_desk_s_files_are_looked_for_among_those_that_are_held(counter: Counter) -> None:
    said = plan(counter, CaseQuery(holder="Kepala Dinas"))
    assert "SCAN c" not in said, said
