"""Taking a file in, and taking a returned one up again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from desk.domain.case import Case, State, applicant_writes
from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment, assess
from desk.domain.errors import Refused
from desk.domain.event import CaseId, JsonValue
from desk.domain.identity import nik_warnings, read_nik, refuse_nik_as_kk
from desk.domain.intake import Applicant, Intake, Tick
from desk.domain.intake_reader import require_applicant
from desk.domain.route import normal_way, taken_in
from desk.domain.tracking import new_code
from desk.domain.worktime import Due, due
from desk.models.queries import by_intake_key
from desk.models.records import drop_draft
from desk.models.unit_of_work import UnitOfWork
from desk.services.counter import Counter, due_of_case


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the officer can say at once.

    `missing` are requirement ids; `due_at` None while something is missing; `warnings` are odd things that a person
    should look at (an identity number that doesn't fit the birth date), one Indonesian sentence each.
    """

    id: CaseId
    registration_number: str
    tracking_code: str
    state: State
    missing: tuple[str, ...]
    due_at: str | None
    received_at: str
    warnings: tuple[str, ...] = ()


def oddities(counter: Counter, applicant: Applicant) -> tuple[str, ...]:
    """What is odd, but possible, about an applicant's numbers (CONVENTIONS 1): sentences for the officer to weigh."""
    if not applicant.nik:
        return ()
    nik = read_nik(applicant.nik, counter.today)
    birth = date.fromisoformat(applicant.birth_date) if applicant.birth_date else None
    regions = counter.regions
    found = nik_warnings(
        nik,
        sex=applicant.sex,
        birth_date=birth,
        office_region=counter.office.region_code,
        known_regencies=regions.known_regencies,
        known_districts=regions.known_districts,
        known_provinces=regions.known_provinces,
    )
    return tuple(warning.sentence for warning in found)


def promise(counter: Counter, service: Service, start: datetime) -> Due:
    """When a file complete at `start` would be due, with the arithmetic."""
    return due(service.duration, start, counter.calendar)


def register(counter: Counter, intake: Intake) -> Receipt:
    """Register a file: open with a promised date if it is complete, else returned with what is missing.

    The same `intake.key` gives the same case, however often and impatiently it is sent.

    Raises:
        Refused: nobody is named, a tick is of a requirement that the service doesn't have.
        NotFound: no such service.
    """
    service = counter.catalogue.service(intake.service)
    _check(counter, intake, service)
    now = counter.now()
    received = datetime.fromisoformat(intake.received_at) if intake.received_at else now
    assessment = assess(service, intake, received.date())
    intake = _spelt_out(intake, service, assessment)
    with counter.store.write() as work:
        known = by_intake_key(work.connection, intake.key) if intake.key else None
        if known is not None:
            return _receipt(work.case(known), service, counter)
        case_id = work.new_case()
        facts, data = applicant_writes(intake.applicant)
        facts.update(
            service=service.id,
            service_hash=service.hash,
            state="open" if assessment.complete else "returned",
            counter=counter.name,
            channel=intake.channel,
            registration_number=_next_registration_number(work, counter, now),
            tracking_code=new_code(counter.random),
            received_at=received.isoformat(),
        )
        if assessment.complete:
            facts.update(complete_at=received.isoformat(), position=taken_in(normal_way(service)))
        if intake.key:
            facts["intake_key"] = intake.key
        data.update(_intake_writes(intake))
        work.pin(service.hash, "service", service.id, counter.catalogue.contents[service.hash])
        at = now.isoformat()
        work.append(case_id, "case_registered", facts, data, at=at, officer=counter.officer, recorder=counter.officer)
        if intake.key:
            drop_draft(work.connection, intake.key)
        case = work.case(case_id)
    return _receipt(case, service, counter, assessment)


def take_up(counter: Counter, case_id: CaseId, intake: Intake) -> Receipt:
    """Take a returned file up again: what is new in `intake` is recorded, and when nothing is missing its clock starts.

    Raises:
        Refused: the file isn't one that was returned, or a tick is of a requirement that its service doesn't have.
    """
    now = counter.now()
    with counter.store.write() as work:
        before = work.case(case_id)
        if before.state != "returned":
            template = "Berkas {number} tidak sedang dikembalikan, jadi tidak ada kekurangan yang ditunggu."
            raise Refused("not_returned", template, number=before.registration_number)
        service = counter.service_of(before)
        merged = replace(intake, service=service.id, checklist={**before.checklist, **intake.checklist})
        _check(counter, merged, service)
        assessment = assess(service, merged, now.date())
        after = _spelt_out(merged, service, assessment)
        facts, data = _changes(before, after)
        if assessment.complete:
            facts.update(state="open", complete_at=before.complete_at or now.isoformat())
            if before.complete_at is None:
                facts["position"] = taken_in(normal_way(service))
        else:
            facts["state"] = "returned"
        if after.note:
            data["note"] = after.note
        at = now.isoformat()
        work.append(case_id, "papers_added", facts, data, at=at, officer=counter.officer, recorder=counter.officer)
        if intake.key:
            drop_draft(work.connection, intake.key)
        case = work.case(case_id)
    return _receipt(case, service, counter, assessment)


