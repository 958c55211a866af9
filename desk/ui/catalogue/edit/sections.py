"""What of a service can be edited, section by section, field by field. Values only, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desk.language import mark
from desk.ui.catalogue.edit.working import Path

Kind = Literal["line", "text", "number", "choice", "coded", "tick", "lines", "range"]
"""How a field is written; ``coded`` is a choice among JSON values, ``range`` two numbers, ``lines`` a text a line."""

_PAPERS = ("document", "photo", "statement", "form")


@dataclass(frozen=True, slots=True)
class Spec:
    """One field.

    Attributes:
        key: where it stands in its entry, dots between levels; empty where the entry is the text itself.
        options: the name of what may be chosen (`options.options_of`).
        half: whether two go side by side.
        needed: whether an emptied field stays as an empty text (and is refused) instead of going away.
        only: the kinds of requirement that have it; empty for all.
    """

    key: str
    label: str
    kind: Kind = "line"
    options: str = ""
    half: bool = False
    needed: bool = False
    only: tuple[str, ...] = ()
    hint: str = ""

    @property
    def path(self) -> Path:
        """Its place in the entry."""
        return tuple(self.key.split(".")) if self.key else ()


@dataclass(frozen=True, slots=True)
class Inner:
    """Entries of an entry: parts of a requirement, ways out of a step, lines of an SOP."""

    key: str
    specs: tuple[Spec, ...]
    adding: str


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the editor.

    Attributes:
        key: the component (`desk.ui.catalogue.saying.COMPONENTS`).
        specs: fields of its own.
        entries: where its list stands, or empty.
        entry: the fields of each entry.
        adding: the words of the button that adds one.
    """

    key: str
    number: int
    heading: str
    specs: tuple[Spec, ...] = ()
    entries: Path = ()
    entry: tuple[Spec, ...] = ()
    adding: str = ""
    inner: Inner | None = None


_TEXT = (Spec("", mark("Bunyi"), "text", needed=True),)
_REQUIREMENT = (
    Spec("text", mark("Bunyi persyaratan"), "text", needed=True),
    Spec("number", mark("Nomor tercetak"), half=True),
    Spec("kind", mark("Jenis"), "choice", "kinds", half=True, needed=True),
    Spec("document", mark("Berkas (dari daftar)"), "choice", "documents", only=_PAPERS),
    Spec("form", mark("Bentuk"), "choice", "forms", half=True, only=(*_PAPERS, "report")),
    Spec("copies", mark("Rangkap"), "number", half=True, only=_PAPERS),
    Spec("issuer", mark("Penerbit"), only=_PAPERS),
    Spec("mandatory", mark("Wajib (tanpa centang: bila ada)"), "tick"),
    Spec("stamp_duty", mark("Bermeterai"), "tick", only=_PAPERS),
    Spec("applies_when", mark("Diminta dari"), "coded", "conditions"),
    Spec("any_of", mark("Boleh diganti dengan"), "coded", "alternatives"),
    Spec("rule", mark("Diperiksa dengan"), "coded", "rules", only=("condition",)),
    Spec("rule.value", mark("Umur, dari–sampai (tahun)"), "range", only=("age",)),
)
_STEP = (
    Spec("title", mark("Kegiatan"), "text", needed=True),
    Spec("number", mark("Nomor tercetak"), half=True),
    Spec("action", mark("Tindakan"), "choice", "actions", half=True, needed=True),
    Spec("actor", mark("Pelaku"), "line", "actors", needed=True),
    Spec("external", mark("Dilakukan di luar dinas"), "tick"),
)
_BRANCH = (
    Spec("when", mark("Bila"), "choice", "branches", half=True),
    Spec("to", mark("Lanjut ke langkah"), "choice", "steps", half=True, needed=True),
)
_SOP_ROW = (
    Spec("activity", mark("Kegiatan"), "text", needed=True),
    Spec("actors", mark("Pelaksana, satu per baris"), "lines"),
    Spec("requirement", mark("Kelengkapan")),
    Spec("time", mark("Waktu"), half=True),
    Spec("output", mark("Keluaran"), half=True),
)
_PERSON = mark("Tambah orang atau peran")
_ENTRY = mark("Tambah butir")

