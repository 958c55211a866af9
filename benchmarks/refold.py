"""One case of twenty events: fetched, opened, folded; each time another, as an officer opens another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from benchmarks.build import open_at, open_raw
from benchmarks.measure import Figure, pairs
from desk.domain.event import CaseId
from desk.models.home import Home
from desk.services import cases

TARGET = 1.5

LONG = "SELECT subject FROM event_subjects GROUP BY subject HAVING count(*) = 20 LIMIT 300"
KEY = 'SELECT "key" FROM case_keys WHERE case_id = ?'
EVENTS = (
    "SELECT e.id, e.envelope, e.sealed FROM event_subjects s JOIN events e ON e.arrival = s.arrival"
    " WHERE s.subject = ? ORDER BY s.arrival"
)


def fetch(raw: Any, case_id: str) -> list[tuple[Any, ...]]:
    """The floor: the key and the events' bytes."""
    raw.execute(KEY, (case_id,)).fetchone()
    found: list[tuple[Any, ...]] = raw.execute(EVENTS, (case_id,)).fetchall()
    return found


def open_by_hand(raw: Any, case_id: str) -> list[tuple[Any, Any]]:
    """What nobody can do without: the bytes, decrypted and parsed; nothing is folded."""
    (key,) = raw.execute(KEY, (case_id,)).fetchone()
    cipher = AESGCM(key)
    return [
        (json.loads(envelope), sealed and json.loads(cipher.decrypt(sealed[:12], sealed[12:], event_id.encode())))
        for event_id, envelope, sealed in raw.execute(EVENTS, (case_id,))
    ]


def figures(homes: dict[str, Home], _scratch: Path, runs: int) -> Iterator[Figure]:
    for name, home in homes.items():
        counter, raw = open_at(home), open_raw(home)
        ids = [CaseId(row[0]) for row in raw.execute(LONG)]
        rounds = max(runs // len(ids), 2)
        for what, floor in (("fetching its events", fetch), ("fetched, unsealed, parsed", open_by_hand)):
            acts = [(partial(cases.load, counter, case_id), partial(floor, raw, case_id)) for case_id in ids]
            yield Figure(f"refold a case of 20 events, {name}", *pairs(acts, rounds=rounds), what, TARGET)
        raw.close()
        counter.store.close()
