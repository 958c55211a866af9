"""What stands out about a file: something untold, a product that waits to be fetched, a clock that stands."""

from alembic import op

revision = "0008"
down_revision = "0007"

STATEMENTS = (
    "ALTER TABLE cases ADD COLUMN unrecorded INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE cases ADD COLUMN to_fetch INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX ix_cases_paused ON cases (received, n) WHERE paused IS NOT NULL",
    "CREATE INDEX ix_cases_unrecorded ON cases (received, n) WHERE unrecorded = 1",
    "CREATE INDEX ix_cases_to_fetch ON cases (received, n) WHERE to_fetch = 1",
)


def upgrade() -> None:
    """Columns and their indexes; Desk fills them from the journal when it opens the store next."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
