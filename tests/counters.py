"""Counters on homes of their own, and what passes between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.domain.event import CaseId, decode
from desk.models import rows
from desk.models.home import Home
from desk.services import setup
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.packfiles import load_catalogue
from tests.fakes import Clock, Luck


def open_in(
    folder: Path,
    data: Path,
    *,
    name: str = "Loket 1",
    clock: Callable[[], datetime] | None = None,
    luck: Luck | None = None,
    catalogue: Catalogue | None = None,
    read_only: bool = False,
    patience: float = 0.1,
) -> Counter:
    """A counter of Pasuruan in that folder, set up the first time."""
    home, clock, luck = Home(folder), clock or Clock(), luck or Luck()
    catalogue = catalogue or load_catalogue(data)
    setup.set_up(home, catalogue, office="pasuruan", counter=name, officer="Rini", now=clock, random=luck)
    return setup.open_counter(
        home, data, clock=clock, random=luck, catalogue=catalogue, read_only=read_only, patience=patience
    )


@contextmanager
def fresh(data: Path, catalogue: Catalogue, clock: Clock | None = None) -> Iterator[Counter]:
    """A counter on a home that is gone afterwards: for each example of a property."""
    with TemporaryDirectory() as folder:
        counter = open_in(Path(folder) / "home", data, clock=clock, catalogue=catalogue)
        try:
            yield counter
        finally:
            counter.store.close()


def deliver(source: Counter, target: Counter, *, keys: bool = True) -> int:
    """Bring the events that `target` lacks, with keys and pinned documents, as exact bytes; returns how many."""
    with source.store.read() as connection:
        events = connection.exec_driver_sql(
            "SELECT id, device, seq, kind, envelope, sealed FROM events ORDER BY arrival"
        ).all()
        case_keys = (
            connection.exec_driver_sql('SELECT case_id, "key", destroyed_at FROM case_keys').all() if keys else []
        )
        pinned = connection.exec_driver_sql("SELECT hash, kind, name, body FROM pinned").all()
    with target.store.write() as work:
        connection = work.connection
        known = set(connection.exec_driver_sql("SELECT id FROM events").scalars())
        arrival = connection.exec_driver_sql("SELECT coalesce(max(arrival), 0) FROM events").scalar_one()
        for case_key in case_keys:
            connection.exec_driver_sql(rows.INSERT_KEY, tuple(case_key))
        for document in pinned:
            work.pin(*document)
        news = [event for event in events if event.id not in known]
        for event in news:
            arrival += 1
            connection.exec_driver_sql(rows.INSERT_EVENT, (arrival, *event))
            for subject in decode(event.envelope).subjects:
                connection.exec_driver_sql(rows.INSERT_SUBJECT, (subject, arrival))
                work.touch(CaseId(subject))
    return len(news)


def exchange(*counters: Counter) -> None:
    """Everybody hears of everything."""
    for source in counters:
        for target in counters:
            if source is not target:
                deliver(source, target)
