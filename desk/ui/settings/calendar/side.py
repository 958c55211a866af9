"""What stands beside the list of days: the chosen day, hours, Ramadan, zone; and what a change did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Card, Scroll, clear, row
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.settings.calendar.shown import DayShown, MovedRow, Outcome, Overview, VersionShown
from desk.ui.shortcuts import Key

_TOP = Qt.AlignmentFlag.AlignTop


class OverviewPanel(Scroll):
    """How things stand.

    Signals:
        edit_requested, removal_requested, restoring_requested: of the chosen day.
        hours_requested, period_requested, zone_requested. ending_requested: a period's name.
    """

    edit_requested = Signal()
    removal_requested = Signal()
    restoring_requested = Signal()
    hours_requested = Signal()
    period_requested = Signal()
    ending_requested = Signal(str)
    zone_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Hari yang dipilih, jam kerja, dan zona waktu"))
        self._day = QVBoxLayout()
        self._rest = QVBoxLayout()
        for part in (self._day, self._rest):
            part.setSpacing(GRID * 3)
            self.body.addLayout(part)
        self.body.addStretch(1)
        self.show_day(None)

    def show_day(self, day: DayShown | None) -> None:
        """The chosen day, whole, and what can be done with it."""
        clear(self._day)
        if day is None:
            card = Card(spacing=GRID)
            card.body.addWidget(Text(tr("Pilih satu hari untuk melihat dan mengubahnya."), tone="soft", wrap=True))
            self._day.addWidget(card)
            return
        card = Card(spacing=GRID * 2)
        card.body.addWidget(Text(day.title, role="strong", wrap=True))
        card.body.addWidget(Text(day.name, wrap=True, select=True))
        card.body.addLayout(row(Chip(tr(day.look.word), tone=day.look.tone, icon=day.look.icon), "stretch"))
        for label, value in day.facts:
            card.body.addLayout(_pair(label, value))
        asks: tuple[tuple[bool, str, str, Callable[[], None]], ...] = (
            (day.may_edit, tr("Ubah"), "pencil", self.edit_requested.emit),
            (day.may_remove, tr("Hapus"), "trash-2", self.removal_requested.emit),
            (day.may_restore, tr("Pulihkan"), "undo-2", self.restoring_requested.emit),
        )
        buttons = [_button(words, icon, act) for may, words, icon, act in asks if may]
        card.body.addLayout(row(*buttons, "stretch"))
        self._day.addWidget(card)

    def show_overview(self, overview: Overview) -> None:
        """Hours, periods, zone."""
        clear(self._rest)
        hours = Card(tr("Jam kerja"), spacing=GRID)
        for line in overview.week:
            hours.body.addWidget(Text(line, wrap=True))
        source = tr("jam sendiri") if overview.own_hours else tr("menurut Perpres 21/2023")
        hours.body.addWidget(Text(source, role="small", tone="soft"))
        hours.body.addLayout(row(_button(tr("Ubah jam kerja"), "clock", self.hours_requested.emit), "stretch"))
        periods = Card(tr("Ramadan dan masa lain"), spacing=GRID * 2)
        for name, dates in overview.periods:
            periods.body.addLayout(self._period(name, dates))
        if not overview.periods:
            periods.body.addWidget(Text(tr("Tahun ini belum ada masa dengan jam lain."), tone="soft", wrap=True))
        periods.body.addLayout(row(_button(tr("Tambah masa"), "moon", self.period_requested.emit), "stretch"))
        zone = Card(tr("Zona waktu"), spacing=GRID)
        change = _button(tr("Ganti"), "globe", self.zone_requested.emit)
        zone.body.addLayout(row(Text(overview.zone), "stretch", change))
        for card in (hours, periods, zone):
            self._rest.addWidget(card)

    def _period(self, name: str, dates: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(name, role="lead", wrap=True))
        end = Button(tr("Cabut"), kind="quiet", name=tr("Cabut {name}", name=name))
        end.clicked.connect(lambda: self.ending_requested.emit(name))
        line = row(Text(dates, role="small", tone="soft", wrap=True), end)
        line.setStretch(0, 1)
        words.addLayout(line)
        return words


class OutcomePanel(Card):
    """What a change did: days, hours, and the files whose promised date is another.

    Signals:
        opened: a file. closed. undo_requested.
    """

    opened = Signal(object)
    closed = Signal()
    undo_requested = Signal()

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.title)
        for line in outcome.lines:
            self.body.addWidget(Text(line, wrap=True))
        self.body.addWidget(Rule())
        icon = Icon("calendar-days" if outcome.any_moved else "circle-check", ink="warn" if outcome.any_moved else "ok")
        said = row(icon, Text(outcome.moved, role="strong", wrap=True))
        said.setStretch(1, 1)
        self.body.addLayout(said)
        self.first = close = Button(tr("Tutup"), key=Key.CLOSE)
        close.clicked.connect(self.closed)
        if outcome.rows:
            self.body.addWidget(self._table(outcome.rows), 1)
            if outcome.more > 0:
                more = tr("… dan {count} berkas lain", count=outcome.more)
                self.body.addWidget(Text(more, role="small", tone="soft", wrap=True))
        else:
            self.body.addStretch(1)
        buttons = row("stretch", close)
        if outcome.may_undo:
            undo = Button(tr("Urungkan"), icon="undo-2")
            undo.clicked.connect(self.undo_requested)
            buttons.insertWidget(0, undo)
        self.body.addLayout(buttons)

    def _table(self, rows: Sequence[MovedRow]) -> Table:
        model: RowsModel[MovedRow] = RowsModel(
            (
                Column(tr("Berkas"), lambda one: one.number, 17, 1, role="lead"),
                Column(tr("Semula"), lambda one: one.before, 10, soft=True, drop=350),
                Column(tr("Menjadi"), lambda one: one.after, 10),
            ),
            lambda one: one.case,
        )
        model.show_rows(rows)
        table = Table(model, tr("Berkas yang tanggal janjinya bergeser; Enter membukanya"))
        table.setMinimumWidth(GRID * 60)
        table.opened.connect(self.opened)
        return table


class HistoryPanel(Card):
    """Every change, the newest first.

    Signals:
        closed. undo_requested.
    """

    closed = Signal()
    undo_requested = Signal()

    def __init__(self, versions: Sequence[VersionShown], *, may_undo: bool) -> None:
        super().__init__(tr("Riwayat kalender"))
        scroll = Scroll(tr("Riwayat kalender"))
        for place, version in enumerate(versions):
            if place:
                scroll.body.addWidget(Rule())
            scroll.body.addWidget(_version(version))
        if not versions:
            scroll.body.addWidget(Text(tr("Belum pernah diubah di sini."), tone="soft", wrap=True))
        scroll.body.addStretch(1)
        self.first = close = Button(tr("Tutup"), key=Key.CLOSE)
        close.clicked.connect(self.closed)
        undo = Button(tr("Batalkan terakhir"), icon="undo-2")
        undo.setEnabled(may_undo)
        undo.clicked.connect(self.undo_requested)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(row(undo, "stretch", close))


def _version(version: VersionShown) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(Text(version.head, role="small", tone="soft", wrap=True))
    column.addWidget(Text(version.reason, role="lead", wrap=True))
    for line in version.lines:
        column.addWidget(Text(line, role="small", wrap=True))
    if version.taken_back:
        column.addLayout(row(Chip(tr("dibatalkan"), tone="quiet", icon="undo-2"), "stretch"))
    return whole


def _pair(label: str, value: str) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(1)
    made.addWidget(Text(label, role="small", tone="soft"))
    made.addWidget(Text(value, wrap=True, select=True))
    return made


def _button(words: str, icon: str, act: Callable[[], None]) -> Button:
    made = Button(words, icon=icon)
    made.clicked.connect(lambda _=False: act())
    return made
