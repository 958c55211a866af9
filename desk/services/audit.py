"""The audit trail: who looked at what is guarded, and who took data out of Desk. What is written down, and how a look
beside an open window is, stands in docs/decisions/017-audit.md.

It is this counter's own: no part of the journal, never exchanged, never changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from desk.domain.errors import StoreError
from desk.domain.event import CaseId
from desk.domain.journey import moment_of
from desk.models import audit
from desk.models.audit import AuditQuery, AuditRow
from desk.models.connection import Connection
from desk.services.counter import Counter

Action = Literal["look", "attachment", "reveal", "print", "list", "export"]
"""A guarded file, or a picture or scan of it, was opened; identity numbers were shown; a paper of a guarded file was put
out; a list left the command line; data left as a whole.
"""
ACTIONS: tuple[Action, ...] = ("look", "attachment", "reveal", "print", "list", "export")

PAUSE = timedelta(minutes=15)
"""Looks of one officer at one file within this time are one line: who scrolls past a file ten times looked once."""


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Lines, newest first; `after` asks for the next page, None on the last."""

    rows: tuple[AuditRow, ...]
    after: str | None


def record(counter: Counter, action: Action, case_id: CaseId | None = None, detail: str = "") -> None:
    """Write down what happens now, before it does.

    Raises:
        StoreError: it can't be written, so it must not happen.
    """
    with _noted(counter) as connection:
        write(connection, counter, action, case_id, detail)


def record_once(counter: Counter, action: Action, case_id: CaseId | None = None, detail: str = "") -> None:
    """The same, unless the officer did it within the last quarter of an hour; another reason is another line.

    Raises:
        StoreError: see `record`.
    """
    with counter.store.read() as connection:
        lines = audit.latest(connection, counter.officer, action, case_id)
    now = counter.now()
    if not any(_within(at, now) and (not detail or detail == said) for at, said in lines):
        record(counter, action, case_id, detail)


def write(connection: Connection, counter: Counter, action: Action, case_id: CaseId | None, detail: str = "") -> None:
    """Write it down in a transaction that is open already: it is there if the act is."""
    audit.add(connection, counter.now().isoformat(), counter.officer, action, case_id, detail)


def entries(
    counter: Counter,
    *,
    case_id: CaseId | None = None,
    officer: str | None = None,
    from_at: datetime | None = None,
    to_at: datetime | None = None,
    limit: int = 100,
    after: str | None = None,
) -> AuditPage:
    """A page of the trail, newest first: all of it, or of a file, an officer, a time (from ≤ … < to, aware)."""
    query = AuditQuery(
        case_id=case_id,
        officer=officer,
        from_at=from_at.astimezone(counter.calendar.zone).isoformat() if from_at else None,
        to_at=to_at.astimezone(counter.calendar.zone).isoformat() if to_at else None,
        before=int(after) if after else None,
        limit=limit,
    )
    with counter.store.read() as connection:
        rows = audit.page(connection, query)
    if len(rows) <= limit:
        return AuditPage(rows, None)
    return AuditPage(rows[:limit], str(rows[limit - 1].id))


@contextmanager
def _noted(counter: Counter) -> Iterator[Connection]:
    try:
        with counter.store.note() as connection:
            yield connection
    except StoreError as error:
        template = (
            "Yang diminta ini harus tercatat dulu di jejak audit, dan data di {folder} tidak bisa ditulisi. "
            "Perbaiki hak tulis atau tempat kosongnya, lalu ulangi."
        )
        raise StoreError("unrecorded", template, folder=str(counter.store.home.folder)) from error


def _within(at: str, now: datetime) -> bool:
    """Whether a line is of the last quarter of an hour; one that a wrong clock wrote into the future is of no time."""
    moment = moment_of(at)
    return moment is not None and timedelta(0) <= now - moment < PAUSE
