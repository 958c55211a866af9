"""The Berkas screen: a list at the left, one case at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desk.language import tr
from desk.ui.cases.asking import Filter, Sieve
from desk.ui.cases.dossier import Detail, Press
from desk.ui.cases.forms.form import Column, Form, Option, Values
from desk.ui.cases.list_view import CaseList
from desk.ui.cases.sheet import CaseSheet
from desk.ui.kit.banner import Notice
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Columns
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.shortcuts import Key


class CasesPage(Page):
    """Shows; decides nothing. The wishes are signals of `list` and `sheet`.

    Signals:
        arrived, left: the page came to the front, and went.
        opened_for: a case's id that somebody came here for.
        written: something was written elsewhere.
        refresh_requested: F5.
    """

    arrived = Signal()
    left = Signal()
    opened_for = Signal(str)
    written = Signal()
    refresh_requested = Signal()

    def __init__(self, zone: str, tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self._tell = tell
        self._shown = ""
        self.list = CaseList(zone)
        self.sheet = CaseSheet()
        self.beside = Stage(self.sheet)
        columns = Columns(self.list, self.beside, stretch=(1, 1))
        columns.setSizes([548, 658])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.addWidget(columns)
        self.list.opened.connect(lambda _id: self.sheet.take_focus())
        for key, act in ((Key.FIND_HERE, self._find), (Key.REFRESH, self.refresh_requested.emit)):
            QShortcut(QKeySequence(key.value), self).activated.connect(act)
        self.show_no_detail()

    def arrive(self) -> None:
        """To the list, ready for the arrows."""
        self.arrived.emit()
        self.focus_list()

    def leave(self) -> None:
        """Numbers that were shown are masked again; what is half filled is kept."""
        self.left.emit()

    def close_down(self) -> None:
        """The same when the window closes."""
        self.left.emit()

    def on_changed(self) -> None:
        """The list may be stale."""
        self.written.emit()
        if self.isVisible():
            self.arrived.emit()

    def open(self, reference: str) -> None:
        """Show that case."""
        self.opened_for.emit(reference)

    def show_rows(self, rows: Sequence[Any], *, more: bool) -> None:
        """The list's first page."""
        self.list.show_rows(rows, more=more)

    def append_rows(self, rows: Sequence[Any], *, more: bool) -> None:
        """The next one."""
        self.list.append_rows(rows, more=more)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many in each state."""
        self.list.show_counts(counts)

    def show_filter(self, wanted: Filter, sieve: Sieve) -> None:
        """What the list is narrowed to, and could be."""
        self.list.show_filter(wanted, sieve)

    def show_no_cases(self, *, narrow: bool) -> None:
        """An empty list."""
        self.list.show_empty(narrow=narrow)

    def show_list_busy(self) -> None:
        """The list is being fetched."""
        self.list.show_busy()

    def show_list_error(self, words: str) -> None:
        """The list can't be fetched."""
        self.list.show_error(words)

    def show_detail(self, detail: Detail) -> None:
        """One case."""
        if self.sheet.standing.about_to_act():  # that was meant for the file as it stood before
            self.focus_list()
        self.sheet.show_detail(detail)
        if detail.case_id != self._shown:
            self.sheet.to_top()
        self._shown = detail.case_id
        self.beside.show_content()

    def show_no_detail(self) -> None:
        """None chosen."""
        self._shown = ""
        self.beside.show_empty(
            tr("Belum ada yang dipilih"),
            tr("Pilih sebuah berkas, atau pindai kode pada tanda terima."),
            icon="scan-barcode",
        )

    def show_detail_error(self, words: str) -> None:
        """It can't be fetched."""
        self._shown = ""
        self.beside.show_error(tr("Berkas tidak dapat dibuka"), words)

    def choose(self, case_id: str) -> None:
        """Select it in the list if it is there, else nothing."""
        self.list.choose(case_id)

    def focus_list(self) -> None:
        """The keys go to the list; where it is empty, to what is offered in its place."""
        there = self.list.stage.showing() == "content"
        (self.list.table if there else self.list.stage.panel.button()).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self, form: Form, values: Values, *, anew: bool) -> None:
        """Open a form in the sheet."""
        self.sheet.show_form(form, values, anew=anew)

    def close_form(self) -> None:
        """Put it away; the keys go back to the list."""
        focus = QApplication.focusWidget()
        had = focus is not None and self.sheet.form.isAncestorOf(focus)
        was_open = self.sheet.form.isVisible()
        self.sheet.form.put_away()
        if had:
            self.focus_list()
        if was_open:  # last: hiding the blank with the focus scrolls to whatever Qt gives it next
            self.sheet.to_top()

    def show_faults(self, faults: Mapping[str, str], words: str = "") -> None:
        """What is wrong with the form."""
        self.sheet.form.show_faults(faults, words)

    def show_form_busy(self, *, busy: bool) -> None:
        """It is being written."""
        self.sheet.form.show_busy(busy=busy)

    def show_found(self, name: str, options: Sequence[Option]) -> None:
        """What was looked up for a blank."""
        self.sheet.form.show_found(name, options)

    def show_foreseen(self, columns: Sequence[Column]) -> None:
        """What the form would do."""
        self.sheet.form.show_foreseen(columns)

    def show_drafts(self, presses: Sequence[Press]) -> None:
        """Half-filled forms of the file in view."""
        self.sheet.standing.show_drafts(tuple(presses))

    def tell(
        self,
        words: str,
        *,
        good: bool,
        undo: Callable[[], None] | None = None,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """The bottom line, with Ctrl+Z where it can be taken back."""
        self._tell(Notice(words, "ok" if good else "bad", undo=undo, action=action, act=act))

    def _find(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
