"""The list of all doubts of an office: filters above, the whole sentence below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout

from desk.domain.doubts.doubt import Doubt
from desk.language import tr
from desk.ui.catalogue.doubts.finding import family_words
from desk.ui.catalogue.doubts.presenter import DoubtRow, Options
from desk.ui.catalogue.over import OverPage
from desk.ui.kit.button import Button
from desk.ui.kit.field import choice
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import row
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID


class DoubtsPage(OverPage):
    """Shows; decides nothing.

    Signals:
        service_chosen, family_chosen: filters.
        opened: go to the place of a doubt.
    """

    service_chosen = Signal(str)
    family_chosen = Signal(str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Keraguan dalam standar pelayanan"))
        self._services, self._families = choice(()), choice(())
        self._services.setAccessibleName(tr("Layanan"))
        self._families.setAccessibleName(tr("Jenis keraguan"))
        self._services.activated.connect(lambda _: self.service_chosen.emit(str(self._services.currentData())))
        self._families.activated.connect(lambda _: self.family_chosen.emit(str(self._families.currentData())))
        self._count = Text("", role="small", tone="soft")
        filters = row(self._services, self._families, self._count)
        filters.setStretch(0, 3)
        filters.setStretch(1, 2)
        self._model: RowsModel[DoubtRow] = RowsModel(
            (
                Column(tr("Layanan"), lambda one: one.service, 22, 1, soft=True),
                Column(tr("Bagian"), lambda one: one.component, 16, drop=760),
                Column(tr("Jenis"), lambda one: family_words(one.family), 16, soft=True, drop=960),
                Column(tr("Keraguan"), lambda one: one.doubt.message, 40, 3, role="lead"),
            ),
            lambda one: one.key,
        )
        self._table = Table(self._model, tr("Keraguan"))
        self._table.chosen.connect(self._on_chosen)
        self._table.opened.connect(lambda one: self.opened.emit(one.doubt))
        self._stage = Stage(self._table)
        self.body.addLayout(filters)
        self.body.addWidget(self._stage, 1)
        self.body.addWidget(self._detail())

    def arrive(self) -> None:
        """To the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filters(self, services: Options, families: Options, service: str, family: str) -> None:
        """What can be chosen."""
        _fill(self._services, services, service)
        _fill(self._families, families, family)

    def show_rows(self, rows: Sequence[DoubtRow], of: int) -> None:
        """The list."""
        self._model.show_rows(rows)
        self._count.setText(tr("{count} dari {all}", count=len(rows), all=of))
        self._stage.show_content()
        if self._table.current() is None:
            self._table.selectRow(0)

    def show_none(self, title: str, text: str) -> None:
        """Nothing to query."""
        self._model.show_rows(())
        self._count.setText("")
        self._stage.show_empty(title, text, icon="circle-check")

    def show_busy(self) -> None:
        """Being read."""
        self._stage.show_busy(tr("Standar sedang dibaca …"))

    def _detail(self) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        card.setMinimumHeight(112)
        self._place = Text("", role="small", tone="soft", wrap=True)
        self._message = Text("", wrap=True, select=True)
        self._go = Button(tr("Ke tempatnya"), icon="arrow-right", name=tr("Ke tempat keraguan ini (Enter)"))
        self._go.clicked.connect(self._on_go)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        inner.setSpacing(GRID)
        line = row(self._place, self._go)
        line.setStretch(0, 1)
        inner.addLayout(line)
        inner.addWidget(self._message)
        inner.addStretch(1)
        return card

    def _on_chosen(self, one: DoubtRow | None) -> None:
        self._place.setText(f"{one.service} > {one.component}" if one else "")
        self._message.setText(one.doubt.message if one else "")
        self._go.setEnabled(one is not None and "/" in one.doubt.service)

    def _on_go(self) -> None:
        one = self._table.current()
        if isinstance(one, DoubtRow):
            doubt: Doubt = one.doubt
            self.opened.emit(doubt)


def _fill(box: QComboBox, options: Options, chosen: str) -> None:
    held = [(box.itemData(place), box.itemText(place)) for place in range(box.count())]
    if held != list(options):
        box.clear()
        for value, words in options:
            box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
