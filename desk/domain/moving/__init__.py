"""Moves: what each act on a registered file writes. Pure: (case, its service, action, what was told) → one event.

May import the other modules of `desk.domain`. What needs more than the case itself (`resubmit`, `correct`,
`reclassify`, the other file of `merge`) is in `desk.services.acts`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.moving import disposing, ending, recording, stepping
from desk.domain.moving.told import Move, Told
from desk.domain.offers import Action

Mover = Callable[[Case, Service, Told], Move]

MOVES: Mapping[Action, Mover] = {
    "advance": stepping.advance,
    "visit": stepping.visit,
    "deliver": stepping.deliver,
    "hand_off": stepping.hand_off,
    "take_back": stepping.take_back,
    "dispose": disposing.dispose,
    "receive": disposing.receive,
    "answer": disposing.answer,
    "recall": disposing.recall,
    "reassign": disposing.reassign,
    "return": ending.give_back_to_applicant,
    "reject": ending.reject,
    "withdraw": ending.withdraw,
    "merge": ending.merge,
    "reopen": ending.reopen,
    "pause": ending.pause,
    "resume": ending.resume,
    "record": recording.record,
    "number": recording.number,
    "give_back": recording.give_back,
    "note": recording.note,
    "settle": recording.settle,
}

__all__ = ["MOVES", "Move", "Mover", "Told"]
