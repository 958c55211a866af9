"""The service standard for the waiting room: the six components of service delivery (PermenPANRB 15/2014), in print
that can be read from a metre and a half: never under 12 points, and as large as one page allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desk.domain.catalogue import Office, Service
from desk.print import wording
from desk.print.block import Block, Box, Style, beside
from desk.print.checklist import entries
from desk.print.fonts import width as text_width
from desk.print.letterhead import letterhead
from desk.print.look import Look, look_for
from desk.print.paper import Paper, paper_named
from desk.print.parts import channel_table
from desk.print.sheet import Sheet

PAPERS = ("a4", "a3")
_SIZES: Mapping[str, tuple[float, ...]] = {
    "a4": (18, 17, 16, 15, 14, 13.5, 13, 12.5, 12),
    "a3": (26, 24, 22, 21, 20, 19, 18, 17, 16, 15, 14),
}
"""Body type, from the largest: the first that keeps the poster on one page; else the last, on two."""
_INDENT = 2.4
"""How far text is set in beside a component's number, in type sizes."""


def poster_pdf(office: Office, service: Service, paper: str) -> bytes:
    """The waiting-room poster of `service`."""
    kind = paper_named(paper, PAPERS)
    sheet = next((s for size in _SIZES[paper] if (s := _sheet(office, service, kind, size)).pages == 1), None)
    sheet = sheet or _sheet(office, service, kind, _SIZES[paper][-1])
    return sheet.pdf(title=f"Standar pelayanan: {service.title}", author=office.name)


def _sheet(office: Office, service: Service, paper: Paper, size: float) -> Sheet:
    look = look_for(paper, size=size)
    look = replace(look, note=look.body, column=look.column if paper.name == "a3" else 0.0)
    standard = wording.decree_of(service, office)
    motto = f"Motto: {office.motto}" if office.motto else ""
    sheet = Sheet(paper, foot=" · ".join(part for part in (standard, motto) if part))
    width, gap = sheet.width, size * 0.75
    room = width - size * _INDENT
    sheet.put(letterhead(office, width, scale=1.0 if paper.name == "a4" else 1.45))
    title = Block(width)
    title.write("STANDAR PELAYANAN", look.label.bold(), align="centre")
    title.write(service.title, Style(size * 1.4, "bold"), align="centre", even=True)
    sheet.put(title, gap=size * 0.6)
    for number, heading, rows in (
        (1, "Persyaratan", _requirements(service, room, look)),
        (2, "Sistem, mekanisme, dan prosedur", _steps(service, room, look)),
    ):
        sheet.put(_headed(number, heading, rows[0], width, size), gap=gap)
        for row in rows[1:]:
            sheet.put(beside(width, [(width - room, row)]))
    sheet.put(_time_fee_product(service, width, look), gap=gap)
    channels = channel_table(wording.complaints_of(service, office), room, look)
    sheet.put(_headed(6, "Penanganan pengaduan, saran, dan masukan", channels, width, size), gap=gap)
    return sheet


def _requirements(service: Service, width: float, look: Look) -> list[Block]:
    """As printed; parts without a number of their own are said in their entry's text."""
    listed = (entry for entry in entries(service) if entry.numbered or not entry.depth)
    rows = [_numbered(e.requirement.number, e.requirement.text, e.depth, width, look) for e in listed]
    return rows or [Block(width)]


def _steps(service: Service, width: float, look: Look) -> list[Block]:
    return [_numbered(step.number, step.title, 0, width, look) for step in service.route] or [Block(width)]


def _time_fee_product(service: Service, width: float, look: Look) -> Block:
    """Components three to five, side by side: they are short."""
    since = " sejak berkas dinyatakan lengkap" if service.duration else ""
    tiles = (
        (3, "Jangka waktu", f"{wording.duration_words(service.duration)}{since}", 0.32),
        (4, "Biaya/tarif", wording.fee_words(service.fee), 0.3),
        (5, "Produk pelayanan", service.product, 0.38),
    )
    size = look.body.size
    x = 0.0
    parts: list[tuple[float, Block]] = []
    for number, heading, text, share in tiles:
        room = width * share - size
        said = Block(room - size * _INDENT)
        said.write(text, look.body.bold())
        parts.append((x, _headed(number, heading, said, room, size)))
        x += width * share
    return beside(width, parts)


def _headed(number: int, heading: str, first: Block, width: float, size: float) -> Block:
    """A black square with the number, the heading beside it, and the first row under it."""
    block = Block(width)
    side = size * 1.7
    style = Style(size * 1.1, "bold")
    digit = Style(size * 1.1, "bold", grey=1.0)
    top = (side - style.line) / 2
    block.shapes.append(Box(0, 0, side, side, fill=0.0))
    block.write(str(number), digit, x=(side - text_width(str(number), digit.face, digit.size)) / 2, y=top)
    block.write(heading, style, x=size * _INDENT, y=top)
    block.height = max(block.height, side) + size * 0.1
    block.put(first, size * _INDENT)
    return block


def _numbered(number: str | None, text: str, depth: int, width: float, look: Look) -> Block:
    row = Block(width)
    slot = look.body.size * 1.7
    start = depth * slot
    row.write(f"{number}." if number else "•", look.body, x=start, y=0, room=slot)
    row.write(text, look.body, x=start + slot, y=0)
    row.skip(look.body.size * 0.12)
    return row
