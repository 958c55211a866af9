"""From pack files to a catalogue: bundled files, the office's own versions over them, corrections in force."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from desk.domain.catalogue import DocumentType, Office, Service
from desk.domain.corrections import effective
from desk.domain.errors import Refused
from desk.domain.pack import PackError, read_documents, read_office, read_service
from desk.services.catalogue import Catalogue

DOCUMENTS = "documents"
OFFICE = "office"

Files = Mapping[str, bytes]
"""Pack files by name: ``documents``, ``pasuruan/office``, ``pasuruan/01``."""


def bundled_files(folder: Path) -> dict[str, bytes]:
    """The pack files that were shipped in `folder`."""
    files = {DOCUMENTS: (folder / "documents.json").read_bytes()}
    for path in sorted(folder.glob("*/*.json")):
        if path.stem == OFFICE or path.stem.isdigit():
            files[f"{path.parent.name}/{path.stem}"] = path.read_bytes()
    return files


def load_catalogue(folder: Path, on: date = date.max, changes: Mapping[str, bytes | None] | None = None) -> Catalogue:
    """The catalogue of the bundled packs with the office's own versions over them; None takes a file away.

    Raises:
        PackError: the registry of documents, which all packs share, is wrong.
    """
    files: dict[str, bytes | None] = {**bundled_files(folder), **(changes or {})}
    return catalogue_of({name: content for name, content in files.items() if content is not None}, on)


def catalogue_of(files: Files, on: date) -> Catalogue:
    """The catalogue that these files make on that day; a pack that is wrong is kept apart."""
    documents = {d.id: d for d in read_documents(parse(files[DOCUMENTS], f"{DOCUMENTS}.json"), f"{DOCUMENTS}.json")}
    offices: list[Office] = []
    printed: dict[str, Service] = {}
    broken: dict[str, PackError] = {}
    for slug in sorted(name.split("/")[0] for name in files if name.endswith(f"/{OFFICE}")):
        try:
            office, standing = _read_pack(slug, files, documents, on)
        except PackError as error:
            broken[slug] = error
            continue
        offices.append(office)
        printed.update((service.id, service) for service in standing)
    contents = {service.hash: files[service.id] for service in printed.values()}
    return Catalogue(tuple(offices), documents, printed, dict(files), contents, broken)


def printed_service(content: bytes, service_id: str) -> Service:
    """A service file as the decree prints it."""
    return _service(parse(content, f"{service_id}.json"), content, service_id)


def service_on(content: bytes, service_id: str, on: date) -> Service:
    """A service file as it held on that day, corrections laid over.

    Raises:
        PackError: the file, or what its corrections make of it, is wrong.
    """
    raw = parse(content, f"{service_id}.json")
    if not isinstance(raw, dict) or not raw.get("corrections"):
        return _service(raw, content, service_id)
    _service(raw, content, service_id)
    try:
        return _service(effective(cast("dict[str, Any]", raw), on), content, service_id)
    except PackError:
        raise
    except Refused as error:
        raise PackError(f"{service_id}.json", "corrections", error.message) from error


def file_of(raw: object) -> bytes:
    """A pack file's bytes: the one spelling that all packs are kept in, so that equal content is equal bytes."""
    return (json.dumps(raw, ensure_ascii=False, indent=2) + "\n").encode()


def parse(content: bytes, name: str) -> object:
    """The JSON value of a pack file.

    Raises:
        PackError: it isn't JSON, with the line.
    """
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise PackError(name, f"baris {line}" if line else "", f"bukan JSON yang benar ({error})") from error


def _read_pack(
    slug: str, files: Files, documents: Mapping[str, DocumentType], on: date
) -> tuple[Office, list[Service]]:
    """The office with its services as they hold, and those as printed."""
    names = sorted(name for name in files if name.startswith(f"{slug}/") and not name.endswith(f"/{OFFICE}"))
    printed = [printed_service(files[name], name) for name in names]
    standing = tuple(service_on(files[name], name, on) for name in names)
    for service in (*printed, *standing):
        _check_documents(service, documents)
    name = f"{slug}/{OFFICE}"
    return read_office(parse(files[name], f"{name}.json"), f"{name}.json", slug=slug, services=standing), printed


def _service(raw: object, content: bytes, service_id: str) -> Service:
    office, _, order = service_id.partition("/")
    if not (order.isascii() and order.isdigit()):  # a damaged event may name any service
        raise PackError(f"{service_id}.json", "", "namanya bukan nama layanan")
    return read_service(raw, f"{service_id}.json", office=office, order=int(order), content=content)


def _check_documents(service: Service, documents: Mapping[str, DocumentType]) -> None:
    for requirement in service.every_requirement():
        if requirement.document is not None and requirement.document not in documents:
            place = f"requirements.{requirement.id}.document"
            raise PackError(f"{service.id}.json", place, f"{requirement.document!r} tidak terdaftar")
