"""A standard on the screen, like a well-printed form: numbers and headings at the left, what is said in the middle, a
careful reader's doubts in the margin, or below where there is no room for one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.doubts.doubt import Doubt
from desk.language import tr
from desk.ui.catalogue.doubts.note import DoubtNote
from desk.ui.catalogue.lines import CorrectedBox, lay_line
from desk.ui.catalogue.standard import Component, Standard
from desk.ui.kit.banner import Banner
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.surface import Scroll, clear
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID

_LEFT = 172
_MARGIN = 252
_WIDE = 800
"""From this width on doubts stand in the margin."""
_FEW = 4
"""Doubts of one component that are shown before the rest is folded away."""
_TOP = Qt.AlignmentFlag.AlignTop


class StandardSheet(Scroll):
    """The sheet; scrolls.

    Signals:
        doubt_opened: a note in the margin was opened.
        withdraw_requested: the number of a correction.
        paper_asked: the id of a paper: who else asks for it?
    """

    doubt_opened = Signal(object)
    withdraw_requested = Signal(int)
    paper_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Standar pelayanan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setContentsMargins(GRID * 6, GRID * 4, GRID * 6, GRID * 8)
        self.body.setSpacing(GRID * 3)
        self._rows: list[_ComponentRow] = []
        self._shown = ""

    def show_standard(self, standard: Standard) -> None:
        """Show another one, from its top; the same one again, where one was reading."""
        place = self.verticalScrollBar().value() if standard.id == self._shown else 0
        self._shown = standard.id
        clear(self.body)
        self._rows = []
        self.setAccessibleName(tr("Standar pelayanan: {title}", title=standard.title))
        self.body.addWidget(Text(standard.title, role="title", wrap=True))
        if standard.division:
            self.body.addWidget(Text(standard.division, tone="soft", wrap=True))
        if not standard.own:
            words = tr("Standar dinas lain: hanya dibaca. Yang dapat diubah di sini hanya paket dinas sendiri.")
            self.body.addWidget(Banner(words, tone="info"))
        facts = Flow()
        for icon, words in standard.facts:
            facts.add(Chip(words, tone="quiet", icon=icon))
        self.body.addWidget(facts)
        if standard.top.doubts or standard.top.corrected:
            self._add(standard.top, own=standard.own)
        for component in standard.components:
            self.body.addWidget(Rule())
            self._add(component, own=standard.own)
        self.body.addWidget(Rule())
        self.body.addWidget(Text(standard.source, role="small", tone="soft", wrap=True))
        self.body.addStretch(1)
        self._arrange()
        self.verticalScrollBar().setValue(place)

    def _add(self, component: Component, *, own: bool) -> None:
        row = _ComponentRow(component, self, own=own)
        self._rows.append(row)
        self.body.addWidget(row)

    def _arrange(self) -> None:
        wide = self.viewport().width() >= _WIDE
        margin = wide and any(row.doubted for row in self._rows)
        for row in self._rows:
            row.arrange(margin=margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Doubts beside or below."""
        super().resizeEvent(event)
        self._arrange()


class _ComponentRow(QWidget):
    """Heading, what is said, and the notes."""

    def __init__(self, component: Component, sheet: StandardSheet, *, own: bool) -> None:
        super().__init__()
        self.doubted = bool(component.doubts)
        self._sheet, self._component = sheet, component
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 5)
        self._grid.setVerticalSpacing(GRID * 2)
        self._grid.setColumnMinimumWidth(0, _LEFT)
        self._grid.setColumnStretch(1, 1)
        if component.number:
            self._grid.addWidget(_heading(component), 0, 0, _TOP)
        said = QWidget()
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GRID * 2)
        for corrected in component.corrected:
            box = CorrectedBox(corrected, own=own)
            box.withdraw_requested.connect(sheet.withdraw_requested)
            lines.addWidget(box)
        for line in component.lines:
            lines.addLayout(lay_line(line, sheet.paper_asked.emit))
        self._grid.addWidget(said, 0, 1, _TOP)
        self._notes = QWidget(self)  # without a parent it would be a window of its own for a moment
        self._column = QVBoxLayout(self._notes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 2)
        self._lay_notes(component.doubts[:_FEW])
        if len(component.doubts) > _FEW:
            self._lay_more(len(component.doubts) - _FEW)
        self._notes.setVisible(self.doubted)

    def arrange(self, *, margin: bool) -> None:
        """The notes in the margin, or below."""
        self._grid.setColumnMinimumWidth(2, _MARGIN if margin else 0)
        self._grid.removeWidget(self._notes)
        if margin:
            self._notes.setFixedWidth(_MARGIN)
            self._grid.addWidget(self._notes, 0, 2, _TOP)
        else:
            self._notes.setMinimumWidth(0)
            self._notes.setMaximumWidth(16_777_215)
            self._grid.addWidget(self._notes, 1, 1, _TOP)
        self._grid.setHorizontalSpacing(GRID * 5 if margin or self._component.number else 0)

    def _lay_notes(self, doubts: tuple[Doubt, ...]) -> None:
        for doubt in doubts:
            note = DoubtNote(doubt)
            note.opened.connect(self._sheet.doubt_opened)
            self._column.addWidget(note)

    def _lay_more(self, count: int) -> None:
        from desk.ui.kit.button import Button  # noqa: PLC0415 (seldom needed)

        more = Button(tr("{count} keraguan lagi", count=count), kind="quiet")

        def unfold() -> None:
            more.hide()
            self._lay_notes(self._component.doubts[_FEW:])

        more.clicked.connect(unfold)
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)


def _heading(component: Component) -> QWidget:
    number = Text(str(component.number), role="strong", tone="accent")
    number.setFixedWidth(GRID * 6)
    left = QWidget()
    left.setFixedWidth(_LEFT)
    inner = QHBoxLayout(left)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(GRID)
    inner.addWidget(number, 0, _TOP)
    inner.addWidget(Text(component.heading, role="strong", wrap=True), 1, _TOP)
    return left
