"""Decides what the history of a service shows. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.domain.catalogue import Service
from desk.domain.comparing import Difference
from desk.domain.dates import short_date
from desk.domain.errors import DeskError
from desk.language import sentence, tr
from desk.ui import words
from desk.ui.catalogue.saying import heading_of, value_words
from desk.ui.preview.request import PaperRequest
from desk.ui.runner import Runner


@dataclass(frozen=True, slots=True)
class Version:
    """A version as the store has it; `hash` None where it took the service out; number 0 is what Desk brought."""

    number: int
    hash: str | None
    at: str
    officer: str
    reason: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in the list."""

    version: Version
    when: str
    what: str

    @property
    def key(self) -> str:
        """Its number."""
        return str(self.version.number)


@dataclass(frozen=True, slots=True)
class HistoryActs:
    """What the history asks for. `made`, `service`, `undo`, `retire` run in the store's lane."""

    zone: str
    made: Callable[[str], Sequence[Version]]
    service: Callable[[str, str | None], Service]
    undo: Callable[[str, str], object]
    retire: Callable[[str, str], object]
    checklist: Callable[[Service, int], PaperRequest]
    preview: Callable[[PaperRequest], None]
    written: Callable[[str, str, int], None]


class HistoryView(Protocol):
    """The page."""

    def show_head(self, title: str, under: str) -> None: ...  # noqa: D102 (whose history)
    def show_rows(self, rows: Sequence[VersionRow]) -> None: ...  # noqa: D102 (newest first)
    def show_changes(self, changes: Sequence[tuple[str, str, str]]) -> None: ...  # noqa: D102 (of one version)
    def show_reason_error(self, words: str) -> None: ...  # noqa: D102 (beside it)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (a rule refused)
    def show_may(self, *, undo: bool, retire: bool, checklist: bool) -> None: ...  # noqa: D102 (the buttons)


class HistoryPresenter:
    """One service's versions."""

    def __init__(self, view: HistoryView, acts: HistoryActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._service_id = self._title = ""
        self._own = False
        self._rows: list[VersionRow] = []
        self._chosen: Version | None = None

    def show(self, service_id: str, title: str, *, own: bool) -> None:
        """Show the history of a service."""
        self._service_id, self._title, self._own = service_id, title, own
        self._view.show_head(tr("Riwayat: {title}", title=title), "")
        self._view.show_may(undo=False, retire=False, checklist=False)
        self._jobs.run(lambda: self._acts.made(service_id), self._on_made, self._on_trouble)

    def choose(self, row: VersionRow) -> None:
        """One version."""
        self._chosen = row.version
        changes = [
            (heading_of(one.component), value_words(one.before), value_words(one.after))
            for one in row.version.differences
        ]
        self._view.show_changes(changes)
        self._may()

    def print_checklist(self) -> None:
        """The requirement list as that version had it."""
        version, service_id = self._chosen, self._service_id
        if version is None or self._gone(version):
            return
        self._jobs.run(
            lambda: self._acts.service(service_id, version.hash),
            lambda service: self._acts.preview(self._acts.checklist(service, version.number)),
            self._on_trouble,
        )

    def undo(self, reason: str) -> None:
        """Back to the version before the last."""
        said = tr("{title}: kembali ke versi sebelumnya.", title=self._title)
        self._write(lambda: self._acts.undo(self._service_id, reason.strip()), reason, said, 0)

    def retire(self, reason: str) -> None:
        """Out of the catalogue; its cases go on under their version."""
        said = tr("{title}: dicabut dari katalog. Berkas yang sudah terdaftar tetap berjalan.", title=self._title)
        self._write(lambda: self._acts.retire(self._service_id, reason.strip()), reason, said, 1)

    def _write(self, work: Callable[[], object], reason: str, said: str, steps: int) -> None:
        if not reason.strip():
            self._view.show_reason_error(tr("Tulis alasannya dalam satu baris; alasan ikut tersimpan dalam riwayat."))
            return
        service_id = self._service_id
        self._jobs.run(work, lambda _changed: self._acts.written(service_id, said, steps), self._on_trouble)

    def _on_made(self, made: Sequence[Version]) -> None:
        shipped = Version(0, None, "", "Desk", tr("Seperti dibawa Desk, dari keputusan"), ())
        newest_first = [*reversed(made), shipped]
        self._rows = [self._row(version) for version in newest_first]
        count = len(made)
        under = tr("{count} perubahan di loket ini", count=count) if count else tr("Belum pernah diubah di sini.")
        self._view.show_head(tr("Riwayat: {title}", title=self._title), under)
        self._view.show_rows(self._rows)
        self.choose(self._rows[0])

    def _row(self, version: Version) -> VersionRow:
        if self._gone(version):
            what = tr("dicabut")
        else:
            what = ", ".join(dict.fromkeys(heading_of(one.component) for one in version.differences))
        return VersionRow(version, _when(version.at, self._acts.zone), what)

    def _gone(self, version: Version) -> bool:
        return version.number > 0 and version.hash is None

    def _may(self) -> None:
        newest = self._rows[0].version
        made = newest.number > 0
        here = not self._gone(newest)
        chosen = self._chosen
        self._view.show_may(
            undo=self._own and made,
            retire=self._own and here,
            checklist=chosen is not None and not self._gone(chosen),
        )

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._view.show_trouble(sentence(error))


def _when(at: str, zone: str) -> str:
    """``20/11/2026 09.30``."""
    moment = words.moment(at, zone)
    return f"{short_date(moment.date())} {moment:%H.%M}" if moment else ""
