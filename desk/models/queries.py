"""Lists, searches and look-ups over the projections. Connections in, frozen values out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desk.domain.behind import Behind
from desk.domain.case import Case, case_of
from desk.domain.event import CaseId, OpenEvent
from desk.domain.fold import Folded, fold
from desk.domain.identity import mask
from desk.domain.spelling import words
from desk.domain.tracking import LENGTH
from desk.models import behind as figures_behind
from desk.models import journal
from desk.models.connection import Connection, Row

SIXTEEN_DIGITS = re.compile(r"\d{16}")
ID_LENGTH = 36
"""Of a case's id. A tracking code has `LENGTH` symbols; no registration number has as many as either."""


class CaseRow(NamedTuple):
    """A case as lists show it; the identity number only masked.

    A tuple, as fifty of them are made for every letter typed.
    """

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
    holder: str
    since: str | None
    received: int
    n: int
    turn: int | None = None
    """`holder` names the positions that have the file, `since` when it came there. With `received`, `n` says where it stands
    in lists: second of receipt, local number; `turn` which of its turns is listed, behind a figure."""

    @property
    def cursor(self) -> str:
        """What `CaseQuery.after` takes, to go on after this row."""
        place = f"{self.received}.{self.n}"
        return place if self.turn is None else f"{place}.{self.turn}"


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What to list. `behind` narrows it to the files of a figure. `from_seconds` and `to_seconds` bound the receipt
    (from ≤ received < to), in seconds since 1970. `holder` is a position or a role. `paused`, `unrecorded`: only files
    whose clock stands for a reason, in which something is untold; `among`: only those, where some are named.
    """

    search: str = ""
    state: str | None = None
    service: str | None = None
    holder: str | None = None
    overdue_at: str | None = None
    behind: Behind | None = None
    from_seconds: int | None = None
    to_seconds: int | None = None
    paused: bool = False
    unrecorded: bool = False
    among: tuple[CaseId, ...] | None = None
    limit: int = 50
    after: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether anything but the search leaves cases out."""
        wishes = (
            self.state,
            self.service,
            self.holder,
            self.overdue_at,
            self.behind,
            self.from_seconds,
            self.to_seconds,
        )
        return any(wish is not None for wish in wishes) or bool(self.after)


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


_COLUMNS = (
    "c.id, c.registration_number, c.tracking_code, c.service, c.state, c.name, c.nik, c.district, c.village,"
    " c.received_at, c.due_at, c.completed_at, c.counter, c.conflict, c.read_only, c.destroyed, c.holder, c.since, c.received, c.n"
)
_SELECT = f"SELECT {_COLUMNS} FROM "  # noqa: S608 (columns of ours)
_SELECT_TURNED = f"SELECT {_COLUMNS}, t.k FROM "  # noqa: S608
_NEWEST = " ORDER BY c.received DESC, c.n DESC"


def page(connection: Connection, query: CaseQuery, names: ServiceNames) -> CasePage:
    """A page of cases, newest first; key-set paging, so that page a thousand costs what page one does.

    What is sought is a number or code if there is a case of it, else an identity number if it has sixteen figures, else
    words.
    """
    sought = "".join(query.search.split())
    if sought and not SIXTEEN_DIGITS.fullmatch(sought):
        if len(sought) >= LENGTH:
            rows = _listed(connection, query, names, _reference(query.search))
            if rows or (query.narrow and by_reference(connection, query.search)):  # there, but not among the wished
                return CasePage(rows, None)
        if not match_expression(query.search):
            return CasePage((), None)
    rows = _listed(connection, query, names)
    if len(rows) <= query.limit:
        return CasePage(rows, None)
    rows = rows[: query.limit]
    return CasePage(rows, rows[-1].cursor)


