"""Decides what Disposisi shows and does. Without Qt; everything that touches the store goes through `jobs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from desk.domain.case import Case
from desk.domain.errors import DeskError
from desk.domain.movement import Holder
from desk.language import sentence, tr
from desk.services.queue import OfficeTray
from desk.ui.dispositions.glance import Fetched, Glance, TrayAction, glance_of
from desk.ui.dispositions.lines import EVERYWHERE, Mark, Narrowed, QueueLine, Since, TrayLine, tray_lines
from desk.ui.runner import Runner

PAGE = 50


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the list; `after` asks for the next, None on the last."""

    rows: tuple[QueueLine, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What an act was told beside its file."""

    to: tuple[str, ...] = ()
    note: str = ""
    by: str = ""
    data: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class TrayActs:
    """What the screen asks of the services. All but `open_case`, `capture`, `days_since` and `changed` touch the store.

    `act` takes the case, the action, what was told, and who had the file when it was looked at; `take_back` the case as
    the act left it. `capture` opens the form of a disposition for a file and slot.
    """

    trays: Callable[[], Sequence[OfficeTray]]
    page: Callable[[str, Narrowed, str | None], QueuePage]
    fetch: Callable[[QueueLine], Fetched]
    act: Callable[[str, TrayAction, Told, Holder], Case]
    take_back: Callable[[Case], Case]
    can_take_back: Callable[[Case], bool]
    days_since: Callable[[str], int]
    open_case: Callable[[str], None]
    capture: Callable[[str, str], None]
    changed: Callable[[], None]


class TraysView(Protocol):
    """The page."""

    def show_trays(self, lines: Sequence[TrayLine], chosen: str) -> None: ...  # noqa: D102 (the left column)
    def show_head(self, line: TrayLine | None) -> None: ...  # noqa: D102 (the chosen tray above the list)
    def show_narrowed(self, narrowed: Narrowed) -> None: ...  # noqa: D102 (the chips)
    def show_lines(self, rows: Sequence[QueueLine], *, more: bool) -> None: ...  # noqa: D102 (the first page)
    def append_lines(self, rows: Sequence[QueueLine], *, more: bool) -> None: ...  # noqa: D102 (the next one)
    def show_nothing(self, *, narrow: bool, everywhere: bool) -> None: ...  # noqa: D102 (an empty list)
    def show_busy(self) -> None: ...  # noqa: D102 (the list is being fetched)
    def show_error(self, words: str) -> None: ...  # noqa: D102 (it can't be)
    def choose(self, key: str) -> None: ...  # noqa: D102 (select that row)
    def focus_list(self) -> None: ...  # noqa: D102 (the keys go to the list)
    def show_glance(self, glance: Glance) -> None: ...  # noqa: D102 (the chosen file)
    def show_no_glance(self) -> None: ...  # noqa: D102 (none is chosen)
    def show_glance_error(self, words: str) -> None: ...  # noqa: D102 (it can't be fetched)
    def ask(self, action: TrayAction, glance: Glance, desks: Mapping[str, str], by: str) -> None: ...  # noqa: D102 (open its form)
    def close_form(self) -> None: ...  # noqa: D102 (put it away)
    def show_form_error(self, field: str, words: str) -> None: ...  # noqa: D102 (beside the field)
    def tell(self, words: str, *, good: bool, undo: Callable[[], None] | None = None) -> None: ...  # noqa: D102 (the bottom line)


ASKING: frozenset[TrayAction] = frozenset({"answer", "reassign"})
"""Acts that need words or a desk; a disposition has the sheet's own form, the others are done at once."""


class TraysPresenter:
    """Trays at the left, one of them open, one of its files beside it.

    `_wanted` is the file that is selected, `_shown` the one whose glance is in view; acts are done only where both are
    the same.
    """

    def __init__(self, view: TraysView, acts: TrayActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._trays: Sequence[OfficeTray] = ()
        self._position, self._sought = EVERYWHERE, ""
        self._narrowed = Narrowed()
        self._rows: list[QueueLine] = []
        self._asked = 0
        self._after: str | None = None
        self._wanted = self._shown = ""
        self._place = 0
        self._fetched: Fetched | None = None
        self._stale, self._acting, self._entering = True, False, False

    @property
    def position(self) -> str:
        """The tray that is open."""
        return self._position

    @property
    def title(self) -> str:
        """What it is called."""
        return next((one.title for one in self._trays if one.tray.position == self._position), tr("Semua"))

    def acts_as(self, position: str) -> str:
        """Whose act is recorded at that desk: who sits there; at the counter, and of no desk in particular, the officer's."""
        return next((one.acts_as for one in self._trays if one.tray.position == position), position)

    def arrive(self) -> None:
        """The page came to the front: fetch what may be stale."""
        if self._stale:
            self.refresh()

    def grow_stale(self) -> None:
        """Something was written elsewhere, or time has passed."""
        self._stale = True

    def refresh(self) -> None:
        """Fetch trays, list and file again."""
        self._stale = False
        self._fetch_trays()
        self._fetch()

    def open(self, reference: str) -> None:
        """Come here for that: a mark (``late``, ``today``), or a tray's title."""
        mark: Mark | None = {"late": "late", "today": "today"}.get(reference)  # type: ignore[assignment]
        self._narrowed = Narrowed(frozenset({mark})) if mark else Narrowed()
        self._view.show_narrowed(self._narrowed)
        self._position = EVERYWHERE if mark else reference
        self._sought = ""
        self._let_go()
        self.refresh()

    def seek_tray(self, text: str) -> None:
        """The officer typed above the trays."""
        self._sought = text.strip()
        self._show_trays()

    def choose_tray(self, position: str) -> None:
        """A tray was chosen."""
        if position == self._position:
            return
        self._position, self._place = position, 0
        self._let_go()
        self._show_head()
        self._fetch()

    def enter_list(self) -> None:
        """From the trays to the list, on the first file."""
        if not self._rows:
            self._entering = True
            return
        if self._wanted not in [row.key for row in self._rows]:
            self._view.choose(self._rows[0].key)
        self._view.focus_list()

    def press_mark(self, mark: Mark) -> None:
        """A chip was pressed; pressed again it is lifted."""
        self._narrow(replace(self._narrowed, marks=self._narrowed.marks ^ {mark}))

    def choose_service(self, service: str) -> None:
        """Only that service's files; empty for all."""
        self._narrow(replace(self._narrowed, service=service))

    def choose_since(self, since: Since) -> None:
        """Only what has been here for longer than that."""
        self._narrow(replace(self._narrowed, since=since))

    def clear(self) -> None:
        """Everything in the tray again."""
        self._narrow(Narrowed())

    def more(self) -> None:
        """The list was scrolled to its end."""
        if self._after is None:
            return
        asked, after, position, narrowed = self._asked, self._after, self._position, self._narrowed
        self._after = None

        def answer(page: QueuePage) -> None:
            if asked == self._asked:
                self._after = page.after
                self._rows += page.rows
                self._view.append_lines(page.rows, more=page.after is not None)

        self._jobs.run(lambda: self._acts.page(position, narrowed, after), answer, self._on_trouble)

    def choose(self, key: str) -> None:
        """A file was selected."""
        row = self._row(key)
        if row is None or key == self._wanted:
            return
        self._wanted = key
        self._place = self._rows.index(row)
        self._view.close_form()
        self._fetch_file(row)

    def open_case(self) -> None:
        """Enter: the whole file, in Berkas."""
        row = self._row(self._wanted)
        if row is not None:
            self._acts.open_case(row.case_id)

    def begin(self, action: TrayAction) -> None:
        """An act was pressed: one that needs words asks for them, the others are done."""
        fetched = self._in_view()
        if fetched is None or self._acting or action not in glance_of(fetched).actions:
            return
        if action == "dispose":
            self._acts.capture(fetched.case.id, fetched.line.waiting.slot)
        elif action in ASKING:
            self._ask(action)
        else:
            self.act(action, Told(by=self.acts_as(fetched.line.waiting.position)))

    def _ask(self, action: TrayAction) -> None:
        """Open the form of that act for the file in view."""
        fetched = self._in_view()
        if fetched is None:
            return
        desks = {one.title: one.remark for one in self._trays if one.group != "applicant"}
        self._view.ask(action, glance_of(fetched), desks, self.acts_as(fetched.line.waiting.position))

    def act(self, action: TrayAction, told: Told) -> None:
        """Do it with what was told."""
        fetched = self._in_view()
        holder = fetched.holder if fetched else None
        if fetched is None or holder is None or self._acting:
            return
        self._acting = True
        case_id, slot = fetched.case.id, fetched.line.waiting.slot
        if action in ("receive", "answer", "recall"):
            told = replace(told, data={**(told.data or {}), "disposition": slot})
        elif action == "reassign":
            told = replace(told, data={**(told.data or {}), "from": slot})

        def done(case: Case) -> None:
            self._acting = False
            self._view.close_form()
            undo = (lambda: self._undo(case)) if action == "advance" and self._acts.can_take_back(case) else None
            self._view.tell(_said(action, case), good=True, undo=undo)
            self._went_on()

        self._jobs.run(lambda: self._acts.act(case_id, action, told, holder), done, self._on_act_trouble)

    def _undo(self, case: Case) -> None:
        number = case.registration_number

        def done(_case: Case) -> None:
            self._view.tell(tr("Langkah terakhir berkas {number} dibatalkan.", number=number), good=True)
            self._went_on()

        self._jobs.run(lambda: self._acts.take_back(case), done, self._on_act_trouble)

    def _went_on(self) -> None:
        """Something was written: this screen too is fetched again, the selection staying at its place."""
        self._stale = True
        self._acts.changed()
        self.arrive()

    def _on_act_trouble(self, trouble: Exception) -> None:
        self._acting = False
        field = trouble.field if isinstance(trouble, DeskError) else None
        if field and field != "case":
            self._view.show_form_error(field, said(trouble))
        else:
            self._view.close_form()
            self._view.tell(said(trouble), good=False)
        if isinstance(trouble, DeskError) and trouble.code in ("moved_on", "not_allowed_now", "answer_awaited"):
            self.refresh()

    def _in_view(self) -> Fetched | None:
        """The file that is both selected and shown."""
        return self._fetched if self._wanted and self._shown == self._wanted else None

    def _row(self, key: str) -> QueueLine | None:
        return next((row for row in self._rows if row.key == key), None)

    def _narrow(self, narrowed: Narrowed) -> None:
        self._narrowed, self._place = narrowed, 0
        self._view.show_narrowed(narrowed)
        self._let_go()
        self._fetch()

    def _let_go(self) -> None:
        self._wanted = self._shown = ""
        self._fetched = None
        self._view.close_form()
        self._view.choose("")
        self._view.show_no_glance()

    def _fetch_trays(self) -> None:
        def answer(trays: Sequence[OfficeTray]) -> None:
            self._trays = trays
            self._show_trays()
            self._show_head()

        self._jobs.run(self._acts.trays, answer, self._on_trouble)

    def _show_trays(self) -> None:
        lines = tray_lines(self._trays, self._acts.days_since, self._sought, self._position)
        self._view.show_trays(lines, self._position)

    def _show_head(self) -> None:
        lines = tray_lines(self._trays, self._acts.days_since, "", self._position)
        self._view.show_head(next((line for line in lines if line.position == self._position), None))

    def _fetch(self) -> None:
        self._asked += 1
        asked, position, narrowed = self._asked, self._position, self._narrowed

        def answer(page: QueuePage) -> None:
            if asked != self._asked:
                return
            self._after, self._rows = page.after, list(page.rows)
            if not page.rows:
                self._view.show_nothing(narrow=narrowed.narrow, everywhere=position == EVERYWHERE)
                self._let_go()
                return
            self._view.show_lines(page.rows, more=page.after is not None)
            self._follow()
            if self._entering:
                self._entering = False
                self.enter_list()

        def failed(trouble: Exception) -> None:
            if asked == self._asked:
                self._entering = False
                self._on_trouble(trouble)

        self._view.show_busy()
        self._jobs.run(lambda: self._acts.page(position, narrowed, None), answer, failed)

    def _follow(self) -> None:
        """After the list was fetched: the file that was selected, or the one that took its place."""
        row = self._row(self._wanted)
        if row is None:
            row = self._rows[min(self._place, len(self._rows) - 1)]
        self._wanted, self._place = row.key, self._rows.index(row)
        self._view.choose(row.key)
        self._fetch_file(row)

    def _on_trouble(self, trouble: Exception) -> None:
        self._view.show_error(said(trouble))

    def _fetch_file(self, row: QueueLine) -> None:
        def answer(fetched: Fetched) -> None:
            if row.key == self._wanted:
                self._fetched, self._shown = fetched, row.key
                self._view.show_glance(glance_of(fetched))

        def failed(trouble: Exception) -> None:
            if row.key == self._wanted:
                self._fetched, self._shown = None, ""
                self._view.show_glance_error(said(trouble))

        self._jobs.run(lambda: self._acts.fetch(row), answer, failed)


def _said(action: TrayAction, case: Case) -> str:
    number = case.registration_number
    where = ", ".join(holder.position for holder in case.holders)
    if action == "advance":
        if not where:
            return tr("Berkas {number} selesai.", number=number)
        return tr("Langkah berkas {number} selesai; kini di {where}.", number=number, where=where)
    if action == "receive":
        return tr("Berkas {number} tercatat diterima.", number=number)
    if action == "recall":
        return tr("Disposisi berkas {number} ditarik kembali; kini di {where}.", number=number, where=where)
    return tr("Tercatat; berkas {number} kini di {where}.", number=number, where=where)


def said(trouble: Exception) -> str:
    """What went wrong, in a sentence."""
    if isinstance(trouble, DeskError):
        return sentence(trouble)
    return tr(
        "Data tidak dapat dibaca ({trouble}). Coba lagi; bila tetap gagal, buka ulang Desk.",
        trouble=type(trouble).__name__,
    )
