"""The window before anything is in it: painted first, furnished afterwards. Imports as little as can be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desk.ui.kit.tokens import RAIL, Palette


class BareWindow(QMainWindow):
    """A main window that tells when it has been painted for the first time.

    Attributes:
        before_close: called once when the window closes.

    Signals:
        painted: the first paint is done.
        resized: the window has another size.
    """

    painted = Signal()
    resized = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setWindowTitle("Desk")
        self.setMinimumSize(960, 560)
        self.before_close: Callable[[], None] | None = None
        ground = _Ground(palette)
        ground.first_painted.connect(self.painted)
        self.setCentralWidget(ground)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half done; never ask."""
        before, self.before_close = self.before_close, None
        if before:
            before()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over the window follows its size."""
        super().resizeEvent(event)
        self.resized.emit()


class _Ground(QWidget):
    """The rail's and the page's ground, so that nothing jumps when the furniture comes."""

    first_painted = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._seen = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two areas of colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.page))
        painter.fillRect(QRect(0, 0, RAIL, self.height()), QColor(self._palette.sunken))
        painter.end()
        if not self._seen:
            self._seen = True
            self.first_painted.emit()
