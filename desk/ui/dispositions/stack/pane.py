"""The pane in which a stack is scanned: what is being done, the scans, one key to record them all."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QProgressBar, QVBoxLayout

from desk.language import tr
from desk.services.stack import Purpose
from desk.ui.dispositions.scan_mark import ScanMark
from desk.ui.dispositions.stack.presenter import LOOKS, PURPOSES, Entry
from desk.ui.kit.banner import Notice
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.stage import Stage
from desk.ui.kit.states import Look
from desk.ui.kit.surface import column, row, side_by_side
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Elided, Rule, Text
from desk.ui.kit.tokens import GRID

QUIET_S = 0.4
"""Seconds after a scan in which Enter records nothing: some scanners end with two of them."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def entries_model() -> RowsModel[Entry]:
    """The scans: whose file, what will happen, how it stands."""
    return RowsModel(
        (
            Column(tr("Berkas"), lambda entry: entry.title, width=18, stretch=2, role="lead", below=lambda e: e.number),
            Column(tr("Yang terjadi"), lambda entry: entry.words, width=20, stretch=5, wrap=True),
            Column(
                tr("Status"),
                lambda entry: tr(LOOKS[entry.standing].word),
                width=14,
                look=lambda entry: LOOKS[entry.standing],
            ),
        ),
        key=lambda entry: str(entry.place),
    )


def leaves_undo(event: QEvent, line: QLineEdit) -> bool:
    """Whether that is Ctrl+Z in an empty line, which has nothing of its own to undo: it is left to the bottom line."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or line.text():
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo)
    if undo:
        event.ignore()
    return undo


class StackPane(QFrame):
    """One stack.

    Signals:
        scanned: a code, from the scanner or typed.
        purpose_chosen: a `Purpose`.
        removed: an entry's place.
        finished: record them: whose act it is, the answer's words.
        cancelled: Esc.
        left, returned: the pane is put away, and is wanted again.
    """

    scanned = Signal(str)
    purpose_chosen = Signal(str)
    removed = Signal(int)
    finished = Signal(str, str)
    cancelled = Signal()
    left = Signal()
    returned = Signal()

    def __init__(self, tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._tell, self._last_scan = tell, 0.0
        self._title = Elided("", role="title")
        self._purposes: dict[str, Button] = {}
        group = QButtonGroup(self)
        choices = row(spacing=GRID + 2)
        for purpose, words in PURPOSES:
            button = self._purposes[purpose] = Button(tr(words), kind="filter")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, purpose=purpose: self._on_purpose(purpose))
            group.addButton(button)
            choices.addWidget(button)
        choices.addStretch(1)
        self.line = Field(tr("Pindai, atau ketik nomor lalu Enter"), QLineEdit(), name=tr("Kode berkas"))
        self.by = Field(tr("Atas nama"), QLineEdit())
        self.words = Field(tr("Jawaban, untuk semua"), QLineEdit(), required=True)
        self.words.set_text(tr("Dijawab pada lembar disposisi."))
        self.words.edited.connect(lambda _text: self.words.clear_error())
        for field in (self.line, self.by, self.words):
            field.editor.installEventFilter(self)
        self.mark = ScanMark()
        self._model = entries_model()
        self.table = Table(self._model, tr("Yang sudah dipindai"))
        self.table.opened.connect(lambda _entry: self._on_enter())
        self.table.installEventFilter(self)
        self.stage = Stage(self.table)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Kemajuan"))
        self._progress.setTextVisible(False)
        self._count = Text("", tone="soft")
        self.done = Button(tr("Selesai"), cap="Enter", kind="primary", icon="check")
        self.done.clicked.connect(self._finish)
        self.stop = Button(tr("Batal"), cap="Esc")
        self.stop.clicked.connect(self.cancelled)
        foot = row(self._count, self._progress, "stretch", self.stop, self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 2)
        whole.addLayout(column(self._title, choices, spacing=GRID * 2))
        whole.addLayout(side_by_side(self.line, self.by, stretch=(3, 2)))
        for widget in (self.words, self.mark):
            whole.addWidget(widget)
        whole.addWidget(self.stage, 1)
        whole.addWidget(Rule())
        whole.addLayout(foot)
        self.setFocusProxy(self.line)
        self.show_progress(0, 0)

    def take(self, code: str) -> None:
        """The scanner's code, whatever has the focus."""
        self._last_scan = time.monotonic()
        self.scanned.emit(code)

    def show_tray(self, title: str, by: str) -> None:
        """Whose tray it is."""
        self._title.setText(tr("Terima dari baki: {title}", title=title))
        self.by.set_text(by)
        self.line.set_text("")
        self.mark.show_mark(tr("Siap memindai."), Look("quiet", "scan-barcode", ""))

    def show_purpose(self, purpose: Purpose) -> None:
        """What is being done with the stack."""
        self._purposes[purpose].setChecked(True)
        self.words.setVisible(purpose == "answer")

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The last scan first."""
        self._model.show_rows(entries)
        if entries:
            self.stage.show_content()
            return
        self.stage.show_empty(
            tr("Belum ada yang dipindai"),
            tr(
                "Pindai kode pada tanda terima tiap berkas, satu per satu. Belum ada yang dicatat sampai Anda menekan Enter."
            ),
            icon="scan-barcode",
        )

    def show_mark(self, words: str, look: Look) -> None:
        """What the last scan was, so large that it is seen from the side."""
        self.mark.show_mark(words, look)

    def show_ready(self, count: int) -> None:
        """How many would be recorded."""
        self.done.set_words(tr("Catat {count} berkas", count=count) if count else tr("Selesai"))
        self.stop.set_words(tr("Batal") if count else tr("Tutup"))
        self._count.setText(tr("{count} dipindai", count=self._model.rowCount()) if self._model.rowCount() else "")

    def show_progress(self, done: int, total: int) -> None:
        """While recording."""
        self._progress.setVisible(bool(total))
        self._progress.setRange(0, max(total, 1))
        self._progress.setValue(done)
        self.done.setEnabled(not total)
        if total:
            self.stop.set_words(tr("Hentikan"))

    def show_words_error(self, words: str) -> None:
        """Beside the answer's words."""
        self.words.show_error(words)
        self.words.setFocus()

    def leave(self) -> None:
        """Back to the list."""
        self.left.emit()

    def come_back(self) -> None:
        """Here again."""
        self.returned.emit()

    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None:
        """The bottom line."""
        self._tell(Notice(words, "ok" if good else "warn", undo=undo))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds what is typed, else it records; Esc leaves; Delete takes a scan out."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            if watched is self.line.editor and leaves_undo(event, line_of(self.line)):
                return True
            return super().eventFilter(watched, event)
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._on_enter()
            return True
        if event.key() == Qt.Key.Key_Delete and watched is self.table:
            entry = self.table.current()
            if entry is not None:
                self.removed.emit(entry.place)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter records, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        typed = line_of(self.line).text().strip()
        if typed:
            self.line.set_text("")
            self.take(typed)
            self.table.setCurrentIndex(QModelIndex())
        elif time.monotonic() - self._last_scan > QUIET_S:
            self._finish()

    def _finish(self) -> None:
        self._last_scan = time.monotonic()  # an impatient second Enter is none
        self.finished.emit(self.by.text(), self.words.text() if self.words.isVisible() else "")

    def _on_purpose(self, purpose: str) -> None:
        self.purpose_chosen.emit(purpose)
        self.line.setFocus()
