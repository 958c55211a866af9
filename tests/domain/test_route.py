"""The way of a file: the normal way, its branches, the desk of each step, when the product is there."""

from __future__ import annotations

import pytest

from desk.domain.case import STATES, State
from desk.domain.catalogue import Branch, Service, Step
from desk.domain.movement import Movement, Station
from desk.domain.route import (
    Turn,
    current,
    current_step,
    first_station,
    following,
    normal_way,
    place_on_way,
    ready_before,
    route_of,
    station_at,
    step_of,
    taken_in,
    turns,
)  # fmt: skip
from tests.factory import case, service, steps


def step(key: str, *onward: Branch, actor: str = "Petugas", external: bool = False, action: str = "verify") -> Step:
    return Step(key, None, actor, action, key, external, onward)  # type: ignore[arg-type]


def keys(way: tuple[Step, ...]) -> list[str]:
    return [step.key for step in way]


def onward(to: str) -> Branch:
    return Branch(None, to)


BRANCHED = service(
    route=(
        step("terima", Branch("incomplete", "kembali"), onward("periksa")),
        step("kembali", onward("terima"), external=True),
        step("periksa", Branch("not_eligible", "tolak"), Branch("returned", "terima"), onward("tanda_tangan")),
        step("tolak", onward("antar")),
        step("antar"),
        step("tanda_tangan", action="sign"),
    )
)


def at(service: Service, key: str | None) -> Step:
    found = step_of(service, key)
    assert found is not None
    return found


# ways


def test_the_normal_way_follows_the_branches_without_a_condition() -> None:
    assert keys(normal_way(BRANCHED)) == ["terima", "periksa", "tanda_tangan"]


def test_a_route_that_runs_in_a_circle_ends_where_it_began() -> None:
    circle = service(route=(step("a", onward("b")), step("b", onward("a"))))
    assert keys(normal_way(circle)) == ["a", "b"]
    assert following(circle, at(circle, "a")) == at(circle, "b")
    assert following(circle, at(circle, "b")) is None


def test_a_circle_beside_the_normal_way_ends_too() -> None:
    aside = service(
        route=(
            step("a", Branch("refused", "x"), onward("b")), step("b"), step("x", onward("y")), step("y", onward("x")),
        )
    )  # fmt: skip
    assert following(aside, at(aside, "x")) == at(aside, "y")
    assert following(aside, at(aside, "y")) is None


def test_a_branch_back_into_the_normal_way_goes_on_from_there() -> None:
    assert following(BRANCHED, at(BRANCHED, "periksa"), Turn("returned", "terima")) == at(BRANCHED, "terima")
    assert following(BRANCHED, at(BRANCHED, "tolak")) == at(BRANCHED, "antar")
    assert following(BRANCHED, at(BRANCHED, "antar")) is None


def test_returning_to_the_applicant_is_no_branch_that_the_office_takes() -> None:
    assert turns(at(BRANCHED, "terima")) == ()
    assert turns(at(BRANCHED, "periksa")) == (Turn("not_eligible", "tolak"), Turn("returned", "terima"))


def test_a_service_without_a_route_has_one_step_at_its_division_that_hands_over() -> None:
    """lubuklinggau/01 prints an empty procedure."""
    (implied,) = route_of(service(route=(), division="Bidang Rehabilitasi Sosial"))
    assert (implied.actor, implied.action, implied.number) == ("Bidang Rehabilitasi Sosial", "deliver", None)
    assert first_station(service(route=())).position == "Dinas Sosial"
    assert keys(normal_way(service(route=()))) == [implied.key]
    assert keys(current(service(route=()), case())) == []


def test_what_the_applicant_did_by_handing_in_a_complete_file_is_done() -> None:
    route = (
        step("mohon", onward("isi"), actor="Pemohon", external=True),
        step("isi", onward("terima"), actor="Pemohon", external=True),
        step("terima", onward("ambil")),
        step("ambil", actor="Pemohon", external=True),
    )
    assert taken_in(normal_way(service(route=route))) == 2
    assert first_station(service(route=route)).step == "terima"
    only_theirs = tuple(step(key, actor="Pemohon", external=True) for key in ("satu",))
    assert taken_in(normal_way(service(route=only_theirs))) == 0


# stations


def test_a_role_of_every_division_gets_the_division_s_name_and_a_body_outside_keeps_its_own() -> None:
    of_division = service(division="Bidang Rehabilitasi Sosial", route=(step("a", actor="Kepala Bidang"),))
    assert station_at(of_division, of_division.route[0]) == Station(
        "a", "Kepala Bidang", "Kepala Bidang Rehabilitasi Sosial"
    )
    outside = step("b", actor="Kepala Bidang", external=True)
    assert station_at(of_division, outside) == Station("b", "Kepala Bidang", "Kepala Bidang", external=True)


def station(key: str | None) -> Movement:
    return Movement(station=Station(key, "Petugas", "Petugas"))


@pytest.mark.parametrize(("key", "expected"), [("s0", ["s0"]), ("s4", ["s4"]), ("dihapus", []), (None, [])])
def test_an_open_file_waits_at_its_station(key: str | None, expected: list[str]) -> None:
    assert keys(current(service(), case(movement=station(key)))) == expected


@pytest.mark.parametrize(
    ("position", "expected"), [(0, ["s0"]), (2, ["s2"]), (4, ["s4"]), (5, []), (99, []), (None, [])]
)
def test_a_file_of_the_first_house_waits_at_the_step_that_comes_next(position: int, expected: list[str]) -> None:
    assert keys(current(service(), case(position=position))) == expected


def test_where_a_station_was_written_the_count_of_the_first_house_is_history() -> None:
    assert current_step(service(), case(position=4, movement=station("s1"))) == service().step("s1")


@pytest.mark.parametrize("state", [state for state in STATES if state != "open"])
def test_a_file_that_is_not_open_waits_at_no_step_but_would_go_on_at_its_station(state: State) -> None:
    assert current(service(), case(state=state, movement=station("s1"))) == ()
    assert current_step(service(), case(state=state, movement=station("s1"))) == service().step("s1")


def test_a_step_that_the_pinned_route_does_not_know_is_followed_by_the_first() -> None:
    assert following(service(), None) == service().step("s0")


@pytest.mark.parametrize(
    ("actions", "first_ready"),
    [
        (("receive", "verify", "sign", "deliver", "archive"), 3),
        (("receive", "verify", "sign"), 3),
        (("deliver",), 0),
        (("receive", "deliver", "monitor", "sign", "archive"), 4),
        (("receive", "deliver"), 1),
    ],
)
def test_the_product_is_there_before_it_is_handed_over(actions: tuple[str, ...], first_ready: int) -> None:
    made = service(route=steps(*actions))
    ready = [ready_before(made, made.step(f"s{n}")) for n in range(len(actions))]
    assert ready == [n >= first_ready for n in range(len(actions))]
    assert ready_before(made, None)


def test_a_step_beside_the_way_stands_where_it_leaves_it() -> None:
    assert place_on_way(BRANCHED, at(BRANCHED, "periksa")) == (2, 3)
    assert place_on_way(BRANCHED, at(BRANCHED, "tolak")) == (2, 3)
