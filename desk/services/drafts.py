"""Half-filled forms: kept as they are typed, in the encrypted store, until registered or thrown away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from desk.models import records
from desk.services.counter import Counter


@dataclass(frozen=True, slots=True)
class Draft:
    """A form under its key; `body` is whatever the form needs to be shown again (JSON values)."""

    key: str
    title: str
    body: dict[str, Any]
    changed_at: str = ""


def keep(counter: Counter, draft: Draft) -> None:
    """Keep the form as it is now; the earlier state of the same key is replaced."""
    body = json.dumps(draft.body, ensure_ascii=False).encode()
    row = records.DraftRow(draft.key, draft.title, body, counter.now().isoformat())
    with counter.store.write() as work:
        records.keep_draft(work.connection, row)


def kept(counter: Counter) -> tuple[Draft, ...]:
    """All forms that were not finished, the oldest first."""
    with counter.store.read() as connection:
        rows = records.drafts(connection)
    return tuple(Draft(row.key, row.title, json.loads(row.body), row.changed_at) for row in rows)


def drop(counter: Counter, key: str) -> None:
    """Throw a form away."""
    with counter.store.write() as work:
        records.drop_draft(work.connection, key)
