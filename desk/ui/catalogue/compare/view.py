"""The page of one service across offices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.compare.presenter import Beside, Choice
from desk.ui.catalogue.over import OverPage
from desk.ui.kit import fonts, theme
from desk.ui.kit.chip import Chip
from desk.ui.kit.field import Field, choice
from desk.ui.kit.surface import clear, side_by_side
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID

_COLUMN = 216
_HEAD = 132
_TOP = Qt.AlignmentFlag.AlignTop


class ComparePage(OverPage):
    """Shows; decides nothing.

    Signals:
        service_chosen: (office, service id).
        only_differing: leave out what is alike.
    """

    service_chosen = Signal(str, str)
    only_differing = Signal(bool)

    def __init__(self) -> None:
        super().__init__(tr("Bandingkan"))
        self._only = QCheckBox(tr("Hanya yang berbeda"))
        self._only.setFont(fonts.font())
        self._only.clicked.connect(self.only_differing)
        self.head.insertWidget(1, self._only)
        self._choosers: dict[str, Field] = {}
        self._choices = QVBoxLayout()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Standar bersebelahan"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        card = QFrame()
        card.setProperty("surface", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._scroll)
        self.body.addLayout(self._choices)
        self.body.addWidget(card, 1)

    def arrive(self) -> None:
        """To the table."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_head(self, title: str) -> None:
        """Which service."""
        self.show_title(title)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Beside what, in every other office."""
        if list(self._choosers) != [one.office for one in choices]:
            clear(self._choices)
            self._choosers = {}
            for one in choices:
                field = Field(one.name, choice(()))
                field.edited.connect(partial(self.service_chosen.emit, one.office))
                self._choosers[one.office] = field
            self._choices.addLayout(side_by_side(*self._choosers.values()))
        for one in choices:
            box = self._choosers[one.office].editor
            assert isinstance(box, QComboBox)
            held = [(box.itemData(place), box.itemText(place)) for place in range(box.count())]
            if held != list(one.options):
                box.clear()
                for value, words in one.options:
                    box.addItem(words, value)
            box.setCurrentIndex(max(box.findData(one.chosen), 0))
            box.setToolTip(box.currentText())

    def show_table(self, columns: Sequence[tuple[str, str]], rows: Sequence[Beside]) -> None:
        """The table: a row a component, a column a service; what differs from the first is marked."""
        whole = QWidget()
        whole.setObjectName("scrolled")
        grid = QGridLayout(whole)
        grid.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 4)
        grid.setHorizontalSpacing(GRID * 4)
        grid.setVerticalSpacing(GRID * 2)
        grid.setColumnMinimumWidth(0, _HEAD)
        for place, (region, title) in enumerate(columns, start=1):
            grid.setColumnMinimumWidth(place, _COLUMN)
            grid.setColumnStretch(place, 1)
            grid.addWidget(Text(region, role="strong", tone="accent", wrap=True), 0, place, _TOP)
            grid.addWidget(Text(title, role="small", tone="soft", wrap=True), 1, place, _TOP)
        line = 2
        for row in rows:
            grid.addWidget(Rule(), line, 0, 1, len(columns) + 1)
            grid.addWidget(_heading(row), line + 1, 0, _TOP)
            for place, cell in enumerate(row.cells, start=1):
                grid.addWidget(_cell(cell.text, differs=cell.differs), line + 1, place, _TOP)
            line += 2
        grid.setRowStretch(line, 1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(whole)
        if old is not None:
            old.deleteLater()


def _heading(row: Beside) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    column.addWidget(Text(row.heading, role="strong", wrap=True))
    words = tr("berbeda") if row.differs else tr("sama")
    tone = "warn" if row.differs else "quiet"
    icon = "triangle-alert" if row.differs else "check"
    column.addWidget(Chip(words, tone="warn" if tone == "warn" else "quiet", icon=icon))
    return made


def _cell(text: str, *, differs: bool) -> QWidget:
    made = QFrame()
    theme.set_mark(made, "banner", "warn" if differs else "")
    column = QVBoxLayout(made)
    column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
    column.addWidget(Text(text, role="small", wrap=True, select=True))
    return made
