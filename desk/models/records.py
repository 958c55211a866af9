"""What belongs to this counter alone and is never shared: drafts, the print ledger; and pinned office documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desk.models import rows
from desk.models.connection import Connection

PrintState = Literal["asked", "printed", "failed", "saved"]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A half-filled form: JSON bytes under the form's key."""

    key: str
    title: str
    body: bytes
    changed_at: str


@dataclass(frozen=True, slots=True)
class PrintEntry:
    """One line of the print ledger.

    `paper` is what was printed (``slip``, ``missing``, ``checklist:pasuruan/01``); `copy` 1 is the first; `saved` means
    a PDF file, not paper. `sha256` is that of the PDF's bytes.
    """

    id: str
    paper: str
    case_id: str | None
    printer: str
    sha256: str
    copy: int
    state: PrintState
    reason: str
    officer: str
    asked_at: str
    ended_at: str | None


def keep_draft(connection: Connection, draft: DraftRow) -> None:
    """Keep a form as it is now."""
    connection.exec_driver_sql(
        "INSERT INTO drafts (key, title, body, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE"
        " SET title = excluded.title, body = excluded.body, changed_at = excluded.changed_at",
        (draft.key, draft.title, draft.body, draft.changed_at),
    )


def drop_draft(connection: Connection, key: str) -> None:
    """Forget a form, registered or thrown away."""
    connection.exec_driver_sql("DELETE FROM drafts WHERE key = ?", (key,))


def drafts(connection: Connection) -> tuple[DraftRow, ...]:
    """All half-filled forms, the oldest first."""
    found = connection.exec_driver_sql("SELECT key, title, body, changed_at FROM drafts ORDER BY changed_at, key")
    return tuple(DraftRow(*row) for row in found)


def add_print(connection: Connection, entry: PrintEntry) -> None:
    """Write a line of the ledger."""
    connection.exec_driver_sql(rows.INSERT_PRINT, tuple(getattr(entry, name) for name in rows.PRINTS))


def end_print(connection: Connection, print_id: str, state: PrintState, reason: str, at: str) -> bool:
    """Say what became of a print; False when there is no such line or it has ended already."""
    done = connection.exec_driver_sql(
        "UPDATE prints SET state = ?, reason = CASE WHEN ? = '' THEN reason ELSE ? END, ended_at = ?"
        " WHERE id = ? AND state = 'asked'",
        (state, reason, reason, at, print_id),
    )
    return done.rowcount == 1


def prints(connection: Connection, *, case_id: str | None = None, limit: int = 100) -> tuple[PrintEntry, ...]:
    """The ledger, newest first."""
    where, values = ("WHERE case_id = ? ", (case_id, limit)) if case_id is not None else ("", (limit,))
    ledger = f"SELECT {', '.join(rows.PRINTS)} FROM prints {where}ORDER BY asked_at DESC, id DESC LIMIT ?"  # noqa: S608
    return tuple(PrintEntry(*row) for row in connection.exec_driver_sql(ledger, values))


def copies(connection: Connection, paper: str, case_id: str) -> int:
    """How many times that paper of the case was really put out (printed or saved)."""
    return int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM prints WHERE case_id = ? AND paper = ? AND state IN ('printed', 'saved')",
            (case_id, paper),
        ).scalar_one()
    )


def pinned_named(connection: Connection, name: str) -> bytes | None:
    """The office document of that name, the only one or any of several."""
    body: bytes | None = connection.exec_driver_sql("SELECT body FROM pinned WHERE name = ?", (name,)).scalar()
    return body


def pinned_body(connection: Connection, content_hash: str) -> bytes | None:
    """An office document by the hash of its content."""
    body: bytes | None = connection.exec_driver_sql("SELECT body FROM pinned WHERE hash = ?", (content_hash,)).scalar()
    return body
