"""The page of what differs between two packs; a pack that is to be taken in asks for the reason at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from desk.language import tr
from desk.ui.catalogue.over import BeforeAfter, OverPage, clear_reason, reason_field
from desk.ui.catalogue.packs.presenter import DifferenceRow
from desk.ui.kit.button import Button
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import row
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key


class PackPage(OverPage):
    """Shows; decides nothing.

    Signals:
        take_requested: with the reason.
    """

    take_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Perbedaan paket"))
        self._model: RowsModel[DifferenceRow] = RowsModel(
            (
                Column(tr("Layanan"), lambda one: one.service, 24, 2, role="lead"),
                Column(tr("Bagian"), lambda one: one.component, 18, 1),
                Column(tr("Sebelum"), lambda one: _line(one.before), 20, 2, soft=True),
                Column(tr("Sesudah"), lambda one: _line(one.after), 20, 2),
            ),
            lambda one: one.key,
        )
        self._table = Table(self._model, tr("Perbedaan menurut layanan dan bagian"))
        self._table.chosen.connect(self._on_chosen)
        self._both = BeforeAfter(tr("sebelum"), tr("sesudah"))
        divided = QSplitter(Qt.Orientation.Vertical)
        divided.setChildrenCollapsible(False)
        divided.addWidget(self._table)
        divided.addWidget(self._both)
        divided.setSizes([260, 240])
        self._stage = Stage(divided)
        self._count = Text("", role="small", tone="soft")
        self._reason = reason_field()
        self._take = Button(tr("Ambil paket"), key=Key.SAVE, kind="primary", icon="save")
        self._take.clicked.connect(lambda: self.take_requested.emit(self._reason.text()))
        foot = row(self._reason, self._take, spacing=GRID * 3)
        foot.setStretch(0, 1)
        foot.setAlignment(self._take, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self._count)
        self.body.addWidget(self._stage, 1)
        self.body.addLayout(foot)

    def arrive(self) -> None:
        """To the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_head(self, title: str, under: str, before: str, after: str) -> None:
        """Two packs."""
        self.show_title(title, under)
        self._count.setText("")
        clear_reason(self._reason)

    def show_rows(self, rows: Sequence[DifferenceRow]) -> None:
        """What differs."""
        self._model.show_rows(rows)
        services = len({one.service for one in rows})
        self._count.setText(tr("{count} bagian pada {services} layanan berbeda", count=len(rows), services=services))
        self._stage.show_content()
        self._table.selectRow(0)
        self.arrive()

    def show_none(self, title: str, text: str) -> None:
        """Nothing differs."""
        self._stage.show_empty(title, text, icon="circle-check")

    def show_busy(self) -> None:
        """Being read."""
        self._stage.show_busy(tr("Paket sedang dibandingkan …"))

    def show_error(self, title: str, text: str) -> None:
        """It can't be read."""
        self._stage.show_error(title, text)
        self.show_taking(may=False)

    def show_taking(self, *, may: bool) -> None:
        """Whether there is something to take."""
        self._reason.setVisible(may)
        self._take.setVisible(may)

    def show_reason_error(self, words: str) -> None:
        """Beside the reason."""
        self._reason.show_error(words)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, one: DifferenceRow | None) -> None:
        if one is not None:
            self._both.show_both(f"{one.service} > {one.component}", one.before, one.after)


def _line(words: str) -> str:
    return " ".join(words.split())
