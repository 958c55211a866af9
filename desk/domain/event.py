"""The event: what happened, as exact bytes. See docs/journal.md.

An envelope is canonical JSON; its bytes are what is hashed, chained, stored and exchanged, so they are made once, here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any, NewType

CaseId = NewType("CaseId", str)
EventId = NewType("EventId", str)
DeviceId = NewType("DeviceId", str)

JsonValue = None | bool | int | str | list[Any] | dict[str, Any]
Writes = Mapping[str, JsonValue]

FOLD_VERSION = 1
"""Events whose `reader` is above this are carried, not read."""

GENESIS = "0" * 64
"""The hash that a device's first event names as its predecessor."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The readable part of an event.

    Attributes:
        seq: the device's own gapless number, from 1.
        prev: hex SHA-256 of the device's previous envelope, `GENESIS` for the first.
        lamport: above that of every event the device knew.
        heads: for each subject, the ids of its latest events that the device knew.
        reader: the oldest fold version that may act on this event.
        at: wall time of the act, ISO 8601 with offset; shown and counted, never ordered by.
        officer: whose act it is; recorder: who keyed it in.
        facts: writes in the clear, what recaps count.
        seal: hex SHA-256 of the sealed payload, None where there is none.
    """

    id: EventId
    office: str
    subjects: tuple[str, ...]
    device: DeviceId
    seq: int
    prev: str
    lamport: int
    heads: Mapping[str, tuple[str, ...]]
    kind: str
    version: int
    reader: int
    at: str
    officer: str
    recorder: str
    facts: Writes
    seal: str | None

    def encode(self) -> bytes:
        """The exact bytes of this envelope."""
        return canonical(
            {
                "id": self.id,
                "office": self.office,
                "subjects": self.subjects,
                "device": self.device,
                "seq": self.seq,
                "prev": self.prev,
                "lamport": self.lamport,
                "heads": self.heads,
                "kind": self.kind,
                "version": self.version,
                "reader": self.reader,
                "at": self.at,
                "officer": self.officer,
                "recorder": self.recorder,
                "facts": self.facts,
                "seal": self.seal,
            }
        )

    @property
    def order(self) -> tuple[int, str, int, str]:
        """The place in the one line of history: an extension of 'came before' that needs no clock.

        The id decides between the two events of a forked device, which share their number.
        """
        return (self.lamport, self.device, self.seq, self.id)


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """An event as the fold reads it: `data` None when its seal can't be opened."""

    envelope: Envelope
    data: Writes | None


def decode(content: bytes) -> Envelope:
    """The envelope in those bytes, each part of its type: they may come from a stranger.

    Raises:
        ValueError: the bytes are no envelope of a form this Desk knows.
    """
    try:
        parts = _PARTS(json.loads(content.decode()))
        if tuple(map(type, parts)) not in _TYPES:
            raise TypeError("a part has the wrong type")
        event_id, office, subjects, device, seq, prev, lamport, heads, *rest = parts
        heads = {subject: _ids(ids) for subject, ids in heads.items()}
        return Envelope(event_id, office, _ids(subjects), device, seq, prev, lamport, heads, *rest)
    except (LookupError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"not an envelope: {error}") from error


_PARTS = itemgetter(*(field.name for field in fields(Envelope)))
_SEALED = (str, str, list, str, int, str, int, dict, str, int, int, str, str, str, dict, str)
_TYPES = (_SEALED, (*_SEALED[:-1], type(None)))
"""What the parts of an envelope are, in their order; the last, the seal, may be null."""


def _ids(raw: Any) -> tuple[str, ...]:
    if type(raw) is not list or {*map(type, raw)} - {str}:
        raise TypeError("a list of ids has the wrong type")
    return tuple(raw)


def canonical(value: object) -> bytes:
    """JSON with one spelling: keys sorted, no spaces, UTF-8, no floats that are not numbers."""
    return _ENCODER.encode(value).encode()


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def digest(content: bytes) -> str:
    """Hex SHA-256."""
    return hashlib.sha256(content).hexdigest()
