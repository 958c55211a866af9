"""Acts that return, pause, end or reopen a file."""

from __future__ import annotations

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.event import JsonValue
from desk.domain.intake_reader import refuse
from desk.domain.movement import Station
from desk.domain.moving.told import Move, Told, only, text
from desk.domain.offers import PAUSES
from desk.domain.route import REFUSING, first_station, normal_way, ready_before, station_at, step_of

Writes = dict[str, JsonValue]


def give_back_to_applicant(_case: Case, _service: Service, told: Told) -> Move:
    """The file goes back for what is missing; who returned it checks it again when it comes back."""
    only(told)
    return Move("case_returned", {"state": "returned"})


def reject(_case: Case, _service: Service, told: Told) -> Move:
    """Refused, with the reason."""
    only(told)
    return Move("case_rejected", {"state": "rejected", "completed_at": told.now})


def withdraw(_case: Case, _service: Service, told: Told) -> Move:
    """The applicant wants it no longer."""
    only(told)
    return Move("case_withdrawn", {"state": "withdrawn", "completed_at": told.now})


def merge(case: Case, _service: Service, told: Told) -> Move:
    """The same matter goes on in another file; the caller has found that one."""
    only(told, "into")
    into = text(told, "into", required=True)
    if into == case.id:
        raise refuse("merge_itself", "Berkas tidak bisa digabungkan ke dirinya sendiri ({path}).", "into")
    return Move("case_merged", {"state": "merged", "merged_into": into, "completed_at": told.now})


def reopen(case: Case, service: Service, told: Told) -> Move:
    """The file goes on where it stood when it ended; one that its route had refused, where it was refused."""
    only(told)
    facts: Writes = {"state": "open", "completed_at": None}
    if case.complete_at is None:  # its papers never were complete
        return Move("case_reopened", facts | {"state": "returned"})
    station = place_to_go_on(case, service)
    facts["station"] = station.as_fact() if station else None
    if case.merged_into:
        facts["merged_into"] = None
    if case.movement.paused:
        facts["paused"] = None
    if case.ready_at and not ready_before(service, step_of(service, station.step if station else None)):
        facts["ready_at"] = None
    return Move("case_reopened", facts)


def place_to_go_on(case: Case, service: Service) -> Station | None:
    """Where a file that is open again stands: where it stood last, and not on the way of a refusal that is called off.

    None where its papers never were complete.
    """
    been = [case.movement.station, *(station for _, station in reversed(case.journey.stations))]
    stations = [station for station in been if station is not None]
    if case.state == "rejected":
        stations = [station for station in stations if station.outcome not in REFUSING] or stations
    if stations:
        return stations[0]
    if case.position is not None:  # of the first house, which counted steps
        way = normal_way(service)
        return station_at(service, way[min(case.position, len(way) - 1)])
    return first_station(service) if case.complete_at else None


def pause(_case: Case, _service: Service, told: Told) -> Move:
    """The clock stands, for a reason that can be shown."""
    only(told, "reason")
    reason = text(told, "reason")
    if reason not in PAUSES:
        template = "Sebutkan mengapa hitungan waktu berhenti ({path}): {known}."
        known = "; ".join(f"{code} = {words}" for code, words in PAUSES.items())
        raise refuse("bad_pause", template, "reason", known=known)
    if reason == "other" and not told.note:
        raise refuse("note_missing", "Tuliskan alasannya pada {path}.", "note")
    return Move("clock_paused", {"paused": reason})


def resume(_case: Case, _service: Service, told: Told) -> Move:
    """The clock runs again."""
    only(told)
    return Move("clock_resumed", {"paused": None})
