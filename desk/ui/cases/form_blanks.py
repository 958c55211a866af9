"""The blanks of a form as widgets: each gives text and takes text, and says beside itself what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.cases.forms.form import YES, Blank
from desk.ui.kit import fonts
from desk.ui.kit.announce import announce
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.growing import GrowingText
from desk.ui.kit.surface import row
from desk.ui.kit.text import Text
from desk.ui.kit.tick import TickRow
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_LONGEST = 4000
_SHORT = 32
"""Letters of things to tick that may stand side by side."""


class Entry(QWidget):
    """One blank.

    Signals:
        edited: the officer changed it. finished: Enter, or the focus went elsewhere.
        entered: Enter, where it doesn't write a line.
    """

    edited = Signal()
    finished = Signal()
    entered = Signal()

    def __init__(self, blank: Blank) -> None:
        super().__init__()
        self.blank = blank
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)

    def text(self) -> str:
        """What stands in it."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Show that; fires nothing."""
        raise NotImplementedError

    def show_error(self, words: str) -> None:
        """What is wrong; empty clears it."""
        raise NotImplementedError


class LineEntry(Entry):
    """A line, an area, a choice, a date; lines may offer what is known."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self.field = Field(blank.label, _editor(blank), hint=blank.hint, required=blank.required)
        self.field.edited.connect(lambda _text: self._on_edited())
        self.field.finished.connect(self.finished)
        self.column.addWidget(self.field)
        self.setFocusProxy(self.field)
        editor = self.field.editor
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(_LONGEST)
            editor.returnPressed.connect(self.entered)
            if blank.options and blank.kind in ("known", "desk"):
                _offer_known(editor, [option.words for option in blank.options])
                editor.completer().activated.connect(lambda _text: self._on_edited())
        elif isinstance(editor, QComboBox):
            editor.setMinimumContentsLength(12)
        if blank.offer is not None:
            words, value = blank.offer
            self._take = Button(tr("Pakai {words}", words=words), key=Key.ACCEPT, kind="quiet")
            self._take.clicked.connect(lambda: self._on_offer(value))
            self.column.addLayout(row(self._take, "stretch"))

    def text(self) -> str:
        """What stands in it."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show that."""
        self.field.set_text(text)
        if isinstance(self.field.editor, GrowingText):
            self.field.editor.fit()

    def show_error(self, words: str) -> None:
        """Beside it."""
        if words:
            self.field.show_error(words)
        else:
            self.field.clear_error()

    def _on_edited(self) -> None:
        self.field.clear_error()
        self.edited.emit()

    def _on_offer(self, value: str) -> None:
        self.field.set_text(value)
        self._on_edited()
        self.field.editor.setFocus()


class YesEntry(Entry):
    """A yes or no."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self._box = QCheckBox(blank.label)
        self._box.setFont(fonts.font())
        self._box.setMinimumHeight(GRID * 7)
        self._box.clicked.connect(lambda _on: self.edited.emit())
        self._wrong = Text("", role="small", tone="bad", wrap=True)
        self._wrong.hide()
        self.column.addWidget(self._box)
        self.column.addWidget(self._wrong)
        self.setFocusProxy(self._box)

    def text(self) -> str:
        """``1`` for yes."""
        return YES if self._box.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Show that."""
        self._box.setChecked(text == YES)

    def show_error(self, words: str) -> None:
        """Below it."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))


class TicksEntry(Entry):
    """Several things that may be ticked; one tab stop, arrows go along them."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self.column.setSpacing(1)
        label = Text(blank.label, role="small", tone="soft")
        self.column.addWidget(label)
        self._rows: list[TickRow] = []
        self._columns = 2 if len(blank.options) > 3 and all(len(one.words) <= _SHORT for one in blank.options) else 1
        grid = QGridLayout()
        grid.setSpacing(1)
        for place, option in enumerate(blank.options):
            tick = TickRow("", option.words, detail=option.detail, wrap=True)
            tick.hide_number()
            tick.ticked.connect(lambda on, tick=tick: self._on_ticked(tick, on=on))
            tick.installEventFilter(self)
            tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._rows else Qt.FocusPolicy.StrongFocus)
            tick.setAccessibleDescription(blank.label)
            self._rows.append(tick)
            grid.addWidget(tick, place // self._columns, place % self._columns)
        self.column.addLayout(grid)
        self._below = Text(blank.hint, role="small", tone="soft", wrap=True)
        self._below.setVisible(bool(blank.hint))
        self.column.addWidget(self._below)
        if self._rows:
            self.setFocusProxy(self._rows[0])

    def text(self) -> str:
        """The ticked values, one a line."""
        pairs = zip(self.blank.options, self._rows, strict=True)
        return "\n".join(option.value for option, tick in pairs if tick.is_ticked())

    def set_text(self, text: str) -> None:
        """Tick those."""
        ticked = set(text.splitlines())
        for option, tick in zip(self.blank.options, self._rows, strict=True):
            tick.show_mark("met" if option.value in ticked else "empty")

    def show_error(self, words: str) -> None:
        """Below them."""
        self._below.setText(words or self.blank.hint)
        self._below.set_tone("bad" if words else "soft")
        self._below.setVisible(bool(words or self.blank.hint))
        announce(self, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows within the list; Tab leaves it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched in self._rows:
            down = self._columns
            steps = {Qt.Key.Key_Down: down, Qt.Key.Key_Up: -down, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
            if (step := steps.get(Qt.Key(event.key()))) is not None:
                place = self._rows.index(watched) + step
                if 0 <= place < len(self._rows):
                    self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_ticked(self, tick: TickRow, *, on: bool) -> None:
        tick.show_mark("met" if on else "empty")
        self.show_error("")
        self.edited.emit()


class ContendersEntry(Entry):
    """What two counters wrote, side by side; one press settles it.

    Signals:
        settled: one was pressed.
    """

    settled = Signal()

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self._chosen = ""
        self.column.addWidget(Text(blank.label, role="strong", wrap=True))
        for option in blank.options:
            take = Button(
                tr("Pakai ini"), name=tr("Pakai: {words}, {detail}", words=option.words, detail=option.detail)
            )
            take.clicked.connect(lambda _=False, value=option.value: self._on_taken(value))
            if self.focusProxy() is None:
                self.setFocusProxy(take)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Text(option.words, role="lead", wrap=True))
            words.addWidget(Text(option.detail, role="small", tone="soft", wrap=True))
            line = row()
            line.addLayout(words, 1)
            line.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(line)

    def text(self) -> str:
        """The place of the one that was pressed."""
        return self._chosen

    def set_text(self, text: str) -> None:
        """Nothing is chosen before a press."""
        self._chosen = ""

    def show_error(self, words: str) -> None:
        """There is none of its own."""

    def _on_taken(self, value: str) -> None:
        self._chosen = value
        self.settled.emit()


def _editor(blank: Blank) -> QWidget:
    if blank.kind == "choice":
        return choice([(option.value, option.words) for option in blank.options])
    if blank.kind in ("text", "people"):
        return GrowingText()
    line = QLineEdit()
    if blank.kind == "day":
        line.setPlaceholderText(tr("tanggal/bulan"))
    return line


def _offer_known(editor: QLineEdit, known: Sequence[str]) -> None:
    """Offer what is known while something is typed that it contains."""
    completer = QCompleter(list(known), editor)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    name_popup(completer)
    editor.setCompleter(completer)


def name_popup(completer: QCompleter) -> None:
    """Have the style sheet know the completer's list."""
    if (popup := completer.popup()) is not None:
        popup.setObjectName("choices")
