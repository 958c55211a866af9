"""The disposition sheet (lembar disposisi) as offices know it: half a folio, the office's kop, boxes to tick.

Beside every box stands, small, the key that records it: whoever keys the sheet in reads the paper and presses what is
printed there (`desk.domain.sheet_form`). The QR holds the sheet's code and nothing of the person.
"""

from __future__ import annotations

from datetime import datetime

from desk.domain import sheet_words as paper_words
from desk.domain.catalogue import Office
from desk.domain.dates import date_and_time
from desk.domain.sheet_form import SheetForm
from desk.print.block import Block, Stroke, Style
from desk.print.block import Box as Frame
from desk.print.case_parts import copy_mark, local, title_block
from desk.print.disposition_cells import (
    LINE,
    Printed,
    desks_cell,
    earlier_cell,
    matter_cell,
    phrases_cell,
    received_cell,
    sender_cell,
    writing_row,
)
from desk.print.letterhead import letterhead
from desk.print.look import Look, look_for
from desk.print.paper import MM, PAPERS, Paper, paper_named
from desk.print.sheet import Sheet

SIZES = ("half", "a5", "f4", "a4")

ARCHIVE = "ARSIP"
"""What marks the second of two on one sheet."""

_TYPE = (9.4, 8.8, 8.3, 7.8, 7.3, 6.8, 6.4, 6.0)
"""Body type, the largest first that leaves room to write."""
_SIGN = 23 * MM
"""The least height of the row in which words are written and signed."""
_EARLIER = 4
"""So many earlier dispositions are told; of more, the last ones."""
_ENOUGH = 38 * MM
"""A row to write in that is higher than this gives some of its height to the lists."""


def disposition_pdf(
    office: Office, form: SheetForm, *, paper: str, officer: str, printed_at: datetime, copy: int = 1
) -> bytes:
    """The sheet on half a folio or A5; on F4 and A4 two of them with a line to cut along, the second for the archive."""
    kind = paper_named(paper, SIZES)
    foot = (
        f"Nomor registrasi {form.registration_number} · dicetak {date_and_time(local(printed_at, office))}, {officer}"
    )
    marks = tuple(mark for mark in (copy_mark(copy), "RAHASIA" if form.guarded else "") if mark)
    printed = Printed(office, form, foot, marks)
    sheet = Sheet(kind, quiet=True)
    sheet.put(_two_up(printed, kind) if kind.name in ("f4", "a4") else _fitted(printed, kind.body, _inner(kind)))
    return sheet.pdf(title=f"{paper_words.TITLE.capitalize()} {form.registration_number}", author=office.name)


def _inner(paper: Paper) -> float:
    assert paper.height is not None  # noqa: S101 (no rolls here)
    return (paper.height - paper.top - paper.bottom) * MM


def _two_up(printed: Printed, paper: Paper) -> Block:
    """Two halves, laid out to the sheet's own edges."""
    assert paper.height is not None  # noqa: S101 (no rolls here)
    half, edge = PAPERS["half"], paper.top * MM
    middle = paper.height * MM / 2
    width = (paper.width - half.left - half.right) * MM
    room = middle - (half.top + half.bottom) * MM
    left = (half.left - paper.left) * MM
    page = Block(paper.body)
    archive = Printed(printed.office, printed.form, printed.foot, (*printed.marks, ARCHIVE))
    for one, top in ((printed, half.top * MM), (archive, middle + half.top * MM)):
        page.put(_fitted(one, width, room), left, top - edge)
    page.height = middle - edge
    page.rule(0.7, dash=4)
    page.write("gunting di sini", Style(6, grey=0.3), y=middle - edge - 7.5, align="right")
    page.height = 0
    return page


def _fitted(printed: Printed, width: float, room: float) -> Block:
    """The sheet in the largest type in which it fits into `room`, the row to write in as high as is left."""
    for size in _TYPE[:-1]:
        laid = _laid_out(printed, width, room, size, _EARLIER)
        if laid.height <= room + 0.01:
            return laid
    fewer = (_laid_out(printed, width, room, _TYPE[-1], most) for most in range(_EARLIER, -1, -1))
    smallest = next((laid for laid in fewer if laid.height <= room + 0.01), None)
    return smallest or _laid_out(printed, width, room, _TYPE[-1], 0)


def _laid_out(printed: Printed, width: float, room: float, size: float, most_earlier: int) -> Block:
    """Kop, title and the framed rows; what is left of the room goes to the row to write in, some of it to the lists."""
    look = look_for(PAPERS["a5"], size=size)
    head = Block(width)
    head.put(letterhead(printed.office, width, scale=0.56 if width > 150 * MM else 0.5))
    head.skip(2)
    head.put(_title(printed, width, look))
    head.skip(2)
    foot = Block(width)
    foot.write(printed.foot, Style(5.6, grey=0.3), y=1.5)
    rows = _rows(printed, width, look, most_earlier, 0.0)
    spare = room - head.height - foot.height - rows.height - _ENOUGH
    if spare > 0:
        longest = max(len(printed.form.desks) + 2, len(printed.form.phrases) + 1)
        rows = _rows(printed, width, look, most_earlier, min(look.body.size * 0.5, spare / longest))
    left = room - head.height - foot.height - rows.height
    rows.put(writing_row(printed, width, max(left, _SIGN), look), 0)
    rows.shapes.append(Frame(0, 0, width, rows.height, 0.9))
    head.put(rows)
    head.put(foot)
    return head


def _rows(printed: Printed, width: float, look: Look, most_earlier: int, air: float) -> Block:
    """Everything in the frame but the row to write in; `air` is what a line of the lists has more than it needs."""
    form, body = printed.form, _Frame(width)
    middle = width * (0.5 if width > 150 * MM else 0.49)
    body.pair(sender_cell(form, middle, look), received_cell(printed, width - middle, look), middle)
    body.row(matter_cell(form, width, look))
    body.pair(desks_cell(form, middle, look, air), phrases_cell(form, width - middle, look, air), middle)
    if told := form.earlier[len(form.earlier) - most_earlier :] if most_earlier else ():
        body.row(earlier_cell(printed, told, width, look))
    return body.block


def _title(printed: Printed, width: float, look: Look) -> Block:
    """The paper's name in the middle, and what marks it at the right."""
    block = title_block("", printed.marks, width, look, centred=False)
    block.write(paper_words.TITLE, look.title, y=max(0.0, (block.height - look.title.line) / 2), align="centre")
    return block


class _Frame:
    """Rows one under the other within one outline."""

    def __init__(self, width: float) -> None:
        self.block = Block(width)

    def row(self, row: Block) -> None:
        """A row over the whole width, and a line under it."""
        self.block.put(row)
        self.block.rule(LINE)

    def pair(self, left: Block, right: Block, middle: float) -> None:
        """Two cells with an upright line between them."""
        both = Block(self.block.width)
        both.put(left, 0, 0)
        both.put(right, middle, 0)
        both.shapes.append(Stroke(middle, 0, middle, both.height, LINE))
        self.row(both)
