"""The recap by day and by part: tables with sums, and charts that can be told apart in grey too."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference

from desk.domain.recap import Recap
from desk.print.workbook.cells import Column, day, formula, heads, laid_out, new_sheet, number, text, title

SHEETS: tuple[tuple[str, str, str], ...] = (
    ("officer", "Petugas", "Petugas yang mencatat"),
    ("counter", "Loket", "Loket"),
    ("district", "Kecamatan", "Kecamatan"),
    ("village", "Desa", "Desa/kelurahan"),
    ("sex", "Jenis kelamin", "Jenis kelamin"),
    ("age", "Umur", "Kelompok umur (tahun)"),
)
SEXES = {"L": "Laki-laki", "P": "Perempuan"}
UNKNOWN = "(tidak dicatat)"

_INKS = ("FF1F4E79", "FFE08A2E")
"""Dark blue and orange: far apart in lightness, for printers and eyes without colours."""

_MOST_BARS = 15


def daily_sheet(book: Workbook, recap: Recap) -> None:
    """Received and completed, day by day; a month stays on one page beside its chart."""
    sheet = new_sheet(book, "Harian")
    columns = (Column("Tanggal", 14), Column("Masuk", 10), Column("Selesai", 10))
    lines = [f"MASUK DAN SELESAI TIAP HARI · {recap.period.label.upper()}", recap.office_name]
    head_row = len(lines) + 2
    last = head_row + len(recap.daily)
    laid_out(sheet, columns, head_row)
    if len(recap.daily) <= 31:
        sheet.page_setup.fitToHeight = 1
    chart = LineChart()
    chart.height, chart.width = 9, 20
    _drawn(chart, sheet, "Masuk dan selesai tiap hari", head_row, last)
    for series, ink in zip(chart.series, _INKS, strict=True):
        series.smooth = False
        series.graphicalProperties.line.solidFill, series.graphicalProperties.line.width = ink[2:], 28_000
    if len(chart.series) > 1:
        chart.series[1].graphicalProperties.line.dashStyle = "dash"
    chart.x_axis.number_format = "dd"
    sheet.add_chart(chart, f"E{head_row}")
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for date_of, received, completed in recap.daily:
        sheet.append([day(sheet, date_of), number(sheet, received), number(sheet, completed)])
    _summed(sheet, head_row, last)


def part_sheet(book: Workbook, recap: Recap, part: str, name: str, heading: str) -> None:
    """Received and completed by one part, the most first; a chart where there is something to compare."""
    sheet = new_sheet(book, name)
    columns = (Column(heading, 36), Column("Masuk", 10), Column("Selesai", 10))
    rows = sorted(recap.breakdowns[part], key=lambda row: (-row[1], row[0]))
    lines = [f"MENURUT {heading.upper()} · {recap.period.label.upper()}", recap.office_name]
    head_row = len(lines) + 2
    last = head_row + len(rows)
    laid_out(sheet, columns, head_row, filtered_to=last)
    if len(rows) > 1:
        shown = min(last, head_row + _MOST_BARS)
        chart = BarChart()
        chart.type, chart.gapWidth, chart.width = "bar", 60, 20
        chart.height = min(4 + 1.1 * (shown - head_row), 16)
        _drawn(chart, sheet, heading if shown == last else f"{heading}: {_MOST_BARS} terbanyak", head_row, shown)
        for series, ink in zip(chart.series, _INKS, strict=True):
            series.graphicalProperties.solidFill = ink[2:]
        chart.x_axis.scaling.orientation = "maxMin"
        sheet.add_chart(chart, f"E{head_row}")
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for name_of, received, completed in rows:
        said = SEXES.get(name_of, name_of) if part == "sex" else name_of
        sheet.append([text(sheet, said or UNKNOWN), number(sheet, received), number(sheet, completed)])
    _summed(sheet, head_row, last)


def _drawn(chart: Any, sheet: Any, words: str, head_row: int, last: int) -> None:
    chart.title, chart.legend.position = words, "b"
    chart.add_data(Reference(sheet, min_col=2, max_col=3, min_row=head_row, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=head_row + 1, max_row=last))
    chart.x_axis.delete, chart.y_axis.delete = False, False
    chart.y_axis.number_format = "0"


def _summed(sheet: Any, head_row: int, last: int) -> None:
    sums = [f"=SUM({letter}{head_row + 1}:{letter}{last})" for letter in "BC"] if last > head_row else []
    sheet.append([text(sheet, "Jumlah", bold=True), *(formula(sheet, one) for one in sums)])
