"""What the files of a pack were before: each version and what it changed, services that were retired, what Desk brought."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from desk.domain.catalogue import Service
from desk.domain.comparing import Difference, differences
from desk.domain.errors import NotFound
from desk.models.office_files import FileVersion
from desk.services import office_files
from desk.services.counter import Counter
from desk.services.packfiles import parse, service_on
from desk.services.packs import versions

Json = dict[str, Any]


def content_of(counter: Counter, service_id: str, content_hash: str | None) -> bytes | None:
    """The service file of that hash: of a version made here, or the one that Desk brought (no hash)."""
    if content_hash is None:
        return counter.shelf.shipped(service_id)
    return counter.catalogue.contents.get(content_hash) or counter.store.pinned(content_hash)


def version_of(counter: Counter, service_id: str, content_hash: str | None, on: date) -> Service:
    """The service as an earlier version had it on that day; without a hash as Desk brought it.

    Raises:
        NotFound: that version isn't here.
    """
    content = content_of(counter, service_id, content_hash)
    if content is None:
        raise NotFound("version_unknown", "Versi itu dari layanan {service} tidak ada di sini.", service=service_id)
    return service_on(content, service_id, on)


def history(counter: Counter, service_id: str) -> tuple[tuple[FileVersion, tuple[Difference, ...]], ...]:
    """Every version that was made here with what it changed, the first first."""
    found = []
    before = _parsed(counter.shelf.shipped(service_id))
    for version in versions(counter, service_id):
        content = counter.store.pinned(version.hash) if version.hash else None
        after = _parsed(content)
        found.append((version, tuple(differences(service_id, before, after))))
        before = after
    return tuple(found)


def retired(counter: Counter) -> dict[str, str]:
    """Services of this office that were taken out of the catalogue: titles by id."""
    found = {}
    for name, content in office_files.current(counter.store).items():
        if content is None and name.startswith(f"{counter.office.slug}/"):
            earlier = [version.hash for version in versions(counter, name) if version.hash]
            raw = _parsed(content_of(counter, name, earlier[-1] if earlier else None))
            found[name] = str(raw["title"]) if raw else name
    return found


def shipped_services(counter: Counter) -> dict[str, Json]:
    """The office's service files as Desk brought them, by their two digits."""
    names = (f"{number:02d}" for number in range(1, 100))
    found = {name: counter.shelf.shipped(f"{counter.office.slug}/{name}") for name in names}
    return {name: cast("Json", parse(content, name)) for name, content in found.items() if content is not None}


def _parsed(content: bytes | None) -> Json | None:
    return None if content is None else cast("Json", parse(content, "paket"))
