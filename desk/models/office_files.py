"""The office's own versions of pack files: nothing is overwritten, the latest version of a name is what holds."""

from __future__ import annotations

from dataclasses import dataclass

from desk.models.connection import Connection


@dataclass(frozen=True, slots=True)
class FileVersion:
    """One version of a pack file: `hash` None when it was retired; `undoes` the version that it takes back, if any."""

    name: str
    version: int
    hash: str | None
    reason: str
    officer: str
    at: str
    undoes: int | None = None


def latest(connection: Connection) -> dict[str, bytes | None]:
    """The content of each changed file's last version; None for one that was retired."""
    found = connection.exec_driver_sql(
        "SELECT f.name, p.body FROM office_files f LEFT JOIN pinned p ON p.hash = f.hash"
        " WHERE f.version = (SELECT max(version) FROM office_files g WHERE g.name = f.name) ORDER BY f.name"
    )
    return {row.name: row.body for row in found}


def versions(connection: Connection, name: str) -> tuple[FileVersion, ...]:
    """Every version of a file that was made here, the first first."""
    found = connection.exec_driver_sql(
        "SELECT name, version, hash, reason, officer, at, undoes FROM office_files WHERE name = ? ORDER BY version",
        (name,),
    )
    return tuple(FileVersion(*row) for row in found)


def names_under(connection: Connection, folder: str) -> tuple[str, ...]:
    """The files that were ever made in that folder, sorted."""
    found = connection.exec_driver_sql(
        "SELECT DISTINCT name FROM office_files WHERE name >= ? AND name < ? ORDER BY name",
        (f"{folder}/", f"{folder}0"),
    )
    return tuple(name for (name,) in found.tuples())


def add_version(
    connection: Connection,
    name: str,
    content_hash: str | None,
    reason: str,
    officer: str,
    at: str,
    undoes: int | None = None,
) -> int:
    """Write the next version of a file; returns its number. The content is pinned by the caller."""
    version = connection.exec_driver_sql(
        "SELECT coalesce(max(version), 0) + 1 FROM office_files WHERE name = ?", (name,)
    ).scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO office_files (name, version, hash, reason, officer, at, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (name, version, content_hash, reason, officer, at, undoes),
    )
    return int(version)
