"""What is shown of the office's desks: lines by division, and one desk whole. Values and words, without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desk.domain.dates import plain_date, short_date
from desk.domain.errors import Refused
from desk.domain.positions import SINGLE, PositionKind
from desk.domain.signing import nip_line, signature_lines
from desk.domain.staffing import Absence, Holder, Staffing, tenures_of
from desk.language import language, mark, tr
from desk.services.positions import Roster
from desk.services.positions_said import Desk, DeskState, acting_name, remarks_of
from desk.ui.kit.states import Look

LOOKS: Mapping[DeskState, Look] = {
    "held": Look("ok", "circle-check", mark("Dijabat")),
    "acting": Look("info", "users", mark("Dijabat sementara")),
    "absent": Look("warn", "clock", mark("Tidak ada di tempat")),
    "vacant": Look("warn", "circle-alert", mark("Kosong")),
    "unknown": Look("quiet", "circle-help", mark("Belum dicatat")),
}
KINDS: Mapping[PositionKind, str] = {
    "head": mark("Kepala"),
    "secretary": mark("Sekretaris"),
    "division_head": mark("Kepala Bidang"),
    "section_head": mark("Kepala Seksi"),
    "functional": mark("Jabatan fungsional"),
    "staff": mark("Staf"),
    "operator": mark("Operator"),
    "counter": mark("Loket"),
    "team": mark("Tim atau bidang bersama"),
    "outside": mark("Di luar dinas"),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The office as it was read for a day."""

    day: date
    roster: Roster
    desks: tuple[Desk, ...]

    def desk(self, key: str) -> Desk | None:
        """The desk of that id."""
        return next((desk for desk in self.desks if desk.position.id == key), None)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a division's heading (no key), or a desk with who is there.

    Attributes:
        short: the title without the division that the heading says already.
    """

    key: str
    title: str
    short: str = ""
    detail: str = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One desk, whole.

    Attributes:
        people: (name, what is to know of it) of who is there.
        signature: the block as it would be printed that day; empty where nobody may sign.
        past: everybody who held it and will, and their leave, a sentence each.
        may: which acts make sense now.
    """

    key: str
    title: str
    under: str
    look: Look
    remarks: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    signature: tuple[str, ...]
    past: tuple[str, ...]
    may: frozenset[str]


def lines_of(seen: Seen) -> tuple[Line, ...]:
    """Every desk of the house by division; bodies outside have no holder here and aren't listed."""
    return tuple(_lines(seen))


def _lines(seen: Seen) -> Iterator[Line]:
    shown: str | None = None
    for desk in seen.desks:
        if desk.position.kind == "outside":
            continue
        group = _group(desk)
        if group != shown:
            shown = group
            yield Line("", group, group)
        title = desk.position.title_on(seen.day)
        yield Line(desk.position.id, title, _short(title, desk.position.division), _who(desk), LOOKS[desk.state])


def card_of(desk: Desk, seen: Seen) -> Card:
    """The desk on the day that is looked at."""
    position, document = desk.position, seen.roster.document
    try:
        signature = signature_lines(position, seen.day, document)
    except Refused:
        signature = ()
    under = [tr(KINDS[position.kind])]
    under += [position.division] if position.division else []
    return Card(
        key=position.id,
        title=position.title_on(seen.day),
        under=" · ".join(under),
        look=LOOKS[desk.state],
        remarks=remarks_of(desk, seen.day),
        people=tuple(_person(holder, desk) for holder in desk.holders),
        signature=signature,
        past=tuple(_past(desk, document)),
        may=_may(desk),
    )


def _group(desk: Desk) -> str:
    position = desk.position
    if position.division:
        return position.division
    if position.kind == "counter":
        return tr("Loket dan pengaduan")
    if position.kind == "team":
        return tr("Tim dan bagian bersama")
    return tr("Pimpinan") if position.kind in ("head", "secretary") else tr("Seluruh dinas")


def _short(title: str, division: str | None) -> str:
    if not division or not title.endswith(division):
        return title
    role = title.removesuffix(division).strip()
    return {"": tr("Seluruh bidang"), "Kepala": "Kepala Bidang"}.get(role, role)


def _who(desk: Desk) -> str:
    """Who is there, in one line that says the state in words."""
    if not desk.holders:
        return tr(LOOKS[desk.state].word)
    if len(desk.holders) > 2:
        first = _in_short(desk.holders[0])
        return tr("{first} dan {count} orang lagi", first=first, count=len(desk.holders) - 1)
    return "; ".join(_in_short(holder) for holder in desk.holders)


def _in_short(holder: Holder) -> str:
    """What matters first, for the line is short: degrees are left out of whoever is away."""
    if holder.absent is not None and holder.absence is not None:
        name, until = holder.absent.name.partition(",")[0] or holder.absent.name, short_date(holder.absence.until)
        away = tr("{name}: {reason} s.d. {until}", name=name, reason=holder.absence.reason, until=until)
        if holder.person is None:
            return f"{tr('tanpa Plh.')} · {away}"
        return f"{acting_name(holder.person, holder.standing)} · {away}"
    return acting_name(holder.person, holder.standing) if holder.person else ""


def _person(holder: Holder, desk: Desk) -> tuple[str, str]:
    """(name, what is known): of who acts, and of whose desk it is."""
    shown = holder.person or holder.absent
    known: list[str] = []
    if shown is not None:
        known += [shown.rank] if shown.rank else []
        known += [nip_line(shown.nip)] if shown.nip else []
    tenure = holder.tenure
    if tenure is not None and (holder.absent is None or holder.person is None):
        if tenure.start is not None:
            known.append(tr("sejak {day}", day=_day(tenure.start)))
        if tenure.until is not None:
            known.append(tr("sampai {day}", day=_day(tenure.until)))
    if holder.absent is not None and holder.person is not None:
        known.append(tr("menggantikan {name}", name=holder.absent.name))
    name = shown.name if shown else ""
    if holder.person is not None and desk.position.kind in SINGLE:
        name = acting_name(holder.person, holder.standing)
    return name, " · ".join(known)


def _past(desk: Desk, document: Staffing) -> Iterator[str]:
    """The latest first."""
    position = desk.position
    tenures = tenures_of(position, document)
    for tenure in reversed(tenures):
        person = document.person(tenure.person)
        name = acting_name(person, tenure.standing) if person else ""
        start = _day(tenure.start) if tenure.start else tr("sebelum Desk dipakai")
        until = _day(tenure.until) if tenure.until else tr("sekarang")
        yield f"{name}: {start} – {until}"
    holders = {tenure.person for tenure in tenures}
    for absence in sorted(document.absences, key=lambda one: one.start, reverse=True):
        if absence.person in holders and absence.position in (None, position.id):
            yield _leave(absence, document)
    for former in reversed(position.former):
        yield tr("Bernama {title} sampai {day}", title=former.title, day=_day(former.until))


def _leave(absence: Absence, document: Staffing) -> str:
    person = document.person(absence.person)
    details = {
        "name": person.name if person else "",
        "reason": absence.reason,
        "start": _day(absence.start),
        "until": _day(absence.until),
    }
    return tr("{name} {reason}: {start} – {until}", **details)


def _may(desk: Desk) -> frozenset[str]:
    """Who is at the desk may end or be away; nobody comes back who isn't away."""
    may = {"appoint", "change", "retire"}
    if desk.holders:
        may |= {"end", "absent"}
    if any(holder.absent is not None for holder in desk.holders):
        may.add("back")
    return frozenset(may)


def _day(day: date) -> str:
    return plain_date(day, language())
