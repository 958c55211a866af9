"""Recording what an official wrote on a disposition sheet: one act, for whoever wrote it; and taking it back at once."""

from __future__ import annotations

from dataclasses import dataclass

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.offers import recallable, step_just_done
from desk.domain.sheet_code import SheetCode
from desk.domain.sheet_standing import refusal
from desk.domain.sheet_written import Planned, Written, planned
from desk.services import acts, cases, sheets
from desk.services.counter import Counter
from desk.services.desks import desk_meant

BETWEEN = "Tercatat saat lembar disposisi kembali"
"""The note of steps that were done before a sheet and are recorded with it."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A sheet that was recorded.

    Attributes:
        code: the sheet's.
        planned: what was done; `steps` how many steps before it were recorded with it.
        sent: ids of the dispositions that it made.
        moment: the event after which nothing else may have happened, where it is to be taken back.
    """

    code: SheetCode
    case: Case
    planned: Planned
    steps: int
    sent: tuple[str, ...]
    moment: str


def plan(counter: Counter, case_id: CaseId, code: SheetCode, written: Written) -> Planned:
    """What recording it would do, without doing it.

    Raises:
        Refused: it can't be recorded as things stand, or lacks something.
    """
    found = sheets.sheet_of(counter, cases.load(counter, case_id), code)
    _still(counter, found)
    return planned(found.case, found.service, found.place, written)


def record(counter: Counter, case_id: CaseId, code: SheetCode, written: Written) -> Captured:
    """Record the sheet: steps before it that nobody recorded, then the one act that it is.

    The same sheet twice is refused, so an impatient Enter does nothing.

    Raises:
        Refused: it was recorded already, the file went on without it, or it lacks something.
    """
    found = sheets.sheet_of(counter, cases.load(counter, case_id), code)
    _still(counter, found)
    doing = planned(found.case, found.service, found.place, written)
    _check(counter, found, doing)
    for _ in found.place.between:
        acts.act(counter, case_id, "advance", note=BETWEEN)
    before = {one.id for one in cases.load(counter, case_id).movement.dispositions}
    after = acts.act(counter, case_id, doing.action, note=doing.note, by=written.by, to=doing.to, data=dict(doing.data))
    sent = tuple(one.id for one in after.movement.dispositions if one.id not in before)
    return Captured(code, after, doing, len(found.place.between), sent, after.history[-1].event)


def take_back(counter: Counter, captured: Captured) -> Case:
    """As if the sheet had not been recorded; steps that were recorded with it stay.

    Raises:
        Refused: something else was recorded of the file since, or a desk has its hands on it.
    """
    case = cases.load(counter, captured.case.id)
    unread = {one.id for one in recallable(case)}
    if case.history[-1].event != captured.moment or not set(captured.sent) <= unread:
        template = "Berkas {number} sudah bergerak sejak lembarnya dicatat; ubahlah dari Berkas."
        raise Refused("moved_on", template, number=case.registration_number)
    if captured.sent:
        for one in captured.sent:
            case = acts.act(counter, case.id, "recall", data={"disposition": one})
        return case
    if step_just_done(case):
        return acts.act(counter, case.id, "take_back")
    template = "Tindakan ini tidak bisa diurungkan dari sini; ubahlah dari Berkas."
    raise Refused("cannot_take_back", template)


def _still(counter: Counter, found: sheets.FoundSheet) -> None:
    why = refusal(found.place, found.case, sheets.names(counter))
    if why is not None:
        raise why


def _check(counter: Counter, found: sheets.FoundSheet, doing: Planned) -> None:
    """What would be refused is refused before the steps between are recorded."""
    for desk in doing.to:
        desk_meant(counter, found.service, desk)
