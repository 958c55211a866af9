"""How a line of the checklist is painted: key, box, words; at the right what is asked and what is wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.language import tr
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID, ROW, Palette
from desk.ui.loket.rows import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

Index = QModelIndex | QPersistentModelIndex
_ROW_ROLE = Qt.ItemDataRole.UserRole
_KEY = 22
_BOX = 18
_PAD = GRID * 2
_INDENT = GRID * 5
_SIDE = 208
_WIDE = 440
"""From this width on, what is asked stands at the right of the words; below it, under them."""

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_DEPTHS = 2


class RowDelegate(QStyledItemDelegate):
    """Paints rows; heights follow the words."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words need."""
        row = index.data(_ROW_ROLE)
        width = self._view.viewport().width()
        return QSize(width, _height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, key, box, words, side."""
        row: Row = index.data(_ROW_ROLE)
        tokens = theme.worn()
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex() == index and self._view.hasFocus()
        self._ground(painter, rect, row, tokens, current=current, hover=bool(state & QStyle.StateFlag.State_MouseOver))
        left = rect.left() + _PAD + min(row.depth, _DEPTHS) * _INDENT
        _paint_key(painter, QRect(left, rect.top() + 6, _KEY, _KEY), row, tokens)
        _paint_box(painter, QRectF(left + _KEY + _PAD, rect.top() + 8, _BOX, _BOX), row, tokens, self._ratio())
        words = _words_rect(rect, row)
        painter.setFont(_font(row))
        painter.setPen(QColor(tokens.soft if row.dim else tokens.ink))
        painter.drawText(words, _WRAP, _text(row))
        _paint_side(painter, rect, words, row, tokens)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: Row, tokens: Palette, *, current: bool, hover: bool) -> None:
        if row.standing == "fails":
            painter.fillRect(rect, QColor(tokens.bad_soft))
        elif hover and not current:
            painter.fillRect(rect, QColor(tokens.hover))
        if current:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(QColor(tokens.bad_soft if row.standing == "fails" else tokens.accent_soft))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 1, -2, -1), 4, 4)
        elif row.depth == 0 and rect.top() > 0:
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(rect.topLeft() + QPoint(_PAD, 0), rect.topRight() - QPoint(_PAD, 0))

    def _ratio(self) -> float:
        return self._view.devicePixelRatioF()


def box_of(rect: QRect, row: Row) -> QRect:
    """Where a click ticks: key and box, and the margin before them."""
    left = rect.left() + min(row.depth, _DEPTHS) * _INDENT
    return QRect(left, rect.top(), _PAD * 3 + _KEY + _BOX, rect.height())


def _font(row: Row) -> QFont:
    return fonts.font("strong" if row.kind == "question" else "body")


def _text(row: Row) -> str:
    return f"{row.number}.  {row.text}" if row.number and row.number != row.key else row.text


def _words_left(rect: QRect, row: Row) -> int:
    return rect.left() + _PAD + min(row.depth, _DEPTHS) * _INDENT + _KEY + _PAD + _BOX + _PAD + 2


def _words_rect(rect: QRect, row: Row) -> QRect:
    left = _words_left(rect, row)
    side = _side_width(row) + GRID * 3 if _is_wide(rect.width()) and _has_side(row) else 0
    width = rect.right() - _PAD - side - left
    return QRect(left, rect.top() + 7, width, _text_height(_text(row), width, _font(row).weight() > 500))


def _is_wide(width: int) -> bool:
    return width >= _WIDE


def _side_width(row: Row) -> int:
    widths = [QFontMetrics(_small_font(token)).horizontalAdvance(text) for text, token in _side_words(row)]
    return min(_SIDE, max(widths, default=0) + 2)


def _has_side(row: Row) -> bool:
    return bool(_side_words(row))


def _side_words(row: Row) -> tuple[tuple[str, str], ...]:
    """(words, token) of what stands beside the words, most urgent first."""
    found: list[tuple[str, str]] = []
    if row.kind in ("question", "condition") and row.mark in ("yes", "no"):
        found.append((tr("ya") if row.mark == "yes" else tr("tidak"), "ok" if row.mark == "yes" else "soft"))
    if row.mark == "holds":
        found.append((tr("terpenuhi"), "ok"))
    if row.alert:
        quiet = row.dim or row.standing == "optional" or (row.kind == "condition" and row.mark == "empty")
        found.append((row.alert, "soft" if quiet else "bad" if row.standing == "fails" else "warn"))
    if row.got:
        found.append((row.got, "accent"))
    elif row.demand:
        found.append((row.demand, "soft"))
    if row.hint:
        found.append((row.hint, "info"))
    return tuple(found)


def _height(row: Row, width: int) -> int:
    rect = QRect(0, 0, width, 10)
    words = _words_rect(rect, row).height() + 13
    lines = len(_side_words(row))
    small = QFontMetrics(fonts.font("small")).height()
    if _is_wide(width):
        return max(ROW, words, lines * (small + 1) + 14)
    return max(ROW, words + (small + 3 if lines else 0))


@lru_cache(maxsize=4096)
def _text_height(text: str, width: int, strong: bool) -> int:
    metrics = QFontMetrics(fonts.font("strong" if strong else "body"))
    return metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, text).height()


def _paint_key(painter: QPainter, place: QRect, row: Row, tokens: Palette) -> None:
    if not row.key or row.dim:
        return
    painter.setPen(QPen(QColor(tokens.edge), 1))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(fonts.font("small_strong"))
    painter.setPen(QColor(tokens.ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, row.key.upper())


def _paint_box(painter: QPainter, place: QRectF, row: Row, tokens: Palette, ratio: float) -> None:
    """A filled tick, a cross, a question mark, or an empty box: shape and colour both speak."""
    if row.mark == "none" or row.kind == "instruction":
        return
    asked = row.kind in ("question", "condition")
    if asked and row.mark == "empty":
        icons.paint(painter, "circle-help", place, tokens.soft, ratio)
        return
    good, bad = row.mark in ("there", "yes", "holds"), row.mark in ("fails", "no")
    bad = bad and (row.standing == "fails" or row.kind == "condition")
    short = row.mark == "there" and row.standing == "missing"
    fill = tokens.warn_soft if short else tokens.accent if good else tokens.bad_soft if bad else tokens.surface
    edge = tokens.warn if short else tokens.accent if good else tokens.bad if bad else tokens.edge
    painter.setPen(QPen(QColor(edge), 1.3))
    painter.setBrush(QColor(fill))
    if asked:
        painter.drawEllipse(place)
    else:
        painter.drawRoundedRect(place, 3, 3)
    if row.mark != "empty":
        name = "check" if good else "x"
        ink = tokens.warn if short else tokens.on_accent if good else tokens.bad if bad else tokens.soft
        icons.paint(painter, name, place.adjusted(2, 2, -2, -2), ink, ratio)


def _paint_side(painter: QPainter, rect: QRect, words: QRect, row: Row, tokens: Palette) -> None:
    side = _side_words(row)
    if not side:
        return
    small = QFontMetrics(fonts.font("small"))
    if _is_wide(rect.width()):
        top = rect.top() + (9 if len(side) == 1 else 5)
        width = _side_width(row)
        left = rect.right() - _PAD - width
        align = Qt.AlignmentFlag.AlignRight
        for text, token in side:
            _small(painter, QRect(left, top, width, small.height() + 1), text, token, tokens, align)
            top += small.height() + 1
        return
    left = words.left()
    for index, (text, token) in enumerate(side):
        text = text if index == len(side) - 1 else f"{text} · "
        width = min(QFontMetrics(_small_font(token)).horizontalAdvance(text), rect.right() - _PAD - left)
        place = QRect(left, words.bottom() + 2, width + 1, small.height() + 1)
        _small(painter, place, text, token, tokens, Qt.AlignmentFlag.AlignLeft)
        left += width


def _small_font(token: str) -> QFont:
    return fonts.font("small" if token == "soft" else "small_strong")  # noqa: S105 (a colour's name)


def _small(painter: QPainter, place: QRect, text: str, token: str, tokens: Palette, align: Qt.AlignmentFlag) -> None:
    font = _small_font(token)
    painter.setFont(font)
    painter.setPen(QColor(str(getattr(tokens, token))))
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, fitting)
