"""What papers say, in words an applicant reads: durations, forms of papers, conditions, channels, where to get a paper.

Values in, Indonesian out; nothing here knows about pages. The service is the one that holds: the office's corrections
are already laid over it (`desk.domain.corrections`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desk.domain.catalogue import (
    ApplicantKind,
    Basis,
    Channel,
    ChannelKind,
    DocumentType,
    Duration,
    Office,
    PaperForm,
    Requirement,
    Service,
    Test,
)
from desk.domain.worktime import basis_of
from desk.domain.worktime_words import not_set

FREE = "GRATIS — TIDAK DIPUNGUT BIAYA"
ABSENT = "Tidak tercantum dalam standar pelayanan."
"""What stands where a decree leaves a component out."""

COMPONENTS: Mapping[str, str] = {
    "requirements": "Persyaratan",
    "route": "Sistem, mekanisme, dan prosedur",
    "duration": "Jangka waktu penyelesaian",
    "fee": "Biaya/tarif",
    "product": "Produk pelayanan",
    "complaints": "Penanganan pengaduan, saran, dan masukan",
    "legal_basis": "Dasar hukum",
    "facilities": "Sarana, prasarana, dan/atau fasilitas",
    "competence": "Kompetensi pelaksana",
    "oversight": "Pengawasan internal",
    "executors": "Jumlah pelaksana",
    "assurance": "Jaminan pelayanan",
    "safety": "Jaminan keamanan dan keselamatan pelayanan",
    "evaluation": "Evaluasi kinerja pelaksana",
}
"""The fourteen components of PermenPANRB 15/2014 in their order, by their keys in a pack."""

_UNITS = {"minute": "menit", "hour": "jam", "day": "hari", "month": "bulan", "year": "tahun"}
_FORMS: Mapping[PaperForm, str] = {
    "original": "asli",
    "copy": "fotokopi",
    "legalised_copy": "fotokopi legalisir",
    "original_and_copy": "asli dan fotokopi",
    "digital": "berkas digital",
    "oral": "disampaikan lisan",
}
_CHANNELS: Mapping[ChannelKind, str] = {
    "phone": "Telepon", "fax": "Faksimile", "email": "Pos-el", "website": "Laman", "lapor": "SP4N-LAPOR!",
    "instagram": "Instagram", "facebook": "Facebook", "twitter": "Twitter/X", "whatsapp": "WhatsApp",
    "telegram": "Telegram", "sms": "SMS", "box": "Kotak saran", "letter": "Surat", "counter": "Loket",
    "officer": "Petugas", "other": "",
}  # fmt: skip
_KINDS: Mapping[ApplicantKind, str] = {
    "person": "perorangan",
    "organisation": "lembaga atau organisasi",
    "government": "pemerintah desa atau kelurahan",
}
_WAYS = {
    "counter": "di loket", "phone": "lewat telepon", "whatsapp": "lewat WhatsApp", "letter": "lewat surat",
    "online": "secara daring",
}  # fmt: skip
_LABEL = 12
"""What stands before a colon and is no longer than this names a way to complain: ``Tiktok: …``."""
_COUNTED: Mapping[Basis, str] = {
    "office": "pada jam kerja saja, sejak berkas lengkap.",
    "working": "pada hari kerja saja: hari berkas lengkap adalah hari ke-0, hari libur tidak dihitung.",
    "elapsed": "terus sejak berkas lengkap, siang dan malam, juga pada hari libur.",
    "calendar": "menurut tanggal: {count} sesudah tanggal berkas lengkap, hari libur ikut dihitung.",
}
_PEOPLE = 5
"""So many are named."""
_SHORT_NAME = 40
"""A requirement no longer than this is a bare name or an abbreviation, and an explanation helps."""


def duration_words(duration: Duration | None) -> str:
    """The promise: ``18 hari kerja``, ``± 50 menit``, ``paling lama 1 jam``, ``14 sampai 60 hari kerja``."""
    if duration is None:
        return "tidak ditetapkan dalam standar pelayanan"
    unit = "hari kerja" if duration.unit == "day" and basis_of(duration) == "working" else _UNITS[duration.unit]
    if duration.bound == "range":
        return f"{duration.min} sampai {duration.max} {unit}"
    return {"at_most": "paling lama ", "about": "± "}.get(duration.bound, "") + f"{duration.max} {unit}"


def counted_words(duration: Duration | None) -> tuple[str, ...]:
    """Why it takes that long: what the decree writes and how the clock of the office counts it, a sentence each."""
    if duration is None:
        return not_set()
    basis = basis_of(duration)
    count = f"{duration.max} {_UNITS[duration.unit]}"
    said = [f"Standar menulis “{duration.printed}”.", f"Waktu berjalan {_COUNTED[basis].format(count=count)}"]
    if duration.bound == "about":
        said.append("Tanda ± berarti kira-kira: dapat sedikit lebih cepat atau lebih lambat.")
    elif duration.bound == "range":
        said.append(f"Paling cepat {duration.min}, paling lama {duration.max} {_UNITS[duration.unit]}.")
    if duration.basis_source == "office":
        said.append("Cara menghitungnya ditetapkan kantor, tidak tertulis dalam standar.")
    said.append("Selama berkas dikembalikan untuk dilengkapi, waktu berhenti.")
    return tuple(said)


def people_words(names: Sequence[str]) -> str:
    """How many and who: ``7 orang: Ani, Budi, …, dan 2 lagi``; nobody is left out without a word."""
    known = [name for name in (name.strip() for name in names) if name]
    listed, more = known[:_PEOPLE], len(names) - len(known[:_PEOPLE])
    if not listed:
        return f"{len(names)} orang"
    return f"{len(names)} orang: {', '.join(listed)}{f', dan {more} lagi' if more else ''}"


def fee_words(fee: int) -> str:
    """Nothing to pay, or how much: ``Rp1.250.000``."""
    return f"Rp{fee:,}".replace(",", ".") if fee else FREE


def form_words(requirement: Requirement) -> str:
    """In which form and how many: ``fotokopi legalisir, rangkap 2``; empty where the standard doesn't say."""
    said = [_FORMS[requirement.form]] if requirement.form else []
    if requirement.copies > 1:
        count = requirement.copies
        said.append(f"{count} lembar" if requirement.kind == "photo" else f"rangkap {count}")
    return ", ".join(said)


