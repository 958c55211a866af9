"""What several papers are made of: values under labels, labels beside values, channels, components, tick marks."""

from __future__ import annotations

from collections.abc import Sequence

from desk.domain.catalogue import Channel, Step
from desk.print.block import Block, Box, Circle, Stroke, Style, beside
from desk.print.fonts import width as text_width
from desk.print.look import Look
from desk.print.wording import ABSENT, channel_words

INDENT = 2.4
"""How far text is set in beside a component's number, in type sizes."""
_LITTLE = 0.8
_FEW = 4
"""Fewer ways to complain than this stay in one column."""


def value_table(
    values: Sequence[tuple[str, str, str]], width: float, look: Look, *, columns: Sequence[float], framed: bool
) -> Block:
    """Values (label, value, remark), side by side in these parts of the width, or one under the other without any."""
    if not columns:
        return _stacked(values, width, look)
    pad = 6.0
    table = Block(width)
    x = 0.0
    for (label, value, remark), part in zip(values, columns, strict=True):
        room = width * part - 2 * pad
        y = table.write(label, look.label, x=x + pad, y=pad - 1, room=room) + 1
        y = table.write(value, look.body.bold(), x=x + pad, y=y, room=room)
        table.write(remark, look.label, x=x + pad, y=y, room=room)
        x += width * part
    table.skip(pad - 1)
    if framed:
        table.shapes.append(Box(0, 0, width, table.height, 0.6))
        x = 0.0
        for part in columns[:-1]:
            x += width * part
            table.shapes.append(Stroke(x, 0, x, table.height, 0.6))
    return table


def _stacked(values: Sequence[tuple[str, str, str]], width: float, look: Look) -> Block:
    table = Block(width)
    for label, value, remark in values:
        table.write(label, look.label)
        table.write(value, look.body.bold())
        table.write(remark, look.note)
        table.skip(look.body.size * 0.25)
    return table


def labelled(
    values: Sequence[tuple[str, str]], width: float, look: Look, *, label: float, strong: frozenset[str] = frozenset()
) -> Block:
    """`Label : value` lines with the values aligned at `label`; those labels named in `strong` have bold values."""
    table = Block(width)
    for name, value in values:
        if not value:
            continue
        top = table.height
        style = look.body.bold() if name in strong else look.body
        table.write(name, look.body, y=top, room=label - 4)
        table.write(":", look.body, x=label, y=top)
        table.write(value, style, x=label + look.body.size * 0.6, y=top)
        table.skip(look.body.size * 0.12)
    return table


def channel_table(channels: Sequence[Channel], width: float, look: Look) -> Block:
    """Ways to complain: in two columns where that is lower and breaks no address; where it is narrow each under its label."""
    rows = [channel_words(channel) for channel in channels]
    whole = _channel_column(rows, width, look)
    gap = look.note.size * 1.6
    half = (width - gap) / 2
    if len(rows) < _FEW or not _in_line(rows, half, look):
        return whole
    places = [n for n, (name, _) in enumerate(rows) if n and name]  # what has no label belongs to what is above it
    cuts = [(_channel_column(rows[:n], half, look), _channel_column(rows[n:], half, look)) for n in places]
    if not cuts:
        return whole
    left, right = min(cuts, key=lambda sides: max(side.height for side in sides))
    pair = beside(width, [(0, left), (half + gap, right)])
    return pair if pair.height < whole.height else whole


def _channel_column(rows: Sequence[tuple[str, str]], width: float, look: Look) -> Block:
    column = Block(width)
    if not rows:
        column.write(ABSENT, look.note)
    label = _label_room(rows, look)
    stacked = width - label < look.note.size * 11
    for name, value in rows:
        top = column.height
        below = column.write(name, look.note.bold() if stacked else look.note, y=top, room=label)
        x, y = (0.0, below) if stacked else (label, top)
        column.write(value, _whole(value, look.note, width - x), x=x, y=y, room=width - x)
    return column


def _whole(text: str, style: Style, room: float) -> Style:
    """A little smaller where that keeps an address in one piece."""
    smaller = style.fitting(text.split(), room)
    return smaller if smaller.size >= style.size * _LITTLE else style


def _label_room(rows: Sequence[tuple[str, str]], look: Look) -> float:
    widest = max((text_width(name, look.note.face, look.note.size) for name, _ in rows), default=0.0)
    return widest + look.note.size if widest else 0.0


def _in_line(rows: Sequence[tuple[str, str]], width: float, look: Look) -> bool:
    """Whether labels and values stand beside each other in this width, and no word of them is broken."""
    room = width - _label_room(rows, look)
    return room >= look.note.size * 11 and all(fits(value, look.note, room) for _, value in rows)


def fits(text: str, style: Style, room: float) -> bool:
    """Whether every word of `text` has room on a line."""
    return all(text_width(word, style.face, style.size) <= room for word in text.split())


def continued(title: str, width: float, size: float, *, ruled: bool = True) -> Block:
    """What a further page begins with: it may hang beside the first, or have lost it."""
    head = Block(width)
    head.write(f"{title} (lanjutan)", Style(size * 1.1, "bold"), even=True)
    head.skip(size * 0.25)
    if ruled:
        head.rule(1)
        head.skip(size * 0.6)
    return head


def component(number: int, heading: str, first: Block, width: float, size: float) -> Block:
    """A component of the standard: a black square with its number, the heading beside it, and the first row under it,
    set in by `INDENT` type sizes.
    """
    block = Block(width)
    side = size * 1.7
    style = Style(size * 1.1, "bold")
    top = (side - style.line) / 2
    digit = Style(size * 1.1 if number < 10 else size, "bold", grey=1.0)
    block.shapes.append(Box(0, 0, side, side, fill=0.0))
    x = (side - text_width(str(number), digit.face, digit.size)) / 2
    block.write(str(number), digit, x=x, y=(side - digit.line) / 2)
    block.write(heading, style, x=size * INDENT, y=top)
    block.height = max(block.height, side) + size * 0.1
    block.put(first, size * INDENT)
    return block


def numbered(number: str | None, text: str, depth: int, width: float, look: Look, *, even: bool = False) -> Block:
    """An entry with its printed number, a dot where none is printed, or nothing where that is empty; `even` as in `Block.write`."""
    row = Block(width)
    slot = look.body.size * 1.7
    start = depth * slot
    row.write(f"{number}." if number else "•" if number is None else "", look.body, x=start, y=0, room=slot)
    row.write(text, look.body, x=start + slot, y=0, even=even)
    row.skip(look.body.size * 0.12)
    return row


def step_rows(route: Sequence[Step], width: float, look: Look, *, even: bool = False) -> list[Block]:
    """The steps with their printed numbers; of a printed step that two officials share, the number stands once."""
    numbers = [step.number for step in route]
    said = [
        "" if number and number == before else number for before, number in zip([None, *numbers], numbers, strict=False)
    ]
    return [numbered(number, step.title, 0, width, look, even=even) for number, step in zip(said, route, strict=True)]


def tick_mark(block: Block, mark: str, x: float, top: float, look: Look) -> None:
    """A square (``box``) or a circle on the height of the line of body text that begins at `top`."""
    y = top + (look.body.line - look.box) / 2
    if mark == "circle":
        block.shapes.append(Circle(x + look.box / 2, y + look.box / 2, look.box / 2, 0.8))
    else:
        block.shapes.append(Box(x, y, look.box, look.box, 0.8))
