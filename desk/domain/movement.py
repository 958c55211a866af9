"""Where a file is: its station on the route, dispositions and hand-offs under way, and so who holds it. Pure.

Nobody writes 'holder': it is derived, so that an open file is held by somebody whatever was merged (docs/decisions/014).
Everything here is read from facts, so that a tracking page and recaps need no key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
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
    """

    step: str | None
    role: str
    position: str
    external: bool = False

    def as_fact(self) -> dict[str, JsonValue]:
        """As the journal writes it."""
        return {"step": self.step, "role": self.role, "position": self.position, "external": self.external}


@dataclass(frozen=True, slots=True)
class Disposition:
    """One recipient of one disposition.

    Attributes:
        sender, to: positions.
        parent: the disposition that this one passes on.
        step: where the file stood on its route; `moved` whether that step was done by it.
        must_answer: whether the file goes no further before the answer.
        deadline: ISO date, the day by whose close an answer is expected.
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

    def as_fact(self) -> dict[str, JsonValue]:
        """As the journal writes it; its state is a register of its own."""
        return {
            "from": self.sender, "to": self.to, "role": self.role, "parent": self.parent, "step": self.step,
            "moved": self.moved, "must_answer": self.must_answer, "urgency": self.urgency, "deadline": self.deadline,
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


@dataclass(frozen=True, slots=True)
class Movement:
    """What the facts say about where a file is.

    Attributes:
        paused: the code of the reason for which its clock stands; None while it runs.
        outcome: the branch that was taken at the last step that had several (``not_eligible``).
    """

    station: Station | None = None
    dispositions: tuple[Disposition, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    paused: str | None = None
    outcome: str | None = None

    def disposition(self, disposition_id: str) -> Disposition | None:
        """The disposition of that id."""
        return next((one for one in self.dispositions if one.id == disposition_id), None)

    @property
    def pending(self) -> tuple[Disposition, ...]:
        """Dispositions whose recipient has the file now."""
        return tuple(one for one in self.dispositions if self._is_pending(one))

    @property
    def awaited(self) -> tuple[Disposition, ...]:
        """Pending ones without whose answer the file goes no further."""
        return tuple(one for one in self.pending if one.must_answer)

    @property
    def waiting_outside(self) -> tuple[HandOff, ...]:
        """Hand-offs that another body has not answered yet."""
        return tuple(one for one in self.hand_offs if one.state == "waiting")

    def children(self, disposition_id: str) -> tuple[Disposition, ...]:
        """What a disposition was passed on to."""
        return tuple(one for one in self.dispositions if one.parent == disposition_id)

    def _is_pending(self, one: Disposition) -> bool:
        if one.state in ("waiting", "read"):
            return True
        if one.state != "passed_on":
            return False
        return self._came_back(self.children(one.id), frozenset({one.id}))

    def _came_back(self, children: tuple[Disposition, ...], above: frozenset[str]) -> bool:
        """Whether what was passed on is back: all of it ended, and an answer was asked for or it was recalled.

        `above` are the ones it came from: two counters that passed the same thing on to each other close no circle.
        """
        if any(not self._is_over(child, above) for child in children):
            return False
        return any(child.must_answer for child in children) or all(child.state == "recalled" for child in children)

    def _is_over(self, one: Disposition, above: frozenset[str]) -> bool:
        if one.id in above or one.state in ("answered", "recalled", "closed"):
            return True
        if one.state != "passed_on":
            return False
        below = self.children(one.id)
        deeper = above | {one.id}
        return all(self._is_over(child, deeper) for child in below) and not self._came_back(below, deeper)


def holders(state: str, movement: Movement) -> tuple[Holder, ...]:
    """Who has the file: its applicant when it was returned, nobody when it has ended, somebody while it is open."""
    if state == "returned":
        return (Holder("P", APPLICANT, APPLICANT, external=True),)
    if state != "open":
        return ()
    sent = tuple(
        Holder(one.id, one.role, one.to, one.step, seen=one.state != "waiting", urgency=one.urgency, deadline=one.deadline)
        for one in movement.pending
    )  # fmt: skip
    outside = tuple(Holder(one.id, one.body, one.body, one.step, external=True) for one in movement.waiting_outside)
    if sent or outside:
        return (*sent, *outside)
    station = movement.station or Station(None, OFFICE, OFFICE)
    return (Holder("S", station.role, station.position, station.step, external=station.external),)


def movement_of(fields: Mapping[str, JsonValue]) -> Movement:
    """Where the file is, from its facts. What another version wrote in another form is passed over."""
    paused, outcome = fields.get("paused"), fields.get("outcome")
    return Movement(
        station=station_of(fields.get("station")),
        dispositions=tuple(
            one for key in _ids(fields, "disposition") if (one := _disposition(key, fields)) is not None
        ),
        hand_offs=tuple(off for key in _ids(fields, "hand_off") if (off := _hand_off(key, fields)) is not None),
        paused=paused if isinstance(paused, str) and paused else None,
        outcome=outcome if isinstance(outcome, str) and outcome else None,
    )


def station_of(raw: JsonValue) -> Station | None:
    """The station that a fact describes, None where it is none."""
    if not isinstance(raw, dict):
        return None
    step, role = raw.get("step"), _text(raw, "role")
    return Station(
        step if isinstance(step, str) else None, role, _text(raw, "position") or role, raw.get("external") is True
    )


_ID = re.compile(r"[2-9A-HJ-NP-Z]{4,8}").fullmatch


def _ids(fields: Mapping[str, JsonValue], kind: str) -> list[str]:
    prefix = f"{kind}."
    return sorted(key for name in fields if (key := name.removeprefix(prefix)) != name and _ID(key))


def _disposition(key: str, fields: Mapping[str, JsonValue]) -> Disposition | None:
    raw, state = fields[f"disposition.{key}"], fields.get(f"disposition.{key}.state")
    if not isinstance(raw, dict) or state not in get_args(DispositionState):
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
    )


def _hand_off(key: str, fields: Mapping[str, JsonValue]) -> HandOff | None:
    raw, state = fields[f"hand_off.{key}"], fields.get(f"hand_off.{key}.state")
    if not isinstance(raw, dict) or state not in get_args(HandOffState):
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
