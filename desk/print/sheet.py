"""Pages: blocks put one under the other, page breaks with repeated heads, and the PDF at the end.

Nothing is drawn before the end, so a roll can be as long as its content and a page can say how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from desk.print.block import Block, Box, Circle, Modules, Picture, Shape, Stroke, Style, Words
from desk.print.look import hopeless
from desk.print.paper import MM, Paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

_LANGUAGE = "id-ID"
_FOOT = 16.0


class Sheet:
    """The pages of one paper.

    Attributes:
        paper: how big they are.
        width: the room between the margins, in points.
        head: what every page after the first begins with, such as the head of a table.
        foot: what stands at the left of every page's foot; the page number is at the right. Not on rolls.
        quiet: no foot at all.
    """

    def __init__(self, paper: Paper, *, foot: str = "", quiet: bool = False) -> None:
        self.paper = paper
        self.width = paper.body
        self.head: Block | None = None
        self.foot = foot
        self._quiet = quiet or paper.roll
        self._pages = [Block(self.width)]
        self._last: Block | None = None
        self._fresh = True
        self._parts = [0]

    @property
    def room(self) -> float:
        """What is left of this page's height; without end on a roll."""
        if self.paper.height is None:
            return float("inf")
        return self._full - self._pages[-1].height

    @property
    def pages(self) -> int:
        """How many there are so far."""
        return len(self._pages)

    @property
    def filled(self) -> float:
        """How many full pages the content comes to."""
        return sum(page.height for page in self._pages) / self._full

    @property
    def _full(self) -> float:
        assert self.paper.height is not None  # noqa: S101 (asked only of paper that has pages)
        inner = (self.paper.height - self.paper.top - self.paper.bottom) * MM
        return inner if self._quiet else inner - _FOOT

    def put(self, block: Block, *, follow: float = 0.0, gap: float = 0.0) -> None:
        """Add a block, on a new page where it and `follow` more points don't fit; one taller than a page is cut.

        `gap` is left empty above it unless it begins a page.
        """
        page = self._pages[-1]
        if not self._fresh:
            if gap + block.height + follow > self.room:
                self.turn()
                page = self._pages[-1]
            else:
                page.skip(gap)
        while block.height > self.room + 0.01:
            first, block = block.cut(self.room)
            if first.height <= 0:  # a single line taller than a page: nothing is gained by cutting
                break
            page.put(first)
            self.turn()
            page = self._pages[-1]
        page.put(block, parted=page.height > 0 and (self._last is None or self._last is not self.head))
        self._last = block
        self._fresh = False

    def turn(self) -> None:
        """Begin a new page."""
        self._pages.append(Block(self.width))
        self._last = self.head
        self._fresh = True
        if self.head is not None:
            self._pages[-1].put(self.head)

    def begin_part(self) -> None:
        """Begin a page that counts from one again: a second copy on the same print."""
        self.head = None
        self.turn()
        self._parts.append(len(self._pages) - 1)

    def pdf(self, *, title: str, author: str, subject: str = "") -> bytes:
        """The whole as PDF: embedded fonts, text as text, nothing in it that differs between two runs."""
        from reportlab import rl_config  # noqa: PLC0415 (a tenth of a second that only papers pay)
        from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 (see above)

        rl_config.useA85 = 0  # streams as bytes: quicker, and a fifth smaller than as letters
        buffer = BytesIO()
        canvas = Canvas(buffer, invariant=1, pageCompression=1, lang=_LANGUAGE)
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setSubject(subject)
        canvas.setCreator("Desk")
        canvas.setProducer("Desk")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")
        ends = [*self._parts[1:], len(self._pages)]
        for begin, end in zip(self._parts, ends, strict=True):
            for index in range(begin, end):
                self._finish(canvas, self._pages[index], f"Halaman {index - begin + 1} dari {end - begin}")
        canvas.save()
        return buffer.getvalue()

    def _finish(self, canvas: Canvas, page: Block, number: str) -> None:
        paper = self.paper
        height = (paper.top + paper.bottom) * MM + page.height if paper.height is None else paper.height * MM
        canvas.setPageSize((paper.width * MM, height))
        left, top = paper.left * MM, height - paper.top * MM
        _draw(canvas, page, left, top)
        if not self._quiet:
            _draw(canvas, self._foot_line(number), left, top - self._full - 5)
        canvas.showPage()

    def _foot_line(self, number: str) -> Block:
        line = Block(self.width)
        style = Style(7.5, grey=0.25)
        line.rule(0.4, grey=0.6)
        line.skip(2)
        at = line.height
        line.write(number, style, y=at, align="right")
        line.write(self.foot, style, y=at, room=self.width - 80)
        return line


def largest(sizes: Sequence[float], lay: Callable[[float], Sheet], *, fewest: int = 1) -> Sheet:
    """What `lay` makes in the largest of these type sizes that needs as few pages as any of them; never under `fewest`.

    `sizes` run from the largest to the smallest.
    """
    best = last = lay(sizes[0])
    for before, size in pairwise(sizes):
        if best.pages <= fewest or hopeless(last.filled, before, sizes[-1], best.pages - 1):
            break
        last = lay(size)
        best = min(best, last, key=lambda sheet: sheet.pages)
    return best


def _draw(canvas: Canvas, page: Block, left: float, top: float) -> None:
    for shape in page.shapes:
        _draw_shape(canvas, shape, left, top)
    if page.words:
        text = canvas.beginText()
        state: tuple[str, float, float] = ("", 0.0, 0.0)
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
    """Lines and rectangles are written as PDF says them: reportlab's calls cost as much as the text."""
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
        canvas.circle(left + shape.x, top - shape.y, shape.radius, stroke=1, fill=0)
    elif isinstance(shape, Modules):
        runs = " ".join(f"{x} {y} {length} 1 re" for x, y, length in shape.runs)
        place = f"{shape.side:.4f} 0 0 {-shape.side:.4f} {left + shape.x:.2f} {top - shape.y:.2f} cm"
        canvas.addLiteral(f"q {place} 0 g {runs} f Q")
    else:
        _draw_picture(canvas, shape, left, top)


def _draw_picture(canvas: Canvas, picture: Picture, left: float, top: float) -> None:
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415 (only an office with a coat of arms needs it)

    image = ImageReader(BytesIO(picture.content))
    y = top - picture.y - picture.height
    canvas.drawImage(
        image, left + picture.x, y, picture.width, picture.height, mask="auto", preserveAspectRatio=True, anchor="c"
    )
