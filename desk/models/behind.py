"""The files behind a figure, as conditions on the list of cases; counted as `desk.models.recap` counts."""

from __future__ import annotations

from desk.domain.behind import STANDING, Behind
from desk.domain.recap import ENDS

_ENDS = ", ".join(f"'{kind}'" for kind in ENDS)
OPEN = f"CASE WHEN kind IN ('received', 'reopened') THEN 1 WHEN kind IN ({_ENDS}) THEN -1 ELSE 0 END"
"""What a turn does to the number of open files."""

WITH_APPLICANT = "CASE kind WHEN 'returned' THEN 1 WHEN 'resumed' THEN -1 ELSE 0 END"
"""What a turn does to the number of files that lie with their applicants."""

_TIMELY = {"on_time": "t.late = 0", "late": "t.late = 1", "no_standard": "t.late IS NULL"}

JOIN = " JOIN turns t ON t.n = c.n"


def is_turned(behind: Behind | None) -> bool:
    """Whether a file may be listed several times, once for each turn (`JOIN`)."""
    return behind is not None and behind.figure not in STANDING


def conditions(behind: Behind) -> tuple[list[str], list[object]]:
    """(conditions, their values), for a list of ``cases c`` that has the `JOIN` where `is_turned`."""
    where, values = _standing(behind) if behind.figure in STANDING else _turned(behind)
    if behind.service is not None:
        where.append("c.service = ?")
        values.append(behind.service)
    return where, values


def _turned(behind: Behind) -> tuple[list[str], list[object]]:
    where, values = ["t.day BETWEEN ? AND ?"], list[object]((behind.first.isoformat(), behind.last.isoformat()))
    where.append("t.kind = ?")
    values.append("completed" if behind.figure in _TIMELY else behind.figure)
    if behind.figure in _TIMELY:
        where.append(_TIMELY[behind.figure])
    if behind.part:
        where.append(f"t.{behind.part[0]} = ?")
        values.append(behind.part[1])
    return where, values


def _standing(behind: Behind) -> tuple[list[str], list[object]]:
    before = behind.figure == "carried_over"
    days, day = ("<", behind.first) if before else ("<=", behind.last)
    change = WITH_APPLICANT if behind.figure == "returned_at_end" else OPEN
    where = [f"c.n IN (SELECT n FROM turns WHERE day {days} ? GROUP BY n HAVING sum({change}) > 0)"]  # noqa: S608 (words of ours)
    values = list[object]((day.isoformat(),))
    if behind.part:
        where.append(f"EXISTS (SELECT 1 FROM turns p WHERE p.n = c.n AND p.k = 0 AND p.{behind.part[0]} = ?)")  # noqa: S608
        values.append(behind.part[1])
    return where, values
