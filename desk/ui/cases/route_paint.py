"""How the line and its stations are painted: what is done is filled and ticked, what comes is hollow, outside is square."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desk.ui.cases.route_drawing import MARK, WORDS, Spot, Stop
from desk.ui.kit import fonts, icons
from desk.ui.kit.tokens import Palette

_CENTRE = Qt.AlignmentFlag.AlignHCenter


def line(painter: QPainter, path: QPainterPath, tokens: Palette, *, walked: bool) -> None:
    """A piece of the line: thick where the file has come, thin and dotted where it has not."""
    pen = QPen(QColor(tokens.accent if walked else tokens.edge), 3.0 if walked else 1.6)
    if not walked:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1, 3])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def station(painter: QPainter, spot: Spot, tokens: Palette, ratio: float) -> None:
    """A station with everything about it."""
    stop = spot.stop
    if stop.loops:
        _loop(painter, spot, tokens, ratio)
    elif stop.here:
        _file(painter, QPointF(spot.x, spot.y - MARK - 4), tokens, ratio)
    if stop.kind == "fork":
        _fork(painter, spot, tokens)
    elif stop.kind == "end":
        _end(painter, spot, tokens, ratio)
    else:
        _mark(painter, spot, tokens, ratio)
    _words(painter, spot, tokens)


def _mark(painter: QPainter, spot: Spot, tokens: Palette, ratio: float) -> None:
    """Filled and ticked when done, a ring round it where the file is, hollow ahead, crossed where it ended."""
    stop, radius = spot.stop, float(MARK)
    place = QRectF(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius)
    if stop.standing in ("now", "stopped"):
        painter.setPen(QPen(QColor(tokens.accent if stop.standing == "now" else tokens.bad), 2))
        painter.setBrush(QColor(tokens.surface))
        _shape(painter, place.adjusted(-4, -4, 4, 4), stop)
    fill, edge, ink = {
        "done": (tokens.accent, tokens.accent, tokens.on_accent),
        "now": (tokens.accent, tokens.accent, tokens.on_accent),
        "stopped": (tokens.surface, tokens.bad, tokens.bad),
        "ahead": (tokens.surface, tokens.edge, tokens.soft),
        "passed_by": (tokens.surface, tokens.line, tokens.soft),
    }[stop.standing]
    painter.setPen(QPen(QColor(edge), 1.6))
    painter.setBrush(QColor(fill))
    _shape(painter, place, stop)
    if stop.standing == "done":
        icons.paint(painter, "check", QRectF(spot.x - 7, spot.y - 7, 14, 14), ink, ratio)
    elif stop.standing == "passed_by":
        painter.setPen(QPen(QColor(ink), 1.6))
        painter.drawLine(QPointF(spot.x - 4, spot.y), QPointF(spot.x + 4, spot.y))
    else:
        painter.setFont(fonts.font("small_strong"))
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, stop.number)
    if stop.forks:
        _diamond(painter, QPointF(spot.x + radius + 9, spot.y), 4.5, tokens.surface, tokens.accent)


def _shape(painter: QPainter, place: QRectF, stop: Stop) -> None:
    if stop.outside:
        painter.drawRoundedRect(place, 3, 3)
    else:
        painter.drawEllipse(place)


def _fork(painter: QPainter, spot: Spot, tokens: Palette) -> None:
    taken = spot.stop.standing == "done"
    _diamond(painter, QPointF(spot.x, spot.y), 8, tokens.accent if taken else tokens.surface, tokens.accent)


def _diamond(painter: QPainter, centre: QPointF, radius: float, fill: str, edge: str) -> None:
    painter.setPen(QPen(QColor(edge), 1.6))
    painter.setBrush(QColor(fill))
    x, y = centre.x(), centre.y()
    painter.drawPolygon(QPolygonF([
        QPointF(x - radius, y), QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius),
    ]))  # fmt: skip


def _end(painter: QPainter, spot: Spot, tokens: Palette, ratio: float) -> None:
    stop = spot.stop
    colour = {"done": tokens.ok, "stopped": tokens.bad}.get(stop.standing, tokens.edge)
    painter.setPen(QPen(QColor(colour), 1.6))
    painter.setBrush(QColor(tokens.surface))
    for radius in (float(MARK), MARK - 4.0):
        painter.drawEllipse(QPointF(spot.x, spot.y), radius, radius)
    if stop.standing in ("done", "stopped"):
        icon = "check" if stop.standing == "done" else "x"
        icons.paint(painter, icon, QRectF(spot.x - 6, spot.y - 6, 12, 12), colour, ratio)


def _loop(painter: QPainter, spot: Spot, tokens: Palette, ratio: float) -> None:
    """A ring over the station, out and back: the file in it where it is there now, else how often it was."""
    here = spot.stop.at_loop
    radius = 14.0 if here else 8.0
    foot, centre = spot.y - MARK - (4 if here else 0), QPointF(spot.x, spot.y - MARK - (23 if here else 15))
    colour = QColor(tokens.accent if here else tokens.edge)
    painter.setPen(QPen(colour, 2.2 if here else 1.4))
    for side in (-1, 1):
        painter.drawLine(QPointF(spot.x + side * 3.5, foot), QPointF(spot.x + side * 3.5, centre.y() + radius - 1))
    outside = any(loop.outside for loop in spot.stop.loops if loop.here or not here)
    painter.setBrush(QColor(tokens.accent if here else tokens.surface))
    place = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    if outside:
        painter.drawRoundedRect(place, 4, 4)
    else:
        painter.drawEllipse(place)
    if here:
        icons.paint(painter, "folder-open", place.adjusted(6, 6, -6, -6), tokens.on_accent, ratio)
        return
    painter.setFont(fonts.font("small_strong"))
    painter.setPen(QColor(tokens.soft))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(len(spot.stop.loops)))


def _file(painter: QPainter, foot: QPointF, tokens: Palette, ratio: float) -> None:
    """The file itself, standing on `foot`."""
    place = QRectF(foot.x() - 12, foot.y() - 25, 24, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(place, 4, 4)
    painter.drawPolygon(QPolygonF([
        QPointF(foot.x() - 4, place.bottom() - 0.5), QPointF(foot.x() + 4, place.bottom() - 0.5), foot,
    ]))  # fmt: skip
    icons.paint(painter, "folder-open", place.adjusted(4, 2, -4, -2), tokens.on_accent, ratio)


def _words(painter: QPainter, spot: Spot, tokens: Palette) -> None:
    """What, who, how long: one under the other."""
    stop = spot.stop
    strong, small = fonts.font("small_strong"), fonts.font("small")
    height = QFontMetricsF(small).height()
    quiet = stop.standing in ("ahead", "passed_by") and stop.kind != "fork"
    now = stop.standing == "now"
    lines = [(text, strong, tokens.soft if quiet else tokens.ink) for text in spot.heads]
    lines += [(text, small, tokens.soft) for text in spot.who]
    lines += [(stop.time, strong if now else small, tokens.accent if now else tokens.soft)] if stop.time else []
    for number, (text, face, colour) in enumerate(lines):
        painter.setFont(face)
        painter.setPen(QColor(colour))
        top = spot.y + MARK + WORDS + number * height
        painter.drawText(QRectF(spot.left, top, spot.width, height), _CENTRE, text)
