"""Pages of cases and searches against hand-written SQL that fetches the same columns as tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.build import open_at, open_raw
from benchmarks.measure import Act, Figure, by_turns, pairs
from desk.models.home import Home
from desk.models.queries import match_expression
from desk.services import cases
from desk.services.cases import CaseQuery
from desk.services.counter import Counter

COLUMNS = (
    "c.id, c.registration_number, c.tracking_code, c.service, c.state, c.name, c.nik, c.district, c.village,"
    " c.received_at, c.due_at, c.completed_at, c.counter, c.conflict, c.read_only, c.destroyed, c.received, c.n"
)
NEWEST = f"SELECT {COLUMNS} FROM cases c ORDER BY c.received DESC, c.n DESC LIMIT 51"
IN_STATE = f"SELECT {COLUMNS} FROM cases c WHERE c.state = ? ORDER BY c.received DESC, c.n DESC LIMIT 51"
OF_SERVICE = f"SELECT {COLUMNS} FROM cases c WHERE c.service = ? ORDER BY c.received DESC, c.n DESC LIMIT 51"
OLDER = f"SELECT {COLUMNS} FROM cases c WHERE (c.received, c.n) < (?, ?) ORDER BY c.received DESC, c.n DESC LIMIT 51"
FOUND = (
    f"SELECT {COLUMNS} FROM case_search JOIN cases c ON c.n = case_search.rowid WHERE case_search MATCH ?"
    " ORDER BY case_search.rowid DESC LIMIT "
)
COUNTED = "SELECT state, count(*) FROM cases GROUP BY state"
BY_PRIMARY_KEY = f"SELECT {COLUMNS} FROM cases c WHERE c.n = ?"

TYPED = (
    "siti aminah", "muhammad hidayat", "sri wahyuningsih", "ahmad fauzi pandaan", "agus", "dewi lestari bangil",
    "karangrejo", "nur khasanah", "moh. kholis", "sumberagung gempol", "slamet santoso", "rizki ramadhan", "endang",
    "tutik handayani", "ma'ruf", "yuliana p", "w", "abdul s",
)  # fmt: skip
"""What officers look for; each is measured at every letter."""

PAGE, FLAT, SEARCH, EXACT, COUNTS = 1.3, 1.5, 1.5, 3.0, 1.3
FRAME = 16.0


class Lists:
    """Desk's lists and the floor's on one store, each on a connection of its own."""

    def __init__(self, home: Home) -> None:
        self.counter: Counter = open_at(home)
        self.raw = open_raw(home)
        random = Random(3)
        (self.last,) = self.raw.execute("SELECT max(n) FROM cases").fetchone()
        # not the newest: those lie in the cache of whoever looks twice
        self.some = [random.randrange(1, self.last) for _ in range(400)]

    def close(self) -> None:
        self.raw.close()
        self.counter.store.close()

    def fetch(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self.raw.execute(sql, values).fetchall()
        return found

    def page(self, **asked: Any) -> Act:
        return partial(cases.rows, self.counter, CaseQuery(**asked))

    def pages(self) -> Iterator[tuple[str, Act, Act]]:
        """(name, Desk's, the floor's)."""
        yield "newest", self.page(), partial(self.fetch, NEWEST)
        yield "in one state", self.page(state="open"), partial(self.fetch, IN_STATE, "open")
        service = self.counter.catalogue.services(self.counter.office.slug)[3].id
        yield "of one service", self.page(service=service), partial(self.fetch, OF_SERVICE, service)
        received, n = self.raw.execute("SELECT received, n FROM cases WHERE n = ?", (self.last // 2,)).fetchone()
        yield "halfway down", self.page(after=f"{received}.{n}"), partial(self.fetch, OLDER, received, n)

    def typing(self, limit: int, ask: Callable[[str], Act]) -> list[tuple[Act, Act]]:
        """(Desk's, the floor's) for every beginning of what is typed."""
        texts = sorted({whole[:length].strip() for whole in TYPED for length in range(1, len(whole) + 1)})
        return [(ask(text), partial(self.fetch, f"{FOUND}{limit}", match_expression(text))) for text in texts]

    def in_list(self) -> list[tuple[Act, Act]]:
        return self.typing(51, lambda text: self.page(search=text))

    def in_top_box(self) -> list[tuple[Act, Act]]:
        return self.typing(7, lambda text: partial(cases.search, self.counter, text, limit=6))

    def exact(self) -> Iterator[tuple[str, list[tuple[Act, Act]]]]:
        """(name, pairs of looking for a number and looking up a primary key)."""
        for name, column in (("NIK", "nik"), ("registration number", "registration_number"), ("code", "tracking_code")):
            # found once: a person who came often is a page, not a look-up
            single = f"SELECT {column} FROM cases c WHERE n = ? AND (SELECT count(*) FROM cases WHERE {column} = c.{column}) = 1"
            some = [(n, value) for n in self.some for (value,) in self.raw.execute(single, (n,))]
            search = self.page if name == "NIK" else self._search
            yield name, [(search(search=value), partial(self.fetch, BY_PRIMARY_KEY, n)) for n, value in some]

    def _search(self, search: str) -> Act:
        return partial(cases.search, self.counter, search, limit=6)


def figures(homes: dict[str, Home], _scratch: Path, runs: int) -> Iterator[Figure]:
    lists = {name: Lists(home) for name, home in homes.items()}
    for name, those in lists.items():
        yield from _on_one_store(name, those, runs)
    (small, *_), (*_, big) = lists, lists
    if small != big:
        for (what, ours, _), (_, smaller, _) in zip(lists[big].pages(), lists[small].pages(), strict=True):
            times, before = by_turns(ours, smaller, runs=runs)
            yield Figure(f"page of 50, {what}, {big}", times, before, f"at {small}", FLAT)
    for those in lists.values():
        those.close()


def _on_one_store(name: str, lists: Lists, runs: int) -> Iterator[Figure]:
    for what, ours, floor in lists.pages():
        yield Figure(f"page of 50, {what}, {name}", *by_turns(ours, floor, runs=runs), "raw SQL, tuples", PAGE)
    rounds = max(runs // 50, 3)
    yield Figure(
        f"search as you type, list, {name}", *pairs(lists.in_list(), rounds=rounds), "raw FTS5, tuples", SEARCH, FRAME
    )
    yield Figure(
        f"search as you type, top box, {name}",
        *pairs(lists.in_top_box(), rounds=rounds),
        "raw FTS5, tuples",
        SEARCH,
        FRAME,
    )
    counts = by_turns(partial(cases.counts, lists.counter), partial(lists.fetch, COUNTED), runs=max(runs // 10, 20))
    yield Figure(f"counts by state, {name}", *counts, "raw GROUP BY", COUNTS)
    for what, acts in lists.exact():
        yield Figure(f"exact {what}, {name}", *pairs(acts, rounds=max(rounds // 4, 2), warm=0), "primary key", EXACT)
