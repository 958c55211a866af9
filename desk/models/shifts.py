"""Counts of trays at the end of a shift. They are this counter's own: never shared, never changed."""

from __future__ import annotations

from dataclasses import dataclass

from desk.models import rows
from desk.models.connection import Connection


@dataclass(frozen=True, slots=True)
class TrayCountRow:
    """One count.

    Attributes:
        expected, found: how many files the screen had there, how many lay there.
        body: what differed, as JSON.
    """

    id: str
    at: str
    officer: str
    position: str
    expected: int
    found: int
    body: str


def add(connection: Connection, count: TrayCountRow) -> None:
    """Keep a count."""
    connection.exec_driver_sql(rows.INSERT_TRAY_COUNT, tuple(getattr(count, name) for name in rows.TRAY_COUNTS))


def latest(connection: Connection, *, position: str | None = None, limit: int = 50) -> tuple[TrayCountRow, ...]:
    """The counts, newest first."""
    where, values = ("WHERE position = ? ", (position,)) if position is not None else ("", ())
    found = connection.exec_driver_sql(
        f"SELECT {', '.join(rows.TRAY_COUNTS)} FROM tray_counts {where}ORDER BY at DESC, id DESC LIMIT {int(limit)}",  # noqa: S608 (ours)
        values,
    )
    return tuple(TrayCountRow(*row) for row in found.tuples())
