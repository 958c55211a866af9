"""The rail at the left: icon, word and how many wait."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from desk.language import tr
from desk.ui.frame.places import PLACES
from desk.ui.kit.button import Button
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID, RAIL


class Rail(QFrame):
    """Where one can go.

    Signals:
        chosen: the name of a place.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self.setFixedWidth(RAIL)
        self.setAccessibleName(tr("Layar"))
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        mark = Text("Desk", role="title", tone="accent")
        mark.setContentsMargins(GRID * 4, GRID * 3, 0, GRID * 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.setSpacing(0)
        column.addWidget(mark)
        for place in PLACES:
            if place.name == "settings":
                column.addStretch(1)
            button = Button(tr(place.word), kind="rail", icon=place.icon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(42)
            button.setCheckable(True)
            button.setToolTip(place.key.value)
            button.clicked.connect(lambda _=False, name=place.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[place.name] = button
            column.addWidget(button)

    def show_place(self, name: str) -> None:
        """Mark where we are."""
        self._buttons[name].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many wait at each place."""
        for place in PLACES:
            count = counts.get(place.name, 0)
            button = self._buttons[place.name]
            button.set_badge(str(count) if count else "")
            words = tr(place.word)
            button.setAccessibleName(tr("{word}, {count} menunggu", word=words, count=count) if count else words)
