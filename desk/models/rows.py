"""Statements of the hot path. They are spelt here, not by SQLAlchemy, which takes a fifth of a second to import; a test
holds the columns equal to the tables.
"""

from __future__ import annotations

EVENTS = ("arrival", "id", "device", "seq", "kind", "envelope", "sealed")
SUBJECTS = ("subject", "arrival")
KEYS = ("case_id", "key", "destroyed_at")
CASES = (
    "n", "id", "registration_number", "tracking_code", "service", "state", "counter", "name", "nik", "kk", "sex",
    "district", "village", "received", "received_at", "due_at", "completed_at", "intake_key", "conflict", "read_only",
    "destroyed", "ready_at", "holder", "since", "paused", "birth_date",
    "unrecorded",
)  # fmt: skip
PRINTS = (
    "id", "paper", "case_id", "printer", "sha256", "copy", "state", "reason", "officer", "asked_at", "ended_at",
)  # fmt: skip
BENEFICIARIES = ("n", "line", "nik", "name")
HOLDINGS = (
    "n", "slot", "position", "role", "step", "external", "since", "seen", "urgency", "deadline", "rank",
)  # fmt: skip
AGENDA = ("n", "book", "key", "day", "year", "number", "body")
ATTACHMENTS = ("hash", "case_id", "size", "n")
TURNS = (
    "day", "n", "k", "at", "kind", "service", "officer", "counter", "sex", "age", "district", "village", "late", "minutes",
)  # fmt: skip
AUDIT = ("id", "at", "officer", "action", "case_id", "detail")
TRAY_COUNTS = ("id", "at", "officer", "position", "expected", "found", "body")
SEARCH = "case_search"
"""The FTS5 table; its rowid is `cases.n`."""


def _insert(table: str, columns: tuple[str, ...], *, otherwise: str = "") -> str:
    """``INSERT INTO table (…) VALUES (?, …)``."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT {otherwise}INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 (ours)


INSERT_EVENT = _insert("events", EVENTS)
INSERT_SUBJECT = _insert("event_subjects", SUBJECTS)
INSERT_KEY = _insert("case_keys", KEYS, otherwise="OR IGNORE ")
INSERT_CASE = _insert("cases", CASES)
INSERT_PRINT = _insert("prints", PRINTS)
INSERT_AUDIT = _insert("audit", AUDIT)
INSERT_TRAY_COUNT = _insert("tray_counts", TRAY_COUNTS)
_CHANGING = ", ".join(f"{column} = ?" for column in CASES if column not in ("n", "id"))
UPDATE_CASE = f"UPDATE cases SET {_CHANGING} WHERE n = ?"  # noqa: S608 (column names of ours)
INSERT_SEARCH = f"INSERT INTO {SEARCH} (rowid, words) VALUES (?, ?)"  # noqa: S608 (a constant of ours)
DELETE_SEARCH = f"DELETE FROM {SEARCH} WHERE rowid = ?"  # noqa: S608
UPDATE_HEAD = "UPDATE device SET seq = ?, lamport = ?, head = ?, signature = ?, last_at = ? WHERE one = 1"
EVENTS_OF = (
    "SELECT e.arrival, e.envelope, e.sealed FROM event_subjects s JOIN events e ON e.arrival = s.arrival"
    " WHERE s.subject = ? ORDER BY s.arrival"
)
KEY_OF = 'SELECT "key" FROM case_keys WHERE case_id = ?'
