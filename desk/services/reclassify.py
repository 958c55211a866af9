"""Another service for a file that was filed under the wrong one: ticks that both services share are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain.case import Case
from desk.domain.catalogue import Requirement, Service
from desk.domain.checklist import Assessment, assess
from desk.domain.errors import Refused
from desk.domain.event import JsonValue
from desk.domain.intake import Intake, Tick
from desk.domain.intake_reader import refuse
from desk.domain.moving import Move, Told
from desk.domain.moving.told import only, text
from desk.domain.route import first_station
from desk.domain.worktime import due_at
from desk.models.unit_of_work import UnitOfWork
from desk.services.counter import Counter
from desk.services.intake import changes

Writes = dict[str, JsonValue]


def reclassified(counter: Counter, work: UnitOfWork, case: Case, told: Told) -> Move:
    """The file begins the other service's route; what was ticked stays, its papers are judged by the other standard.

    A file that lacks papers there is returned; its clock starts when they are there. One that has them all keeps the
    time at which it was complete.

    Raises:
        Refused: the service is another office's, retired, or the one that it has already.
    """
    only(told, "service")
    before = counter.service_of(case)
    judged = _judged(counter, case, text(told, "service", required=True))
    service, complete = judged.service, judged.assessment.complete
    work.pin(service.hash, "service", service.id, counter.catalogue.contents[service.hash])
    facts, data = changes(case, judged.intake, work.folded(case.id).fields)
    data = {**_left_behind(case, before, service), **data}
    data.update((f"answer.{key}", None) for key in case.answers if key not in judged.intake.answers)
    facts.update(service=service.id, service_hash=service.hash, state="open" if complete else "returned", ready_at=None)
    facts["station"] = first_station(service).as_fact() if complete else None
    facts["complete_at"] = (case.complete_at or told.now) if complete else None
    promised = promised_under(counter, service, case) if complete else None
    facts["promised_at"] = promised.isoformat() if promised else None
    facts["calendar"] = counter.calendar.version if promised else ""
    facts.update(_moved_on(case))
    return Move("case_reclassified", facts, data)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What another service would mean for a file: said before it is done.

    Attributes:
        kept: requirements of the new standard that are ticked already; missing: those that are wanting.
        promised: until when it would be promised; None while papers are missing or where no time is set.
    """

    service: Service
    kept: tuple[Requirement, ...]
    missing: tuple[Requirement, ...]
    promised: datetime | None


def foresee(counter: Counter, case: Case, service_id: str) -> Foreseen:
    """What `reclassified` would make of the file. Nothing is written.

    Raises:
        Refused, NotFound: as `reclassified`.
    """
    judged = _judged(counter, case, service_id)
    service, ticks = judged.service, judged.intake.checklist
    every = {requirement.id: requirement for requirement in service.every_requirement()}
    complete = judged.assessment.complete
    return Foreseen(
        service,
        kept=tuple(every[key] for key, tick in ticks.items() if tick.met and key in every),
        missing=tuple(every[key] for key in judged.assessment.missing if key in every),
        promised=promised_under(counter, service, case) if complete else None,
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    service: Service
    intake: Intake
    assessment: Assessment


def _judged(counter: Counter, case: Case, service_id: str) -> _Judged:
    """The file's papers under the other standard."""
    service = counter.catalogue.service(service_id)
    if service.office != counter.office.slug:
        raise refuse("other_office", "Layanan pada {path} bukan layanan dinas ini.", "service")
    if service.id == case.service:
        raise Refused("same_service", "Berkas ini sudah terdaftar di layanan itu.", field="service")
    questions = {question.key for question in service.questions}
    intake = replace(
        case.as_intake(),
        service=service.id,
        checklist=shared_ticks(counter.service_of(case), service, case.checklist),
        answers={key: yes for key, yes in case.answers.items() if key in questions},
    )
    return _Judged(service, intake, assess(service, intake, counter.today))


def promised_under(counter: Counter, service: Service, case: Case) -> datetime | None:
    """Until when a complete file would be promised under that standard; None where it sets no time."""
    if service.duration is None:
        return None
    start = counter.moment(case.complete_at) if case.complete_at else counter.now()
    return due_at(service.duration, start, counter.calendar)


def shared_ticks(before: Service, after: Service, ticks: Mapping[str, Tick]) -> dict[str, Tick]:
    """The ticks that fit the other service: of the same document, else of the same requirement id and wording."""
    return {target: ticks[key] for key, target in _carried(before, after, ticks).items()}


def _carried(before: Service, after: Service, ticks: Mapping[str, Tick]) -> dict[str, str]:
    """Which of the other service's requirements each tick is for; one paper is for one requirement."""
    by_document: dict[str, str] = {}
    for requirement in after.every_requirement():
        if requirement.document:
            by_document.setdefault(requirement.document, requirement.id)
    old = {key: was for key in ticks if (was := before.requirement(key)) is not None}
    found = {key: key for key, was in old.items() if (same := after.requirement(key)) and _alike(was, same)}
    for key, was in old.items():
        target = by_document.get(was.document) if was.document else None
        if key not in found and target is not None and target not in found.values():
            found[key] = target
    return found


def _alike(old: Requirement, new: Requirement) -> bool:
    if old.document or new.document:
        return old.document == new.document
    return old.text.casefold() == new.text.casefold()


def _left_behind(case: Case, before: Service, after: Service) -> Writes:
    """What becomes of the ticks that the other service has no use for: they go, lest one of its own requirements of the
    same id be taken for met. An original that lies in the office must be given back all the same: it stays, by the words
    that its requirement had.
    """
    carried = _carried(before, after, case.checklist)
    known = {requirement.id for requirement in after.every_requirement()}
    writes: Writes = {f"requirement.{key}": None for key in case.checklist if key not in carried.values()}
    for key in case.originals_kept:
        old = before.requirement(key)
        if key in carried:
            continue
        tick = case.checklist[key]
        stays = replace(tick, note=tick.note or (old.text if old else ""))
        target = f"{key}.{before.order}" if key in known else key
        writes[f"requirement.{target}"] = {name: getattr(stays, name) for name in stays.__slots__}
    for key, target in carried.items():
        given = case.proceedings.given_back.get(key)
        if given is not None and target != key:
            writes[f"given_back.{target}"] = {"to": given.to, "date": given.date, "signed": given.signed}
    return writes


def _moved_on(case: Case) -> Writes:
    """What the other route knows nothing of: dispositions and hand-offs under way, and what its steps had not told."""
    facts: Writes = {f"disposition.{one.id}.state": "closed" for one in case.movement.pending}
    facts.update((f"hand_off.{one.id}.state", "closed") for one in case.movement.waiting_outside)
    for step, names in case.proceedings.unrecorded.items():
        facts.update((f"unrecorded.{step}.{name}", None) for name in names)
    return facts
