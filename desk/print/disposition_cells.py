"""The cells of a disposition sheet: who sent what, the boxes with their keys, the row that is written and signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.domain import sheet_words as paper
from desk.domain.catalogue import Office
from desk.domain.dates import plain_date, short_date
from desk.domain.sheet_form import DEADLINE_KEY, WORDS_KEY, Box, Earlier, SheetForm
from desk.print.block import Block, Stroke, Style
from desk.print.block import Box as Frame
from desk.print.case_parts import local
from desk.print.fonts import width as text_width
from desk.print.look import Look
from desk.print.paper import MM
from desk.print.qr import qr_block

_PAD = 2.6
_QR = 19 * MM
LINE = 0.5
"""The thickness of the lines between cells."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is beside the form on the paper."""

    office: Office
    form: SheetForm
    foot: str
    marks: tuple[str, ...]


def _cell(width: float) -> Block:
    cell = Block(width)
    cell.skip(_PAD)
    return cell


def _values(cell: Block, values: Sequence[tuple[str, str]], look: Look, label: float) -> None:
    """``Label : value``, or a line to write on where there is none."""
    room = cell.width - label - look.body.size - 2 * _PAD
    for name, value in values:
        top = cell.height
        cell.write(name, look.body, x=_PAD * 1.4, y=top, room=label - 2)
        cell.write(":", look.body, x=label, y=top)
        x = label + look.body.size * 0.7
        if value:
            cell.write(value, look.body.bold(), x=x, y=top, room=room)
        else:
            _dots(cell, x, cell.width - _PAD * 1.4, top + look.body.line - 2)
        cell.skip(look.body.size * 0.18)
    cell.skip(_PAD * 0.6)


def sender_cell(form: SheetForm, width: float, look: Look) -> Block:
    """Whom the letter is from, its number and date."""
    cell = _cell(width)
    letter = form.letter
    day = short_date(date.fromisoformat(letter.date)) if letter.date else ""
    without = paper.NO_LETTER if not letter.number and not day else ""
    values = [
        (paper.SENDER, form.sender),
        (paper.LETTER_NUMBER, letter.number or without),
        (paper.LETTER_DATE, day or without),
    ]
    _values(cell, values, look, look.body.size * 5.6)
    return cell


def received_cell(printed: Printed, width: float, look: Look) -> Block:
    """When it came, its agenda number, and how urgent it is."""
    form, cell = printed.form, _cell(width)
    day = short_date(local(form.received, printed.office).date()) if form.received else ""
    _values(cell, [(paper.RECEIVED, day), (paper.AGENDA, form.agenda)], look, look.body.size * 6.6)
    cell.height -= _PAD * 0.6
    cell.write(paper.URGENCY, look.body, x=_PAD * 1.4, y=cell.height)
    cell.height -= look.body.line
    _in_line(
        cell,
        form.urgencies,
        _PAD * 1.4 + text_width(paper.URGENCY, "regular", look.body.size) + look.body.size * 0.6,
        look,
    )
    return cell


def matter_cell(form: SheetForm, width: float, look: Look) -> Block:
    """What it is about."""
    cell = _cell(width)
    top, label = cell.height, look.body.size * 5.6
    cell.write(paper.SUBJECT, look.body, x=_PAD * 1.4, y=top)
    cell.write(":", look.body, x=label, y=top)
    x = label + look.body.size * 0.7
    title, *more = form.subject
    below = cell.write(title, look.body.bold(), x=x, y=top, room=width - x - _PAD)
    for line in more:
        below = cell.write(line, look.body, x=x, y=below, room=width - x - _PAD)
    cell.skip(_PAD)
    return cell


def desks_cell(form: SheetForm, width: float, look: Look, air: float) -> Block:
    """Whom it is sent to: the boxes of the desks."""
    cell = _cell(width)
    cell.write(paper.DESKS, look.body.bold(), x=_PAD * 1.4)
    _list(cell, form.desks, look, blanks=0 if form.filled else 2, air=air)
    return cell


