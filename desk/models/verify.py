"""Looking for damage: the file's own integrity, every device's chain, every seal, and projections against journal.

Opens even a damaged store, read-only, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from desk.domain.case import Case, case_of
from desk.domain.errors import StoreError
from desk.domain.event import GENESIS, CaseId, Envelope, decode, digest
from desk.domain.fold import Folded
from desk.models import queries
from desk.models import rows as statements
from desk.models.connection import Connection, Fault
from desk.models.parts import Projected
from desk.models.projection import PARTS, clear, mark_current, project, row_values, search_words
from desk.models.reckoning import Reckoned, ReckonOf
from desk.models.records import pinned_body
from desk.models.seal import signed_by, unseal


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found: its kind, where, and a sentence."""

    kind: str
    where: str
    message: str


Progress = Callable[[int, int], bool]
"""(done, total) → whether to go on."""


def problems(
    connection: Connection, reckon_of: ReckonOf, progress: Progress = lambda _done, _total: True
) -> list[Problem]:
    """Everything wrong with what a file of sound pages says, [] when it is sound too."""
    try:
        return [*_journal(connection, progress), *_documents(connection), *_projections(connection, reckon_of)]
    except Fault as error:
        return [Problem("store", "desk.db", f"Data tidak bisa dibaca sampai habis: {error}")]


def file_problems(connection: Connection) -> list[Problem]:
    """What is wrong with the file as such: pages whose seal is broken, else the order between them."""
    lines = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars()
    if lines:
        found = [Problem("page", "desk.db", f"Halaman data rusak: {line}") for line in lines[:PAGES_NAMED]]
        if len(lines) > PAGES_NAMED:
            found.append(Problem("page", "desk.db", f"… dan {len(lines) - PAGES_NAMED} halaman lain"))
        return found
    try:
        lines = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    except Fault as error:
        return [Problem("integrity", "desk.db", f"Susunan data tidak terbaca: {error}")]
    return [Problem("integrity", "desk.db", f"Susunan data rusak: {line}") for line in lines if line != "ok"]


PAGES_NAMED = 20


@dataclass(slots=True)
class _End:
    """The end of one device's chain, as far as it was read: several hashes only where the device forked."""

    device: str
    seq: int = 0
    heads: frozenset[str] = frozenset({GENESIS})
    lamport: int = 0


class _Read:
    """What reading the journal gathers, to be held against the rest of the store.

    Attributes:
        own: this device's id, and the end of its chain once it was read.
        subjects: a sum over (arrival, subject) pairs, equal to that of the index when both hold the same.
        pinned: hashes of the service versions that this device's cases were registered under.
    """

    def __init__(self, connection: Connection, own: str) -> None:
        self.connection = connection
        self.own = _End(own)
        self.subjects = 0
        self.pinned: set[str] = set()
        self._keys: dict[str, tuple[bytes | None, bool]] = {}

    def key(self, case_id: str) -> tuple[bytes | None, bool]:
        """(the case's key, whether it was destroyed); (None, False) for one that never came."""
        if case_id not in self._keys:
            if len(self._keys) > KEYS_AT_ONCE:
                self._keys.clear()
            row = self.connection.exec_driver_sql(
                'SELECT "key", destroyed_at FROM case_keys WHERE case_id = ?', (case_id,)
            ).one_or_none()
            self._keys[case_id] = (None, False) if row is None else (row.key, row.destroyed_at is not None)
        return self._keys[case_id]


KEYS_AT_ONCE = 1000

_EVENTS = "SELECT arrival, id, device, seq, kind, envelope, sealed FROM events ORDER BY device, seq, arrival"


