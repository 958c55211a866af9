"""Which act comes next, which are likely, and where the others stand in the menu. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desk.domain.offers import recallable
from desk.domain.route import current_step
from desk.language import mark, tr
from desk.ui.cases.case_words import ACTIONS
from desk.ui.cases.dossier import Dossier, Group, Press

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Langkah"), ("advance", "take_back", "record", "number")),
    (mark("Disposisi"), ("dispose", "receive", "answer", "recall", "reassign")),
    (mark("Keluar dinas"), ("visit", "hand_off", "deliver", "give_back")),
    (mark("Waktu"), ("pause", "resume")),
    (mark("Akhiri"), ("return", "resubmit", "reject", "withdraw", "merge", "reopen")),
    (mark("Perbaiki"), ("correct", "reclassify", "settle", "note")),
)
"""Every act, under the heading of the menu that it stands in."""

_BY_STEP: Mapping[str, str] = {
    "dispose": "dispose", "visit": "visit", "deliver": "deliver", "hand_off": "hand_off", "enter_external": "hand_off",
}  # fmt: skip
"""The act that does a step of that action and tells what it should tell."""
_AT_ONCE = frozenset({"resume", "take_back", "resubmit"})


def press(dossier: Dossier, action: str, key: str = "") -> Press:
    """The act as something to press."""
    return Press(action, tr(ACTIONS[action]), key, asks(dossier, action))


def asks(dossier: Dossier, action: str) -> bool:
    """Whether it opens a form: a step without branches is ended at once, and so is a receipt by the only desk."""
    if action == "advance":
        offer = dossier.offer("advance")
        return bool(offer and offer.turns)
    if action == "receive":
        return len(recallable(dossier.case)) > 1
    return action not in _AT_ONCE


def first(dossier: Dossier) -> Press | None:
    """The one act that most likely comes next; None where nothing needs to be done."""
    wanted = _first(dossier)
    return press(dossier, wanted) if wanted and dossier.offer(wanted) else None


def likely(dossier: Dossier) -> tuple[Press, ...]:
    """Others that may well come now, beside the first."""
    before = _first(dossier)
    wanted: list[str] = []
    if dossier.case.state == "open":
        wanted.append("advance")
        if recallable(dossier.case):
            wanted.append("receive")
        if dossier.case.movement.pending or dossier.case.movement.waiting_outside:
            wanted.append("answer")
    else:
        wanted += ["record", "number", "give_back"] if dossier.case.state != "returned" else []
    return tuple(press(dossier, one) for one in wanted if one != before and dossier.offer(one))


def groups(dossier: Dossier) -> tuple[Group, ...]:
    """Everything that may be done, in its groups; a step's end stands here with its form, for a note or a branch."""
    found = []
    for heading, actions in GROUPS:
        offered = tuple(_in_menu(dossier, action) for action in actions if dossier.offer(action))
        if offered:
            found.append(Group(tr(heading), offered))
    return tuple(found)


def mnemonics(words: Iterable[str]) -> tuple[int, ...]:
    """For each of these words the place of the letter that picks it: no two the same; −1 where none is left."""
    taken: set[str] = set()
    places: list[int] = []
    for text in words:
        starts = [n for n, letter in enumerate(text) if n == 0 or text[n - 1] == " "]
        order = [*starts, *(n for n in range(len(text)) if n not in starts)]
        place = next((n for n in order if text[n].isalpha() and text[n].casefold() not in taken), -1)
        if place >= 0:
            taken.add(text[place].casefold())
        places.append(place)
    return tuple(places)


def _in_menu(dossier: Dossier, action: str) -> Press:
    made = press(dossier, action)
    if action == "advance":
        return Press(action, tr("Langkah selesai, dengan catatan"), asks=True)
    return made


def _first(dossier: Dossier) -> str:
    case = dossier.case
    if case.conflicts:
        return "settle"
    if case.state == "returned":
        return "resubmit"
    if case.state == "open":
        return _first_of_open(dossier)
    if case.proceedings.unrecorded:
        return "record"
    if any(letter.number is None for letter in case.proceedings.letters):
        return "number"
    return "give_back" if case.originals_kept else ""


def _first_of_open(dossier: Dossier) -> str:
    movement = dossier.case.movement
    if movement.waited_for:
        return "answer"
    if movement.paused:
        return "resume"
    step = current_step(dossier.service, dossier.case)
    wanted = _BY_STEP.get(step.action, "advance") if step is not None and not step.external else "advance"
    return wanted if dossier.offer(wanted) else "advance"
