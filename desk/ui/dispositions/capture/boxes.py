"""A tick box as it is on the paper: the key, the box, the words. And a field that Enter leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.tokens import GRID

_CAP, _BOX, _GAP = 20, 18, 6
_LEFT = _CAP + _BOX + 2 * _GAP


class TickBox(QCheckBox):
    """One box of the sheet. Space and the mouse tick it; its own key is pressed wherever the focus is on the sheet.

    Signals:
        pressed_key: its key was asked for by mouse or space.
    """

    pressed_key = Signal(str)

    def __init__(self, key: str, words: str, *, wrap: bool = True) -> None:
        super().__init__(words)
        self._key, self._wrap = key, wrap
        self.setFont(fonts.font())
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.pressed_key.emit(self._key))

    def show_tick(self, ticked: bool) -> None:
        """Show whether it is ticked; fires nothing."""
        blocked = self.blockSignals(True)
        self.setChecked(ticked)
        self.blockSignals(blocked)
        self.setFont(fonts.font("strong" if ticked else "body"))
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or as many as the words need."""
        wide = QFontMetrics(fonts.font("strong")).horizontalAdvance(self.text()) + _LEFT + 2
        if not self._wrap:
            return QSize(wide, self._height(wide))
        width = self.width() if self.width() > _LEFT * 2 else min(wide, 380)
        return QSize(min(wide, 380), self._height(width))

    def minimumSizeHint(self) -> QSize:
        """Words wrap, they are never cut."""
        return QSize(GRID * 40, self._height(GRID * 40)) if self._wrap else self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """As high as the words are at that width."""
        return self._height(width)

    def _height(self, width: int) -> int:
        return max(24, self._words_in(width).height() + 4)

    def _words_in(self, width: int) -> QRect:
        metrics = QFontMetrics(fonts.font("strong"))
        flags = Qt.TextFlag.TextWordWrap if self._wrap else Qt.TextFlag.TextSingleLine
        return metrics.boundingRect(QRect(0, 0, max(width - _LEFT, 40), 1000), int(flags), self.text())

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere on the line."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Key, box, words, as on the paper."""
        tokens, painter = theme.worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        faint = not self.isEnabled()
        top = 3.5
        if self._key:
            _cap(painter, QRectF(0.5, top, _CAP - 1, 17), self._key, tokens.soft)
        box = QRectF(_CAP + _GAP + 0.5, top, _BOX - 1, _BOX - 1)
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.edge), 1.2))
        painter.setBrush(QColor(tokens.accent if on else tokens.surface))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            icons.paint(
                painter, "check", box.adjusted(1.5, 1.5, -1.5, -1.5), tokens.on_accent, self.devicePixelRatioF()
            )
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.soft if faint and not on else tokens.ink))
        words = QRect(_LEFT, 2, self.width() - _LEFT, self.height() - 2)
        flags = Qt.TextFlag.TextWordWrap if self._wrap else Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(flags | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class KeyCap(QWidget):
    """The key of a field, as those of the boxes are drawn."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setFixedSize(max(_CAP, QFontMetrics(fonts.font("small_strong")).horizontalAdvance(key) + 8), 32)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _cap(painter, QRectF(0.5, 7.5, self.width() - 1, 17), self._key, theme.worn().soft)
        painter.end()


def _cap(painter: QPainter, place: QRectF, key: str, ink: str) -> None:
    painter.setPen(QPen(QColor(theme.worn().edge), 1))
    painter.setBrush(QColor(theme.worn().sunken))
    painter.drawRoundedRect(place, 3, 3)
    painter.setPen(QColor(ink))
    painter.setFont(fonts.font("small_strong"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)


class SheetLine(QLineEdit):
    """A field of the sheet.

    Signals:
        entered: Enter, Escape: back to the sheet's keys.
    """

    entered = Signal()

    def __init__(self, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.font())
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(2000)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the window's where there is nothing typed to undo."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end the field, not the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)
