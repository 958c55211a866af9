"""Chips: icon, word and colour, so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.icons import Icon
from desk.ui.kit.states import look_of
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID, Tone


class Chip(QFrame):
    """A small rounded label."""

    def __init__(self, words: str, *, tone: Tone = "quiet", icon: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(icon, size=14, ink=tone)
        self._words = Text(words, role="small_strong", tone=tone)
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, 0, GRID * 2 + 2, 0)
        row.setSpacing(GRID + 1)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.show_chip(words, tone=tone, icon=icon)

    def show_chip(self, words: str, *, tone: Tone, icon: str) -> None:
        """Change all three at once."""
        self._icon.show_icon(icon, tone)
        self._words.setText(words)
        self._words.set_tone(tone)
        theme.set_mark(self, "chip", tone)
        self.setAccessibleName(words)
        self.updateGeometry()

    def words(self) -> str:
        """What the chip says."""
        return self._words.text()


class StateChip(Chip):
    """The state of a case."""

    def __init__(self, state: str = "open") -> None:
        look = look_of(state)
        super().__init__(tr(look.word), tone=look.tone, icon=look.icon)

    def show_state(self, state: str) -> None:
        """Show another state."""
        look = look_of(state)
        self.show_chip(tr(look.word), tone=look.tone, icon=look.icon)
