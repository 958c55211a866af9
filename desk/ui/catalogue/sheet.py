"""A standard on the screen, like a well-printed form: numbers and headings at the left, what is said at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.standard import Component, Line, Standard
from desk.ui.kit.chip import Chip
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import Scroll, clear
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID

_LEFT = 188
_TOP = Qt.AlignmentFlag.AlignTop


class StandardSheet(Scroll):
    """The sheet; scrolls."""

    def __init__(self) -> None:
        super().__init__(tr("Standar pelayanan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setContentsMargins(GRID * 6, GRID * 4, GRID * 6, GRID * 8)
        self.body.setSpacing(GRID * 3)

    def show_standard(self, standard: Standard) -> None:
        """Show another one, from its top."""
        clear(self.body)
        self.setAccessibleName(tr("Standar pelayanan: {title}", title=standard.title))
        self.body.addWidget(Text(standard.title, role="title", wrap=True))
        if standard.division:
            self.body.addWidget(Text(standard.division, tone="soft", wrap=True))
        facts = Flow()
        for icon, words in standard.facts:
            facts.add(Chip(words, tone="quiet", icon=icon))
        self.body.addWidget(facts)
        for component in standard.components:
            self.body.addWidget(Rule())
            self.body.addLayout(_component(component))
        self.body.addWidget(Rule())
        self.body.addWidget(Text(standard.source, role="small", tone="soft", wrap=True))
        self.body.addStretch(1)
        self.verticalScrollBar().setValue(0)


def _component(component: Component) -> QHBoxLayout:
    number = Text(str(component.number), role="strong", tone="accent")
    number.setFixedWidth(GRID * 6)
    heading = Text(component.heading, role="strong", wrap=True)
    left = QWidget()
    left.setFixedWidth(_LEFT)
    inner = QHBoxLayout(left)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(GRID)
    inner.addWidget(number, 0, _TOP)
    inner.addWidget(heading, 1, _TOP)
    lines = QVBoxLayout()
    lines.setSpacing(GRID * 2)
    for line in component.lines:
        lines.addLayout(_MAKERS.get(line.kind, _text)(line))
    row = QHBoxLayout()
    row.setSpacing(GRID * 5)
    row.addWidget(left, 0, _TOP)
    row.addLayout(lines, 1)
    return row


def _text(line: Line) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    if line.number:
        row.addWidget(_number(line.number), 0, _TOP)
    elif line.icon:
        row.addWidget(Icon(line.icon, size=16), 0, _TOP)
    tone = "soft" if line.kind == "missing" else "ink"
    row.addWidget(Text(line.text, wrap=True, tone="soft" if tone == "soft" else "ink", select=True), 1)
    return row


def _requirement(line: Line) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(line.depth * GRID * 7, 0, 0, 0)
    row.setSpacing(GRID * 2)
    row.addWidget(_number(line.number), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(line.text, wrap=True, select=True))
    if line.detail:
        words.addWidget(_detail(line))
    row.addLayout(words, 1)
    return row


def _detail(line: Line) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID + 2)
    if line.icon:
        row.addWidget(Icon(line.icon, size=14), 0, _TOP)
    row.addWidget(Text(line.detail, role="small", tone="soft", wrap=True), 1)
    return whole


def _step(line: Line) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    number = Text(line.number, role="small_strong", tone="accent")
    number.setProperty("cap", True)
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    number.setMinimumWidth(GRID * 7)
    number.setFixedHeight(22)
    row.addWidget(number, 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(line.text, wrap=True, select=True))
    words.addWidget(Text(line.detail, role="small", tone="soft", wrap=True))
    row.addLayout(words, 1)
    return row


def _pair(line: Line) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 2)
    if line.icon:
        grid.addWidget(Icon(line.icon, size=16), 0, 0, _TOP)
    label = Text(line.detail, tone="soft", wrap=True)
    label.setFixedWidth(132)
    grid.addWidget(label, 0, 1, _TOP)
    grid.addWidget(Text(line.text, wrap=True, select=True), 0, 2)
    grid.setColumnStretch(2, 1)
    return grid


def _correction(line: Line) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    row.addWidget(Icon("pencil", size=16, ink="warn"), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(line.text, wrap=True))
    words.addWidget(Text(line.detail, role="small", tone="warn", wrap=True))
    row.addLayout(words, 1)
    return row


def _number(number: str) -> Text:
    text = Text(f"{number}." if number and not number.endswith((".", ")")) else number, tone="soft")
    text.setMinimumWidth(GRID * 6)
    text.setAlignment(Qt.AlignmentFlag.AlignRight)
    return text


_MAKERS = {"requirement": _requirement, "step": _step, "pair": _pair, "correction": _correction}
