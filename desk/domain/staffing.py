"""Who sits at which desk, from when until when: people, tenures, absences; and who acts on a given day.

Dates include both ends: a tenure that ends today still holds today. Nothing is overwritten when somebody follows, so
that a letter of last year finds last year's signer. *Plt.* acts where a desk is vacant, *Plh.* where its holder is
away, *Pj.* by appointment from above; an absence may name who acts meanwhile, a person or whoever holds another desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk.domain.positions import SINGLE, Position

Standing = Literal["definitive", "plt", "plh", "pj"]
HolderState = Literal["held", "acting", "absent", "vacant"]

PREFIXES: dict[Standing, str] = {"definitive": "", "plt": "Plt.", "plh": "Plh.", "pj": "Pj."}
"""What stands before the title of one who acts."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the office; `nip` is 18 digits or None, for honorary staff have no number."""

    id: str
    name: str
    nip: str | None = None
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person at a position; `start` None is since before Desk was there, `until` None has no end yet."""

    position: str
    person: str
    start: date | None
    until: date | None = None
    standing: Standing = "definitive"

    def covers(self, day: date) -> bool:
        """Whether it holds on that day."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)

    def meets(self, other: Tenure) -> bool:
        """Whether there is a day on which both hold."""
        return _begins(self) <= _ends(other) and _begins(other) <= _ends(self)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts for one who is away: the person of that id, or whoever holds the position of that id."""

    person: str | None = None
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """A person is away. `position` limits who acts to that one of the person's desks; away they are from all."""

    person: str
    start: date
    until: date
    reason: str
    acting: Acting | None = None
    position: str | None = None

    def covers(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.start <= day <= self.until


@dataclass(frozen=True, slots=True)
class Staffing:
    """The office's document of positions and people (``office/positions``).

    `positions` are laid over those that the pack implies (`desk.domain.desks`); every one that a tenure or an absence
    names is among them.
    """

    positions: tuple[Position, ...] = ()
    people: tuple[Person, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    absences: tuple[Absence, ...] = ()

    def person(self, person_id: str) -> Person | None:
        """The person of that id."""
        return next((person for person in self.people if person.id == person_id), None)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at a desk on a day.

    Attributes:
        person: who acts there; None where the desk is vacant, or its holder away and nobody acts.
        standing: in which quality.
        absent: whose desk it is, where that person is away.
        absence: why and until when.
        tenure: what makes `person`, or `absent`, its holder.
    """

    person: Person | None = None
    standing: Standing = "definitive"
    absent: Person | None = None
    absence: Absence | None = None
    tenure: Tenure | None = None

    @property
    def state(self) -> HolderState:
        """In one word."""
        if self.person is None:
            return "vacant" if self.absent is None else "absent"
        return "held" if self.standing == "definitive" else "acting"


VACANT = Holder()


def holder_on(position: Position, day: date, document: Staffing) -> Holder:
    """Who holds the position on that day, who acts in their absence, or nobody.

    Of a desk that several share, one who is there; of one that is two desks (`Position.either`), whoever is there.
    """
    holders = holders_on(position, day, document)
    found = next((holder for holder in holders if holder.person), None)
    if found is not None or not position.either:
        return found or next(iter(holders), VACANT)
    others = [_of_one(other, day, document) for other in position.either]
    return next((holder for holder in others if holder.person), others[0])


def holders_on(position: Position, day: date, document: Staffing) -> tuple[Holder, ...]:
    """Everybody who holds the position on that day, in the order of their appointment; one at a single-holder desk."""
    if position.kind in SINGLE:
        holder = _of_one(position.id, day, document)
        return () if holder is VACANT else (holder,)
    return tuple(_of_tenure(tenure, day, document) for tenure in _running(position.id, day, document))


def tenures_of(position: Position, document: Staffing) -> tuple[Tenure, ...]:
    """Every tenure of the position, the earliest first."""
    return tuple(sorted((t for t in document.tenures if t.position == position.id), key=_begins))


def positions_held(person: Person, day: date, document: Staffing) -> tuple[str, ...]:
    """Ids of the positions that the person holds on that day."""
    return tuple(tenure.position for tenure in document.tenures if tenure.person == person.id and tenure.covers(day))


def absence_of(person: str, position: str, day: date, document: Staffing) -> Absence | None:
    """Why the person is away on that day: the absence that speaks of this position, before one that speaks of all."""
    away = [absence for absence in document.absences if absence.person == person and absence.covers(day)]
    for absence in away:
        if absence.position == position:
            return absence
    for absence in away:
        if absence.position is None:
            return absence
    if away:  # who acts at another desk of theirs doesn't act at this one
        return Absence(person, away[0].start, away[0].until, away[0].reason)
    return None


def _of_one(position: str, day: date, document: Staffing) -> Holder:
    """A desk that one person holds: who acts by appointment goes before whose desk it is, if they are there."""
    holders = [_of_tenure(tenure, day, document) for tenure in _running(position, day, document)]
    if not holders:
        return VACANT
    own = next((holder for holder in holders if holder.tenure and holder.tenure.standing == "definitive"), None)
    acting = next((holder for holder in holders if holder is not own and holder.person), None)
    if acting is not None and own is not None and own.absent is not None:
        return Holder(acting.person, acting.standing, own.absent, own.absence, acting.tenure)
    return acting or next((holder for holder in holders if holder.person), holders[0])


def _running(position: str, day: date, document: Staffing) -> Iterator[Tenure]:
    return (tenure for tenure in document.tenures if tenure.position == position and tenure.covers(day))


def _of_tenure(tenure: Tenure, day: date, document: Staffing) -> Holder:
    person = document.person(tenure.person)
    absence = absence_of(tenure.person, tenure.position, day, document)
    if absence is None:
        return Holder(person, tenure.standing, tenure=tenure)
    standing_in = _standing_in(absence, day, document)
    return Holder(standing_in, "plh", person, absence, tenure)


def _standing_in(absence: Absence, day: date, document: Staffing) -> Person | None:
    """Who acts for one who is away, if they are there themselves."""
    acting = absence.acting
    if acting is None:
        return None
    if acting.person is not None:
        return _present(acting.person, None, day, document)
    position = acting.position or ""
    running = sorted(_running(position, day, document), key=lambda tenure: tenure.standing == "definitive")
    return next(
        (person for tenure in running if (person := _present(tenure.person, absence.person, day, document))), None
    )


def _present(person: str, absent: str | None, day: date, document: Staffing) -> Person | None:
    away: Iterable[Absence] = (one for one in document.absences if one.person == person and one.covers(day))
    return None if person == absent or any(away) else document.person(person)


def _begins(tenure: Tenure) -> date:
    return tenure.start or date.min


def _ends(tenure: Tenure) -> date:
    return tenure.until or date.max
