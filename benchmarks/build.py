"""A big store in little time: a whole office's years written in bulk, as Desk itself would have written them one by one.

Envelopes, seals, the chain, its signature and every projection are real, so `desk verify` passes; only the way in
differs (big transactions, no fsync, indexes afterwards). Always the same people and files, other keys and ids.

    python -m benchmarks.build FOLDER CASES
"""

from __future__ import annotations

import gc
import heapq
import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.people import applicant
from desk.domain.case import Case, applicant_writes, case_of
from desk.domain.catalogue import Service
from desk.domain.checklist import assess
from desk.domain.event import CaseId, DeviceId, Envelope, EventId, OpenEvent, digest
from desk.domain.fold import Folded, fold
from desk.domain.intake import Applicant, Intake, Tick
from desk.domain.movement import Station
from desk.domain.moving import MOVES, Told
from desk.domain.route import first_station
from desk.domain.tracking import new_code
from desk.domain.worktime import basis_of, due_at
from desk.models import journal, rows
from desk.models.home import Home, store_key
from desk.models.parts import Projected
from desk.models.projection import PARTS, row_values, search_words
from desk.models.reckoning import Reckoned
from desk.models.schema import SCHEMA_VERSION
from desk.models.seal import new_key, sign
from desk.models.store import Identity
from desk.places import bundled
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue
from desk.services.setup import open_counter, set_up

BUILD = 3
"""Raised when what is built changes; a kept store of another build is built anew."""

OFFICE, OFFICER = "pasuruan", "Dewi Kartikasari"
FIRST_DAY = date(2024, 1, 2)
LAST_DAY = date(2026, 11, 20)
AT_ONCE = 5_000

Writes = dict[str, Any]


def folder_of_stores() -> Path:
    """Where built stores are kept between runs."""
    return Path(os.environ.get("DESK_BENCH_DIR") or "~/.cache/desk-bench").expanduser()


def kept_store(cases: int) -> tuple[Home, float | None]:
    """(home, seconds that building took if it was built just now) of a store with that many cases."""
    home = Home(folder_of_stores() / f"{cases}")
    stamp = home.folder / "built.json"
    wanted = {"build": BUILD, "schema": SCHEMA_VERSION, "cases": cases}
    if stamp.exists() and json.loads(stamp.read_text()) == wanted:
        return home, None
    begin = time.perf_counter()
    build(home, cases)
    stamp.write_text(json.dumps(wanted))
    return home, time.perf_counter() - begin