def handed_over(requirement: Requirement, form: PaperForm | None, count: int | None) -> str:
    """What was handed over, form and number: ``fotokopi 2``, ``asli 1``, ``1 berkas``."""
    form = form or requirement.form
    count = count or requirement.copies
    if form == "oral" or requirement.kind == "report":
        return _FORMS[form] if form else ""
    if form is None:
        return f"{count} {'lembar' if requirement.kind == 'photo' else 'berkas'}"
    return f"{_FORMS[form]} {count}"


def demanded(requirement: Requirement) -> str:
    """What the column 'Bentuk' says: form, number, meterai, and whether it is asked of everybody."""
    said = [form_words(requirement)]
    if requirement.kind == "condition":
        said = ["syarat"]
    if requirement.stamp_duty:
        said.append("bermeterai")
    if not requirement.mandatory and requirement.kind != "instruction":
        said.append("jika ada")
    return ", ".join(part for part in said if part)


def only_if(test: Test, service: Service) -> str:
    """When a paper is asked for at all: ``hanya jika calon anak angkat sudah mampu …``."""
    name = test.field.removeprefix("answer.")
    question = next((q.text for q in service.questions if q.key == name), None)
    if question is not None:
        yes = test.op == "is_true" or (test.op == "eq") == (test.value is True)
        if yes and question.startswith("Apakah "):
            return f"hanya jika {question.removeprefix('Apakah ').rstrip('? ')}"
        return f"hanya jika jawabannya {'ya' if yes else 'tidak'}: “{question}”"
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    if test.field == "applicant.kind":
        kinds = " atau ".join(_KINDS.get(value, str(value)) for value in values)  # type: ignore[call-overload]
        return f"hanya bagi {'selain ' if test.op == 'ne' else ''}{kinds}"
    if test.field == "channel":
        ways = " atau ".join(_WAYS.get(str(value), str(value)) for value in values)
        return f"hanya jika {'tidak ' if test.op == 'ne' else ''}diajukan {ways}"
    return f"hanya jika pemohon berumur {_years(test, values)}"


