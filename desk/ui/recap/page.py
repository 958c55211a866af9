"""The Rekap screen: the balance as one equation, a table by service, and what teaches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desk.domain.recap import Figures, Recap, spoken_minutes
from desk.language import tr
from desk.ui.attachments.given import dialog_kind
from desk.ui.kit import fonts
from desk.ui.kit.banner import Banner, Notice
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Card, Columns, Scroll, column, row
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.recap.charts import Bar, Bars, Days
from desk.ui.recap.presenter import CAME, WENT, Kind, Stopping, Waits
from desk.ui.shortcuts import Key
from desk.ui.words import FIGURE_WORDS

_SHOWN = ("carried_over", "received", "reopened", "completed", "late", "open_at_end", "returned_at_end")
_MOST = 5
Line = tuple[str, str, Figures, str]
"""(service id, empty for the sum; title; figures; median in words)."""


class RecapPage(Page):
    """Shows; decides nothing.

    Signals:
        kind_chosen: ``month``, ``quarter`` or ``year``; stepped: 1 later, -1 earlier.
        figure_pressed: a figure, and a service's id or nothing.
        file_chosen: where the workbook goes.
        refresh_requested, sign_requested, sign_confirmed, save_requested, stop_requested.
    """

    kind_chosen = Signal(str)
    stepped = Signal(int)
    figure_pressed = Signal(str, str)
    file_chosen = Signal(object)
    refresh_requested = Signal()
    sign_requested = Signal()
    sign_confirmed = Signal()
    save_requested = Signal()
    stop_requested = Signal()

    def __init__(self, tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self._tell = tell
        self._progress: Stopping | None = None
        self.days, self.load, self.waiting = (
            Days(),
            Bars(tr("Berkas masuk menurut layanan")),
            Bars(tr("Berkas menunggu")),
        )
        self.load.pressed.connect(lambda key: self.figure_pressed.emit("received", key))
        self._model = _model()
        self.table = _Figures(self._model, tr("Rekap menurut layanan"))
        self.table.clicked.connect(self._on_cell)
        self.table.opened.connect(lambda line: self.figure_pressed.emit("received", line[0]) if line else None)
        self.stage = Stage(self._body())
        self.stage.acted.connect(self.refresh_requested)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        whole.setSpacing(GRID * 2)
        whole.addWidget(self._head())
        whole.addWidget(self._confirm())
        whole.addWidget(self._busy())
        whole.addWidget(self.stage, 1)
        QShortcut(QKeySequence(Key.REFRESH.value), self).activated.connect(self.refresh_requested)
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._on_tick)

    def arrive(self) -> None:
        """Count anew; the arrows go from period to period."""
        self.refresh_requested.emit()
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self) -> None:
        """The numbers may be stale."""
        if self.isVisible():
            self.refresh_requested.emit()

    def show_period(self, label: str, kind: Kind, *, last: bool) -> None:
        """Which period, and whether there is a later one."""
        self.label.set_words(label)
        self.later.setEnabled(not last)
        for name, button in self.kinds.items():
            button.setChecked(name == kind)
        self.question.hide()

    def show_busy(self) -> None:
        """Being counted; numbers that are there stay until the new ones come."""
        self.save.setEnabled(False)
        self.sign.setEnabled(False)
        if self._model.rowCount() == 0:
            self.stage.show_busy(tr("Menghitung rekap …"))

    def show_empty(self, label: str) -> None:
        """Nothing came up to then."""
        self._model.show_rows(())
        self._say_signed(None)
        self.stage.show_empty(
            tr("Belum ada berkas pada {label}", label=label),
            tr("Pilih masa lain dengan panah kiri dan kanan."),
            icon="chart-column",
        )

    def show_error(self, words: str) -> None:
        """It can't be counted."""
        self._model.show_rows(())
        self.stage.show_error(tr("Rekap tidak dapat dihitung"), words, tr("Coba lagi"))

    def show_recap(self, recap: Recap, trays: Sequence[Waits], *, signable: bool) -> None:
        """All of it."""
        self.save.setEnabled(self._progress is None)
        self.sign.setEnabled(signable)
        self._say_signed(recap)
        self._show_equation(recap.totals)
        self.corrections.show_banner(_corrected(recap), "warn")
        lines: list[Line] = [
            (one.id, one.title, one.figures, spoken_minutes(one.median_minutes, continuous=one.continuous))
            for one in recap.services
        ]
        self._model.show_rows([("", tr("Semua layanan"), recap.totals, ""), *lines])
        self.days.show_days(recap.daily)
        busiest = sorted(recap.services, key=lambda one: -one.figures.received)[:_MOST]
        self.load.show_bars([Bar(one.id, one.title, one.figures.received) for one in busiest if one.figures.received])
        longest = sorted(trays, key=lambda tray: tray.oldest)[:_MOST]
        self.waiting.show_bars(
            [Bar(t.position, t.position, t.count, tr("sejak {day}", day=t.oldest[:10])) for t in longest]
        )
        self.stage.show_content()

    def ask_sign(self, label: str) -> None:
        """Ask, once, saying what it means."""
        self.asking.setText(
            tr(
                "Tandatangani rekap {label}? Angkanya dibekukan dan tidak dapat dibuka lagi. Yang masuk atau diperbaiki sesudahnya tercatat sebagai koreksi pada rekap bulan berikutnya.",
                label=label,
            )
        )
        self.question.show()
        self.no.setFocus()

    def ask_file(self, name: str) -> None:
        """Where the workbook goes."""
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Simpan rekap"), name, "Excel (*.xlsx)", options=dialog_kind())
        if chosen:
            self.file_chosen.emit(Path(chosen if chosen.lower().endswith(".xlsx") else f"{chosen}.xlsx"))

    def show_saving(self, progress: Stopping | None) -> None:
        """The workbook is being written, or no longer."""
        self._progress = progress
        self.saving.setVisible(progress is not None)
        self.save.setEnabled(progress is None)
        if progress is None:
            self._timer.stop()
        else:
            self._on_tick()
            self._timer.start()

    def tell(self, words: str, *, good: bool) -> None:
        """The bottom line."""
        self._tell(Notice(words, "ok" if good else "bad"))

    def close_down(self) -> None:
        """The window closes: nobody waits for the workbook any more."""
        self.stop_requested.emit()
        self._timer.stop()

    def _head(self) -> Flow:
        self.kinds = {
            kind: Button(words, kind="filter")
            for kind, words in (("month", tr("Bulan")), ("quarter", tr("Triwulan")), ("year", tr("Tahun")))
        }
        for kind, button in self.kinds.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, kind=kind: self.kind_chosen.emit(kind))
        self.earlier = Button("", kind="quiet", icon="chevron-left", name=tr("Masa sebelumnya"))
        self.later = Button("", kind="quiet", icon="chevron-right", name=tr("Masa berikutnya"))
        self.label = _PeriodLabel()
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.label.stepped.connect(self.stepped)
        self.signed = Chip("", tone="ok", icon="stamp")
        self.signed.hide()
        self.sign = Button(tr("Tandatangani dan bekukan"), icon="stamp")
        self.sign.clicked.connect(self.sign_requested)
        self.save = Button(tr("Simpan Excel"), key=Key.SAVE_PDF, kind="primary", icon="save")
        self.save.clicked.connect(self.save_requested)
        steps = (self.earlier, self.label, self.later)
        head = Flow()  # with longer words they take a second line
        for widget in (*self.kinds.values(), *steps, self.signed, self.sign, self.save):
            head.add(widget)
        return head

    def _confirm(self) -> QWidget:
        self.question = Card()
        self.asking = Text("", wrap=True)
        yes, self.no = Button(tr("Ya, bekukan"), icon="stamp"), Button(tr("Batal"), kind="quiet")
        self.yes = yes
        yes.clicked.connect(self.question.hide)
        yes.clicked.connect(self.sign_confirmed)
        self.no.clicked.connect(self.question.hide)
        self.question.body.addWidget(self.asking)
        self.question.body.addLayout(row(yes, self.no, "stretch"))
        self.question.hide()
        return self.question

    def _busy(self) -> QWidget:
        self.saving = Card()
        self.how_far = Text("")
        stop = Button(tr("Batalkan"), icon="x")
        stop.clicked.connect(self.stop_requested)
        self.saving.body.addLayout(row(self.how_far, "stretch", stop))
        self.saving.hide()
        return self.saving

    def _body(self) -> QWidget:
        self.equation = Flow(gap=GRID)
        self.parts = Flow(gap=GRID * 2)
        balance = Card()
        self.corrections = Banner("", tone="warn", parent=balance)
        balance.body.addWidget(self.equation)
        balance.body.addWidget(self.parts)
        balance.body.addWidget(self.corrections)
        side = Scroll(tr("Grafik"))
        for heading, chart in (
            (tr("Tiap hari"), self.days),
            (tr("Layanan terbanyak"), self.load),
            (tr("Menunggu paling lama"), self.waiting),
        ):
            card = Card(heading)
            card.body.addWidget(chart)
            side.body.addWidget(card)
        side.body.addStretch(1)
        columns = Columns(self.table, side, stretch=(3, 2))
        columns.setSizes([800, 390])
        body = QWidget()
        body.setLayout(column(balance, columns, spacing=GRID * 2))
        layout = body.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setStretch(1, 1)
        return body

    def _show_equation(self, totals: Figures) -> None:
        values = asdict(totals)
        for flow, names in (
            (self.equation, (*CAME, *WENT)),
            (self.parts, ("on_time", "late", "no_standard", "returned_at_end")),
        ):
            for old in flow.things():
                old.hide()
                old.setParent(None)
                old.deleteLater()
            for name in names:
                sign = "" if name == CAME[0] or flow is self.parts else "=" if name == WENT[0] else "+"
                if sign:
                    between = Text(sign, role="title", tone="soft")
                    between.setFixedHeight(34)
                    flow.add(between)
                button = Button(f"{values[name]} {tr(FIGURE_WORDS[name])}", kind="quiet")
                if flow is self.equation:
                    button.setFont(fonts.font("title"))
                button.clicked.connect(lambda _=False, name=name: self.figure_pressed.emit(name, ""))
                flow.add(button)

    def _say_signed(self, recap: Recap | None) -> None:
        signed = recap.signed if recap else None
        if signed:
            words = tr("Ditandatangani {day} oleh {by}", day=signed.at[:10], by=signed.by)
            self.signed.show_chip(words, tone="ok", icon="stamp")
        self.signed.setVisible(signed is not None)

    def _on_cell(self, index: QModelIndex) -> None:
        line, place = self._model.row_at(index), index.column() - 1
        if line and 0 <= place < len(_SHOWN):
            self.figure_pressed.emit(_SHOWN[place], line[0])

    def _on_tick(self) -> None:
        if self._progress is not None:
            done, total = self._progress.done, self._progress.total
            self.how_far.setText(tr("Menulis buku kerja … {done} dari {total} berkas", done=done, total=total))


