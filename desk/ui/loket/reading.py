"""Typed text judged: the intake that it amounts to, and what is wrong beside which field.

The impossible is a problem and keeps the file from being saved; the unlikely is a warning and doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment
from desk.domain.errors import DeskError, Refused
from desk.domain.identity import Nik, NikWarning, nik_warnings, parse_birth_date, read_kk, read_nik, refuse_nik_as_kk
from desk.domain.intake import Address, Applicant, Beneficiary, ExternalReference, IncomingLetter, Intake, Tick
from desk.domain.intake_reader import NAME_LIMIT, TEXT_LIMIT, clean_text, is_number, letter_day
from desk.domain.phone import read_phone
from desk.domain.typed_dates import iso_of
from desk.language import mark, sentence
from desk.ui.loket.form import SPOKEN_CHANNELS, Form

T = TypeVar("T")
_RT_RW = re.compile(
    r"[\s,]*\bRT\b[\s.:]*0*(\d{1,3})\b(?:[\s,./\-]*(?:RW\b)?[\s.:]*0*(\d{1,3})\b)?[\s,.]*$", re.IGNORECASE
)
_DAY_FORMAT = mark("Tulis tanggal lahir sebagai tanggal/bulan/tahun, misalnya 25/02/1990.")
_NAME_MISSING = mark("Nama pemohon belum diisi.")
_NAME_IS_NUMBER = mark("Nama pemohon berisi angka saja; nomor ditulis di kolomnya sendiri.")
_ORGANISATION_MISSING = mark("Nama lembaga belum diisi.")
_GOVERNMENT_MISSING = mark("Nama desa atau kelurahan belum diisi.")
_NIK_MISSING = mark("NIK belum diisi. Bila memang tidak ada, pilih 'Tanpa NIK' dan tulis alasannya.")
_REASON_MISSING = mark("Tulis alasan tidak ada NIK, misalnya: telantar, bayi baru lahir.")
_SYSTEM_MISSING = mark("Tulis nama sistemnya, misalnya SIKS-NG.")
_NUMBER_MISSING = mark("Tulis nomor pada sistem itu, atau kosongkan nama sistemnya.")
_LETTER_DAY_FORMAT = mark("Tulis tanggal surat sebagai tanggal/bulan/tahun, misalnya 20/11/2026.")
_PERSON_NAME_MISSING = mark("Baris {line}: nama belum diisi.")


@dataclass(frozen=True, slots=True)
class Regions:
    """What warnings about a NIK look at; empty collections judge nothing."""

    office: str = ""
    provinces: Collection[str] = ()
    regencies: Collection[str] = ()
    districts: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A form read.

    `problems` are sentences by field path, in the order of the form; `nik` is the applicant's if it is possible;
    `birth_date` None while unknown or impossible.
    """

    intake: Intake
    problems: Mapping[str, str]
    nik: Nik | None
    birth_date: date | None


class _Reader:
    """Reads field after field, keeping the sentence of each that fails."""

    def __init__(self, form: Form) -> None:
        self.form, self.problems = form, dict[str, str]()

    def attempt(self, path: str, read: Callable[[], T]) -> T | None:
        """What `read` returns, or None and its sentence beside the field."""
        try:
            return read()
        except DeskError as error:
            self.problems.setdefault(path, sentence(error))
            return None

    def text(self, path: str, limit: int = TEXT_LIMIT) -> str:
        """A trimmed text."""
        return self.attempt(path, lambda: clean_text(self.form.text(path), path, limit=limit)) or ""


