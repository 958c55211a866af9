"""Decides what the preview shows and how the ledger is kept. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from desk.domain.errors import DeskError
from desk.language import mark, sentence, system_reason, tr
from desk.ui.preview.request import PaperRequest
from desk.ui.runner import Runner

if TYPE_CHECKING:
    from desk.print.raster import Page

DPI = 150
PAPER_WORDS = {
    "a3": mark("A3"), "a4": mark("A4"), "f4": mark("F4 (215 × 330 mm)"), "half": mark("setengah folio (215 × 165 mm)"), "a5": mark("A5"), "a6": mark("A6"),
    "roll80": mark("gulungan 80 mm"), "roll58": mark("gulungan 58 mm"),
}  # fmt: skip
Finish = Callable[[], bool]
"""Ends a print on the UI thread; says whether the printer is known to have taken everything."""


@dataclass(frozen=True, slots=True)
class PreviewActs:
    """What the preview asks of the world.

    Attributes:
        copies: how often this paper was put out before (store).
        ask, printed, saved, failed: the ledger (store).
        printers: (name, whether it is the usual one) (paper lane).
        send: (pdf, printer, title, size) → how to finish on the UI thread (paper lane).
        pages: the PDF's bytes as pictures (paper lane).
        remembered: the printer and the size last used for this kind of paper.
        remember: keep both.
        tell: says it in the bottom line: words, whether good, an action's words and what it does.
        changed: the ledger was written.
    """

    copies: Callable[[], int]
    ask: Callable[[str, bytes, int, str], str]
    printed: Callable[[str], None]
    saved: Callable[[str], None]
    failed: Callable[[str, str], None]
    printers: Callable[[], Sequence[tuple[str, bool]]]
    send: Callable[[bytes, str, str, str], Finish]
    pages: Callable[[bytes, int], Sequence[Page]]
    remembered: Callable[[], tuple[str, str]]
    remember: Callable[[str, str], None]
    tell: Callable[[str, bool, str, Callable[[], None] | None], None]
    changed: Callable[[], None]


class PreviewView(Protocol):
    """The dialog."""

    def show_papers(self, papers: Sequence[tuple[str, str]], chosen: str) -> None: ...  # noqa: D102 (sizes)
    def show_printers(self, names: Sequence[str], chosen: str, trouble: str) -> None: ...  # noqa: D102 (or why none)
    def show_copy(self, words: str) -> None: ...  # noqa: D102 (that this is a copy; empty for the first)
    def show_busy(self, words: str) -> None: ...  # noqa: D102 (being made)
    def show_pages(self, pages: Sequence[Page], words: str) -> None: ...  # noqa: D102 (the paper)
    def show_trouble(self, words: str) -> None: ...  # noqa: D102 (it can't be made)
    def show_reason_error(self, words: str) -> None: ...  # noqa: D102 (beside the reason)
    def show_print_error(self, words: str) -> None: ...  # noqa: D102 (it did not print)
    def show_printing(self, printing: bool) -> None: ...  # noqa: D102 (buttons off meanwhile)
    def finish(self) -> None: ...  # noqa: D102 (close)


class PreviewPresenter:
    """One paper, shown and perhaps printed."""

    def __init__(self, view: PreviewView, request: PaperRequest, acts: PreviewActs, jobs: Runner) -> None:
        self._view, self._request, self._acts, self._jobs = view, request, acts, jobs
        self._size = request.papers[0]
        self._copy = 1
        self._pdf: bytes | None = None
        self._made = 0
        self._busy = False
        self._printer = ""
        self._straight = request.straight
        self._printers_known = False

    def start(self) -> None:
        """Show what will be printed, and on what."""
        self._printer, size = self._acts.remembered()
        self._straight = self._straight and bool(self._printer)
        if size in self._request.papers:
            self._size = size
        self._view.show_papers([(paper, tr(PAPER_WORDS[paper])) for paper in self._request.papers], self._size)
        self._view.show_busy(tr("Menyiapkan lembar …"))
        self._jobs.run(self._acts.printers, self._on_printers, self._on_no_printers, lane="paper")
        if self._request.case_id is None:
            self._make()
        else:
            self._jobs.run(self._acts.copies, self._on_copies, self._on_trouble)

    def close(self) -> None:
        """The dialog is gone; answers still under way are shown to nobody, the ledger is still written."""
        self._view = cast("PreviewView", _Nobody())

    def choose_paper(self, size: str) -> None:
        """Another size."""
        if size != self._size:
            self._size = size
            self._make()

    def choose_printer(self, printer: str) -> None:
        """Another printer."""
        self._printer = printer

    def print(self, reason: str) -> None:
        """Print what is shown."""
        pdf = self._pdf
        if pdf is None or self._busy or not self._with_reason(reason):
            return
        if not self._printer:
            self._view.show_print_error(tr("Belum ada pencetak yang dipilih. Pilih pencetak, atau simpan sebagai PDF."))
            return
        self._busy = True
        self._view.show_printing(True)
        self._acts.remember(self._printer, self._size)
        printer, size = self._printer, self._size

        def asked(line: str) -> None:
            self._jobs.run(
                lambda: self._acts.send(pdf, printer, self._title(), size),
                lambda finish: self._on_sent(line, finish),
                lambda trouble: self._on_failed(line, trouble),
                lane="paper",
            )

        self._jobs.run(lambda: self._acts.ask(printer, pdf, self._copy, reason.strip()), asked, self._on_print_trouble)

    def save(self, path: Path, reason: str) -> None:
        """Write what is shown to a file."""
        pdf = self._pdf
        if pdf is None or self._busy:
            return
        self._busy = True

        def work() -> None:
            path.write_bytes(pdf)
            self._acts.saved(self._acts.ask("PDF", pdf, self._copy, reason.strip()))

        def done(_nothing: None) -> None:
            self._busy = False
            self._acts.tell(
                tr("{title} disimpan di {path}.", title=self._request.title, path=str(path)), True, "", None
            )
            self._acts.changed()
            self._view.finish()

        self._jobs.run(work, done, self._on_print_trouble)

    def may_save(self, reason: str) -> bool:
        """Whether the file may be asked for: a copy needs its reason first."""
        return self._pdf is not None and self._with_reason(reason)

    def _with_reason(self, reason: str) -> bool:
        if self._copy > 1 and not reason.strip():
            self._view.show_reason_error(tr("Tulis mengapa dicetak lagi; alasannya dicatat di buku cetak."))
            return False
        return True

    def _title(self) -> str:
        """For the printer's queue: never a person's name."""
        return f"Desk {self._request.sort}"

    def _on_copies(self, count: int) -> None:
        self._copy = count + 1
        if count:
            self._view.show_copy(
                tr(
                    "Sudah pernah dicetak {count} kali. Lembar ini ditandai SALINAN ke-{copy}.",
                    count=count,
                    copy=count + 1,
                )
            )
        self._make()

    def _make(self) -> None:
        self._made += 1
        made, size, copy = self._made, self._size, self._copy
        self._pdf = None
        self._view.show_busy(tr("Menyiapkan lembar …"))

        def work() -> tuple[bytes, Sequence[Page]]:
            pdf = self._request.make(size, copy)
            return pdf, self._acts.pages(pdf, DPI)

        def done(result: tuple[bytes, Sequence[Page]]) -> None:
            if made == self._made:
                self._pdf, pages = result
                self._view.show_pages(pages, tr("{count} halaman", count=len(pages)))
                self._print_straight()

        self._jobs.run(work, done, self._on_trouble, lane="store" if self._request.case_id else "paper")

    def _on_trouble(self, trouble: Exception) -> None:
        self._view.show_trouble(_said(trouble))

    def _on_printers(self, found: Sequence[tuple[str, bool]]) -> None:
        names = [name for name, _usual in found]
        usual = next((name for name, is_usual in found if is_usual), names[0] if names else "")
        self._straight = self._straight and self._printer in names
        self._printers_known = True
        self._printer = self._printer if self._printer in names else usual
        trouble = "" if names else tr("Komputer ini belum punya pencetak. Pasang pencetak, atau simpan sebagai PDF.")
        self._view.show_printers(names, self._printer, trouble)
        self._print_straight()

    def _print_straight(self) -> None:
        """The officer asked for paper, not for a look: once paper and printer are there, it goes out by itself."""
        if self._straight and self._printers_known and self._pdf is not None and self._copy == 1:
            self._straight = False
            self.print("")

    def _on_no_printers(self, trouble: Exception) -> None:
        self._printer = ""
        self._view.show_printers((), "", printer_trouble(trouble))

    def _on_sent(self, line: str, finish: Finish) -> None:
        try:
            certain = finish()
        except (DeskError, OSError, RuntimeError) as trouble:
            self._on_failed(line, trouble)
            return
        self._busy = False
        title, printer = self._request.title, self._printer
        if certain:
            self._jobs.run(lambda: self._acts.printed(line), lambda _: self._acts.changed(), None)
            self._acts.tell(tr("{title} dicetak di {printer}.", title=title, printer=printer), True, "", None)
        else:
            self._acts.tell(
                tr(
                    "{title} masih di antrean {printer}. Bila kertasnya sudah keluar, tandai tercetak.",
                    title=title,
                    printer=printer,
                ),
                False,
                tr("Sudah keluar"),
                lambda: self._jobs.run(lambda: self._acts.printed(line), lambda _: self._acts.changed(), None),
            )
        self._view.finish()

    def _on_failed(self, line: str, trouble: Exception) -> None:
        words = _said(trouble)
        self._jobs.run(lambda: self._acts.failed(line, words), lambda _: self._acts.changed(), None)
        self._on_print_trouble(trouble)

    def _on_print_trouble(self, trouble: Exception) -> None:
        self._busy = False
        self._view.show_printing(False)
        self._view.show_print_error(_said(trouble))


def printer_trouble(trouble: Exception) -> str:
    """Why there are no printers, as the window says it."""
    if isinstance(trouble, DeskError) and trouble.code == "printing_missing":
        return tr("Komputer ini belum punya sistem cetak. Simpan sebagai PDF, lalu cetak di komputer lain.")
    return _said(trouble)


class _Nobody:
    """Looks at nothing."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_values, **_named: None


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    if isinstance(trouble, OSError):
        return tr("Berkas tidak dapat ditulis: {reason}. Pilih folder lain.", reason=tr(system_reason(trouble)))
    return tr(
        "Lembar tidak dapat dibuat karena kesalahan di dalam program ({trouble}).", trouble=type(trouble).__name__
    )
