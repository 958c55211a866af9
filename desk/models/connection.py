"""Open connections to the database file: SQLCipher with the pragmas that the promises rest on, lent and taken back.

Statements go to the driver as they are. SQLAlchemy declares the tables and, under Alembic, migrates them; on the way
of every act its engine would cost more than SQLite itself, and a fifth of a second at each start (docs/performance.md).
"""

from __future__ import annotations

import errno
import os
from collections import namedtuple
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal

from sqlcipher3 import dbapi2

from desk.domain.errors import StoreError
from desk.language import mark, system_reason

BUSY_SECONDS = 10

Fault = dbapi2.Error
"""What the driver raises."""

Row = tuple[Any, ...]
Begin = Literal["BEGIN DEFERRED", "BEGIN IMMEDIATE"]


class Rows:
    """What a statement found, in its order: rows are tuples whose values have their columns' names too."""

    __slots__ = ("_cursor",)

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def __iter__(self) -> Iterator[Any]:
        if self._cursor.description is None:
            return iter(())
        return map(_named(self._cursor.description)._make, self._cursor)

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""
        return int(self._cursor.rowcount)

    @property
    def lastrowid(self) -> int:
        """The number that SQLite gave the row just inserted: one more than the highest."""
        return int(self._cursor.lastrowid)

    def all(self) -> list[Any]:
        """Every row."""
        return list(self)

    def tuples(self) -> list[Row]:
        """Every row as a plain tuple: for many rows."""
        found: list[Row] = self._cursor.fetchall()
        return found

    def one_or_none(self) -> Any:
        """The first row, or None."""
        return next(iter(self), None)

    def one(self) -> Any:
        """The first row, which is there."""
        row = self.one_or_none()
        if row is None:
            raise LookupError("a row that is always there is not there")
        return row

    def scalars(self) -> list[Any]:
        """The first value of every row."""
        return [row[0] for row in self._cursor]

    def scalar(self) -> Any:
        """The first value of the first row, None without a row."""
        row = self._cursor.fetchone()
        return None if row is None else row[0]

    def scalar_one(self) -> Any:
        """The first value of the first row, which is there."""
        return self.one()[0]


@lru_cache(maxsize=256)
def _named(description: tuple[tuple[str, ...], ...]) -> Any:
    """A tuple whose values have the names of a cursor's columns."""
    return namedtuple("Row", [column[0] for column in description], rename=True)


class Connection:
    """An open connection.

    Attributes:
        driver: sqlcipher3's own, in which no transaction begins by itself.
    """

    __slots__ = ("driver",)

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def exec_driver_sql(self, sql: str, parameters: Sequence[object] = ()) -> Rows:
        """Run a statement; `?` takes the parameters in order."""
        return Rows(self.driver.execute(sql, parameters))


