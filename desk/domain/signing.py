"""The signature block of a letter: in which quality, the name, the rank, the number (CONVENTIONS 3).

``Plt. KEPALA DINAS SOSIAL,`` · ``a.n. KEPALA DINAS SOSIAL`` / ``SEKRETARIS,`` · one level lower ``u.b.`` The title is
that of the letter's day, and so is who signs: a letter printed again next year shows who signed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.domain.dates import short_date
from desk.domain.errors import Refused
from desk.domain.nip import format_nip, read_nip
from desk.domain.officials import find_person
from desk.domain.positions import Position
from desk.domain.staffing import PREFIXES, Holder, Person, Staffing, Standing, holder_on, holders_on

_GRADE = re.compile(r"[\s,]*\(?\b[IVX]+\s*/\s*[a-e]\)?\s*$")
"""The golongan after a rank: ``Pembina Utama Muda (IV/c)`` signs as Pembina Utama Muda."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block: `office` above the room for the signature, `signer` below it; and who that is."""

    office: tuple[str, ...]
    signer: tuple[str, ...]
    person: Person
    holder: Holder

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it."""
        return (*self.office, *self.signer)


def signature(
    position: Position, day: date, document: Staffing, *, on_behalf_of: Position | Sequence[Position] | None = None
) -> Signature:
    """The block of who signs from `position` on that day.

    `on_behalf_of` is whose signature it is given for (a.n.); two positions, the higher first, are signed by a third
    one level below the second (u.b.).

    Raises:
        Refused: nobody may sign there on that day.
    """
    above = (on_behalf_of,) if isinstance(on_behalf_of, Position) else tuple(on_behalf_of or ())
    holder = holder_on(position, day, document)
    if holder.person is None:
        raise _nobody(position, day, holder)
    title = position.signed_on(day).upper()
    own = f"{PREFIXES[holder.standing]} {title},".strip()
    return Signature((*_on_behalf(above, day), own), _signer(holder.person), holder.person, holder)


def signature_lines(
    position: Position, day: date, document: Staffing, *, on_behalf_of: Position | Sequence[Position] | None = None
) -> tuple[str, ...]:
    """The lines of that block, the signer's below the office's; see `signature`."""
    return signature(position, day, document, on_behalf_of=on_behalf_of).lines


def _on_behalf(above: Sequence[Position], day: date) -> tuple[str, ...]:
    if not above:
        return ()
    first, *others = (position.signed_on(day).upper() for position in above)
    lines = [f"a.n. {first}"]
    for other in others:
        lines += [other, "u.b."]
    return tuple(lines)


def _signer(person: Person) -> tuple[str, ...]:
    lines = [person.name]
    if person.rank:
        lines.append(rank_line(person.rank))
    if person.nip:
        lines.append(nip_line(person.nip))
    return tuple(lines)


def sitting(position: Position, day: date, document: Staffing, name: str) -> tuple[Person, Standing] | None:
    """The person of that name, and in which quality, if they hold the position on that day or act there; else None.

    A holder who is away is still the holder. Of namesakes nobody is meant, unless the name is one's to the letter: a
    number of somebody else must never stand under a name.
    """
    person = _meant(document, name)
    if person is None:
        return None
    for holder in (*holders_on(position, day, document), holder_on(position, day, document)):
        if holder.person == person:
            return person, holder.standing
        if holder.absent == person:
            own = holder.tenure is not None and holder.tenure.person == person.id
            return person, holder.tenure.standing if own and holder.tenure is not None else "definitive"
    return None


def _meant(document: Staffing, name: str) -> Person | None:
    exact = [person for person in document.people if person.name == name]
    if len(exact) == 1:
        return exact[0]
    try:
        return find_person(document, name)
    except Refused:  # namesakes
        return None


def rank_line(rank: str) -> str:
    """The rank as it is signed with, without the grade after it."""
    return _GRADE.sub("", rank) or rank


def nip_line(digits: str) -> str:
    """``NIP 19791118 200312 2 012``, or ``NI PPPK …`` for one on contract; an odd number of a decree as printed there."""
    try:
        return f"{read_nip(digits).label} {format_nip(digits)}"
    except Refused:
        return f"NIP {digits}"


def _nobody(position: Position, day: date, holder: Holder) -> Refused:
    title, said = position.title_on(day), short_date(day)
    if holder.absent is not None and holder.absence is not None:
        template = (
            "{name} ({title}) tidak ada pada {day} ({reason}), dan belum ada yang bertindak. Tunjuk Plh. dulu, atau"
            " pilih penanda tangan lain."
        )
        name, reason = holder.absent.name, holder.absence.reason
        return Refused("signer_absent", template, field="signer", name=name, title=title, day=said, reason=reason)
    template = "Jabatan {title} kosong pada {day}. Angkat pejabatnya dulu, atau pilih penanda tangan lain."
    return Refused("signer_vacant", template, field="signer", title=title, day=said)
