"""What the last scan was: icon, words and colour over the whole width, so large that it is seen from the side."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from desk.ui.kit import theme
from desk.ui.kit.announce import announce
from desk.ui.kit.icons import Icon
from desk.ui.kit.states import Look
from desk.ui.kit.surface import row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID


class ScanMark(QFrame):
    """Silent for the ear, loud for the eye; a screen reader is told."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("scan-barcode", size=24)
        self._words = Text("", role="lead", wrap=True)
        self.setMinimumHeight(48)
        line = row(self._icon, self._words, spacing=GRID * 3)
        line.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, GRID * 2)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_mark(self, words: str, look: Look) -> None:
        """Show it, and say it aloud."""
        theme.set_mark(self, "banner", look.tone)
        self._icon.show_icon(look.icon, look.tone)
        self._words.setText(words)
        self.setAccessibleName(words)
        announce(self, words)

    def words(self) -> str:
        """What it says."""
        return self._words.text()
