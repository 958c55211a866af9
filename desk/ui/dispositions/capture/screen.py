"""Opens the capture over the window and binds it to the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desk.domain.deadline import read_deadline
from desk.domain.event import CaseId
from desk.domain.sheet_code import SheetCode
from desk.domain.sheet_standing import refusal
from desk.language import sentence, tr
from desk.services import capture, cases, drafts, positions, sheets
from desk.services.counter import Counter
from desk.services.drafts import Draft
from desk.services.sheets import FoundSheet
from desk.ui.attachments.screen import build_strip
from desk.ui.dispositions.capture.dialog import CaptureDialog
from desk.ui.dispositions.capture.filling import SCREEN
from desk.ui.dispositions.capture.presenter import CaptureActs, CapturePresenter, Opened, draft_key
from desk.ui.frame.scan_filter import ScanFilter
from desk.ui.workplace import Workplace


def open_capture(
    parent: QWidget, workplace: Workplace, *, code: str = "", case_id: str = "", whose: str = ""
) -> CaptureDialog:
    """Show the capture: with the sheet of a code, with that of a file (and of a slot or desk), or waiting for a scan."""
    dialog = CaptureDialog(parent, workplace.counter.calendar.timezone)
    presenter = CapturePresenter(dialog, acts_of(workplace), workplace.jobs, QtLater(dialog))
    dialog.sheet.pressed.connect(presenter.press)
    dialog.sheet.saved.connect(presenter.save)
    dialog.sheet.typed.connect(presenter.type)
    dialog.side.save_requested.connect(presenter.save)
    dialog.side.aside_requested.connect(presenter.put_aside)
    dialog.side.undo_requested.connect(presenter.undo)
    dialog.code_given.connect(presenter.scan)
    dialog.photo_requested.connect(lambda case, step: show_photo(dialog, workplace, case, step))
    dialog.finished.connect(lambda _result: presenter.close())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    scans, handle = ScanFilter(dialog), dialog.windowHandle()
    if handle is not None:
        scans.watch(handle)
    scans.scanned.connect(presenter.scan)
    presenter.start(code, case_id, whose)
    return dialog


def show_photo(parent: QWidget, workplace: Workplace, case_id: str, step: str) -> QDialog:
    """The papers of the sheet's step: the photo or scan of the sheet goes there."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("Foto lembar disposisi"))
    strip = build_strip(workplace)
    column = QVBoxLayout(dialog)
    column.addWidget(strip)
    dialog.resize(min(760, parent.width() - 80), min(520, parent.height() - 80))
    dialog.finished.connect(dialog.deleteLater)
    strip.show_case(case_id, step=step)
    dialog.open()
    return dialog


def acts_of(workplace: Workplace) -> CaptureActs:
    """The services, for the capture at this workplace."""
    counter = workplace.counter
    return CaptureActs(
        find=lambda code: _opened(counter, sheets.found_sheet(counter, code)),
        find_case=lambda case_id, whose: _of_case(counter, CaseId(case_id), whose),
        record=lambda case_id, code, written: capture.record(counter, CaseId(case_id), code, written),
        take_back=lambda captured: capture.take_back(counter, captured),
        keep=lambda key, title, body: _keep(counter, key, title, body),
        drop=lambda key: drafts.drop(counter, key),
        kept=lambda: _kept(counter),
        deadline=lambda text: read_deadline(text, counter.today, counter.calendar),
        changed=workplace.changed,
    )


def _of_case(counter: Counter, case_id: CaseId, whose: str) -> Opened:
    case = cases.load(counter, case_id)
    slot = sheets.slot_of(counter, case, whose)
    return _opened(counter, sheets.sheet_of(counter, case, SheetCode(case.tracking_code, slot)))


def _opened(counter: Counter, found: FoundSheet) -> Opened:
    why = refusal(found.place, found.case, sheets.names(counter))
    desks = [box.words for box in found.form.desks]
    remarks = {desk: said for desk in desks if (said := positions.remarks(counter, desk))}
    key = draft_key(found.form.code)
    draft = next((draft.body for draft in drafts.kept(counter) if draft.key == key), None)
    return Opened(found, sentence(why) if why is not None else "", remarks, draft)


def _keep(counter: Counter, key: str, title: str, body: Mapping[str, Any]) -> None:
    drafts.keep(counter, Draft(key, title, dict(body)))


def _kept(counter: Counter) -> list[tuple[str, str]]:
    """Sheets that were begun, the latest first."""
    mine = [draft for draft in drafts.kept(counter) if draft.body.get("screen") == SCREEN]
    return [(str(draft.body.get("code", "")), draft.title) for draft in reversed(mine)]


class QtLater:
    """A single-shot timer that starts only when something was keyed in."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._timer: QTimer | None = None
        self._call: Callable[[], None] = lambda: None

    def start(self, milliseconds: int, call: Callable[[], None]) -> None:
        """Call `call` after so long; one that waits already is forgotten."""
        if self._timer is None:
            self._timer = QTimer(self._parent)
            self._timer.setSingleShot(True)
            self._timer.timeout.connect(self._elapsed)
        self._call = call
        self._timer.start(milliseconds)

    def _elapsed(self) -> None:
        self._call()

    def stop(self) -> None:
        """Forget it."""
        if self._timer is not None:
            self._timer.stop()
