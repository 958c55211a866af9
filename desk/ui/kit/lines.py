"""A list of two-line entries: a name that may take two lines itself, and a quiet line below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID

Read = Callable[[Any], tuple[str, str, str]]
"""An entry → (title, detail, icon at the right or empty)."""


class LineList(QListView):
    """The list.

    Signals:
        chosen: the entry now current.
        opened: Enter or double click.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, model: QAbstractListModel, role: int, read: Read, name: str) -> None:
        super().__init__()
        self._role = role
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_Entry(self, role, read))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(240)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(index.data(self._role)))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(self._role)))

    def choose(self, place: int) -> None:
        """Make that entry the current one."""
        self.setCurrentIndex(self.model().index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(self._role))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Heights depend on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Entry(QStyledItemDelegate):
    def __init__(self, view: LineList, role: int, read: Read) -> None:
        super().__init__(view)
        self._view, self._role, self._read = view, role, read

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        tokens = theme.worn()
        place = QRect(option.rect)
        title, detail, icon = self._read(index.data(self._role))
        painter.save()
        if index == self._view.currentIndex():
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), QColor(tokens.accent))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inner = self._inner(place)
        if icon:
            box = QRectF(place.right() - 26, inner.top() + 2, 14, 14)
            icons.paint(painter, icon, box, tokens.soft, self._view.devicePixelRatioF())
        painter.setFont(fonts.font("lead"))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), title)
        painter.setFont(fonts.font("small"))
        painter.setPen(QColor(tokens.soft))
        below = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), below)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the title needs."""
        width = self._view.viewport().width()
        title = self._read(index.data(self._role))[0]
        self._view.ensurePolished()
        room = self._inner(QRect(0, 0, width, 1000))
        metrics = _metrics("lead")
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), title)
        return QSize(width, words.height() + _metrics("small").height() + GRID * 5 + 2)

    def _inner(self, place: QRect) -> QRect:
        return place.adjusted(GRID * 4, GRID * 2, -GRID * 8, -GRID * 2)


def _metrics(role: fonts.Role) -> QFontMetrics:
    return QFontMetrics(fonts.font(role))
