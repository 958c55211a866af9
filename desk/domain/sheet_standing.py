"""Why a sheet that came back can't be recorded now, and what to do with it: said to an officer with a stack in hand. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from desk.domain.case import Case, State
from desk.domain.dates import short_date
from desk.domain.errors import Refused
from desk.domain.fold import Entry
from desk.domain.journey import moment_of
from desk.domain.sheet_form import Called
from desk.domain.sheet_place import SheetPlace

_ENDED: Mapping[State, str] = {
    "completed": "selesai", "rejected": "ditolak", "withdrawn": "dicabut pemohon", "merged": "digabungkan ke berkas lain",
}  # fmt: skip


def refusal(place: SheetPlace, case: Case, called: Called) -> Refused | None:
    """The sentence for a sheet that can't be recorded as things stand; None where it can."""
    if place.standing in ("here", "ahead") or (place.standing == "passed" and place.untold):
        return None
    number = case.registration_number
    where = ", ".join(called(holder.position) for holder in case.holders)
    if place.standing == "recorded":
        return _recorded(place, case, called)
    if place.standing == "ended":
        template = (
            "Berkas {number} sudah {state}, jadi lembar ini tidak dicatat lagi. Simpan lembarnya di map; bila memang harus"
            " dilanjutkan, buka kembali berkasnya di Berkas."
        )
        return Refused("sheet_ended", template, number=number, state=_ENDED.get(case.state, case.state))
    templates = {
        "passed": "Lembar ini untuk langkah yang sudah lewat; berkas {number} kini di {where}. Bila isinya masih perlu,"
        " catat sebagai disposisi dari meja itu.",
        "recalled": "Disposisi kepada {desk} sudah ditarik kembali; berkas {number} kini di {where}. Tanyakan dulu kepada"
        " pengirimnya.",
        "away": "Berkas {number} masih ditunggu dari {where}. Catat dulu jawabannya, lalu pindai lembar ini lagi.",
        "with_applicant": "Berkas {number} sedang dikembalikan kepada pemohon. Terima dulu kekurangannya di Loket, lalu"
        " pindai lembar ini lagi.",
        "unknown": "Lembar ini menyebut langkah atau disposisi yang tidak dikenal pada berkas {number}. Mungkin dicatat di"
        " loket lain: sisihkan, lalu coba lagi setelah pertukaran data.",
    }
    desk = called(place.position) or "–"
    return Refused(f"sheet_{place.standing}", templates[place.standing], number=number, where=where or "–", desk=desk)


def _recorded(place: SheetPlace, case: Case, called: Called) -> Refused:
    entry = _entry(place, case)
    moment = moment_of(entry.at) if entry else None
    day, by = (short_date(moment.date()) if moment else "–"), (entry.recorder if entry else "–")
    to = ", ".join(called(one.to) for one in place.written)
    template = (
        "Lembar ini sudah dicatat {day} oleh {by}: diteruskan kepada {to}. Tidak perlu dicatat lagi; simpan di map."
    )
    if not to:
        template = "Lembar ini sudah dicatat {day} oleh {by}. Tidak perlu dicatat lagi; simpan di map."
    return Refused("sheet_recorded", template, day=day, by=by, to=to)


def _entry(place: SheetPlace, case: Case) -> Entry | None:
    names = [f"disposition.{one.id}" for one in place.written] or [f"disposition.{place.slot}.state"]
    entries = [entry for entry in case.history if any(name in entry.facts for name in names)]
    return entries[0 if place.written else -1] if entries else None
