"""What an officer says of an act so that it can be done: for each action of a case, words that are well formed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.movement import at_station
from desk.domain.offers import PAUSES, answerable, offered, recallable

T = TypeVar("T")
Pick = Callable[[Sequence[Any]], Any]

DESKS = ("Kepala Dinas", "Sekretaris", "Dinas Sosial", "Bagian Umum")


@dataclass(frozen=True)
class Telling:
    """Desks, a note, and everything else."""

    to: tuple[str, ...] = ()
    note: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def first(among: Sequence[Any]) -> Any:
    """Whatever comes first."""
    return among[0]


def telling(
    case: Case,
    service: Service,
    action: str,
    pick: Pick = first,
    *,
    desks: Sequence[str] = DESKS,
    into: str = "",
    other_service: str = "",
) -> Telling:
    """Well-formed words for that action; where it has nothing to be about, words that would be so if it had."""
    say = _SAYING.get(action)
    if say is not None:
        return say(case, service, pick, tuple(desks))
    needs_note = Telling(note="Sesuai catatan pada lembar disposisi")
    return {
        "merge": Telling(note="Permohonan yang sama", data={"into": into or case.id}),
        "reclassify": Telling(data={"service": other_service}),
        "correct": Telling(data={"applicant": {"name": f"{case.applicant.name} binti Umar"}}),
        "resume": Telling(),
        "take_back": Telling(),
    }.get(action, needs_note)


def _chosen(among: Sequence[T], pick: Pick) -> T | None:
    return pick(among) if among else None


def _turn(case: Case, service: Service, action: str, pick: Pick) -> dict[str, Any]:
    offer = offered(case, service, action)
    turn = _chosen((None, *(offer.turns if offer else ())), pick)
    return {"outcome": turn.when, "step": turn.to} if turn else {}


def _senders(case: Case) -> list[Any]:
    inside = [holder for holder in case.holders if case.movement.disposition(holder.slot)]
    return inside or [at_station(case.movement)]


def _advance(case: Case, service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    return Telling(data=_turn(case, service, "advance", pick))


def _dispose(case: Case, _service: Service, pick: Pick, desks: tuple[str, ...]) -> Telling:
    sender = pick(_senders(case))
    others = [desk for desk in desks if desk != sender.position]
    to = (others[0],) if pick((True, False)) else tuple(others[:2])
    data: dict[str, Any] = {"from": sender.slot, "instruction": "Tindak lanjuti", "urgency": pick(("biasa", "segera"))}
    must = pick((None, True, False))
    return Telling(to, data=data if must is None else {**data, "must_answer": must})


def _receive(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    one = _chosen((None, *recallable(case)), pick)
    return Telling(data={"disposition": one.id} if one else {})


def _answer(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    one = _chosen(answerable(case), pick)
    return Telling(note="Setuju, lanjutkan", data={"disposition": one.slot} if one else {})


def _recall(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    one = _chosen(recallable(case), pick)
    return Telling(data={"disposition": one.id} if one else {})


def _reassign(case: Case, _service: Service, pick: Pick, desks: tuple[str, ...]) -> Telling:
    sender = pick(_senders(case))
    return Telling((pick([desk for desk in desks if desk != sender.position]),), data={"from": sender.slot})


def _visit(case: Case, service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    return Telling(data={"finding": "Rumah ditempati, lantai tanah", **_turn(case, service, "visit", pick)})


def _hand_off(_case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    return Telling(data={"body": "Kementerian Sosial", "await": pick((True, False))})


def _deliver(_case: Case, _service: Service, _pick: Pick, _desks: tuple[str, ...]) -> Telling:
    return Telling(data={"recipient": "Ahmad", "relation": "anak"})


def _pause(_case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    return Telling(note="Kepala Dinas di Jakarta", data={"reason": pick(tuple(PAUSES))})


def _number(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    letter = _chosen([one for one in case.proceedings.letters if one.number is None], pick)
    data = {"number": "460/17/424.073/2026", "date": "2026-11-24"}
    return Telling(data=data | ({"letter": letter.id} if letter else {}))


def _record(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    step = _chosen(tuple(case.proceedings.unrecorded), pick)
    name = pick(case.proceedings.unrecorded[step]) if step else "finding"
    return Telling(data={"step": step or "", name: "2026-11-24" if name == "date" else "Sesuai"})


def _give_back(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    paper = _chosen(case.originals_kept, pick)
    return Telling(data={"recipient": "Siti Aminah"} | ({"papers": [paper]} if paper else {}))


def _settle(case: Case, _service: Service, pick: Pick, _desks: tuple[str, ...]) -> Telling:
    name = _chosen(sorted(case.conflicts), pick)
    value = pick(case.conflicts[name]).value if name else None
    return Telling(data={"field": name or "state", "value": value})


_SAYING: Mapping[str, Callable[[Case, Service, Pick, tuple[str, ...]], Telling]] = {
    "advance": _advance, "dispose": _dispose, "receive": _receive, "answer": _answer, "recall": _recall,
    "reassign": _reassign, "visit": _visit, "hand_off": _hand_off, "deliver": _deliver, "pause": _pause,
    "number": _number, "record": _record, "give_back": _give_back, "settle": _settle,
}  # fmt: skip
