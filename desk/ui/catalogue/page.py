"""The Layanan screen: reading in front, and what is opened over it: the editor, doubts, history, packs, comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desk.ui.catalogue.edit.view import EditPage
from desk.ui.catalogue.presenter import ServiceLine
from desk.ui.catalogue.reading import ReadingView
from desk.ui.catalogue.standard import Standard
from desk.ui.page import Page
from desk.ui.shortcuts import Key


class CataloguePage(Page):
    """Shows; decides nothing.

    Attributes:
        reading: services and the standard.
        edit: the editor.

    Signals:
        search_requested, service_chosen, checklist_requested: as the reading side says.
        opened_for: come here for that service.
        act_requested: the name of an act, by key or from the menu.
        came, left, changed, closing: of the page itself.
    """

    search_requested = Signal(str)
    service_chosen = Signal(str)
    checklist_requested = Signal()
    opened_for = Signal(str)
    act_requested = Signal(str)
    came = Signal()
    went = Signal()
    closing = Signal()
    store_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reading, self.edit = ReadingView(), EditPage()
        self._sheet, self._search = self.reading.sheet, self.reading.search
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.reading)
        self._layers.addWidget(self.edit)
        self.reading.search_requested.connect(self.search_requested)
        self.reading.service_chosen.connect(self.service_chosen)
        self.reading.checklist_requested.connect(self.checklist_requested)
        self.reading.edit_requested.connect(lambda: self.act_requested.emit("edit"))
        self.reading.correct_requested.connect(lambda: self.act_requested.emit("correct"))
        self.reading.doubts_requested.connect(lambda: self.act_requested.emit("doubts"))
        self.reading.chosen_in_menu.connect(self.act_requested)
        self._on_key(Key.FIND_HERE, self.reading.focus_search)
        self._on_key(Key.HISTORY, lambda: self.act_requested.emit("history"))
        self._on_key(Key.COMPARE, lambda: self.act_requested.emit("compare"))

    def arrive(self) -> None:
        """Ready to type, or where one was."""
        self.came.emit()
        if self.in_front() is self.reading:
            self.reading.focus_search()
        else:
            self._focus()

    def leave(self) -> None:
        """Keep what is half done."""
        self.went.emit()

    def close_down(self) -> None:
        """Keep what is half done."""
        self.closing.emit()

    def on_changed(self) -> None:
        """Something was written."""
        self.store_changed.emit()

    def open(self, reference: str) -> None:
        """Show that service."""
        self.opened_for.emit(reference)

    def add_layer(self, layer: QWidget) -> None:
        """Something else that may be opened over reading."""
        self._layers.addWidget(layer)

    def bring(self, layer: QWidget) -> None:
        """Bring one of the layers to the front."""
        self._layers.setCurrentWidget(layer)
        self._focus()

    def back(self) -> None:
        """Back to reading."""
        self._layers.setCurrentWidget(self.reading)
        self.reading.focus_sheet()

    def in_front(self) -> QWidget:
        """What is in front."""
        return self._layers.currentWidget() or self.reading

    def show_offices(self, offices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Whose services."""
        self.reading.show_offices(offices, chosen)

    def show_services(self, lines: Sequence[ServiceLine], chosen: str) -> None:
        """The list."""
        self.reading.show_services(lines, chosen)

    def show_standard(self, standard: Standard) -> None:
        """The sheet."""
        self.reading.show_standard(standard)

    def show_none_found(self, text: str) -> None:
        """Nothing is called that."""
        self.reading.show_none_found(text)

    def show_search(self, text: str) -> None:
        """The field."""
        self.reading.show_search(text)

    def show_doubt_count(self, count: int) -> None:
        """Doubts of the office."""
        self.reading.show_doubt_count(count)

    def _focus(self) -> None:
        arrive = getattr(self.in_front(), "arrive", None)
        if arrive is not None:
            arrive()

    def _on_key(self, key: Key, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key.value), self.reading)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
