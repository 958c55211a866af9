"""Who holds a file, whatever was written about it."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.case import ENDS
from desk.domain.movement import (
    Disposition,
    DispositionState,
    HandOff,
    HandOffState,
    Movement,
    Station,
    holders,
    movement_of,
    station_of,
)  # fmt: skip

FRONT = Station("terima", "Petugas Front Office", "Petugas Front Office")


def to(desk: str, state: DispositionState = "waiting", parent: str | None = None, **more: Any) -> Disposition:
    """A disposition whose id is the desk's first letter, four times."""
    return Disposition(desk[0] * 4, state, "Kepala Dinas", desk, desk, parent[0] * 4 if parent else None, **more)


def pending(*dispositions: Disposition) -> list[str]:
    return [one.to for one in Movement(FRONT, dispositions).pending]


# holders


def test_the_desk_of_the_step_has_a_file_that_nobody_was_sent() -> None:
    (holder,) = holders("open", Movement(FRONT))
    assert (holder.slot, holder.position, holder.step, holder.seen) == ("S", "Petugas Front Office", "terima", True)


def test_those_it_was_sent_to_have_it_and_the_desk_of_the_step_does_not() -> None:
    found = holders("open", Movement(FRONT, (to("Ani"), to("Budi", "read")), (HandOff("HHHH", "waiting", "RSJ"),)))
    assert [(one.slot, one.position, one.external, one.seen) for one in found] == [
        ("AAAA", "Ani", False, False), ("BBBB", "Budi", False, True), ("HHHH", "RSJ", True, True),
    ]  # fmt: skip


def test_a_disposition_to_a_desk_outside_lies_outside() -> None:
    (holder,) = holders("open", Movement(FRONT, (to("Camat", external=True),)))
    assert holder.external


def test_a_returned_file_is_with_its_applicant_whatever_was_under_way() -> None:
    (holder,) = holders("returned", Movement(FRONT, (to("Ani"),)))
    assert (holder.slot, holder.position, holder.external) == ("P", "Pemohon", True)


@pytest.mark.parametrize("state", [*ENDS, "from a newer Desk"])
def test_an_ended_file_is_with_nobody(state: str) -> None:
    assert holders(state, Movement(FRONT, (to("Ani"),))) == ()


def test_an_open_file_of_which_nothing_else_is_known_is_with_the_office() -> None:
    assert [one.position for one in holders("open", Movement())] == ["Dinas Sosial"]


# passed on and back


@pytest.mark.parametrize(
    ("chain", "who"),
    [
        ((to("Ani", "passed_on"), to("Budi", "waiting", "Ani")), ["Budi"]),
        ((to("Ani", "passed_on"), to("Budi", "answered", "Ani")), []),
        ((to("Ani", "passed_on"), to("Budi", "answered", "Ani", must_answer=True)), ["Ani"]),
        ((to("Ani", "passed_on"), to("Budi", "recalled", "Ani")), ["Ani"]),
        ((to("Ani", "passed_on"), to("Budi", "recalled", "Ani"), to("Citra", "waiting", "Ani")), ["Citra"]),
        ((to("Ani", "passed_on"), to("Budi", "recalled", "Ani"), to("Citra", "answered", "Ani")), []),
        (
            (to("Ani", "passed_on"), to("Budi", "answered", "Ani", must_answer=True), to("Citra", "read", "Ani")),
            ["Citra"],
        ),
        ((to("Ani", "passed_on"), to("Budi", "answered", "Ani", must_answer=True), to("Citra", "closed", "Ani")), []),
        ((to("Ani", "passed_on"), to("Budi", "passed_on", "Ani"), to("Citra", "recalled", "Budi")), ["Budi"]),
        ((to("Ani", "passed_on"),), ["Ani"]),
        ((to("Ani", "answered"), to("Budi", "waiting", "Ani")), ["Budi"]),
    ],
)
def test_what_was_passed_on_is_back_where_it_was_answered_on_demand_or_recalled(
    chain: tuple[Disposition, ...], who: list[str]
) -> None:
    assert pending(*chain) == who
    assert pending(*reversed(chain)) == who


