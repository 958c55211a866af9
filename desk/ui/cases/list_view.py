"""The left half of Berkas: search, filters, the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desk.domain.behind import Behind
from desk.domain.dates import plain_date
from desk.language import language, tr
from desk.ui.cases.asking import Filter, Listed, Sieve
from desk.ui.cases.filter_bar import FilterBar
from desk.ui.cases.rows_model import cases_model
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice, line_of
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import column, row, side_by_side
from desk.ui.kit.table import Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.words import FIGURE_WORDS

PAUSE_MS = 150
_TO_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class _CaseTable(Table):
    """A list in which the focus alone selects nothing: it would put another case beside the list."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would make the first row current without showing it selected."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)


class CaseList(QWidget):
    """Search, filters, table.

    Signals:
        searched: what stands in the field, a moment after typing.
        since_chosen: ``today``, ``week``, ``month``, ``year`` or empty.
        chosen, opened: a case's id.
        more_wanted: the list was scrolled to its end.
        entered: Enter or Down in the search field.
        cleared: show everything again.
        retried: try again after an error.
    """

    searched = Signal(str)
    since_chosen = Signal(str)
    chosen = Signal(str)
    opened = Signal(str)
    more_wanted = Signal()
    entered = Signal()
    cleared = Signal()
    retried = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.search = Field(tr("Cari berkas"), name=tr("Cari berkas"))
        line_of(self.search).setPlaceholderText(tr("nama, NIK, nomor, kode, desa …"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.editor.installEventFilter(self)
        self.search.edited.connect(lambda _text: self._wait.start())
        since = choice(
            (
                ("", tr("kapan saja")),
                ("today", tr("hari ini")),
                ("week", tr("7 hari terakhir")),
                ("month", tr("30 hari terakhir")),
                ("year", tr("tahun ini")),
            )
        )
        self._since = Field(tr("Diterima"), since)
        self._since.edited.connect(self.since_chosen)
        self.filters = FilterBar()
        self._model = cases_model(zone)
        self._model.more_wanted.connect(self.more_wanted)
        self.table = _CaseTable(self._model, tr("Daftar berkas"))
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda row: self.opened.emit(row.id) if row else None)
        self.stage = Stage(self.table)
        self.stage.acted.connect(self._on_acted)
        self._error = False
        self._behind: Behind | None = None
        self.behind = Text("", role="strong", wrap=True)
        self.all = Button(tr("Tampilkan semua"), kind="quiet", icon="x")
        self.all.clicked.connect(self._on_acted)
        self.behind.hide()
        self.all.hide()
        narrowed = row(self.behind, self.all)
        narrowed.setStretch(0, 1)
        above = side_by_side(self.search, self._since, stretch=(3, 2))
        self.setLayout(column(above, self.filters, narrowed, self.stage, spacing=GRID * 2))

    def show_rows(self, rows: Sequence[Listed], *, more: bool) -> None:
        """The first page."""
        self._model.show_rows(rows, more=more)
        self.stage.show_content()

    def append_rows(self, rows: Sequence[Listed], *, more: bool) -> None:
        """The next page."""
        self._model.append(rows, more=more)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many are in each state."""
        self.filters.show_counts(counts)

    def show_filter(self, wanted: Filter, sieve: Sieve) -> None:
        """What the list is narrowed to, and what it could be narrowed by."""
        self.filters.show_filter(wanted, sieve)
        self._show_behind(wanted)

    def show_empty(self, *, narrow: bool) -> None:
        """Nothing here: never was, or nothing fits."""
        self._error = False
        self._model.show_rows(())
        if narrow:
            self.stage.show_empty(
                tr("Tidak ada berkas yang cocok"),
                tr("Longgarkan saringan atau ubah kata pencarian."),
                tr("Tampilkan semua"),
                icon="search",
            )
        else:
            self.stage.show_empty(
                tr("Belum ada berkas"),
                tr("Berkas yang didaftarkan di Loket langsung muncul di sini."),
                tr("Buka Loket"),
                icon="folder-open",
            )

    def show_busy(self) -> None:
        """Being fetched; a list that is there stays."""
        if self._model.rowCount() == 0:
            self.stage.show_busy(tr("Mengambil daftar berkas …"))

    def show_error(self, words: str) -> None:
        """It can't be fetched."""
        self._error = True
        self.stage.show_error(tr("Daftar berkas tidak dapat dibaca"), words, tr("Coba lagi"))

    def show_all(self) -> None:
        """Filters off."""
        self.search.set_text("")
        self._since.set_text("")
        self.filters.show_filter(Filter(), self.filters.sieve)

    def choose(self, case_id: str) -> None:
        """Select it; nothing is selected where it isn't listed."""
        self.table.choose(case_id)
        if self._model.place_of(case_id) is None:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down in the search field go to the list, on what is being typed and not what was."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _TO_THE_LIST:
            if self._wait.isActive():
                self._wait.stop()
                self.searched.emit(self.search.text())
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _show_behind(self, wanted: Filter) -> None:
        """Which recap's figure is looked behind; whoever came for it left search and dates behind."""
        behind = wanted.behind
        if behind is not None and behind != self._behind:
            self.search.set_text(wanted.search)
            self._since.set_text(wanted.since)
            days = {"first": plain_date(behind.first, language()), "last": plain_date(behind.last, language())}
            words = tr("Di balik angka {figure}, {first} – {last}", figure=tr(FIGURE_WORDS[behind.figure]), **days)
            self.behind.setText(f"{words} · {behind.service}" if behind.service else words)
        self._behind = behind
        self.behind.setVisible(behind is not None)
        self.all.setVisible(behind is not None)

    def _on_chosen(self, row: Listed | None) -> None:
        if row is not None:
            self.chosen.emit(row.id)

    def _on_acted(self) -> None:
        if self._error:
            self._error = False
            self.retried.emit()
        else:
            self.show_all()
            self.cleared.emit()
