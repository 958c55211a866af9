"""Lucide icons, drawn from their outlines in the colour of the text beside them, and kept."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.places import bundled
from desk.ui.kit import theme

Ink = Literal["ink", "soft", "accent", "on_accent", "ok", "warn", "bad", "info", "quiet", "disabled"]


@cache
def _outline(name: str) -> bytes:
    return bundled("resources", "icons", f"{name}.svg").read_bytes()


@cache
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg = QSvgRenderer(QByteArray(_outline(name).replace(b"currentColor", colour.encode())))
    svg.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, size: int, colour: QColor | str, ratio: float = 1.0) -> QPixmap:
    """The icon `name` (a file of ``resources/icons``) in that colour."""
    return _drawn(name, size, QColor(colour).name(), ratio)


def icon(name: str, colour: QColor | str, size: int = 18) -> QIcon:
    """The icon for a place that takes a `QIcon`."""
    made = QIcon(pixmap(name, size, colour))
    made.addPixmap(pixmap(name, size, colour, 2.0))
    return made


def paint(painter: QPainter, name: str, rect: QRectF, colour: QColor | str, ratio: float) -> None:
    """Draw the icon centred in `rect`."""
    size = round(min(rect.width(), rect.height()))
    corner = rect.center()
    painter.drawPixmap(
        QRectF(corner.x() - size / 2, corner.y() - size / 2, size, size).topLeft(), pixmap(name, size, colour, ratio)
    )


class Icon(QWidget):
    """An icon that stands beside words, in the colour of a token; it says nothing of its own to a screen reader."""

    def __init__(self, name: str, *, size: int = 18, ink: Ink = "soft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._ink = name, size, ink
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, ink: Ink | None = None) -> None:
        """Change the icon and perhaps its colour."""
        self._name = name
        self._ink = ink or self._ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the colour now worn."""
        painter = QPainter(self)
        colour = str(getattr(theme.worn(), self._ink))
        painter.drawPixmap(0, 0, pixmap(self._name, self._size, colour, self.devicePixelRatioF()))
        painter.end()
