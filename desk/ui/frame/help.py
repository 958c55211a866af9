"""F1: every key of the window, on one sheet over the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.button import Button
from desk.ui.kit.surface import Scroll, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import IN_LISTS, IN_TRAYS, MEANINGS, Key


def _lines() -> list[tuple[str, str]]:
    """Each key and its meaning; those of a list stand with the others of its screen."""
    lines = [(key.value, meaning) for key, meaning in MEANINGS.items()]
    for keys, after in ((IN_TRAYS, Key.COUNT_TRAY), (IN_LISTS, Key.ACCEPT)):
        place = next(place for place, (name, _) in enumerate(lines) if name == after.value)
        if after is Key.COUNT_TRAY:
            place += 1
        lines[place:place] = keys.items()
    return lines


class HelpSheet(QFrame):
    """The sheet; hidden until asked for. Esc, F1 or a click beside it puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setProperty("surface", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Bantuan: semua tombol"))
        close = Button(tr("Tutup"), kind="plain", icon="x")
        close.clicked.connect(self.put_away)
        scroll = Scroll(tr("Daftar tombol"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(GRID)
        lines = _lines()
        middle = (len(lines) + 1) // 2
        for place, (key, meaning) in enumerate(lines):
            line, half = place % middle, place // middle
            grid.addWidget(_cap(key), line, half * 3, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Text(tr(meaning)), line, half * 3 + 1)
        grid.setColumnMinimumWidth(2, GRID * 8)
        grid.setColumnStretch(5, 1)
        scroll.body.addLayout(grid)
        scroll.body.addWidget(
            Text(
                tr("Spasi mencentang persyaratan. Panah berpindah baris. Tab berpindah isian. Enter membuka."),
                tone="soft",
            )
        )
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 8, GRID * 6, GRID * 8, GRID * 6)
        column.setSpacing(GRID * 4)
        column.addLayout(row(Text(tr("Semua tombol"), role="title"), "stretch", close))
        column.addWidget(scroll, 1)
        self.hide()

    def bring_out(self) -> None:
        """Show it over the window, or put it away if it is out."""
        if self.isVisible():
            self.put_away()
            return
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def put_away(self) -> None:
        """Back to where we were."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks from what lies below."""


def _cap(key: str) -> Text:
    cap = Text(key, role="small_strong")
    theme.set_mark(cap, "cap", True)
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    cap.setFixedHeight(24)
    cap.setMinimumWidth(max(40, cap.fontMetrics().horizontalAdvance(key) + GRID * 5))
    return cap
