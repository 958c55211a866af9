"""What the top box finds: files, services, commands. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from desk.domain.sheet_code import is_sheet_code
from desk.domain.spelling import words
from desk.language import tr
from desk.ui.frame.places import PLACES
from desk.ui.kit.states import look_of
from desk.ui.runner import Runner
from desk.ui.waiting import day_month, holders_words, service_words

HitKind = Literal["case", "service", "command", "sheet"]
_ICONS: dict[HitKind, str] = {
    "case": "folder-open", "service": "book-open", "command": "arrow-right", "sheet": "clipboard-pen",
}  # fmt: skip


_WISH = 4
"""Fewer letters than these are no wish to key in a sheet."""


class FoundCase(Protocol):
    """`services.cases.CaseRow`, as far as the box shows it."""

    @property
    def id(self) -> str: ...  # noqa: D102 (named in the services)
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def service_title(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def sensitive(self) -> bool: ...  # noqa: D102
    @property
    def holder(self) -> str: ...  # noqa: D102
    @property
    def since(self) -> str | None: ...  # noqa: D102


class FoundService(Protocol):
    """`domain.catalogue.Service`, as far as the box shows it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the answer. `place` and `reference` are where Enter goes."""

    kind: HitKind
    title: str
    detail: str
    place: str
    reference: str = ""

    @property
    def icon(self) -> str:
        """What stands before it."""
        return _ICONS[self.kind]


class SearchView(Protocol):
    """The box."""

    def show_hits(self, hits: Sequence[Hit], *, searching: bool) -> None: ...  # noqa: D102 (the box's list)


@dataclass(frozen=True, slots=True)
class SearchActs:
    """What the box asks of the services; `cases` touches the store."""

    cases: Callable[[str], Sequence[FoundCase]]
    services: Callable[[str], Sequence[FoundService]]


class SearchPresenter:
    """Answers what is typed; services and commands at once, files when the store has answered."""

    def __init__(
        self,
        view: SearchView,
        acts: SearchActs,
        jobs: Runner,
        go: Callable[[str, str], None],
        now: Callable[[], datetime],
        open_sheet: Callable[[str], None] = lambda _code: None,
    ) -> None:
        self._view, self._acts, self._jobs, self._go, self._now = view, acts, jobs, go, now
        self._open_sheet = open_sheet
        self._asked = 0

    def type(self, text: str) -> None:
        """The officer typed."""
        self._asked += 1
        asked = self._asked
        sought = text.strip()
        if not sought:
            self._view.show_hits((), searching=False)
            return
        rest = (*sheets(sought), *self._services(sought), *commands(sought))
        self._view.show_hits(rest, searching=True)

        def answer(found: Sequence[FoundCase]) -> None:
            if asked == self._asked:
                self._view.show_hits((*_cases(found, self._now()), *rest), searching=False)

        def give_up(_trouble: Exception) -> None:
            if asked == self._asked:
                self._view.show_hits(rest, searching=False)

        self._jobs.run(lambda: self._acts.cases(sought), answer, give_up)

    def scan(self, code: str, shown: Callable[[str], None]) -> None:
        """A code was scanned: a sheet's opens the sheet; one file opens beside; anything else is left in the box, through
        `shown`.
        """
        if is_sheet_code(code):
            self._open_sheet(code)
            return

        def answer(found: Sequence[FoundCase]) -> None:
            if len(found) == 1:
                self._go("cases", found[0].id)
            else:
                shown(code)

        self._jobs.run(lambda: self._acts.cases(code), answer, lambda _trouble: shown(code))

    def choose(self, hit: Hit) -> None:
        """Enter on a line."""
        self._asked += 1
        if hit.kind == "sheet":
            self._open_sheet(hit.reference)
        else:
            self._go(hit.place, hit.reference)

    def _services(self, sought: str) -> tuple[Hit, ...]:
        return tuple(
            Hit("service", service.title, tr("Layanan"), "catalogue", service.id)
            for service in tuple(self._acts.services(sought))[:4]
        )


def _cases(found: Sequence[FoundCase], now: datetime) -> tuple[Hit, ...]:
    return tuple(
        Hit(
            "case",
            row.name or tr("Tanpa nama"),
            " · ".join((where_words(row, now), row.registration_number, service_words(row))),
            "cases",
            row.id,
        )
        for row in found
    )


def where_words(row: FoundCase, now: datetime) -> str:
    """Where the file is: ``di Kabid Rehsos sejak 12 Nov``; for one that has ended, how."""
    if not row.holder:
        return tr(look_of(row.state).word)
    return tr("di {holder} sejak {since}", holder=holders_words(row.holder), since=day_month(row.since, now))


def sheets(sought: str) -> tuple[Hit, ...]:
    """The disposition sheet whose code was typed, or the wish to key one in."""
    if is_sheet_code(sought):
        return (Hit("sheet", tr("Catat lembar disposisi"), sought.upper(), "", sought),)
    said, wish = words(sought), words(tr("Catat lembar disposisi"))
    if len(" ".join(said)) < _WISH or not all(any(word.startswith(one) for word in wish) for one in said):
        return ()
    return (Hit("sheet", tr("Catat lembar disposisi"), tr("pindai atau ketik kodenya"), "", ""),)


def commands(sought: str) -> tuple[Hit, ...]:
    """Places whose word begins with what is typed."""
    first = words(sought)
    if len(first) != 1:
        return ()
    return tuple(
        Hit("command", tr("Buka {place}", place=tr(place.word)), place.key.value, place.name)
        for place in PLACES
        if any(word.startswith(first[0]) for word in words(tr(place.word)))
    )
