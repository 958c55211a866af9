"""The schema and its migrations: what they make, what is put aside before, what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DBAPIError

from desk.domain.errors import StoreError
from desk.models import schema, tables, verify
from desk.models.home import Home, store_key
from desk.models.schema import SCHEMA_VERSION, bring_up_to_date, open_engine, schema_version
from desk.models.store import Store
from desk.services import acts, cases, queue, upkeep
from desk.services.counter import Counter
from desk.services.intake import register
from scripts.schema_snapshot import SNAPSHOT, schema_sql
from tests.conftest import OpenCounter
from tests.factory import DISASTER, intake

VERSIONS = Path(schema.__file__).parent / "migrations" / "versions"


@pytest.fixture
def new(tmp_path: Path) -> Any:
    """Opens an engine on a new file of the test's folder."""
    engines: list[Engine] = []

    def engine(name: str) -> Engine:
        engines.append(open_engine(tmp_path / name, bytes(32)))
        return engines[-1]

    yield engine
    for made in engines:
        made.dispose()


def shape(engine: Engine) -> dict[str, Any]:
    """Tables with columns, keys, indexes and checks, apart from those that FTS5 and Alembic keep."""
    found = inspect(engine)
    with engine.connect() as connection:
        bare = {
            row.name: "WITHOUT ROWID" in row.sql.upper()
            for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        }
    return {
        name: {
            "columns": [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(name)],
            "primary key": found.get_pk_constraint(name),
            "indexes": sorted((i["name"] or "", i["column_names"]) for i in found.get_indexes(name)),
            "unique": sorted((u["name"] or "", u["column_names"]) for u in found.get_unique_constraints(name)),
            "checks": sorted(
                (c["name"] or "", c["sqltext"].replace('"', "")) for c in found.get_check_constraints(name)
            ),
            "foreign keys": found.get_foreign_keys(name),
            "without rowid": bare[name],
        }
        for name in found.get_table_names()
        if not name.startswith(("case_search", "alembic_"))
    }


def aged(home: Home) -> None:
    """Make the store what the first Desk would have left."""
    engine = open_engine(home.store, store_key(home))
    with engine.connect() as connection:
        for name in set(tables.metadata.tables) - FIRST_TABLES:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        for index in ("due_at", "ready_at", "birth_date", "paused", "unrecorded"):
            connection.exec_driver_sql(f"DROP INDEX ix_cases_{index}")
        connection.exec_driver_sql("DROP INDEX ix_events_came_back")
        for column in ("ready_at", "holder", "since", "paused", "birth_date", "unrecorded"):
            connection.exec_driver_sql(f"ALTER TABLE cases DROP COLUMN {column}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.commit()
    engine.dispose()


FIRST_TABLES = {"events", "event_subjects", "case_keys", "device", "pinned", "cases", "series", "drafts", "prints"}


def test_upgrading_nothing_gives_the_tables_that_queries_are_written_against(new: Any, tmp_path: Path) -> None:
    migrated, described = new("migrated.db"), new("described.db")
    bring_up_to_date(migrated, tmp_path / "migrated.db")
    with described.connect() as connection:
        tables.metadata.create_all(connection)
        connection.commit()
    assert shape(migrated) == shape(described)


def test_the_schema_is_the_one_that_was_looked_at() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == schema_sql(), (
        "run `python -m scripts.schema_snapshot` and read the diff"
    )


def test_every_migration_counts() -> None:
    assert len(list(VERSIONS.glob("v[0-9]*.py"))) == SCHEMA_VERSION


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("v[0-9]*.py")), ids=lambda path: path.stem)
def test_a_migration_stands_by_itself_and_takes_nothing_away(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert "desk" not in content.replace("desk's", "")
    assert not any(word in content for word in ("DROP TABLE", "DROP COLUMN", "RENAME", "DELETE FROM"))


def test_a_store_that_is_up_to_date_is_left_alone(counter: Counter) -> None:
    before = sorted(path.name for path in counter.store.home.folder.iterdir())
    counter.store.close()
    Store.open(counter.store.home).close()
    assert sorted(path.name for path in counter.store.home.folder.iterdir() if "-" not in path.name) == [
        name for name in before if "-" not in name
    ]


def test_a_store_of_a_newer_desk_is_refused_with_exit_5(counter: Counter) -> None:
    with counter.store.write() as work:
        work.connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    counter.store.close()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="perbarui Desk dulu") as caught:
            Store.open(counter.store.home, read_only=read_only)
        assert (caught.value.code, caught.value.exit_code) == ("store_newer", 5)


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_store_is_put_aside_whole_before_it_is_migrated(open_counter: OpenCounter, read_only: bool) -> None:
    counter = open_counter()
    receipt = register(counter, intake())
    while cases.load(counter, receipt.id).ready_at is None:
        acts.act(counter, receipt.id, "advance")
    register(counter, intake(DISASTER))
    trays = queue.trays(counter)
    counter.store.close()
    home = counter.store.home
    aged(home)
    counter = open_counter(read_only=read_only)
    assert upkeep.problems(counter) == []
    assert len(trays) == 2
    assert queue.trays(counter) == trays
    assert cases.find(counter, receipt.registration_number).applicant.name == "Siti Aminah"
    with counter.store.read() as connection:
        assert schema_version(connection) == SCHEMA_VERSION
    aside = home.folder / f"desk-sebelum-skema-{SCHEMA_VERSION}.db"
    assert b"Siti Aminah" not in aside.read_bytes()
    assert not aside.read_bytes().startswith(b"SQLite format 3")
    engine = open_engine(aside, store_key(home), read_only=True)
    with engine.connect() as connection:
        assert schema_version(connection) == 1
        assert connection.exec_driver_sql("SELECT DISTINCT name FROM cases").scalar_one() == "Siti Aminah"
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    engine.dispose()


