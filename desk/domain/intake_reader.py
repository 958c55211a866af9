"""An intake from JSON (`desk intake`), and back again (drafts): the shape in the command line's contract.

Every refusal names the field by its path. Nothing is silently dropped: a key that isn't known is refused too, so that
a misspelt one doesn't lose what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, cast, get_args

from desk.domain import identity
from desk.domain.catalogue import APPLICANT_KINDS, PaperForm
from desk.domain.errors import Refused
from desk.domain.intake import (
    Address,
    Applicant,
    Beneficiary,
    ExternalReference,
    IncomingLetter,
    Intake,
    ReceivedBy,
    Tick,
)
from desk.domain.phone import read_phone

NAME_LIMIT = 200
"""Letters a name may have. Permendagri 73/2022 allows 60 for new records; older ones and organisations have more."""

TEXT_LIMIT = 4000
"""Letters any other text may have."""

SAID_LIMIT = 60
"""Letters of a wrong value that a refusal repeats."""

NUMBER_LIMIT = 10**12
"""Above every number that an applicant may answer, an income in rupiah included."""

YEARS = range(1945, 2200)
"""When a file may have been received, whatever a PC's clock says."""

LABELS = {
    "service": "layanan",
    "key": "kunci formulir",
    "received_at": "waktu terima",
    "channel": "cara masuk",
    "note": "catatan",
    "applicant.name": "nama pemohon",
    "applicant.nik": "NIK pemohon",
    "applicant.no_nik_reason": "alasan tanpa NIK",
    "applicant.kk": "nomor KK",
    "applicant.sex": "jenis kelamin",
    "applicant.birth_place": "tempat lahir",
    "applicant.birth_date": "tanggal lahir",
    "applicant.phone": "nomor telepon",
    "applicant.contact": "nama narahubung",
    "applicant.kind": "jenis pemohon",
    "applicant.address.street": "alamat",
    "applicant.address.rt": "RT",
    "applicant.address.rw": "RW",
    "applicant.address.village": "desa/kelurahan",
    "applicant.address.district": "kecamatan",
    "reason": "alasan",
    "body": "badan tujuan",
    "title": "nama jabatan",
    "signs_as": "sebutan di surat",
    "person.name": "nama pejabat",
    "rank": "pangkat",
    "letter": "surat pemohon",
    "letter.number": "nomor surat",
    "letter.date": "tanggal surat",
    "letter.subject": "perihal surat",
    "letter.enclosures": "lampiran surat",
}
"""What officers call the fields; other paths are said as they are."""


def refuse(code: str, template: str, field: str, **details: object) -> Refused:
    """A refusal that belongs to the input at `field`; ``{path}`` in the template is that field's name."""
    return Refused(code, template, field=field, path=LABELS.get(field, sayable(field) or "pendaftaran"), **details)


def sayable(text: str) -> str:
    """What somebody typed, short and printable enough for a sentence."""
    said = text if len(text) <= SAID_LIMIT else f"{text[:SAID_LIMIT]}…"
    return "".join(letter if letter.isprintable() else "�" for letter in said)


def read_intake(raw: object, today: date) -> Intake:
    """The intake in `raw`, every value checked for its form.

    Raises:
        Refused: with the path of the first value that is wrong.
    """
    top = _Object(raw, "")
    checklist = top.take("checklist", {})
    everything = checklist == "complete"
    if isinstance(checklist, str) and not everything:
        raise refuse(
            "checklist",
            'Isi "checklist" harus "complete" atau objek seperti "ktp": "met": true, satu kunci satu persyaratan.',
            "checklist",
        )
    reference, letter = top.take("external_reference", None), top.take("letter", None)
    intake = Intake(
        service=top.text("service", required=True),
        key=top.text("key") or None,
        received_at=_moment(top.text("received_at")),
        channel=cast("ReceivedBy", top.choice("channel", get_args(ReceivedBy), "counter")),
        applicant=read_applicant(top.take("applicant", {}), today),
        beneficiaries=read_beneficiaries(top.take("beneficiaries", []), today),
        checklist={} if everything else _checklist(checklist),
        everything=everything,
        answers=_answers(top.take("answers", {})),
        external_reference=None if reference is None else _reference(reference),
        letter=None if letter is None else read_letter(letter, today),
        note=top.text("note", lines=True),
    )
    top.finish()
    return intake


