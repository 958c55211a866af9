"""Lists, searches and look-ups over the projections. Connections in, frozen values out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, and_, literal_column, or_, select
from sqlalchemy import table as sql_table

from desk.domain.case import Case, case_of
from desk.domain.event import CaseId, OpenEvent
from desk.domain.fold import Folded, fold
from desk.domain.identity import mask
from desk.domain.spelling import words
from desk.models import journal
from desk.models import tables as t

SIXTEEN_DIGITS = re.compile(r"\d{16}")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as lists show it; the identity number only masked."""

    id: CaseId
    registration_number: str
    tracking_code: str
    service: str
    service_title: str
    state: str
    name: str
    nik_masked: str
    district: str
    village: str
    received_at: str
    due_at: str | None
    completed_at: str | None
    counter: str
    conflict: bool
    read_only: bool
    destroyed: bool
    sensitive: bool


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What to list. `from_seconds` and `to_seconds` bound the receipt (from ≤ received < to), in seconds since 1970."""

    search: str = ""
    state: str | None = None
    service: str | None = None
    overdue_at: str | None = None
    from_seconds: int | None = None
    to_seconds: int | None = None
    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of a list; `after` asks for the next, None on the last."""

    rows: tuple[CaseRow, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class ServiceNames:
    """What a list needs of the catalogue: titles by service id, and which services are guarded."""

    titles: Mapping[str, str]
    sensitive: frozenset[str]


_c = t.cases.c
_COLUMNS = (
    _c.id, _c.registration_number, _c.tracking_code, _c.service, _c.state, _c.name, _c.nik, _c.district, _c.village,
    _c.received_at, _c.due_at, _c.completed_at, _c.counter, _c.conflict, _c.read_only, _c.destroyed, _c.received, _c.n,
)  # fmt: skip
_search = sql_table(t.SEARCH)
_rowid: Any = literal_column("case_search.rowid")
_match: Any = literal_column("case_search")


def page(connection: Connection, query: CaseQuery, names: ServiceNames) -> CasePage:
    """A page of cases, newest first; key-set paging, so that page a thousand costs what page one does."""
    statement = _limited(query)
    found = connection.execute(statement).all()
    rows = tuple(_row(row, names) for row in found[: query.limit])
    last = found[query.limit - 1] if len(found) > query.limit else None
    return CasePage(rows, None if last is None else f"{last.received}.{last.n}")


def _limited(query: CaseQuery) -> Select[Any]:
    statement = select(*_COLUMNS)
    number = "".join(query.search.split())
    by_words = False
    if SIXTEEN_DIGITS.fullmatch(number):
        statement = statement.where(or_(_c.nik == number, _c.kk == number))
    elif query.search.strip():
        sought = match_expression(query.search)
        if not sought:
            return statement.where(literal_column("0")).limit(0)
        statement = statement.join(_search, _rowid == _c.n).where(_match.op("MATCH")(sought))
        by_words = True
    for column, value in ((_c.state, query.state), (_c.service, query.service)):
        if value is not None:
            statement = statement.where(column == value)
    if query.from_seconds is not None:
        statement = statement.where(_c.received >= query.from_seconds)
    if query.to_seconds is not None:
        statement = statement.where(_c.received < query.to_seconds)
    if query.overdue_at is not None:
        statement = statement.where(_c.due_at < query.overdue_at, _c.state == "open")
    if query.after:
        received, n = (int(part) for part in query.after.split("."))
        older = _rowid < n if by_words else or_(_c.received < received, and_(_c.received == received, _c.n < n))
        statement = statement.where(older)
    order = (_rowid.desc(),) if by_words else (_c.received.desc(), _c.n.desc())
    return statement.order_by(*order).limit(query.limit + 1)


@lru_cache(maxsize=256)
def match_expression(text: str) -> str:
    """An FTS5 expression in which every word is a quoted prefix, so that nothing typed is an operator."""
    return " ".join(f'"{word}"*' for word in words(text))


def by_reference(connection: Connection, reference: str) -> CaseId | None:
    """The case of that id, registration number or tracking code (as typed, any case, with or without dashes)."""
    text = reference.strip()
    bare = text.replace("-", "").replace(" ", "").upper()
    for column, value in ((_c.id, text.lower()), (_c.registration_number, text.upper()), (_c.tracking_code, bare)):
        found = connection.execute(select(_c.id).where(column == value)).scalar()
        if found is not None:
            return CaseId(found)
    return None


def by_intake_key(connection: Connection, key: str) -> CaseId | None:
    """The case that a form of that key became."""
    found = connection.exec_driver_sql("SELECT id FROM cases WHERE intake_key = ? ORDER BY n", (key,)).scalar()
    return None if found is None else CaseId(found)


def events_of(connection: Connection, case_id: CaseId) -> list[OpenEvent]:
    """The case's events, opened."""
    key = journal.case_key(connection, case_id)
    return [journal.opened(stored, key) for stored in journal.stored_of(connection, case_id)]


def folded(connection: Connection, case_id: CaseId) -> Folded:
    """The case's state, folded from its events."""
    return fold(case_id, events_of(connection, case_id))


def load(connection: Connection, case_id: CaseId) -> Case:
    """The case, folded from its events."""
    return case_of(case_id, folded(connection, case_id))


def ids_of_person(connection: Connection, *, nik: str = "", kk: str = "", limit: int = 20) -> tuple[CaseId, ...]:
    """Cases of one NIK or one family card, newest first."""
    column, value = (_c.nik, nik) if nik else (_c.kk, kk)
    statement = select(_c.id).where(column == value, _c.destroyed == 0).order_by(_c.received.desc(), _c.n.desc())
    return tuple(CaseId(row.id) for row in connection.execute(statement.limit(limit)))


def rows_of(connection: Connection, case_ids: tuple[CaseId, ...], names: ServiceNames) -> tuple[CaseRow, ...]:
    """The rows of those cases, newest first."""
    statement = select(*_COLUMNS).where(_c.id.in_(case_ids)).order_by(_c.received.desc(), _c.n.desc())
    return tuple(_row(row, names) for row in connection.execute(statement))


def every_case(connection: Connection) -> tuple[CaseId, ...]:
    """All case ids that the journal knows, sorted."""
    found = connection.exec_driver_sql("SELECT DISTINCT subject FROM event_subjects ORDER BY subject")
    return tuple(CaseId(row[0]) for row in found)


def counts_by_state(connection: Connection) -> dict[str, int]:
    """How many cases are in each state."""
    found = connection.exec_driver_sql("SELECT state, count(*) FROM cases GROUP BY state ORDER BY state")
    return {row[0]: row[1] for row in found}


@dataclass(frozen=True, slots=True)
class Figures:
    """How much a store holds, and when this device last acted (ISO)."""

    states: dict[str, int]
    events: int
    drafts: int
    last_act: str


def figures(connection: Connection) -> Figures:
    """What `desk status` counts."""
    return Figures(
        counts_by_state(connection),
        connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one(),
        connection.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one(),
        connection.exec_driver_sql("SELECT last_at FROM device").scalar_one(),
    )


def _row(row: Any, names: ServiceNames) -> CaseRow:
    return CaseRow(
        CaseId(row.id),
        row.registration_number,
        row.tracking_code,
        row.service,
        names.titles.get(row.service, row.service),
        row.state,
        row.name,
        mask(row.nik) if row.nik else "",
        row.district,
        row.village,
        row.received_at,
        row.due_at,
        row.completed_at,
        row.counter,
        bool(row.conflict),
        bool(row.read_only),
        bool(row.destroyed),
        row.service in names.sensitive,
    )
