"""The list that an applicant takes home: what to bring, in which form, how long it takes, what it costs, what comes out.

Every requirement keeps its printed number and its place. A paper has a square to tick, a condition a circle; what only
some must bring says so; where one of several will do, 'atau' stands between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from desk.domain.catalogue import DocumentType, Office, Requirement, Service
from desk.domain.dates import plain_date
from desk.print import wording
from desk.print.block import Block, Stroke
from desk.print.letterhead import letterhead, narrow_head
from desk.print.look import Look, look_for
from desk.print.paper import Paper, paper_named
from desk.print.parts import channel_table, continued, tick_mark, value_table
from desk.print.sheet import Sheet, largest

PAPERS = ("a4", "f4", "roll80", "roll58")
_SIZES = (10.0, 9.5, 9.0)
"""Body type on a sheet: smaller only where that saves a page."""
_NARROW = 8
"""Text with less room than this, in type sizes, goes under its number and mark: large print on a roll."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list.

    Attributes:
        depth: of how many entries it is a part of a part.
        left: how far it is set in, in slots, where there is room to set it under its parent's text.
        numbered: whether a number, or room for one, stands before it.
        mark: ``box`` for a paper, ``circle`` for a condition, empty where its parts are ticked instead.
        alternative: whether it would do in place of the line above.
        elsewhere: ids of what would do instead and doesn't stand next to it.
    """

    requirement: Requirement
    depth: int
    left: int
    numbered: bool
    mark: str
    alternative: bool
    elsewhere: tuple[str, ...]


def checklist_pdf(
    office: Office,
    service: Service,
    paper: str,
    *,
    large: bool = False,
    documents: Mapping[str, DocumentType] | None = None,
    printed_on: date,
) -> bytes:
    """The requirement list of `service`; `large` is large print, `documents` the registry that explains papers."""
    kind = paper_named(paper, PAPERS)
    standard = f"Standar Pelayanan: {wording.decree_of(service, office)}".rstrip(": ")
    printed = f"Dicetak {plain_date(printed_on)}"
    lay = partial(_sheet, office, service, kind, documents or {}, standard, printed)
    if large or kind.roll:
        sheet = lay(look_for(kind, large=large))
    else:
        sheet = largest(_SIZES, lambda size: lay(look_for(kind, size=size)))
    return sheet.pdf(title=f"Daftar persyaratan: {service.title}", author=office.name, subject=standard)


def _sheet(
    office: Office,
    service: Service,
    paper: Paper,
    documents: Mapping[str, DocumentType],
    standard: str,
    printed: str,
    look: Look,
) -> Sheet:
    sheet = Sheet(paper, foot=f"{standard} · {printed}")
    sheet.put(narrow_head(office, sheet.width) if paper.roll else letterhead(office, sheet.width))
    sheet.put(_title(service, sheet.width, look), gap=look.body.size * 0.9)
    sheet.put(_facts(service, sheet.width, look, paper), gap=look.body.size * 0.8)
    closing = _closing(office, service, sheet.width, look)
    _put_rows(sheet, service, look, documents, follow=closing.height + look.body.size)
    sheet.put(closing, gap=look.body.size)
    if paper.roll:
        end = Block(sheet.width)
        end.write(f"{standard}. {printed}.", look.label)
        sheet.put(end, gap=4)
    return sheet


def entries(service: Service) -> Iterator[Entry]:
    """The list's lines in printed order, parts under their parents."""
    yield from _entries(service.requirements, 0, 0)


def _entries(requirements: tuple[Requirement, ...], depth: int, left: int) -> Iterator[Entry]:
    numbered = any(requirement.number for requirement in requirements)
    for place, requirement in enumerate(requirements):
        whole = not requirement.parts or any(part.number for part in requirement.parts)
        mark = "circle" if requirement.kind == "condition" else "box"
        if not whole or requirement.kind == "instruction":
            mark = ""
        near = [sibling.id for sibling in requirements[max(0, place - 1) : place + 2]]
        alternative = place > 0 and near[0] in requirement.any_of
        elsewhere = tuple(other for other in requirement.any_of if other not in near)
        yield Entry(requirement, depth, left, numbered, mark, alternative, elsewhere)
        yield from _entries(requirement.parts, depth + 1, left + numbered + (1 if whole else 0))


def _title(service: Service, width: float, look: Look) -> Block:
    block = Block(width)
    name = "DAFTAR PERSYARATAN"
    block.write(name, look.label.bold().scaled(1.15).fitting(name.split(), width), align="centre")
    block.skip(2)
    title = look.title.fitting(service.title.split(), width)
    block.write(service.title, title, align="centre", even=True)
    if service.division:
        block.skip(1)
        block.write(service.division, look.note, align="centre")
    return block


def _facts(service: Service, width: float, look: Look, paper: Paper) -> Block:
    """Time, fee and product: what people ask first."""
    since = "sejak berkas dinyatakan lengkap" if service.duration else ""
    values = [
        ("Waktu penyelesaian", wording.duration_words(service.duration), since),
        ("Biaya", wording.fee_words(service.fee), ""),
        ("Hasil layanan", service.product, ""),
    ]
    return value_table(values, width, look, columns=(0.24, 0.385, 0.375) if look.column else (), framed=not paper.roll)


