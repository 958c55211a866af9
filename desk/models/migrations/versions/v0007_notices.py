"""What notices look for is found by an index: what came back, what waits to be fetched, what nobody has received."""

from alembic import op

revision = "0007"
down_revision = "0006"

INDEXES = (
    "CREATE INDEX ix_events_came_back ON events (arrival) WHERE kind IN ('answered', 'papers_added')",
    "CREATE INDEX ix_holdings_step ON holdings (step)",
    "CREATE INDEX ix_holdings_unseen ON holdings (position, urgency, rank, n) WHERE seen = 0",
)


def upgrade() -> None:
    """Indexes only: nothing that is stored changes."""
    connection = op.get_bind()
    for statement in INDEXES:
        connection.exec_driver_sql(statement)
