"""The list of Berkas: what it is narrowed to, its pages, and the answers that come too late. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desk.ui.cases.asking import CasesActs, Filter, ListPage, ListView, Sieve, Since
from desk.ui.cases.trouble import said
from desk.ui.runner import Runner


class Listing:
    """One list.

    Attributes:
        ids: of the files that are listed so far.
        searching: whether another list was asked for that hasn't come yet.
    """

    def __init__(
        self,
        view: ListView,
        acts: CasesActs,
        jobs: Runner,
        *,
        narrowed: Callable[[], None],
        listed: Callable[[bool], None],
        lost: Callable[[], None],
    ) -> None:
        """`narrowed` is called when another list is wanted, `listed` (narrow?) when it is there, `lost` when it can't be."""
        self._view, self._acts, self._jobs = view, acts, jobs
        self._narrowed, self._listed, self._lost = narrowed, listed, lost
        self._filter = Filter()
        self._sieve = Sieve()
        self._asked = 0
        self._after: str | None = None
        self.ids: list[str] = []
        self.searching = False

    @property
    def filter(self) -> Filter:
        """What it is narrowed to."""
        return self._filter

    def search(self, text: str) -> None:
        """The officer typed in the search field."""
        self.narrow(replace(self._filter, search=text.strip()))

    def choose_state(self, state: str) -> None:
        """A filter was pressed; pressed again it is lifted."""
        self.narrow(replace(self._filter, state="" if state == self._filter.state else state))

    def choose_since(self, since: Since) -> None:
        """Only files received since then."""
        self.narrow(replace(self._filter, since=since))

    def choose_holder(self, holder: str) -> None:
        """Only files that this desk has; empty lifts it."""
        self.narrow(replace(self._filter, holder=holder))

    def choose_service(self, service: str) -> None:
        """Only files of that service; empty lifts it."""
        self.narrow(replace(self._filter, service=service))

    def choose_mark(self, mark: str) -> None:
        """Only files whose clock stands, that have something untold, or whose product waits; pressed again it is lifted."""
        now = self._filter
        self.narrow({
            "paused": replace(now, paused=not now.paused),
            "unrecorded": replace(now, unrecorded=not now.unrecorded),
            "to_fetch": replace(now, to_fetch=not now.to_fetch),
        }[mark])  # fmt: skip

    def clear(self) -> None:
        """Everything again."""
        self.narrow(Filter())

    def narrow(self, wanted: Filter) -> None:
        """Another list."""
        self._filter, self.searching = wanted, True
        self._view.show_filter(wanted, self._sieve)
        self._narrowed()
        self.fetch()

    def refresh(self) -> None:
        """The list as it is now, how many there are of each kind, and what it can be narrowed by."""
        self.fetch()
        self._jobs.run(self._acts.counts, self._view.show_counts, lambda _trouble: None)
        self._jobs.run(self._acts.sieve, self._on_sieve, lambda _trouble: None)

    def more(self) -> None:
        """The list was scrolled to its end."""
        if self._after is None:
            return
        asked, after, wanted = self._asked, self._after, self._filter
        self._after = None

        def answer(page: ListPage) -> None:
            if asked == self._asked:
                self._after = page.after
                self.ids += [str(row.id) for row in page.rows]
                self._view.append_rows(page.rows, more=page.after is not None)

        self._jobs.run(lambda: self._acts.rows(wanted, after), answer, self._on_trouble)

    def fetch(self) -> None:
        """The first page."""
        self._asked += 1
        asked, wanted = self._asked, self._filter

        def answer(page: ListPage) -> None:
            if asked != self._asked:
                return
            self.searching = False
            self._after = page.after
            self.ids = [str(row.id) for row in page.rows]
            if page.rows:
                self._view.show_rows(page.rows, more=page.after is not None)
            else:
                self._view.show_no_cases(narrow=wanted.narrow)
            self._listed(wanted.narrow)

        def failed(trouble: Exception) -> None:
            if asked == self._asked:
                if self.searching:
                    self._lost()
                self.searching = False
                self._on_trouble(trouble)

        self._view.show_list_busy()
        self._jobs.run(lambda: self._acts.rows(wanted, None), answer, failed)

    def _on_sieve(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._view.show_filter(self._filter, sieve)

    def _on_trouble(self, trouble: Exception) -> None:
        self._view.show_list_error(said(trouble))
