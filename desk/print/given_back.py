"""The receipt for original papers that go back to their owner, with a line to sign: the office keeps it.

Before anything is handed over it lists what lies in the office; afterwards what went back last, to whom and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.case import Case
from desk.domain.catalogue import Office, Service
from desk.domain.dates import date_and_time, long_date
from desk.domain.errors import Refused
from desk.print.block import Block, Stroke
from desk.print.case_parts import codes_block, copy_mark, local, matter, matter_block, title_block
from desk.print.letterhead import letterhead, narrow_head
from desk.print.look import Look, look_for
from desk.print.paper import MM, paper_named
from desk.print.sheet import Sheet

PAPERS = ("a5", "a6", "a4", "f4", "roll80", "roll58")
TITLE = "TANDA TERIMA PENGEMBALIAN BERKAS ASLI"
_DOTS = "." * 36


@dataclass(frozen=True, slots=True)
class Returned:
    """What a receipt lists: texts of the papers, to whom and on which day; both empty before they are handed over."""

    papers: tuple[str, ...]
    to: str = ""
    day: str = ""


def returned(service: Service, case: Case, papers: Sequence[str] = ()) -> Returned:
    """What the receipt of this case lists: those papers, else what went back last, else what lies in the office.

    Raises:
        Refused: no original paper was ever kept.
    """
    back = case.proceedings.given_back
    keys = tuple(papers) or _last_back(case) or case.originals_kept
    if not keys:
        template = "Berkas {number} tidak menyimpan berkas asli, jadi tidak ada yang dikembalikan."
        raise Refused("nothing_kept", template, field="case", number=case.registration_number)
    texts = []
    for key in keys:
        requirement = service.requirement(key)
        number = f"{requirement.number}. " if requirement and requirement.number else ""
        texts.append(f"{number}{requirement.text if requirement else key}")
    lines = [back[key] for key in keys if key in back]
    if len(lines) < len(keys):
        return Returned(tuple(texts))
    return Returned(tuple(texts), lines[-1].to, lines[-1].date)


def _last_back(case: Case) -> tuple[str, ...]:
    """The papers that went back last, to one person on one day; those that were brought again since left out."""
    back = case.proceedings.given_back
    if not back:
        return ()
    last = max(reversed(tuple(back.values())), key=lambda line: line.date)  # of one day, the line that was written last
    return tuple(key for key, line in back.items() if line == last)


def given_back_pdf(
    office: Office,
    service: Service,
    case: Case,
    what: Returned,
    *,
    paper: str,
    officer: str,
    printed_at: datetime,
    copy: int = 1,
) -> bytes:
    """The receipt; `copy` 2 and more is marked as a copy."""
    kind = paper_named(paper, PAPERS)
    look = look_for(kind)
    printed = date_and_time(local(printed_at, office))
    sheet = Sheet(kind, foot=f"{case.registration_number} · dicetak {printed}")
    width, small = sheet.width, kind.width <= 110
    gap = look.body.size * 0.9
    scale = 1.0 if kind.width > 200 else 0.8 if kind.width > 140 else 0.62
    sheet.put(narrow_head(office, width) if kind.roll else letterhead(office, width, scale=scale))
    sheet.put(title_block(TITLE, (copy_mark(copy),), width, look, centred=small), gap=gap)
    qr = (24 if kind.roll else 18 if small else 22) * MM
    sheet.put(codes_block(case, width, look, qr=qr, centred=kind.roll), gap=gap * 0.6)
    values = [(label, value) for label, value in matter(office, service, case) if label not in ("Hasil", "Diterima")]
    sheet.put(matter_block(values, width, look, kind), gap=gap)
    sheet.put(_said(office, width, look), gap=gap, follow=look.body.size * 3)
    for row in _rows(what.papers, width, look):
        sheet.put(row)
    sheet.put(_signed(what, officer, width, look, narrow=small), gap=gap * 1.6)
    return sheet.pdf(title=f"Pengembalian berkas asli {case.registration_number}", author=office.name)


def _said(office: Office, width: float, look: Look) -> Block:
    block = Block(width)
    block.write(f"Telah diterima kembali dari {office.name}, dalam keadaan baik dan lengkap, berkas asli:", look.body)
    block.skip(2)
    return block


def _rows(papers: Sequence[str], width: float, look: Look) -> list[Block]:
    rows = []
    for text in papers:
        row = Block(width)
        row.above = Stroke(0, 0, width, 0, 0.3, grey=look.hair)
        top = look.body.size * 0.25
        row.write("–", look.body, y=top, room=look.slot)
        row.write(text, look.body.bold(), x=look.slot * 0.8, y=top, room=width - look.slot * 0.8)
        row.skip(look.body.size * 0.25)
        rows.append(row)
    return rows


def _signed(what: Returned, officer: str, width: float, look: Look, *, narrow: bool) -> Block:
    """The day, and who takes and who gives, with room to sign; under each other where the paper is narrow."""
    block = Block(width)
    day = long_date(date.fromisoformat(what.day)) if what.day else "........................................"
    block.write(f"Tanggal: {day}", look.body)
    block.skip(look.body.size * 0.6)
    people = (("Yang menerima,", what.to or _DOTS), ("Yang menyerahkan,", officer))
    if narrow:
        for role, name in people:
            block.write(role, look.body)
            block.skip(11 * MM)
            block.write(name, look.body.bold())
            block.skip(look.body.size * 0.5)
        return block
    half, start = width / 2 - 6, block.height
    for x, (role, name) in zip((0.0, width / 2 + 6), people, strict=True):
        top = block.write(role, look.body, x=x, y=start, room=half, align="centre")
        block.write(name, look.body.bold(), x=x, y=top + 13 * MM, room=half, align="centre")
    return block
