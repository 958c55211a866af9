"""What recaps count: the turns of every case, laid by day."""

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS = (
    """
    CREATE TABLE turns (
        day TEXT NOT NULL,
        n INTEGER NOT NULL,
        k INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        service TEXT NOT NULL,
        officer TEXT NOT NULL,
        counter TEXT NOT NULL,
        sex TEXT NOT NULL,
        age TEXT NOT NULL,
        district TEXT NOT NULL,
        village TEXT NOT NULL,
        late INTEGER,
        minutes INTEGER,
        CONSTRAINT pk_turns PRIMARY KEY (day, n, k)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_turns_n ON turns (n)",
    "ALTER TABLE attachments ADD COLUMN n INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX ix_attachments_n ON attachments (n)",
    "CREATE INDEX ix_turns_day_service_kind_late_minutes ON turns (day, service, kind, late, minutes)",
)


def upgrade() -> None:
    """The table, and which local number an attachment belongs to; Desk fills both from the journal when it opens the store next."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
