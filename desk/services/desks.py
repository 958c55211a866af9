"""The desks of the office that files may be sent to, and which one is meant by what somebody typed."""

from __future__ import annotations

from difflib import get_close_matches

from desk.domain.catalogue import Service
from desk.domain.intake_reader import clean_text, refuse
from desk.domain.movement import OFFICE, Station
from desk.domain.positions import position_of
from desk.domain.route import route_of, station_at
from desk.services.counter import Counter


def desks(counter: Counter) -> tuple[Station, ...]:
    """Every desk that the office's standards name, outside bodies last; in the order of the services."""
    found: dict[str, Station] = {}
    for service in counter.catalogue.services(counter.office.slug):
        for step in route_of(service):
            if step.actor != "Pemohon":
                station = station_at(service, step)
                found.setdefault(station.position, Station(None, station.role, station.position, station.external))
    for always in ("Kepala Dinas", "Sekretaris", OFFICE):
        found.setdefault(always, Station(None, always, always))
    return tuple(sorted(found.values(), key=lambda desk: desk.external))


def titles(counter: Counter) -> tuple[str, ...]:
    """The titles of all desks."""
    return tuple(desk.position for desk in desks(counter))


def desk_meant(counter: Counter, service: Service, said: str) -> Station:
    """The desk that was typed: its title, or a role, which is that of the service's own division.

    Raises:
        Refused: the office has no such desk; the sentence names those that are spelt alike.
    """
    wanted = clean_text(said, "--to", required=True, limit=200)
    known = desks(counter)
    title = position_of(wanted, service.division)
    for name in (wanted, title):
        found = next((desk for desk in known if desk.position.casefold() == name.casefold()), None)
        if found is not None:
            return found
    by_role = [desk for desk in known if desk.role.casefold() == wanted.casefold()]
    if len(by_role) == 1:
        return by_role[0]
    near = [desk.position for desk in by_role] or get_close_matches(title, [d.position for d in known], 4, 0.5)
    listed = "; ".join(near or [desk.position for desk in known if not desk.external][:8])
    template = "Jabatan '{said}' tidak dikenal di dinas ini ({path}). Mungkin: {near}."
    raise refuse("desk_unknown", template, "--to", said=wanted, near=listed)
