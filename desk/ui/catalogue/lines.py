"""The lines of a component on the sheet: texts, requirements, steps, pairs, and what the office has corrected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.catalogue.corrected import Corrected
from desk.ui.catalogue.standard import Line
from desk.ui.kit import theme
from desk.ui.kit.button import Button
from desk.ui.kit.chip import Chip
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID

_TOP = Qt.AlignmentFlag.AlignTop
_MARK = GRID * 6
Ask = Callable[[str], None]


def lay_line(line: Line, ask: Ask) -> QLayout:
    """The line as a layout; `ask` is called with a paper's id."""
    if line.kind == "requirement":
        return _requirement(line, ask)
    return {"step": _step, "pair": _pair}.get(line.kind, _text)(line)


class CorrectedBox(QFrame):
    """A correction: the printed reading struck out, the one that holds, since when and why.

    Signals:
        withdraw_requested: take it back.
    """

    withdraw_requested = Signal(int)

    def __init__(self, corrected: Corrected, *, own: bool) -> None:
        super().__init__()
        theme.set_mark(self, "banner", "info")
        body = QVBoxLayout(self)
        body.setContentsMargins(GRID * 3, GRID * 2, GRID * 2, GRID * 2)
        body.setSpacing(GRID)
        chip = Chip(
            tr("Dibetulkan") if corrected.in_force else tr("Akan dibetulkan"),
            tone="info" if corrected.in_force else "quiet",
            icon="pencil",
        )
        head = row(chip, Text(corrected.place, role="small_strong", wrap=True))
        head.setStretch(1, 1)
        if own:
            withdraw = Button(tr("Cabut"), kind="quiet", icon="undo-2", name=tr("Cabut pembetulan ini"))
            withdraw.clicked.connect(partial(self.withdraw_requested.emit, corrected.index))
            head.addWidget(withdraw, 0, _TOP)
        body.addLayout(head)
        printed = Text(corrected.printed, tone="soft", wrap=True, select=True)
        face = printed.font()
        face.setStrikeOut(corrected.in_force)
        printed.setFont(face)
        body.addLayout(_labelled(tr("tercetak"), printed))
        holds = Text(corrected.holds, role="strong", wrap=True, select=True)
        body.addLayout(_labelled(tr("berlaku") if corrected.in_force else tr("nanti"), holds))
        body.addWidget(Text(corrected.why, role="small", tone="soft", wrap=True))


def _labelled(label: str, value: QWidget) -> QHBoxLayout:
    words = Text(label, role="small", tone="soft")
    words.setFixedWidth(64)
    made = QHBoxLayout()
    made.setSpacing(GRID * 2)
    made.addWidget(words, 0, _TOP)
    made.addWidget(value, 1)
    return made


def _text(line: Line) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(GRID * 2)
    if line.number:
        made.addWidget(_number(line.number), 0, _TOP)
    elif line.icon:
        made.addWidget(Icon(line.icon, size=16), 0, _TOP)
    tone = "soft" if line.kind == "missing" else "ink"
    made.addWidget(Text(line.text, wrap=True, tone="soft" if tone == "soft" else "ink", select=True), 1)
    return made


def _requirement(line: Line, ask: Ask) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(line.depth * GRID * 7, 0, 0, 0)
    made.setSpacing(GRID * 2)
    made.addWidget(_number(line.number), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(line.text, wrap=True, select=True))
    if line.detail:
        words.addWidget(_detail(line))
    made.addLayout(words, 1)
    if line.document:
        name = tr("Layanan yang meminta berkas ini: {text}", text=line.text)
        who = Button("", kind="quiet", icon="search", name=name)
        who.setToolTip(tr("Layanan mana saja yang meminta berkas ini?"))
        who.setFixedHeight(26)
        who.clicked.connect(partial(ask, line.document))
        made.addWidget(who, 0, _TOP)
    return made


def _detail(line: Line) -> QWidget:
    whole = QWidget()
    made = QHBoxLayout(whole)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(GRID + 2)
    if line.icon:
        made.addWidget(Icon(line.icon, size=14), 0, _TOP)
    made.addWidget(Text(line.detail, role="small", tone="soft", wrap=True), 1)
    return whole


def _step(line: Line) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(GRID * 2)
    number = Text(line.number, role="small_strong", tone="accent")
    number.setProperty("cap", True)
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    number.setMinimumWidth(GRID * 7)
    number.setFixedHeight(22)
    made.addWidget(number, 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(line.text, wrap=True, select=True))
    words.addWidget(Text(line.detail, role="small", tone="soft", wrap=True))
    made.addLayout(words, 1)
    return made


def _pair(line: Line) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(GRID * 2)
    if line.icon:
        made.addWidget(Icon(line.icon, size=16), 0, _TOP)
    label = Text(line.detail, tone="soft", wrap=True)
    label.setFixedWidth(132)
    made.addWidget(label, 0, _TOP)
    made.addWidget(Text(line.text, wrap=True, select=True), 1)
    return made


def _number(number: str) -> Text:
    text = Text(f"{number}." if number and not number.endswith((".", ")")) else number, tone="soft")
    text.setMinimumWidth(_MARK)
    text.setAlignment(Qt.AlignmentFlag.AlignRight)
    return text
