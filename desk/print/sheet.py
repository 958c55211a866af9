"""Pages: blocks put one under the other, page breaks with repeated heads, and the PDF at the end.

Nothing is drawn before the end, so a roll can be as long as its content and a page can say how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from desk.print.block import Block, Style
from desk.print.ink import draw, page_key
from desk.print.look import hopeless
from desk.print.paper import MM, Paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_LANGUAGE = "id-ID"
_FOOT = 16.0
_RUNNING = 18.0


class Sheet:
    """The pages of one paper.

    Attributes:
        paper: how big they are.
        width: the room between the margins, in points.
        head: what every page after the first begins with, such as the head of a table.
        foot: what stands at the left of the foot of this page and those that follow; the page number is at the right.
            Not on rolls.
        quiet: no foot at all.
        running: what every page after a part's first has at its very top, with the page's number; it has no foot.
    """

    def __init__(self, paper: Paper, *, foot: str = "", quiet: bool = False) -> None:
        self.paper = paper
        self.width = paper.body
        self.head: Block | None = None
        self.foot = foot
        self.running = ""
        self._quiet = quiet or paper.roll
        self._pages = [Block(self.width)]
        self._feet = [self._own_foot]
        self._running = [""]
        self._marks: list[tuple[int, str]] = []
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
    def blocks(self) -> tuple[Block, ...]:
        """What is on each page, to be put onto another paper."""
        return tuple(self._pages)

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
        return self._inner if self._quiet or self._running[-1] else self._inner - _FOOT

    @property
    def _inner(self) -> float:
        assert self.paper.height is not None  # noqa: S101 (asked only of paper that has pages)
        return (self.paper.height - self.paper.top - self.paper.bottom) * MM

    @property
    def _own_foot(self) -> str | None:
        return None if self._quiet else self.foot

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

    def turn(self, *, part: bool = False) -> None:
        """Begin a new page; a `part` has its own beginning."""
        self._pages.append(Block(self.width))
        self._feet.append(self._own_foot)
        self._last = self.head
        self._fresh = True
        self._running.append("" if part else self.running)
        if self._running[-1]:
            self._pages[-1].skip(_RUNNING)
        if self.head is not None:
            self._pages[-1].put(self.head)

    def begin_part(self) -> None:
        """Begin a page that counts from one again: a second copy on the same print."""
        self.head = None
        self.turn(part=True)
        self._parts.append(len(self._pages) - 1)

    def bookmark(self, title: str) -> None:
        """List this page in the PDF's outline, under this title."""
        self._marks.append((len(self._pages) - 1, title))

    def append(self, other: Sheet) -> None:
        """Add the pages of another sheet of the same paper, with their feet and marks; nothing can be put after them."""
        before = len(self._pages)
        self._pages.extend(other._pages)
        self._feet.extend(other._feet)
        self._running.extend(other._running)
        self._marks.extend((before + page, title) for page, title in other._marks)

    def pdf(self, *, title: str, author: str, subject: str = "", turned: bool = False) -> bytes:
        """The whole as PDF: embedded fonts, text as text, nothing in it that differs between two runs; `turned` is for
        paper on its side that is printed on both sides.
        """
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
        if turned:
            canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
        marks = dict(self._marks)
        if marks:
            canvas.showOutline()
        ends = [*self._parts[1:], len(self._pages)]
        for begin, end in zip(self._parts, ends, strict=True):
            for index in range(begin, end):
                if index in marks:
                    canvas.bookmarkPage(page_key(index + 1))
                    canvas.addOutlineEntry(marks[index], page_key(index + 1))
                self._finish(canvas, index, f"Halaman {index - begin + 1} dari {end - begin}")
        canvas.save()
        return buffer.getvalue()

    def _finish(self, canvas: Canvas, index: int, number: str) -> None:
        paper, page, foot = self.paper, self._pages[index], self._feet[index]
        height = (paper.top + paper.bottom) * MM + page.height if paper.height is None else paper.height * MM
        canvas.setPageSize((paper.width * MM, height))
        left, top = paper.left * MM, height - paper.top * MM
        draw(canvas, page, left, top)
        running = self._running[index]
        if running:
            draw(canvas, self._running_line(running, number), left, top)
        elif foot is not None:
            draw(canvas, self._foot_line(foot, number), left, top - self._inner + _FOOT - 5)
        canvas.showPage()

    def _running_line(self, running: str, number: str) -> Block:
        line = Block(self.width)
        style = Style(8.5, "bold")
        line.write(number, style, y=0, align="right")
        line.write(running, style, y=0, room=self.width - 80)
        line.skip(2)
        line.rule(0.6)
        return line

    def _foot_line(self, foot: str, number: str) -> Block:
        line = Block(self.width)
        style = Style(7.5, grey=0.25)
        line.rule(0.4, grey=0.6)
        line.skip(2)
        at = line.height
        line.write(number, style, y=at, align="right")
        line.write(foot, style, y=at, room=self.width - 80)
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
