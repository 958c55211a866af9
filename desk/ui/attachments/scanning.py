"""Decides about the scanner's folder: what lies in it, newest first, and which is taken. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desk.domain.attachment import SUFFIXES, size_words
from desk.domain.errors import NotFound, Refused
from desk.language import system_reason, tr
from desk.ui.attachments.values import AttachmentActs, Scan, said
from desk.ui.runner import Runner

MOST = 60
"""How many are listed: the one that was just scanned is the first."""


@dataclass(frozen=True, slots=True)
class ScanRow:
    """A scan as it is listed."""

    scan: Scan
    name: str
    about: str


class ScanView(Protocol):
    """The picker."""

    def ask_folder(self) -> None: ...  # noqa: D102 (which folder does the scanner write into?)
    def show_scans(self, folder: Path, rows: Sequence[ScanRow]) -> None: ...  # noqa: D102 (what lies there)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (the folder can't be read)
    def show_preview(self, scan: Scan, thumbnail: bytes, words: str) -> None: ...  # noqa: D102 (what one looks like)
    def finish(self) -> None: ...  # noqa: D102 (one was taken)


class ScanPresenter:
    """The picker: looks into the folder while it is open, and only then."""

    def __init__(self, view: ScanView, acts: AttachmentActs, jobs: Runner, take: Callable[[Scan], None]) -> None:
        self._view, self._acts, self._jobs, self._take = view, acts, jobs, take
        self._rows: tuple[ScanRow, ...] = ()
        self._chosen: Scan | None = None
        self._closed = False

    def begin(self) -> None:
        """The picker opened."""
        if self._acts.scan_folder() is None:
            self._view.ask_folder()
        else:
            self.look()

    def choose_folder(self, folder: Path) -> None:
        """The scanner writes there."""
        self._acts.choose_scan_folder(folder)
        self.look()

    def look(self) -> None:
        """What lies in the folder now?"""
        folder = self._acts.scan_folder()
        if folder is not None and not self._closed:
            self._jobs.run(
                lambda: self._acts.scans(folder),
                lambda scans: self._on_scans(folder, scans),
                self._on_trouble,
                lane="paper",
            )

    def choose(self, scan: Scan) -> None:
        """One was chosen: show what it looks like."""
        self._chosen = scan

        def done(thumbnail: bytes) -> None:
            if self._chosen == scan and not self._closed:
                self._view.show_preview(scan, thumbnail, "")

        def failed(trouble: Exception) -> None:
            if self._chosen == scan and not self._closed:
                self._view.show_preview(scan, b"", said(trouble))

        work = self._acts
        self._jobs.run(lambda: work.prepare(scan.path.name, work.read(scan.path)).thumbnail, done, failed, lane="paper")

    def take(self) -> None:
        """Attach the chosen one."""
        if self._chosen is not None and not self._closed:
            self._take(self._chosen)
            self._view.finish()

    def close(self) -> None:
        """The picker closed."""
        self._closed = True

    def _on_trouble(self, trouble: Exception) -> None:
        if not self._closed:
            self._view.show_trouble(said(trouble))

    def _on_scans(self, folder: Path, scans: Sequence[Scan]) -> None:
        if self._closed:
            return
        rows = tuple(ScanRow(scan, scan.path.name, _about(scan)) for scan in scans)
        if rows != self._rows or not rows:
            self._rows = rows
            self._view.show_scans(folder, rows)


def _about(scan: Scan) -> str:
    changed = datetime.fromtimestamp(scan.changed).astimezone()
    return tr("{time} · {size}", time=changed.strftime("%d/%m/%Y %H.%M"), size=size_words(scan.size))


def scans_in(folder: Path) -> tuple[Scan, ...]:
    """The pictures and PDFs of a folder, newest first.

    Raises:
        NotFound: the folder is gone, or can't be read.
    """
    found = []
    try:
        for path in folder.iterdir():
            if path.suffix.lower().removeprefix(".") in SUFFIXES and path.is_file():
                state = path.stat()
                found.append(Scan(path, state.st_size, state.st_mtime))
    except OSError as error:
        template = "Folder pemindai {folder} tidak bisa dibaca ({reason}). Pilih folder yang lain."
        raise NotFound("scan_folder", template, folder=str(folder), reason=system_reason(error)) from error
    return tuple(sorted(found, key=lambda scan: (scan.changed, scan.path.name), reverse=True)[:MOST])


def delete_scan(scan: Scan) -> None:
    """Remove a scan that was attached, if it is still the file that was.

    Raises:
        Refused: another scan has taken its name, or it can't be removed.
    """
    try:
        state = scan.path.stat()
        if (state.st_size, state.st_mtime) != (scan.size, scan.changed):
            template = "{name} di folder pemindai sudah berganti isi, jadi tidak dihapus."
            raise Refused("scan_changed", template, name=scan.path.name)
        scan.path.unlink()
    except OSError as error:
        template = "{name} tidak bisa dihapus dari folder pemindai ({reason})."
        raise Refused("scan_kept", template, name=scan.path.name, reason=system_reason(error)) from error
