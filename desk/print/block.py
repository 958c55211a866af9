"""Measured pieces of paper: lines of text and shapes, placed within a block that is not yet placed on a page.

Lengths are points; x runs right and y runs **down** from the block's upper left corner. A block knows its height, can
be put into another block, and can be cut between two lines where it is taller than the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from desk.print.fonts import ASCENT, DESCENT, Face, Shaped, clean, shape, width

Align = Literal["left", "centre", "right"]

_BREAKABLE = re.compile(r"(?<=[/\-@._,;:])")


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and leading in points, grey from 0 (black) to 1."""

    size: float
    face: Face = "regular"
    leading: float = 0.0
    grey: float = 0.0

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.leading or self.size * 1.22

    @property
    def lead(self) -> float:
        """From the top of a line down to its baseline."""
        return (self.line - self.size * (ASCENT + DESCENT)) / 2 + self.size * ASCENT

    def bold(self) -> Style:
        """The same, bold."""
        return replace(self, face="bold")

    def scaled(self, factor: float) -> Style:
        """The same, larger or smaller."""
        return replace(self, size=self.size * factor, leading=self.leading * factor)

    def fitting(self, texts: Iterable[str], room: float) -> Style:
        """The same, as much smaller as each of `texts` needs to stay on one line; not less than half."""
        needed = max((width(text, self.face, self.size) for text in texts), default=0.0)
        return self if needed <= room else self.scaled(max(0.5, room / needed * 0.995))


class Words(NamedTuple):
    """One line of text: `y` is its baseline, `top` and `bottom` what it needs of the height."""

    x: float
    y: float
    top: float
    bottom: float
    shaped: Shaped
    size: float
    grey: float


class Stroke(NamedTuple):
    """A straight line; `dash` is the length of its dashes, 0 for none."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    grey: float = 0.0
    dash: float = 0.0


class Box(NamedTuple):
    """A rectangle, drawn (`thickness` above 0) or filled (`fill` is a grey)."""

    x: float
    y: float
    width: float
    height: float
    thickness: float = 0.0
    fill: float | None = None


class Circle(NamedTuple):
    """A circle, drawn; `fill` is a grey."""

    x: float
    y: float
    radius: float
    thickness: float
    fill: float | None = None


class Link(NamedTuple):
    """A place that leads to a page of the same paper, counted from one; nothing of it is seen."""

    x: float
    y: float
    width: float
    height: float
    page: int


class Modules(NamedTuple):
    """A QR code: dark runs (x, y, length), in modules of `side` points from the upper left corner, filled as one."""

    x: float
    y: float
    side: float
    size: float
    runs: tuple[tuple[int, int, int], ...]


class Picture(NamedTuple):
    """An image file's bytes, fitted into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


Shape = Stroke | Box | Circle | Link | Modules | Picture


@dataclass(slots=True)
class Block:
    """A piece of paper of a given width, growing downwards.

    Attributes:
        width: what texts are wrapped to.
        height: how far down it reaches so far; the next thing is added there.
        above: a fine line that parts it from what is above, left out under the head of a table.
    """

    width: float
    height: float = 0.0
    words: list[Words] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    above: Stroke | None = None

    def write(
        self, text: str, style: Style, *, x: float = 0.0, y: float | None = None, room: float | None = None,
        align: Align = "left", even: bool = False,
    ) -> float:  # fmt: skip
        """Write `text`, wrapped to `room` (default: all that is right of `x`), from `y` (default: below everything);
        `even` makes its lines about equally long, as a title's should be.

        Returns:
            y under the last line; the block grows to it.
        """
        at = self.height if y is None else y
        room = self.width - x if room is None else room
        high, lead = style.line, style.lead
        for shaped in evenly(text, style, room) if even else wrap(text, style, room):
            left = x
            if align != "left":
                spare = room - shaped.width * style.size / 1000
                left += spare / 2 if align == "centre" else spare
            below = at + high * shaped.tall
            self.words.append(Words(left, at + lead, at, below, shaped, style.size, style.grey))
            at = below
        self.height = max(self.height, at)
        return at

    def skip(self, space: float) -> None:
        """Leave `space` empty below everything."""
        self.height += space

    def rule(
        self, thickness: float, *, grey: float = 0.0, x: float = 0.0, length: float | None = None, dash: float = 0.0
    ) -> None:
        """A horizontal line below everything."""
        end = self.width if length is None else x + length
        self.shapes.append(
            Stroke(x, self.height + thickness / 2, end, self.height + thickness / 2, thickness, grey, dash)
        )
        self.height += thickness

    def put(self, other: Block, x: float = 0.0, y: float | None = None, *, parted: bool = True) -> float:
        """Place another block, with the line above it unless it is not `parted`; returns y under it."""
        at = self.height if y is None else y
        self.words.extend(  # spelt out: `_replace` takes four times as long, and a line is put several times
            Words(left + x, y + at, top + at, bottom + at, shaped, size, grey)
            for left, y, top, bottom, shaped, size, grey in other.words
        )
        self.shapes.extend(moved(shape_, x, at) for shape_ in other.shapes)
        if other.above is not None and parted:
            self.shapes.append(moved(other.above, x, at))
        self.height = max(self.height, at + other.height)
        return at + other.height

    def cut(self, room: float) -> tuple[Block, Block]:
        """Two blocks, the first at most `room` high, divided where no line of text or shape is."""
        edges = [(line.top, line.bottom) for line in self.words]
        edges += [extent for extent in map(_extent, self.shapes) if extent[1] - extent[0] < room]
        at = room
        while crossing := [top for top, bottom in edges if top < at - 0.01 < bottom - 0.02]:
            at = min(crossing)
        head, tail = Block(self.width, at), Block(self.width)
        for line in self.words:
            (head if line.bottom <= at + 0.02 else tail).words.append(line)
        for shape_ in self.shapes:
            (head if _extent(shape_)[1] <= at + 0.02 else tail).shapes.append(shape_)
        rest = Block(self.width)
        rest.put(tail, 0, -at)
        rest.height = self.height - at
        return head, rest


