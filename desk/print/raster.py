"""Pages as pictures: for the preview, which shows exactly the bytes that are printed, and for printers on Windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk.services.pdfium import opened


@dataclass(frozen=True, slots=True)
class Page:
    """One page in pixels.

    Attributes:
        width, height: in pixels.
        stride: bytes from one row to the next.
        pixels: blue, green, red and a byte to ignore, four bytes a pixel (Qt's ``Format_RGB32``).
        width_mm, height_mm: the paper's own size.
    """

    width: int
    height: int
    stride: int
    pixels: bytes
    width_mm: float
    height_mm: float


def pages(pdf: bytes, dpi: int) -> list[Page]:
    """Every page of `pdf` at this resolution, on white.

    Raises:
        ValueError: the bytes are no PDF that can be read; papers of Desk always can.
    """
    with opened(pdf) as document:
        return [_drawn(page, dpi) for page in document]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in millimetres."""
    with opened(pdf) as document:
        return [_millimetres(page) for page in document]


def _millimetres(page: Any) -> tuple[float, float]:
    width, height = page.get_size()
    return width * 25.4 / 72, height * 25.4 / 72


def _drawn(page: Any, dpi: int) -> Page:
    from pypdfium2.raw import FPDFBitmap_BGRx  # noqa: PLC0415 (see `opened`)

    bitmap = page.render(scale=dpi / 72, fill_color=(255, 255, 255, 255), force_bitmap_format=FPDFBitmap_BGRx)
    return Page(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), *_millimetres(page))
