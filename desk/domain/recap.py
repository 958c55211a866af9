"""What recaps count: the turns of a case's life, and the figures of a period that must balance. Pure.

A file is open from its receipt until it ends, and again when it is reopened. So for any period, file by file and hence
in every sum: carried over + received + reopened = completed + rejected + withdrawn + merged + open at the end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Literal, cast

from desk.domain.case import Case
from desk.domain.dates import month_name
from desk.domain.errors import UsageError
from desk.domain.event import JsonValue
from desk.domain.journey import moment_of
from desk.domain.recap_corrections import ENDS, Correction, Signed

__all__ = [
    "ENDS", "Figures", "Period", "Recap", "RegisterLine", "ServiceFigures", "Turn", "age_group", "as_it_was",
    "next_month", "percentile", "period", "spoken_minutes", "turns_of",
]  # fmt: skip

TurnKind = Literal["received", "completed", "rejected", "withdrawn", "merged", "reopened", "returned", "resumed"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something in a file's life that recaps count: `returned` and `resumed` say when it lay with its applicant.

    `place` is where the entry that brought it stands in the case's history.
    """

    kind: TurnKind
    at: datetime
    officer: str
    place: int


def turns_of(case: Case) -> tuple[Turn, ...]:
    """The turns of a case, in the line's order; a clock that was set back moves a turn to the one before it, no earlier.

    Where two counters ended a file in two ways, the last in the line counts, as it does on every screen.
    """
    found: list[Turn] = []
    state = ""
    for place, entry in enumerate(case.history):
        new, at = entry.facts.get("state"), moment_of(entry.at)
        if not isinstance(new, str) or new == state or at is None:
            continue
        begun = bool(found)
        if not begun:
            found.append(Turn("received", moment_of(case.received_at) or at, entry.officer, place))
        at = max(at, found[-1].at)
        if begun and state in ENDS and new in ENDS:
            found.pop()
        elif begun and state in ENDS:
            found.append(Turn("reopened", at, entry.officer, place))
        if state == "returned":
            found.append(Turn("resumed", at, entry.officer, place))
        if new in ENDS:
            found.append(Turn(new, at, entry.officer, place))  # type: ignore[arg-type]
        elif new == "returned":
            found.append(Turn("returned", at, entry.officer, place))
        state = new
    return tuple(found)


