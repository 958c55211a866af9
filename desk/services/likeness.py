"""Files that may be one and the same: found, shown side by side, set apart by a person. Never merged by a machine.

The rules are `desk.domain.likeness`; here they get their candidates, by index only, and a measure for spellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from rapidfuzz.fuzz import ratio

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.intake import Applicant
from desk.domain.intake_reader import clean_text
from desk.domain.likeness import Person, Reason, likeness, mask_pair, name_score, slips
from desk.domain.spelling import fold
from desk.language import mark
from desk.models import people, queries
from desk.models.connection import Connection
from desk.models.people import Place
from desk.services import cases, guard
from desk.services.counter import Counter

Kind = Literal["double", "same_person"]
"""The same was asked for twice, and both files are under way; or two files seem to be one person's."""

UNDER_WAY = ("open", "returned")
LEFT_OUT = ("merged",)
"""States of files that somebody has dealt with already."""

REASON_LIMIT = 500
_SAME = 70
"""How near names under one NIK are, of 100, that are one person's for certain."""

_STRENGTH: dict[Reason, int] = {"nik": 0, "nik_digit": 1, "birth_date": 2, "kk": 3}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may belong together with the one in view.

    Attributes:
        reason: what agrees.
        certain: same NIK and much the same name: nothing to be asked, unless it is `double`.
        line: who it is there: 0 the applicant, else that line of those concerned.
    """

    kind: Kind
    reason: Reason
    certain: bool
    case_id: CaseId
    registration_number: str
    service: str
    service_title: str
    state: str
    received_at: str
    counter: str
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two files; `field` is a path of the intake form, or of the case."""

    field: str
    here: str
    there: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A file with those that may belong together with it, the strongest first."""

    case_id: CaseId
    registration_number: str
    service_title: str
    name: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """A page of them; `after` asks for the next, None when every file under way was looked at."""

    pairs: tuple[Pair, ...]
    after: str | None


def candidates(counter: Counter, case: Case, *, limit: int = 20) -> tuple[Candidate, ...]:
    """Files that may belong together with this one, the strongest first, without those that were set apart.

    Guarded files are among them only beside a file of their own service.
    """
    with counter.store.read() as connection:
        found = [one for one in _candidates(counter, connection, case) if _may_be_named(counter, case.service, one)]
        apart = set_apart_from(connection, case.id, [one.case_id for one in found])
    return tuple(one for one in found if one.case_id not in apart)[:limit]


def asked_already(counter: Counter, service: str, applicant: Applicant, *, besides: str = "") -> tuple[Candidate, ...]:
    """Files under way in which the same person asks for the same: what a form at the counter is held against."""
    person = Person(applicant.name, applicant.nik, applicant.kk, applicant.birth_date)
    with counter.store.read() as connection:
        near = _near(connection, person)
    doubles = (
        (place, reason)
        for place, reason in near
        if place.service == service and place.state in UNDER_WAY and place.id != besides
    )
    return tuple(sorted((_candidate(counter, "double", person, *one) for one in doubles), key=_strongest_first))


def compare(counter: Counter, case: Case, other_id: CaseId) -> tuple[Compared, ...]:
    """Both files side by side, numbers masked but for what differs in them. A guarded other file is looked at by this.

    Raises:
        StoreError: see `guard.look`.
    """
    other = cases.load(counter, other_id)
    guard.look(counter, other)
    here, there = _shown(counter, case), _shown(counter, other)
    found = [
        Compared(name, here[name], there[name], _fold(name, here[name]) != _fold(name, there[name]))
        for name in here
        if here[name] or there[name]
    ]
    return tuple(_masked(one) if one.field in ("applicant.nik", "applicant.kk") else one for one in found)


def pairs(counter: Counter, *, limit: int = 50, after: tuple[int, int] | None = None) -> PairPage:
    """Files under way, newest first, that somebody should look at beside others; of two under way, the later names the
    earlier. A page looks at some hundreds of files, so it may be short of the limit and yet not the last.
    """
    before = after or _EVERYTHING
    found: list[Pair] = []
    with counter.store.read() as connection:
        line = sorted(
            (place for state in UNDER_WAY for place in people.under_way(connection, state, before, LOOKED_AT)),
            key=lambda place: (place.received, place.n),
            reverse=True,
        )[:LOOKED_AT]
        for place in line:
            before = (place.received, place.n)
            pair = _pair(counter, connection, place)
            if pair is not None:
                found.append(pair)
            if len(found) == limit:
                break
    done = len(line) < LOOKED_AT and len(found) < limit
    return PairPage(tuple(found), None if done else f"{before[0]}.{before[1]}")


LOOKED_AT = 300
"""Files under way that one page of `pairs` looks at."""

_EVERYTHING = (2**62, 2**62)


def set_apart(counter: Counter, case: Case, other: Case, reason: str, *, apart: bool = True) -> None:
    """Somebody says that two files are of different people; they aren't offered to each other again, at no counter.
    `apart` False takes it back.

    Raises:
        Refused: no reason, or both are the same file.
    """
    said = clean_text(reason, "reason", limit=REASON_LIMIT)
    if not said:
        template = "Tulis alasannya: apa yang menunjukkan bahwa mereka orang yang berbeda?"
        raise Refused("reason_missing", template, field="reason")
    if case.id == other.id:
        raise Refused("same_case", "Sebuah berkas tidak bisa dibedakan dari dirinya sendiri.", field="other")
    now = counter.now().isoformat()
    with counter.store.write() as work:
        if (work.folded(case.id).fields.get(_field(other.id)) is True) == apart:
            return
        facts, data = {_field(other.id): apart}, {"note": said}
        work.append(case.id, "not_duplicate", facts, data, at=now, officer=counter.officer, recorder=counter.officer)


def set_apart_from(connection: Connection, case_id: CaseId, others: Sequence[CaseId]) -> frozenset[CaseId]:
    """Which of the others somebody has set apart from the case, on whichever of the two it was said."""
    if not others:
        return frozenset()
    here = queries.folded(connection, case_id).fields
    return frozenset(
        other
        for other in others
        if here.get(_field(other)) is True or queries.folded(connection, other).fields.get(_field(case_id)) is True
    )


def _field(case_id: CaseId) -> str:
    return f"distinct.{case_id}"


def _candidates(counter: Counter, connection: Connection, case: Case) -> list[Candidate]:
    person = Person(case.applicant.name, case.applicant.nik, case.applicant.kk, case.applicant.birth_date)
    found: dict[CaseId, Candidate] = {}
    for place, reason in _near(connection, person):
        if place.id != case.id and place.state not in LEFT_OUT:
            both = case.state in UNDER_WAY and place.state in UNDER_WAY
            kind: Kind = "double" if both and place.service == case.service else "same_person"
            found[place.id] = _candidate(counter, kind, person, place, reason)
    for place, someone in _concerned(connection, case):
        if place.id not in found:
            found[place.id] = _candidate(counter, "double", someone, place, "nik")
    return sorted(found.values(), key=_strongest_first)


def _near(connection: Connection, person: Person) -> list[tuple[Place, Reason]]:
    """Whoever may be that person, with the reason; the newest of each kind."""
    seen: dict[int, tuple[Place, Reason]] = {}
    for places in (
        people.of_nik(connection, person.nik)[: people.MOST],
        people.of_niks(connection, tuple(slips(person.nik))),
        people.of_birth(connection, person.birth_date),
        people.of_kk(connection, person.kk),
    ):
        for place in places:
            reason = None if place.n in seen else likeness(person, place.person, ratio)
            if reason is not None:
                seen[place.n] = (place, reason)
    return list(seen.values())


MOST_CONCERNED = 300
"""How many of those concerned are looked for elsewhere: a disaster's list may be longer."""


