"""Decides what Sinkron says. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desk.domain.errors import DeskError
from desk.language import sentence, tr
from desk.ui import words
from desk.ui.runner import Runner


class StatusLike(Protocol):
    """`services.upkeep.Status`, as far as it is shown."""

    @property
    def cases(self) -> Mapping[str, int]: ...  # noqa: D102 (services.upkeep says)
    @property
    def events(self) -> int: ...  # noqa: D102
    @property
    def drafts(self) -> int: ...  # noqa: D102
    @property
    def waiting_to_send(self) -> int: ...  # noqa: D102
    @property
    def last_sync(self) -> str | None: ...  # noqa: D102
    @property
    def last_backup(self) -> str | None: ...  # noqa: D102
    @property
    def last_act(self) -> str: ...  # noqa: D102
    @property
    def home(self) -> str: ...  # noqa: D102
    @property
    def health(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Count:
    """One of the big figures, and what it means."""

    figure: str
    word: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the screen says."""

    title: str
    text: str
    counts: tuple[Count, ...]
    facts: tuple[tuple[str, str], ...]


class SyncView(Protocol):
    """The page."""

    def show_busy(self) -> None: ...  # noqa: D102 (being counted)
    def show_report(self, report: Report) -> None: ...  # noqa: D102 (the figures)
    def show_error(self, words: str) -> None: ...  # noqa: D102 (they can't be had)


class SyncPresenter:
    """Counts when looked at."""

    def __init__(self, view: SyncView, status: Callable[[], StatusLike], zone: str, jobs: Runner) -> None:
        self._view, self._status, self._zone, self._jobs = view, status, zone, jobs

    def refresh(self) -> None:
        """Count again."""
        self._view.show_busy()
        self._jobs.run(self._status, lambda found: self._view.show_report(report(found, self._zone)), self._on_trouble)

    def _on_trouble(self, trouble: Exception) -> None:
        self._view.show_error(sentence(trouble) if isinstance(trouble, DeskError) else type(trouble).__name__)


def report(status: StatusLike, zone: str) -> Report:
    """The figures in words. A counter that joined no central office has sent nothing, and says so."""
    alone = status.last_sync is None
    waiting = tr("menunggu dikirim; dikirim setelah loket ini bergabung dengan kantor pusat")
    return Report(
        title=tr("Loket ini bekerja sendiri") if alone else tr("Loket ini tersambung"),
        text=tr(
            "Semua yang Anda simpan ada di komputer ini dan tersandi. Tidak perlu internet. "
            "Bila kantor pusat sudah dipasang, catatan di bawah ini dikirim tanpa ada yang perlu diketik ulang."
        ),
        counts=(
            Count(_number(sum(status.cases.values())), tr("berkas di sini"), _states(status.cases)),
            Count(_number(status.waiting_to_send), tr("catatan menunggu"), waiting),
            Count(
                _number(status.events - status.waiting_to_send),
                tr("catatan terkirim"),
                tr("sudah diterima kantor pusat"),
            ),
            Count(_number(status.drafts), tr("isian belum selesai"), tr("tersimpan, dapat dilanjutkan di Loket")),
        ),
        facts=(
            (tr("Perbuatan terakhir"), words.moment_words(status.last_act, zone) or tr("belum ada")),
            (tr("Kirim terakhir"), words.moment_words(status.last_sync, zone) or tr("belum pernah")),
            (tr("Cadangan terakhir"), words.moment_words(status.last_backup, zone) or tr("belum pernah")),
            (tr("Kesehatan data"), tr("baik") if status.health == "ok" else status.health),
            (tr("Tersimpan di"), status.home),
        ),
    )


def _states(counts: Mapping[str, int]) -> str:
    said = {
        "open": tr("diproses"),
        "returned": tr("dikembalikan"),
        "completed": tr("selesai"),
        "rejected": tr("ditolak"),
        "withdrawn": tr("dicabut"),
    }
    return ", ".join(f"{count} {said.get(state, state)}" for state, count in counts.items() if count)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