def _listed(
    connection: Connection, query: CaseQuery, names: ServiceNames, reference: tuple[str, str] | None = None
) -> tuple[CaseRow, ...]:
    sql, values = _limited(query, reference)
    found = connection.exec_driver_sql(sql, values).tuples()
    if not figures_behind.is_turned(query.behind):
        return _rows(found, names)
    rows = _rows([row[:-1] for row in found], names)
    return tuple(row._replace(turn=line[-1]) for row, line in zip(rows, found, strict=True))


OVERDUE = "c.due_at < coalesce(c.ready_at, c.paused, ?)"
"""Beyond its time: when it was ready, or its clock stopped, or now."""

_HELD_BY = "c.n IN (SELECT h.n FROM holdings h WHERE h.position = ? OR h.role = ?)"


def _limited(query: CaseQuery, reference: tuple[str, str] | None = None) -> tuple[str, list[object]]:
    """The statement of a page, and its values in their order. Only wishes that are there are in it; what is sought is
    the `reference` (column, value) if one is given.
    """
    source, place = "cases c", ["c.received", "c.n"]
    where: list[str] = []
    values: list[object] = []
    number = "".join(query.search.split())
    if reference is not None:
        where.append(f"c.{reference[0]} = ?")
        values.append(reference[1])
    elif SIXTEEN_DIGITS.fullmatch(number):
        where.append("(c.nik = ? OR c.kk = ?)")
        values += (number, number)
    elif number:
        source, place = "case_search s JOIN cases c ON c.n = s.rowid", ["s.rowid"]
        where.append("case_search MATCH ?")
        values.append(match_expression(query.search))
    for condition, value in (
        ("c.state = ?", query.state),
        ("c.service = ?", query.service),
        ("c.received >= ?", query.from_seconds),
        ("c.received < ?", query.to_seconds),
        (f"c.state = 'open' AND {OVERDUE}", query.overdue_at),
        (_HELD_BY, query.holder),
    ):
        if value is not None:
            where.append(condition)
            values += [value] * condition.count("?")
    where += ["c.paused IS NOT NULL"] if query.paused else []
    where += ["c.unrecorded = 1"] if query.unrecorded else []
    if query.among is not None:
        where.append(f"c.id IN ({', '.join('?' * len(query.among))})")
        values += query.among
    turned = figures_behind.is_turned(query.behind)
    if query.behind is not None:
        narrowed, bounds = figures_behind.conditions(query.behind)
        where += narrowed
        values += bounds
    if turned:
        source, place = source + figures_behind.JOIN, [*place, "t.k"]
    if query.after:
        received, n, k = (*(int(part) for part in query.after.split(".")), 0)[:3]
        known = {"c.received": received, "c.n": n, "s.rowid": n, "t.k": k}
        where.append(f"({', '.join(place)}) < ({', '.join('?' * len(place))})")
        values += [known[column] for column in place]
    conditions = f" WHERE {' AND '.join(where)}" if where else ""
    order = ", ".join(f"{column} DESC" for column in place)
    select = _SELECT_TURNED if turned else _SELECT
    # the limit is spelt, not bound: for one that is bound, SQLite plans the statement again each time
    return f"{select}{source}{conditions} ORDER BY {order} LIMIT {int(query.limit) + 1}", values


@lru_cache(maxsize=256)
def match_expression(text: str) -> str:
    """An FTS5 expression in which every word is a quoted prefix, so that nothing typed is an operator."""
    return " ".join(f'"{word}"*' for word in words(text))


def _reference(text: str) -> tuple[str, str]:
    """The column that a reference as typed would be found in, by its length, and how it stands there."""
    typed = text.strip().encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is in no reference
    bare = typed.replace("-", "").replace(" ", "").upper()
    if len(bare) == LENGTH:
        return "tracking_code", bare
    return ("id", typed.lower()) if len(typed) == ID_LENGTH else ("registration_number", typed.upper())


def by_reference(connection: Connection, reference: str) -> CaseId | None:
    """The case of that id, registration number or tracking code (as typed, any case, with or without dashes)."""
    column, value = _reference(reference)
    sql = f"SELECT id FROM cases WHERE {column} = ?"  # noqa: S608 (ours)
    case_id = connection.exec_driver_sql(sql, (value,)).scalar()
    return None if case_id is None else CaseId(case_id)


