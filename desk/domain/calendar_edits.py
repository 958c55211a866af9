"""What an office may do to its calendar: pure changes of the document, each refused where it would mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.domain.calendar_document import AddedDay, CalendarDocument, HoursFrom, OtherHours, RemovedDay
from desk.domain.dates import plain_date
from desk.domain.errors import NotFound, Refused
from desk.domain.holidays import ESTIMATE, RANK, Holiday, HolidayLine, HolidayTable, read_lines

LONGEST_PERIOD = 100
"""Days that other hours may last: Ramadan has thirty, an emergency some more. What lasts longer are the office's hours."""


def with_day(document: CalendarDocument, table: HolidayTable, new: AddedDay) -> CalendarDocument:
    """A holiday more, or one that is named anew. A day of Desk's table that the office had removed comes back by it.

    Raises:
        Refused: ``calendar_already``: that date is a holiday already, by a word that stands as high or higher.
    """
    shipped = table.holidays.get(new.day)
    removed = any(gone.day == new.day for gone in document.removed)
    held = _held(document, table, new.day)
    if held is not None and not _betters(new.holiday, held, own=_added_on(document, new.day), new=new):
        template = "{day} sudah hari libur: {name}."
        raise Refused("calendar_already", template, field="date", day=plain_date(new.day), name=held.name)
    added = [one for one in document.added if one.day != new.day]
    if shipped != new.holiday or new.decree or new.decided:
        added.append(new)
    gone = tuple(one for one in document.removed if one.day != new.day) if removed else document.removed
    return replace(document, added=_by_day(added), removed=gone)


def without_day(document: CalendarDocument, table: HolidayTable, day: date, reason: str) -> CalendarDocument:
    """A holiday less: the office works on that date.

    Raises:
        NotFound: ``calendar_no_holiday``: that date is none.
    """
    if _held(document, table, day) is None:
        template = "{day} bukan hari libur di kalender ini; tidak ada yang dihapus."
        raise NotFound("calendar_no_holiday", template, field="date", day=plain_date(day))
    gone = list(document.removed)
    if day in table.holidays:
        gone.append(RemovedDay(day, reason))
    return replace(
        document,
        added=tuple(one for one in document.added if one.day != day),
        removed=tuple(sorted(gone, key=lambda one: one.day)),
    )


def restored(document: CalendarDocument, day: date) -> CalendarDocument:
    """That date as Desk brought it.

    Raises:
        NotFound: ``calendar_not_changed``: the office changed nothing there.
    """
    found = replace(
        document,
        added=tuple(one for one in document.added if one.day != day),
        removed=tuple(one for one in document.removed if one.day != day),
    )
    if found == document:
        template = "{day} tidak pernah diubah kantor ini; tidak ada yang dipulihkan."
        raise NotFound("calendar_not_changed", template, field="date", day=plain_date(day))
    return found


def with_hours(document: CalendarDocument, new: HoursFrom) -> CalendarDocument:
    """Other hours of the week from a date on; what was set for that same date gives way."""
    kept = [held for held in document.hours if held.first != new.first]
    return replace(document, hours=tuple(sorted((*kept, new), key=lambda held: held.first)))


def with_period(document: CalendarDocument, new: OtherHours) -> CalendarDocument:
    """Other hours for some weeks; a period of the same name gives way.

    Raises:
        Refused: ``calendar_period``: it ends before it begins, is longer than any Ramadan, or lies over another.
    """
    days = (new.last - new.first).days + 1
    if days < 1:
        template = "{last} mendahului {first}; tulis tanggal awal lalu tanggal akhir."
        raise _bad_period(template, "last", first=plain_date(new.first), last=plain_date(new.last))
    if days > LONGEST_PERIOD:
        template = "Masa {count} hari terlalu panjang untuk jam lain (paling lama {limit}); periksa tahunnya."
        raise _bad_period(template, "last", count=days, limit=LONGEST_PERIOD)
    kept = [other for other in document.periods if other.name != new.name]
    for other in kept:
        if new.first <= other.last and other.first <= new.last:
            template = "Masa itu bertumpuk dengan {name}, {first} sampai {last}; cabut yang itu dulu."
            raise _bad_period(
                template, "first", name=other.name, first=plain_date(other.first), last=plain_date(other.last)
            )
    return replace(document, periods=tuple(sorted((*kept, new), key=lambda other: other.first)))


