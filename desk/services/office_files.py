"""What the office itself has changed, read from the store and written to it: every change a version, nothing overwritten.

Two kinds lie there under one roof: pack files by their office (``pasuruan/01``, ``documents``), which the catalogue is
made of, and the office's own documents (``office/calendar``, ``office/positions``), which it is not. `current` is where
they part; no pack can be called ``office`` (`desk.services.packs.read_pack`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from desk.domain.errors import Refused
from desk.domain.intake_reader import clean_text
from desk.models import office_files
from desk.models.office_files import FileVersion
from desk.models.store import Store
from desk.models.unit_of_work import UnitOfWork

OWN = "office"
"""The folder of the office's own documents."""

REASON_LIMIT = 500

Files = Mapping[str, bytes | None]
"""Contents by name; None for a file that was taken away."""


def current(store: Store) -> dict[str, bytes | None]:
    """The content of each changed pack file's last version; None for one that was retired."""
    return parted(store)[0]


def parted(store: Store) -> tuple[dict[str, bytes | None], dict[str, bytes | None]]:
    """(pack files, the office's own documents) as they stand."""
    with store.read() as connection:
        found = office_files.latest(connection)
    own = {name: content for name, content in found.items() if name.startswith(f"{OWN}/")}
    return {name: content for name, content in found.items() if name not in own}, own


def versions(store: Store, name: str) -> tuple[FileVersion, ...]:
    """Every version of a file that was made here, the first first."""
    with store.read() as connection:
        return office_files.versions(connection, name)


def standing(made: Iterable[FileVersion]) -> list[FileVersion]:
    """The versions that were not taken back, the first first; the last is the one to undo."""
    found: list[FileVersion] = []
    for version in made:
        if version.undoes is None:
            found.append(version)
        else:
            found.pop()
    return found


def keep(
    work: UnitOfWork,
    name: str,
    kind: str,
    content: bytes | None,
    *,
    reason: str,
    officer: str,
    at: str,
    undoes: int | None = None,
) -> int:
    """Write the next version of a file; returns its number. `kind` is what its content is pinned as."""
    content_hash = None
    if content is not None:
        content_hash = hashlib.sha256(content).hexdigest()
        work.pin(content_hash, kind, name, content)
    return office_files.add_version(work.connection, name, content_hash, reason, officer, at, undoes)


def reason_of(reason: str) -> str:
    """Why something is changed, as it is kept with the version.

    Raises:
        Refused: none is given.
    """
    text = clean_text(reason, "reason", limit=REASON_LIMIT)
    if not text:
        raise Refused("reason_missing", "Tulis alasan perubahan; alasannya ikut tersimpan.", field="reason")
    return text
