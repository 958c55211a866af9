"""The agenda books as a workbook: a sheet a book, real dates, what people typed as text, ready to print on F4."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties

from desk.domain.agenda import COLUMNS, NAMES, TITLES, AgendaLine, Book
from desk.domain.dates import plain_date
from desk.print.fonts import clean
from desk.print.workbook.cells import Column, day, heads, laid_out, tall, text, title


def agenda_workbook(
    books: Mapping[Book, Iterable[AgendaLine]], *, head: Sequence[str], first: date, last: date, made_at: datetime
) -> bytes:
    """The workbook's bytes; `head` is the office's letterhead."""
    workbook = Workbook(write_only=True)
    for book, lines in books.items():
        _sheet(workbook, book, tuple(lines), head, first, last)
    workbook.properties.creator = "Desk"
    workbook.properties.created = workbook.properties.modified = made_at.replace(tzinfo=None)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _sheet(
    workbook: Any, book: Book, lines: Sequence[AgendaLine], head: Sequence[str], first: date, last: date
) -> None:
    sheet = workbook.create_sheet(NAMES[book])
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    columns = [Column(column.heading, column.width) for column in COLUMNS[book]]
    above = [*head[:2], TITLES[book], f"{plain_date(first)} sampai {plain_date(last)}"]
    head_row = len(above) + 2
    laid_out(sheet, columns, head_row, filtered_to=head_row + len(lines))
    title(sheet, above)
    heads(sheet, columns, head_row)
    for place, line in enumerate(lines, start=head_row + 1):
        values = [column.read(line) for column in COLUMNS[book]]
        # a workbook holds no control characters
        said = [clean(value) if isinstance(value, str) else value for value in values]
        texts = [(one, column.width) for one, column in zip(said, COLUMNS[book], strict=True) if isinstance(one, str)]
        tall(sheet, place, *max(texts, key=lambda pair: len(pair[0]) / pair[1]))
        sheet.append([text(sheet, one, wrap=True) if isinstance(one, str) else day(sheet, one) for one in said])
