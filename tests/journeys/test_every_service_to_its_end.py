"""All services of the five decrees, from the counter to their end, and every branch of every route, by the command line."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desk.domain.catalogue import Branch, Service, Step
from desk.domain.checklist import assess
from desk.domain.intake import Intake
from desk.domain.moving.stepping import UNRECORDED
from desk.domain.positions import position_of
from desk.domain.route import REFUSING, TO_THE_APPLICANT, normal_way, route_of, step_of, taken_in
from desk.places import bundled
from desk.services.catalogue import Catalogue
from desk.services.packfiles import load_catalogue
from tests.factory import applicant, form
from tests.fakes import NOW
from tests.terminal import Terminal

OFFICES = ("kotabaru", "lubuklinggau", "mesuji", "oku-selatan", "pasuruan")
SERVICES = {"kotabaru": 16, "lubuklinggau": 11, "mesuji": 8, "oku-selatan": 9, "pasuruan": 17}


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return load_catalogue(bundled("data"))


@pytest.fixture(params=OFFICES)
def office(request: pytest.FixtureRequest, tmp_path: Path, whole: Catalogue) -> Terminal:
    """A shell at a new counter of each office."""
    shell = Terminal(tmp_path / "home", bundled("data"), whole)
    shell.json("setup", "--office", request.param, "--counter", "Loket 1", "--officer", "Rini")
    return shell


def complete_form(service: Service) -> dict[str, Any]:
    """A form that this service takes for complete: the questions answered so that nothing is missing."""
    keys = [question.key for question in service.questions]
    for said in product((True, False), repeat=len(keys)):
        answers = dict(zip(keys, said, strict=True))
        tried = Intake(service.id, applicant=applicant(), everything=True, answers=answers)
        if assess(service, tried, NOW.date()).complete:
            return form(service.id, answers=answers)
    raise AssertionError(f"nobody can have a complete file of {service.id}")


def line(*args: str, stdin: Any = "") -> dict[str, Any]:
    """One line of `desk batch`."""
    return {"args": ["--json", *args], "stdin": stdin}


def done(shell: Terminal, lines: list[dict[str, Any]]) -> list[Any]:
    """What a batch answered, all of it done."""
    answers = shell.batch(*lines)
    assert [answer for answer in answers if answer["exit"]] == []
    return [answer["output"] for answer in answers]


def numbers(shell: Terminal) -> Iterator[str]:
    """The registration numbers that the counter will give, in their order."""
    prefix = shell.json("status")["prefix"]
    return (f"{prefix}-2026-{n:06d}" for n in range(1, 1000))


# the normal way


def test_advancing_carries_a_file_of_every_service_to_its_end(office: Terminal, whole: Catalogue) -> None:
    slug = office.json("status")["office"]
    services = whole.services(slug)
    assert len(services) == SERVICES[slug]
    lines: list[dict[str, Any]] = []
    places: list[tuple[Service, list[Step], int]] = []
    for number, service in zip(numbers(office), services, strict=False):
        way = list(normal_way(service))[taken_in(normal_way(service)) :]
        places.append((service, way, len(lines)))
        lines.append(line("intake", "-", stdin=complete_form(service)))
        lines.append(line("case", number))
        lines += [line("act", number, "advance")] * len(way)
    answers = done(office, lines)
    for service, way, begin in places:
        assert answers[begin]["state"] == "open", service.id
        seen = answers[begin + 1 : begin + 2 + len(way)]
        for step, case in zip(way, seen, strict=False):
            assert_waits_at(service, step, case)
        assert_ended(service, way, seen[-1])
    assert_sound(office)


def assert_waits_at(service: Service, step: Step, case: Mapping[str, Any]) -> None:
    """The file is with the decree's actor of that step, and with nobody else."""
    where = f"{service.id} at {step.key}"
    assert case["state"] == "open", where
    assert [one["key"] for one in case["steps"]] == [step.key], where
    (holder,) = case["holders"]
    desk = step.actor if step.external else position_of(step.actor, service.division)
    assert (holder["role"], holder["position"], holder["external"]) == (step.actor, desk, step.external), where
    assert "advance" in [offer["action"] for offer in case["actions"]], where


def assert_ended(service: Service, way: list[Step], case: Mapping[str, Any], state: str = "completed") -> None:
    """It ended, and says nothing of its way that nobody told."""
    assert (case["state"], case["holders"], case["steps"]) == (state, [], []), service.id
    assert case["ready_at"], service.id
    assert case["completed_at"], service.id
    assert case["clock"]["running"] is False, service.id
    assert (case["visits"], case["handover"], case["dispositions"], case["hand_offs"]) == ([], None, [], []), service.id
    assert case["records"] == {}, service.id
    assert {letter["number"] for letter in case["letters"]} <= {None}, service.id
    assert len(case["letters"]) == len({step.key for step in way if step.action == "sign" and not step.external})
    untold = {step.key: sorted(UNRECORDED[step.action]) for step in way if step.action in UNRECORDED}
    assert case["unrecorded"] == untold, service.id
    assert ("unrecorded" in case["flags"]) == bool(untold)
    assert [entry["note"] for entry in case["timeline"]] == [None] * len(case["timeline"]), service.id


