"""A document of the office's own as it stands and stood: its content, its next version, the one before.

For documents that nothing else is reckoned from, such as positions and people; the calendar keeps its own
(`desk.services.calendar`), as a change of it moves dates in the same transaction.
"""

from __future__ import annotations

from desk.domain.errors import Refused
from desk.models.office_files import FileVersion
from desk.services import office_files
from desk.services.counter import Counter


def content_of(counter: Counter, name: str) -> bytes | None:
    """The document as it stands; None where nothing was ever written, or all of it was taken back."""
    made = office_files.versions(counter.store, name)
    content_hash = made[-1].hash if made else None
    return counter.store.pinned(content_hash) if content_hash else None


def keep(counter: Counter, name: str, content: bytes | None, reason: str, undoes: int | None = None) -> None:
    """The document's next version, in one transaction with its content.

    Raises:
        Refused: no reason is given.
    """
    why, at = office_files.reason_of(reason), counter.now().isoformat()
    with counter.store.write() as work:
        office_files.keep(work, name, "office", content, reason=why, officer=counter.officer, at=at, undoes=undoes)


def undo(counter: Counter, name: str, reason: str) -> None:
    """Take back the last change that stands; again takes back the one before. Each is a new version.

    Raises:
        Refused: there is none, or no reason is given.
    """
    standing = office_files.standing(office_files.versions(counter.store, name))
    if not standing:
        raise Refused("nothing_to_undo", "Tidak ada perubahan yang bisa dibatalkan.")
    before = standing[-2].hash if len(standing) > 1 else None
    keep(counter, name, counter.store.pinned(before) if before else None, reason, undoes=standing[-1].version)


def contents(counter: Counter, name: str) -> tuple[tuple[FileVersion, bytes | None], ...]:
    """Every version with its content, the first first."""
    made = office_files.versions(counter.store, name)
    return tuple((version, counter.store.pinned(version.hash) if version.hash else None) for version in made)
