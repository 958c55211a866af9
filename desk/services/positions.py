"""Positions and people of the office: the list as of a day, and every change of it, with reason and officer.

Each change reads the document afresh and writes its next version in one transaction; who else holds what is not
touched. What `remarks` says is told, never enforced: a disposition to somebody on leave is the head's to write.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk.domain import appointing
from desk.domain.dates import short_date
from desk.domain.desks import find, positions_of, titled
from desk.domain.errors import NotFound, Refused
from desk.domain.officials import Named, change_person, find_person, known_person
from desk.domain.positions import Position, PositionKind, division_name, kind_of
from desk.domain.spelling import fold
from desk.domain.staffing import Person, Staffing, Standing, holder_on, holders_on
from desk.domain.staffing_file import NAME, first_staffing, read_staffing, write_staffing
from desk.services import office_documents
from desk.services.counter import Counter
from desk.services.packfiles import file_of, parse
from desk.services.positions_said import Desk, remarks_of

Changed = tuple[Staffing, str]
"""A document and the id of what was changed in it: of a position or a person."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The office's positions and who holds them, as the document stands."""

    positions: tuple[Position, ...]
    document: Staffing

    def position(self, position_id: str) -> Position:
        """The position of that id."""
        return next(position for position in self.positions if position.id == position_id)


def roster(counter: Counter) -> Roster:
    """Positions and people as they stand.

    Raises:
        Refused: the document is wrong, with the place.
    """
    return made_of(counter, office_documents.content_of(counter, NAME))


def desks_on(counter: Counter, day: date) -> tuple[Desk, ...]:
    """Every position of that day in the office's order, with who holds it then."""
    now = roster(counter)
    return tuple(desk_on(position, day, now.document) for position in now.positions if not position.retired_on(day))


def desk_on(position: Position, day: date, document: Staffing) -> Desk:
    """One position on a day."""
    holders = holders_on(position, day, document) or (holder_on(position, day, document),)
    if holders[0].state != "vacant":
        return Desk(position, holders[0].state, holders)
    ids = {position.id, *position.either}
    once = any(t.position in ids and t.until is not None and t.until < day for t in document.tenures)
    return Desk(position, "vacant" if once else "unknown", ())


def remarks(counter: Counter, title: str, day: date | None = None) -> tuple[str, ...]:
    """What to know of a desk before a file is sent there, one sentence each: on leave and who acts, vacant, gone.

    `title` is a position's title or an earlier one; an unknown one, and an outside body, has nothing to say.
    """
    now = roster(counter)
    position = titled(now.positions, title)
    if position is None:
        return ()
    on = day or counter.today
    return remarks_of(desk_on(position, on, now.document), on)


def find_position(counter: Counter, text: str) -> Position:
    """The position that an officer means.

    Raises:
        NotFound, Refused: none or several; the near ones are named.
    """
    return find(roster(counter).positions, text)


def add(counter: Counter, title: str, *, reason: str, kind: PositionKind | None = None, division: str = "") -> Position:
    """A desk that no decree names; its kind, unless given, is what its title says."""

    def change(now: Roster) -> Changed:
        which = kind or kind_of(" ".join(title.split()))
        document, made = appointing.add_position(now.document, now.positions, title, which, _division(now, division))
        return document, made.id

    return _position_changed(counter, reason, change)


def change(
    counter: Counter,
    position: str,
    *,
    reason: str,
    title: str | None = None,
    start: date | None = None,
    kind: PositionKind | None = None,
    division: str | None = None,
    signs_as: str | None = None,
) -> Position:
    """Another title from `start` on (default today), kind, division or wording in the signature block; None leaves as
    it is, an empty division or wording clears it.
    """

    def changed(now: Roster) -> Changed:
        found = find(now.positions, position)
        document = now.document
        if title is not None:
            day = start or counter.today
            document = appointing.rename_position(document, now.positions, found, title, day)
            found = next(one for one in document.positions if one.id == found.id)
        if title is None or any(one is not None for one in (kind, division, signs_as)):
            document = appointing.change_position(
                document,
                found,
                kind=kind or found.kind,
                division=found.division if division is None else _division(now, division),
                signs_as=found.signs_as if signs_as is None else signs_as,
            )
        return document, found.id

    return _position_changed(counter, reason, changed)


def retire(counter: Counter, position: str, last_day: date, *, reason: str) -> Position:
    """No such desk after that day."""

    def change(now: Roster) -> Changed:
        found = find(now.positions, position)
        return appointing.retire(now.document, found, last_day), found.id

    return _position_changed(counter, reason, change)


