"""The first screen of a new counter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice, line_of
from desk.ui.kit.surface import Card
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.shortcuts import Key

WIDTH = 520


class FirstRunPage(QWidget):
    """Three fields and a button.

    Signals:
        set_up_requested: office slug, counter, officer.
    """

    set_up_requested = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office = Field(tr("Dinas"), choice([("", tr("Pilih dinas …"))]), required=True)
        self._counter = Field(tr("Nama loket"), hint=tr("Seperti di papan loket: Loket 1, MPP, Kecamatan Beji."))
        self._officer = Field(tr("Nama petugas"), hint=tr("Tercetak di tanda terima."))
        self._start = Button(tr("Mulai bekerja"), key=Key.SAVE, kind="primary", icon="check")
        card = Card()
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(GRID * 3)
        card.body.addWidget(Text(tr("Selamat datang di Desk"), role="title"))
        card.body.addWidget(
            Text(
                tr("Komputer ini belum menjadi loket. Tiga isian di bawah cukup; jaringan tidak diperlukan."),
                tone="soft",
                wrap=True,
            )
        )
        for field in (self._office, self._counter, self._officer):
            card.body.addWidget(field)
        card.body.addWidget(self._start, 0, Qt.AlignmentFlag.AlignRight)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)
        self._start.clicked.connect(self._ask)
        line_of(self._officer).returnPressed.connect(self._ask)
        line_of(self._counter).returnPressed.connect(line_of(self._officer).setFocus)

    def show_offices(self, offices: tuple[tuple[str, str], ...]) -> None:
        """Offer these offices; a single one is chosen already."""
        box = self._office.editor
        if not isinstance(box, QComboBox):
            return
        for slug, name in offices:
            box.addItem(name, slug)
        if len(offices) == 1:
            box.setCurrentIndex(1)
        box.setFocus()

    def show_error(self, field: str, words: str) -> None:
        """Say under the field what is wrong with it; no words clear it."""
        place = {"office": self._office, "counter": self._counter, "officer": self._officer}[field]
        if not words:
            place.clear_error()
            return
        place.show_error(words)
        place.editor.setFocus()

    def show_busy(self, busy: bool) -> None:
        """The counter is being made: nothing can be pressed twice."""
        self._start.setEnabled(not busy)

    def _ask(self) -> None:
        self.set_up_requested.emit(self._office.text(), self._counter.text(), self._officer.text())