@pytest.mark.parametrize("read_only", [False, True])
def test_rows_that_another_desk_made_are_made_anew_by_whoever_comes_first(
    open_counter: OpenCounter, read_only: bool
) -> None:
    counter = open_counter()
    register(counter, intake())
    with counter.store.write() as work:
        work.connection.exec_driver_sql("DELETE FROM holdings")
        work.connection.exec_driver_sql("PRAGMA application_id = 4711")
    counter.store.close()
    counter = open_counter(read_only=read_only)
    assert [tray.count for tray in queue.trays(counter)] == [1]
    assert counter.store.is_projected
    assert upkeep.problems(counter) == []


def test_rows_that_can_not_be_made_anew_now_are_left_for_the_next_time(
    open_counter: OpenCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = open_counter()
    register(counter, intake())
    with counter.store.write() as work:
        work.connection.exec_driver_sql("PRAGMA application_id = 0")
    counter.store.close()

    def stumble(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(verify, "project", stumble)
        with pytest.raises(RuntimeError):
            open_counter()
    with Store.open(counter.store.home) as store, store.read() as connection:
        assert not store.is_projected
        assert connection.exec_driver_sql("SELECT count(*) FROM cases").scalar_one() == 1
    assert open_counter().store.is_projected


def test_a_migration_that_fails_leaves_the_store_as_it_was_and_the_copy_beside_it(open_counter: OpenCounter) -> None:
    counter = open_counter()
    counter.store.close()
    home = counter.store.home
    aged(home)
    engine = open_engine(home.store, store_key(home))
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE office_files (in_the_way TEXT)")
        connection.commit()
    with pytest.raises(DBAPIError, match="already exists"):
        Store.open(home)
    with engine.connect() as connection:
        assert schema_version(connection) == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM device").scalar_one() == 1
        connection.exec_driver_sql("DROP TABLE office_files")
        connection.commit()
    engine.dispose()
    assert (home.folder / f"desk-sebelum-skema-{SCHEMA_VERSION}.db").exists()
    Store.open(home).close()


def test_a_store_emptied_by_a_crash_is_damaged_and_not_made_anew(counter: Counter) -> None:
    counter.store.close()
    home = counter.store.home
    for path in home.folder.glob("desk.db*"):
        path.write_bytes(b"")
    for read_only in (False, True):
        with pytest.raises(StoreError) as caught:
            Store.open(home, read_only=read_only)
        assert caught.value.code == "store_damaged"
    assert home.store.read_bytes() == b""
