"""Where a disposition sheet belongs: whose it is, whether the file still waits there, and what was recorded of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desk.domain.case import Case
from desk.domain.catalogue import Service, Step
from desk.domain.errors import Refused
from desk.domain.movement import OFFICE, Disposition, Station
from desk.domain.route import current_step, first_station, following, normal_way, route_of, station_at, step_of
from desk.domain.sheet_code import is_station_slot, station_slot, step_of_slot

Standing = Literal["here", "ahead", "away", "recorded", "passed", "recalled", "with_applicant", "ended", "unknown"]
"""How a sheet stands to its file:

* ``here``: the file waits at the sheet's desk, so what was written can be recorded;
* ``ahead``: the file is recorded at an earlier step; what lies between was done and not yet recorded;
* ``away``: the file is with others first (answers are awaited);
* ``recorded``: this sheet was captured already;
* ``passed``: the file has gone on without it; ``recalled``: the disposition that it answers was taken back;
* ``with_applicant``, ``ended``: the file was returned, or is over;
* ``unknown``: the file has no such step or disposition here.
"""


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A sheet, held against its file.

    Attributes:
        slot: as the code says it.
        position, role: the desk that writes on it; empty where that isn't known.
        step: the step that the file stood at, or is to stand at.
        acting: the holder that an act is recorded from: ``S``, or the disposition's id.
        between: the steps to be recorded first, where the sheet is ahead.
        written: the dispositions that were recorded of this sheet.
        untold: whether the step was done without a word of what the sheet says, which can still be written down.
    """

    slot: str
    position: str
    role: str
    step: Step | None
    standing: Standing
    acting: str = "S"
    between: tuple[Step, ...] = ()
    written: tuple[Disposition, ...] = ()
    untold: bool = False


def place_of(case: Case, service: Service, slot: str) -> SheetPlace:
    """How the sheet of that slot stands to the file now."""
    return _station_sheet(case, service, slot) if is_station_slot(slot) else _disposition_sheet(case, service, slot)


def slot_for(case: Case, service: Service, said: str = "") -> str:
    """Whose sheet is to be printed: the slot, desk or role that was said, else whoever decides next.

    Raises:
        Refused: ``sheet_nobody`` where nobody here has to decide, ``sheet_for`` where what was said fits nothing.
    """
    return _said(case, service, said.strip()) if said.strip() else _next(case, service)


def onward(service: Service, step: Step) -> Iterator[Step]:
    """That step and those after it by the normal way."""
    seen: set[str] = set()
    here: Step | None = step
    while here is not None and here.key not in seen:
        seen.add(here.key)
        yield here
        here = following(service, here)


def written_at(case: Case, step: Step | None) -> tuple[Disposition, ...]:
    """The dispositions that were written at a step of the route, those taken back left out."""
    key = step.key if step is not None else None
    return tuple(
        one for one in case.movement.dispositions if one.parent is None and one.step == key and one.state != "recalled"
    )


def _station_sheet(case: Case, service: Service, slot: str) -> SheetPlace:
    step = step_of_slot(service, slot)
    if step is None and slot != "S0":
        return SheetPlace(slot, "", "", None, "unknown")
    desk, written = _desk(case, service, step), written_at(case, step)
    untold = step is not None and "instruction" in case.proceedings.unrecorded.get(step.key, ())
    standing, between, acting = _ended_or_returned(case), tuple[Step, ...](), "S"
    if standing is None:
        standing, between = _on_the_way(case, service, step, captured=bool(written))
    if standing == "away":  # the same desk may have been sent the file
        sent = next((one for one in case.movement.pending if one.to == desk.position), None)
        standing, acting = ("here", sent.id) if sent is not None else (standing, acting)
    return SheetPlace(slot, desk.position, desk.role, step, standing, acting, between, written, untold)


def _desk(case: Case, service: Service, step: Step | None) -> Station:
    """The desk that does a step: where the file waits at it, the one that it was given to."""
    station = case.movement.station
    if station is not None and (step is None or station.step == step.key):
        return station
    return station_at(service, step) if step is not None else Station(None, OFFICE, OFFICE)