def phrases_cell(form: SheetForm, width: float, look: Look, air: float) -> Block:
    """What is asked: the boxes of the phrases, and of what else may be decided."""
    cell = _cell(width)
    cell.write(paper.PHRASES, look.body.bold(), x=_PAD * 1.4)
    _list(cell, form.phrases, look, blanks=0 if form.filled else 1, air=air)
    if not form.filled:
        _in_line(cell, form.outcomes, _PAD * 1.4, look)
    return cell


def _list(cell: Block, boxes: Sequence[Box], look: Look, *, blanks: int, air: float) -> None:
    """Boxes one under the other, and empty ones with a line to write on."""
    cell.skip(_PAD * 0.4)
    for box in boxes:
        top = cell.height
        _box(cell, box, _PAD * 1.4, top, look, room=cell.width - _PAD * 2)
        cell.height = max(cell.height, top + look.body.line) + look.body.size * 0.12 + air
    for _ in range(blanks):
        top = cell.height
        x = _mark(cell, Box("", ""), _PAD * 1.4, top, look)
        _dots(cell, x, cell.width - _PAD * 1.4, top + look.body.line - 2)
        cell.height = top + look.body.line + look.body.size * 0.25 + air
    cell.skip(_PAD * 0.6)


def _in_line(cell: Block, boxes: Sequence[Box], left: float, look: Look) -> None:
    """Boxes beside each other, on further lines where there is no room."""
    top, x = cell.height, left
    for box in boxes:
        needed = look.body.size * 2.4 + text_width(box.words, "bold", look.body.size)
        if x > left and x + needed > cell.width:
            top, x = top + look.body.line * 1.1, left
        x = _box(cell, box, x, top, look) + look.body.size * 0.8
    cell.height = top + look.body.line + _PAD


def _box(cell: Block, box: Box, x: float, top: float, look: Look, room: float | None = None) -> float:
    """Key, box and words at that height; returns where they end."""
    at = _mark(cell, box, x, top, look)
    style = look.body.bold() if box.ticked else look.body
    wide = text_width(box.words, style.face, style.size)
    cell.write(box.words, style, x=at, y=top, room=wide + 1 if room is None else x + room - at)
    return at + wide


def _mark(cell: Block, box: Box, x: float, top: float, look: Look) -> float:
    """The small key, and the box, ticked or not; returns where the words begin."""
    small = Style(look.body.size * 0.68, "bold", grey=0.25)
    slot = look.body.size * 0.85
    if box.key:
        wide = text_width(box.key, small.face, small.size)
        cell.write(box.key, small, x=x + (slot - wide) / 2, y=top + (look.body.line - small.line) / 2, room=slot)
    side = look.body.size * 0.95
    left, upper = x + slot + look.body.size * 0.15, top + (look.body.line - side) / 2
    cell.shapes.append(Frame(left, upper, side, side, 0.8))
    if box.ticked:
        low = upper + side * 0.78
        cell.shapes.append(Stroke(left + side * 0.18, upper + side * 0.5, left + side * 0.42, low, 1.3))
        cell.shapes.append(Stroke(left + side * 0.42, low, left + side * 0.98, upper - side * 0.15, 1.3))
    return left + side + look.body.size * 0.4


def _note(look: Look) -> Style:
    return Style(look.body.size * 0.86, grey=0.25)


def _dots(cell: Block, left: float, right: float, y: float) -> None:
    """A line to write on."""
    cell.shapes.append(Stroke(left, y, right, y, 0.5, grey=0.35, dash=1))


def earlier_cell(printed: Printed, told: Sequence[Earlier], width: float, look: Look) -> Block:
    """What was disposed before, small: who sent it to whom, and with which words."""
    cell = _cell(width)
    style = Style(max(5.4, look.body.size * 0.74))
    left_out = len(printed.form.earlier) - len(told)
    more = f" ({left_out} sebelumnya ada di berkas)" if left_out else ""
    cell.write(f"{paper.EARLIER}{more}", style.bold(), x=_PAD * 1.4)
    for one in told:
        day = short_date(local(one.day, printed.office).date())
        answer = f" — dijawab: {one.answer}" if one.answer else ""
        said = f"{day}  {one.sender} → {', '.join(one.to)}: {one.words or '(tanpa isi)'}{answer}"
        cell.write(_shortened(said), style, x=_PAD * 1.4, room=width - _PAD * 3)
    cell.skip(_PAD * 0.6)
    return cell


