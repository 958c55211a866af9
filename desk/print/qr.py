"""QR codes as black rectangles: sharp at every size, and quicker than a widget or a picture."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from desk.print.block import Block, Modules

QUIET = 4
"""The empty border that the standard asks for, in modules."""


def qr_block(text: str, size: float) -> Block:
    """A QR code of `text` (level M), `size` points wide and high with its quiet border."""
    side, runs = _matrix(text)
    block = Block(size, size)
    block.shapes.append(Modules(0, 0, size / (side + 2 * QUIET), size, runs))
    return block


@lru_cache(maxsize=4)
def _matrix(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """How many modules a side has, and the dark runs: x, y and length, with the quiet border counted."""
    import segno  # noqa: PLC0415 (it brings an HTTP client; only a paper with a code needs it)

    matrix = segno.make(text, error="m", micro=False, boost_error=False).matrix
    runs: list[tuple[int, int, int]] = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                runs.append((x + QUIET, y + QUIET, length))
            x += length
    return len(matrix), tuple(runs)
