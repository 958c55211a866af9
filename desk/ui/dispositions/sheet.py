"""The right column: the chosen file, small. What is next stands on top with its key; Enter opens the whole file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.language import mark, tr
from desk.ui.dispositions.glance import Glance, TrayAction
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip, StateChip
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Card, Scroll, clear, column, row
from desk.ui.kit.text import Heading, Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import TrayLetter

WORDS: Mapping[TrayAction, tuple[str, str, TrayLetter]] = {
    "advance": (mark("Langkah selesai"), "check", TrayLetter.ADVANCE),
    "dispose": (mark("Disposisi"), "send", TrayLetter.DISPOSE),
    "answer": (mark("Jawab"), "message-circle", TrayLetter.ANSWER),
    "receive": (mark("Diterima"), "inbox", TrayLetter.RECEIVE),
    "recall": (mark("Tarik kembali"), "undo-2", TrayLetter.RECALL),
    "reassign": (mark("Pindahkan"), "users", TrayLetter.REASSIGN),
}
"""(words, icon, letter) of each act."""


class GlanceSheet(QFrame):
    """One file.

    Signals:
        action_requested: a `TrayAction`.
        open_requested: the whole file, in Berkas.
    """

    action_requested = Signal(str)
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setMinimumWidth(300)
        self._number = Text("", role="lead", select=True)
        self._state = StateChip()
        self._name = Text("", role="title", wrap=True, select=True)
        self._service = Text("", tone="soft", wrap=True)
        self._here = Text("", role="small", tone="soft", wrap=True)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(GRID)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(GRID * 4)
        self._make_next()
        self._make_buttons()
        self._scroll = Scroll(tr("Berkas yang dipilih"), margins=GRID * 4)
        body = self._scroll.body
        body.addLayout(row(self._number, "stretch", self._state))
        body.addLayout(column(self._name, self._service, self._here, spacing=GRID))
        body.addLayout(self._notes)
        body.addWidget(self._next)
        body.addLayout(self._parts)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Rule())
        whole.addWidget(self._foot)

    def show_glance(self, glance: Glance) -> None:
        """Show this file."""
        self._number.setText(glance.number)
        self._state.show_state(glance.state)
        self._name.setText(glance.name)
        self._service.setText(glance.service)
        self._here.setText(glance.here)
        self._scroll.setAccessibleName(tr("Berkas {number}, {name}", number=glance.number, name=glance.name))
        clear(self._notes)
        for words in glance.notes:
            self._notes.addWidget(Banner(words, tone="info"))
        self._next_words.setText(glance.next_step)
        self._left.show_chip(glance.left, tone=glance.left_look.tone, icon=glance.left_look.icon)
        for text, words in ((self._until, glance.until), (self._onward, glance.onward)):
            text.setText(words)
            text.setVisible(bool(words))
        self._why.setText("\n".join(glance.why))
        self._why.hide()
        self._ask_why.setVisible(bool(glance.why))
        self._show_buttons(glance)
        clear(self._parts)
        if glance.sent:
            facts = Flow(gap=GRID + 2)
            for look in glance.sent.facts:
                facts.add(Chip(look.word, tone=look.tone, icon=look.icon))
            lines = [Text(glance.sent.way, role="lead", wrap=True)]
            lines += [Text(f"• {words}", wrap=True, select=True) for words in glance.sent.words]
            self._parts.addWidget(_part(tr("Disposisi"), *lines, facts))
        if glance.missing:
            self._parts.addWidget(_part(tr("Yang kurang"), *(_line(words) for words in glance.missing)))

    def to_top(self) -> None:
        """Show the head."""
        self._scroll.verticalScrollBar().setValue(0)

    def _make_next(self) -> None:
        self._next = Card(tr("Berikutnya"), surface="page")
        self._next.body.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        self._next_words = Text("", role="lead", wrap=True)
        self._onward = Text("", role="small", tone="soft", wrap=True)
        self._left = Chip("", tone="quiet", icon="clock")
        self._until = Text("", role="small", tone="soft", wrap=True)
        self._why = Text("", role="small", tone="soft", wrap=True)
        self._ask_why = Button(tr("Mengapa?"), kind="quiet", icon="circle-help", name=tr("Mengapa tanggal ini?"))
        self._ask_why.clicked.connect(lambda: self._why.setVisible(not self._why.isVisible()))
        self._buttons: dict[TrayAction, Button] = {}
        self._first = QVBoxLayout()
        self._first.setSpacing(0)
        self._next.body.addWidget(self._next_words)
        self._next.body.addWidget(self._onward)
        self._next.body.addLayout(self._first)
        self._next.body.addLayout(row(self._left, "stretch"))
        self._next.body.addWidget(self._until)
        self._next.body.addLayout(row(self._ask_why, "stretch"))
        self._next.body.addWidget(self._why)

    def _make_buttons(self) -> None:
        self._foot = QWidget()
        self._others = Flow()
        for action, (words, icon, letter) in WORDS.items():
            for first in (True, False):
                button = Button(
                    tr(words), cap=letter.value, kind="primary" if first else "plain", icon=icon if first else None
                )
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves no focus for a stray Space
                button.clicked.connect(lambda _=False, action=action: self.action_requested.emit(action))
                if first:
                    self._buttons[action] = button
                    self._first.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                else:
                    button.setObjectName(action)
                    self._others.add(button)
        self._open = Button(tr("Buka berkas"), cap="Enter")
        self._open.clicked.connect(self.open_requested)
        self._others.add(self._open)
        inner = QVBoxLayout(self._foot)
        inner.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        inner.addWidget(self._others)

    def _show_buttons(self, glance: Glance) -> None:
        for action, button in self._buttons.items():
            button.setVisible(action == glance.first)
        for other in self._others.things():
            if other is not self._open:
                other.setVisible(other.objectName() in glance.actions and other.objectName() != glance.first)


def _part(heading: str, *things: QWidget) -> QWidget:
    """A heading, a hairline, and what stands below."""
    whole = QWidget()
    whole.setAccessibleName(heading)
    whole.setLayout(column(Heading(heading), Rule(), *things, spacing=GRID + 2))
    return whole


def _line(words: str) -> QWidget:
    whole = QWidget()
    made = row(Icon("square", size=16, ink="warn"))
    made.addWidget(Text(words, wrap=True), 1)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    whole.setLayout(made)
    return whole