def read_applicant(raw: object, today: date) -> Applicant:
    """The applicant, numbers and dates checked for the impossible (`desk.domain.identity`)."""
    source = _Object(raw, "applicant")
    kind = source.choice("kind", APPLICANT_KINDS, "person")
    nik = source.text("nik")
    birth_date = source.text("birth_date")
    kk = source.text("kk")
    phone = source.text("phone")
    place = _Object(source.take("address", {}), "applicant.address")
    address = Address(*(place.text(key) for key in ("street", "rt", "rw", "village", "district")))
    place.finish()
    applicant = Applicant(
        kind=cast("Any", kind),
        name=source.text("name", limit=NAME_LIMIT),
        nik=identity.read_nik(nik, today, field="applicant.nik").digits if nik else "",
        no_nik_reason=source.text("no_nik_reason", lines=True),
        kk=identity.read_kk(kk, today, field="applicant.kk").digits if kk else "",
        sex=cast("Any", source.choice("sex", ("L", "P"), None)),
        birth_place=source.text("birth_place"),
        birth_date=identity.parse_birth_date(birth_date, today, field="applicant.birth_date").isoformat()
        if birth_date
        else "",
        phone=read_phone(phone, field="applicant.phone") if phone else "",
        contact=source.text("contact", limit=NAME_LIMIT),
        address=address,
    )
    source.finish()
    return applicant


def read_beneficiaries(raw: object, today: date) -> tuple[Beneficiary, ...]:
    """Those whom the file is about; a list of victims may be long."""
    if not isinstance(raw, list):
        raise refuse("beneficiaries", "Penerima manfaat harus berupa daftar.", "beneficiaries")
    found: list[Beneficiary] = []
    for index, entry in enumerate(raw):
        path = f"beneficiaries[{index}]"
        source = _Object(entry, path)
        nik = source.text("nik")
        found.append(
            Beneficiary(
                name=source.text("name", required=True, limit=NAME_LIMIT),
                nik=identity.read_nik(nik, today, field=f"{path}.nik").digits if nik else "",
                relation=source.text("relation"),
                note=source.text("note", lines=True),
            )
        )
        source.finish()
    return tuple(found)


def read_letter(raw: object, today: date, field: str = "letter") -> IncomingLetter | None:
    """A letter that came in; None where nothing of it is said.

    Raises:
        Refused: its date is none, or is yet to come.
    """
    source = _Object(raw, field)
    letter = IncomingLetter(
        number=source.text("number", limit=NAME_LIMIT),
        date=letter_day(source.text("date"), today, f"{field}.date"),
        subject=source.text("subject"),
        enclosures=source.text("enclosures", limit=NAME_LIMIT),
    )
    source.finish()
    return letter if letter != IncomingLetter() else None


def letter_day(text: str, today: date, field: str = "letter.date") -> str:
    """The date that a letter bears, ISO; empty where none was said."""
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise refuse("bad_date", "Isian {path} harus tanggal seperti 2026-12-31.", field) from error
    if day.year not in YEARS:
        raise refuse("bad_date", "Isian {path} harus tanggal seperti 2026-12-31.", field)
    if day > today:
        raise refuse("date_future", "Tanggal pada {path} belum tiba; periksa tahunnya.", field)
    return day.isoformat()


def require_applicant(intake: Intake) -> None:
    """Refuse a form that doesn't say who asks: checked when it is registered, not while it is typed.

    Raises:
        Refused: no name, or a person at the counter with neither NIK nor a reason why there is none.
    """
    applicant = intake.applicant
    if not applicant.name:
        raise refuse("name_missing", "Nama pemohon belum diisi.", "applicant.name")
    if is_number(applicant.name):
        template = "Nama pemohon berisi angka saja; nomor ditulis di kolomnya sendiri."
        raise refuse("name_is_number", template, "applicant.name")
    reported = intake.channel in ("phone", "whatsapp")
    if applicant.kind == "person" and not applicant.nik and not applicant.no_nik_reason and not reported:
        raise refuse(
            "nik_missing",
            "NIK pemohon belum diisi. Bila memang tidak ada, tulis alasannya (misalnya: telantar, bayi baru lahir).",
            "applicant.no_nik_reason",
        )
    if applicant.kk and applicant.kk == applicant.nik:
        raise refuse("kk_is_nik", "Nomor KK sama dengan NIK; periksa kembali keduanya.", "applicant.kk")


def write_intake(intake: Intake) -> dict[str, Any]:
    """The JSON value that `read_intake` reads back as the same intake."""
    raw = asdict(intake)
    raw["beneficiaries"] = list(raw["beneficiaries"])
    raw["checklist"] = "complete" if intake.everything else raw["checklist"]
    del raw["everything"]
    return raw


