"""The sheet that goes home with an incomplete file: what is wanting and where to get it, what doesn't hold and why.

Number and code stand on it, so that a scan opens the same file again; nothing that was typed is asked a second time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from desk.domain.case import Case
from desk.domain.catalogue import DocumentType, Office, Requirement, Service
from desk.domain.checklist import Assessment, Item, shortfall
from desk.domain.dates import date_and_time
from desk.print import wording
from desk.print.block import Block, Box, Stroke
from desk.print.case_parts import codes_block, copy_mark, local, matter, matter_block, title_block
from desk.print.checklist import entries
from desk.print.letterhead import letterhead, narrow_head
from desk.print.look import Look, look_for
from desk.print.paper import MM, Paper, paper_named
from desk.print.parts import tick_mark
from desk.print.received import received_lines, received_rows, there_already
from desk.print.sheet import Sheet

PAPERS = ("a4", "f4", "a5", "a6", "roll80", "roll58")
TITLE = "LEMBAR KEKURANGAN BERKAS"


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that is wanting: its printed number with its parents' (``7.f``), and what to say under its text.

    What shares a `choice` is wanted in one `way` or another: everything of one way is enough.
    """

    number: str
    requirement: Requirement
    condition: bool
    notes: tuple[str, ...]
    choice: str
    way: str


def shortage_pdf(
    office: Office,
    service: Service,
    case: Case,
    assessment: Assessment,
    *,
    paper: str,
    officer: str,
    printed_at: datetime,
    copy: int = 1,
    documents: Mapping[str, DocumentType] | None = None,
) -> bytes:
    """What the case still lacks, by `assessment`; `documents` is the registry that says where papers come from."""
    kind = paper_named(paper, PAPERS)
    look = look_for(kind)
    printed = date_and_time(local(printed_at, office))
    choices = choices_of(wanting(service, assessment, documents or {}))
    sheet = Sheet(kind, foot=f"{case.registration_number} · dicetak {printed}")
    width = sheet.width
    gap = look.body.size * 0.9
    scale = 1.0 if kind.width > 200 else 0.8 if kind.width > 140 else 0.62
    sheet.put(narrow_head(office, width) if kind.roll else letterhead(office, width, scale=scale))
    sheet.put(title_block(TITLE, (copy_mark(copy),), width, look, centred=kind.width <= 110), gap=gap)
    sheet.put(
        codes_block(
            case, width, look, qr=(26 if kind.roll else 20 if kind.width <= 110 else 25) * MM, centred=kind.roll
        ),
        gap=gap * 0.6,
    )
    sheet.put(_verdict(choices, service, case, width, look), gap=gap * 0.6)
    values = [(label, value) for label, value in matter(office, service, case) if label != "Hasil"]
    sheet.put(matter_block([*values, ("Petugas", officer)], width, look, kind), gap=gap)
    _put_wants(sheet, "Yang masih harus dibawa", [c for c in choices if not _asked(c)], look)
    _put_wants(sheet, "Syarat yang belum terpenuhi", [c for c in choices if _asked(c)], look)
    _put_received(sheet, service, assessment, look)
    sheet.put(_closing(office, service, printed, width, look, kind), gap=gap)
    return sheet.pdf(title=f"Kekurangan berkas {case.registration_number}", author=office.name)


def wanting(service: Service, assessment: Assessment, documents: Mapping[str, DocumentType]) -> Iterator[Want]:
    """What is missing or fails, in printed order; of an entry that is missing whole, its parts too."""
    numbers = dict(_numbers(service.requirements, ""))
    explained: set[str] = set()
    items = {item.requirement.id: item for item in assessment.items}
    listed: set[str] = set()
    ticked = {entry.requirement.id for entry in entries(service) if entry.mark}
    choices = dict(_choices(service.requirements))
    for wanted in assessment.missing:
        top = service.requirement(wanted)
        for requirement in _with_parts(top) if top is not None else ():
            item = items.get(requirement.id)
            absent = item is not None and (requirement.id == wanted or item.standing in ("missing", "fails"))
            if item is None or not absent or requirement.id in listed:
                continue
            listed.add(requirement.id)
            if requirement.id not in ticked:  # nothing but the sum of its parts
                continue
            condition = requirement.kind == "condition" or item.standing == "fails"
            notes = (*_why(item), wording.how_to_get(requirement, documents, explained))
            said = tuple(note for note in notes if note)
            yield Want(numbers[requirement.id], requirement, condition, said, *choices[requirement.id])


def choices_of(wants: Iterable[Want]) -> list[list[Want]]:
    """Each thing to bring once, with everything that would do instead; in the order of the first of each."""
    choices: dict[str, list[Want]] = {}
    for want in wants:
        choices.setdefault(want.choice, []).append(want)
    return list(choices.values())


def _asked(choice: list[Want]) -> bool:
    """Whether nothing of it is a paper."""
    return all(want.condition for want in choice)


