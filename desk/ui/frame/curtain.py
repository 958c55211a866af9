"""The curtain: one key covers everything, any key lifts it, and the forms behind it stay as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID


class Curtain(QFrame):
    """Covers the whole window; hidden until drawn."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setProperty("surface", "sunken")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Layar ditutup"))
        title = Text(tr("Layar ditutup"), role="title")
        words = Text(tr("Tekan sembarang tombol untuk melanjutkan. Isian Anda tetap tersimpan."), tone="soft")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(GRID * 2)
        column.addStretch(1)
        column.addWidget(Icon("eye-off", size=40), 0, centre)
        column.addWidget(title, 0, centre)
        column.addWidget(words, 0, centre)
        column.addStretch(1)
        self.hide()

    def draw(self) -> None:
        """Cover the window."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def lift(self) -> None:
        """Show everything again, the cursor where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key lifts it, and does nothing else."""
        self.lift()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click too."""
        self.lift()
