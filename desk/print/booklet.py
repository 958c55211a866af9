"""The standards of an office as one booklet: title page with the decree, contents, a section for each service with its
fourteen components, and the pledge where the decree prints one.

Sections are laid out first, so that the contents know their pages; the same titles are the PDF's outline.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from desk.domain.catalogue import DocumentType, Office, Service
from desk.domain.dates import plain_date
from desk.domain.errors import Refused
from desk.print.block import Block, Link, Stroke, Style, wrap
from desk.print.letterhead import address_of, cover_head
from desk.print.look import look_for
from desk.print.paper import MM, PAPERS
from desk.print.pledge import TITLE as PLEDGE
from desk.print.pledge import motto_block, promise_rows, signature
from desk.print.sheet import Sheet, largest
from desk.print.standard import put_standard

_PAPER = PAPERS["a5"]
_SIZES = (9.0, 8.7, 8.4, 8.1)
"""Body type of a section: smaller only where that saves a page."""
_CONTENTS = "Daftar isi"

Progress = Callable[[int, int], bool]
"""(done, total) → whether to go on."""


def booklet_pdf(
    office: Office,
    *,
    documents: Mapping[str, DocumentType],
    printed_on: date,
    progress: Progress = lambda _done, _total: True,
) -> bytes:
    """The booklet of all services of `office`, on A5.

    Raises:
        Refused: ``cancelled``, where `progress` says so.
    """
    total = len(office.services) + 1
    sections: list[Sheet] = []
    for number, service in enumerate(office.services, 1):
        _go_on(progress, number - 1, total)
        sections.append(largest(_SIZES, partial(_section, office, service, number, documents)))
    _go_on(progress, total - 1, total)
    if office.pledge:
        sections.append(_pledge(office))
    book = _title_page(office, printed_on)
    before = book.pages + _contents(office, sections, 0).pages
    book.append(_contents(office, sections, before))
    for section in sections:
        book.append(section)
    content = book.pdf(title=f"Standar pelayanan {office.name}", author=office.name, subject=" ".join(_decree(office)))
    _go_on(progress, total, total)
    return content


def _go_on(progress: Progress, done: int, total: int) -> None:
    if not progress(done, total):
        raise Refused("cancelled", "Pembuatan buku dihentikan; tidak ada berkas yang ditulis.")


def _section(
    office: Office, service: Service, number: int, documents: Mapping[str, DocumentType], size: float
) -> Sheet:
    look = look_for(_PAPER, size=size)
    sheet = Sheet(_PAPER, foot=_first_line(f"{number}. {service.title}"))
    sheet.bookmark(f"{number}. {service.title}")
    head = Block(sheet.width)
    head.write(f"LAYANAN {number}", look.label.bold())
    head.skip(2)
    head.write(service.title, Style(14, "bold"), even=True)
    if service.division:
        head.skip(1)
        head.write(service.division, look.note)
    head.skip(4)
    head.rule(1.6)
    sheet.put(head)
    put_standard(sheet, office, service, documents, look)
    return sheet


def _first_line(text: str) -> str:
    """As much as the foot of a page holds."""
    lines = wrap(text, Style(7.5), _PAPER.body - 90)
    return "".join(piece.text for piece in lines[0].pieces) + ("…" if len(lines) > 1 else "")


def _pledge(office: Office) -> Sheet:
    look = look_for(_PAPER, size=11)
    sheet = Sheet(_PAPER, foot=PLEDGE.capitalize())
    sheet.bookmark(PLEDGE.capitalize())
    title = Block(sheet.width)
    title.skip(24)
    title.write(PLEDGE, Style(20, "bold"), align="centre")
    sheet.put(title)
    for index, row in enumerate(promise_rows(office, sheet.width, look)):
        sheet.put(row, gap=0 if index else 24)
    if office.motto:
        sheet.put(motto_block(office, sheet.width, look), gap=24)
    sheet.put(signature(office, sheet.width, look_for(_PAPER, size=10)), gap=24)
    return sheet


def _contents(office: Office, sections: list[Sheet], before: int) -> Sheet:
    """Every section with the page on which it begins, `before` pages standing before the first."""
    look = look_for(_PAPER, size=10)
    sheet = Sheet(_PAPER, foot=_CONTENTS)
    sheet.bookmark(_CONTENTS)
    head = Block(sheet.width)
    head.write(_CONTENTS.upper(), Style(14, "bold"))
    head.skip(4)
    head.rule(1.6)
    sheet.put(head)
    titles = [(f"{number}.", service.title) for number, service in enumerate(office.services, 1)]
    if office.pledge:
        titles.append(("", PLEDGE.capitalize()))
    page = before + 1
    for (number, title), section in zip(titles, sections, strict=True):
        sheet.put(_contents_row(number, title, page, sheet.width, look.body), gap=5)
        page += section.pages
    return sheet


def _contents_row(number: str, title: str, page: int, width: float, style: Style) -> Block:
    row = Block(width)
    slot, numbers = style.size * 2.2, style.size * 2.6
    row.write(number, style, y=0, room=slot)
    row.write(title, style, x=slot, y=0, room=width - slot - numbers)
    last = row.words[-1]
    row.write(str(page), style, y=last.top, align="right")
    begin = last.x + last.shaped.width * last.size / 1000 + 4
    row.shapes.append(Stroke(begin, last.y, width - numbers, last.y, 0.5, 0.5, 1))
    row.shapes.append(Link(0, 0, width, row.height, page))
    return row


def _title_page(office: Office, printed_on: date) -> Sheet:
    sheet = Sheet(_PAPER, quiet=True)
    width, height = sheet.width, sheet.room
    page = Block(width)
    page.skip(10 * MM)
    page.put(cover_head(office, width, scale=1.05))
    page.skip(6)
    page.rule(2)
    page.skip(1.5)
    page.rule(0.6)
    title = Block(width)
    title.write("STANDAR PELAYANAN", Style(30, "bold").fitting(["STANDAR PELAYANAN"], width), align="centre")
    title.skip(4)
    title.write(f"{len(office.services)} layanan", Style(14), align="centre")
    decree = _decree(office)
    if decree:
        title.skip(24)
        for line in ("ditetapkan dengan", *decree):
            title.write(line, Style(11), align="centre", even=True)
    if office.motto:
        title.skip(24)
        title.write(office.motto, Style(12, "bold"), align="centre", even=True)
    foot = Block(width)
    foot.rule(0.6)
    foot.skip(5)
    for line in (*address_of(office), f"Dicetak {plain_date(printed_on)}"):
        foot.write(line, Style(8.5), align="centre", even=True)
    page.put(title, 0, (page.height + height - foot.height - title.height) / 2)
    page.put(foot, 0, height - foot.height)
    sheet.put(page)
    return sheet


def _decree(office: Office) -> tuple[str, ...]:
    """The decree, its number and its day, a line each; none where there is no decree."""
    if office.decree is None:
        return ()
    day = (f"tanggal {plain_date(date.fromisoformat(office.decree.date))}",) if office.decree.date else ()
    return f"Keputusan Kepala {office.name}", f"Nomor {office.decree.number}", *day