def _journal(connection: Connection, progress: Progress) -> Iterator[Problem]:
    """Each device's events are 1, 2, 3 …, each names the hash of the one before, and every seal is its event's."""
    total = connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one()
    device = connection.exec_driver_sql("SELECT * FROM device WHERE one = 1").one()
    read = _Read(connection, device.id)
    end = _End("")
    for done, row in enumerate(connection.exec_driver_sql(_EVENTS)):
        if done % 1000 == 0 and not progress(done, total):
            return
        if row.device != end.device:
            end = read.own if row.device == device.id else _End(row.device)
        try:
            envelope = decode(row.envelope)
        except ValueError as error:
            yield Problem("event", f"events/{row.arrival}", f"Kejadian ke-{row.arrival} tidak terbaca: {error}")
            end.seq, end.heads = row.seq, frozenset({digest(row.envelope)})
            continue
        yield from _columns(envelope, row)
        yield from _link(envelope, row, end)
        yield from _seal(envelope, row, read)
        read.subjects += sum(hash((row.arrival, subject)) for subject in envelope.subjects)
        if envelope.device == device.id and isinstance(version := envelope.facts.get("service_hash"), str):
            read.pinned.add(version)
    yield from _end_of_own(read.own, device)
    yield from _subjects(read)
    for content_hash in sorted(read.pinned):
        if pinned_body(connection, content_hash) is None:
            yield Problem("pinned", f"pinned/{content_hash}", "Standar layanan yang dipakai berkas di sini hilang")


def _columns(envelope: Envelope, row: Any) -> Iterator[Problem]:
    if (envelope.id, envelope.device, envelope.seq, envelope.kind) != (row.id, row.device, row.seq, row.kind):
        yield Problem("columns", f"events/{row.arrival}", f"Kolom kejadian ke-{row.arrival} tidak sesuai amplopnya")


def _link(envelope: Envelope, row: Any, end: _End) -> Iterator[Problem]:
    where = f"events/{row.arrival}"
    content_hash = digest(row.envelope)
    if row.seq == end.seq:
        yield Problem("fork", where, f"Perangkat {row.device} memberi nomor {row.seq} dua kali")
        end.heads |= {content_hash}
        return
    if row.seq != end.seq + 1:
        yield Problem("gap", where, f"Kejadian {end.seq + 1} perangkat {row.device} hilang")
    elif envelope.prev not in end.heads:
        yield Problem("chain", where, f"Kejadian {row.seq} perangkat {row.device} tidak menyambung rantainya")
    end.seq, end.heads, end.lamport = row.seq, frozenset({content_hash}), envelope.lamport


def _end_of_own(own: _End, device: Any) -> Iterator[Problem]:
    if own.seq != device.seq or device.head not in own.heads or own.lamport > device.lamport:
        yield Problem(
            "chain_end", "device", f"Ujung rantai kejadian ({own.seq}) tidak sama dengan catatan ({device.seq})"
        )
    if not signed_by(device.private_key, device.head, device.signature):
        yield Problem("signature", "device", "Tanda tangan ujung rantai kejadian tidak cocok")


def _seal(envelope: Envelope, row: Any, read: _Read) -> Iterator[Problem]:
    where = f"events/{row.arrival}"
    if row.sealed is not None and digest(row.sealed) != envelope.seal:
        yield Problem("seal", where, f"Isi tersegel kejadian ke-{row.arrival} berubah")
        return
    if envelope.seal is None or not envelope.subjects:
        return
    key, destroyed = read.key(envelope.subjects[0])
    if key is None:
        if not destroyed and envelope.device == read.own.device:
            yield Problem("key", where, f"Kunci isi kejadian ke-{row.arrival} hilang")
    elif row.sealed is None:
        yield Problem("seal", where, f"Isi tersegel kejadian ke-{row.arrival} hilang")
    elif unseal(key, envelope.id, row.sealed) is None:
        yield Problem("seal", where, f"Isi tersegel kejadian ke-{row.arrival} tidak terbuka oleh kunci berkasnya")


def _subjects(read: _Read) -> Iterator[Problem]:
    """The index from cases to events holds what the envelopes say, no more and no less."""
    pairs = read.connection.exec_driver_sql("SELECT arrival, subject FROM event_subjects")
    if sum(hash((row.arrival, row.subject)) for row in pairs) != read.subjects:
        yield Problem("subject", "event_subjects", "Daftar kejadian tiap berkas tidak sesuai jurnal")


