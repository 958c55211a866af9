"""The reading side of Layanan: services at the left, the standard at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.presenter import ServiceLine
from desk.ui.catalogue.rows_model import LINE, ServicesModel
from desk.ui.catalogue.sheet import StandardSheet
from desk.ui.catalogue.standard import Standard
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice, line_of
from desk.ui.kit.flow import Flow
from desk.ui.kit.lines import LineList
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import Columns, column, row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_OURS = (Key.EDIT, Key.CORRECT, Key.DOUBTS, Key.HISTORY, Key.COMPARE, Key.MORE)
MenuLine = tuple[str, str, str]
"""(name of the act, words, key); an empty name is a line between groups."""


class ReadingView(QWidget):
    """Shows; decides nothing.

    Signals:
        search_requested, service_chosen, office_chosen.
        checklist_requested, edit_requested, correct_requested, doubts_requested.
        menu_asked: the menu of further acts is about to be shown.
        chosen_in_menu: the name of one of them.
    """

    search_requested = Signal(str)
    service_chosen = Signal(str)
    office_chosen = Signal(str)
    checklist_requested = Signal()
    edit_requested = Signal()
    correct_requested = Signal()
    doubts_requested = Signal()
    menu_asked = Signal()
    chosen_in_menu = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sheet = StandardSheet()
        self.search = Field(tr("Cari layanan"), QLineEdit(), name=tr("Cari layanan"))
        line_of(self.search).setPlaceholderText(tr("adopsi, kursi roda, bencana …"))
        self.search.edited.connect(self.search_requested)
        self.search.editor.installEventFilter(self)
        self._offices = choice(())
        self._offices.setAccessibleName(tr("Dinas"))
        self._offices.activated.connect(lambda _: self.office_chosen.emit(str(self._offices.currentData())))
        self._model = ServicesModel()
        self._list = LineList(self._model, LINE, _read, tr("Layanan dinas ini"))
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(lambda _line: self.sheet.setFocus())
        self._count = Text("", role="small", tone="soft")
        self._doubts = Button("", key=Key.DOUBTS, kind="quiet", icon="triangle-alert")
        self._doubts.clicked.connect(self.doubts_requested)
        self._doubts.hide()
        self._stage = Stage(self._right())
        left = QWidget()
        left.setLayout(column(self._offices, self.search, self._list, row(self._count, "stretch", self._doubts)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        columns = Columns(left, self._stage, stretch=(0, 1))
        columns.setSizes([310, 920])
        whole.addWidget(columns)

    def focus_search(self) -> None:
        """Ready to type."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        line_of(self.search).selectAll()

    def focus_sheet(self) -> None:
        """Back to reading."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offices(self, offices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Whose services."""
        held = [
            (self._offices.itemData(place), self._offices.itemText(place)) for place in range(self._offices.count())
        ]
        if held != list(offices):
            self._offices.clear()
            for slug, name in offices:
                self._offices.addItem(name, slug)
        self._offices.setCurrentIndex(max(self._offices.findData(chosen), 0))

    def show_services(self, lines: Sequence[ServiceLine], chosen: str) -> None:
        """Show the list, with one of them chosen."""
        blocked = self._list.blockSignals(True)
        self._model.show_lines(lines)
        self._list.choose(self._model.place_of(chosen))
        self._list.blockSignals(blocked)
        self._count.setText(tr("{count} layanan", count=len(lines)))
        self._stage.show_content()

    def show_none_found(self, text: str) -> None:
        """Nothing is called that."""
        self._model.show_lines(())
        self._count.setText(tr("{count} layanan", count=0))
        self._stage.show_empty(
            tr("Tidak ada layanan untuk “{text}”", text=text),
            tr("Coba kata yang biasa dipakai pemohon, satu kata saja, atau kosongkan kotak pencarian."),
            icon="search",
        )

    def show_standard(self, standard: Standard) -> None:
        """Show it whole."""
        self.sheet.show_standard(standard)
        self._edit.setEnabled(standard.own)
        self._correct.setEnabled(standard.own)

    def show_search(self, text: str) -> None:
        """Put that into the field."""
        self.search.set_text(text)

    def show_doubt_count(self, count: int) -> None:
        """How many places of the office's standards a careful reader would query."""
        self._doubts.set_words(tr("{count} keraguan", count=count))
        self._doubts.setVisible(bool(count))

    def open_menu(self, lines: Sequence[MenuLine]) -> QMenu:
        """Show the further acts."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Lainnya …"))
        for name, words, key in lines:
            if not name:
                menu.addSeparator()
                continue
            action = menu.addAction(f"{words}\t{key}" if key else words)
            action.setData(name)
        menu.triggered.connect(lambda action: self.chosen_in_menu.emit(str(action.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._more.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height()))
        return menu

    def _right(self) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "card")
        self._edit = Button(tr("Sunting"), key=Key.EDIT, icon="pencil")
        self._edit.clicked.connect(self.edit_requested)
        self._correct = Button(tr("Betulkan"), key=Key.CORRECT, icon="scale")
        self._correct.clicked.connect(self.correct_requested)
        self._more = Button(tr("Lainnya …"), key=Key.MORE)
        self._more.clicked.connect(self.menu_asked)
        self._print = Button(tr("Cetak daftar persyaratan"), key=Key.PRINT_CHECKLIST, kind="primary", icon="printer")
        self._print.clicked.connect(self.checklist_requested)
        foot = Flow()
        for button in (self._print, self._edit, self._correct, self._more):
            foot.add(button)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.sheet, 1)
        inner.addWidget(Rule())
        below = row(foot)
        below.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        inner.addLayout(below)
        return card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The screen's keys work from the search field too, where X11 has Ctrl+E go to the end of the line."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == QKeySequence(key.value) for key in _OURS):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _on_chosen(self, line: object) -> None:
        if isinstance(line, ServiceLine):
            self.service_chosen.emit(line.id)


def _read(line: ServiceLine) -> tuple[str, str, str]:
    icon = "pencil" if line.draft else "lock" if line.sensitive else ""
    return line.title, line.detail, icon
