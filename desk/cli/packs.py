"""Commands that keep the office's own catalogue: edit, correct, retire; whole packs in and out; comparisons."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, cast

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.comparing import Difference
from desk.domain.errors import NotFound, Refused, UsageError
from desk.language import system_reason, tr
from desk.services import packs
from desk.services.outfile import write_whole
from desk.services.packs import Changed


def pack(session: Session, options: Namespace) -> Answer:
    """`desk catalogue pack OFFICE -o FILE`: the whole pack as one file."""
    content = packs.export_pack(session.catalogue, options.office)
    write_whole(Path(options.output), content)
    value = {"office": options.office, "file": options.output, "bytes": len(content)}
    return Answer(value, tr("Ditulis ke {file}", file=options.output))


def take_in(session: Session, options: Namespace) -> Answer:
    """`desk catalogue import FILE`: whole or not at all."""
    return _changed(packs.import_pack(session.counter, _read(options.file), options.reason))


def make(session: Session, options: Namespace) -> Answer:
    """`desk catalogue new SLUG --from OFFICE --data FILE -o FILE`: a pack for another office, to be edited."""
    data = session.read_json(options.data) if options.data else {}
    if not isinstance(data, dict):
        raise Refused("not_an_object", "Data dinas harus berupa objek JSON.", field="--data")
    content = packs.new_pack(session.catalogue, options.source, options.slug, cast("dict[str, Any]", data))
    packs.read_pack(content)
    write_whole(Path(options.output), content)
    value = {"office": options.slug, "file": options.output, "bytes": len(content)}
    return Answer(value, tr("Ditulis ke {file}", file=options.output))


def diff(session: Session, options: Namespace) -> Answer:
    """`desk catalogue diff A B`: A and B are offices or pack files."""
    found = list(packs.compare(_services(session, options.before), _services(session, options.after)))
    lines = [f"{d.service} {d.component}: {_short(d.before)} → {_short(d.after)}" for d in found]
    return Answer([asdict(d) for d in found], "\n".join(lines) or tr("Tidak ada perbedaan."))


def edit(session: Session, options: Namespace) -> Answer:
    """`desk catalogue edit SERVICE FILE`: the file's content becomes the next version of the service, or a new one."""
    counter = session.counter
    raw = session.read_json(options.file)
    if not isinstance(raw, dict):
        raise Refused("not_an_object", "Standar pelayanan harus berupa objek JSON.", field="file")
    service = packs.next_id(counter.catalogue, counter.office.slug) if options.id == "new" else options.id
    raw = {key: value for key, value in cast("dict[str, Any]", raw).items() if key not in ("id", "order", "hash")}
    return _changed(packs.save_service(counter, service, raw, options.reason))


def correct(session: Session, options: Namespace) -> Answer:
    """`desk catalogue correct SERVICE COMPONENT VALUE`: a dated layer over the printed text."""
    try:
        value = json.loads(options.value)
    except json.JSONDecodeError:
        value = options.value  # a plain text need not be quoted
    try:
        start = date.fromisoformat(options.start) if options.start else session.counter.today
    except ValueError:
        template = "Tanggal '{text}' pada {option} bukan tanggal TTTT-BB-HH, misalnya 2026-11-22."
        raise UsageError("usage", template, field="--start", option="--start", text=options.start) from None
    return _changed(packs.correct(session.counter, options.id, options.component, value, options.reason, start))


def retire(session: Session, options: Namespace) -> Answer:
    """`desk catalogue retire SERVICE`."""
    return _changed(packs.retire(session.counter, options.id, options.reason))


def undo(session: Session, options: Namespace) -> Answer:
    """`desk catalogue undo SERVICE`: back to the version before."""
    return _changed(packs.undo(session.counter, options.id, options.reason))


def history(session: Session, options: Namespace) -> Answer:
    """`desk catalogue history SERVICE`."""
    made = packs.versions(session.reader, options.id)
    lines = [f"{v.version}. {v.at} · {v.officer}: {v.reason}{'' if v.hash else ' (dicabut)'}" for v in made]
    return Answer([asdict(v) for v in made], "\n".join(lines) or tr("Belum pernah diubah di sini."))


def _services(session: Session, name: str) -> dict[str, dict[str, Any]]:
    """The services of an office, or of a pack file."""
    if not Path(name).exists():
        return packs.raw_services(session.catalogue, name)
    return cast("dict[str, dict[str, Any]]", packs.read_pack(_read(name))["services"])


def _read(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        template = "Berkas {name} tidak bisa dibaca ({reason})."
        raise NotFound("unreadable", template, name=name, reason=system_reason(error)) from error


def _changed(changed: Changed) -> Answer:
    value = {"files": list(changed.files), "differences": [asdict(difference) for difference in changed.differences]}
    lines = [_line(difference) for difference in changed.differences]
    return Answer(value, "\n".join([tr("Diubah: {count} berkas paket.", count=len(changed.files)), *lines]))


def _line(difference: Difference) -> str:
    return f"{difference.service} {difference.component}: {_short(difference.before)} → {_short(difference.after)}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "…"
