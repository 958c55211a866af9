"""The sums of a period, straight from the turns. Connections in, plain values out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from desk.domain.recap import ENDS
from desk.models.connection import Connection

COUNTED = "'received', 'completed'"
BREAKDOWNS = ("officer", "counter", "district", "village", "sex", "age")


class ServiceSums(NamedTuple):
    """What the turns of one service add up to in a period."""

    service: str
    carried_over: int
    carried_returned: int
    kinds: dict[str, int]
    late: int
    on_time: int


def service_sums(connection: Connection, first: date, last: date) -> tuple[ServiceSums, ...]:
    """Each service that has ever had a file up to `last`: what was open before `first`, and the period's turns."""
    ends = ", ".join(f"'{kind}'" for kind in ENDS)
    before = {
        service: (open_files, returned)
        for service, open_files, returned in connection.exec_driver_sql(
            f"SELECT service, sum(CASE WHEN kind IN ('received', 'reopened') THEN 1 WHEN kind IN ({ends}) THEN -1 ELSE 0 END),"  # noqa: S608 (words of ours)
            " sum(CASE kind WHEN 'returned' THEN 1 WHEN 'resumed' THEN -1 ELSE 0 END)"
            " FROM turns WHERE day < ? GROUP BY service",
            (first.isoformat(),),
        ).tuples()
    }
    kinds: dict[str, dict[str, int]] = {}
    timely: dict[str, tuple[int, int]] = {}
    found = connection.exec_driver_sql(
        "SELECT service, kind, count(*), sum(late = 1), sum(late = 0) FROM turns WHERE day BETWEEN ? AND ?"
        " GROUP BY service, kind",
        (first.isoformat(), last.isoformat()),
    )
    for service, kind, count, late, on_time in found.tuples():
        kinds.setdefault(service, {})[kind] = count
        if kind == "completed":
            timely[service] = (late or 0, on_time or 0)
    return tuple(
        ServiceSums(service, *before.get(service, (0, 0)), kinds.get(service, {}), *timely.get(service, (0, 0)))
        for service in sorted({*before, *kinds})
    )


def minutes_by_service(connection: Connection, first: date, last: date) -> Iterator[tuple[str, list[int]]]:
    """The used minutes of the files completed in the period, sorted, service by service."""
    found = connection.exec_driver_sql(
        "SELECT service, minutes FROM turns WHERE day BETWEEN ? AND ? AND kind = 'completed' AND minutes IS NOT NULL"
        " ORDER BY service, minutes",
        (first.isoformat(), last.isoformat()),
    ).tuples()
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end][0] == found[at][0]:
            end += 1
        yield found[at][0], [minutes for _, minutes in found[at:end]]
        at = end


def by_day(connection: Connection, first: date, last: date) -> dict[str, dict[str, int]]:
    """Received and completed, by ISO day."""
    return _counted(connection, "day", first, last)


def by_part(connection: Connection, part: str, first: date, last: date) -> dict[str, dict[str, int]]:
    """Received and completed, by one of `BREAKDOWNS`."""
    if part not in BREAKDOWNS:
        raise ValueError(f"turns know no {part}")
    return _counted(connection, part, first, last)


def _counted(connection: Connection, column: str, first: date, last: date) -> dict[str, dict[str, int]]:
    found = connection.exec_driver_sql(
        f"SELECT {column}, kind, count(*) FROM turns WHERE day BETWEEN ? AND ? AND kind IN ({COUNTED})"  # noqa: S608
        f" GROUP BY {column}, kind ORDER BY {column}",
        (first.isoformat(), last.isoformat()),
    )
    counted: dict[str, dict[str, int]] = {}
    for name, kind, count in found.tuples():
        counted.setdefault(name, {})[kind] = count
    return counted


_REGISTER = (
    "registration_number", "received_at", "name", "nik", "district", "village", "service", "state", "holder", "due_at",
    "ready_at", "completed_at", "paused",
)  # fmt: skip


def register(connection: Connection, begin: int, end: int) -> Iterator[Any]:
    """The cases received in [begin, end), in seconds since 1970, the first first; row by row, whatever their number."""
    columns = ", ".join(f"c.{column}" for column in _REGISTER)
    yield from connection.exec_driver_sql(
        f"SELECT {columns}, t.officer FROM cases c JOIN turns t ON t.n = c.n AND t.k = 0"  # noqa: S608 (columns of ours)
        " WHERE c.received >= ? AND c.received < ? ORDER BY c.received, c.n",
        (begin, end),
    )
