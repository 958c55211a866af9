"""Taking a file in, and taking a returned one up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain.case import Case, State, applicant_writes
from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment, assess, shortfall
from desk.domain.errors import Refused
from desk.domain.event import CaseId, JsonValue
from desk.domain.identity import nik_warnings, read_nik, refuse_nik_as_kk
from desk.domain.intake import Applicant, Beneficiary, ExternalReference, IncomingLetter, Intake, Tick
from desk.domain.intake_reader import require_applicant
from desk.domain.journey import moment_of
from desk.domain.offers import contested
from desk.domain.route import first_station
from desk.domain.tracking import new_code
from desk.domain.worktime import Due, due, due_at
from desk.models.queries import by_intake_key
from desk.models.records import drop_draft
from desk.services.counter import Counter
from desk.services.numbers import agenda_number, registration_number


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
    now = counter.now()
    with counter.store.write() as work:
        known = by_intake_key(work.connection, intake.key) if intake.key else None
        if known is not None:
            return _receipt(counter, work.case(known), work.due_at(known))
        service = counter.catalogue.service(intake.service)
        _check(counter, intake, service)
        received = datetime.fromisoformat(intake.received_at) if intake.received_at else now
        assessment = assess(service, intake, _office_day(counter, received))
        intake = _spelt_out(intake, assessment)
        case_id = work.new_case()
        facts, data = applicant_writes(intake.applicant)
        facts.update(
            service=service.id,
            service_hash=service.hash,
            state="open" if assessment.complete else "returned",
            counter=counter.name,
            channel=intake.channel,
            registration_number=registration_number(work, counter, now),
            agenda=agenda_number(work, counter, now),
            tracking_code=new_code(counter.random),
            received_at=received.isoformat(),
        )
        if assessment.complete:
            facts.update(complete_at=received.isoformat(), **_begun(counter, service, received))
        if intake.key:
            facts["intake_key"] = intake.key
        data.update(_intake_writes(intake))
        work.pin(service.hash, "service", service.id, counter.catalogue.contents[service.hash])
        at = now.isoformat()
        work.append(case_id, "case_registered", facts, data, at=at, officer=counter.officer, recorder=counter.officer)
        if intake.key:
            drop_draft(work.connection, intake.key)
        case, due_at = work.case(case_id), work.due_at(case_id)
    return _receipt(counter, case, due_at)


def take_up(counter: Counter, case_id: CaseId, intake: Intake) -> Receipt:
    """Take a returned file up again: what is new in `intake` is recorded, and when nothing is missing its clock starts.

    Ticks and answers that `intake` doesn't have stay as they were; `everything` ticks what was still wanting.

    Raises:
        Refused: the file isn't one that was returned, or a tick is of a requirement that its service doesn't have.
    """
    now = counter.now()
    with counter.store.write() as work:
        before = work.case(case_id)
        if before.state != "returned":
            template = "Berkas {number} tidak sedang dikembalikan, jadi tidak ada kekurangan yang ditunggu."
            raise Refused("not_returned", template, number=before.registration_number)
        if contested(before):
            template = "Berkas {number} dicatat di dua tempat yang berbeda; pilih dulu mana yang benar (settle)."
            raise Refused("contested", template, number=before.registration_number)
        service = counter.service_of(before)
        merged = replace(
            intake,
            service=service.id,
            checklist={**_kept_ticks(before, service, everything=intake.everything), **intake.checklist},
            answers={**before.answers, **intake.answers},
        )
        _check(counter, merged, service, before)
        assessment = assess(service, merged, counter.today)
        after = _spelt_out(merged, assessment)
        facts, data = changes(before, after, work.folded(case_id).fields)
        if assessment.complete:
            facts.update(state="open", complete_at=before.complete_at or now.isoformat())
            if before.complete_at is None:
                facts.update(_begun(counter, service, now))
        else:
            facts["state"] = "returned"
        if after.note:
            data["note"] = after.note
        at = now.isoformat()
        work.append(case_id, "papers_added", facts, data, at=at, officer=counter.officer, recorder=counter.officer)
        if intake.key:
            drop_draft(work.connection, intake.key)
        case, due_at = work.case(case_id), work.due_at(case_id)
    return _receipt(counter, case, due_at)


def _begun(counter: Counter, service: Service, start: datetime) -> dict[str, JsonValue]:
    """What a file that is complete since `start` begins with: its station, and what the slip promises."""
    facts: dict[str, JsonValue] = {"station": first_station(service).as_fact()}
    if service.duration is not None:
        facts["promised_at"] = due_at(service.duration, start, counter.calendar).isoformat()
        if counter.calendar.version:
            facts["calendar"] = counter.calendar.version
    return facts


def assessment_of(counter: Counter, case: Case) -> Assessment:
    """How the case's file stands against the standard that it was registered under."""
    since = moment_of(case.complete_at or case.received_at)
    day = _office_day(counter, since) if since else counter.today
    return assess(counter.service_of(case), case.as_intake(), day)


def _office_day(counter: Counter, moment: datetime) -> date:
    """The day on the office's calendar, whatever zone the time was written in."""
    return moment.astimezone(counter.calendar.zone).date()