def read_form(form: Form, today: date) -> Reading:
    """The intake that the form amounts to, and what is wrong with it. Never raises: that would lose what was typed."""
    reader = _Reader(form)
    nik = None
    if form.kind == "person" and form.text("applicant.nik").strip() and not form.no_nik:
        nik = reader.attempt("applicant.nik", lambda: read_nik(form.text("applicant.nik"), today))
    birth_date = None
    if form.text("applicant.birth_date").strip():
        birth_date = reader.attempt("applicant.birth_date", lambda: read_day(form.text("applicant.birth_date"), today))
    people = _people(form, today, reader)
    intake = Intake(
        service=form.service,
        key=form.key,
        channel=form.channel,
        applicant=_applicant(form, today, reader, nik.digits if nik else "", birth_date),
        beneficiaries=people,
        checklist=dict(form.ticks),
        answers=dict(form.answers),
        external_reference=_reference(form, reader),
        letter=_letter(form, today, reader),
        note=reader.text("note"),
    )
    return Reading(intake, reader.problems, nik, birth_date)


def for_service(intake: Intake, service: Service) -> Intake:
    """The intake with only those ticks and answers that the service asks for, as it is registered."""
    asked = {question.key for question in service.questions}
    known = {requirement.id for requirement in service.every_requirement()}
    return replace(
        intake,
        service=service.id,
        checklist={name: tick for name, tick in intake.checklist.items() if name in known},
        answers={name: answer for name, answer in intake.answers.items() if name in asked},
    )


def spelt_out(intake: Intake, form: Form, assessment: Assessment) -> Intake:
    """The intake as it goes into the journal: a paper that stands with its entry has its own tick, so that it is
    recognised next time, and a paper that a returned file had and that isn't there any more says so.
    """
    ticks = dict(intake.checklist)
    for item in assessment.items:
        requirement = item.requirement
        if item.standing == "met" and item.tick is None and requirement.document and requirement.rule is None:
            ticks[requirement.id] = Tick(met=True)
    for requirement_id in form.had:
        ticks.setdefault(requirement_id, Tick(met=False))
    return replace(intake, checklist=ticks)


def wanting(form: Form) -> dict[str, str]:
    """What must be there before the file is saved, by field: who asks. Sentences as `require_applicant` has them."""
    found: dict[str, str] = {}
    if form.kind == "person" and form.channel not in SPOKEN_CHANNELS:
        if form.no_nik and not form.text("applicant.no_nik_reason").strip():
            found["applicant.no_nik_reason"] = _REASON_MISSING
        elif not form.no_nik and not form.text("applicant.nik").strip():
            found["applicant.nik"] = _NIK_MISSING
    if not form.text("applicant.name").strip():
        missing = {"person": _NAME_MISSING, "organisation": _ORGANISATION_MISSING, "government": _GOVERNMENT_MISSING}
        found["applicant.name"] = missing[form.kind]
    return found


def warnings_of(reading: Reading, regions: Regions) -> tuple[NikWarning, ...]:
    """What is odd about the NIK, beside what was typed."""
    if reading.nik is None:
        return ()
    return nik_warnings(
        reading.nik,
        sex=reading.intake.applicant.sex,
        birth_date=reading.birth_date,
        office_region=regions.office or reading.nik.regency,
        known_regencies=regions.regencies,
        known_districts=regions.districts,
        known_provinces=regions.provinces,
    )


def read_day(text: str, today: date, *, field: str = "applicant.birth_date") -> date:
    """A day as people write it: ``25/02/1990``, ``25-2-1990``, ``25021990``, ``25 Feb 1990``, or ISO.

    Raises:
        Refused: not a date, or one that can't be a birth date.
    """
    try:
        return parse_birth_date(iso_of(text), today, field=field)
    except Refused as error:
        if error.code == "birth_date_format":
            raise Refused("birth_date_format", _DAY_FORMAT, field=field) from None
        raise


def read_letter_day(text: str, today: date) -> str:
    """The day that a letter bears, typed as a birth date is, ISO; empty where nothing is typed.

    Raises:
        Refused: not a date, or one that is yet to come.
    """
    try:
        return letter_day(iso_of(text), today)
    except Refused as error:
        if error.code == "bad_date":
            raise Refused("bad_date", _LETTER_DAY_FORMAT, field="letter.date") from None
        raise


