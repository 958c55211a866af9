"""The way of a file as a drawing: which stations there are, how each stands, and where on the panel it lies. Without Qt.

The way runs from left to right and goes on in the next row where the panel ends; what leaves it (a branch) has rows of
its own below, begun by a diamond that names the case. Measures are pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Standing = Literal["done", "now", "stopped", "ahead", "passed_by"]
Kind = Literal["step", "fork", "end"]
Point = tuple[float, float]

CELL_LEAST, CELL_MOST = 94, 170
MARK = 11
"""Radius of a station's mark."""
FILE, LOOP, PAST = 30, 44, 26
"""Room above a mark: for the file on it, for the file beside the route, for where it was beside the route before."""
WORDS = 5
"""Between a mark and its words."""
MARGIN = 8
"""What stays free at either side, so that words don't touch the line that turns there."""
GAP = 14
"""Between two rows: the line comes back to the left there."""
EDGE = 5
"""How far from the panel's edge the line turns."""
Measure = Callable[[str, bool], float]
"""How wide a text is in small type; strong or not."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Where a file went from a step, and comes back to: a disposition beside the route, another body, its applicant.

    Attributes:
        words: what it was, with how it ended. here: the file is there now. outside: not in the office.
    """

    words: str
    here: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A station of the drawing.

    Attributes:
        number: its place on the way; empty beside it.
        word: what is done there, in a word or two; who: by whom; time: how long the file was there.
        here: the file lies there now, at the station itself.
        said: all of it in one text, for somebody who listens, and for the line below the picture.
    """

    key: str
    kind: Kind
    number: str
    word: str
    who: str
    standing: Standing
    said: str
    time: str = ""
    outside: bool = False
    here: bool = False
    forks: bool = False
    loops: tuple[Loop, ...] = ()

    @property
    def at_loop(self) -> bool:
        """Whether the file is beside the route here."""
        return any(loop.here for loop in self.loops)


@dataclass(frozen=True, slots=True)
class Route:
    """The way, and what leaves it: `sides` by the key of the step that they leave from, each begun by its fork."""

    way: tuple[Stop, ...]
    sides: Mapping[str, tuple[tuple[Stop, ...], ...]]

    def stops(self) -> Iterator[Stop]:
        """All of them, the way first."""
        yield from self.way
        for sides in self.sides.values():
            for side in sides:
                yield from side


@dataclass(frozen=True, slots=True)
class Spot:
    """A station in its place: the mark's centre, the cell round it, and its words line by line.

    Attributes:
        heads, who: what is done and by whom, each on at most two lines, cut where there is no room.
    """

    stop: Stop
    x: float
    y: float
    left: float
    width: float
    top: float
    bottom: float
    heads: tuple[str, ...]
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of the line, through these points; `walked` where the file has come along it."""

    points: tuple[Point, ...]
    walked: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole, laid out at one width."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]

    def place_of(self, key: str) -> int | None:
        """Where the station of that key is among the spots."""
        return next((place for place, spot in enumerate(self.spots) if spot.stop.key == key), None)


def laid_out(route: Route, width: float, line: float, measure: Measure) -> Drawing:
    """The route on a panel of that width, `line` being the height of a line of small words."""
    width = max(width, float(CELL_LEAST))
    columns = _columns(len(route.way), width)
    pen = _Pen(width, line, min((width - 2 * MARGIN) / columns, float(CELL_MOST)), measure)
    before: Spot | None = None
    for row in _rows(route.way, columns):
        before = pen.put_row(row, before)
        for side in _packed([side for stop in row for side in route.sides.get(stop.key, ())]):
            last: Spot | None = None
            for cells in _rows(side, columns):
                last = pen.put_row(cells, last, line=side[-1].kind != "fork")
    return Drawing(width, pen.y, tuple(pen.spots), tuple(pen.strokes))


