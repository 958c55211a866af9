"""Which cases a change of the calendar may move: found by their row, a page at a time. Connections in, values out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.event import CaseId
from desk.models.connection import Connection

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Promise:
    """What a case's row promises, ISO."""

    case: CaseId
    registration_number: str
    state: str
    due_at: str


_BETWEEN = "due_at >= ? AND received < ?"


def count(connection: Connection, due_from: str, received_before: int) -> int:
    """How many cases are due at `due_from` (ISO) or later and were received before that second of 1970."""
    found = connection.exec_driver_sql(
        f"SELECT count(*) FROM cases WHERE {_BETWEEN}",  # noqa: S608 (a constant of ours)
        (due_from, received_before),
    )
    return int(found.scalar_one())


def promises(connection: Connection, due_from: str, received_before: int) -> Iterator[list[Promise]]:
    """Those cases, a page at a time in the order they were taken in; their rows may be written meanwhile."""
    last = 0
    while True:
        found = connection.exec_driver_sql(
            f"SELECT n, id, registration_number, state, due_at FROM cases WHERE n > ? AND {_BETWEEN}"  # noqa: S608 (see above)
            f" ORDER BY n LIMIT {AT_ONCE}",
            (last, due_from, received_before),
        ).tuples()
        if not found:
            return
        last = found[-1][0]
        yield [Promise(*values) for _, *values in found]
