"""The words of the commands on people: histories, duplicates, and the audit trail."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.cli.parser import Parser


def add_people(
    commands: argparse._SubParsersAction[Parser],
    add: Callable[[argparse._SubParsersAction[Parser], str, str, str], Parser],
) -> None:
    """Add them, by the parser's own way to add a command."""
    person = add(commands, "person", "semua permohonan seseorang, dan keluarganya", "people.person")
    person.add_argument("person", metavar="NIK|BERKAS")
    person.add_argument("--open", metavar="BARIS", help="baris layanan terjaga yang dibuka (row)")
    person.add_argument("--reason", default="", metavar="TEKS", help="alasan membukanya; tercatat di jejak audit")
    person.add_argument("--limit", type=int, default=50, metavar="N")
    person.add_argument("--after", metavar="KURSOR")
    duplicates = add(commands, "duplicates", "berkas yang mungkin ganda, berdampingan", "people.duplicates")
    duplicates.add_argument("case", nargs="?", metavar="BERKAS", help="tanpa ini: semua berkas yang masih berjalan")
    duplicates.add_argument("--limit", type=int, default=50, metavar="N")
    duplicates.add_argument("--after", metavar="KURSOR")
    distinct = add(commands, "distinct", "mencatat bahwa dua berkas bukan milik orang yang sama", "people.distinct")
    distinct.add_argument("case", metavar="BERKAS")
    distinct.add_argument("other", metavar="BERKAS")
    distinct.add_argument("--reason", required=True, metavar="TEKS", help="apa yang menunjukkannya")
    distinct.add_argument("--undo", action="store_true", help="tarik kembali: mungkin memang sama")
    audit = add(commands, "audit", "jejak audit: siapa melihat dan mengeluarkan apa", "people.audit")
    audit.add_argument("--case", metavar="BERKAS")
    audit.add_argument("--officer", metavar="NAMA")
    audit.add_argument("--from", dest="from_date", metavar="TANGGAL")
    audit.add_argument("--to", dest="to_date", metavar="TANGGAL")
    audit.add_argument("--limit", type=int, default=100, metavar="N")
    audit.add_argument("--after", metavar="KURSOR")
