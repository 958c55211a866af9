"""The sealed files beside the store: where they lie, how they come and go (decision 016).

A file is durable before the event that names it, and goes only after the act that forgets it. Between the two stands
a mark in ``attachments/pending``: whoever writes next looks whether the file is needed after all, and if not removes it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from desk.domain.errors import StoreError
from desk.domain.event import digest
from desk.language import system_reason
from desk.models.connection import Connection
from desk.models.home import make_names_durable
from desk.models.seal import seal, seal_file, unseal, unseal_file

FOLDER = "attachments"
SEALED, THUMBNAIL, PART = ".sealed", ".thumb", ".part"


class SealedFiles:
    """The folder of a home that holds its attachments, each at the address that the hash of its sealed bytes gives."""

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER
        self._pending = self.folder / "pending"
        self._home = home

    def place(self, file_hash: str) -> Path:
        """Where the sealed file of that hash lies, if it is here."""
        return self.folder / file_hash[:2] / f"{file_hash}{SEALED}"

    def where(self, file_hash: str) -> str:
        """The same for a message: within the home, with slashes."""
        return self.place(file_hash).relative_to(self._home).as_posix()

    def put(self, key: bytes, content: bytes) -> str:
        """Seal the file and make it durable; returns its hash. What is there already, and whole, is left as it is.

        Raises:
            StoreError: the disk is full, or can't be written.
        """
        sealed = seal_file(key, content)
        file_hash = digest(sealed)
        if self._is_whole(file_hash):
            return file_hash
        try:
            self.mark([file_hash])
            self._write(self.place(file_hash), sealed)
        except OSError as error:
            self.settled(file_hash)
            template = (
                "Lampiran tidak bisa disimpan di {folder} ({reason}); kosongkan tempat atau perbaiki hak tulisnya."
            )
            raise StoreError(
                "attachment_unwritable", template, folder=str(self.folder), reason=system_reason(error)
            ) from error
        return file_hash

    def mark(self, hashes: Iterable[str]) -> None:
        """Put these in question, durably: the act that they depend on is about to be done."""
        marked = list(hashes)
        if not marked:
            return
        if not self._pending.is_dir():
            self._pending.mkdir(parents=True, exist_ok=True, mode=0o700)
            make_names_durable(self.folder)
            make_names_durable(self._home)
        for file_hash in marked:
            (self._pending / file_hash).touch()
        make_names_durable(self._pending)

    def settled(self, file_hash: str) -> None:
        """The act is done, or was given up: nothing is in question any more."""
        with suppress(OSError):  # a mark that stays costs a look at the next act
            (self._pending / file_hash).unlink(missing_ok=True)

    def settle(self, connection: Connection) -> None:
        """Look after what an interrupted act left: half a file, and files that no case needs, go."""
        for part in self._pending.glob(f"*{PART}"):
            with suppress(OSError):
                part.unlink(missing_ok=True)
        for file_hash in self.in_question():
            if needed(connection, file_hash):
                self.settled(file_hash)
            else:
                self.forget([file_hash])

    def in_question(self) -> tuple[str, ...]:
        """The hashes of files that an interrupted act left in question."""
        return tuple(sorted(path.name for path in self._pending.glob("*") if path.suffix != PART))

    def forget(self, hashes: Iterable[str]) -> None:
        """Remove files for good; one that something holds open keeps its mark, and is removed by a later act."""
        for file_hash in hashes:
            place = self.place(file_hash)
            with suppress(OSError):
                place.unlink(missing_ok=True)
                place.with_suffix(THUMBNAIL).unlink(missing_ok=True)
                self.settled(file_hash)

    def read(self, file_hash: str, key: bytes) -> bytes:
        """The file of that hash, opened.

        Raises:
            StoreError: it is not here, damaged, or of another key.
        """
        try:
            sealed = self.place(file_hash).read_bytes()
        except OSError as error:
            template = "Isi lampiran tidak terbaca di {path} ({reason}). Lampirkan lagi, atau pulihkan dari cadangan."
            path = str(self.place(file_hash))
            raise StoreError("attachment_missing", template, path=path, reason=system_reason(error)) from error
        content = unseal_file(key, sealed) if digest(sealed) == file_hash else None
        if content is None:
            template = "Isi lampiran di {path} rusak. Lampirkan lagi, atau pulihkan dari cadangan."
            raise StoreError("attachment_damaged", template, path=str(self.place(file_hash)))
        return content

    def keep_thumbnail(self, file_hash: str, key: bytes, thumbnail: bytes) -> None:
        """Keep a small picture beside the file. It can be made again, so nothing is lost where it can't be kept."""
        place = self.place(file_hash).with_suffix(THUMBNAIL)
        with suppress(OSError):
            temporary = self._temporary(file_hash)
            temporary.write_bytes(seal(key, place.name, thumbnail))
            temporary.replace(place)

    def thumbnail(self, file_hash: str, key: bytes) -> bytes | None:
        """The small picture, None where there is none that opens."""
        place = self.place(file_hash).with_suffix(THUMBNAIL)
        try:
            return unseal(key, place.name, place.read_bytes())
        except OSError:
            return None

    def found(self) -> Iterator[str]:
        """The hash of every sealed file here."""
        for path in self.folder.glob(f"??/*{SEALED}"):
            yield path.stem

    def _is_whole(self, file_hash: str) -> bool:
        try:
            return digest(self.place(file_hash).read_bytes()) == file_hash
        except OSError:
            return False

    def _write(self, place: Path, sealed: bytes) -> None:
        """Whole or not at all: a temporary name, the bytes on the disk, then the name."""
        temporary = self._temporary(place.stem)
        try:
            with temporary.open("wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            if not place.parent.is_dir():
                place.parent.mkdir(mode=0o700)
                make_names_durable(self.folder)
            temporary.replace(place)
            make_names_durable(place.parent)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    def _temporary(self, file_hash: str) -> Path:
        return self._pending / f"{file_hash}.{secrets.token_hex(4)}{PART}"


def needed(connection: Connection, file_hash: str) -> bool:
    """Whether some case has an attachment of that hash."""
    found = connection.exec_driver_sql("SELECT 1 FROM attachments WHERE hash = ? LIMIT 1", (file_hash,))
    return found.scalar() is not None


def of_case(connection: Connection, case_id: str) -> frozenset[str]:
    """The hashes of the files that the case needs."""
    found = connection.exec_driver_sql("SELECT hash FROM attachments WHERE case_id = ?", (case_id,))
    return frozenset(found.scalars())


def every(connection: Connection) -> dict[str, dict[str, int]]:
    """What every case needs: case id → hash → sealed bytes."""
    whole: dict[str, dict[str, int]] = {}
    for case_id, file_hash, size in connection.exec_driver_sql("SELECT case_id, hash, size FROM attachments").tuples():
        whole.setdefault(case_id, {})[file_hash] = size
    return whole
