"""The desks of the office that files may be sent to, and which one is meant by what somebody typed."""

from __future__ import annotations

from desk.domain.catalogue import Service
from desk.domain.desks import find, titled
from desk.domain.errors import DeskError
from desk.domain.intake_reader import clean_text, refuse, sayable
from desk.domain.movement import Station
from desk.domain.positions import Position, position_of
from desk.services.counter import Counter
from desk.services.positions import roster


def desks(counter: Counter) -> tuple[Station, ...]:
    """Every desk of today that a file may be sent to, in the office's order, outside bodies last."""
    return tuple(_station(position) for position in _standing(counter))


def titles(counter: Counter) -> tuple[str, ...]:
    """The titles of all desks."""
    return tuple(desk.position for desk in desks(counter))


def desk_meant(counter: Counter, service: Service, said: str) -> Station:
    """The desk that was typed: its title, an abbreviation, or a role, which is that of the service's own division.

    Raises:
        Refused: the office has no such desk; the sentence names those that are spelt alike.
    """
    wanted = clean_text(said, "--to", required=True, limit=200)
    known = _standing(counter)
    own = titled(known, position_of(wanted, service.division))
    if own is not None:
        return _station(own)
    try:
        return _station(find(known, wanted))
    except DeskError as error:
        near = error.details.get("near") or ", ".join(position.title for position in known[:8])
        template = "Jabatan '{said}' tidak dikenal di dinas ini ({path}). Mungkin: {near}."
        raise refuse("desk_unknown", template, "--to", said=sayable(wanted), near=near) from error


def _standing(counter: Counter) -> tuple[Position, ...]:
    today = counter.today
    return tuple(position for position in roster(counter).positions if not position.retired_on(today))


def _station(position: Position) -> Station:
    return Station(None, position.role, position.key, position.kind == "outside")
