"""The chapters of a leaflet: what to bring, what must hold, who does what, how long and why, what this is, where to
complain. Each is a list of blocks to be put one under the other on panels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from desk.domain.catalogue import DocumentType, Office, Service
from desk.print import wording
from desk.print.block import Block, Style
from desk.print.checklist import Entry, entries, entry_row
from desk.print.folding import PANEL
from desk.print.look import Look
from desk.print.parts import channel_table
from desk.print.pledge import promise_rows
from desk.print.stations import legend, stations


class Piece(NamedTuple):
    """A block, with what stays empty above it and what must still fit under it (`Sheet.put`)."""

    block: Block
    gap: float = 0.0
    follow: float = 0.0


Chapter = list[Piece]
_WIDTH = PANEL.body


def lists(service: Service, documents: Mapping[str, DocumentType], look: Look) -> Chapter:
    """What to bring, with boxes to tick, and what must hold, with circles; both keep their printed numbers."""
    papers, conditions = _sorted(service)
    explained: set[str] = set()
    chapter: Chapter = []
    if papers:
        chapter.append(_heading("Yang dibawa", look))
        chapter.extend(_rows(papers, service, documents, explained, look))
    if conditions:
        chapter.append(_heading("Syarat yang harus dipenuhi", look))
        chapter.extend(_rows(conditions, service, documents, explained, look))
    return chapter or [_heading("Yang dibawa", look), _text(wording.ABSENT, look.body)]


def way(service: Service, look: Look) -> Chapter:
    """The stations of the file."""
    chapter = [_heading("Jalannya berkas", look)]
    rows = list(stations(service, _WIDTH, look))
    if not rows:
        return [*chapter, _text(wording.ABSENT, look.body)]
    if len({step.external for step in service.route}) > 1:
        chapter.append(Piece(legend(_WIDTH, look)))
    chapter.append(Piece(rows[0], look.body.size * 0.4))
    return [*chapter, *map(Piece, rows[1:])]


def facts(service: Service, look: Look) -> Chapter:
    """How long and why, what it costs, what comes out."""
    strong = look.body.bold()
    space = look.body.size * 0.25
    time = [_text(wording.duration_words(service.duration), strong.scaled(1.35))]
    if service.duration:
        time.append(_text("sejak berkas dinyatakan lengkap", look.body))
    return [
        _heading("Waktu penyelesaian", look),
        *time,
        _text("Mengapa selama itu?", strong, gap=look.body.size * 0.8),
        *(_text(line, look.body, gap=space) for line in wording.counted_words(service.duration)),
        _heading("Biaya", look),
        _text(wording.fee_words(service.fee), strong),
        _heading("Hasil layanan", look),
        _text(service.product, strong),
    ]


def opening(office: Office, service: Service, look: Look) -> Chapter:
    """What this sheet is, and the office's pledge where its decree prints one."""
    texts = wording.opening_words(service, office)
    chapter = [
        _heading("Tentang selebaran ini", look),
        *(_text(text, look.body, gap=look.body.size * 0.4) for text in texts),
    ]
    if office.pledge:
        chapter.append(_heading("Maklumat pelayanan", look))
        chapter.extend(map(Piece, promise_rows(office, _WIDTH, look)))
    return chapter


def complaints(office: Office, service: Service, look: Look) -> Chapter:
    """Where to complain."""
    channels = channel_table(wording.complaints_of(service, office), _WIDTH, replace(look, note=look.body))
    return [_heading("Pengaduan, saran, dan masukan", look), Piece(channels)]


def notes(room: float, look: Look) -> Block:
    """Lines to write on, as many as `room` holds: a number, a date, a name."""
    block = Block(_WIDTH)
    block.put(_heading("Catatan", look).block)
    step = look.body.size * 2.2
    while block.height + step <= room:
        block.skip(step - 0.4)
        block.rule(0.4, grey=0.5)
    return block


def _heading(text: str, look: Look) -> Piece:
    heading = Block(_WIDTH)
    heading.write(text, look.heading.scaled(1.2).fitting([text], _WIDTH))
    heading.skip(2)
    heading.rule(1.2)
    heading.skip(look.body.size * 0.35)
    return Piece(heading, look.body.size * 1.4, look.body.size * 4)


def _text(text: str, style: Style, *, gap: float = 0.0) -> Piece:
    block = Block(_WIDTH)
    block.write(text, style)
    return Piece(block, gap)


def _rows(
    lines: list[Entry], service: Service, documents: Mapping[str, DocumentType], explained: set[str], look: Look
) -> Iterator[Piece]:
    for index, line in enumerate(lines):
        row = entry_row(line, service, _WIDTH, look, wording.how_to_get(line.requirement, documents, explained))
        if index == 0:
            row.above = None  # the heading has its own line
        opens = index + 1 < len(lines) and lines[index + 1].depth > line.depth
        yield Piece(row, follow=look.body.size * 3 if opens else 0.0)


def _sorted(service: Service) -> tuple[list[Entry], list[Entry]]:
    """Papers and conditions, each with its parts; what would do instead stays beside what it stands for."""
    papers: list[Entry] = []
    conditions: list[Entry] = []
    into = papers
    for entry in entries(service):
        if entry.depth == 0 and not entry.alternative:
            into = conditions if entry.requirement.kind == "condition" else papers
        into.append(entry)
    return papers, conditions