def _documents(connection: Connection) -> Iterator[Problem]:
    """Office documents are what their hash says, and none that is named is missing."""
    for row in connection.exec_driver_sql("SELECT hash, name, body FROM pinned"):
        if digest(row.body) != row.hash:
            yield Problem("pinned", f"pinned/{row.hash}", f"Dokumen {row.name} berubah")
    lost = "SELECT name, version FROM office_files WHERE hash IS NOT NULL AND hash NOT IN (SELECT hash FROM pinned)"
    for row in connection.exec_driver_sql(lost):
        yield Problem("pinned", f"office_files/{row.name}", f"Isi versi {row.version} dari {row.name} hilang")


def _projections(connection: Connection, reckon_of: ReckonOf) -> Iterator[Problem]:
    """Every case has exactly the rows that its events give, in every table, and no row is anybody else's."""
    found = connection.exec_driver_sql(f"SELECT {', '.join(statements.CASES)} FROM cases")  # noqa: S608 (ours)
    rows = {row[1]: row for row in found.tuples()}
    for case_id in queries.every_case(connection):
        try:
            folded = queries.folded(connection, case_id)
        except StoreError:  # an event of it is damaged, which was said above
            rows.pop(case_id, None)
            continue
        if folded.history:
            projected = _projected(connection, case_id, folded, reckon_of)
            yield from _listed(connection, projected, rows.pop(case_id, (0, "")))
    for case_id in rows:
        yield Problem("projection", f"cases/{case_id}", "Daftar memuat berkas yang tidak ada di jurnal")
    for part in PARTS:
        for n in part.strays(connection):
            yield Problem("projection", f"{part.table}/{n}", "Daftar memuat berkas yang tidak ada di jurnal")


def _listed(connection: Connection, projected: Projected, row: tuple[Any, ...]) -> Iterator[Problem]:
    """What is wrong with the rows of one case."""
    case, (n, _, *values) = projected.case, row
    number = case.registration_number
    if tuple(values) != row_values(projected):
        yield Problem("projection", f"cases/{case.id}", f"Daftar tidak sesuai jurnal untuk {number}")
        return
    for part in PARTS:
        if not part.agrees(connection, n, projected):
            yield Problem("projection", f"{part.table}/{case.id}", part.wrong.format(number=number))
    if not _searchable(connection, n, search_words(case)):
        yield Problem("search", f"cases/{case.id}", f"Pencarian tidak memuat {number}")


def _projected(connection: Connection, case_id: CaseId, folded: Folded, reckon_of: ReckonOf) -> Projected:
    def reckon(case: Case) -> Reckoned:
        return reckon_of(case, partial(pinned_body, connection))

    case = case_of(case_id, folded)
    return Projected(case, folded, reckon, reckon(case))


def _searchable(connection: Connection, n: int, words: str) -> bool:
    expression = queries.match_expression(words)
    if not expression:
        return True
    found = connection.exec_driver_sql(
        "SELECT 1 FROM case_search WHERE case_search MATCH ? AND rowid = ?", (expression, n)
    )
    return found.scalar() is not None


def rebuild(connection: Connection, reckon_of: ReckonOf) -> int:
    """Throw the projections away and make them again from the journal, in the order cases first arrived."""
    clear(connection)
    order = connection.exec_driver_sql("SELECT subject FROM event_subjects GROUP BY subject ORDER BY min(arrival)")
    done = 0
    for (subject,) in order.all():
        case_id = CaseId(subject)
        folded = queries.folded(connection, case_id)
        if folded.history:
            project(connection, None, _projected(connection, case_id, folded, reckon_of))
            done += 1
    mark_current(connection)
    return done


def projection_digest(connection: Connection) -> str:
    """A hash over all projected rows, apart from the local numbers they have."""
    columns = ", ".join(column for column in statements.CASES if column != "n")
    cases = connection.exec_driver_sql(f"SELECT {columns} FROM cases ORDER BY id")  # noqa: S608 (names of ours)
    lines = [repr(tuple(row)) for row in cases]
    for part in PARTS:
        lines += part.lines(connection)
    return digest("\n".join(lines).encode())