def test_what_two_counters_passed_on_to_each_other_closes_no_circle() -> None:
    assert pending(to("Ani", "passed_on", "Budi"), to("Budi", "passed_on", "Ani")) == []
    assert pending(to("Ani", "passed_on", "Budi"), to("Budi", "waiting", "Ani")) == ["Budi"]
    assert pending(to("Ani", "passed_on", "Ani")) == []
    assert Movement(FRONT, (to("Ani", "read", "Ani"),)).awaited == ()


def test_a_chain_may_be_as_deep_as_an_office_likes() -> None:
    deep = 3000
    ids = ["".join(chr(ord("A") + n // 24**power % 24) for power in range(4)) for n in range(deep)]
    chain = [
        Disposition(ids[n], "passed_on", "A", "B", "B", ids[n - 1] if n else None, must_answer=True)
        for n in range(deep)
    ]
    (last,) = Movement(FRONT, tuple(chain)).pending
    assert last.id == ids[-1]
    assert Movement(FRONT, tuple(chain)).awaited == (last,)


def test_an_answer_that_was_asked_of_who_passed_it_on_is_awaited_of_whom_it_was_passed_on_to() -> None:
    chain = (to("Ani", "passed_on", must_answer=True), to("Budi", "passed_on", "Ani"), to("Citra", "waiting", "Budi"))
    assert [one.to for one in Movement(FRONT, chain).awaited] == ["Citra"]
    answered = (to("Ani", "answered", must_answer=True), *chain[1:])
    assert Movement(FRONT, answered).awaited == ()


# from facts

states = st.sampled_from([*get_args(DispositionState), "shredded", None, 7])
ids = st.sampled_from(["AAAA", "BBBB", "CCCC", "DDDD"])
facts_of_a_disposition = st.fixed_dictionaries(
    {"to": st.sampled_from(["Ani", "Budi", "", None])},
    optional={"from": st.just("Kadis"), "parent": ids, "must_answer": st.booleans(), "urgency": st.text(max_size=3)},
)


@st.composite
def facts(draw: st.DrawFn) -> dict[str, Any]:
    """What any counters may have written."""
    found: dict[str, Any] = {}
    for key in draw(st.lists(ids, unique=True)):
        found[f"disposition.{key}"] = draw(facts_of_a_disposition | st.none())
        found[f"disposition.{key}.state"] = draw(states)
    for key in draw(st.lists(ids, unique=True)):
        found[f"hand_off.{key}"] = {"body": draw(st.sampled_from(["RSJ", ""]))}
        found[f"hand_off.{key}.state"] = draw(st.sampled_from([*get_args(HandOffState), None]))
    found["station"] = draw(st.none() | st.just(FRONT.as_fact()) | st.just({}) | st.just({"role": "Staf"}))
    return found


@given(facts())
def test_whatever_was_merged_an_open_file_is_with_somebody_and_each_slot_once(fields: dict[str, Any]) -> None:
    movement = movement_of(fields)
    found = holders("open", movement)
    assert found
    assert all(holder.position and holder.role for holder in found)
    assert len({holder.slot for holder in found}) == len(found)
    assert {one.id for one in movement.awaited} <= {one.id for one in movement.pending}
    assert all(one.state in ("waiting", "read", "passed_on") for one in movement.pending)


@given(facts())
def test_what_the_facts_say_is_what_is_written_of_it_again(fields: dict[str, Any]) -> None:
    movement = movement_of(fields)
    again: dict[str, Any] = {"station": movement.station.as_fact() if movement.station else None}
    for one in movement.dispositions:
        again |= {f"disposition.{one.id}": one.as_fact(), f"disposition.{one.id}.state": one.state}
    for off in movement.hand_offs:
        again |= {f"hand_off.{off.id}": off.as_fact(), f"hand_off.{off.id}.state": off.state}
    assert movement_of(again) == movement


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (None, None), ("terima", None), ({}, None), ({"step": "terima"}, None),
        ({"role": "Staf"}, Station(None, "Staf", "Staf")),
        ({"position": "Staf Rehsos", "step": "x", "external": True, "outcome": "sick"},
         Station("x", "Staf Rehsos", "Staf Rehsos", external=True, outcome="sick")),
    ],
)  # fmt: skip
def test_a_station_is_a_desk(raw: Any, expected: Station | None) -> None:
    assert station_of(raw) == expected
