"""The agenda books: a row for every letter that came in or went out, laid by day. Projected from the journal.

What a row says is kept as JSON, whole and in the clear within the encrypted store; who reads a book is told less of a
guarded service (`desk.services.agenda`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from desk.domain.agenda import Book
from desk.domain.case import Case
from desk.domain.event import JsonValue
from desk.domain.fold import Entry
from desk.domain.intake import IncomingLetter
from desk.domain.journey import moment_of
from desk.models import rows
from desk.models.connection import Connection
from desk.models.parts import Part, Projected, Row

Body = dict[str, Any]

REGISTRATION = "registration"
"""The key of a file's own line in the book of incoming letters; others are the ids of what was answered."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of a book as it is kept.

    Attributes:
        place: its place among the lines of its book and year, from 1, by the day and moment of its entry.
        number: the given number; None for outgoing ones, and for files from before there were books.
        body: sender or recipient, letter, matter and what else the book has (see `_registered`).
    """

    book: Book
    key: str
    day: date
    place: int
    number: int | None
    body: Body
    case_id: str
    registration_number: str
    service: str
    state: str
    counter: str
    destroyed: bool


def lines(connection: Connection, book: Book, first: date, last: date) -> Iterator[AgendaRow]:
    """The lines of these days, in the book's order; `place` counts from the beginning of each year."""
    before = {
        year: int(count)
        for year, count in connection.exec_driver_sql(
            "SELECT year, count(*) FROM agenda WHERE book = ? AND day < ? AND day >= ? GROUP BY year",
            (book, first.isoformat(), f"{first.year}-01-01"),
        ).tuples()
    }
    found = connection.exec_driver_sql(
        "SELECT a.key, a.day, a.year, a.number, a.body, c.id, c.registration_number, c.service, c.state, c.counter,"
        " c.destroyed FROM agenda a JOIN cases c ON c.n = a.n WHERE a.book = ? AND a.day BETWEEN ? AND ?",
        (book, first.isoformat(), last.isoformat()),
    ).tuples()
    read = [(row, json.loads(row[4])) for row in found]
    read.sort(key=lambda pair: (pair[0][1], _second(pair[1]), pair[0][6], pair[0][3] or 0, pair[0][0]))
    for row, body in read:
        key, day, year, number, _, case_id, registration, service, state, counter, destroyed = row
        before[year] = before.get(year, 0) + 1
        yield AgendaRow(
            book, key, date.fromisoformat(day), before[year], number, body, case_id, registration, service, state, counter,
            bool(destroyed),
        )  # fmt: skip


def years(connection: Connection) -> tuple[int, ...]:
    """The years that the books have lines of."""
    return tuple(connection.exec_driver_sql("SELECT DISTINCT year FROM agenda ORDER BY year").scalars())


def _second(body: Body) -> float:
    moment = moment_of(str(body.get("at", "")))
    return moment.timestamp() if moment else 0.0


def _rows(projected: Projected) -> list[Row]:
    """The lines of a case in both books; days are those of the zone that the office writes its times in."""
    case = projected.case
    if not case.history or not case.registration_number:
        return []
    began = moment_of(case.history[0].at)
    zone = began.tzinfo if began else None
    found = [("in", *_registered(case)), *(("in", *one) for one in _answers(case))]
    found += [("out", *one) for one in (*_letters(case), *_hand_offs(case))]
    laid: list[Row] = []
    for book, key, at, number, body in found:
        day = _day(at, zone)
        if day is not None:
            kept = json.dumps({**body, "at": at}, ensure_ascii=False, separators=(",", ":"))
            laid.append((book, key, day.isoformat(), day.year, number, kept))
    return laid


_Line = tuple[str, str, int | None, Body]
"""Key, moment (ISO), number, body."""


def _registered(case: Case) -> _Line:
    body = {**_letter(case.letter), **_who(case), "forwarded": list(_forwarded(case))}
    return REGISTRATION, case.received_at or case.history[0].at, case.agenda, body


