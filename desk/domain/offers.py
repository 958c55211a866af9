"""What may be done with a file now: exactly what `desk.domain.moving` accepts. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from desk.domain.case import ENDS, Case
from desk.domain.catalogue import Service, Step
from desk.domain.journey import last_step
from desk.domain.movement import Disposition, Holder
from desk.domain.route import Turn, current_step, turns

Action = Literal[
    "advance", "dispose", "receive", "answer", "recall", "reassign", "visit", "hand_off", "deliver", "return",
    "resubmit", "pause", "resume", "reject", "withdraw", "merge", "reclassify", "reopen", "number", "record",
    "give_back", "correct", "note", "settle", "take_back",
]  # fmt: skip
ACTIONS: tuple[Action, ...] = get_args(Action)

LABELS: Mapping[Action, str] = {
    "advance": "Langkah berikutnya selesai",
    "dispose": "Catat disposisi",
    "receive": "Sudah diterima pemegangnya",
    "answer": "Catat jawaban",
    "recall": "Tarik kembali disposisi",
    "reassign": "Pindahkan ke pejabat lain",
    "visit": "Catat kunjungan lapangan",
    "hand_off": "Teruskan ke badan atau sistem lain",
    "deliver": "Serahkan kepada penerima",
    "return": "Kembalikan kepada pemohon",
    "resubmit": "Terima kekurangan berkas",
    "pause": "Hentikan hitungan waktu",
    "resume": "Jalankan lagi hitungan waktu",
    "reject": "Tolak dengan alasan",
    "withdraw": "Catat pencabutan oleh pemohon",
    "merge": "Gabungkan ke berkas lain",
    "reclassify": "Ganti layanan",
    "reopen": "Buka kembali",
    "number": "Isi nomor surat",
    "record": "Lengkapi catatan langkah",
    "give_back": "Kembalikan berkas asli",
    "correct": "Perbaiki data",
    "note": "Tambah catatan",
    "settle": "Selesaikan perbedaan",
    "take_back": "Batalkan langkah terakhir",
}

PAUSES: Mapping[str, str] = {
    "applicant": "Menunggu pemohon",
    "signer_away": "Penanda tangan tidak di tempat",
    "force": "Keadaan kahar (bencana, listrik, jaringan pusat)",
    "other": "Alasan lain",
}
"""Why a clock may stand, by its code. Waiting for another body is none: that time counts (DESIGN, 'A file's life')."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be done now.

    Attributes:
        needs: what must be told; `to` the desks that may be named, where some must be.
        turns: the branches that `advance` and `visit` may take instead of the normal way.
    """

    action: Action
    label: str
    needs: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()


def offers(case: Case, service: Service | None, desks: Sequence[str] = ()) -> tuple[Offer, ...]:
    """Everything that may be done with this case now; `desks` are those that the office knows.

    Without its service (its registration has not arrived here) only notes can be added.
    """
    if case.read_only or case.destroyed:
        return ()
    if service is None:
        return (_offer("note", "note"),)
    found: list[Offer] = []
    if contested(case):
        pass  # before it moves on, somebody must say where it is
    elif case.state == "open":
        found += _open(case, service, tuple(desks))
    elif case.state == "returned":
        found += [_offer("resubmit", "checklist"), *_endings(), _offer("reclassify", "service")]
    elif case.state in ENDS:
        found.append(_offer("reopen", "note"))
    found += _in_any_state(case)
    return tuple(found)


PLACE = ("state", "station", "service", "service_hash")
"""The fields that say where a file is, and on which route."""


def contested(case: Case) -> bool:
    """Whether two counters, which did not know of each other, brought the file to two places, or filed it under two
    services.
    """
    return any(field in case.conflicts for field in PLACE)


def offered(case: Case, service: Service | None, action: str, desks: Sequence[str] = ()) -> Offer | None:
    """The offer of that action, None where it isn't possible now."""
    return next((offer for offer in offers(case, service, desks) if offer.action == action), None)


def answerable(case: Case) -> tuple[Holder, ...]:
    """Whose answer may be recorded: pending dispositions and hand-offs."""
    return tuple(holder for holder in case.holders if holder.slot not in ("S", "P"))


def recallable(case: Case) -> tuple[Disposition, ...]:
    """Dispositions that nobody is known to have read."""
    return tuple(one for one in case.movement.pending if one.state == "waiting")


def step_just_done(case: Case) -> bool:
    """Whether the last thing that moved the file was a step of its route: that can be taken back, once."""
    return case.state in ("open", "completed", "rejected") and not contested(case) and bool(last_step(case.history))


def _open(case: Case, service: Service, desks: tuple[str, ...]) -> list[Offer]:
    step = current_step(service, case)
    ways = turns(step) if step else ()
    found: list[Offer] = []
    if not case.movement.waited_for:
        found.append(Offer("advance", LABELS["advance"], turns=ways))
    found.append(_offer("dispose", "to", "instruction", to=desks))
    if unread := recallable(case):
        found.append(_offer("receive", to=_positions(unread)))
    if waiting := answerable(case):
        found.append(_offer("answer", "note", to=tuple(dict.fromkeys(one.position for one in waiting))))
    if unread:
        found.append(_offer("recall", to=_positions(unread)))
    found.append(_offer("reassign", "to", to=desks))
    found.append(Offer("visit", LABELS["visit"], ("finding",), turns=() if case.movement.waited_for else ways))
    found.append(_offer("hand_off", *(() if service.hand_off else ("body",))))
    if _deliverable(case, step):
        found.append(_offer("deliver", "recipient"))
    found.append(_offer("return", "note"))
    if case.movement.paused:
        found.append(_offer("resume"))
    elif case.complete_at and not case.ready_at:
        found.append(_offer("pause", "reason"))
    return [*found, *_endings(), _offer("reclassify", "service")]


def _deliverable(case: Case, step: Step | None) -> bool:
    """Something is there to hand over: the file waits at that step, or its product is ready and nobody has it yet."""
    if case.movement.waited_for:
        return False
    ready = bool(case.ready_at) and case.proceedings.handover is None
    return ready or (step is not None and step.action == "deliver")


def _endings() -> tuple[Offer, ...]:
    return (_offer("reject", "note"), _offer("withdraw", "note"), _offer("merge", "into"))


def _in_any_state(case: Case) -> tuple[Offer, ...]:
    found: list[Offer] = []
    if step_just_done(case):
        found.append(_offer("take_back"))
    if case.proceedings.letters:
        found.append(_offer("number", "number", "date"))
    if case.proceedings.unrecorded:
        found.append(_offer("record", "step"))
    if case.originals_kept:
        found.append(_offer("give_back", "recipient"))
    found += [_offer("correct", "applicant"), _offer("note", "note")]
    if case.conflicts:
        found.append(_offer("settle", "field", "value"))
    return tuple(found)


def _positions(dispositions: Sequence[Disposition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.to for one in dispositions))


def _offer(action: Action, *needs: str, to: tuple[str, ...] = ()) -> Offer:
    return Offer(action, LABELS[action], needs, to)
