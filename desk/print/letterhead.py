"""The kop: whose paper this is.

Sizes are 12 : 16 : 9 (Permendagri 1/2023 by way of CONVENTIONS 3: government to office 3 to 4, the address smaller), a
thick rule over a thin one, the coat of arms at the left where the office has given its picture. Long names wrap.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desk.domain.catalogue import Office
from desk.places import bundled
from desk.print.block import Block, Picture, Style
from desk.print.paper import MM

_CREST_WIDTH = 20 * MM
_CREST_HEIGHT = 22 * MM


def letterhead(office: Office, width: float, *, scale: float = 1.0) -> Block:
    """The kop of `office` over the whole `width`, with its double rule; `scale` shrinks it for half pages."""
    names, address = _lines(office)
    crest = _crest(office.slug)
    crest_width = _CREST_WIDTH * scale
    inset = crest_width + 2 * MM if crest else 0.0
    kop = Block(width)
    for index, name in enumerate(names):
        style = Style(12 * scale) if index == 0 and len(names) > 1 else Style(16 * scale, "bold")
        kop.write(name, style, x=inset, room=width - 2 * inset, align="centre")
    kop.skip(1.5 * scale)
    for line in address:
        kop.write(line, Style(9 * scale), x=inset, room=width - 2 * inset, align="centre")
    if crest:
        crest_height = _CREST_HEIGHT * scale
        kop.height = max(kop.height, crest_height)
        kop.shapes.append(Picture(0, (kop.height - crest_height) / 2, crest_width, crest_height, crest))
    kop.skip(4 * scale)
    kop.rule(2.2 * scale)
    kop.skip(1.3 * scale)
    kop.rule(0.6 * scale)
    return kop


def narrow_head(office: Office, width: float) -> Block:
    """What a roll begins with: the same names, small, without rule."""
    names, address = _lines(office)
    head = Block(width)
    for index, name in enumerate(names):
        style = Style(8.5) if index == 0 and len(names) > 1 else Style(11, "bold")
        head.write(name, style, align="centre")
    head.skip(1)
    for line in address:
        head.write(line, Style(7), align="centre")
    head.skip(4)
    head.rule(0.9)
    return head


def cover_head(office: Office, width: float, *, scale: float = 1.0) -> Block:
    """What a cover begins with: the coat of arms where there is one, and the names under it; no address, no rule."""
    names, _ = _lines(office)
    crest = _crest(office.slug)
    head = Block(width)
    if crest:
        crest_width, crest_height = _CREST_WIDTH * scale, _CREST_HEIGHT * scale
        head.shapes.append(Picture((width - crest_width) / 2, 0, crest_width, crest_height, crest))
        head.skip(crest_height + 6 * scale)
    for index, name in enumerate(names):
        style = Style(12 * scale) if index == 0 and len(names) > 1 else Style(16 * scale, "bold")
        head.write(name, style, align="centre", even=True)
    return head


def address_of(office: Office) -> list[str]:
    """The lines under the names, for the foot of a cover."""
    return _lines(office)[1]


def _lines(office: Office) -> tuple[list[str], list[str]]:
    """The authorities, and the lines of the address: as the office prints them, with what it left out added."""
    names = [line for line in office.letterhead if line == line.upper()]
    address = [line for line in office.letterhead if line != line.upper()]
    if not names:
        own = office.name.removesuffix(office.region).strip() or office.name
        names = [f"PEMERINTAH {office.region}".upper(), own.upper()]
    said = _plain(" ".join(address))
    if _plain(office.address) not in said:
        address.insert(0, office.address)
    ways = [("Telepon", office.phone), ("Pos-el", office.email), ("Laman", office.website)]
    more = [f"{label} {value}" for label, value in ways if value and _plain(value) not in said]
    if more:
        address.append(", ".join(more))
    return names, address


def _plain(text: str) -> str:
    """Only letters and figures: `(0343) 427605` is said where `Telp. 0343-427605` is."""
    return re.sub(r"[\W_]+", "", text.lower().removeprefix("https://"))


@lru_cache(maxsize=8)
def _crest(slug: str) -> bytes | None:
    file = bundled("resources", "crests", f"{slug}.png")
    return file.read_bytes() if file.is_file() else None
