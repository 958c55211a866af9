"""Decides what Berkas shows and does. Without Qt; everything that touches the store goes through `jobs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, Protocol

from desk.domain.case import Case
from desk.domain.errors import DeskError
from desk.domain.intake_reader import write_intake
from desk.domain.offers import step_just_done
from desk.language import sentence, tr
from desk.ui.cases.dossier import Detail, Dossier, detail_of
from desk.ui.cases.revealing import Revealing
from desk.ui.preview.request import PaperRequest
from desk.ui.runner import Runner

Since = Literal["", "today", "week", "month", "year"]
PAGE = 50


class Listed(Protocol):
    """`services.cases.CaseRow`, as far as the list shows it."""

    @property
    def id(self) -> str: ...  # noqa: D102 (services.cases says)
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def service_title(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def received_at(self) -> str: ...  # noqa: D102
    @property
    def due_at(self) -> str | None: ...  # noqa: D102
    @property
    def sensitive(self) -> bool: ...  # noqa: D102
    @property
    def conflict(self) -> bool: ...  # noqa: D102


class Listing(Protocol):
    """`services.cases.CasePage`."""

    @property
    def rows(self) -> Sequence[Listed]: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; `state` ``overdue`` means open and late."""

    search: str = ""
    state: str = ""
    since: Since = ""

    @property
    def narrow(self) -> bool:
        """Whether anything is left out."""
        return bool(self.search or self.state or self.since)


@dataclass(frozen=True, slots=True)
class CasesActs:
    """What the screen asks of the services. `rows`, `dossier`, `counts`, `act`, `reveal`
    and `take_up` touch the store.
    """

    rows: Callable[[Filter, str | None], Listing]
    counts: Callable[[], Mapping[str, int]]
    dossier: Callable[[str], Dossier]
    act: Callable[[str, str, str], Case]
    reveal: Callable[[str], None]
    correct: Callable[[str, Mapping[str, Any], str], Case]
    slip: Callable[[Case], PaperRequest]
    shortage: Callable[[Case], PaperRequest]
    preview: Callable[[PaperRequest], None]
    take_up: Callable[[str], None]
    changed: Callable[[], None]


class CasesView(Protocol):
    """The page."""

    def show_rows(self, rows: Sequence[Any], *, more: bool) -> None: ...  # noqa: D102 (the first page of the list)
    def append_rows(self, rows: Sequence[Any], *, more: bool) -> None: ...  # noqa: D102 (the next one)
    def show_counts(self, counts: Mapping[str, int]) -> None: ...  # noqa: D102 (on the filters)
    def show_no_cases(self, *, narrow: bool) -> None: ...  # noqa: D102 (an empty list)
    def show_list_busy(self) -> None: ...  # noqa: D102 (the list is being fetched)
    def show_list_error(self, words: str) -> None: ...  # noqa: D102 (the list can't be fetched)
    def show_detail(self, detail: Detail) -> None: ...  # noqa: D102 (one case)
    def show_no_detail(self) -> None: ...  # noqa: D102 (none chosen)
    def show_detail_error(self, words: str) -> None: ...  # noqa: D102 (it can't be fetched)
    def choose(self, case_id: str) -> None: ...  # noqa: D102 (select it in the list; nothing where it isn't there)
    def focus_list(self) -> None: ...  # noqa: D102 (the keys go to the list)
    def ask_correction(self, case_id: str, applicant: Mapping[str, Any]) -> None: ...  # noqa: D102 (open its form)
    def close_correction(self) -> None: ...  # noqa: D102 (put it away)
    def show_correction_error(self, field: str, words: str) -> None: ...  # noqa: D102 (beside the field)
    def ask_note(self, action: str) -> None: ...  # noqa: D102 (open the note form for that action)
    def close_note(self) -> None: ...  # noqa: D102 (put it away)
    def show_note_error(self, words: str) -> None: ...  # noqa: D102 (beside the note)
    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None: ...  # noqa: D102 (the bottom line)