def by_running_number(connection: Connection, text: str) -> CaseId | None:
    """The case whose registration number ends so (``10`` or ``000010``), if exactly one does."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
        return None
    number = digits.zfill(6)
    found = connection.exec_driver_sql(
        "SELECT c.id FROM case_search s JOIN cases c ON c.n = s.rowid"
        " WHERE case_search MATCH ? AND c.registration_number LIKE ? LIMIT 2",
        (f'"{number}"', f"%-{number}"),
    )
    ids = [row[0] for row in found]
    return CaseId(ids[0]) if len(ids) == 1 else None


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
    column = "nik" if nik else "kk"
    sql = f"SELECT c.id FROM cases c WHERE c.{column} = ? AND c.destroyed = 0{_NEWEST} LIMIT {int(limit)}"  # noqa: S608 (ours)
    return tuple(connection.exec_driver_sql(sql, (nik or kk,)).scalars())


def rows_of(connection: Connection, case_ids: tuple[CaseId, ...], names: ServiceNames) -> tuple[CaseRow, ...]:
    """The rows of those cases, newest first."""
    places = ", ".join("?" * len(case_ids))
    found = connection.exec_driver_sql(f"{_SELECT}cases c WHERE c.id IN ({places}){_NEWEST}", case_ids)
    return _rows(found.tuples(), names)


def every_case(connection: Connection) -> tuple[CaseId, ...]:
    """All case ids that the journal knows, sorted."""
    found = connection.exec_driver_sql("SELECT DISTINCT subject FROM event_subjects ORDER BY subject")
    return tuple(CaseId(row[0]) for row in found)


def with_event(connection: Connection, kind: str) -> tuple[CaseId, ...]:
    """The cases in whose history something of that kind happened."""
    sql = "SELECT DISTINCT s.subject FROM events e JOIN event_subjects s ON s.arrival = e.arrival WHERE e.kind = ?"
    return tuple(CaseId(row[0]) for row in connection.exec_driver_sql(f"{sql} ORDER BY s.subject", (kind,)))


def counts_by_state(connection: Connection) -> dict[str, int]:
    """How many cases are in each state."""
    found = connection.exec_driver_sql("SELECT state, count(*) FROM cases GROUP BY state ORDER BY state")
    return {row[0]: row[1] for row in found}


@dataclass(frozen=True, slots=True)
class Figures:
    """How much a store holds, how much of it this device wrote, and when it last acted (ISO)."""

    states: dict[str, int]
    events: int
    own_events: int
    drafts: int
    last_act: str


def figures(connection: Connection) -> Figures:
    """What `desk status` counts."""
    return Figures(
        counts_by_state(connection),
        connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one(),
        connection.exec_driver_sql("SELECT seq FROM device").scalar_one(),
        connection.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one(),
        connection.exec_driver_sql("SELECT last_at FROM device").scalar_one(),
    )


_masked = lru_cache(maxsize=1024)(mask)  # the same people are looked at again and again


def _rows(found: Iterable[Row], names: ServiceNames) -> tuple[CaseRow, ...]:
    """What `_SELECT` found, as lists show it."""
    titles, sensitive, new = names.titles, names.sensitive, tuple.__new__
    return tuple(
        [
            # CaseRow(…) itself takes twice as long
            new(
                CaseRow,
                (
                    case_id, number, code, service, titles.get(service, service), state, name, _masked(nik), district, village,
                    received_at, due_at, completed_at, counter, conflict == 1, read_only == 1, destroyed == 1,
                    service in sensitive, holder, since, received, n, None,
                ),
            )
            for (
                case_id, number, code, service, state, name, nik, district, village, received_at, due_at, completed_at,
                counter, conflict, read_only, destroyed, holder, since, received, n,
            ) in found
        ]
    )  # fmt: skip
