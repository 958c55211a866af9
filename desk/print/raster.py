"""Pages as pictures: for the preview, which shows exactly the bytes that are printed, and for printers on Windows."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Any

_alone = Lock()
"""PDFium must not be entered by two threads."""


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
    with _alone, _opened(pdf) as document:
        return [_drawn(page, dpi) for page in document]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in millimetres."""
    with _alone, _opened(pdf) as document:
        return [_millimetres(page) for page in document]


def _opened(pdf: bytes) -> Any:  # a pypdfium2.PdfDocument, which has no types
    import pypdfium2  # noqa: PLC0415 (a library of 8 MB that only a preview needs)

    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError("not a readable PDF") from error


def _millimetres(page: Any) -> tuple[float, float]:
    width, height = page.get_size()
    return width * 25.4 / 72, height * 25.4 / 72


def _drawn(page: Any, dpi: int) -> Page:
    from pypdfium2.raw import FPDFBitmap_BGRx  # noqa: PLC0415 (see `_opened`)

    bitmap = page.render(scale=dpi / 72, fill_color=(255, 255, 255, 255), force_bitmap_format=FPDFBitmap_BGRx)
    return Page(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), *_millimetres(page))
