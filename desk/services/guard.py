"""Guarded files: those of services on adoption, mental health, children, violence, HIV. Whoever opens one is written down.

This is the one door. There are no roles yet, so everybody who works at the counter may pass it, with a trace; the role
that may will be asked for in `look`, which every way in goes through.
"""

from __future__ import annotations

from desk.domain.case import Case
from desk.domain.errors import DeskError, Refused
from desk.domain.event import CaseId
from desk.domain.intake_reader import clean_text
from desk.models import queries
from desk.services import audit, cases
from desk.services.counter import Counter

REASON_LIMIT = 500


def is_guarded(counter: Counter, case: Case) -> bool:
    """Whether the file is of a guarded service, as the catalogue has it today or as it was when it was registered. One
    whose service isn't known here is: nobody can say that it isn't.
    """
    if case.service in counter.names.sensitive:
        return True
    try:
        return counter.service_of(case).sensitive is not None
    except DeskError:
        return True


def guards(counter: Counter, service: str, case_id: CaseId) -> bool:
    """`is_guarded` for a row of a list: the file itself is only read where the catalogue doesn't know its service."""
    if service in counter.names.titles:
        return service in counter.names.sensitive
    with counter.store.read() as connection:
        return is_guarded(counter, queries.load(connection, case_id))


def look(counter: Counter, case: Case, *, reason: str = "") -> None:
    """The officer is about to see the file: if it is guarded, that is written down first.

    Raises:
        StoreError: it can't be written down, so it can't be seen.
    """
    if is_guarded(counter, case):
        audit.record_once(counter, "look", case.id, reason)


def opened(counter: Counter, reference: str) -> Case:
    """The case of that number, code or id, for somebody to see.

    Raises:
        NotFound: there is none here. StoreError: see `look`.
    """
    case = cases.find(counter, reference)
    look(counter, case)
    return case


def opened_with_reason(counter: Counter, case_id: CaseId, reason: str) -> Case:
    """A case that a history shows only as guarded, for somebody who says why.

    Raises:
        Refused: no reason. StoreError: see `look`.
    """
    said = clean_text(reason, "reason", limit=REASON_LIMIT)
    if not said:
        template = "Tulis alasan membuka berkas layanan terjaga; alasannya tercatat di jejak audit."
        raise Refused("reason_missing", template, field="reason")
    case = cases.load(counter, case_id)
    look(counter, case, reason=said)
    return case


def attachment(counter: Counter, case: Case, name: str) -> None:
    """The officer is about to open a scan or photo of the file.

    Raises:
        StoreError: see `look`.
    """
    if is_guarded(counter, case):
        audit.record_once(counter, "attachment", case.id, name)


def reveal(counter: Counter, case_id: CaseId) -> None:
    """The officer is about to see identity numbers in full, of whatever file.

    Raises:
        StoreError: see `look`.
    """
    audit.record_once(counter, "reveal", case_id)
