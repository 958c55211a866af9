"""What is said of a desk before a file is sent there: on leave and who acts, vacant, gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desk.domain.dates import plain_date
from desk.domain.positions import SINGLE, Position
from desk.domain.staffing import PREFIXES, Holder, HolderState, Person, Standing
from desk.language import language, tr

DeskState = HolderState | Literal["unknown"]


@dataclass(frozen=True, slots=True)
class Desk:
    """A position on a day.

    Attributes:
        state: ``unknown`` where nobody was written down up to that day, which isn't vacant.
    """

    position: Position
    state: DeskState
    holders: tuple[Holder, ...]


def remarks_of(desk: Desk, day: date) -> tuple[str, ...]:
    """What to know of a desk on that day, one sentence each."""
    position = desk.position
    title = position.title_on(day)
    if position.retired is not None and position.retired_on(day):
        since = _day(position.retired + timedelta(days=1))
        return (tr("{title} sudah tidak ada sejak {day}; alihkan ke jabatan lain.", title=title, day=since),)
    if desk.state == "vacant":
        return (tr("{title} sedang kosong; belum ada yang bertindak.", title=title),)
    if position.kind in SINGLE:
        return tuple(sentence for holder in desk.holders[:1] if (sentence := _remark(title, holder)))
    away = [holder for holder in desk.holders if holder.absent]
    if len(away) < len(desk.holders):  # somebody of them is there
        return ()
    return tuple(_remark(title, holder) for holder in away)


def _remark(title: str, holder: Holder) -> str:
    if holder.absent is not None and holder.absence is not None:
        details = {
            "title": title,
            "name": holder.absent.name,
            "reason": holder.absence.reason,
            "until": _day(holder.absence.until),
        }
        if holder.person is None:
            return tr("{title} ({name}) {reason} sampai {until}; belum ada yang bertindak.", **details)
        acting = acting_name(holder.person, holder.standing)
        return tr("{title} ({name}) {reason} sampai {until}; yang bertindak {acting}.", acting=acting, **details)
    if holder.person is not None and holder.standing != "definitive":
        return tr("{title} dijabat {acting}.", title=title, acting=acting_name(holder.person, holder.standing))
    return ""


def acting_name(person: Person, standing: Standing) -> str:
    """``Plh. Sari Dewi``; the bare name of one who holds the desk itself."""
    return f"{PREFIXES[standing]} {person.name}".strip()


def _day(day: date) -> str:
    return plain_date(day, language())
