"""Where files are and who looks at them: trays, agenda books, attachments, the audit trail, counts at the end of a shift."""

from alembic import op

revision = "0004"
down_revision = "0003"

TABLES = (
    """
    CREATE TABLE holdings (
        n INTEGER NOT NULL,
        slot TEXT NOT NULL,
        position TEXT NOT NULL,
        role TEXT NOT NULL,
        step TEXT,
        external INTEGER NOT NULL,
        since TEXT NOT NULL,
        seen INTEGER NOT NULL,
        urgency INTEGER NOT NULL,
        deadline TEXT,
        rank INTEGER NOT NULL,
        CONSTRAINT pk_holdings PRIMARY KEY (n, slot)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_holdings_position_urgency_rank_n ON holdings (position, urgency, rank, n)",
    "CREATE INDEX ix_holdings_urgency_rank_n ON holdings (urgency, rank, n)",
    """
    CREATE TABLE agenda (
        n INTEGER NOT NULL,
        book TEXT NOT NULL,
        "key" TEXT NOT NULL,
        day TEXT NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER,
        body TEXT NOT NULL,
        CONSTRAINT pk_agenda PRIMARY KEY (n, book, "key"),
        CONSTRAINT ck_agenda_known_book CHECK (book IN ('in', 'out'))
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_agenda_book_day_number ON agenda (book, day, number)",
    """
    CREATE TABLE attachments (
        hash TEXT NOT NULL,
        case_id TEXT NOT NULL,
        size INTEGER NOT NULL,
        CONSTRAINT pk_attachments PRIMARY KEY (hash, case_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_attachments_case_id ON attachments (case_id)",
    """
    CREATE TABLE audit (
        id INTEGER NOT NULL,
        at TEXT NOT NULL,
        officer TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id TEXT,
        detail TEXT NOT NULL,
        CONSTRAINT pk_audit PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_audit_case_id ON audit (case_id)",
    """
    CREATE TABLE tray_counts (
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        officer TEXT NOT NULL,
        position TEXT NOT NULL,
        expected INTEGER NOT NULL,
        found INTEGER NOT NULL,
        body TEXT NOT NULL,
        CONSTRAINT pk_tray_counts PRIMARY KEY (id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_tray_counts_at ON tray_counts (at)",
    """
    CREATE TRIGGER audit_is_kept BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END
    """,
    """
    CREATE TRIGGER audit_is_not_erased BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is never erased'); END
    """,
)

COLUMNS = (
    "ALTER TABLE cases ADD COLUMN holder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cases ADD COLUMN since TEXT",
    "ALTER TABLE cases ADD COLUMN paused TEXT",
    "ALTER TABLE cases ADD COLUMN birth_date TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX ix_cases_due_at ON cases (due_at) WHERE state = 'open'",
    "CREATE INDEX ix_cases_ready_at ON cases (ready_at) WHERE state = 'open'",
    "CREATE INDEX ix_cases_birth_date ON cases (birth_date) WHERE birth_date <> ''",
)


def upgrade() -> None:
    """Tables and columns; Desk fills them from the journal when it opens the store next."""
    connection = op.get_bind()
    for statement in (*TABLES, *COLUMNS):
        connection.exec_driver_sql(statement)
