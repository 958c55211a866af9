"""Acts that do a step of the route: advance, visit, hand over, hand off; and taking the last one back."""

from __future__ import annotations

from collections.abc import Mapping

from desk.domain.case import Case
from desk.domain.catalogue import Service, Step
from desk.domain.event import JsonValue
from desk.domain.intake_reader import TEXT_LIMIT, refuse
from desk.domain.movement import HandOff
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
    missing = _missing(step, ())
    return Move("step_done", onward(case, service, told, turn_of(step, told)) | missing)


def visit(case: Case, service: Service, told: Told) -> Move:
    """A field visit with its report; at the route's visit it ends the step, and it does so where it decided something."""
    only(told, "finding", "date", "people", "outcome", "step", "photos")
    step = current_step(service, case)
    turn = turn_of(step, told)
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
    ends = step is not None and (step.action == "visit" or turn is not None) and not case.movement.awaited
    if not ends:
        return Move("visited", {}, data)
    here = ("finding", *(name for name in ("date", "people") if report[name]))
    return Move("step_done", onward(case, service, told, turn) | _missing(step, here), data)


def deliver(case: Case, service: Service, told: Told) -> Move:
    """The product was handed over; at the step for it, that step is done."""
    only(told, "recipient", "relation", "identity", "date")
    who = text(told, "recipient", required=True)
    handover: Writes = {
        "name": who,
        "relation": text(told, "relation"),
        "identity": text(told, "identity"),
        "date": day(told, "date", past=True) or told.today.isoformat(),
    }
    data: Writes = {"handover": handover}
    step = current_step(service, case)
    if step is not None and step.action == "deliver":
        return Move("step_done", onward(case, service, told, None), data)
    return Move("handed_over", {}, data)


def hand_off(case: Case, service: Service, told: Told) -> Move:
    """The file went to another body or into another system; with `await` it stays there until the answer."""
    only(told, "body", "system", "reference", "await")
    body = text(told, "body") or ", ".join(told.to) or (service.hand_off or "")
    if not body:
        raise refuse("body_missing", "Isian {path} kosong: sebutkan kepada siapa berkas diteruskan.", "body")
    step = current_step(service, case)
    here = step is not None and step.action in ("hand_off", "enter_external") and not step.external
    waits = flag(told, "await", otherwise=not here)
    sent = HandOff(
        told.new_id(), "waiting" if waits else "closed", body, text(told, "system") or None,
        step.key if step else None, moved=here and not waits,
    )  # fmt: skip
    facts: Writes = {f"hand_off.{sent.id}": sent.as_fact(), f"hand_off.{sent.id}.state": sent.state}
    reference = text(told, "reference")
    data: Writes = {f"hand_off.{sent.id}.reference": reference} if reference else {}
    if not sent.moved or case.movement.awaited:
        return Move("handed_off", {"state": "open"} | facts, data)
    told_here = ("body", "reference") if reference else ("body",)
    return Move("step_done", onward(case, service, told, None) | facts | _missing(step, told_here), data)


def take_back(case: Case, service: Service, told: Told) -> Move:
    """As if the last step had not been done; the history says that it was, and was taken back."""
    only(told)
    place = max(n for n, entry in enumerate(case.history) if "state" in entry.facts)
    last = case.history[place]
    before = case.journey.station_before(last.event)
    facts: Writes = {"station": before.as_fact() if before else None, "state": "open", "completed_at": None}
    step = step_of(service, before.step) if before else None
    if not ready_before(service, step) or step is None:
        facts["ready_at"] = None
    if "outcome" in last.facts:
        earlier = (entry.facts["outcome"] for entry in reversed(case.history[:place]) if "outcome" in entry.facts)
        facts["outcome"] = next(earlier, None)
    for name in last.facts:
        facts.update(_undone(name, last.facts))
    return Move("step_taken_back", facts, {"handover": None} if step is not None and step.action == "deliver" else {})


def _undone(name: str, facts: Mapping[str, JsonValue]) -> Writes:
    """What taking a step back writes for one of its registers."""
    if name.startswith(("unrecorded.", "letter.")):
        return {name: None}
    if name.startswith("disposition.") and name.endswith(".state"):
        return {name: "read"}
    if name.startswith("hand_off.") and name.endswith(".state") and name.removesuffix(".state") not in facts:
        return {name: "waiting"}
    return {}


def onward(case: Case, service: Service, told: Told, turn: Turn | None) -> Writes:
    """What the step's end writes: where the file is now, what ended with it, and whether the product is there."""
    step = current_step(service, case)
    after = following(service, step, turn)
    outcome = turn.when if turn else case.movement.outcome
    facts: Writes = {"state": "open", "station": station_at(service, after).as_fact() if after else None}
    if turn is not None:
        facts["outcome"] = turn.when
    if case.ready_at is None and ready_before(service, after):
        facts["ready_at"] = told.now
    if after is None:
        facts.update(state="rejected" if outcome in REFUSING else "completed", completed_at=told.now)
        if case.movement.paused:
            facts["paused"] = None
    facts.update((f"disposition.{one.id}.state", "closed") for one in case.movement.pending)
    facts.update((f"hand_off.{one.id}.state", "closed") for one in case.movement.waiting_outside)
    if step is not None and step.action == "sign" and not step.external:
        facts[f"letter.{step.key}"] = _letter(service, step)
    return facts


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


def _missing(step: Step | None, told: tuple[str, ...]) -> Writes:
    """The register that lists what a step that is done has not told."""
    if step is None:
        return {}
    left = [name for name in UNRECORDED.get(step.action, ()) if name not in told]
    return {f"unrecorded.{step.key}": left} if left else {}


def _letter(service: Service, step: Step) -> Writes:
    product = next((one for one in service.products if one.kind not in ("aid", "information")), None)
    kind, name = (product.kind, product.name) if product else ("letter", service.product or service.title)
    return {"kind": kind, "name": name, "step": step.key}
