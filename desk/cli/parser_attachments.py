"""The words of the commands on attachments."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

NAME = "attachments"
INNER = ("list", "export", "remove", "prune")

Add = Callable[..., argparse.ArgumentParser]
"""(commands, name, help, place of what runs it) → the command's parser; handed in by `desk.cli.parser`."""


def spelt_out(words: Sequence[str]) -> list[str]:
    """`desk attachments CASE` with its ``list``, which may be left out."""
    whole = list(words)
    if whole[:1] == [NAME] and len(whole) > 1 and whole[1] not in (*INNER, "-h", "--help"):
        whole.insert(1, "list")
    return whole


def add_attachments(commands: argparse._SubParsersAction[Any], add: Add) -> None:
    """`attach`, and `attachments` with what is done to them."""
    attach = add(commands, "attach", "melampirkan foto, pindaian, atau PDF pada berkas", "attached.attach")
    attach.add_argument("case", metavar="BERKAS")
    attach.add_argument("file", metavar="FILE")
    attach.add_argument("--requirement", metavar="ID", help="persyaratan yang dipenuhinya, misalnya ktp")
    attach.add_argument("--step", metavar="KUNCI", help="langkah alur yang dicatatnya")
    attach.add_argument("--note", default="", metavar="TEKS")
    attach.add_argument("--shrink", action="store_true", help="perkecil foto lebih dulu")
    whole = add(commands, NAME, "lampiran sebuah berkas")
    inner = whole.add_subparsers(
        dest="subcommand", metavar="PERINTAH", required=True, parser_class=type(whole), description="bawaan: list"
    )
    listing = add(inner, "list", "daftar lampiran; kata `list` boleh ditinggalkan", "attached.listing")
    listing.add_argument("case", metavar="BERKAS")
    export = add(inner, "export", "menulis isi lampiran ke luar Desk", "attached.export")
    export.add_argument("case", metavar="BERKAS")
    export.add_argument("id", metavar="LAMPIRAN")
    export.add_argument("-o", "--output", required=True, metavar="FILE")
    remove = add(inner, "remove", "melepas lampiran dari berkas; isinya tetap ada sampai prune", "attached.remove")
    remove.add_argument("case", metavar="BERKAS")
    remove.add_argument("id", metavar="LAMPIRAN")
    remove.add_argument("--reason", required=True, metavar="TEKS", help="alasannya; ikut di riwayat")
    add(inner, "prune", "menghapus dari diska isi lampiran yang sudah dilepas", "attached.prune")
