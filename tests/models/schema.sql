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
) WITHOUT ROWID;

CREATE INDEX ix_agenda_book_day_number ON agenda (book, day, number);

CREATE TABLE attachments (
hash TEXT NOT NULL,
case_id TEXT NOT NULL,
size INTEGER NOT NULL, n INTEGER NOT NULL DEFAULT 0,
CONSTRAINT pk_attachments PRIMARY KEY (hash, case_id)
) WITHOUT ROWID;

CREATE INDEX ix_attachments_case_id ON attachments (case_id);

CREATE INDEX ix_attachments_n ON attachments (n);

CREATE TRIGGER audit_is_kept BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;

CREATE TRIGGER audit_is_not_erased BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is never erased'); END;

CREATE TABLE audit (
id INTEGER NOT NULL,
at TEXT NOT NULL,
officer TEXT NOT NULL,
action TEXT NOT NULL,
case_id TEXT,
detail TEXT NOT NULL,
CONSTRAINT pk_audit PRIMARY KEY (id)
);

CREATE INDEX ix_audit_at ON audit (at);

CREATE INDEX ix_audit_case_id ON audit (case_id);

CREATE INDEX ix_audit_officer ON audit (officer);

CREATE TABLE beneficiaries (
n INTEGER NOT NULL,
line INTEGER NOT NULL,
nik TEXT NOT NULL,
name TEXT NOT NULL,
CONSTRAINT pk_beneficiaries PRIMARY KEY (n, line)
) WITHOUT ROWID;

CREATE INDEX ix_beneficiaries_nik ON beneficiaries (nik);

CREATE TABLE case_keys (
case_id TEXT NOT NULL,
"key" BLOB,
destroyed_at TEXT,
CONSTRAINT pk_case_keys PRIMARY KEY (case_id),
CONSTRAINT ck_case_keys_key_or_destroyed CHECK ((key IS NULL) = (destroyed_at IS NOT NULL))
) WITHOUT ROWID;

CREATE VIRTUAL TABLE case_search USING fts5(
words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE cases (
n INTEGER NOT NULL,
id TEXT NOT NULL,
registration_number TEXT NOT NULL,
tracking_code TEXT NOT NULL,
service TEXT NOT NULL,
state TEXT NOT NULL,
counter TEXT NOT NULL,
name TEXT NOT NULL,
nik TEXT NOT NULL,
kk TEXT NOT NULL,
sex TEXT NOT NULL,
district TEXT NOT NULL,
village TEXT NOT NULL,
received INTEGER NOT NULL,
received_at TEXT NOT NULL,
due_at TEXT,
completed_at TEXT,
intake_key TEXT,
conflict INTEGER NOT NULL,
read_only INTEGER NOT NULL,
destroyed INTEGER NOT NULL, ready_at TEXT, holder TEXT NOT NULL DEFAULT '', since TEXT, paused TEXT, birth_date TEXT NOT NULL DEFAULT '', unrecorded INTEGER NOT NULL DEFAULT 0,
CONSTRAINT pk_cases PRIMARY KEY (n),
CONSTRAINT uq_cases_id UNIQUE (id)
);

CREATE INDEX ix_cases_birth_date ON cases (birth_date) WHERE birth_date <> '';

CREATE INDEX ix_cases_due_at ON cases (due_at) WHERE state = 'open';

CREATE INDEX ix_cases_intake_key ON cases (intake_key);

CREATE INDEX ix_cases_kk ON cases (kk);

CREATE INDEX ix_cases_nik ON cases (nik);

CREATE INDEX ix_cases_paused ON cases (received, n) WHERE paused IS NOT NULL;

CREATE INDEX ix_cases_ready_at ON cases (ready_at) WHERE state = 'open';

CREATE INDEX ix_cases_received ON cases (received, n);

CREATE INDEX ix_cases_registration_number ON cases (registration_number);

CREATE INDEX ix_cases_service_received ON cases (service, received, n);

CREATE INDEX ix_cases_state_received ON cases (state, received, n);

CREATE INDEX ix_cases_tracking_code ON cases (tracking_code);

CREATE INDEX ix_cases_unrecorded ON cases (received, n) WHERE unrecorded = 1;

CREATE TABLE device (
one INTEGER NOT NULL,
id TEXT NOT NULL,
office TEXT NOT NULL,
counter TEXT NOT NULL,
prefix TEXT NOT NULL,
officer TEXT NOT NULL,
private_key BLOB NOT NULL,
seq INTEGER NOT NULL,
lamport INTEGER NOT NULL,
head TEXT NOT NULL,
signature BLOB NOT NULL,
last_at TEXT NOT NULL,
created_at TEXT NOT NULL,
CONSTRAINT pk_device PRIMARY KEY (one),
CONSTRAINT ck_device_single_row CHECK (one = 1)
);

CREATE TABLE drafts (
"key" TEXT NOT NULL,
title TEXT NOT NULL,
body BLOB NOT NULL,
changed_at TEXT NOT NULL,
CONSTRAINT pk_drafts PRIMARY KEY ("key")
);

CREATE TABLE event_subjects (
subject TEXT NOT NULL,
arrival INTEGER NOT NULL,
CONSTRAINT pk_event_subjects PRIMARY KEY (subject, arrival)
) WITHOUT ROWID;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TRIGGER events_never_change BEFORE UPDATE OF arrival, id, device, seq, kind, envelope ON events
BEGIN SELECT RAISE(ABORT, 'events never change'); END;

CREATE TRIGGER seals_are_only_destroyed BEFORE UPDATE OF sealed ON events WHEN NEW.sealed IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'events never change'); END;