def beside(width_: float, parts: Sequence[tuple[float, Block]]) -> Block:
    """Blocks side by side, each at its x."""
    row = Block(width_)
    for x, part in parts:
        row.put(part, x, 0)
    return row


def moved(shape_: Shape, x: float, y: float) -> Shape:
    """The same shape, elsewhere."""
    if isinstance(shape_, Stroke):
        return shape_._replace(x1=shape_.x1 + x, x2=shape_.x2 + x, y1=shape_.y1 + y, y2=shape_.y2 + y)
    return shape_._replace(x=shape_.x + x, y=shape_.y + y)


def wrap(text: str, style: Style, room: float) -> list[Shaped]:
    """`text` in lines that fit into `room`; a word that is too long is broken, after punctuation where it has some."""
    room = max(room, style.size)
    limit = room * 1000 / style.size + 0.5
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = [word for word in clean(paragraph).split(" ") if word]
        whole = " ".join(words)
        if shape(whole, style.face).width <= limit:  # most texts are a line or less
            lines.extend([whole] if whole else ())
            continue
        line, length = "", 0.0
        for word in words:
            space = shape(" ", style.face).width if line else 0.0
            wide = shape(word, style.face).width
            if line and length + space + wide > limit:
                lines.append(line)
                line, length, space = "", 0.0, 0.0
            if wide > limit:
                *full, word = _broken(word, style, room)
                lines.extend(full)
                wide = shape(word, style.face).width
            line = f"{line} {word}" if line else word
            length += space + wide
        if line:
            lines.append(line)
    return [shape(line, style.face) for line in lines]


def evenly(text: str, style: Style, room: float) -> list[Shaped]:
    """The same number of lines as `wrap` needs, the widest as narrow as can be."""
    lines = wrap(text, style, room)
    if len(lines) <= 1:
        return lines
    narrow = max(room / 2, *(width(word, style.face, style.size) for word in clean(text).split()))
    wide = room
    while wide - narrow > style.size / 4:
        middle = (narrow + wide) / 2
        tried = wrap(text, style, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            lines, wide = tried, middle
    return lines


def _broken(word: str, style: Style, room: float) -> list[str]:
    """A word in pieces of at most `room`."""
    lines = [""]
    for part in _BREAKABLE.split(word):
        if width(lines[-1] + part, style.face, style.size) <= room:
            lines[-1] += part
            continue
        if lines[-1] and width(part, style.face, style.size) <= room:
            lines.append(part)
            continue
        for letter in part:
            if lines[-1] and width(lines[-1] + letter, style.face, style.size) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def _extent(shape_: Shape) -> tuple[float, float]:
    """From which y to which y a shape reaches."""
    if isinstance(shape_, Stroke):
        return min(shape_.y1, shape_.y2), max(shape_.y1, shape_.y2)
    if isinstance(shape_, Circle):
        return shape_.y - shape_.radius, shape_.y + shape_.radius
    if isinstance(shape_, Modules):
        return shape_.y, shape_.y + shape_.size
    return shape_.y, shape_.y + shape_.height
