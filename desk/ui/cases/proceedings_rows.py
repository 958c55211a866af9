"""What happened on a file's way, as sections: dispositions as a tree, visits, letters, what is untold, originals. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk.domain.dates import plain_date
from desk.domain.movement import Disposition, HandOff
from desk.domain.proceedings import Letter, Visit
from desk.language import language, tr
from desk.services.standing import URGENCY_WORDS
from desk.ui.cases.case_words import DISPOSITION_STATES
from desk.ui.cases.dossier import Dossier, Press, Row, Section
from desk.ui.cases.forms.steps import UNTOLD, title_of
from desk.ui.kit.tokens import Tone
from desk.ui.words import branch_words

_LOOKS: dict[str, tuple[str, Tone]] = {
    "waiting": ("mail", "warn"), "read": ("inbox", "info"), "passed_on": ("send", "quiet"),
    "answered": ("circle-check", "ok"), "recalled": ("undo-2", "quiet"), "closed": ("circle-check", "quiet"),
}  # fmt: skip


def proceedings_sections(dossier: Dossier) -> tuple[Section, ...]:
    """Those that have something to say."""
    untold = tuple(_untold(dossier))
    kept = tuple(_kept(dossier))
    sections = (
        Section(tr("Belum dicatat"), untold, right=str(len(untold))),
        Section(tr("Disposisi"), tuple(_sent(dossier))),
        Section(tr("Kunjungan"), tuple(_visit(dossier, visit) for visit in dossier.case.proceedings.visits)),
        Section(tr("Surat"), tuple(_letter(dossier, letter) for letter in dossier.case.proceedings.letters)),
        Section(tr("Penyerahan"), tuple(_handed(dossier))),
        Section(tr("Berkas asli yang disimpan"), kept, press=_press(dossier, "give_back", tr("Kembalikan"))),
        Section(tr("Berkas terkait"), tuple(_related(dossier))),
    )
    return tuple(section for section in sections if section.rows)


def _sent(dossier: Dossier) -> Iterator[Row]:
    """The chain as a tree: what was passed on stands under what it came from."""
    movement = dossier.case.movement
    first_written = _order(dossier)

    def below(parent: str | None, depth: int, above: frozenset[str]) -> Iterator[Row]:
        known = {one.id for one in movement.dispositions}
        found = [
            one for one in movement.dispositions if one.parent == parent or (parent is None and one.parent not in known)
        ]
        for one in sorted(found, key=lambda one: first_written.get(one.id, 0)):
            if one.id in above:  # two counters passed the same thing on to each other
                continue
            yield _disposition(dossier, one, depth)
            yield from below(one.id, depth + 1, above | {one.id})

    yield from below(None, 0, frozenset())
    for off in sorted(movement.hand_offs, key=lambda off: first_written.get(off.id, 0)):
        yield _hand_off(dossier, off)


def _order(dossier: Dossier) -> dict[str, int]:
    """In which order dispositions and hand-offs were written."""
    places: dict[str, int] = {}
    for place, entry in enumerate(dossier.case.history):
        for name in entry.facts:
            kind, _, rest = name.partition(".")
            if kind in ("disposition", "hand_off"):
                places.setdefault(rest.partition(".")[0], place)
    return places


def _disposition(dossier: Dossier, one: Disposition, depth: int) -> Row:
    told = dossier.case.proceedings
    instruction, answer = told.instructions.get(one.id), told.answers.get(one.id, "")
    parts = [instruction.text if instruction and instruction.text else tr("isi belum dicatat")]
    if one.urgency != "biasa":
        parts.append(tr(URGENCY_WORDS[one.urgency]))
    if one.deadline:
        parts.append(tr("sampai {day}", day=_day(one.deadline)))
    if one.must_answer and one.state not in ("answered", "recalled", "closed"):
        parts.append(tr("jawaban ditunggu"))
    parts.append(tr(DISPOSITION_STATES[one.state]))
    if answer:
        parts.append(tr("“{answer}”", answer=answer))
    icon, tone = _LOOKS[one.state]
    open_now = dossier.case.state == "open" and one in dossier.case.movement.pending
    press = _press(dossier, "answer", tr("Jawaban"), one.id) if open_now else None
    words = tr("{sender} → {to}", sender=one.sender or "–", to=one.to)
    return Row(words, " · ".join(parts), icon, tone, depth=depth, soft=one.state == "recalled", press=press)


def _hand_off(dossier: Dossier, off: HandOff) -> Row:
    told = dossier.case.proceedings
    reference, answer = told.references.get(off.id, ""), told.answers.get(off.id, "")
    parts = [tr("lewat {system}", system=off.system) if off.system else ""]
    parts.append(tr("nomor {reference}", reference=reference) if reference else tr("tanpa nomor rujukan"))
    parts.append(tr("menunggu jawaban") if off.state == "waiting" else tr(DISPOSITION_STATES[off.state]))
    parts.append(tr("“{answer}”", answer=answer) if answer else "")
    waiting = off.state == "waiting" and dossier.case.state == "open"
    press = _press(dossier, "answer", tr("Jawaban"), off.id) if waiting else None
    tone: Tone = "info" if waiting else "quiet"
    words = tr("Ke luar dinas → {body}", body=off.body)
    return Row(words, " · ".join(part for part in parts if part), "arrow-right", tone, press=press)


def _visit(dossier: Dossier, visit: Visit) -> Row:
    day = _day(visit.date) if visit.date else tr("tanggal belum dicatat")
    people = ", ".join(visit.people) or tr("petugas belum dicatat")
    parts = [day, people, branch_words(visit.outcome) if visit.outcome else ""]
    if visit.photos:
        parts.append(tr("{count} foto", count=len(visit.photos)))
    return Row(visit.finding, " · ".join(part for part in parts if part), "map-pin", "quiet")


def _letter(dossier: Dossier, letter: Letter) -> Row:
    if letter.number is None:
        press = _press(dossier, "number", tr("Isi nomor"), letter.id)
        return Row(letter.name, tr("nomor menyusul"), "stamp", "warn", press=press)
    said = [tr("nomor {number}", number=letter.number), _day(letter.date) if letter.date else ""]
    return Row(letter.name, ", ".join(part for part in said if part), "stamp", "ok")


def _handed(dossier: Dossier) -> Iterator[Row]:
    handover = dossier.case.proceedings.handover
    if handover is None:
        return
    parts = (handover.relation, handover.identity, _day(handover.date) if handover.date else "")
    words = tr("Diterima oleh {name}", name=handover.name)
    yield Row(words, " · ".join(part for part in parts if part), "user", "ok")


def _untold(dossier: Dossier) -> Iterator[Row]:
    for step, missing in dossier.case.proceedings.unrecorded.items():
        words = ", ".join(tr(UNTOLD.get(name, name)) for name in missing)
        press = _press(dossier, "record", tr("Lengkapi"), step)
        yield Row(title_of(dossier, step), words, "pencil", "warn", press=press)


def _kept(dossier: Dossier) -> Iterator[Row]:
    case = dossier.case
    for key in case.originals_kept:
        requirement = dossier.service.requirement(key)
        yield Row(requirement.text if requirement else key, tr("tersimpan di kantor"), "box", "info")
    for key, back in case.proceedings.given_back.items():
        requirement = dossier.service.requirement(key)
        parts = [tr("dikembalikan kepada {name}", name=back.to), _day(back.date) if back.date else ""]
        parts.append(tr("ditandatangani") if back.signed else "")
        said = " · ".join(part for part in parts if part)
        yield Row(requirement.text if requirement else key, said, "circle-check", "ok")


def _related(dossier: Dossier) -> Iterator[Row]:
    case = dossier.case
    if case.merged_into:
        number = dossier.others.get(case.merged_into, tr("berkas yang belum tiba di loket ini"))
        yield Row(tr("Diteruskan dalam {number}", number=number), icon="copy", tone="info")
    for other in case.proceedings.absorbed:
        number = dossier.others.get(other, tr("berkas yang belum tiba di loket ini"))
        yield Row(tr("Menerima gabungan {number}", number=number), icon="copy")


def _press(dossier: Dossier, action: str, words: str, key: str = "") -> Press | None:
    return Press(action, words, key) if dossier.offer(action) else None


def _day(iso: str) -> str:
    try:
        return plain_date(date.fromisoformat(iso), language())
    except ValueError:  # another version wrote it in another form
        return iso
