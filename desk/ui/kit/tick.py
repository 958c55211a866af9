"""A tick row: one line of a checklist, 34 px, ticked by space or mouse."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk.ui.kit import icons, theme
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tokens import GRID, ROW, Tone

Mark = Literal["empty", "met", "fails", "off"]
INDENT = GRID * 5


class TickRow(QFrame):
    """Box, number, words, and at the right what form is asked and a note. One tab stop; space ticks, digits are the
    screen's business. Put extra small controls into `right`.

    Signals:
        ticked: the officer ticked (True) or unticked it.
    """

    ticked = Signal(bool)

    def __init__(self, number: str, words: str, *, detail: str = "", depth: int = 0, wrap: bool = False) -> None:
        super().__init__()
        self.setProperty("tick", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(ROW)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        )
        self._box = _Box()
        self._number = Text(number, role="small", tone="soft")
        self._number.setFixedWidth(GRID * 6)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words = Text(words, wrap=True) if wrap else Elided(words)
        self._detail = Text(detail, role="small", tone="soft")
        self._note = Text("", role="small_strong")
        self._note.hide()
        self.right = QHBoxLayout()
        self.right.setSpacing(GRID)
        line = QHBoxLayout(self)
        line.setContentsMargins(GRID + depth * INDENT, GRID // 2, GRID * 2, GRID // 2)
        line.setSpacing(GRID * 2)
        line.addWidget(self._number)
        line.addWidget(self._box)
        line.addWidget(self._words, 1)
        line.addWidget(self._detail)
        line.addWidget(self._note)
        line.addLayout(self.right)
        self._full = words
        self._name()

    def show_mark(self, mark: Mark) -> None:
        """Show how it stands; fires nothing."""
        self._box.show_mark(mark)
        self.setEnabled(mark != "off")
        self._words.set_tone("soft" if mark == "off" else "ink")
        self._name()

    def show_note(self, words: str, tone: Tone = "warn") -> None:
        """A short word at the right (← belum, berlaku s.d. …)."""
        self._note.setText(words)
        self._note.set_tone(tone)
        self._note.setVisible(bool(words))
        self._name()

    def show_detail(self, words: str) -> None:
        """What form is asked for."""
        self._detail.setText(words)
        self._name()

    def hide_number(self) -> None:
        """For lists that aren't numbered."""
        self._number.hide()

    def is_ticked(self) -> bool:
        """Whether the box shows a tick."""
        return self._box.mark == "met"

    def _name(self) -> None:
        parts = [self._number.text(), self._full, self._detail.text(), self._note.text()]
        self.setAccessibleName(" · ".join(part for part in parts if part))
        self.setAccessibleDescription("☑" if self.is_ticked() else "☐")

    def _toggle(self) -> None:
        self.ticked.emit(not self.is_ticked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; up and down go along the list."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row ticks it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._toggle()


class _Box(QWidget):
    """The box itself: empty, ticked, failing, or not asked."""

    def __init__(self) -> None:
        super().__init__()
        self.mark: Mark = "empty"
        self.setFixedSize(QSize(18, 18))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_mark(self, mark: Mark) -> None:
        self.mark = mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled when met, crossed when it fails, faint when not asked."""
        tokens = theme.worn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = {"empty": tokens.surface, "met": tokens.accent, "fails": tokens.bad_soft, "off": tokens.sunken}[
            self.mark
        ]
        edge = {"empty": tokens.edge, "met": tokens.accent, "fails": tokens.bad, "off": tokens.line}[self.mark]
        painter.setPen(QPen(QColor(edge), 1.2))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(0.6, 0.6, 16.8, 16.8), 3, 3)
        if self.mark in ("met", "fails"):
            name, ink = ("check", tokens.on_accent) if self.mark == "met" else ("x", tokens.bad)
            icons.paint(painter, name, QRectF(2, 2, 14, 14), ink, self.devicePixelRatioF())
        painter.end()
