"""The schema that the migrations make, as SQL, into tests/models/schema.sql: run it after adding a migration.

usage: python -m scripts.schema_snapshot
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from desk.models.schema import bring_up_to_date, open_engine

SNAPSHOT = Path(__file__).parents[1] / "tests" / "models" / "schema.sql"


def schema_sql() -> str:
    """Every object of a new store, by name; FTS5's and Alembic's own tables left out."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        engine = open_engine(path, bytes(32))
        bring_up_to_date(engine, path)
        with engine.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'case_search_%'"
                " AND name NOT LIKE 'alembic_%' ORDER BY tbl_name, type DESC, name"
            )
            statements = ["\n".join(line.strip() for line in sql.strip().splitlines()) for (sql,) in found]
        engine.dispose()
    return "".join(f"{statement};\n\n" for statement in statements)


if __name__ == "__main__":
    SNAPSHOT.write_text(schema_sql(), encoding="utf-8")
    print(SNAPSHOT)
