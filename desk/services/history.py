"""Everything somebody ever asked for, or was asked for: by NIK, else by name and birth date; their family apart.

A file of a guarded service appears only as such, with day and counter: without title, number, state or name. It is opened
with a reason, which goes into the audit trail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from desk.domain.case import Case
from desk.domain.errors import NotFound
from desk.domain.event import CaseId
from desk.domain.intake import Applicant
from desk.domain.likeness import Person, same_name
from desk.models import people
from desk.models.connection import Connection
from desk.models.people import Place
from desk.services import guard, likeness
from desk.services.counter import Counter

Role = Literal["applicant", "beneficiary", "family"]
By = Literal["nik", "name", "kk"]
PAGE = 50


@dataclass(frozen=True, slots=True)
class Visit:
    """One line of a history.

    Attributes:
        row: names the line here, as a cursor and to open a guarded one.
        role: asked, was asked for, or is of the family.
        by: what says that it is this person: the NIK, name and birth date, or (family) the card.
        guarded: nothing below is told.
    """

    row: str
    role: Role
    by: By
    received_at: str
    counter: str
    guarded: bool
    case_id: CaseId | None = None
    registration_number: str = ""
    service: str = ""
    service_title: str = ""
    state: str = ""
    completed_at: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """A page of somebody's history; `after` asks for the next, None on the last.

    `person` is empty of whatever is known from guarded files alone. `family` is only on the first page.
    """

    person: Person
    visits: tuple[Visit, ...]
    family: tuple[Visit, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    place: Place
    role: Role
    by: By


def of_nik(counter: Counter, nik: str, *, limit: int = PAGE, after: str | None = None) -> History:
    """The history of whoever has that NIK.

    Raises:
        NotFound: it was never seen here. Refused: `after` is no row of a history.
    """
    with counter.store.read() as connection:
        places = people.of_nik(connection, nik)
        if not places:
            raise NotFound("person_unknown", "NIK itu belum pernah tercatat di loket ini.", field="person")
        known = _known(places, Person(nik=nik))
        open_places = [place for place in places if not guard.guards(counter, place.service, place.id)]
        shown = _known(open_places, Person(nik=nik))
        nameless = [place for place in _of_name(connection, known) if not place.nik]
        found = _and_by_name(_of_places(places), nameless)
        return _history(counter, connection, found, shown, known.kk, limit, after)


def of_case(counter: Counter, case: Case, *, limit: int = PAGE, after: str | None = None) -> History:
    """What else the applicant of a case that is being looked at ever asked for.

    Raises:
        Refused: `after` is no row of a history.
    """
    person = person_of(case.applicant)
    with counter.store.read() as connection:
        found = [one for one in _besides(connection, case, person) if one.place.id != case.id]
        return _history(counter, connection, found, person, person.kk, limit, after, besides=case.id)


def open_visit(counter: Counter, row: str, reason: str) -> Visit:
    """A line that was shown as guarded, told in full to somebody who says why.

    Raises:
        NotFound: no such line. Refused: no reason. StoreError: it can't be written down.
    """
    received, n = _cursor(row)
    with counter.store.read() as connection:
        place = people.at(connection, n)
    if place is None or place.received != received:
        raise NotFound("row_unknown", "Baris '{row}' tidak ada dalam riwayat ini.", field="--open", row=row)
    guard.opened_with_reason(counter, place.id, reason)
    return _told(counter, _Found(place, "applicant", "nik"))


def person_of(applicant: Applicant) -> Person:
    """What of an applicant is compared."""
    return Person(applicant.name, applicant.nik, applicant.kk, applicant.birth_date)


def _besides(connection: Connection, case: Case, person: Person) -> list[_Found]:
    """Where the applicant of a case stands besides; whom somebody has set apart from him is somebody else."""
    if case.applicant.kind != "person":
        of_words = people.of_words(connection, person.name)
        return [_Found(place, "applicant", "name") for place in of_words if _is_organisation(place, person)]
    named = tuple(_of_name(connection, person))
    apart = likeness.set_apart_from(connection, case.id, [place.id for place in named])
    named = tuple(place for place in named if place.id not in apart)
    niks = {person.nik} if person.nik else {place.nik for place in named if place.nik}
    by_nik = _of_places(people.of_nik(connection, niks.pop())) if len(niks) == 1 else []
    return _and_by_name(by_nik, named if not person.nik else [place for place in named if not place.nik])


def _is_organisation(place: Place, person: Person) -> bool:
    return not place.nik and not place.birth_date and same_name(place.name, person.name)


def _of_name(connection: Connection, person: Person) -> list[Place]:
    """Applicants of the same name and birth date."""
    return [place for place in people.of_birth(connection, person.birth_date) if same_name(place.name, person.name)]


def _and_by_name(found: list[_Found], named: Iterable[Place]) -> list[_Found]:
    """With the files of days when the NIK wasn't at hand."""
    seen = {one.place.n for one in found}
    return [*found, *(_Found(place, "applicant", "name") for place in named if place.n not in seen)]


