"""Words on the screen: plain text in one of the few sizes, headings, hairlines."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desk.ui.kit import fonts, theme
from desk.ui.kit.tokens import GRID

TextTone = Literal["ink", "soft", "accent", "ok", "warn", "bad", "info", "quiet"]


class Text(QLabel):
    """Plain text, never markup: what people typed is shown as they typed it."""

    def __init__(
        self,
        words: str = "",
        *,
        role: fonts.Role = "body",
        tone: TextTone = "ink",
        wrap: bool = False,
        select: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(role))
        self.set_tone(tone)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            self.setMinimumWidth(GRID * 10)
        if select:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.setCursor(Qt.CursorShape.IBeamCursor)

    def set_tone(self, tone: TextTone) -> None:
        """Colour the text by a token."""
        theme.set_mark(self, "soft", tone == "soft")
        theme.set_mark(self, "tone", "" if tone in ("ink", "soft") else tone)


class Phrase(Text):
    """Words that stand in one line where there is room, and wrap where there isn't."""

    def __init__(self, words: str = "", *, role: fonts.Role = "body", tone: TextTone = "ink", least: int = 0) -> None:
        self._least = least
        super().__init__(words, role=role, tone=tone, wrap=True)

    def sizeHint(self) -> QSize:
        """One line, at least as high as its neighbours."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2
        return QSize(width, max(self._least, metrics.height()))

    def heightForWidth(self, width: int) -> int:
        """As many lines as it needs."""
        return max(self._least, super().heightForWidth(width))


class Elided(Text):
    """One line that ends in … where there is no room; the whole stands in the tooltip."""

    def __init__(self, words: str = "", *, role: fonts.Role = "body", tone: TextTone = "ink") -> None:
        self._whole = words
        super().__init__(words, role=role, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(GRID * 10)

    def setText(self, words: str) -> None:
        """Keep the whole text and show what fits."""
        self._whole = words
        self._fit()

    def whole(self) -> str:
        """The whole text."""
        return self._whole

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        super().setText(fitting)
        self.setToolTip(self._whole if fitting != self._whole else "")
        self.setAccessibleName(self._whole)

    def resizeEvent(self, event: object) -> None:
        """Fit again."""
        self._fit()


class Rule(QFrame):
    """A hairline."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("upright" if upright else "rule", True)


class Heading(QWidget):
    """A section's heading: small and strong, with room at the right for something short."""

    def __init__(self, words: str, *, role: fonts.Role = "strong") -> None:
        super().__init__()
        self._words = Text(words, role=role)
        self.right = QHBoxLayout()
        self.right.setSpacing(GRID * 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addLayout(self.right)

    def setText(self, words: str) -> None:
        """Change the heading."""
        self._words.setText(words)

    def text(self) -> str:
        """The heading."""
        return self._words.text()
