"""The middle column: the open tray, its chips, its files."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QWidget

from desk.language import tr
from desk.ui.dispositions.glance import TrayAction
from desk.ui.dispositions.lines import EVERYWHERE, MARKS, Mark, Narrowed, QueueLine, TrayLine
from desk.ui.dispositions.rows_model import queue_model
from desk.ui.kit import fonts, theme
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import PAUSE_MS, Button
from desk.ui.kit.field import choice
from desk.ui.kit.flow import Flow
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import column, row
from desk.ui.kit.table import Table
from desk.ui.kit.text import Elided
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key, TrayLetter

LETTERS: Mapping[str, TrayAction] = {
    TrayLetter.ADVANCE.value: "advance",
    TrayLetter.DISPOSE.value: "dispose",
    TrayLetter.ANSWER.value: "answer",
    TrayLetter.RECEIVE.value: "receive",
    TrayLetter.RECALL.value: "recall",
    TrayLetter.REASSIGN.value: "reassign",
}
"""Letters that do something to the selected file while the list has the focus."""


class QueueTable(Table):
    """Files of a tray.

    Signals:
        letter_pressed: an action.
        left_requested: the arrow to the left, back to the trays.
    """

    letter_pressed = Signal(str)
    left_requested = Signal()
    _pressed = 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters act; the arrow to the left goes back."""
        letter = event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Left:
            self.left_requested.emit()
        elif plain and letter in LETTERS:
            self._press(LETTERS[letter], event)
        else:
            super().keyPressEvent(event)

    def _press(self, action: TrayAction, event: QKeyEvent) -> None:
        """Act; deaf for a moment afterwards, as buttons are: the next file has taken the place of this one."""
        now = time.monotonic()
        if not event.isAutoRepeat() and now - self._pressed > PAUSE_MS / 1000:
            self._pressed = now
            self.letter_pressed.emit(action)

    def keyboardSearch(self, search: str) -> None:
        """Letters act: none of them looks for a name."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus alone selects nothing: it would put another file beside the list."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)


class QueueColumn(QWidget):
    """One tray.

    Signals:
        mark_pressed, service_chosen, since_chosen, cleared: the chips.
        chosen, opened: a row's key; opened by Enter.
        letter_pressed, left_requested: of the list.
        more_wanted, retried: as in every list.
        stack_requested, count_requested: scan a stack, count the tray.
    """

    mark_pressed = Signal(str)
    service_chosen = Signal(str)
    since_chosen = Signal(str)
    cleared = Signal()
    chosen = Signal(str)
    opened = Signal(str)
    letter_pressed = Signal(str)
    left_requested = Signal()
    more_wanted = Signal()
    retried = Signal()
    stack_requested = Signal()
    count_requested = Signal()

    def __init__(self, services: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._facts = Elided("", role="title"), Elided("", role="small", tone="soft")
        self._remark = Banner("", tone="warn", parent=self)
        self.stack = Button(tr("Terima dari baki"), key=Key.SCAN_STACK, icon="scan-barcode")
        self.stack.clicked.connect(self.stack_requested)
        self.count = Button(tr("Hitung baki"), key=Key.COUNT_TRAY, kind="quiet")
        self.count.clicked.connect(self.count_requested)
        self._chips: dict[Mark, Button] = {}
        filters = Flow(gap=GRID + 2)
        for mark, word in MARKS:
            chip = self._chips[mark] = Button(tr(word), kind="filter")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, mark=mark: self.mark_pressed.emit(mark))
            filters.add(chip)
        self._service = _choice([("", tr("semua layanan")), *services], tr("Layanan"), self.service_chosen)
        self._since = _choice(_since_options(), tr("Di sini sejak"), self.since_chosen)
        for box in (self._service, self._since):
            filters.add(box)
        filters.add(self.count)
        self._model = queue_model()
        self._model.more_wanted.connect(self.more_wanted)
        self.table = QueueTable(self._model, tr("Berkas di baki"))
        self.table.chosen.connect(lambda line: self.chosen.emit(line.key) if line else None)
        self.table.opened.connect(lambda line: self.opened.emit(line.key) if line else None)
        self.table.letter_pressed.connect(self.letter_pressed)
        self.table.left_requested.connect(self.left_requested)
        self._problem = ""
        self.stage = Stage(self.table)
        self.stage.acted.connect(self._on_acted)
        head = row(column(self._title, self._facts, spacing=0), self.stack)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._remark, filters, self.stage, spacing=GRID * 2))

    def show_head(self, line: TrayLine | None) -> None:
        """Which tray, and what is in it."""
        self._title.setText(line.title if line else "")
        count = tr("{count} berkas", count=line.count) if line else ""
        said = (count, line.detail, line.late_words, line.unseen_words, line.who) if line else ()
        self._facts.setText(" · ".join(part for part in said if part))
        self._remark.show_banner(line.remark if line else "", "warn")
        self.count.setEnabled(line is not None and line.position != EVERYWHERE)

    def show_narrowed(self, narrowed: Narrowed) -> None:
        """Which chips are pressed."""
        for mark, chip in self._chips.items():
            chip.setChecked(mark in narrowed.marks)
            chip.set_icon("x" if mark in narrowed.marks else None)
        for box, value in ((self._service, narrowed.service), (self._since, narrowed.since)):
            box.setCurrentIndex(max(box.findData(value), 0))
            theme.set_mark(box, "narrows", bool(value))

    def show_lines(self, rows: Sequence[QueueLine], *, more: bool) -> None:
        """The first page."""
        self._model.show_rows(rows, more=more)
        self.stage.show_content()

    def append_lines(self, rows: Sequence[QueueLine], *, more: bool) -> None:
        """The next one."""
        self._model.append(rows, more=more)

    def show_nothing(self, *, narrow: bool, everywhere: bool) -> None:
        """An empty tray, or nothing that fits."""
        self._problem = "narrow" if narrow else "empty"
        self._model.show_rows(())
        stage = self.stage
        if narrow:
            said = tr("Tidak ada yang cocok di baki ini"), tr("Longgarkan saringan untuk melihat yang lain.")
            stage.show_empty(*said, tr("Tampilkan semua"), icon="search")
        elif everywhere:
            said = (
                tr("Tidak ada berkas yang menunggu"),
                tr("Berkas yang didaftarkan di Loket langsung muncul di baki pemegangnya."),
            )
            stage.show_empty(*said, icon="inbox")
        else:
            said = tr("Baki ini kosong"), tr("Pilih baki lain di kiri, atau lihat semua berkas yang menunggu.")
            stage.show_empty(*said, icon="inbox")

    def show_busy(self) -> None:
        """Being fetched; a list that is there stays."""
        if self._model.rowCount() == 0:
            self.stage.show_busy(tr("Mengambil isi baki …"))

    def show_error(self, words: str) -> None:
        """It can't be fetched."""
        self._problem = "error"
        self.stage.show_error(tr("Isi baki tidak dapat dibaca"), words, tr("Coba lagi"))

    def choose(self, key: str) -> None:
        """Select that row; nothing where it isn't listed."""
        self.table.choose(key)
        if self._model.place_of(key) is None:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()

    def _on_acted(self) -> None:
        if self._problem == "error":
            self.retried.emit()
        else:
            self.cleared.emit()


def _choice(options: Sequence[tuple[str, str]], name: str, chosen: SignalInstance) -> QComboBox:
    """A chip that opens: showing it a value emits nothing."""
    box = choice(options)
    box.setAccessibleName(name)
    box.setFont(fonts.font("lead"))
    box.setMinimumContentsLength(12)
    box.activated.connect(lambda _: chosen.emit(box.currentData()))
    return box


def _since_options() -> list[tuple[str, str]]:
    days = [(str(days), tr("lebih dari {days} hari", days=days)) for days in (3, 7, 14, 30)]
    return [("", tr("sejak kapan pun")), *days]