def _on_the_way(
    case: Case, service: Service, step: Step | None, *, captured: bool
) -> tuple[Standing, tuple[Step, ...]]:
    """How an open file stands to the sheet of a step, and the steps between."""
    here = current_step(service, case)
    at_station = any(holder.slot == "S" for holder in case.holders)
    if (step.key if step else None) == (here.key if here else None):
        return ("here" if at_station else "recorded" if captured else "away"), ()
    if captured:
        return "recorded", ()
    way = list(onward(service, here)) if here is not None else []
    if step is None or step.key not in [one.key for one in way]:
        return "passed", ()
    if not at_station:
        return "away", ()
    return "ahead", tuple(way[: [one.key for one in way].index(step.key)])


def _disposition_sheet(case: Case, service: Service, slot: str) -> SheetPlace:
    disposition = case.movement.disposition(slot)
    if disposition is None:
        return SheetPlace(slot, "", "", None, "unknown", slot)
    written = tuple(one for one in case.movement.children(slot) if one.state != "recalled")
    standing = _ended_or_returned(case)
    if standing is None and disposition in case.movement.pending:
        standing = "here"
    if standing is None:
        states: dict[str, Standing] = {"recalled": "recalled", "answered": "recorded", "passed_on": "recorded"}
        standing = states.get(disposition.state, "passed")
    step = step_of(service, disposition.step)
    return SheetPlace(slot, disposition.to, disposition.role, step, standing, slot, (), written)


def _ended_or_returned(case: Case) -> Standing | None:
    if case.state == "open":
        return None
    return "with_applicant" if case.state == "returned" else "ended"


def _next(case: Case, service: Service) -> str:
    """A desk that was sent the file, else the next desk of the route that disposes, else the one where it lies."""
    if case.state not in ("open", "returned"):
        return _last_written(case, service)
    pending = [one for one in case.movement.pending if case.state == "open"]
    if pending:
        return pending[0].id
    here = current_step(service, case) or _first(service)
    inside = [step for step in onward(service, here) if not step.external]
    deciding = next((step for step in inside if step.action == "dispose"), None)
    chosen = deciding or (inside[0] if inside else None)
    if chosen is None:
        raise _nobody(case)
    return station_slot(service, chosen)


def _last_written(case: Case, service: Service) -> str:
    """Of a file that is over: the sheet of the last disposition that was recorded, for the archive."""
    order = {name: n for n, entry in enumerate(case.history) for name in entry.facts}
    sent = sorted(case.movement.dispositions, key=lambda one: order.get(f"disposition.{one.id}", 0))
    if not sent:
        raise _nobody(case)
    last = sent[-1]
    return last.parent or station_slot(service, step_of(service, last.step))


def _nobody(case: Case) -> Refused:
    if case.state in ("open", "returned"):
        template = "Berkas {number} tidak menunggu disposisi siapa pun di dinas ini, jadi tidak ada lembarnya."
    else:
        template = "Berkas {number} sudah berakhir tanpa disposisi, jadi tidak ada lembar yang bisa dicetak."
    return Refused("sheet_nobody", template, field="case", number=case.registration_number)


def _said(case: Case, service: Service, said: str) -> str:
    wanted = said.casefold()
    candidates = dict(_candidates(case, service))
    for slot, names in candidates.items():
        if wanted in (slot.casefold(), *(name.casefold() for name in names)):
            return slot
    known = "; ".join(f"{slot} {names[0]}" for slot, names in candidates.items())
    template = "Lembar untuk '{said}' tidak ada pada berkas {number}; yang ada: {known}."
    raise Refused("sheet_for", template, field="--for", said=said, number=case.registration_number, known=known)


def _candidates(case: Case, service: Service) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every sheet that the file may have, the likeliest first: pending dispositions, the way ahead, all else."""
    ordered = sorted(case.movement.dispositions, key=lambda one: one not in case.movement.pending)
    for one in ordered:
        yield one.id, (one.to, one.role)
    here = current_step(service, case)
    ahead = list(onward(service, here)) if here is not None else []
    for step in dict.fromkeys((*ahead, *route_of(service))):
        if not step.external:
            yield station_slot(service, step), (station_at(service, step).position, step.actor, step.key)


def _first(service: Service) -> Step:
    return step_of(service, first_station(service).step) or normal_way(service)[0]
