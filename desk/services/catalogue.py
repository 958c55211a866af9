"""The catalogue in memory: offices, services, document types; found by what applicants say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from desk.domain.catalogue import DocumentType, Office, Service
from desk.domain.errors import NotFound
from desk.domain.pack import PackError
from desk.domain.spelling import words


@dataclass(frozen=True)
class Catalogue:
    """All packs that this Desk knows. Frozen: an edited pack is a new catalogue (`desk.services.packfiles`).

    Attributes:
        offices: with their services as they hold: the office's corrections laid over the decree.
        documents: the registry of papers, by id.
        printed: every service as the decree prints it, by id.
        files: the pack files by name (``pasuruan/01``), exact bytes.
        contents: the service files by their hash, for cases to pin.
        broken: packs that can't be read, by slug; they trouble nobody but those who ask for them.
    """

    offices: tuple[Office, ...]
    documents: Mapping[str, DocumentType]
    printed: Mapping[str, Service]
    files: Mapping[str, bytes]
    contents: Mapping[str, bytes]
    broken: Mapping[str, PackError] = field(default_factory=dict)

    @cached_property
    def _services(self) -> Mapping[str, Service]:
        return {service.id: service for office in self.offices for service in office.services}

    @cached_property
    def _index(self) -> _Index:
        return _Index(self)

    def office(self, slug: str) -> Office:
        """The office of that slug.

        Raises:
            NotFound: no pack has it. PackError: its pack is wrong.
        """
        if slug in self.broken:
            raise self.broken[slug]
        for office in self.offices:
            if office.slug == slug:
                return office
        template = "Paket dinas '{slug}' tidak ada; yang ada: {known}."
        known = ", ".join(office.slug for office in self.offices)
        raise NotFound("office_unknown", template, field="office", slug=slug, known=known)

    def find(self, service_id: str) -> Service | None:
        """The service of that id, or None."""
        return self._services.get(service_id)

    def service(self, service_id: str) -> Service:
        """The service of that id, as it holds now.

        Raises:
            NotFound: there is none.
        """
        service = self.find(service_id)
        if service is None and service_id.partition("/")[0] in self.broken:
            raise self.broken[service_id.partition("/")[0]]
        if service is None:
            template = "Layanan '{service}' tidak ada; lihat daftarnya dengan `desk services`."
            raise NotFound("service_unknown", template, field="service", service=service_id)
        return service

    def services(self, office: str | None = None) -> tuple[Service, ...]:
        """All services, or one office's, in the decree's order."""
        return self.office(office).services if office else tuple(self._services.values())

    def whole(self) -> Catalogue:
        """This catalogue, for those who speak of all packs.

        Raises:
            PackError: one of them is wrong.
        """
        for error in self.broken.values():
            raise error
        return self

    def search(self, text: str, office: str | None = None, limit: int = 8) -> tuple[Service, ...]:
        """Services that `text` may mean, best first; no text gives all in order.

        Every word must begin a word of the service's title, keywords, product or papers, old spellings included; if
        nothing does, words that nearly do are tried.
        """
        sought = words(text)
        if not sought:
            return self.services(office)[:limit] if limit else self.services(office)
        among = None if office is None else {service.id for service in self.services(office)}
        scored = self._index.scores(sought, among)
        scored.sort(key=lambda entry: (-entry[0], entry[1].id))
        return tuple(service for _, service in scored[: limit or None])

    def needing(self, document: str, office: str | None = None) -> tuple[Service, ...]:
        """The services that ask for a paper, in order; `document` is its id, its name or another of its names.

        Raises:
            NotFound: no such paper is in the registry.
        """
        sought = " ".join(words(document))
        ids = {
            known.id
            for known in self.documents.values()
            if document == known.id
            or sought in {" ".join(words(name)) for name in (known.short, known.name, *known.aliases)}
        }
        if not ids:
            template = "Berkas '{document}' tidak ada dalam daftar jenis berkas."
            raise NotFound("document_unknown", template, field="document", document=document)
        return tuple(
            service
            for service in self.services(office)
            if any(requirement.document in ids for requirement in service.every_requirement())
        )


class _Index:
    """Every word by which a service may be meant, folded, with the services that have it: asked at every keystroke."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._services = catalogue.services()
        self._weights: dict[str, dict[str, float]] = {}
        self._phrases: dict[str, set[str]] = {}
        for service in self._services:
            asked = {r.document for r in service.every_requirement() if r.document}
            papers = [
                catalogue.documents[document].short for document in sorted(asked) if document in catalogue.documents
            ]
            spoken = [words(keyword) for keyword in service.keywords]
            self._phrases[service.id] = {" ".join(phrase) for phrase in spoken}
            others = words(" ".join((*service.keywords, service.product, *papers, service.id)))
            for found, weight in ((others, 1.0), (words(service.title), 2.0)):
                for word in found:
                    self._weights.setdefault(word, {})[service.id] = weight
        self._words = sorted(self._weights)

    def scores(self, sought: tuple[str, ...], among: Collection[str] | None) -> list[tuple[float, Service]]:
        """(score, service) for those of `among` (None is all) that have every word, or nearly have it if none has."""
        return self._scored(sought, among, self._begun) or self._scored(sought, among, self._near)

    def _scored(
        self,
        sought: tuple[str, ...],
        among: Collection[str] | None,
        alike: Callable[[str], Iterable[tuple[str, float]]],
    ) -> list[tuple[float, Service]]:
        marks = [self._marks(word, alike) for word in sought]
        phrase = " ".join(sought)
        found: list[tuple[float, Service]] = []
        for service in self._services:
            if (among is None or service.id in among) and all(service.id in mark for mark in marks):
                score = sum(mark[service.id] for mark in marks)
                found.append((score + 3 * (phrase in self._phrases[service.id]), service))
        return found

    def _marks(self, word: str, alike: Callable[[str], Iterable[tuple[str, float]]]) -> dict[str, float]:
        """How well each service has the word: a word of its title counts twice."""
        marks: dict[str, float] = {}
        for known, likeness in alike(word):
            for service_id, weight in self._weights[known].items():
                marks[service_id] = max(marks.get(service_id, 0.0), likeness * weight)
        return marks

    def _begun(self, word: str) -> Iterator[tuple[str, float]]:
        """Known words that begin with it: 1 for the word itself, a little less for a longer one."""
        for place in range(bisect_left(self._words, word), len(self._words)):
            known = self._words[place]
            if not known.startswith(word):
                break
            yield known, 1.0 if known == word else 0.8

    def _near(self, word: str) -> list[tuple[str, float]]:
        """Known words that it may be a slip for."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 (only a word that nothing begins with needs it)

        if len(word) < 4:
            return []
        found = process.extract(word, self._words, scorer=fuzz.ratio, score_cutoff=78, limit=None)
        return [(known, likeness / 100) for known, likeness, _ in found]
