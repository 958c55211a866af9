"""A service's route: its steps, the normal way, the branches, and the desk that each step lies on. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from desk.domain.case import Case
from desk.domain.catalogue import Branch, Service, Step
from desk.domain.movement import OFFICE, Station
from desk.domain.positions import position_of

_AFTER_THE_PRODUCT = ("deliver", "monitor", "archive")
"""Actions that come when the product exists already: the clock has stopped before them."""

REFUSING = frozenset({"not_eligible", "refused", "excluded"})
"""Branches after which the route's end means that the file was rejected."""

TO_THE_APPLICANT = frozenset({"incomplete"})
"""Branches that are the act of returning the file to its applicant, not a step of the office's."""

_place = lru_cache(maxsize=1024)(position_of)


@dataclass(frozen=True, slots=True)
class Turn:
    """A branch that may be taken: `when` names the outcome, `to` the step it leads to."""

    when: str
    to: str


def route_of(service: Service) -> tuple[Step, ...]:
    """The steps that a file of the service takes: as printed, or one step where the decree prints none.

    lubuklinggau/01 has an empty procedure; its files must be done and ended all the same.
    """
    return service.route or (_implied(service),)


def step_of(service: Service, key: str | None) -> Step | None:
    """The route's step of that key, the implied one included."""
    return next((step for step in route_of(service) if step.key == key), None)


def normal_way(service: Service) -> tuple[Step, ...]:
    """The steps in the order they are taken when nothing branches off."""
    return _onward(service, route_of(service)[0])


def taken_in(way: tuple[Step, ...]) -> int:
    """How many steps at the beginning the applicant has done by handing in a complete file."""
    count = 0
    while count < len(way) - 1 and way[count].external and way[count].actor == "Pemohon":
        count += 1
    return count


def first_station(service: Service) -> Station:
    """Where a complete file begins."""
    way = normal_way(service)
    return station_at(service, way[taken_in(way)])


def station_at(service: Service, step: Step) -> Station:
    """The station that a step is: outside bodies keep their own name, a desk of the office gets its title."""
    position = step.actor if step.external else _place(step.actor, service.division)
    return Station(step.key, step.actor, position, step.external)


def current_step(service: Service, case: Case) -> Step | None:
    """The step that the file waits at; for one that ended or was returned, where it would go on."""
    station = case.movement.station
    if station is not None:
        return step_of(service, station.step)
    if case.position is None:
        return None
    way = normal_way(service)  # of the first house, which counted steps
    return way[case.position] if case.position < len(way) else None


def current(service: Service, case: Case) -> tuple[Step, ...]:
    """The steps that an open file waits at; none when it is with its applicant or ended."""
    step = current_step(service, case) if case.state == "open" else None
    return () if step is None else (step,)


def turns(step: Step) -> tuple[Turn, ...]:
    """The branches at a step beside the normal way that the office takes itself."""
    return tuple(Turn(b.when, b.to) for b in step.next if b.when is not None and b.when not in TO_THE_APPLICANT)


def following(service: Service, step: Step | None, turn: Turn | None = None) -> Step | None:
    """The step after `step`, by the normal way or by that turn; None at the end of the route.

    A step that the pinned route doesn't know (two counters filed it under two services) is followed by the first.
    """
    if step is None:
        way = normal_way(service)
        return way[taken_in(way)]
    if turn is not None:
        return step_of(service, turn.to)
    onward = next((branch.to for branch in step.next if branch.when is None), None)
    after = step_of(service, onward) if onward else None
    return None if after is not None and _runs_back(service, step, after) else after


def ready_before(service: Service, step: Step | None) -> bool:
    """Whether the product is there once a file comes to `step`: only handing over, watching and archiving are left."""
    return step is None or all(one.action in _AFTER_THE_PRODUCT for one in _onward(service, step))


def place_on_way(service: Service, step: Step) -> tuple[int, int]:
    """(which step of the normal way this is, from 1, of how many); one beside the way counts as where it leaves it."""
    way = normal_way(service)
    keys = [one.key for one in way]
    if step.key in keys:
        return keys.index(step.key) + 1, len(way)
    before = next((n for n, one in enumerate(way, 1) if any(branch.to == step.key for branch in one.next)), len(way))
    return before, len(way)


def _onward(service: Service, step: Step) -> tuple[Step, ...]:
    """From `step` on by the normal way; a route that runs in a circle ends where it would begin again."""
    way: dict[str, Step] = {}
    here: Step | None = step
    while here is not None and here.key not in way:
        way[here.key] = here
        onward = next((branch.to for branch in here.next if branch.when is None), None)
        here = step_of(service, onward) if onward else None
    return tuple(way.values())


def _runs_back(service: Service, step: Step, after: Step) -> bool:
    """Whether going on to `after` would come to a step a second time: there the way ends, so that every file's does.

    A circle ends before the step at which the normal way came into it, or, beside that way, before its first as printed.
    """
    if step.key not in (one.key for one in _onward(service, after)):
        return False
    way = [one.key for one in normal_way(service)]
    if step.key not in way:
        way = [one.key for one in route_of(service)]
    return after.key in way and way.index(after.key) <= way.index(step.key)


def _implied(service: Service) -> Step:
    return Step(
        key="pelayanan",
        number=None,
        actor=service.division or OFFICE,
        action="deliver",
        title="Layanan dilaksanakan (alurnya tidak tercetak dalam standar)",
        next=(),
    )


__all__ = [
    "REFUSING", "TO_THE_APPLICANT", "Branch", "Turn", "current", "current_step", "first_station", "following",
    "normal_way", "place_on_way", "ready_before", "route_of", "station_at", "step_of", "taken_in", "turns",
]  # fmt: skip
