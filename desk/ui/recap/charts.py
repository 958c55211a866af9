"""Small charts, painted: bars with their names and numbers, and two lines over the days. Colour never speaks alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.domain.dates import month_name
from desk.language import language, tr
from desk.ui.kit import fonts, theme
from desk.ui.kit.tokens import GRID

_LINE = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what pressing it means, its name, its number, and a note behind the number."""

    key: str
    name: str
    count: int
    note: str = ""


class Bars(QWidget):
    """Bars lying one under the other, each with name, number and note; arrows choose, Enter presses.

    Signals:
        pressed: the key of a bar.
    """

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """These, the first uppermost."""
        self._bars, self._current = tuple(bars), 0
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.count} {bar.note}".strip() for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of words for each."""
        return QSize(280, max(1, len(self._bars)) * _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and number above, the bar below."""
        palette, painter = theme.worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.count for bar in self._bars), default=1) or 1
        for k, bar in enumerate(self._bars):
            top, width = k * _LINE, self.width()
            said = f"{bar.count}  {bar.note}".strip()
            painter.setFont(fonts.font("strong"))
            room = painter.fontMetrics().horizontalAdvance(said) + GRID * 3
            painter.setPen(QColor(palette.ink))
            words = QRectF(0, top, width, 22)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
            painter.setFont(fonts.font("body"))
            name = QFontMetrics(painter.font()).elidedText(bar.name, Qt.TextElideMode.ElideRight, int(width - room))
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.sunken))
            painter.drawRoundedRect(QRectF(0, top + 24, width, 9), 2, 2)
            painter.setBrush(QColor(palette.accent))
            painter.drawRoundedRect(QRectF(0, top + 24, max(3.0, width * bar.count / most), 9), 2, 2)
            if self.hasFocus() and k == self._current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(palette.focus), 2))
                painter.drawRoundedRect(QRectF(1, top + 1, width - 2, _LINE - 4), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The bar under the mouse."""
        self._press(int(event.position().y() // _LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose, Enter presses."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in moves:
            self._current = min(max(self._current + moves[Qt.Key(event.key())], 0), max(len(self._bars) - 1, 0))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press(self._current)
        else:
            super().keyPressEvent(event)

    def _press(self, place: int) -> None:
        if 0 <= place < len(self._bars):
            self._current = place
            self.pressed.emit(self._bars[place].key)


class Days(QWidget):
    """Received as a full line, completed as a broken one, day by day; both are named at their ends.

    Signals:
        pressed: a day.
    """

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[tuple[date, int, int], ...] = ()
        self.setAccessibleName(tr("Masuk dan selesai tiap hari"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(150)

    def show_days(self, days: Sequence[tuple[date, int, int]]) -> None:
        """(day, received, completed) of each."""
        self._days = tuple(days)
        came, went = sum(day[1] for day in days), sum(day[2] for day in days)
        self.setAccessibleDescription(tr("{came} masuk, {went} selesai", came=came, went=went))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The day nearest to the mouse."""
        if self._days:
            area = self._area()
            share = (event.position().x() - area.left()) / max(area.width(), 1)
            place = round(share * (len(self._days) - 1))
            self.pressed.emit(self._days[min(max(place, 0), len(self._days) - 1)][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Three hairlines with their numbers, the lines, and the days below."""
        if not self._days:
            return
        palette, painter, area = theme.worn(), QPainter(self), self._area()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(max(came, went) for _, came, went in self._days)
        most = max(2, most + most % 2)
        painter.setFont(fonts.font("small"))
        for value in (0, most // 2, most):
            y = area.bottom() - area.height() * value / most
            painter.setPen(QColor(palette.line))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(palette.soft))
            painter.drawText(QRectF(0, y - 10, area.left() - 6, 20), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))  # fmt: skip
        for counts, ink, style in (
            ([went for _, _, went in self._days], palette.warn, Qt.PenStyle.DashLine),
            ([came for _, came, _ in self._days], palette.accent, Qt.PenStyle.SolidLine),
        ):
            painter.setPen(QPen(QColor(ink), 2, style))
            painter.drawPolyline(QPolygonF([self._point(area, k, count, most) for k, count in enumerate(counts)]))
        self._legend(painter)
        painter.setPen(QColor(palette.soft))
        for k in self._named():
            middle = self._point(area, k, 0, most).x()
            painter.drawText(
                QRectF(middle - 30, area.bottom() + 2, 60, 18), Qt.AlignmentFlag.AlignCenter, self._word(k)
            )

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(30, 26, -14, -22)

    def _point(self, area: QRectF, k: int, value: int, most: int) -> QPointF:
        x = area.left() + area.width() * k / max(len(self._days) - 1, 1)
        return QPointF(x, area.bottom() - area.height() * value / most)

    def _named(self) -> list[int]:
        if len(self._days) <= 31:
            return [k for k, (day, _, _) in enumerate(self._days) if day.day == 1 or day.day % 5 == 0]
        return [k for k, (day, _, _) in enumerate(self._days) if day.day == 1]

    def _word(self, k: int) -> str:
        day = self._days[k][0]
        return str(day.day) if len(self._days) <= 31 else month_name(day.month, language())[:3]

    def _legend(self, painter: QPainter) -> None:
        palette, x = theme.worn(), 30.0
        for words, ink, style in (
            (tr("masuk"), palette.accent, Qt.PenStyle.SolidLine),
            (tr("selesai"), palette.warn, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(QColor(ink), 2, style))
            painter.drawLine(QPointF(x, 10), QPointF(x + 26, 10))
            painter.setPen(QColor(palette.ink))
            painter.drawText(
                QRectF(x + 32, 0, 120, 20), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
            )
            x += 60 + painter.fontMetrics().horizontalAdvance(words)
