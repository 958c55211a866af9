"""Forms that do a step: its end with a branch, a visit, handing over, another body, and what a step left untold."""

from __future__ import annotations

from collections.abc import Mapping

from desk.domain.moving.stepping import product_goes_out
from desk.domain.offers import Offer
from desk.domain.route import Turn, current_step, following, step_of
from desk.language import mark, tr
from desk.services.acts import Wish
from desk.ui.cases.dossier import Dossier
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
    people,
    text,
    told,
)
from desk.ui.words import branch_words

UNTOLD: Mapping[str, str] = {
    "finding": mark("Temuan"), "date": mark("Tanggal"), "people": mark("Petugas"), "instruction": mark("Isi disposisi"),
    "decision": mark("Keputusan"), "body": mark("Badan tujuan"), "reference": mark("Nomor rujukan"),
    "recipient": mark("Penerima"),
}  # fmt: skip
"""What a step that is done can have left untold (`domain.moving.stepping.UNRECORDED`)."""
RELATIONS = (
    mark("diri sendiri"), mark("suami/istri"), mark("anak"), mark("orang tua"), mark("saudara"),
    mark("penerima kuasa"), mark("perangkat desa/kelurahan"), mark("pendamping"), mark("pengurus lembaga"),
)  # fmt: skip
IDENTITIES = (
    mark("KTP diperlihatkan"), mark("KK diperlihatkan"), mark("SIM diperlihatkan"), mark("surat kuasa dan KTP"),
    mark("dikenal petugas"),
)  # fmt: skip


def _outcome(dossier: Dossier, offer: Offer | None) -> tuple[Blank, ...]:
    """The branch, where the step has several."""
    turns = offer.turns if offer else ()
    if not turns:
        return ()
    here = current_step(dossier.service, dossier.case)
    after = following(dossier.service, here)
    normal = after.title if after else tr("selesai")
    options = [Option("", tr("Jalur biasa: {step}", step=normal))]
    options += [Option(f"{turn.when}>{turn.to}", _turn_words(dossier, turn)) for turn in turns]
    return (Blank("outcome", tr("Hasil langkah ini"), "choice", options=tuple(options)),)


def _turn_words(dossier: Dossier, turn: Turn) -> str:
    step = step_of(dossier.service, turn.to)
    return tr("Bila {case}: {step}", case=branch_words(turn.when), step=step.title if step else turn.to)


def _turned(values: Values) -> dict[str, object]:
    when, _, step = text(values, "outcome").partition(">")
    return told(outcome=when, step=step)


def _advance(dossier: Dossier, _key: str) -> Form:
    step = current_step(dossier.service, dossier.case)
    lead = step.title if step else ""
    blanks = (*_outcome(dossier, dossier.offer("advance")), note_blank(), by_blank(dossier))
    return Form("advance", tr("Langkah ini selesai"), blanks, lead=lead, keep=tr("Catat selesai"))


