"""The words of the commands on trays: the count at the end of a shift, and what should be known now."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.cli.parser import Parser


def add_trays(commands: argparse._SubParsersAction[Parser], add: Callable[..., Parser]) -> None:
    """Add them, by the parser's own way to add a command."""
    notices = add(
        commands, "notices", "yang perlu diketahui sekarang: terlambat, jatuh tempo, siap diambil", "trays.notices"
    )
    notices.add_argument("--after", type=int, default=0, metavar="N", help="yang kembali sesudah catatan jurnal ke-N")
    pickup = add(commands, "pickup", "kabar untuk pemohon bahwa hasilnya siap diambil", "trays.pickup")
    pickup.add_argument("case", metavar="BERKAS")
    shift = add(commands, "shift", "menghitung baki di akhir jam kerja")
    inner = shift.add_subparsers(dest="subcommand", metavar="PERINTAH", required=True, parser_class=type(shift))
    count = add(inner, "count", "mencocokkan isi sebuah baki dengan yang tercatat, dan menyimpannya", "trays.count")
    count.add_argument("position", metavar="JABATAN", help="baki milik jabatan ini, misalnya 'Kepala Dinas'")
    count.add_argument("file", metavar="FILE|-", help="satu nomor atau kode berkas per baris")
    listing = add(inner, "list", "hitungan yang tersimpan, yang terbaru dulu", "trays.counts")
    listing.add_argument("--position", metavar="JABATAN")
    listing.add_argument("--limit", type=int, default=50, metavar="N")
