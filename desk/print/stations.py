"""The way of a file as a line of stations: who does what, one under the other.

A black station is the office's, a white one the applicant's or another body's. Stations are counted as they are come
to: a decree's own numbers jump and repeat. A step off the normal way has a small station without a number; its text
says when it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desk.domain.catalogue import Service, Step
from desk.domain.route import normal_way
from desk.print.block import Block, Circle, Stroke, Style
from desk.print.fonts import width as text_width
from desk.print.look import Look

_RADIUS = 0.82
"""A station's, in type sizes; a small one's is half of it."""
_LINE = 1.1
"""How thick the line is, in points."""


def stations(service: Service, width: float, look: Look) -> Iterator[Block]:
    """One row a step, to be put one under the other without a gap; the line runs on from page to page."""
    way = normal_way(service)
    count = 0
    for index, step in enumerate(service.route):
        number = ""
        if step in way:
            count += 1
            number = str(count)
        yield _station(step, number, width, look, first=index == 0, last=index + 1 == len(service.route))


def legend(width: float, look: Look) -> Block:
    """What black and white mean."""
    block = Block(width)
    x = 0.0
    radius = look.note.size * 0.36
    for fill, text in ((0.0, "dikerjakan dinas"), (1.0, "pemohon atau pihak lain")):
        block.shapes.append(Circle(x + radius, look.note.line / 2, radius, 0.8, fill))
        x += radius * 2 + look.note.size * 0.4
        block.write(text, look.note, x=x, y=0)
        x += text_width(text, look.note.face, look.note.size) + look.note.size
    return block


def _station(step: Step, number: str, width: float, look: Look, *, first: bool, last: bool) -> Block:
    size = look.body.size
    radius = size * _RADIUS
    x = radius * 2 + size * 0.55
    row = Block(width)
    digit = replace(_name(look), grey=0.0 if step.external else 1.0)
    row.write(number, digit, y=radius - digit.line / 2, room=radius * 2, align="centre")
    below = row.write(step.actor, _name(look), x=x, y=0)
    row.write(step.title, look.body, x=x, y=below)
    row.height = max(row.height, radius * 2)
    if not last:
        row.skip(size * 0.5)
    centre = radius if number else _name(look).line / 2
    row.shapes.append(Stroke(radius, centre if first else 0.0, radius, centre if last else row.height, _LINE))
    row.shapes.append(Circle(radius, centre, radius if number else radius / 2, _LINE, 1.0 if step.external else 0.0))
    return row


def _name(look: Look) -> Style:
    """In which the actor and the number are written."""
    return Style(look.body.size * 0.9, "bold")
