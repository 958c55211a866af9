"""Looking after the store: what it is, whether it is sound, what it says to the world."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from desk.domain.errors import StoreError
from desk.domain.event import FOLD_VERSION, canonical
from desk.models import attachment_check, queries, verify
from desk.models.home import Home, store_key
from desk.models.store import raw_reader
from desk.models.verify import Problem, Progress
from desk.services.counter import Counter


@dataclass(frozen=True, slots=True)
class Status:
    """What this home is and holds. Times are ISO or None for 'never'."""

    home: str
    office: str
    office_name: str
    counter: str
    officer: str
    device: str
    prefix: str
    cases: dict[str, int]
    events: int
    drafts: int
    waiting_to_send: int
    last_sync: str | None
    last_backup: str | None
    last_act: str
    health: str


def status(counter: Counter) -> Status:
    """What `desk status` says. What was done here waits to be sent until a central office has taken it."""
    identity = counter.store.identity
    with counter.store.read() as connection:
        found = queries.figures(connection)
    return Status(
        home=str(counter.store.home.folder),
        office=identity.office,
        office_name=counter.office.name,
        counter=identity.counter,
        officer=identity.officer,
        device=identity.device,
        prefix=identity.prefix,
        cases=found.states,
        events=found.events,
        drafts=found.drafts,
        waiting_to_send=found.own_events,
        last_sync=None,
        last_backup=None,
        last_act=found.last_act,
        health="ok",
    )


def dump(counter: Counter) -> bytes:
    """The shared state as canonical JSON: equal bytes for equal events and fold version, whatever the device."""
    with counter.store.read() as connection:
        cases = {case_id: _shared(connection, case_id) for case_id in queries.every_case(connection)}
    return canonical({"fold": FOLD_VERSION, "office": counter.store.identity.office, "cases": cases})


def problems(counter: Counter, progress: Progress = lambda _done, _total: True) -> list[Problem]:
    """Everything wrong with an open store: its pages first, then what they say."""
    found = damage(counter.store.home)
    if found:
        return found
    with counter.store.read() as connection:
        said = verify.problems(connection, counter.store.reckon_of, progress)
        return [*said, *attachment_check.problems(connection, counter.store.files)]


def notes(counter: Counter) -> list[Problem]:
    """What is no damage and may be said of a sound store."""
    with counter.store.read() as connection:
        return list(attachment_check.notes(connection, counter.store.files))


def rebuild(counter: Counter) -> tuple[int, bool]:
    """Make the projections again from the journal: (cases, whether they are what the live ones were)."""
    with counter.store.write() as work:
        before = verify.projection_digest(work.connection)
        count = verify.rebuild(work.connection, counter.store.reckon_of)
        return count, verify.projection_digest(work.connection) == before


def damage(home: Home) -> list[Problem]:
    """What is wrong with the pages of a store, also of one that can't be opened; nothing is changed by looking."""
    try:
        with raw_reader(home, store_key(home)) as connection:
            return verify.file_problems(connection)
    except StoreError as error:
        return [Problem("store", "desk.db", error.message)]


def _shared(connection: Any, case_id: Any) -> dict[str, Any]:
    folded = queries.folded(connection, case_id)
    return {
        "fields": dict(folded.fields),
        "conflicts": {
            name: [asdict(contender) for contender in contenders] for name, contenders in folded.conflicts.items()
        },
        "history": [asdict(entry) for entry in folded.history],
        "destroyed": folded.destroyed,
        "read_only": folded.read_only,
        "waiting": sorted(folded.waiting),
    }
