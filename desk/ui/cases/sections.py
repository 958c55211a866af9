"""The sections of a case's sheet: pairs, checklist, route with the file on it, papers, history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.ui.cases.dossier import Row, Section
from desk.ui.kit.icons import Icon
from desk.ui.kit.text import Heading, Rule, Text
from desk.ui.kit.tokens import GRID

_TOP = Qt.AlignmentFlag.AlignTop


def section_widget(section: Section) -> QWidget:
    """Heading, hairline, rows; or what it means that there are none."""
    whole = QWidget()
    whole.setAccessibleName(section.heading)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID + 2)
    heading = Heading(section.heading)
    if section.right:
        heading.right.addWidget(Text(section.right, role="small", tone="soft"))
    column.addWidget(heading)
    column.addWidget(Rule())
    for row in section.rows:
        column.addLayout(_pair(row) if row.label else _line(row))
    if not section.rows:
        column.addWidget(Text(section.empty, tone="soft", wrap=True))
    return whole


def _pair(row: Row) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(GRID * 2)
    label = Text(row.label, tone="soft", wrap=True)
    label.setFixedWidth(112)
    made.addWidget(label, 0, _TOP)
    made.addWidget(Text(row.text, wrap=True, select=True), 1)
    return made


def _line(row: Row) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(row.depth * GRID * 6, 0, 0, 0)
    made.setSpacing(GRID * 2)
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
    return made