def _concerned(connection: Connection, case: Case) -> Iterable[tuple[Place, Person]]:
    """Other files under way of the same service about the same people: a child asked for by two."""
    if case.state not in UNDER_WAY:
        return
    named = {someone.nik: Person(someone.name, someone.nik) for someone in case.beneficiaries if someone.nik}
    niks = tuple(named)[:MOST_CONCERNED]
    for place in (*people.of_niks(connection, niks), *people.of_concerned(connection, niks)):
        if place.id != case.id and place.service == case.service and place.state in UNDER_WAY:
            yield place, named[place.nik]


def _candidate(counter: Counter, kind: Kind, person: Person, place: Place, reason: Reason) -> Candidate:
    return Candidate(
        kind=kind,
        reason=reason,
        certain=reason == "nik" and _one_name(person.name, place.name),
        case_id=place.id,
        registration_number=place.registration_number,
        service=place.service,
        service_title=counter.names.titles.get(place.service, place.service),
        state=place.state,
        received_at=place.received_at,
        counter=place.counter,
        name=place.name,
        line=place.line,
    )


def _one_name(one: str, other: str) -> bool:
    """Whether two names under one NIK are one person's: a word in common, or nearly the same letters."""
    shared = {word for word in fold(one).split() if len(word) > 2} & set(fold(other).split())
    return not one or not other or bool(shared) or name_score(one, other, ratio) >= _SAME


