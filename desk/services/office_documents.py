"""The office's own documents beside its packs: positions and people, calendar, phrases. Nothing is overwritten.

They are versioned files of the same table as the packs' (`desk.services.packs`), named ``office/…``.
"""

from __future__ import annotations

import hashlib

from desk.domain.errors import Refused
from desk.domain.intake_reader import clean_text
from desk.models.office_files import FileVersion, add_version
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
    why = clean_text(reason, "reason", limit=500)
    if not why:
        raise Refused("reason_missing", "Tulis alasan perubahan; alasannya ikut tersimpan.", field="reason")
    content_hash = hashlib.sha256(content).hexdigest() if content is not None else None
    with counter.store.write() as work:
        if content is not None and content_hash is not None:
            work.pin(content_hash, "office", name, content)
        add_version(work.connection, name, content_hash, why, counter.officer, counter.now().isoformat(), undoes)


def undo(counter: Counter, name: str, reason: str) -> None:
    """Take back the last change that stands; again takes back the one before. Each is a new version.

    Raises:
        Refused: there is none, or no reason is given.
    """
    standing: list[FileVersion] = []
    for version in office_files.versions(counter.store, name):
        if version.undoes is None:
            standing.append(version)
        else:
            standing.pop()
    if not standing:
        raise Refused("nothing_to_undo", "Tidak ada perubahan yang bisa dibatalkan.")
    before = standing[-2].hash if len(standing) > 1 else None
    keep(counter, name, counter.store.pinned(before) if before else None, reason, undoes=standing[-1].version)


def contents(counter: Counter, name: str) -> tuple[tuple[FileVersion, bytes | None], ...]:
    """Every version with its content, the first first."""
    made = office_files.versions(counter.store, name)
    return tuple((version, counter.store.pinned(version.hash) if version.hash else None) for version in made)
