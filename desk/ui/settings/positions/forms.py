"""The forms of Jabatan dan pejabat: what each asks, and what it amounts to once filled in. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from desk.domain.dates import short_date
from desk.domain.errors import Refused
from desk.domain.officials import Named
from desk.domain.positions import SINGLE, PositionKind
from desk.domain.staffing import Person, Standing
from desk.domain.typed_dates import read_typed_day
from desk.language import mark, tr
from desk.services import positions
from desk.services.counter import Counter
from desk.services.positions_said import Desk
from desk.ui.settings.positions.saying import KINDS, Seen

Act = Literal["appoint", "end", "absent", "back", "change", "retire", "add"]
FieldKind = Literal["text", "day", "choice", "tick", "person"]
Work = Callable[[Counter], object]
Values = Mapping[str, str]
Options = Sequence[tuple[str, str]]

STANDINGS: Mapping[Standing, str] = {
    "definitive": mark("pejabat definitif"),
    "plt": mark("Plt. – jabatan kosong"),
    "plh": mark("Plh. – pejabat berhalangan"),
    "pj": mark("Pj. – penjabat"),
}
ACT_WORDS: Mapping[Act, tuple[str, str]] = {
    "appoint": (mark("Angkat pejabat"), mark("Angkat pejabat: {title}")),
    "absent": (mark("Catat tidak ada"), mark("Catat tidak ada: {title}")),
    "back": (mark("Kembali lebih awal"), mark("Kembali lebih awal: {title}")),
    "end": (mark("Akhiri masa jabatan"), mark("Akhiri masa jabatan: {title}")),
    "change": (mark("Ubah jabatan"), mark("Ubah jabatan: {title}")),
    "retire": (mark("Hapus jabatan"), mark("Hapus jabatan: {title}")),
    "add": (mark("Tambah jabatan"), mark("Jabatan baru")),
}
"""(the button's words, the form's heading) of each act."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing asked. `options` are (value, words) of a choice, or the names that a person's field offers."""

    key: str
    label: str
    kind: FieldKind = "text"
    value: str = ""
    hint: str = ""
    options: Options = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `lines` are its fields as they stand side by side."""

    act: Act
    key: str
    heading: str
    under: str
    lines: tuple[tuple[FormField, ...], ...]

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All of them, in order."""
        return tuple(field for line in self.lines for field in line)


def form_of(act: Act, seen: Seen, desk: Desk | None, today: date) -> Form:
    """The form of an act at a desk; `add` needs none."""
    title = desk.position.title_on(today) if desk else ""
    made = _FORMS[act](seen, desk, today)
    under, lines = made
    heading = tr(ACT_WORDS[act][1], title=title) if desk else tr(ACT_WORDS[act][1])
    return Form(act, desk.position.id if desk else "", heading, under, lines)


def work_of(form: Form, values: Values, today: date) -> Work:
    """What the filled-in form asks of the office's document.

    Raises:
        Refused: something can't be read; the field is the form's.
    """
    reason = values.get("reason", "").strip()
    if not reason:
        raise Refused("reason_missing", "Tulis alasannya, misalnya nomor SK; alasan ikut tersimpan.", field="reason")
    return _WORK[form.act](form, values, today, reason)


# what is asked

Asked = tuple[str, tuple[tuple[FormField, ...], ...]]


def _reason(hint: str) -> FormField:
    return FormField("reason", tr("Alasan"), hint=hint, required=True)


def _appoint(seen: Seen, desk: Desk | None, today: date) -> Asked:
    names = tuple((person.name, person.name) for person in seen.roster.document.people)
    standings = tuple((standing, tr(words)) for standing, words in STANDINGS.items())
    start = FormField("start", tr("Mulai"), "day", short_date(today), required=True)
    until = FormField("until", tr("Sampai"), "day", hint=tr("Kosong: belum ditentukan."))
    lines = [
        (FormField("person", tr("Nama lengkap dengan gelar"), "person", options=names, required=True),),
        (
            FormField("nip", tr("NIP"), hint=tr("Kosong bila tidak punya.")),
            FormField("rank", tr("Pangkat")),
        ),
        (FormField("standing", tr("Sebagai"), "choice", "definitive", options=standings), start, until),
        (_reason(tr("Misalnya: SK Bupati 821.2/15/2026.")),),
    ]
    in_place = _in_place(desk)
    if in_place is not None:
        words = tr("Akhiri masa jabatan {name} sehari sebelumnya", name=in_place.name)
        lines.insert(3, (FormField("replacing", words, "tick", "1"),))
    return tr("Pejabat lama tetap tercatat; surat dan berkas terdahulu tidak berubah."), tuple(lines)


