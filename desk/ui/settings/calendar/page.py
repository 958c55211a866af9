"""The calendar's part of Pengaturan: a year's days at the left, what belongs to them beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.language import tr
from desk.services.calendar_words import KINDS, weekday
from desk.services.calendar_year import DayLine
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.surface import Columns, row
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.settings.calendar.form_view import FormView
from desk.ui.settings.calendar.forms import Form
from desk.ui.settings.calendar.shown import SOURCES, DayShown, Outcome, Overview, VersionShown
from desk.ui.settings.calendar.side import HistoryPanel, OutcomePanel, OverviewPanel

_SIDE = 436


class CalendarPage(Page):
    """Shows; decides nothing. Wishes about the chosen day and the hours are signals of `overview`.

    Signals:
        stepped: to another year, by so many. day_chosen: a `DayLine` or None. removal_requested.
        add_requested, import_requested, history_requested, undo_requested.
        saved, form_changed, form_left, cancelled: of the form that is open.
        case_opened: a `MovedRow`. take_back_requested: what was just done.
        written: something was written elsewhere.
    """

    stepped = Signal(int)
    day_chosen = Signal(object)
    removal_requested = Signal()
    add_requested = Signal()
    import_requested = Signal()
    history_requested = Signal()
    undo_requested = Signal()
    saved = Signal(object)
    form_changed = Signal(str, object)
    form_left = Signal()
    cancelled = Signal()
    case_opened = Signal(object)
    take_back_requested = Signal()
    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.overview = OverviewPanel()
        self.form: FormView | None = None
        self._doubts = Banner("", tone="warn", parent=self)
        self._trouble = Banner("", tone="bad", parent=self)
        self._model: RowsModel[DayLine] = RowsModel(
            (
                Column(tr("Tanggal"), _date, 12, role="lead"),
                Column(tr("Hari libur"), lambda one: one.name, 24, 1),
                Column(tr("Jenis"), lambda one: tr(KINDS[one.kind]), 13, soft=True, drop=720),
                Column(
                    tr("Asal"),
                    lambda one: tr(SOURCES[one.source].word),
                    10,
                    look=lambda one: SOURCES[one.source],
                    drop=420,
                ),
            ),
            lambda one: one.day.isoformat(),
        )
        self._table = _Days(self._model, tr("Hari libur tahun ini"))
        self._table.chosen.connect(self.day_chosen)
        self._table.opened.connect(lambda _line: self.removal_requested.emit())
        self._table.delete_pressed.connect(self.removal_requested)
        self._side = QStackedWidget()
        self._side.addWidget(self.overview)
        self._side.setMinimumWidth(_SIDE - GRID * 24)
        columns = Columns(self._table, self._side, stretch=(1, 1))
        columns.setSizes([552, _SIDE])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._head())
        whole.addWidget(self._doubts)
        whole.addWidget(self._trouble)
        whole.addWidget(columns, 1)

    def arrive(self) -> None:
        """To the list, or to the form that was left open."""
        if self.form is not None:
            self.form.arrive()
        else:
            self._table.setFocus()
        self.written.emit()

    def on_changed(self) -> None:
        """The hours may be others now."""
        if self.isVisible():
            self.written.emit()

    def show_year(self, number: int, words: str, rows: Sequence[DayLine]) -> None:
        """A year's days."""
        self._title.setText(str(number))
        self._words.setText(words)
        self._trouble.show_banner("")
        self._model.show_rows(rows)

    def show_doubts(self, words: str) -> None:
        """What is not certain of this year and the next."""
        self._doubts.show_banner(words, "warn")

    def show_overview(self, overview: Overview) -> None:
        """How things stand; what lies over it stays."""
        self.overview.show_overview(overview)

    def clear_aside(self) -> None:
        """Nothing over it any more."""
        self._put(None)

    def show_day(self, day: DayShown | None) -> None:
        """The chosen day."""
        self.overview.show_day(day)

    def show_form(self, form: Form) -> None:
        """A form."""
        view = FormView(form)
        view.saved.connect(self.saved)
        view.changed.connect(self.form_changed)
        view.left.connect(self.form_left)
        view.cancelled.connect(self.cancelled)
        self._put(view)
        self.form = view
        view.arrive()

    def show_fault(self, key: str, words: str) -> None:
        """What is wrong in it."""
        if self.form is not None:
            self.form.show_fault(key, words)

    def show_saving(self) -> None:
        """It is being saved."""
        if self.form is not None:
            self.form.show_saving()

    def show_progress(self, done: int, total: int) -> None:
        """How far."""
        if self.form is not None:
            self.form.show_progress(done, total)

    def show_outcome(self, outcome: Outcome) -> None:
        """What a change did."""
        panel = OutcomePanel(outcome)
        panel.opened.connect(self.case_opened)
        panel.closed.connect(self.form_left)
        panel.undo_requested.connect(self.take_back_requested)
        self._put(panel)
        panel.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_history(self, versions: Sequence[VersionShown], *, may_undo: bool) -> None:
        """Every change."""
        panel = HistoryPanel(versions, may_undo=may_undo)
        panel.closed.connect(self.form_left)
        panel.undo_requested.connect(self.undo_requested)
        self._put(panel)
        panel.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, words: str) -> None:
        """Something can't be read."""
        self._trouble.show_banner(words, "bad")

    def choose(self, day: str) -> None:
        """Select a day of the list, ISO."""
        self._table.choose(day)

    def _put(self, panel: QWidget | None) -> None:
        """Lay a panel over the overview, or take it away."""
        self.form = None
        while (old := self._side.widget(1)) is not None:
            self._side.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
            if panel is None:
                self._table.setFocus()
        if panel is not None:
            self._side.addWidget(panel)
            self._side.setCurrentWidget(panel)

    def _head(self) -> QVBoxLayout:
        self._title = Text("", role="title")
        self._words = Text("", tone="soft")
        before = Button("", kind="quiet", icon="chevron-left", name=tr("Tahun sebelumnya"))
        after = Button("", kind="quiet", icon="chevron-right", name=tr("Tahun berikutnya"))
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        add = Button(tr("Tambah hari libur"), kind="primary", icon="calendar-plus")
        add.clicked.connect(self.add_requested)
        take = Button(tr("Ambil daftar"), icon="upload")
        take.clicked.connect(self.import_requested)
        history = Button(tr("Riwayat"), icon="history")
        history.clicked.connect(self.history_requested)
        column = QVBoxLayout()
        column.addLayout(row(before, self._title, after, self._words, "stretch", history, take, add))
        return column


class _Days(Table):
    """The list of days; Delete asks for one to go.

    Signals:
        delete_pressed.
    """

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete."""
        if event.key() == Qt.Key.Key_Delete and self.current() is not None:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)


def _date(line: DayLine) -> str:
    """``31/12 Kamis``: the year stands above."""
    return f"{line.day:%d/%m} {weekday(line.day)}"
