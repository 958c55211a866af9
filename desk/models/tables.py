"""The tables, for queries. What creates them is `migrations/`; a test holds the two equal."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)

events = Table(
    "events",
    metadata,
    Column("arrival", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("sealed", LargeBinary),
    UniqueConstraint("id"),
    Index("ix_events_device_seq", "device", "seq"),
    Index("ix_events_came_back", "arrival", sqlite_where=text("kind IN ('answered', 'papers_added')")),
    CheckConstraint("seq > 0", "seq_positive"),
)
"""The journal, in order of arrival. `envelope` and `sealed` are exact bytes; triggers forbid changing them."""

event_subjects = Table(
    "event_subjects",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("arrival", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

case_keys = Table(
    "case_keys",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("key", LargeBinary),
    Column("destroyed_at", Text),
    CheckConstraint("(key IS NULL) = (destroyed_at IS NOT NULL)", "key_or_destroyed"),
    sqlite_with_rowid=False,
)

device = Table(
    "device",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("private_key", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("lamport", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("last_at", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    CheckConstraint("one = 1", "single_row"),
)
"""This counter: who it is, and the end of its chain."""

pinned = Table(
    "pinned",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Office documents by content: the service versions that cases were registered under."""

office_files = Table(
    "office_files",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("hash", Text),
    Column("reason", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undoes", Integer),
    sqlite_with_rowid=False,
)
"""The office's own versions of pack files, every one of them; `hash` names the content in `pinned`, null is retired."""

cases = Table(
    "cases",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("registration_number", Text, nullable=False),
    Column("tracking_code", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("nik", Text, nullable=False),
    Column("kk", Text, nullable=False),
    Column("sex", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("village", Text, nullable=False),
    Column("received", Integer, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("due_at", Text),
    Column("completed_at", Text),
    Column("intake_key", Text),
    Column("conflict", Integer, nullable=False),
    Column("read_only", Integer, nullable=False),
    Column("destroyed", Integer, nullable=False),
    Column("ready_at", Text),
    Column("holder", Text, nullable=False, server_default=""),
    Column("since", Text),
    Column("paused", Text),
    Column("birth_date", Text, nullable=False, server_default=""),
    Column("unrecorded", Integer, nullable=False, server_default="0"),
    UniqueConstraint("id"),
    Index("ix_cases_registration_number", "registration_number"),
    Index("ix_cases_tracking_code", "tracking_code"),
    Index("ix_cases_received", "received", "n"),
    Index("ix_cases_state_received", "state", "received", "n"),
    Index("ix_cases_service_received", "service", "received", "n"),
    Index("ix_cases_nik", "nik"),
    Index("ix_cases_kk", "kk"),
    Index("ix_cases_intake_key", "intake_key"),
    Index("ix_cases_due_at", "due_at", sqlite_where=text("state = 'open'")),
    Index("ix_cases_ready_at", "ready_at", sqlite_where=text("state = 'open'")),
    Index("ix_cases_birth_date", "birth_date", sqlite_where=text("birth_date <> ''")),
    Index("ix_cases_paused", "received", "n", sqlite_where=text("paused IS NOT NULL")),
    Index("ix_cases_unrecorded", "received", "n", sqlite_where=text("unrecorded = 1")),
)
"""A row a case: what lists show and searches need. `received` is seconds since 1970, for sorting. `holder` names
the positions that have the file, `since` when it came to them. `unrecorded`: something is untold."""

beneficiaries = Table(
    "beneficiaries",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("nik", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index("ix_beneficiaries_nik", "nik"),
    sqlite_with_rowid=False,
)
"""Whom files are about, as far as they have a NIK: a row a person, `n` that of `cases`, `line` the place in its list."""

holdings = Table(
    "holdings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("position", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("step", Text),
    Column("external", Integer, nullable=False),
    Column("since", Text, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("deadline", Text),
    Column("rank", Integer, nullable=False),
    Index("ix_holdings_position_urgency_rank_n", "position", "urgency", "rank", "n"),
    Index("ix_holdings_urgency_rank_n", "urgency", "rank", "n"),
    Index("ix_holdings_step", "step"),
    Index("ix_holdings_unseen", "position", "urgency", "rank", "n", sqlite_where=text("seen = 0")),
    sqlite_with_rowid=False,
)
"""Who has which file: a row a holder, `n` that of `cases`. `rank` is the second by which it is due, for sorting."""

agenda = Table(
    "agenda",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("book", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer),
    Column("body", Text, nullable=False),
    Index("ix_agenda_book_day_number", "book", "day", "number"),
    CheckConstraint("book IN ('in', 'out')", "known_book"),
    sqlite_with_rowid=False,
)
"""The agenda books of incoming and outgoing letters: a row a letter, `body` its columns as JSON."""

turns = Table(
    "turns",
    metadata,
    Column("day", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("k", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("sex", Text, nullable=False),
    Column("age", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("village", Text, nullable=False),
    Column("late", Integer),
    Column("minutes", Integer),
    Index("ix_turns_n", "n"),
    Index("ix_turns_day_service_kind_late_minutes", "day", "service", "kind", "late", "minutes"),
    sqlite_with_rowid=False,
)
"""What recaps count: a row a turn of a case (received, completed, reopened …), `day` in the office's zone."""

attachments = Table(
    "attachments",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("n", Integer, nullable=False, server_default="0"),
    Index("ix_attachments_case_id", "case_id"),
    Index("ix_attachments_n", "n"),
    sqlite_with_rowid=False,
)
"""Which sealed files the cases here need: `hash` names the content, `size` counts its sealed bytes."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("case_id", Text),
    Column("detail", Text, nullable=False),
    Index("ix_audit_case_id", "case_id"),
    Index("ix_audit_officer", "officer"),
    Index("ix_audit_at", "at"),
)
"""Who looked at what is guarded and who took data out; triggers forbid changing it."""

tray_counts = Table(
    "tray_counts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("position", Text, nullable=False),
    Column("expected", Integer, nullable=False),
    Column("found", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_tray_counts_at", "at"),
    sqlite_with_rowid=False,
)
"""Trays counted at the end of a shift against the screen; `body` names what was missing and what was too many."""

series = Table(
    "series",
    metadata,
    Column("name", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The last number given, by series and year. Numbers are integers here and text only on paper."""

drafts = Table(
    "drafts",
    metadata,
    Column("key", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("changed_at", Text, nullable=False),
)
"""Half-filled forms of this counter; never shared."""

prints = Table(
    "prints",
    metadata,
    Column("id", Text, primary_key=True),
    Column("paper", Text, nullable=False),
    Column("case_id", Text),
    Column("printer", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("ended_at", Text),
    Index("ix_prints_case_id", "case_id"),
    Index("ix_prints_asked_at", "asked_at"),
    CheckConstraint("state IN ('asked', 'printed', 'failed', 'saved')", "known_state"),
)
"""The print ledger of this counter."""