def _end(_seen: Seen, desk: Desk | None, today: date) -> Asked:
    day = FormField("day", tr("Hari terakhir"), "day", short_date(today), required=True)
    lines = (*_whom(desk), (day,), (_reason(tr("Misalnya: pensiun, mutasi.")),))
    return tr("Hari terakhir itu masih dijabatnya; sesudahnya jabatan kosong sampai ada yang diangkat."), lines


def _absent(seen: Seen, desk: Desk | None, today: date) -> Asked:
    start = FormField("start", tr("Dari"), "day", short_date(today), required=True)
    until = FormField("until", tr("Sampai"), "day", required=True, hint=tr("Hari terakhir tidak ada."))
    acting = FormField("acting", tr("Yang bertindak (Plh.)"), "choice", options=_stand_ins(seen, desk))
    why = _reason(tr("Misalnya: cuti, dinas luar, sakit, diklat."))
    words = tr("Disposisi tetap boleh ditujukan ke sini; petugas diberi tahu siapa yang bertindak.")
    return words, (*_whom(desk), (start, until), (acting,), (why,))


def _back(_seen: Seen, desk: Desk | None, today: date) -> Asked:
    day = FormField("day", tr("Hari pertama kembali"), "day", short_date(today), required=True)
    return tr("Catatan tidak ada dipendekkan sampai sehari sebelumnya."), (*_whom(desk), (day,), (_reason(""),))


def _change(seen: Seen, desk: Desk | None, today: date) -> Asked:
    assert desk is not None
    position = desk.position
    same = tr("Kosong: sama dengan nama jabatan.")
    lines = (
        (FormField("title", tr("Nama jabatan"), value=position.title, required=True),),
        (
            FormField("signs_as", tr("Sebutan di surat"), value=position.signs_as, hint=same),
            FormField("start", tr("Nama baru berlaku mulai"), "day", short_date(today)),
        ),
        (
            FormField("kind", tr("Jenis"), "choice", position.kind, options=_kinds()),
            FormField("division", tr("Bidang"), "choice", position.division or "", options=_divisions(seen)),
        ),
        (_reason(tr("Misalnya: Perbup tentang susunan organisasi.")),),
    )
    return tr("Surat bertanggal sebelum perubahan tetap memakai nama lama."), lines


def _retire(_seen: Seen, _desk: Desk | None, today: date) -> Asked:
    day = FormField("day", tr("Hari terakhir"), "day", short_date(today), required=True)
    words = tr("Pejabatnya berakhir pada hari itu juga. Surat lama tetap menyebut jabatan ini.")
    return words, ((day,), (_reason(tr("Misalnya: Perbup tentang susunan organisasi.")),))


def _add(seen: Seen, _desk: Desk | None, _today: date) -> Asked:
    lines = (
        (FormField("title", tr("Nama jabatan"), required=True),),
        (
            FormField("kind", tr("Jenis"), "choice", "", options=(("", tr("menurut namanya")), *_kinds())),
            FormField("division", tr("Bidang"), "choice", options=_divisions(seen)),
        ),
        (_reason(""),),
    )
    return tr("Jabatan dari standar pelayanan sudah ada di daftar; tambahkan yang tidak disebut di sana."), lines


_FORMS: Mapping[Act, Callable[[Seen, Desk | None, date], Asked]] = {
    "appoint": _appoint, "end": _end, "absent": _absent, "back": _back, "change": _change, "retire": _retire, "add": _add,
}  # fmt: skip


def _in_place(desk: Desk | None) -> Person | None:
    """Who would have to go, at a desk that one person holds."""
    if desk is None or desk.position.kind not in SINGLE:
        return None
    tenure = desk.holders[0].tenure if desk.holders else None
    if tenure is None or tenure.standing == "plh" or tenure.until is not None:
        return None
    return desk.holders[0].absent or desk.holders[0].person


