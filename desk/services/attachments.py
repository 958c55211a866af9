"""Attachments of a case: add, take off, put back, look at, take out. Decision 016 says how they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from desk.domain.attachment import (
    FIELD,
    Attachment,
    Prepared,
    attachments_of,
    files_ever,
    files_needed,
    new_id,
    register_of,
)
from desk.domain.case import Case, case_of
from desk.domain.errors import NotFound, Refused
from desk.domain.event import CaseId, JsonValue, digest
from desk.domain.fold import Folded, fold
from desk.domain.intake_reader import clean_text
from desk.domain.route import route_of, step_of
from desk.models import journal, queries
from desk.models.connection import Connection
from desk.services import audit, guard
from desk.services.counter import Counter
from desk.services.outfile import write_whole

NOTE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Added:
    """An attachment; `already` where the same file was attached to the same place before, so that nothing was added."""

    attachment: Attachment
    already: bool


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was removed from the disk for good."""

    files: int
    bytes: int


def of_case(counter: Counter, case_id: CaseId) -> tuple[Attachment, ...]:
    """The case's attachments, in the order they were added."""
    return whole(counter, case_id)[1]


def whole(counter: Counter, case_id: CaseId) -> tuple[Case, tuple[Attachment, ...]]:
    """The case and its attachments, of one moment."""
    with counter.store.read() as connection:
        folded = queries.folded(connection, case_id)
    return case_of(case_id, folded), attachments_of(folded.fields)


def lines(counter: Counter, case: Case) -> list[dict[str, Any]]:
    """The case's attachments as the command line tells them."""
    if all(entry.kind != "attachment_added" for entry in case.history):
        return []
    return [line(attachment) for attachment in of_case(counter, case.id)]


def line(attachment: Attachment) -> dict[str, Any]:
    """An attachment as the command line tells it."""
    told = asdict(attachment)
    told["pixels"] = list(attachment.pixels) if attachment.pixels else None
    return told


def add(
    counter: Counter,
    case_id: CaseId,
    prepared: Prepared,
    *,
    requirement: str | None = None,
    step: str | None = None,
    visit: str | None = None,
    note: str = "",
) -> Added:
    """Attach a file that `media.prepare` has looked into. The same file at the same place is one attachment.

    Raises:
        Refused: the service has no such requirement or step, the case no such visit; the case can't be added to. StoreError: the disk is full.
    """
    store, now = counter.store, counter.now().isoformat()
    made = Attachment(
        id="",
        name=prepared.name,
        media=prepared.media,
        size=len(prepared.body),
        hash="",
        content=digest(prepared.body),
        pixels=prepared.pixels,
        pages=prepared.pages,
        requirement=requirement or None,
        step=step or None,
        visit=visit or None,
        note=clean_text(note, "note", limit=NOTE_LIMIT),
        shrunk_from=prepared.shrunk_from,
        added_at=now,
        by=counter.officer,
    )
    with store.write() as work:
        key = work.sealing_key(case_id)
        _check_place(counter, work.case(case_id), made)
        store.files.settle(work.connection)
        made = replace(made, hash=store.files.put(key, prepared.body))
        fields = work.folded(case_id).fields
        twin = _twin(fields, made)
        if twin is None:
            made = replace(made, id=new_id(counter.random, _ids(fields)))
            field, value = register_of(made)
            told = " · ".join(part for part in (made.name, made.note) if part)
            data: dict[str, JsonValue] = {field: value, "note": told}
            work.append(
                case_id, "attachment_added", {}, data, at=now, officer=counter.officer, recorder=counter.officer
            )
    store.files.settled(made.hash)
    store.files.keep_thumbnail(made.hash, key, prepared.thumbnail)
    return Added(twin or made, already=twin is not None)


def remove(counter: Counter, case_id: CaseId, attachment_id: str, reason: str) -> Attachment:
    """Take an attachment off the case, with the reason. The sealed file stays, so that it can be put back.

    Raises:
        NotFound: the case has no such attachment. Refused: no reason, or the case can't be added to.
    """
    reason = clean_text(reason, "reason", limit=NOTE_LIMIT)
    if not reason:
        raise Refused("reason_missing", "Tulis alasan melepas lampiran; alasannya ikut di riwayat.", field="reason")
    with counter.store.write() as work:
        found = _find(work.case(case_id), work.folded(case_id), attachment_id)
        data: dict[str, JsonValue] = {f"{FIELD}{found.id}": None, "note": f"{found.name} · {reason}"}
        at, officer = counter.now().isoformat(), counter.officer
        work.append(case_id, "attachment_removed", {}, data, at=at, officer=officer, recorder=officer)
    return found


def put_back(counter: Counter, case_id: CaseId, attachment: Attachment) -> None:
    """Undo `remove`.

    Raises:
        StoreError: the file is gone meanwhile. Refused: the case can't be added to.
    """
    with counter.store.write() as work:
        key = work.sealing_key(case_id)
        field, value = register_of(attachment)
        if work.folded(case_id).fields.get(field) is not None:
            return
        counter.store.files.read(attachment.hash, key)
        data: dict[str, JsonValue] = {field: value, "note": attachment.name}
        at, officer = counter.now().isoformat(), counter.officer
        work.append(case_id, "attachment_added", {}, data, at=at, officer=officer, recorder=officer)


