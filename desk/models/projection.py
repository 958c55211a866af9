"""The rows that lists and searches read, made from a folded case. Thrown away and rebuilt at will."""

from __future__ import annotations

from datetime import datetime

from desk.domain.attachment import files_needed
from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.domain.movement import URGENCIES
from desk.domain.spelling import fold as fold_spelling
from desk.models import people, rows
from desk.models.agenda import AGENDA
from desk.models.connection import Connection
from desk.models.parts import Part, Projected, Row
from desk.models.seal import FILE_OVERHEAD
from desk.models.turns import TURNS

PROJECTED = 1
"""The version of what `project` writes: raised with every change of it that no migration brings."""


def is_current(connection: Connection) -> bool:
    """Whether all rows are what this Desk makes of the journal; after a migration they are not (`models.schema`)."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar_one() == PROJECTED)


def mark_current(connection: Connection) -> None:
    """Say that all rows are what this Desk makes of the journal. Part of the transaction, as the rows are."""
    connection.exec_driver_sql(f"PRAGMA application_id = {PROJECTED}")


def place_of(connection: Connection, case_id: CaseId) -> int | None:
    """The local number of the case's row, None when it has none yet."""
    n: int | None = connection.exec_driver_sql("SELECT n FROM cases WHERE id = ?", (case_id,)).scalar()
    return n


def number_of(connection: Connection, n: int) -> str:
    """The registration number of the case with that local number."""
    found: str = connection.exec_driver_sql("SELECT registration_number FROM cases WHERE n = ?", (n,)).scalar_one()
    return found


def project(connection: Connection, n: int | None, projected: Projected) -> None:
    """Lay a case into every table that lists and searches read: again at its place, or at a new one."""
    values = row_values(projected)
    again = n is not None
    if n is None:
        n = connection.exec_driver_sql(rows.INSERT_CASE, (None, projected.case.id, *values)).lastrowid
    else:
        connection.exec_driver_sql(rows.UPDATE_CASE, (*values, n))
        connection.exec_driver_sql(rows.DELETE_SEARCH, (n,))
    connection.exec_driver_sql(rows.INSERT_SEARCH, (n, search_words(projected.case)))
    for part in PARTS:
        part.write(connection, n, projected, again=again)


def clear(connection: Connection) -> None:
    """Throw all projections away."""
    for part in PARTS:
        part.clear(connection)
    connection.exec_driver_sql("DELETE FROM cases")
    connection.exec_driver_sql("INSERT INTO case_search(case_search) VALUES ('delete-all')")


def _holdings(projected: Projected) -> list[Row]:
    """One row for each who has the file."""
    case, due_at = projected.case, projected.now.due_at
    if case.destroyed:
        return []
    due = _expected(case, due_at)
    return [
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
            _rank(due, stay.holder.deadline, stay.since),
        )
        for stay in case.journey.now
    ]


NEVER = 1 << 40
"""The rank of a file that nothing is due for: after all others."""


def _expected(case: Case, due_at: str | None) -> str | None:
    """Until when the case's holders must be done; None once its product is ready, or while its clock stands in time."""
    stood = case.journey.stands_since
    if due_at is None or case.ready_at or (stood is not None and stood.timestamp() <= _seconds(due_at)):
        return None
    return due_at


def _rank(due_at: str | None, deadline: str | None, since: str) -> int:
    """The second by which something is expected; a deadline's day ends in the zone that the office writes in."""
    due = _seconds(due_at) if due_at else NEVER
    return min(due, _seconds(f"{deadline}T23:59:59{since[-6:]}") or NEVER) if deadline else due


def _files(projected: Projected) -> list[Row]:
    """Which sealed files the case needs, with their sealed bytes."""
    needed = files_needed(projected.folded.fields)
    return [(file_hash, projected.case.id, size + FILE_OVERHEAD) for file_hash, size in needed.items()]


def search_words(case: Case) -> str:
    """What a case is found by, folded: names, places, numbers. Identity numbers have their own index."""
    names = [case.applicant.name, case.applicant.contact, *(someone.name for someone in case.beneficiaries)]
    places = [case.applicant.address.village, case.applicant.address.district]
    reference = [case.external_reference.number] if case.external_reference else []
    numbers = [case.registration_number, case.tracking_code, *reference]
    return fold_spelling(" ".join(text for text in (*names, *places, *numbers) if text))


def row_values(projected: Projected) -> Row:
    """The columns of `cases` after n and id, in their order."""
    case, due_at = projected.case, projected.now.due_at
    intake_key = projected.folded.fields.get("intake_key")
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
        int(bool(case.proceedings.unrecorded)),
    )


def _seconds(moment: str) -> int:
    try:
        return int(datetime.fromisoformat(moment).timestamp())
    except ValueError:
        return 0


PARTS: tuple[Part, ...] = (
    Part("holdings", rows.HOLDINGS[1:], _holdings, "Letak berkas {number} tidak sesuai jurnal"),
    people.BENEFICIARIES,
    Part("attachments", rows.ATTACHMENTS[:-1], _files, "Daftar lampiran berkas {number} tidak sesuai jurnal"),
    TURNS,
    AGENDA,
)
"""Everything that hangs on a case."""