def _strongest_first(one: Candidate) -> tuple[bool, bool, int, str]:
    return (one.kind != "double", one.certain, _STRENGTH[one.reason], one.case_id)


def _may_be_named(counter: Counter, service: str, one: Candidate) -> bool:
    return one.service == service or not guard.guards(counter, one.service, one.case_id)


def _pair(counter: Counter, connection: Connection, place: Place) -> Pair | None:
    """The file with those to be looked at beside it, None without any. In a list for all, a guarded file is tied to none
    but those of its own service.
    """
    case = queries.load(connection, place.id)
    guarded = guard.is_guarded(counter, case)
    found = [
        one
        for one in _candidates(counter, connection, case)
        if (one.kind == "double" or not one.certain)
        and (one.state not in UNDER_WAY or (one.received_at, one.case_id) < (place.received_at, place.id))
        and (one.service == case.service or not (guarded or guard.guards(counter, one.service, one.case_id)))
    ]
    apart = set_apart_from(connection, case.id, [one.case_id for one in found])
    left = tuple(one for one in found if one.case_id not in apart)
    if not left:
        return None
    title = counter.names.titles.get(place.service, place.service)
    return Pair(place.id, place.registration_number, title, place.name, left)


def _shown(counter: Counter, case: Case) -> dict[str, str]:
    """The fields of a file that are compared, in the order in which they are shown."""
    applicant = case.applicant
    plain = {
        f"applicant.{name}": str(getattr(applicant, name) or "")
        for name in ("name", "nik", "kk", "birth_date", "birth_place", "sex", "phone")
    }
    address = {
        f"applicant.{field.name}": str(getattr(applicant.address, field.name)) for field in fields(applicant.address)
    }
    concerned = ", ".join(someone.name for someone in case.beneficiaries)
    return {
        **plain,
        **address,
        "beneficiaries": concerned,
        "service": counter.names.titles.get(case.service, case.service),
        "state": case.state,
        "received_at": case.received_at,
        "counter": case.counter,
    }


def _fold(name: str, text: str) -> str:
    """How a field is compared: what differs only in spelling is the same."""
    return fold(text) if name not in ("received_at", "applicant.nik", "applicant.kk") else text


def _masked(one: Compared) -> Compared:
    here, there = mask_pair(one.here, one.there)
    return Compared(one.field, here, there, one.differs)


REASONS: dict[Reason, str] = {
    "nik": mark("NIK sama"),
    "nik_digit": mark("NIK hanya berbeda satu angka, namanya mirip"),
    "birth_date": mark("tanggal lahir sama, namanya mirip"),
    "kk": mark("nomor KK sama, namanya mirip"),
}
"""Why two files may be one person's, in words."""

KINDS: dict[Kind, str] = {
    "double": mark("Kemungkinan permohonan ganda"),
    "same_person": mark("Kemungkinan orang yang sama"),
}
