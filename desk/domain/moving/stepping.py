"""Acts that do a step of the route: advance, visit, hand over, hand off; and taking the last one back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desk.domain.case import Case
from desk.domain.catalogue import Service, Step
from desk.domain.event import JsonValue
from desk.domain.intake_reader import NAME_LIMIT, TEXT_LIMIT, clean_text, refuse
from desk.domain.journey import facts_without, last_step
from desk.domain.movement import HandOff, station_of
from desk.domain.moving.told import Move, Told, day, flag, only, text, texts
from desk.domain.route import REFUSING, Turn, current_step, following, ready_before, station_at, step_of, turns

Writes = dict[str, JsonValue]

UNRECORDED: Mapping[str, tuple[str, ...]] = {
    "visit": ("finding", "date", "people"),
    "dispose": ("instruction",),
    "decide": ("decision",),
    "hand_off": ("body", "reference"),
    "enter_external": ("reference",),
    "deliver": ("recipient",),
}
"""What a step of that action should tell; a letter says by itself that its number is to come."""


def advance(case: Case, service: Service, told: Told) -> Move:
    """The next step of the route was done; nothing is recorded of it that wasn't told."""
    only(told, "outcome", "step")
    step = current_step(service, case)
    turn = turn_of(step, told)
    decided = ("decision",) if turn else ()
    return Move("step_done", onward(case, service, told, turn) | _untold(case, service, step, decided))


def visit(case: Case, service: Service, told: Told) -> Move:
    """A field visit with its report; at the route's visit it ends the step, and it does so where it decided something."""
    only(told, "finding", "date", "people", "outcome", "step", "photos")
    step = current_step(service, case)
    turn = turn_of(step, told)
    if turn is not None and case.movement.waited_for:
        template = "Jawaban {waited} masih ditunggu, jadi {path} belum bisa diputuskan; catat dulu jawabannya."
        waited = ", ".join(case.movement.waited_for)
        raise refuse("answer_awaited", template, "outcome", waited=waited)
    finding = text(told, "finding", limit=TEXT_LIMIT) or told.note
    if not finding:
        raise refuse("finding_missing", "Isian {path} kosong: tuliskan apa yang ditemukan di lapangan.", "finding")
    report: Writes = {
        "finding": finding,
        "date": day(told, "date", past=True),
        "people": list(texts(told, "people")),
        "outcome": turn.when if turn else "",
        "step": step.key if step else "",
        "photos": list(texts(told, "photos")),
    }
    data: Writes = {f"visit.{told.new_id()}": report}
    ends = step is not None and (step.action == "visit" or turn is not None) and not case.movement.waited_for
    if not ends:
        return Move("visited", {}, data)
    here = ("finding", "decision", *(name for name in ("date", "people") if report[name]))
    return Move("step_done", onward(case, service, told, turn) | _untold(case, service, step, here), data)


def deliver(case: Case, service: Service, told: Told) -> Move:
    """The product was handed over; at the step for it, that step is done."""
    only(told, "recipient", "relation", "identity", "date")
    who = text(told, "recipient", required=True)
    step = current_step(service, case)
    handover: Writes = {
        "name": who,
        "relation": text(told, "relation"),
        "identity": text(told, "identity"),
        "date": day(told, "date", past=True) or told.today.isoformat(),
        "step": step.key if step else "",
    }
    data: Writes = {"handover": handover}
    if step is not None and step.action == "deliver":
        return Move("step_done", onward(case, service, told, None) | _untold(case, service, step, ("recipient",)), data)
    return Move("handed_over", {}, data)


def hand_off(case: Case, service: Service, told: Told) -> Move:
    """The file went to another body or into another system; with `await` it stays there until the answer."""
    only(told, "body", "system", "reference", "await")
    named = clean_text(", ".join(told.to), "--to", limit=NAME_LIMIT)
    body = text(told, "body") or named or (service.hand_off or "")
    if not body:
        raise refuse("body_missing", "Isian {path} kosong: sebutkan kepada siapa berkas diteruskan.", "body")
    step = current_step(service, case)
    here = step is not None and step.action in ("hand_off", "enter_external") and not step.external
    waits = flag(told, "await", otherwise=not here or product_goes_out(service, step))
    sent = HandOff(
        told.new_id(), "waiting" if waits else "closed", body, text(told, "system") or None,
        step.key if step else None, moved=here and not waits and not case.movement.waited_for,
    )  # fmt: skip
    facts: Writes = {f"hand_off.{sent.id}": sent.as_fact(), f"hand_off.{sent.id}.state": sent.state}
    reference = text(told, "reference")
    data: Writes = {f"hand_off.{sent.id}.reference": reference} if reference else {}
    if not sent.moved:
        return Move("handed_off", {"state": "open"} | facts, data)
    told_here = ("body", "reference") if reference else ("body",)
    return Move("step_done", onward(case, service, told, None) | facts | _untold(case, service, step, told_here), data)


def take_back(case: Case, service: Service, told: Told) -> Move:
    """As if the last step had not been done; the history says that it was, and was taken back. What was found on a visit
    is no step: it stays.
    """
    only(told)
    undone = last_step(case.history)
    before = facts_without(case.history, undone)
    facts: Writes = {name: before.get(name) for entry in undone for name in entry.facts}
    facts |= {"state": "open", "completed_at": None}
    station = station_of(facts.get("station"))
    step = step_of(service, station.step) if station else None
    handed = step is not None and step.action == "deliver"
    beside = any(entry.kind == "handed_over" for entry in case.history)
    return Move("step_taken_back", facts, {"handover": None} if handed and not beside else {})


