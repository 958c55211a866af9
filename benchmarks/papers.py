"""Papers against a bare reportlab canvas that draws the same strings in the same fonts at the same places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.build import OFFICE, copy_of, open_at
from benchmarks.intake import intakes
from benchmarks.measure import Act, Figure, Times, by_turns, once
from desk.domain.catalogue import Service
from desk.models.home import Home
from desk.print import fonts, ink, sheet
from desk.print.block import Block, Box, Circle, Modules, Picture, Shape, Stroke
from desk.print.checklist import checklist_pdf
from desk.print.slip import slip_pdf
from desk.services import cases
from desk.services.counter import Counter, due_of_case
from desk.services.intake import register

TARGET = 1.2
TODAY = date(2026, 11, 23)

Draw = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """Strings and shapes, and the point on the page that they are measured from."""

    block: Block
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    size: tuple[float, float]
    parts: tuple[Part, ...]


def by_hand(pages: list[Page]) -> bytes:
    """The floor: reportlab's own calls, one for each string and shape, at places that are known; nothing is judged,
    worded, measured, wrapped or laid out.
    """
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    for page in pages:
        canvas.setPageSize(page.size)
        for part in page.parts:
            for shape in part.block.shapes:
                _shape(canvas, shape, part.left, part.top)
            font, size, grey = "", 0.0, -1.0
            for line in part.block.words:
                for piece in line.shaped.pieces:
                    if (piece.font, line.size) != (font, size):
                        font, size = piece.font, line.size
                        canvas.setFont(font, size)
                    if line.grey != grey:
                        grey = line.grey
                        canvas.setFillGray(grey)
                    canvas.drawString(part.left + line.x + piece.offset * size / 1000, part.top - line.y, piece.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _shape(canvas: Canvas, shape: Shape, left: float, top: float) -> None:
    if isinstance(shape, Stroke):
        canvas.setStrokeGray(shape.grey)
        canvas.setLineWidth(shape.thickness)
        canvas.setDash(*([shape.dash] if shape.dash else []))
        canvas.line(left + shape.x1, top - shape.y1, left + shape.x2, top - shape.y2)
    elif isinstance(shape, Modules):
        path = canvas.beginPath()
        x, y, side = left + shape.x, top - shape.y, shape.side
        for column, row, length in shape.runs:
            path.rect(x + column * side, y - (row + 1) * side, length * side, side)
        canvas.setFillGray(0)
        canvas.drawPath(path, stroke=0, fill=1)
    elif isinstance(shape, Picture):
        y = top - shape.y - shape.height
        canvas.drawImage(ImageReader(BytesIO(shape.content)), left + shape.x, y, shape.width, shape.height, mask="auto")
    elif isinstance(shape, Circle):
        canvas.setLineWidth(shape.thickness)
        canvas.circle(left + shape.x, top - shape.y, shape.radius, fill=int(shape.fill is not None))
    elif isinstance(shape, Box):
        canvas.setLineWidth(shape.thickness)
        if shape.fill is not None:
            canvas.setFillGray(shape.fill)
        drawn: Any = {"stroke": int(shape.thickness > 0), "fill": int(shape.fill is not None)}
        canvas.rect(left + shape.x, top - shape.y - shape.height, shape.width, shape.height, **drawn)


def placed(make: Draw) -> list[Page]:
    """The pages that `make` draws, watched while it draws them."""
    pages: list[Page] = []
    parts: list[Part] = []
    size = [(0.0, 0.0)]
    draw, show, resize = ink.draw, Canvas.showPage, Canvas.setPageSize

    def on_draw(canvas: Canvas, block: Block, left: float, top: float) -> None:
        parts.append(Part(block, left, top))
        draw(canvas, block, left, top)

    def on_resize(canvas: Canvas, given: tuple[float, float]) -> None:
        size[0] = given
        resize(canvas, given)

    def on_show(canvas: Canvas) -> None:
        pages.append(Page(size[0], tuple(parts)))
        parts.clear()
        show(canvas)

    with (
        patch.object(sheet, "draw", on_draw),
        patch.object(Canvas, "setPageSize", on_resize),
        patch.object(Canvas, "showPage", on_show),
    ):
        make()
    return pages


def bare(make: Draw) -> Draw:
    """A function that draws what `make` draws, on a bare canvas."""
    return partial(by_hand, placed(make))


def figures(homes: dict[str, Home], scratch: Path, runs: int) -> Iterator[Figure]:
    counter = open_at(copy_of(next(iter(homes.values())), scratch / "papers"))
    runs = max(runs // 5, 20)
    for paper in ("a4", "roll80"):
        slip = _slip(counter, paper)
        yield Figure(f"slip, {paper}", *by_turns(slip, bare(slip), runs=runs), "bare canvas, same strings", TARGET)
    service = counter.catalogue.services(OFFICE)[0]
    for paper in ("f4", "roll80"):
        checklist = _checklist(counter, service, paper)
        yield Figure(
            f"checklist, {paper}", *by_turns(checklist, bare(checklist), runs=runs), "bare canvas, same strings", TARGET
        )
    yield _all_checklists(counter)
    counter.store.close()


def _slip(counter: Counter, paper: str) -> Draw:
    receipt = register(counter, next(intakes(counter, seed=21)))
    case = cases.load(counter, receipt.id)
    service = counter.service_of(case)
    return partial(
        slip_pdf, counter.office, service, case, due=due_of_case(case, service, counter.calendar), paper=paper,
        officer=counter.officer, printed_at=counter.now(),
    )  # fmt: skip


def _checklist(counter: Counter, service: Service, paper: str) -> Draw:
    office = counter.catalogue.office(service.office)
    return partial(checklist_pdf, office, service, paper, documents=counter.catalogue.documents, printed_on=TODAY)


def _all_checklists(counter: Counter) -> Figure:
    """All lists in one go against as many that are each made on their own, with nothing remembered from the last."""
    lists: list[Act] = [_checklist(counter, service, "f4") for service in counter.catalogue.services()]
    together: list[float] = []
    apart: list[float] = []
    for _ in range(5):
        fonts.shape.cache_clear()
        together.append(once(lambda: [make() for make in lists]))
        total = 0.0
        for make in lists:
            fonts.shape.cache_clear()
            total += once(make)
        apart.append(total)
    return Figure(
        f"all {len(lists)} checklists in one go, f4", Times.of(together), Times.of(apart), "as many one by one", 1.0
    )
