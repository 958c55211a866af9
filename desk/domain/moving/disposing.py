"""Acts of dispositions: sending a file to desks with an instruction, and what those desks say to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.event import JsonValue
from desk.domain.intake_reader import TEXT_LIMIT, read_letter, refuse
from desk.domain.journey import facts_without, last_disposal
from desk.domain.movement import URGENCIES, Disposition, Holder, Station, Urgency, at_station
from desk.domain.moving.stepping import onward
from desk.domain.moving.told import Move, Told, chosen, day, flag, one_desk, only, text, texts
from desk.domain.offers import answerable, recallable
from desk.domain.route import current_step, following

Writes = dict[str, JsonValue]

MOST_RECIPIENTS = 12


def dispose(case: Case, service: Service, told: Told) -> Move:
    """An official sends the file on, to one desk or several, with an instruction, an urgency, a deadline."""
    only(told, "from", "instruction", "phrases", "urgency", "deadline", "must_answer")
    holder = _sender(case, told)
    desks = _recipients(told, holder)
    instruction: Writes = {
        "phrases": list(texts(told, "phrases")),
        "words": text(told, "instruction", limit=TEXT_LIMIT) or told.note,
    }
    if not instruction["phrases"] and not instruction["words"]:
        template = "Isian {path} kosong: centang atau tuliskan apa yang diminta."
        raise refuse("instruction_missing", template, "instruction")
    must_answer = flag(told, "must_answer", otherwise=len(desks) > 1)
    step = current_step(service, case)
    # The last step is not done by it: somebody was just asked for something, so the file goes on.
    ordering = step is not None and step.action == "dispose" and following(service, step) is not None
    does_step = ordering and holder.slot == "S" and not must_answer
    urgency, deadline = _urgency(told), day(told, "deadline", future=True) or None
    parent = holder.slot if case.movement.disposition(holder.slot) else None
    facts: Writes = {"state": "open"}
    if does_step:
        facts = onward(case, service, told, None)
    if parent is not None:
        facts[f"disposition.{parent}.state"] = "passed_on"
    data: Writes = {}
    for desk in desks:
        sent = Disposition(
            told.new_id(), "waiting", holder.position, desk.position, desk.role, parent, step.key if step else None,
            does_step, must_answer, urgency, deadline, desk.external,
        )  # fmt: skip
        facts[f"disposition.{sent.id}"] = sent.as_fact()
        facts[f"disposition.{sent.id}.state"] = sent.state
        data[f"disposition.{sent.id}.instruction"] = instruction
    return Move("disposed", facts, data)


def receive(case: Case, _service: Service, told: Told) -> Move:
    """The desks that are named have the file in their hands, all of them where none is; it can't be recalled from now on."""
    only(told, "disposition")
    unread = _named(recallable(case))
    wanted = [text(told, "disposition")] if text(told, "disposition") else told.to
    those = {chosen(one, unread, "disposition", told.desk).id for one in wanted} or {one.id for one, _ in unread}
    return Move("received", {f"disposition.{one}.state": "read" for one in sorted(those)})


def answer(case: Case, _service: Service, told: Told) -> Move:
    """What a desk, or another body, answered; `letter` where the answer came as one, which then enters the agenda book."""
    only(told, "disposition", "answer", "reference", "letter")
    said = text(told, "answer", limit=TEXT_LIMIT) or told.note
    if not said:
        raise refuse("note_missing", "Isian {path} kosong: tuliskan jawabannya.", "note")
    among = [(holder, (holder.slot, holder.position, holder.role)) for holder in answerable(case)]
    holder = chosen(_wanted(told), among, "disposition", told.desk)
    kind = "disposition" if case.movement.disposition(holder.slot) else "hand_off"
    place = f"{kind}.{holder.slot}"
    data: Writes = {f"{place}.answer": said}
    if reference := text(told, "reference"):
        data[f"{place}.reference"] = reference
    letter = None if told.data.get("letter") is None else read_letter(told.data["letter"], told.today)
    if letter is not None:
        data[f"{place}.letter"] = asdict(letter)
    return Move("answered", {"state": "open", f"{place}.state": "answered"}, data)


