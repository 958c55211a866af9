"""The agenda books of incoming and outgoing letters, as they are read: on screen, on paper, in a workbook.

They fill themselves: every registration and every answer that came as a letter stands in the one, every letter and every
file that was handed to another body in the other. Of a guarded service a book says neither the name nor the matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk.domain.agenda import TO_COME, AgendaLine, Book
from desk.domain.errors import UsageError
from desk.domain.guarded import GUARDED_MATTER, guarded_name
from desk.domain.intake import Applicant
from desk.domain.positions import division_name
from desk.domain.sheet_form import Called, agenda_shown
from desk.domain.spelling import fold
from desk.models import agenda as models
from desk.models.agenda import REGISTRATION, AgendaRow
from desk.services import sheets
from desk.services.counter import Counter
from desk.services.recap import STATES


def lines(counter: Counter, book: Book, first: date, last: date, search: str = "") -> Iterator[AgendaLine]:
    """The lines of these days, in the book's order; with words to search, those that have words beginning so.

    Raises:
        UsageError: the days are the wrong way round.
    """
    if first > last:
        raise UsageError("period", "Tanggal awal harus sebelum tanggal akhir.", field="--from")
    sought = fold(search).split()
    called = sheets.names(counter)
    with counter.store.read() as connection:
        for row in models.lines(connection, book, first, last):
            line = _line(counter, row, called)
            if all(f" {word}" in f" {fold(line.text)}" for word in sought):
                yield line


def years(counter: Counter) -> tuple[int, ...]:
    """The years that the books have lines of, the latest first; this year in any case."""
    with counter.store.read() as connection:
        return tuple(sorted({counter.today.year, *models.years(connection)}, reverse=True))


def _line(counter: Counter, row: AgendaRow, called: Called) -> AgendaLine:
    guarded = row.service in counter.names.sensitive or row.service not in counter.names.titles
    title = counter.names.titles.get(row.service, row.service)
    body = row.body
    return AgendaLine(
        book=row.book,
        number=agenda_shown(row.number, row.registration_number) if row.book == "in" else str(row.place),
        serial=row.number if row.book == "in" else row.place,
        day=row.day,
        letter_number=str(body.get("letter_number", "")),
        letter_date=_date(body.get("letter_date")),
        awaits_number=_awaits_number(row),
        party=_party(row, guarded=guarded),
        matter=GUARDED_MATTER if guarded else _matter(row, title),
        enclosures="" if guarded else str(body.get("enclosures", "")),
        forwarded=tuple(called(str(desk)) for desk in body.get("forwarded", ())),
        maker=_maker(counter, row) if row.book == "out" else "",
        sent=_date(body.get("sent")),
        remark=_remark(row),
        case_id=row.case_id,
        registration_number=row.registration_number,
        counter=row.counter,
        guarded=guarded,
    )


def _party(row: AgendaRow, *, guarded: bool) -> str:
    name, kind = str(row.body.get("party", "")), row.body.get("kind")
    if row.destroyed and kind != "body":
        return "(data dimusnahkan)"
    if kind == "body":
        return name
    if guarded:
        return guarded_name(Applicant(kind=kind if kind in ("organisation", "government") else "person", name=name))
    place = str(row.body.get("place", ""))
    return f"{name}, {place}" if place else name


def _matter(row: AgendaRow, title: str) -> str:
    subject = str(row.body.get("subject", ""))
    if row.book == "out":
        return subject if row.key.startswith("letter.") else f"Penerusan berkas: {title}"
    if row.key != REGISTRATION:
        return subject or f"Jawaban atas: {title}"
    return f"{title}: {subject}" if subject else title


def _maker(counter: Counter, row: AgendaRow) -> str:
    service = counter.catalogue.find(row.service)
    return division_name(service.division if service else None) or counter.office.name


def _remark(row: AgendaRow) -> str:
    said = [row.registration_number, STATES.get(row.state, row.state)]
    if _awaits_number(row):
        said.append(f"nomor {TO_COME}")
    system, reference = str(row.body.get("system", "")), str(row.body.get("reference", ""))
    if system or reference:
        said.append(" ".join(part for part in (system, f"no. {reference}" if reference else "") if part))
    return " · ".join(said)


def _awaits_number(row: AgendaRow) -> bool:
    return row.key.startswith("letter.") and not row.body.get("letter_number")


def _date(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