def _choices(
    requirements: tuple[Requirement, ...], above: tuple[str, str] | None = None
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Of each id its choice and its way; parts are of their entry's way where that has alternatives."""
    for requirement in requirements:
        near = [other.id for other in requirements if other.id in requirement.any_of]
        first = min((requirement.id, *near), key=[other.id for other in requirements].index)
        own = above or ((first, requirement.id) if requirement.any_of else None)
        yield requirement.id, own or (requirement.id, requirement.id)
        yield from _choices(requirement.parts, own)


def _with_parts(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    for part in requirement.parts:
        yield from _with_parts(part)


def _numbers(requirements: tuple[Requirement, ...], before: str) -> Iterator[tuple[str, str]]:
    for requirement in requirements:
        own = requirement.number or ""
        number = f"{before}.{own}" if before and own else before or own
        yield requirement.id, number
        yield from _numbers(requirement.parts, number)


def _why(item: Item) -> Iterator[str]:
    """Why what is there doesn't do: too few, only a copy, an age outside the bounds, an answer."""
    tick, requirement = item.tick, item.requirement
    if item.standing == "fails":
        aged = requirement.rule is not None and requirement.rule.field == "applicant.age"
        yield f"Umur pemohon {item.fact} tahun." if aged else "Menurut jawaban pemohon, syarat ini belum terpenuhi."
    elif requirement.kind == "condition":
        yield "Belum ditanyakan atau belum dijawab."
    elif tick is not None and tick.met and (lack := shortfall(requirement, tick)):
        there = wording.handed_over(requirement, tick.form, tick.count)
        asked = wording.form_words(requirement) if lack == "form" else wording.handed_over(requirement, None, None)
        yield f"Yang sudah diserahkan: {there}; yang diminta: {asked}."
    if tick is not None and tick.note.strip():
        yield f"Catatan: {tick.note.strip()}"


def _verdict(choices: list[list[Want]], service: Service, case: Case, width: float, look: Look) -> Block:
    """The box that says how things stand, with what the officer wrote who gave the file back."""
    pad = look.body.size * 0.6
    box = Block(width)
    room = width - 2 * pad
    said = (
        f"Berkas belum lengkap: {len(choices)} hal masih kurang."
        if choices
        else "Berkas dikembalikan untuk diperbaiki."
    )
    box.write(said, look.heading, x=pad, y=pad * 0.8, room=room)
    time = f" ({wording.duration_words(service.duration)})" if service.duration else ""
    words = f"Berkas belum dihitung waktunya{time} sampai lengkap."
    box.write(words, look.body, x=pad, room=room)
    returned = next((entry for entry in reversed(case.history) if entry.kind == "case_returned"), None)
    if returned is not None and returned.note and case.state == "returned":
        box.write(f"Catatan petugas: {returned.note}", look.body, x=pad, room=room)
    box.skip(pad)
    box.shapes.append(Box(0, 0, width, box.height, 0.8))
    return box


def _put_wants(sheet: Sheet, title: str, choices: list[list[Want]], look: Look) -> None:
    if not choices:
        return
    heading = Block(sheet.width)
    heading.write(title, look.heading)
    heading.skip(2.5)
    sheet.put(heading, gap=look.body.size * 1.1, follow=look.body.size * 4)
    for choice in choices:
        rows = [_want_row(want, word, sheet.width, look) for want, word in _joined(choice)]
        for row, after in zip_longest(rows, rows[1:]):
            sheet.put(row, follow=min(after.height, look.body.size * 6) if after else 0.0)


def _joined(choice: list[Want]) -> Iterator[tuple[Want, str | None]]:
    """Each with the word over it: ``atau`` where another way begins, None where the choice does."""
    sizes = Counter(want.way for want in choice)
    for before, want in zip([None, *choice], choice, strict=False):
        several = " semua ini" if sizes[want.way] > 1 and len(sizes) > 1 else ""
        if before is None:
            yield want, several.strip() or None
        else:
            yield want, f"atau{several}" if before.way != want.way else ""


def _want_row(want: Want, word: str | None, width: float, look: Look) -> Block:
    row = Block(width)
    slot = look.slot * 1.25
    top = look.body.size * 0.3
    if not word or not word.startswith("atau"):
        row.above = Stroke(0, 0, width, 0, 0.35, grey=look.hair)
    if word:
        row.write(word, look.body.bold(), x=slot + look.slot, y=1)
        top = row.height
    row.write(want.number, look.body, y=top, room=slot)
    tick_mark(row, "circle" if want.condition else "box", slot, top, look)
    start = slot + look.slot
    room = width - start - (look.column + 8 if look.column else 0)
    row.write(want.requirement.text, look.body.bold(), x=start, y=top, room=room)
    form = "" if want.condition else wording.demanded(want.requirement)
    if form and look.column:
        row.write(form, look.body, x=width - look.column + 4, y=top, room=look.column - 4)
    elif form:
        row.write(form, look.note, x=start, room=room)
    for note in want.notes:
        row.write(note, look.note, x=start, room=room)
    row.skip(look.body.size * 0.3)
    return row


def _put_received(sheet: Sheet, service: Service, assessment: Assessment, look: Look) -> None:
    """What is there already and need not be brought again."""
    there = there_already(received_lines(service, assessment))
    if not there:
        return
    heading = Block(sheet.width)
    heading.write("Yang sudah ada", look.heading)
    heading.skip(2.5)
    sheet.put(heading, gap=look.body.size * 1.1, follow=look.body.size * 4)
    for row in received_rows(there, sheet.width, look):
        sheet.put(row)


def _closing(office: Office, service: Service, printed: str, width: float, look: Look, paper: Paper) -> Block:
    block = Block(width)
    block.rule(0.8)
    block.skip(3)
    block.write("Bawalah lembar ini bila kembali: kodenya membuka berkas yang sama.", look.body.bold())
    if not service.fee:
        block.write("PELAYANAN INI TIDAK DIPUNGUT BIAYA.", look.body.bold())
    complaints = wording.complaints_line(service, office)
    if complaints:
        block.write(f"Pengaduan: {complaints}", look.note)
    if paper.roll:
        block.write(f"Dicetak {printed}", look.label)
    return block
