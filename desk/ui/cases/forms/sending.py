"""Forms of dispositions: sending a file to desks, and what those desks say to it."""

from __future__ import annotations

from collections.abc import Mapping

from desk.domain.movement import URGENCIES
from desk.domain.offers import answerable, recallable
from desk.language import tr
from desk.services.acts import Wish
from desk.services.standing import URGENCY_WORDS
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
    text,
    told,
)


def _from(dossier: Dossier, label: str) -> tuple[Blank, ...]:
    """Whose hand it leaves, where several have the file."""
    holders = [holder for holder in dossier.case.holders if holder.slot != "P"]
    if len(holders) < 2:
        return ()
    options = tuple(Option(holder.slot, holder.position) for holder in holders)
    return (Blank("from", label, "choice", options=options, start=options[0].value),)


def _dispose(dossier: Dossier, _key: str) -> Form:
    holders = dossier.case.holders
    writer = holders[0].position if len(holders) == 1 else ""
    hint = tr("kosong: {position}", position=writer) if writer else tr("kosong: pejabat yang memegang berkas")
    urgencies = tuple(Option(one, tr(URGENCY_WORDS[one])) for one in reversed(URGENCIES))
    blanks = (
        *_from(dossier, tr("Dari")),
        Blank("to", tr("Kepada"), "desks", required=True, options=_desks(dossier)),
        Blank("phrases", tr("Dengan hormat harap"), "ticks", options=_listed(dossier.phrases)),
        Blank(
            "instruction", tr("Isi disposisi"), "text", tr("kata-kata di lembar disposisi; boleh kosong bila dicentang")
        ),
        Blank("urgency", tr("Sifat"), "choice", options=urgencies, start="biasa", half=True),
        Blank("deadline", tr("Batas jawaban"), "day", tr("misalnya 27/11"), half=True),
        Blank("must_answer", tr("Berkas menunggu jawaban mereka"), "choice", options=_answers(), start=""),
        by_blank(dossier, hint),
    )
    return Form("dispose", tr("Disposisi"), blanks, keep=tr("Catat disposisi"))


def _answers() -> tuple[Option, ...]:
    return (
        Option("", tr("bila kepada beberapa jabatan")), Option("yes", tr("ya, semua harus menjawab")),
        Option("no", tr("tidak perlu")),
    )  # fmt: skip


def _tell_dispose(dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    answered = {"yes": True, "no": False}.get(text(values, "must_answer"))
    sender = text(values, "from")
    data = told(
        instruction=text(values, "instruction"), phrases=list(lines(values, "phrases")),
        urgency=text(values, "urgency"), deadline=day(values, "deadline", dossier.today), must_answer=answered,
    )  # fmt: skip
    data |= {"from": sender} if sender else {}
    writer = next((one.position for one in dossier.case.holders if sender in ("", one.slot)), "")
    return (Wish("dispose", by=text(values, "by") or writer, to=lines(values, "to"), data=data),)


def _receive(dossier: Dossier, _key: str) -> Form:
    unread = recallable(dossier.case)
    options = tuple(Option(one.id, one.to) for one in unread)
    every = "\n".join(one.id for one in unread)
    blank = Blank("disposition", tr("Sudah diterima oleh"), "ticks", required=True, options=options, start=every)
    lead = tr("Sesudah diterima, disposisi itu tidak bisa ditarik kembali.")
    return Form("receive", tr("Sudah diterima pemegangnya"), (blank,), lead=lead, keep=tr("Catat diterima"))


def _tell_receive(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return tuple(Wish("receive", data={"disposition": one}) for one in lines(values, "disposition"))


def _answer(dossier: Dossier, key: str) -> Form:
    holders = answerable(dossier.case)
    asked = [one for one in holders if one.slot == key] or list(holders)
    options = tuple(Option(one.slot, one.position) for one in asked)
    outside = frozenset(one.slot for one in asked if dossier.case.movement.disposition(one.slot) is None)
    which = (Blank("disposition", tr("Jawaban dari"), "choice", options=options, start=options[0].value),)
    several = len(options) > 1
    reference = Blank("reference", tr("Nomor surat jawaban"), only=("disposition", outside) if several else None)
    blanks = (
        *(which if several else ()),
        Blank("answer", tr("Jawaban"), "text", required=True),
        *((reference,) if outside else ()),
        by_blank(dossier, tr("kosong: Anda sendiri; biasanya yang menjawab")),
    )
    lead = "" if several else tr("Jawaban dari {position}.", position=asked[0].position)
    return Form("answer", tr("Catat jawaban"), blanks, key, lead, tr("Simpan jawaban"))


def _tell_answer(dossier: Dossier, key: str, values: Values) -> tuple[Wish, ...]:
    slots = [one.slot for one in answerable(dossier.case)]
    slot = text(values, "disposition") or (key if key in slots else next(iter(slots), ""))
    data = told(disposition=slot, answer=text(values, "answer"), reference=text(values, "reference"))
    if dossier.case.movement.disposition(slot) is not None:
        data.pop("reference", None)
    return (Wish("answer", by=text(values, "by"), data=data),)


def _recall(dossier: Dossier, key: str) -> Form:
    unread = recallable(dossier.case)
    options = tuple(Option(one.id, one.to) for one in unread)
    start = key if any(one.id == key for one in unread) else options[0].value
    blanks = (
        Blank("disposition", tr("Disposisi kepada"), "choice", options=options, start=start),
        note_blank(tr("Alasan")),
    )
    return Form("recall", tr("Tarik kembali disposisi"), blanks, key, keep=tr("Tarik kembali"))


def _tell_recall(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    return (Wish("recall", text(values, "note"), data={"disposition": text(values, "disposition")}),)


def _reassign(dossier: Dossier, _key: str) -> Form:
    blanks = (
        *_from(dossier, tr("Dari")),
        Blank("to", tr("Kepada"), "desk", required=True, options=_desks(dossier)),
        note_blank(tr("Alasan")),
        by_blank(dossier),
    )
    lead = tr("Yang sudah dikatakan dan dikerjakan tetap pada berkas.")
    return Form("reassign", tr("Pindahkan ke pejabat lain"), blanks, lead=lead, keep=tr("Pindahkan"))


def _tell_reassign(_dossier: Dossier, _key: str, values: Values) -> tuple[Wish, ...]:
    data = told(**{"from": text(values, "from")})
    return (Wish("reassign", text(values, "note"), text(values, "by"), lines(values, "to"), data),)


def _desks(dossier: Dossier) -> tuple[Option, ...]:
    return tuple(Option(title, title, dossier.remarks.get(title, "")) for title in dossier.desks)


def _listed(words: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(Option(word, word) for word in words)


SENDING: Mapping[str, FormKind] = {
    "dispose": FormKind(_dispose, _tell_dispose),
    "receive": FormKind(_receive, _tell_receive),
    "answer": FormKind(_answer, _tell_answer),
    "recall": FormKind(_recall, _tell_recall),
    "reassign": FormKind(_reassign, _tell_reassign),
}

__all__ = ["SENDING", "YES"]
