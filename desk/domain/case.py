"""A case as people see it, made from what the fold yields. Values only; the clock's figures are added by the caller."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeVar, cast

from desk.domain.event import CaseId, JsonValue
from desk.domain.fold import Contender, Entry, Folded
from desk.domain.intake import Address, Applicant, Beneficiary, ExternalReference, Intake, Tick

T = TypeVar("T")

State = Literal["open", "returned", "completed", "rejected", "withdrawn"]
STATES: tuple[State, ...] = ("open", "returned", "completed", "rejected", "withdrawn")


@dataclass(frozen=True, slots=True)
class Case:
    """One permohonan.

    Attributes:
        service_hash: the version of the service standard that it was registered under.
        position: how many steps of the route are done.
        received_at, complete_at, ready_at, completed_at: ISO times; `complete_at` starts the clock.
        conflicts: fields with several contenders, for a person to settle.
        read_only: an event in it asks for a newer Desk.
        destroyed: personal data is gone; only what recaps count is left.
        waiting: how many of its events wait for earlier ones to arrive.
    """

    id: CaseId
    registration_number: str
    tracking_code: str
    service: str
    service_hash: str
    state: State
    counter: str
    channel: str
    applicant: Applicant
    beneficiaries: tuple[Beneficiary, ...]
    checklist: Mapping[str, Tick]
    answers: Mapping[str, bool]
    external_reference: ExternalReference | None
    received_at: str
    complete_at: str | None
    ready_at: str | None
    completed_at: str | None
    position: int
    history: tuple[Entry, ...]
    conflicts: Mapping[str, tuple[Contender, ...]]
    read_only: bool
    destroyed: bool
    waiting: int

    def as_intake(self) -> Intake:
        """The form as it stands, to be judged or taken up again."""
        return Intake(
            service=self.service,
            received_at=self.received_at,
            channel=cast("Any", self.channel),
            applicant=self.applicant,
            beneficiaries=self.beneficiaries,
            checklist=self.checklist,
            answers=self.answers,
            external_reference=self.external_reference,
        )

    @property
    def flags(self) -> tuple[str, ...]:
        """What an officer must know before touching it."""
        found: list[str] = []
        if self.conflicts:
            found.append("conflict")
        if self.read_only:
            found.append("read_only")
        if self.destroyed:
            found.append("destroyed")
        if self.waiting:
            found.append("waiting_for_events")
        return tuple(found)


def case_of(case_id: CaseId, folded: Folded) -> Case:
    """The case that these fields describe. Fields that never arrived are empty, not invented.

    Events are authentic, but another version of Desk may have written them: what isn't of the form that this one knows
    is passed over, so that a case can always be shown.
    """
    fields = folded.fields

    def text(name: str) -> str:
        value = fields.get(name)
        return value if isinstance(value, str) else ""

    def moment(name: str) -> str | None:
        value = text(name)
        return value if value and moment_of(value) else None

    position = fields.get("position")
    return Case(
        id=case_id,
        registration_number=text("registration_number"),
        tracking_code=text("tracking_code"),
        service=text("service"),
        service_hash=text("service_hash"),
        state=cast("State", text("state") or "open"),
        counter=text("counter"),
        channel=text("channel") or "counter",
        applicant=_applicant(fields),
        beneficiaries=tuple(
            someone for value in _numbered(fields, "beneficiary.") if (someone := _made(Beneficiary, value)) is not None
        ),
        checklist={
            name.removeprefix("requirement."): tick
            for name, value in fields.items()
            if name.startswith("requirement.") and (tick := _made(Tick, value)) is not None
        },
        answers={
            name.removeprefix("answer."): value
            for name, value in fields.items()
            if name.startswith("answer.") and isinstance(value, bool)
        },
        external_reference=_made(ExternalReference, fields.get("external_reference")),
        received_at=moment("received_at") or "",
        complete_at=moment("complete_at"),
        ready_at=moment("ready_at"),
        completed_at=moment("completed_at"),
        position=position if type(position) is int and position > 0 else 0,
        history=folded.history,
        conflicts=folded.conflicts,
        read_only=folded.read_only,
        destroyed=folded.destroyed,
        waiting=len(folded.waiting),
    )


def pauses(case: Case, until: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches after the file was first complete in which it lay with its applicant; an open one ends at `until`.

    A clock that was set back between two entries gives a stretch of no length, never a negative one.
    """
    complete = moment_of(case.complete_at or "")
    if complete is None:
        return ()
    found: list[tuple[datetime, datetime]] = []
    since: datetime | None = None
    for entry in case.history:
        at, state = moment_of(entry.at), entry.facts.get("state")
        if at is None:
            continue
        if state == "returned" and since is None and at >= complete:
            since = at
        elif state not in (None, "returned") and since is not None:
            found.append((since, max(since, at)))
            since = None
    if since is not None:
        found.append((since, max(since, until)))
    return tuple(found)


