"""The store: journal, projections, unit of work, migrations, search.

Lives here: everything that touches the database file, its key and its lock; the only home of SQLAlchemy, Alembic,
SQLCipher and cryptography. May import: domain. Must not: decide what an officer may do, print, or show.
Rows never leave this package; frozen values do.
"""