def _shortened(text: str, most: int = 260) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def writing_row(printed: Printed, width: float, height: float, look: Look) -> Block:
    """Words and deadline at the left, who signs in the middle, the code at the right."""
    form, row = printed.form, Block(width)
    code = _code(form, look)
    signing = (width - code.width) * 0.4
    words = width - code.width - signing
    row.put(_words(printed, words, height, look), 0, 0)
    row.put(_signature(printed, signing, height, look), words, 0)
    row.put(code, words + signing, max(0.0, (height - code.height) / 2))
    row.height = max(row.height, height)
    for x in (words, words + signing):
        row.shapes.append(Stroke(x, 0, x, row.height, LINE))
    return row


def _words(printed: Printed, width: float, height: float, look: Look) -> Block:
    form, cell = printed.form, _cell(width)
    _titled(cell, WORDS_KEY, paper.WORDS, look)
    if form.words:
        cell.write(form.words, look.body, x=_PAD * 1.4, room=width - _PAD * 2.8)
        cell.skip(_PAD)
    due = plain_date(date.fromisoformat(form.deadline)) if form.deadline else ""
    top = max(cell.height, height - look.body.line - _PAD)
    cell.height = top
    x = _titled(cell, DEADLINE_KEY, paper.DEADLINE, look)
    if due:
        cell.write(due, look.body.bold(), x=x, y=top, room=width - x - _PAD)
    else:
        _dots(cell, x, width - _PAD * 1.4, top + look.body.line - 2)
    return cell


def _titled(cell: Block, key: str, title: str, look: Look) -> float:
    """The word over what is written by hand, with its key; returns where it ends."""
    top, small = cell.height, Style(look.body.size * 0.68, "bold", grey=0.25)
    cell.write(key, small, x=_PAD * 1.4, y=top + (look.body.line - small.line) / 2)
    x = _PAD * 1.4 + look.body.size * 0.95
    cell.write(title, look.body.bold(), x=x, y=top)
    return x + text_width(title, "bold", look.body.size) + look.body.size * 0.6


def _signature(printed: Printed, width: float, height: float, look: Look) -> Block:
    """The desk, room for initials and date, and who sits there; blanks where that isn't known."""
    form, signer, cell = printed.form, printed.form.signer, _cell(width)
    inner = width - _PAD * 2.8
    cell.write(f"{signer.title},", look.body, x=_PAD * 1.4, room=inner, align="centre")
    written = short_date(local(form.written_on, printed.office).date()) if form.written_on else ""
    cell.write(f"paraf/tanggal: {written}", _note(look), x=_PAD * 1.4, room=inner)
    under = Block(width)
    if signer.name:
        under.write(signer.name, look.body.bold(), x=_PAD * 1.4, room=inner, align="centre")
        for line in (signer.rank, signer.number):
            under.write(line, _note(look), x=_PAD * 1.4, room=inner, align="centre")
    else:
        for label in ("Nama", "Pangkat", "NIP"):
            top = under.height
            under.write(label, _note(look), x=_PAD * 1.4, y=top)
            _dots(under, _PAD * 1.4 + _note(look).size * 3.8, width - _PAD * 1.4, top + _note(look).line - 1.5)
            under.skip(1.2)
    cell.put(under, 0, max(cell.height + 4 * MM, height - under.height - _PAD))
    return cell


def _code(form: SheetForm, look: Look) -> Block:
    """The QR with the sheet's code, the code in letters, and what they are for."""
    cell = Block(_QR + 4 * MM)
    cell.put(qr_block(form.code.text, _QR), 2 * MM)
    letters = Style(6.4, "bold").fitting([form.code.shown], cell.width - 3)
    cell.write(form.code.shown, letters, align="centre")
    cell.write(
        "huruf kecil di tepi kotak = tombol di Desk", Style(4.9, grey=0.3), x=2, room=cell.width - 4, align="centre"
    )
    return cell
