"""The words of the commands on disposition sheets and agenda books."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.cli.parser import Parser


def add_sheets(
    commands: argparse._SubParsersAction[Parser],
    add: Callable[..., Parser],
) -> None:
    """Add them, by the parser's own way to add a command."""
    agenda = add(commands, "agenda", "buku agenda surat masuk dan keluar", "agendas.agenda")
    add_days(agenda)
    agenda.add_argument("--book", choices=("in", "out"), help="hanya surat masuk (in) atau keluar (out)")
    agenda.add_argument("--search", default="", metavar="TEKS")
    agenda.add_argument("-o", "--output", metavar="FILE", help="buku kerja Excel yang dibuat")
    phrases = add(commands, "phrases", "kalimat yang bisa dicentang di lembar disposisi")
    inner = phrases.add_subparsers(dest="subcommand", metavar="PERINTAH", required=True, parser_class=type(phrases))
    add(inner, "list", "daftarnya, berurutan seperti tercetak", "sheets.phrases")
    changed = add(inner, "set", "mengganti daftarnya dari berkas JSON", "sheets.set_phrases")
    changed.add_argument("file", metavar="FILE|-")
    changed.add_argument("--reason", required=True, metavar="TEKS", help="alasannya; ikut tersimpan")
    undo = add(inner, "undo", "membatalkan perubahan terakhir", "sheets.undo_phrases")
    undo.add_argument("--reason", required=True, metavar="TEKS", help="alasannya; ikut tersimpan")


def add_days(parser: argparse.ArgumentParser) -> None:
    """The days that a book is wanted of, both included; left out, this month up to today."""
    parser.add_argument("--from", dest="from_date", metavar="TANGGAL")
    parser.add_argument("--to", dest="to_date", metavar="TANGGAL")