def assert_sound(shell: Terminal) -> None:
    """The store is whole, and what it shares is the same after its lists were made anew."""
    before = shell.desk("dump").out
    assert shell.json("verify") == {"ok": True, "problems": []}
    assert shell.json("verify", "--rebuild")["ok"]
    assert shell.desk("dump").out == before


# every branch


@dataclass(frozen=True)
class Detour:
    """A way through a route that takes one of its branches once; `moves` end where the branch leads."""

    service: Service
    step: Step
    branch: Branch
    moves: tuple[tuple[Step, Branch | None], ...]


def detours(service: Service) -> Iterator[Detour]:
    """One for each branch of the route, by the shortest way to it."""
    for step in route_of(service):
        for branch in step.next:
            if branch.when is not None:
                yield Detour(service, step, branch, (*shortest_way(service, step), (step, branch)))


def shortest_way(service: Service, goal: Step) -> tuple[tuple[Step, Branch | None], ...]:
    """From the first desk to that step: each step on the way with the branch that is taken there, None for the normal way."""
    way = normal_way(service)
    start = way[taken_in(way)]
    ways: dict[str, tuple[tuple[Step, Branch | None], ...]] = {start.key: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here.key == goal.key:
            return ways[here.key]
        for branch in sorted(here.next, key=lambda one: one.when is not None):
            there = step_of(service, branch.to)
            if there is not None and there.key not in ways and branch.when not in TO_THE_APPLICANT:
                ways[there.key] = (*ways[here.key], (here, branch if branch.when else None))
                waiting.append(there)
    raise AssertionError(f"{service.id}: nothing leads to {goal.key}")


def onward(service: Service, key: str) -> list[Step]:
    """The steps from there by the normal way to the end."""
    found, step = list[Step](), step_of(service, key)
    while step is not None:
        found.append(step)
        to = next((branch.to for branch in step.next if branch.when is None), None)
        step = step_of(service, to) if to else None
    return found


def advanced(number: str, branch: Branch | None) -> dict[str, Any]:
    if branch is None:
        return line("act", number, "advance")
    return line("act", number, "advance", "--data", "-", stdin={"outcome": branch.when, "step": branch.to})


def test_every_branch_of_every_route_can_be_taken_and_comes_to_an_end(office: Terminal, whole: Catalogue) -> None:
    slug = office.json("status")["office"]
    taken = [detour for service in whole.services(slug) for detour in detours(service)]
    lines: list[dict[str, Any]] = []
    ends: list[tuple[Detour, int, int]] = []
    for number, detour in zip(numbers(office), taken, strict=False):
        service = detour.service
        lines.append(line("intake", "-", stdin=complete_form(service)))
        lines += [advanced(number, branch) for _, branch in detour.moves[:-1]]
        if detour.branch.when in TO_THE_APPLICANT:
            lines.append(line("act", number, "return", "--note", "Berkas kurang"))
            lines.append(line("act", number, "resubmit", "--data", "-", stdin={"checklist": "complete"}))
            turned, rest = len(lines) - 1, onward(service, detour.step.key)
        else:
            lines.append(advanced(number, detour.branch))
            turned, rest = len(lines) - 1, onward(service, detour.branch.to)
        lines += [line("act", number, "advance")] * len(rest)
        ends.append((detour, turned, len(lines) - 1))
    answers = done(office, lines)
    for detour, turned, end in ends:
        service, branch = detour.service, detour.branch
        where = f"{service.id} {detour.step.key} {branch.when}"
        to_applicant = branch.when in TO_THE_APPLICANT
        came_to = detour.step if to_applicant else step_of(service, branch.to)
        assert came_to is not None, where
        assert_waits_at(service, came_to, answers[turned])
        if to_applicant:
            assert [holder["role"] for holder in answers[turned - 1]["holders"]] == ["Pemohon"], where
            assert answers[turned - 1]["due_at"] is None, where
        refused = branch.when in REFUSING
        assert answers[end]["state"] == ("rejected" if refused else "completed"), where
        assert answers[end]["holders"] == [], where
    if taken:
        assert_sound(office)


def test_the_decrees_have_as_many_branches_as_are_taken_here(whole: Catalogue) -> None:
    counted = {slug: sum(1 for service in whole.services(slug) for _ in detours(service)) for slug in OFFICES}
    assert counted == {"kotabaru": 2, "lubuklinggau": 16, "mesuji": 6, "oku-selatan": 1, "pasuruan": 3}
