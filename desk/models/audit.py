"""The audit trail: lines are added and read; the store's triggers refuse everything else (decision 017)."""

from __future__ import annotations

from dataclasses import dataclass

from desk.models import rows
from desk.models.connection import Connection


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line.

    Attributes:
        id: counts up; the trail's order, whatever the clock said.
        at: ISO, in the office's zone.
        action: see `services.audit.Action`.
        case_id, registration_number: the file, where there is one; the number as the register has it now.
        detail: the paper, the field, the reason, what an export held.
    """

    id: int
    at: str
    officer: str
    action: str
    case_id: str | None
    detail: str
    registration_number: str | None


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """What to read of it. `from_at` and `to_at` bound the time (from ≤ at < to), ISO in the office's zone; `before`
    goes on after a line already read.
    """

    case_id: str | None = None
    officer: str | None = None
    from_at: str | None = None
    to_at: str | None = None
    before: int | None = None
    limit: int = 100


_LINES = (
    "SELECT a.id, a.at, a.officer, a.action, a.case_id, a.detail, c.registration_number"
    " FROM audit a LEFT JOIN cases c ON c.id = a.case_id"
)


def add(connection: Connection, at: str, officer: str, action: str, case_id: str | None, detail: str) -> None:
    """Write a line at the end."""
    connection.exec_driver_sql(rows.INSERT_AUDIT, (None, at, officer, action, case_id, detail))


def latest(connection: Connection, officer: str, action: str, case_id: str | None) -> tuple[tuple[str, str], ...]:
    """(at, detail) of the newest lines of that officer, action and case: what a further look may be part of."""
    of_case = "case_id = ?" if case_id is not None else "case_id IS NULL"
    sql = f"SELECT at, detail FROM audit WHERE {of_case} AND officer = ? AND action = ? ORDER BY id DESC LIMIT 20"  # noqa: S608 (ours)
    values = (officer, action) if case_id is None else (case_id, officer, action)
    return tuple((at, detail) for at, detail in connection.exec_driver_sql(sql, values).tuples())


def page(connection: Connection, query: AuditQuery) -> tuple[AuditRow, ...]:
    """Lines, newest first, one more than the limit where there are more."""
    wishes = (
        ("a.case_id = ?", query.case_id),
        ("a.officer = ?", query.officer),
        ("a.at >= ?", query.from_at),
        ("a.at < ?", query.to_at),
        ("a.id < ?", query.before),
    )
    where = " AND ".join(condition for condition, value in wishes if value is not None)
    sql = f"{_LINES}{f' WHERE {where}' if where else ''} ORDER BY a.id DESC LIMIT {int(query.limit) + 1}"
    found = connection.exec_driver_sql(sql, tuple(value for _, value in wishes if value is not None))
    return tuple(AuditRow(*row) for row in found.tuples())
