"""One service on a sheet folded in three, to take home and to hand on: what to bring, which conditions hold, who does
what with the file, how long that takes and why, what comes out, and where to complain.

Six panels do for nearly every service: the cover, the one that is seen when it opens, three inside, the back. A list
too long for them runs on over a second sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from desk.domain.catalogue import DocumentType, Office, Service
from desk.domain.dates import plain_date
from desk.print import chapters, wording
from desk.print.block import Block, Box, Style
from desk.print.chapters import Chapter
from desk.print.folding import PANEL, folded, panel_sheet
from desk.print.letterhead import address_of, cover_head
from desk.print.look import Look, look_for

_INSIDE = 3
_SIDES = 2
_APART = (12.0, 11.5, 11.0, 10.5, 10.0)
"""Body type, from the largest, in which the way of the file is tried on panels of its own."""
_TOGETHER = (*_APART, 9.5, 9.0, 8.5)
"""The same, where it follows the lists on the same panel."""
_THIN = 0.3
"""Panels that one text runs over should not end with one that is filled less than this."""
_NOTES = 0.4
"""A panel that has more than this left has lines to write on."""


class _Panels(NamedTuple):
    """What lies inside, on the panel that is folded inwards, and on the back; `thin` is bad to look at."""

    inside: list[Block]
    flap: Block
    back: Block
    thin: bool

    @property
    def pages(self) -> int:
        return 1 - -len(self.inside) // _INSIDE


def leaflet_pdf(office: Office, service: Service, *, documents: Mapping[str, DocumentType], printed_on: date) -> bytes:
    """The leaflet of `service`; both sides of the paper, turned over its short edge."""
    best: _Panels | None = None
    for panels in _tries(office, service, documents):
        if best is None or (panels.pages, panels.thin) < (best.pages, best.thin):
            best = panels
        if best.pages == _SIDES and not best.thin:
            break
    assert best is not None  # noqa: S101 (there is always a try)
    sheet = folded(best.flap, best.back, _cover(office, service, printed_on), best.inside)
    return sheet.pdf(title=f"Selebaran: {service.title}", author=office.name, turned=True)


def _tries(office: Office, service: Service, documents: Mapping[str, DocumentType]) -> Iterator[_Panels]:
    """Ways to arrange it, from the one most liked."""
    made: dict[float, tuple[Look, Chapter, Chapter]] = {}
    for apart, sizes in ((True, _APART), (False, _TOGETHER)):
        for size in sizes:
            if size not in made:
                look = look_for(PANEL, size=size)
                made[size] = look, chapters.lists(service, documents, look), chapters.way(service, look)
            look, lists, way = made[size]
            runs = [_laid(lists), _laid(way)] if apart else [_laid(lists, way)]
            yield _arranged(office, service, runs, look)


def _arranged(office: Office, service: Service, runs: list[list[Block]], look: Look) -> _Panels:
    """With the facts inside where a panel is left there, else on the flap."""
    room = panel_sheet().room
    thin = any(len(run) > 1 and run[-1].height < room * _THIN for run in runs)
    inside = [panel for run in runs for panel in run]
    facts = _laid(chapters.facts(service, look))
    opening = chapters.opening(office, service, look)
    complaints = chapters.complaints(office, service, look)
    if len(inside) < _INSIDE:
        inside += facts
        (flap, *more), (back, *rest) = _laid(opening), _laid(complaints)
    else:
        (flap, *more), (back, *rest) = facts, _laid(opening, complaints)
    if flap.height < room * (1 - _NOTES):
        flap.skip(look.body.size * 2)
        flap.put(chapters.notes(room - flap.height, look))
    return _Panels([*inside, *more, *rest], flap, back, thin)


def _laid(*parts: Chapter) -> list[Block]:
    """These chapters, one after the other, on as many panels as they need."""
    sheet = panel_sheet()
    for part in parts:
        for piece in part:
            sheet.put(piece.block, gap=piece.gap, follow=piece.follow)
    return list(sheet.blocks)


def _cover(office: Office, service: Service, printed_on: date) -> Block:
    """Whose, what, and that it costs nothing; below, by which decree, and where the office is."""
    sheet = panel_sheet()
    width, height = sheet.width, sheet.room
    cover = Block(width)
    cover.put(cover_head(office, width, scale=0.9))
    cover.skip(5)
    cover.rule(1.6)
    title = Block(width)
    title.write("STANDAR PELAYANAN", Style(10, "bold", grey=0.3), align="centre")
    title.skip(6)
    title.write(service.title, Style(22, "bold").fitting(service.title.split(), width), align="centre", even=True)
    if service.division:
        title.skip(6)
        title.write(service.division, Style(10), align="centre", even=True)
    title.skip(30)
    title.put(_price(service.fee, width))
    foot = _cover_foot(office, service, width, printed_on)
    middle = (cover.height + height - foot.height - title.height) / 2
    cover.put(title, 0, max(middle, cover.height + 12))
    cover.put(foot, 0, max(height - foot.height, cover.height + 12))
    return cover


def _price(fee: int, width: float) -> Block:
    """White on black: free. Or what it costs, framed."""
    free, _, rest = wording.FREE.partition(" — ")
    price = Block(width)
    price.skip(9)
    if fee:
        price.write("Biaya", Style(11), align="centre")
        price.write(wording.fee_words(fee), Style(24, "bold"), align="centre")
    else:
        price.write(free, Style(34, "bold", grey=1.0), align="centre")
        price.write(rest, Style(11, "bold", grey=1.0), align="centre")
    price.skip(11)
    price.shapes.append(Box(0, 0, width, price.height, 1.2, None if fee else 0.0))
    return price


def _cover_foot(office: Office, service: Service, width: float, printed_on: date) -> Block:
    foot = Block(width)
    if office.motto:
        foot.write(office.motto, Style(10, "bold"), align="centre", even=True)
        foot.skip(8)
    foot.rule(0.6)
    foot.skip(5)
    for line in (*address_of(office), wording.decree_of(service, office), f"Dicetak {plain_date(printed_on)}"):
        foot.write(line, Style(7.8), align="centre", even=True)
    return foot
