"""The register (buku register), one row a file, and those of it that are late."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from openpyxl import Workbook

from desk.domain.recap import Recap, RegisterLine
from desk.print.workbook.cells import Column, heads, laid_out, new_sheet, plain, plain_moment, title

Progress = Callable[[int, int], bool]
"""(done, total) → whether to go on."""


class Cancelled(Exception):
    """Somebody stopped it; nothing was written."""


COLUMNS = (
    Column("No", 6), Column("Nomor registrasi", 20), Column("Diterima", 18.5), Column("Nama pemohon", 26),
    Column("NIK", 20), Column("Kecamatan", 14), Column("Desa/kelurahan", 16), Column("Layanan", 36),
    Column("Keadaan", 14), Column("Pemegang berkas", 24), Column("Batas waktu", 18.5), Column("Siap", 18.5),
    Column("Berakhir", 18.5), Column("Petugas", 16),
)  # fmt: skip


def register_sheet(
    book: Workbook, recap: Recap, register: Iterable[RegisterLine], files: int, progress: Progress
) -> list[RegisterLine]:
    """Every file received in the period, as it stands now; returns those that are late.

    Raises:
        Cancelled: `progress` said so.
    """
    sheet = _headed(book, "Buku register", f"BUKU REGISTER · {recap.period.label.upper()}", recap.office_name, files)
    late: list[RegisterLine] = []
    for place, line in enumerate(register, start=1):
        if place % 500 == 0 and not progress(place, files):
            raise Cancelled
        sheet.append(_row(sheet, place, line))
        if line.late:
            late.append(line)
    return late


def late_sheet(book: Workbook, recap: Recap, late: Sequence[RegisterLine]) -> None:
    """The late ones again, to be gone through one by one."""
    words = f"BERKAS TERLAMBAT DARI YANG MASUK · {recap.period.label.upper()}"
    sheet = _headed(book, "Terlambat", words, recap.office_name, len(late))
    for place, line in enumerate(late, start=1):
        sheet.append(_row(sheet, place, line))


def _headed(book: Workbook, name: str, words: str, office: str, files: int) -> Any:
    sheet = new_sheet(book, name)
    lines = [words, office]
    head_row = len(lines) + 2
    laid_out(sheet, COLUMNS, head_row, filtered_to=head_row + files)
    title(sheet, lines)
    heads(sheet, COLUMNS, head_row)
    return sheet


def _row(sheet: Any, place: int, line: RegisterLine) -> list[Any]:
    return [
        place, plain(sheet, line.number), plain_moment(sheet, line.received), plain(sheet, line.name),
        plain(sheet, line.nik), plain(sheet, line.district), plain(sheet, line.village), plain(sheet, line.service),
        line.state, plain(sheet, line.holder), plain_moment(sheet, line.due), plain_moment(sheet, line.ready),
        plain_moment(sheet, line.ended), plain(sheet, line.officer),
    ]  # fmt: skip
