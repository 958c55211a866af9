"""What happens to a file after it was taken in. Each act is one event; what may be done is `domain.route.offers`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from desk.domain.case import FACT_FIELDS, Case
from desk.domain.catalogue import Step
from desk.domain.errors import Refused
from desk.domain.event import CaseId, JsonValue, canonical
from desk.domain.intake_reader import (
    TEXT_LIMIT,
    clean_text,
    laid_over,
    read_intake,
    refuse,
    require_applicant,
    write_intake,
)
from desk.domain.route import Action, normal_way, offers, ready_after
from desk.services.counter import Counter
from desk.services.intake import changes

Writes = dict[str, JsonValue]


def act(
    counter: Counter,
    case_id: CaseId,
    action: str,
    *,
    note: str = "",
    by: str = "",
    data: Mapping[str, Any] | None = None,
) -> Case:
    """Do one of the case's offers.

    `by` names the official whose act it is when the officer only records it; `data` holds what the action needs.

    Raises:
        Refused: the action isn't possible now, or lacks what it needs.
    """
    note = clean_text(note, "note", limit=TEXT_LIMIT)
    now = counter.now()
    with counter.store.write() as work:
        case = work.case(case_id)
        kind, facts, sealed = _event(counter, case, dict(work.folded(case_id).fields), action, note, data or {})
        if note:
            sealed["note"] = note
        work.append(
            case_id,
            kind,
            facts,
            sealed,
            at=now.isoformat(),
            officer=clean_text(by, "by", limit=200) or counter.officer,
            recorder=counter.officer,
        )
        return work.case(case_id)


def _event(
    counter: Counter, case: Case, fields: Writes, action: str, note: str, data: Mapping[str, Any]
) -> tuple[str, Writes, Writes]:
    """(kind, facts, data) of the act, once it is allowed."""
    offer = next((offer for offer in offers(case) if offer.action == action), None)
    if offer is None:
        possible = ", ".join(offer.action for offer in offers(case)) or "tidak ada"
        template = "Tindakan '{action}' tidak bisa untuk berkas {number} yang sekarang {state}; yang bisa: {possible}."
        number = case.registration_number
        raise Refused("not_allowed_now", template, number=number, state=case.state, action=action, possible=possible)
    if "note" in offer.needs and not note:
        template = "Tindakan '{action}' memerlukan alasan atau isi catatan."
        raise Refused("note_missing", template, field="note", action=action)
    match offer.action:
        case "resubmit":
            template = "Kekurangan diterima lewat formulirnya: `desk resubmit` atau layar Loket."
            raise Refused("needs_form", template, action=action)
        case "note":
            return "note_added", {}, {}
        case "correct":
            return _correct(case, fields, data, counter.today)
        case "settle":
            return _settle(case, data)
        case moving:
            kind, facts = _moved(counter, case, moving)
            return kind, facts, {}


def _moved(counter: Counter, case: Case, action: Action) -> tuple[str, Writes]:
    """(kind, facts) of an act that moves the file along: all of them write `state`."""
    now = counter.now().isoformat()
    way = normal_way(counter.service_of(case))
    reopened_at = min(case.position, max(len(way) - 1, 0))
    moves: dict[str, tuple[str, Writes]] = {
        "return": ("case_returned", {"state": "returned"}),
        "reject": ("case_rejected", {"state": "rejected", "completed_at": now}),
        "withdraw": ("case_withdrawn", {"state": "withdrawn", "completed_at": now}),
        "reopen": ("case_reopened", {"state": "open", "completed_at": None, "position": reopened_at}),
        "take_back": ("step_taken_back", _taken_back(case, way)),
    }
    return moves[action] if action in moves else ("step_done", _advanced(case, way, now))


def _advanced(case: Case, way: tuple[Step, ...], now: str) -> Writes:
    position = case.position + 1
    facts: Writes = {"position": position, "state": "open"}
    if position >= ready_after(way) and case.ready_at is None:
        facts["ready_at"] = now
    if position >= len(way):
        facts.update(state="completed", completed_at=now)
    return facts


def _taken_back(case: Case, way: tuple[Step, ...]) -> Writes:
    """As if the last step had not been done; the history says that it was, and was taken back."""
    facts: Writes = {"position": case.position - 1, "state": "open", "completed_at": None}
    if case.position - 1 < ready_after(way):
        facts["ready_at"] = None
    return facts


CORRECTABLE = ("applicant", "beneficiaries", "external_reference")


def _correct(case: Case, fields: Writes, data: Mapping[str, Any], today: date) -> tuple[str, Writes, Writes]:
    """What is named is corrected, all else stays; only what differs is written, so that two corrections of different
    fields never collide.
    """
    unknown = next((key for key in data if key not in CORRECTABLE), None)
    if unknown is not None:
        template = "Isian {path} tidak bisa diperbaiki di sini; yang bisa: {known}."
        raise refuse("unknown_key", template, unknown, known=", ".join(CORRECTABLE))
    before = case.as_intake()
    after = read_intake(laid_over({**write_intake(before), "checklist": {}, "answers": {}}, data), today)
    require_applicant(after)
    facts, sealed = changes(case, after, fields)
    if not facts and not sealed:
        raise Refused("nothing_changed", "Tidak ada yang berubah, jadi tidak ada yang dicatat.", field="applicant")
    return "case_corrected", facts, sealed


def _settle(case: Case, data: Mapping[str, Any]) -> tuple[str, Writes, Writes]:
    """A person's choice among the contenders; as it knows them all, it ends the conflict everywhere."""
    field = str(data.get("field", ""))
    contenders = case.conflicts.get(field, ())
    chosen = data.get("value")
    if canonical(chosen) not in {canonical(contender.value) for contender in contenders}:
        template = "Isian '{name}' tidak berselisih, atau pilihannya bukan salah satu yang berselisih."
        raise Refused("not_a_contender", template, field="value", name=field)
    writes: Writes = {field: cast("JsonValue", chosen)}
    return ("conflict_settled", writes, {}) if field in FACT_FIELDS else ("conflict_settled", {}, writes)
