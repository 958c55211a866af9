"""The words of the command line. `docs/cli.md` is tested against this parser."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from desk.cli import parser_office
from desk.cli.parser_attachments import add_attachments, spelt_out
from desk.cli.parser_people import add_people
from desk.cli.parser_positions import add_positions
from desk.cli.parser_recap import add_recap
from desk.cli.parser_sheets import add_days, add_sheets
from desk.cli.parser_trays import add_trays
from desk.domain.behind import FIGURES
from desk.domain.case import STATES
from desk.domain.errors import UsageError

CHECKLIST_SIZES = ("a4", "f4", "roll80", "roll58")
POSTER_SIZES = ("a4", "a3")
LEAFLET_SIZES = ("a4",)
BOOKLET_SIZES = ("a5",)
PLEDGE_SIZES = ("a4", "a3")
SLIP_SIZES = ("a4", "f4", "a5", "a6", "roll80", "roll58")
AGENDA_SIZES = ("f4", "a4")
SHEET_SIZES = ("half", "a5", "f4", "a4")
SHORTAGE_SIZES = ("a4", "f4", "a5", "a6", "roll80", "roll58")
GIVEN_BACK_SIZES = ("a5", "a6", "a4", "f4", "roll80", "roll58")
"""The papers that each can be printed on; the first is the usual one."""


class Parser(argparse.ArgumentParser):
    """Wrong words raise a `UsageError`, so that they are answered like every other refusal.

    Options are written whole: a shortened ``--hom`` would be taken here, after the home was chosen without it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "allow_abbrev": False})

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """The options in those words, with what may be left out."""
        return super().parse_args(None if args is None else spelt_out(args), namespace)

    def error(self, message: str) -> NoReturn:
        """Refuse with argparse's own words about what is wrong and where help stands."""
        template = "Perintah keliru: {problem}. Lihat `{command} --help`."
        raise UsageError("usage", template, problem=message, command=self.prog)


def build_parser() -> Parser:
    """The whole parser. Each command carries the place of the function that runs it as `run`: modules
    are imported when their command is used, so that one word doesn't wait for all.
    """
    parser = Parser(prog="desk", description="Loket pelayanan Dinas Sosial, bekerja tanpa jaringan.")
    parser.add_argument("--home", metavar="DIR", help="folder data loket ini (atau DESK_HOME)")
    parser.add_argument("--json", action="store_true", help="jawab dengan satu dokumen JSON")
    parser.add_argument("--lang", choices=("id", "en"), help="bahasa jawaban (bawaan: id)")
    commands = parser.add_subparsers(dest="command", metavar="PERINTAH", parser_class=Parser)
    _setting_up(commands)
    _catalogue(commands)
    _papers(commands)
    _casework(commands)
    add_attachments(commands, _add)
    add_people(commands, _add)
    add_recap(commands, _add)
    add_trays(commands, _add)
    _keeping(commands)
    parser_office.calendar(commands)
    add_positions(commands)
    add_sheets(commands, _add)
    return parser


def _add(commands: argparse._SubParsersAction[Parser], name: str, help_text: str, run: str | None = None) -> Parser:
    parser = commands.add_parser(name, help=help_text, description=help_text)
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def _setting_up(commands: argparse._SubParsersAction[Parser]) -> None:
    _add(commands, "window", "membuka jendela Desk")
    setup = _add(commands, "setup", "menjadikan folder ini loket sebuah dinas", "counterwork.setup")
    setup.add_argument("--office", required=True, metavar="SLUG", help="dinas, misalnya pasuruan")
    setup.add_argument("--counter", required=True, metavar="NAMA", help="nama loket")
    setup.add_argument("--officer", default="", metavar="NAMA", help="nama petugas")
    demo = _add(commands, "demo", "satu hari kerja di folder sementara: surat, gambar jendela, ringkasan")
    demo.add_argument("--out", metavar="DIR", help="tempat hasilnya")
    demo.add_argument("--run", action="store_true", help="buka jendelanya bila ada layar")
    _add(commands, "status", "apa loket ini, hitungan, dan kesehatannya", "counterwork.status")


