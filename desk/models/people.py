"""Who is in which file: what is projected of those concerned, and the look-ups behind histories and duplicates.

Applicants stand in `cases`, those concerned in `beneficiaries`. Every look-up goes through an index and takes the newest
few of what it finds, so that it costs the same in a store of a million cases; no list of names is ever read through.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from desk.domain.event import CaseId
from desk.domain.likeness import Person
from desk.models import rows
from desk.models.connection import Connection
from desk.models.parts import Part, Projected, Row
from desk.models.queries import match_expression

MOST = 300
"""How many of the newest rows are compared: some birthdays, 1 January and 1 July, are those of thousands."""

EVER = 2_000
"""How many files one person or organisation is shown to have had."""


class Place(NamedTuple):
    """Where somebody stands in the register.

    A row of `cases` with one person of it: the applicant, or where `line` isn't 0 that line of those concerned, of whom
    only NIK and name are known.
    """

    n: int
    id: CaseId
    registration_number: str
    service: str
    state: str
    counter: str
    received: int
    received_at: str
    completed_at: str | None
    name: str
    nik: str
    kk: str
    birth_date: str
    line: int

    @property
    def person(self) -> Person:
        """Whom the row names."""
        return Person(self.name, self.nik, self.kk, self.birth_date)


def _rows(projected: Projected) -> list[Row]:
    """(line, NIK, name) of those concerned who have a NIK; lines count from 1. Most files have none, and cost nothing."""
    people = enumerate(projected.case.beneficiaries, 1)
    return [(line, someone.nik, someone.name) for line, someone in people if someone.nik]


BENEFICIARIES = Part(
    "beneficiaries", rows.BENEFICIARIES[1:], _rows, "Daftar penerima manfaat berkas {number} tidak sesuai jurnal"
)


_CASE = "c.n, c.id, c.registration_number, c.service, c.state, c.counter, c.received, c.received_at, c.completed_at"
_APPLICANT = f"SELECT {_CASE}, c.name, c.nik, c.kk, c.birth_date, 0 FROM cases c"  # noqa: S608 (ours)
_CONCERNED = f"SELECT {_CASE}, b.name, b.nik, '', '', b.line FROM beneficiaries b JOIN cases c ON c.n = b.n"  # noqa: S608
# the newest first: an index keeps rows of one value in the order of `n`, so nothing is sorted
_NEWEST = f"ORDER BY c.n DESC LIMIT {MOST}"
BY_NIK = f"{_APPLICANT} WHERE c.nik = ? ORDER BY c.n DESC LIMIT {EVER}"
BY_CONCERNED = f"{_CONCERNED} WHERE b.nik = ? ORDER BY b.n DESC LIMIT {EVER}"
BY_KK = f"{_APPLICANT} WHERE c.kk = ? {_NEWEST}"
BY_BIRTH = f"{_APPLICANT} WHERE c.birth_date = ? AND c.birth_date <> '' {_NEWEST}"
BY_N = f"{_APPLICANT} WHERE c.n = ?"
BY_WORDS = (
    f"SELECT {_CASE}, c.name, c.nik, c.kk, c.birth_date, 0 FROM case_search s JOIN cases c ON c.n = s.rowid"  # noqa: S608
    f" WHERE case_search MATCH ? ORDER BY s.rowid DESC LIMIT {EVER}"
)
UNDER_WAY = f"{_APPLICANT} WHERE c.state = ? AND (c.received, c.n) < (?, ?) ORDER BY c.received DESC, c.n DESC LIMIT ?"


def by_niks(count: int) -> str:
    """The statement of `of_niks`."""
    return f"{_APPLICANT} WHERE c.nik IN ({', '.join('?' * count)}) LIMIT {MOST}"


def by_concerned(count: int) -> str:
    """The statement of `of_concerned`."""
    return f"{_CONCERNED} WHERE b.nik IN ({', '.join('?' * count)}) LIMIT {MOST}"


def of_nik(connection: Connection, nik: str) -> tuple[Place, ...]:
    """Wherever that NIK stands, as applicant or among those concerned."""
    return (*_found(connection, BY_NIK, nik), *_found(connection, BY_CONCERNED, nik)) if nik else ()


def of_kk(connection: Connection, kk: str) -> tuple[Place, ...]:
    """Applicants under that family card."""
    return tuple(_found(connection, BY_KK, kk)) if kk else ()


def of_birth(connection: Connection, birth_date: str) -> tuple[Place, ...]:
    """Applicants born on that day."""
    return tuple(_found(connection, BY_BIRTH, birth_date)) if birth_date else ()


def of_niks(connection: Connection, niks: Collection[str]) -> tuple[Place, ...]:
    """Applicants whose NIK is one of these; a few hundred at most are asked for at once."""
    return tuple(_found(connection, by_niks(len(niks)), *niks)) if niks else ()


def of_concerned(connection: Connection, niks: Collection[str]) -> tuple[Place, ...]:
    """Those concerned whose NIK is one of these; a few hundred at most are asked for at once."""
    return tuple(_found(connection, by_concerned(len(niks)), *niks)) if niks else ()


def of_words(connection: Connection, name: str) -> tuple[Place, ...]:
    """Files in which every word of that name stands: how an organisation, which has no number, is found again."""
    expression = match_expression(name)
    return tuple(_found(connection, BY_WORDS, expression)) if expression else ()


def at(connection: Connection, n: int) -> Place | None:
    """The case of that local number, with its applicant."""
    return next(_found(connection, BY_N, n), None)


def under_way(connection: Connection, state: str, before: tuple[int, int], limit: int) -> tuple[Place, ...]:
    """The newest cases of that state before a place in the list: (second of receipt, local number)."""
    return tuple(_found(connection, UNDER_WAY, state, *before, limit))


def _found(connection: Connection, sql: str, *values: object) -> Iterator[Place]:
    return map(Place._make, connection.exec_driver_sql(sql, values).tuples())