def _kept_ticks(case: Case, service: Service, *, everything: bool) -> dict[str, Tick]:
    """The ticks that stand when the file is taken up; if everything is there now, those of what was wanting go."""
    if not everything:
        return dict(case.checklist)
    demanded = {requirement.id: requirement for requirement in service.every_requirement()}
    return {
        key: tick
        for key, tick in case.checklist.items()
        if key not in demanded or (tick.met and not shortfall(demanded[key], tick)) or not demanded[key].mandatory
    }


def _check(counter: Counter, intake: Intake, service: Service, before: Case | None = None) -> None:
    """Refuse what the service can't take; what the file had `before`, under another service too, may stay."""
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
        if requirement_id not in known and (before is None or requirement_id not in before.checklist):
            template = "Layanan {service} tidak punya persyaratan '{requirement}'."
            path = f"checklist.{requirement_id}"
            raise Refused("requirement_unknown", template, field=path, service=service.id, requirement=requirement_id)
    questions = {question.key for question in service.questions}
    for key in intake.answers:
        if key not in questions and (before is None or key not in before.answers):
            template = "Layanan {service} tidak menanyakan '{question}'."
            raise Refused("question_unknown", template, field=f"answers.{key}", service=service.id, question=key)


def _spelt_out(intake: Intake, assessment: Assessment) -> Intake:
    """'complete' becomes the ticks that it stands for, so that the file says what was there; others stay as they are."""
    if not intake.everything:
        return intake
    ticks = {
        item.requirement.id: Tick(met=True, form=item.requirement.form, count=item.requirement.copies)
        for item in assessment.items
        if item.standing == "met" and item.requirement.mandatory
    }
    return replace(intake, checklist={**ticks, **intake.checklist}, everything=False)


def _intake_writes(intake: Intake) -> dict[str, JsonValue]:
    writes: dict[str, JsonValue] = {f"requirement.{key}": _plain(tick) for key, tick in intake.checklist.items()}
    writes.update((f"answer.{key}", value) for key, value in intake.answers.items())
    writes.update((f"beneficiary.{n}", _plain(someone)) for n, someone in enumerate(intake.beneficiaries, start=1))
    if intake.external_reference:
        writes["external_reference"] = _plain(intake.external_reference)
    if intake.letter:
        writes[LETTER_IN] = _plain(intake.letter)
    if intake.note:
        writes["note"] = intake.note
    return writes


LETTER_IN = "letter_in"
"""The register of the applicant's own letter; ``letter.…`` are those that the office writes."""


def _plain(value: Tick | Beneficiary | ExternalReference | IncomingLetter) -> dict[str, JsonValue]:
    """The fields of a value that holds no other; `asdict` would copy each of them deeply."""
    return {name: getattr(value, name) for name in value.__slots__}


def changes(
    before: Case, after: Intake, fields: Mapping[str, JsonValue]
) -> tuple[dict[str, JsonValue], dict[str, JsonValue]]:
    """(facts, data) that differ, cleared fields included: what nobody touched is not written, so it can't conflict.

    `fields` are the case's as they were folded: who is on the list stands under numbers, and may leave gaps in them.
    """
    old_facts, old_data = applicant_writes(before.applicant)
    new_facts, new_data = applicant_writes(after.applicant)
    facts = _differing(old_facts, new_facts)
    data = _differing(old_data, new_data)
    form = before.as_intake()
    ticks = {f"requirement.{key}": _plain(tick) for key, tick in after.checklist.items()}
    data.update((key, tick) for key, tick in ticks.items() if tick != _as_tick(before, key))
    data.update((f"given_back.{key}", None) for key in _kept_again(before, after))
    data.update((f"answer.{key}", yes) for key, yes in after.answers.items() if before.answers.get(key) != yes)
    if after.external_reference and after.external_reference != before.external_reference:
        data["external_reference"] = _plain(after.external_reference)
    if after.letter and after.letter != before.letter:
        data[LETTER_IN] = _plain(after.letter)
    if after.beneficiaries != form.beneficiaries:
        data.update(_list_changes(after, fields))
    return facts, dict(sorted(data.items()))


def _kept_again(before: Case, after: Intake) -> list[str]:
    """Requirements whose original was given back once and lies in the office again."""
    return [
        key
        for key, tick in after.checklist.items()
        if tick.kept and tick != before.checklist.get(key) and key in before.proceedings.given_back
    ]


def _differing(old: Mapping[str, JsonValue], new: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {key: new.get(key, "") for key in sorted({*old, *new}) if old.get(key) != new.get(key)}


def _as_tick(case: Case, field: str) -> JsonValue:
    tick = case.checklist.get(field.removeprefix("requirement."))
    return None if tick is None else _plain(tick)


def _list_changes(after: Intake, fields: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The list's new lines from 1 on; lines beyond its end are cleared."""
    lines: dict[str, JsonValue] = {f"beneficiary.{n}": _plain(who) for n, who in enumerate(after.beneficiaries, 1)}
    gone = {name: None for name, value in fields.items() if name.startswith("beneficiary.") and value is not None}
    return {name: value for name, value in {**gone, **lines}.items() if fields.get(name) != value}


def _receipt(counter: Counter, case: Case, due_at: str | None) -> Receipt:
    return Receipt(
        case.id,
        case.registration_number,
        case.tracking_code,
        case.state,
        assessment_of(counter, case).missing if case.state == "returned" else (),
        due_at,
        case.received_at,
        oddities(counter, case.applicant),
    )
