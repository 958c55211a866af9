"""The pane in which a tray is counted: what should be there is ticked by scanner or space, differences stand on top."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.dispositions.count.presenter import LOOKS, CountLine
from desk.ui.dispositions.scan_mark import ScanMark
from desk.ui.dispositions.stack.pane import QUIET_S
from desk.ui.kit.banner import Notice
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.stage import Stage
from desk.ui.kit.states import Look
from desk.ui.kit.surface import Scroll, clear, column, row
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Elided, Heading, Rule, Text
from desk.ui.kit.tokens import GRID

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def count_model() -> RowsModel[CountLine]:
    """The papers."""
    return RowsModel(
        (
            Column(tr("Berkas"), lambda line: line.title, width=20, stretch=4, role="lead", below=lambda e: e.number),
            Column(
                tr("Di baki"),
                lambda line: tr(LOOKS[line.standing].word),
                width=20,
                stretch=3,
                look=lambda line: LOOKS[line.standing],
                below=lambda line: line.words,
            ),
        ),
        key=lambda line: line.key,
    )


class CountPane(QFrame):
    """One tray.

    Signals:
        scanned: a code.
        ticked: a line's key.
        saved, cancelled: keep the count; leave.
        left: the pane is put away.
    """

    scanned = Signal(str)
    ticked = Signal(str)
    saved = Signal()
    cancelled = Signal()
    left = Signal()

    def __init__(self, tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._tell, self._last_scan = tell, 0.0
        self._title = Elided("", role="title")
        self.line = Field(tr("Pindai tiap berkas, atau ketik nomor lalu Enter"), QLineEdit(), name=tr("Kode berkas"))
        self.mark = ScanMark()
        self._model = count_model()
        self.table = Table(self._model, tr("Isi baki menurut layar"))
        self.table.opened.connect(lambda _line: self._on_enter())
        self.table.doubleClicked.connect(lambda _index: self._on_tick())
        for widget in (self.line.editor, self.table):
            widget.installEventFilter(self)
        self.stage = Stage(self.table)
        self._summary = Text("", role="lead")
        self.keep = Button(tr("Simpan hitungan"), cap="Enter", kind="primary", icon="check")
        self.keep.clicked.connect(self._save)
        stop = Button(tr("Tutup"), cap="Esc")
        stop.clicked.connect(self.cancelled)
        self._earlier = Scroll(tr("Hitungan sebelumnya"))
        self._earlier.setFixedWidth(260)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 2)
        for widget in (self._title, self.line, self.mark):
            whole.addWidget(widget)
        whole.addLayout(row(self.stage, Rule(upright=True), self._earlier, spacing=GRID * 3), 1)
        whole.addWidget(Rule())
        whole.addLayout(row(self._summary, "stretch", stop, self.keep))
        self.setFocusProxy(self.line)

    def take(self, code: str) -> None:
        """The scanner's code, whatever has the focus."""
        self._last_scan = time.monotonic()
        self.scanned.emit(code)

    def show_tray(self, title: str) -> None:
        """Which tray."""
        self._title.setText(tr("Hitung baki: {title}", title=title))
        self.line.set_text("")
        self.mark.show_mark(
            tr("Pindai semua yang ada di baki ini, urutannya bebas."), Look("quiet", "scan-barcode", "")
        )

    def show_lines(self, lines: Sequence[CountLine]) -> None:
        """The papers."""
        self._model.show_rows(lines)
        if lines:
            self.stage.show_content()
        else:
            said = tr("Menurut layar baki ini kosong"), tr("Pindai apa pun yang ternyata ada di dalamnya.")
            self.stage.show_empty(*said, icon="inbox")

    def show_busy(self) -> None:
        """Being fetched."""
        self.stage.show_busy(tr("Mengambil isi baki …"))

    def show_error(self, words: str) -> None:
        """It can't be."""
        self.stage.show_error(tr("Isi baki tidak dapat dibaca"), words)

    def show_mark(self, words: str, look: Look) -> None:
        """What the last scan was."""
        self.mark.show_mark(words, look)

    def show_summary(self, words: str) -> None:
        """How many of how many."""
        self._summary.setText(words)

    def show_earlier(self, lines: Sequence[tuple[str, str]]) -> None:
        """Counts before."""
        clear(self._earlier.body)
        self._earlier.body.addWidget(Heading(tr("Hitungan sebelumnya")))
        for headline, differences in lines:
            self._earlier.body.addWidget(_earlier(headline, differences))
        if not lines:
            self._earlier.body.addWidget(Text(tr("Baki ini belum pernah dihitung."), tone="soft", wrap=True))
        self._earlier.body.addStretch(1)

    def show_saved(self, words: str, look: Look) -> None:
        """It is kept: the next Enter leaves."""
        self.mark.show_mark(words, look)
        self.keep.set_words(tr("Tutup"))

    def show_unsaved(self) -> None:
        """It can be kept."""
        self.keep.set_words(tr("Simpan hitungan"))

    def leave(self) -> None:
        """Back to the list."""
        self.left.emit()

    def tell(self, words: str, *, good: bool) -> None:
        """The bottom line."""
        self._tell(Notice(words, "ok" if good else "warn"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter counts what is typed, else it saves; in the list space ticks."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._on_enter()
            return True
        if watched is self.table and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self._on_tick()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter saves, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def _on_tick(self) -> None:
        line = self.table.current()
        if line is not None:
            below = min(self.table.currentIndex().row() + 1, self._model.rowCount() - 1)
            self.table.choose(self._model.key_of(self._model.row_at(self._model.index(below, 0)) or line))
            self.ticked.emit(line.key)

    def _on_enter(self) -> None:
        typed = line_of(self.line).text().strip()
        if typed:
            self.line.set_text("")
            self.take(typed)
            self.table.setCurrentIndex(QModelIndex())
        elif time.monotonic() - self._last_scan > QUIET_S:
            self._save()

    def _save(self) -> None:
        self._last_scan = time.monotonic()  # an impatient second Enter is none
        self.saved.emit()


def _earlier(headline: str, differences: str) -> QWidget:
    whole = QWidget()
    below = Text(differences or tr("cocok"), role="small", tone="warn" if differences else "ok", wrap=True)
    whole.setLayout(column(Text(headline, role="small_strong", wrap=True), below, spacing=0))
    return whole