def open_driver(path: Path, key: bytes, *, read_only: bool = False, damaged: bool = False) -> Any:
    """The driver's own connection to the encrypted file; `key` is the raw 32-byte key, so that no time goes into
    deriving one.

    WAL lets readers go on while one writes; synchronous=FULL makes a commit survive a power cut. For a file that may be
    `damaged` nothing is set that would have to read its schema.
    """
    mode = "rwc"
    if read_only:
        mode = "ro&immutable=1" if _cannot_change(path) else "ro"
    driver = dbapi2.connect(
        f"{path.as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    driver.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error, which is ours
    driver.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if damaged:
        return driver
    try:
        if not read_only:
            driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("PRAGMA synchronous = FULL")
        driver.execute("PRAGMA foreign_keys = ON")
        driver.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE deletes no event either
        driver.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        driver.close()
        raise
    return driver


def _cannot_change(path: Path) -> bool:
    """Whether nobody can write here, and nothing waits in a log: a backup on a disk that can only be read."""
    return not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()


class Connections:
    """The open connections to one file. Each is lent to one transaction at a time; the one given back last is lent next,
    so that one thread always meets the same pages in memory.
    """

    def __init__(self, path: Path, key: bytes, *, read_only: bool = False, damaged: bool = False) -> None:
        self.path, self._key = path, key
        self._open = partial(open_driver, path, key, read_only=read_only, damaged=damaged)
        self._idle: list[Connection] = []
        self._closed = False

    @contextmanager
    def lent(self, begin: Begin | None = None) -> Iterator[Connection]:
        """A connection, within a transaction if it is begun: committed at the end, or undone by whatever is raised. What
        the world does to the file is said in a sentence.
        """
        connection = None
        try:
            connection = self._taken()
            if begin:
                connection.driver.execute(begin)
            yield connection
            if begin:
                connection.driver.execute("COMMIT")
        except BaseException as error:
            if (
                begin and connection is not None and connection.driver.in_transaction
            ):  # a full disk has ended it already
                connection.driver.rollback()
            trouble = known_trouble(error, self.path)
            if trouble is None:
                raise
            raise trouble from error
        finally:
            if connection is not None:
                self._take_back(connection)

    def to_write(self) -> Connections:
        """The same file once more, to be written to, whatever these connections may do."""
        return Connections(self.path, self._key)

    def close(self) -> None:
        """Close those that are idle, and each of the others when it is given back."""
        self._closed = True
        while self._idle:
            self._idle.pop().driver.close()

    def _taken(self) -> Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return Connection(self._open())

    def _take_back(self, connection: Connection) -> None:
        if self._closed or connection.driver.in_transaction:
            connection.driver.close()
        else:
            self._idle.append(connection)


@contextmanager
def known_troubles(path: Path) -> Iterator[None]:
    """Turn what the world does to a database file into sentences; faults of ours pass as they are."""
    try:
        yield
    except Exception as error:
        trouble = known_trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error


def known_trouble(error: BaseException, path: Path) -> StoreError | None:
    """What the world did to a database file, as a sentence; None for a fault of ours."""
    cause = getattr(error, "orig", error)  # what SQLAlchemy wraps
    if isinstance(cause, Fault):
        return _trouble(cause, path)
    if not isinstance(error, OSError) or error.errno not in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT):
        return None
    return StoreError(
        "disk_trouble",
        "Data di {folder} tidak bisa ditulis ({reason}); isian belum tersimpan.",
        folder=str(path.parent),
        reason=system_reason(error),
    )


_DAMAGED = mark("Data {path} rusak. Jalankan `desk verify`, lalu pulihkan dari cadangan.")

_TROUBLES: tuple[tuple[str, str, str], ...] = (
    (
        "file is not a database",
        "wrong_key_or_damaged",
        mark(
            "Data {path} tidak bisa dibuka: kuncinya bukan yang dipakai data ini, atau berkasnya rusak. "
            "Pulihkan dari cadangan atau pasang kunci yang benar."
        ),
    ),
    ("malformed", "store_damaged", _DAMAGED),
    (
        "file is encrypted",
        "wrong_key_or_damaged",
        mark("Data {path} tidak bisa dibuka: kuncinya bukan yang dipakai data ini."),
    ),
    (
        "full",
        "disk_full",
        mark("Diska penuh: yang terakhir belum tersimpan. Kosongkan tempat di {folder}, lalu simpan lagi."),
    ),
    ("locked", "store_in_use", mark("Data {path} sedang dipakai proses lain; tutup Desk yang lain lalu ulangi.")),
    (
        "readonly",
        "store_read_only",
        mark("Data {path} hanya bisa dibaca; perbaiki hak tulis folder {folder}. Isian belum tersimpan."),
    ),
    (
        "unable to open",
        "store_unreadable",
        mark("Data {path} tidak bisa dibuka; periksa hak baca dan tulis folder {folder}."),
    ),
    (
        "disk i/o error",
        "disk_trouble",
        mark("Diska tidak bisa dibaca atau ditulis di {folder}; isian belum tersimpan."),
    ),
)


def _trouble(cause: BaseException, path: Path) -> StoreError | None:
    message = str(cause).lower()
    for words, code, template in _TROUBLES:
        if words in message:
            return StoreError(code, template, path=str(path), folder=str(path.parent))
    if type(cause) is dbapi2.DatabaseError:  # SQLite's corruption, however worded; what we do wrong is a class below it
        return StoreError("store_damaged", _DAMAGED, path=str(path))
    return None
