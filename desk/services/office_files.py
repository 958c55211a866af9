"""What the office itself has changed in its packs, read from the store."""

from __future__ import annotations

from desk.models import office_files
from desk.models.office_files import FileVersion
from desk.models.store import Store


def current(store: Store) -> dict[str, bytes | None]:
    """The content of each changed file's last version; None for one that was retired."""
    with store.read() as connection:
        return office_files.latest(connection)


def versions(store: Store, name: str) -> tuple[FileVersion, ...]:
    """Every version of a file that was made here, the first first."""
    with store.read() as connection:
        return office_files.versions(connection, name)
