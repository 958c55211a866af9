"""A stack of files from one desk, scanned one after the other and recorded together: what each would do, and doing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desk.domain.case import Case, State
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.movement import Holder
from desk.domain.offers import offered, recallable, step_just_done
from desk.domain.route import current_step, following, station_at
from desk.domain.sheet_code import is_sheet_code, read_sheet_code
from desk.language import mark
from desk.services import acts, cases
from desk.services.counter import Counter

Purpose = Literal["advance", "receive", "answer"]
"""What is being done with the stack: the desk's step is done, it has arrived at the desk, the desk's answer is back."""

ENDED: Mapping[State, str] = {
    "completed": mark("Berkas {number} sudah selesai; tidak ada lagi yang menunggu."),
    "rejected": mark("Berkas {number} sudah ditolak; tidak ada lagi yang menunggu."),
    "withdrawn": mark("Berkas {number} sudah dicabut pemohon; tidak ada lagi yang menunggu."),
    "merged": mark("Berkas {number} sudah digabungkan ke berkas lain; pindai berkas itu."),
}


@dataclass(frozen=True, slots=True)
class Scanned:
    """One file of the stack, and what recording it would do.

    Attributes:
        holder: who has it as it was scanned: it must still be so when it is recorded.
        step: the title of the step that would be done; empty where none is.
        onward: the desk that the file goes to; empty where the step is the last.
        also: other desks whose disposition ends with that step.
    """

    case_id: CaseId
    number: str
    name: str
    purpose: Purpose
    holder: Holder
    step: str = ""
    onward: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """One file of the stack after it was recorded.

    Attributes:
        holder: who has it now, None where nobody has.
        can_undo: whether the step may be taken back.
    """

    case_id: CaseId
    number: str
    holder: Holder | None
    can_undo: bool


def scan(counter: Counter, code: str, purpose: Purpose, position: str | None = None) -> Scanned:
    """What recording the file of that number or code, or of that disposition sheet, would do, at that desk or at the only
    one that has it.

    Raises:
        NotFound: there is no such file here. Refused: it doesn't fit, with the reason.
    """
    reference, slot = named(code)
    case = cases.find(counter, reference)
    holder = _holder(case, position, slot)
    if purpose == "receive":
        _check_unread(case, holder)
    elif purpose == "answer":
        _check_answerable(case, holder)
    else:
        return _advancing(counter, case, holder)
    return Scanned(case.id, case.registration_number, case.applicant.name, purpose, holder)


def record(counter: Counter, scanned: Scanned, *, by: str = "", words: str = "") -> Recorded:
    """Do it: one act. `by` names whose it is, `words` what was answered.

    Raises:
        Refused: the file has gone on since it was scanned, or what is needed lacks.
    """
    data = {} if scanned.purpose == "advance" else {"disposition": scanned.holder.slot}
    note = words if scanned.purpose == "answer" else ""
    case = acts.act(
        counter, scanned.case_id, scanned.purpose, note=note, by=by, data=data, seen=scanned.holder
    )  # fmt: skip
    holder = next(iter(case.holders), None)
    return Recorded(
        case.id, case.registration_number, holder, can_undo=scanned.purpose == "advance" and step_just_done(case)
    )


def take_back(counter: Counter, recorded: Recorded) -> None:
    """Undo one, unless the file has gone on since.

    Raises:
        Refused: it has.
    """
    acts.act(counter, recorded.case_id, "take_back", seen=recorded.holder)


def named(code: str) -> tuple[str, str]:
    """(the file that a scan names, the slot where it was a disposition sheet's): as written where it is no sheet's."""
    if not is_sheet_code(code):
        return code, ""
    sheet = read_sheet_code(code, field="case")
    return sheet.tracking_code, sheet.slot


def _holder(case: Case, position: str | None, slot: str = "") -> Holder:
    """Who of those that have the file is meant: at that desk, and by that sheet where a sheet was scanned."""
    number = case.registration_number
    if case.state == "returned":
        template = "Berkas {number} sedang di pemohon untuk dilengkapi; terima kekurangannya lewat Loket."
        raise Refused("with_applicant", template, number=number)
    if case.state != "open":
        raise Refused("has_ended", ENDED[case.state], number=number)
    where = ", ".join(holder.position for holder in case.holders)
    here = [holder for holder in case.holders if position in (None, holder.position)]
    if not here:
        template = "Berkas {number} tidak ada di baki ini; di layar ada di {where}."
        raise Refused("other_tray", template, number=number, where=where)
    by_sheet = [holder for holder in here if holder.slot == slot]
    if by_sheet:
        return by_sheet[0]
    if position is None and len(here) > 1:
        template = "Berkas {number} ada di beberapa meja ({where}); pilih dulu bakinya."
        raise Refused("several_trays", template, number=number, where=where)
    return here[0]


def _check_unread(case: Case, holder: Holder) -> None:
    if holder.slot not in {one.id for one in recallable(case)}:
        template = "Berkas {number} sudah tercatat diterima di {position}."
        raise Refused("seen_already", template, number=case.registration_number, position=holder.position)


def _check_answerable(case: Case, holder: Holder) -> None:
    if holder.slot == "S":
        template = "Berkas {number} ada di {position} menurut alurnya, tanpa disposisi yang perlu dijawab."
        raise Refused("nothing_to_answer", template, number=case.registration_number, position=holder.position)


def _advancing(counter: Counter, case: Case, holder: Holder) -> Scanned:
    number = case.registration_number
    service = acts.service_or_none(counter, case)
    if service is None or offered(case, service, "advance") is None:
        template = "Langkah berkas {number} belum bisa ditandai selesai di sini."
        if any(one.id == holder.slot for one in case.movement.awaited):
            template = "Berkas {number} diminta dijawab oleh meja ini; pilih 'Jawabannya kembali'."
            raise Refused("answer_awaited", template, number=number)
        if case.movement.waited_for:
            waited = ", ".join(case.movement.waited_for)
            template = "Berkas {number} masih menunggu jawaban {waited}; catat dulu jawabannya."
            raise Refused("answer_awaited", template, number=number, waited=waited)
        raise Refused("not_allowed_now", template, number=number)
    step = current_step(service, case)
    after = following(service, step)
    return Scanned(
        case.id, number, case.applicant.name, "advance", holder,
        step=step.title if step else "",
        onward=station_at(service, after).position if after else "",
        also=tuple(one.position for one in case.holders if one.slot != holder.slot),
    )  # fmt: skip
