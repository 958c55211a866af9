"""A form of Jabatan dan pejabat, made from what it asks; each fault is said beside its field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.surface import Scroll, clear, row, side_by_side
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.settings.positions.forms import Form, FormField
from desk.ui.shortcuts import Key

_LONGEST = 500


class FormView(QFrame):
    """Shows; decides nothing.

    Signals:
        typed: something was changed, the values by field.
        person_named: a person's name was finished.
        saved: the values by field. left: back to the desk.
    """

    typed = Signal(dict)
    person_named = Signal(str)
    saved = Signal(dict)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.fields: dict[str, Field] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self._heading = Text("", role="title", wrap=True)
        self._under = Text("", tone="soft", wrap=True)
        self._fault = Banner("", tone="bad", parent=self)
        scroll = Scroll(tr("Formulir"), margins=GRID * 5)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID * 3)
        scroll.body.addWidget(self._heading)
        scroll.body.addWidget(self._under)
        scroll.body.addWidget(self._fault)
        scroll.body.addLayout(self._lines)
        scroll.body.addStretch(1)
        save = Button(tr("Simpan"), key=Key.SAVE, kind="primary", icon="save")
        save.clicked.connect(lambda: self.saved.emit(self.values()))
        leave = Button(tr("Kembali"), key=Key.CLOSE)
        leave.clicked.connect(self.left)
        foot = row("stretch", leave, save)
        foot.setContentsMargins(GRID * 5, GRID * 2, GRID * 5, GRID * 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def show_form(self, form: Form, values: Mapping[str, str]) -> None:
        """Ask these things, with what was typed before."""
        clear(self._lines)
        self.fields, self.ticks = {}, {}
        self._heading.setText(form.heading)
        self._under.setText(form.under)
        self._fault.show_banner("")
        for line in form.lines:
            widgets = [self._made(field, values.get(field.key, field.value)) for field in line]
            self._lines.addLayout(side_by_side(*widgets))
            for widget in widgets:
                widget.show()  # at once, not when Qt comes to it: an unseen field can't take the cursor
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """What stands in the form; a tick is ``1`` or empty."""
        found = {key: field.text() for key, field in self.fields.items()}
        return found | {key: "1" if tick.isChecked() else "" for key, tick in self.ticks.items()}

    def show_fault(self, key: str, words: str) -> None:
        """What is wrong: beside its field, else above them all."""
        for field in self.fields.values():
            field.clear_error()
        wrong = self.fields.get(key)
        self._fault.show_banner("" if wrong else words, "bad")
        if wrong is not None:
            wrong.show_error(words)
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, values: Mapping[str, str]) -> None:
        """Put in what is known where nothing was typed."""
        for key, value in values.items():
            field = self.fields.get(key)
            if field is not None and value and not field.text().strip():
                field.set_text(value)
        self.typed.emit(self.values())

    def _made(self, asked: FormField, value: str) -> QWidget:
        if asked.kind == "tick":
            return self._tick(asked, value)
        editor: QWidget = QLineEdit()
        if asked.kind == "choice":
            editor = choice(asked.options)
            editor.installEventFilter(self)
        elif isinstance(editor, QLineEdit):
            editor.setMaxLength(_LONGEST)
        field = Field(asked.label, editor, hint=asked.hint, required=asked.required)
        field.set_text(value)
        field.edited.connect(lambda _text: self._on_edited(field))
        if asked.kind == "person" and isinstance(editor, QLineEdit):
            field.finished.connect(lambda: self.person_named.emit(field.text()))
            known = _completer(asked, editor)
            known.activated.connect(self.person_named)
            editor.setCompleter(known)
        self.fields[asked.key] = field
        return field

    def _tick(self, asked: FormField, value: str) -> QCheckBox:
        box = QCheckBox(asked.label)
        box.setChecked(bool(value))
        box.setMinimumHeight(32)
        box.clicked.connect(lambda _on: self.typed.emit(self.values()))
        self.ticks[asked.key] = box
        return box

    def _on_edited(self, field: Field) -> None:
        field.clear_error()
        self.typed.emit(self.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel turned over a choice scrolls the form."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _completer(asked: FormField, editor: QLineEdit) -> QCompleter:
    known = QCompleter([words for _, words in asked.options], editor)
    known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    known.setFilterMode(Qt.MatchFlag.MatchContains)
    return known
