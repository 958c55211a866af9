"""Reading and writing the journal inside one transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from desk.domain.errors import StoreError
from desk.domain.event import Envelope, OpenEvent, canonical, decode, digest
from desk.models import rows
from desk.models.connection import Connection
from desk.models.seal import new_key, seal, unseal


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as it lies in the journal: exact bytes, and its place in the order of arrival."""

    arrival: int
    envelope: bytes
    sealed: bytes | None


def case_key(connection: Connection, case_id: str) -> bytes | None:
    """The key of a case, None when it was destroyed or never came."""
    key: bytes | None = connection.exec_driver_sql(rows.KEY_OF, (case_id,)).scalar()
    return key


def make_case_key(connection: Connection, case_id: str) -> bytes:
    """A key for a new case."""
    key = new_key()
    connection.exec_driver_sql(rows.INSERT_KEY, (case_id, key, None))
    return key


def append(connection: Connection, envelope: Envelope, sealed: bytes | None) -> bytes:
    """Write an event at the end of the journal; returns the envelope's exact bytes."""
    content = envelope.encode()
    arrival = connection.exec_driver_sql(
        rows.INSERT_EVENT, (None, envelope.id, envelope.device, envelope.seq, envelope.kind, content, sealed)
    ).lastrowid
    for subject in envelope.subjects:
        connection.exec_driver_sql(rows.INSERT_SUBJECT, (subject, arrival))
    return content


def stored_of(connection: Connection, subject: str) -> list[Stored]:
    """A subject's events in order of arrival."""
    return [Stored(*row) for row in connection.exec_driver_sql(rows.EVENTS_OF, (subject,)).tuples()]


def opened(stored: Stored, key: bytes | None) -> OpenEvent:
    """The event with its payload, None where the key doesn't open it or is gone, or what it opens is no payload.

    Raises:
        StoreError: the envelope's bytes are damaged.
    """
    try:
        envelope = decode(stored.envelope)
    except ValueError as error:
        template = "Kejadian ke-{arrival} dalam jurnal rusak. Jalankan `desk verify`, lalu pulihkan dari cadangan."
        raise StoreError("store_damaged", template, arrival=stored.arrival) from error
    content = unseal(key, envelope.id, stored.sealed) if key and stored.sealed else None
    return OpenEvent(envelope, None if content is None else _payload(content))


def _payload(content: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def sealed_data(key: bytes, event_id: str, data: dict[str, object]) -> tuple[bytes | None, str | None]:
    """(sealed bytes, their hash) for a payload; nothing for an empty one."""
    if not data:
        return None, None
    content = seal(key, event_id, canonical(data))
    return content, digest(content)
