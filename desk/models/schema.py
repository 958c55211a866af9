"""Bringing a store to this Desk's schema: Alembic, after a copy was put aside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.errors import StoreError
from desk.models.connection import Connection, open_driver

if TYPE_CHECKING:
    import sqlalchemy
    from sqlalchemy import Engine

SCHEMA_VERSION = 8
"""How many migrations there are; `PRAGMA user_version` of an up-to-date store."""


def open_engine(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """SQLAlchemy's engine on the encrypted file, for migrating it."""
    from sqlalchemy import create_engine, event  # noqa: PLC0415 (slow to import; an up-to-date store never needs it)
    from sqlcipher3 import dbapi2  # noqa: PLC0415 (see above)

    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: open_driver(path, key, read_only=read_only), module=dbapi2
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sqlalchemy.Connection) -> None:
    mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


def schema_version(connection: Connection | sqlalchemy.Connection) -> int:
    """The schema version of an open store, 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Migrate where needed.

    Raises:
        StoreError: the store was written by a newer Desk.
    """
    with engine.connect() as connection:
        version = schema_version(connection)
    if version == SCHEMA_VERSION:
        return
    if version > SCHEMA_VERSION:
        raise StoreError(
            "store_newer",
            "Data {path} dibuat oleh Desk yang lebih baru (skema {found}, di sini {known}); perbarui Desk dulu.",
            path=str(path),
            found=version,
            known=SCHEMA_VERSION,
        )
    if version > 0:
        put_copy_aside(engine, path.with_name(f"{path.stem}-sebelum-skema-{SCHEMA_VERSION}.db"))
    _migrate(engine)


def put_copy_aside(engine: Engine, target: Path) -> None:
    """Copy the store, whole and still encrypted, next to itself."""
    target.unlink(missing_ok=True)
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None  # noqa: S101 (a connection in use has one)
        raw.commit()
        raw.execute("VACUUM INTO ?", (str(target),))


def _migrate(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 (slow to import; an up-to-date store never needs it)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.exec_driver_sql("PRAGMA application_id = 0")  # its rows are to be made anew (`models.projection`)
