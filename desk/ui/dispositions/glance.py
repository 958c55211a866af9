"""The chosen file, small: what is next, until when and why, who sent it with which instruction. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten
from typing import Literal, get_args

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.clock import Clock
from desk.domain.dates import date_and_time, plain_date
from desk.domain.movement import Disposition, Holder
from desk.domain.offers import Offer
from desk.domain.route import current, current_step, following, station_at
from desk.language import language, tr
from desk.services.queue import Line
from desk.ui.kit.states import Look
from desk.ui.waiting import GUARDED, URGENCIES, day_month, left_look, left_words, until_words

TrayAction = Literal["advance", "dispose", "answer", "receive", "recall", "reassign"]
TRAY_ACTIONS: tuple[TrayAction, ...] = get_args(TrayAction)
"""What is done from a tray; everything else is done in Berkas."""

_NAMED, _LINE = 3, 90
"""How many missing papers are named, and how much of each."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Everything about one file in one tray, fetched in one go on the store's worker.

    Attributes:
        service: None where it isn't known here.
        missing: papers that are waited for.
        guarded: what is in it is not shown here.
        now: in the office's zone.
    """

    line: Line
    case: Case
    service: Service | None
    clock: Clock | None
    missing: Sequence[str]
    offers: Sequence[Offer]
    guarded: bool
    now: datetime

    @property
    def holder(self) -> Holder | None:
        """Who of those that have the file this row is; None when it has gone on meanwhile."""
        return next((one for one in self.case.holders if one.slot == self.line.waiting.slot), None)


@dataclass(frozen=True, slots=True)
class Sent:
    """The disposition that brought it here.

    Attributes:
        way: who sent it to whom, the first first.
        words: what is asked, phrases and free words.
        facts: urgency, deadline, whether an answer is awaited: each a look with its word.
    """

    way: str
    words: tuple[str, ...]
    facts: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the right column shows.

    Attributes:
        onward: where the file goes when the step is done.
        left, until, why: what is left, until when, and the arithmetic.
        actions: what may be done from here; `first` is the likely next one, which stands alone on top.
        notes: what an officer must know before touching it.
    """

    key: str
    case_id: str
    number: str
    state: str
    name: str
    service: str
    next_step: str
    onward: str
    here: str
    left: str
    left_look: Look
    until: str
    why: tuple[str, ...]
    missing: tuple[str, ...]
    sent: Sent | None
    actions: frozenset[TrayAction]
    first: TrayAction | None
    notes: tuple[str, ...]


def glance_of(fetched: Fetched) -> Glance:
    """The file in words; of a guarded one only what every list says."""
    case, line = fetched.case, fetched.line
    here = fetched.holder is not None
    actions: frozenset[TrayAction] = _actions(fetched) if here else frozenset()
    return Glance(
        key=f"{case.id}/{line.waiting.slot}",
        case_id=case.id,
        number=case.registration_number,
        state=case.state,
        name=case.applicant.name or tr("Tanpa nama"),
        service=_service(fetched),
        next_step=_next_step(fetched),
        onward=_onward(fetched),
        here=_here(fetched),
        left=left_words(line.left),
        left_look=left_look(line.left),
        until=_until(fetched),
        why=() if fetched.guarded or fetched.clock is None else fetched.clock.why,
        missing=() if fetched.guarded else _missing(fetched.missing),
        sent=None if fetched.guarded else _sent(fetched),
        actions=actions,
        first=_first(fetched, actions),
        notes=_notes(fetched, here=here),
    )


def _service(fetched: Fetched) -> str:
    if fetched.guarded:
        return tr(GUARDED)
    return fetched.service.title if fetched.service else fetched.line.waiting.case.service_title


def _next_step(fetched: Fetched) -> str:
    if fetched.case.state == "returned":
        return tr("Menunggu pemohon melengkapi berkas.")
    if _awaited(fetched):
        return tr("Menunggu jawaban {position}.", position=fetched.line.desk)
    here = current(fetched.service, fetched.case) if fetched.service else ()
    # A disposition remembers the step it was written at, which is done where the disposition itself did it.
    return (here[0].title if here else fetched.line.step) or tr("Di luar alur layanan")


def _awaited(fetched: Fetched) -> bool:
    """Whether the file goes no further before this desk's answer."""
    return fetched.line.waiting.slot in {one.id for one in fetched.case.movement.awaited}


def _first(fetched: Fetched, actions: frozenset[TrayAction]) -> TrayAction | None:
    """An answer that is awaited, else that it was received, else its step."""
    order: tuple[TrayAction, ...] = ("receive", "advance", "answer")
    if _awaited(fetched):
        order = ("answer", "receive", "advance")
    return next((action for action in order if action in actions), None)


