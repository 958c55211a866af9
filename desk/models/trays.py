"""Trays: which files each desk has, the most urgent first. Connections in, frozen values out."""

from __future__ import annotations

from dataclasses import dataclass

from desk.domain.event import CaseId
from desk.domain.movement import URGENCIES
from desk.models.connection import Connection
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

    @property
    def cursor(self) -> str:
        """What `queue` takes as `after`, to go on after this row."""
        return f"{URGENCIES.index(self.urgency)}.{NEVER if self.due is None else self.due}.{self.case.n}.{self.slot}"


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of files that wait; `after` asks for the next, None on the last."""

    rows: tuple[Waiting, ...]
    after: str | None


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


_COLUMNS = "h.n, h.slot, h.position, h.role, h.step, h.external, h.since, h.seen, h.urgency, h.deadline, h.rank"


def queue(
    connection: Connection,
    names: ServiceNames,
    *,
    holder: str | None = None,
    limit: int = 50,
    after: str | None = None,
) -> Queue:
    """The files that wait, at one desk (its title, or a role that several desks have) or at all; key-set paging."""
    where, values = ["1"], list[object]()
    if holder is not None:
        where.append("(h.position = ? OR h.role = ?)")
        values += [holder, holder]
    if after is not None:
        urgency, rank, n, slot = after.split(".", 3)
        where.append("(h.urgency, h.rank, h.n, h.slot) > (?, ?, ?, ?)")
        values += [int(urgency), int(rank), int(n), slot]
    found = connection.exec_driver_sql(
        f"SELECT {_COLUMNS}, c.id FROM holdings h JOIN cases c ON c.n = h.n"  # noqa: S608 (columns of ours)
        f" WHERE {' AND '.join(where)} ORDER BY h.urgency, h.rank, h.n, h.slot LIMIT {int(limit) + 1}",
        tuple(values),
    ).tuples()
    held = found[:limit]
    cases = {row.n: row for row in rows_of(connection, tuple({CaseId(line[11]): None for line in held}), names)}
    rows = tuple(
        Waiting(
            cases[n], slot, position, role, step, bool(external), since, bool(seen), URGENCIES[urgency], deadline,
            None if rank == NEVER else rank,
        )
        for n, slot, position, role, step, external, since, seen, urgency, deadline, rank, _ in held
    )  # fmt: skip
    return Queue(rows, rows[-1].cursor if len(found) > limit else None)


def desks_with_files(connection: Connection) -> tuple[str, ...]:
    """The titles of all desks that have a file now."""
    return tuple(connection.exec_driver_sql("SELECT DISTINCT position FROM holdings ORDER BY position").scalars())
