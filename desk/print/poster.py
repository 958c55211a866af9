"""The service standard for the waiting room: the six components of service delivery (PermenPANRB 15/2014), in print
that can be read from a metre and a half: never under 12 points, and as large as one page allows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from desk.domain.catalogue import Office, Service
from desk.print import wording
from desk.print.block import Block, Style, beside
from desk.print.checklist import entries
from desk.print.fonts import width as text_width
from desk.print.letterhead import letterhead
from desk.print.look import Look, look_for
from desk.print.paper import Paper, paper_named
from desk.print.parts import INDENT, channel_table, component, continued, fits, numbered, step_rows
from desk.print.sheet import Sheet, largest

PAPERS = ("a4", "a3")
_SIZES: Mapping[str, tuple[float, ...]] = {
    "a4": (18, 17, 16, 15, 14, 13.5, 13, 12.5, 12),
    "a3": (26, 24, 22, 21, 20, 19, 18, 17, 16, 15, 14),
}
"""Body type, from the largest: the first that keeps the poster on one page; else the first that needs only two."""
_HEADINGS = ("Jangka waktu", "Biaya/tarif", "Produk pelayanan")
_SHARES = (0.32, 0.3, 0.38)


def poster_pdf(office: Office, service: Service, paper: str) -> bytes:
    """The waiting-room poster of `service`."""
    kind = paper_named(paper, PAPERS)
    sheet = largest(_SIZES[paper], partial(_sheet, office, service, kind))
    return sheet.pdf(title=f"Standar pelayanan: {service.title}", author=office.name)


def _sheet(office: Office, service: Service, paper: Paper, size: float) -> Sheet:
    look = look_for(paper, size=size)
    look = replace(look, note=look.body)
    standard = wording.decree_of(service, office)
    motto = f"Motto: {office.motto}" if office.motto else ""
    sheet = Sheet(paper, foot=" · ".join(part for part in (standard, motto) if part))
    width, gap = sheet.width, size * 0.75
    room = width - size * INDENT
    sheet.put(letterhead(office, width, scale=1.0 if paper.name == "a4" else 1.45))
    title = Block(width)
    title.write("STANDAR PELAYANAN", look.label.bold(), align="centre")
    title.write(service.title, Style(size * 1.4, "bold"), align="centre", even=True)
    sheet.put(title, gap=size * 0.6)
    sheet.head = continued(service.title, width, size)
    for number, heading, rows in (
        (1, wording.COMPONENTS["requirements"], _requirements(service, room, look)),
        (2, wording.COMPONENTS["route"], _steps(service, room, look)),
    ):
        sheet.put(component(number, heading, rows[0], width, size), gap=gap)
        for row in rows[1:]:
            sheet.put(beside(width, [(width - room, row)]))
    sheet.put(_time_fee_product(service, width, look), gap=gap)
    channels = channel_table(wording.complaints_of(service, office), room, look)
    sheet.put(component(6, wording.COMPONENTS["complaints"], channels, width, size), gap=gap)
    return sheet


def _requirements(service: Service, width: float, look: Look) -> list[Block]:
    """As printed; parts without a number of their own are said in their entry's text."""
    listed = (entry for entry in entries(service) if entry.numbered or not entry.depth)
    rows = [numbered(e.requirement.number, e.requirement.text, e.depth, width, look) for e in listed]
    return rows or [_absent(width, look)]


def _steps(service: Service, width: float, look: Look) -> list[Block]:
    return step_rows(service.route, width, look) or [_absent(width, look)]


def _absent(width: float, look: Look) -> Block:
    row = Block(width)
    row.write(wording.ABSENT, look.body)
    return row


def _time_fee_product(service: Service, width: float, look: Look) -> Block:
    """Components three to five: side by side, or one under the other where that is lower or their words need it."""
    since = " sejak berkas dinyatakan lengkap" if service.duration else ""
    time = f"{wording.duration_words(service.duration)}{since}"
    said = list(zip((3, 4, 5), _HEADINGS, (time, wording.fee_words(service.fee), service.product), strict=True))
    rows = _one_under_the_other(said, width, look)
    tiles = _side_by_side(said, width, look)
    return tiles if tiles is not None and tiles.height < rows.height else rows


def _side_by_side(said: Sequence[tuple[int, str, str]], width: float, look: Look) -> Block | None:
    size = look.body.size
    x = 0.0
    parts: list[tuple[float, Block]] = []
    for (number, heading, text), share in zip(said, _SHARES, strict=True):
        room = width * share - size
        inner = room - size * INDENT
        if text_width(heading, "bold", size * 1.1) > inner or not fits(text, look.body.bold(), inner):
            return None
        words = Block(inner)
        words.write(text, look.body.bold())
        parts.append((x, component(number, heading, words, room, size)))
        x += width * share
    return beside(width, parts)


def _one_under_the_other(said: Sequence[tuple[int, str, str]], width: float, look: Look) -> Block:
    size = look.body.size
    x = size * (INDENT + 1) + max(text_width(heading, "bold", size * 1.1) for _, heading, _ in said)
    block = Block(width)
    for number, heading, text in said:
        row = component(number, heading, Block(0), width, size)
        row.write(text, look.body.bold(), x=x, y=(size * 1.7 - look.body.line) / 2)
        block.put(row)
        block.skip(size * 0.3)
    block.skip(-size * 0.3)
    return block
