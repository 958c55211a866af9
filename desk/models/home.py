"""A home: the folder that holds one counter. Its paths, its one-writer lock, and the key of its store."""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from desk.domain.errors import StoreError
from desk.language import system_reason

KEYRING_SERVICE = "Desk"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one counter. Two homes on one machine are two counters."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.folder / "desk.db"

    @property
    def key_file(self) -> Path:
        """The store's key, where there is no system keyring; readable by its owner only."""
        return self.folder / "desk.key"

    @property
    def identity_file(self) -> Path:
        """What must be known before the store can be opened: this home's id in the keyring."""
        return self.folder / "home.json"

    @property
    def log(self) -> Path:
        """Where faults of the program are written."""
        return self.folder / "desk.log"

    @property
    def exists(self) -> bool:
        """Whether a counter was set up here.

        Raises:
            StoreError: the folder can't be looked into.
        """
        try:
            return self.store.exists()
        except OSError as error:
            raise _unreadable(self, error) from error

    def create(self) -> None:
        """Make the folder, for its owner only.

        Raises:
            StoreError: the folder can't be made or written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe = self.folder / f".write-{secrets.token_hex(4)}"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise _unwritable(self, error) from error


def _unreadable(home: Home, error: OSError) -> StoreError:
    return StoreError(
        "home_unreadable",
        "Folder {folder} tidak bisa dibaca ({reason}); periksa namanya dan hak bacanya.",
        folder=str(home.folder),
        reason=system_reason(error),
    )


def _unwritable(home: Home, error: OSError) -> StoreError:
    return StoreError(
        "home_unwritable",
        "Folder {folder} tidak bisa ditulisi ({reason}); kosongkan tempat, atau pilih folder lain dengan --home.",
        folder=str(home.folder),
        reason=system_reason(error),
    )


class WriterLock:
    """One writer a home, whatever the process: an operating-system lock that a crash releases."""

    def __init__(self, home: Home, *, patience: float = 10.0) -> None:
        self.home, self.patience = home, patience
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        """Wait up to `patience` seconds for the lock.

        Raises:
            StoreError: another Desk holds it.
        """
        path = self.home.folder / "desk.lock"
        try:
            self._file = path.open("a+b")
        except OSError as error:
            raise _unwritable(self.home, error) from error
        deadline = time.monotonic() + self.patience
        while not _lock(self._file):
            if time.monotonic() >= deadline:
                self.release()
                raise StoreError(
                    "store_in_use",
                    "Data di {folder} sedang dipakai Desk yang lain; tutup jendela Desk itu lalu ulangi.",
                    folder=str(self.home.folder),
                )
            time.sleep(0.02)

    def release(self) -> None:
        """Let go; harmless when nothing is held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> WriterLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def store_key(home: Home, *, create: bool = False) -> bytes:
    """The 32-byte key of the home's store: from DESK_KEY, the key file, or the system keyring.

    With `create`, a home that has none gets one: in the keyring where there is a real one, else in the key file.

    Raises:
        StoreError: there is no key to be had, or it has the wrong form.
    """
    given = os.environ.get("DESK_KEY")
    if given:
        return _parse(given, "DESK_KEY")
    kept = _from_file(home.key_file)
    if kept is not None:
        return _parse(kept, str(home.key_file))
    found = _from_keyring(home)
    if found:
        return _parse(found, "keyring")
    if not create:
        raise StoreError(
            "key_missing",
            "Kunci data di {folder} tidak ditemukan; kembalikan berkas desk.key atau isi DESK_KEY.",
            folder=str(home.folder),
        )
    key = secrets.token_bytes(32)
    if not _to_keyring(home, key.hex()):
        _to_file(home, key.hex())
    return key


def _parse(text: str, where: str) -> bytes:
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != 32:
        raise StoreError("key_malformed", "Kunci data di {where} harus 64 angka heksadesimal.", where=where)
    return key


def _from_file(path: Path) -> str | None:
    """What the key file says, None where there is none. One that a copy has opened to others is closed to them."""
    try:
        text = path.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        template = "Kunci data {path} tidak bisa dibaca ({reason}); periksa hak bacanya."
        raise StoreError("key_unreadable", template, path=str(path), reason=system_reason(error)) from error
    if os.name == "posix":
        with suppress(OSError):  # another owner's, or a disk without permissions
            if path.stat().st_mode & 0o077:
                path.chmod(0o600)
    return text


def _to_file(home: Home, key: str) -> None:
    """Write the key file whole or not at all: half a key would lock its owner out for ever."""
    temporary = home.folder / f".key-{secrets.token_hex(4)}"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{key}\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(home.key_file)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(home, error) from error


def _from_keyring(home: Home) -> str | None:
    try:
        name = json.loads(home.identity_file.read_text(encoding="utf-8"))["keyring"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    import keyring  # noqa: PLC0415 (slow to import, and only homes with a real keyring need it)
    from keyring.errors import KeyringError  # noqa: PLC0415 (see above)

    try:
        return keyring.get_password(KEYRING_SERVICE, str(name))
    except KeyringError as error:
        template = "Kunci data di {folder} ada di gantungan kunci sistem, yang tidak bisa dibuka; masuk ke sistem dulu."
        raise StoreError("key_unreadable", template, folder=str(home.folder)) from error


def _to_keyring(home: Home, key: str) -> bool:
    """Whether a real system keyring took the key."""
    if os.environ.get("DESK_KEY_FILE") or (
        sys.platform.startswith("linux") and not os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    ):
        return False
    import keyring  # noqa: PLC0415
    from keyring.backends import fail, null  # noqa: PLC0415
    from keyring.errors import KeyringError  # noqa: PLC0415

    if isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring):
        return False
    name = secrets.token_hex(8)
    try:
        keyring.set_password(KEYRING_SERVICE, name, key)
    except KeyringError:
        return False
    home.identity_file.write_text(json.dumps({"keyring": name}), encoding="utf-8")
    return True


def make_names_durable(folder: Path) -> None:
    """Have a rename in that folder survive a power cut; where the system can't be asked, it does so by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
