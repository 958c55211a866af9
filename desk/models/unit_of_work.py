"""The unit of work: one act of an officer, in one transaction."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from desk.domain.attachment import files_ever
from desk.domain.case import Case, case_of
from desk.domain.errors import Refused
from desk.domain.event import CaseId, DeviceId, Envelope, EventId, JsonValue, OpenEvent, digest
from desk.domain.fold import Folded, fold
from desk.models import attachments, journal, rows
from desk.models.connection import Connection
from desk.models.parts import Projected
from desk.models.projection import place_of, project
from desk.models.reckoning import Reckoned, ReckonOf
from desk.models.records import pinned_body
from desk.models.seal import sign

_DEVICE = "SELECT id, office, private_key, seq, lamport, head, last_at FROM device WHERE one = 1"


@dataclass(slots=True)
class _Chain:
    """The end of this device's chain while a transaction adds to it."""

    device: DeviceId
    office: str
    private_key: bytes
    seq: int
    lamport: int
    head: str
    last_at: str


_NOTHING_YET = fold("", ())


class UnitOfWork:
    """What `Store.write()` hands out.

    `append` adds events; at the end of the block each touched case is folded once, its rows are written, and the end
    of the device's chain is signed. Nothing of it is visible before the commit.

    Attributes:
        forgotten: the hashes of sealed files to be removed once it is committed.
    """

    def __init__(self, connection: Connection, reckon_of: ReckonOf) -> None:
        self.connection = connection
        self._reckon_of = reckon_of
        self._chain = _Chain(*connection.exec_driver_sql(_DEVICE).tuples()[0])
        self._signed = self._chain.head
        self._new: set[CaseId] = set()
        self._events: dict[CaseId, list[OpenEvent]] = {}
        self._folded: dict[CaseId, Folded] = {}
        self._cases: dict[CaseId, Case] = {}
        self._reckoned: dict[CaseId, Reckoned] = {}
        self._keys: dict[CaseId, bytes | None] = {}
        self._touched: dict[CaseId, None] = {}
        self.forgotten: frozenset[str] = frozenset()

    @property
    def last_at(self) -> str:
        """Wall time of this device's last act, ISO: what a wrong clock is noticed by."""
        return self._chain.last_at

    def folded(self, case_id: CaseId) -> Folded:
        """The case's state, with what this unit of work has added."""
        if case_id not in self._folded:
            self._folded[case_id] = fold(case_id, self._events_of(case_id))
        return self._folded[case_id]

    def case(self, case_id: CaseId) -> Case:
        """The case, with what this unit of work has added."""
        if case_id not in self._cases:
            self._cases[case_id] = case_of(case_id, self.folded(case_id))
        return self._cases[case_id]

    def due_at(self, case_id: CaseId) -> str | None:
        """When the case is promised, as ISO text; None where it is not."""
        return self._reckoning(case_id).due_at

    def new_case(self) -> CaseId:
        """The id of a new case, with its key made."""
        case_id = CaseId(new_id())
        self._new.add(case_id)
        self._events[case_id] = []
        self._folded[case_id] = _NOTHING_YET
        self._keys[case_id] = journal.make_case_key(self.connection, case_id)
        return case_id

    def append(
        self,
        case_id: CaseId,
        kind: str,
        facts: Mapping[str, JsonValue],
        data: Mapping[str, JsonValue],
        *,
        at: str,
        officer: str,
        recorder: str,
    ) -> EventId:
        """Add one event to the case's history.

        Raises:
            Refused: the case is read-only here, its data was destroyed, or its key isn't here.
        """
        known = self.folded(case_id)
        key = self.sealing_key(case_id) if data else self._key_to_add(case_id)
        event_id = EventId(new_id())
        sealed, seal_hash = journal.sealed_data(key, event_id, dict(data)) if key else (None, None)
        chain = self._chain
        envelope = Envelope(
            id=event_id,
            office=chain.office,
            subjects=(case_id,),
            device=chain.device,
            seq=chain.seq + 1,
            prev=chain.head,
            lamport=max(chain.lamport, known.lamport) + 1,
            heads={case_id: known.heads} if known.heads else {},
            kind=kind,
            version=1,
            reader=1,
            at=at,
            officer=officer,
            recorder=recorder,
            facts=dict(facts),
            seal=seal_hash,
        )
        content = journal.append(self.connection, envelope, sealed)
        chain.seq, chain.lamport, chain.head, chain.last_at = envelope.seq, envelope.lamport, digest(content), at
        self._events_of(case_id).append(OpenEvent(envelope, data))
        for known_before in (self._folded, self._cases, self._reckoned):
            known_before.pop(case_id, None)
        self._touched[case_id] = None
        return event_id

    def sealing_key(self, case_id: CaseId) -> bytes:
        """The key of a case that may be added to.

        Raises:
            Refused: the case is read-only here, its data was destroyed, or its key isn't here.
        """
        key = self._key_to_add(case_id)
        if key is None:
            raise Refused("case_sealed", "Kunci berkas ini tidak ada di loket ini, jadi isinya tidak bisa ditambah.")
        return key

    def destroy_key(self, case_id: CaseId, at: str) -> None:
        """Forget the case's key, purge its seals and remove its files; the envelopes, and with them the counts, stay."""
        self.forgotten |= files_ever(self._events_of(case_id)) | attachments.of_case(self.connection, case_id)
        self.connection.exec_driver_sql(
            'UPDATE case_keys SET "key" = NULL, destroyed_at = ? WHERE case_id = ?', (at, case_id)
        )
        self.connection.exec_driver_sql(
            "UPDATE events SET sealed = NULL WHERE arrival IN (SELECT arrival FROM event_subjects WHERE subject = ?)",
            (case_id,),
        )
        self._touched[case_id] = None

    def next_number(self, series: str, year: int) -> int:
        """The next number of a series: given once, in the transaction that uses it, so that none is lost or doubled."""
        given = self.connection.exec_driver_sql(
            "INSERT INTO series (name, year, last) VALUES (?, ?, 1)"
            " ON CONFLICT (name, year) DO UPDATE SET last = last + 1 RETURNING last",
            (series, year),
        )
        return cast("int", given.scalar_one())

    def latest_year(self, series: str) -> int | None:
        """The latest year in which that series has given a number."""
        found = self.connection.exec_driver_sql("SELECT max(year) FROM series WHERE name = ?", (series,))
        return cast("int | None", found.scalar())

    def pin(self, content_hash: str, kind: str, name: str, body: bytes) -> None:
        """Keep an office document by its content, once."""
        if self.connection.exec_driver_sql("SELECT 1 FROM pinned WHERE hash = ?", (content_hash,)).scalar() is None:
            self.connection.exec_driver_sql(
                "INSERT INTO pinned (hash, kind, name, body) VALUES (?, ?, ?, ?)", (content_hash, kind, name, body)
            )

    def touch(self, case_id: CaseId) -> None:
        """Have the case projected again at the end."""
        self._touched[case_id] = None

    def let_go(self) -> None:
        """Project what was touched so far and forget every case: what goes through thousands needs room for a few."""
        self._project()
        for known in (self._events, self._folded, self._cases, self._reckoned, self._keys, self._touched, self._new):
            known.clear()

    def finish(self) -> None:
        """Project what was touched and sign the chain's end; the caller commits."""
        self._project()
        chain = self._chain
        if chain.head == self._signed:
            return
        self.connection.exec_driver_sql(
            rows.UPDATE_HEAD,
            (chain.seq, chain.lamport, chain.head, sign(chain.private_key, chain.head), chain.last_at),
        )

    def _reckoning(self, case_id: CaseId) -> Reckoned:
        if case_id not in self._reckoned:
            self._reckoned[case_id] = self._reckon(self.case(case_id))
        return self._reckoned[case_id]

    def _reckon(self, case: Case) -> Reckoned:
        return self._reckon_of(case, partial(pinned_body, self.connection))

    def _project(self) -> None:
        for case_id in self._touched:
            place = None if case_id in self._new else place_of(self.connection, case_id)
            case, now = self.case(case_id), self._reckoning(case_id)
            project(self.connection, place, Projected(case, self.folded(case_id), self._reckon, now))

    def _key_to_add(self, case_id: CaseId) -> bytes | None:
        known = self.folded(case_id)
        if known.read_only:
            raise Refused(
                "case_read_only", "Berkas ini memuat hal yang belum dikenal Desk versi ini; perbarui Desk dulu."
            )
        if known.destroyed:
            raise Refused("case_destroyed", "Data berkas ini sudah dimusnahkan; yang tersisa hanya hitungannya.")
        return self._keys[case_id]

    def _events_of(self, case_id: CaseId) -> list[OpenEvent]:
        if case_id not in self._events:
            self._keys[case_id] = key = journal.case_key(self.connection, case_id)
            stored = journal.stored_of(self.connection, case_id)
            self._events[case_id] = [journal.opened(event, key) for event in stored]
        return self._events[case_id]


def new_id() -> str:
    """A UUIDv7 (RFC 9562): sortable by the millisecond it was made in, 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000 & (1 << 48) - 1
    random = secrets.randbits(74)
    number = milliseconds << 80 | 0x7 << 76 | random >> 62 << 64 | 0b10 << 62 | random & (1 << 62) - 1
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
