"""The list of desks by division: two lines each, who is there with icon and word; headings that can't be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desk.language import tr
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID
from desk.ui.settings.positions.saying import Line

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these in place of the others."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many, headings included."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if line.look is None:
                return line.title
            state = tr(line.look.word)
            return f"{line.title}: {state}" if line.detail == state else f"{line.title}: {state}, {line.detail}"
        if role == Qt.ItemDataRole.ToolTipRole and line.key:
            return f"{line.title}\n{line.detail}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by the arrow keys."""
        if index.isValid() and not self.lines[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class RosterView(QListView):
    """The list.

    Signals:
        chosen: a desk's id.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Lines()
        self.setModel(self._model)
        self.setAccessibleName(tr("Jabatan menurut bidang"))
        self.setItemDelegate(_Entry(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(300)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None:
        """Show these, that one chosen, where the list was scrolled to."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.blockSignals(True)
        self._model.show_lines(lines)
        at = next((n for n, line in enumerate(lines) if line.key == chosen), None)
        if at is not None:
            self.setCurrentIndex(self._model.index(at, 0))
        self.blockSignals(False)
        bar.setValue(place)
        if at is not None:
            self.scrollTo(self._model.index(at, 0))

    def lines(self) -> list[Line]:
        """What is shown."""
        return self._model.lines

    def _on_current(self, current: QModelIndex) -> None:
        line = current.data(LINE_ROLE)
        if isinstance(line, Line) and line.key:
            self.chosen.emit(line.key)


class _Entry(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a heading, or a desk."""
        line = index.data(LINE_ROLE)
        view = self.parent()
        assert isinstance(view, RosterView)
        painter.save()
        if line.look is None:
            _heading(painter, QRect(option.rect), line.title)
        else:
            _desk(
                painter, QRect(option.rect), line, current=index == view.currentIndex(), ratio=view.devicePixelRatioF()
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are low, desks two lines high."""
        small = QFontMetrics(fonts.font("small")).height()
        if index.data(LINE_ROLE).look is None:
            return QSize(200, small + GRID * 4)
        return QSize(200, QFontMetrics(fonts.font("lead")).height() + small + GRID * 4)


def _heading(painter: QPainter, place: QRect, words: str) -> None:
    tokens = theme.worn()
    painter.fillRect(place, QColor(tokens.sunken))
    painter.setFont(fonts.font("small_strong"))
    painter.setPen(QColor(tokens.soft))
    inner = place.adjusted(GRID * 4, 0, -GRID * 3, 0)
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)


def _desk(painter: QPainter, place: QRect, line: Line, *, current: bool, ratio: float) -> None:
    tokens = theme.worn()
    if current:
        painter.fillRect(place, QColor(tokens.accent_soft))
        painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), QColor(tokens.accent))
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    inner = place.adjusted(GRID * 4, GRID * 2 - 1, -GRID * 3, -GRID * 2)
    painter.setFont(fonts.font("lead"))
    painter.setPen(QColor(tokens.ink))
    title = painter.fontMetrics().elidedText(line.short, Qt.TextElideMode.ElideMiddle, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
    assert line.look is not None
    quiet = line.look.tone in ("quiet", "ok")
    colour = tokens.soft if quiet else tokens.tone(line.look.tone)[0]
    small = QFontMetrics(fonts.font("small")).height()
    box = QRectF(inner.left(), inner.bottom() - small + (small - 13) / 2, 13, 13)
    icons.paint(painter, line.look.icon, box, tokens.tone(line.look.tone)[0], ratio)
    painter.setFont(fonts.font("small"))
    painter.setPen(QColor(colour))
    below = inner.adjusted(13 + GRID + 2, 0, 0, 0)
    detail = painter.fontMetrics().elidedText(line.detail, Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, detail)