def _put_rows(
    sheet: Sheet, service: Service, look: Look, documents: Mapping[str, DocumentType], *, follow: float
) -> None:
    """The list; its last row stays with the `follow` points that come after it."""
    lines = list(entries(service))
    sheet.put(
        _legend(sheet.width, look, conditions=any(line.mark == "circle" for line in lines)),
        follow=60,
        gap=look.body.size,
    )
    head = _table_head(sheet.width, look)
    sheet.put(head, follow=40, gap=look.body.size * 0.5)
    again = continued(service.title, sheet.width, look.body.size, ruled=False)
    sheet.head = Block(sheet.width)
    sheet.head.put(again)
    sheet.head.put(head)
    explained: set[str] = set()
    for index, line in enumerate(lines):
        row = entry_row(line, service, sheet.width, look, wording.how_to_get(line.requirement, documents, explained))
        if index == 0:
            row.above = None  # the table's head has its own line
        last = index + 1 == len(lines)
        opens = not last and lines[index + 1].depth > line.depth
        sheet.put(row, follow=follow if last else look.body.size * 3 if opens else 0.0)
    sheet.head = again


def _legend(width: float, look: Look, *, conditions: bool) -> Block:
    block = Block(width)
    block.write("Beri tanda centang bila sudah siap, lalu bawa lembar ini bersama berkasnya.", look.note)
    if conditions:
        block.skip(2)
        top = block.height
        for mark, text, x in (
            ("box", "berkas yang dibawa", 0.0),
            ("circle", "syarat yang harus dipenuhi", width * 0.27),
        ):
            if not look.column:
                x, top = 0.0, block.height
            tick_mark(block, mark, x, top, look)
            block.write(text, look.note, x=x + look.slot * 0.8, y=top + (look.body.line - look.note.line) / 2)
    return block


def _table_head(width: float, look: Look) -> Block:
    head = Block(width)
    head.rule(1)
    head.skip(2.5)
    top = head.height
    label = look.label.bold()
    head.write("No." if look.column else "Persyaratan", label, y=top)
    if look.column:
        head.write("Persyaratan", label, x=look.slot * 2, y=top)
        head.write("Bentuk", label, x=width - look.column + 4, y=top)
    head.skip(2.5)
    head.rule(0.5)
    return head


def entry_row(line: Entry, service: Service, width: float, look: Look, source: str, *, ticks: bool = True) -> Block:
    """One line of the list: number, mark if it is one to be ticked, text; form, condition and `source`, where to get
    it, beside or under it.
    """
    requirement = line.requirement
    row = Block(width)
    start = (line.left if look.column else line.depth) * look.slot
    if line.alternative:
        row.write("atau", look.note.bold(), x=start + look.slot * (1 + line.numbered), y=1)
        top = row.height
    else:
        row.above = Stroke(start, 0, width, 0, 0.35, grey=look.hair)
        top = look.body.size * 0.3
    if requirement.number:
        number = f"{requirement.number}." if requirement.number[-1:].isalnum() else requirement.number
        row.write(number, look.body, x=start, y=top, room=look.slot)
    start += look.slot * line.numbered
    if line.mark and ticks:
        tick_mark(row, line.mark, start, top, look)
        start += look.slot
    room = width - start - (look.column + 8 if look.column else 0)
    if room < look.body.size * _NARROW:
        start, room, top = 0.0, width, top + look.body.line
    row.write(requirement.text, look.body, x=start, y=top, room=room)
    form = "" if requirement.parts and not line.mark else wording.demanded(requirement)
    form = "" if line.mark == "circle" and not look.column else form
    if form and not look.column:
        row.write(form, look.note.bold(), x=start)
    for note, style in ((_condition(line, service), look.note.bold()), (source, look.note)):
        if note:
            row.write(note, style, x=start, room=room)
    if form and look.column:
        row.write(form, look.body, x=width - look.column + 4, y=top, room=look.column - 4)
    row.skip(look.body.size * 0.3)
    return row


def _condition(line: Entry, service: Service) -> str:
    """Who must bring it, and what would do instead where that doesn't stand next to it."""
    said = []
    if line.requirement.applies_when is not None:
        condition = wording.only_if(line.requirement.applies_when, service)
        said.append(f"{condition[0].upper()}{condition[1:]}.")
    for other in filter(None, map(service.requirement, line.elsewhere)):
        said.append(f"Atau cukup {f'nomor {other.number}' if other.number else 'dengan'}: {other.text}.")
    return " ".join(said)


def _closing(office: Office, service: Service, width: float, look: Look) -> Block:
    block = Block(width)
    block.rule(1)
    block.skip(4)
    block.write("Pengaduan, saran, dan masukan", look.heading)
    block.skip(2)
    block.put(channel_table(wording.complaints_of(service, office), width, look))
    return block