def without_period(document: CalendarDocument, name: str) -> CalendarDocument:
    """The office's usual hours again.

    Raises:
        NotFound: ``calendar_no_period``.
    """
    kept = tuple(other for other in document.periods if other.name != name)
    if kept == document.periods:
        template = "Tidak ada masa berjam lain bernama '{name}'."
        raise NotFound("calendar_no_period", template, field="name", name=name)
    return replace(document, periods=kept)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a list did to the calendar, line by line.

    Attributes:
        document: the calendar with the list in it.
        new: dates that are holidays now and weren't; changed: those whose name or kind is another, with what it was.
        same: how many lines said what was known.
        refused: lines that can't be taken, each with its number among the details.
        absent: national days and joint leave of the list's years that it doesn't have; `dropped` whether they were
            taken out, as they are when the list is said to be whole.
    """

    document: CalendarDocument
    new: tuple[HolidayLine, ...]
    changed: tuple[tuple[HolidayLine, Holiday], ...]
    same: int
    refused: tuple[Refused, ...]
    absent: tuple[tuple[date, Holiday], ...]
    dropped: bool = False


def with_list(
    document: CalendarDocument,
    table: HolidayTable,
    text: str,
    *,
    decree: str | None = None,
    decided: date | None = None,
    whole: str = "",
) -> Taken:
    """A list (``date;name;kind``) merged with what is there. The list's word holds for the dates that it has.

    `whole`: the reason with which national days and joint leave that the list doesn't have are removed, where it is
    the whole decree of its years; empty leaves them and only names them.

    Raises:
        Refused: ``holidays_invalid``: the heading is wrong, or not one line can be taken.
    """
    found = list(read_lines(text))
    lines = [line for line in found if isinstance(line, HolidayLine)]
    refused = tuple(line for line in found if isinstance(line, Refused))
    if not lines:
        if refused:
            raise refused[0]
        raise Refused("holidays_invalid", "Daftar itu tidak memuat satu pun hari libur.", field="file")
    new: list[HolidayLine] = []
    changed: list[tuple[HolidayLine, Holiday]] = []
    absent = _absent(document, table, lines)
    for line in lines:
        held = _held(document, table, line.day)
        if held == line.holiday:
            continue
        if held is None:
            new.append(line)
        else:
            changed.append((line, held))
        document = _laid(document, table, AddedDay(line.day, line.holiday.name, line.holiday.kind, decree, decided))
    if whole:
        for day, _ in absent:
            document = without_day(document, table, day, whole)
    same = len(lines) - len(new) - len(changed)
    return Taken(document, tuple(new), tuple(changed), same, refused, absent, dropped=bool(whole and absent))


def _laid(document: CalendarDocument, table: HolidayTable, new: AddedDay) -> CalendarDocument:
    """The day over whatever is there; Desk's own line again, where that says the same."""
    bare = replace(
        document,
        added=tuple(one for one in document.added if one.day != new.day),
        removed=tuple(one for one in document.removed if one.day != new.day),
    )
    if table.holidays.get(new.day) == new.holiday:
        return bare
    return replace(bare, added=_by_day([*bare.added, new]))


def _absent(
    document: CalendarDocument, table: HolidayTable, lines: Sequence[HolidayLine]
) -> tuple[tuple[date, Holiday], ...]:
    """What a decree of the list's years would name, and the list doesn't."""
    years = {line.day.year for line in lines if line.holiday.kind == "national"}
    listed = {line.day for line in lines}
    days = {*table.holidays, *(added.day for added in document.added)}
    found = []
    for day in sorted(days):
        held = _held(document, table, day)
        if day.year in years and day not in listed and held is not None and held.kind != "local":
            found.append((day, held))
    return tuple(found)


def _held(document: CalendarDocument, table: HolidayTable, day: date) -> Holiday | None:
    """The holiday of that date, as the calendar has it."""
    added = _added_on(document, day)
    if added is not None:
        return added.holiday
    if any(gone.day == day for gone in document.removed):
        return None
    return table.holidays.get(day)


def _added_on(document: CalendarDocument, day: date) -> AddedDay | None:
    return next((one for one in document.added if one.day == day), None)


def _betters(holiday: Holiday, held: Holiday, *, own: AddedDay | None, new: AddedDay) -> bool:
    """Whether a day may take the place of the one that is there: the office's own may always be said anew, an estimate
    be made certain, and a higher word stand over a lower one.
    """
    if own is not None:
        return own != new
    if holiday == held:
        return bool(new.decree or new.decided)
    return RANK[holiday.kind] < RANK[held.kind] or ESTIMATE in held.name


def _by_day(added: Sequence[AddedDay]) -> tuple[AddedDay, ...]:
    return tuple(sorted(added, key=lambda one: one.day))


def _bad_period(template: str, field: str, **details: object) -> Refused:
    return Refused("calendar_period", template, field=field, **details)
