"""One durable intake against hand-written code on the same engine that writes the same bytes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.build import OFFICE, copy_of, open_at, open_raw
from benchmarks.measure import Figure, Times, once
from benchmarks.people import applicant
from desk.domain.checklist import assess
from desk.domain.intake import Intake, Tick
from desk.models.home import Home
from desk.models.parts import Part
from desk.models.projection import PARTS, search_words
from desk.services import cases
from desk.services.counter import Counter
from desk.services.intake import Receipt, register

TARGET = 1.5
FLAT = 1.5


@dataclass(frozen=True, slots=True)
class Bytes:
    """What one intake puts into the store, ready to be written."""

    event: tuple[Any, ...]
    subject: tuple[Any, ...]
    key: tuple[Any, ...]
    series: tuple[Any, ...]
    case: tuple[Any, ...]
    search: tuple[Any, ...]
    parts: list[tuple[str, list[tuple[Any, ...]]]]
    head: tuple[Any, ...]


class HandWritten:
    """The floor: a statement a table and a commit; nothing is judged, folded, sealed or looked up."""

    def __init__(self, home: Home) -> None:
        self.connection = open_raw(home)
        columns = self.connection.execute("PRAGMA table_info(cases)").fetchall()
        self.insert_case = f"INSERT INTO cases VALUES ({', '.join('?' * len(columns))})"

    def write(self, it: Bytes) -> None:
        execute = self.connection.execute
        execute("BEGIN IMMEDIATE")
        execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", it.event)
        execute("INSERT INTO event_subjects VALUES (?, ?)", it.subject)
        execute("INSERT INTO case_keys VALUES (?, ?, ?)", it.key)
        execute("UPDATE series SET last = ? WHERE name = ? AND year = ?", it.series)
        execute(self.insert_case, it.case)
        execute("INSERT INTO case_search (rowid, words) VALUES (?, ?)", it.search)
        for statement, lines in it.parts:
            self.connection.executemany(statement, lines)
        execute("UPDATE device SET seq = ?, lamport = ?, head = ?, signature = ?, last_at = ? WHERE one = 1", it.head)
        execute("COMMIT")


class Pair:
    """Two copies of one store: Desk writes to the first, then the floor writes the very same to the second."""

    def __init__(self, home: Home, folder: Path, seed: int) -> None:
        ours = copy_of(home, folder / "desk")
        self.counter = open_at(ours)
        self.reader = open_raw(ours)
        self.floor = HandWritten(copy_of(home, folder / "floor"))
        self.intakes = intakes(self.counter, seed)
        for _ in range(3 * len(self.counter.catalogue.services(OFFICE))):
            self.turn()

    def turn(self) -> tuple[float, float]:
        """(Desk's, the floor's) seconds for the next intake."""
        intake = next(self.intakes)
        got: list[Receipt] = []
        ours = once(lambda: got.append(register(self.counter, intake)))
        written = self.written(got[0])
        return ours, once(lambda: self.floor.write(written))

    def written(self, receipt: Receipt) -> Bytes:
        def row(sql: str, *values: object) -> tuple[Any, ...]:
            return tuple(self.reader.execute(sql, values).fetchone())

        case = row("SELECT * FROM cases WHERE id = ?", receipt.id)
        return Bytes(
            event=row(
                "SELECT e.* FROM event_subjects s JOIN events e ON e.arrival = s.arrival WHERE s.subject = ?",
                receipt.id,
            ),
            subject=row("SELECT * FROM event_subjects WHERE subject = ?", receipt.id),
            key=row("SELECT * FROM case_keys WHERE case_id = ?", receipt.id),
            series=row("SELECT last, name, year FROM series ORDER BY year DESC LIMIT 1"),
            case=case,
            search=(case[0], search_words(cases.load(self.counter, receipt.id))),
            parts=[(part.insert, lines) for part in PARTS if (lines := self._part(part, case[0]))],
            head=row("SELECT seq, lamport, head, signature, last_at FROM device"),
        )

    def _part(self, part: Part, n: int) -> list[tuple[Any, ...]]:
        columns = ", ".join(f'"{column}"' for column in ("n", *part.columns))
        found: list[tuple[Any, ...]] = self.reader.execute(
            f"SELECT {columns} FROM {part.table} WHERE n = ?",
            (n,),
        ).fetchall()
        return found

    def close(self) -> None:
        self.reader.close()
        self.floor.connection.close()
        self.counter.store.close()


def intakes(counter: Counter, seed: int = 7) -> Iterator[Intake]:
    """Complete forms for all services by turns, every paper ticked, as the window sends them."""
    random = Random(seed)
    districts = tuple((r.code, r.name) for r in counter.regions.table.children(counter.office.region_code))
    number = 0
    while True:
        for service in counter.catalogue.services(OFFICE):
            number += 1
            blank = Intake(
                service=service.id,
                key=random.randbytes(16).hex(),
                applicant=applicant(random, number, districts),
                answers={question.key: True for question in service.questions},
                everything=True,
            )
            items = assess(service, blank, counter.today).items
            ticks = {
                item.requirement.id: Tick(met=True, form=item.requirement.form, count=item.requirement.copies)
                for item in items
                if item.standing == "met" and item.requirement.mandatory
            }
            yield Intake(
                service=blank.service, key=blank.key, applicant=blank.applicant, answers=blank.answers, checklist=ticks
            )


def figures(homes: dict[str, Home], scratch: Path, runs: int) -> Iterator[Figure]:
    pairs = {name: Pair(home, scratch / "intake" / name, seed) for seed, (name, home) in enumerate(homes.items())}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in pairs}
    for _ in range(runs):
        for name, pair in pairs.items():
            times[name].append(pair.turn())
    for pair in pairs.values():
        pair.close()
    shutil.rmtree(scratch / "intake")
    ours = {name: Times.of([turn[0] for turn in turns]) for name, turns in times.items()}
    floors = {name: Times.of([turn[1] for turn in turns]) for name, turns in times.items()}
    for name in pairs:
        yield Figure(f"intake, durable, {name}", ours[name], floors[name], "same bytes by hand", TARGET)
    (small, *_), (*_, big) = pairs, pairs
    if small != big:
        yield Figure(f"intake, durable, {big}", ours[big], ours[small], f"at {small}", FLAT)
