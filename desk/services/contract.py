"""The shapes of the command line's contract (docs/cli.md): values of ours to plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from desk.domain import catalogue as c
from desk.domain.case import Case, pauses
from desk.domain.checklist import Assessment
from desk.domain.fold import Entry
from desk.domain.intake_reader import write_intake
from desk.domain.route import current, normal_way, offers
from desk.domain.worktime import elapsed_in_basis, running_spans
from desk.models.queries import CaseRow
from desk.services.counter import Counter, due_of_case
from desk.services.intake import assessment_of

Json = dict[str, Any]


def service_line(service: c.Service) -> Json:
    """A service as lists show it."""
    return {
        "id": service.id,
        "office": service.office,
        "order": service.order,
        "title": service.title,
        "division": service.division,
        "product": service.product,
        "duration": _duration(service.duration),
        "requirements": len(service.requirements),
    }


def service_whole(service: c.Service) -> Json:
    """A service, whole."""
    return {
        "id": service.id,
        "order": service.order,
        "title": service.title,
        "division": service.division,
        "keywords": list(service.keywords),
        "applicants": list(service.applicants),
        "sensitive": service.sensitive,
        "questions": [asdict(question) for question in service.questions],
        "requirements": [_requirement(requirement) for requirement in service.requirements],
        "duration": _duration(service.duration),
        "fee": service.fee,
        "product": service.product,
        "products": [asdict(product) for product in service.products],
        "route": [_step(step) for step in service.route],
        "field_visit": service.field_visit,
        "returns_incomplete": service.returns_incomplete,
        "can_reject": service.can_reject,
        "hand_off": service.hand_off,
        "complaints": [asdict(channel) for channel in service.complaints],
        "legal_basis": [asdict(citation) for citation in service.legal_basis],
        "facilities": list(service.facilities),
        "competence": list(service.competence),
        "oversight": list(service.oversight),
        "executors": {**asdict(service.executors), "roles": list(service.executors.roles)},
        "assurance": list(service.assurance),
        "safety": list(service.safety),
        "evaluation": list(service.evaluation),
        "sop": [_plain(asdict(sop)) for sop in service.sop],
        "corrections": [
            {
                "component": correction.component,
                "printed": correction.printed,
                "corrected": correction.corrected,
                "reason": correction.reason,
                "from": correction.from_date,
            }
            for correction in service.corrections
        ],
        "hash": service.hash,
        "source": asdict(service.source),
    }


def office_line(office: c.Office) -> Json:
    """An office as lists show it."""
    decree = asdict(office.decree) if office.decree else None
    return {
        "slug": office.slug,
        "name": office.name,
        "region": office.region,
        "decree": decree,
        "services": len(office.services),
    }


def office_whole(office: c.Office, printed: Mapping[str, c.Service]) -> Json:
    """An office with its services as they are printed, corrections listed: what `desk catalogue export` gives."""
    whole: Json = _plain(asdict(office))
    whole["services"] = [service_whole(printed[service.id]) for service in office.services]
    return whole


def case_line(row: CaseRow) -> Json:
    """A case as lists show it; the identity number only masked."""
    line = row._asdict()
    del line["received"], line["n"]
    return {**line, "cursor": row.cursor}


def case_whole(counter: Counter, case: Case) -> Json:
    """`desk case`: the file with its checklist, clock, offers and timeline."""
    service = counter.service_of(case)
    assessment = assessment_of(counter, case)
    due = due_of_case(case, service, counter.calendar)
    waiting = case.state == "returned"
    return {
        "id": case.id,
        "registration_number": case.registration_number,
        "tracking_code": case.tracking_code,
        "office": service.office,
        "counter": case.counter,
        "channel": case.channel,
        "service": case.service,
        "service_title": service.title,
        "service_hash": case.service_hash,
        "state": case.state,
        "applicant": _plain(asdict(case.applicant)),
        "beneficiaries": [asdict(someone) for someone in case.beneficiaries],
        "external_reference": asdict(case.external_reference) if case.external_reference else None,
        "checklist": _checklist(assessment),
        "answers": dict(case.answers),
        "missing": list(assessment.missing) if waiting else [],
        "holders": _holders(service, case),
        "steps": _steps(service, case),
        "received_at": case.received_at,
        "complete_at": case.complete_at,
        "due_at": due.at.isoformat() if due and due.at else None,
        "ready_at": case.ready_at,
        "completed_at": case.completed_at,
        "clock": clock_of(counter, case, service),
        "actions": [{"action": o.action, "to": [], "needs": list(o.needs), "label": o.label} for o in offers(case)],
        "letters": [],
        "flags": list(case.flags),
        "conflicts": {
            name: [asdict(contender) for contender in contenders] for name, contenders in case.conflicts.items()
        },
        "timeline": [_line(entry) for entry in case.history],
    }


def form_of(case: Case) -> Json:
    """The case's form in the shape that `desk intake` takes."""
    form = write_intake(case.as_intake())
    return {**form, "checklist": {key: asdict(tick) for key, tick in case.checklist.items()}}


