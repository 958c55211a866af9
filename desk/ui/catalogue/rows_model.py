"""The list of services as a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desk.ui.catalogue.presenter import ServiceLine

LINE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class ServicesModel(QAbstractListModel):
    """Services, in the order found."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ServiceLine, ...] = ()

    def show_lines(self, lines: Sequence[ServiceLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def place_of(self, service_id: str) -> int:
        """Where that service stands, or 0."""
        return next((place for place, line in enumerate(self._lines) if line.id == service_id), 0)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, its words for a screen reader."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.detail}"
        return line if role == LINE else None
