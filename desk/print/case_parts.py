"""What the papers of one case share: title with its marks, number and code with the QR, who and what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from desk.domain.case import Case
from desk.domain.catalogue import Office, Service
from desk.domain.dates import date_and_time
from desk.domain.identity import mask
from desk.domain.tracking import show_code
from desk.print.block import Align, Block, Box
from desk.print.fonts import width as text_width
from desk.print.look import Look
from desk.print.paper import MM, Paper
from desk.print.parts import labelled
from desk.print.qr import qr_block


def local(moment: str | datetime, office: Office) -> datetime:
    """An ISO text or an aware time, as the office's clock shows it."""
    known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    if known.tzinfo is None:
        raise ValueError("a naive time can't be put on a paper")
    return known.astimezone(ZoneInfo(office.timezone))


def copy_mark(copy: int) -> str:
    """What every print after the first is marked with."""
    return f"SALINAN ke-{copy}" if copy > 1 else ""


def title_block(title: str, marks: Sequence[str], width: float, look: Look, *, centred: bool) -> Block:
    """The paper's name, and framed marks (whose copy, which copy) at its right, or under it where there is no room."""
    block = Block(width)
    tags = [_tag(text, look) for text in marks if text]
    if centred:
        block.write(title, look.title, align="centre")
        for tag in tags:
            block.skip(2)
            block.put(tag, (width - tag.width) / 2)
        return block
    block.write(title, look.title)
    beside = text_width(title, look.title.face, look.title.size) + sum(tag.width + 6 for tag in tags) <= width
    if tags and not beside:
        block.skip(3)
    x, top = width, (look.title.line - tags[0].height) / 2 if tags and beside else block.height
    for tag in reversed(tags):
        x -= tag.width
        block.put(tag, x, top)
        x -= 6
    return block


def _tag(text: str, look: Look) -> Block:
    style = look.body.bold()
    tag = Block(text_width(text, style.face, style.size) + 10)
    tag.write(text, style, y=2.5, align="centre")
    tag.skip(2.5)
    tag.shapes.append(Box(0, 0, tag.width, tag.height, 0.8))
    return tag


def codes_block(case: Case, width: float, look: Look, *, qr: float, centred: bool) -> Block:
    """Registration number, tracking code, and the QR that holds the tracking code and nothing else."""
    block = Block(width)
    code = qr_block(case.tracking_code, qr)
    room = width if centred else width - qr - 6
    align: Align = "centre" if centred else "left"
    numbers = (
        ("Nomor registrasi", case.registration_number, 1.75),
        ("Kode pelacakan", show_code(case.tracking_code), 1.15),
    )
    for label, number, factor in numbers:
        block.write(label, look.label, room=room, align=align)
        block.write(number, look.title.scaled(factor).fitting([number], room), room=room, align=align)
        block.skip(look.body.size * 0.25)
    if centred:
        block.put(code, (width - qr) / 2)
    else:
        beside = Block(width)
        beside.put(code, width - qr, 0)
        beside.put(block, 0, max(0.0, (qr - block.height) / 2))
        return beside
    return block


def matter(office: Office, service: Service, case: Case) -> list[tuple[str, str]]:
    """Who and what, label and value; identity numbers are masked."""
    applicant = case.applicant
    values = [("Pemohon", applicant.name or "–")]
    if applicant.nik:
        values.append(("NIK", mask(applicant.nik)))
    elif applicant.kind == "person":
        values.append(("NIK", f"tanpa NIK ({applicant.no_nik_reason})" if applicant.no_nik_reason else "tanpa NIK"))
    if applicant.contact:
        values.append(("Narahubung", applicant.contact))
    values.append(("Layanan", service.title))
    values.append(("Diterima", date_and_time(local(case.received_at, office))))
    if case.external_reference is not None:
        values.append((f"No. {case.external_reference.system}", case.external_reference.number))
    values.append(("Hasil", service.product))
    return values


def matter_block(values: Sequence[tuple[str, str]], width: float, look: Look, paper: Paper) -> Block:
    """Those values as a table; on rolls the labels take less room."""
    label = look.body.size * 5.4 if paper.roll else min(24 * MM, width * 0.25)
    return labelled(values, width, look, label=label, strong=frozenset({"Pemohon"}))