def _catalogue(commands: argparse._SubParsersAction[Parser]) -> None:
    _add(commands, "offices", "daftar dinas", "standards.offices")
    services = _add(commands, "services", "daftar layanan", "standards.services")
    services.add_argument("--office", metavar="SLUG")
    services.add_argument("--search", metavar="TEKS", help="kata pemohon, ejaan lama pun boleh")
    services.add_argument("--document", metavar="BERKAS", help="hanya yang meminta berkas ini, misalnya sktm")
    service = _add(commands, "service", "satu standar pelayanan, lengkap", "standards.service")
    service.add_argument("id", metavar="LAYANAN", help="misalnya pasuruan/01")
    catalogue = _add(commands, "catalogue", "katalog layanan")
    inner = catalogue.add_subparsers(dest="subcommand", metavar="PERINTAH", required=True, parser_class=Parser)
    export = _add(inner, "export", "seluruh katalog", "standards.export")
    export.add_argument("--office", metavar="SLUG")
    check = _add(inner, "check", "hal-hal dalam keputusan yang patut ditinjau", "doubts.check")
    check.add_argument("--office", metavar="SLUG")
    _packs(inner)


def _packs(inner: argparse._SubParsersAction[Parser]) -> None:
    """What changes the office's own catalogue asks why: the reason is kept with the version."""
    pack = _add(inner, "pack", "seluruh paket sebuah dinas sebagai satu berkas", "packs.pack")
    pack.add_argument("office", metavar="SLUG")
    pack.add_argument("-o", "--output", required=True, metavar="FILE")
    make = _add(inner, "new", "paket untuk dinas lain, dari yang sudah ada", "packs.make")
    make.add_argument("slug", metavar="SLUG")
    make.add_argument("--from", dest="source", required=True, metavar="DINAS")
    make.add_argument("--data", metavar="FILE", help="JSON dengan data dinasnya: name, region, …")
    make.add_argument("-o", "--output", required=True, metavar="FILE")
    diff = _add(inner, "diff", "perbedaan dua paket, per layanan dan bagian", "packs.diff")
    diff.add_argument("before", metavar="SLUG|FILE")
    diff.add_argument("after", metavar="SLUG|FILE")
    history = _add(inner, "history", "semua versi sebuah layanan yang dibuat di sini", "packs.history")
    history.add_argument("id", metavar="LAYANAN")
    taking = _add(inner, "import", "mengambil paket dari berkas, seluruhnya atau tidak sama sekali", "packs.take_in")
    taking.add_argument("file", metavar="FILE")
    edit = _add(inner, "edit", "menyimpan versi baru sebuah layanan dari JSON; LAYANAN 'new' menambah", "packs.edit")
    edit.add_argument("id", metavar="LAYANAN")
    edit.add_argument("file", metavar="FILE|-")
    correct = _add(inner, "correct", "membetulkan satu bagian di atas teks tercetak", "packs.correct")
    correct.add_argument("id", metavar="LAYANAN")
    correct.add_argument("component", metavar="BAGIAN", help="misalnya product atau requirements/ktp/mandatory")
    correct.add_argument("value", metavar="NILAI", help="nilai JSON, atau teks biasa")
    correct.add_argument("--start", metavar="TANGGAL", help="mulai berlaku (bawaan: hari ini)")
    retire = _add(inner, "retire", "mencabut sebuah layanan", "packs.retire")
    retire.add_argument("id", metavar="LAYANAN")
    undo = _add(inner, "undo", "kembali ke versi sebelumnya", "packs.undo")
    undo.add_argument("id", metavar="LAYANAN")
    for command in (taking, edit, correct, retire, undo):
        command.add_argument("--reason", required=True, metavar="TEKS", help="alasannya; ikut tersimpan")


