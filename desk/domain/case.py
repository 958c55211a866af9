"""A case as people see it, made from what the fold yields. Values only; the clock's figures are added by the caller."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeVar, cast

from desk.domain.event import CaseId, JsonValue
from desk.domain.fold import Contender, Entry, Folded
from desk.domain.intake import Address, Applicant, Beneficiary, ExternalReference, IncomingLetter, Intake, Tick
from desk.domain.journey import Journey, journey_of, moment_of
from desk.domain.movement import Holder, Movement, holders, movement_of
from desk.domain.proceedings import Proceedings, proceedings_of

T = TypeVar("T")

State = Literal["open", "returned", "completed", "rejected", "withdrawn", "merged"]
STATES: tuple[State, ...] = ("open", "returned", "completed", "rejected", "withdrawn", "merged")
ENDS: tuple[State, ...] = ("completed", "rejected", "withdrawn", "merged")
"""States in which nobody has a file any more; each can be reopened."""


@dataclass(frozen=True)
class Case:
    """One permohonan.

    Attributes:
        service_hash: the version of the service standard that it was registered under.
        movement: where it is on its route, and what dispositions and hand-offs are under way.
        proceedings: what was said, found, written and given on the way.
        position: how many steps were done, in a file of the first house, which counted them; None in all others.
        promised_at: until when the slip promised it; calendar: the version of the calendar that was reckoned with.
        merged_into: the case that goes on in its stead.
        received_at, complete_at, ready_at, completed_at: ISO times; `complete_at` starts the clock.
        conflicts: fields with several contenders, for a person to settle.
        read_only: an event in it asks for a newer Desk.
        destroyed: personal data is gone; only what recaps count is left.
        waiting: how many of its events wait for earlier ones to arrive.
        letter: the applicant's own letter; agenda: the number that the file has in the book of incoming letters.
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
    movement: Movement
    proceedings: Proceedings
    position: int | None
    promised_at: str | None
    calendar: str
    merged_into: str | None
    history: tuple[Entry, ...]
    conflicts: Mapping[str, tuple[Contender, ...]]
    read_only: bool
    destroyed: bool
    waiting: int
    letter: IncomingLetter | None = None
    agenda: int | None = None

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
            letter=self.letter,
        )

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Who has the file now."""
        return holders(self.state, self.movement)

    @cached_property
    def journey(self) -> Journey:
        """The way it has come."""
        return journey_of(self.history, self.complete_at)

    @property
    def outcome(self) -> str | None:
        """The branch that was taken at the last step that had several (``not_eligible``), of a file that ended too."""
        stations = (station for _, station in reversed(self.journey.stations) if station is not None)
        last = next(stations, None)
        return last.outcome if last else None

    @property
    def reason(self) -> str:
        """What was written when it was returned or ended; empty where nothing was, and while it is under way."""
        if self.state == "open":
            return ""
        came = next((entry for entry in reversed(self.history) if entry.facts.get("state") == self.state), None)
        return (came.note or "") if came else ""

    @property
    def originals_kept(self) -> tuple[str, ...]:
        """Requirements whose original paper lies in the office and was not given back."""
        return tuple(
            key
            for key, tick in self.checklist.items()
            if tick.met and tick.kept and tick.form in ORIGINALS and key not in self.proceedings.given_back
        )

    @property
    def flags(self) -> tuple[str, ...]:
        """What an officer must know before touching it."""
        told = {
            "conflict": self.conflicts,
            "read_only": self.read_only,
            "destroyed": self.destroyed,
            "waiting_for_events": self.waiting,
            "paused": self.movement.paused and self.state == "open",
            "unrecorded": self.proceedings.unrecorded,
            "letter_unnumbered": any(letter.number is None for letter in self.proceedings.letters),
            "originals_kept": self.state in ("completed", "rejected", "withdrawn") and self.originals_kept,
            "merged": self.state == "merged",
            "merged_both_ways": self.merged_into in self.proceedings.absorbed,
        }
        return tuple(flag for flag, holds in told.items() if holds)


ORIGINALS = ("original", "original_and_copy")
"""Forms of a paper that the office must give back one day, where it keeps it."""


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

    position, agenda, state = fields.get("position"), fields.get("agenda"), text("state") or "open"
    return Case(
        id=case_id,
        registration_number=text("registration_number"),
        tracking_code=text("tracking_code"),
        service=text("service"),
        service_hash=text("service_hash"),
        state=cast("State", state),
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
        completed_at=moment("completed_at") if state in ENDS else None,
        movement=movement_of(fields),
        proceedings=proceedings_of(fields),
        position=position if type(position) is int and position >= 0 else None,
        promised_at=moment("promised_at"),
        calendar=text("calendar"),
        merged_into=(text("merged_into") or None) if state == "merged" else None,
        history=folded.history,
        conflicts={name: some for name, some in folded.conflicts.items() if not _follows(name)},
        read_only=folded.read_only,
        destroyed=folded.destroyed,
        waiting=len(folded.waiting),
        letter=_made(IncomingLetter, fields.get("letter_in")),
        agenda=agenda if type(agenda) is int and agenda > 0 else None,
    )


FACT_FIELDS = frozenset(
    {"service", "service_hash", "state", "counter", "channel", "applicant_kind", "sex", "district", "village",
     "registration_number", "tracking_code", "received_at", "complete_at", "ready_at", "completed_at", "position",
     "intake_key", "destroyed", "station", "paused", "outcome", "promised_at", "calendar", "merged_into", "agenda"}
)  # fmt: skip
"""Fields that stand in the clear, because recaps count them. All others are sealed."""

_FACT_KINDS = ("disposition.", "hand_off.", "letter.", "unrecorded.", "absorbed.", "distinct.", "agenda.")
_SEALED_PARTS = (".instruction", ".answer", ".reference", ".letter")


FOLLOWING = frozenset({"ready_at", "completed_at", "complete_at", "promised_at", "calendar"})
"""Times that follow from what was done: two counters that did the same thing at two times don't disagree."""


def _follows(field: str) -> bool:
    """Whether a field only follows from what was done, so that nobody need choose between its values."""
    return field in FOLLOWING or field.startswith("unrecorded.")


def is_fact(field: str) -> bool:
    """Whether a field stands in the clear. A field is a fact or sealed for ever."""
    return field in FACT_FIELDS or (field.startswith(_FACT_KINDS) and not field.endswith(_SEALED_PARTS))


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


def _numbered(fields: Mapping[str, JsonValue], prefix: str) -> list[JsonValue]:
    numbers = [int(number) for name in fields if (number := name.removeprefix(prefix)) != name and _NUMBER(number)]
    return [fields[f"{prefix}{number}"] for number in sorted(numbers)]


_NUMBER = re.compile(r"[1-9][0-9]{0,5}").fullmatch

_FORMS: Mapping[type, Mapping[str, tuple[type, ...]]] = {
    Beneficiary: {"name": (str,), "nik": (str,), "relation": (str,), "note": (str,)},
    ExternalReference: {"system": (str,), "number": (str,)},
    IncomingLetter: {"number": (str,), "date": (str,), "subject": (str,), "enclosures": (str,)},
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
