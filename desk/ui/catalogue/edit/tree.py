"""The contents of a standard as one list: sections, and under the chosen one its entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desk.language import tr
from desk.ui.catalogue.edit.acts import SectionLine
from desk.ui.catalogue.edit.outline import Row
from desk.ui.catalogue.edit.working import Path
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_SECTION, _ENTRY = 32, 42


@dataclass(frozen=True, slots=True)
class TreeLine:
    """A section, or an entry of the one that is open."""

    section: SectionLine | None = None
    row: Row | None = None

    def words(self) -> str:
        """What it says to somebody who listens."""
        if self.row is not None:
            return " ".join(part for part in (self.row.number, self.row.text, self.row.detail) if part)
        assert self.section is not None
        said = [self.section.heading]
        said += [tr("{count} keraguan", count=self.section.doubts)] if self.section.doubts else []
        said += [tr("diubah")] if self.section.changed else []
        said += [tr("ada yang keliru")] if self.section.wrong else []
        return ", ".join(said)


class TreeModel(QAbstractListModel):
    """Sections and entries, flat."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[TreeLine] = []

    def show_lines(self, lines: Sequence[TreeLine]) -> None:
        """Show these; nothing moves where only words change."""
        if len(lines) == len(self.lines) and [_key(a) for a in lines] == [_key(b) for b in self.lines]:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.words()
        return line if role == LINE else None


class Tree(QListView):
    """The list.

    Signals:
        section_chosen: the key of a section.
        entry_chosen: the path of an entry.
        entered: Enter: to the fields.
        move_wanted: Alt+Up (−1) or Alt+Down (1).
        remove_wanted: Delete.
    """

    section_chosen = Signal(str)
    entry_chosen = Signal(tuple)
    entered = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = TreeModel()
        self._sections: list[SectionLine] = []
        self._rows: list[Row] = []
        self._chosen = ""
        self._quiet = False
        self.setModel(self._model)
        self.setAccessibleName(tr("Isi standar"))
        self.setItemDelegate(_Line(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(220)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_sections(self, sections: Sequence[SectionLine], chosen: str) -> None:
        """The sections; entries follow with `show_rows`."""
        self._sections, self._chosen = list(sections), chosen

    def show_rows(self, rows: Sequence[Row], at: Path | None) -> None:
        """The entries of the open section, and which one is in view."""
        self._rows = list(rows)
        self.refresh(at)

    def refresh(self, at: Path | None) -> None:
        """Show sections and entries as they are now."""
        lines: list[TreeLine] = []
        place = 0
        for section in self._sections:
            if section.key == self._chosen:
                place = len(lines)
            lines.append(TreeLine(section=section))
            if section.key == self._chosen:
                for row in self._rows:
                    if row.path == at:
                        place = len(lines)
                    lines.append(TreeLine(row=row))
        self._quiet = True
        self._model.show_lines(lines)
        index = self._model.index(place)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._quiet = False

    def current(self) -> TreeLine | None:
        """The line now current."""
        found = self.currentIndex().data(LINE)
        return found if isinstance(found, TreeLine) else None

    def _on_current(self, index: QModelIndex) -> None:
        line = None if self._quiet else index.data(LINE)
        if isinstance(line, TreeLine) and line.section is not None:
            self.section_chosen.emit(line.section.key)
        elif isinstance(line, TreeLine) and line.row is not None:
            self.entry_chosen.emit(line.row.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the fields, Alt+arrows move, Delete takes away."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Line(QStyledItemDelegate):
    def __init__(self, tree: Tree) -> None:
        super().__init__(tree)
        self._tree = tree

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE)
        tokens, place = theme.worn(), QRect(option.rect)
        painter.save()
        if index == self._tree.currentIndex():
            painter.fillRect(place, QColor(tokens.accent_soft))
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height()), QColor(tokens.accent))
        if line.section is not None:
            self._section(painter, place, line.section)
        else:
            self._entry(painter, place, line.row)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Sections are one line high, entries two."""
        line = index.data(LINE)
        high = _SECTION if line.section is not None or not line.row.detail else _ENTRY
        return QSize(80, high)

    def _section(self, painter: QPainter, place: QRect, section: SectionLine) -> None:
        tokens, ratio = theme.worn(), self._tree.devicePixelRatioF()
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = place.adjusted(GRID * 3, 0, -GRID * 3, 0)
        painter.setFont(fonts.font("small_strong"))
        painter.setPen(QColor(tokens.accent))
        number = str(section.number) if section.number else ""
        painter.drawText(inner.adjusted(0, 0, 0, 0), int(middle), number)
        right = inner.right()
        marks = [("triangle-alert", tokens.warn, str(section.doubts))] if section.doubts else []
        marks += [("pencil", tokens.accent, "")] if section.changed else []
        marks += [("circle-alert", tokens.bad, "")] if section.wrong else []
        for icon, colour, words in marks:
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(right - width, place.top(), width + 2, place.height()), int(middle), words)
            right -= width + (3 if words else 0)
            icons.paint(painter, icon, QRectF(right - 14, place.center().y() - 7, 14, 14), colour, ratio)
            right -= 20
        painter.setPen(QColor(tokens.ink))
        painter.setFont(fonts.font("strong"))
        words_place = QRect(inner.left() + 24, place.top(), right - inner.left() - 28, place.height())
        fitting = painter.fontMetrics().elidedText(section.heading, Qt.TextElideMode.ElideRight, words_place.width())
        painter.drawText(words_place, int(middle), fitting)

    def _entry(self, painter: QPainter, place: QRect, row: Row) -> None:
        tokens = theme.worn()
        left = place.left() + GRID * 3 + 24 + row.depth * GRID * 5
        inner = QRect(left, place.top() + 4, place.right() - left - GRID * 2, place.height() - 8)
        painter.setFont(fonts.font())
        painter.setPen(QColor(tokens.soft))
        number = f"{row.number} " if row.number else ""
        width = max(painter.fontMetrics().horizontalAdvance(number), GRID * 5 if row.number else 0)
        top = Qt.AlignmentFlag.AlignTop if row.detail else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(top), number)
        inner.adjust(width + (2 if width else 0), 0, 0, 0)
        painter.setPen(QColor(tokens.ink))
        fitting = painter.fontMetrics().elidedText(
            row.text.replace("\n", " "), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(top), fitting)
        painter.setFont(fonts.font("small"))
        painter.setPen(QColor(tokens.soft))
        below = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom), below)


def _key(line: TreeLine) -> object:
    return line.section.key if line.section is not None else (line.row.path if line.row else None)
