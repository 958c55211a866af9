"""The page of Jabatan dan pejabat: the office's desks at the left, one of them, a form or the history at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Columns, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.settings.positions.card_view import CardView
from desk.ui.settings.positions.form_view import FormView
from desk.ui.settings.positions.forms import Form
from desk.ui.settings.positions.history_view import HistoryView
from desk.ui.settings.positions.presenter import Past
from desk.ui.settings.positions.roster_view import RosterView
from desk.ui.settings.positions.saying import Card, Line


class PositionsPage(Page):
    """Shows; decides nothing.

    Signals:
        refresh_wanted: it came to the front, or something was written.
        day_typed: whose day to look at. today_wanted: back to today.
        add_wanted, history_wanted: the buttons at the top.
    """

    refresh_wanted = Signal()
    day_typed = Signal(str)
    today_wanted = Signal()
    add_wanted = Signal()
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = RosterView()
        self.card = CardView()
        self.form = FormView()
        self.history = HistoryView()
        self.day = Field(tr("Siapa pada tanggal"), QLineEdit())
        self.day.setFixedWidth(150)
        self.day.setToolTip(tr("Tulis tanggalnya, lalu tekan Enter"))
        line_of(self.day).returnPressed.connect(lambda: self.day_typed.emit(self.day.text()))
        self.day.edited.connect(lambda _text: self.day.clear_error())
        self._today = Button(tr("Hari ini"), kind="quiet")
        self._today.clicked.connect(self.today_wanted)
        self._said = Banner("", tone="info", parent=self)
        self._right = QStackedWidget()
        for view in (self.card, self.form, self.history):
            self._right.addWidget(view)
        columns = Columns(self.list, self._right, stretch=(4, 5))
        columns.setSizes([420, 560])
        self._stage = Stage(columns)
        self._stage.acted.connect(self.refresh_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 2)
        whole.addLayout(self._head())
        whole.addWidget(self._said)
        whole.addWidget(self._stage, 1)

    def arrive(self) -> None:
        """What may be stale is read again; the list takes the keys unless a form is open."""
        self.refresh_wanted.emit()
        if self._right.currentWidget() is self.card:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self) -> None:
        """Another part may have changed the office (the pack's routes)."""
        if self.isVisible():
            self.refresh_wanted.emit()

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None:
        """By division."""
        self._stage.show_content()
        self.list.show_lines(lines, chosen)

    def show_day(self, typed: str, said: str) -> None:
        """The day that is looked at; said across the top where it isn't today."""
        self.day.set_text(typed)
        self.day.clear_error()
        self._said.show_banner(said, "info")
        self._today.setEnabled(bool(said))

    def show_day_error(self, words: str) -> None:
        """Beside the day."""
        self.day.show_error(words)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_card(self, card: Card) -> None:
        """One desk."""
        self._to_front(self.card)
        self.card.show_card(card)

    def show_form(self, form: Form, values: Mapping[str, str]) -> None:
        """A form in the desk's place."""
        self._to_front(self.form)
        self.form.show_form(form, values)

    def show_fault(self, field: str, words: str) -> None:
        """What is wrong, in the form or the history."""
        if self._right.currentWidget() is self.history:
            self.history.reason.show_error(words)
            self.history.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.show_fault(field, words)

    def fill(self, values: Mapping[str, str]) -> None:
        """Fields that are still empty."""
        self.form.fill(values)

    def show_history(self, past: Sequence[Past], *, may_undo: bool) -> None:
        """Every change in the desk's place."""
        self._to_front(self.history)
        self.history.show_history(past, may_undo=may_undo)

    def show_trouble(self, title: str, words: str) -> None:
        """The list can't be read."""
        self._stage.show_error(title, words, tr("Coba lagi"))

    def _to_front(self, view: QWidget) -> None:
        """The keys come along to the list when a form closes."""
        had = self._right.currentWidget()
        self._right.setCurrentWidget(view)
        if view is self.card and had is not view:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QVBoxLayout:
        title = Text(tr("Jabatan dan pejabat"), role="title")
        add = Button(tr("Tambah jabatan"), icon="plus")
        add.clicked.connect(self.add_wanted)
        history = Button(tr("Riwayat"), icon="history")
        history.clicked.connect(self.history_wanted)
        head = row(title, "stretch", self.day, self._today, add, history)
        for thing in (title, self._today, add, history):
            head.setAlignment(thing, Qt.AlignmentFlag.AlignBottom)
        head.setAlignment(self.day, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout()
        column.addLayout(head)
        return column
