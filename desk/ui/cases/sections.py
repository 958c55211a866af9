"""The sections of a case's sheet: pairs, checklist, dispositions, letters, papers, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.cases.dossier import Press, Row, Section
from desk.ui.kit.button import Button
from desk.ui.kit.flow import Flow
from desk.ui.kit.icons import Icon
from desk.ui.kit.surface import row as side
from desk.ui.kit.text import Heading, Rule, Text
from desk.ui.kit.tokens import GRID

_TOP = Qt.AlignmentFlag.AlignTop
Pressed = Callable[[Press], None]
_FIRST, _FEW = 30, 5
"""Rows of a section that are made at first, and how few more are made all the same: a history may have hundreds."""


class SectionView(QWidget):
    """Heading, hairline, rows; or what it means that there are none. Rows with chapters can be looked at by chapter."""

    def __init__(self, section: Section, pressed: Pressed, chapter: str = "") -> None:
        super().__init__()
        self._section = section
        self.chapter = chapter
        self._chips: dict[str, Button] = {}
        self._rows: list[tuple[str, QWidget]] = []
        self.setAccessibleName(section.heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + 2)
        heading = Heading(section.heading)
        if section.right:
            heading.right.addWidget(Text(section.right, role="small", tone="soft"))
        if section.press is not None:
            heading.right.addWidget(_button(section.press, pressed))
        column.addWidget(heading)
        column.addWidget(Rule())
        if section.chapters:
            column.addWidget(self._chapters())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID + 2)
        column.addLayout(self._lines)
        self._pressed = pressed
        rest = len(section.rows) - _FIRST
        self._more = (
            Button(tr("Tampilkan {count} lagi", count=rest), kind="quiet", icon="plus") if rest > _FEW else None
        )
        if self._more is not None:
            self._more.clicked.connect(self.show_all)
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(section.rows if self._more is None else section.rows[:_FIRST])
        if not section.rows:
            column.addWidget(Text(section.empty, tone="soft", wrap=True))
        self.show_chapter(chapter)

    @property
    def heading(self) -> str:
        """What it is headed."""
        return self._section.heading

    def show_all(self) -> None:
        """The rows that were left out at first, too."""
        if self._more is not None and not self._more.isHidden():
            self._more.hide()
            self._add(self._section.rows[_FIRST:])

    def show_chapter(self, chapter: str) -> None:
        """Only the rows of that part; all of them where it is empty or has none."""
        if chapter:
            self.show_all()
        there = {key for key, _ in self._section.chapters}
        self.chapter = chapter if chapter in there else ""
        for key, chip in self._chips.items():
            chip.setChecked(key == self.chapter)
        for key, row in self._rows:
            row.setVisible(self.chapter in ("", key))

    def _add(self, rows: Sequence[Row]) -> None:
        for row in rows:
            made = QWidget()
            made.setLayout(_pair(row) if row.label else _line(row, self._pressed))
            self._rows.append((row.chapter, made))
            self._lines.addWidget(made)

    def _chapters(self) -> Flow:
        flow = Flow(gap=GRID)
        for key, words in (("", tr("Semua")), *self._section.chapters):
            chip = Button(words, kind="filter")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, key=key: self.show_chapter(key))
            self._chips[key] = chip
            flow.add(chip)
        return flow


def _button(press: Press, pressed: Pressed) -> Button:
    made = Button(press.words, kind="quiet")
    made.clicked.connect(lambda _=False: pressed(press))
    return made


def _pair(row: Row) -> QHBoxLayout:
    made = side()
    label = Text(row.label, tone="soft", wrap=True)
    label.setFixedWidth(112)
    made.addWidget(label, 0, _TOP)
    made.addWidget(Text(row.text, wrap=True, select=True), 1)
    return made


def _line(row: Row, pressed: Pressed) -> QHBoxLayout:
    made = side()
    made.setContentsMargins(row.depth * GRID * 6, 0, 0, 0)
    if row.icon:
        made.addWidget(Icon(row.icon, size=16, ink=row.tone), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    text = f"{row.number}. {row.text}" if row.number else row.text
    words.addWidget(Text(text, role="strong" if row.strong else "body", tone="soft" if row.soft else "ink", wrap=True))
    if row.detail:
        tone = "soft" if row.tone in ("quiet", "ok") else row.tone
        words.addWidget(Text(row.detail, role="small", tone="soft" if tone == "quiet" else tone, wrap=True))
    made.addLayout(words, 1)
    if row.press is not None:
        made.addWidget(_button(row.press, pressed), 0, _TOP)
    return made
