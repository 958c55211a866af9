"""The letters of the papers: which fonts, how wide, and what happens to a letter that they lack.

Liberation Sans has Arial's metrics and an open licence; it covers what the Indonesian civil registry may write (Latin,
with the letters of Arabic transliteration) and Greek and Cyrillic besides. Names in Arabic or Javanese script fall back,
run by run, on Noto. A letter that no bundled font has is drawn as `MISSING`, never as a crash or an empty box.

Widths are in thousandths of the type size, as PDF counts them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Literal, NamedTuple

from desk.places import bundled
from desk.print import joining

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

Face = Literal["regular", "bold", "italic", "bold_italic"]

ASCENT = 0.905
"""How far Liberation Sans rises above the baseline, in parts of the type size."""
DESCENT = 0.212
MISSING = "\u25a1"
"""A white square that Liberation Sans has: an officer sees at once that letters are wanting."""

_FILES: Mapping[str, str] = {
    "regular": "LiberationSans-Regular.ttf",
    "bold": "LiberationSans-Bold.ttf",
    "italic": "LiberationSans-Italic.ttf",
    "bold_italic": "LiberationSans-BoldItalic.ttf",
    "arabic": "NotoSansArabic-Regular.ttf",
    "javanese": "NotoSansJavanese-Regular.ttf",
}
_SPACES = dict.fromkeys([*range(32), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029], " ")
_loading = Lock()


class Piece(NamedTuple):
    """Letters of one font, `offset` thousandths right of where their text begins."""

    font: str
    text: str
    offset: float


class Shaped(NamedTuple):
    """A text as it will be drawn: its pieces, its width in thousandths of the type size, and how many times the usual
    height of a line it needs (Javanese hangs its vowels low).
    """

    pieces: tuple[Piece, ...]
    width: float
    tall: float = 1.0


def clean(text: str) -> str:
    """What is drawn of a text from people: composed letters, control characters as spaces, no invisible directions."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    return "".join(letter for letter in composed if unicodedata.category(letter) not in ("Cf", "Cs", "Co"))


@lru_cache(maxsize=4096)
def shape(text: str, face: Face) -> Shaped:
    """`text`, cleaned before, in this face, with other fonts for letters that it lacks."""
    widths = _widths(face)
    try:
        return Shaped((Piece(font_name(face), text, 0.0),), sum(widths[ord(letter)] for letter in text))
    except KeyError:
        return _mixed(text, face)


def width(text: str, face: Face, size: float) -> float:
    """How wide `text` is, in points."""
    return shape(text, face).width * size / 1000


def font_name(name: str) -> str:
    """The name under which reportlab knows a font; loads it when it is first asked for."""
    return str(_font(name).fontName)


def _mixed(text: str, face: Face) -> Shaped:
    pieces: list[Piece] = []
    offset = 0.0
    for name, run in _runs(text, face):
        if name == "arabic":
            placed, run_width = _right_to_left(run)
            pieces.extend(Piece(piece.font, piece.text, piece.offset + offset) for piece in placed)
        else:
            widths = _widths(name)
            run_width = sum(widths[ord(letter)] for letter in run)
            pieces.append(Piece(font_name(name), run, offset))
        offset += run_width
    return Shaped(tuple(pieces), offset, 1.5 if any("javanese" in piece.font for piece in pieces) else 1.0)


def _runs(text: str, face: Face) -> list[tuple[str, str]]:
    """Stretches of one font each; a space between two Arabic words is theirs."""
    runs: list[tuple[str, str]] = []
    for letter in text:
        name = next((n for n in (face, "arabic", "javanese") if ord(letter) in _widths(n)), None)
        if name is None:
            name, letter = face, MISSING
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + letter)
        elif name == "arabic" and len(runs) > 1 and runs[-1][1] == " " and runs[-2][0] == "arabic":
            runs.pop()
            runs[-1] = ("arabic", f"{runs[-1][1]} {letter}")
        else:
            runs.append((name, letter))
    return runs


def _right_to_left(run: str) -> tuple[list[Piece], float]:
    """Arabic letters, each joined to its neighbours and put left of the one before; in the PDF they stay in the order
    of reading, so that a search finds the name.
    """
    placed: list[tuple[str, str, float]] = []
    total = 0.0
    for letter, form in joining.join(run):
        name = f"arabic-{form}" if form else "arabic"
        advance = _widths(name)[ord(letter)]
        total += advance
        placed.append((name, letter, total))
    return [Piece(font_name(name), letter, total - end) for name, letter, end in placed], total


@cache
def _widths(name: str) -> Mapping[int, float]:
    return _font(name).face.charWidths  # type: ignore[no-any-return]


@cache
def _font(name: str) -> TTFont:
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415 (a tenth of a second that only papers pay)

    base, _, form = name.partition("-")
    with _loading:
        font = ttfonts.TTFont(f"Desk-{name}", str(bundled("resources", "fonts", _FILES[base])), shapable=False)
        if form:
            joining.reshape(font.face, form)
            font.face.name += f"-{form}".encode()  # what the PDF tells its fonts apart by
        pdfmetrics.registerFont(font)
    return font
