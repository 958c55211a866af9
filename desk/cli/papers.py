"""Commands that put something on paper, into a PDF file or to a printer, and write the ledger."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.errors import DeskError, Refused, UsageError
from desk.domain.event import CaseId
from desk.language import tr
from desk.models.home import Home
from desk.print import printers as printing
from desk.print.booklet import booklet_pdf
from desk.print.checklist import checklist_pdf
from desk.print.disposition import disposition_pdf
from desk.print.given_back import given_back_pdf, returned
from desk.print.leaflet import leaflet_pdf
from desk.print.pledge import pledge_pdf
from desk.print.poster import poster_pdf
from desk.print.shortage import shortage_pdf
from desk.print.slip import slip_pdf
from desk.services import cases, ledger, sheets
from desk.services.counter import Counter, due_of_case
from desk.services.intake import assessment_of
from desk.services.outfile import write_whole


def checklist(session: Session, options: Namespace) -> Answer:
    """`desk print checklist SERVICE`."""
    service = session.catalogue.service(options.service)
    office = session.catalogue.office(service.office)
    documents = session.catalogue.documents
    content = checklist_pdf(
        office,
        service,
        options.paper,
        large=options.large,
        documents=documents,
        printed_on=session.clock().date(),
    )
    return put_out(session, options, f"checklist:{service.id}", content)


def poster(session: Session, options: Namespace) -> Answer:
    """`desk print poster SERVICE`."""
    service = session.catalogue.service(options.service)
    content = poster_pdf(session.catalogue.office(service.office), service, options.paper)
    return put_out(session, options, f"poster:{service.id}", content)


def leaflet(session: Session, options: Namespace) -> Answer:
    """`desk print leaflet SERVICE`."""
    service = session.catalogue.service(options.service)
    office = session.catalogue.office(service.office)
    content = leaflet_pdf(office, service, documents=session.catalogue.documents, printed_on=session.clock().date())
    return put_out(session, options, f"leaflet:{service.id}", content)


def booklet(session: Session, options: Namespace) -> Answer:
    """`desk print booklet OFFICE`."""
    office = session.catalogue.office(options.office)
    content = booklet_pdf(office, documents=session.catalogue.documents, printed_on=session.clock().date())
    return put_out(session, options, f"booklet:{office.slug}", content)


def pledge(session: Session, options: Namespace) -> Answer:
    """`desk print pledge OFFICE`."""
    office = session.catalogue.office(options.office)
    return put_out(session, options, f"pledge:{office.slug}", pledge_pdf(office, options.paper))


def slip(session: Session, options: Namespace) -> Answer:
    """`desk print slip CASE`: only of a file that is complete."""
    counter = session.counter
    case = cases.find(counter, options.case)
    service = counter.service_of(case)
    due = due_of_case(case, service, counter.calendar)

    def make(copy: int) -> bytes:
        return slip_pdf(
            counter.office,
            service,
            case,
            due=due,
            paper=options.paper,
            officer=counter.officer,
            printed_at=counter.now(),
            copy=copy,
        )

    return _put_out_copy(session, options, counter, "slip", case.id, make)


def missing(session: Session, options: Namespace) -> Answer:
    """`desk print missing CASE`."""
    counter = session.counter
    case = cases.find(counter, options.case)
    assessment = assessment_of(counter, case)
    if case.state != "returned":  # one sent back with nothing unticked says the note it went back with
        template = "Berkas {number} tidak sedang menunggu kekurangan, jadi tidak ada lembar kekurangannya."
        raise Refused("nothing_missing", template, field="case", number=case.registration_number)

    def make(copy: int) -> bytes:
        return shortage_pdf(
            counter.office,
            counter.service_of(case),
            case,
            assessment,
            paper=options.paper,
            officer=counter.officer,
            printed_at=counter.now(),
            copy=copy,
            documents=counter.catalogue.documents,
        )

    return _put_out_copy(session, options, counter, "missing", case.id, make)


def disposition(session: Session, options: Namespace) -> Answer:
    """`desk print disposition CASE`: for whoever decides next, or for the desk that is named."""
    counter = session.counter
    case = cases.find(counter, options.case)
    form = sheets.sheet_for(counter, case, options.whose)
    sheets.keep_lists(counter, form)

    def make(copy: int) -> bytes:
        return disposition_pdf(
            counter.office, form, paper=options.paper, officer=counter.officer, printed_at=counter.now(), copy=copy
        )

    answer = _put_out_copy(session, options, counter, f"disposition:{form.code.slot}", case.id, make)
    return Answer({**answer.value, "code": form.code.text, "for": form.signer.title}, answer.text)


def given_back(session: Session, options: Namespace) -> Answer:
    """`desk print given-back CASE`: the receipt for original papers that go back."""
    counter = session.counter
    case = cases.find(counter, options.case)
    service = counter.service_of(case)
    what = returned(service, case)

    def make(copy: int) -> bytes:
        return given_back_pdf(
            counter.office,
            service,
            case,
            what,
            paper=options.paper,
            officer=counter.officer,
            printed_at=counter.now(),
            copy=copy,
        )

    return _put_out_copy(session, options, counter, "given_back", case.id, make)


def printers(_session: Session, _options: Namespace) -> Answer:
    """`desk printers`."""
    found = printing.printers()
    lines = [f"{printer.name}{' *' if printer.default else ''} · {printer.state}" for printer in found]
    return Answer([asdict(printer) for printer in found], "\n".join(lines) or tr("Tidak ada pencetak."))


def _put_out_copy(
    session: Session, options: Namespace, counter: Counter, paper: str, case_id: CaseId, make: Callable[[int], bytes]
) -> Answer:
    """Put out a case's paper; every one after the first is marked as a copy."""
    copy = ledger.copies(counter, paper, case_id) + 1
    return put_out(session, options, paper, make(copy), case_id=case_id, copy=copy, reason=options.reason)


def put_out(
    session: Session,
    options: Namespace,
    paper: str,
    content: bytes,
    *,
    case_id: CaseId | None = None,
    copy: int = 1,
    reason: str = "",
) -> Answer:
    """Put a paper out, into the file or to the printer that the options name, and write the ledger."""
    if "" in (options.output, options.printer):
        raise UsageError("usage", "Tulis nama berkas pada -o, atau nama printer pada --printer.", field="-o")
    target = options.printer or ledger.FILE
    value: dict[str, Any] = {"paper": paper, "size": options.paper, "copy": copy, "bytes": len(content)}
    line = _ask(session, paper, case_id, target, content, copy, reason)
    try:
        if options.output:
            write_whole(Path(options.output), content)
            value["file"] = options.output
        else:
            sent = printing.send(content, options.printer, title=paper, paper=options.paper)
            value.update(printer=options.printer, job=sent.job)
    except DeskError as error:
        if line:
            ledger.failed(session.counter, line, error.message)
        raise
    if line:
        (ledger.saved if options.output else ledger.printed)(session.counter, line)
    text = (
        tr("Ditulis ke {file}", file=options.output) if options.output else tr("Dikirim ke {printer}", printer=target)
    )
    return Answer(value, text)


def _ask(
    session: Session, paper: str, case_id: CaseId | None, target: str, content: bytes, copy: int, reason: str
) -> str | None:
    """A ledger line; none for a list of requirements printed before any counter was set up."""
    if case_id is None and not _is_set_up(session.home):
        return None
    return ledger.ask(session.counter, paper, case_id, target, content, copy=copy, reason=reason)


def _is_set_up(home: Home) -> bool:
    return home.exists
