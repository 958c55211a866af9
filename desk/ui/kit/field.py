"""A labelled field: the label above, a hint or what is wrong below, beside the thing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desk.language import tr
from desk.ui.kit import fonts, theme
from desk.ui.kit.announce import announce
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID, Tone

W = TypeVar("W", bound=QWidget)
_ICONS: dict[Tone, str] = {"ok": "circle-check", "warn": "triangle-alert", "bad": "circle-alert", "info": "info"}


class Field(QWidget):
    """One thing to fill in.

    Attributes:
        editor: the widget typed into, a `QLineEdit` unless another was given.

    Signals:
        edited: the text after the officer (never the program) changed it.
        finished: Enter, or the focus went elsewhere.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(
        self, label: str, editor: QWidget | None = None, *, hint: str = "", required: bool = False, name: str = ""
    ) -> None:
        super().__init__()
        self.editor: QWidget = editor if editor is not None else QLineEdit()
        self._hint = hint
        self._label = QLabel(label)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setFont(fonts.font("small"))
        self._label.setProperty("soft", True)
        self._label.setBuddy(self.editor)
        self.editor.setFont(fonts.font())
        self.editor.setAccessibleName(name or (tr("{label} (wajib)", label=label) if required else label))
        self._icon = Icon("circle-alert", size=14, ink="bad")
        self._below = Text("", role="small", wrap=True)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2 + 1)
        column.addWidget(self._label)
        column.addWidget(self.editor)
        column.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.editor)
        self._listen()
        self.clear_error()

    def _listen(self) -> None:
        editor = self.editor
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.edited)
            editor.editingFinished.connect(self.finished)
        elif isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
            editor.textChanged.connect(self._on_text_changed)
        elif isinstance(editor, QComboBox):
            editor.activated.connect(lambda _: self.edited.emit(self.text()))
        editor.installEventFilter(self)

    def _on_text_changed(self) -> None:
        if self.editor.hasFocus():
            self.edited.emit(self.text())

    def text(self) -> str:
        """What stands in the field; for a choice, its value."""
        editor = self.editor
        if isinstance(editor, QLineEdit):
            return editor.text()
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        if isinstance(editor, QComboBox):
            value = editor.currentData()
            return value if isinstance(value, str) else editor.currentText()
        raise TypeError(f"{type(editor).__name__} has no text")

    def set_text(self, text: str) -> None:
        """Show `text`; fires nothing, and leaves the cursor alone if nothing changes."""
        if self.text() == text:
            return
        editor = self.editor
        blocked = editor.blockSignals(True)
        if isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.setCursorPosition(len(text) if editor.hasFocus() else 0)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(text), 0))
        editor.blockSignals(blocked)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and what to do, under the field."""
        self._say(sentence, "bad")
        announce(self.editor, sentence)
        theme.set_mark(self.editor, "wrong", bool(sentence))

    def clear_error(self) -> None:
        """Back to the hint."""
        self._say(self._hint, "quiet")
        theme.set_mark(self.editor, "wrong", False)

    def show_hint(self, sentence: str, tone: Tone = "quiet") -> None:
        """Something helpful under the field; it gives way to an error."""
        self._hint = sentence
        self._say(sentence, tone)

    def below(self) -> str:
        """What is said under the field."""
        return self._below.text()

    def _say(self, sentence: str, tone: Tone) -> None:
        self._below.setText(sentence)
        self._below.set_tone("soft" if tone == "quiet" else tone)
        self._below.setVisible(bool(sentence))
        self._icon.setVisible(bool(sentence) and tone != "quiet")
        if tone != "quiet":
            self._icon.show_icon(_ICONS.get(tone, "info"), tone)
        self.editor.setAccessibleDescription(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text area tells when the focus leaves it, as a line does."""
        if event.type() is QEvent.Type.FocusOut and not isinstance(self.editor, QLineEdit):
            self.finished.emit()
        return super().eventFilter(watched, event)


def choice(options: Sequence[tuple[str, str]]) -> QComboBox:
    """A drop-down of (value, words)."""
    box = QComboBox()
    for value, words in options:
        box.addItem(words, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box


def line_of(field: Field) -> QLineEdit:
    """The field's editor as a line."""
    return cast("QLineEdit", field.editor)
