"""The office keeps its own calendar: days more and less, hours, Ramadan, lists of a decree; every change recalculates.

Each change is a version of the document ``office/calendar``, with who, when and why, and in the same transaction every
promised date that it may touch is reckoned again. The holidays that Desk brings are noted as ``office/holidays``, so that a
table that comes with an update recalculates too, and what was promised by an older one can still be explained.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desk.domain import calendar_edits as edits
from desk.domain.calendar_change import CalendarChange, difference
from desk.domain.calendar_document import (
    EMPTY,
    AddedDay,
    CalendarDocument,
    HoursFrom,
    OtherHours,
    check_week,
    write_document,
)
from desk.domain.calendar_edits import Taken
from desk.domain.calendar_reader import YEARS, day_of, read_document
from desk.domain.errors import Refused
from desk.domain.intake_reader import clean_text, sayable
from desk.domain.workcalendar import WorkCalendar
from desk.models.office_files import FileVersion
from desk.services import office_files
from desk.services.counter import Counter, clock_reader
from desk.services.recalculation import Recalculated, Watch, recalculate
from desk.services.wall_calendar import WallCalendar

CALENDAR = f"{office_files.OWN}/calendar"
HOLIDAYS = f"{office_files.OWN}/holidays"

NAME_LIMIT = 200
"""Letters that a holiday's, a period's or a decree's name may have."""

NOBODY_WAITS = Watch()

Edit = Callable[[CalendarDocument, str], CalendarDocument]
"""(what stands, why it is changed) → what is to stand."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change of the calendar did.

    Attributes:
        version: the document's number here; calendar: the hash that cases pin from now on.
        due: the promised dates that were reckoned again.
        taken: what a list did, line by line; None for other changes.
    """

    version: int
    calendar: str
    change: CalendarChange
    due: Recalculated
    taken: Taken | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the history: of the office's document, or (`of_desk`) of the holidays that Desk brought."""

    made: FileVersion
    change: CalendarChange
    of_desk: bool
    taken_back: bool

    @property
    def stands(self) -> bool:
        """Whether it is a change of the office's that could be taken back."""
        return not (self.of_desk or self.taken_back or self.made.undoes is not None)


def day_at(text: str, field: str) -> date:
    """A date as typed.

    Raises:
        Refused: ``calendar_date``.
    """
    day = day_of(text.strip())
    if day is None:
        template = "Tanggal '{text}' harus ditulis tahun-bulan-tanggal, misalnya 2026-08-17."
        raise Refused("calendar_date", template, field=field, text=sayable(text))
    return day


