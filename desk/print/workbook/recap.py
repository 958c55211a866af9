"""The recap's workbook: what the head signs by the tenth, and the sheets behind it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from desk.domain.dates import plain_date
from desk.domain.recap import Recap, RegisterLine, spoken_minutes
from desk.print.workbook import breakdowns
from desk.print.workbook.cells import (
    Column,
    formula,
    heads,
    laid_out,
    new_book,
    new_sheet,
    number,
    place,
    tall,
    text,
    title,
)
from desk.print.workbook.checking import checking_sheet, corrections_sheet
from desk.print.workbook.register import Cancelled, Progress, late_sheet, register_sheet

__all__ = ["FIGURES", "Cancelled", "Progress", "recap_workbook"]

FIGURES: tuple[tuple[str, str], ...] = (
    ("carried_over", "Sisa masa lalu"),
    ("received", "Masuk"),
    ("reopened", "Dibuka kembali"),
    ("completed", "Selesai"),
    ("rejected", "Ditolak"),
    ("withdrawn", "Dicabut"),
    ("merged", "Digabung"),
    ("open_at_end", "Sisa"),
    ("returned_at_end", "Sisa pada pemohon"),
    ("on_time", "Tepat waktu"),
    ("late", "Terlambat"),
    ("no_standard", "Tanpa batas waktu"),
)


def recap_workbook(
    recap: Recap,
    register: Iterable[RegisterLine],
    *,
    files: int,
    head: Sequence[str],
    signature: Sequence[str],
    made_at: datetime,
    progress: Progress = lambda _done, _total: True,
) -> bytes:
    """The workbook's bytes.

    `files` is how many lines `register` will give, `head` the office's letterhead, `signature` the block under the
    recap. The sums are formulas that a reader can check; `Imbang` compares both sides of the balance.

    Raises:
        Cancelled: `progress` said so.
    """
    book = new_book()
    try:
        _recap_sheet(book, recap, head, signature, made_at)
        late = register_sheet(book, recap, register, files, progress)
        late_sheet(book, recap, late)
        breakdowns.daily_sheet(book, recap)
        for part, name, heading in breakdowns.SHEETS:
            breakdowns.part_sheet(book, recap, part, name, heading)
        if recap.corrections:
            corrections_sheet(book, recap)
        checking_sheet(book, recap, dict(FIGURES))
    except BaseException:
        for sheet in book.worksheets:  # else their half-written rows complain when they are thrown away
            sheet.close()
        raise
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _recap_sheet(
    book: Workbook, recap: Recap, head: Sequence[str], signature: Sequence[str], made_at: datetime
) -> None:
    sheet = new_sheet(book, "Rekap")
    columns = [
        Column("No", 5), Column("Layanan", 46), *(Column(words, 10.5) for _, words in FIGURES), Column("Imbang", 9),
        Column("Median (menit)", 10), Column("P90 (menit)", 10), Column("Median", 19), Column("P90", 19),
    ]  # fmt: skip
    lines = [
        f"REKAPITULASI PELAYANAN · {recap.period.label.upper()}",
        *head,
        f"Masa {plain_date(recap.period.first)} sampai {plain_date(recap.period.last)}",
        _made(recap, made_at),
        "Sisa masa lalu + masuk + dibuka kembali = selesai + ditolak + dicabut + digabungkan + sisa.",
    ]
    head_row = len(lines) + 2
    laid_out(sheet, columns, head_row)
    sheet.page_setup.fitToHeight = 1  # the signature stays with its figures
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for k, line in enumerate(recap.services, start=1):
        row = head_row + k
        tall(sheet, row, line.title, columns[1].width)
        times = (line.median_minutes, line.p90_minutes)
        sheet.append(
            [
                place(sheet, k), text(sheet, line.title, wrap=True),
                *(number(sheet, getattr(line.figures, name)) for name, _ in FIGURES),
                _balance(sheet, row), *(number(sheet, minutes, "#,##0") for minutes in times),
                *(text(sheet, spoken_minutes(minutes, continuous=line.continuous), wrap=True) for minutes in times),
            ]
        )  # fmt: skip
    _totals(sheet, head_row + 1, head_row + len(recap.services))
    sheet.append([])
    for words in signature:
        sheet.append([None] * 12 + [text(sheet, words, box=False)])


def _made(recap: Recap, made_at: datetime) -> str:
    if recap.signed is None:
        return f"Dihitung {plain_date(made_at.date())} pukul {made_at:%H.%M}"
    at = datetime.fromisoformat(recap.signed.at)
    return f"Ditandatangani dan dibekukan {plain_date(at.date())} pukul {at:%H.%M} oleh {recap.signed.by}"


def _totals(sheet: Any, first: int, last: int) -> None:
    letters = [get_column_letter(3 + k) for k in range(len(FIGURES))]
    sums = [f"=SUM({letter}{first}:{letter}{last})" if last >= first else "=0" for letter in letters]
    cells = [formula(sheet, one) for one in sums]
    sheet.append([text(sheet, ""), text(sheet, "Jumlah", bold=True), *cells, _balance(sheet, last + 1)])


def _balance(sheet: Any, row: int) -> Any:
    return formula(sheet, f'=IF(C{row}+D{row}+E{row}=F{row}+G{row}+H{row}+I{row}+J{row},"ya","TIDAK")', middle=True)
