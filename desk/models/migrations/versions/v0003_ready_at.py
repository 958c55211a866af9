"""When the product was ready: lists tell overdue files from those that only wait to be fetched."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The column, filled from the journal's last word on it."""
    connection = op.get_bind()
    connection.exec_driver_sql("ALTER TABLE cases ADD COLUMN ready_at TEXT")
    connection.exec_driver_sql(
        """
        UPDATE cases SET ready_at = (
            SELECT json_extract(CAST(e.envelope AS TEXT), '$.facts.ready_at') AS moment
            FROM event_subjects s JOIN events e ON e.arrival = s.arrival
            WHERE s.subject = cases.id AND moment IS NOT NULL
            ORDER BY json_extract(CAST(e.envelope AS TEXT), '$.lamport') DESC
            LIMIT 1
        )
        """
    )
