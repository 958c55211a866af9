"""Another service for a file that was filed under the wrong one: ticks that both services share are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.checklist import assess
from desk.domain.errors import Refused
from desk.domain.event import JsonValue
from desk.domain.intake import Tick
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
    service = counter.catalogue.service(text(told, "service", required=True))
    if service.office != counter.office.slug:
        raise refuse("other_office", "Layanan pada {path} bukan layanan dinas ini.", "service")
    if service.id == case.service:
        raise Refused("same_service", "Berkas ini sudah terdaftar di layanan itu.", field="service")
    before = counter.service_of(case)
    ticks = shared_ticks(before, service, case.checklist)
    questions = {question.key for question in service.questions}
    intake = replace(
        case.as_intake(),
        service=service.id,
        checklist=ticks,
        answers={key: yes for key, yes in case.answers.items() if key in questions},
    )
    complete = assess(service, intake, counter.today).complete
    work.pin(service.hash, "service", service.id, counter.catalogue.contents[service.hash])
    facts, data = changes(case, intake, work.folded(case.id).fields)
    facts.update(service=service.id, service_hash=service.hash, state="open" if complete else "returned", ready_at=None)
    facts["station"] = first_station(service).as_fact() if complete else None
    facts["complete_at"] = (case.complete_at or told.now) if complete else None
    facts["promised_at"] = _promised(counter, service, case, told) if complete else None
    facts.update((f"disposition.{one.id}.state", "closed") for one in case.movement.pending)
    facts.update((f"hand_off.{one.id}.state", "closed") for one in case.movement.waiting_outside)
    return Move("case_reclassified", facts, data)


def shared_ticks(before: Service, after: Service, ticks: Mapping[str, Tick]) -> dict[str, Tick]:
    """The ticks that fit the other service: of the same document, else of the same requirement id and wording."""
    by_document = {r.document: r.id for r in after.every_requirement() if r.document}
    kept: dict[str, Tick] = {}
    for key, tick in ticks.items():
        old = before.requirement(key)
        if old is None:
            continue
        target = by_document.get(old.document) if old.document else None
        same = after.requirement(key)
        if target is None and same is not None and same.text.casefold() == old.text.casefold():
            target = key
        if target is not None:
            kept.setdefault(target, tick)
    return kept


def _promised(counter: Counter, service: Service, case: Case, told: Told) -> str | None:
    if service.duration is None:
        return None
    start = counter.moment(case.complete_at or told.now)
    return due_at(service.duration, start, counter.calendar).isoformat()