class _Pen:
    """Puts rows one under the other.

    Attributes:
        y: how far down it has come.
    """

    def __init__(self, width: float, line: float, cell: float, measure: Measure) -> None:
        self._width, self._line, self._cell, self._measure = width, line, cell, measure
        self.y = 0.0
        self.spots: list[Spot] = []
        self.strokes: list[Stroke] = []

    def put_row(self, stops: Sequence[Stop], before: Spot | None, *, line: bool = True) -> Spot:
        """A row of stations, with the line from the end of the row `before`; returns its last."""
        top = self.y + (GAP if self.y else 2.0)
        centre = top + max(_over(stop) for stop in stops) + MARK + 2
        placed = [self._spot(stop, place, top, centre) for place, stop in enumerate(stops)]
        if before is not None and line:
            self._turn(before, placed[0], top)
        for left, right in pairwise(placed) if line else ():
            self.strokes.append(Stroke(((left.x, left.y), (right.x, right.y)), _walked(left.stop, right.stop)))
        self.spots += placed
        self.y = max(spot.bottom for spot in placed)
        return placed[-1]

    def _spot(self, stop: Stop, place: int, top: float, centre: float) -> Spot:
        left, room = MARGIN + self._cell * place, self._cell - 6
        heads = two_lines(stop.word, room, lambda text: self._measure(text, True))
        who = two_lines(stop.who, room, lambda text: self._measure(text, False))
        lines = len(heads) + len(who) + bool(stop.time)
        bottom = centre + MARK + WORDS + lines * self._line + 2
        return Spot(stop, left + self._cell / 2, centre, left, self._cell, top, bottom, heads, who)

    def _turn(self, last: Spot, first: Spot, top: float) -> None:
        """From the end of one row to the beginning of the next: to the edge, down, back, down."""
        level = top - GAP / 2
        right, left = self._width - EDGE, float(EDGE)
        points = (
            (last.x, last.y), (right, last.y), (right, level), (left, level), (left, first.y), (first.x, first.y),
        )  # fmt: skip
        self.strokes.append(Stroke(points, _walked(last.stop, first.stop)))


def _columns(stops: int, width: float) -> int:
    """How many stations stand side by side: evenly many in every row."""
    most = max(1, int((width - 2 * MARGIN) // CELL_LEAST))
    rows = -(-stops // most)
    return max(1, -(-stops // max(rows, 1)))


def _rows(stops: Sequence[Stop], columns: int) -> list[Sequence[Stop]]:
    return [stops[start : start + columns] for start in range(0, len(stops), columns)]


def _packed(sides: Sequence[tuple[Stop, ...]]) -> list[tuple[Stop, ...]]:
    """Branches with steps of their own each have a line; those that only lead back share one."""
    own = [side for side in sides if len(side) > 1]
    back = tuple(side[0] for side in sides if len(side) == 1)
    return [*own, *([back] if back else [])]


def _over(stop: Stop) -> float:
    """The room that a station needs above its mark."""
    if stop.at_loop:
        return LOOP
    return FILE if stop.here else PAST if stop.loops else 4.0


def two_lines(text: str, room: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The text on at most two lines, broken at spaces and strokes; what has no room is cut with dots."""
    if not text or measure(text) <= room:
        return (text,) if text else ()
    breaks = [place + 1 for place, letter in enumerate(text) if letter in " /-"]
    fitting = [place for place in breaks if measure(text[:place].rstrip()) <= room]
    if not fitting:
        return (_cut(text, room, measure),)
    rest = text[fitting[-1] :].lstrip()
    second = rest if measure(rest) <= room else _cut(rest, room, measure)
    return (text[: fitting[-1]].rstrip(), second) if second else (text.rstrip(),)


def _cut(text: str, room: float, measure: Callable[[str], float]) -> str:
    length = next((n for n in range(len(text), 0, -1) if measure(f"{text[:n].rstrip()}…") <= room), 1)
    return f"{text[:length].rstrip()}…"


def _walked(left: Stop, right: Stop) -> bool:
    return left.standing == "done" and right.standing in ("done", "now", "stopped")