CREATE TABLE events (
arrival INTEGER NOT NULL,
id TEXT NOT NULL,
device TEXT NOT NULL,
seq INTEGER NOT NULL,
kind TEXT NOT NULL,
envelope BLOB NOT NULL,
sealed BLOB,
CONSTRAINT pk_events PRIMARY KEY (arrival),
CONSTRAINT uq_events_id UNIQUE (id),
CONSTRAINT ck_events_seq_positive CHECK (seq > 0)
);

CREATE INDEX ix_events_came_back ON events (arrival) WHERE kind IN ('answered', 'papers_added');

CREATE INDEX ix_events_device_seq ON events (device, seq);

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
) WITHOUT ROWID;

CREATE INDEX ix_holdings_position_urgency_rank_n ON holdings (position, urgency, rank, n);

CREATE INDEX ix_holdings_step ON holdings (step);

CREATE INDEX ix_holdings_unseen ON holdings (position, urgency, rank, n) WHERE seen = 0;

CREATE INDEX ix_holdings_urgency_rank_n ON holdings (urgency, rank, n);

CREATE TABLE office_files (
name TEXT NOT NULL,
version INTEGER NOT NULL,
hash TEXT,
reason TEXT NOT NULL,
officer TEXT NOT NULL,
at TEXT NOT NULL,
undoes INTEGER,
CONSTRAINT pk_office_files PRIMARY KEY (name, version)
) WITHOUT ROWID;

CREATE TABLE pinned (
hash TEXT NOT NULL,
kind TEXT NOT NULL,
name TEXT NOT NULL,
body BLOB NOT NULL,
CONSTRAINT pk_pinned PRIMARY KEY (hash)
);

CREATE TABLE prints (
id TEXT NOT NULL,
paper TEXT NOT NULL,
case_id TEXT,
printer TEXT NOT NULL,
sha256 TEXT NOT NULL,
copy INTEGER NOT NULL,
state TEXT NOT NULL,
reason TEXT NOT NULL,
officer TEXT NOT NULL,
asked_at TEXT NOT NULL,
ended_at TEXT,
CONSTRAINT pk_prints PRIMARY KEY (id),
CONSTRAINT ck_prints_known_state CHECK (state IN ('asked', 'printed', 'failed', 'saved'))
);

CREATE INDEX ix_prints_asked_at ON prints (asked_at);

CREATE INDEX ix_prints_case_id ON prints (case_id);

CREATE TABLE series (
name TEXT NOT NULL,
year INTEGER NOT NULL,
last INTEGER NOT NULL,
CONSTRAINT pk_series PRIMARY KEY (name, year)
) WITHOUT ROWID;

CREATE TABLE tray_counts (
id TEXT NOT NULL,
at TEXT NOT NULL,
officer TEXT NOT NULL,
position TEXT NOT NULL,
expected INTEGER NOT NULL,
found INTEGER NOT NULL,
body TEXT NOT NULL,
CONSTRAINT pk_tray_counts PRIMARY KEY (id)
) WITHOUT ROWID;

CREATE INDEX ix_tray_counts_at ON tray_counts (at);

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
) WITHOUT ROWID;

CREATE INDEX ix_turns_day_service_kind_late_minutes ON turns (day, service, kind, late, minutes);

CREATE INDEX ix_turns_n ON turns (n);

