"""Commands on the agenda books."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from desk.cli.answer import Answer
from desk.cli.papers import put_out
from desk.cli.session import Session
from desk.domain.agenda import BOOKS, AgendaLine, Book
from desk.domain.dates import short_date
from desk.domain.errors import UsageError
from desk.language import tr
from desk.print.agenda import agenda_pdf
from desk.print.workbook.agenda import agenda_workbook
from desk.services import agenda as service
from desk.services import audit
from desk.services.counter import Counter
from desk.services.outfile import write_whole


def agenda(session: Session, options: Namespace) -> Answer:
    """`desk agenda`: the lines of the days, or a workbook of them."""
    counter = session.reader
    first, last = _days(counter, options)
    books = {book: tuple(service.lines(counter, book, first, last, options.search)) for book in _books(options.book)}
    found = [line for lines in books.values() for line in lines]
    value = [as_json(line) for line in found]
    if options.output is None:
        return Answer(value, "\n".join(_text(line) for line in found) or tr("Tidak ada surat dalam masa ini."))
    head = counter.office.letterhead or (counter.office.name,)
    content = agenda_workbook(books, head=head, first=first, last=last, made_at=counter.now())
    audit.record(counter, "export", detail=f"desk agenda {first.isoformat()} {last.isoformat()}")
    write_whole(Path(options.output), content)
    return Answer(
        {"file": options.output, "lines": len(found)},
        tr("{count} baris agenda: {file}", count=len(found), file=options.output),
    )


def print_agenda(session: Session, options: Namespace) -> Answer:
    """`desk print agenda`: both books as one PDF."""
    counter = session.counter
    first, last = _days(counter, options)
    books = {book: service.lines(counter, book, first, last) for book in BOOKS}
    content = agenda_pdf(counter.office, books, first=first, last=last, paper=options.paper, printed_at=counter.now())
    return put_out(session, options, f"agenda:{first.isoformat()}_{last.isoformat()}", content)


def as_json(line: AgendaLine) -> dict[str, Any]:
    """A line in the contract's shape."""
    common = {
        "book": line.book,
        "number": line.serial,
        "letter_number": line.letter_number or None,
        "letter_date": _iso(line.letter_date),
        "matter": line.matter,
        "enclosures": line.enclosures,
        "remark": line.remark,
        "case": line.case_id,
        "registration_number": line.registration_number,
        "counter": line.counter,
        "guarded": line.guarded,
    }
    if line.book == "in":
        return {**common, "received": _iso(line.day), "from": line.party, "forwarded": list(line.forwarded)}
    return {**common, "entered": _iso(line.day), "to": line.party, "sent": _iso(line.sent), "maker": line.maker}


def _books(said: str | None) -> tuple[Book, ...]:
    return tuple(book for book in BOOKS if said in (None, book))


def _days(counter: Counter, options: Namespace) -> tuple[date, date]:
    """The days asked for; left out, this month up to today."""
    today = counter.today
    first = _day(options.from_date, "--from") if options.from_date else today.replace(day=1)
    last = _day(options.to_date, "--to") if options.to_date else max(today, first)
    return first, last


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        template = "Tanggal '{text}' pada {option} bukan tanggal TTTT-BB-HH, misalnya 2026-11-22."
        raise UsageError("usage", template, field=option, option=option, text=text) from None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(line: AgendaLine) -> str:
    return f"{line.number:>12}  {short_date(line.day)}  {line.letter_number or '–':24} {line.party} · {line.matter}"
