"""Where a file is: its station on the route, dispositions and hand-offs under way, and so who holds it. Pure.

Nobody writes 'holder': it is derived, so that an open file is held by somebody whatever was merged (docs/decisions/014).
Everything here is read from facts, so that a tracking page and recaps need no key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, cast, get_args

from desk.domain.event import JsonValue

Urgency = Literal["sangat_segera", "segera", "biasa"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
"""The most urgent first (sifat surat, CONVENTIONS 3)."""

DispositionState = Literal["waiting", "read", "passed_on", "answered", "recalled", "closed"]
HandOffState = Literal["waiting", "answered", "closed"]

APPLICANT = "Pemohon"
OFFICE = "Dinas Sosial"
"""Who holds an open file of which nothing else is known: the office itself."""


@dataclass(frozen=True, slots=True)
class Station:
    """The step of the route that a file waits at.

    Attributes:
        step: the step's key; None for a file that was sent on beside its route.
        role: the actor as the decree names it.
        position: the desk of this office that it is ('Kepala Bidang Rehabilitasi Sosial').
        external: whether that is outside the office.
        outcome: the branch by which it came here from the last step that had several; None where that was the normal
            way. It stands in the station, so that who chooses between two stations chooses between their branches.
    """

    step: str | None
    role: str
    position: str
    external: bool = False
    outcome: str | None = None

    def as_fact(self) -> dict[str, JsonValue]:
        """As the journal writes it."""
        return {
            "step": self.step, "role": self.role, "position": self.position, "external": self.external,
            "outcome": self.outcome,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disposition:
    """One recipient of one disposition.

    Attributes:
        sender, to: positions.
        parent: the disposition that this one passes on.
        step: where the file stood on its route; `moved` whether that step was done by it.
        must_answer: whether the file goes no further before the answer.
        deadline: ISO date, the day by whose close an answer is expected.
        external: whether the recipient is outside the office.
    """

    id: str
    state: DispositionState
    sender: str
    to: str
    role: str
    parent: str | None = None
    step: str | None = None
    moved: bool = False
    must_answer: bool = False
    urgency: Urgency = "biasa"
    deadline: str | None = None
    external: bool = False

    def as_fact(self) -> dict[str, JsonValue]:
        """As the journal writes it; its state is a register of its own."""
        return {
            "from": self.sender, "to": self.to, "role": self.role, "external": self.external, "parent": self.parent,
            "step": self.step, "moved": self.moved, "must_answer": self.must_answer, "urgency": self.urgency,
            "deadline": self.deadline,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HandOff:
    """A file, or its product, given to another body or entered in another system (SIKS-NG, SIPD)."""

    id: str
    state: HandOffState
    body: str
    system: str | None = None
    step: str | None = None
    moved: bool = False

    def as_fact(self) -> dict[str, JsonValue]:
        """As the journal writes it; its state is a register of its own."""
        return {"body": self.body, "system": self.system, "step": self.step, "moved": self.moved}


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has the file now.

    Attributes:
        slot: ``S`` for the station, ``P`` for the applicant, else the disposition's or hand-off's id.
        seen: whether they are known to have received it.
    """

    slot: str
    role: str
    position: str
    step: str | None = None
    external: bool = False
    seen: bool = True
    urgency: Urgency = "biasa"
    deadline: str | None = None


