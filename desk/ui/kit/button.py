"""Buttons that show their key and cannot be pressed twice by an impatient hand."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

Kind = Literal["primary", "plain", "quiet", "filter", "rail"]
PAUSE_MS = 400
"""How long a button stays deaf after a press: longer than a double click, shorter than a thought."""


class Button(QPushButton):
    """A push button: icon, words, and its key as a small cap at the right.

    `key` becomes a shortcut that works while the button is visible and enabled. Where the frame has the same key (Ctrl+N)
    both leave it to the button in sight. `cap` is a key that the screen itself listens to (letters in a list): it is
    only shown.
    """

    def __init__(
        self,
        words: str,
        *,
        key: Key | None = None,
        cap: str = "",
        kind: Kind = "plain",
        icon: str | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._icon, self._kind = key, icon, kind
        self._cap = key.value if key else cap
        self._deaf = QTimer(self)
        self._deaf.setSingleShot(True)
        self._deaf.setInterval(PAUSE_MS)
        self._deaf.timeout.connect(self._listen)
        self.clicked.connect(self._on_clicked)
        self.setProperty("kind", kind)
        self.setFont(fonts.font("strong" if kind == "primary" else "lead"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._accessible_name = name
        self._badge = ""
        self.set_words(words)
        if key:
            shortcut = QShortcut(QKeySequence(key.value), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._on_key)
            shortcut.activatedAmbiguously.connect(self._on_key)

    def set_words(self, words: str) -> None:
        """Change the words; the accessible name follows unless it was given."""
        self.setText(words)
        self.setAccessibleName(self._accessible_name or words)
        if self._cap:
            self.setAccessibleDescription(self._cap)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_badge(self, badge: str) -> None:
        """A small count at the right end (the rail)."""
        self._badge = badge
        self.update()

    def key_cap(self) -> str:
        """The key as it stands on the button."""
        return self._cap

    def _on_key(self) -> None:
        if self.isEnabled():
            self.click()

    def _on_clicked(self) -> None:
        """Be deaf for a moment, so that an impatient hand does not save twice. This press itself is already on its
        way to every listener: Qt looks at the block only when a signal starts.
        """
        if self._kind == "primary" or self._cap:
            self.blockSignals(True)
            self._deaf.start()

    def _listen(self) -> None:
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Room for icon, words and key cap."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _inset(self._kind) + 2
        if self._icon:
            width += 18 + GRID * 2 if self.text() else 10
        if self._cap:
            width += self._cap_width() + GRID * 2
        return QSize(width, 40 if self._kind == "rail" else 34)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def _cap_width(self) -> int:
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self.key_cap()) * 9 // 11 + GRID * 3

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the body; icon, words and cap are laid out here."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colour = QColor(_ink(self))
        if self._kind == "primary" and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 2, 2)
        inset = _inset(self._kind)
        content = QRectF(self.rect()).adjusted(inset, 0, -inset, 0)
        cap = self._cap_width() if self._cap else 0
        words = self.fontMetrics().horizontalAdvance(self.text())
        icon = 18 + (GRID * 2 if self.text() else 0) if self._icon else 0
        total = icon + words + (cap + GRID * 2 if cap else 0)
        left = content.left()
        if self._kind not in ("rail",) and total < content.width():
            left += (content.width() - total) / 2
        if self._icon:
            place = QRectF(left, (self.height() - 18) / 2, 18, 18)
            icons.paint(painter, self._icon, place, colour, self.devicePixelRatioF())
            left += icon
        painter.setPen(colour)
        painter.setFont(self.font())
        said = self.text()
        if self._badge:  # on the rail, a long word makes room for it
            room = (
                content.right() - left - QFontMetrics(fonts.font("small_strong")).horizontalAdvance(self._badge) - GRID
            )
            said = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, 0, words + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, said)
        if cap:
            self._paint_cap(painter, QRectF(left + words + GRID * 2, (self.height() - 20) / 2, cap, 20), colour)
        if self._badge:
            painter.setFont(fonts.font("small_strong"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(self.rect()).adjusted(0, 0, -12, 0), right, self._badge)
        painter.end()

    def _paint_cap(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(colour)
        edge.setAlphaF(0.55)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(fonts.font("small"))
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.key_cap())


def _inset(kind: Kind) -> int:
    """Room at each end."""
    return {"quiet": 8, "filter": 10}.get(kind, 12)


def _ink(button: Button) -> str:
    """The colour of words on the button, as the style sheet has it."""
    tokens = theme.worn()
    kind = button.property("kind")
    if not button.isEnabled():
        return tokens.disabled
    if kind == "primary":
        return tokens.on_accent
    if kind == "quiet" or (kind in ("filter", "rail") and button.isChecked()):
        return tokens.accent
    if kind == "rail":
        return tokens.ink if button.underMouse() else tokens.soft
    return tokens.ink
