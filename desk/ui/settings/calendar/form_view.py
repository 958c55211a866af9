"""A form of the calendar, as it is described: what to look at first, the fields, what saves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Card, Scroll, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID, Tone
from desk.ui.settings.calendar.forms import Entry, Form, shown
from desk.ui.shortcuts import Key

_ICONS: dict[Tone, str] = {
    "ok": "plus", "info": "info", "warn": "triangle-alert", "bad": "circle-alert", "quiet": "pencil",
}  # fmt: skip


class FormView(Card):
    """Shows; decides nothing. A field that is filled in keeps what was typed until the form is closed.

    Signals:
        saved: every value by its key. changed: the key of a choice, and every value.
        left: nothing is to be changed. cancelled: what is being saved is to stop.
    """

    saved = Signal(object)
    changed = Signal(str, object)
    left = Signal()
    cancelled = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__(form.title, spacing=GRID * 2)
        self._fields: dict[str, Field] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._fault = Banner("", tone="bad", parent=self)
        scroll = Scroll(form.title)
        scroll.body.setSpacing(GRID * 2)
        if form.under:
            scroll.body.addWidget(Text(form.under, tone="soft", wrap=True))
        for tone, words in form.lines:
            scroll.body.addLayout(_line(tone, words))
        scroll.body.addWidget(self._fault)
        for entry in shown(form.entries):
            scroll.body.addWidget(self._entry(entry))
        scroll.body.addStretch(1)
        self._save = Button(form.button, key=Key.SAVE, kind="primary", icon="check")
        self._save.clicked.connect(lambda: self.saved.emit(self.values()))
        self._leave = Button(tr("Batal"), key=Key.CLOSE)
        self._leave.clicked.connect(self.left)
        self._wait = self._waiting()
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._wait)
        self.body.addLayout(row("stretch", self._leave, self._save))

    def values(self) -> dict[str, str]:
        """What stands in the form."""
        found = {key: field.text() for key, field in self._fields.items()}
        return found | {key: "yes" if tick.isChecked() else "" for key, tick in self._ticks.items()}

    def arrive(self) -> None:
        """To the first thing that is still empty."""
        empty = [field for field in self._fields.values() if not field.text()]
        first = next(iter(empty or self._fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, key: str, words: str) -> None:
        """What is wrong: beside its field, else above them all."""
        for each in self._fields.values():
            each.clear_error()
        wrong = self._fields.get(key)
        self._fault.show_banner("" if wrong else words, "bad")
        if wrong is not None:
            wrong.show_error(words)
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saving(self) -> None:
        """It is being saved."""
        for each in (*self._fields.values(), *self._ticks.values(), self._save, self._leave):
            each.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """How many promised dates were reckoned again so far."""
        self._wait.show()
        self._words.setText(tr("Menghitung ulang tanggal janji: {done} dari {total}", done=done, total=total))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _entry(self, entry: Entry) -> QWidget:
        if entry.kind == "tick":
            tick = self._ticks[entry.key] = QCheckBox(entry.label)
            tick.setChecked(entry.value == "yes")
            return tick
        editor = choice(entry.options) if entry.kind == "choice" else QLineEdit()
        field = self._fields[entry.key] = Field(entry.label, editor, hint=entry.hint, required=entry.required)
        field.set_text(entry.value)
        field.edited.connect(lambda _text: field.clear_error())
        if entry.kind == "choice":
            field.edited.connect(lambda _text, key=entry.key: self.changed.emit(key, self.values()))
        return field

    def _waiting(self) -> QWidget:
        whole = QWidget()
        self._words = Text("", role="small", tone="soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("Kemajuan"))
        self._bar.setTextVisible(False)
        stop = Button(tr("Hentikan"), icon="x")
        stop.clicked.connect(self.cancelled)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addLayout(row("stretch", stop))
        whole.hide()
        return whole


def _line(tone: Tone, words: str) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(GRID * 2)
    made.addWidget(Icon(_ICONS[tone], size=16, ink=tone), 0, Qt.AlignmentFlag.AlignTop)
    made.addWidget(Text(words, role="small", wrap=True), 1)
    return made
