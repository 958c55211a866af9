"""One service's standard, whole: the fourteen components of PermenPANRB 15/2014 in their order, to be put on a sheet.

Six belong to the delivery of the service, eight to the office behind it. What the decree leaves out is said to be left
out; what the office has corrected since is said at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desk.domain.catalogue import DocumentType, Office, Service, Sop, SopRow
from desk.domain.dates import plain_date
from desk.print import wording
from desk.print.block import Block, Stroke, Style, beside
from desk.print.checklist import entries, entry_row
from desk.print.fonts import width as text_width
from desk.print.look import Look
from desk.print.parts import INDENT, channel_table, component, numbered, step_rows
from desk.print.sheet import Sheet

_GROUPS = {"requirements": "Penyampaian pelayanan", "legal_basis": "Pengelolaan pelayanan"}
"""Over which components the names of the groups stand."""
_COUNT = re.compile(r"\d{1,2}\. ")
_BEFORE_COUNT = re.compile(rf"\s+(?={_COUNT.pattern})")
_WORDS = re.compile(r"[^\s/]+/?")
_SOP = ("Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Keluaran")
_MANY = 6
"""Short entries, this many or more, stand in two columns."""


def put_standard(
    sheet: Sheet, office: Office, service: Service, documents: Mapping[str, DocumentType], look: Look
) -> None:
    """Put all components, under the names of their groups."""
    size = look.body.size
    width = sheet.width
    inner = width - size * INDENT
    components = _components(office, service, documents, inner, look)
    for number, (key, heading) in enumerate(wording.COMPONENTS.items(), 1):
        if key in _GROUPS:
            sheet.put(_group(_GROUPS[key], width, look), gap=size * 1.1, follow=size * 5)
        first, *others = components[key] or [_plain(wording.ABSENT, inner, look)]
        first.above = None  # the heading stands over it
        sheet.put(component(number, heading, first, width, size), gap=size * 0.6)
        for row in others:
            sheet.put(beside(width, [(width - inner, row)]))
    for row in _corrections(service, width, look):
        sheet.put(row, gap=size * 0.5)


def _components(
    office: Office, service: Service, documents: Mapping[str, DocumentType], width: float, look: Look
) -> Mapping[str, list[Block]]:
    """The rows of each component by its key; none where the decree leaves it out."""
    explained: set[str] = set()
    requirements = [
        entry_row(e, service, width, look, wording.how_to_get(e.requirement, documents, explained), ticks=False)
        for e in entries(service)
    ]
    steps = step_rows(service.route, width, look)
    since = " sejak berkas dinyatakan lengkap" if service.duration else ""
    time = _plain(f"{wording.duration_words(service.duration)}{since}", width, look)
    time.write(wording.counted_words(service.duration)[0], look.note)
    laws = [numbered(str(n), law.title, 0, width, look) for n, law in enumerate(service.legal_basis, 1)]
    return {
        "requirements": requirements,
        "route": [*steps, *(row for sop in service.sop for row in _sop_rows(sop, width, look))],
        "duration": [time],
        "fee": [_plain(wording.fee_words(service.fee), width, look)],
        "product": [_plain(service.product, width, look)],
        "complaints": [channel_table(wording.complaints_of(service, office), width, look)],
        "legal_basis": laws,
        "facilities": _list(service.facilities, width, look),
        "competence": _list(service.competence, width, look),
        "oversight": _list(service.oversight, width, look),
        "executors": _list(_executors(service), width, look),
        "assurance": _list(service.assurance, width, look),
        "safety": _list(service.safety, width, look),
        "evaluation": _list(service.evaluation, width, look),
    }


def _group(name: str, width: float, look: Look) -> Block:
    block = Block(width)
    block.write(name.upper(), look.label.bold())
    block.skip(1.5)
    block.rule(0.6)
    return block


def _plain(text: str, width: float, look: Look) -> Block:
    block = Block(width)
    block.write(text, look.body)
    return block


def _list(texts: Sequence[str], width: float, look: Look) -> list[Block]:
    """With dots; one alone, or with a count of its own, without; many short ones in two columns."""
    if len(texts) == 1 or any(_COUNT.match(text) for text in texts):
        return [_plain(text, width, look) for text in texts]
    half = width / 2 - look.body.size
    lines = 2 * (half - look.body.size * 1.7)
    if len(texts) < _MANY or any(text_width(text, look.body.face, look.body.size) > lines for text in texts):
        return [numbered(None, text, 0, width, look) for text in texts]
    sides = Block(half), Block(half)
    for index, text in enumerate(texts):
        sides[index * 2 // len(texts)].put(numbered(None, text, 0, half, look))
    return [beside(width, [(0, sides[0]), (width / 2, sides[1])])]


def _executors(service: Service) -> tuple[str, ...]:
    """As printed, each count on a line of its own; else how many, and the roles."""
    printed, count = service.executors.printed, service.executors.count
    if printed:
        return tuple(_BEFORE_COUNT.split(printed))
    return (*((f"{count} orang",) if count else ()), *service.executors.roles)


def _sop_rows(sop: Sop, width: float, look: Look) -> Iterator[Block]:
    """The table that is printed with the standard: its title and head, then a row each; without its empty columns."""
    cells = [_SOP, *map(_cells, sop.rows)]
    columns = [column for column in zip(*cells, strict=True) if any(column[1:])]
    shares = _shares(columns, width, look)
    names, *lines = zip(*columns, strict=True)
    head = Block(width)
    head.skip(look.body.size * 0.5)
    head.write(sop.title, look.body.bold())
    head.skip(2)
    head.rule(0.6)
    head.put(_sop_row(names, shares, look.label.bold()))
    head.rule(0.4)
    for index, line in enumerate(lines):
        row = _sop_row(line, shares, look.note)
        if index == 0:
            head.put(row)
            yield head
        else:
            row.above = Stroke(0, 0, width, 0, 0.35, grey=look.hair)
            yield row


def _shares(columns: Sequence[Sequence[str]], width: float, look: Look) -> list[float]:
    """How wide the columns are: room for the longest word and, of what is left, the more the longer the texts are."""
    label = look.label.bold()
    least = [
        max(text_width(word, label.face, label.size) for text in column for word in _WORDS.findall(text)) + 6
        for column in columns
    ]
    weights = [sum(map(len, column)) for column in columns]
    left = (width - sum(least)) / sum(weights)
    return [floor + weight * left for floor, weight in zip(least, weights, strict=True)]


def _sop_row(texts: Sequence[str], shares: Sequence[float], style: Style) -> Block:
    row = Block(sum(shares))
    x = 0.0
    for text, share in zip(texts, shares, strict=True):
        row.write(text, style, x=x, y=1.5, room=share - 5)
        x += share
    row.skip(1.5)
    return row


def _cells(row: SopRow) -> tuple[str, ...]:
    return row.activity, ", ".join(row.actors), row.requirement or "", row.time or "", row.output or ""


def _corrections(service: Service, width: float, look: Look) -> Iterator[Block]:
    """What the office has corrected over the decree's text, from when, and why."""
    for index, correction in enumerate(service.corrections):
        block = Block(width)
        if index == 0:
            block.rule(0.6)
            block.skip(3)
            block.write("Diperbaiki dinas terhadap naskah keputusan", look.body.bold())
        when = plain_date(date.fromisoformat(correction.from_date))
        said = f"{wording.component_of(correction.component)}: berlaku sejak {when}. {correction.reason}"
        block.write(said, look.note)
        yield block
