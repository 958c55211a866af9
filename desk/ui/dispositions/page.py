"""The Disposisi screen: trays, the files of one, the chosen file; in their place a stack being scanned or a tray counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.dispositions.action_form import ActionForm
from desk.ui.dispositions.glance import Glance, TrayAction
from desk.ui.dispositions.lines import Narrowed, QueueLine, TrayLine
from desk.ui.dispositions.queue_view import QueueColumn
from desk.ui.dispositions.sheet import GlanceSheet
from desk.ui.dispositions.trays_view import TrayColumn
from desk.ui.kit.banner import Notice
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Columns
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.shortcuts import Key


class DispositionsPage(Page):
    """Shows; decides nothing.

    Attributes:
        trays, queue, sheet: the three columns.
        form: the form that is open, or None.
        takes_scans: what a scanned code goes to instead of the top box, or None.

    Signals:
        arrived, written, refresh_requested: of the page itself.
        opened_for: what somebody came here for.
        given: an action, and what its form was told.
    """

    arrived = Signal()
    written = Signal()
    refresh_requested = Signal()
    opened_for = Signal(str)
    given = Signal(str, object)

    def __init__(self, services: Sequence[tuple[str, str]], tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self._tell = tell
        self._shown, self._in_list = "", False
        self.form: ActionForm | None = None
        self.takes_scans: Callable[[str], None] | None = None
        self.trays, self.queue, self.sheet = TrayColumn(), QueueColumn(services), GlanceSheet()
        self.beside = Stage(self.sheet)
        self._usual = Columns(self.queue, self.beside, stretch=(3, 1))
        self._usual.setSizes([574, 362])
        over = QWidget()
        self._layers = QStackedLayout(over)
        self._layers.addWidget(self._usual)
        columns = Columns(self.trays, over, stretch=(0, 1))
        columns.setSizes([244, 944])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.addWidget(columns)
        for key, act in ((Key.FIND_HERE, self._find), (Key.REFRESH, self.refresh_requested.emit)):
            QShortcut(QKeySequence(key.value), self).activated.connect(act)
        self.show_no_glance()

    def arrive(self) -> None:
        """To the trays, or to what is being scanned."""
        self.arrived.emit()
        over = self._layers.currentWidget()
        if over is not None and over is not self._usual:
            over.setFocus()
        else:
            (self.queue.table if self._in_list else self.trays.list).setFocus()

    def leave(self) -> None:
        """Remember where the keys went."""
        self._in_list = self.focusWidget() is self.queue.table

    def on_changed(self) -> None:
        """What is shown may be stale."""
        self.written.emit()
        if self.isVisible():
            self.arrived.emit()

    def open(self, reference: str) -> None:
        """A mark of late or today's files, or a tray."""
        self.opened_for.emit(reference)

    def take_scan(self, code: str) -> bool:
        """While a stack is scanned or a tray counted, codes go there whatever has the focus."""
        if self.takes_scans is None:
            return False
        self.takes_scans(code)
        return True

    def put_over(self, pane: QWidget, takes_scans: Callable[[str], None]) -> None:
        """Show a pane in place of the list, and send it what is scanned."""
        if self._layers.indexOf(pane) < 0:
            self._layers.addWidget(pane)
        self._layers.setCurrentWidget(pane)
        self.takes_scans = takes_scans
        pane.setFocus()

    def is_over(self, pane: QWidget) -> bool:
        """Whether that pane stands in place of the list."""
        return self._layers.currentWidget() is pane

    def put_away(self) -> None:
        """Back to the list."""
        self._layers.setCurrentWidget(self._usual)
        self.takes_scans = None
        self.trays.list.setFocus()

    def show_trays(self, lines: Sequence[TrayLine], chosen: str) -> None:
        """The left column."""
        self.trays.show_lines(lines, chosen)

    def show_head(self, line: TrayLine | None) -> None:
        """The chosen tray, above the list."""
        self.queue.show_head(line)

    def show_narrowed(self, narrowed: Narrowed) -> None:
        """The chips."""
        self.queue.show_narrowed(narrowed)

    def show_lines(self, rows: Sequence[QueueLine], *, more: bool) -> None:
        """The list's first page."""
        self.queue.show_lines(rows, more=more)

    def append_lines(self, rows: Sequence[QueueLine], *, more: bool) -> None:
        """The next one."""
        self.queue.append_lines(rows, more=more)

    def show_nothing(self, *, narrow: bool, everywhere: bool) -> None:
        """An empty list."""
        self.queue.show_nothing(narrow=narrow, everywhere=everywhere)

    def show_busy(self) -> None:
        """The list is being fetched."""
        self.queue.show_busy()

    def show_error(self, words: str) -> None:
        """It can't be fetched."""
        self.queue.show_error(words)

    def choose(self, key: str) -> None:
        """Select that row."""
        self.queue.choose(key)

    def focus_list(self) -> None:
        """The keys go to the list."""
        self.queue.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_glance(self, glance: Glance) -> None:
        """The chosen file."""
        self.sheet.show_glance(glance)
        if glance.key != self._shown:
            self.sheet.to_top()
        self._shown = glance.key
        self.beside.show_content()

    def show_no_glance(self) -> None:
        """None is chosen."""
        self._shown = ""
        words = tr("Pilih sebuah berkas; di sini tampil siapa yang mengirimnya, sampai kapan, dan apa berikutnya.")
        self.beside.show_empty(tr("Belum ada yang dipilih"), words, icon="folder-open")

    def show_glance_error(self, words: str) -> None:
        """It can't be fetched."""
        self._shown = ""
        self.beside.show_error(tr("Berkas tidak dapat dibuka"), words)

    def ask(self, action: TrayAction, glance: Glance, desks: Mapping[str, str], by: str) -> None:
        """Open the form of that act; `desks` are those it may go to, each with what to know of it."""
        self.close_form()
        self.form = ActionForm(action, glance, desks, by, self)
        self.form.given.connect(self.given)
        self.form.finished.connect(self._on_form_closed)
        self.form.open()

    def close_form(self) -> None:
        """Put it away."""
        if self.form is not None:
            self.form.accept()

    def show_form_error(self, field: str, words: str) -> None:
        """Beside the field; where no form is open, in the bottom line."""
        if self.form is not None:
            self.form.show_fault(field, words)
        else:
            self.tell(words, good=False)

    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None:
        """The bottom line, with Ctrl+Z where it can be taken back."""
        self._tell(Notice(words, "ok" if good else "bad", undo=undo))

    def _on_form_closed(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _find(self) -> None:
        self.trays.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