def as_it_was(case: Case, place: int) -> Case:
    """The case as it stood after the entry at `place` of its history, as far as its clock goes: what ended once and was
    reopened later was on time, or late, when it ended.
    """
    facts: dict[str, JsonValue] = {}
    for entry in case.history[: place + 1]:
        facts.update(entry.facts)

    def moment(name: str) -> str | None:
        value = facts.get(name)
        return value if isinstance(value, str) and moment_of(value) else None

    return replace(
        case,
        history=case.history[: place + 1],
        state=cast("Any", facts.get("state", case.state)),
        complete_at=moment("complete_at"),
        ready_at=moment("ready_at"),
        completed_at=moment("completed_at"),
    )


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days at the office, both included. `label` is how its recap is headed, `code` how a command names it."""

    code: str
    label: str
    first: date
    last: date


def period(*, month: str | None = None, quarter: str | None = None, year: str | None = None) -> Period:
    """The period that was asked for, by exactly one of ``2026-11``, ``2026-Q4``, ``2026``.

    Raises:
        UsageError: none or several were given, or one in another form.
    """
    given = [
        (kind, text) for kind, text in (("month", month), ("quarter", quarter), ("year", year)) if text is not None
    ]
    if len(given) != 1:
        raise UsageError("usage", "Sebutkan satu masa: --month 2026-11, --quarter 2026-Q4, atau --year 2026.")
    kind, text = given[0]
    found = _FORMS[kind].fullmatch(text)
    if found is None:
        template = "Masa '{text}' pada --{kind} harus ditulis seperti {example}."
        example = {"month": "2026-11", "quarter": "2026-Q4", "year": "2026"}[kind]
        raise UsageError("usage", template, field=f"--{kind}", text=text, kind=kind, example=example)
    number, part = int(found[1]), int(found[2]) if found.lastindex == 2 else 0
    if kind == "month":
        return Period(text, f"{month_name(part)} {number}", date(number, part, 1), _end(number, part))
    if kind == "quarter":
        label = f"Triwulan {('I', 'II', 'III', 'IV')[part - 1]} {number}"
        return Period(text, label, date(number, 3 * part - 2, 1), _end(number, 3 * part))
    return Period(text, f"Tahun {number}", date(number, 1, 1), date(number, 12, 31))


_FORMS = {
    "month": re.compile(r"(2\d{3})-(0[1-9]|1[0-2])"),
    "quarter": re.compile(r"(2\d{3})-Q([1-4])"),
    "year": re.compile(r"(2\d{3})"),
}


def next_month(month: str, step: int = 1) -> str:
    """The code of the month `step` later: ``2026-12`` → ``2027-01``."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + step, 12)
    return f"{year:04d}-{number + 1:02d}"


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a period, for the office or a part of it; all count files.

    `open_at_end` includes `returned_at_end`. `on_time`, `late` and `no_standard` are parts of `completed`.
    """

    carried_over: int = 0
    received: int = 0
    reopened: int = 0
    completed: int = 0
    rejected: int = 0
    withdrawn: int = 0
    merged: int = 0
    open_at_end: int = 0
    returned_at_end: int = 0
    on_time: int = 0
    late: int = 0
    no_standard: int = 0

    @property
    def came(self) -> int:
        """What there was to do."""
        return self.carried_over + self.received + self.reopened

    @property
    def went(self) -> int:
        """What became of it."""
        return self.completed + self.rejected + self.withdrawn + self.merged + self.open_at_end

    @property
    def balances(self) -> bool:
        """Whether nothing appeared or vanished."""
        return self.came == self.went and self.on_time + self.late + self.no_standard == self.completed

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Figures)))


def percentile(minutes: Sequence[int], share: float) -> int | None:
    """The nearest-rank percentile of sorted minutes; the median of an even number is the mean of the middle two."""
    if not minutes:
        return None
    if share == 0.5 and len(minutes) % 2 == 0:
        middle = len(minutes) // 2
        return round((minutes[middle - 1] + minutes[middle]) / 2)
    rank = max(1, -(-len(minutes) * round(share * 1000) // 1000))
    return minutes[min(rank, len(minutes)) - 1]


def spoken_minutes(minutes: int | None, *, continuous: bool) -> str:
    """``3 jam 20 menit``; days only for a clock that runs day and night (`continuous`): a working day has no one length."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    days, hours = divmod(hours, 24) if continuous else (0, hours)
    parts = ((days, "hari"), (hours, "jam"), (0 if days else rest, "menit"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """One service's line; minutes are those of the clock's own basis: office time, or day and night (`continuous`)."""

    id: str
    title: str
    figures: Figures
    median_minutes: int | None
    p90_minutes: int | None
    continuous: bool = False


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything that a recap says of one period.

    Attributes:
        daily: (day, received, completed), every day of the period.
        breakdowns: by what (``officer``, ``counter``, ``district``, ``village``, ``sex``, ``age``, ``product``) → rows of
            (name, received, completed).
        corrections: what changed in earlier, signed months and no recap has said yet.
        signed: who froze it, None for one that is counted anew each time.
    """

    period: Period
    office: str
    office_name: str
    services: tuple[ServiceFigures, ...]
    daily: tuple[tuple[date, int, int], ...]
    breakdowns: Mapping[str, tuple[tuple[str, int, int], ...]]
    corrections: tuple[Correction, ...] = ()
    signed: Signed | None = None

    @property
    def totals(self) -> Figures:
        """The sum of all services."""
        total = Figures()
        for line in self.services:
            total += line.figures
        return total


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One file of the register (buku register). `nik` is as it may be shown: masked, unless its reader may see it."""

    number: str
    received: datetime
    name: str
    nik: str
    district: str
    village: str
    service: str
    state: str
    holder: str
    due: datetime | None
    ready: datetime | None
    ended: datetime | None
    officer: str
    late: bool


AGES = ((0, 5), (6, 17), (18, 30), (31, 45), (46, 59), (60, 200))
"""Groups of ages in which PPKS are told apart: under six, children, adults, the elderly (UU 13/1998: from 60)."""


def age_group(age: int | None) -> str:
    """The group of an age in years; empty where it isn't known."""
    if age is None:
        return ""
    first, last = next((group for group in AGES if group[0] <= age <= group[1]), AGES[-1])
    return f"{first}+" if last == AGES[-1][1] else f"{first}–{last}"
