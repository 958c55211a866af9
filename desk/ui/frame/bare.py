"""The window before anything is in it: painted first, furnished afterwards. Imports as little as can be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QColor, QPaintEvent, QPalette, QResizeEvent
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
    """The rail's and the page's ground, so that nothing jumps when the furniture comes.

    Filled by Qt itself from palettes: `QPainter.fillRect` would make the enums of ``Qt`` first, 14 ms.
    """

    first_painted = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._seen = False
        _fill(self, palette.page)
        self._rail = QWidget(self)
        _fill(self._rail, palette.sunken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail is as high as the window."""
        self._rail.setGeometry(0, 0, RAIL, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt has filled it; tell so, once."""
        if not self._seen:
            self._seen = True
            self.first_painted.emit()


def _fill(widget: QWidget, colour: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
