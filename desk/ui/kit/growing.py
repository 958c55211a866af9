"""A text area that grows with what is typed into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

from desk.ui.kit import fonts
from desk.ui.kit.tokens import GRID

_LEAST, _MOST = 2, 7


class GrowingText(QPlainTextEdit):
    """A text that is as high as its lines, within reason."""

    def __init__(self, *, undo: bool = True) -> None:
        super().__init__()
        self.setFont(fonts.font())
        self.setUndoRedoEnabled(undo)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """As high as what is written needs."""
        lines = max(_LEAST, min(_MOST, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + GRID * 6)
        long = self.document().size().height() > _MOST
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the width is known."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.fit()
