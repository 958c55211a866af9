"""Decides which services of other offices stand beside one, and what differs. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desk.domain.catalogue import Office, Service
from desk.domain.comparing import likeness
from desk.language import tr
from desk.ui import words
from desk.ui.catalogue.edit.options import short
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.saying import heading_of, value_words

SHOWN = (
    "title", "division", "requirements", "duration", "fee", "product", "route", "field_visit", "hand_off", "complaints",
    "legal_basis", "facilities", "competence", "oversight", "executors", "assurance", "safety", "evaluation",
)  # fmt: skip
_ENOUGH = 0.18
"""A title less like than this is not proposed."""
_MOST = 7


@dataclass(frozen=True, slots=True)
class Choice:
    """Whose service may stand beside: (service id, words) with the likest first; an empty id is none."""

    office: str
    name: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one service says of a component, and whether that differs from the first."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """A component across services."""

    heading: str
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether any of them says otherwise."""
        return any(cell.differs for cell in self.cells)


@dataclass(frozen=True, slots=True)
class CompareActs:
    """What the page asks of the catalogue."""

    offices: Callable[[], Sequence[Office]]
    service: Callable[[str], Service]
    raw: Callable[[str], Json]
    search: Callable[[str, str], Sequence[Service]]


class CompareView(Protocol):
    """The page."""

    def show_head(self, title: str) -> None: ...  # noqa: D102 (which service)
    def show_choices(self, choices: Sequence[Choice]) -> None: ...  # noqa: D102 (beside what)
    def show_table(self, columns: Sequence[tuple[str, str]], rows: Sequence[Beside]) -> None: ...  # noqa: D102 (the table)


class ComparePresenter:
    """One service and its like."""

    def __init__(self, view: CompareView, acts: CompareActs) -> None:
        self._view, self._acts = view, acts
        self._service: Service | None = None
        self._beside: dict[str, str] = {}
        self._differing = False

    def show(self, service_id: str) -> None:
        """Compare that service; its like in every other office is proposed."""
        service = self._service = self._acts.service(service_id)
        self._beside = {}
        for office in self._others():
            found = self.candidates(office)
            self._beside[office.slug] = found[0].id if found else ""
        self._view.show_head(tr("Bandingkan: {title}", title=service.title))
        self._show()

    def choose(self, office: str, service_id: str) -> None:
        """Another service of that office, or none."""
        self._beside[office] = service_id
        self._show()

    def only_differing(self, *, only: bool) -> None:
        """Leave out what all say alike."""
        self._differing = only
        self._show()

    def candidates(self, office: Office) -> list[Service]:
        """Services of an office that may be the same, the likest first: by title, and by what applicants call it."""
        service = self._service
        assert service is not None
        marks = {other.id: likeness(service.title, other.title) for other in office.services}
        for spoken in (service.title, *service.keywords[:8]):
            for place, other in enumerate(self._acts.search(spoken, office.slug)[:3]):
                marks[other.id] += 0.12 / (place + 1)
        good = [other for other in office.services if marks[other.id] >= _ENOUGH]
        return sorted(good, key=lambda other: (-marks[other.id], other.order))[:_MOST]

    def _others(self) -> list[Office]:
        own = self._service.office if self._service else ""
        return [office for office in self._acts.offices() if office.slug != own]

    def _show(self) -> None:
        service = self._service
        if service is None:
            return
        choices = []
        for office in self._others():
            likest = [(other.id, self._named(other)) for other in self.candidates(office)]
            rest = [(other.id, self._named(other)) for other in office.services]
            listed = tuple(dict.fromkeys((("", tr("tidak dibandingkan")), *likest, *rest)))
            choices.append(Choice(office.slug, office.region, listed, self._beside[office.slug]))
        self._view.show_choices(choices)
        beside = [service, *(self._acts.service(one) for one in self._beside.values() if one)]
        columns = [(self._region(one), one.title) for one in beside]
        files = [self._acts.raw(one.id) for one in beside]
        rows = [_row(component, beside, files) for component in SHOWN]
        self._view.show_table(columns, [row for row in rows if row.differs or not self._differing])

    def _named(self, service: Service) -> str:
        return short(f"{service.id.partition('/')[2]} {service.title}", 80)

    def _region(self, service: Service) -> str:
        return next((office.region for office in self._acts.offices() if office.slug == service.office), service.office)


def _row(component: str, services: Sequence[Service], files: Sequence[Mapping[str, Any]]) -> Beside:
    texts = [_text(component, service, file) for service, file in zip(services, files, strict=True)]
    plain = [" ".join(text.casefold().split()) for text in texts]
    return Beside(
        heading_of(component), tuple(Cell(text, one != plain[0]) for text, one in zip(texts, plain, strict=True))
    )


def _text(component: str, service: Service, file: Mapping[str, Any]) -> str:
    if component == "duration":
        return words.duration_words(service.duration)
    if component == "fee":
        return words.fee_words(service.fee)
    return value_words(file.get(component))
