"""The office keeps its own catalogue: edit, correct, retire, add; send and take in whole packs.

Nothing is overwritten: each change is a new version of one file in the store, with who, when and why. Cases keep the
version that they were registered under.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from desk.domain.catalogue import Service
from desk.domain.comparing import Difference, differences
from desk.domain.corrections import put, value_at
from desk.domain.errors import NotFound, Refused
from desk.domain.pack import PackError
from desk.models.office_files import FileVersion
from desk.services import office_files
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.packfiles import DOCUMENTS, OFFICE, file_of, parse, printed_service, service_on

FORMAT = "desk-pack"
VERSION = 1

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change of the catalogue did."""

    files: tuple[str, ...]
    differences: tuple[Difference, ...]


def raw_service(catalogue: Catalogue, service_id: str) -> Json:
    """A service file as JSON, to be edited.

    Raises:
        NotFound: there is none.
    """
    catalogue.service(service_id)
    return cast("Json", parse(catalogue.files[service_id], service_id))


def tried(service_id: str, raw: Json, on: date) -> Service:
    """The service that an edited file would be, for a preview beside the fields.

    Raises:
        PackError: with the path of what is wrong.
    """
    return service_on(file_of(raw), service_id, on)


def save_service(counter: Counter, service_id: str, raw: Json, reason: str) -> Changed:
    """Keep an edited or a new service file as the next version.

    Raises:
        Refused: no reason is given, or the file isn't this office's. PackError: the file is wrong.
    """
    _own(counter, service_id)
    content = file_of(raw)
    printed_service(content, service_id)
    return _keep(counter, {service_id: content}, reason)


def correct(counter: Counter, service_id: str, component: str, corrected: object, reason: str, start: date) -> Changed:
    """Lay a dated correction over what is printed; the printed text stays.

    Raises:
        Refused: the component doesn't exist, or nothing would change. PackError: the corrected standard is wrong.
    """
    _own(counter, service_id)
    raw = raw_service(counter.catalogue, service_id)
    printed = value_at(raw, component)
    if printed == corrected:
        raise Refused(
            "nothing_changed", "Yang tertulis sudah begitu, jadi tidak ada yang dibetulkan.", field="component"
        )
    correction = {
        "component": component,
        "printed": printed,
        "corrected": corrected,
        "reason": office_files.reason_of(reason),
        "from": start.isoformat(),
    }
    trial = copy.deepcopy(raw)
    put(trial, component, corrected)
    printed_service(file_of(trial), service_id)
    raw = _in_order({**raw, "corrections": [*raw.get("corrections", []), correction]})
    return _keep(counter, {service_id: file_of(raw)}, reason)


def withdraw_correction(counter: Counter, service_id: str, index: int, reason: str) -> Changed:
    """Take a correction back; the printed text holds again."""
    raw = raw_service(counter.catalogue, service_id)
    corrections = list(raw.get("corrections", []))
    if not 0 <= index < len(corrections):
        raise NotFound("correction_unknown", "Pembetulan itu tidak ada pada layanan {service}.", service=service_id)
    del corrections[index]
    kept = {**raw, "corrections": corrections} if corrections else {k: v for k, v in raw.items() if k != "corrections"}
    return save_service(counter, service_id, kept, reason)


def retire(counter: Counter, service_id: str, reason: str) -> Changed:
    """Take a service out of the catalogue; its cases go on under their version."""
    _own(counter, service_id)
    counter.catalogue.service(service_id)
    return _keep(counter, {service_id: None}, reason)


def next_id(catalogue: Catalogue, office: str) -> str:
    """The id that a new service of the office would have."""
    used = [
        int(name.split("/")[1]) for name in catalogue.files if name.startswith(f"{office}/") and name[-2:].isdigit()
    ]
    return f"{office}/{max(used, default=0) + 1:02d}"


def versions(counter: Counter, service_id: str) -> tuple[FileVersion, ...]:
    """Every version of the file that was made here."""
    return office_files.versions(counter.store, service_id)


def undo(counter: Counter, service_id: str, reason: str) -> Changed:
    """Take back the last change that stands; again takes back the one before. Each is a new version: nothing is lost."""
    standing = office_files.standing(versions(counter, service_id))
    if not standing:
        raise Refused(
            "nothing_to_undo", "Layanan {service} tidak punya perubahan yang bisa dibatalkan.", service=service_id
        )
    if len(standing) == 1:
        content = counter.shelf.shipped(service_id)
    else:
        before = standing[-2].hash
        content = counter.store.pinned(before) if before else None
    return _keep(counter, {service_id: content}, reason, undoes=standing[-1].version)


def export_pack(catalogue: Catalogue, office: str) -> bytes:
    """The office's whole pack as one file: the office, its services, and the document types that they name."""
    catalogue.office(office)
    names = sorted(name for name in catalogue.files if name.startswith(f"{office}/"))
    files = {name.split("/")[1]: parse(catalogue.files[name], name) for name in names}
    used = {r.document for s in catalogue.services(office) for r in s.every_requirement() if r.document}
    used |= {r.document for s in _printed_of(catalogue, office) for r in s.every_requirement() if r.document}
    registry = cast("Json", parse(catalogue.files[DOCUMENTS], DOCUMENTS))["documents"]
    return file_of(
        {
            "format": FORMAT,
            "version": VERSION,
            "slug": office,
            OFFICE: files.pop(OFFICE),
            "services": files,
            "documents": [document for document in registry if document["id"] in used],
        }
    )


