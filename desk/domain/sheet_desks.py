"""The desks that a disposition sheet offers to whoever writes on it: a dozen that make sense, the likeliest first. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.movement import OFFICE
from desk.domain.positions import Position, PositionKind, division_name
from desk.domain.route import current_step, route_of, station_at
from desk.domain.sheet_code import is_station_slot
from desk.domain.sheet_form import DESK_KEYS
from desk.domain.sheet_place import SheetPlace, onward

_TOP: tuple[PositionKind, ...] = ("head", "secretary")
_BELOW: tuple[PositionKind, ...] = ("section_head", "functional", "operator", "staff")


def desks_offered(
    case: Case, service: Service, place: SheetPlace, known: Sequence[Position], most: int = len(DESK_KEYS)
) -> tuple[Position, ...]:
    """Who is next on the route, then the desks directly below the writer's, then those beside and above.

    `known` are the office's desks of today, in its order.
    """
    writer = next((one for one in known if one.key == place.position), None)
    others = [one for one in known if one.kind != "outside" and one.key not in (place.position, OFFICE)]
    after = _next_desk(case, service, place)
    on_route = {station_at(service, step).position for step in route_of(service) if not step.external}
    ranks: dict[Position, int] = {}
    for one in others:
        rank = 0 if one.key == after else _nearness(one, writer, division_name(service.division), on_route)
        if rank is not None:
            ranks[one] = rank
    return tuple(sorted(ranks, key=lambda one: ranks[one]))[:most]


def _next_desk(case: Case, service: Service, place: SheetPlace) -> str:
    """The desk that the route goes to after the writer's own steps; empty at its end."""
    here = place.step if is_station_slot(place.slot) else current_step(service, case) or place.step
    way = [(step, station_at(service, step).position) for step in onward(service, here)] if here is not None else []
    own = next((n for n, (_, desk) in enumerate(way) if desk == place.position), -1)
    after = (desk for step, desk in way[own + 1 :] if not step.external and desk not in (place.position, OFFICE))
    return next(after, "")


def _nearness(one: Position, writer: Position | None, division: str | None, on_route: set[str]) -> int | None:
    """How near a desk is to the writer's, 1 the nearest; None for one that they'd hardly send this file to."""
    if writer is not None and (writer.kind in _TOP or writer.key == OFFICE):
        return _from_the_top(one, division, on_route)
    unit = writer.division if writer is not None and writer.division else division
    if unit and one.division == unit and one.title != unit:
        return 1 if one.kind in _BELOW else 2 if one.kind == "division_head" else 3
    return 4 if one.key in on_route else 5 if one.kind in _TOP and "/" not in one.title else None


def _from_the_top(one: Position, division: str | None, on_route: set[str]) -> int | None:
    """The head sends to the secretary and to the divisions, the service's own first; to a desk below where it has a step."""
    if one.kind in _TOP:
        return 1 if "/" not in one.title else None
    if one.kind == "division_head" and (one.division or one.key in on_route):
        return 2 if division and one.division == division else 3
    if one.key in on_route:
        return 4
    return 5 if one.kind == "section_head" and one.division is None else None
