"""The agenda books on paper: F4 on its side, the heads repeated on every page, each book counted from one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from desk.domain.agenda import COLUMNS, TITLES, AgendaLine, Book, BookColumn
from desk.domain.catalogue import Office
from desk.domain.dates import date_and_time, plain_date, short_date
from desk.print.block import Block, Stroke, Style
from desk.print.case_parts import local
from desk.print.letterhead import letterhead
from desk.print.paper import Paper, paper_named
from desk.print.sheet import Sheet

SIZES = ("f4", "a4")
_BODY, _HEAD = Style(7.4), Style(7.2, "bold")
_PAD = 2.6
_LINE = 0.4


def agenda_pdf(
    office: Office,
    books: Mapping[Book, Iterable[AgendaLine]],
    *,
    first: date,
    last: date,
    paper: str,
    printed_at: datetime,
) -> bytes:
    """The books of these days, one after the other, each with its own page numbers."""
    upright = paper_named(paper, SIZES)
    assert upright.height is not None  # noqa: S101 (no rolls here)
    kind = Paper(upright.name, upright.height, upright.width, 14, 14, 11, 11)
    printed = date_and_time(local(printed_at, office))
    sheet = Sheet(kind, foot=f"{office.name} · dicetak {printed}")
    for place, (book, lines) in enumerate(books.items()):
        if place:
            sheet.begin_part()
        _put_book(sheet, office, book, lines, first, last)
    return sheet.pdf(title=f"Buku agenda {first.isoformat()} – {last.isoformat()}", author=office.name, turned=True)


def _put_book(sheet: Sheet, office: Office, book: Book, lines: Iterable[AgendaLine], first: date, last: date) -> None:
    columns = COLUMNS[book]
    sheet.bookmark(TITLES[book].capitalize())
    sheet.put(letterhead(office, sheet.width, scale=0.72))
    title = Block(sheet.width)
    title.write(TITLES[book], Style(12, "bold"), align="centre")
    title.write(f"{plain_date(first)} sampai {plain_date(last)}", Style(9), align="centre")
    title.skip(5)
    sheet.put(title, gap=7)
    head = _row([column.heading for column in columns], columns, sheet.width, _HEAD, headed=True)
    sheet.put(head)
    sheet.head = head
    empty = True
    for line in lines:
        sheet.put(_row([_words(column.read(line)) for column in columns], columns, sheet.width, _BODY))
        empty = False
    if empty:
        nothing = Block(sheet.width)
        nothing.write("Tidak ada surat dalam masa ini.", replace(_BODY, grey=0.3), y=_PAD, align="centre")
        nothing.skip(_PAD)
        sheet.put(nothing)
    sheet.head = None


def _row(
    values: Sequence[str], columns: Sequence[BookColumn], width: float, style: Style, *, headed: bool = False
) -> Block:
    """One line of the table, with the lines around its cells."""
    row = Block(width)
    whole = sum(column.part for column in columns)
    x, edges = 0.0, [0.0]
    for value, column in zip(values, columns, strict=True):
        room = width * column.part / whole
        row.write(value, style, x=x + _PAD, y=_PAD, room=room - 2 * _PAD, align="centre" if headed else "left")
        x += room
        edges.append(x)
    row.skip(_PAD)
    row.height = max(row.height, style.line + 2 * _PAD)
    row.shapes.extend(Stroke(edge, 0, edge, row.height, _LINE, grey=0.35) for edge in edges)
    row.shapes.append(Stroke(0, row.height, width, row.height, 0.8 if headed else _LINE, grey=0.0 if headed else 0.35))
    if headed:
        row.shapes.append(Stroke(0, 0, width, 0, 0.8))
    return row


def _words(value: str | date | None) -> str:
    if isinstance(value, date):
        return short_date(value)
    return value or ""
