"""Trays and their files as the screen shows them: values with everything said. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desk.domain.positions import position_of, short_title
from desk.domain.spelling import fold
from desk.domain.trays import TrayGroup
from desk.language import mark, tr
from desk.services.queue import Line, OfficeTray, QueueQuery
from desk.ui.kit.states import Look
from desk.ui.waiting import URGENCIES, age_words, left_look, left_words, oldest_words, service_words, until_words

EVERYWHERE = ""
"""The 'tray' of all files, wherever they are."""

Since = Literal["", "3", "7", "14", "30"]
"""Only what has been at its desk for more days than that."""

Mark = Literal["late", "today", "urgent", "unseen"]
MARKS: tuple[tuple[Mark, str], ...] = (
    ("late", mark("Lewat batas")),
    ("today", mark("Hari ini")),
    ("urgent", mark("Segera")),
    ("unseen", mark("Belum diterima")),
)
"""What a tray can be narrowed to with one press, as the chips say it."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the list is narrowed to."""

    marks: frozenset[Mark] = frozenset()
    service: str = ""
    since: Since = ""

    @property
    def narrow(self) -> bool:
        """Whether anything is left out."""
        return bool(self.marks or self.service or self.since)


@dataclass(frozen=True, slots=True)
class TrayLine:
    """One tray of the left column.

    Attributes:
        position: the desk's title; `EVERYWHERE` for all.
        detail: how long its oldest file has been there; `late` and `unseen` said beside it, where there are any.
        who, remark: who sits at the desk, and what to know of that.
    """

    position: str
    title: str
    group: TrayGroup
    count: int
    detail: str
    late: int = 0
    unseen: int = 0
    who: str = ""
    remark: str = ""

    @property
    def late_words(self) -> str:
        """``2 lewat``, or empty."""
        return tr("{count} lewat", count=self.late) if self.late else ""

    @property
    def unseen_words(self) -> str:
        """``3 belum diterima``, or empty."""
        return tr("{count} belum diterima", count=self.unseen) if self.unseen else ""

    @property
    def spoken(self) -> str:
        """The whole of it, for a screen reader."""
        count = tr("{count} berkas", count=self.count)
        return ", ".join(part for part in (self.title, count, self.detail, self.late_words, self.unseen_words) if part)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One file of the list."""

    key: str
    case_id: str
    slot: str
    number: str
    name: str
    service: str
    position: str
    current: str
    here: str
    left: str
    left_look: Look
    until: str
    urgency: str
    urgency_look: Look | None
    unseen: bool
    line: Line


def queue_line(line: Line, now: datetime, *, everywhere: bool = False) -> QueueLine:
    """A file in words; `everywhere` says which desk has it in place of what is done there. `now` is in the office's zone."""
    waiting = line.waiting
    urgent, left, until = waiting.urgency != "biasa", left_words(line.left), until_words(line.left, now)
    if line.left.kind == "with_applicant":  # both lines of the cell say it
        left, until = tr("berhenti"), tr("menunggu pemohon")
    look = URGENCIES[waiting.urgency]
    return QueueLine(
        key=f"{waiting.case.id}/{waiting.slot}",
        case_id=waiting.case.id,
        slot=waiting.slot,
        number=waiting.case.registration_number,
        name=waiting.case.name or tr("Tanpa nama"),
        service=service_words(waiting.case),
        position=line.desk,
        current=short_title(line.desk) if everywhere else _step(line),
        here=age_words(line.days, unseen=not waiting.seen),
        left=left,
        left_look=left_look(line.left),
        until=until,
        urgency=tr(look.word) if urgent else "",
        urgency_look=look if urgent else None,
        unseen=not waiting.seen,
        line=line,
    )


def _step(line: Line) -> str:
    if line.waiting.slot == "P":
        return tr("Melengkapi berkas")
    return line.step or tr("Di luar alur layanan")


def tray_lines(
    trays: Sequence[OfficeTray], days_since: Callable[[str], int], sought: str = "", chosen: str = EVERYWHERE
) -> tuple[TrayLine, ...]:
    """The left column: all files first, then every tray with something in it, those sought even without."""
    words = _sought(sought)
    shown = [one for one in trays if _fits(one, words) and (one.tray.count or words or one.tray.position == chosen)]
    lines = [_tray_line(one, days_since) for one in shown]
    if words:
        return tuple(lines)
    all_trays = [one.tray for one in trays]
    oldest = [tray.oldest for tray in all_trays if tray.oldest]
    everywhere = TrayLine(
        EVERYWHERE,
        tr("Semua"),
        "office",
        sum(tray.count for tray in all_trays),
        oldest_words(days_since(min(oldest))) if oldest else "",
        sum(tray.late for tray in all_trays),
        sum(tray.unseen for tray in all_trays),
    )
    return (everywhere, *lines)


def _tray_line(one: OfficeTray, days_since: Callable[[str], int]) -> TrayLine:
    tray = one.tray
    detail = oldest_words(days_since(tray.oldest)) if tray.count else tr("kosong")
    return TrayLine(
        tray.position, one.title, one.group, tray.count, detail, tray.late, tray.unseen, one.name, one.remark
    )  # fmt: skip


def _sought(text: str) -> tuple[str, ...]:
    """The words typed, abbreviations spelt out: ``kabid`` finds every Kepala Bidang."""
    return tuple(fold(position_of(word, None)) for word in text.split())


def _fits(one: OfficeTray, words: tuple[str, ...]) -> bool:
    said = fold(f"{one.title} {one.tray.position} {one.name}")
    return all(word in said for word in words)


def query_of(
    position: str,
    narrowed: Narrowed,
    now: datetime,
    tomorrow: datetime,
    since: str | None,
    limit: int,
    after: str | None,
) -> QueueQuery:
    """What to ask of the store; `now` and `tomorrow`'s beginning are aware, `since` ISO."""
    late, today = "late" in narrowed.marks, "today" in narrowed.marks
    seconds, end = int(now.timestamp()), int(tomorrow.timestamp())
    return QueueQuery(
        position=position or None,
        service=narrowed.service or None,
        due_from=seconds if today and not late else None,
        due_before=end if today else seconds if late else None,
        urgent="urgent" in narrowed.marks,
        unseen="unseen" in narrowed.marks,
        since_before=since,
        limit=limit,
        after=after,
    )
