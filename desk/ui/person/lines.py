"""A person's history and possible duplicates in words. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from desk.domain.likeness import Reason
from desk.language import mark, tr
from desk.services.likeness import KINDS, REASONS, UNDER_WAY, Kind
from desk.ui import words
from desk.ui.kit.states import look_of


class VisitLike(Protocol):
    """`services.history.Visit`."""

    @property
    def row(self) -> str: ...  # noqa: D102 (services.history says)
    @property
    def role(self) -> str: ...  # noqa: D102
    @property
    def by(self) -> str: ...  # noqa: D102
    @property
    def received_at(self) -> str: ...  # noqa: D102
    @property
    def counter(self) -> str: ...  # noqa: D102
    @property
    def guarded(self) -> bool: ...  # noqa: D102
    @property
    def case_id(self) -> str | None: ...  # noqa: D102
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def service_title(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


class CandidateLike(Protocol):
    """`services.likeness.Candidate`."""

    @property
    def kind(self) -> Kind: ...  # noqa: D102 (services.likeness says)
    @property
    def reason(self) -> Reason: ...  # noqa: D102
    @property
    def certain(self) -> bool: ...  # noqa: D102
    @property
    def case_id(self) -> str: ...  # noqa: D102
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def service_title(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def received_at(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def line(self) -> int: ...  # noqa: D102


class ComparedLike(Protocol):
    """`services.likeness.Compared`."""

    @property
    def field(self) -> str: ...  # noqa: D102 (services.likeness says)
    @property
    def here(self) -> str: ...  # noqa: D102
    @property
    def there(self) -> str: ...  # noqa: D102
    @property
    def differs(self) -> bool: ...  # noqa: D102


Standing = Literal["same", "differs", "missing"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a history; a guarded one is opened by its `row`, the others lead to their case."""

    row: str
    title: str
    detail: str
    state: str
    guarded: bool
    case_id: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A file that may be the same: what is to be asked, and why; `strong` where the same was asked for twice."""

    case_id: str
    number: str
    title: str
    detail: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both files: alike, different, or filled in only one of them."""

    label: str
    here: str
    there: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both files side by side.

    Attributes:
        here, there: their numbers; of_here, of_there: how each stands, since when, where it was taken in.
        merge_here, merge_there: whether the other can be taken into this one, and this one into the other.
    """

    case_id: str
    other_id: str
    title: str
    reason: str
    here: str
    there: str
    of_here: str
    of_there: str
    rows: tuple[Row, ...]
    merge_here: bool
    merge_there: bool


ROLES: Mapping[str, str] = {
    "applicant": mark("sebagai pemohon"),
    "beneficiary": mark("sebagai penerima manfaat"),
    "family": mark("keluarga satu KK"),
}
FIELDS: Mapping[str, str] = {
    "applicant.name": mark("Nama"), "applicant.nik": mark("NIK"), "applicant.kk": mark("Nomor KK"),
    "applicant.birth_date": mark("Tanggal lahir"), "applicant.birth_place": mark("Tempat lahir"),
    "applicant.sex": mark("Jenis kelamin"), "applicant.phone": mark("Telepon/WhatsApp"),
    "applicant.street": mark("Alamat"), "applicant.rt": mark("RT"), "applicant.rw": mark("RW"),
    "applicant.village": mark("Desa"), "applicant.district": mark("Kecamatan"),
    "beneficiaries": mark("Penerima manfaat"), "service": mark("Layanan"),
}  # fmt: skip
OF_FILE = ("state", "received_at", "counter")
"""What is said of each file above its column: of course it differs."""

_SEXES = {"L": mark("Laki-laki"), "P": mark("Perempuan")}


def line_of(visit: VisitLike, zone: str) -> Line:
    """One line of a history; of a guarded file only day, counter, and what the person was to it."""
    day, role = words.day_words(visit.received_at, zone), tr(ROLES[visit.role])
    if visit.guarded:
        return Line(visit.row, tr("Layanan terjaga"), f"{day} · {visit.counter} · {role}", "", True, "")
    by = tr("nama dan tanggal lahirnya sama") if visit.by == "name" else ""
    parts = (visit.registration_number, day, visit.name if visit.role == "family" else role, by)
    detail = " · ".join(part for part in parts if part)
    return Line(visit.row, visit.service_title, detail, visit.state, False, visit.case_id or "")


def doubt_of(one: CandidateLike, zone: str) -> Doubt:
    """What is to be asked about another file."""
    parts = (one.name, tr(REASONS[one.reason]), words.day_words(one.received_at, zone), tr(look_of(one.state).word))
    return Doubt(one.case_id, one.registration_number, tr(KINDS[one.kind]), " · ".join(parts), one.kind == "double")


def asked(found: Sequence[CandidateLike]) -> list[CandidateLike]:
    """Those that a person should look at: that somebody asked for other things before is plain from his history."""
    return [one for one in found if one.kind == "double" or not one.certain]


def comparison_of(
    case_id: str, number: str, one: CandidateLike, fields: Sequence[ComparedLike], zone: str
) -> Comparison:
    """Two files side by side: what differs first."""
    values = {field.field: (field.here, field.there) for field in fields}
    rows = [
        Row(
            tr(FIELDS[field.field]),
            _said(field.field, field.here, zone),
            _said(field.field, field.there, zone),
            _standing(field),
        )
        for field in sorted(fields, key=lambda field: ("differs", "missing", "same").index(_standing(field)))
        if field.field not in OF_FILE
    ]
    of_here, of_there = (
        " · ".join(_said(name, values.get(name, ("", ""))[side], zone) for name in OF_FILE) for side in (0, 1)
    )
    states = values.get("state", ("", ""))
    under_way = [state in UNDER_WAY for state in states]
    return Comparison(
        case_id=case_id,
        other_id=one.case_id,
        title=tr(KINDS[one.kind]),
        reason=tr(REASONS[one.reason]),
        here=number,
        there=one.registration_number,
        of_here=of_here,
        of_there=of_there,
        rows=tuple(rows),
        merge_here=under_way[1] and states[0] != "merged",
        merge_there=under_way[0] and states[1] != "merged",
    )


def _standing(field: ComparedLike) -> Standing:
    if not field.differs:
        return "same"
    return "differs" if field.here and field.there else "missing"


def _said(field: str, value: str, zone: str) -> str:
    """A value as it is read; a dash where there is none."""
    if not value:
        return "–"
    if field == "state":
        return tr(look_of(value).word)
    if field == "applicant.sex":
        return tr(_SEXES.get(value, value))
    if field == "received_at":
        return words.day_words(value, zone)
    if field == "applicant.birth_date":
        return words.day_words(f"{value}T12:00:00+07:00", zone)
    return value
