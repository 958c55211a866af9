"""The print ledger: what was asked of a printer, and what became of it."""

from __future__ import annotations

import hashlib

from desk.domain.errors import NotFound
from desk.domain.event import CaseId
from desk.models import records
from desk.models.records import PrintEntry
from desk.models.unit_of_work import new_id
from desk.services import audit, guard
from desk.services.counter import Counter

FILE = "PDF"
"""The 'printer' of a paper that was saved as a file."""


def copies(counter: Counter, paper: str, case_id: CaseId) -> int:
    """How many times that paper of the case was put out already; the next is a marked copy when this isn't 0."""
    with counter.store.read() as connection:
        return records.copies(connection, paper, case_id)


def ask(
    counter: Counter,
    paper: str,
    case_id: CaseId | None,
    printer: str,
    content: bytes,
    *,
    copy: int = 1,
    reason: str = "",
) -> str:
    """Note that this paper was asked of this printer; returns the line's id. A guarded file's goes into the audit trail
    too.
    """
    entry = PrintEntry(
        id=new_id(),
        paper=paper,
        case_id=case_id,
        printer=printer,
        sha256=hashlib.sha256(content).hexdigest(),
        copy=copy,
        state="asked",
        reason=reason,
        officer=counter.officer,
        asked_at=counter.now().isoformat(),
        ended_at=None,
    )
    with counter.store.write() as work:
        records.add_print(work.connection, entry)
        if case_id is not None and guard.is_guarded(counter, work.case(case_id)):
            audit.write(work.connection, counter, "print", case_id, f"{paper} · {printer}")
    return entry.id


def printed(counter: Counter, print_id: str) -> None:
    """The printer took it."""
    _end(counter, print_id, "printed")


def saved(counter: Counter, print_id: str) -> None:
    """It went to a file."""
    _end(counter, print_id, "saved")


def failed(counter: Counter, print_id: str, reason: str) -> None:
    """It didn't come out, and why."""
    _end(counter, print_id, "failed", reason)


def entries(counter: Counter, limit: int = 100, *, case_id: CaseId | None = None) -> tuple[PrintEntry, ...]:
    """The ledger, newest first."""
    with counter.store.read() as connection:
        return records.prints(connection, case_id=case_id, limit=limit)


def _end(counter: Counter, print_id: str, state: records.PrintState, reason: str = "") -> None:
    with counter.store.write() as work:
        if not records.end_print(work.connection, print_id, state, reason, counter.now().isoformat()):
            template = "Catatan cetak {print_id} tidak ada atau sudah selesai."
            raise NotFound("print_unknown", template, print_id=print_id)