class _PeriodLabel(Button):
    """The period in words; left and right go from one to the next.

    Signals:
        stepped: 1 later, -1 earlier.
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__("", kind="quiet", icon="calendar-days")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(steps)


class _Figures(Table):
    """The table of services; its numbers are links."""

    def __init__(self, model: RowsModel[Line], name: str) -> None:
        super().__init__(model, name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


def _model() -> RowsModel[Line]:
    heads = {
        "carried_over": tr("Sisa lalu"), "received": tr("Masuk"), "reopened": tr("Dibuka"), "completed": tr("Selesai"),
        "late": tr("Terlambat"), "open_at_end": tr("Sisa"), "returned_at_end": tr("Pemohon"),
    }  # fmt: skip
    return RowsModel(
        (
            Column(tr("Layanan"), lambda line: line[1], width=12, stretch=1),
            *(_count(name, heads[name]) for name in _SHOWN),
            Column(tr("Median"), lambda line: line[3], width=13, soft=True, drop=900),
        ),
        key=lambda line: line[0],
    )


def _count(name: str, head: str) -> Column[Line]:
    return Column(head, lambda line: str(getattr(line[2], name) or "–"), width=7 if name == "late" else 6, role="lead")


def _corrected(recap: Recap) -> str:
    if not recap.corrections:
        return ""
    numbers = ", ".join(dict.fromkeys(one.number for one in recap.corrections[:6]))
    more = len(recap.corrections) - 6
    return tr(
        "{count} koreksi atas rekap yang sudah ditandatangani: {numbers}",
        count=len(recap.corrections),
        numbers=numbers + (f" + {more}" if more > 0 else ""),
    )
