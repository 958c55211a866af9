"""The maklumat pelayanan to hang up: what the office promises, its motto, and the signature of its head.

Only as the decree prints it: an office whose decree has none gets none made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from desk.domain.catalogue import Office
from desk.domain.dates import plain_date
from desk.domain.errors import Refused
from desk.domain.nip import format_nip
from desk.print.block import Block, Box, Style, beside
from desk.print.fonts import width as text_width
from desk.print.letterhead import letterhead
from desk.print.look import Look, look_for
from desk.print.paper import MM, Paper, paper_named
from desk.print.parts import numbered
from desk.print.sheet import Sheet, largest

PAPERS = ("a4", "a3")
TITLE = "MAKLUMAT PELAYANAN"
_SIZES: Mapping[str, tuple[float, ...]] = {
    "a4": (21, 20, 19, 18, 17, 16, 15, 14, 13, 12),
    "a3": (30, 28, 26, 24, 22, 20, 18, 16, 14),
}
"""Body type, from the largest: the first that keeps it on one page."""
_FRAME = 12.0
"""How far in from the edge the frame is, in millimetres."""
_INSET = 13.0
"""How far in from the frame the text is on A4; on larger paper more."""
_USUAL = 174 * MM
"""The width for which a letterhead's sizes are made."""
_BLANK = "……………………"
"""What is filled in by hand."""


def pledge_pdf(office: Office, paper: str) -> bytes:
    """The pledge of `office`, framed, on one page where it can be.

    Raises:
        Refused: ``pledge_missing``, where the decree prints none.
    """
    kind = paper_named(paper, PAPERS)
    if not office.pledge:
        template = (
            "Standar pelayanan {office} tidak memuat maklumat pelayanan, jadi tidak ada yang dapat dicetak. "
            "Bila dinas telah menetapkannya, isikan dahulu ke paket dinas {slug}."
        )
        raise Refused("pledge_missing", template, field="office", office=office.name, slug=office.slug)
    edge = _FRAME + _INSET * kind.width / 210
    framed = replace(kind, left=edge, right=edge, top=edge - 3, bottom=edge - 3)
    sheet = largest(_SIZES[paper], partial(_sheet, office, framed))
    return sheet.pdf(title=f"Maklumat pelayanan {office.name}", author=office.name)


def promise_rows(office: Office, width: float, look: Look) -> list[Block]:
    """The pledge's words: an opening that ends with a colon, and what it opens, counted."""
    opens = office.pledge[0].endswith(":")
    rows = [_paragraph(office.pledge[0], width, look)] if opens or len(office.pledge) == 1 else []
    for count, promise in enumerate(office.pledge[len(rows) :], 1):
        rows.append(numbered(str(count) if opens else None, promise, 0, width, look, even=True))
        rows[-1].skip(look.body.size * 0.25)
    return rows


def motto_block(office: Office, width: float, look: Look) -> Block:
    """The motto between two fine lines."""
    block = Block(width)
    block.rule(0.8)
    block.skip(look.body.size * 0.6)
    block.write("MOTTO", look.label.bold(), align="centre")
    block.skip(look.body.size * 0.15)
    block.write(office.motto or "", look.body.bold(), align="centre", even=True)
    block.skip(look.body.size * 0.6)
    block.rule(0.8)
    return block


def signature(office: Office, width: float, look: Look) -> Block:
    """Place and date of the decree, the head's office, room to sign, name, rank and number; on the right."""
    half = width * 0.56
    signed = Block(half)
    when = office.decree.date if office.decree else None
    day = plain_date(date.fromisoformat(when)) if when else _BLANK
    signed.write(f"{office.city}, {day}", look.body, align="centre")
    signed.write(f"Kepala {office.name},", look.body, align="centre")
    signed.skip(look.body.size * 5)
    head = office.head
    name = look.body.bold()
    signed.write(head.name if head else _BLANK, name, align="centre")
    if head:
        long = min(half, text_width(head.name, name.face, name.size))
        signed.rule(look.body.size * 0.07, x=(half - long) / 2, length=long)
        signed.skip(look.body.size * 0.2)
    if head and head.rank:
        signed.write(head.rank, look.body, align="centre")
    if head and head.nip:
        signed.write(f"NIP {format_nip(head.nip)}", look.body, align="centre")
    return beside(width, [(width - half, signed)])


def _paragraph(text: str, width: float, look: Look) -> Block:
    row = Block(width)
    row.write(text, look.body)
    row.skip(look.body.size * 0.5)
    return row


def _sheet(office: Office, paper: Paper, size: float) -> Sheet:
    """Everything on one page, and what is left of its height spread between the parts."""
    sheet = Sheet(paper, quiet=True)
    width = sheet.width
    look = look_for(paper, size=size)
    small = replace(look, body=Style(size * 0.78))
    title = Block(width)
    title.write(TITLE, Style(size * 1.7, "bold").fitting([TITLE], width), align="centre")
    decree = f"Keputusan Nomor {office.decree.number}" if office.decree else ""
    title.write(decree, look.note, align="centre")
    words = Block(width)
    for row in promise_rows(office, width, look):
        words.put(row)
    parts = [letterhead(office, width, scale=width / _USUAL), title, words]
    if office.motto:
        parts.append(motto_block(office, width, look))
    parts.append(signature(office, width, small))
    spare = (sheet.room - sum(part.height for part in parts)) / (len(parts) - 1)
    sheet.head = _frame(paper)
    sheet.put(sheet.head)
    for index, part in enumerate(parts):
        sheet.put(part, gap=max(size, spare) if index else 0)
    return sheet


def _frame(paper: Paper) -> Block:
    """A thick line and a thin one in it, around the page; it takes no room."""
    assert paper.height is not None  # noqa: S101 (it hangs on a wall)
    frame = Block(paper.body)
    for edge, thickness in ((_FRAME, 2.4), (_FRAME + 1.6, 0.6)):
        x, y = edge - paper.left, edge - paper.top
        box = Box(x * MM, y * MM, (paper.width - 2 * edge) * MM, (paper.height - 2 * edge) * MM, thickness)
        frame.shapes.append(box)
    return frame
