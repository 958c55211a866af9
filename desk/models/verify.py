"""Looking for damage: the file's own integrity, every device's chain, every seal, and projections against journal.

Opens even a damaged store, read-only, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desk.domain.case import case_of
from desk.domain.event import GENESIS, CaseId, Envelope, decode, digest
from desk.models import journal, queries
from desk.models import tables as t
from desk.models.projection import clear, project, search_words
from desk.models.records import pinned_body
from desk.models.seal import signed_by, unseal
from desk.models.unit_of_work import DueOf


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found: its kind, where, and a sentence."""

    kind: str
    where: str
    message: str


Progress = Callable[[int, int], bool]
"""(done, total) → whether to go on."""


def problems(connection: Connection, due_of: DueOf, progress: Progress = lambda _done, _total: True) -> list[Problem]:
    """Everything wrong with the store, [] when it is sound."""
    found = list(file_problems(connection))
    if found:
        return found
    try:
        return [*_chains(connection, progress), *_projections(connection, due_of)]
    except DBAPIError as error:
        return [Problem("store", "desk.db", f"Data tidak bisa dibaca sampai habis: {error.orig}")]


def file_problems(connection: Connection) -> Iterator[Problem]:
    """What is wrong with the file as such, page by page."""
    try:
        for (line,) in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
            yield Problem("page", "desk.db", f"Halaman data rusak: {line}")
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield Problem("integrity", "desk.db", f"Susunan data rusak: {line}")
    except DBAPIError as error:
        yield Problem("store", "desk.db", f"Data tidak bisa dibaca: {error.orig}")


@dataclass(slots=True)
class _End:
    seq: int = 0
    head: str = GENESIS


def _chains(connection: Connection, progress: Progress) -> Iterator[Problem]:
    """Each device's events are 1, 2, 3 … and each names the hash of the one before."""
    total = connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one()
    ends: dict[str, _End] = {}
    keys: dict[str, bytes | None] = {}
    seen: dict[str, dict[int, str]] = {}
    for done, stored in enumerate(journal.every_event(connection)):
        if done % 1000 == 0 and not progress(done, total):
            return
        try:
            envelope = decode(stored.envelope)
        except ValueError as error:
            yield Problem("event", f"events/{stored.arrival}", f"Kejadian ke-{stored.arrival} tidak terbaca: {error}")
            continue
        yield from _link(envelope, stored, ends.setdefault(envelope.device, _End()), seen)
        yield from _seal(connection, envelope, stored, keys)
    row = connection.exec_driver_sql("SELECT id, private_key, seq, head, signature FROM device WHERE one = 1").one()
    own = ends.get(row.id, _End())
    if (own.seq, own.head) != (row.seq, row.head):
        yield Problem("chain_end", "device", f"Ujung rantai kejadian ({own.seq}) tidak sama dengan catatan ({row.seq})")
    if not signed_by(row.private_key, row.head, row.signature):
        yield Problem("signature", "device", "Tanda tangan ujung rantai kejadian tidak cocok")


def _link(envelope: Envelope, stored: journal.Stored, end: _End, seen: dict[str, dict[int, str]]) -> Iterator[Problem]:
    where = f"events/{stored.arrival}"
    content_hash = digest(stored.envelope)
    other = seen.setdefault(envelope.device, {}).setdefault(envelope.seq, content_hash)
    if other != content_hash:
        yield Problem("fork", where, f"Perangkat {envelope.device} memberi nomor {envelope.seq} dua kali")
        return
    if envelope.seq != end.seq + 1:
        yield Problem("gap", where, f"Kejadian {end.seq + 1} perangkat {envelope.device} hilang")
    elif envelope.prev != end.head:
        yield Problem("chain", where, f"Kejadian {envelope.seq} perangkat {envelope.device} tidak menyambung rantainya")
    end.seq, end.head = envelope.seq, content_hash


def _seal(
    connection: Connection, envelope: Envelope, stored: journal.Stored, keys: dict[str, bytes | None]
) -> Iterator[Problem]:
    where = f"events/{stored.arrival}"
    if stored.sealed is not None and digest(stored.sealed) != envelope.seal:
        yield Problem("seal", where, f"Isi tersegel kejadian ke-{stored.arrival} berubah")
        return
    subject = envelope.subjects[0]
    if subject not in keys:
        keys.clear()  # events of one case stand close together; one key at a time is enough
        keys[subject] = journal.case_key(connection, subject)
    key = keys[subject]
    if key and stored.sealed is not None and unseal(key, envelope.id, stored.sealed) is None:
        yield Problem("seal", where, f"Isi tersegel kejadian ke-{stored.arrival} tidak terbuka oleh kunci berkasnya")
    if key and stored.sealed is None and envelope.seal is not None:
        yield Problem("seal", where, f"Isi tersegel kejadian ke-{stored.arrival} hilang")


def _projections(connection: Connection, due_of: DueOf) -> Iterator[Problem]:
    """Every case has exactly the row that its events give."""
    pinned = partial(pinned_body, connection)
    rows = {row.id: row for row in connection.execute(t.cases.select())}
    for case_id in queries.every_case(connection):
        folded = queries.folded(connection, case_id)
        if not folded.history:
            continue
        case = case_of(case_id, folded)
        row = rows.pop(case_id, None)
        expected = (case.registration_number, case.state, case.applicant.name, case.applicant.nik, due_of(case, pinned))
        if row is None or (row.registration_number, row.state, row.name, row.nik, row.due_at) != expected:
            yield Problem(
                "projection", f"cases/{case_id}", f"Daftar tidak sesuai jurnal untuk {case.registration_number}"
            )
        elif not _searchable(connection, row.n, search_words(case)):
            yield Problem("search", f"cases/{case_id}", f"Pencarian tidak memuat {case.registration_number}")
    for case_id in rows:
        yield Problem("projection", f"cases/{case_id}", "Daftar memuat berkas yang tidak ada di jurnal")


def _searchable(connection: Connection, n: int, words: str) -> bool:
    expression = queries.match_expression(words)
    if not expression:
        return True
    found = connection.exec_driver_sql(
        "SELECT 1 FROM case_search WHERE case_search MATCH ? AND rowid = ?", (expression, n)
    )
    return found.scalar() is not None


def rebuild(connection: Connection, due_of: DueOf) -> int:
    """Throw the projections away and make them again from the journal, in the order cases first arrived."""
    clear(connection)
    order = connection.exec_driver_sql("SELECT subject FROM event_subjects GROUP BY subject ORDER BY min(arrival)")
    done = 0
    for (subject,) in order.all():
        case_id = CaseId(subject)
        folded = queries.folded(connection, case_id)
        if folded.history:
            case = case_of(case_id, folded)
            project(connection, case, folded, due_of(case, partial(pinned_body, connection)))
            done += 1
    return done


def projection_digest(connection: Connection) -> str:
    """A hash over all projected rows, apart from the local numbers they have."""
    lines = connection.exec_driver_sql(
        "SELECT id, registration_number, tracking_code, service, state, counter, name, nik, kk, sex, district, village,"
        " received, received_at, due_at, completed_at, intake_key, conflict, read_only, destroyed FROM cases ORDER BY id"
    )
    return digest("\n".join(repr(tuple(line)) for line in lines).encode())
