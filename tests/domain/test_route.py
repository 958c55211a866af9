"""The way of a file: the normal way, when the product is there, what may be done now."""

from __future__ import annotations

from typing import get_args

import pytest

from desk.domain.case import STATES, State
from desk.domain.catalogue import Branch, Step
from desk.domain.event import EventId
from desk.domain.fold import Contender
from desk.domain.route import LABELS, Action, current, normal_way, offers, ready_after
from tests.factory import case, service, steps


def step(key: str, *onward: Branch) -> Step:
    return Step(key=key, number=None, actor="Petugas", action="verify", title=key, next=onward)


def keys(way: tuple[Step, ...]) -> list[str]:
    return [step.key for step in way]


def test_the_normal_way_follows_the_branches_without_a_condition() -> None:
    route = (
        step("terima", Branch("incomplete", "kembali"), Branch(None, "periksa")),
        step("kembali", Branch(None, "terima")),
        step("periksa", Branch("not_eligible", "tolak"), Branch(None, "tanda_tangan")),
        step("tolak"),
        step("tanda_tangan"),
    )
    assert keys(normal_way(service(route=route))) == ["terima", "periksa", "tanda_tangan"]


def test_a_route_that_runs_in_a_circle_ends_where_it_began() -> None:
    route = (step("a", Branch(None, "b")), step("b", Branch(None, "a")))
    assert keys(normal_way(service(route=route))) == ["a", "b"]


def test_a_service_without_a_route_has_no_way() -> None:
    assert normal_way(service(route=())) == ()
    assert current(service(route=()), case()) == ()


@pytest.mark.parametrize(("position", "expected"), [(0, ["s0"]), (2, ["s2"]), (4, ["s4"]), (5, []), (99, [])])
def test_an_open_file_waits_at_the_step_that_comes_next(position: int, expected: list[str]) -> None:
    assert keys(current(service(), case(position=position))) == expected


@pytest.mark.parametrize("state", [state for state in STATES if state != "open"])
def test_a_file_that_is_not_open_waits_at_no_step(state: State) -> None:
    assert current(service(), case(state=state)) == ()


@pytest.mark.parametrize(
    ("actions", "count"),
    [
        (("receive", "verify", "sign", "deliver", "archive"), 3),
        (("receive", "verify", "sign"), 3),
        (("deliver",), 1),
        (("receive", "deliver", "monitor", "sign", "archive"), 4),
        (("receive", "deliver"), 1),
    ],
)
def test_the_product_is_there_before_it_is_handed_over(actions: tuple[str, ...], count: int) -> None:
    assert ready_after(steps(*actions)) == count


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("open", ["advance", "return", "reject", "withdraw", "correct", "note"]),
        ("returned", ["resubmit", "reject", "withdraw", "correct", "note"]),
        ("completed", ["reopen", "correct", "note"]),
        ("rejected", ["reopen", "correct", "note"]),
        ("withdrawn", ["reopen", "correct", "note"]),
    ],
)
def test_every_state_can_be_left(state: State, expected: list[str]) -> None:
    assert [offer.action for offer in offers(case(state=state))] == expected


def test_a_conflict_can_be_settled() -> None:
    contested = case(conflicts={"state": (Contender("open", EventId("a")), Contender("withdrawn", EventId("b")))})
    assert offers(contested)[-1].action == "settle"
    assert offers(contested)[-1].needs == ("field", "value")


@pytest.mark.parametrize("why", [{"read_only": True}, {"destroyed": True}])
def test_a_file_that_asks_for_a_newer_desk_or_is_destroyed_offers_nothing(why: dict[str, bool]) -> None:
    assert offers(case(**why)) == ()


def test_a_state_that_a_newer_desk_invented_still_takes_a_note() -> None:
    assert [offer.action for offer in offers(case(state="merged"))] == ["correct", "note"]


def test_every_action_has_a_label() -> None:
    assert set(LABELS) == set(get_args(Action))
