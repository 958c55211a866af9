"""Who was here before: the applicant by NIK with the papers seen then, the family by its card."""

from __future__ import annotations

from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.catalogue import PaperForm
from desk.domain.errors import DeskError
from desk.domain.intake import Address, Applicant
from desk.models import queries
from desk.models.queries import CaseRow
from desk.services.counter import Counter

LOOK_BACK = 20
"""How many earlier cases of a person are looked at."""


@dataclass(frozen=True, slots=True)
class SeenPaper:
    """A paper that lay on this counter before: of which kind, in which form, when, with which file (untold where that is
    guarded).
    """

    document: str
    form: PaperForm | None
    seen_at: str
    registration_number: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """An applicant seen before, with the latest data, and everything they asked for that may be shown here."""

    applicant: Applicant
    seen: tuple[SeenPaper, ...]
    cases: tuple[CaseRow, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """People who share a family card, and where they live."""

    kk: str
    address: Address
    names: tuple[str, ...]


def known(counter: Counter, nik: str) -> KnownPerson | None:
    """The applicant of that NIK, None when they are new here. The latest form counts; the latest sight of a paper too."""
    if not nik:
        return None
    with counter.store.read() as connection:
        ids = queries.ids_of_person(connection, nik=nik, limit=LOOK_BACK)
        cases = [queries.load(connection, case_id) for case_id in ids]
        rows = queries.rows_of(connection, ids, counter.names)
    if not cases:
        return None
    seen: dict[str, SeenPaper] = {}
    for case in cases:
        for paper in _papers(counter, case):
            seen.setdefault(paper.document, paper)
    return KnownPerson(cases[0].applicant, tuple(seen.values()), rows)


def family(counter: Counter, kk: str) -> Family | None:
    """Those seen under that family card, None when nobody was."""
    if not kk:
        return None
    with counter.store.read() as connection:
        ids = queries.ids_of_person(connection, kk=kk, limit=LOOK_BACK)
        cases = [queries.load(connection, case_id) for case_id in ids]
    if not cases:
        return None
    names = dict.fromkeys(case.applicant.name for case in cases)
    return Family(kk, cases[0].applicant.address, tuple(names))


def _papers(counter: Counter, case: Case) -> list[SeenPaper]:
    found: list[SeenPaper] = []
    try:
        service = counter.service_of(case)
    except DeskError:  # its standard is not known here; what else is known of the person is
        return found
    number = "" if service.sensitive else case.registration_number
    for requirement in service.every_requirement():
        tick = case.checklist.get(requirement.id)
        if tick and tick.met and requirement.document:
            found.append(SeenPaper(requirement.document, tick.form, case.received_at, number))
    return found