def appoint(
    counter: Counter,
    position: str,
    named: Named,
    *,
    reason: str,
    start: date | None,
    until: date | None = None,
    standing: Standing = "definitive",
    replacing: bool = False,
) -> Position:
    """Somebody takes a position."""

    def change(now: Roster) -> Changed:
        found = find(now.positions, position)
        document, _ = appointing.appoint(
            now.document, found, named, start=start, until=until, standing=standing, replacing=replacing
        )
        return document, found.id

    return _position_changed(counter, reason, change)


def end(counter: Counter, position: str, last_day: date, *, reason: str, person: str | None = None) -> Position:
    """Who holds a position holds it no longer than that day."""

    def change(now: Roster) -> Changed:
        found = find(now.positions, position)
        who = known_person(now.document, person) if person else None
        return appointing.end(now.document, found, last_day, who), found.id

    return _position_changed(counter, reason, change)


def absent(counter: Counter, who: str, start: date, until: date, *, reason: str, acting: str | None = None) -> Person:
    """Who holds a position, or a person, is away; `acting` is a position whose holder acts, or a person."""

    def change(now: Roster) -> Changed:
        person, position = _who(now, who, start)
        document = appointing.absent(
            now.document,
            person,
            start=start,
            until=until,
            reason=reason,
            position=position,
            acting=_acting(now, acting),
        )
        return document, person.id

    return _person_changed(counter, reason, change)


def back(counter: Counter, who: str, first_day: date, *, reason: str) -> Person:
    """Somebody is there again from that day on."""

    def change(now: Roster) -> Changed:
        person, _ = _who(now, who, first_day)
        return appointing.back(now.document, person, first_day), person.id

    return _person_changed(counter, reason, change)


def amend_person(counter: Counter, who: str, named: Named, *, reason: str) -> Person:
    """Another name, number or rank of somebody."""

    def change(now: Roster) -> Changed:
        person = known_person(now.document, who)
        return change_person(now.document, person, named), person.id

    return _person_changed(counter, reason, change)


def undo(counter: Counter, *, reason: str) -> None:
    """Take back the last change that stands."""
    office_documents.undo(counter, NAME, reason)


def made_of(counter: Counter, content: bytes | None) -> Roster:
    """What a version of the document says; without one, what the pack implies."""
    office = counter.catalogue.office(counter.office.slug)
    if content is None:
        implied = positions_of(office, Staffing())
        return Roster(implied, first_staffing(office, implied[0]))
    document = read_staffing(parse(content, NAME))
    return Roster(positions_of(office, document), document)


def _position_changed(counter: Counter, reason: str, change: Callable[[Roster], Changed]) -> Position:
    document, position_id = _keep(counter, reason, change)
    office = counter.catalogue.office(counter.office.slug)
    return Roster(positions_of(office, document), document).position(position_id)


def _person_changed(counter: Counter, reason: str, change: Callable[[Roster], Changed]) -> Person:
    document, person_id = _keep(counter, reason, change)
    return next(person for person in document.people if person.id == person_id)


def _keep(counter: Counter, reason: str, change: Callable[[Roster], Changed]) -> Changed:
    """Make the change on the document as it stands, and write it once it reads back as what was meant."""
    changed, identity = change(roster(counter))
    content = file_of(write_staffing(changed))
    document = read_staffing(parse(content, NAME))
    office_documents.keep(counter, NAME, content, reason)
    return document, identity


def _division(now: Roster, text: str) -> str | None:
    """The division in full, in the office's spelling where it has one."""
    name = division_name(text)
    known = {fold(position.division): position.division for position in now.positions if position.division}
    return known.get(fold(name), name) if name else None


def _who(now: Roster, text: str, day: date) -> tuple[Person, Position | None]:
    """A person, or who sits at a position on that day."""
    person = find_person(now.document, text)
    if person is not None:
        return person, None
    try:
        position = find(now.positions, text)
    except NotFound:
        return known_person(now.document, text), None
    holders = holders_on(position, day, now.document)
    people = [now.document.person(holder.tenure.person) for holder in holders if holder.tenure]
    if len(people) > 1:
        template = "{title} dipegang beberapa orang: {names}. Sebutkan siapa yang dimaksud."
        names = ", ".join(person.name for person in people if person)
        raise Refused("holder_ambiguous", template, field="position", title=position.title, names=names)
    if not people or people[0] is None:
        template = "{title} belum ada pejabatnya pada {day}, jadi tidak ada yang dicatat."
        raise Refused("not_held", template, field="position", title=position.title, day=short_date(day))
    return people[0], position


def _acting(now: Roster, text: str | None) -> Person | Position | None:
    """Who acts: a person, or whoever holds a position."""
    if not text:
        return None
    person = find_person(now.document, text)
    if person is not None:
        return person
    try:
        return find(now.positions, text)
    except NotFound:
        return known_person(now.document, text)
