"""The papers that can be made of a standard. Printing is imported when the first one is made. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from desk.domain.catalogue import Office, Service
from desk.language import mark, tr
from desk.services.counter import Counter
from desk.ui import papers
from desk.ui.preview.request import PaperRequest

Make = Callable[[str, int], bytes]

NAMES: Mapping[str, str] = {
    "checklist": mark("Daftar persyaratan"),
    "large": mark("Daftar persyaratan, huruf besar"),
    "poster": mark("Poster ruang tunggu"),
    "leaflet": mark("Selebaran lipat"),
    "booklet": mark("Buku standar pelayanan"),
    "pledge": mark("Maklumat pelayanan"),
}
"""What can be printed, as the menu says it."""


def paper(counter: Counter, name: str, service: Service) -> PaperRequest:
    """The paper of that name about a service, or about its office."""
    if name == "checklist":
        return papers.checklist(counter, service)
    if name == "large":
        return _large(counter, service)
    return {"poster": _poster, "leaflet": _leaflet, "booklet": _booklet, "pledge": _pledge}[name](counter, service)


def checklist_as_of(counter: Counter, service: Service, version: int) -> PaperRequest:
    """The checklist as an earlier version had it."""
    request = papers.checklist(counter, service)
    title = tr("Daftar persyaratan menurut versi {version}: {service}", version=version, service=service.title)
    return replace(request, kind=f"{request.kind}@{version}", title=title)


def _large(counter: Counter, service: Service) -> PaperRequest:
    def make(size: str, _copy: int) -> bytes:
        from desk.print.checklist import checklist_pdf  # noqa: PLC0415 (with the first paper)

        documents = counter.catalogue.documents
        return checklist_pdf(
            _office(counter, service), service, size, large=True, documents=documents, printed_on=counter.today
        )

    return _request("checklist-large", service, tr(NAMES["large"]), make, ("f4", "a4"))


def _poster(counter: Counter, service: Service) -> PaperRequest:
    def make(size: str, _copy: int) -> bytes:
        from desk.print.poster import poster_pdf  # noqa: PLC0415 (with the first paper)

        return poster_pdf(_office(counter, service), service, size)

    return _request("poster", service, tr(NAMES["poster"]), make, ("a3", "a4"))


def _leaflet(counter: Counter, service: Service) -> PaperRequest:
    def make(_size: str, _copy: int) -> bytes:
        from desk.print.leaflet import leaflet_pdf  # noqa: PLC0415 (with the first paper)

        office, documents = _office(counter, service), counter.catalogue.documents
        return leaflet_pdf(office, service, documents=documents, printed_on=counter.today)

    return _request("leaflet", service, tr(NAMES["leaflet"]), make, ("a4",))


def _booklet(counter: Counter, service: Service) -> PaperRequest:
    def make(_size: str, _copy: int) -> bytes:
        from desk.print.booklet import booklet_pdf  # noqa: PLC0415 (with the first paper)

        office, documents = _office(counter, service), counter.catalogue.documents
        return booklet_pdf(office, documents=documents, printed_on=counter.today)

    return _of_office("booklet", _office(counter, service), tr(NAMES["booklet"]), make, ("a5",))


def _pledge(counter: Counter, service: Service) -> PaperRequest:
    def make(size: str, _copy: int) -> bytes:
        from desk.print.pledge import pledge_pdf  # noqa: PLC0415 (with the first paper)

        return pledge_pdf(_office(counter, service), size)

    return _of_office("pledge", _office(counter, service), tr(NAMES["pledge"]), make, ("a3", "a4"))


def _office(counter: Counter, service: Service) -> Office:
    return counter.catalogue.office(service.office)


def _request(kind: str, service: Service, name: str, make: Make, sizes: tuple[str, ...]) -> PaperRequest:
    return PaperRequest(
        kind=f"{kind}:{service.id}",
        title=tr("{name}: {service}", name=name, service=service.title),
        make=make,
        papers=sizes,
        file_name=f"{kind}-{service.id.replace('/', '-')}.pdf",
    )


def _of_office(kind: str, office: Office, name: str, make: Make, sizes: tuple[str, ...]) -> PaperRequest:
    return PaperRequest(
        kind=f"{kind}:{office.slug}",
        title=tr("{name}: {service}", name=name, service=office.name),
        make=make,
        papers=sizes,
        file_name=f"{kind}-{office.slug}.pdf",
    )
