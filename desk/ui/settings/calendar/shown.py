"""What the calendar's part of Pengaturan shows, in words. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.domain.dates import date_and_time, short_date
from desk.domain.workcalendar import WorkCalendar
from desk.language import language, mark, tr
from desk.services.calendar import Version
from desk.services.calendar_words import KINDS, change_lines, day_words
from desk.services.calendar_year import DayLine, Source
from desk.services.recalculation import Moved
from desk.ui.kit.states import Look
from desk.ui.settings.calendar.forms import long_day
from desk.ui.words import moment_words

SOURCES: Mapping[Source, Look] = {
    "bundled": Look("quiet", "calendar-days", mark("bawaan Desk")),
    "office": Look("info", "building-2", mark("kantor")),
    "removed": Look("warn", "calendar-x", mark("dihapus")),
}
"""Whose word a day is: icon and word."""


@dataclass(frozen=True, slots=True)
class DayShown:
    """The chosen day: `facts` (label, value), and what can be done with it."""

    title: str
    name: str
    look: Look
    facts: tuple[tuple[str, str], ...]
    may_edit: bool
    may_remove: bool
    may_restore: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Hours, periods (name, dates) and zone as they hold."""

    week: tuple[str, ...]
    own_hours: bool
    periods: tuple[tuple[str, str], ...]
    zone: str


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A file whose promised date is another now."""

    case: str
    number: str
    before: str
    after: str
    whole: str

    @classmethod
    def of(cls, moved: Moved, calendar: WorkCalendar) -> MovedRow:
        """The row of a moved promise; the time is said where the day stayed."""
        before = calendar.local(datetime.fromisoformat(moved.before))
        after = calendar.local(datetime.fromisoformat(moved.after)) if moved.after else None
        same_day = after is not None and before.date() == after.date()

        def words(moment: datetime | None) -> str:
            if moment is None:
                return tr("tanpa batas")
            return f"{short_date(moment.date())} {moment:%H.%M}" if same_day else short_date(moment.date())

        whole = f"{date_and_time(before, language())} → {date_and_time(after, language()) if after else words(None)}"
        return cls(moved.case, moved.registration_number, words(before), words(after), whole)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change did: `lines` what is another day or hour, `rows` the first files that moved, `more` how many others."""

    title: str
    lines: tuple[str, ...]
    moved: str
    any_moved: bool
    rows: tuple[MovedRow, ...]
    more: int
    may_undo: bool


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One version in the history."""

    head: str
    reason: str
    lines: tuple[str, ...]
    taken_back: bool


def day_shown(line: DayLine) -> DayShown:
    """A day of the list, whole."""
    facts = [(tr("Jenis"), tr(KINDS[line.kind]))]
    if line.decree:
        facts.append((tr("Keputusan"), line.decree))
    if line.decided:
        facts.append((tr("Tanggal keputusan"), day_words(line.decided)))
    if line.replaces:
        facts.append((tr("Bawaan Desk"), line.replaces))
    if line.reason:
        facts.append((tr("Alasan dihapus"), line.reason))
    return DayShown(
        title=long_day(line.day),
        name=line.name,
        look=SOURCES[line.source],
        facts=tuple(facts),
        may_edit=line.source == "office",
        may_remove=line.source != "removed",
        may_restore=line.source == "removed" or bool(line.replaces),
    )


def version_shown(version: Version, zone: str) -> VersionShown:
    """A version with when, who, why and what."""
    who = tr("dibawa Desk") if version.of_desk else version.made.officer
    return VersionShown(
        head=f"{moment_words(version.made.at, zone)} · {who}",
        reason=version.made.reason,
        lines=tuple(change_lines(version.change)),
        taken_back=version.taken_back,
    )
