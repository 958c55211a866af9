"""Tables over frozen rows: a model that fetches more, columns sized by character count, chips painted in cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.states import Look
from desk.ui.kit.tokens import GRID, ROW

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
ROLE_ROLE = Qt.ItemDataRole.UserRole + 2
INDENT = GRID * 2 + 2
TWO_LINES = 52
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column.

    Attributes:
        title: its head.
        words: what a cell says, also to a screen reader.
        width: characters it has room for; `stretch` shares what is left over.
        look: icon and tone of a chip in place of plain words.
        sort: what to sort by where the words won't do.
        role: the font.
        soft: whether the words are said quietly.
        drop: at a width below this many pixels the column is left out.
        wrap: long words may take both lines of a row of two.
        below: a second, quieter line; `below_look` icon and tone of it. A table with one has rows of two lines.
    """

    title: str
    words: Callable[[R], str]
    width: int = 10
    stretch: int = 0
    look: Callable[[R], Look | None] | None = None
    sort: Callable[[R], Any] | None = None
    role: fonts.Role = "body"
    soft: bool = False
    drop: int = 0
    wrap: bool = False
    below: Callable[[R], str] | None = None
    below_look: Callable[[R], Look | None] | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows as they are; nothing is edited here.

    Signals:
        more_wanted: the view reached the end and there is more; answer with `append`.
    """

    more_wanted = Signal()

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[R] = []
        self._more = False

    def show_rows(self, rows: Sequence[R], *, more: bool = False) -> None:
        """Show these rows in place of the others."""
        self.beginResetModel()
        self._rows, self._more = list(rows), more
        self.endResetModel()

    def append(self, rows: Sequence[R], *, more: bool = False) -> None:
        """Add the next page."""
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row_at(self, index: Index) -> R | None:
        """The row of that index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: str) -> int | None:
        """Where the row of that key stands."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), None)

    def key_of(self, row: R) -> str:
        """The key of a row."""
        return self._key(row)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows are here so far."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, chip and sort value of a cell."""
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(line for line in (column.words(row), column.below(row) if column.below else "") if line)
        if role == SORT_ROLE:
            return (column.sort or column.words)(row)
        if role == LOOK_ROLE:
            return column.look(row) if column.look else None
        return column if role == ROLE_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' heads."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            if role == Qt.ItemDataRole.FontRole:
                return fonts.font("small")
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is another page."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Ask for it, once."""
        if self._more:
            self._more = False
            self.more_wanted.emit()


class Table(QTableView):
    """A list with columns: rows of 34 px, one selected, opened by Enter or double click.

    Signals:
        chosen: the row now selected (the dataclass), or None.
        opened: Enter or a double click on a row.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, model: RowsModel[Any], name: str) -> None:
        super().__init__()
        self._model = model
        self._wanted = ""
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Cell(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(320)
        upright = self.verticalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(TWO_LINES if any(column.below for column in model.columns) else ROW)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setFixedHeight(32)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_clicked)
        model.modelReset.connect(self._on_reset)

    def choose(self, key: str) -> None:
        """Select the row of that key, now or when it comes."""
        self._wanted = key
        place = self._model.place_of(key)
        if place is not None:
            self.setCurrentIndex(self._model.index(place, 0))

    def row_at(self, index: Index) -> Any:
        """The row of that index."""
        return self._model.row_at(index)

    def current(self) -> Any:
        """The row now selected, or None."""
        return self._model.row_at(self.currentIndex())

    def _on_current(self, current: QModelIndex) -> None:
        row = self._model.row_at(current)
        if row is not None:
            self._wanted = self._model.key_of(row)
        self.chosen.emit(row)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row_at(index))

    def _on_reset(self) -> None:
        if self._wanted:
            self.choose(self._wanted)

    def _share_out(self) -> None:
        """Widths by character count; what is left goes to the columns that stretch."""
        room = self.viewport().width()
        char = self.fontMetrics().averageCharWidth()
        widths: dict[int, int] = {}
        for place, column in enumerate(self._model.columns):
            hidden = bool(column.drop) and room < column.drop
            self.setColumnHidden(place, hidden)
            if not hidden:
                widths[place] = column.width * char + 2 * INDENT + (GRID * 6 if column.look else 0)
        left = room - sum(widths.values())
        shares = sum(self._model.columns[place].stretch for place in widths)
        for place, width in widths.items():
            stretch = self._model.columns[place].stretch
            extra = left * stretch // shares if stretch and shares else 0
            self.setColumnWidth(place, max(width + extra, 48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a cell."""

    words: str
    look: Look | None
    role: fonts.Role
    colour: str


class _Cell(QStyledItemDelegate):
    """Draws a cell: hairline below, accent bar on the selected row, words elided, a chip where there is one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        table = self.parent()
        assert isinstance(table, Table)
        tokens = theme.worn()
        place = QRectF(option.rect)
        selected = table.selectionModel().isRowSelected(index.row(), QModelIndex())
        painter.save()
        if selected:
            painter.fillRect(place, QColor(tokens.accent_soft))
            if index.column() == 0:
                painter.fillRect(QRectF(place.left(), place.top(), 3, place.height()), QColor(tokens.accent))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        column: Column[Any] = index.data(ROLE_ROLE)
        inner = place.adjusted(INDENT, 0, -INDENT, 0)
        row = table.row_at(index)
        plain = tokens.ink if selected or not column.soft else tokens.soft
        line = _Line(str(index.data() or ""), index.data(LOOK_ROLE), "lead" if column.look else column.role, plain)
        if column.wrap:
            self._wrap(painter, inner, line)
        elif column.below is None or row is None:
            self._write(painter, inner, line)
        else:
            self._write(painter, inner.adjusted(0, GRID + 2, 0, -inner.height() / 2), line)
            below = _Line(
                column.below(row), column.below_look(row) if column.below_look else None, "small", tokens.soft
            )
            self._write(painter, inner.adjusted(0, inner.height() / 2, 0, -GRID - 2), below)
        painter.restore()

    def _write(self, painter: QPainter, place: QRectF, line: _Line) -> None:
        table = self.parent()
        assert isinstance(table, Table)
        colour, left, size = line.colour, place.left(), 16 if line.role != "small" else 14
        if line.look:
            colour = theme.worn().tone(line.look.tone)[0]
            box = QRectF(left, place.center().y() - size / 2, size, size)
            icons.paint(painter, line.look.icon, box, colour, table.devicePixelRatioF())
            left += size + GRID + 2
        painter.setFont(fonts.font(line.role))
        painter.setPen(QColor(colour))
        room = QRectF(left, place.top(), place.right() - left, place.height())
        fitting = painter.fontMetrics().elidedText(line.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)

    def _wrap(self, painter: QPainter, place: QRectF, line: _Line) -> None:
        painter.setFont(fonts.font(line.role))
        painter.setPen(QColor(line.colour))
        metrics, flags = painter.fontMetrics(), int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        room, fitting = place.toRect(), line.words
        for share in (2.0, 1.8, 1.6, 1.4):  # a word that goes over leaves the end of the first line empty
            if metrics.boundingRect(room, flags, fitting).height() <= room.height() - 2 * GRID:
                break
            fitting = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, int(room.width() * share))
        painter.drawText(place, flags, fitting)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row."""
        table = self.parent()
        assert isinstance(table, Table)
        return QSize(80, table.verticalHeader().defaultSectionSize())
