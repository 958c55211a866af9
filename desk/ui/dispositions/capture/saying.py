"""What the capture says: what Enter does, what was done, what to know of a sheet. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping

from desk.domain.sheet_written import Planned, Written
from desk.language import mark, tr
from desk.services.sheets import FoundSheet
from desk.ui.kit.tokens import Tone

_DOING = {
    "dispose": mark("Teruskan ke {to}"),
    "advance": mark("Langkah selesai: {step}"),
    "return": mark("Kembalikan kepada pemohon"),
    "answer": mark("Catat jawaban {desk}"),
    "record": mark("Lengkapi catatan langkah: {step}"),
}
_DONE = {
    "dispose": mark("diteruskan ke {to}"),
    "advance": mark("langkah selesai: {step}"),
    "return": mark("dikembalikan kepada pemohon"),
    "answer": mark("jawaban {desk} dicatat"),
    "record": mark("catatan langkah dilengkapi: {step}"),
}


def effect_words(plan: Planned, sheet: FoundSheet, *, done: bool = False) -> str:
    """What an act does, or did: ``Teruskan ke Sekretaris; jawabannya ditunggu``."""
    step = sheet.place.step.title if sheet.place.step else sheet.form.signer.title
    words = tr((_DONE if done else _DOING)[plan.action], to=", ".join(plan.to), step=step, desk=sheet.form.signer.title)
    if plan.data.get("must_answer"):
        return tr("{what}; jawabannya ditunggu", what=words)
    if plan.data.get("outcome"):
        return tr("{what} (dikembalikan untuk diperbaiki)", what=words)
    return words


def notes_of(
    sheet: FoundSheet, refusal: str, remarks: Mapping[str, tuple[str, ...]], written: Written
) -> tuple[tuple[str, Tone], ...]:
    """What to know of the sheet: why it can't be recorded, what is recorded with it, who is away."""
    found: list[tuple[str, Tone]] = []
    if refusal:
        found.append((refusal, "warn"))
    if sheet.place.standing == "passed" and not refusal:
        words = tr("Langkah ini sudah dicatat selesai tanpa isi disposisinya. Isi lembarnya dilengkapi di sini.")
        found.append((words, "info"))
    if between := sheet.place.between:
        titles = "; ".join(step.title for step in between)
        words = tr(
            "{count} langkah sebelumnya belum dicatat dan ikut dicatat: {titles}", count=len(between), titles=titles
        )
        found.append((words, "info"))
    if not sheet.known_lists:
        words = tr("Daftar pada lembar ini belum dikenal di loket ini: cocokkan tulisannya, bukan hurufnya.")
        found.append((words, "warn"))
    found += [(remark, "warn") for desk in written.desks for remark in remarks.get(desk, ())]
    return tuple(found)
