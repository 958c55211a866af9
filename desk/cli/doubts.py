"""`desk catalogue check`: what a careful reader of the decrees would query."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.doubts.doubt import Doubt
from desk.language import mark, tr
from desk.services.catalogue import Catalogue
from desk.services.doubts import catalogue_doubts, load_laws

COMPONENTS = {
    "title": mark("Judul"),
    "requirements": mark("Persyaratan"),
    "route": mark("Sistem, mekanisme, dan prosedur"),
    "duration": mark("Jangka waktu pelayanan"),
    "fee": mark("Biaya atau tarif"),
    "product": mark("Produk pelayanan"),
    "complaints": mark("Penanganan pengaduan, saran, dan masukan"),
    "legal_basis": mark("Dasar hukum"),
    "facilities": mark("Sarana, prasarana, dan fasilitas"),
    "competence": mark("Kompetensi pelaksana"),
    "oversight": mark("Pengawasan internal"),
    "executors": mark("Jumlah pelaksana"),
    "assurance": mark("Jaminan pelayanan"),
    "safety": mark("Jaminan keamanan dan keselamatan pelayanan"),
    "evaluation": mark("Evaluasi kinerja pelaksana"),
    "sop": mark("SOP"),
    "decree": mark("Keputusan"),
    "head": mark("Kepala Dinas"),
    "letterhead": mark("Kop dinas"),
    "email": mark("E-mail dinas"),
    "pledge": mark("Maklumat pelayanan"),
    "source": mark("Keputusan"),
}
"""How a person calls the component that a doubt stands in."""


def check(session: Session, options: Namespace) -> Answer:
    """`desk catalogue check`. Messages quote an Indonesian decree and stay Indonesian."""
    catalogue = session.catalogue
    found = catalogue_doubts(catalogue, load_laws(session.data), options.office)
    return Answer([_value(doubt) for doubt in found], _text(found, catalogue))


def _value(doubt: Doubt) -> dict[str, Any]:
    return {
        "service": doubt.service,
        "component": doubt.component,
        "kind": doubt.kind,
        "message": doubt.message,
        "words": list(doubt.words),
    }


def _text(found: Iterable[Doubt], catalogue: Catalogue) -> str:
    """By office and service; a remark that several services of an office share is made once, ahead of the others."""
    doubts = list(found)
    lines: list[str] = []
    for office in catalogue.offices:
        mine = [doubt for doubt in doubts if doubt.service.split("/")[0] == office.slug]
        if mine:
            lines += _office(office.slug, office.name, mine, catalogue)
    places = len({doubt.service for doubt in doubts})
    lines.append(tr("{count} hal untuk ditinjau di {places} tempat.", count=len(doubts), places=places))
    return "\n".join(lines)


def _office(slug: str, name: str, doubts: list[Doubt], catalogue: Catalogue) -> list[str]:
    sharing: dict[tuple[str, str], list[str]] = {}
    for doubt in doubts:
        if doubt.service != slug:
            sharing.setdefault((doubt.component, doubt.message), []).append(doubt.service)
    lines = [name, *(_line(doubt.component, doubt.message) for doubt in doubts if doubt.service == slug)]
    for (component, message), services in sharing.items():
        if len(services) > 2:
            orders = ", ".join(service.split("/")[1] for service in services)
            lines.append(_line(component, message) + " " + tr("(layanan {orders})", orders=orders))
    shown = ""
    for doubt in doubts:
        if doubt.service == slug or len(sharing[doubt.component, doubt.message]) > 2:
            continue
        if doubt.service != shown:
            shown = doubt.service
            lines += ["", f"{shown} {catalogue.service(shown).title}"]
        lines.append(_line(doubt.component, doubt.message))
    return [*lines, ""]


def _line(component: str, message: str) -> str:
    return f"  {tr(COMPONENTS[component])}: {message}"
