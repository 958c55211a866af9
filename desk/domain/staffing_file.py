"""The document ``office/positions`` as a file: read whole, every error naming its place; written in one spelling.

```json
{"positions": [{"id", "title", "role", "division", "kind", "signs_as", "former": [{"title", "until"}], "retired"}],
 "people": [{"id", "name", "nip", "rank"}],
 "tenures": [{"position", "person", "from", "until", "standing"}],
 "absences": [{"person", "position", "from", "until", "reason", "acting": {"person"} or {"position"}}]}
```
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from desk.domain.catalogue import Office
from desk.domain.errors import Refused
from desk.domain.pack import PackError, Reader
from desk.domain.positions import SINGLE, FormerTitle, Position, PositionKind
from desk.domain.staffing import Absence, Acting, Person, Staffing, Standing, Tenure

NAME = "office/positions"

Json = dict[str, Any]


def read_staffing(raw: object) -> Staffing:
    """The document in `raw`.

    Raises:
        Refused: ``positions_invalid``, with the path of what is wrong.
    """
    try:
        reader = Reader(raw, NAME)
        staffing = Staffing(
            positions=reader.list_of("positions", _position),
            people=reader.list_of("people", _person),
            tenures=reader.list_of("tenures", _tenure),
            absences=reader.list_of("absences", _absence),
        )
        reader.finish()
        _check(staffing, reader)
    except PackError as error:
        template = "Berkas jabatan dan pejabat keliru di {place}: {problem}."
        raise Refused("positions_invalid", template, field=error.field, **error.details) from error
    return staffing


def write_staffing(staffing: Staffing) -> Json:
    """The JSON value that `read_staffing` reads back as the same document."""
    return {
        "positions": [position_value(position) for position in staffing.positions],
        "people": [{"id": p.id, "name": p.name, "nip": p.nip, "rank": p.rank} for p in staffing.people],
        "tenures": [
            {
                "position": tenure.position,
                "person": tenure.person,
                "from": _day_value(tenure.start),
                "until": _day_value(tenure.until),
                "standing": tenure.standing,
            }
            for tenure in staffing.tenures
        ],
        "absences": [
            {
                "person": absence.person,
                "position": absence.position,
                "from": absence.start.isoformat(),
                "until": absence.until.isoformat(),
                "reason": absence.reason,
                "acting": _acting_value(absence.acting),
            }
            for absence in staffing.absences
        ],
    }


def first_staffing(office: Office, head: Position) -> Staffing:
    """What is known before the office has said anything: the head that its pack names, since whenever."""
    if office.head is None:
        return Staffing()
    person = Person("p1", office.head.name, office.head.nip, office.head.rank)
    desk = replace(head, names=(), either=())
    return Staffing((desk,), (person,), (Tenure(desk.id, person.id, None),))


def _position(r: Reader) -> Position:
    return Position(
        id=r.text("id"),
        title=r.text("title"),
        role=r.text("role"),
        division=r.optional_text("division"),
        kind=r.choice("kind", PositionKind),
        signs_as=r.optional_text("signs_as") or "",
        former=r.list_of("former", lambda f: FormerTitle(f.text("title"), _day(f, "until"))),
        retired=_optional_day(r, "retired"),
    )


def position_value(position: Position) -> Json:
    """A position as it stands in the file."""
    return {
        "id": position.id,
        "title": position.title,
        "role": position.role,
        "division": position.division,
        "kind": position.kind,
        "signs_as": position.signs_as or None,
        "former": [{"title": former.title, "until": former.until.isoformat()} for former in position.former],
        "retired": _day_value(position.retired),
    }


def _person(r: Reader) -> Person:
    """The number as it stands: the head's comes from a decree, and is checked where one is typed."""
    return Person(r.text("id"), r.text("name"), r.optional_text("nip"), r.optional_text("rank"))


def _tenure(r: Reader) -> Tenure:
    start, until = _optional_day(r, "from"), _optional_day(r, "until")
    if start and until and until < start:
        raise r.error("until", f"{until} mendahului {start}")
    return Tenure(r.text("position"), r.text("person"), start, until, r.choice("standing", Standing))


def _absence(r: Reader) -> Absence:
    start, until = _day(r, "from"), _day(r, "until")
    if until < start:
        raise r.error("until", f"{until} mendahului {start}")
    return Absence(
        r.text("person"), start, until, r.text("reason"), r.optional("acting", _acting), r.optional_text("position")
    )


def _acting(r: Reader) -> Acting:
    acting = Acting(r.optional_text("person"), r.optional_text("position"))
    if (acting.person is None) == (acting.position is None):
        raise r.error("", "yang bertindak disebut dengan person atau dengan position, satu saja")
    return acting


def _acting_value(acting: Acting | None) -> Json | None:
    if acting is None:
        return None
    return {"person": acting.person} if acting.person else {"position": acting.position}


def _day(r: Reader, key: str) -> date:
    text = r.text(key)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise r.error(key, f"{text!r} bukan tanggal TTTT-BB-HH")
    return day


def _optional_day(r: Reader, key: str) -> date | None:
    r.taken.add(key)
    return None if r.raw.get(key) is None else _day(r, key)


def _day_value(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _check(staffing: Staffing, r: Reader) -> None:
    """Everything that is named exists, once; nobody holds a single desk twice over."""
    _unique("positions", [position.id for position in staffing.positions], r)
    _unique("people", [person.id for person in staffing.people], r)
    _unique("people", [person.nip for person in staffing.people if person.nip], r)
    positions = {position.id: position for position in staffing.positions}
    people = {person.id for person in staffing.people}
    for index, tenure in enumerate(staffing.tenures):
        _known(f"tenures[{index}].position", tenure.position, positions, r)
        _known(f"tenures[{index}].person", tenure.person, people, r)
    for index, absence in enumerate(staffing.absences):
        _known(f"absences[{index}].person", absence.person, people, r)
        _known(f"absences[{index}].position", absence.position, positions, r)
        if absence.acting is not None:
            _known(f"absences[{index}].acting.person", absence.acting.person, people, r)
            _known(f"absences[{index}].acting.position", absence.acting.position, positions, r)
    for (one, earlier), (other, later) in combinations(enumerate(staffing.tenures), 2):
        if collide(earlier, later, positions[earlier.position]):
            raise r.error(f"tenures[{other}]", f"bertumpuk dengan tenures[{one}] pada jabatan yang sama")


def collide(one: Tenure, other: Tenure, position: Position) -> bool:
    """Whether two tenures can't both be: on any day a desk has one holder, definitive, Plt. or Pj., and one Plh. who
    stands in for them; a person sits at a shared desk once.
    """
    if one.position != other.position or not one.meets(other):
        return False
    if position.kind not in SINGLE:
        return one.person == other.person
    return (one.standing == "plh") == (other.standing == "plh")


def _unique(key: str, ids: Iterable[str], r: Reader) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise r.error(key, f"{one!r} ditulis dua kali")
        seen.add(one)


def _known(path: str, one: str | None, known: Iterable[str], r: Reader) -> None:
    if one is not None and one not in known:
        raise r.error(path, f"{one!r} tidak ada")