def _papers(commands: argparse._SubParsersAction[Parser]) -> None:
    printing = _add(commands, "print", "mencetak, ke berkas PDF atau pencetak")
    inner = printing.add_subparsers(dest="subcommand", metavar="SURAT", required=True, parser_class=Parser)
    for name, help_text, run, subject, sizes in (
        ("checklist", "daftar persyaratan untuk dibawa pulang", "papers.checklist", "service", CHECKLIST_SIZES),
        ("poster", "standar pelayanan untuk ruang tunggu", "papers.poster", "service", POSTER_SIZES),
        ("leaflet", "selebaran lipat tiga tentang satu layanan", "papers.leaflet", "service", LEAFLET_SIZES),
        ("booklet", "buku semua standar pelayanan sebuah dinas", "papers.booklet", "office", BOOKLET_SIZES),
        ("pledge", "maklumat pelayanan untuk dipajang", "papers.pledge", "office", PLEDGE_SIZES),
        ("slip", "tanda terima berkas", "papers.slip", "case", SLIP_SIZES),
        ("missing", "lembar kekurangan berkas", "papers.missing", "case", SHORTAGE_SIZES),
        ("disposition", "lembar disposisi, setengah folio", "papers.disposition", "case", SHEET_SIZES),
        ("given-back", "tanda terima berkas asli yang dikembalikan", "papers.given_back", "case", GIVEN_BACK_SIZES),
        ("agenda", "buku agenda surat masuk dan keluar", "agendas.print_agenda", "", AGENDA_SIZES),
    ):
        paper = _add(inner, name, help_text, run)
        if subject:
            paper.add_argument(subject, metavar={"service": "LAYANAN", "office": "DINAS", "case": "BERKAS"}[subject])
        else:
            add_days(paper)
        target = paper.add_mutually_exclusive_group(required=True)
        target.add_argument("-o", "--output", metavar="FILE", help="berkas PDF yang dibuat")
        target.add_argument("--printer", metavar="NAMA", help="pencetak tujuan")
        paper.add_argument("--paper", choices=sizes, default=sizes[0], help="ukuran kertas")
        if name == "checklist":
            paper.add_argument("--large", action="store_true", help="huruf besar")
        if name == "disposition":
            paper.add_argument("--for", dest="whose", default="", metavar="JABATAN", help="lembar milik jabatan ini")
        if subject == "case":
            paper.add_argument("--reason", default="", metavar="TEKS", help="alasan mencetak lagi")
    _add(commands, "printers", "daftar pencetak komputer ini", "papers.printers")


def _casework(commands: argparse._SubParsersAction[Parser]) -> None:
    intake = _add(commands, "intake", "mendaftarkan berkas dari JSON", "casework.intake")
    intake.add_argument("file", metavar="FILE|-")
    resubmit = _add(commands, "resubmit", "menerima kekurangan berkas yang dikembalikan", "casework.resubmit")
    resubmit.add_argument("case", metavar="BERKAS")
    resubmit.add_argument("file", metavar="FILE|-", help='JSON: {"checklist": …, "applicant": …}')
    case = _add(commands, "case", "satu berkas, menurut nomor, kode, atau id", "casework.case")
    case.add_argument("case", metavar="BERKAS")
    act = _add(commands, "act", "melakukan satu tindakan pada berkas", "casework.act")
    act.add_argument("case", metavar="BERKAS")
    act.add_argument("action", metavar="TINDAKAN")
    act.add_argument("--to", action="append", default=[], metavar="PERAN")
    act.add_argument("--by", default="", metavar="NAMA", help="pejabat yang perintahnya dicatat")
    act.add_argument("--note", default="", metavar="TEKS")
    act.add_argument("--data", metavar="FILE", help="JSON dengan yang diperlukan tindakan ini")
    cases = _add(commands, "cases", "daftar berkas", "casework.cases")
    cases.add_argument("--search", default="", metavar="TEKS")
    cases.add_argument("--state", choices=STATES)
    cases.add_argument("--service", metavar="LAYANAN")
    cases.add_argument("--holder", metavar="PERAN", help="hanya yang dipegang jabatan atau peran ini")
    cases.add_argument("--turn", choices=FIGURES, help="berkas di balik angka rekap ini, pada --from sampai --to")
    cases.add_argument("--among", metavar="BAGIAN=ISI", help="bersama --turn, misalnya district=Bangil")
    cases.add_argument("--overdue", action="store_true", help="hanya yang lewat waktu")
    cases.add_argument("--from", dest="from_date", metavar="TANGGAL")
    cases.add_argument("--to", dest="to_date", metavar="TANGGAL")
    cases.add_argument("--limit", type=int, default=50, metavar="N")
    cases.add_argument("--after", metavar="KURSOR")
    queue = _add(commands, "queue", "berkas yang menunggu, yang paling mendesak dulu", "casework.queue")
    queue.add_argument("--holder", metavar="PERAN", help="hanya yang dipegang jabatan atau peran ini")
    queue.add_argument("--trays", action="store_true", help="baki tiap jabatan dengan jumlahnya")
    queue.add_argument("--limit", type=int, default=50, metavar="N")
    queue.add_argument("--after", metavar="KURSOR")


def _keeping(commands: argparse._SubParsersAction[Parser]) -> None:
    verify = _add(commands, "verify", "memeriksa keutuhan data", "counterwork.verify")
    verify.add_argument("--rebuild", action="store_true", help="buat ulang daftar dari jurnal dan bandingkan")
    _add(commands, "dump", "keadaan bersama sebagai JSON baku", "counterwork.dump")
    _add(commands, "ledger", "catatan cetak", "counterwork.ledger")
    _add(commands, "batch", "banyak perintah, satu per baris masukan")
