"""Forms that only write down: a letter's number, originals given back, a note, corrected data, a conflict settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from desk.domain.intake_reader import write_intake
from desk.domain.typed_dates import iso_of
from desk.language import tr
from desk.services.acts import Wish
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms.contenders import contenders_of, settled
from desk.ui.cases.forms.form import (
    YES,
    Blank,
    Form,
    FormKind,
    Option,
    Values,
    by_blank,
    day,
    lines,
    note_blank,
    text,
    told,
)
from desk.ui.cases.forms.steps import kept_papers


def _number(dossier: Dossier, key: str) -> Form:
    waiting = [letter for letter in dossier.case.proceedings.letters if letter.number is None]
    options = tuple(Option(letter.id, letter.name) for letter in waiting)
    several = len(waiting) > 1
    start = key if any(letter.id == key for letter in waiting) else options[0].value
    blanks = (
        *((Blank("letter", tr("Surat"), "choice", options=options, start=start),) if several else ()),
        Blank("number", tr("Nomor surat"), required=True, half=True),
        Blank("date", tr("Tanggal surat"), "day", tr("misalnya 24/11"), required=True, half=True),
    )
    lead = "" if several else options[0].words
    return Form("number", tr("Isi nomor surat"), blanks, key, lead, tr("Simpan nomor"))


def _tell_number(dossier: Dossier, key: str, values: Values) -> tuple[Wish, ...]:
    data = told(
        number=text(values, "number"), date=day(values, "date", dossier.today), letter=text(values, "letter") or key
    )
    return (Wish("number", data=data),)


def _give_back(dossier: Dossier, _key: str) -> Form:
    options = kept_papers(dossier)
    case = dossier.case
    name = case.applicant.contact or case.applicant.name
    blanks = (
        Blank(
            "papers", tr("Berkas asli yang dikembalikan"), "ticks", required=True, options=options,
            start="\n".join(option.value for option in options),
        ),
        Blank(
            "recipient", tr("Nama penerima"), required=True,
            offer=(tr("pemohon: {name}", name=name), name) if name else None,
        ),
        Blank("date", tr("Tanggal"), "day", tr("kosong: hari ini"), half=True),
        Blank("signed", tr("Penerima sudah menandatangani tanda terimanya"), "yes"),
    )  # fmt: skip
    return Form("give_back", tr("Kembalikan berkas asli"), blanks, keep=tr("Catat dikembalikan"))


def _tell_give_back(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    data = told(
        recipient=text(values, "recipient"), papers=list(lines(values, "papers")),
        date=day(values, "date", dossier.today),
    )  # fmt: skip
    data["signed"] = values.get("signed") == YES
    return (Wish("give_back", data=data),)


def _note(dossier: Dossier, _key: str) -> Form:
    blanks = (note_blank(tr("Isi catatan"), required=True), by_blank(dossier))
    return Form("note", tr("Tambah catatan"), blanks, keep=tr("Simpan catatan"))


def _tell_note(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return (Wish("note", text(values, "note"), text(values, "by")),)


def _settle(dossier: Dossier, _key: str) -> Form:
    blanks = tuple(
        Blank(field, label, "contenders", options=options) for field, label, options in contenders_of(dossier)
    )
    lead = tr("Dua loket mengisi hal yang sama dengan cara berbeda. Pilih yang benar; yang lain tetap dalam riwayat.")
    return Form("settle", tr("Selesaikan perbedaan"), blanks, lead=lead)


def _tell_settle(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return tuple(
        Wish("settle", data={"field": field, "value": settled(dossier, field, values[field])})
        for field in dossier.case.conflicts
        if values.get(field)
    )


def _correct(dossier: Dossier, _key: str) -> Form:
    before = _applicant(dossier)
    sexes = (Option("", "–"), Option("L", tr("Laki-laki")), Option("P", tr("Perempuan")))

    def blank(name: str, label: str, **more: Any) -> Blank:
        _, _, part = name.partition("address.")
        value = before["address"][part] if part else before[name]
        return Blank(f"applicant.{name}", label, start=str(value or ""), **more)

    blanks = [
        blank("name", tr("Nama")),
        blank("nik", tr("NIK"), half=True),
        blank("kk", tr("Nomor KK"), half=True),
        blank("no_nik_reason", tr("Alasan tanpa NIK")),
        blank("birth_place", tr("Tempat lahir"), half=True),
        blank("birth_date", tr("Tanggal lahir"), half=True),
        blank("sex", tr("Jenis kelamin"), kind="choice", options=sexes, half=True),
        blank("phone", tr("Telepon/WhatsApp"), half=True),
        *((blank("contact", tr("Narahubung")),) if before["kind"] != "person" else ()),
        blank("address.street", tr("Alamat")),
        blank("address.rt", tr("RT"), half=True),
        blank("address.rw", tr("RW"), half=True),
        blank("address.village", tr("Desa"), half=True),
        blank("address.district", tr("Kecamatan"), half=True),
        note_blank(tr("Alasan perbaikan")),
    ]
    return Form("correct", tr("Perbaiki data"), tuple(blanks), keep=tr("Simpan perbaikan"))


def _tell_correct(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    before = _applicant(dossier)
    said: dict[str, Any] = {**before, "address": dict(before["address"])}
    for name in values:
        _, _, key = name.partition("applicant.")
        if key.startswith("address."):
            said["address"][key.removeprefix("address.")] = text(values, name)
        elif key:
            said[key] = text(values, name)
    said["sex"] = said["sex"] or None
    said["birth_date"] = iso_of(said["birth_date"] or "")
    if said["nik"]:
        said["no_nik_reason"] = ""
    return (Wish("correct", text(values, "note"), data={"applicant": said}),)


def _applicant(dossier: Dossier) -> dict[str, Any]:
    return cast("dict[str, Any]", write_intake(dossier.case.as_intake())["applicant"])


WRITING: Mapping[str, FormKind] = {
    "number": FormKind(_number, _tell_number),
    "give_back": FormKind(_give_back, _tell_give_back),
    "note": FormKind(_note, _tell_note),
    "settle": FormKind(_settle, _tell_settle),
    "correct": FormKind(_correct, _tell_correct),
}
