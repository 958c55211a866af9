"""The Layanan screen: services at the left, the standard at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.presenter import ServiceLine
from desk.ui.catalogue.rows_model import LINE, ServicesModel
from desk.ui.catalogue.sheet import StandardSheet
from desk.ui.catalogue.standard import Standard
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.lines import LineList
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Columns, column, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.shortcuts import Key


class CataloguePage(Page):
    """Shows; decides nothing.

    Signals:
        search_requested: what stands in the field.
        service_chosen: the id of a service.
        checklist_requested: F6.
    """

    search_requested = Signal(str)
    service_chosen = Signal(str)
    checklist_requested = Signal()
    opened_for = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._search = Field(tr("Cari layanan"), QLineEdit(), name=tr("Cari layanan"))
        line_of(self._search).setPlaceholderText(tr("adopsi, kursi roda, bencana …"))
        self._search.edited.connect(self.search_requested)
        self._model = ServicesModel()
        self._list = LineList(self._model, LINE, _read, tr("Layanan dinas ini"))
        self._list.chosen.connect(self._on_chosen)
        self._sheet = StandardSheet()
        self._list.opened.connect(lambda _line: self._sheet.setFocus())
        self._print = Button(tr("Cetak daftar persyaratan"), key=Key.PRINT_CHECKLIST, kind="primary", icon="printer")
        self._print.clicked.connect(self.checklist_requested)
        self._count = Text("", role="small", tone="soft")
        self._stage = Stage(self._right())
        left = QWidget()
        left.setLayout(column(self._search, self._list, self._count))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        columns = Columns(left, self._stage, stretch=(0, 1))
        columns.setSizes([330, 900])
        whole.addWidget(columns)
        find = QShortcut(QKeySequence(Key.FIND_HERE.value), self)
        find.activated.connect(self._search.setFocus)

    def _right(self) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "card")
        foot = row("stretch", self._print)
        foot.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self._sheet, 1)
        inner.addWidget(Rule())
        inner.addLayout(foot)
        return card

    def arrive(self) -> None:
        """To the search field, ready to type."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        line_of(self._search).selectAll()

    def open(self, reference: str) -> None:
        """Show that service."""
        self.opened_for.emit(reference)

    def show_services(self, lines: Sequence[ServiceLine], chosen: str) -> None:
        """Show the list, with one of them chosen."""
        blocked = self._list.blockSignals(True)
        self._model.show_lines(lines)
        self._list.choose(self._model.place_of(chosen))
        self._list.blockSignals(blocked)
        self._count.setText(tr("{count} layanan", count=len(lines)))
        self._stage.show_content()

    def show_standard(self, standard: Standard) -> None:
        """Show it whole."""
        self._sheet.show_standard(standard)

    def show_none_found(self, text: str) -> None:
        """Nothing is called that."""
        self._model.show_lines(())
        self._count.setText(tr("{count} layanan", count=0))
        self._stage.show_empty(
            tr("Tidak ada layanan untuk “{text}”", text=text),
            tr("Coba kata yang biasa dipakai pemohon, satu kata saja, atau kosongkan kotak pencarian."),
            icon="search",
        )

    def show_search(self, text: str) -> None:
        """Put that into the field."""
        self._search.set_text(text)

    def _on_chosen(self, line: object) -> None:
        if isinstance(line, ServiceLine):
            self.service_chosen.emit(line.id)


def _read(line: ServiceLine) -> tuple[str, str, str]:
    return line.title, line.detail, "lock" if line.sensitive else ""
