"""What of a file is there: one line a requirement with ADA or –, its form and how many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment, Item
from desk.print.block import Block, Stroke
from desk.print.checklist import Entry, entries
from desk.print.look import Look
from desk.print.paper import MM
from desk.print.wording import handed_over

THERE = "ADA"
ABSENT = "–"
HOLDS = "YA"


class Received(NamedTuple):
    """A requirement as the slip shows it: `mark` is ADA, YA (of a condition) or –; `detail` form and number, or why not."""

    entry: Entry
    item: Item
    mark: str
    detail: str


def received_lines(service: Service, assessment: Assessment) -> Iterator[Received]:
    """Every requirement in printed order. An entry that is only the sum of its parts has no mark of its own."""
    items = {item.requirement.id: item for item in assessment.items}
    for entry in entries(service):
        item = items.get(entry.requirement.id)
        if item is None:  # a part of something that doesn't apply
            continue
        if entry.mark or not entry.requirement.parts:
            yield Received(entry, item, _mark(item), _detail(item))
        else:
            yield Received(entry, item, "", "")


def there_already(lines: Iterator[Received]) -> list[Received]:
    """Only what is there, with the entries that it is part of."""
    kept: list[Received] = []
    depth = -1
    for line in reversed(list(lines)):
        if line.mark in (THERE, HOLDS):
            kept.append(line)
            depth = line.entry.depth
        elif line.entry.depth < depth:
            kept.append(line._replace(mark="", detail=""))
            depth = line.entry.depth
        if line.entry.depth == 0:
            depth = -1
    return kept[::-1]


def received_rows(lines: Iterator[Received] | list[Received], width: float, look: Look) -> Iterator[Block]:
    """The lines as rows: number, text, ADA, form; the form under the text where the paper is narrow."""
    mark_room = look.body.size * 2.6
    detail_room = min(34 * MM, width * 0.26) if width > 75 * MM else 0.0
    for line in lines:
        row = Block(width)
        row.above = Stroke(0, 0, width, 0, 0.3, grey=look.hair)
        top = look.body.size * 0.18
        x = line.entry.depth * look.slot * 0.75
        requirement = line.entry.requirement
        if requirement.number:
            row.write(requirement.number, look.body, x=x, y=top, room=look.slot)
        x += look.slot * 0.85 if line.entry.numbered else 0.0
        room = width - x - mark_room - detail_room - 4
        row.write(requirement.text, look.body, x=x, y=top, room=room)
        style = look.body.bold() if line.mark in (THERE, HOLDS) else look.body
        row.write(line.mark, style, x=width - mark_room - detail_room, y=top, room=mark_room)
        if detail_room:
            level = top + look.body.lead - look.note.lead
            row.write(line.detail, look.note, x=width - detail_room, y=level, room=detail_room)
        elif line.detail and line.detail != "1 berkas":  # says nothing; on a narrow roll every line counts
            row.write(line.detail, look.note, x=x, room=room)
        row.skip(look.body.size * 0.18)
        yield row


def _mark(item: Item) -> str:
    there = item.standing == "met" or (item.standing == "optional" and item.tick is not None and item.tick.met)
    if not there:
        return ABSENT
    return HOLDS if item.requirement.kind == "condition" else THERE


def _detail(item: Item) -> str:
    if _mark(item) == HOLDS:
        return ""
    if _mark(item) == ABSENT:
        return {"not_applicable": "tidak diperlukan", "replaced": "sudah ada gantinya"}.get(item.standing, "")
    tick = item.tick
    form = tick.form if tick else None
    said = [handed_over(item.requirement, form, tick.count if tick else None)]
    if tick is not None and tick.seen_original:
        said.append("asli diperlihatkan")
    if tick is not None and not tick.kept:
        said.append("dibawa kembali")
    return ", ".join(part for part in said if part)
