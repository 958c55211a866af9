"""Words for what stands in a service file: names of components, of places in them, and values as people read them.
Without Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.language import mark, tr
from desk.ui import words

COMPONENTS: Mapping[str, tuple[int, str]] = {
    "title": (0, mark("Judul")),
    "requirements": (1, mark("Persyaratan")),
    "route": (2, mark("Sistem, mekanisme, dan prosedur")),
    "duration": (3, mark("Jangka waktu pelayanan")),
    "fee": (4, mark("Biaya atau tarif")),
    "product": (5, mark("Produk pelayanan")),
    "complaints": (6, mark("Penanganan pengaduan, saran, dan masukan")),
    "legal_basis": (7, mark("Dasar hukum")),
    "facilities": (8, mark("Sarana, prasarana, dan fasilitas")),
    "competence": (9, mark("Kompetensi pelaksana")),
    "oversight": (10, mark("Pengawasan internal")),
    "executors": (11, mark("Jumlah pelaksana")),
    "assurance": (12, mark("Jaminan pelayanan")),
    "safety": (13, mark("Jaminan keamanan dan keselamatan pelayanan")),
    "evaluation": (14, mark("Evaluasi kinerja pelaksana")),
    "products": (5, mark("Produk pelayanan")),
    "sop": (2, mark("SOP")),
    "questions": (1, mark("Pertanyaan")),
    "division": (0, mark("Bidang")),
    "keywords": (0, mark("Kata kunci")),
    "applicants": (1, mark("Pemohon")),
    "sensitive": (0, mark("Kerahasiaan")),
    "field_visit": (2, mark("Kunjungan lapangan")),
    "returns_incomplete": (2, mark("Berkas tidak lengkap dikembalikan")),
    "can_reject": (2, mark("Permohonan dapat ditolak")),
    "hand_off": (2, mark("Diteruskan ke")),
    "corrections": (0, mark("Pembetulan")),
    "service": (0, mark("Layanan")),
    "source": (0, mark("Keputusan")),
    "decree": (0, mark("Keputusan")),
    "head": (0, mark("Kepala Dinas")),
    "letterhead": (0, mark("Kop dinas")),
    "email": (0, mark("E-mail dinas")),
    "pledge": (0, mark("Maklumat pelayanan")),
}
"""(number of the component of PermenPANRB 15/2014 that it is shown under, heading) by key."""

ACTIONS: Mapping[str, str] = {
    "receive": mark("menerima"), "check": mark("memeriksa kelengkapan"), "register": mark("mencatat"),
    "dispose": mark("mendisposisi"), "verify": mark("memverifikasi"), "visit": mark("mengunjungi"),
    "report": mark("melaporkan"), "draft": mark("membuat konsep"), "initial": mark("memaraf"),
    "sign": mark("menandatangani"), "enter_external": mark("mengisi sistem lain"), "hand_off": mark("meneruskan"),
    "decide": mark("memutuskan"), "deliver": mark("menyerahkan"), "monitor": mark("memantau"),
    "archive": mark("mengarsipkan"),
}  # fmt: skip
PRODUCTS: Mapping[str, str] = {
    "letter": mark("surat"), "permit": mark("izin"), "certificate": mark("surat tanda atau sertifikat"),
    "aid": mark("bantuan"), "referral": mark("rujukan"), "information": mark("informasi"),
    "registration": mark("pendaftaran"), "complaint_answer": mark("jawaban pengaduan"),
}  # fmt: skip
UNITS: Mapping[str, str] = {
    "minute": mark("menit"), "hour": mark("jam"), "day": mark("hari"), "month": mark("bulan"), "year": mark("tahun"),
}  # fmt: skip
BOUNDS: Mapping[str, str] = {
    "exact": mark("tepat"), "at_most": mark("paling lama"), "about": mark("sekitar"), "range": mark("dari … sampai …"),
}  # fmt: skip
BASES: Mapping[str, str] = {
    "working": mark("hari kerja"), "calendar": mark("hari kalender"), "office": mark("selama jam kantor"),
    "elapsed": mark("terus, siang dan malam"),
}  # fmt: skip
SENSITIVE: Mapping[str, str] = {
    "adoption": mark("adopsi"), "psychiatric": mark("kejiwaan"), "child": mark("anak"), "violence": mark("kekerasan"),
    "hiv": mark("HIV"),
}  # fmt: skip
_FIELDS: Mapping[str, str] = {
    "text": mark("bunyi"), "kind": mark("jenis"), "document": mark("berkas"), "form": mark("bentuk"),
    "copies": mark("rangkap"), "stamp_duty": mark("meterai"), "mandatory": mark("wajib"), "issuer": mark("penerbit"),
    "number": mark("nomor"), "applies_when": mark("syarat berlaku"), "any_of": mark("pengganti"), "rule": mark("ketentuan"),
    "parts": mark("bagian"), "actor": mark("pelaku"), "action": mark("tindakan"), "title": mark("kegiatan"),
    "external": mark("di luar dinas"), "next": mark("langkah berikutnya"), "printed": mark("bunyi tercetak"),
    "count": mark("jumlah"), "roles": mark("pelaksana"), "max": mark("paling lama"), "min": mark("paling cepat"),
}  # fmt: skip


def heading_of(component: str) -> str:
    """What people call a component."""
    return tr(COMPONENTS[component][1]) if component in COMPONENTS else component


def place_words(path: str, raw: Mapping[str, Any] | None = None) -> str:
    """What people call the place of a correction: ``Persyaratan > SKCK > wajib``."""
    segments = [segment for segment in path.split("/") if segment]
    said = [heading_of(segments[0])]
    for segment in segments[1:]:
        named = _entry_named(raw, segments[0], segment) if segment is segments[1] else None
        said.append(named or (tr(_FIELDS[segment]) if segment in _FIELDS else segment))
    return " > ".join(said)


def value_words(value: Any) -> str:
    """A value of a service file, for reading: lists one entry a line, entries by what they say."""
    if value is None or value in ([], {}, ""):
        return tr("tidak ada")
    if isinstance(value, bool):
        return tr("ya") if value else tr("tidak")
    if isinstance(value, list | tuple):
        return "\n".join(_line(entry) for entry in value)
    if isinstance(value, dict):
        return _entry_words(value)
    return str(value)


def _line(entry: Any) -> str:
    """An entry of a list; its parts are set in below it."""
    said = value_words(entry)
    number = entry.get("number") if isinstance(entry, dict) else None
    said = f"{number}. {said}" if number else f"• {said}"
    parts = entry.get("parts", ()) if isinstance(entry, dict) else ()
    return "\n".join([said, *(f"    {line}" for part in parts for line in _line(part).split("\n"))])


def _entry_words(entry: Mapping[str, Any]) -> str:
    """An object by what it says: a requirement with its form, a step with its actor, a duration as printed."""
    if {"unit", "bound"} <= set(entry):
        count = f"{entry.get('min')}–{entry.get('max')}" if entry["bound"] == "range" else str(entry.get("max"))
        kept = [tr(BOUNDS[entry["bound"]])] if entry["bound"] in ("at_most", "about") else []
        basis = f"({tr(BASES[entry['basis']])})" if entry.get("basis") in BASES else ""
        return " ".join(part for part in (*kept, count, tr(UNITS[entry["unit"]]), basis) if part)
    if {"component", "from"} <= set(entry):
        place, value = place_words(str(entry["component"])), value_words(entry.get("corrected"))
        return f"{place}: {value} ({entry['from']}; {entry.get('reason', '')})"
    if "text" in entry:
        return _requirement_words(entry)
    if {"kind", "value"} <= set(entry) and entry["kind"] in words.CHANNELS:
        return f"{tr(words.CHANNELS[entry['kind']][1])}: {entry['value']}"
    if "actor" in entry:
        return f"{entry.get('title', '')} ({entry['actor']})"
    said = entry.get("printed") or ", ".join(entry.get("roles", ()))
    named = said or entry.get("name") or entry.get("title") or entry.get("activity") or entry.get("citation")
    return str(named) if named else "; ".join(f"{key}: {value_words(value)}" for key, value in entry.items())


def _requirement_words(entry: Mapping[str, Any]) -> str:
    extra = [tr(words.FORMS[entry["form"]])] if entry.get("form") in words.FORMS else []
    extra += [tr("{count} rangkap", count=entry["copies"])] if entry.get("copies", 1) != 1 else []
    extra += [tr("bermeterai")] if entry.get("stamp_duty") else []
    extra += [tr("bila ada")] if entry.get("mandatory") is False else []
    return " · ".join((entry["text"], *extra))


def _entry_named(raw: Mapping[str, Any] | None, component: str, key: str) -> str | None:
    """The beginning of the entry of that id, as it stands in the file."""
    from desk.domain.corrections import value_at  # noqa: PLC0415 (only where a file is given)

    if raw is None or component not in ("requirements", "route", "questions"):
        return None
    entry = value_at(raw, f"{component}/{key}")
    if not isinstance(entry, dict):
        return None
    said = str(entry.get("text") or entry.get("title") or key)
    return said if len(said) <= 48 else said[:46].rsplit(" ", 1)[0] + " …"
