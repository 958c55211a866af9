"""What several papers are made of: values under labels, labels beside values, channels, tick marks, columns."""

from __future__ import annotations

from collections.abc import Sequence

from desk.domain.catalogue import Channel
from desk.print.block import Block, Box, Circle, Stroke
from desk.print.look import Look
from desk.print.wording import channel_words


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
    """Ways to complain, in two columns where there is room; on the narrowest paper each under its label."""
    count = 2 if look.column else 1
    label = look.note.size * 7.3
    stacked = width / count - label < look.note.size * 11
    rows = -(-len(channels) // count)
    table = Block(width)
    y = 0.0
    for index, channel in enumerate(channels):
        name, value = channel_words(channel)
        column, row = divmod(index, rows)
        x = column * width / count
        top = 0.0 if row == 0 else y
        y = table.write(name, look.note.bold() if stacked else look.note, x=x, y=top, room=label - 4)
        at = (x, y) if stacked else (x + label, top)
        y = max(y, table.write(value, look.note, x=at[0], y=at[1], room=width / count - (at[0] - x) - 4))
    return table


def tick_mark(block: Block, mark: str, x: float, top: float, look: Look) -> None:
    """A square (``box``) or a circle on the height of the line of body text that begins at `top`."""
    y = top + (look.body.line - look.box) / 2
    if mark == "circle":
        block.shapes.append(Circle(x + look.box / 2, y + look.box / 2, look.box / 2, 0.8))
    else:
        block.shapes.append(Box(x, y, look.box, look.box, 0.8))
