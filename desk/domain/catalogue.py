"""The shapes of a service standard (PermenPANRB 15/2014): fourteen components, as frozen values.

A pack file is read into these by `desk.domain.pack`; nothing here reads or writes.
Texts are the decree's words with the scan's errors repaired and its own kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

RequirementKind = Literal["document", "photo", "statement", "form", "condition", "report", "instruction"]
PaperForm = Literal["original", "copy", "legalised_copy", "original_and_copy", "digital", "oral"]
DurationUnit = Literal["minute", "hour", "day", "month", "year"]
Bound = Literal["exact", "at_most", "about", "range"]
Basis = Literal["office", "elapsed", "working", "calendar"]
BasisSource = Literal["printed", "office"]
ProductKind = Literal[
    "letter", "permit", "certificate", "aid", "referral", "information", "registration", "complaint_answer"
]
StepAction = Literal[
    "receive", "check", "register", "dispose", "verify", "visit", "report", "draft", "initial", "sign",
    "enter_external", "hand_off", "decide", "deliver", "monitor", "archive",
]  # fmt: skip
ChannelKind = Literal[
    "phone", "fax", "email", "website", "lapor", "instagram", "facebook", "twitter", "whatsapp", "telegram", "sms",
    "box", "letter", "counter", "officer", "other",
]  # fmt: skip
ApplicantKind = Literal["person", "organisation", "government"]
RuleOp = Literal["eq", "ne", "lt", "le", "gt", "ge", "between", "in", "is_true"]
RegionType = Literal["kabupaten", "kota"]

APPLICANT_KINDS: tuple[ApplicantKind, ...] = get_args(ApplicantKind)
type_choices = get_args

RuleValue = bool | int | str | tuple[int, ...] | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Test:
    """A comparison of one field of an intake: when a paper applies.

    `field` is ``applicant.kind``, ``channel``, ``applicant.age``, or ``answer.KEY`` where KEY names one of the
    service's questions.
    """

    field: str
    op: RuleOp
    value: RuleValue


@dataclass(frozen=True, slots=True)
class Rule:
    """What a condition demands, in a form that can be checked from the data or else asked.

    `kind` is ``age``, ``married_years``, ``same_religion``, ``domicile``, ``dtks``, ``children_at_most``,
    ``members_at_least``, or another plain word; `field` is where the fact stands if Desk knows it
    (``applicant.age``), or ``answer.KEY`` when it has to be asked.
    """

    kind: str
    field: str
    op: RuleOp
    value: RuleValue


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the applicant can say and a requirement depends on: asked at intake, yes or no."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """One entry of the printed list, or a part of one.

    `number` is the printed numbering (``7``, ``c``), None where the decree prints none. `id` is unique in the
    service; a part's id is the parent's and its own letter with a dot (``k7.c``). `document` names an entry of the
    document registry. `any_of` are ids of requirements that would do instead.
    """

    id: str
    number: str | None
    text: str
    kind: RequirementKind
    document: str | None = None
    form: PaperForm | None = None
    copies: int = 1
    stamp_duty: bool = False
    mandatory: bool = True
    issuer: str | None = None
    applies_when: Test | None = None
    any_of: tuple[str, ...] = ()
    rule: Rule | None = None
    parts: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Duration:
    """The time the standard promises. `min` and `max` count `unit`; `printed` is the decree's wording."""

    min: int
    max: int
    unit: DurationUnit
    bound: Bound
    basis: Basis
    basis_source: BasisSource
    printed: str


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that the service ends in."""

    kind: ProductKind
    name: str


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a step leads: `to` is a step's key; `when` None is the normal way."""

    when: str | None
    to: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the route: who does what. `number` as printed, None for a step the text only implies."""

    key: str
    number: str | None
    actor: str
    action: StepAction
    title: str
    external: bool = False
    next: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal basis: short form (``UU 11/2009``) and its printed title."""

    citation: str
    title: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to complain or to reach the office."""

    kind: ChannelKind
    value: str


@dataclass(frozen=True, slots=True)
class Executors:
    """How many carry the service out, in which roles, and how the decree prints it."""

    count: int | None
    roles: tuple[str, ...]
    printed: str | None


@dataclass(frozen=True, slots=True)
class SopRow:
    """One line of an SOP table."""

    activity: str
    actors: tuple[str, ...]
    requirement: str | None
    time: str | None
    output: str | None


@dataclass(frozen=True, slots=True)
class Sop:
    """An SOP table printed with the standard."""

    title: str
    rows: tuple[SopRow, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """The office's dated correction of a component, laid over the printed text (`desk.domain.corrections`).

    `printed` and `corrected` are JSON values: mostly texts, an object where the component is one.
    """

    component: str
    printed: object
    corrected: object
    reason: str
    from_date: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text was taken from."""

    document: str
    decree: str | None


