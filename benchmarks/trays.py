"""Disposisi's lists and what needs looking at, against hand-written SQL that fetches the same columns as tuples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.lists import COLUMNS, FLAT, FRAME, Lists
from benchmarks.measure import Act, Figure, by_turns
from desk.models.home import Home
from desk.models.trays import EVERY_URGENCY, QueueQuery
from desk.services import notices, queue

HELD = (
    "h.slot, h.position, h.role, h.step, h.external, h.since, h.seen, h.urgency, h.deadline, h.rank, c.paused,"
    f" c.ready_at, {COLUMNS} FROM holdings h JOIN cases c ON c.n = h.n"
)
URGENT = f"SELECT {HELD} ORDER BY h.urgency, h.rank, h.n, h.slot LIMIT 51"
OF_DESK = f"SELECT {HELD} WHERE h.position = ? ORDER BY h.urgency, h.rank, h.n, h.slot LIMIT 51"
LATE = f"SELECT {HELD} WHERE {EVERY_URGENCY} AND h.rank < ? ORDER BY h.urgency, h.rank, h.n, h.slot LIMIT 51"
EACH = "SELECT position, min(role), max(external), count(*), min(since), sum(rank < ?), sum(seen = 0) FROM holdings GROUP BY position"
FULLEST = "SELECT position FROM holdings GROUP BY position ORDER BY count(*) DESC LIMIT 1"

TRAYS = 1.5


class Trays(Lists):
    """Desk's trays and the floor's on one store."""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        (self.position,) = self.fetch(FULLEST)[0]
        self.now = int(self.counter.now().timestamp())

    def queues(self) -> Iterator[tuple[str, Act, Act]]:
        """(name, Desk's, the floor's)."""
        yield "most urgent of all", self._asked(QueueQuery()), partial(self.fetch, URGENT)
        yield (
            "of one desk",
            self._asked(QueueQuery(position=self.position)),
            partial(self.fetch, OF_DESK, self.position),
        )
        yield "late", self._asked(QueueQuery(due_before=self.now)), partial(self.fetch, LATE, self.now)

    def _asked(self, query: QueueQuery) -> Act:
        return partial(queue.lines, self.counter, query)


def figures(homes: dict[str, Home], _scratch: Path, runs: int) -> Iterator[Figure]:
    stores = {name: Trays(home) for name, home in homes.items()}
    for name, store in stores.items():
        for what, ours, floor in store.queues():
            seconds = by_turns(ours, floor, runs=runs)
            yield Figure(f"queue of 50, {what}, {name}", *seconds, "raw SQL, tuples", frame=FRAME)
        each = by_turns(
            partial(queue.trays, store.counter), partial(store.fetch, EACH, store.now), runs=max(runs // 50, 3)
        )
        yield Figure(f"all trays, {name}", *each, "raw GROUP BY", TRAYS)
    (small, *_), (*_, big) = stores, stores
    if small != big:
        times, before = by_turns(_noticed(stores[big]), _noticed(stores[small]), runs=max(runs // 10, 20))
        yield Figure(f"what needs looking at, {big}", times, before, f"at {small}", FLAT)
    for store in stores.values():
        store.close()


def _noticed(store: Trays) -> Act:
    return partial(notices.notices, store.counter)
