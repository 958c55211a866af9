"""The history of a file: each entry a sentence that says what happened, and below it when, who, and where. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from desk.domain.fold import Entry
from desk.domain.movement import station_of
from desk.domain.route import step_of
from desk.language import tr
from desk.services.standing import PAUSE_WORDS
from desk.ui import words
from desk.ui.cases.case_words import CHAPTERS, KINDS
from desk.ui.cases.dossier import Dossier, Row, Section


def history_section(dossier: Dossier) -> Section:
    """The newest first, with the parts that can be looked at alone."""
    rows = tuple(
        _entry(dossier, entry, before) for entry, before in reversed(list(_with_station(dossier.case.history)))
    )
    there = {row.chapter for row in rows}
    chapters = tuple((key, tr(said)) for key, (said, _) in CHAPTERS.items() if key in there)
    return Section(tr("Riwayat"), rows, right=str(len(rows)), chapters=chapters if len(chapters) > 1 else ())


def _with_station(history: Iterable[Entry]) -> Iterable[tuple[Entry, str]]:
    """Each entry with the step at which the file stood before it."""
    step = ""
    for entry in history:
        yield entry, step
        if "station" in entry.facts:
            station = station_of(entry.facts["station"])
            step = (station.step or "") if station else ""


def _entry(dossier: Dossier, entry: Entry, step: str) -> Row:
    icon, plain = KINDS.get(entry.kind, ("activity", ""))
    say = _SENTENCES.get(entry.kind)
    said = (say(dossier, entry, step) if say else "") or (tr(plain) if plain else entry.kind)
    text = tr("{what}: {note}", what=said, note=entry.note) if entry.note else said
    return Row(text, _who(dossier, entry), icon, chapter=_chapter(entry.kind))


def _who(dossier: Dossier, entry: Entry) -> str:
    who = entry.officer or "–"
    if entry.officer != entry.recorder:
        who = tr("{officer}, dicatat {recorder}", officer=entry.officer or "–", recorder=entry.recorder or "–")
    parts = (words.moment_words(entry.at, dossier.zone), who, dossier.counters.get(entry.event, ""))
    return " · ".join(part for part in parts if part)


def _chapter(kind: str) -> str:
    return next((key for key, (_, kinds) in CHAPTERS.items() if kind in kinds), "data")


def _step_words(dossier: Dossier, key: str) -> str:
    step = step_of(dossier.service, key)
    return step.title if step else key


def _done(dossier: Dossier, entry: Entry, step: str) -> str:
    title = _step_words(dossier, step)
    outcome = entry.facts.get("outcome")
    if not title:
        return ""
    if isinstance(outcome, str) and outcome:
        return tr("Langkah “{step}” selesai, {outcome}", step=title, outcome=words.branch_words(outcome))
    return tr("Langkah “{step}” selesai", step=title)


def _taken_back(dossier: Dossier, entry: Entry, _step: str) -> str:
    station = station_of(entry.facts.get("station"))
    title = _step_words(dossier, station.step or "") if station else ""
    return tr("Langkah “{step}” dibatalkan; berkas kembali ke sana", step=title) if title else ""


def _disposed(dossier: Dossier, entry: Entry, _step: str) -> str:
    sent = [value for name, value in entry.facts.items() if _is_slot(name, "disposition") and isinstance(value, dict)]
    to = ", ".join(str(one.get("to") or "–") for one in sent)
    if not to:
        return ""
    said = tr("{sender} mendisposisikan kepada {to}", sender=str(sent[0].get("from") or "–"), to=to)
    key = next(name.partition(".")[2] for name, value in entry.facts.items() if value is sent[0])
    instruction = dossier.case.proceedings.instructions.get(key)
    return tr("{what}: {note}", what=said, note=instruction.text) if instruction and instruction.text else said


def _desks(dossier: Dossier, entry: Entry) -> str:
    """The desks whose dispositions an entry speaks of."""
    named = []
    for name in entry.facts:
        kind, _, rest = name.partition(".")
        key, _, part = rest.partition(".")
        if kind == "disposition" and part == "state":
            one = dossier.case.movement.disposition(key)
            named.append(one.to if one else "–")
        elif kind == "hand_off" and part == "state":
            off = next((off for off in dossier.case.movement.hand_offs if off.id == key), None)
            named.append(off.body if off else "–")
    return ", ".join(named)


def _received(dossier: Dossier, entry: Entry, _step: str) -> str:
    return tr("Disposisi diterima {desks}", desks=_desks(dossier, entry))


def _answered(dossier: Dossier, entry: Entry, _step: str) -> str:
    key = next((name.split(".")[1] for name in entry.facts if name.endswith(".state")), "")
    said = tr("{desks} menjawab", desks=_desks(dossier, entry))
    answer = dossier.case.proceedings.answers.get(key, "")
    return tr("{what}: {note}", what=said, note=answer) if answer and answer != entry.note else said


def _recalled(dossier: Dossier, entry: Entry, _step: str) -> str:
    return tr("Disposisi kepada {desks} ditarik kembali", desks=_desks(dossier, entry))


def _reassigned(_dossier: Dossier, entry: Entry, _step: str) -> str:
    station = station_of(entry.facts.get("station"))
    moved = next((value for name, value in entry.facts.items() if _is_slot(name, "disposition")), None)
    desk = station.position if station else str(moved.get("to") or "–") if isinstance(moved, dict) else ""
    return tr("Dipindahkan ke {desk}", desk=desk) if desk else ""


def _handed_off(_dossier: Dossier, entry: Entry, _step: str) -> str:
    sent = next((value for name, value in entry.facts.items() if _is_slot(name, "hand_off")), None)
    return tr("Diteruskan ke {body}", body=str(sent.get("body") or "–")) if isinstance(sent, dict) else ""


def _paused(_dossier: Dossier, entry: Entry, _step: str) -> str:
    reason = entry.facts.get("paused")
    why = tr(PAUSE_WORDS[reason]) if isinstance(reason, str) and reason in PAUSE_WORDS else ""
    return tr("Hitungan waktu dihentikan, {why}", why=why) if why else ""


def _merged(dossier: Dossier, entry: Entry, _step: str) -> str:
    into = entry.facts.get("merged_into")
    number = dossier.others.get(into, "") if isinstance(into, str) else ""
    return tr("Digabungkan ke berkas {number}", number=number) if number else ""


def _absorbed(dossier: Dossier, entry: Entry, _step: str) -> str:
    ids = [name.partition(".")[2] for name in entry.facts if name.startswith("absorbed.")]
    numbers = ", ".join(dossier.others[one] for one in ids if one in dossier.others)
    return tr("Berkas {number} digabungkan ke sini", number=numbers) if numbers else ""


def _registered(dossier: Dossier, entry: Entry, _step: str) -> str:
    if entry.facts.get("state") == "returned":
        return tr("Berkas didaftarkan, belum lengkap")
    return tr("Berkas didaftarkan, lengkap")


def _is_slot(name: str, kind: str) -> bool:
    """Whether a register is a disposition's or hand-off's own, not one of its parts."""
    parts = name.split(".")
    return len(parts) == 2 and parts[0] == kind


_SENTENCES: Mapping[str, Callable[[Dossier, Entry, str], str]] = {
    "case_registered": _registered, "step_done": _done, "step_taken_back": _taken_back, "disposed": _disposed,
    "received": _received, "answered": _answered, "recalled": _recalled, "reassigned": _reassigned,
    "handed_off": _handed_off, "clock_paused": _paused, "case_merged": _merged, "case_absorbed": _absorbed,
}  # fmt: skip
"""What an entry says beyond its kind; the others are said by their kind alone."""
