"""The receipt: what was handed in, under which number it runs, and until when the answer is promised.

On A4 and F4 two of them stand on one sheet, to be cut: one for the applicant, one for the archive; where the list is
too long for half a page each has a page. Only a complete file has one; an incomplete file has `desk.print.shortage`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desk.domain.case import Case
from desk.domain.catalogue import Office, Service
from desk.domain.checklist import assess
from desk.domain.dates import clock_time, date_and_time, long_date
from desk.domain.errors import Refused
from desk.domain.worktime import Due
from desk.print import wording
from desk.print.block import Block, Box, Style, beside
from desk.print.case_parts import codes_block, copy_mark, local, matter, matter_block, title_block
from desk.print.letterhead import letterhead, narrow_head
from desk.print.look import Look, hopeless, look_for
from desk.print.paper import MM, Paper, paper_named
from desk.print.received import Received, received_lines, received_rows
from desk.print.sheet import Sheet

PAPERS = ("a4", "f4", "a5", "a6", "roll80", "roll58")
TITLE = "TANDA TERIMA BERKAS"
_COPIES = ("UNTUK PEMOHON", "ARSIP")
_SIDE = 12 * MM
"""So much lower than who and what the papers may reach before room to sign goes to the other side."""
_EDGE = 7.5 * MM
"""What stays empty over and under each half."""


class _Layout(NamedTuple):
    """A way to lay a receipt out: body type, whether there is room to sign, and a half's list as a part of it."""

    size: float
    signed: bool
    listed: float = 0.92