def _of_places(places: Iterable[Place]) -> list[_Found]:
    """A file in which somebody both asks and is asked for is one line."""
    found: dict[int, _Found] = {}
    for place in places:
        found.setdefault(place.n, _Found(place, "beneficiary" if place.line else "applicant", "nik"))
    return list(found.values())


def _known(places: Iterable[Place], person: Person) -> Person:
    """What the newest of these files say of a person; those concerned have nothing but a name."""
    for place in sorted(places, key=lambda place: (place.line == 0, place.n), reverse=True):
        person = replace(
            person,
            name=person.name or place.name,
            kk=person.kk or place.kk,
            birth_date=person.birth_date or place.birth_date,
        )
    return person


def _history(
    counter: Counter,
    connection: Connection,
    found: list[_Found],
    person: Person,
    kk: str,
    limit: int,
    after: str | None,
    *,
    besides: CaseId | None = None,
) -> History:
    page, more = _page(found, limit, after)
    family: list[_Found] = []
    if after is None:
        own = {one.place.n for one in found}
        card = [place for place in people.of_kk(connection, kk) if place.n not in own and place.id != besides]
        family, _ = _page([_Found(place, "family", "kk") for place in card], limit, None)
    return History(
        person,
        tuple(_visit(counter, one) for one in page),
        tuple(_visit(counter, one) for one in family),
        _row(page[-1].place) if more else None,
    )


def _page(found: list[_Found], limit: int, after: str | None) -> tuple[list[_Found], bool]:
    """(newest first, as many as fit after the cursor; whether there are more)."""
    before = _cursor(after) if after else None
    line = sorted(found, key=lambda one: (one.place.received, one.place.n), reverse=True)
    left = [one for one in line if before is None or (one.place.received, one.place.n) < before]
    return left[:limit], len(left) > limit


def _visit(counter: Counter, one: _Found) -> Visit:
    if not guard.guards(counter, one.place.service, one.place.id):
        return _told(counter, one)
    place = one.place
    return Visit(_row(place), one.role, one.by, place.received_at, place.counter, guarded=True)


def _told(counter: Counter, one: _Found) -> Visit:
    place = one.place
    return Visit(
        row=_row(place),
        role=one.role,
        by=one.by,
        received_at=place.received_at,
        counter=place.counter,
        guarded=False,
        case_id=place.id,
        registration_number=place.registration_number,
        service=place.service,
        service_title=counter.names.titles.get(place.service, place.service),
        state=place.state,
        completed_at=place.completed_at,
        name=place.name,
    )


def _row(place: Place) -> str:
    return f"{place.received}.{place.n}"


_ROW = re.compile(r"(-?[0-9]{1,15})\.([0-9]{1,15})")


def _cursor(row: str) -> tuple[int, int]:
    match = _ROW.fullmatch(row)
    if match is None:
        raise NotFound("row_unknown", "Baris '{row}' tidak ada dalam riwayat ini.", field="row", row=row)
    return int(match[1]), int(match[2])
