"""The left column: trays as the office has them, each with count, oldest, late and not received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.language import mark, tr
from desk.ui.dispositions.lines import EVERYWHERE, TrayLine
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.surface import column
from desk.ui.kit.tokens import GRID, Tone

_LINE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

GROUPS = {"outside": mark("Di luar dinas"), "applicant": mark("Pada pemohon")}
"""What stands above the first tray of a group."""


class TraysModel(QAbstractListModel):
    """Trays as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[TrayLine, ...] = ()

    def show_lines(self, lines: Sequence[TrayLine]) -> None:
        """Show these; the view keeps its place where the same trays are only counted anew."""
        new = tuple(lines)
        if [line.position for line in new] == [line.position for line in self._lines]:
            self._lines = new
            if new:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))
            return
        self.beginResetModel()
        self._lines = new
        self.endResetModel()

    def place_of(self, position: str) -> int | None:
        """Where that tray stands."""
        return next((place for place, line in enumerate(self._lines) if line.position == position), None)

    def begins_group(self, place: int) -> bool:
        """Whether a group's name stands above that tray."""
        line = self._lines[place]
        return line.group in GROUPS and (place == 0 or self._lines[place - 1].group != line.group)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A tray, its title, all that is said of it."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.spoken
        return None


class TrayList(QListView):
    """The trays.

    Signals:
        chosen: a tray's position.
        entered: Enter or Right: to its files.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model, self._showing = TraysModel(), False
        self.setModel(self._model)
        self.setAccessibleName(tr("Baki"))
        self.setItemDelegate(_Entry(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(200)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[TrayLine], chosen: str) -> None:
        """Show them; `chosen` is selected if it is there. Nothing is emitted."""
        self._showing = True
        self._model.show_lines(lines)
        place = self._model.place_of(chosen)
        self.setCurrentIndex(self._model.index(place, 0) if place is not None else QModelIndex())
        self._showing = False

    def choose_position(self, position: str) -> None:
        """Open that tray, where it is listed."""
        place = self._model.place_of(position)
        if place is not None:
            self.setCurrentIndex(self._model.index(place, 0))

    def line_at(self, index: Index) -> TrayLine | None:
        """The tray of that index."""
        found = index.data(_LINE)
        return found if isinstance(found, TrayLine) else None

    def begins_group(self, index: Index) -> bool:
        """Whether a group's name stands above it."""
        return self._model.begins_group(index.row())

    def _on_current(self, current: QModelIndex) -> None:
        line = self.line_at(current)
        if line is not None and not self._showing:
            self.chosen.emit(line.position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go to the files."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Heights depend on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class TrayColumn(QWidget):
    """A field to find a tray by, and the trays.

    Signals:
        sought: what stands in the field.
    """

    sought = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = Field(tr("Cari baki"), name=tr("Cari baki"))
        line_of(self.search).setPlaceholderText(tr("jabatan, misalnya kabid"))
        line_of(self.search).returnPressed.connect(self._on_enter)
        self.search.edited.connect(self.sought)
        self.list = TrayList()
        self.setLayout(column(self.search, self.list, spacing=GRID * 2))

    def show_lines(self, lines: Sequence[TrayLine], chosen: str) -> None:
        """Show the trays."""
        self.list.show_lines(lines, chosen)

    def clear_search(self) -> None:
        """All trays again."""
        if self.search.text():
            self.search.set_text("")
            self.sought.emit("")

    def _on_enter(self) -> None:
        """The first that fits is opened, and the field makes room for all."""
        model = self.list.model()
        first = self.list.line_at(model.index(0, 0)) if model.rowCount() else None
        if first is not None and first.position != EVERYWHERE:
            self.list.chosen.emit(first.position)
        self.clear_search()
        self.list.setFocus()


class _Entry(QStyledItemDelegate):
    """Title and count, below them what is said of the tray; above, a group's name where one begins."""

    def __init__(self, view: TrayList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one tray."""
        line = self._view.line_at(index)
        if line is None:
            return
        tokens, place = theme.worn(), QRect(option.rect)
        painter.save()
        if self._view.begins_group(index):
            head = QRect(place.left(), place.top(), place.width(), _HEAD)
            painter.fillRect(head, QColor(tokens.sunken))
            painter.setFont(fonts.font("small_strong"))
            painter.setPen(QColor(tokens.soft))
            painter.drawText(head.adjusted(_INSET, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tr(GROUPS[line.group]))
            place.setTop(place.top() + _HEAD)
        if index == self._view.currentIndex():
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), QColor(tokens.accent))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inner = place.adjusted(_INSET, GRID * 2, -_INSET, -GRID * 2)
        painter.setFont(fonts.font("strong" if line.count else "body"))
        painter.setPen(QColor(tokens.ink if line.count else tokens.soft))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight), str(line.count or ""))
        painter.setFont(fonts.font("lead" if line.count else "body"))
        words = inner.adjusted(0, 0, -_COUNT, 0)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), line.title)
        self._paint_detail(painter, inner, line)
        painter.restore()

    def _paint_detail(self, painter: QPainter, inner: QRect, line: TrayLine) -> None:
        """``terlama 12 hari · ! 2 lewat · ● 3 belum diterima``, each with its icon; what has no room goes below."""
        metrics = _metrics("small")
        painter.setFont(fonts.font("small"))
        tokens = theme.worn()
        for row, parts in enumerate(reversed(_detail_lines(line, inner.width()))):
            left, top = inner.left(), inner.bottom() - (row + 1) * _DETAIL + 2
            for words, icon, tone in parts:
                colour = tokens.soft if tone == "quiet" else tokens.tone(tone)[0]
                if icon:
                    box = QRectF(left, top + 2, 12, 12)
                    icons.paint(painter, icon, box, colour, self._view.devicePixelRatioF())
                    left += 16
                painter.setPen(QColor(colour))
                painter.drawText(QRect(left, top, inner.right() - left, _DETAIL), Qt.AlignmentFlag.AlignVCenter, words)
                left += metrics.horizontalAdvance(words) + GRID * 3

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as title and detail need."""
        line = self._view.line_at(index)
        width = self._view.viewport().width()
        if line is None:
            return QSize(width, 0)
        room = QRect(0, 0, width - 2 * _INSET - _COUNT, 1000)
        words = _metrics("lead").boundingRect(room, int(Qt.TextFlag.TextWordWrap), line.title)
        rows = len(_detail_lines(line, width - 2 * _INSET))
        head = _HEAD if self._view.begins_group(index) else 0
        return QSize(width, head + words.height() + rows * _DETAIL + GRID * 4)


_INSET, _COUNT, _HEAD, _DETAIL = GRID * 3, GRID * 8, 26, 17

Part = tuple[str, str, Tone]
"""(words, icon or empty, tone)."""


def _detail_lines(line: TrayLine, width: int) -> list[list[Part]]:
    """What stands below the title, in as many lines as it needs."""
    parts: list[Part] = [(line.detail, "", "quiet")] if line.detail else []
    if line.late:
        parts.append((line.late_words, "circle-alert", "bad"))
    if line.unseen:
        parts.append((line.unseen_words, "circle-dot", "info"))
    metrics = _metrics("small")
    rows: list[list[Part]] = [[]]
    used = 0
    for part in parts:
        needed = metrics.horizontalAdvance(part[0]) + (16 if part[1] else 0) + GRID * 3
        if rows[-1] and used + needed - GRID * 3 > width:
            rows.append([])
            used = 0
        rows[-1].append(part)
        used += needed
    return rows


def _metrics(role: fonts.Role) -> QFontMetrics:
    return QFontMetrics(fonts.font(role))