def recall(case: Case, _service: Service, told: Told) -> Move:
    """A disposition that nobody has read is taken back; if it had done a step, that step is open again."""
    only(told, "disposition")
    back = chosen(_wanted(told), _named(recallable(case)), "disposition", told.desk)
    facts: Writes = {"state": "open", f"disposition.{back.id}.state": "recalled"}
    sent = last_disposal(case.history)
    together = [one for one in case.movement.dispositions if any(f"disposition.{one.id}" in e.facts for e in sent)]
    if back in together and all(one.state == "recalled" for one in together if one.id != back.id):
        before = facts_without(case.history, sent)
        facts |= {name: before.get(name) for name in ("station", "ready_at") if any(name in e.facts for e in sent)}
    return Move("recalled", facts)


def reassign(case: Case, service: Service, told: Told) -> Move:
    """Another desk takes over what one had; what was said and done stays with the file."""
    only(told, "from")
    named = one_desk(told)
    if not named:
        raise refuse("say_to_whom", "Sebutkan satu jabatan dengan {path}.", "--to")
    holder, desk = _sender(case, told), told.desk(named)
    if desk.position == holder.position:
        raise refuse("same_desk", "Berkas sudah ada pada {position}.", "--to", position=desk.position)
    disposition = case.movement.disposition(holder.slot)
    if disposition is not None:
        moved = replace(disposition, to=desk.position, role=desk.role, external=desk.external).as_fact()
        facts: Writes = {f"disposition.{holder.slot}": moved, f"disposition.{holder.slot}.state": "waiting"}
        return Move("reassigned", {"state": "open"} | facts)
    step = current_step(service, case)
    there = replace(desk, step=step.key if step else None, outcome=case.movement.outcome)
    return Move("reassigned", {"state": "open", "station": there.as_fact()})


def _sender(case: Case, told: Told) -> Holder:
    """Who acts: named by slot, desk or role, or the only one who can. While nobody in the office was sent the file, that is
    the desk that it waits at, also where it lies with another body.
    """
    inside = [holder for holder in case.holders if case.movement.disposition(holder.slot)]
    among = [(one, (one.slot, one.position, one.role)) for one in inside or [at_station(case.movement)]]
    return chosen(text(told, "from"), among, "from", told.desk)


def _recipients(told: Told, holder: Holder) -> tuple[Station, ...]:
    if not told.to:
        raise refuse("say_to_whom", "Sebutkan kepada siapa berkas didisposisikan ({path}).", "--to")
    desks = tuple({(desk := told.desk(one)).position: desk for one in told.to}.values())
    if len(desks) > MOST_RECIPIENTS:
        raise refuse(
            "too_many_desks", "Paling banyak {most} jabatan dalam satu disposisi.", "--to", most=MOST_RECIPIENTS
        )
    if any(desk.position == holder.position for desk in desks):
        template = "{position} tidak bisa mendisposisikan kepada dirinya sendiri ({path})."
        raise refuse("to_oneself", template, "--to", position=holder.position)
    return desks


def _urgency(told: Told) -> Urgency:
    said = text(told, "urgency") or "biasa"
    if said not in URGENCIES:
        template = "Sifat pada {path} harus salah satu dari: {known}."
        raise refuse("bad_urgency", template, "urgency", known=", ".join(URGENCIES))
    return said


def _wanted(told: Told) -> str:
    """Which disposition was meant: by its id, or by the desk that has it."""
    return text(told, "disposition") or one_desk(told)


def _named(dispositions: Sequence[Disposition]) -> list[tuple[Disposition, tuple[str, ...]]]:
    """Dispositions with what they may be called."""
    return [(one, (one.id, one.to, one.role)) for one in dispositions]