def clock_of(counter: Counter, case: Case, service: c.Service) -> Json:
    """How much of the promised time is used, and why the date is what it is."""
    due = due_of_case(case, service, counter.calendar)
    why = list(due.why) if due else []
    if case.complete_at is None or service.duration is None:
        allowed = None if service.duration is None else 0
        return _clock(running=False, used=0, allowed=allowed, overdue=False, why=why)
    now = counter.now()
    start = datetime.fromisoformat(case.complete_at)
    end_text = case.ready_at or case.completed_at
    end = datetime.fromisoformat(end_text) if end_text else now
    used = elapsed_in_basis(service.duration, running_spans(start, end, pauses(case, end)), counter.calendar)
    allowed = 0
    overdue = False
    if due and due.at:
        allowed = elapsed_in_basis(
            service.duration, running_spans(start, due.at, pauses(case, due.at)), counter.calendar
        )
        overdue = end > due.at
    running = case.state == "open" and end_text is None
    return _clock(running=running, used=used, allowed=allowed, overdue=overdue, why=why)


def _clock(*, running: bool, used: int, allowed: int | None, overdue: bool, why: list[str]) -> Json:
    return {
        "running": running,
        "used_minutes": used,
        "external_minutes": 0,
        "allowed_minutes": allowed,
        "overdue": overdue,
        "why": why,
    }


def _checklist(assessment: Assessment) -> list[Json]:
    return [
        {
            "requirement": item.requirement.id,
            "text": item.requirement.text,
            "met": item.standing == "met",
            "standing": item.standing,
            "form": item.tick.form if item.tick else None,
            "count": item.tick.count if item.tick else None,
            "seen_original": bool(item.tick and item.tick.seen_original),
            "kept": bool(item.tick and item.tick.met and item.tick.kept),
            "answer": item.fact,
            "note": item.tick.note if item.tick else "",
        }
        for item in assessment.items
    ]


def _steps(service: c.Service, case: Case) -> list[Json]:
    of = len(normal_way(service))
    return [
        {"key": s.key, "number": s.number, "of": of, "actor": s.actor, "action": s.action, "title": s.title}
        for s in current(service, case)
    ]


def _holders(service: c.Service, case: Case) -> list[Json]:
    """Who has the file: the actor of the step it waits at, or its applicant."""
    since = next((entry.at for entry in reversed(case.history) if "state" in entry.facts), case.received_at)
    if case.state == "returned":
        return [{"role": "Pemohon", "title": "Melengkapi berkas", "since": since}]
    return [{"role": step.actor, "title": step.title, "since": since} for step in current(service, case)]


def _line(entry: Entry) -> Json:
    return {
        "at": entry.at,
        "event": entry.kind,
        "by": entry.officer,
        "recorded_by": entry.recorder,
        "counter": entry.facts.get("counter"),
        "device": entry.device,
        "note": entry.note,
    }


def _requirement(requirement: c.Requirement) -> Json:
    return {
        "id": requirement.id,
        "number": requirement.number,
        "text": requirement.text,
        "kind": requirement.kind,
        "document": requirement.document,
        "form": requirement.form,
        "copies": requirement.copies,
        "stamp_duty": requirement.stamp_duty,
        "mandatory": requirement.mandatory,
        "issuer": requirement.issuer,
        "applies_when": _plain(asdict(requirement.applies_when)) if requirement.applies_when else None,
        "any_of": list(requirement.any_of),
        "rule": _plain(asdict(requirement.rule)) if requirement.rule else None,
        "parts": [_requirement(part) for part in requirement.parts],
    }


def _duration(duration: c.Duration | None) -> Json | None:
    return asdict(duration) if duration else None


def _step(step: c.Step) -> Json:
    return {
        "key": step.key,
        "number": step.number,
        "actor": step.actor,
        "external": step.external,
        "action": step.action,
        "title": step.title,
        "next": [{"when": branch.when, "to": branch.to} for branch in step.next],
    }


def _plain(value: Any) -> Any:
    """Tuples become lists, all the way down: JSON has no others."""
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value