def _onward(fetched: Fetched) -> str:
    """Where the file goes by the normal way; empty where the step can't be done now."""
    service = fetched.service
    if service is None or not any(offer.action == "advance" for offer in fetched.offers):
        return ""
    after = following(service, current_step(service, fetched.case))
    if after is None:
        return tr("Sesudah ini berkas selesai.")
    return tr("Sesudah ini ke {position}.", position=station_at(service, after).position)


def _here(fetched: Fetched) -> str:
    waiting = fetched.line.waiting
    since = day_month(waiting.since, fetched.now)
    return tr("Di {position} sejak {since}", position=fetched.line.desk, since=since)


def _until(fetched: Fetched) -> str:
    left = fetched.line.left
    if left.kind in ("late", "left", "today") and left.at is not None:
        return tr("sampai {moment}", moment=date_and_time(left.at.astimezone(fetched.now.tzinfo), language()))
    said = until_words(left, fetched.now)
    return tr("sejak {since}", since=said) if said else ""


def _missing(missing: Sequence[str]) -> tuple[str, ...]:
    texts = [shorten(text, _LINE, placeholder=" …") for text in missing[:_NAMED]]
    rest = len(missing) - _NAMED
    return (*texts, tr("dan {count} lagi", count=rest)) if rest > 0 else tuple(texts)


def _sent(fetched: Fetched) -> Sent | None:
    """The disposition by which this desk has the file, with those it came from."""
    movement = fetched.case.movement
    one = movement.disposition(fetched.line.waiting.slot)
    if one is None:
        return None
    instruction = fetched.case.proceedings.instructions.get(one.id)
    words = (*instruction.phrases, *([instruction.words] if instruction.words else [])) if instruction else ()
    return Sent(_way(movement.dispositions, one), words, _facts(one))


def _way(dispositions: Sequence[Disposition], one: Disposition) -> str:
    """``Kepala Dinas → Kepala Bidang → Staf``; two that passed the same thing on to each other are told once."""
    known = {each.id: each for each in dispositions}
    way, seen = [one.to, one.sender], {one.id}
    while one.parent and one.parent not in seen and one.parent in known:
        one = known[one.parent]
        seen.add(one.id)
        way.append(one.sender)
    return " → ".join(reversed(way))


def _facts(one: Disposition) -> tuple[Look, ...]:
    facts = [Look(URGENCIES[one.urgency].tone, URGENCIES[one.urgency].icon, tr(URGENCIES[one.urgency].word))]
    if one.deadline:
        facts.append(Look("quiet", "clock", tr("tenggat {day}", day=_day(one.deadline))))
    if one.must_answer:
        facts.append(Look("info", "message-circle", tr("wajib dijawab")))
    return tuple(facts)


def _day(iso: str) -> str:
    """The day in words; as it stands where another Desk wrote it in another form."""
    try:
        return plain_date(date.fromisoformat(iso), language())
    except ValueError:
        return iso


def _actions(fetched: Fetched) -> frozenset[TrayAction]:
    """What may be done from this desk: what concerns a disposition, only for the desk that has it."""
    offered = {offer.action for offer in fetched.offers}
    slot = fetched.line.waiting.slot
    found = {action for action in TRAY_ACTIONS if action in offered}
    disposition = fetched.case.movement.disposition(slot)
    if disposition is None or disposition.state != "waiting":
        found -= {"receive", "recall"}
    if slot in ("S", "P"):
        found -= {"answer"}
    if disposition is None and slot != "S":
        found -= {"dispose", "reassign"}
    return frozenset(found)


def _notes(fetched: Fetched, *, here: bool) -> tuple[str, ...]:
    notes: list[str] = []
    if not here:
        notes.append(tr("Berkas ini baru saja berpindah dari sini."))
    if fetched.guarded:
        notes.append(tr("Isi berkas terjaga tidak tampil di sini; Enter membukanya di Berkas."))
    if fetched.case.read_only:
        notes.append(tr("Berkas ini ditulis oleh Desk yang lebih baru. Perbarui Desk untuk mengubahnya."))
    if fetched.case.conflicts:
        notes.append(tr("Ada isian yang berbeda antara dua loket; seseorang harus memilih."))
    others = [one.position for one in fetched.case.holders if one.slot != fetched.line.waiting.slot]
    if here and others:
        notes.append(tr("Juga ada di {others}.", others=", ".join(others)))
    return tuple(notes)
