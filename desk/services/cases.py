"""Finding cases: lists, searches, one whole."""

from __future__ import annotations

from desk.domain.case import Case
from desk.domain.errors import NotFound
from desk.domain.event import CaseId
from desk.models import queries
from desk.models.queries import CasePage, CaseQuery, CaseRow
from desk.services.counter import Counter

__all__ = ["CasePage", "CaseQuery", "CaseRow", "counts", "find", "load", "rows", "search"]


def rows(counter: Counter, query: CaseQuery) -> CasePage:
    """A page of cases, newest first."""
    with counter.store.read() as connection:
        return queries.page(connection, query, counter.names)


def search(counter: Counter, text: str, limit: int = 8) -> tuple[CaseRow, ...]:
    """Cases by name, place, NIK, number or code: every word typed begins a word of theirs."""
    return rows(counter, CaseQuery(search=text, limit=limit)).rows


def find(counter: Counter, reference: str) -> Case:
    """The case of that registration number (or its last part, where one case has it), tracking code or id.

    Raises:
        NotFound: there is none here.
    """
    with counter.store.read() as connection:
        case_id = queries.by_reference(connection, reference) or queries.by_running_number(connection, reference)
        if case_id is None:
            template = "Berkas '{reference}' tidak ada di loket ini; periksa nomor atau kodenya."
            raise NotFound("case_unknown", template, field="case", reference=reference)
        return queries.load(connection, case_id)


def load(counter: Counter, case_id: CaseId) -> Case:
    """The case of that id, which exists."""
    with counter.store.read() as connection:
        return queries.load(connection, case_id)


def merged_with(counter: Counter, case: Case) -> dict[str, str]:
    """Registration numbers of the files that this one went into or took in, by their id, where they are here."""
    named = (*((case.merged_into,) if case.merged_into else ()), *case.proceedings.absorbed)
    found: dict[str, str] = {}
    for other in named:
        try:
            found[other] = load(counter, CaseId(other)).registration_number
        except NotFound:  # it hasn't arrived at this counter yet
            continue
    return {key: number for key, number in found.items() if number}


def counts(counter: Counter) -> dict[str, int]:
    """How many cases are in each state."""
    with counter.store.read() as connection:
        return queries.counts_by_state(connection)
