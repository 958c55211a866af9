"""Forms that return, pause, end, reopen a file, or put it under another service or into another file."""

from __future__ import annotations

from collections.abc import Mapping

from desk.domain.checklist import Item
from desk.domain.offers import PAUSES
from desk.language import mark, tr
from desk.services.acts import Wish
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms.form import Blank, Form, FormKind, Option, Values, by_blank, chosen, lines, note_blank, text

PAUSE_CHOICES: Mapping[str, str] = {
    "applicant": mark("Menunggu pemohon"),
    "signer_away": mark("Penanda tangan tidak di tempat"),
    "force": mark("Keadaan kahar (bencana, listrik, jaringan pusat)"),
    "other": mark("Alasan lain"),
}
"""`domain.offers.PAUSES` in the language of the window."""
_IN_NOTE = 160
"""Letters of a requirement that the note of a returned file repeats."""


def _return(dossier: Dossier, _key: str) -> Form:
    wanting = [item for item in dossier.assessment.items if item.standing in ("missing", "fails")]
    others = [item for item in dossier.assessment.items if item.standing in ("met", "optional")]
    options = tuple(_paper(item) for item in (*wanting, *others))
    start = "\n".join(item.requirement.id for item in wanting)
    blanks = (
        Blank("papers", tr("Yang kurang atau harus diperbaiki"), "ticks", options=options, start=start),
        note_blank(tr("Keterangan untuk pemohon"), hint=tr("ditulis dalam riwayat, di bawah daftar yang dicentang")),
        by_blank(dossier),
    )
    lead = tr("Jam berhenti sampai pemohon melengkapi; yang mengembalikan memeriksa lagi sesudahnya.")
    return Form("return", tr("Kembalikan kepada pemohon"), blanks, lead=lead, keep=tr("Kembalikan"))


def _paper(item: Item) -> Option:
    number = item.requirement.number
    words = f"{number}. {item.requirement.text}" if number else item.requirement.text
    return Option(item.requirement.id, words)


def _tell_return(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    said = []
    for key in lines(values, "papers"):
        requirement = dossier.service.requirement(key)
        if requirement is not None:
            number = f"{requirement.number}. " if requirement.number else ""
            said.append(f"{number}{requirement.text[:_IN_NOTE]}")
    words = text(values, "note")
    parts = [f"Kurang: {'; '.join(said)}" if said else "", words]
    return (Wish("return", ". ".join(part.rstrip(".") for part in parts if part), text(values, "by")),)


def _pause(_dossier: Dossier, _key: str) -> Form:
    options = tuple(Option(code, tr(PAUSE_CHOICES[code])) for code in PAUSES)
    other = ("reason", frozenset({"other"}))
    explained = frozenset(PAUSES) - {"other"}
    blanks = (
        Blank("reason", tr("Alasan"), "choice", required=True, options=options, start="applicant"),
        Blank("why", tr("Alasannya"), "text", required=True, only=other),
        Blank("note", tr("Catatan"), "text", only=("reason", explained)),
    )
    lead = tr("Waktu di badan lain tidak menghentikan jam: itu tetap dihitung.")
    return Form("pause", tr("Hentikan hitungan waktu"), blanks, lead=lead, keep=tr("Hentikan jam"))


def _tell_pause(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    reason = text(values, "reason")
    return (Wish("pause", text(values, "why" if reason == "other" else "note"), data={"reason": reason}),)


def _with_reason(action: str, title: str, label: str, keep: str, lead: str = "") -> FormKind:
    """A form that asks why, and on whose behalf."""

    def make(dossier: Dossier, _key: str) -> Form:
        blanks = (note_blank(tr(label), required=True), by_blank(dossier))
        return Form(action, tr(title), blanks, lead=tr(lead) if lead else "", keep=tr(keep))

    def tell(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
        return (Wish(action, text(values, "note"), text(values, "by")),)

    return FormKind(make, tell)


def _merge(_dossier: Dossier, _key: str) -> Form:
    blanks = (
        Blank("into", tr("Diteruskan dalam berkas"), "seek", tr("nama, nomor, atau kode"), required=True),
        note_blank(tr("Alasan"), required=True),
    )
    lead = tr("Berkas ini berhenti; yang dipilih terus berjalan. Bandingkan dulu keduanya.")
    return Form("merge", tr("Gabungkan ke berkas lain"), blanks, lead=lead, keep=tr("Gabungkan"), foreseen=True)


def _tell_merge(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return (Wish("merge", text(values, "note"), data={"into": chosen(values, "into")}),)


def _reclassify(_dossier: Dossier, _key: str) -> Form:
    blanks = (
        Blank("service", tr("Layanan yang benar"), "seek", tr("ketik sebagian namanya"), required=True),
        note_blank(tr("Alasan")),
    )
    lead = tr("Centang yang sama tetap; alur mulai dari awal layanan itu.")
    return Form("reclassify", tr("Ganti layanan"), blanks, lead=lead, keep=tr("Ganti layanan"), foreseen=True)


def _tell_reclassify(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return (Wish("reclassify", text(values, "note"), data={"service": chosen(values, "service")}),)


ENDINGS: Mapping[str, FormKind] = {
    "return": FormKind(_return, _tell_return),
    "pause": FormKind(_pause, _tell_pause),
    "reject": _with_reason("reject", mark("Tolak dengan alasan"), mark("Alasan penolakan"), mark("Tolak berkas")),
    "withdraw": _with_reason(
        "withdraw", mark("Catat pencabutan oleh pemohon"), mark("Alasan pencabutan"), mark("Catat pencabutan")
    ),
    "reopen": _with_reason(
        "reopen", mark("Buka kembali"), mark("Alasan dibuka kembali"), mark("Buka kembali"),
        mark("Berkas meneruskan dari tempatnya berhenti."),
    ),
    "merge": FormKind(_merge, _tell_merge),
    "reclassify": FormKind(_reclassify, _tell_reclassify),
}  # fmt: skip