class CasesPresenter:
    """One list, one case beside it: what is shown is what is selected, or what somebody came here for.

    `_wanted` is that case, `_shown` the one whose dossier is in view; acts are done only where both are the same.
    """

    def __init__(self, view: CasesView, acts: CasesActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._filter = Filter()
        self._asked = 0
        self._after: str | None = None
        self._wanted = ""
        self._shown = ""
        self._held = False
        self._listed: list[str] = []
        self._searching = False
        self._entering = False
        self._dossier: Dossier | None = None
        self._numbers = Revealing(acts.reveal, jobs, self._show, lambda trouble: view.tell(_said(trouble), good=False))
        self._stale = True
        self._acting = False

    @property
    def narrow(self) -> bool:
        """Whether the list leaves anything out."""
        return self._filter.narrow

    def arrive(self) -> None:
        """The page came to the front: fetch what may be stale."""
        if self._stale:
            self.refresh()

    def grow_stale(self) -> None:
        """Something was written elsewhere."""
        self._stale = True

    def refresh(self) -> None:
        """Fetch the list and the case in view again."""
        self._stale = False
        self._fetch()
        self._jobs.run(self._acts.counts, self._view.show_counts, lambda _trouble: None)
        if self._wanted:
            self._fetch_case(self._wanted)

    def search(self, text: str) -> None:
        """The officer typed in the search field."""
        self._narrow(replace(self._filter, search=text.strip()))

    def choose_state(self, state: str) -> None:
        """A filter was pressed; pressed again it is lifted."""
        self._narrow(replace(self._filter, state="" if state == self._filter.state else state))

    def choose_since(self, since: Since) -> None:
        """Only files received since then."""
        self._narrow(replace(self._filter, since=since))

    def clear_filters(self) -> None:
        """Everything again."""
        self._narrow(Filter())

    def more(self) -> None:
        """The list was scrolled to its end."""
        if self._after is None:
            return
        asked, after, wanted = self._asked, self._after, self._filter
        self._after = None

        def answer(page: Listing) -> None:
            if asked == self._asked:
                self._after = page.after
                self._listed += [str(row.id) for row in page.rows]
                self._view.append_rows(page.rows, more=page.after is not None)

        self._jobs.run(lambda: self._acts.rows(wanted, after), answer, self._on_list_trouble)

    def choose(self, case_id: str) -> None:
        """A row was chosen."""
        if case_id == self._wanted:
            return
        self._want(case_id, held=False)

    def enter_list(self) -> None:
        """Enter or Down in the search field: to the list, on the case selected there or the first."""
        if self._searching:
            self._entering = True
            return
        if self._listed:
            if self._wanted not in self._listed:
                self._view.choose(self._listed[0])
            self._view.focus_list()

    def open(self, case_id: str) -> None:
        """Come here for that case, whatever the list is narrowed to."""
        self._want(case_id, held=True)
        self._view.choose(case_id)

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
        if dossier := self._chosen():
            self._acts.preview(self._acts.slip(dossier.case))

    def print_shortage(self) -> None:
        """The list of what is missing."""
        if dossier := self._chosen():
            self._acts.preview(self._acts.shortage(dossier.case))

    def take_up(self) -> None:
        """A returned file is taken up at Loket."""
        dossier = self._chosen()
        if dossier is not None and dossier.case.state == "returned":
            self._acts.take_up(dossier.case.id)

    def begin(self, action: str) -> None:
        """An action was pressed: one that needs a reason asks for it beside, the others are done."""
        dossier = self._chosen()
        if dossier is None:
            return
        if action == "correct":
            self._view.ask_correction(dossier.case.id, write_intake(dossier.case.as_intake())["applicant"])
        elif action == "note" or detail_of(dossier, revealed=False).actions.get(action):
            self._view.ask_note(action)
        else:
            self.act(action, "")

    def act(self, action: str, note: str) -> None:
        """Do it."""
        if dossier := self._chosen():
            self._do(dossier.case.id, action, note)

    def correct(self, case_id: str, applicant: Mapping[str, Any], note: str) -> None:
        """The applicant's data are to be these."""
        self._run("correct", lambda: self._acts.correct(case_id, applicant, note))

    def _do(self, case_id: str, action: str, note: str) -> None:
        self._run(action, lambda: self._acts.act(case_id, action, note))

    def _run(self, action: str, work: Callable[[], Case]) -> None:
        if self._acting:
            return
        self._acting = True

        def done(case: Case) -> None:
            self._acting = False
            self._view.close_note()
            if action == "correct":
                self._view.close_correction()
            self._say_done(case, action)
            self._held = self._held or self._shown == self._wanted  # it stays in view though it may leave the list
            self._acts.changed()
            self.refresh()

        def failed(trouble: Exception) -> None:
            self._acting = False
            if action == "correct":
                self._view.show_correction_error(getattr(trouble, "field", "") or "", _said(trouble))
            elif isinstance(trouble, DeskError) and trouble.field == "note":
                self._view.show_note_error(sentence(trouble))
            else:
                self._view.tell(_said(trouble), good=False)

        self._jobs.run(work, done, failed)

    def _say_done(self, case: Case, action: str) -> None:
        """What was done, and how to take it back where that can be."""
        number = case.registration_number
        if action == "take_back":
            self._view.tell(tr("Langkah terakhir berkas {number} dibatalkan.", number=number), good=True)
            return
        back = step_just_done(case)
        undo = partial(self._do, case.id, "take_back", "") if action == "advance" and back else None
        self._view.tell(tr("Tercatat pada berkas {number}.", number=number), good=True, undo=undo)

    def _in_view(self) -> Dossier | None:
        """The case that is both wanted and shown."""
        return self._dossier if self._wanted and self._shown == self._wanted else None

    def _chosen(self) -> Dossier | None:
        """The case to act on; none while a search may be about to bring another."""
        if self._searching:
            self._view.tell(tr("Sebentar, berkas sedang dicari. Ulangi setelah daftar tampil."), good=False)
            return None
        return self._in_view()

    def _want(self, case_id: str, *, held: bool) -> None:
        """Show that case; a `held` one stays when the list is fetched again without it."""
        self._wanted, self._held = case_id, held
        self._numbers.mask()
        self._view.close_note()
        self._fetch_case(case_id)

    def _let_go(self) -> None:
        """No case is in view."""
        self._wanted, self._shown, self._held = "", "", False
        self._numbers.mask()
        self._dossier = None
        self._view.close_note()
        self._view.choose("")
        self._view.show_no_detail()

    def _narrow(self, wanted: Filter) -> None:
        """Another list: what was come for earlier holds no longer."""
        self._filter, self._held, self._searching = wanted, False, True
        self._fetch()

    def _fetch(self) -> None:
        self._asked += 1
        asked, wanted = self._asked, self._filter

        def answer(page: Listing) -> None:
            if asked != self._asked:
                return
            self._searching = False
            self._after = page.after
            self._listed = [str(row.id) for row in page.rows]
            if page.rows:
                self._view.show_rows(page.rows, more=page.after is not None)
            else:
                self._view.show_no_cases(narrow=wanted.narrow)
            self._follow(narrow=wanted.narrow)
            self._enter()

        def failed(trouble: Exception) -> None:
            if asked == self._asked:
                if self._searching:
                    self._let_go()
                self._searching = self._entering = False
                self._on_list_trouble(trouble)

        self._view.show_list_busy()
        self._jobs.run(lambda: self._acts.rows(wanted, None), answer, failed)

    def _follow(self, *, narrow: bool) -> None:
        """After every change of the list: the case in view is one of it, or was come for, or none is."""
        if self._held or self._wanted in self._listed:
            return
        if len(self._listed) == 1 or (self._listed and not self._wanted and not narrow):
            self._view.choose(self._listed[0])
        else:
            self._let_go()

    def _enter(self) -> None:
        if self._entering:
            self._entering = False
            self.enter_list()

    def _on_list_trouble(self, trouble: Exception) -> None:
        self._view.show_list_error(_said(trouble))

    def _fetch_case(self, case_id: str) -> None:
        def answer(dossier: Dossier) -> None:
            if case_id == self._wanted:
                self._dossier, self._shown = dossier, case_id
                self._show()

        def failed(trouble: Exception) -> None:
            if case_id == self._wanted:
                self._dossier, self._shown = None, ""
                self._view.show_detail_error(_said(trouble))

        self._jobs.run(lambda: self._acts.dossier(case_id), answer, failed)

    def _show(self) -> None:
        if self._dossier is not None:
            self._view.show_detail(detail_of(self._dossier, revealed=self._numbers.shown))


def _said(trouble: Exception) -> str:
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr(
        "Data tidak dapat dibaca ({trouble}). Coba lagi; bila tetap gagal, buka ulang Desk.",
        trouble=type(trouble).__name__,
    )
