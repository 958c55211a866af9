"""A list of people pasted from a spreadsheet, a message or a report: one a line, name, NIK and relation in any order.

Nothing that was pasted is dropped: what isn't understood stays in the note of its line, and a number that should be a
NIK is one, however many figures it has, so that it is said to be wrong.
"""

from __future__ import annotations

import re

from desk.domain.intake import Beneficiary

_SPLIT = re.compile(r"\t|;|\||,| {3,}")
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,4}[.)]\s*|\d{1,3}\s*\t|[-•*–]\s+)")
_NIK_LIKE = re.compile(r"(?<!\d)\d(?:[\s.\-]?\d){12,19}(?!\d)")
_NUMBER = re.compile(r"\d(?:[\s.\-]?\d){3,}", re.ASCII)
"""A part of a line that is nothing but figures, too many for the line's own number."""

_HEADER = {"no", "no.", "nomor", "nama", "nama lengkap", "name", "nik", "no nik", "hubungan", "relasi", "keterangan",
           "ket", "ket.", "status"}  # fmt: skip
_LABEL = re.compile(r"^(?:nama|nik|hubungan|status)\s*[:=]\s*", re.IGNORECASE)


def read_roster(text: str) -> tuple[Beneficiary, ...]:
    """The people that the lines of `text` name, in their order."""
    people = (_read_line(line) for line in text.splitlines())
    return tuple(person for person in people if person is not None)


def join_roster(before: tuple[Beneficiary, ...], pasted: tuple[Beneficiary, ...]) -> tuple[Beneficiary, ...]:
    """Both lists; somebody pasted a second time (same NIK, or same name without a whole one) stays once."""
    known = {_identity(person) for person in before}
    added: list[Beneficiary] = []
    for person in pasted:
        if _identity(person) not in known:
            known.add(_identity(person))
            added.append(person)
    return (*before, *added)


def _identity(person: Beneficiary) -> tuple[str, str]:
    if len(person.nik) == 16:
        return "nik", person.nik
    return "name", " ".join((*person.name.casefold().split(), person.nik))


def _read_line(line: str) -> Beneficiary | None:
    line = _NUMBERING.sub("", line, count=1).strip()
    nik = ""
    if found := _NIK_LIKE.search(line):
        nik = re.sub(r"\D", "", found.group())
        line = f"{line[: found.start()]}\t{line[found.end() :]}"
    parts = [_LABEL.sub("", part.strip(" \t-–:()")).strip() for part in _SPLIT.split(line)]
    parts = [part for part in parts if part and part.casefold() not in ("nik", "nik:")]
    if not nik and (not parts or all(part.casefold() in _HEADER for part in parts)):
        return None
    if len(parts) > 1 and parts[0].isdigit() and len(parts[0]) < (5 if nik else 4):
        parts = parts[1:]
    number = "" if nik else next((part for part in parts if _NUMBER.fullmatch(part)), "")
    if number:
        nik = re.sub(r"\D", "", number)
        parts.remove(number)
    name, relation, *rest = [*parts, "", ""][: max(2, len(parts))]
    return Beneficiary(name=name, nik=nik, relation=relation, note=", ".join(rest))
