"""Decides what Berkas shows: a list, one file beside it. Without Qt; the store is touched through `jobs` only."""

from __future__ import annotations

from collections.abc import Callable

from desk.domain.behind import read_reference
from desk.domain.case import Case
from desk.language import tr
from desk.ui.cases.acting import Acting
from desk.ui.cases.asking import CasesActs, CasesView, Filter
from desk.ui.cases.detail import detail_of
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.listing import Listing
from desk.ui.cases.revealing import Revealing
from desk.ui.cases.trouble import said
from desk.ui.preview.request import PaperRequest
from desk.ui.runner import Runner


class CasesPresenter:
    """One list, one case beside it: what is shown is what is selected, or what somebody came here for.

    `_wanted` is that case, `_shown` the one whose dossier is in view; acts are done only where both are the same.

    Attributes:
        listing: the list and its filters; acting: forms and acts.
    """

    def __init__(self, view: CasesView, acts: CasesActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self.listing = Listing(view, acts, jobs, narrowed=self._on_narrowed, listed=self._on_listed, lost=self._let_go)
        self.acting = Acting(view, acts, jobs, chosen=self._chosen, written=self._on_written, stale=self._refetch)
        self._wanted = ""
        self._shown = ""
        self._held = False
        self._entering = False
        self._dossier: Dossier | None = None
        self._numbers = Revealing(acts.reveal, jobs, self._show, lambda trouble: view.tell(said(trouble), good=False))
        self._stale = True
        self._began = False

    def arrive(self) -> None:
        """The page came to the front: fetch what may be stale."""
        if not self._began:
            self._began = True
            self.acting.bring_back()
        if self._stale:
            self.refresh()

    def leave(self) -> None:
        """Another page takes the front: numbers are masked, half-filled forms kept."""
        self.mask()
        self.acting.rest()

    def grow_stale(self) -> None:
        """Something was written elsewhere."""
        self._stale = True

    def refresh(self) -> None:
        """Fetch the list and the case in view again."""
        self._stale = False
        self.listing.refresh()
        self._refetch()

    def choose(self, case_id: str) -> None:
        """A row was chosen."""
        if case_id != self._wanted:
            self._want(case_id, held=False)

    def enter_list(self) -> None:
        """Enter or Down in the search field: to the list, on the case selected there or the first."""
        if self.listing.searching:
            self._entering = True
            return
        if self.listing.ids:
            if self._wanted not in self.listing.ids:
                self._view.choose(self.listing.ids[0])
            self._view.focus_list()

    def open(self, reference: str) -> None:
        """Come here for that case, whatever the list is narrowed to; or for the files behind a figure, and only those."""
        behind = read_reference(reference)
        if behind is not None:
            self.listing.narrow(Filter(behind=behind))
            return
        self._want(reference, held=True)
        self._view.choose(reference)

    def reveal(self) -> None:
        """Show or mask the identity numbers."""
        if dossier := self._in_view():
            self._numbers.turn(dossier.case.id)

    def mask(self) -> None:
        """Somebody goes elsewhere: numbers that were shown are masked."""
        shown = self._numbers.shown
        self._numbers.mask()
        if shown:
            self._show()

    def print_slip(self) -> None:
        """The receipt again; the preview asks the reason and marks the copy."""
        self._print(self._acts.slip)

    def print_shortage(self) -> None:
        """The list of what is missing."""
        self._print(self._acts.shortage)

    def print_given_back(self) -> None:
        """The receipt for original papers that went back, or are about to."""
        self._print(lambda case: self._acts.given_back(case, ()))

    def print_disposition(self) -> None:
        """The sheet for whoever decides next."""
        if dossier := self._chosen():
            self._jobs.run(
                lambda: self._acts.disposition(dossier.case),
                self._acts.preview,
                lambda trouble: self._view.tell(said(trouble), good=False),
            )

    def press_first(self) -> None:
        """The key of the act that comes next."""
        dossier = self._chosen()
        first = detail_of(dossier, revealed=False).first if dossier else None
        if first is not None:
            self.acting.begin(first.action, first.key)

    def _print(self, paper: Callable[[Case], PaperRequest]) -> None:
        if dossier := self._chosen():
            self._acts.preview(paper(dossier.case))

    def _in_view(self) -> Dossier | None:
        """The case that is both wanted and shown."""
        return self._dossier if self._wanted and self._shown == self._wanted else None

    def _chosen(self) -> Dossier | None:
        """The case to act on; none while a search may be about to bring another."""
        if self.listing.searching:
            self._view.tell(tr("Sebentar, berkas sedang dicari. Ulangi setelah daftar tampil."), good=False)
            return None
        return self._in_view()

    def _want(self, case_id: str, *, held: bool) -> None:
        """Show that case; a `held` one stays when the list is fetched again without it."""
        self._wanted, self._held = case_id, held
        self._numbers.mask()
        self.acting.let_go()
        self._fetch_case(case_id)

    def _let_go(self) -> None:
        """No case is in view."""
        self._wanted, self._shown, self._held = "", "", False
        self._numbers.mask()
        self._entering = False
        self._dossier = None
        self.acting.let_go()
        self._view.choose("")
        self._view.show_no_detail()

    def _on_narrowed(self) -> None:
        """What was come for earlier holds no longer."""
        self._held = False

    def _on_listed(self, narrow: bool) -> None:
        """After every change of the list: the case in view is one of it, or was come for, or none is."""
        ids = self.listing.ids
        if not self._held and self._wanted not in ids:
            if len(ids) == 1 or (ids and not self._wanted and not narrow):
                self._view.choose(ids[0])
            else:
                self._let_go_keeping_entry()
        if self._entering:
            self._entering = False
            self.enter_list()

    def _let_go_keeping_entry(self) -> None:
        entering = self._entering
        self._let_go()
        self._entering = entering

    def _on_written(self) -> None:
        self._held = self._held or self._shown == self._wanted  # it stays in view though it may leave the list
        self._stale = True
        self._acts.changed()
        if self._stale:  # nobody has fetched anew meanwhile
            self.refresh()

    def _refetch(self) -> None:
        if self._wanted:
            self._fetch_case(self._wanted)

    def _fetch_case(self, case_id: str) -> None:
        def answer(dossier: Dossier) -> None:
            if case_id == self._wanted:
                self._dossier, self._shown = dossier, case_id
                self._show()
                self.acting.on_shown(dossier)

        def failed(trouble: Exception) -> None:
            if case_id == self._wanted:
                self._dossier, self._shown = None, ""
                self.acting.let_go()
                self._view.show_detail_error(said(trouble))

        self._jobs.run(lambda: self._acts.dossier(case_id), answer, failed)

    def _show(self) -> None:
        if self._dossier is not None:
            self._view.show_detail(detail_of(self._dossier, revealed=self._numbers.shown))
