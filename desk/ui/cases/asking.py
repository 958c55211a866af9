"""What Berkas asks of the services and tells its page: values and protocols. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from desk.domain.behind import Behind
from desk.domain.case import Case
from desk.services.acts import Wish
from desk.ui.cases.dossier import Detail, Dossier, Press
from desk.ui.cases.forms.form import Column, Form, Option, Values
from desk.ui.preview.request import PaperRequest

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
    def holder(self) -> str: ...  # noqa: D102
    @property
    def sensitive(self) -> bool: ...  # noqa: D102
    @property
    def conflict(self) -> bool: ...  # noqa: D102


class ListPage(Protocol):
    """`services.cases.CasePage`."""

    @property
    def rows(self) -> Sequence[Listed]: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; `state` ``overdue`` means open and late.

    `holder` is a desk's title, `service` an id, `behind` names a recap's figure; the others are what stands out about a
    file.
    """

    search: str = ""
    state: str = ""
    since: Since = ""
    holder: str = ""
    service: str = ""
    paused: bool = False
    unrecorded: bool = False
    to_fetch: bool = False
    behind: Behind | None = None

    @property
    def narrow(self) -> bool:
        """Whether anything is left out."""
        return self != Filter()


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the list can be narrowed by: desks that have a file, with how many, and the office's services."""

    holders: tuple[tuple[str, int], ...] = ()
    services: tuple[tuple[str, str], ...] = ()


DraftKey = tuple[str, str, str]
"""The case's id, the action, and which thing it is about."""


@dataclass(frozen=True, slots=True)
class CasesActs:
    """What the screen asks of the services; all but `take_up` and the papers touch the store, `disposition` does.

    Attributes:
        act: does several acts on a file, all or none, where it still is where it was seen.
        look_up: what fits a text that was typed into a form's search; foresee: what a form would do, side by side.
        kept, keep, drop: half-filled forms.
        reveal: writes down that somebody is about to see a file's identity numbers.
    """

    rows: Callable[[Filter, str | None], ListPage]
    counts: Callable[[], Mapping[str, int]]
    sieve: Callable[[], Sieve]
    dossier: Callable[[str], Dossier]
    act: Callable[[str, tuple[Wish, ...], str], Case]
    look_up: Callable[[Dossier, str, str], tuple[Option, ...]]
    foresee: Callable[[Dossier, str, Values], tuple[Column, ...]]
    kept: Callable[[], Mapping[DraftKey, Values]]
    keep: Callable[[DraftKey, str, Values], None]
    drop: Callable[[DraftKey], None]
    reveal: Callable[[str], None]
    slip: Callable[[Case], PaperRequest]
    shortage: Callable[[Case], PaperRequest]
    given_back: Callable[[Case, tuple[str, ...]], PaperRequest]
    disposition: Callable[[Case], PaperRequest]
    preview: Callable[[PaperRequest], None]
    take_up: Callable[[str], None]
    changed: Callable[[], None]


class ListView(Protocol):
    """The left half of the page."""

    def show_rows(self, rows: Sequence[Any], *, more: bool) -> None: ...  # noqa: D102 (the first page of the list)
    def append_rows(self, rows: Sequence[Any], *, more: bool) -> None: ...  # noqa: D102 (the next one)
    def show_counts(self, counts: Mapping[str, int]) -> None: ...  # noqa: D102 (on the filters)
    def show_filter(self, wanted: Filter, sieve: Sieve) -> None: ...  # noqa: D102 (chips of what is chosen)
    def show_no_cases(self, *, narrow: bool) -> None: ...  # noqa: D102 (an empty list)
    def show_list_busy(self) -> None: ...  # noqa: D102 (the list is being fetched)
    def show_list_error(self, words: str) -> None: ...  # noqa: D102 (the list can't be fetched)
    def choose(self, case_id: str) -> None: ...  # noqa: D102 (select it in the list; nothing where it isn't there)
    def focus_list(self) -> None: ...  # noqa: D102 (the keys go to the list)


class FormsView(Protocol):
    """The forms in the sheet."""

    def show_form(self, form: Form, values: Values, *, anew: bool) -> None: ...  # noqa: D102 (anew: the focus goes there)
    def close_form(self) -> None: ...  # noqa: D102 (put it away)
    def show_faults(self, faults: Mapping[str, str], words: str = "") -> None: ...  # noqa: D102 (beside blanks; above)
    def show_form_busy(self, *, busy: bool) -> None: ...  # noqa: D102 (it is being written)
    def show_found(self, name: str, options: Sequence[Option]) -> None: ...  # noqa: D102 (of a search blank)
    def show_foreseen(self, columns: Sequence[Column]) -> None: ...  # noqa: D102 (what it would do)
    def show_drafts(self, presses: Sequence[Press]) -> None: ...  # noqa: D102 (half-filled forms of the file in view)
    def tell(  # noqa: D102 (the bottom line)
        self,
        words: str,
        *,
        good: bool,
        undo: Callable[[], None] | None = None,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None: ...


class CasesView(ListView, FormsView, Protocol):
    """The page."""

    def show_detail(self, detail: Detail) -> None: ...  # noqa: D102 (one case)
    def show_no_detail(self) -> None: ...  # noqa: D102 (none chosen)
    def show_detail_error(self, words: str) -> None: ...  # noqa: D102 (it can't be fetched)
