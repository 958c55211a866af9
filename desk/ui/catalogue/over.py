"""What the pages that are opened over reading have in common: a heading, the way back, a body, a foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, line_of
from desk.ui.kit.surface import Scroll, clear, row
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key


class OverPage(QWidget):
    """A page with a heading and Esc.

    Attributes:
        body: the layout to put things in.
        head: the heading's row, for buttons of the page's own.

    Signals:
        closed: back to reading.
    """

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = Elided(title, role="title")
        self._under = Text("", tone="soft", wrap=True)
        self._under.hide()
        back = Button(tr("Kembali"), key=Key.CLOSE, name=tr("Kembali ke standar pelayanan"))
        back.clicked.connect(self.closed)
        self.head = row(self._title, back)
        self.head.setStretch(0, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        self.body.setSpacing(GRID * 2)
        self.body.addLayout(self.head)
        self.body.addWidget(self._under)

    def show_title(self, title: str, under: str = "") -> None:
        """What the page is about."""
        self._title.setText(title)
        self._under.setText(under)
        self._under.setVisible(bool(under))


def reason_field() -> Field:
    """One line for the reason of a change."""
    line = QLineEdit()
    line.setMaxLength(500)
    field = Field(tr("Alasan perubahan, satu baris"), line)
    field.edited.connect(lambda _text: field.clear_error())
    return field


def clear_reason(field: Field) -> None:
    """An empty line again."""
    line_of(field).clear()
    field.clear_error()


class BeforeAfter(QFrame):
    """Two readings side by side."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setMinimumHeight(120)
        self._place = Text("", role="strong", wrap=True)
        self._sides = [_Side(before), _Side(after)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID * 4, GRID * 2, GRID * 2, GRID * 2)
        whole.setSpacing(GRID)
        whole.addWidget(self._place)
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 4)
        for side in self._sides:
            sides.addWidget(side, 1)
        whole.addLayout(sides, 1)

    def show_both(self, place: str, before: str, after: str) -> None:
        """Show them."""
        self._place.setText(place)
        self._place.setVisible(bool(place))
        for side, words in zip(self._sides, (before, after), strict=True):
            side.show_words(words)


class _Side(Scroll):
    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.body.setSpacing(GRID)
        self.body.addWidget(Text(label, role="small", tone="soft"))
        self._words = QVBoxLayout()
        self.body.addLayout(self._words)
        self.body.addStretch(1)

    def show_words(self, words: str) -> None:
        """Show these, from the top."""
        clear(self._words)
        self._words.addWidget(Text(words, wrap=True, select=True), 0, Qt.AlignmentFlag.AlignTop)
        self.verticalScrollBar().setValue(0)
