"""The recap's workbook: what the head signs by the tenth, and the sheets behind it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.styles import Font
from openpyxl.worksheet.properties import PageSetupProperties

from desk.domain.dates import plain_date
from desk.domain.recap import Recap, RegisterLine
from desk.print.workbook.cells import (
    FACE,
    Column,
    day,
    formula,
    heads,
    laid_out,
    number,
    plain,
    plain_moment,
    tall,
    text,
    title,
)

Progress = Callable[[int, int], bool]
"""(done, total) → whether to go on."""


class Cancelled(Exception):
    """Somebody stopped it; nothing was written."""


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

BREAKDOWN_SHEETS: tuple[tuple[str, str, str], ...] = (
    ("officer", "Petugas", "Petugas yang mencatat"),
    ("counter", "Loket", "Loket"),
    ("district", "Kecamatan", "Kecamatan"),
    ("village", "Desa", "Desa/kelurahan"),
    ("sex", "Jenis kelamin", "Jenis kelamin"),
    ("age", "Umur", "Kelompok umur (tahun)"),
)
SEXES = {"L": "Laki-laki", "P": "Perempuan"}


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
    book = Workbook(write_only=True)
    styles: Any = book
    styles._named_styles["Normal"].font = Font(name=FACE, size=10)  # what bare cells wear; openpyxl has no public way
    _recap_sheet(book, recap, head, signature, made_at)
    late = _register_sheet(book, recap, register, files, progress)
    _late_sheet(book, recap, late)
    _daily_sheet(book, recap)
    for part, name, heading in BREAKDOWN_SHEETS:
        _part_sheet(book, recap, part, name, heading)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _sheet(book: Workbook, name: str) -> Any:
    sheet: Any = book.create_sheet(name)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def _recap_sheet(
    book: Workbook, recap: Recap, head: Sequence[str], signature: Sequence[str], made_at: datetime
) -> None:
    sheet = _sheet(book, "Rekap")
    columns = [
        Column("No", 5), Column("Layanan", 46), *(Column(words, 10.5) for _, words in FIGURES),
        Column("Imbang", 9), Column("Waktu median (menit)", 11), Column("Waktu P90 (menit)", 11),
    ]  # fmt: skip
    lines = [
        f"REKAPITULASI PELAYANAN · {recap.period.label.upper()}",
        *head,
        f"Masa {plain_date(recap.period.first)} sampai {plain_date(recap.period.last)}",
        f"Dihitung {plain_date(made_at.date())} pukul {made_at:%H.%M}",
        "Sisa masa lalu + masuk + dibuka kembali = selesai + ditolak + dicabut + digabungkan + sisa.",
    ]
    head_row = len(lines) + 2
    laid_out(sheet, columns, head_row)
    sheet.page_setup.fitToHeight = 1  # the signature stays with its figures
    title(sheet, lines)
    heads(sheet, columns, head_row)
    first = head_row + 1
    for place, line in enumerate(recap.services, start=1):
        row = head_row + place
        tall(sheet, row, line.title, columns[1].width)
        sheet.append(
            [
                number(sheet, place), text(sheet, line.title, wrap=True),
                *(number(sheet, getattr(line.figures, name)) for name, _ in FIGURES),
                _balance(sheet, row), number(sheet, line.median_minutes), number(sheet, line.p90_minutes),
            ]
        )  # fmt: skip
    last = head_row + len(recap.services)
    total = last + 1
    sums = [f"=SUM({_letter(3 + n)}{first}:{_letter(3 + n)}{last})" for n in range(len(FIGURES))]
    cells = [formula(sheet, one) for one in sums] if recap.services else [number(sheet, 0) for _ in FIGURES]
    sheet.append([text(sheet, ""), text(sheet, "Jumlah", bold=True), *cells, _balance(sheet, total)])
    sheet.append([])
    for words in signature:
        sheet.append([None] * 10 + [text(sheet, words, box=False)])


def _balance(sheet: Any, row: int) -> Any:
    return formula(sheet, f'=IF(C{row}+D{row}+E{row}=F{row}+G{row}+H{row}+I{row}+J{row},"ya","TIDAK")')


def _letter(place: int) -> str:
    return chr(ord("A") + place - 1)


REGISTER = (
    Column("No", 6), Column("Nomor registrasi", 19), Column("Diterima", 17), Column("Nama pemohon", 26),
    Column("NIK", 19), Column("Kecamatan", 14), Column("Desa/kelurahan", 15), Column("Layanan", 34),
    Column("Keadaan", 12), Column("Pemegang berkas", 24), Column("Batas waktu", 17), Column("Siap", 17),
    Column("Berakhir", 17), Column("Petugas", 14),
)  # fmt: skip


def _register_sheet(
    book: Workbook, recap: Recap, register: Iterable[RegisterLine], files: int, progress: Progress
) -> list[RegisterLine]:
    """Every file received in the period, as it stands now; returns those that are late."""
    sheet = _sheet(book, "Buku register")
    lines = [f"BUKU REGISTER · {recap.period.label.upper()}", recap.office_name]
    head_row = len(lines) + 2
    laid_out(sheet, REGISTER, head_row, filtered_to=head_row + files)
    title(sheet, lines)
    heads(sheet, REGISTER, head_row)
    late: list[RegisterLine] = []
    for place, line in enumerate(register, start=1):
        if place % 500 == 0 and not progress(place, files):
            raise Cancelled
        sheet.append(_register_row(sheet, place, line))
        if line.late:
            late.append(line)
    return late


def _register_row(sheet: Any, place: int, line: RegisterLine) -> list[Any]:
    return [
        place, plain(sheet, line.number), plain_moment(sheet, line.received), plain(sheet, line.name),
        plain(sheet, line.nik), plain(sheet, line.district), plain(sheet, line.village), plain(sheet, line.service),
        line.state, plain(sheet, line.holder), plain_moment(sheet, line.due), plain_moment(sheet, line.ready),
        plain_moment(sheet, line.ended), plain(sheet, line.officer),
    ]  # fmt: skip


def _late_sheet(book: Workbook, recap: Recap, late: Sequence[RegisterLine]) -> None:
    sheet = _sheet(book, "Terlambat")
    lines = [f"BERKAS TERLAMBAT DARI YANG MASUK · {recap.period.label.upper()}", recap.office_name]
    head_row = len(lines) + 2
    laid_out(sheet, REGISTER, head_row, filtered_to=head_row + len(late))
    title(sheet, lines)
    heads(sheet, REGISTER, head_row)
    for place, line in enumerate(late, start=1):
        sheet.append(_register_row(sheet, place, line))


def _daily_sheet(book: Workbook, recap: Recap) -> None:
    sheet = _sheet(book, "Harian")
    columns = (Column("Tanggal", 14), Column("Masuk", 10), Column("Selesai", 10))
    lines = [f"MASUK DAN SELESAI TIAP HARI · {recap.period.label.upper()}", recap.office_name]
    head_row = len(lines) + 2
    laid_out(sheet, columns, head_row)
    chart = LineChart()
    chart.title, chart.height, chart.width = "Masuk dan selesai tiap hari", 9, 22
    last = head_row + len(recap.daily)
    chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=head_row, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head_row + 1, max_row=last))
    for series in chart.series:
        series.smooth = False
    chart.x_axis.number_format, chart.x_axis.delete, chart.y_axis.delete = "dd", False, False
    sheet.add_chart(chart, f"E{head_row}")
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for date_of, received, completed in recap.daily:
        sheet.append([day(sheet, date_of), number(sheet, received), number(sheet, completed)])
    sums = [f"=SUM({letter}{head_row + 1}:{letter}{last})" for letter in "BC"]
    sheet.append([text(sheet, "Jumlah", bold=True), *(formula(sheet, one) for one in sums)])


def _part_sheet(book: Workbook, recap: Recap, part: str, name: str, heading: str) -> None:
    sheet = _sheet(book, name)
    columns = (Column(heading, 36), Column("Masuk", 10), Column("Selesai", 10))
    rows = sorted(recap.breakdowns[part], key=lambda row: (-row[1], row[0]))
    lines = [f"MENURUT {heading.upper()} · {recap.period.label.upper()}", recap.office_name]
    head_row = len(lines) + 2
    last = head_row + len(rows)
    laid_out(sheet, columns, head_row, filtered_to=last)
    if rows:
        chart = BarChart()
        chart.type, chart.title, chart.height, chart.width = "bar", heading, 9, 20
        shown = min(last, head_row + 15)
        chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=head_row, max_row=shown), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=head_row + 1, max_row=shown))
        chart.x_axis.delete, chart.y_axis.delete = False, False
        chart.x_axis.scaling.orientation = "maxMin"
        sheet.add_chart(chart, f"E{head_row}")
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for name_of, received, completed in rows:
        said = SEXES.get(name_of, name_of) if part == "sex" else name_of
        sheet.append([text(sheet, said or "(tidak dicatat)"), number(sheet, received), number(sheet, completed)])
    sums = [f"=SUM({letter}{head_row + 1}:{letter}{last})" for letter in "BC"] if rows else []
    sheet.append([text(sheet, "Jumlah", bold=True), *(formula(sheet, one) for one in sums)])
