"""Joins the preview and binds it to the ledger and to printers."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk.domain.event import CaseId
from desk.language import tr
from desk.services import ledger
from desk.services.counter import Counter
from desk.ui.frame.scan_filter import ScanFilter
from desk.ui.kit.banner import Notice
from desk.ui.preferences import PreferenceFile
from desk.ui.preview.dialog import PreviewDialog
from desk.ui.preview.presenter import Finish, PreviewActs, PreviewPresenter
from desk.ui.preview.request import PaperRequest

if TYPE_CHECKING:
    from desk.print.raster import Page
    from desk.ui.workplace import Workplace

_PATIENCE = 10
_PAUSE = 0.5


def show_preview(parent: QWidget, workplace: Workplace, request: PaperRequest) -> PreviewDialog:
    """Show the preview over the window."""
    dialog = PreviewDialog(parent, request.title, request.file_name)
    presenter = PreviewPresenter(dialog, request, acts_for(workplace, request), workplace.jobs)
    dialog.paper_chosen.connect(presenter.choose_paper)
    dialog.printer_chosen.connect(presenter.choose_printer)
    dialog.print_requested.connect(presenter.print)
    dialog.save_requested.connect(presenter.save)
    dialog.file_asked.connect(lambda reason: dialog.ask_file() if presenter.may_save(reason) else None)
    dialog.finished.connect(lambda _result: presenter.close())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    _mind_the_scanner(dialog)
    presenter.start()
    return dialog


def _mind_the_scanner(dialog: PreviewDialog) -> None:
    """A scan's Enter must not press 'print'."""
    scans, handle = ScanFilter(dialog), dialog.windowHandle()
    if handle is not None:
        scans.watch(handle)
    scans.scanned.connect(lambda _code: dialog.show_print_error(tr("Tutup pratinjau ini dulu, lalu pindai lagi.")))


def acts_for(workplace: Workplace, request: PaperRequest) -> PreviewActs:
    """The ledger and the printers, for this paper."""
    counter, kept = workplace.counter, workplace.preferences
    case_id = CaseId(request.case_id) if request.case_id else None

    def tell(words: str, good: bool, action: str, act: Callable[[], None] | None) -> None:
        workplace.tell(Notice(words, "ok" if good else "warn", action=action, act=act))

    return PreviewActs(
        copies=lambda: ledger.copies(counter, request.kind, case_id) if case_id else 0,
        ask=lambda printer, pdf, copy, reason: _ask(counter, request, case_id, printer, pdf, copy, reason),
        printed=lambda line: ledger.printed(counter, line),
        saved=lambda line: ledger.saved(counter, line),
        failed=lambda line, reason: ledger.failed(counter, line, reason),
        printers=printer_names,
        send=send,
        pages=_pages,
        remembered=lambda: (kept.now.printers.get(request.sort, ""), kept.now.papers.get(request.sort, "")),
        remember=lambda printer, paper: _remember(kept, request.sort, printer, paper),
        tell=tell,
        changed=workplace.changed,
    )


def printer_names() -> Sequence[tuple[str, bool]]:
    """The printers of this computer."""
    if sys.platform in ("win32", "darwin"):
        from desk.ui.preview import qt_printing  # noqa: PLC0415 (only where there is no CUPS)

        return qt_printing.printers()
    from desk.print import printers  # noqa: PLC0415 (with the first paper)

    return [(printer.name, printer.default) for printer in printers.printers()]


def send(pdf: bytes, printer: str, title: str, paper: str) -> Finish:
    """Give it to the printer; what is left to do on the UI thread is returned."""
    if sys.platform in ("win32", "darwin"):
        from desk.ui.preview import qt_printing  # noqa: PLC0415 (only where there is no CUPS)

        pages = _pages(pdf, qt_printing.DPI)
        return lambda: qt_printing.print_pages(pages, printer, title) is None
    from desk.print import printers  # noqa: PLC0415 (with the first paper)

    sent = printers.send(pdf, printer, title=title, paper=paper)
    done = False
    for _ in range(_PATIENCE):
        done = printers.job_done(sent.job)
        if done:
            break
        time.sleep(_PAUSE)
    return lambda: done


def _ask(
    counter: Counter, request: PaperRequest, case_id: CaseId | None, printer: str, pdf: bytes, copy: int, reason: str
) -> str:
    return ledger.ask(counter, request.kind, case_id, printer, pdf, copy=copy, reason=reason)


def _pages(pdf: bytes, dpi: int) -> Sequence[Page]:
    from desk.print import raster  # noqa: PLC0415 (with the first paper)

    return raster.pages(pdf, dpi)


def _remember(kept: PreferenceFile, sort: str, printer: str, paper: str) -> None:
    kept.change(kept.now.with_printer(sort, printer).with_paper(sort, paper))
