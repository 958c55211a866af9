"""People beside the applicant: those whom files are about, by their NIK; and the audit trail by officer and time."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    """
    CREATE TABLE beneficiaries (
        n INTEGER NOT NULL,
        line INTEGER NOT NULL,
        nik TEXT NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_beneficiaries PRIMARY KEY (n, line)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX ix_beneficiaries_nik ON beneficiaries (nik)",
    "CREATE INDEX ix_audit_officer ON audit (officer)",
    "CREATE INDEX ix_audit_at ON audit (at)",
)


def upgrade() -> None:
    """The table; Desk fills it from the journal when it opens the store next."""
    connection = op.get_bind()
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