def onward(case: Case, service: Service, told: Told, turn: Turn | None) -> Writes:
    """What the step's end writes: where the file is now, what ended with it, and whether the product is there."""
    step = current_step(service, case)
    after = following(service, step, turn)
    outcome = turn.when if turn else (None if step and turns(step) else case.movement.outcome)
    station = replace(station_at(service, after), outcome=outcome) if after else None
    facts: Writes = {"state": "open", "station": station.as_fact() if station else None}
    if turn is not None:
        facts["outcome"] = turn.when
    ready = ready_before(service, after) and not (product_goes_out(service, step) and not _answered(case, step))
    if ready != (case.ready_at is not None):
        facts["ready_at"] = told.now if ready else None
    if after is None:
        facts.update(state="rejected" if outcome in REFUSING else "completed", completed_at=told.now)
        if case.movement.paused:
            facts["paused"] = None
    facts.update((f"disposition.{one.id}.state", "closed") for one in case.movement.pending)
    facts.update((f"hand_off.{one.id}.state", "closed") for one in case.movement.waiting_outside)
    if step is not None and step.action == "sign" and not step.external and turn is None:
        refusal = case.movement.outcome in REFUSING
        letter = {"kind": "letter", "name": step.title, "step": step.key} if refusal else _letter(service, step)
        facts[f"letter.{_letter_id(case, step, letter)}"] = letter
    return facts


def product_goes_out(service: Service, step: Step | None) -> bool:
    """Whether the step hands the product itself to another body before it can be given out (pasuruan/14: the letter goes
    to the Bupati): until that body has answered, nothing is ready to be fetched.
    """
    if step is None or step.action != "hand_off" or step.external:
        return False
    after = following(service, step)
    return after is not None and ready_before(service, after)


def _answered(case: Case, step: Step | None) -> bool:
    return step is not None and any(one.step == step.key and one.state == "answered" for one in case.movement.hand_offs)


def turn_of(step: Step | None, told: Told) -> Turn | None:
    """The branch that was named; None for the normal way.

    Raises:
        Refused: the step has no such branch, or several of that outcome and none of them was named.
    """
    outcome, target = text(told, "outcome"), text(told, "step")
    ways = turns(step) if step else ()
    if not outcome:
        if target:
            raise refuse("step_without_outcome", "Sebutkan juga isian outcome untuk cabang {path}.", "step")
        return None
    fitting = [turn for turn in ways if turn.when == outcome and (not target or turn.to == target)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        known = ", ".join(turn.to for turn in fitting)
        raise refuse(
            "say_which_step", "Ada beberapa tujuan; isi {path} dengan salah satu: {known}.", "step", known=known
        )
    known = ", ".join(dict.fromkeys(turn.when for turn in ways)) or "tidak ada"
    template = "Langkah ini tidak bercabang '{outcome}'; cabangnya: {known}."
    raise refuse("no_such_outcome", template, "outcome", outcome=outcome, known=known)


def _untold(case: Case, service: Service, step: Step | None, told: tuple[str, ...]) -> Writes:
    """The registers that list what a step that is done has not told, now or before."""
    if step is None:
        return {}
    known = {*told, *_told_before(case, service, step)}
    listed = case.proceedings.unrecorded.get(step.key, ())
    writes: Writes = {}
    for name in UNRECORDED.get(step.action, ()):
        if name not in known:
            writes[f"unrecorded.{step.key}.{name}"] = True
        elif name in listed:
            writes[f"unrecorded.{step.key}.{name}"] = None
    return writes


def _told_before(case: Case, service: Service, step: Step) -> Iterator[str]:
    """What was recorded while the file waited at the step, without ending it."""
    done = case.proceedings
    yield from done.records.get(step.key, ())
    for visit_there in done.visits:
        if visit_there.step == step.key:
            yield "finding"
            yield from (name for name in ("date", "people") if getattr(visit_there, name))
    for sent in case.movement.dispositions:
        if sent.step == step.key and sent.state != "recalled":
            yield "instruction"
    for given in case.movement.hand_offs:
        if given.step == step.key:
            yield "body"
            if given.id in done.references:
                yield "reference"
    if done.handover is not None:
        at = step_of(service, done.handover.step)
        if at is None or at.action != "deliver" or at.key == step.key:
            yield "recipient"


def _letter(service: Service, step: Step) -> dict[str, JsonValue]:
    product = next((one for one in service.products if one.kind not in ("aid", "information")), None)
    kind, name = (product.kind, product.name) if product else ("letter", service.product or service.title)
    return {"kind": kind, "name": name, "step": step.key}


def _letter_id(case: Case, step: Step, letter: Mapping[str, JsonValue]) -> str:
    """The step's key, so that two counters that signed off the same step speak of one letter; with a number where there is
    a letter of that step already that is another one: it has its number, or another name.
    """
    letters = {one.id: one for one in case.proceedings.letters}
    made, count = step.key, 1
    while (known := letters.get(made)) is not None and (known.number is not None or known.name != letter["name"]):
        count += 1
        made = f"{step.key}-{count}"
    return made
