"""What stands out about a file: something untold, a clock that stands."""

from alembic import op

revision = "0008"
down_revision = "0007"

STATEMENTS = (
    "ALTER TABLE cases ADD COLUMN unrecorded INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX ix_cases_paused ON cases (received, n) WHERE paused IS NOT NULL",
    "CREATE INDEX ix_cases_unrecorded ON cases (received, n) WHERE unrecorded = 1",
)


def upgrade() -> None:
    """A column and its index; Desk fills it from the journal when it opens the store next."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
