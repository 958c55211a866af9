"""The shapes of the command line's contract (docs/cli.md): values of ours to plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desk.domain import catalogue as c
from desk.domain.case import Case
from desk.domain.checklist import Assessment
from desk.domain.fold import Entry
from desk.domain.intake_reader import write_intake
from desk.domain.journey import Stay
from desk.domain.offers import Offer
from desk.domain.proceedings import Proceedings
from desk.domain.route import current, place_on_way, step_of
from desk.models.queries import CaseRow
from desk.models.trays import Waiting
from desk.services import attachments
from desk.services.acts import possible
from desk.services.clock import clock_at, clock_of_step
from desk.services.counter import Counter
from desk.services.intake import assessment_of
from desk.services.positions import remarks

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
    due = clock_at(counter, case, service).due
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
        "letter": asdict(case.letter) if case.letter else None,
        "agenda": case.agenda,
        "checklist": _checklist(assessment),
        "answers": dict(case.answers),
        "missing": list(assessment.missing) if waiting else [],
        "holders": _holders(counter, service, case),
        "steps": _steps(counter, service, case),
        "received_at": case.received_at,
        "complete_at": case.complete_at,
        "due_at": due.at.isoformat() if due and due.at else None,
        "ready_at": case.ready_at,
        "completed_at": case.completed_at,
        "clock": clock_of(counter, case, service),
        "actions": [_offer(offer) for offer in possible(counter, case)],
        "dispositions": _dispositions(case),
        "hand_offs": _hand_offs(case),
        "visits": [_plain(asdict(visit)) for visit in case.proceedings.visits],
        "handover": asdict(case.proceedings.handover) if case.proceedings.handover else None,
        "letters": _letters(case),
        "attachments": attachments.lines(counter, case),
        "unrecorded": {step: list(missing) for step, missing in case.proceedings.unrecorded.items()},
        "records": {step: dict(told) for step, told in case.proceedings.records.items()},
        "originals_kept": list(case.originals_kept),
        "paused": case.movement.paused if case.state == "open" else None,
        "outcome": case.outcome,
        "promised_at": case.promised_at,
        "merged_into": case.merged_into,
        "absorbed": list(case.proceedings.absorbed),
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
    clock = clock_at(counter, case, service)
    return {
        "running": clock.running,
        "used_minutes": clock.used,
        "external_minutes": clock.external,
        "allowed_minutes": clock.allowed,
        "overdue": clock.overdue,
        "stands_since": clock.stands_since.isoformat() if clock.stands_since else None,
        "why": list(clock.why),
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


def waiting_line(waiting: Waiting) -> Json:
    """A file of a queue."""
    return {
        **case_line(waiting.case),
        "cursor": waiting.cursor,
        "holder": {"role": waiting.role, "position": waiting.position, "external": waiting.external},
        "step": waiting.step,
        "holder_since": waiting.since,
        "seen": waiting.seen,
        "urgency": waiting.urgency,
        "deadline": waiting.deadline,
    }


def _steps(counter: Counter, service: c.Service, case: Case) -> list[Json]:
    return [_step_now(counter, service, case, step) for step in current(service, case)]


def _step_now(counter: Counter, service: c.Service, case: Case, step: c.Step) -> Json:
    place, of = place_on_way(service, step)
    own = clock_of_step(counter, case, service, step)
    return {
        "key": step.key,
        "number": step.number,
        "place": place,
        "of": of,
        "actor": step.actor,
        "action": step.action,
        "title": step.title,
        "clock": {
            "printed": own.allowed.printed,
            "used_minutes": own.used,
            "due_at": own.due.isoformat(),
            "overdue": own.late,
        }
        if own
        else None,
    }


def _holders(counter: Counter, service: c.Service, case: Case) -> list[Json]:
    """Who has the file: the desk of the step it waits at, those it was sent to, or its applicant."""
    return [_holder(counter, service, case, stay) for stay in case.journey.now]


def _holder(counter: Counter, service: c.Service, case: Case, stay: Stay) -> Json:
    holder = stay.holder
    step = step_of(service, holder.step)
    instruction = case.proceedings.instructions.get(holder.slot)
    title = "Melengkapi berkas" if holder.slot == "P" else (step.title if step else "")
    return {
        "role": holder.role,
        "position": holder.position,
        "title": instruction.text if instruction else title,
        "since": stay.since,
        "external": holder.external,
        "slot": holder.slot,
        "seen": holder.seen,
        "urgency": holder.urgency,
        "deadline": holder.deadline,
        "remarks": [] if holder.external else list(remarks(counter, holder.position)),
    }


def _offer(offer: Offer) -> Json:
    return {
        "action": offer.action,
        "to": list(offer.to),
        "needs": list(offer.needs),
        "label": offer.label,
        "outcomes": [{"when": turn.when, "to": turn.to} for turn in offer.turns],
    }


def _dispositions(case: Case) -> list[Json]:
    told = case.proceedings
    return [
        {
            "id": one.id, "state": one.state, "from": one.sender, "to": one.to, "parent": one.parent, "step": one.step,
            "must_answer": one.must_answer, "urgency": one.urgency, "deadline": one.deadline,
            "phrases": list(told.instructions[one.id].phrases) if one.id in told.instructions else [],
            "instruction": told.instructions[one.id].words if one.id in told.instructions else None,
            "answer": told.answers.get(one.id), "letter": _letter_in(told, one.id), "agenda": told.agenda.get(one.id),
        }
        for one in case.movement.dispositions
    ]  # fmt: skip


def _hand_offs(case: Case) -> list[Json]:
    told = case.proceedings
    return [
        {
            "id": one.id, "state": one.state, "body": one.body, "system": one.system, "step": one.step,
            "reference": told.references.get(one.id), "answer": told.answers.get(one.id),
            "letter": _letter_in(told, one.id), "agenda": told.agenda.get(one.id),
        }
        for one in case.movement.hand_offs
    ]  # fmt: skip


def _letter_in(told: Proceedings, answered: str) -> Json | None:
    """The letter that an answer came with."""
    letter = told.letters_in.get(answered)
    return {"number": letter.number, "date": letter.date} if letter else None


def _letters(case: Case) -> list[Json]:
    return [
        {
            "id": letter.id, "kind": letter.kind, "name": letter.name, "number": letter.number, "date": letter.date,
            "state": "unnumbered" if letter.number is None else "numbered",
        }
        for letter in case.proceedings.letters
    ]  # fmt: skip


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
