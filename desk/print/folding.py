"""An A4 sheet on its side, folded in three: which panel lies where, and the marks to fold along.

The panel that is folded inwards is three millimetres narrower, so that it lies flat; text is equally wide in all. Each
page after the second is a loose one of three panels, folded in the same way and put into the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from desk.print.block import Block, Stroke
from desk.print.paper import MM, Paper
from desk.print.sheet import Sheet

_HEIGHT = 210
PANEL = Paper("panel", 84, _HEIGHT, 0, 0, 10, 10)
"""What can be written on: a page of its own, to be laid out by a `Sheet`."""
_FLAT = Paper("a4 turned", 297, _HEIGHT, 0, 0, 0, 0)
_OUTSIDE = (97, 100, 100)
"""How wide in millimetres the panels are, from the left: folded inwards, back, cover."""
_INSIDE = (100, 100, 97)
_MARK = 5 * MM
"""How long a fold mark is; text begins at twice that."""


def panel_sheet() -> Sheet:
    """An empty sheet whose pages are panels."""
    return Sheet(PANEL, quiet=True)


def folded(flap: Block, back: Block, cover: Block, inside: Sequence[Block]) -> Sheet:
    """The leaflet: the outside first, then the inside, from the left."""
    sheet = Sheet(_FLAT, quiet=True)
    sheet.put(_page((flap, back, cover), _OUTSIDE))
    for first in range(0, len(inside), 3):
        sheet.put(_page(inside[first : first + 3], _INSIDE))
    return sheet


def _page(panels: Sequence[Block], widths: Sequence[float]) -> Block:
    page = Block(_FLAT.body)
    height = _HEIGHT * MM
    x = 0.0
    for index, room in enumerate(widths):
        if index < len(panels):
            page.put(panels[index], (x + (room - PANEL.width) / 2) * MM, PANEL.top * MM)
        x += room
        if index < 2:
            for top in (0.0, height - _MARK):
                page.shapes.append(Stroke(x * MM, top, x * MM, top + _MARK, 0.5, grey=0.45, dash=2))
    page.height = height
    return page