def _answers(case: Case) -> Iterator[_Line]:
    """Answers of outside bodies that came as a letter."""
    bodies = {one.id: one.body for one in case.movement.hand_offs}
    bodies |= {one.id: one.to for one in case.movement.dispositions}
    told = case.proceedings
    for key in sorted({*told.letters_in, *told.agenda} & {*bodies}):
        entry = _answered(case, key)
        letter = told.letters_in.get(key)
        if entry is None or (letter is None and not case.destroyed):
            continue
        body = {**_letter(letter), "party": bodies[key], "kind": "body", "answer": told.answers.get(key, "")}
        yield key, entry.at, told.agenda.get(key), body


def _letters(case: Case) -> Iterator[_Line]:
    """Letters that the file has led to, numbered or not."""
    handover = case.proceedings.handover
    for letter in case.proceedings.letters:
        entry = _entry(case, f"letter.{letter.id}")
        if entry is None:
            continue
        body = {
            "letter_number": letter.number or "", "letter_date": letter.date or "", **_who(case), "subject": letter.name,
            "sent": handover.date if handover else "",
        }  # fmt: skip
        yield f"letter.{letter.id}", entry.at, None, body


def _hand_offs(case: Case) -> Iterator[_Line]:
    for one in case.movement.hand_offs:
        entry = _entry(case, f"hand_off.{one.id}")
        if entry is None:
            continue
        body = {
            "party": one.body, "kind": "body", "system": one.system or "", "sent": entry.at[:10],
            "reference": case.proceedings.references.get(one.id, ""),
        }  # fmt: skip
        yield f"hand_off.{one.id}", entry.at, None, body


def _letter(letter: IncomingLetter | None) -> Body:
    known = letter or IncomingLetter()
    return {
        "letter_number": known.number, "letter_date": known.date, "subject": known.subject,
        "enclosures": known.enclosures,
    }  # fmt: skip


def _who(case: Case) -> Body:
    applicant = case.applicant
    place = [applicant.address.village, applicant.address.district]
    return {"party": applicant.name, "kind": applicant.kind, "place": ", ".join(part for part in place if part)}


def _forwarded(case: Case) -> tuple[str, ...]:
    """The desks that the file was sent to; where nobody disposed, the first that it waited at."""
    sent = [one.to for one in case.movement.dispositions if one.state != "recalled" and one.parent is None]
    first = next((station.position for _, station in case.journey.stations if station is not None), None)
    return tuple(dict.fromkeys(sent)) or ((first,) if first else ())


def _answered(case: Case, key: str) -> Entry | None:
    names = (f"hand_off.{key}.state", f"disposition.{key}.state")
    return next((e for e in case.history if any(e.facts.get(name) == "answered" for name in names)), None)


def _entry(case: Case, name: str) -> Entry | None:
    """The event that wrote that register last."""
    return next((entry for entry in reversed(case.history) if _wrote(entry.facts.get(name))), None)


def _wrote(value: JsonValue) -> bool:
    return isinstance(value, dict)


def _day(at: str, zone: tzinfo | None) -> date | None:
    moment = moment_of(at)
    return moment.astimezone(zone).date() if moment else None


AGENDA = Part(
    "agenda",
    tuple(column for column in rows.AGENDA if column != "n"),
    _rows,
    "Buku agenda tidak sesuai jurnal untuk berkas {number}",
)


def bears_number(connection: Connection, number: str, year: str) -> tuple[int, ...]:
    """The local numbers of files whose letter of that year bears that number, spaces and letter case apart."""
    found = connection.exec_driver_sql(
        "SELECT n FROM agenda WHERE book = 'out' AND replace(upper(json_extract(body, '$.letter_number')), ' ', '') = ?"
        " AND substr(json_extract(body, '$.letter_date'), 1, 4) = ?",
        (number.upper().replace(" ", ""), year),
    )
    return tuple(found.scalars())
