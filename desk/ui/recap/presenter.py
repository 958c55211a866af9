"""Decides what Rekap shows and does. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from desk.domain.behind import Behind
from desk.domain.errors import DeskError
from desk.domain.recap import Period, Recap, next_month, period
from desk.language import sentence, tr
from desk.ui.runner import Runner

Kind = Literal["month", "quarter", "year"]

CAME = ("carried_over", "received", "reopened")
WENT = ("completed", "rejected", "withdrawn", "merged", "open_at_end")


class Waits(Protocol):
    """`services.queue.Tray`, as far as the chart shows it."""

    @property
    def position(self) -> str: ...  # noqa: D102 (services.queue says)
    @property
    def count(self) -> int: ...  # noqa: D102
    @property
    def oldest(self) -> str: ...  # noqa: D102


class Stopping:
    """How far the workbook is, written by the worker and read by the page; `stop` asks the worker to end."""

    def __init__(self) -> None:
        self.done, self.total, self.stopped = 0, 0, False

    def __call__(self, done: int, total: int) -> bool:
        """What the workbook calls as it goes."""
        self.done, self.total = done, total
        return not self.stopped

    def stop(self) -> None:
        """Leave off; nothing is written."""
        self.stopped = True


@dataclass(frozen=True, slots=True)
class RecapActs:
    """What the screen asks of the services.

    Attributes:
        write: (recap, path, progress) → whether it was written whole; False when it was stopped.
        open_files: go to Berkas with that reference.
        open_tray: go to that desk's tray.
    """

    today: Callable[[], date]
    recap: Callable[[Period], Recap]
    trays: Callable[[], Sequence[Waits]]
    sign: Callable[[Recap], Recap]
    write: Callable[[Recap, Path, Stopping], bool]
    open_files: Callable[[str], None]
    open_tray: Callable[[str], None]


class RecapView(Protocol):
    """The page."""

    def show_period(self, label: str, kind: Kind, *, last: bool) -> None: ...  # noqa: D102 (what is being looked at)
    def show_busy(self) -> None: ...  # noqa: D102 (being counted)
    def show_empty(self, label: str) -> None: ...  # noqa: D102 (nothing ever came up to then)
    def show_recap(self, recap: Recap, trays: Sequence[Waits], *, signable: bool) -> None: ...  # noqa: D102 (all of it)
    def show_error(self, words: str) -> None: ...  # noqa: D102 (it can't be counted)
    def ask_sign(self, label: str) -> None: ...  # noqa: D102 (once, saying what it means)
    def ask_file(self, name: str) -> None: ...  # noqa: D102 (where the workbook goes)
    def show_saving(self, progress: Stopping | None) -> None: ...  # noqa: D102 (under way, or no longer)
    def tell(self, words: str, *, good: bool) -> None: ...  # noqa: D102 (the bottom line)


class RecapPresenter:
    """One period in view; the newest that has ended first, as that is the one the head waits for."""

    def __init__(self, view: RecapView, acts: RecapActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._kind: Kind = "month"
        self._month = next_month(acts.today().isoformat()[:7], -1)
        self._recap: Recap | None = None
        self._asked = 0
        self._saving: Stopping | None = None

    @property
    def asked(self) -> Period:
        """The period in view."""
        year, quarter = self._month[:4], (int(self._month[5:]) + 2) // 3
        if self._kind == "month":
            return period(month=self._month)
        return period(year=year) if self._kind == "year" else period(quarter=f"{year}-Q{quarter}")

    def refresh(self) -> None:
        """Count again."""
        self._asked += 1
        asked, wanted = self._asked, self.asked
        self._recap = None
        self._view.show_period(wanted.label, self._kind, last=wanted.last >= self._acts.today())
        self._view.show_busy()

        def answer(found: tuple[Recap, Sequence[Waits]]) -> None:
            if asked == self._asked:
                self._show(*found)

        def failed(trouble: Exception) -> None:
            if asked == self._asked:
                self._view.show_error(_said(trouble))

        self._jobs.run(lambda: (self._acts.recap(wanted), self._acts.trays()), answer, failed)

    def choose_kind(self, kind: Kind) -> None:
        """A month, a quarter or a year; the one that holds what was in view."""
        self._kind = kind
        self.refresh()

    def step(self, steps: int) -> None:
        """So many periods on, or back; never beyond the one that runs."""
        length = {"month": 1, "quarter": 3, "year": 12}[self._kind]
        running = self._acts.today().isoformat()[:7]
        if steps > 0 and self.asked.last >= self._acts.today():
            return
        wanted = next_month(self._month, steps * length)
        if wanted < "2000-01":
            return
        self._month = min(wanted, running)
        self.refresh()

    def open(self, figure: str, service: str | None = None) -> None:
        """A number was pressed."""
        asked = self.asked
        self._acts.open_files(Behind(figure, asked.first, asked.last, service).reference)

    def open_day(self, day: date) -> None:
        """A day of the chart was pressed."""
        self._acts.open_files(Behind("received", day, day).reference)

    def open_tray(self, position: str) -> None:
        """A desk of the chart was pressed."""
        self._acts.open_tray(position)

    def ask_sign(self) -> None:
        """Ask before it is frozen."""
        if self._recap is not None and self._signable(self._recap):
            self._view.ask_sign(self._recap.period.label)

    def sign(self) -> None:
        """It was said yes to."""
        recap = self._recap
        if recap is None or not self._signable(recap):
            return

        def done(signed: Recap) -> None:
            self._view.tell(tr("Rekap {label} ditandatangani dan dibekukan.", label=signed.period.label), good=True)
            self.refresh()

        self._jobs.run(lambda: self._acts.sign(recap), done, self._tell_trouble)

    def ask_file(self) -> None:
        """Ask where the workbook goes."""
        if self._recap is not None and self._saving is None:
            self._view.ask_file(f"rekap-{self._recap.period.code}.xlsx")

    def save(self, path: Path) -> None:
        """Write the workbook there."""
        recap = self._recap
        if recap is None or self._saving is not None:
            return
        progress = self._saving = Stopping()
        self._view.show_saving(progress)

        def done(written: bool) -> None:
            self._end_saving()
            if written:
                self._view.tell(tr("Rekap {label}: {path}", label=recap.period.label, path=str(path)), good=True)
            else:
                self._view.tell(tr("Penyimpanan rekap dibatalkan; tidak ada berkas yang ditulis."), good=True)

        def failed(trouble: Exception) -> None:
            self._end_saving()
            self._tell_trouble(trouble)

        self._jobs.run(lambda: self._acts.write(recap, path, progress), done, failed, lane="paper")

    def stop_saving(self) -> None:
        """Leave off."""
        if self._saving is not None:
            self._saving.stop()

    def _end_saving(self) -> None:
        self._saving = None
        self._view.show_saving(None)

    def _show(self, recap: Recap, trays: Sequence[Waits]) -> None:
        self._recap = recap
        if not recap.services and not recap.corrections:
            self._view.show_empty(recap.period.label)
        else:
            self._view.show_recap(recap, trays, signable=self._signable(recap))

    def _signable(self, recap: Recap) -> bool:
        return self._kind == "month" and recap.signed is None and recap.period.last < self._acts.today()

    def _tell_trouble(self, trouble: Exception) -> None:
        self._view.tell(_said(trouble), good=False)


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr(
        "Data tidak dapat dibaca ({trouble}). Coba lagi; bila tetap gagal, buka ulang Desk.",
        trouble=type(trouble).__name__,
    )
