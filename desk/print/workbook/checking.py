"""The sheets by which a reader checks the recap: what was corrected, and which command lists the files of a figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openpyxl import Workbook

from desk.domain.behind import Behind
from desk.domain.recap import Recap, period
from desk.domain.recap_corrections import Correction, Counted
from desk.print.workbook.cells import Column, day, heads, laid_out, new_sheet, number, place, tall, text, title

TURNS: Mapping[str, str] = {
    "carried_over": "Sisa masa lalu", "carried_returned": "Sisa pada pemohon", "received": "Masuk",
    "reopened": "Dibuka kembali", "completed": "Selesai", "rejected": "Ditolak", "withdrawn": "Dicabut",
    "merged": "Digabung", "returned": "Dikembalikan kepada pemohon", "resumed": "Dilengkapi pemohon",
}  # fmt: skip
_TIMELY = {1: " (terlambat)", 0: " (tepat waktu)", None: ""}


def corrections_sheet(book: Workbook, recap: Recap) -> None:
    """What changed in signed months, file by file."""
    columns = (
        Column("No", 5), Column("Rekap", 16), Column("Nomor registrasi", 20), Column("Sebab", 24),
        Column("Tercatat dulu", 30), Column("Tanggal dulu", 14), Column("Seharusnya", 30), Column("Tanggal", 14),
        Column("Pengaruh pada sisa", 12),
    )  # fmt: skip
    sheet = new_sheet(book, "Koreksi")
    lines = [
        f"KOREKSI REKAP YANG SUDAH DITANDATANGANI · {recap.period.label.upper()}",
        recap.office_name,
        "Sisa masa lalu = sisa rekap yang ditandatangani ditambah pengaruh koreksi di bawah ini.",
    ]
    head_row = len(lines) + 2
    laid_out(sheet, columns, head_row, filtered_to=head_row + len(recap.corrections))
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for k, one in enumerate(recap.corrections, start=1):
        sheet.append(
            [
                place(sheet, k), text(sheet, period(month=one.month).label), text(sheet, one.number),
                text(sheet, why(one)), text(sheet, said(one.before)), day(sheet, _day(one.before)),
                text(sheet, said(one.now)), day(sheet, _day(one.now)), number(sheet, one.opens, '+0;-0;"–"'),
            ]
        )  # fmt: skip


def why(correction: Correction) -> str:
    """What became of it since it was signed."""
    if correction.before is None:
        return "Baru tercatat"
    return "Tidak lagi tercatat" if correction.now is None else "Berubah"


def said(counted: Counted | None) -> str:
    """``Selesai (terlambat)``."""
    return "" if counted is None else f"{TURNS.get(counted.figure, counted.figure)}{_TIMELY[counted.late]}"


def _day(counted: Counted | None) -> date | None:
    return None if counted is None else date.fromisoformat(counted.day)


def checking_sheet(book: Workbook, recap: Recap, figures: Mapping[str, str]) -> None:
    """For each figure, the command that lists its files."""
    columns = (Column("Angka", 22), Column("Jumlah", 10), Column("Perintah yang menampilkan berkasnya", 96))
    sheet = new_sheet(book, "Cara memeriksa")
    lines = [
        f"CARA MEMERIKSA REKAP · {recap.period.label.upper()}",
        recap.office_name,
        "Di Desk, angka pada layar Rekap membuka berkasnya. Di baris perintah, ketik perintah di bawah ini.",
        "Untuk satu layanan tambahkan --service (misalnya --service " + _example(recap) + ").",
        "Untuk satu kecamatan atau petugas tambahkan --among, misalnya --among district=Bangil.",
        "Berkas yang berakhir dua kali tampil dua kali, sebagaimana dihitung dua kali.",
    ]
    if recap.signed:
        lines.append(
            "Rekap ini sudah dibekukan; yang berubah sesudahnya tercatat di lembar Koreksi rekap bulan berikutnya."
        )
    head_row = len(lines) + 2
    laid_out(sheet, columns, head_row)
    title(sheet, lines)
    heads(sheet, columns, head_row)
    for row, (name, words) in enumerate(figures.items(), start=head_row + 1):
        command = Behind(name, recap.period.first, recap.period.last).command
        tall(sheet, row, command, columns[2].width)
        sheet.append([text(sheet, words), number(sheet, getattr(recap.totals, name)), text(sheet, command, wrap=True)])


def _example(recap: Recap) -> str:
    return recap.services[0].id if recap.services else f"{recap.office}/01"
