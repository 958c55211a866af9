"""Blanks in which something is found by typing: desks of the office, a file, a service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from desk.language import tr
from desk.ui.cases.form_blanks import Entry, name_popup
from desk.ui.cases.forms.form import Blank, Option
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.flow import Flow
from desk.ui.kit.tokens import GRID

PAUSE_MS = 180
_LEAD = 6
"""Results that are shown at once."""


class DesksEntry(Entry):
    """Desks, one after the other: typed, picked with Enter, shown as chips that can be taken out again."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self._desks: list[str] = []
        self._known = {option.words.casefold(): option.words for option in blank.options}
        self.field = Field(blank.label, hint=blank.hint or _hint(), required=blank.required)
        editor = line_of(self.field)
        self._model = QStringListModel([option.words for option in blank.options])
        completer = QCompleter(self._model, editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        name_popup(completer)
        # queued: the completer writes the line once more after it has told
        completer.activated.connect(self._on_picked, Qt.ConnectionType.QueuedConnection)
        self._completer = completer
        editor.setCompleter(completer)
        editor.returnPressed.connect(self._on_enter)
        editor.installEventFilter(self)
        self.field.edited.connect(lambda _text: self._on_edited())
        self.field.finished.connect(self.finished)
        self._chips = Flow(gap=GRID)
        self._chips.hide()
        self.column.addWidget(self.field)
        self.column.addWidget(self._chips)
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """The desks, one a line; what is typed and not yet picked counts as one."""
        typed = self.field.text().strip()
        return "\n".join([*self._desks, *([typed] if typed else [])])

    def set_text(self, text: str) -> None:
        """Show those; what is no desk of the office stands in the line again, as it was typed."""
        if text == self.text():
            return
        named = [line.strip() for line in text.splitlines() if line.strip()]
        self._desks = [self._known[one.casefold()] for one in named if one.casefold() in self._known]
        rest = [one for one in named if one.casefold() not in self._known]
        self.field.set_text(" ".join(rest))
        self._show_chips()

    def show_error(self, words: str) -> None:
        """Beside the line."""
        if words:
            self.field.show_error(words)
        else:
            self.field.clear_error()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty line takes the last one out."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Backspace and not self.field.text() and self._desks:  # type: ignore[attr-defined]
            self._desks.pop()
            self._show_chips()
            self.edited.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_enter(self) -> None:
        """Take what is typed, where it means one desk; where the list has one marked, that one is picked by itself."""
        typed = self.field.text().strip()
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
            return
        if not typed:
            self.entered.emit()
            return
        fitting = [words for key, words in self._known.items() if typed.casefold() in key]
        starting = [words for words in fitting if words.casefold().startswith(typed.casefold())]
        exact = self._known.get(typed.casefold())
        if exact is not None:
            self._on_picked(exact)
        elif len(fitting) == 1 or len(starting) == 1:
            self._on_picked((starting or fitting)[0])
        elif fitting:
            self.field.show_error(tr("Ada beberapa jabatan yang cocok; pilih dari daftar."))
        else:  # an abbreviation, perhaps: the office knows whom it means, or says so
            self._on_picked(typed)

    def _on_picked(self, words: str) -> None:
        if words not in self._desks:
            self._desks.append(words)
        with QSignalBlocker(self.field.editor):
            line_of(self.field).clear()
        self._show_chips()
        self._on_edited()

    def _on_edited(self) -> None:
        self.field.clear_error()
        self.edited.emit()

    def _show_chips(self) -> None:
        for chip in self._chips.things():
            chip.hide()
            chip.setParent(None)
            chip.deleteLater()
        for desk in self._desks:
            chip = Button(desk, kind="filter", icon="x", name=tr("Keluarkan {desk}", desk=desk))
            chip.clicked.connect(lambda _=False, desk=desk: self._take_out(desk))
            self._chips.add(chip)
        self._chips.setVisible(bool(self._desks))

    def _take_out(self, desk: str) -> None:
        self._desks = [one for one in self._desks if one != desk]
        self._show_chips()
        self.field.setFocus()
        self.edited.emit()


class SeekEntry(Entry):
    """Something looked up: typed words, found things below, one of them chosen.

    Signals:
        sought: the words, a moment after they were typed.
        picked: something was chosen.
    """

    sought = Signal(str)
    picked = Signal()

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank)
        self._value = ""
        self._found: tuple[Option, ...] = ()
        self.field = Field(blank.label, hint=blank.hint, required=blank.required)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(lambda: self.sought.emit(self.field.text()))
        self.field.edited.connect(lambda _text: self._on_typed())
        self.field.finished.connect(self.finished)
        line_of(self.field).installEventFilter(self)
        self._list = Flow(gap=GRID)
        self._buttons: list[Button] = []
        self.column.addWidget(self.field)
        self.column.addWidget(self._list)
        self._list.hide()
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """The value of what was chosen and behind a tab its words; before that, the words."""
        words = self.field.text().strip()
        return f"{self._value}\t{words}" if self._value else words

    def set_text(self, text: str) -> None:
        """Show what was chosen, or the words."""
        if text != self.text():
            value, tab, words = text.partition("\t")
            self._value = value if tab else ""
            self.field.set_text(words if tab else text)

    def show_error(self, words: str) -> None:
        """Beside it."""
        if words:
            self.field.show_error(words)
        else:
            self.field.clear_error()

    def show_found(self, options: Sequence[Option]) -> None:
        """What fits; nothing is chosen by itself."""
        self._found = tuple(options[:_LEAD])
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        for option in self._found:
            words = (
                tr("{words} · {detail}", words=option.words, detail=option.detail) if option.detail else option.words
            )
            button = Button(words, kind="filter", name=words)
            button.setToolTip(words)
            button.clicked.connect(lambda _=False, option=option: self._on_chosen(option))
            self._buttons.append(button)
            self._list.add(button)
        self._list.setVisible(bool(self._buttons))
        if not options and len(self.field.text().strip()) > 1 and not self._value:
            self.field.show_hint(tr("Tidak ada yang cocok."), "warn")
        else:
            self.field.show_hint(self.blank.hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go to the first that was found; Enter with something chosen goes on."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if (enter or event.key() == Qt.Key.Key_Down) and self._buttons:
                if enter and len(self._found) == 1:
                    self._on_chosen(self._found[0])
                else:
                    self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if enter:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self._value = ""
        self.field.clear_error()
        self._wait.start()
        self.edited.emit()

    def _on_chosen(self, option: Option) -> None:
        self._value = option.value
        with QSignalBlocker(self.field.editor):
            line: QLineEdit = line_of(self.field)
            line.setText(option.words)
            line.setCursorPosition(0)
        self.field.clear_error()
        self.show_found(())
        self.field.setFocus()
        self.edited.emit()
        self.picked.emit()


def _hint() -> str:
    return tr("ketik sebagian jabatannya, Enter memilih; boleh beberapa")
