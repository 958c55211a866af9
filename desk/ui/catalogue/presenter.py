"""Decides what Layanan shows. Without Qt; everything it asks for is in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.domain.catalogue import DocumentType, Office, Service
from desk.ui.catalogue.standard import Standard, standard_of, summary
from desk.ui.preview.request import PaperRequest


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service in the list."""

    id: str
    title: str
    detail: str
    sensitive: bool


@dataclass(frozen=True, slots=True)
class CatalogueActs:
    """What the screen asks of the catalogue."""

    office: Office
    search: Callable[[str], Sequence[Service]]
    service: Callable[[str], Service]
    document: Callable[[str], DocumentType | None]
    checklist: Callable[[Service], PaperRequest]
    preview: Callable[[PaperRequest], None]


class CatalogueView(Protocol):
    """The page."""

    def show_services(self, lines: Sequence[ServiceLine], chosen: str) -> None: ...  # noqa: D102 (the list)
    def show_none_found(self, text: str) -> None: ...  # noqa: D102 (nothing fits)
    def show_standard(self, standard: Standard) -> None: ...  # noqa: D102 (the sheet)
    def show_search(self, text: str) -> None: ...  # noqa: D102 (the field)


class CataloguePresenter:
    """One office's catalogue, read."""

    def __init__(self, view: CatalogueView, acts: CatalogueActs) -> None:
        self._view, self._acts = view, acts
        self._chosen: Service | None = None

    def start(self) -> None:
        """Show all services, the first one open."""
        self.search("")

    def search(self, text: str) -> None:
        """The officer typed; the best answer opens."""
        found = self._acts.search(text.strip())
        if not found:
            self._view.show_none_found(text.strip())
            return
        chosen = self._chosen
        keep = chosen is not None and not text.strip() and any(service.id == chosen.id for service in found)
        if not keep:
            chosen = found[0]
        assert chosen is not None
        self._view.show_services([_line(service) for service in found], chosen.id)
        self.choose(chosen.id)

    def choose(self, service_id: str) -> None:
        """Open that service."""
        if self._chosen is not None and self._chosen.id == service_id:
            return
        self._chosen = self._acts.service(service_id)
        self._view.show_standard(standard_of(self._chosen, self._acts.office, self._acts.document))

    def open(self, service_id: str) -> None:
        """Come here for that service."""
        self._view.show_search("")
        self._view.show_services([_line(service) for service in self._acts.search("")], service_id)
        self.choose(service_id)

    def print_checklist(self) -> None:
        """F6."""
        if self._chosen is not None:
            self._acts.preview(self._acts.checklist(self._chosen))


def _line(service: Service) -> ServiceLine:
    return ServiceLine(service.id, service.title, summary(service), bool(service.sensitive))
