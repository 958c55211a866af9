"""One form as the officer left it: every text as typed, right or wrong, so that a draft loses nothing.

A form is a value: undo keeps the former one, a draft is its JSON. `desk.ui.loket.reading` judges it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, get_args

from desk.domain.case import Case
from desk.domain.catalogue import APPLICANT_KINDS, ApplicantKind
from desk.domain.intake import Beneficiary, ReceivedBy, Sex, Tick
from desk.domain.phone import show_phone

CHANNELS: tuple[ReceivedBy, ...] = get_args(ReceivedBy)
SPOKEN_CHANNELS: tuple[ReceivedBy, ...] = ("phone", "whatsapp")
"""Channels of somebody who isn't here: no paper can be handed over, and a name is enough to begin with."""

IDENTITY_FIELDS = ("applicant.nik", "applicant.kk")
"""Fields that are masked once they are left."""

FAMILY_FIELDS = (
    "applicant.kk", "applicant.phone", "applicant.street", "applicant.rt", "applicant.rw", "applicant.village",
    "applicant.district",
)  # fmt: skip
"""What the next member of the same family need not say again."""

SCREEN = "loket"
"""Marks this screen's drafts among others."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A half-filled form.

    Attributes:
        key: names the form for ever: registered twice, it is one case.
        service: the chosen service's id, empty before one is chosen.
        case_id, registration_number, had: of the returned file that is taken up again, else empty; `had` are the
            requirements that were ticked in it.
        texts: what stands in the fields, by path (``applicant.nik``); an empty field is left out.
        ticks: by requirement id of the chosen service.
        shelf: ticks of services chosen before, by service id, for the way back.
        people: those concerned, as typed.
        no_nik: the officer said that there is no NIK, and gives the reason in ``applicant.no_nik_reason``.
    """

    key: str
    service: str = ""
    case_id: str = ""
    registration_number: str = ""
    had: tuple[str, ...] = ()
    channel: ReceivedBy = "counter"
    kind: ApplicantKind = "person"
    sex: Sex | None = None
    no_nik: bool = False
    letter: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    answers: Mapping[str, bool] = field(default_factory=dict)
    shelf: Mapping[str, Mapping[str, Tick]] = field(default_factory=dict)
    people: tuple[Beneficiary, ...] = ()

    def text(self, path: str) -> str:
        """What stands in a field."""
        return self.texts.get(path, "")

    @property
    def with_letter(self) -> bool:
        """Whether the part for the applicant's letter is open: it came as one, was asked for, or is filled in."""
        return self.letter or self.channel == "letter" or any(path.startswith("letter.") for path in self.texts)

    def written(self, path: str, text: str) -> Form:
        """The form with `text` in a field."""
        texts = {name: value for name, value in self.texts.items() if name != path}
        if text:
            texts[path] = text
        return replace(self, texts=texts)

    @property
    def name(self) -> str:
        """Who it is about, for the tab: the applicant, else the first of those concerned."""
        return self.text("applicant.name").strip() or next((p.name for p in self.people if p.name), "")

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost if the form went."""
        return not (self.service or self.case_id or self.texts or self.people or self.ticks or self.sex)


def next_of_family(form: Form, key: str) -> Form:
    """A new form for another member of the same family: address, card and telephone are there already."""
    return Form(key=key, texts={path: form.text(path) for path in FAMILY_FIELDS if form.text(path)})


def form_of_case(case: Case, key: str) -> Form:
    """The form of a returned file, to be taken up where it was left."""
    applicant = case.applicant
    address = applicant.address
    texts = {
        "applicant.name": applicant.name,
        "applicant.nik": applicant.nik,
        "applicant.no_nik_reason": applicant.no_nik_reason,
        "applicant.kk": applicant.kk,
        "applicant.birth_place": applicant.birth_place,
        "applicant.birth_date": shown_day(applicant.birth_date),
        "applicant.phone": show_phone(applicant.phone),
        "applicant.contact": applicant.contact,
        "applicant.street": address.street,
        "applicant.rt": address.rt,
        "applicant.rw": address.rw,
        "applicant.village": address.village,
        "applicant.district": address.district,
    }
    if case.external_reference:
        texts["external_reference.system"] = case.external_reference.system
        texts["external_reference.number"] = case.external_reference.number
    if case.letter:
        letter = replace(case.letter, date=shown_day(case.letter.date))
        texts.update((f"letter.{name}", text) for name, text in asdict(letter).items())
    return Form(
        key=key,
        service=case.service,
        case_id=str(case.id),
        registration_number=case.registration_number,
        had=tuple(case.checklist),
        channel=case.channel if case.channel in CHANNELS else "counter",
        kind=applicant.kind,
        sex=applicant.sex,
        no_nik=bool(applicant.no_nik_reason),
        texts={path: text for path, text in texts.items() if text},
        ticks=dict(case.checklist),
        answers=dict(case.answers),
        people=case.beneficiaries,
    )


def taken_back(now: Form, before: Form, after: Form) -> Form:
    """`now` without what led from `before` to `after`; what has changed since keeps its change."""
    changes: dict[str, Any] = {}
    for name in ("service", "channel", "kind", "sex", "no_nik", "letter", "ticks", "answers", "shelf", "people"):
        if getattr(now, name) == getattr(after, name):
            changes[name] = getattr(before, name)
    texts = _texts_taken_back(now.texts, before.texts, after.texts)
    return replace(now, texts=texts, **changes)


def _texts_taken_back(now: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    texts = dict(now)
    for path in {*before, *after}:
        if before.get(path) != after.get(path) and now.get(path) == after.get(path):
            texts[path] = before.get(path, "")
    return {path: text for path, text in texts.items() if text}


def shown_day(iso: str) -> str:
    """An ISO date as it is typed: day first (``25/02/1990``); other text stays as it is."""
    parts = iso.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 and all(part.isdigit() for part in parts) else iso


def form_to_body(form: Form) -> dict[str, Any]:
    """The form as a JSON value, for a draft."""
    return {"screen": SCREEN, "version": _VERSION, **asdict(form)}


def form_from_body(body: Mapping[str, Any], key: str) -> Form:
    """The form that a draft holds. What this version can't read is left out, never the whole draft."""
    texts = {str(path): str(text) for path, text in _mapping(body.get("texts")).items() if text}
    kind, channel, sex = body.get("kind"), body.get("channel"), body.get("sex")
    return Form(
        key=str(body.get("key") or key),
        service=str(body.get("service") or ""),
        case_id=str(body.get("case_id") or ""),
        registration_number=str(body.get("registration_number") or ""),
        had=tuple(str(name) for name in body.get("had") or ()),
        channel=channel if channel in CHANNELS else "counter",
        kind=kind if kind in APPLICANT_KINDS else "person",
        sex=sex if sex in ("L", "P") else None,
        no_nik=bool(body.get("no_nik")),
        letter=bool(body.get("letter")),
        texts=texts,
        ticks=_ticks(body.get("ticks")),
        answers={str(name): value for name, value in _mapping(body.get("answers")).items() if isinstance(value, bool)},
        shelf={str(service): _ticks(ticks) for service, ticks in _mapping(body.get("shelf")).items()},
        people=tuple(_person(raw) for raw in body.get("people") or () if isinstance(raw, Mapping)),
    )


def _mapping(raw: object) -> Mapping[Any, Any]:
    return raw if isinstance(raw, Mapping) else {}


def _ticks(raw: object) -> dict[str, Tick]:
    return {str(name): _tick(value) for name, value in _mapping(raw).items() if isinstance(value, Mapping)}


def _tick(raw: Mapping[str, Any]) -> Tick:
    known = {name: raw[name] for name in Tick.__dataclass_fields__ if name in raw}
    return Tick(**{"met": False, **known})


def _person(raw: Mapping[str, Any]) -> Beneficiary:
    known = {name: str(raw[name]) for name in Beneficiary.__dataclass_fields__ if raw.get(name)}
    return Beneficiary(**{"name": "", **known})
