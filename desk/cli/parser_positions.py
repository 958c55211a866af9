"""The words of `desk position`: the office's desks, who sits there, who is away."""

from __future__ import annotations

import argparse
from typing import Any, TypeAlias, get_args

from desk.domain.positions import PositionKind
from desk.domain.staffing import Standing

Commands: TypeAlias = "argparse._SubParsersAction[Any]"


def add_positions(commands: Commands) -> None:
    """`desk position …`. What changes something asks why: the reason is kept with the version."""
    help_text = "jabatan dan pejabat dinas"
    position = commands.add_parser("position", help=help_text, description=help_text)
    inner = position.add_subparsers(dest="subcommand", metavar="PERINTAH", required=True, parser_class=type(position))
    _looking(inner)
    changing = (_positions(inner), _people(inner), (_command(inner, "undo", "membatalkan perubahan terakhir"),))
    for command in (one for group in changing for one in group):
        command.add_argument("--reason", required=True, metavar="TEKS", help="alasannya; ikut tersimpan")


def _command(inner: Commands, name: str, help_text: str, run: str = "") -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = inner.add_parser(name, help=help_text, description=help_text)
    command.set_defaults(run=f"positions.{run or name}")
    return command


def _looking(inner: Commands) -> None:
    listing = _command(inner, "list", "semua jabatan dan siapa pejabatnya", "everybody")
    listing.add_argument("--on", metavar="TANGGAL", help="pada tanggal ini (bawaan: hari ini)")
    show = _command(inner, "show", "satu jabatan: pejabatnya, catatan, dan blok tanda tangan")
    show.add_argument("position", metavar="JABATAN", help="nama, singkatan, atau kata-katanya: 'kabid rehsos'")
    show.add_argument("--on", metavar="TANGGAL", help="pada tanggal ini (bawaan: hari ini)")
    show.add_argument(
        "--behalf",
        action="append",
        default=[],
        metavar="JABATAN",
        help="atas nama (a.n.); dua kali: untuk beliau (u.b.)",
    )
    _command(inner, "history", "semua perubahan yang dibuat di sini")


def _positions(inner: Commands) -> tuple[argparse.ArgumentParser, ...]:
    add = _command(inner, "add", "menambah jabatan yang tidak disebut keputusan")
    add.add_argument("title", metavar="NAMA")
    change = _command(inner, "change", "mengganti nama, jenis, atau bidang sebuah jabatan")
    change.add_argument("position", metavar="JABATAN")
    change.add_argument("--title", metavar="NAMA", help="nama baru; surat lama tetap memakai nama lama")
    change.add_argument("--from", dest="start", metavar="TANGGAL", help="nama baru berlaku mulai (bawaan: hari ini)")
    change.add_argument("--signs-as", metavar="TEKS", help="sebutan pada blok tanda tangan")
    for command in (add, change):
        command.add_argument("--kind", choices=get_args(PositionKind), help="jenis jabatan")
        command.add_argument("--division", metavar="BIDANG", help="kosong untuk seluruh dinas")
    retire = _command(inner, "retire", "menghapus jabatan; surat lama tetap menyebutnya")
    retire.add_argument("position", metavar="JABATAN")
    retire.add_argument("--on", metavar="TANGGAL", help="hari terakhirnya (bawaan: hari ini)")
    return add, change, retire


def _people(inner: Commands) -> tuple[argparse.ArgumentParser, ...]:
    appoint = _command(inner, "appoint", "mengangkat pejabat")
    appoint.add_argument("position", metavar="JABATAN")
    appoint.add_argument("person", metavar="NAMA", help="nama lengkap dengan gelar")
    appoint.add_argument("--from", dest="start", metavar="TANGGAL", help="mulai (bawaan: hari ini)")
    appoint.add_argument("--until", metavar="TANGGAL", help="hari terakhir (bawaan: belum ditentukan)")
    appoint.add_argument(
        "--standing", choices=get_args(Standing), default="definitive", help="definitif, Plt., Plh., Pj."
    )
    appoint.add_argument("--replace", action="store_true", help="akhiri pejabat sekarang sehari sebelumnya")
    person = _command(inner, "person", "memperbaiki nama, NIP, atau pangkat seseorang")
    person.add_argument("person", metavar="NAMA")
    person.add_argument("--name", metavar="NAMA")
    for command in (appoint, person):
        command.add_argument("--nip", metavar="NIP")
        command.add_argument("--rank", metavar="PANGKAT")
    end = _command(inner, "end", "mengakhiri masa jabatan")
    end.add_argument("position", metavar="JABATAN")
    end.add_argument("--person", metavar="NAMA", help="siapa, bila dijabat beberapa orang")
    end.add_argument("--on", metavar="TANGGAL", help="hari terakhirnya (bawaan: hari ini)")
    absent = _command(inner, "absent", "mencatat pejabat yang tidak ada: cuti, dinas luar, sakit")
    absent.add_argument("who", metavar="JABATAN|NAMA")
    absent.add_argument("start", metavar="DARI")
    absent.add_argument("until", metavar="SAMPAI")
    absent.add_argument("--acting", metavar="JABATAN|NAMA", help="yang bertindak (Plh.)")
    back = _command(inner, "back", "mencatat pejabat yang kembali lebih awal")
    back.add_argument("who", metavar="JABATAN|NAMA")
    back.add_argument("--on", metavar="TANGGAL", help="hari pertamanya kembali (bawaan: hari ini)")
    return appoint, person, end, absent, back
