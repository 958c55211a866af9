"""Commands on attachments: add, list, take out, take off, remove for good."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.attachment import Attachment, size_words
from desk.domain.errors import UsageError
from desk.language import tr
from desk.services import attachments, cases, guard, media


def attach(session: Session, options: Namespace) -> Answer:
    """`desk attach CASE FILE`."""
    path = Path(options.file)
    body = media.read(path)
    prepared = (media.shrink if options.shrink else media.prepare)(path.name, body)
    counter = session.counter
    case = cases.find(counter, options.case)
    added = attachments.add(
        counter, case.id, prepared, requirement=options.requirement, step=options.step, note=options.note
    )
    found = added.attachment
    said = [tr("Sudah terlampir: {line}", line=_line(found)) if added.already else _line(found)]
    if found.shrunk_from and not added.already:
        before, after = size_words(found.shrunk_from), size_words(found.size)
        said.append(tr("Diperkecil dari {before} menjadi {after}", before=before, after=after))
    return Answer({**attachments.line(found), "already": added.already}, "\n".join(said))


def listing(session: Session, options: Namespace) -> Answer:
    """`desk attachments CASE`."""
    counter = session.reader
    found = attachments.of_case(counter, guard.opened(counter, options.case).id)
    text = "\n".join(_line(attachment) for attachment in found) or tr("Belum ada lampiran.")
    return Answer([attachments.line(attachment) for attachment in found], text)


def export(session: Session, options: Namespace) -> Answer:
    """`desk attachments export CASE ID -o FILE`: in the audit trail, as every way out is."""
    if not options.output:
        raise UsageError("usage", "Tulis nama berkas pada -o.", field="-o")
    counter = session.reader
    case = cases.find(counter, options.case)
    found = attachments.export(counter, case.id, options.id, Path(options.output))
    value = {"id": found.id, "file": options.output, "media": found.media, "bytes": found.size}
    return Answer(value, tr("Ditulis ke {file}", file=options.output))


def remove(session: Session, options: Namespace) -> Answer:
    """`desk attachments remove CASE ID --reason TEXT`."""
    counter = session.counter
    case = cases.find(counter, options.case)
    found = attachments.remove(counter, case.id, options.id, options.reason)
    return Answer(attachments.line(found), tr("Dilepas: {line}", line=_line(found)))


def prune(session: Session, _: Namespace) -> Answer:
    """`desk attachments prune`."""
    gone = attachments.prune(session.counter)
    text = tr("Dihapus dari diska: {count} lampiran, {size}.", count=gone.files, size=size_words(gone.bytes))
    return Answer(asdict(gone), text)


def _line(attachment: Attachment) -> str:
    """``7XK2PQ  KTP.jpg · 1,2 MB · ktp``."""
    about = (attachment.name, size_words(attachment.size), attachment.requirement, attachment.step, attachment.note)
    return f"{attachment.id}  {' · '.join(part for part in about if part)}"
