"""Trays: which files each desk has, the most urgent first. Connections in, frozen values out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.domain.event import CaseId
from desk.domain.movement import URGENCIES
from desk.models.connection import Connection, Row
from desk.models.projection import NEVER
from desk.models.queries import CaseRow, ServiceNames, rows_of


@dataclass(frozen=True, slots=True)
class Tray:
    """One desk's tray.

    Attributes:
        oldest: when the file that lies there longest came, ISO.
        late: how many are beyond what they are due by, at the moment that was asked about.
        unseen: how many the desk is not known to have received.
    """

    position: str
    role: str
    external: bool
    count: int
    oldest: str
    late: int
    unseen: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """One file in a tray.

    Attributes:
        slot: as `desk.domain.movement.Holder`.
        due: the second since 1970 by which something is expected of this desk, None where nothing is.
        paused: since when the file's clock stands for a reason that somebody gave, ISO.
        ready_at: since when its product is there, ISO.
    """

    case: CaseRow
    slot: str
    position: str
    role: str
    step: str | None
    external: bool
    since: str
    seen: bool
    urgency: str
    deadline: str | None
    due: int | None
    paused: str | None = None
    ready_at: str | None = None

    @property
    def cursor(self) -> str:
        """What `queue` takes as `after`, to go on after this row."""
        return f"{URGENCIES.index(self.urgency)}.{NEVER if self.due is None else self.due}.{self.case.n}.{self.slot}"


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of files that wait; `after` asks for the next, None on the last."""

    rows: tuple[Waiting, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """What to list.

    Attributes:
        holder: a desk's title, or a role that several desks have.
        position: a desk's title alone, found by its index.
        due_from, due_before: bound what is due (from ≤ due < before), in seconds since 1970; what nothing is due for
            is left out.
        urgent: only what is more than *biasa*.
        unseen: only what the desk is not known to have received.
        since_before: only what came before that, ISO or the beginning of it.
    """

    holder: str | None = None
    position: str | None = None
    service: str | None = None
    due_from: int | None = None
    due_before: int | None = None
    urgent: bool = False
    unseen: bool = False
    since_before: str | None = None
    limit: int = 50
    after: str | None = None


def trays(connection: Connection, now: int) -> tuple[Tray, ...]:
    """Every tray with something in it, by its title; `now` in seconds since 1970."""
    found = connection.exec_driver_sql(
        "SELECT position, min(role), max(external), count(*), min(since), sum(rank < ?), sum(seen = 0)"
        " FROM holdings GROUP BY position ORDER BY position",
        (now,),
    )
    return tuple(
        Tray(position, role, bool(external), count, oldest, late, unseen)
        for position, role, external, count, oldest, late, unseen in found.tuples()
    )


_SELECT = (
    "SELECT h.n, h.slot, h.position, h.role, h.step, h.external, h.since, h.seen, h.urgency, h.deadline, h.rank, c.id,"
    " c.paused, c.ready_at FROM holdings h JOIN cases c ON c.n = h.n"
)
_ID = 11
"""Where the case's id stands in `_SELECT`."""


def queue(connection: Connection, names: ServiceNames, query: QueueQuery) -> Queue:
    """The files that wait, at one desk or at all, most urgent first; key-set paging."""
    where, values = _wished(query)
    if query.after is not None:
        urgency, rank, n, slot = query.after.split(".", 3)
        where.append("(h.urgency, h.rank, h.n, h.slot) > (?, ?, ?, ?)")
        values += [int(urgency), int(rank), int(n), slot]
    conditions = f" WHERE {' AND '.join(where)}" if where else ""
    order = f" ORDER BY h.urgency, h.rank, h.n, h.slot LIMIT {int(query.limit) + 1}"
    found = connection.exec_driver_sql(f"{_SELECT}{conditions}{order}", tuple(values)).tuples()
    rows = _waiting(connection, found[: query.limit], names)
    return Queue(rows, rows[-1].cursor if len(found) > query.limit else None)


def held(connection: Connection, names: ServiceNames, case_ids: Sequence[CaseId]) -> tuple[Waiting, ...]:
    """Who has those files, as rows of trays: several for a file that several desks have, none for one that has ended."""
    places = ", ".join("?" * len(case_ids))
    sql = f"{_SELECT} WHERE c.id IN ({places}) ORDER BY h.n, h.slot"
    return _waiting(connection, connection.exec_driver_sql(sql, tuple(case_ids)).tuples(), names)


def in_tray(connection: Connection, position: str) -> tuple[CaseId, ...]:
    """Every file that a desk has, the most urgent first; once, though it may have one for two reasons."""
    found = connection.exec_driver_sql(
        "SELECT c.id FROM holdings h JOIN cases c ON c.n = h.n WHERE h.position = ? ORDER BY h.urgency, h.rank, h.n",
        (position,),
    )
    return tuple(dict.fromkeys(CaseId(case_id) for case_id in found.scalars()))


def desks_with_files(connection: Connection) -> tuple[str, ...]:
    """The titles of all desks that have a file now."""
    return tuple(connection.exec_driver_sql("SELECT DISTINCT position FROM holdings ORDER BY position").scalars())


def _wished(query: QueueQuery) -> tuple[list[str], list[object]]:
    """The conditions that are wished for, and their values in order."""
    where: list[str] = []
    values: list[object] = []
    for condition, value in (
        ("(h.position = ? OR h.role = ?)", query.holder),
        ("h.position = ?", query.position),
        ("c.service = ?", query.service),
        ("h.rank >= ?", query.due_from),
        ("h.rank < ?", query.due_before),
        ("h.since < ?", query.since_before),
    ):
        if value is not None:
            where.append(condition)
            values += [value] * condition.count("?")
    if query.due_from is not None and query.due_before is None:
        where.append(f"h.rank < {NEVER}")
    if query.urgent:
        where.append(f"h.urgency < {URGENCIES.index('biasa')}")
    elif query.due_from is not None or query.due_before is not None:
        where.append(EVERY_URGENCY)
    if query.unseen:
        where.append("h.seen = 0")
    return where, values


EVERY_URGENCY = f"h.urgency IN ({', '.join(str(place) for place in range(len(URGENCIES)))})"
"""Says nothing, but lets the index on urgency and rank find a span of ranks."""


def _waiting(connection: Connection, found: Iterable[Row], names: ServiceNames) -> tuple[Waiting, ...]:
    lines = tuple(found)
    if not lines:
        return ()
    cases = {row.n: row for row in rows_of(connection, tuple({CaseId(line[_ID]): None for line in lines}), names)}
    return tuple(
        Waiting(
            cases[n], slot, position, role, step, bool(external), since, bool(seen), URGENCIES[urgency], deadline,
            None if rank == NEVER else rank, paused, ready_at,
        )
        for n, slot, position, role, step, external, since, seen, urgency, deadline, rank, _, paused, ready_at in lines
    )  # fmt: skip