SECTIONS: tuple[Section, ...] = (
    Section(
        "title",
        0,
        mark("Judul dan umum"),
        (
            Spec("title", mark("Judul layanan"), "text", needed=True),
            Spec("division", mark("Bidang yang bertanggung jawab")),
            Spec("applicants", mark("Siapa yang boleh memohon"), "coded", "applicants", half=True),
            Spec("sensitive", mark("Kerahasiaan berkas"), "choice", "sensitive", half=True),
            Spec("hand_off", mark("Diteruskan ke (badan di luar dinas)")),
            Spec("field_visit", mark("Ada kunjungan lapangan"), "tick", needed=True),
            Spec("returns_incomplete", mark("Berkas tidak lengkap dikembalikan"), "tick", needed=True),
            Spec("can_reject", mark("Permohonan dapat ditolak"), "tick", needed=True),
            Spec("keywords", mark("Kata yang dipakai pemohon, satu per baris"), "lines"),
        ),
    ),
    Section(
        "requirements",
        1,
        mark("Persyaratan"),
        entries=("requirements",),
        entry=_REQUIREMENT,
        adding=mark("Tambah persyaratan"),
        inner=Inner("parts", _REQUIREMENT, mark("Tambah bagian")),
    ),
    Section(
        "questions",
        1,
        mark("Pertanyaan ya atau tidak"),
        entries=("questions",),
        entry=(
            Spec(
                "text",
                mark("Pertanyaan"),
                "text",
                needed=True,
                hint=mark("Ditanyakan di loket; persyaratan dapat bergantung padanya."),
            ),
        ),
        adding=mark("Tambah pertanyaan"),
    ),
    Section(
        "route",
        2,
        mark("Alur"),
        entries=("route",),
        entry=_STEP,
        adding=mark("Tambah langkah"),
        inner=Inner("next", _BRANCH, mark("Tambah cabang")),
    ),
    Section(
        "sop",
        2,
        mark("Tabel SOP"),
        entries=("sop",),
        entry=(Spec("title", mark("Judul tabel"), "text", needed=True),),
        adding=mark("Tambah tabel"),
        inner=Inner("rows", _SOP_ROW, mark("Tambah baris")),
    ),
    Section(
        "duration",
        3,
        mark("Jangka waktu"),
        (
            Spec("duration.printed", mark("Bunyi tercetak"), needed=True),
            Spec("duration.bound", mark("Batas"), "choice", "bounds", half=True, needed=True),
            Spec("duration.unit", mark("Satuan"), "choice", "units", half=True, needed=True),
            Spec("duration.min", mark("Paling cepat"), "number", half=True, needed=True),
            Spec("duration.max", mark("Paling lama"), "number", half=True, needed=True),
            Spec("duration.basis", mark("Cara menghitung"), "choice", "bases", half=True, needed=True),
            Spec("duration.basis_source", mark("Cara itu menurut"), "choice", "sources", half=True, needed=True),
        ),
    ),
    Section(
        "fee", 4, mark("Biaya"), (Spec("fee", mark("Biaya dalam rupiah; 0 berarti gratis"), "number", needed=True),)
    ),
    Section(
        "product",
        5,
        mark("Produk"),
        (Spec("product", mark("Produk pelayanan, seperti tercetak"), "text", needed=True),),
        entries=("products",),
        entry=(
            Spec("name", mark("Nama produk"), "text", needed=True),
            Spec("kind", mark("Jenis"), "choice", "products", half=True, needed=True),
        ),
        adding=mark("Tambah produk"),
    ),
    Section(
        "complaints",
        6,
        mark("Pengaduan"),
        entries=("complaints",),
        entry=(
            Spec("kind", mark("Saluran"), "choice", "channels", half=True, needed=True),
            Spec("value", mark("Alamat atau nomor"), "text", needed=True),
        ),
        adding=mark("Tambah saluran"),
    ),
    Section(
        "legal_basis",
        7,
        mark("Dasar hukum"),
        entries=("legal_basis",),
        entry=(
            Spec("citation", mark("Singkatan"), hint=mark("Misalnya: UU 11/2009, Permensos 110/HUK/2009"), needed=True),
            Spec("title", mark("Bunyi tercetak"), "text", needed=True),
        ),
        adding=mark("Tambah peraturan"),
    ),
    Section("facilities", 8, mark("Sarana dan prasarana"), entries=("facilities",), entry=_TEXT, adding=_ENTRY),
    Section("competence", 9, mark("Kompetensi"), entries=("competence",), entry=_TEXT, adding=_ENTRY),
    Section("oversight", 10, mark("Pengawasan"), entries=("oversight",), entry=_TEXT, adding=_ENTRY),
    Section(
        "executors",
        11,
        mark("Pelaksana"),
        (
            Spec("executors.count", mark("Jumlah orang"), "number", half=True),
            Spec("executors.printed", mark("Bunyi tercetak"), "text"),
        ),
        entries=("executors", "roles"),
        entry=(Spec("", mark("Jabatan atau peran"), needed=True),),
        adding=_PERSON,
    ),
    Section("assurance", 12, mark("Jaminan pelayanan"), entries=("assurance",), entry=_TEXT, adding=_ENTRY),
    Section("safety", 13, mark("Jaminan keamanan"), entries=("safety",), entry=_TEXT, adding=_ENTRY),
    Section("evaluation", 14, mark("Evaluasi kinerja"), entries=("evaluation",), entry=_TEXT, adding=_ENTRY),
)


def section_named(key: str) -> Section:
    """The section of a component; places that have none of their own are with the title."""
    other = {"products": "product", "division": "title", "keywords": "title", "applicants": "title"}
    key = other.get(key, key)
    return next((section for section in SECTIONS if section.key == key), SECTIONS[0])


def section_of(path: Path) -> Section:
    """The section in which a place of the file is edited."""
    return section_named(str(path[0]) if path else "title")
