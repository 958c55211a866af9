"""One set of type sizes and column widths for each paper, so that all papers look like one office's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.print.block import Style
from desk.print.paper import MM, Paper

LARGE = 17.0
"""Body type in large print; nothing that matters is under 16 points."""

_BODY: Mapping[str, float] = {"a3": 14, "a4": 10, "f4": 10, "half": 9, "a5": 9, "a6": 8, "roll80": 8.5, "roll58": 8}


@dataclass(frozen=True, slots=True)
class Look:
    """Styles and measures, in points.

    Attributes:
        body, note, label: running text, what explains it, the small word over a value.
        heading, title: of a section, of the paper.
        box: the side of a tick box.
        slot: the room for a number, and for a box with the space after it.
        column: the room for form and number at the right of a row; 0 where they stand under the text.
        hair: the grey of the fine lines between rows.
    """

    body: Style
    note: Style
    label: Style
    heading: Style
    title: Style
    box: float
    slot: float
    column: float
    hair: float


def look_for(paper: Paper, *, large: bool = False, size: float | None = None) -> Look:
    """The look of a paper; `size` of the body type in place of the usual one. Rolls and large print are black only."""
    size = LARGE if large else size or _BODY[paper.name]
    faint = 0.0 if paper.roll or large else 0.3
    small = max(16.0, size * 0.95) if large else max(6.8, size * 0.86)
    wide = not paper.roll and not large and paper.width > 140
    return Look(
        body=Style(size),
        note=Style(small, grey=faint),
        label=Style(small if large else max(6.5, size * 0.8), grey=faint),
        heading=Style(size * 1.08, "bold"),
        title=Style(size * (1.2 if paper.roll or large else 1.4), "bold"),
        box=size * 0.92,
        slot=size * (1.75 if paper.roll else 1.9),
        column=(33 * MM if paper.width > 200 else 27 * MM) if wide else 0.0,
        hair=0.0 if paper.roll or large else 0.55,
    )


def hopeless(height: float, size: float, smaller: float, room: float) -> bool:
    """Whether what is `height` high in type of `size` can't fit into `room` in `smaller` type either, so that laying it
    out again is idle: text shrinks at most with the square of its size.
    """
    return height * (smaller / size) ** 2 > room
