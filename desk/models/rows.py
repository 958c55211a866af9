"""Fixed statements of the hot path, spelt once from the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.dialects import sqlite

from desk.models import tables as t

_DIALECT = sqlite.dialect(paramstyle="qmark")


def insert_sql(table: Table, *, or_ignore: bool = False) -> str:
    """``INSERT INTO table (every column) VALUES (?, …)``, in the table's column order."""
    statement: Any = insert(table)
    if or_ignore:
        statement = statement.prefix_with("OR IGNORE")
    return str(statement.compile(dialect=_DIALECT))


INSERT_EVENT = insert_sql(t.events)
INSERT_SUBJECT = insert_sql(t.event_subjects)
INSERT_KEY = insert_sql(t.case_keys, or_ignore=True)
INSERT_CASE = insert_sql(t.cases)
_CHANGING = ", ".join(f"{column.name} = ?" for column in t.cases.columns if column.name not in ("n", "id"))
UPDATE_CASE = f"UPDATE cases SET {_CHANGING} WHERE n = ?"  # noqa: S608 (column names of ours)
INSERT_SEARCH = f"INSERT INTO {t.SEARCH} (rowid, words) VALUES (?, ?)"  # noqa: S608 (a constant of ours)
DELETE_SEARCH = f"DELETE FROM {t.SEARCH} WHERE rowid = ?"  # noqa: S608
UPDATE_HEAD = "UPDATE device SET seq = ?, lamport = ?, head = ?, signature = ?, last_at = ? WHERE one = 1"
EVENTS_OF = (
    "SELECT e.arrival, e.envelope, e.sealed FROM event_subjects s JOIN events e ON e.arrival = s.arrival"
    " WHERE s.subject = ? ORDER BY s.arrival"
)
KEY_OF = 'SELECT "key" FROM case_keys WHERE case_id = ?'
