"""The head of a file's sheet: what comes next with its one key, who has the file since when, how its clock stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk.language import tr
from desk.ui.cases.dossier import Detail, HandLine, Press
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Card, clear
from desk.ui.kit.text import Phrase, Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

_ICONS = {
    "advance": "check", "resubmit": "clipboard-pen", "dispose": "send", "visit": "map-pin", "deliver": "user",
    "hand_off": "arrow-right", "answer": "message-circle", "receive": "inbox", "settle": "scale", "record": "pencil",
    "number": "stamp", "give_back": "box", "resume": "clock",
}  # fmt: skip

_LINE = 24
"""As high as the clock's chip."""


class StandingCard(Card):
    """What comes next.

    Signals:
        pressed: an act, and which thing it is about.
    """

    pressed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(surface="page", spacing=GRID * 2)
        self.body.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        self._words = Text("", role="lead", wrap=True)
        self._step_time = Text("", role="small", tone="soft", wrap=True)
        self._waiting = Text("", wrap=True)
        self._hands = QVBoxLayout()
        self._hands.setSpacing(GRID)
        self._clock = Chip("", tone="quiet", icon="clock")
        self._until = Phrase("", tone="soft", least=_LINE)
        self._why = Text("", role="small", tone="soft", wrap=True, select=True)
        self._ask_why = Button(tr("Mengapa?"), kind="quiet", name=tr("Mengapa tanggal ini?"))
        self._ask_why.clicked.connect(lambda: self._why.setVisible(not self._why.isVisible()))
        self._first = Button("", key=Key.NEXT_ACT, kind="primary", icon="check")
        self._first.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves no focus for a stray Space
        self._first.clicked.connect(lambda: self._on_press(self._next))
        self._next: Press | None = None
        self._buttons = Flow()
        self._buttons.add(self._first)
        self._others: list[Button] = []
        self._drafts = Flow(gap=GRID)
        self._time = Flow()
        for thing in (self._clock, self._until, self._ask_why):
            self._time.add(thing)
        for part in (self._words, self._step_time, self._waiting):
            self.body.addWidget(part)
        self.body.addLayout(self._hands)
        self.body.addWidget(self._time)
        self.body.addWidget(self._why)
        self.body.addWidget(self._buttons)
        self.body.addWidget(self._drafts)
        self._drafts.hide()

    def show_detail(self, detail: Detail) -> None:
        """Show how this file stands."""
        self._words.setText(detail.next_step)
        self._step_time.setText(detail.step_time)
        self._step_time.setVisible(bool(detail.step_time))
        self._waiting.setText("\n".join(detail.waiting))
        self._waiting.setVisible(bool(detail.waiting))
        clear(self._hands)
        for hand in detail.hands:
            self._hands.addLayout(_hand(hand))
        self._clock.show_chip(detail.clock.words, tone=detail.clock.tone, icon=detail.clock.icon)
        self._until.setText(detail.clock.until)
        self._until.setVisible(bool(detail.clock.until))
        self._why.setText("\n".join(detail.why))
        self._why.hide()
        self._next = detail.first
        self._first.setVisible(detail.first is not None)
        if detail.first is not None:
            self._first.set_words(detail.first.words)
            self._first.set_icon(_ICONS.get(detail.first.action, "check"))
        self._ask_why.setVisible(bool(detail.why))
        self._show_others(detail.likely)

    def show_drafts(self, drafts: tuple[Press, ...]) -> None:
        """Forms of this file that are half filled: they are taken up with a press."""
        for thing in self._drafts.things():
            thing.hide()
            thing.setParent(None)
            thing.deleteLater()
        if drafts:
            self._drafts.add(Text(tr("Belum disimpan:"), role="small", tone="warn"))
        for draft in drafts:
            self._drafts.add(self._button(draft, quiet=True))
        self._drafts.setVisible(bool(drafts))

    def first(self) -> Button:
        """The button of what comes next."""
        return self._first

    def about_to_act(self) -> bool:
        """Whether Space or Enter would do something that was meant for another file."""
        return any(button.hasFocus() for button in (self._first, *self._others))

    def open_why(self) -> None:
        """Show the arithmetic of the date."""
        self._why.setVisible(bool(self._why.text()))

    def _show_others(self, presses: tuple[Press, ...]) -> None:
        for button in self._others:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._others = [self._button(press) for press in presses]
        for button in self._others:
            self._buttons.add(button)

    def _button(self, press: Press, *, quiet: bool = False) -> Button:
        made = Button(press.words, kind="quiet" if quiet else "plain", icon=_ICONS.get(press.action, "pencil"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _=False: self._on_press(press))
        return made

    def _on_press(self, press: Press | None) -> None:
        if press is not None:
            self.pressed.emit(press.action, press.key)


def _hand(hand: HandLine) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID * 2)
    line.addWidget(
        Icon(hand.icon, size=16, ink=hand.tone if hand.tone != "quiet" else "soft"), 0, Qt.AlignmentFlag.AlignTop
    )
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(hand.words, wrap=True))
    if hand.detail:
        words.addWidget(Text(hand.detail, role="small", tone="soft" if hand.tone == "quiet" else hand.tone, wrap=True))
    line.addLayout(words, 1)
    return line