def open_body(
    counter: Counter, case_id: CaseId, attachment_id: str, action: Literal["open", "export"] = "open"
) -> tuple[Attachment, bytes]:
    """The attachment and the file itself. Opening one of a guarded service, and taking out any, is in the audit trail
    before a byte of it is seen; its id stands there, as the trail outlives a case that is destroyed.

    Raises:
        NotFound: the case has no such attachment. Refused: its key isn't here. StoreError: missing or damaged, or the
            look can't be written down.
    """
    with counter.store.read() as connection:
        folded = queries.folded(connection, case_id)
        case = case_of(case_id, folded)
        found = _find(case, folded, attachment_id)
        key = _key(connection, case_id)
    if action == "export":
        audit.record(counter, "export", case_id, f"{FIELD}{found.id}")
    else:
        guard.attachment(counter, case, found.id)
    return found, counter.store.files.read(found.hash, key)


def export(counter: Counter, case_id: CaseId, attachment_id: str, target: Path) -> Attachment:
    """Write the file itself to a place outside of Desk, whole or not at all.

    Raises:
        As `open_body`. Refused: the place can't be written.
    """
    found, body = open_body(counter, case_id, attachment_id, "export")
    write_whole(target, body)
    return found


def thumbnail(counter: Counter, case_id: CaseId, attachment: Attachment) -> bytes:
    """The small picture (a JPEG); made again where it is missing.

    Raises:
        Refused, StoreError: as `open_body`.
    """
    with counter.store.read() as connection:
        key = _key(connection, case_id)
    kept = counter.store.files.thumbnail(attachment.hash, key)
    if kept is None:
        from desk.services import media  # noqa: PLC0415 (a library of pictures, which a list seldom needs)

        kept = media.thumbnail(attachment.name, counter.store.files.read(attachment.hash, key))
        counter.store.files.keep_thumbnail(attachment.hash, key, kept)
    return kept


def prune(counter: Counter) -> Pruned:
    """Remove from the disk what was taken off its case. Cases that are not wholly read here are left alone."""
    gone: set[str] = set()
    with counter.store.read() as connection:
        for case_id in queries.with_event(connection, "attachment_removed"):
            events = queries.events_of(connection, case_id)
            folded = fold(case_id, events)
            if not (folded.read_only or folded.waiting or folded.sealed):
                gone |= files_ever(events) - files_needed(folded.fields).keys() - _contended(folded)
    store = counter.store.files
    present = {
        file_hash: store.place(file_hash).stat().st_size for file_hash in gone if store.place(file_hash).exists()
    }
    store.mark(present)
    store.forget(present)
    return Pruned(len(present), sum(present.values()))


def _check_place(counter: Counter, case: Case, attachment: Attachment) -> None:
    if attachment.visit is not None and all(visit.id != attachment.visit for visit in case.proceedings.visits):
        template = "Berkas {number} tidak punya kunjungan lapangan '{name}'."
        number = case.registration_number
        raise Refused("visit_unknown", template, field="visit", number=number, name=attachment.visit)
    if attachment.requirement is None and attachment.step is None:
        return
    service = counter.service_of(case)
    if attachment.requirement is not None and service.requirement(attachment.requirement) is None:
        known = ", ".join(requirement.id for requirement in service.every_requirement())
        template = "Layanan {service} tidak punya persyaratan '{name}'; yang ada: {known}."
        name = attachment.requirement
        raise Refused("requirement_unknown", template, field="requirement", service=service.id, name=name, known=known)
    if attachment.step is not None and step_of(service, attachment.step) is None:
        known = ", ".join(step.key for step in route_of(service))
        template = "Alur layanan {service} tidak punya langkah '{name}'; yang ada: {known}."
        name = attachment.step
        raise Refused("step_unknown", template, field="step", service=service.id, name=name, known=known)


def _twin(fields: Mapping[str, JsonValue], made: Attachment) -> Attachment | None:
    """The same file at the same place, where it is attached already."""
    same = (found for found in attachments_of(fields) if (found.content, found.place) == (made.content, made.place))
    return next(same, None)


def _ids(fields: Mapping[str, JsonValue]) -> list[str]:
    return [name.removeprefix(FIELD) for name in fields if name.startswith(FIELD)]


def _contended(folded: Folded) -> frozenset[str]:
    """Hashes that somebody may still choose when a conflict is settled."""
    values = ({name: rival.value} for name, rivals in folded.conflicts.items() for rival in rivals)
    return frozenset(file_hash for value in values for file_hash in files_needed(value))


def _find(case: Case, folded: Folded, attachment_id: str) -> Attachment:
    wanted = attachment_id.strip().upper()
    for found in attachments_of(folded.fields):
        if found.id == wanted:
            return found
    template = "Berkas {number} tidak punya lampiran '{name}'; lihat daftarnya dengan `desk attachments`."
    raise NotFound(
        "attachment_unknown", template, field="attachment", number=case.registration_number, name=attachment_id
    )


def _key(connection: Connection, case_id: CaseId) -> bytes:
    key = journal.case_key(connection, case_id)
    if key is None:
        template = "Kunci berkas ini tidak ada di loket ini, jadi lampirannya tidak bisa dibuka."
        raise Refused("case_sealed", template, field="attachment")
    return key
