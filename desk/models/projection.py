"""The rows that lists and searches read, made from a folded case. Thrown away and rebuilt at will."""

from __future__ import annotations

from datetime import datetime

from desk.domain.attachment import files_needed
from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.domain.fold import Folded
from desk.domain.movement import URGENCIES
from desk.domain.spelling import fold as fold_spelling
from desk.models import people, rows
from desk.models.connection import Connection
from desk.models.seal import FILE_OVERHEAD


def place_of(connection: Connection, case_id: CaseId) -> int | None:
    """The local number of the case's row, None when it has none yet."""
    n: int | None = connection.exec_driver_sql("SELECT n FROM cases WHERE id = ?", (case_id,)).scalar()
    return n


def project(connection: Connection, n: int | None, case: Case, folded: Folded, due_at: str | None) -> None:
    """Write the case's rows, search words and files needed: again at their place, or at a new one."""
    values = row_values(case, folded, due_at)
    again = n is not None
    if n is None:
        n = connection.exec_driver_sql(rows.INSERT_CASE, (None, case.id, *values)).lastrowid
    else:
        connection.exec_driver_sql(rows.UPDATE_CASE, (*values, n))
        connection.exec_driver_sql(rows.DELETE_SEARCH, (n,))
        connection.exec_driver_sql(rows.DELETE_HOLDINGS, (n,))
        connection.exec_driver_sql(rows.DELETE_ATTACHMENTS, (case.id,))
    connection.exec_driver_sql(rows.INSERT_SEARCH, (n, search_words(case)))
    for holding in holding_values(case, due_at):
        connection.exec_driver_sql(rows.INSERT_HOLDING, (n, *holding))
    for file_hash, size in sealed_files(folded).items():
        connection.exec_driver_sql(rows.INSERT_ATTACHMENT, (file_hash, case.id, size))
    people.project(connection, n, case, again=again)


def clear(connection: Connection) -> None:
    """Throw all projections away."""
    for table in ("cases", "holdings", "attachments"):
        connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 (names of ours)
    people.clear(connection)
    connection.exec_driver_sql("INSERT INTO case_search(case_search) VALUES ('delete-all')")


def holding_values(case: Case, due_at: str | None) -> list[tuple[object, ...]]:
    """The rows of `holdings` after n, in the columns' order: one for each who has the file, by slot."""
    if case.destroyed:
        return []
    rows_of_now: list[tuple[object, ...]] = [
        (
            stay.holder.slot,
            stay.holder.position,
            stay.holder.role,
            stay.holder.step,
            int(stay.holder.external),
            stay.since,
            int(stay.holder.seen),
            URGENCIES.index(stay.holder.urgency),
            stay.holder.deadline,
            _rank(due_at, stay.holder.deadline, stay.since),
        )
        for stay in case.journey.now
    ]
    return sorted(rows_of_now, key=lambda row: str(row[0]))


NEVER = 1 << 40
"""The rank of a file that nothing is due for: after all others."""


def _rank(due_at: str | None, deadline: str | None, since: str) -> int:
    """The second by which something is expected; a deadline's day ends in the zone that the office writes in."""
    due = _seconds(due_at) if due_at else NEVER
    return min(due, _seconds(f"{deadline}T23:59:59{since[-6:]}") or NEVER) if deadline else due


def sealed_files(folded: Folded) -> dict[str, int]:
    """Which sealed files the case needs: hash → sealed bytes."""
    return {file_hash: size + FILE_OVERHEAD for file_hash, size in files_needed(folded.fields).items()}


def search_words(case: Case) -> str:
    """What a case is found by, folded: names, places, numbers. Identity numbers have their own index."""
    names = [case.applicant.name, case.applicant.contact, *(someone.name for someone in case.beneficiaries)]
    places = [case.applicant.address.village, case.applicant.address.district]
    reference = [case.external_reference.number] if case.external_reference else []
    numbers = [case.registration_number, case.tracking_code, *reference]
    return fold_spelling(" ".join(text for text in (*names, *places, *numbers) if text))


def row_values(case: Case, folded: Folded, due_at: str | None) -> tuple[object, ...]:
    """The columns of `cases` after n and id, in their order."""
    intake_key = folded.fields.get("intake_key")
    journey = case.journey
    stays, stood = journey.now, journey.stands_since
    return (
        case.registration_number,
        case.tracking_code,
        case.service,
        case.state,
        case.counter,
        case.applicant.name,
        case.applicant.nik,
        case.applicant.kk,
        case.applicant.sex or "",
        case.applicant.address.district,
        case.applicant.address.village,
        _seconds(case.received_at),
        case.received_at,
        due_at,
        case.completed_at,
        intake_key if isinstance(intake_key, str) else None,
        int(bool(case.conflicts)),
        int(case.read_only),
        int(case.destroyed),
        case.ready_at,
        " · ".join(stay.holder.position for stay in stays),
        stays[0].since if stays else None,
        stood.isoformat() if stood and case.movement.paused else None,
        case.applicant.birth_date,
    )


def _seconds(moment: str) -> int:
    try:
        return int(datetime.fromisoformat(moment).timestamp())
    except ValueError:
        return 0
