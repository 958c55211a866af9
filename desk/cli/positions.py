"""`desk position …`: the office's desks, who sits there, who is away, and who signs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.dates import plain_date
from desk.domain.errors import Refused, UsageError
from desk.domain.intake_reader import sayable
from desk.domain.officials import Named, known_person
from desk.domain.positions import Position
from desk.domain.signing import signature
from desk.domain.staffing import Holder, Person
from desk.language import language, mark, tr
from desk.services import positions
from desk.services.counter import Counter
from desk.services.positions import roster
from desk.services.positions_history import history as versions
from desk.services.positions_said import Desk, acting_name, remarks_of

STATES = {
    "held": mark("dijabat"),
    "acting": mark("dijabat sementara"),
    "absent": mark("tidak ada"),
    "vacant": mark("kosong"),
    "unknown": mark("belum dicatat"),
}
"""How a person calls the state of a desk."""


def everybody(session: Session, options: Namespace) -> Answer:
    """`desk position list`: every position and who holds it on a day."""
    counter = session.reader
    day = _day(counter, options.on, "--on")
    found = positions.desks_on(counter, day)
    return Answer([_desk_value(desk, day) for desk in found], "\n".join(_listing(found, day)))


def show(session: Session, options: Namespace) -> Answer:
    """`desk position show POSITION`: who holds it on a day, what to know, and the signature block."""
    counter = session.reader
    day = _day(counter, options.on, "--on")
    position = positions.find_position(counter, options.position)
    above = [positions.find_position(counter, text) for text in options.behalf]
    document = roster(counter).document
    desk = positions.desk_on(position, day, document)
    remarks = remarks_of(desk, day)
    try:
        lines: tuple[str, ...] | None = signature(position, day, document, on_behalf_of=above).lines
    except Refused:
        lines = None  # nobody signs there: `remarks` and the state say why
    value = {**_desk_value(desk, day), "remarks": [*remarks], "signature": None if lines is None else [*lines]}
    said = [_line(desk, day), *remarks]
    return Answer(value, "\n".join([*said, "", *lines] if lines else said))


def add(session: Session, options: Namespace) -> Answer:
    """`desk position add TITLE`."""
    return _position(
        session,
        positions.add(
            session.counter, options.title, kind=options.kind, division=options.division or "", reason=options.reason
        ),
    )


def change(session: Session, options: Namespace) -> Answer:
    """`desk position change POSITION`: another title from a day on, another kind, division, wording."""
    counter = session.counter
    told = {key: getattr(options, key) for key in ("title", "kind", "division", "signs_as")}
    if all(value is None for value in told.values()):
        template = "Sebutkan apa yang diganti: --title, --kind, --division, atau --signs-as."
        raise UsageError("usage", template)
    start = _day(counter, options.start, "--from")
    return _position(session, positions.change(counter, options.position, start=start, reason=options.reason, **told))


def retire(session: Session, options: Namespace) -> Answer:
    """`desk position retire POSITION`."""
    counter = session.counter
    day = _day(counter, options.on, "--on")
    return _position(session, positions.retire(counter, options.position, day, reason=options.reason))


def appoint(session: Session, options: Namespace) -> Answer:
    """`desk position appoint POSITION PERSON`."""
    counter = session.counter
    start = _day(counter, options.start, "--from")
    made = positions.appoint(
        counter,
        options.position,
        Named(options.person, options.nip or "", options.rank or ""),
        start=start,
        until=_date(options.until, "--until") if options.until else None,
        standing=options.standing,
        replacing=options.replace,
        reason=options.reason,
    )
    return _position(session, made, max(start, counter.today))


def end(session: Session, options: Namespace) -> Answer:
    """`desk position end POSITION`."""
    counter = session.counter
    day = _day(counter, options.on, "--on")
    ended = positions.end(counter, options.position, day, person=options.person, reason=options.reason)
    return _position(session, ended, day)


def absent(session: Session, options: Namespace) -> Answer:
    """`desk position absent POSITION|PERSON FROM UNTIL`."""
    start, until = _date(options.start, "FROM"), _date(options.until, "UNTIL")
    person = positions.absent(session.counter, options.who, start, until, acting=options.acting, reason=options.reason)
    return _person(session, person)


def back(session: Session, options: Namespace) -> Answer:
    """`desk position back POSITION|PERSON`."""
    day = _day(session.counter, options.on, "--on")
    return _person(session, positions.back(session.counter, options.who, day, reason=options.reason))


def person(session: Session, options: Namespace) -> Answer:
    """`desk position person PERSON`: another name, number or rank."""
    counter = session.counter
    known = known_person(roster(counter).document, options.person)
    given = ((options.name, known.name), (options.nip, known.nip), (options.rank, known.rank))
    named = Named(*(said if said is not None else kept or "" for said, kept in given))
    return _person(session, positions.amend_person(counter, known.id, named, reason=options.reason))


def history(session: Session, _options: Namespace) -> Answer:
    """`desk position history`."""
    made = versions(session.reader)
    value = [
        {**asdict(one.made), "changes": [asdict(change) for change in one.changes]}
        for one in made
    ]  # fmt: skip
    lines = []
    for one in made:
        lines.append(f"{one.made.version}. {one.made.at} · {one.made.officer}: {one.made.reason}")
        lines += [f"   {change.said}" for change in one.changes]
    return Answer(value, "\n".join(lines) or tr("Belum pernah diubah di sini."))


def undo(session: Session, options: Namespace) -> Answer:
    """`desk position undo`: back to before the last change that stands."""
    positions.undo(session.counter, reason=options.reason)
    last = versions(session.counter)[-1]
    said = [change.said for change in last.changes]
    return Answer({"undone": last.made.undoes, "changes": said}, "\n".join(said) or tr("Dibatalkan."))


def _position(session: Session, position: Position, day: date | None = None) -> Answer:
    """The position as it is now."""
    counter = session.counter
    on = day or counter.today
    desk = positions.desk_on(position, on, roster(counter).document)
    return Answer(_desk_value(desk, on), _line(desk, on))


def _person(session: Session, person: Person) -> Answer:
    """A person, with the absences that are written down."""
    document = roster(session.counter).document
    away = [
        {
            "from": absence.start.isoformat(),
            "until": absence.until.isoformat(),
            "reason": absence.reason,
            "position": absence.position,
            "acting": None if absence.acting is None else absence.acting.person or absence.acting.position,
        }
        for absence in document.absences
        if absence.person == person.id
    ]
    lines = [person.name]
    lines += [
        f"  {plain_date(date.fromisoformat(str(one['from'])), language())} – "
        f"{plain_date(date.fromisoformat(str(one['until'])), language())}: {one['reason']}"
        for one in away
    ]
    return Answer({**asdict(person), "absences": away}, "\n".join(lines))


def _desk_value(desk: Desk, day: date) -> dict[str, Any]:
    position = desk.position
    return {
        "id": position.id,
        "title": position.title_on(day),
        "role": position.role,
        "division": position.division,
        "kind": position.kind,
        "state": desk.state,
        "holders": [_holder_value(holder) for holder in desk.holders],
        "retired": position.retired.isoformat() if position.retired else None,
        "names": [*position.names],
    }


def _holder_value(holder: Holder) -> dict[str, Any]:
    tenure = holder.tenure
    return {
        "person": _person_value(holder.person),
        "standing": holder.standing,
        "from": tenure.start.isoformat() if tenure and tenure.start else None,
        "until": tenure.until.isoformat() if tenure and tenure.until else None,
        "absent": _person_value(holder.absent),
        "absence": None
        if holder.absence is None
        else {
            "from": holder.absence.start.isoformat(),
            "until": holder.absence.until.isoformat(),
            "reason": holder.absence.reason,
        },
    }


def _person_value(person: Person | None) -> dict[str, Any] | None:
    return None if person is None else asdict(person)


def _listing(found: Iterable[Desk], day: date) -> Iterable[str]:
    """By division, as the trays stand."""
    shown: str | None = None
    for desk in found:
        division = desk.position.division
        if division != shown and division is not None:
            yield f"\n{division}"
        elif division is None and shown is not None:
            yield ""
        shown = division
        yield f"  {_line(desk, day)}" if division else _line(desk, day)


def _line(desk: Desk, day: date) -> str:
    title = desk.position.title_on(day)
    if desk.position.kind == "outside":
        return tr("{title} (di luar dinas)", title=title)
    names = ", ".join(_holder(holder) for holder in desk.holders)
    return f"{title}: {names or tr(STATES[desk.state])}"


def _holder(holder: Holder) -> str:
    if holder.absent is not None and holder.absence is not None:
        until = plain_date(holder.absence.until, language())
        details = {"name": holder.absent.name, "reason": holder.absence.reason, "until": until}
        if holder.person is None:
            return tr("{name} ({reason} sampai {until}; belum ada yang bertindak)", **details)
        acting = acting_name(holder.person, holder.standing)
        return tr("{acting} ({name} {reason} sampai {until})", acting=acting, **details)
    return acting_name(holder.person, holder.standing) if holder.person else ""


def _day(counter: Counter, text: str | None, option: str) -> date:
    """The day that was said, or today."""
    return counter.today if text is None else _date(text, option)


def _date(text: str, option: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        template = "Tanggal '{text}' pada {option} bukan tanggal TTTT-BB-HH, misalnya 2026-11-22."
        raise UsageError("usage", template, field=option, option=option, text=sayable(text))
    return day
