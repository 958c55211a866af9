"""Commands on trays: counting one at the end of a shift, what should be known now, what to tell an applicant."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.errors import Refused, UsageError
from desk.domain.event import CaseId
from desk.domain.remaining import Remaining
from desk.language import mark, tr
from desk.services import cases, contract, shift
from desk.services import notices as notice_services
from desk.services import queue as queue_services
from desk.services.notices import Noticed, NoticeGroup
from desk.services.shift import TrayCount

MOST_ROWS = 1000

GROUPS = {
    "late": mark("Lewat batas: {count}"),
    "today": mark("Jatuh tempo hari ini: {count}"),
    "deadline": mark("Disposisi yang harus dijawab hari ini: {count}"),
    "came_back": mark("Kembali dan belum diteruskan: {count}"),
    "ready": mark("Siap diambil: {count}"),
}


def notices(session: Session, options: Namespace) -> Answer:
    """`desk notices`."""
    found = notice_services.notices(session.reader, max(0, options.after))
    value: dict[str, Any] = {group.kind: _group(group) for group in found.groups}
    lines = [line for group in found.groups if group.count for line in _group_lines(group)]
    return Answer({**value, "arrival": found.arrival}, "\n".join(lines) or tr("Tidak ada yang mendesak."))


def pickup(session: Session, options: Namespace) -> Answer:
    """`desk pickup CASE`: the message to the applicant, and the number to send it to."""
    counter = session.reader
    case = cases.find(counter, options.case)
    told = notice_services.pickup(counter, CaseId(case.id))
    return Answer(asdict(told), f"{told.text}\n\n{told.phone}".rstrip())


def count(session: Session, options: Namespace) -> Answer:
    """`desk shift count POSITION FILE|-`."""
    references = session.read_lines(options.file)
    if len(references) > shift.MOST:
        template = "Paling banyak {most} baris dalam satu hitungan; di {name} ada {count}."
        raise Refused(
            "too_many_lines", template, field="file", most=shift.MOST, name=options.file, count=len(references)
        )
    counter = session.counter
    tray = queue_services.tray_meant(counter, options.position)
    found = shift.compare(counter, tray.tray.position, references)
    shift.keep(counter, found)
    return Answer(_counted(found), "\n".join(_count_lines(found)))


def counts(session: Session, options: Namespace) -> Answer:
    """`desk shift list`."""
    if not 1 <= options.limit <= MOST_ROWS:
        raise UsageError("usage", "Isi --limit harus antara 1 dan {most}.", field="--limit", most=MOST_ROWS)
    counter = session.reader
    position = queue_services.tray_meant(counter, options.position).tray.position if options.position else None
    found = shift.counts(counter, position=position, limit=options.limit)
    lines = [_count_lines(one)[0] for one in found]
    return Answer([_counted(one) for one in found], "\n".join(lines) or tr("Belum ada baki yang dihitung."))


def _group(group: NoticeGroup) -> dict[str, Any]:
    return {"count": group.count, "files": [_noticed(one) for one in group.rows]}


def _noticed(one: Noticed) -> dict[str, Any]:
    return {**contract.case_line(one.case), "what": one.what, "left": _left(one.left), "ready_at": one.since}


def _left(left: Remaining | None) -> dict[str, Any] | None:
    if left is None:
        return None
    return {"kind": left.kind, "count": left.count, "unit": left.unit, "at": left.at.isoformat() if left.at else None}


def _group_lines(group: NoticeGroup) -> list[str]:
    rows = [f"  {one.case.registration_number:18} {one.case.holder} · {one.case.name}" for one in group.rows]
    return [tr(GROUPS[group.kind], count=group.count), *rows]


def _counted(found: TrayCount) -> dict[str, Any]:
    return {**asdict(found), "agrees": found.agrees}


def _count_lines(found: TrayCount) -> list[str]:
    first = tr(
        "{at}  {position}: {found} dari {expected} ada",
        at=found.at[:16].replace("T", " "),
        position=found.position,
        found=found.found,
        expected=found.expected,
    )
    lines = [first]
    lines += [tr("  Tidak ada di baki: {number}", number=one.number) for one in found.missing]
    lines += [
        tr("  Ada di baki, di layar di {where}: {number}", where=one.holder or tr("arsip"), number=one.number)
        for one in found.elsewhere
    ]
    lines += [tr("  Tidak dikenal: {code}", code=code) for code in found.unknown]
    return [*lines, tr("Cocok.")] if found.agrees else lines
