"""What an officer takes in at the counter: the applicant, those concerned, and the papers ticked.

These are values as typed; `desk.domain.checklist` judges them, `desk.domain.intake_reader` makes them from JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from desk.domain.catalogue import ApplicantKind, PaperForm

ReceivedBy = Literal["counter", "phone", "whatsapp", "letter", "online"]
Sex = Literal["L", "P"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives, as Indonesian addresses are said. All texts may be empty."""

    street: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks: a person, an organisation (LKS, committee) or a village government.

    `nik` and `kk` are digits without spaces, empty where unknown; without a NIK a person has `no_nik_reason`.
    `contact` is the person who speaks for an organisation or government. `birth_date` is ISO or empty.
    """

    kind: ApplicantKind = "person"
    name: str = ""
    nik: str = ""
    no_nik_reason: str = ""
    kk: str = ""
    sex: Sex | None = None
    birth_place: str = ""
    birth_date: str = ""
    phone: str = ""
    contact: str = ""
    address: Address = Address()


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """Somebody whom the file is about: a child, an abandoned old person, one victim of a list."""

    name: str
    nik: str = ""
    relation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """What the officer saw of one requirement.

    `form` and `count` say what was handed over, None meaning 'as demanded'; `seen_original` the original was shown; `kept` the office keeps it (an original
    that is kept must be given back one day). `answer` is what was asked and answered, for a condition.
    """

    met: bool
    form: PaperForm | None = None
    count: int | None = None
    seen_original: bool = False
    kept: bool = True
    answer: bool | int | str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExternalReference:
    """The number that another system gave the same matter."""

    system: str
    number: str


@dataclass(frozen=True, slots=True)
class IncomingLetter:
    """A letter that came in, as the agenda book of incoming letters has it; texts may be empty.

    `date` is the letter's own, ISO; `enclosures` as it is said: ``1 berkas``.
    """

    number: str = ""
    date: str = ""
    subject: str = ""
    enclosures: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """A whole form, finished or not.

    `key` names the form: the same key is registered once. `received_at` is ISO with offset, None meaning now.
    `checklist` maps requirement or part ids to ticks; `everything` ticks all that applies. `answers` are the replies
    to the service's questions (yes/no). `letter` is the applicant's own letter, where the file came with one.
    """

    service: str
    key: str | None = None
    received_at: str | None = None
    channel: ReceivedBy = "counter"
    applicant: Applicant = Applicant()
    beneficiaries: tuple[Beneficiary, ...] = ()
    checklist: Mapping[str, Tick] = field(default_factory=dict)
    everything: bool = False
    answers: Mapping[str, bool] = field(default_factory=dict)
    external_reference: ExternalReference | None = None
    letter: IncomingLetter | None = None
    note: str = ""
