"""Acts of dispositions: sending a file to desks with an instruction, and what those desks say to it."""

from __future__ import annotations

from dataclasses import asdict

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.event import JsonValue
from desk.domain.intake_reader import TEXT_LIMIT, read_letter, refuse
from desk.domain.movement import URGENCIES, Disposition, Holder, Station, Urgency
from desk.domain.moving.stepping import onward
from desk.domain.moving.told import Move, Told, chosen, day, flag, only, text, texts
from desk.domain.offers import answerable, recallable
from desk.domain.route import current_step, ready_before, step_of

Writes = dict[str, JsonValue]

MOST_RECIPIENTS = 12


def dispose(case: Case, service: Service, told: Told) -> Move:
    """An official sends the file on, to one desk or several, with an instruction, an urgency, a deadline."""
    only(told, "from", "instruction", "phrases", "urgency", "deadline", "must_answer")
    holder = _holder(case, told, "from")
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
    does_step = holder.slot == "S" and step is not None and step.action == "dispose" and not must_answer
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
            does_step, must_answer, urgency, deadline,
        )  # fmt: skip
        facts[f"disposition.{sent.id}"] = sent.as_fact()
        facts[f"disposition.{sent.id}.state"] = sent.state
        data[f"disposition.{sent.id}.instruction"] = instruction
    return Move("disposed", facts, data)


def receive(case: Case, _service: Service, told: Told) -> Move:
    """The desk has the file in its hands; from now on it can't be recalled. Without a name, every desk has."""
    only(told, "disposition")
    unread = recallable(case)
    named = _named(told)
    those = unread if not named else (chosen(named, {f"{one.id}\n{one.to}": one for one in unread}, "disposition"),)
    return Move("received", {f"disposition.{one.id}.state": "read" for one in those})


def answer(case: Case, _service: Service, told: Told) -> Move:
    """What a desk, or another body, answered; `letter` where the answer came as one, which then enters the agenda book."""
    only(told, "disposition", "answer", "reference", "letter")
    said = text(told, "answer", limit=TEXT_LIMIT) or told.note
    if not said:
        raise refuse("note_missing", "Isian {path} kosong: tuliskan jawabannya.", "note")
    among = {f"{holder.slot}\n{holder.position}": holder for holder in answerable(case)}
    holder = chosen(_named(told), among, "disposition")
    kind = "disposition" if case.movement.disposition(holder.slot) else "hand_off"
    place = f"{kind}.{holder.slot}"
    data: Writes = {f"{place}.answer": said}
    if kind == "hand_off" and (reference := text(told, "reference")):
        data[f"{place}.reference"] = reference
    letter = None if told.data.get("letter") is None else read_letter(told.data["letter"], told.today)
    if letter is not None:
        data[f"{place}.letter"] = asdict(letter)
    return Move("answered", {"state": "open", f"{place}.state": "answered"}, data)


def recall(case: Case, service: Service, told: Told) -> Move:
    """A disposition that nobody has read is taken back; if it had done a step, that step is open again."""
    only(told, "disposition")
    unread = {f"{one.id}\n{one.to}": one for one in recallable(case)}
    back = chosen(_named(told), unread, "disposition")
    facts: Writes = {"state": "open", f"disposition.{back.id}.state": "recalled"}
    sent_by = next((e for e in case.history if f"disposition.{back.id}" in e.facts), None)
    if not back.moved or sent_by is None:
        return Move("recalled", facts)
    together = [one for one in case.movement.pending if one.id != back.id and f"disposition.{one.id}" in sent_by.facts]
    before = case.journey.station_before(sent_by.event)
    if before is not None and not together and case.journey.stations[-1][0] == sent_by.event:
        facts["station"] = before.as_fact()
        if case.ready_at and not ready_before(service, step_of(service, before.step)):
            facts["ready_at"] = None
    return Move("recalled", facts)


def reassign(case: Case, service: Service, told: Told) -> Move:
    """Another desk takes over what one had; what was said and done stays with the file."""
    only(told, "from")
    if len(told.to) != 1:
        raise refuse("say_to_whom", "Sebutkan satu jabatan dengan {path}.", "--to")
    holder, desk = _holder(case, told, "from"), told.desk(told.to[0])
    if desk.position == holder.position:
        raise refuse("same_desk", "Berkas sudah ada pada {position}.", "--to", position=desk.position)
    disposition = case.movement.disposition(holder.slot)
    if disposition is None and holder.slot != "S":
        raise refuse("held_outside", "Berkas ada di luar dinas; catat dulu jawabannya ({path}).", "from")
    if disposition is not None:
        moved = {**disposition.as_fact(), "to": desk.position, "role": desk.role}
        facts: Writes = {f"disposition.{holder.slot}": moved, f"disposition.{holder.slot}.state": "waiting"}
        return Move("reassigned", {"state": "open"} | facts)
    step = current_step(service, case)
    there = Station(step.key if step else None, desk.role, desk.position, desk.external)
    return Move("reassigned", {"state": "open", "station": there.as_fact()})


def _holder(case: Case, told: Told, name: str) -> Holder:
    """Who acts: named by slot or desk, or the only one who has the file."""
    among = {f"{holder.slot}\n{holder.position}": holder for holder in case.holders}
    return chosen(text(told, name), among, name)


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


def _named(told: Told) -> str:
    """Which disposition was meant: by its id, or by the desk that has it."""
    return text(told, "disposition") or (told.to[0] if told.to else "")
