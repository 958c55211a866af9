"""People of the office, found by what is typed of them, and written down once.

A name is matched without the degrees after its comma and whatever its case, so that *H.M. Suwito Adi* is *H.M. SUWITO
ADI, S.Sos, M.Si*; a number tells namesakes apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desk.domain.errors import NotFound, Refused
from desk.domain.intake_reader import NAME_LIMIT, clean_text, is_number, sayable
from desk.domain.nip import read_nip
from desk.domain.spelling import fold
from desk.domain.staffing import Person, Staffing


@dataclass(frozen=True, slots=True)
class Named:
    """How a person is given: a name (or an id, or a number), and what is to be written down of them."""

    name: str
    nip: str = ""
    rank: str = ""


def change_person(document: Staffing, person: Person, named: Named) -> Staffing:
    """Another name, number or rank, from now on and for what is printed again of before."""
    changed = Person(person.id, _person_name(named.name), *_number_and_rank(named))
    if changed == person:
        raise Refused("nothing_changed", "Datanya sudah begitu, jadi tidak ada yang berubah.", field="name")
    _own_number(document, changed)
    people = tuple(changed if one.id == person.id else one for one in document.people)
    return replace(document, people=people)


def find_person(document: Staffing, text: str) -> Person | None:
    """The one person of that id, number or name (titles after a comma need not be said), or None.

    Raises:
        Refused: several are called so.
    """
    plain = " ".join(text.split())
    digits = re.sub(r"\D", "", plain)
    for person in document.people:
        if person.id == plain or (person.nip and len(digits) >= 10 and person.nip == digits):
            return person
    found = [person for person in document.people if _plain_name(person.name) == _plain_name(plain)]
    if len(found) > 1:
        near = ", ".join(f"{person.name} ({person.nip or person.id})" for person in found)
        template = "Ada beberapa orang bernama '{text}': {near}. Sebutkan NIP-nya."
        raise Refused("person_ambiguous", template, field="person", text=sayable(text), near=near)
    return found[0] if found else None


def known_person(document: Staffing, text: str) -> Person:
    """The same, where it must be somebody who is known.

    Raises:
        NotFound: nobody is called so; names the near ones.
    """
    person = find_person(document, text)
    if person is not None:
        return person
    sought = fold(text).split()
    near = [one for one in document.people if sought and all(word in fold(one.name).split() for word in sought)]
    if len(near) == 1:
        return near[0]
    names = ", ".join(one.name for one in near or document.people[:6])
    template = "'{text}' tidak dikenal sebagai jabatan atau pejabat. Yang mirip: {names}."
    if not names:
        template = "'{text}' tidak dikenal sebagai jabatan atau pejabat; belum ada pejabat yang dicatat."
    raise NotFound("person_unknown", template, field="person", text=sayable(text), names=names)


def with_person(document: Staffing, named: Named) -> tuple[Staffing, Person]:
    """The person that is given, known already or new; a number or rank that is given is written down."""
    nip, rank = _number_and_rank(named)
    known = next((person for person in document.people if nip and person.nip == nip), None)
    if known is None:
        known = find_person(document, named.name)
        if known is not None and nip and known.nip and known.nip != nip:
            known = None  # a namesake
    elif _plain_name(known.name) != _plain_name(named.name) and known.id != named.name:
        template = "NIP itu sudah dicatat untuk {name}; periksa nama atau NIP-nya."
        raise Refused("nip_taken", template, field="nip", name=known.name)
    if known is not None:
        changed = replace(known, nip=nip or known.nip, rank=rank or known.rank)
        people = tuple(changed if one.id == known.id else one for one in document.people)
        return replace(document, people=people), changed
    person = Person(_next_id(document), _person_name(named.name), nip, rank)
    return replace(document, people=(*document.people, person)), person


def _next_id(document: Staffing) -> str:
    used = [int(person.id[1:]) for person in document.people if re.fullmatch(r"p\d{1,9}", person.id)]
    return f"p{max(used, default=0) + 1}"


def _person_name(text: str) -> str:
    name = " ".join(clean_text(text, "person.name", required=True, limit=NAME_LIMIT).split())
    if is_number(name):
        template = "Nama pejabat berisi angka saja; tulis namanya, NIP di kolomnya sendiri."
        raise Refused("name_is_number", template, field="person")
    return name


def _number_and_rank(named: Named) -> tuple[str | None, str | None]:
    nip = read_nip(named.nip, field="nip").digits if named.nip.strip() else None
    rank = " ".join(clean_text(named.rank, "rank", limit=NAME_LIMIT).split())
    return nip, rank or None


def _own_number(document: Staffing, person: Person) -> None:
    for other in document.people:
        if person.nip and other.nip == person.nip and other.id != person.id:
            template = "NIP itu sudah dicatat untuk {name}; periksa nama atau NIP-nya."
            raise Refused("nip_taken", template, field="nip", name=other.name)


def _plain_name(name: str) -> str:
    """The name without degrees after a comma, letters only: what two ways of writing one person have in common."""
    before = name.partition(",")[0] or name
    return "".join(letter for letter in before.casefold() if letter.isalnum()) or name.casefold()
