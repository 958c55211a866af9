"""The store: one encrypted file, opened once, read in snapshots, written in units of work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.domain.case import Case
from desk.domain.errors import StoreError
from desk.domain.event import GENESIS, DeviceId
from desk.models.attachments import SealedFiles
from desk.models.connection import Connection, Connections, known_troubles
from desk.models.home import Home, WriterLock, make_names_durable, store_key
from desk.models.projection import is_current, mark_current
from desk.models.reckoning import PinnedBody, Reckoned, ReckonOf
from desk.models.records import pinned_body
from desk.models.schema import SCHEMA_VERSION, bring_up_to_date, open_engine, schema_version
from desk.models.seal import new_signing_key, sign
from desk.models.unit_of_work import UnitOfWork

SMALLEST = 4096
"""Bytes of one page; SQLite would take a file of less for a new store and begin one."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this counter is."""

    device: DeviceId
    office: str
    counter: str
    prefix: str
    officer: str
    created_at: str


def _no_promise(_case: Case, _pinned: PinnedBody) -> Reckoned:
    return Reckoned()


class Store:
    """One counter's store.

    `reckon_of` reads a case's clock; it needs the catalogue, part of which lies in the store, so it is set after
    opening (`desk.services.setup.open_counter`).

    `open` takes the one-writer lock unless `read_only`; `close` gives it back. Reading functions take a connection from
    `read()`; every change goes through `write()`.
    """

    def __init__(self, home: Home, connections: Connections, lock: WriterLock | None) -> None:
        self.home = home
        self.files = SealedFiles(home.folder)
        self.reckon_of: ReckonOf = _no_promise
        self._connections = connections
        self._lock = lock
        with self.read() as connection:
            self.identity = _identity(connection, home)

    @classmethod
    def open(cls, home: Home, *, read_only: bool = False, patience: float = 10.0) -> Store:
        """Open the store of a home that was set up.

        Raises:
            StoreError: there is none, its key is wrong, it is damaged, in use, or newer than this Desk.
        """
        if not home.exists:
            raise StoreError(
                "not_set_up",
                "Di {folder} belum ada loket; jalankan `desk setup --office … --counter …` dulu.",
                folder=str(home.folder),
            )
        if home.store.stat().st_size < SMALLEST:
            raise _incomplete(home)
        key = store_key(home)
        if read_only:
            _migrate_if_older(home, key, patience)
        lock = None if read_only else WriterLock(home, patience=patience)
        if lock:
            lock.acquire()
        connections = Connections(home.store, key, read_only=read_only)
        try:
            with connections.lent() as connection:
                version = schema_version(connection)
            if version != SCHEMA_VERSION:
                _bring_up_to_date(home.store, key, read_only=read_only)
            return cls(home, connections, lock)
        except BaseException:
            connections.close()
            if lock:
                lock.release()
            raise

    def close(self) -> None:
        """Close the file and let the next writer in."""
        self._connections.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def pinned(self, content_hash: str) -> bytes | None:
        """An office document by the hash of its content."""
        with self.read() as connection:
            return pinned_body(connection, content_hash)

    @property
    def is_projected(self) -> bool:
        """Whether lists and trays are what this Desk makes of the journal; if not, `models.verify.rebuild` is due."""
        with self.read() as connection:
            return is_current(connection)

    def read(self) -> AbstractContextManager[Connection]:
        """A snapshot of the store."""
        return self._connections.lent("BEGIN DEFERRED")

    @contextmanager
    def write(self, reckon_of: ReckonOf | None = None) -> Iterator[UnitOfWork]:
        """One act: everything in it is durable when the block ends, or nothing of it happened. `reckon_of` says in this act
        when a case is promised, where that is what the act changes.
        """
        with self._connections.lent("BEGIN IMMEDIATE") as connection:
            work = UnitOfWork(connection, reckon_of or self.reckon_of)
            yield work
            work.finish()
            self.files.mark(work.forgotten)
        self.files.forget(work.forgotten)

    @contextmanager
    def note(self) -> Iterator[Connection]:
        """A transaction for a line of the audit trail, also on a store that was opened to look only.

        Nothing else is written so: the trail is this counter's own, no part of the journal, and SQLite lets two
        processes write in turn (decision 017).

        Raises:
            StoreError: it can't be written here.
        """
        if self._lock is not None:
            with self._connections.lent("BEGIN IMMEDIATE") as connection:
                yield connection
            return
        connections = self._connections.to_write()
        try:
            with connections.lent("BEGIN IMMEDIATE") as connection:
                yield connection
        finally:
            connections.close()


def _bring_up_to_date(path: Path, key: bytes, *, read_only: bool = False) -> None:
    engine = open_engine(path, key, read_only=read_only)
    try:
        with known_troubles(path):
            bring_up_to_date(engine, path)
    finally:
        engine.dispose()


def _migrate_if_older(home: Home, key: bytes, patience: float) -> None:
    """A store of an earlier Desk is brought up to date by whoever comes first, a reader too; that takes the lock."""
    with raw_reader(home, key) as connection:
        if schema_version(connection) >= SCHEMA_VERSION:
            return
    Store.open(home, patience=patience).close()


@contextmanager
def raw_reader(home: Home, key: bytes) -> Iterator[Connection]:
    """A connection to a store that may be damaged: nothing is migrated, nothing expected of it."""
    connections = Connections(home.store, key, read_only=True, damaged=True)
    try:
        with connections.lent() as connection:
            yield connection
    finally:
        connections.close()


def create_store(
    home: Home, *, device: DeviceId, office: str, counter: str, prefix: str, officer: str, at: str
) -> None:
    """Make the store of a new counter. A home that has one is left as it is."""
    home.create()
    with WriterLock(home):
        if home.exists:
            return
        key = store_key(home, create=True)
        building = home.store.with_suffix(".new")
        building.unlink(missing_ok=True)
        connections = Connections(building, key)
        try:
            _bring_up_to_date(building, key)
            with connections.lent("BEGIN IMMEDIATE") as connection:
                _insert_device(connection, device, office, counter, prefix, officer, at)
                mark_current(connection)
            with connections.lent() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        finally:
            connections.close()
        building.replace(home.store)
        make_names_durable(home.folder)


def _insert_device(
    connection: Connection, device: DeviceId, office: str, counter: str, prefix: str, officer: str, at: str
) -> None:
    private_key = new_signing_key()
    connection.exec_driver_sql(
        "INSERT INTO device (one, id, office, counter, prefix, officer, private_key, seq, lamport, head, signature,"
        " last_at, created_at) VALUES (1, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)",
        (device, office, counter, prefix, officer, private_key, GENESIS, sign(private_key, GENESIS), at, at),
    )


def _identity(connection: Connection, home: Home) -> Identity:
    row = connection.exec_driver_sql(
        "SELECT id, office, counter, prefix, officer, created_at FROM device WHERE one = 1"
    ).one_or_none()
    if row is None:
        raise _incomplete(home)
    return Identity(*row)


def _incomplete(home: Home) -> StoreError:
    return StoreError(
        "store_damaged", "Data di {folder} tidak lengkap; pulihkan dari cadangan.", folder=str(home.folder)
    )


__all__ = ["Identity", "PinnedBody", "ReckonOf", "Reckoned", "Store", "create_store", "raw_reader"]
