"""What a reader of a PDF sees: text, sizes, fonts, squares and circles, QR codes. Through PDFium, as the preview does."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def sizes_in_mm(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, to a hundredth of a millimetre."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [tuple(round(length * MM, 2) for length in page.get_size()) for page in document]


def text_of(pdf: bytes) -> str:
    """All that can be selected, every stretch of white space as one space; PDFium marks a hyphen that ends a line."""
    return " ".join(page_texts(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The same, page by page."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [re.sub(r"\s+", " ", text.replace("\ufffe", "-")) for text in texts]


def squeezed(text: str) -> str:
    """Without any white space: what a search sees whatever the line breaks."""
    return re.sub(r"\s+", "", text)


def metadata(pdf: bytes) -> dict[str, str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict())


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font that a text is set in, and whether it is in the file."""
    found: dict[str, bool] = {}
    for _, text in _objects(pdf, pdfium.FPDF_PAGEOBJ_TEXT):
        font = pdfium.FPDFTextObj_GetFont(text.raw)
        name = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(font, name, 256)
        found[name.value.decode()] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
    return found


def type_sizes(pdf: bytes) -> Counter[float]:
    """Type sizes in points, and how many stretches of text have them."""
    sizes: Counter[float] = Counter()
    for _, text in _objects(pdf, pdfium.FPDF_PAGEOBJ_TEXT):
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(text.raw, size)
        sizes[round(size.value, 1)] += 1
    return sizes


def text_edges(pdf: bytes) -> Iterator[tuple[tuple[float, float], tuple[float, float, float, float]]]:
    """Page size, and left, bottom, right and top of every stretch of text, in points."""
    for size, text in _objects(pdf, pdfium.FPDF_PAGEOBJ_TEXT):
        yield size, text.get_bounds()


def outline(pdf: bytes) -> list[tuple[str, int]]:
    """What a reader's side bar lists, with the page that each leads to, counted from one."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]


def links(pdf: bytes, page: int) -> list[int]:
    """Which pages the links on a page lead to; all counted from one."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        shown = document[page - 1]  # closed when nothing holds it
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(shown.raw, at, link):
            target = pdfium.FPDFLink_GetDest(document.raw, link)
            found.append(pdfium.FPDFDest_GetDestPageIndex(document.raw, target) + 1)
    return found


def upright_lines(pdf: bytes) -> Iterator[tuple[float, float, float]]:
    """Where a line runs from top to bottom, in millimetres: x, and from which to which y above the paper's lower edge."""
    for _, path in _objects(pdf, pdfium.FPDF_PAGEOBJ_PATH):
        left, bottom, right, top = path.get_bounds()
        if right - left < 2 and top - bottom > 2 and _segments(path) == {"line"}:
            yield (left + right) / 2 * MM, bottom * MM, top * MM


def squares(pdf: bytes) -> int:
    """How many tick boxes are drawn: outlines as wide as high, under 8 mm."""
    return sum(
        _is_small_square(path) and _segments(path) == {"line"} for _, path in _objects(pdf, pdfium.FPDF_PAGEOBJ_PATH)
    )


def circles(pdf: bytes) -> int:
    return sum(
        _is_small_square(path) and "curve" in _segments(path) for _, path in _objects(pdf, pdfium.FPDF_PAGEOBJ_PATH)
    )


def qr_codes(pdf: bytes, side: int = 21) -> list[list[list[int]]]:
    """The modules of every QR code on the paper, 1 for dark, read from its picture as a scanner would."""
    codes = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            height = page.get_height()
            paths = [
                p for p in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]) if pdfium.FPDFPath_CountSegments(p.raw) > 300
            ]
            image = page.render(scale=10, grayscale=True).to_pil()
            for path in paths:
                left, _, right, top = path.get_bounds()
                module = (right - left) / side
                codes.append(
                    [
                        [
                            int(image.getpixel((int((left + (x + 0.5) * module) * 10), int((height - top + (y + 0.5) * module) * 10))) < 128)
                            for x in range(side)
                        ]
                        for y in range(side)
                    ]
                )  # fmt: skip
    return codes


def _objects(pdf: bytes, kind: int) -> Iterator[tuple[tuple[float, float], Any]]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for found in page.get_objects([kind]):
                yield page.get_size(), found


def _is_small_square(path: Any) -> bool:
    left, bottom, right, top = path.get_bounds()
    return 4 < right - left < 8 / MM and abs((right - left) - (top - bottom)) < 0.2


def _segments(path: Any) -> set[str]:
    """Of which kinds its segments are."""
    kinds = {pdfium.FPDF_SEGMENT_LINETO: "line", pdfium.FPDF_SEGMENT_BEZIERTO: "curve"}
    count = pdfium.FPDFPath_CountSegments(path.raw)
    found = (pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path.raw, i)) for i in range(count))
    return {kinds[kind] for kind in found if kind in kinds}