def copy_of(home: Home, folder: Path) -> Home:
    """A copy that may be written to."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(home.folder, folder)
    os.sync()  # else the first commits wait for the copy to reach the disk
    return Home(folder)


def open_at(home: Home, moment: datetime | None = None) -> Counter:
    """The counter of that home, its clock standing at `moment` (default: the morning after the last day)."""
    at = moment or datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 1, tzinfo=UTC) + timedelta(days=3)
    counter = open_counter(home, bundled("data"), clock=lambda: at, random=secrets.token_bytes)
    gc.freeze()  # as desk.app does
    return counter


def open_raw(home: Home) -> Any:
    """A hand-made connection, opened as Desk opens its own: the floor stands on it."""
    connection = dbapi2.connect(home.store.as_uri(), uri=True, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{store_key(home).hex()}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def build(home: Home, cases: int) -> None:
    """Make the home anew with that many cases."""
    shutil.rmtree(home.folder, ignore_errors=True)
    os.environ["DESK_KEY_FILE"] = "1"  # the key beside the store, whatever keyring the developer has
    catalogue = load_catalogue(bundled("data"))
    begin = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, tzinfo=UTC)
    set_up(
        home, catalogue, office=OFFICE, counter="Loket 1", officer=OFFICER,
        now=lambda: begin, random=Random(1).randbytes,
    )  # fmt: skip
    counter = open_at(home, begin)
    counter.store.close()
    connection = dbapi2.connect(str(home.store), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{store_key(home).hex()}'\"")
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -262144", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    tables = ", ".join(f"'{table}'" for table in ("cases", *(part.table for part in PARTS)))
    those = f"SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({tables})"
    indexes = connection.execute(those).fetchall()
    connection.execute("BEGIN")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    _Builder(connection, counter, cases).run()
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    os.sync()


@dataclass(order=True)
class _Later:
    """An event that follows when `after` cases have come."""

    after: int
    order: int
    file: _File = field(compare=False)
    kind: str = field(compare=False)
    facts: Writes = field(compare=False)
    data: Writes = field(compare=False)
    at: str = field(compare=False)


@dataclass
class _File:
    """A case while it is written."""

    id: CaseId
    key: bytes
    head: EventId | None = None


class _Builder:
    def __init__(self, connection: Any, counter: Counter, cases: int) -> None:
        self.connection, self.counter, self.cases = connection, counter, cases
        self.random = Random(20261122)
        self.services = [_Kind.of(service) for service in counter.catalogue.services(OFFICE)]
        self.districts = tuple((r.code, r.name) for r in counter.regions.table.children(counter.office.region_code))
        self.identity: Identity = counter.store.identity
        self.seq = self.lamport = 0
        self.head = connection.execute("SELECT head FROM device").fetchone()[0]
        self.last_at = ""
        self.numbers: dict[int, int] = {}
        self.later: list[_Later] = []
        self.orders = 0
        self.people: list[Applicant] = []
        self.promises: dict[tuple[str, date], str] = {}
        self.batches: dict[str, list[tuple[Any, ...]]] = {}

    def run(self) -> None:
        for kind in self.services:
            body = self.counter.catalogue.contents[kind.service.hash]
            pin = "INSERT INTO pinned (hash, kind, name, body) VALUES (?, 'service', ?, ?)"
            self.connection.execute(pin, (kind.service.hash, kind.service.id, body))
        for n, moment in enumerate(self.moments(), start=1):
            while self.later and self.later[0].after <= n:
                self.follow(heapq.heappop(self.later))
            self.file(n, moment)
            if n % AT_ONCE == 0:
                self.flush()
                if sys.stderr.isatty():
                    print(f"\r{n:,} of {self.cases:,} cases, {self.seq:,} events", end="", file=sys.stderr)
        while self.later:
            self.follow(heapq.heappop(self.later))
        self.flush()
        (private_key,) = self.connection.execute("SELECT private_key FROM device").fetchone()
        head = (self.seq, self.lamport, self.head, sign(private_key, self.head), self.last_at)
        self.connection.execute(rows.UPDATE_HEAD, head)
        for year, last in self.numbers.items():
            self.connection.execute("INSERT INTO series VALUES (?, ?, ?)", (self.identity.prefix, year, last))

    def moments(self) -> Iterator[datetime]:
        """When each case comes: spread evenly over the working hours of all working days."""
        calendar = self.counter.calendar
        days = [date.fromordinal(n) for n in range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1)]
        open_days = [day for day in days if calendar.is_working_day(day)]
        for n in range(self.cases):
            place = n * len(open_days) / self.cases
            day = open_days[int(place)]
            seconds = int((place % 1) * 6 * 3600)
            yield datetime(day.year, day.month, day.day, 8, tzinfo=calendar.zone) + timedelta(seconds=seconds)

    def file(self, n: int, moment: datetime) -> None:
        """One case with all that will happen to it."""
        random = self.random
        kind = self.services[random.randrange(len(self.services))]
        person = self.person(n)
        complete = random.random() < 0.88
        number = self.numbers[moment.year] = self.numbers.get(moment.year, 0) + 1
        at = moment.isoformat()
        facts, data = applicant_writes(person)
        facts.update(
            service=kind.service.id,
            service_hash=kind.service.hash,
            state="open" if complete else "returned",
            counter=self.identity.counter,
            channel="counter",
            registration_number=f"{self.identity.prefix}-{moment.year}-{number:06d}",
            tracking_code=new_code(random.randbytes),
            received_at=at,
        )
        if complete:
            facts.update(kind.begun, complete_at=at)
            if promised := self.promised(kind.service, moment):
                facts.update(promised_at=promised, calendar=self.counter.calendar.version)
        facts["intake_key"] = random.randbytes(16).hex()
        data.update(kind.writes if complete else kind.writes_short)
        case = _File(CaseId(_id(moment, random)), new_key())
        self.batch(rows.INSERT_KEY, (case.id, case.key, None))
        script = [("case_registered", facts, data, at), *self.fate(n, kind, moment, complete)]
        self.append(case, *script[0])
        after = n
        for name, more_facts, more_data, later in script[1:]:
            self.orders += 1
            after += 40 + random.randrange(40)
            heapq.heappush(self.later, _Later(after, self.orders, case, name, more_facts, more_data, later))
        self.project(n, case.id, script)

    def person(self, n: int) -> Applicant:
        """Somebody new, or, one time in seven, somebody who was here before."""
        if self.people and self.random.random() < 0.15:
            return self.people[self.random.randrange(len(self.people))]
        someone = applicant(self.random, n, self.districts)
        if len(self.people) < 5_000:
            self.people.append(someone)
        else:
            self.people[self.random.randrange(5_000)] = someone
        return someone

    def fate(self, n: int, kind: _Kind, moment: datetime, complete: bool) -> list[tuple[str, Writes, Writes, str]]:
        """What follows: nothing for half of them, a step or an end for the others, a long story for one in a hundred."""
        if n % 100 == 50:
            return self.long_story(kind, moment)
        dice = self.random.random()
        soon = (moment + timedelta(hours=26)).isoformat()
        if not complete:
            return [("case_withdrawn", {"state": "withdrawn", "completed_at": soon}, {"note": "Dicabut"}, soon)] * (
                dice < 0.2
            )
        if dice < 0.5:
            return []
        if dice < 0.54:
            return [
                ("case_rejected", {"state": "rejected", "completed_at": soon}, {"note": "Tidak memenuhi syarat"}, soon)
            ]
        first = {name: soon if value is NOW else value for name, value in kind.first_step.items()}
        if dice < 0.9:
            return [("step_done", first, {}, soon)]
        end = (moment + timedelta(days=3)).isoformat()
        last: Writes = {"station": None, "state": "completed", "ready_at": end, "completed_at": end}
        return [("step_done", first, {}, soon), ("step_done", last, {"note": "Selesai"}, end)]

    def long_story(self, kind: _Kind, moment: datetime) -> list[tuple[str, Writes, Writes, str]]:
        """Nineteen more events: to and fro between counter and applicant, with notes and corrections."""
        story: list[tuple[str, Writes, Writes, str]] = []
        for step in range(19):
            at = (moment + timedelta(hours=3 * (step + 1))).isoformat()
            if step % 4 == 0:
                story.append(("case_returned", {"state": "returned"}, {"note": f"Kurang berkas ke-{step}"}, at))
            elif step % 4 == 1:
                again: Writes = dict(list(kind.writes.items())[: step % 3 + 1])
                story.append(("papers_added", {"state": "open", "complete_at": moment.isoformat()}, again, at))
            elif step % 4 == 2:
                story.append(("note_added", {}, {"note": f"Dihubungi lewat telepon, panggilan ke-{step}"}, at))
            else:
                story.append(("case_corrected", {}, {"applicant.phone": f"08123{step:07d}"}, at))
        return story

    def append(self, case: _File, kind: str, facts: Writes, data: Writes, at: str) -> OpenEvent:
        """One event at the end of the chain."""
        moment = datetime.fromisoformat(at)
        event_id = EventId(_id(moment, self.random))
        sealed, seal_hash = journal.sealed_data(case.key, event_id, data)
        self.seq += 1
        self.lamport += 1
        self.last_at = max(self.last_at, at)
        envelope = Envelope(
            id=event_id, office=OFFICE, subjects=(case.id,), device=self.identity.device, seq=self.seq, prev=self.head,
            lamport=self.lamport, heads={case.id: (case.head,)} if case.head else {}, kind=kind, version=1, reader=1,
            at=at, officer=self.identity.officer, recorder=self.identity.officer, facts=facts, seal=seal_hash,
        )  # fmt: skip
        content = envelope.encode()
        self.head, case.head = digest(content), event_id
        self.batch(rows.INSERT_EVENT, (self.seq, event_id, envelope.device, self.seq, kind, content, sealed))
        self.batch(rows.INSERT_SUBJECT, (case.id, self.seq))
        return OpenEvent(envelope, data)

    def follow(self, later: _Later) -> None:
        self.append(later.file, later.kind, later.facts, later.data, later.at)

    def project(self, n: int, case_id: CaseId, script: list[tuple[str, Writes, Writes, str]]) -> None:
        """The rows that lists read, from the fold itself: what hangs on a case is whatever Desk hangs on it."""
        folded = _folded(case_id, script)
        case = case_of(case_id, folded)

        def reckon(case: Case) -> Reckoned:
            return self.counter.store.reckon_of(case, lambda _hash: None)

        projected = Projected(case, folded, reckon, reckon(case))
        self.batch(rows.INSERT_CASE, (n, case_id, *row_values(projected)))
        self.batch(rows.INSERT_SEARCH, (n, search_words(case)))
        for part in PARTS:
            for row in part.rows(projected):
                self.batch(part.insert, (n, *row))

    def promised(self, service: Service, moment: datetime) -> str | None:
        """What the slip says; one computation a day serves those whose clock counts days."""
        if service.duration is None:
            return None
        key = (service.id, moment.date())
        by_day = basis_of(service.duration) == "working"
        if not by_day or key not in self.promises:
            self.promises[key] = due_at(service.duration, moment, self.counter.calendar).isoformat()
        return self.promises[key]

    def batch(self, sql: str, values: tuple[Any, ...]) -> None:
        self.batches.setdefault(sql, []).append(values)

    def flush(self) -> None:
        for sql, values in self.batches.items():
            self.connection.executemany(sql, values)
            values.clear()


@dataclass(frozen=True)
class _Kind:
    """What all cases of a service have in common.

    Attributes:
        writes: ticks and answers of a file that is complete; `writes_short`: of one that lacks papers.
        begun: facts of a file that is complete; first_step: of its first step done, `NOW` for its time.
    """

    service: Service
    writes: Writes
    writes_short: Writes
    begun: Writes
    first_step: Writes

    @classmethod
    def of(cls, service: Service) -> _Kind:
        answers = {question.key: True for question in service.questions}
        intake = Intake(
            service=service.id, applicant=Applicant(birth_date="1985-05-05"), everything=True, answers=answers
        )
        ticks = {
            item.requirement.id: Tick(met=True, form=item.requirement.form, count=item.requirement.copies)
            for item in assess(service, intake, LAST_DAY).items
            if item.standing == "met" and item.requirement.mandatory
        }
        writes: Writes = {f"requirement.{key}": asdict(tick) for key, tick in ticks.items()}
        writes |= {f"answer.{key}": value for key, value in answers.items()}
        short = {key: value for n, (key, value) in enumerate(writes.items()) if n % 2}
        short |= {f"requirement.{key}": asdict(replace(tick, met=False)) for key, tick in list(ticks.items())[:1]}
        begun: Writes = {"station": first_station(service).as_fact()}
        facts = {**begun, "state": "open", "complete_at": FIRST_DAY.isoformat()}
        case = case_of(CaseId("1"), _folded(CaseId("1"), [("case_registered", facts, {}, "")]))
        told = Told(NOW, FIRST_DAY, desk=lambda said: Station(None, said, said), new_id=lambda: "2222")
        return cls(service, writes, short, begun, dict(MOVES["advance"](case, service, told).facts))


NOW = "now"
"""Stands for the time of an act that is written many times."""


def _folded(case_id: CaseId, script: list[tuple[str, Writes, Writes, str]]) -> Folded:
    """What this story adds up to, through the fold that Desk uses."""
    events = [
        OpenEvent(
            Envelope(
                id=EventId(f"{n:03d}"), office=OFFICE, subjects=(case_id,), device=DeviceId("d"), seq=n, prev="",
                lamport=n, heads={case_id: (f"{n - 1:03d}",)} if n > 1 else {}, kind=kind, version=1, reader=1, at=at,
                officer=OFFICER, recorder=OFFICER, facts=facts, seal=None,
            ),
            data,
        )
        for n, (kind, facts, data, at) in enumerate(script, start=1)
    ]  # fmt: skip
    return fold(case_id, events)


def _id(moment: datetime, random: Random) -> str:
    """A UUIDv7 of that moment."""
    value = int(moment.timestamp() * 1000) << 80 | random.getrandbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


if __name__ == "__main__":
    build(Home(Path(sys.argv[1]).absolute()), int(sys.argv[2]))
