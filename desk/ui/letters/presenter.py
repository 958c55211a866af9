"""Decides which lines of the agenda books are shown, and what becomes of them on paper and in a workbook. Without Qt."""

from __future__ import annotations

import logging
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from desk.domain.agenda import AgendaLine, Book
from desk.domain.dates import month_name
from desk.domain.errors import DeskError
from desk.language import language, sentence, tr
from desk.ui.preview.request import PaperRequest
from desk.ui.runner import Runner

log = logging.getLogger(__name__)
Books = Mapping[Book, Sequence[AgendaLine]]
YEAR = 0
"""In place of a month: the whole year."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: a book, a month (`YEAR` for all of them) of a year, and words to be found."""

    book: Book
    year: int
    month: int
    search: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        if self.month == YEAR:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        return date(self.year, self.month, 1), date(self.year, self.month, monthrange(self.year, self.month)[1])

    def moved(self, by: int) -> Wanted:
        """One month (or year) earlier or later."""
        if self.month == YEAR:
            return replace(self, year=self.year + by)
        count = self.year * 12 + self.month - 1 + by
        return replace(self, year=count // 12, month=count % 12 + 1)


def period_words(wanted: Wanted) -> str:
    """``November 2026`` or ``2026``."""
    if wanted.month == YEAR:
        return str(wanted.year)
    return f"{month_name(wanted.month, language())} {wanted.year}"


@dataclass(frozen=True, slots=True)
class LetterActs:
    """What the screen asks of the services; all but `paper` and those below it touch the store.

    Attributes:
        books: both books of these days; paper: them as they are previewed.
        workbook: writes both books of these days to a file; returns how many lines it has.
    """

    lines: Callable[[Wanted], Sequence[AgendaLine]]
    years: Callable[[], Sequence[int]]
    workbook: Callable[[date, date, Path], int]
    books: Callable[[date, date], Books]
    paper: Callable[[Books, date, date, str], PaperRequest]
    preview: Callable[[PaperRequest], None]
    open_case: Callable[[str], None]
    tell: Callable[[str, bool], None]
    today: Callable[[], date]


class LettersView(Protocol):
    """The page."""

    def show_wanted(self, wanted: Wanted, period: str, years: Sequence[int]) -> None: ...  # noqa: D102 (what is chosen)
    def show_busy(self) -> None: ...  # noqa: D102 (a list that is there stays)
    def show_lines(self, wanted: Wanted, lines: Sequence[AgendaLine], period: str) -> None: ...  # noqa: D102 (the book)
    def show_error(self, words: str) -> None: ...  # noqa: D102 (it can't be read)
    def ask_file(self, name: str) -> None: ...  # noqa: D102 (where the workbook goes)


class LettersPresenter:
    """Both books, a month at a time."""

    def __init__(self, view: LettersView, acts: LetterActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        today = acts.today()
        self._wanted = Wanted("in", today.year, today.month)
        self._years: tuple[int, ...] = (today.year,)
        self._asked = 0
        self._stale = True

    @property
    def wanted(self) -> Wanted:
        """What is shown."""
        return self._wanted

    def arrive(self) -> None:
        """The page comes to the front."""
        if self._stale:
            self._jobs.run(self._acts.years, self._on_years, lambda _trouble: None)
            self.refresh()

    def grow_stale(self) -> None:
        """Something was written: read again at the next look."""
        self._stale = True

    def refresh(self) -> None:
        """Read the lines."""
        self._asked += 1
        asked, wanted = self._asked, self._wanted
        self._view.show_wanted(wanted, period_words(wanted), self._years)
        self._view.show_busy()

        def shown(lines: Sequence[AgendaLine]) -> None:
            if asked == self._asked:
                self._stale = False
                self._view.show_lines(wanted, lines, period_words(wanted))

        def failed(trouble: Exception) -> None:
            if asked == self._asked:
                self._view.show_error(_said(trouble))

        self._jobs.run(lambda: self._acts.lines(wanted), shown, failed)

    def choose_book(self, book: Book) -> None:
        """The other book, of the same month."""
        self._go(replace(self._wanted, book=book))

    def next_book(self) -> None:
        """From the one to the other."""
        self.choose_book("out" if self._wanted.book == "in" else "in")

    def choose_month(self, month: int) -> None:
        """A month, or the whole year."""
        self._go(replace(self._wanted, month=month))

    def choose_year(self, year: int) -> None:
        """A year."""
        self._go(replace(self._wanted, year=year))

    def move(self, by: int) -> None:
        """A month earlier or later."""
        self._go(self._wanted.moved(by))

    def search(self, text: str) -> None:
        """Words to be found in the period."""
        self._go(replace(self._wanted, search=text))

    def open(self, line: AgendaLine) -> None:
        """The file of a line, in Berkas."""
        self._acts.open_case(line.case_id)

    def print(self) -> None:
        """Both books of the period, as they will be printed."""
        first, last = self._wanted.days
        period = period_words(self._wanted)

        def shown(books: Books) -> None:
            self._acts.preview(self._acts.paper(books, first, last, period))

        self._jobs.run(lambda: self._acts.books(first, last), shown, self._on_trouble)

    def begin_workbook(self) -> None:
        """Ask where the workbook goes."""
        first, last = self._wanted.days
        whole = self._wanted.month == YEAR
        self._view.ask_file(f"agenda-{first.year}.xlsx" if whole else f"agenda-{last.isoformat()[:7]}.xlsx")

    def save_workbook(self, path: Path) -> None:
        """Write the workbook of both books of the period."""
        first, last = self._wanted.days

        def done(count: int) -> None:
            self._acts.tell(tr("{count} baris agenda disimpan di {path}.", count=count, path=str(path)), True)

        self._jobs.run(lambda: self._acts.workbook(first, last, path), done, self._on_trouble)

    def _on_trouble(self, trouble: Exception) -> None:
        self._acts.tell(_said(trouble), False)

    def _go(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.refresh()

    def _on_years(self, years: Sequence[int]) -> None:
        self._years = tuple(years)
        self._view.show_wanted(self._wanted, period_words(self._wanted), self._years)


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    log.error("an act of the letters screen failed", exc_info=trouble)
    return tr("Terjadi kesalahan pada program; rinciannya tercatat di desk.log.")
