"""One desk: who is there, what to know, how its signature block reads, who was there before, what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Card as Sheet
from desk.ui.kit.surface import Scroll, clear, row
from desk.ui.kit.text import Heading, Text
from desk.ui.kit.tokens import GRID
from desk.ui.settings.positions.forms import ACT_WORDS, Act
from desk.ui.settings.positions.saying import Card

_ICONS: dict[Act, str] = {
    "appoint": "user", "absent": "clock", "back": "undo-2", "end": "square-minus", "change": "pencil", "retire": "trash-2",
}  # fmt: skip


class CardView(QFrame):
    """Shows; decides nothing.

    Signals:
        asked: the act whose button was pressed.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._title = Text("", role="title", wrap=True)
        self._under = Text("", role="small", tone="soft", wrap=True)
        self._chip = Chip("")
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(GRID)
        self._people = QVBoxLayout()
        self._people.setSpacing(GRID * 2)
        self._past = QVBoxLayout()
        self._past.setSpacing(GRID)
        self._block = _Block()
        self.buttons: dict[Act, Button] = {}
        acts = Flow()
        for act, icon in _ICONS.items():
            button = Button(tr(ACT_WORDS[act][0]), icon=icon, kind="primary" if act == "appoint" else "plain")
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
            self.buttons[act] = button
            acts.add(button)
        self._scroll = Scroll(tr("Jabatan yang dipilih"), margins=GRID * 5)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = self._scroll.body
        body.addLayout(row(self._title, self._chip))
        body.addWidget(self._under)
        body.addLayout(self._people)
        body.addLayout(self._remarks)
        body.addWidget(acts)
        body.addWidget(self._block)
        self._heading = Heading(tr("Riwayat jabatan ini"))
        body.addWidget(self._heading)
        body.addLayout(self._past)
        body.addStretch(1)
        if (inner := self._scroll.widget()) is not None:
            inner.setMinimumHeight(1)  # what wraps asks for its height at the real width; Qt's guess scrolls too soon
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._scroll)

    def show_card(self, card: Card) -> None:
        """Show this desk."""
        self._title.setText(card.title)
        self._under.setText(card.under)
        self._chip.show_chip(tr(card.look.word), tone=card.look.tone, icon=card.look.icon)
        clear(self._remarks)
        for remark in card.remarks:
            self._remarks.addWidget(Banner(remark, tone="warn" if card.look.tone == "warn" else "info", parent=self))
        clear(self._people)
        for name, known in card.people:
            self._people.addWidget(_person(name, known))
        self._block.show_block(card.signature)
        clear(self._past)
        for line in card.past:
            self._past.addWidget(Text(line, role="small", tone="soft", wrap=True))
        self._heading.setVisible(bool(card.past))
        for act, button in self.buttons.items():
            button.setVisible(act in card.may)
        self._scroll.verticalScrollBar().setValue(0)


class _Block(Sheet):
    """A signature block as a letter prints it."""

    def __init__(self) -> None:
        super().__init__(tr("Blok tanda tangan"), spacing=0, surface="sunken")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addSpacing(GRID)
        self.body.addLayout(self._lines)

    def show_block(self, lines: Sequence[str]) -> None:
        """Show these lines; none hides the block."""
        clear(self._lines)
        for place, line in enumerate(lines):
            if place and lines[place - 1].endswith(","):
                self._lines.addSpacing(GRID * 5)
            strong = place and lines[place - 1].endswith(",")
            self._lines.addWidget(Text(line, role="strong" if strong else "body", wrap=True, select=True))
        self.setVisible(bool(lines))


def _person(name: str, known: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Text(name, role="lead", wrap=True, select=True))
    if known:
        column.addWidget(Text(known, role="small", tone="soft", wrap=True, select=True))
    return made