def assessment_of(counter: Counter, case: Case) -> Assessment:
    """How the case's file stands against the standard that it was registered under."""
    day = datetime.fromisoformat(case.complete_at or case.received_at).date()
    return assess(counter.service_of(case), case.as_intake(), day)


def _check(counter: Counter, intake: Intake, service: Service) -> None:
    if service.office != counter.office.slug:
        template = "Layanan {service} bukan layanan {office}; lihat daftarnya dengan `desk services --office {slug}`."
        office = counter.office
        raise Refused(
            "other_office", template, field="service", service=service.id, office=office.name, slug=office.slug
        )
    require_applicant(intake)
    if intake.applicant.kk:
        members = [intake.applicant.nik, *(someone.nik for someone in intake.beneficiaries)]
        refuse_nik_as_kk(intake.applicant.kk, [nik for nik in members if nik])
    known = {requirement.id for requirement in service.every_requirement()}
    for requirement_id in intake.checklist:
        if requirement_id not in known:
            template = "Layanan {service} tidak punya persyaratan '{requirement}'."
            path = f"checklist.{requirement_id}"
            raise Refused("requirement_unknown", template, field=path, service=service.id, requirement=requirement_id)
    questions = {question.key for question in service.questions}
    for key in intake.answers:
        if key not in questions:
            template = "Layanan {service} tidak menanyakan '{question}'."
            raise Refused("question_unknown", template, field=f"answers.{key}", service=service.id, question=key)


def _spelt_out(intake: Intake, service: Service, assessment: Assessment) -> Intake:
    """'complete' becomes the ticks that it stands for, so that the file says what was there."""
    if not intake.everything:
        return intake
    ticks = {
        item.requirement.id: Tick(met=True, form=item.requirement.form, count=item.requirement.copies)
        for item in assessment.items
        if item.standing == "met" and item.requirement.mandatory
    }
    return replace(intake, checklist=ticks, everything=False)


def _intake_writes(intake: Intake) -> dict[str, JsonValue]:
    writes: dict[str, JsonValue] = {f"requirement.{key}": asdict(tick) for key, tick in intake.checklist.items()}
    writes.update((f"answer.{key}", value) for key, value in intake.answers.items())
    writes.update((f"beneficiary.{n}", asdict(someone)) for n, someone in enumerate(intake.beneficiaries, start=1))
    if intake.external_reference:
        writes["external_reference"] = asdict(intake.external_reference)
    if intake.note:
        writes["note"] = intake.note
    return writes


def _changes(before: Case, after: Intake) -> tuple[dict[str, JsonValue], dict[str, JsonValue]]:
    """(facts, data) that differ, cleared fields included: what nobody touched is not written, so it can't conflict."""
    old_facts, old_data = applicant_writes(before.applicant)
    old_data.update(_intake_writes(before.as_intake()))
    new_facts, new_data = applicant_writes(after.applicant)
    new_data.update(_intake_writes(replace(after, note="")))
    facts = {
        key: new_facts.get(key, "") for key in {*old_facts, *new_facts} if old_facts.get(key) != new_facts.get(key)
    }
    kept = ("requirement.", "answer.", "beneficiary.", "external_reference")
    data = {
        key: new_data.get(key, "")
        for key in {*old_data, *new_data}
        if old_data.get(key) != new_data.get(key) and (key in new_data or not key.startswith(kept))
    }
    return dict(sorted(facts.items())), dict(sorted(data.items()))


def _next_registration_number(work: UnitOfWork, counter: Counter, now: datetime) -> str:
    """``PREFIX-YEAR-000123``: gapless per counter and year of the act.

    A clock that fell back years (an empty battery) would open an old year again; the year never goes back.
    """
    last = datetime.fromisoformat(work.last_at)
    year = max(now.year, last.astimezone(now.tzinfo).year)
    prefix = counter.store.identity.prefix
    return f"{prefix}-{year}-{work.next_number(prefix, year):06d}"


def _receipt(case: Case, service: Service, counter: Counter, assessment: Assessment | None = None) -> Receipt:
    missing = (assessment or assessment_of(counter, case)).missing
    found = due_of_case(case, service, counter.calendar)
    return Receipt(
        case.id,
        case.registration_number,
        case.tracking_code,
        case.state,
        missing,
        found.at.isoformat() if found and found.at else None,
        case.received_at,
        oddities(counter, case.applicant),
    )
