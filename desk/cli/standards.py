"""Commands on the catalogue: offices, services, one service, the export."""

from __future__ import annotations

from argparse import Namespace

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.catalogue import Requirement, Service
from desk.language import tr
from desk.services import contract


def offices(session: Session, _: Namespace) -> Answer:
    """`desk offices`."""
    found = session.catalogue.whole().offices
    lines = [f"{office.slug:14} {office.name} · {len(office.services)} {tr('layanan')}" for office in found]
    return Answer([contract.office_line(office) for office in found], "\n".join(lines))


def services(session: Session, options: Namespace) -> Answer:
    """`desk services`."""
    catalogue = session.catalogue
    if options.office:
        catalogue.office(options.office)
    else:
        catalogue.whole()
    if options.search:
        found = _own_first(session, catalogue.search(options.search, options.office, limit=0))
    else:
        found = catalogue.services(options.office)
    if options.document:
        asking = {service.id for service in catalogue.needing(options.document, options.office)}
        found = tuple(service for service in found if service.id in asking)
    lines = [f"{service.id:16} {service.title}" for service in found] or [tr("Tidak ada layanan yang cocok.")]
    return Answer([contract.service_line(service) for service in found], "\n".join(lines))


def service(session: Session, options: Namespace) -> Answer:
    """`desk service ID`."""
    catalogue = session.catalogue
    found = catalogue.service(options.id)
    return Answer(contract.service_whole(catalogue.printed[found.id]), _standard(found))


def export(session: Session, options: Namespace) -> Answer:
    """`desk catalogue export`."""
    catalogue = session.catalogue
    chosen = (catalogue.office(options.office),) if options.office else catalogue.whole().offices
    value = {"offices": [contract.office_whole(office, catalogue.printed) for office in chosen]}
    count = sum(len(office.services) for office in chosen)
    text = tr("{offices} dinas, {services} layanan; pakai --json untuk isinya.", offices=len(chosen), services=count)
    return Answer(value, text)


def _own_first(session: Session, found: tuple[Service, ...]) -> tuple[Service, ...]:
    """What this counter's own office offers comes first, each part still best first."""
    if not session.home.exists:
        return found
    own = session.reader.office.slug
    return tuple(sorted(found, key=lambda service: service.office != own))


def _standard(service: Service) -> str:
    """The standard for a person at a terminal: what to bring, how long, what for."""
    lines = [service.title, ""]
    for requirement in service.requirements:
        lines += _requirement(requirement, "")
    duration = service.duration.printed if service.duration else tr("tidak ditetapkan")
    lines += [
        "",
        tr("Waktu: {duration}", duration=duration),
        tr("Biaya: gratis") if service.fee == 0 else tr("Biaya: Rp{fee}", fee=service.fee),
        tr("Produk: {product}", product=service.product),
        "",
        tr("Alur:"),
    ]
    lines += [f"  {step.number or '–'}. {step.actor}: {step.title}" for step in service.route]
    return "\n".join(lines)


def _requirement(requirement: Requirement, indent: str) -> list[str]:
    lines = [f"{indent}{requirement.number or '–'}. {requirement.text}"]
    for part in requirement.parts:
        lines += _requirement(part, indent + "   ")
    return lines
