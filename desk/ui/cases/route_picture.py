"""The route as a picture: stations on a line, the file where it is. Arrow keys go from station to station."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.cases import route_paint
from desk.ui.cases.route_drawing import Drawing, Route, Spot, laid_out
from desk.ui.kit import fonts, theme
from desk.ui.kit.tokens import GRID

_LEAST = 240
_EMPTY = Drawing(0, 0, (), ())


class _Station(QWidget):
    """A station as something that can have the focus, be pointed at and be read aloud; the picture paints it.

    Signals:
        told: the focus or the pointer came; what the station says.
    """

    told = Signal(int)
    moved = Signal(int, int)

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_spot(self, spot: Spot) -> None:
        """Lie over that spot."""
        self.setGeometry(QRectF(spot.left, spot.top, spot.width, spot.bottom - spot.top).toAlignedRect())
        self.setAccessibleName(spot.stop.said)
        self.setToolTip(spot.stop.said)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what it is."""
        self.told.emit(self._place)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say what it is."""
        self.told.emit(self._place)
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the line, Home and End to its ends."""
        steps = {
            Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Home: (-999, 0), Qt.Key.Key_End: (999, 0),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.moved.emit(*step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring where the focus is."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.worn().focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
            painter.end()


class RoutePicture(QWidget):
    """The picture; one tab stop, at the station where the file is or the one looked at last.

    Signals:
        told: what the station says that has the focus or the pointer; empty when neither.
    """

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._route = Route((), {})
        self._drawing = _EMPTY
        self._drawn: dict[int, Drawing] = {}
        self._stations: list[_Station] = []
        self._current = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST)

    def show_route(self, route: Route) -> None:
        """Draw this one; the focus stays at the station that it was at."""
        if route == self._route:
            return
        focused = any(station.hasFocus() for station in self._stations)
        before = self._drawing.spots[self._current].stop.key if focused else None
        self._route = route
        self._drawn.clear()
        self._lay_out()
        here = next((n for n, s in enumerate(self._drawing.spots) if s.stop.here or s.stop.at_loop), 0)
        kept = self._drawing.place_of(before) if before is not None else None
        self._to(here if kept is None else kept, focus=focused)
        self.updateGeometry()
        self.update()

    def spots(self) -> tuple[Spot, ...]:
        """The stations as they lie now."""
        return self._drawing.spots

    def said(self) -> str:
        """What the current station says."""
        spots = self._drawing.spots
        return spots[self._current].stop.said if self._current < len(spots) else ""

    def _lay_out(self) -> None:
        self._drawing = self._at(self.width())
        spots = self._drawing.spots
        while len(self._stations) > len(spots):
            gone = self._stations.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._stations) < len(spots):
            made = _Station(len(self._stations), self)
            made.told.connect(self._on_told)
            made.moved.connect(self._on_moved)
            self._stations.append(made)
        for station, spot in zip(self._stations, spots, strict=True):
            station.show_spot(spot)
            station.show()

    def _at(self, width: int) -> Drawing:
        """The drawing at that width; Qt asks for the same few again and again."""
        if width not in self._drawn:
            self._drawn[width] = _drawn(self._route, width)
        return self._drawn[width]

    def _to(self, place: int, *, focus: bool) -> None:
        self._current = max(0, min(place, len(self._stations) - 1))
        for number, station in enumerate(self._stations):
            here = number == self._current
            station.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here and focus:
                station.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_told(self, place: int) -> None:
        if self._stations[place].hasFocus():
            self._to(place, focus=False)
        self.told.emit(self._drawing.spots[place].stop.said)

    def _on_moved(self, along: int, across: int) -> None:
        if across:
            self._to(self._below(across), focus=True)
        else:
            self._to(self._current + along, focus=True)

    def _below(self, across: int) -> int:
        """The nearest station in the next row up or down; the same where there is none."""
        here = self._drawing.spots[self._current]
        levels = sorted({spot.y for spot in self._drawing.spots})
        level = levels.index(here.y) + across
        if not 0 <= level < len(levels):
            return self._current
        row = [n for n, spot in enumerate(self._drawing.spots) if spot.y == levels[level]]
        return min(row, key=lambda n: abs(self._drawing.spots[n].x - here.x))

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at that width."""
        return round(self._at(width).height) + GRID

    def sizeHint(self) -> QSize:
        """As high as it is now."""
        width = max(self.width(), _LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It must be seen whole."""
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line turns elsewhere."""
        super().resizeEvent(event)
        self._lay_out()
        self.updateGeometry()

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the station with the focus, or none."""
        super().leaveEvent(event)
        focused = any(station.hasFocus() for station in self._stations)
        self.told.emit(self.said() if focused else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line first, the stations over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.worn()
        for walked in (False, True):
            for stroke in self._drawing.strokes:
                if stroke.walked is walked:
                    path = _rounded([QPointF(x, y) for x, y in stroke.points])
                    route_paint.line(painter, path, tokens, walked=walked)
        for spot in self._drawing.spots:
            route_paint.station(painter, spot, tokens, self.devicePixelRatioF())
        painter.end()


def _drawn(route: Route, width: int) -> Drawing:
    """The route laid out at that width, in the faces of the window."""
    strong, small = QFontMetricsF(fonts.font("small_strong")), QFontMetricsF(fonts.font("small"))

    def measure(text: str, is_strong: bool) -> float:
        return (strong if is_strong else small).horizontalAdvance(text)

    return laid_out(route, float(max(width, _LEAST)), small.height(), measure)


def _rounded(points: list[QPointF], radius: float = 6) -> QPainterPath:
    """A line through the points whose corners are round."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(corner, _towards(corner, after, radius))
    path.lineTo(points[-1])
    return path


def _towards(start: QPointF, end: QPointF, length: float) -> QPointF:
    way = end - start
    whole = (way.x() ** 2 + way.y() ** 2) ** 0.5
    return start if not whole else start + way * min(0.5, length / whole)
