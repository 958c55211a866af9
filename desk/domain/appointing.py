"""Changes of the office's document of positions and people, as pure functions: a document in, the next one out.

A rule that says no raises `Refused` with the field of the form or the command; nothing is changed then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desk.domain.dates import short_date
from desk.domain.desks import position_id
from desk.domain.errors import Refused
from desk.domain.intake_reader import NAME_LIMIT, clean_text
from desk.domain.officials import Named, with_person
from desk.domain.positions import FormerTitle, Position, PositionKind
from desk.domain.staffing import Absence, Acting, Person, Staffing, Standing, Tenure
from desk.domain.staffing_file import collide

_DAY = timedelta(days=1)


def add_position(
    document: Staffing, positions: Sequence[Position], title: str, kind: PositionKind, division: str | None = None
) -> tuple[Staffing, Position]:
    """A desk that no decree names."""
    name = _title(title)
    _free(name, positions)
    taken = {position.id for position in positions}
    identity, count = position_id(name), 1
    while (numbered := identity if count == 1 else f"{identity}-{count}") in taken:
        count += 1
    position = Position(numbered, name, name, division, kind)
    return replace(document, positions=(*document.positions, position)), position


def rename_position(
    document: Staffing, positions: Sequence[Position], position: Position, title: str, start: date
) -> Staffing:
    """Another title from `start` on; letters of before keep the old one."""
    name = _title(title)
    if name == position.title:
        raise Refused("nothing_changed", "Nama jabatan itu sudah begitu, jadi tidak ada yang berubah.", field="title")
    _free(name, [other for other in positions if other.id != position.id])
    former = position.former
    if former and start <= former[-1].until:
        template = "Nama jabatan ini sudah berganti pada {day}; pilih tanggal itu atau sesudahnya."
        raise Refused("rename_before", template, field="from", day=short_date(former[-1].until + _DAY))
    if not former or start - _DAY > former[-1].until:  # else the title never held for a day
        former = (*former, FormerTitle(position.title, start - _DAY))
    return _with_position(document, replace(position, title=name, former=former))


def change_position(
    document: Staffing, position: Position, *, kind: PositionKind, division: str | None, signs_as: str
) -> Staffing:
    """Another kind, division or wording in the signature block."""
    words = clean_text(signs_as, "signs_as", limit=NAME_LIMIT)
    changed = replace(position, kind=kind, division=division, signs_as=words)
    if changed == position:
        raise Refused("nothing_changed", "Jabatan itu sudah begitu, jadi tidak ada yang berubah.", field="position")
    changed_document = _with_position(document, changed)
    held = [tenure for tenure in document.tenures if tenure.position == position.id]
    for place, tenure in enumerate(held):
        if any(collide(tenure, other, changed) for other in held[place + 1 :]):
            template = "{title} dipegang beberapa orang sekaligus; akhiri dulu masa jabatan yang bertumpuk."
            raise Refused("tenures_overlap", template, field="kind", title=position.title)
    return changed_document


def retire(document: Staffing, position: Position, last_day: date) -> Staffing:
    """No such desk after `last_day`; who still holds it holds it until then. It stays for letters of before."""
    _standing(position)
    later = [t for t in document.tenures if t.position == position.id and t.start and t.start > last_day]
    if later:
        template = "{name} baru diangkat menjadi {title} mulai {day}; batalkan dulu pengangkatan itu."
        name, day = _name(document, later[0].person), short_date(later[0].start or last_day)
        raise Refused("appointed_later", template, field="from", name=name, title=position.title, day=day)
    tenures = tuple(
        replace(tenure, until=last_day) if tenure.position == position.id and _after(tenure, last_day) else tenure
        for tenure in document.tenures
    )
    return _with_position(replace(document, tenures=tenures), replace(position, retired=last_day))


def appoint(
    document: Staffing,
    position: Position,
    named: Named,
    *,
    start: date | None,
    until: date | None = None,
    standing: Standing = "definitive",
    replacing: bool = False,
) -> tuple[Staffing, Person]:
    """Somebody takes the position; `replacing` ends the tenure that stands in the way the day before.

    Raises:
        Refused: the dates are the wrong way round, the desk is taken, retired, or of a body outside.
    """
    if position.kind == "outside":
        template = "{title} bukan jabatan dinas ini, jadi pejabatnya tidak diangkat di sini."
        raise Refused("position_outside", template, field="position", title=position.title)
    if position.retired is not None and (until is None or until > position.retired):
        _standing(position)
    _in_order(start, until)
    document, person = with_person(document, named)
    tenure = Tenure(position.id, person.id, start, until, standing)
    document = _with_position(document, position)
    tenures = list(document.tenures)
    for place, other in enumerate(document.tenures):
        if collide(tenure, other, position):
            tenures[place] = _ended(other, tenure, position, document, replacing=replacing)
    return replace(document, tenures=(*tenures, tenure)), person


def end(document: Staffing, position: Position, last_day: date, person: Person | None = None) -> Staffing:
    """Who holds the position on `last_day` holds it no longer than that; `person` says whom, where there are several."""
    held = [
        tenure
        for tenure in document.tenures
        if tenure.position == position.id and tenure.covers(last_day) and (person is None or tenure.person == person.id)
    ]
    if not held:
        who = f"{person.name} · " if person else ""
        template = "Tidak ada pejabat {who}{title} pada {day}, jadi tidak ada yang diakhiri."
        raise Refused("not_held", template, field="position", who=who, title=position.title, day=short_date(last_day))
    if len(held) > 1:
        names = ", ".join(_name(document, tenure.person) for tenure in held)
        template = "{title} dipegang beberapa orang: {names}. Sebutkan siapa yang diakhiri."
        raise Refused("holder_ambiguous", template, field="person", title=position.title, names=names)
    tenures = tuple(replace(t, until=last_day) if t is held[0] else t for t in document.tenures)
    return replace(document, tenures=tenures)


def absent(
    document: Staffing,
    person: Person,
    *,
    start: date,
    until: date,
    reason: str,
    position: Position | None = None,
    acting: Person | Position | None = None,
) -> Staffing:
    """A person is away from `start` to `until`, both included; who acts, at `position` or at all their desks: a person,
    or whoever holds another position then.
    """
    _in_order(start, until)
    why = clean_text(reason, "reason", required=True, limit=200)
    if acting is not None and acting.id in (person.id, position and position.id):
        template = "{name} tidak bisa bertindak untuk dirinya sendiri; pilih orang atau jabatan lain."
        raise Refused("acts_for_self", template, field="acting", name=person.name)
    stands_in = None
    if acting is not None:
        by_person = isinstance(acting, Person)
        stands_in = Acting(acting.id if by_person else None, None if by_person else acting.id)
    absence = Absence(person.id, start, until, why, stands_in, position.id if position else None)
    for other in document.absences:
        same_desk = other.person == person.id and other.position == absence.position
        if same_desk and other.start <= until and start <= other.until:
            template = "{name} sudah tercatat tidak ada {start} sampai {until}; batalkan dulu catatan itu."
            days = {"start": short_date(other.start), "until": short_date(other.until)}
            raise Refused("absences_overlap", template, field="from", name=person.name, **days)
    for named in (position, acting):
        if isinstance(named, Position):
            document = _with_position(document, named)
    return replace(document, absences=(*document.absences, absence))


def back(document: Staffing, person: Person, first_day: date) -> Staffing:
    """The person is there again from `first_day` on: absences of then end the day before, those not begun yet go."""
    kept: list[Absence] = []
    for absence in document.absences:
        if absence.person != person.id or not absence.covers(first_day):
            kept.append(absence)
        elif absence.start < first_day:
            kept.append(replace(absence, until=first_day - _DAY))
    if tuple(kept) == document.absences:
        template = "{name} tidak tercatat sedang tidak ada pada {day}."
        raise Refused("not_absent", template, field="person", name=person.name, day=short_date(first_day))
    return replace(document, absences=tuple(kept))


def _ended(other: Tenure, new: Tenure, position: Position, document: Staffing, *, replacing: bool) -> Tenure:
    """The tenure that stands in the way, ended the day before the new one begins.

    Raises:
        Refused: it may not be, or can't.
    """
    name = _name(document, other.person)
    if replacing and new.start is not None and (other.start is None or other.start < new.start):
        ended = replace(other, until=new.start - _DAY)
        if not collide(ended, new, position):
            return ended
    template = (
        "{title} sudah dijabat {name} ({start} sampai {until}). Akhiri dulu masa jabatannya, atau pilih tanggal lain."
    )
    begun, over = (short_date(day) if day else "…" for day in (other.start, other.until))
    raise Refused("tenures_overlap", template, field="from", title=position.title, name=name, start=begun, until=over)


def _with_position(document: Staffing, position: Position) -> Staffing:
    """The document with the position in it: what a tenure names stands in the same file."""
    others = [one for one in document.positions if one.id != position.id]
    place = next((n for n, one in enumerate(document.positions) if one.id == position.id), len(others))
    plain = replace(position, names=(), either=())
    return replace(document, positions=(*others[:place], plain, *others[place:]))


def _title(text: str) -> str:
    return " ".join(clean_text(text, "title", required=True, limit=NAME_LIMIT).split())


def _free(title: str, positions: Sequence[Position]) -> None:
    for position in positions:
        if position.title.casefold() == title.casefold():
            template = "Jabatan {title} sudah ada; pilih nama lain."
            if position.retired is not None:
                template = "Jabatan {title} pernah ada dan sudah dihapus; pilih nama lain."
            raise Refused("position_exists", template, field="title", title=position.title)


def _standing(position: Position) -> None:
    if position.retired is not None:
        template = "Jabatan {title} sudah dihapus sejak {day}."
        day = short_date(position.retired + _DAY)
        raise Refused("position_retired", template, field="position", title=position.title, day=day)


def _in_order(start: date | None, until: date | None) -> None:
    if start is not None and until is not None and until < start:
        template = "Tanggal akhir {until} mendahului tanggal mulai {start}."
        raise Refused("dates_reversed", template, field="until", until=short_date(until), start=short_date(start))


def _after(tenure: Tenure, day: date) -> bool:
    return tenure.until is None or tenure.until > day


def _name(document: Staffing, person: str) -> str:
    known = document.person(person)
    return known.name if known else person
