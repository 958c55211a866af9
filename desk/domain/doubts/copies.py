"""Components copied from another service of the office: the words speak of other people than the title."""

from __future__ import annotations

from collections.abc import Iterator

from desk.domain.catalogue import Office, Service
from desk.domain.doubts.doubt import Doubt, quoted
from desk.domain.doubts.reading import about, leaves

_NAMES = {
    "requirements": "Persyaratan", "route": "Alur", "legal_basis": "Dasar hukum", "competence": "Kompetensi pelaksana",
    "sop": "SOP",
}  # fmt: skip


def components(office: Office) -> Iterator[Doubt]:
    """A whole component is that of another service, and names a group that only that one serves."""
    for service in office.services:
        for key, name in _NAMES.items():
            found = _origin(service, office, key)
            if found is None:
                continue
            other, text = found
            message = (
                f"{name} sama persis dengan {other.id} ({quoted(other.title)}) dan tidak sesuai dengan judul layanan ini: "
                f"{quoted(text)}."
            )
            yield Doubt(service.id, key, f"{key}_copied", message, (text,))


def _origin(service: Service, office: Office, key: str) -> tuple[Service, str] | None:
    """The service it was copied from, and the words that give it away."""
    mine = _texts(service, key)
    for other in office.services:
        if not mine or other is service or _texts(other, key) != mine:
            continue
        foreign = about(other.title) - about(service.title)
        for text in mine:
            if about(text) & foreign and not about(text) & about(service.title):
                return other, text
    return None


def _texts(service: Service, key: str) -> tuple[str, ...]:
    if key == "requirements":
        return tuple(leaf.text for leaf in leaves(service.requirements))
    if key == "route":
        return tuple(step.title for step in service.route)
    if key == "legal_basis":
        return tuple(citation.title for citation in service.legal_basis)
    if key == "sop":
        return tuple(row.activity for sop in service.sop for row in sop.rows)
    texts: tuple[str, ...] = getattr(service, key)
    return texts