def _whom(desk: Desk | None) -> tuple[tuple[FormField, ...], ...]:
    """Which of several who share a desk."""
    people = [person for holder in (desk.holders if desk else ()) if (person := holder.absent or holder.person)]
    if len(people) < 2:
        return ()
    options = tuple((person.id, person.name) for person in people)
    return ((FormField("who", tr("Siapa"), "choice", people[0].id, options=options),),)


def _stand_ins(seen: Seen, desk: Desk | None) -> Options:
    """Nobody yet, whoever holds another desk, or a person."""
    found: list[tuple[str, str]] = [("", tr("belum ditentukan"))]
    own = desk.position.id if desk else ""
    for other in seen.desks:
        if other.position.kind in SINGLE and other.position.id != own and not other.position.either and other.holders:
            person = other.holders[0].person or other.holders[0].absent
            found.append((other.position.id, f"{other.position.title} ({person.name if person else ''})"))
    found += [(person.id, person.name) for person in seen.roster.document.people]
    return found


def _kinds() -> Options:
    return tuple((kind, tr(words)) for kind, words in KINDS.items() if kind != "outside")


def _divisions(seen: Seen) -> Options:
    names = dict.fromkeys(desk.position.division for desk in seen.desks if desk.position.division)
    return (("", tr("seluruh dinas")), *((name, name) for name in names))


# what it amounts to


def _appointing(form: Form, values: Values, today: date, reason: str) -> Work:
    start = read_typed_day(values["start"], today, field="start")
    until = read_typed_day(values["until"], today, field="until") if values.get("until", "").strip() else None
    named = Named(values["person"].strip(), values.get("nip", ""), values.get("rank", ""))
    standing = cast("Standing", values.get("standing") or "definitive")
    replacing = bool(values.get("replacing"))
    return lambda counter: positions.appoint(
        counter, form.key, named, start=start, until=until, standing=standing, replacing=replacing, reason=reason
    )


def _ending(form: Form, values: Values, today: date, reason: str) -> Work:
    day = read_typed_day(values["day"], today, field="day")
    return lambda counter: positions.end(counter, form.key, day, person=values.get("who") or None, reason=reason)


def _leaving(form: Form, values: Values, today: date, reason: str) -> Work:
    start = read_typed_day(values["start"], today, field="start")
    until = read_typed_day(values["until"], today, field="until")
    who, acting = values.get("who") or form.key, values.get("acting") or None
    return lambda counter: positions.absent(counter, who, start, until, acting=acting, reason=reason)


def _returning(form: Form, values: Values, today: date, reason: str) -> Work:
    day = read_typed_day(values["day"], today, field="day")
    return lambda counter: positions.back(counter, values.get("who") or form.key, day, reason=reason)


def _changing(form: Form, values: Values, today: date, reason: str) -> Work:
    """Only what is no longer as the form was opened."""
    before = {field.key: field.value for field in form.fields}
    told = {key: values[key].strip() for key in ("title", "kind", "division", "signs_as") if values[key] != before[key]}
    start = read_typed_day(values["start"], today, field="start") if "title" in told else None
    return lambda counter: positions.change(
        counter,
        form.key,
        title=told.get("title"),
        start=start,
        kind=cast("PositionKind | None", told.get("kind")),
        division=told.get("division"),
        signs_as=told.get("signs_as"),
        reason=reason,
    )


def _retiring(form: Form, values: Values, today: date, reason: str) -> Work:
    day = read_typed_day(values["day"], today, field="day")
    return lambda counter: positions.retire(counter, form.key, day, reason=reason)


def _adding(_form: Form, values: Values, _today: date, reason: str) -> Work:
    kind = cast("PositionKind | None", values.get("kind") or None)
    division = values.get("division", "")
    return lambda counter: positions.add(counter, values["title"], kind=kind, division=division, reason=reason)


_WORK: Mapping[Act, Callable[[Form, Values, date, str], Work]] = {
    "appoint": _appointing, "end": _ending, "absent": _leaving, "back": _returning, "change": _changing,
    "retire": _retiring, "add": _adding,
}  # fmt: skip
