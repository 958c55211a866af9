"""Looking for damage among the sealed files: whether each that a case needs is here, whole, and opens."""

from __future__ import annotations

from collections.abc import Iterator

from desk.domain.attachment import files_ever
from desk.domain.errors import StoreError
from desk.domain.event import CaseId, digest
from desk.language import system_reason
from desk.models import attachments, journal, queries
from desk.models.attachments import SealedFiles
from desk.models.connection import Connection, Fault
from desk.models.seal import unseal_file
from desk.models.verify import Problem

KIND, MISSING = "attachment", "hilang"


def problems(connection: Connection, files: SealedFiles) -> list[Problem]:
    """What is wrong with the files that cases need, as far as they should be here."""
    try:
        return list(_files(connection, files))
    except Fault as error:
        return [Problem("store", "desk.db", f"Data tidak bisa dibaca sampai habis: {error}")]


def _files(connection: Connection, files: SealedFiles) -> Iterator[Problem]:
    """Every file is here, is what its address says, and is opened by the key of its case."""
    for case_id, hashes in attachments.every(connection).items():
        key = journal.case_key(connection, case_id)
        for file_hash in hashes:
            said = _wrong(files, file_hash, key)
            if said and (said != MISSING or _is_own(connection, case_id, file_hash)):
                message = f"Isi sebuah lampiran berkas {_number(connection, case_id)} {said}"
                yield Problem(KIND, files.where(file_hash), message)


def notes(connection: Connection, files: SealedFiles) -> Iterator[Problem]:
    """What is no damage and may be said: files that an interrupted act left, and those that are still to arrive."""
    for file_hash in files.in_question():
        if not attachments.needed(connection, file_hash):
            message = "Sisa lampiran yang terputus sebelum tercatat; dihapus sendiri saat lampiran berikutnya disimpan"
            yield Problem(KIND, files.where(file_hash), message)
    for case_id, hashes in attachments.every(connection).items():
        for file_hash in hashes:
            if not files.place(file_hash).exists() and not _is_own(connection, case_id, file_hash):
                message = f"Isi sebuah lampiran berkas {_number(connection, case_id)} dari loket lain belum tiba"
                yield Problem(KIND, files.where(file_hash), message)


def _wrong(files: SealedFiles, file_hash: str, key: bytes | None) -> str:
    """What is wrong with a file; empty where nothing is."""
    try:
        sealed = files.place(file_hash).read_bytes()
    except FileNotFoundError:
        return MISSING
    except OSError as error:
        return f"tidak terbaca ({system_reason(error)})"
    if digest(sealed) != file_hash:
        return "rusak"
    if key is not None and unseal_file(key, sealed) is None:
        return "tidak terbuka oleh kunci berkasnya"
    return ""


def _is_own(connection: Connection, case_id: str, file_hash: str) -> bool:
    """Whether the file was attached at this counter: what others attached may be on its way."""
    own = connection.exec_driver_sql("SELECT id FROM device WHERE one = 1").scalar_one()
    try:
        events = queries.events_of(connection, CaseId(case_id))
    except StoreError:  # the journal is damaged, which is said elsewhere
        return True
    return any(event.envelope.device == own and file_hash in files_ever([event]) for event in events)


def _number(connection: Connection, case_id: str) -> str:
    found = connection.exec_driver_sql("SELECT registration_number FROM cases WHERE id = ?", (case_id,)).scalar()
    return str(found or case_id)
