"""Decides which doubts of an office are listed. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.domain.doubts.doubt import Doubt
from desk.language import tr
from desk.ui.catalogue.doubts.finding import FAMILIES, family_of, family_words
from desk.ui.catalogue.saying import heading_of

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt in the list."""

    doubt: Doubt
    service: str
    component: str
    family: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.doubt.service} {self.doubt.component} {self.doubt.kind} {self.doubt.message}"


class DoubtsView(Protocol):
    """The page."""

    def show_filters(self, services: Options, families: Options, service: str, family: str) -> None: ...  # noqa: D102 (choices)
    def show_rows(self, rows: Sequence[DoubtRow], of: int) -> None: ...  # noqa: D102 (the list)
    def show_none(self, title: str, text: str) -> None: ...  # noqa: D102 (nothing to query)


class DoubtsPresenter:
    """All doubts of one office."""

    def __init__(self, view: DoubtsView, title_of: Callable[[str], str]) -> None:
        self._view, self._title_of = view, title_of
        self._rows: tuple[DoubtRow, ...] = ()
        self._service = self._family = ""

    def show(self, doubts: Iterable[Doubt]) -> None:
        """These are the doubts."""
        self._rows = tuple(
            DoubtRow(doubt, self._named(doubt.service), heading_of(doubt.component), family_of(doubt))
            for doubt in doubts
        )
        self._list()

    def choose_service(self, service: str) -> None:
        """Only those of one service, or of all."""
        self._service = service
        self._list()

    def choose_family(self, family: str) -> None:
        """Only those of one family, or of all."""
        self._family = family
        self._list()

    def _list(self) -> None:
        services = dict.fromkeys(row.doubt.service for row in self._rows)
        if self._service not in services:
            self._service = ""
        of_service = [row for row in self._rows if self._service in ("", row.doubt.service)]
        counts = {family: sum(row.family == family for row in of_service) for family in FAMILIES}
        if not counts.get(self._family):
            self._family = ""
        rows = [row for row in of_service if self._family in ("", row.family)]
        self._view.show_filters(
            [("", tr("Semua layanan")), *((one, self._counted(one)) for one in services)],
            [("", tr("Semua jenis")), *((one, f"{family_words(one)} ({n})") for one, n in counts.items() if n)],
            self._service,
            self._family,
        )
        if rows:
            self._view.show_rows(rows, len(self._rows))
        else:
            text = tr("Tidak satu pun aturan pemeriksaan menemukan sesuatu untuk ditinjau.")
            self._view.show_none(tr("Tidak ada keraguan"), text)

    def _counted(self, service: str) -> str:
        return f"{self._named(service)} ({sum(row.doubt.service == service for row in self._rows)})"

    def _named(self, service: str) -> str:
        number = service.partition("/")[2]
        return f"{number} {self._title_of(service)}".strip()
