"""A doubt as a note in the margin: what stopped the reader, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk.domain.doubts.doubt import Doubt
from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID

_MOST = 230
"""Letters of a message that a margin has room for; the whole stands in the tooltip and in the list."""


class DoubtNote(QWidget):
    """One doubt. A quiet one is only read; another takes the focus, and Enter or a click goes to its place.

    Signals:
        opened: Enter, space or a click.
    """

    opened = Signal(object)

    def __init__(self, doubt: Doubt, *, quiet: bool = False) -> None:
        super().__init__()
        self._doubt, self._quiet = doubt, quiet
        self.setAccessibleName(tr("Keraguan: {message}", message=doubt.message))
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID * 2 + 3, GRID + 1, GRID * 2, GRID + 1)
        line.setSpacing(GRID + 2)
        line.addWidget(Icon("triangle-alert", size=14, ink="warn"), 0, Qt.AlignmentFlag.AlignTop)
        message = doubt.message
        if len(message) > _MOST:
            self.setToolTip(message)
            message = message[:_MOST].rsplit(" ", 1)[0] + " …"
        words = Text(message, role="small", wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line.addWidget(words, 1)
        if not quiet:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(tr("Enter: ke tempatnya"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or space goes to the place."""
        if not self._quiet and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._doubt)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there too."""
        if not self._quiet and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._doubt)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A slip of paper with a bar; a ring when it has the focus."""
        tokens, painter = theme.worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.warn_soft))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(QColor(tokens.warn))
        painter.drawRoundedRect(QRectF(0, 0, 3, self.height()), 1, 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()