_HALVES = (
    _Layout(9.4, True), _Layout(8.6, True), _Layout(8.2, True), _Layout(7.6, True), _Layout(7.6, True, 0.88),
)  # fmt: skip
_WHOLE: Mapping[str, tuple[_Layout, ...]] = {
    "a4": (_Layout(10, True), _Layout(9, True), _Layout(8.4, True)),
    "f4": (_Layout(10, True), _Layout(9, True), _Layout(8.4, True)),
    "a5": (_Layout(9, True), _Layout(8.4, True), _Layout(8, True), _Layout(7.5, True)),
    "a6": (_Layout(8, False), _Layout(7.5, False), _Layout(7.1, False)),
    "roll80": (_Layout(8.5, False),),
    "roll58": (_Layout(8, False),),
}
"""Tried in this order until one fits on a page; where none does, the first, on several pages. What the archive keeps is
always signed; only the applicant's own copy on rolls and A6 is not."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """Everything that one receipt says, ready to be laid out."""

    office: Office
    service: Service
    case: Case
    values: list[tuple[str, str]]
    promise: tuple[str, str]
    lines: list[Received]
    officer: str
    printed: str
    mark: str


def slip_pdf(
    office: Office,
    service: Service,
    case: Case,
    *,
    due: Due | None,
    paper: str,
    officer: str,
    printed_at: datetime,
    copy: int = 1,
) -> bytes:
    """The receipt of a complete case; `copy` 2 and more is marked as a copy.

    Raises:
        Refused: ``slip_incomplete``, for a case that is not (or no longer) in the office's hands.
    """
    _refuse_incomplete(case)
    kind = paper_named(paper, PAPERS)
    assessment = assess(service, case.as_intake(), local(case.received_at, office).date())
    slip = _Slip(
        office,
        service,
        case,
        [*_matter(office, service, case), ("Petugas", officer)],
        _promise(service, due, office),
        list(received_lines(service, assessment)),
        officer,
        f"Dicetak {date_and_time(local(printed_at, office))}",
        copy_mark(copy),
    )
    return _laid_out(slip, kind).pdf(title=f"Tanda terima {case.registration_number}", author=office.name)


def _matter(office: Office, service: Service, case: Case) -> Iterator[tuple[str, str]]:
    """What both papers say of a case, and when the clock began where that was later, and whom the file is about."""
    for label, value in matter(office, service, case):
        yield label, value
        complete = date_and_time(local(case.complete_at or case.received_at, office))
        if label == "Diterima" and complete != value:
            yield "Lengkap", complete
    if case.beneficiaries:
        yield "Penerima manfaat", wording.people_words([someone.name for someone in case.beneficiaries])


def _laid_out(slip: _Slip, paper: Paper) -> Sheet:
    """On A4 and F4 two on a sheet where they fit; else each on its own page, in the largest type that needs only one."""
    halves = _two_up(slip, paper) if paper.name in ("a4", "f4") else None
    if halves is not None:
        return halves
    copies = _COPIES if paper.name in ("a4", "f4") else ("",)
    layouts = _WHOLE[paper.name]
    before: tuple[float, float] | None = None
    for layout in layouts:
        if before is None or not hopeless(*before, layout.size, 1):
            sheet = _whole(slip, layout, copies, Sheet(paper, quiet=True))
            if sheet.pages == len(copies):
                return sheet
            before = (sheet.filled / len(copies), layout.size)
    foot = f"{slip.case.registration_number} · {slip.printed}"
    several = Sheet(paper, foot=foot)
    several.running = f"Nomor registrasi {slip.case.registration_number}"
    return _whole(slip, layouts[0], copies, several)


def _refuse_incomplete(case: Case) -> None:
    if case.state in ("rejected", "withdrawn"):
        ended = "ditolak" if case.state == "rejected" else "ditarik kembali"
        message = "Permohonan ini sudah {ended}: tanda terimanya tidak dicetak lagi."
        raise Refused("slip_incomplete", message, ended=ended)
    if case.state not in ("open", "completed"):
        message = "Berkas belum lengkap: yang dapat dicetak adalah lembar kekurangan, bukan tanda terima."
        raise Refused("slip_incomplete", message)


def _promise(service: Service, due: Due | None, office: Office) -> tuple[str, str]:
    """A label and the promised date; minutes and hours are promised by the clock."""
    if due is None or due.at is None or service.duration is None:
        return "Waktu penyelesaian", wording.duration_words(service.duration)
    at = local(due.at, office)
    said = long_date(at.date())
    if service.duration.unit in ("minute", "hour"):
        said = f"{said} pukul {clock_time(at)}"
    if service.duration.bound == "about":
        return f"Selesai ({wording.duration_words(service.duration)})", f"sekitar {said}"
    return "Selesai", f"paling lambat {said}"


def _two_up(slip: _Slip, paper: Paper) -> Sheet | None:
    """Both copies with a dashed line to cut along in the very middle; None where even small type is too long."""
    assert paper.height is not None  # noqa: S101 (halves are of sheets)
    middle = paper.height * MM / 2
    before: tuple[float, float] | None = None
    for layout in _HALVES:
        if before is None or not hopeless(*before, layout.size, middle - 2 * _EDGE):
            look = look_for(paper, size=layout.size)
            body = _half_body(slip, paper, look, layout)
            heads = [_half_head(slip, paper.body, look, whose) for whose in _COPIES]
            before = (heads[0].height + body.height, layout.size)
            if before[0] <= middle - 2 * _EDGE:
                return _placed(heads, body, paper, middle)
    return None


def _placed(heads: list[Block], body: Block, paper: Paper, middle: float) -> Sheet:
    page = Block(paper.body)
    margin = paper.top * MM
    for head, top in zip(heads, (_EDGE, middle + _EDGE), strict=True):
        page.put(body, 0, page.put(head, 0, top - margin))
    page.height = middle - margin
    page.rule(0.7, dash=4)
    page.write("gunting di sini", Style(6.5, grey=0.3), y=middle - margin - 8.5, align="right")
    page.height = 0  # it is laid out to the sheet's own edges
    sheet = Sheet(paper, quiet=True)
    sheet.put(page)
    return sheet


def _half_head(slip: _Slip, width: float, look: Look, whose: str) -> Block:
    head = letterhead(slip.office, width, scale=0.74)
    head.skip(6)
    head.put(title_block(TITLE, (slip.mark, whose), width, look, centred=False))
    head.skip(5)
    return head


def _half_body(slip: _Slip, paper: Paper, look: Look, layout: _Layout) -> Block:
    """Who, what and until when at the left, the papers at the right; room to sign where that is lower, if anywhere."""
    width = paper.body
    gap = 5 * MM
    left_width = width * 0.52 - gap / 2
    right_width = width - left_width - gap
    narrow = look_for(paper, size=look.body.size * layout.listed)
    left = _known(slip, left_width, look)
    left.skip(5)
    left.put(matter_block(slip.values, left_width, look, paper))
    right = Block(right_width)
    right.write(_heading(slip), look.heading)
    right.skip(2)
    for row in received_rows(slip.lines, right_width, narrow):
        right.put(row)
    right.rule(0.25)
    if layout.signed:
        side, room = (right, right_width) if right.height <= left.height + _SIDE else (left, left_width)
        side.skip(8)
        side.put(_signatures(slip, room, narrow))
    body = beside(width, [(0, left), (left_width + gap, right)])
    body.skip(5)
    body.put(_closing(slip, width, look))
    return body


def _whole(slip: _Slip, layout: _Layout, copies: tuple[str, ...], sheet: Sheet) -> Sheet:
    """One under the other: for rolls, A5, A6, and for lists too long for half a page."""
    paper, width = sheet.paper, sheet.width
    look = look_for(paper, size=layout.size)
    small = paper.width <= 110
    gap = look.body.size * 0.8
    scale = 1.0 if paper.width > 200 else 0.8 if paper.width > 140 else 0.62
    head = narrow_head(slip.office, width) if paper.roll else letterhead(slip.office, width, scale=scale)
    front = _front(slip, width, look, paper)
    heading = Block(width)
    heading.write(_heading(slip), look.heading)
    heading.skip(2)
    rows = list(received_rows(slip.lines, width, look))
    for number, whose in enumerate(copies):
        if number:
            sheet.begin_part()
        sheet.put(head)
        sheet.put(title_block(TITLE, (slip.mark, whose), width, look, centred=small), gap=gap)
        for block in front:
            sheet.put(block, gap=gap * (0.5 if small else 0.9))
        sheet.put(heading, gap=gap, follow=look.body.size * 4)
        for row in rows:
            sheet.put(row)
        if layout.signed:
            sheet.put(_signatures(slip, width, look), gap=gap * 2)
        sheet.put(_closing(slip, width, look), gap=gap)
    return sheet


def _front(slip: _Slip, width: float, look: Look, paper: Paper) -> list[Block]:
    """Numbers, promise and matter: side by side on a full sheet, else one under the other."""
    if paper.width > 200:
        gap = 6 * MM
        left = _known(slip, width * 0.51, look)
        right_width = width * 0.49 - gap
        right = matter_block(slip.values, right_width, look, paper)
        return [beside(width, [(0, left), (width - right_width, right)])]
    qr = (26 if paper.roll else 20 if paper.width <= 110 else 24) * MM
    return [
        codes_block(slip.case, width, look, qr=qr, centred=paper.roll),
        _promise_box(slip, width, look),
        matter_block(slip.values, width, look, paper),
    ]


def _known(slip: _Slip, width: float, look: Look) -> Block:
    """Number, code, QR, and under them the promise."""
    block = codes_block(slip.case, width, look, qr=25 * MM, centred=False)
    block.skip(3)
    block.put(_promise_box(slip, width, look))
    return block


def _heading(slip: _Slip) -> str:
    conditions = any(line.item.requirement.kind == "condition" for line in slip.lines)
    return "Berkas yang diterima dan syarat yang dipenuhi" if conditions else "Berkas yang diterima"


def _promise_box(slip: _Slip, width: float, look: Look) -> Block:
    """The promised date, framed: what the applicant looks for."""
    label, value = slip.promise
    pad = look.body.size * 0.5
    box = Block(width)
    box.write(label, look.label, x=pad, y=pad * 0.8, room=width - 2 * pad)
    box.write(value, look.heading.scaled(1.12), x=pad, room=width - 2 * pad)
    box.skip(pad)
    box.shapes.append(Box(0, 0, width, box.height, 0.8))
    return box


def _signatures(slip: _Slip, width: float, look: Look) -> Block:
    """Who gave and who took, with room to sign."""
    block = Block(width)
    half = width / 2 - 6
    for x, role, name in ((0.0, "Yang menyerahkan,", slip.case.applicant.contact or slip.case.applicant.name),
                          (width / 2 + 6, "Petugas penerima,", slip.officer)):  # fmt: skip
        top = block.write(role, look.body, x=x, y=0, room=half, align="centre")
        block.write(name, look.body.bold(), x=x, y=top + 13 * MM, room=half, align="centre")
    return block


def _closing(slip: _Slip, width: float, look: Look) -> Block:
    block = Block(width)
    block.rule(0.8)
    block.skip(3)
    free = "" if slip.service.fee else " PELAYANAN INI TIDAK DIPUNGUT BIAYA."
    block.write(f"Harap dibawa saat pengambilan.{free}", look.body.bold())
    if slip.service.fee:
        block.write(f"Biaya: {wording.fee_words(slip.service.fee)}", look.body)
    complaints = wording.complaints_line(slip.service, slip.office)
    if complaints:
        block.write(f"Pengaduan: {complaints}", look.note)
    block.write(slip.printed, look.label)
    return block
