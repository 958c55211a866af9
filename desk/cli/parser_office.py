"""The words with which an office keeps its own documents: its calendar."""

from __future__ import annotations

import argparse
from typing import Any, get_args

from desk.domain.holidays import HolidayKind

ZONES = ("wib", "wita", "wit", "office")
"""As an officer says a time zone; ``office`` is that of the pack."""


def calendar(commands: argparse._SubParsersAction[Any]) -> None:
    """`desk calendar`; what changes it asks why, and the reason is kept with the version."""
    whole = _add(commands, "calendar", "kalender kerja kantor: hari libur, jam kerja, Ramadan")
    inner = whole.add_subparsers(dest="subcommand", metavar="PERINTAH", required=True, parser_class=type(whole))
    listing = _add(inner, "list", "hari libur satu tahun, jam kerja, dan yang belum pasti", "calendar.show")
    listing.add_argument("--year", type=int, metavar="TAHUN", help="bawaan: tahun ini")
    adding = _add(inner, "add", "menambah hari libur, misalnya cuti bersama yang ditetapkan belakangan", "calendar.add")
    adding.add_argument("date", metavar="TANGGAL", help="misalnya 2026-12-31")
    adding.add_argument("name", metavar="NAMA", help="nama hari liburnya")
    adding.add_argument("--kind", choices=get_args(HolidayKind), default="local", help="bawaan: local")
    removing = _add(
        inner, "remove", "menghapus hari libur: dicabut, dipindah, atau kantor tetap buka", "calendar.remove"
    )
    restoring = _add(inner, "restore", "mengembalikan satu tanggal seperti bawaan Desk", "calendar.restore")
    for command in (removing, restoring):
        command.add_argument("date", metavar="TANGGAL")
    hours = _add(inner, "hours", "jam kerja seminggu sejak suatu tanggal", "calendar.hours")
    hours.add_argument("file", metavar="FILE|-|standard", help="JSON jam kerja; 'standard' memakai Perpres 21/2023")
    hours.add_argument("--start", metavar="TANGGAL", help="mulai berlaku (bawaan: hari ini)")
    ramadan = _add(inner, "ramadan", "jam kerja lain selama Ramadan atau masa lain", "calendar.ramadan")
    ramadan.add_argument("first", metavar="AWAL", help="tanggal pertama")
    ramadan.add_argument("last", metavar="AKHIR", help="tanggal terakhir")
    ramadan.add_argument("--name", metavar="TEKS", help="nama masanya (bawaan: Ramadan dan tahunnya)")
    ramadan.add_argument("--file", metavar="FILE", help="JSON jam kerja (bawaan: jam Ramadan Perpres 21/2023)")
    usual = _add(inner, "usual", "mencabut masa berjam lain: kembali ke jam biasa", "calendar.usual")
    usual.add_argument("name", metavar="NAMA")
    zone = _add(inner, "zone", "zona waktu kantor", "calendar.zone")
    zone.add_argument("zone", metavar="|".join(ZONES), help="'office' memakai zona waktu paket dinas")
    taking = _add(
        inner, "import", "mengambil daftar hari libur (date;name;kind), misalnya dari SKB", "calendar.take_in"
    )
    taking.add_argument("file", metavar="FILE")
    taking.add_argument("--whole", action="store_true", help="daftarnya lengkap: yang tidak tercantum dihapus")
    for command in (adding, taking):
        command.add_argument("--decree", default="", metavar="TEKS", help="keputusan yang menetapkannya")
        command.add_argument("--decided", metavar="TANGGAL", help="tanggal keputusan itu")
    _add(inner, "history", "semua perubahan kalender", "calendar.history")
    undo = _add(inner, "undo", "membatalkan perubahan terakhir", "calendar.undo")
    for command in (adding, removing, restoring, hours, ramadan, usual, zone, taking, undo):
        command.add_argument("--reason", required=True, metavar="TEKS", help="alasannya; ikut tersimpan")


def _add(commands: argparse._SubParsersAction[Any], name: str, help_text: str, run: str | None = None) -> Any:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    if run is not None:
        parser.set_defaults(run=run)
    return parser
