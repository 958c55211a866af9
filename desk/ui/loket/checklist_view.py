"""The checklist: one list, one tab stop; a key ticks a paper, arrows say what exactly was handed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from desk.language import tr
from desk.ui.loket.checklist_paint import RowDelegate, box_of
from desk.ui.loket.rows import Row

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_SHIFTED = dict(zip("!@#$%^&*()", "1234567890", strict=True))
"""Shift and a digit on the keyboards in use here (US layout)."""


class ChecklistModel(QAbstractListModel):
    """The rows; a change of marks leaves the place and the scroll alone."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def row_at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, row_id: str) -> int | None:
        """Where a row stands."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), None)

    def place_of_key(self, key: str) -> int | None:
        """Where the row of that key stands."""
        return next((place for place, row in enumerate(self._rows) if row.key == key and key), None)

    def first_open(self) -> int:
        """The first row that still wants something."""
        wanted = (place for place, row in enumerate(self._rows) if row.standing == "missing" and row.mark == "empty")
        return next(wanted, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the delegate and a screen reader need."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text if len(row.text) > 80 else None
        return None


class ChecklistView(QListView):
    """The list on the screen.

    Signals:
        pressed_key: a letter or digit, and whether Shift was held (the original was shown).
        toggled: a row's id, by space or mouse.
        form_turned, count_turned: a row's id and one step.
        row_changed: the row now looked at, or None.
        next_wanted, tabbed: Enter, Tab: on to the person.
        all_wanted: everything is there.
        undo_wanted: the last tick was a slip.
    """

    pressed_key = Signal(str, bool)
    toggled = Signal(str, bool)
    form_turned = Signal(str, int)
    count_turned = Signal(str, int)
    row_changed = Signal(object)
    next_wanted = Signal()
    tabbed = Signal()
    all_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = ChecklistModel()
        self.setModel(self.rows)
        self.delegate = RowDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setStyleSheet("QListView { border: 0; border-radius: 0; } QListView:focus { border: 0; }")
        self.setAccessibleName(tr("Daftar persyaratan"))
        self.setAccessibleDescription(
            tr("Angka atau huruf mencentang berkas; panah kiri kanan mengubah bentuknya, plus minus jumlahnya.")
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(260)
        self.verticalScrollBar().setSingleStep(24)
        self.preview = False

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the row looked at stays if it is still there."""
        current = self.current_row()
        before = self.rows.rowCount()
        self.rows.show_rows(rows)
        if not self.currentIndex().isValid() and rows:
            place = self.rows.place_of(current.id) if current else None
            self.setCurrentIndex(self.rows.index(self.rows.first_open() if place is None else place))
        if before != len(rows):
            self.scheduleDelayedItemsLayout()
        self.row_changed.emit(self.current_row())

    def current_row(self) -> Row | None:
        """The row looked at."""
        return self.rows.row_at(self.currentIndex())

    def look_at(self, place: int | None) -> None:
        """Make a row the current one and bring it into sight."""
        if place is not None and place >= 0:
            self.setCurrentIndex(self.rows.index(place))
            self.scrollTo(self.rows.index(place))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is looked at."""
        super().currentChanged(current, previous)
        self.row_changed.emit(self.rows.row_at(current))

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """A row may have become higher or lower."""
        super().dataChanged(top, bottom, list(roles))
        self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Tab goes on to the person, to the field that is asked first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.tabbed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the checklist; Tab and function keys are the window's."""
        row = self.current_row()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
        if control:
            if event.key() == Qt.Key.Key_A:
                self.all_wanted.emit()
            elif event.matches(QKeySequence.StandardKey.Undo):
                self.undo_wanted.emit()
            else:
                event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.next_wanted.emit()
        elif row is not None and event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.toggled.emit(row.id, shift)
        elif row is not None and row.kind == "paper" and self._turn(event, row):
            return
        elif not self._press(event, shift=shift):
            super().keyPressEvent(event)

    def _turn(self, event: QKeyEvent, row: Row) -> bool:
        """The keys that say what exactly was handed over."""
        forms = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        counts = {Qt.Key.Key_Minus: -1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1}
        if event.key() in forms:
            self.form_turned.emit(row.id, forms[Qt.Key(event.key())])
        elif event.key() in counts:
            self.count_turned.emit(row.id, counts[Qt.Key(event.key())])
        else:
            return False
        return True

    def _press(self, event: QKeyEvent, *, shift: bool) -> bool:
        typed = event.text()
        key = _SHIFTED.get(typed, typed.lower()) if shift else typed.lower()
        place = self.rows.place_of_key(key)
        if place is None:
            return False
        if not event.isAutoRepeat():
            self.look_at(place)
            self.pressed_key.emit(key, shift)
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters tick; they don't search."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on box or key ticks; a click on the words only looks."""
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index)
        super().mouseReleaseEvent(event)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if box_of(self.visualRect(index), row).contains(event.position().toPoint()):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.toggled.emit(row.id, shift)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is another click, not a fast one: two ticks make none."""
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, begin at the first paper that is still wanted."""
        super().focusInEvent(event)
        self.viewport().update()
        self.row_changed.emit(self.current_row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar fades when the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
