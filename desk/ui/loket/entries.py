"""Small controls of the form: an identity number that hides itself, a choice of two or three, an offer to take."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desk.domain.identity import mask
from desk.language import tr
from desk.ui.kit import fonts, icons, theme
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.loket.offers import Offer


class EntryLine(QLineEdit):
    """A line of the form.

    Signals:
        entered: Enter: take what is offered, go on.
        gone: the focus went elsewhere.
    """

    entered = Signal()
    gone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on instead of ending anything."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu or another window is not leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.home(False)
            if self.isVisible():
                self.gone.emit()


class IdentityLine(EntryLine):
    """NIK or KK: shown in groups while it is typed, masked once it is left, shown again when asked for.

    Typing into a masked number begins a new one, as in any field whose text is selected.
    """

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        self._revealed = False
        self._open = True
        self.setMaxLength(40)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setStyleSheet("QToolButton { min-height: 0; border: 0; padding: 0; background: transparent; }")
        self._eye = self.addAction(icons.icon("eye", theme.worn().soft), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(tr("Tampilkan atau tutup nomor identitas (F7)"))
        self._eye.triggered.connect(self.toggle)
        self.textEdited.connect(self._on_edited)

    def number(self) -> str:
        """The number, whole."""
        return self._number

    def set_number(self, number: str) -> None:
        """Show a number; masked unless it is being typed or was asked for."""
        if number != self._number:
            self._number = number
            self._open = self.hasFocus()
        self._draw()

    def reveal(self, revealed: bool) -> None:
        """Show it whole, or not."""
        self._revealed = revealed
        self._open = revealed
        self._draw()

    def toggle(self) -> None:
        """The eye in the field: this number only."""
        self.reveal(not self._revealed)
        self.setFocus()

    def masked(self) -> bool:
        """Whether the number is hidden now."""
        return bool(self._number) and not (self._open or self._revealed)

    def _draw(self) -> None:
        shown = mask(self._number) if self.masked() else self._number
        if self.text() != shown:
            blocked = self.blockSignals(True)
            self.setText(shown)
            self.blockSignals(blocked)

    def _on_edited(self, text: str) -> None:
        self._open = True
        self._number = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Into a masked number one does not type: it is replaced, or opened to be corrected."""
        if self.masked():
            typed = event.text()
            if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or (typed and typed.isprintable()):
                self._open = True
                self._draw()
                self.selectAll()
            elif event.matches(QKeySequence.StandardKey.Paste):
                self.selectAll()
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Asking for it by hand."""
        self.reveal(True)
        super().mouseDoubleClickEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme was put on: the eye takes its colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._eye.setIcon(icons.icon("eye", theme.worn().soft))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Empty fields are typed into in the open; a number that stands there stays masked."""
        super().focusInEvent(event)
        if not self._number:
            self._open = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mask it."""
        self._open = self._revealed = False
        self._draw()
        super().focusOutEvent(event)


class Drop(QComboBox):
    """A choice that the wheel does not change by accident."""

    def __init__(self, options: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(fonts.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in options:
            self.addItem(words, value)

    def show_value(self, value: str) -> None:
        """Show a value; fires nothing."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form."""
        event.ignore()


class SexChoice(QWidget):
    """Male or female: L or P, arrows, or a click; one tab stop.

    Signals:
        picked: ``L`` or ``P``.
        entered: Enter.
    """

    picked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Jenis kelamin"))
        self._value: str | None = None
        self._buttons = {"L": QToolButton(), "P": QToolButton()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for value, button in self._buttons.items():
            button.setText(tr("Laki-laki") if value == "L" else tr("Perempuan"))
            button.setAccessibleName(button.text())
            button.setFont(fonts.font())
            button.setCheckable(True)
            button.setMinimumWidth(GRID * 18)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, value=value: self.picked.emit(value))
            row.addWidget(button)

    def show_value(self, value: str | None) -> None:
        """Show which."""
        self._value = value
        for name, button in self._buttons.items():
            button.setChecked(name == value)
        words = {"L": tr("laki-laki"), "P": tr("perempuan"), None: tr("belum diisi")}
        self.setAccessibleDescription(words[value])
        self._dress()

    def _dress(self) -> None:
        tokens = theme.worn()
        focused = self.hasFocus()
        for name, button in self._buttons.items():
            on = name == self._value
            ground = tokens.accent_soft if on else tokens.surface
            edge = tokens.focus if focused else tokens.accent if on else tokens.edge
            ink = tokens.accent if on else tokens.ink
            width = 2 if focused else 1
            button.setStyleSheet(
                f"QToolButton {{ background: {ground}; color: {ink}; border: {width}px solid {edge};"
                f" padding: 0 4px; min-height: {32 - 2 * width}px; }}"
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """L, P, arrows."""
        keys: dict[int, str] = {Qt.Key.Key_L: "L", Qt.Key.Key_P: "P", Qt.Key.Key_Left: "L", Qt.Key.Key_Right: "P"}
        if event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.picked.emit(keys[event.key()])
        elif event.key() == Qt.Key.Key_Space:
            self.picked.emit("L" if self._value == "P" else "P")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme was put on."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()


class OfferLines(QFrame):
    """What Desk offers beside a field: a line each, taken by Enter in the field or a click, waved away by ×.

    Signals:
        taken: which line.
        declined: none of them.
    """

    taken = Signal(int)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._shown: tuple[Offer, ...] = ()
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show these."""
        if offers == self._shown:
            return
        self._shown = offers
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for index, offer in enumerate(offers):
            self._column.addWidget(self._line(index, offer))
        self.setVisible(bool(offers))

    def words(self) -> tuple[str, ...]:
        """What is offered now."""
        return tuple(offer.words for offer in self._shown)

    def _line(self, index: int, offer: Offer) -> QWidget:
        line = _OfferLine(offer.words, tr("Enter") if index == 0 else "")
        line.clicked.connect(lambda: self.taken.emit(index))
        line.closed.connect(self.declined)
        return line


class _OfferLine(QFrame):
    """One offer."""

    clicked = Signal()
    closed = Signal()

    def __init__(self, words: str, key: str) -> None:
        super().__init__()
        theme.set_mark(self, "banner", "info")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Pakai yang ditawarkan"))
        self.setAccessibleName(tr("Tawaran: {words}. Enter memakainya.", words=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        row.setSpacing(GRID * 2)
        row.addWidget(Icon("corner-down-left" if key else "arrow-right", size=16, ink="accent"))
        row.addWidget(Text(words, wrap=True), 1)
        if key:
            row.addWidget(Text(key, role="small", tone="soft"))
        close = QToolButton()
        close.setIcon(icons.icon("x", theme.worn().soft, 14))
        close.setAccessibleName(tr("Jangan tawarkan"))
        close.setToolTip(tr("Jangan tawarkan"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setStyleSheet("QToolButton { border: 0; background: transparent; padding: 0; min-height: 20px; }")
        close.clicked.connect(self.closed)
        row.addWidget(close)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