@dataclass(frozen=True)
class Movement:
    """What the facts say about where a file is.

    Attributes:
        paused: the code of the reason for which its clock stands; None while it runs.
    """

    station: Station | None = None
    dispositions: tuple[Disposition, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    paused: str | None = None

    def disposition(self, disposition_id: str) -> Disposition | None:
        """The disposition of that id."""
        return self._by_id.get(disposition_id)

    @property
    def outcome(self) -> str | None:
        """The branch that was taken at the last step that had several (``not_eligible``)."""
        return self.station.outcome if self.station else None

    @cached_property
    def pending(self) -> tuple[Disposition, ...]:
        """Dispositions whose recipient has the file now."""
        held = self._held
        return tuple(one for one in self.dispositions if one.id in held)

    @cached_property
    def awaited(self) -> tuple[Disposition, ...]:
        """Pending ones without whose answer the file goes no further: it was asked of them, or of who passed it on."""
        return tuple(one for one in self.pending if self._owes_answer(one))

    @property
    def waited_for(self) -> tuple[str, ...]:
        """Who must answer before the file goes further: desks that were asked, and bodies whose answer is awaited."""
        return (*(one.to for one in self.awaited), *(one.body for one in self.waiting_outside))

    @property
    def waiting_outside(self) -> tuple[HandOff, ...]:
        """Hand-offs that another body has not answered yet."""
        return tuple(one for one in self.hand_offs if one.state == "waiting")

    def children(self, disposition_id: str) -> tuple[Disposition, ...]:
        """What a disposition was passed on to."""
        return tuple(one for one in self.dispositions if one.parent == disposition_id)

    @property
    def desk(self) -> Station:
        """The station's desk; the office itself where no station is known."""
        return self.station or Station(None, OFFICE, OFFICE)

    @cached_property
    def _by_id(self) -> dict[str, Disposition]:
        return {one.id: one for one in self.dispositions}

    @cached_property
    def _held(self) -> frozenset[str]:
        """Ids of dispositions whose recipient has the file: unanswered, or passed on and back again.

        What was passed on is back when all below is over, and an answer was asked for or all of it was recalled; it is
        not where the file went on meanwhile, which closed what was below. The walk goes from the deepest up, for a chain
        may be as deep as an office likes; one that two counters closed to a circle hangs on nothing, and is passed over.
        """
        below: dict[str | None, list[Disposition]] = {}
        for one in self.dispositions:
            below.setdefault(one.parent, []).append(one)
        line = [one for one in self.dispositions if one.parent not in self._by_id]
        for one in line:  # which grows: who comes later lies deeper
            line.extend(below.get(one.id, ()))
        held = {one.id for one in self.dispositions if one.state in ("waiting", "read")}
        out = set(held)  # held there or below
        for one in reversed(line):
            if one.state != "passed_on":
                continue
            deeper = below.get(one.id, ())
            if any(child.id in out for child in deeper):
                out.add(one.id)
            elif _is_back(deeper):
                held.add(one.id)
                out.add(one.id)
        return frozenset(held)

    def _owes_answer(self, one: Disposition) -> bool:
        seen: set[str] = set()
        while not one.must_answer:
            seen.add(one.id)
            above = self._by_id.get(one.parent or "")
            if above is None or above.state != "passed_on" or above.id in seen:
                return False
            one = above
        return True


def _is_back(below: Sequence[Disposition]) -> bool:
    """Whether what was passed on to those, who have it no longer, is with who passed it on."""
    if any(one.state == "closed" for one in below):
        return False
    return any(one.must_answer for one in below) or all(one.state == "recalled" for one in below)


def holders(state: str, movement: Movement) -> tuple[Holder, ...]:
    """Who has the file: its applicant when it was returned, nobody when it has ended, somebody while it is open."""
    if state == "returned":
        return (Holder("P", APPLICANT, APPLICANT, external=True),)
    if state != "open":
        return ()
    sent = tuple(
        Holder(
            one.id, one.role, one.to, one.step, one.external, seen=one.state != "waiting", urgency=one.urgency,
            deadline=one.deadline,
        )
        for one in movement.pending
    )  # fmt: skip
    # Ids are short: two counters may give one, for a disposition and a hand-off; a slot is one holder's all the same.
    taken = {one.slot for one in sent}
    outside = tuple(
        Holder(one.id, one.body, one.body, one.step, external=True)
        for one in movement.waiting_outside
        if one.id not in taken
    )
    return (*sent, *outside) or (at_station(movement),)


def at_station(movement: Movement) -> Holder:
    """The station's desk as the holder that it is when the file lies nowhere else."""
    desk = movement.desk
    return Holder("S", desk.role, desk.position, desk.step, desk.external)


def movement_of(fields: Mapping[str, JsonValue]) -> Movement:
    """Where the file is, from its facts. What another version wrote in another form is passed over."""
    paused = fields.get("paused")
    return Movement(
        station=station_of(fields.get("station")),
        dispositions=tuple(
            one for key in _ids(fields, "disposition") if (one := _disposition(key, fields)) is not None
        ),
        hand_offs=tuple(off for key in _ids(fields, "hand_off") if (off := _hand_off(key, fields)) is not None),
        paused=paused if isinstance(paused, str) and paused else None,
    )


def station_of(raw: JsonValue) -> Station | None:
    """The station that a fact describes, None where it is none."""
    if not isinstance(raw, dict):
        return None
    position = _text(raw, "position") or _text(raw, "role")
    if not position:
        return None
    return Station(
        step=_text(raw, "step") or None,
        role=_text(raw, "role") or position,
        position=position,
        external=raw.get("external") is True,
        outcome=_text(raw, "outcome") or None,
    )


_ID = re.compile(r"[2-9A-HJ-NP-Z]{4,8}").fullmatch


def _ids(fields: Mapping[str, JsonValue], kind: str) -> list[str]:
    prefix = f"{kind}."
    return sorted(key for name in fields if (key := name.removeprefix(prefix)) != name and _ID(key))


def _disposition(key: str, fields: Mapping[str, JsonValue]) -> Disposition | None:
    raw, state = fields[f"disposition.{key}"], fields.get(f"disposition.{key}.state")
    if not isinstance(raw, dict) or state not in get_args(DispositionState) or not _text(raw, "to"):
        return None
    urgency = raw.get("urgency")
    return Disposition(
        key,
        cast("DispositionState", state),
        sender=_text(raw, "from"),
        to=_text(raw, "to"),
        role=_text(raw, "role") or _text(raw, "to"),
        parent=_text(raw, "parent") or None,
        step=_text(raw, "step") or None,
        moved=raw.get("moved") is True,
        must_answer=raw.get("must_answer") is True,
        urgency=cast("Urgency", urgency) if urgency in URGENCIES else "biasa",
        deadline=_text(raw, "deadline") or None,
        external=raw.get("external") is True,
    )


def _hand_off(key: str, fields: Mapping[str, JsonValue]) -> HandOff | None:
    raw, state = fields[f"hand_off.{key}"], fields.get(f"hand_off.{key}.state")
    if not isinstance(raw, dict) or state not in get_args(HandOffState) or not _text(raw, "body"):
        return None
    return HandOff(
        key,
        cast("HandOffState", state),
        body=_text(raw, "body"),
        system=_text(raw, "system") or None,
        step=_text(raw, "step") or None,
        moved=raw.get("moved") is True,
    )


def _text(raw: dict[str, Any], name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""
