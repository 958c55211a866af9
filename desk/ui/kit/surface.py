"""What things stand on: cards, panels, scroll areas, and two columns with a movable divide."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desk.ui.kit.text import Heading
from desk.ui.kit.tokens import GRID


class Card(QFrame):
    """A white sheet with a hairline round it.

    Attributes:
        body: the layout to put things in.
        heading: its heading, or None.
    """

    def __init__(self, heading: str = "", *, spacing: int = GRID * 2, surface: str = "card") -> None:
        super().__init__()
        self.setProperty("surface", surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 3)
        self.body.setSpacing(spacing)
        self.heading = Heading(heading) if heading else None
        if self.heading:
            self.body.addWidget(self.heading)


class Scroll(QScrollArea):
    """A column that scrolls up and down only, by keyboard too.

    Attributes:
        body: the layout to put things in.
    """

    def __init__(self, name: str, *, margins: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(GRID * 3)
        self.setWidget(inner)


class Columns(QSplitter):
    """Two or three columns side by side; none can be folded away by accident."""

    def __init__(self, *columns: QWidget, stretch: tuple[int, ...] = ()) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GRID * 2)
        for index, column in enumerate(columns):
            self.addWidget(column)
            self.setStretchFactor(index, stretch[index] if stretch else 1)


def row(*things: QWidget | Literal["stretch"] | QLayout, spacing: int = GRID * 2) -> QHBoxLayout:
    """Things side by side."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for thing in things:
        if isinstance(thing, QWidget):
            made.addWidget(thing)
        elif isinstance(thing, QLayout):
            made.addLayout(thing)
        else:
            made.addStretch(1)
    return made


def side_by_side(*fields: QWidget, spacing: int = GRID * 3, stretch: tuple[int, ...] = ()) -> QHBoxLayout:
    """Fields side by side, their tops in one line whatever is said below them."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for index, field in enumerate(fields):
        made.addWidget(field, stretch[index] if stretch else 1, Qt.AlignmentFlag.AlignTop)
    return made


def column(*things: QWidget | Literal["stretch"] | QLayout, spacing: int = GRID * 2) -> QVBoxLayout:
    """Things one under the other."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for thing in things:
        if isinstance(thing, QWidget):
            made.addWidget(thing)
        elif isinstance(thing, QLayout):
            made.addLayout(thing)
        else:
            made.addStretch(1)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