def add(counter: Counter, day: AddedDay, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """A holiday more, or one named anew: cuti bersama decreed later, a local day."""
    named = replace(
        day,
        name=clean_text(day.name, "name", required=True, limit=NAME_LIMIT),
        decree=clean_text(day.decree or "", "decree", limit=NAME_LIMIT) or None,
    )
    return _changed(counter, lambda document, _: edits.with_day(document, counter.wall.table, named), reason, watch)


def remove(counter: Counter, day: date, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """A holiday less: cancelled, moved, or the office works all the same."""
    return _changed(
        counter, lambda document, why: edits.without_day(document, counter.wall.table, day, why), reason, watch
    )


def restore(counter: Counter, day: date, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """That date as Desk brought it."""
    return _changed(counter, lambda document, _: edits.restored(document, day), reason, watch)


def set_hours(counter: Counter, hours: HoursFrom, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """The hours of the week from a date on."""
    if hours.week is not None:
        check_week(hours.week)
    return _changed(counter, lambda document, _: edits.with_hours(document, hours), reason, watch)


def set_period(counter: Counter, other: OtherHours, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """Other hours for some weeks: Ramadan."""
    if other.week is not None:
        check_week(other.week)
    named = replace(other, name=clean_text(other.name, "name", required=True, limit=NAME_LIMIT))
    return _changed(counter, lambda document, _: edits.with_period(document, named), reason, watch)


def end_period(counter: Counter, name: str, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """The usual hours in those weeks after all."""
    return _changed(counter, lambda document, _: edits.without_period(document, name), reason, watch)


def set_timezone(counter: Counter, zone: str | None, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """Another time zone than the pack says; None is the pack's again."""
    return _changed(counter, lambda document, _: replace(document, timezone=zone), reason, watch)


def look_at_list(counter: Counter, text: str) -> Taken:
    """What a list would do, without doing it.

    Raises:
        Refused: ``holidays_invalid``.
    """
    return edits.with_list(counter.wall.document, counter.wall.table, text)


def take_list(
    counter: Counter,
    text: str,
    reason: str,
    *,
    decree: str = "",
    decided: date | None = None,
    whole: bool = False,
    watch: Watch = NOBODY_WAITS,
) -> Changed:
    """A list of holidays (``date;name;kind``) merged with what is there; `whole`: it is all that was decreed for its years.

    Raises:
        Refused: ``holidays_invalid``, or nothing in it is news.
    """
    taken = edits.with_list(
        counter.wall.document,
        counter.wall.table,
        text,
        decree=clean_text(decree, "decree", limit=NAME_LIMIT) or None,
        decided=decided,
        whole=office_files.reason_of(reason) if whole else "",
    )
    changed = _changed(counter, lambda _document, _why: taken.document, reason, watch)
    return replace(changed, taken=taken)


def versions(counter: Counter) -> tuple[FileVersion, ...]:
    """Every version of the office's document, the first first."""
    return office_files.versions(counter.store, CALENDAR)


def undoable(counter: Counter) -> str | None:
    """The reason of the change that `undo` would take back, None where there is none."""
    stand = office_files.standing(versions(counter))
    return stand[-1].reason if stand else None


def history(counter: Counter) -> tuple[Version, ...]:
    """Every version with what it changed, Desk's own holidays among them, the first first."""
    made = versions(counter)
    stand = {version.version for version in office_files.standing(made)}
    brought = office_files.versions(counter.store, HOLIDAYS)
    wall = counter.wall.tried(EMPTY, _content(counter, brought[0]) if brought else None)
    found: list[Version] = []
    for version in sorted((*made, *brought[1:]), key=lambda version: version.at):
        of_desk = version.name == HOLIDAYS
        content = _content(counter, version)
        if of_desk:
            after = wall.tried(wall.document, content)
        else:
            after = wall.tried(read_document(content) if content else EMPTY)
        change = difference(wall.calendar, after.calendar)
        taken_back = not of_desk and version.undoes is None and version.version not in stand
        found.append(Version(version, change, of_desk, taken_back))
        wall = after
    return tuple(found)


def undo(counter: Counter, reason: str, watch: Watch = NOBODY_WAITS) -> Changed:
    """Take back the last change that stands; again takes back the one before.

    Raises:
        Refused: ``nothing_to_undo``.
    """
    stand = office_files.standing(versions(counter))
    if not stand:
        template = "Kalender kerja tidak punya perubahan yang bisa dibatalkan."
        raise Refused("nothing_to_undo", template)
    before = _content(counter, stand[-2]) if len(stand) > 1 else None
    return _kept(counter, read_document(before) if before else EMPTY, reason, watch, undoes=stand[-1].version)


def of_version(counter: Counter, version: str) -> WorkCalendar | None:
    """The calendar that a case pinned, to explain what it was promised by; None for one that never held here."""
    wall = counter.wall
    if version == wall.calendar.version:
        return wall.calendar
    if version not in wall.known:
        tables = {wall.shipped, *(_contents(counter, HOLIDAYS))}
        documents = {EMPTY, *(read_document(content) for content in _contents(counter, CALENDAR))}
        for table in tables:
            for document in documents:
                calendar = wall.tried(document, table).calendar
                wall.known[calendar.version] = calendar
    return wall.known.get(version)


def renew(counter: Counter, noted: bytes | None) -> Changed | None:
    """Desk was started with holidays other than those that promises here were reckoned with: reckon them again.

    `noted` is the table of last time, None where a store is new, or older than this note.
    """
    wall = counter.wall
    if noted == wall.shipped:
        return None
    before = wall.tried(wall.document, noted).calendar
    change = difference(before, wall.calendar)
    with counter.store.write() as work:
        version = office_files.keep(
            work,
            HOLIDAYS,
            "holidays",
            wall.shipped,
            reason="Hari libur yang dibawa Desk",
            officer="Desk",
            at=counter.now().isoformat(),
        )
        due = recalculate(work, change.span, NOBODY_WAITS)
    return Changed(version, wall.calendar.version, change, due) if noted is not None else None


def _changed(counter: Counter, edit: Edit, reason: str, watch: Watch) -> Changed:
    document = edit(counter.wall.document, office_files.reason_of(reason))
    if document == counter.wall.document:
        raise Refused("nothing_changed", "Kalender sudah begitu, jadi tidak ada yang berubah.")
    return _kept(counter, document, reason, watch)


def _kept(
    counter: Counter, document: CalendarDocument, reason: str, watch: Watch, undoes: int | None = None
) -> Changed:
    """Write the next version and reckon every promise that it may touch, all of it or nothing."""
    wall = counter.wall.tried(document)
    change = difference(counter.calendar, wall.calendar)
    if change.span is not None:  # a calendar without a day of work in a year would break every promise from there on
        wall.calendar.next_working_day(max(change.span[0], date(YEARS[0], 1, 1)))
    with counter.store.write(clock_reader(counter.shelf, wall)) as work:
        version = office_files.keep(
            work,
            CALENDAR,
            "calendar",
            write_document(document) if document != EMPTY else None,
            reason=office_files.reason_of(reason),
            officer=counter.officer,
            at=counter.now().isoformat(),
            undoes=undoes,
        )
        due = recalculate(work, change.span, watch)
    _lay(counter.wall, document)
    return Changed(version, counter.calendar.version, change, due)


def _lay(wall: WallCalendar, document: CalendarDocument) -> None:
    """Hang it up; the one that hung there is remembered."""
    wall.known[wall.calendar.version] = wall.calendar
    wall.lay(document)


def _contents(counter: Counter, name: str) -> list[bytes]:
    found = (_content(counter, version) for version in office_files.versions(counter.store, name))
    return [content for content in found if content is not None]


def _content(counter: Counter, version: FileVersion) -> bytes | None:
    return counter.store.pinned(version.hash) if version.hash else None