def how_to_get(requirement: Requirement, documents: Mapping[str, DocumentType], explained: set[str]) -> str:
    """Where a paper comes from and, where its name alone says little, what it is; empty where the text says it.

    Each document is explained once: `explained` collects them. Everybody knows identity cards.
    """
    document = documents.get(requirement.document or "")
    said: list[str] = []
    issuer = requirement.issuer or (document.issuer if document else None)
    if document and document.id not in explained and not document.identity and requirement.kind != "photo":
        explained.add(document.id)
        if len(requirement.text) <= _SHORT_NAME:
            said.append(document.description)
    elif not requirement.issuer:
        issuer = None
    if issuer and not _words(issuer) <= _words(requirement.text):
        said.append(f"Penerbit: {issuer}.")
    if document and document.valid_months and said:
        said.append(f"Berlaku {document.valid_months} bulan.")
    return " ".join(said)


def channel_words(channel: Channel) -> tuple[str, str]:
    """A channel's label and what stands there: (``Telepon``, ``(0343) 427605``); one of another kind may name itself."""
    name, colon, value = channel.value.partition(": ")
    if channel.kind == "other" and colon and len(name) <= _LABEL:
        return name, value
    return _CHANNELS[channel.kind], channel.value


def complaints_of(service: Service, office: Office) -> tuple[Channel, ...]:
    """Where to complain about this service: its own channels, else the office's."""
    return service.complaints or office.complaint_channels


def complaints_line(service: Service, office: Office) -> str:
    """All of them in one line, for the foot of a slip."""
    said = (" ".join(part for part in channel_words(channel) if part) for channel in complaints_of(service, office))
    return "; ".join(said)


def component_of(path: str) -> str:
    """Which component a correction's path is in: ``requirements/k7.c`` is in ``Persyaratan``."""
    key = path.strip("/").partition("/")[0]
    return COMPONENTS.get({"products": "product", "sop": "route", "questions": "requirements"}.get(key, key), "Layanan")


def decree_of(service: Service, office: Office) -> str:
    """The decree that sets the standard, empty where unknown."""
    number = service.source.decree or (office.decree.number if office.decree else "")
    return f"Keputusan Nomor {number}" if number else ""


def opening_words(service: Service, office: Office) -> tuple[str, ...]:
    """What a leaflet says of itself, a paragraph each."""
    decree = decree_of(service, office)
    set_by = f", yang ditetapkan dengan {decree}" if decree else ""
    said = [
        f"Selebaran ini memuat standar pelayanan {office.name} untuk satu layanan{set_by}.",
        "Siapkan berkasnya satu per satu, beri tanda pada kotaknya, lalu bawa lembar ini bersama berkas.",
    ]
    if not service.fee:
        said.append("Pelayanan ini tidak dipungut biaya. Bila ada yang meminta, sampaikan lewat saluran pengaduan.")
    return tuple(said)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - {"atau", "dari", "di"}


def _years(test: Test, values: tuple[object, ...]) -> str:
    first, last = values[0], values[-1]
    return {
        "lt": f"di bawah {first} tahun",
        "le": f"paling tua {first} tahun",
        "gt": f"di atas {first} tahun",
        "ge": f"{first} tahun ke atas",
        "between": f"{first} sampai {last} tahun",
        "ne": f"selain {first} tahun",
    }.get(test.op, f"{first} tahun")
