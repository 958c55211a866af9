"""Joins the page of the agenda books and its presenter, and binds them to the services."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk.domain.agenda import BOOKS
from desk.language import tr
from desk.services import agenda, audit
from desk.services.counter import Counter
from desk.services.outfile import write_whole
from desk.ui.kit.banner import Notice
from desk.ui.letters.page import LettersPage
from desk.ui.letters.presenter import Books, LetterActs, LettersPresenter
from desk.ui.page import Page
from desk.ui.preview.request import PaperRequest
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    page = LettersPage()
    presenter = LettersPresenter(page, acts_of(workplace), workplace.jobs)
    page.keep(presenter)
    page.arrived.connect(presenter.arrive)
    page.written.connect(presenter.grow_stale)
    page.book_chosen.connect(presenter.choose_book)
    page.next_book_requested.connect(presenter.next_book)
    page.month_chosen.connect(presenter.choose_month)
    page.year_chosen.connect(presenter.choose_year)
    page.moved.connect(presenter.move)
    page.searched.connect(presenter.search)
    page.opened.connect(presenter.open)
    page.print_requested.connect(presenter.print)
    page.workbook_requested.connect(presenter.begin_workbook)
    page.file_chosen.connect(presenter.save_workbook)
    page.retried.connect(presenter.refresh)
    return page


def acts_of(workplace: Workplace) -> LetterActs:
    """The services, for the books at this workplace."""
    counter = workplace.counter
    return LetterActs(
        lines=lambda wanted: tuple(agenda.lines(counter, wanted.book, *wanted.days, wanted.search)),
        years=lambda: agenda.years(counter),
        workbook=lambda first, last, path: _workbook(counter, first, last, path),
        books=lambda first, last: {book: tuple(agenda.lines(counter, book, first, last)) for book in BOOKS},
        paper=lambda books, first, last, period: _paper(counter, books, first, last, period),
        preview=workplace.preview,
        open_case=lambda case_id: workplace.go("cases", case_id),
        tell=lambda words, good: workplace.tell(Notice(words, "ok" if good else "bad")),
        today=lambda: counter.today,
    )


def _paper(counter: Counter, books: Books, first: date, last: date, period: str) -> PaperRequest:
    def make(size: str, _copy: int) -> bytes:
        from desk.print.agenda import agenda_pdf  # noqa: PLC0415 (reportlab comes with the first paper)

        return agenda_pdf(counter.office, books, first=first, last=last, paper=size, printed_at=counter.now())

    return PaperRequest(
        kind=f"agenda:{first.isoformat()}_{last.isoformat()}",
        title=tr("Buku agenda {period}", period=period),
        make=make,
        papers=("f4", "a4"),
        file_name=f"agenda-{first.isoformat()}-{last.isoformat()}.pdf",
    )


def _workbook(counter: Counter, first: date, last: date, path: Path) -> int:
    from desk.print.workbook.agenda import agenda_workbook  # noqa: PLC0415 (openpyxl comes with the first workbook)

    books = {book: tuple(agenda.lines(counter, book, first, last)) for book in BOOKS}
    head = counter.office.letterhead or (counter.office.name,)
    content = agenda_workbook(books, head=head, first=first, last=last, made_at=counter.now())
    audit.record(counter, "export", detail=f"agenda {first.isoformat()} {last.isoformat()}")
    write_whole(path, content)
    return sum(len(lines) for lines in books.values())
