"""How a sheet of ours looks: cells of each type, headings, print set-up. For openpyxl's write-only sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.properties import PageSetupProperties

FOLIO = 14
"""Excel's number for 8.5 × 13 inch, the nearest it has to F4 (215 × 330 mm); drivers here call F4 so."""

FACE = "Arial"
DATE = "dd-mm-yyyy"
MOMENT = "dd-mm-yyyy hh:mm"
COUNT = '#,##0;-#,##0;"–"'
"""Whole numbers; nothing is a dash, so that what is there catches the eye."""

_THIN = Side(style="thin", color="FF9AA5B1")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFDCE6F1")
_SUM = PatternFill("solid", fgColor="FFF2F2F2")


def new_book() -> Workbook:
    """An empty workbook that is written row by row; what has no look of its own wears ours."""
    book = Workbook(write_only=True)
    styles: Any = book  # openpyxl has no public way to its first font, which bare cells wear
    styles._fonts = IndexedList([Font(name=FACE, size=10)])
    styles._named_styles["Normal"].font = Font(name=FACE, size=10)
    return book


def new_sheet(book: Workbook, name: str) -> Any:
    """One more sheet of it."""
    sheet: Any = book.create_sheet(name)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading and its width in letters."""

    heading: str
    width: float


def text(
    sheet: Any,
    value: str,
    *,
    bold: bool = False,
    size: int = 10,
    box: bool = True,
    wrap: bool = False,
    middle: bool = False,
) -> Any:
    """A cell of text, whatever it begins with; boxed ones keep a little air before them, `middle` ones are centred."""
    cell = WriteOnlyCell(sheet)
    cell.value = value
    cell.data_type = "s"  # what somebody typed is never a formula, an error or a date
    cell.font = Font(name=FACE, size=size, bold=bold)
    aside = "center" if middle else "left"
    cell.alignment = Alignment(horizontal=aside, vertical="top", wrap_text=wrap, indent=int(box and not middle))
    if box:
        cell.border = _BOX
    return cell


def plain(sheet: Any, value: str) -> Any:
    """A text as a bare value where that is safe, for tables of a hundred thousand rows: a cell of its own takes twice
    as long. openpyxl reads a meaning into a text only by its first sign.
    """
    return text(sheet, value, box=False) if value[:1] in ("=", "#") else value


def plain_moment(sheet: Any, value: datetime | None) -> Any:
    """A date and time for such tables; empty for None."""
    if value is None:
        return None
    cell = WriteOnlyCell(sheet, value=value.replace(tzinfo=None))
    cell.number_format = MOMENT
    return cell


def number(sheet: Any, value: float | None, form: str = COUNT, *, bold: bool = False) -> Any:
    """A cell of a number; empty for None."""
    return _typed(sheet, value, form, bold=bold)


def day(sheet: Any, value: date | None) -> Any:
    """A cell of a real date."""
    return _typed(sheet, value, DATE)


def moment(sheet: Any, value: datetime | None) -> Any:
    """A cell of a real date and time, on the office's clock: Excel knows no zones."""
    return _typed(sheet, None if value is None else value.replace(tzinfo=None), MOMENT)


def formula(sheet: Any, value: str, form: str = COUNT, *, middle: bool = False) -> Any:
    """A cell that the reader's program computes: ours alone, never from what somebody typed."""
    cell = _typed(sheet, value, form, bold=True)
    cell.fill = _SUM
    if middle:
        cell.alignment = Alignment(horizontal="center", vertical="top")
    return cell


def place(sheet: Any, value: int) -> Any:
    """A line's number in its table."""
    cell = _typed(sheet, value, "0")
    cell.alignment = Alignment(horizontal="center", vertical="top")
    return cell


def _typed(sheet: Any, value: Any, form: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=value)
    cell.font = Font(name=FACE, size=10, bold=bold)
    cell.number_format = form
    cell.alignment = Alignment(vertical="top")
    cell.border = _BOX
    return cell


def title(sheet: Any, lines: Sequence[str]) -> int:
    """The sheet's heading; returns how many rows it took, the empty one after it included."""
    for k, line in enumerate(lines):
        sheet.append([text(sheet, line, bold=k == 0, size=13 if k == 0 else 10, box=False)])
    sheet.append([])
    return len(lines) + 1


def tall(sheet: Any, row: int, value: str, width: float) -> None:
    """Make the row high enough for a text that wraps in a column of that width: neither program does it by itself for
    a file that it didn't write. Called before the row is appended.
    """
    lines = sum(max(1, -(-len(line) // max(int(width), 1))) for line in value.split("\n"))
    if lines > 1:
        sheet.row_dimensions[row].height = 13.5 * lines


def heads(sheet: Any, columns: Iterable[Column], head_row: int) -> None:
    """The row of headings, at that row of the sheet."""
    row = []
    for column in columns:
        cell = text(sheet, column.heading, bold=True, wrap=True)
        cell.fill = _HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        row.append(cell)
    sheet.row_dimensions[head_row].height = 40
    sheet.append(row)


def laid_out(sheet: Any, columns: Sequence[Column], head_row: int, *, filtered_to: int | None = None) -> None:
    """Widths, frozen headings, and how it prints: F4 landscape, one page wide, headings on every page.

    Called before the first row is written, as openpyxl writes these first.
    """
    for k, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(k)].width = column.width
    sheet.freeze_panes = f"A{head_row + 1}"
    sheet.print_title_rows = f"{head_row}:{head_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = FOLIO
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.center.text = "Halaman &P dari &N"
    if filtered_to is not None and filtered_to > head_row:
        sheet.auto_filter.ref = f"A{head_row}:{get_column_letter(len(columns))}{filtered_to}"