def _tell_advance(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return (Wish("advance", text(values, "note"), text(values, "by"), data=_turned(values)),)


def _visit(dossier: Dossier, _key: str) -> Form:
    blanks = (
        Blank("finding", tr("Temuan"), "text", tr("apa yang dilihat dan didengar di lapangan"), required=True),
        Blank("date", tr("Tanggal kunjungan"), "day", tr("misalnya 24/11, kemarin"), half=True),
        Blank("people", tr("Petugas yang datang"), "people", tr("satu nama satu baris"), half=True),
        *_outcome(dossier, dossier.offer("visit")),
        by_blank(dossier),
    )
    return Form("visit", tr("Kunjungan lapangan"), blanks, keep=tr("Simpan kunjungan"))


def _tell_visit(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    data = told(
        finding=text(values, "finding"), date=day(values, "date", dossier.today), people=people(values, "people")
    ) | _turned(values)
    return (Wish("visit", by=text(values, "by"), data=data),)


def _deliver(dossier: Dossier, _key: str) -> Form:
    case = dossier.case
    name = case.applicant.contact or case.applicant.name
    offer = (tr("pemohon: {name}", name=name), name) if name else None
    blanks = [
        Blank("recipient", tr("Nama penerima"), required=True, offer=offer),
        Blank("relation", tr("Hubungan dengan pemohon"), "known", options=_listed(RELATIONS), half=True),
        Blank("identity", tr("Identitas yang diperlihatkan"), "known", options=_listed(IDENTITIES), half=True),
        Blank("date", tr("Tanggal"), "day", tr("kosong: hari ini"), half=True),
    ]
    if case.originals_kept:
        label = tr("Berkas asli yang ikut dikembalikan")
        blanks.append(Blank("papers", label, "ticks", options=kept_papers(dossier)))
    return Form("deliver", tr("Serahkan kepada penerima"), (*blanks, note_blank()), keep=tr("Catat penyerahan"))


def _tell_deliver(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    on = day(values, "date", dossier.today)
    recipient = text(values, "recipient")
    data = told(recipient=recipient, relation=text(values, "relation"), identity=text(values, "identity"), date=on)
    wishes = [Wish("deliver", text(values, "note"), data=data)]
    if papers := lines(values, "papers"):
        wishes.append(Wish("give_back", data=told(recipient=recipient, papers=list(papers), date=on)))
    return tuple(wishes)


def _hand_off(dossier: Dossier, _key: str) -> Form:
    blanks = (
        Blank("body", tr("Kepada badan"), required=True, start=dossier.service.hand_off or ""),
        Blank("system", tr("Sistem"), "known", tr("bila lewat sistem"), options=_listed(SYSTEMS), half=True),
        Blank("reference", tr("Nomor rujukan"), half=True),
        Blank("await", tr("Berkas menunggu jawaban badan itu"), "yes", start=_waits(dossier)),
        note_blank(),
        by_blank(dossier),
    )
    return Form("hand_off", tr("Teruskan ke badan atau sistem lain"), blanks, keep=tr("Catat diteruskan"))


SYSTEMS = ("SIKS-NG", "SIPD", "SIAPMASLAHAT", "Laskar Maslahat", "SRIKANDI", "e-mail")


def _waits(dossier: Dossier) -> str:
    step = current_step(dossier.service, dossier.case)
    here = step is not None and step.action in ("hand_off", "enter_external") and not step.external
    return YES if not here or product_goes_out(dossier.service, step) else ""


def _tell_hand_off(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    data = told(body=text(values, "body"), system=text(values, "system"), reference=text(values, "reference"))
    data["await"] = values.get("await") == YES
    return (Wish("hand_off", text(values, "note"), text(values, "by"), data=data),)


def _record(dossier: Dossier, key: str) -> Form:
    """What steps left untold; of one step where it is named, else the step is chosen first."""
    untold = dossier.case.proceedings.unrecorded
    steps = {key: untold[key]} if key in untold else dict(untold)
    blanks: list[Blank] = []
    if len(steps) > 1:
        options = tuple(Option(step, title_of(dossier, step)) for step in steps)
        blanks.append(Blank("step", tr("Langkah"), "choice", options=options, start=options[0].value))
    for step, missing in steps.items():
        only = ("step", frozenset({step})) if len(steps) > 1 else None
        blanks += [_untold(f"{step}.{name}", name, only) for name in missing]
    lead = title_of(dossier, next(iter(steps))) if len(steps) == 1 else ""
    return Form("record", tr("Lengkapi catatan langkah"), tuple(blanks), key, lead, tr("Simpan catatan"))


def _untold(name: str, kind: str, only: tuple[str, frozenset[str]] | None) -> Blank:
    label = tr(UNTOLD.get(kind, kind))
    if kind == "date":
        return Blank(name, label, "day", only=only)
    if kind == "people":
        return Blank(name, label, "people", tr("satu nama satu baris"), only=only)
    return Blank(name, label, "text" if kind in ("finding", "instruction", "decision") else "line", only=only)


def _tell_record(dossier: Dossier, key: str, values: Values) -> tuple[Wish, ...]:
    untold = dossier.case.proceedings.unrecorded
    step = key if key in untold else text(values, "step") or next(iter(untold), "")
    data: dict[str, object] = {"step": step}
    for name in untold.get(step, ()):
        blank = f"{step}.{name}"
        value: object = text(values, blank)
        if name == "date":
            value = day(values, blank, dossier.today)
        elif name == "people":
            value = people(values, blank)
        data |= told(**{name: value})
    return (Wish("record", data=data),)


def title_of(dossier: Dossier, key: str) -> str:
    """A step's title; its key where the route doesn't know it."""
    step = step_of(dossier.service, key)
    return step.title if step else key


def kept_papers(dossier: Dossier) -> tuple[Option, ...]:
    """Original papers that lie in the office."""
    found = []
    for key in dossier.case.originals_kept:
        requirement = dossier.service.requirement(key)
        found.append(Option(key, requirement.text if requirement else key))
    return tuple(found)


def _listed(words: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(tr(word), tr(word)) for word in words)


STEPS: Mapping[str, FormKind] = {
    "advance": FormKind(_advance, _tell_advance),
    "visit": FormKind(_visit, _tell_visit),
    "deliver": FormKind(_deliver, _tell_deliver),
    "hand_off": FormKind(_hand_off, _tell_hand_off),
    "record": FormKind(_record, _tell_record),
}
