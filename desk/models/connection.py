"""Opening the database file: SQLCipher through SQLAlchemy, with the pragmas that the promises rest on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk.domain.errors import StoreError

BUSY_SECONDS = 10


def open_engine(path: Path, key: bytes, *, read_only: bool = False, damaged: bool = False) -> Engine:
    """An engine on the encrypted file; `key` is the raw 32-byte key, so that no time goes into deriving one.

    WAL lets readers go on while one writes; synchronous=FULL makes a commit survive a power cut. For a file that may be
    `damaged` nothing is set that would have to read its schema.
    """

    def connect() -> Any:
        mode = "ro" if read_only else "rwc"
        connection = dbapi2.connect(
            f"{path.as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_SECONDS,
        )
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error, which is ours
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if damaged:
            return connection
        try:
            if not read_only:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE deletes no event either
            connection.execute("PRAGMA temp_store = MEMORY")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, module=dbapi2, poolclass=QueuePool, pool_size=2, max_overflow=4
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


@contextmanager
def known_troubles(path: Path) -> Iterator[None]:
    """Turn what the world does to a database file into sentences; faults of ours pass as they are."""
    try:
        yield
    except (dbapi2.Error, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        trouble = _trouble(cause, path)
        if trouble is None:
            raise
        raise trouble from error
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT):
            raise
        raise StoreError(
            "disk_trouble",
            "Data di {folder} tidak bisa ditulis ({reason}); isian belum tersimpan.",
            folder=str(path.parent),
            reason=error.strerror,
        ) from error


_DAMAGED = "Data {path} rusak. Jalankan `desk verify`, lalu pulihkan dari cadangan."

_TROUBLES: tuple[tuple[str, str, str], ...] = (
    (
        "file is not a database",
        "wrong_key_or_damaged",
        (
            "Data {path} tidak bisa dibuka: kuncinya bukan yang dipakai data ini, atau berkasnya rusak. "
            "Pulihkan dari cadangan atau pasang kunci yang benar."
        ),
    ),
    ("malformed", "store_damaged", _DAMAGED),
    (
        "file is encrypted",
        "wrong_key_or_damaged",
        "Data {path} tidak bisa dibuka: kuncinya bukan yang dipakai data ini.",
    ),
    (
        "full",
        "disk_full",
        "Diska penuh: yang terakhir belum tersimpan. Kosongkan tempat di {folder}, lalu simpan lagi.",
    ),
    ("locked", "store_in_use", "Data {path} sedang dipakai proses lain; tutup Desk yang lain lalu ulangi."),
    (
        "readonly",
        "store_read_only",
        "Data {path} hanya bisa dibaca; perbaiki hak tulis folder {folder}. Isian belum tersimpan.",
    ),
    (
        "unable to open",
        "store_unreadable",
        "Data {path} tidak bisa dibuka; periksa hak baca dan tulis folder {folder}.",
    ),
    ("disk i/o error", "disk_trouble", "Diska tidak bisa dibaca atau ditulis di {folder}; isian belum tersimpan."),
)


def _trouble(cause: BaseException | None, path: Path) -> StoreError | None:
    message = str(cause).lower()
    for words, code, template in _TROUBLES:
        if words in message:
            return StoreError(code, template, path=str(path), folder=str(path.parent))
    if type(cause) is dbapi2.DatabaseError:  # SQLite's corruption, however worded; what we do wrong is a class below it
        return StoreError("store_damaged", _DAMAGED, path=str(path))
    return None