FACT_FIELDS = frozenset(
    {"service", "service_hash", "state", "counter", "channel", "applicant_kind", "sex", "district", "village",
     "registration_number", "tracking_code", "received_at", "complete_at", "ready_at", "completed_at", "position",
     "intake_key", "destroyed"}
)  # fmt: skip
"""Fields that stand in the clear, because recaps count them. All others are sealed."""


def applicant_writes(applicant: Applicant) -> tuple[dict[str, JsonValue], dict[str, JsonValue]]:
    """(facts, data) for an applicant; empty fields are not written."""
    facts: dict[str, JsonValue] = {"applicant_kind": applicant.kind, "sex": applicant.sex}
    facts["district"], facts["village"] = applicant.address.district, applicant.address.village
    data: dict[str, JsonValue] = {
        "applicant.name": applicant.name,
        "applicant.nik": applicant.nik,
        "applicant.no_nik_reason": applicant.no_nik_reason,
        "applicant.kk": applicant.kk,
        "applicant.birth_place": applicant.birth_place,
        "applicant.birth_date": applicant.birth_date,
        "applicant.phone": applicant.phone,
        "applicant.contact": applicant.contact,
        "applicant.street": applicant.address.street,
        "applicant.rt": applicant.address.rt,
        "applicant.rw": applicant.address.rw,
    }
    return ({k: v for k, v in facts.items() if v}, {k: v for k, v in data.items() if v})


def _applicant(fields: Mapping[str, JsonValue]) -> Applicant:
    def text(name: str) -> str:
        value = fields.get(name)
        return value if isinstance(value, str) else ""

    return Applicant(
        kind=cast("Any", text("applicant_kind") or "person"),
        name=text("applicant.name"),
        nik=text("applicant.nik"),
        no_nik_reason=text("applicant.no_nik_reason"),
        kk=text("applicant.kk"),
        sex=cast("Any", text("sex") or None),
        birth_place=text("applicant.birth_place"),
        birth_date=text("applicant.birth_date"),
        phone=text("applicant.phone"),
        contact=text("applicant.contact"),
        address=Address(
            street=text("applicant.street"),
            rt=text("applicant.rt"),
            rw=text("applicant.rw"),
            village=text("village"),
            district=text("district"),
        ),
    )


def moment_of(text: str) -> datetime | None:
    """The time that an event tells, None where it is none or has no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _numbered(fields: Mapping[str, JsonValue], prefix: str) -> list[JsonValue]:
    numbers = [int(number) for name in fields if (number := name.removeprefix(prefix)) != name and _NUMBER(number)]
    return [fields[f"{prefix}{number}"] for number in sorted(numbers)]


_NUMBER = re.compile(r"[1-9][0-9]{0,5}").fullmatch

_FORMS: Mapping[type, Mapping[str, tuple[type, ...]]] = {
    Beneficiary: {"name": (str,), "nik": (str,), "relation": (str,), "note": (str,)},
    ExternalReference: {"system": (str,), "number": (str,)},
    Tick: {
        "met": (bool,), "form": (str,), "count": (int,), "seen_original": (bool,), "kept": (bool,),
        "answer": (bool, int, str), "note": (str,),
    },
}  # fmt: skip


def _made(kind: type[T], raw: JsonValue) -> T | None:
    """The value of that kind, None when the JSON is none; what another version added to it is passed over."""
    if not isinstance(raw, dict):
        return None
    try:
        return kind(**{name: raw[name] for name, types in _FORMS[kind].items() if type(raw.get(name)) in types})
    except TypeError:  # what it can't be without is missing
        return None
