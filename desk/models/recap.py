"""The sums of a period, straight from the turns. Connections in, plain values out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from desk.domain.recap_corrections import Counted
from desk.models.behind import OPEN, WITH_APPLICANT
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
    before = {
        service: (open_files, returned)
        for service, open_files, returned in connection.exec_driver_sql(
            f"SELECT service, sum({OPEN}), sum({WITH_APPLICANT})"  # noqa: S608 (words of ours)
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
    yield from connection.exec_driver_sql(
        f"{_REGISTER_ROWS} WHERE c.received >= ? AND c.received < ? ORDER BY c.received, c.n", (begin, end)
    )


def register_of(connection: Connection, case_ids: Iterable[str]) -> Iterator[Any]:
    """Those cases in the same way."""
    yield from connection.exec_driver_sql(
        f"{_REGISTER_ROWS} WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.received, c.n",  # noqa: S608
        (json.dumps(list(case_ids)),),
    )


_REGISTER_COLUMNS = ", ".join(f"c.{column}" for column in _REGISTER)
_REGISTER_ROWS = f"SELECT {_REGISTER_COLUMNS}, t.officer FROM cases c JOIN turns t ON t.n = c.n AND t.k = 0"  # noqa: S608


def counted(connection: Connection, first: date, last: date) -> Iterator[Counted]:
    """Every turn of the period, by its case."""
    found = connection.exec_driver_sql(
        "SELECT c.id, t.kind, t.day, t.service, t.late FROM turns t JOIN cases c ON c.n = t.n"
        " WHERE t.day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    yield from (Counted(*row) for row in found.tuples())


def carried(connection: Connection, first: date) -> Iterator[Counted]:
    """The cases that were open before that day, and those of them that lay with their applicants."""
    for figure, change in (("carried_over", OPEN), ("carried_returned", WITH_APPLICANT)):
        found = connection.exec_driver_sql(
            "SELECT c.id, c.service FROM cases c WHERE c.n IN"  # noqa: S608 (words of ours)
            f" (SELECT n FROM turns WHERE day < ? GROUP BY n HAVING sum({change}) > 0)",
            (first.isoformat(),),
        )
        yield from (Counted(case, figure, first.isoformat(), service, None) for case, service in found.tuples())


def numbers_of(connection: Connection, case_ids: Iterable[str]) -> dict[str, str]:
    """The registration numbers of those cases that are here and not destroyed."""
    found = connection.exec_driver_sql(
        "SELECT id, registration_number FROM cases WHERE destroyed = 0 AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(case_ids)),),
    )
    return {case: number for case, number in found.tuples()}  # noqa: C416 (rows are tuples of our own making)
