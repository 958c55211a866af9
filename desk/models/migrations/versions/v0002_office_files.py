"""The office's own versions of pack files."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A line a version; the content stands in `pinned`."""
    op.get_bind().exec_driver_sql(
        """
        CREATE TABLE office_files (
            name TEXT NOT NULL,
            version INTEGER NOT NULL,
            hash TEXT,
            reason TEXT NOT NULL,
            officer TEXT NOT NULL,
            at TEXT NOT NULL,
            undoes INTEGER,
            CONSTRAINT pk_office_files PRIMARY KEY (name, version)
        ) WITHOUT ROWID
        """
    )
