"""Blocks onto reportlab's canvas, in PDF's own words where reportlab's calls would cost as much as the text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from desk.print.block import Block, Box, Circle, Link, Modules, Picture, Shape, Stroke, Words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject


def page_key(number: int) -> str:
    """The name under which the PDF knows a page, counted from one, that something leads to."""
    return f"page-{number}"


def draw(canvas: Canvas, page: Block, left: float, top: float) -> None:
    """Draw `page` with its upper left corner there, in points from the paper's lower left."""
    for shape in page.shapes:
        _draw_shape(canvas, shape, left, top)
    if page.words:
        text = canvas.beginText()
        state = ("", 0.0, -1.0)  # shapes may have left any grey
        for line in page.words:
            state = _draw_words(text, line, left, top, state)
        canvas.drawText(text)


def _draw_words(
    text: PDFTextObject, line: Words, left: float, top: float, state: tuple[str, float, float]
) -> tuple[str, float, float]:
    """Font, size and grey are said only where they change."""
    for piece in line.shaped.pieces:
        if (piece.font, line.size) != state[:2]:
            text.setFont(piece.font, line.size)
        if line.grey != state[2]:
            text.setFillGray(line.grey)
        state = (piece.font, line.size, line.grey)
        text.setTextOrigin(left + line.x + piece.offset * line.size / 1000, top - line.y)
        text.textOut(piece.text)
    return state


def _draw_shape(canvas: Canvas, shape: Shape, left: float, top: float) -> None:
    if isinstance(shape, Stroke):
        dash = f"[{shape.dash:.2f}] 0 d" if shape.dash else "[] 0 d"
        ends = f"{left + shape.x1:.2f} {top - shape.y1:.2f} m {left + shape.x2:.2f} {top - shape.y2:.2f} l"
        canvas.addLiteral(f"{dash} {shape.grey:.2f} G {shape.thickness:.2f} w {ends} S")
    elif isinstance(shape, Box):
        y = top - shape.y - shape.height
        rectangle = f"{left + shape.x:.2f} {y:.2f} {shape.width:.2f} {shape.height:.2f} re"
        if shape.fill is not None:
            canvas.addLiteral(f"{shape.fill:.2f} g {rectangle} f")
        if shape.thickness:
            canvas.addLiteral(f"[] 0 d 0 G {shape.thickness:.2f} w {rectangle} S")
    elif isinstance(shape, Circle):
        canvas.setDash()
        canvas.setStrokeGray(0)
        canvas.setLineWidth(shape.thickness)
        if shape.fill is not None:
            canvas.setFillGray(shape.fill)
        canvas.circle(left + shape.x, top - shape.y, shape.radius, stroke=1, fill=int(shape.fill is not None))
    elif isinstance(shape, Modules):
        runs = " ".join(f"{x} {y} {length} 1 re" for x, y, length in shape.runs)
        place = f"{shape.side:.4f} 0 0 {-shape.side:.4f} {left + shape.x:.2f} {top - shape.y:.2f} cm"
        canvas.addLiteral(f"q {place} 0 g {runs} f Q")
    elif isinstance(shape, Link):
        x, y = left + shape.x, top - shape.y - shape.height
        canvas.linkRect("", page_key(shape.page), (x, y, x + shape.width, y + shape.height))
    else:
        _draw_picture(canvas, shape, left, top)


def _draw_picture(canvas: Canvas, picture: Picture, left: float, top: float) -> None:
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415 (only an office with a coat of arms needs it)

    image = ImageReader(BytesIO(picture.content))
    y = top - picture.y - picture.height
    canvas.drawImage(
        image, left + picture.x, y, picture.width, picture.height, mask="auto", preserveAspectRatio=True, anchor="c"
    )
