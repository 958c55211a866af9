"""Arabic letters, joined: which of its shapes a letter takes beside its neighbours.

A name in Arabic script is rare at a counter (the civil registry writes Latin letters), but a disconnected one is not
legible. reportlab's own way (extras `shaping` and `bidi`) was looked at and not taken: it shapes only where rlbidi is
installed, and writes the shaped letters as private characters, which no search finds. Unicode itself lists every
letter's shapes as compatibility characters, and Noto Sans Arabic draws them; that is enough for names. What it does not
do: place vowel signs finely, ligatures other than lam-alif, kerning, the full bidirectional algorithm (a stretch of
Arabic is set from right to left within a line that runs from left to right). Javanese is drawn letter by letter, its
stacked consonants (pasangan) with a visible pangkon: legible and complete, but not as a scribe would write it.

Each shape is a font of its own (`arabic-initial` …) that draws the plain letter so; the PDF keeps the plain letters, in
the order of reading. Poppler copies them out exactly; PDFium loses the lam of a lam-alif.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

_LAM = "\u0644"
_JOINED = ("initial", "medial")


@lru_cache(maxsize=1)
def _shapes() -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    """Of each letter, form → code of the shape; and of each alif, the shapes of lam-alif."""
    letters: dict[str, dict[str, int]] = {}
    lam_alif: dict[str, dict[str, int]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        form, *bases = unicodedata.decomposition(chr(code)).split()[:4] or [""]
        plain = "".join(chr(int(base, 16)) for base in bases)
        if len(plain) == 1:
            letters.setdefault(plain, {})[form.strip("<>")] = code
        elif len(plain) == 2 and plain[0] == _LAM:
            lam_alif.setdefault(plain[1], {})[form.strip("<>")] = code
    return letters, lam_alif


def join(run: str) -> list[tuple[str, str]]:
    """Each letter with the form it takes; an empty form is the letter as it stands.

    In lam-alif the alif draws both (``lamalif_isolated``, ``lamalif_final``) and the lam nothing (``none``).
    """
    letters, lam_alif = _shapes()
    bases = [index for index, letter in enumerate(run) if not unicodedata.combining(letter)]
    formed = [(letter, "") for letter in run]
    linked = False
    position = 0
    while position < len(bases):
        index = bases[position]
        following = run[bases[position + 1]] if position + 1 < len(bases) else " "
        if run[index] == _LAM and following in lam_alif:
            formed[index] = (_LAM, "none")
            formed[bases[position + 1]] = (following, f"lamalif_{'final' if linked else 'isolated'}")
            linked = False
            position += 2
            continue
        own = letters.get(run[index], {})
        reaches = "initial" in own and "final" in letters.get(following, {})
        form = {(False, False): "isolated", (False, True): "initial", (True, False): "final", (True, True): "medial"}[
            (linked and "final" in own, reaches)
        ]
        formed[index] = (run[index], form if form in own else "")
        linked = reaches
        position += 1
    return formed


def reshape(face: Any, form: str) -> None:
    """Make a loaded font draw plain letters in this form."""
    letters, lam_alif = _shapes()
    if form == "none":
        face.charToGlyph[ord(_LAM)] = face.charToGlyph[ord(" ")]
        face.charWidths[ord(_LAM)] = 30  # a letter without any width is left out when text is copied
        return
    table, shown = (lam_alif, form.removeprefix("lamalif_")) if form.startswith("lamalif_") else (letters, form)
    for plain, shapes in table.items():
        code = shapes.get(shown)
        if code in face.charToGlyph:
            face.charToGlyph[ord(plain)] = face.charToGlyph[code]
            face.charWidths[ord(plain)] = face.charWidths[code]