@dataclass(frozen=True, slots=True)
class Service:
    """One service standard, whole.

    `hash` is the SHA-256 of the pack file's bytes; a case pins it. `keywords` are what applicants say when they mean
    this service. `sensitive` names why the file is guarded (adoption, psychiatric, child, violence, hiv) or is None.
    """

    id: str
    office: str
    order: int
    title: str
    division: str | None
    requirements: tuple[Requirement, ...]
    duration: Duration | None
    fee: int
    product: str
    products: tuple[Product, ...]
    route: tuple[Step, ...]
    field_visit: bool
    returns_incomplete: bool
    can_reject: bool
    hand_off: str | None
    complaints: tuple[Channel, ...]
    legal_basis: tuple[Citation, ...]
    facilities: tuple[str, ...]
    competence: tuple[str, ...]
    oversight: tuple[str, ...]
    executors: Executors
    assurance: tuple[str, ...]
    safety: tuple[str, ...]
    evaluation: tuple[str, ...]
    sop: tuple[Sop, ...]
    corrections: tuple[Correction, ...]
    source: Source
    keywords: tuple[str, ...] = ()
    applicants: tuple[ApplicantKind, ...] = APPLICANT_KINDS
    sensitive: str | None = None
    questions: tuple[Question, ...] = ()
    hash: str = ""

    def every_requirement(self) -> tuple[Requirement, ...]:
        """All requirements and parts in printed order, parents before their parts."""
        found: list[Requirement] = []

        def walk(requirements: tuple[Requirement, ...]) -> None:
            for requirement in requirements:
                found.append(requirement)
                walk(requirement.parts)

        walk(self.requirements)
        return tuple(found)

    def requirement(self, requirement_id: str) -> Requirement | None:
        """The requirement or part of that id, or None."""
        return next((r for r in self.every_requirement() if r.id == requirement_id), None)

    def step(self, key: str) -> Step | None:
        """The route's step of that key, or None."""
        return next((s for s in self.route if s.key == key), None)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the office as the decree names them; `nip` is 18 digits without spaces."""

    name: str
    nip: str | None
    rank: str | None


@dataclass(frozen=True, slots=True)
class Decree:
    """The decree that sets the standard; `date` is ISO or None."""

    number: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """One office's own data: what stands on its letterhead, and its services.

    `region_code` is the Kemendagri code (``35.14``), `timezone` an IANA name, `city` where letters are dated,
    `region_names` the office's own spelling of regions by their code, over that of the bundled table.
    """

    slug: str
    name: str
    region: str
    region_type: RegionType
    region_code: str
    province: str
    timezone: str
    city: str
    address: str
    phone: str | None
    email: str | None
    website: str | None
    decree: Decree | None
    head: Head | None
    motto: str | None
    pledge: tuple[str, ...]
    complaint_channels: tuple[Channel, ...]
    letterhead: tuple[str, ...]
    services: tuple[Service, ...] = field(default=())
    region_names: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of paper that many services ask for: what it is, who issues it, how long it is good for.

    `valid_months` None means it does not lapse. `aliases` are other names people use.
    """

    id: str
    name: str
    short: str
    description: str
    issuer: str | None
    valid_months: int | None
    aliases: tuple[str, ...]
    identity: bool = False
