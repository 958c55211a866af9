"""Where a file is on its service's route, and what may be done with it now. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desk.domain.case import Case, State
from desk.domain.catalogue import Service, Step

Action = Literal[
    "advance", "resubmit", "return", "reject", "withdraw", "reopen", "correct", "note", "settle", "take_back"
]

LABELS: Mapping[Action, str] = {
    "advance": "Langkah berikutnya selesai",
    "resubmit": "Terima kekurangan berkas",
    "return": "Kembalikan kepada pemohon",
    "reject": "Tolak dengan alasan",
    "withdraw": "Catat pencabutan oleh pemohon",
    "reopen": "Buka kembali",
    "correct": "Perbaiki data",
    "note": "Tambah catatan",
    "settle": "Selesaikan perbedaan",
    "take_back": "Batalkan langkah terakhir",
}

_AFTER_THE_PRODUCT = ("deliver", "monitor", "archive")
"""Actions that come when the product exists already: the clock has stopped before them."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be done now, and what it needs to be told."""

    action: Action
    label: str
    needs: tuple[str, ...] = ()


def normal_way(service: Service) -> tuple[Step, ...]:
    """The steps in the order they are taken when nothing branches off."""
    way: dict[str, Step] = {}
    step: Step | None = service.route[0] if service.route else None
    while step is not None and step.key not in way:
        way[step.key] = step
        onward = next((branch.to for branch in step.next if branch.when is None), None)
        step = service.step(onward) if onward else None
    return tuple(way.values())


def taken_in(way: tuple[Step, ...]) -> int:
    """How many steps at the beginning the applicant has done by handing in a complete file."""
    count = 0
    while count < len(way) - 1 and way[count].external and way[count].actor == "Pemohon":
        count += 1
    return count


def current(service: Service, case: Case) -> tuple[Step, ...]:
    """The steps that an open file waits at; none when it is with its applicant or ended."""
    if case.state != "open":
        return ()
    return normal_way(service)[case.position : case.position + 1]


def ready_after(way: tuple[Step, ...]) -> int:
    """After how many steps the product is there: all but the handing over, watching and archiving at the end."""
    count = len(way)
    while count > 1 and way[count - 1].action in _AFTER_THE_PRODUCT:
        count -= 1
    return count


def offers(case: Case) -> tuple[Offer, ...]:
    """Exactly what `act` accepts for this case now."""
    if case.read_only or case.destroyed:
        return ()
    life: dict[State, tuple[Offer, ...]] = {
        "open": (_offer("advance"), _offer("return", "note"), _offer("reject", "note"), _offer("withdraw", "note")),
        "returned": (_offer("resubmit", "checklist"), _offer("reject", "note"), _offer("withdraw", "note")),
        "completed": (_offer("reopen", "note"),),
        "rejected": (_offer("reopen", "note"),),
        "withdrawn": (_offer("reopen", "note"),),
    }
    back = (_offer("take_back"),) if step_just_done(case) else ()
    settle = (_offer("settle", "field", "value"),) if case.conflicts else ()
    return (*life.get(case.state, ()), *back, _offer("correct", "applicant"), _offer("note", "note"), *settle)


def step_just_done(case: Case) -> bool:
    """Whether the last thing that moved the file was a step of its route: that can be taken back, once."""
    moves = [entry.kind for entry in case.history if "state" in entry.facts]
    return bool(moves) and moves[-1] == "step_done" and case.position > 0


def _offer(action: Action, *needs: str) -> Offer:
    return Offer(action, LABELS[action], needs)
