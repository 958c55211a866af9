"""Decides what Layanan shows of the standards. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desk.domain.catalogue import DocumentType, Office, Service
from desk.domain.doubts.doubt import Doubt
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.standard import Standard, standard_of, summary
from desk.ui.preview.request import PaperRequest
from desk.ui.runner import Runner


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service in the list."""

    id: str
    title: str
    detail: str
    sensitive: bool
    draft: bool = False


@dataclass(frozen=True, slots=True)
class CatalogueActs:
    """What the screen asks of the catalogue.

    Attributes:
        office: this counter's own. offices: all whose packs are here.
        search: services of an office that a text may mean.
        raw: a service file as printed. today: the office's day.
        doubts: of an office's standards; away from the window's thread.
        papers: by name: the paper of a service.
    """

    office: Office
    offices: Callable[[], Sequence[Office]]
    search: Callable[[str, str], Sequence[Service]]
    service: Callable[[str], Service]
    raw: Callable[[str], Json]
    document: Callable[[str], DocumentType | None]
    today: Callable[[], date]
    doubts: Callable[[str], Sequence[Doubt]]
    paper: Callable[[str, Service], PaperRequest]
    preview: Callable[[PaperRequest], None]


class CatalogueView(Protocol):
    """The page."""

    def show_offices(self, offices: Sequence[tuple[str, str]], chosen: str) -> None: ...  # noqa: D102 (the choice)
    def show_services(self, lines: Sequence[ServiceLine], chosen: str) -> None: ...  # noqa: D102 (the list)
    def show_none_found(self, text: str) -> None: ...  # noqa: D102 (nothing fits)
    def show_standard(self, standard: Standard) -> None: ...  # noqa: D102 (the sheet)
    def show_search(self, text: str) -> None: ...  # noqa: D102 (the field)
    def show_doubt_count(self, count: int) -> None: ...  # noqa: D102 (of the office)


class CataloguePresenter:
    """The catalogue, read."""

    def __init__(self, view: CatalogueView, acts: CatalogueActs, jobs: Runner) -> None:
        self._view, self._acts, self._jobs = view, acts, jobs
        self._office = acts.office.slug
        self._text = ""
        self._chosen: Service | None = None
        self._drafts: frozenset[str] = frozenset()
        self.doubts: dict[str, tuple[Doubt, ...]] = {}

    @property
    def chosen(self) -> Service | None:
        """The service in view."""
        return self._chosen

    @property
    def office(self) -> str:
        """Whose services are listed."""
        return self._office

    @property
    def own(self) -> bool:
        """Whether the service in view is this office's own."""
        return self._chosen is not None and self._chosen.office == self._acts.office.slug

    def start(self) -> None:
        """Show all services, the first one open; doubts follow."""
        self._show_offices()
        self.search("")
        self._load_doubts(self._office)

    def refresh(self) -> None:
        """The catalogue has changed: show it as it is now, at the same place."""
        self.doubts.clear()
        chosen = self._chosen
        self._show_offices()
        found = self._acts.search(self._text, self._office)
        still = chosen is not None and any(service.id == chosen.id for service in found)
        if not still:
            self._chosen = None
            self.search(self._text)
        elif chosen is not None:
            self._show_list(found, chosen.id)
            self._chosen = self._acts.service(chosen.id)
            self._show()
        self._load_doubts(self._office)

    def choose_office(self, slug: str) -> None:
        """Another office's services."""
        if slug != self._office:
            self._office, self._chosen = slug, None
            self._view.show_search("")
            self.search("")
            self._load_doubts(slug)

    def search(self, text: str) -> None:
        """The officer typed; the best answer opens."""
        self._text = text.strip()
        found = self._acts.search(self._text, self._office)
        if not found:
            self._view.show_none_found(self._text)
            return
        chosen = self._chosen
        keep = chosen is not None and not self._text and any(service.id == chosen.id for service in found)
        if not keep:
            chosen = found[0]
        assert chosen is not None
        self._show_list(found, chosen.id)
        self.choose(chosen.id)

    def choose(self, service_id: str) -> None:
        """Open that service."""
        if self._chosen is not None and self._chosen.id == service_id:
            return
        self._chosen = self._acts.service(service_id)
        self._show()

    def open(self, service_id: str) -> None:
        """Come here for that service, whosesoever it is."""
        slug = service_id.split("/", maxsplit=1)[0]
        if slug != self._office:
            self._office = slug
            self._load_doubts(slug)
        self._text = ""
        self._view.show_search("")
        self._show_offices()
        self._show_list(self._acts.search("", slug), service_id)
        self.choose(service_id)

    def show_drafts(self, services: frozenset[str]) -> None:
        """Services on which somebody has begun to work."""
        if services != self._drafts:
            self._drafts = services
            found = self._acts.search(self._text, self._office)
            if found and self._chosen is not None:
                self._show_list(found, self._chosen.id)

    def print_checklist(self) -> None:
        """F6."""
        self.print_paper("checklist")

    def print_paper(self, name: str) -> None:
        """Another paper of the service in view."""
        if self._chosen is not None:
            self._acts.preview(self._acts.paper(name, self._chosen))

    def _show_offices(self) -> None:
        own = self._acts.office.slug
        offices = sorted(self._acts.offices(), key=lambda office: (office.slug != own, office.name))
        self._view.show_offices([(office.slug, office.name) for office in offices], self._office)

    def _show_list(self, found: Sequence[Service], chosen: str) -> None:
        self._view.show_services([self._line(service) for service in found], chosen)

    def _show(self) -> None:
        service = self._chosen
        if service is None:
            return
        office = next((one for one in self._acts.offices() if one.slug == service.office), self._acts.office)
        mine = tuple(doubt for doubt in self.doubts.get(service.office, ()) if doubt.service == service.id)
        raw = self._acts.raw(service.id) if service.corrections else None
        self._view.show_standard(
            standard_of(
                service,
                office,
                self._acts.document,
                today=self._acts.today(),
                doubts=mine,
                raw=raw,
                own=service.office == self._acts.office.slug,
            )
        )

    def _load_doubts(self, slug: str) -> None:
        if slug in self.doubts:
            self._view.show_doubt_count(len(self.doubts[slug]))
            return

        def done(found: Sequence[Doubt]) -> None:
            self.doubts[slug] = tuple(found)
            if slug == self._office:
                self._view.show_doubt_count(len(found))
                if self._chosen is not None and any(doubt.service == self._chosen.id for doubt in found):
                    self._show()

        self._jobs.run(lambda: self._acts.doubts(slug), done, lambda _error: None, lane="paper")

    def _line(self, service: Service) -> ServiceLine:
        return ServiceLine(
            service.id, service.title, summary(service), bool(service.sensitive), service.id in self._drafts
        )
