"""The catalogue in memory: offices, services, document types; found by what applicants say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

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
    def _index(self) -> tuple[tuple[Service, tuple[str, ...], tuple[str, ...]], ...]:
        """Each service with its title's words and its other words, folded."""
        index = []
        for service in self._services.values():
            asked = {r.document for r in service.every_requirement() if r.document}
            names = [self.documents[document].short for document in sorted(asked) if document in self.documents]
            other = words(" ".join((*service.keywords, service.product, *names, service.id)))
            index.append((service, words(service.title), other))
        return tuple(index)

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
        scored = self._scores(sought, office, _exact) or self._scores(sought, office, _nearly)
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

    def _scores(self, sought: tuple[str, ...], office: str | None, score: Any) -> list[tuple[float, Service]]:
        found: list[tuple[float, Service]] = []
        for service, title, other in self._index:
            if office and service.office != office:
                continue
            marks = [max(score(word, title) * 2, score(word, other)) for word in sought]
            if all(marks):
                phrase = " ".join(sought)
                spoken = any(phrase == " ".join(words(keyword)) for keyword in service.keywords)
                found.append((sum(marks) + 3 * spoken, service))
        return found


def _exact(word: str, candidates: tuple[str, ...]) -> float:
    """1 for the word itself, a little less for the beginning of one, 0 for neither."""
    if word in candidates:
        return 1.0
    return 0.8 if any(candidate.startswith(word) for candidate in candidates) else 0.0


def _nearly(word: str, candidates: tuple[str, ...]) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 (only a word that nothing begins with needs it)

    if len(word) < 4:
        return 0.0
    best = max((fuzz.ratio(word, candidate) for candidate in candidates), default=0.0)
    return best / 100 if best >= 78 else 0.0