def split_rt_rw(street: str) -> tuple[str, str, str] | None:
    """(street, RT, RW) of an address typed in one go (``Jl. Melati 5 RT 3 RW 2``); None if it names no RT."""
    match = _RT_RW.search(street)
    if match is None:
        return None
    rt, rw = match.group(1), match.group(2)
    return street[: match.start()].rstrip(" ,"), rt.zfill(2), rw.zfill(2) if rw else ""


def _applicant(form: Form, today: date, reader: _Reader, nik: str, birth_date: date | None) -> Applicant:
    person = form.kind == "person"
    kk = form.text("applicant.kk").strip() if person else ""
    phone = form.text("applicant.phone").strip()
    kk_read = reader.attempt("applicant.kk", lambda: read_kk(kk, today)) if kk else None
    if kk_read and nik:
        reader.attempt("applicant.kk", lambda: refuse_nik_as_kk(kk_read.digits, (nik,)))
    phone_read = reader.attempt("applicant.phone", lambda: read_phone(phone)) if phone else None
    name = reader.text("applicant.name", NAME_LIMIT)
    reader.attempt("applicant.name", partial(_refuse_number, name))
    address = Address(*(reader.text(f"applicant.{part}") for part in ("street", "rt", "rw", "village", "district")))
    return Applicant(
        kind=form.kind,
        name=name,
        nik=nik,
        no_nik_reason=reader.text("applicant.no_nik_reason") if person and form.no_nik else "",
        kk=kk_read.digits if kk_read else "",
        sex=form.sex if person else None,
        birth_place=reader.text("applicant.birth_place") if person else "",
        birth_date=birth_date.isoformat() if birth_date and person else "",
        phone=phone_read or "",
        contact=reader.text("applicant.contact", NAME_LIMIT) if not person else "",
        address=address,
    )


def _refuse_number(name: str) -> None:
    """As `require_applicant` does, but while it is typed."""
    if is_number(name):
        raise Refused("name_is_number", _NAME_IS_NUMBER, field="applicant.name")


def _people(form: Form, today: date, reader: _Reader) -> tuple[Beneficiary, ...]:
    read: list[Beneficiary] = []
    for index, person in enumerate(form.people):
        path = f"beneficiaries[{index}]"
        if not any((person.name.strip(), person.nik.strip(), person.relation.strip(), person.note.strip())):
            continue
        nik = reader.attempt(f"{path}.nik", partial(_person_nik, person, path, today)) or ""
        name = reader.attempt(f"{path}.name", partial(_person_name, person, path)) or ""
        read.append(Beneficiary(name, nik, person.relation.strip(), person.note.strip()))
    return tuple(read)


def _person_nik(person: Beneficiary, path: str, today: date) -> str:
    return read_nik(person.nik, today, field=f"{path}.nik").digits if person.nik.strip() else ""


def _person_name(person: Beneficiary, path: str) -> str:
    name = clean_text(person.name, f"{path}.name", limit=NAME_LIMIT)
    if not name:
        line = int(path[path.index("[") + 1 : -1]) + 1
        raise Refused("person_name", _PERSON_NAME_MISSING, field=f"{path}.name", line=line)
    return name


def _letter(form: Form, today: date, reader: _Reader) -> IncomingLetter | None:
    letter = IncomingLetter(
        number=reader.text("letter.number", NAME_LIMIT),
        date=reader.attempt("letter.date", lambda: read_letter_day(form.text("letter.date"), today)) or "",
        subject=reader.text("letter.subject"),
        enclosures=reader.text("letter.enclosures", NAME_LIMIT),
    )
    return letter if letter != IncomingLetter() else None


def _reference(form: Form, reader: _Reader) -> ExternalReference | None:
    system, number = reader.text("external_reference.system"), reader.text("external_reference.number")
    if not system and not number:
        return None
    if not system:
        reader.problems.setdefault("external_reference.system", _SYSTEM_MISSING)
    if not number:
        reader.problems.setdefault("external_reference.number", _NUMBER_MISSING)
    return ExternalReference(system, number) if system and number else None