def import_pack(counter: Counter, content: bytes, reason: str) -> Changed:
    """Take a pack in: every file of it that differs becomes a new version; services that it lacks stay.

    Raises:
        PackError: the file, or anything in it, is wrong; then nothing at all is taken in.
    """
    changes = pack_changes(counter.catalogue, content)
    return _keep(counter, changes, reason)


def pack_changes(catalogue: Catalogue, content: bytes) -> dict[str, bytes | None]:
    """The files of a pack that differ from the catalogue's."""
    pack = read_pack(content)
    slug = str(pack["slug"])
    files = {f"{slug}/{name}": file_of(raw) for name, raw in pack["services"].items()}
    files[f"{slug}/{OFFICE}"] = file_of(pack[OFFICE])
    registry = cast("Json", parse(catalogue.files[DOCUMENTS], DOCUMENTS))
    known = {document["id"] for document in registry["documents"]}
    new = [document for document in pack["documents"] if document["id"] not in known]
    if new:
        files[DOCUMENTS] = file_of({**registry, "documents": [*registry["documents"], *new]})
    return {name: file for name, file in files.items() if catalogue.files.get(name) != file}


def read_pack(content: bytes) -> Json:
    """A pack file's parts.

    Raises:
        PackError: it isn't a pack, or of a newer Desk.
    """
    raw = parse(content, "paket")
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise PackError("paket", "format", "ini bukan berkas paket Desk")
    if raw.get("version") != VERSION:
        raise PackError("paket", "version", f"versi {raw.get('version')!r} belum dikenal; perbarui Desk dulu")
    shapes = (("slug", str), (OFFICE, dict), ("services", dict), ("documents", list))
    for key, kind in shapes:
        if not isinstance(raw.get(key), kind):
            raise PackError("paket", key, "wajib ada")
    slug = str(raw["slug"])
    if not slug.replace("-", "").isalnum() or not slug.isascii() or slug != slug.lower():
        raise PackError("paket", "slug", f"{slug!r} harus huruf kecil, angka, dan tanda hubung")
    if slug == office_files.OWN:
        raise PackError("paket", "slug", f"{slug!r} dipakai Desk untuk dokumen dinas sendiri; pilih nama lain")
    for name in raw["services"]:
        if not (name.isdigit() and len(name) == 2):
            raise PackError("paket", f"services.{name}", "nama layanan harus dua angka")
    return cast("Json", raw)


def new_pack(catalogue: Catalogue, source: str, slug: str, office: Mapping[str, Any]) -> bytes:
    """A pack for another office, made from an existing one: its services without decree and corrections."""
    pack = read_pack(export_pack(catalogue, source))
    services = {name: _without_decree(raw) for name, raw in pack["services"].items()}
    named = {**pack[OFFICE], "decree": None, "head": None, "motto": None, **office}
    return file_of({**pack, "slug": slug, OFFICE: named, "services": services})


def compare(before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterator[Difference]:
    """What differs between two sets of service files, by service and component."""
    for service_id in sorted({*before, *after}):
        yield from differences(service_id, before.get(service_id), after.get(service_id))


def raw_services(catalogue: Catalogue, office: str) -> dict[str, Json]:
    """The office's service files as JSON, by their two digits."""
    return {service.id.split("/")[1]: raw_service(catalogue, service.id) for service in catalogue.services(office)}


def _keep(counter: Counter, changes: Mapping[str, bytes | None], reason: str, undoes: int | None = None) -> Changed:
    """Write new versions of files, once the catalogue that they make is sound."""
    reason = office_files.reason_of(reason)
    catalogue = counter.shelf.tried(changes)
    for slug in {name.split("/")[0] for name in changes if name != DOCUMENTS}:
        if slug in catalogue.broken:
            raise catalogue.broken[slug]
    before = {name: _raw(counter.catalogue.files.get(name)) for name in changes}
    at = counter.now().isoformat()
    with counter.store.write() as work:
        for name, content in changes.items():
            office_files.keep(work, name, "pack", content, reason=reason, officer=counter.officer, at=at, undoes=undoes)
    counter.shelf.lay(changes)
    found = [d for name, content in changes.items() for d in differences(name, before[name], _raw(content))]
    return Changed(tuple(changes), tuple(found))


def _own(counter: Counter, service_id: str) -> None:
    if service_id.split("/", maxsplit=1)[0] != counter.office.slug:
        template = "Layanan {service} bukan milik {office}; yang diubah di sini hanya paket dinas sendiri."
        raise Refused("other_office", template, field="service", service=service_id, office=counter.office.name)


def _raw(content: bytes | None) -> Json | None:
    return None if content is None else cast("Json", parse(content, "paket"))


def _printed_of(catalogue: Catalogue, office: str) -> list[Service]:
    return [service for service in catalogue.printed.values() if service.office == office]


def _without_decree(raw: Json) -> Json:
    source = {**raw["source"], "decree": None}
    return {key: value for key, value in {**raw, "source": source}.items() if key != "corrections"}


def _in_order(raw: Json) -> Json:
    """The keys in the order that docs/packs.md has: corrections stand before the source."""
    tail: Json = {key: raw[key] for key in ("corrections", "source") if key in raw}
    return {**{key: value for key, value in raw.items() if key not in tail}, **tail}