def laid_over(form: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """A form's JSON with what was said laid over it: what isn't named stays as it was, of an applicant, an address, a letter
    too; null clears.
    """
    whole = {**form, **said}
    for key in ("applicant", "address", "letter"):
        if isinstance(form.get(key), dict) and isinstance(said.get(key), dict):
            whole[key] = laid_over(form[key], said[key])
    return whole


class _Object:
    """Takes the keys of one JSON object, each once, as clean text."""

    def __init__(self, raw: object, path: str) -> None:
        if not isinstance(raw, dict):
            raise refuse("not_an_object", "Isian {path} harus berupa objek JSON.", path)
        self.raw, self.path, self.taken = cast("dict[str, object]", raw), path, set[str]()

    def at(self, key: str) -> str:
        """The path of a key."""
        return f"{self.path}.{key}" if self.path else key

    def take(self, key: str, default: object) -> object:
        """The raw value; null is as good as absent."""
        self.taken.add(key)
        value = self.raw.get(key)
        return default if value is None else value

    def text(self, key: str, *, required: bool = False, limit: int = TEXT_LIMIT, lines: bool = False) -> str:
        """A trimmed text without control characters, of one line unless `lines`."""
        value = self.take(key, "")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise refuse("not_text", "Isian {path} harus berupa teks.", self.at(key))
        text = clean_text(value, self.at(key), required=required, limit=limit)
        return text if lines else _BREAKS.sub(" ", text)

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None) -> str | None:
        """One of the allowed words."""
        value = self.take(key, default)
        if value is not None and not isinstance(value, str):
            raise refuse("not_text", "Isian {path} harus berupa teks.", self.at(key))
        if value is not None and value not in allowed:
            template = "Isian {path} berisi '{value}'; yang dikenal: {allowed}."
            raise refuse("unknown_choice", template, self.at(key), value=sayable(value), allowed=", ".join(allowed))
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self.take(key, default)
        if not isinstance(value, bool):
            raise refuse("not_a_flag", "Isian {path} harus true atau false.", self.at(key))
        return value

    def finish(self) -> None:
        """Refuse what nothing asked for."""
        for key in self.raw:
            if key not in self.taken:
                template = "Isian {path} tidak dikenal; periksa ejaannya."
                raise refuse("unknown_key", template, self.at(key))


def clean_text(value: str, field: str, *, required: bool = False, limit: int = TEXT_LIMIT) -> str:
    """`value` trimmed, line breaks kept; control characters and texts too long are refused."""
    text = value.strip().replace("\r\n", "\n")
    if _CONTROLS.search(text):
        raise refuse("control_character", "Isian {path} memuat karakter kendali; hapus dulu.", field)
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        raise refuse("broken_character", "Isian {path} memuat huruf yang rusak.", field)
    if len(text) > limit:
        template = "Isian {path} terlalu panjang: {length} huruf, paling banyak {limit}."
        raise refuse("too_long", template, field, length=len(text), limit=limit)
    if required and not text:
        raise refuse("required", "Isian {path} wajib diisi.", field)
    return text


_NUMBER = re.compile(r"(?:\d[\s.\-]*){10,}")


def is_number(name: str) -> bool:
    """Whether somebody typed an identity or telephone number for a name: printed there it would not be masked."""
    return _NUMBER.fullmatch(name) is not None


_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that make text run backwards for whoever reads it."""
_BREAKS = re.compile(r"[\n\t\u2028\u2029]+")


def _moment(text: str) -> str | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year not in YEARS:
        template = "Waktu terima '{text}' bukan waktu lengkap dengan zona, misalnya 2026-11-22T09:15:00+07:00."
        raise refuse("received_at", template, "received_at", text=sayable(text))
    return moment.isoformat()


def _checklist(raw: object) -> dict[str, Tick]:
    if not isinstance(raw, dict):
        raise refuse(
            "checklist",
            'Isi "checklist" harus "complete" atau objek seperti "ktp": "met": true, satu kunci satu persyaratan.',
            "checklist",
        )
    return {str(key): _tick(value, f"checklist.{key}") for key, value in raw.items()}


def _tick(raw: object, path: str) -> Tick:
    source = _Object({"met": raw} if isinstance(raw, bool) else raw, path)
    count = source.take("count", None)
    if count is not None and (not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= 999):
        raise refuse("count", "Jumlah pada {path} harus bilangan 0 sampai 999.", f"{path}.count")
    tick = Tick(
        met=source.flag("met", default=False),
        form=cast("Any", source.choice("form", get_args(PaperForm), None)),
        count=count,
        seen_original=source.flag("seen_original", default=False),
        kept=source.flag("kept", default=True),
        answer=_answer(source.take("answer", None), f"{path}.answer"),
        note=source.text("note", lines=True),
    )
    source.finish()
    return tick


def _answer(raw: object, path: str) -> bool | int | str | None:
    if isinstance(raw, str):
        return clean_text(raw, path)
    if raw is None or isinstance(raw, bool) or (isinstance(raw, int) and abs(raw) <= NUMBER_LIMIT):
        return raw
    raise refuse("answer", "Jawaban pada {path} harus teks, bilangan, atau true/false.", path)


def _answers(raw: object) -> dict[str, bool]:
    if not isinstance(raw, dict) or not all(isinstance(value, bool) for value in raw.values()):
        raise refuse("answers", "Jawaban pertanyaan harus true atau false.", "answers")
    return {str(key): value for key, value in raw.items()}


def _reference(raw: object) -> ExternalReference:
    source = _Object(raw, "external_reference")
    reference = ExternalReference(source.text("system", required=True), source.text("number", required=True))
    source.finish()
    return reference
