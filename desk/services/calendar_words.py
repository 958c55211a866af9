"""What a change of the calendar did, in sentences for whoever made it: window and command line say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from desk.domain.calendar_change import CalendarChange, DayChange, HoursChange
from desk.domain.calendar_document import ZONES
from desk.domain.dates import date_and_time, day_name, plain_date
from desk.domain.holidays import HolidayKind
from desk.domain.workcalendar import Week, WorkCalendar
from desk.language import language, mark, tr
from desk.services.recalculation import Recalculated

KINDS: Mapping[HolidayKind, str] = {
    "national": mark("libur nasional"),
    "joint": mark("cuti bersama"),
    "local": mark("libur setempat"),
}
"""Who makes a day a holiday: three ministers, three ministers as joint leave, or the region and the office."""

_MONDAY = date(2024, 1, 1)


def change_lines(change: CalendarChange) -> list[str]:
    """What is another day, hour or zone now, a sentence each."""
    lines = [_day_line(one) for one in change.days]
    lines += [_hours_line(one) for one in change.hours]
    if change.timezone is not None:
        after = change.timezone[1]
        lines.append(tr("Zona waktu kantor menjadi {zone}.", zone=ZONES.get(after, after)))
    return lines


def due_line(due: Recalculated) -> str:
    """How many promised dates moved."""
    if not due.moved:
        return tr("Tidak ada tanggal janji yang bergeser.")
    return tr("{count} tanggal janji bergeser.", count=due.moved)


def doubts(calendar: WorkCalendar, today: date) -> list[str]:
    """What is not known, or not certain, of this year and the next: dates that run into them may still move."""
    found = []
    for year in (today.year, today.year + 1):
        if year not in calendar.years:
            sentence = tr("Hari libur tahun {year} belum ada di kalender; masukkan daftar SKB-nya.", year=year)
            found.append(sentence)
        elif year in calendar.provisional:
            sentence = tr(
                "Hari libur tahun {year} masih perkiraan; tanggal janji di tahun itu dapat bergeser.", year=year
            )
            found.append(sentence)
    return found


def week_lines(week: Week) -> list[str]:
    """``Senin–Kamis 07.30–12.00, 13.00–16.00``: days of equal hours together."""
    lines: list[str] = []
    first = 0
    for place in range(1, 8):
        if place < 7 and week[place] == week[first]:
            continue
        days = weekday(_MONDAY + timedelta(days=first))
        if place - first > 1:
            days = f"{days}–{weekday(_MONDAY + timedelta(days=place - 1))}"
        lines.append(f"{days} {hours_words(week[first])}")
        first = place
    return lines


def hours_words(intervals: Sequence[tuple[object, object]]) -> str:
    """``07.30–12.00, 13.00–16.00``, or that the office is closed."""
    if not intervals:
        return tr("tutup")
    sign = "." if language() == "id" else ":"
    return ", ".join(f"{start:%H{sign}%M}–{end:%H{sign}%M}" for start, end in intervals)


def weekday(day: date) -> str:
    """The day of the week, in the language of the window."""
    return day_name(day, language())


def day_words(day: date) -> str:
    """``18 Desember 2026``, in the language of the window."""
    return plain_date(day, language())


def moment_words(iso: str | None) -> str:
    """A promised date with the time at which its day closes, in the language of the window."""
    return date_and_time(datetime.fromisoformat(iso), language()) if iso else tr("tanpa batas")


def _day_line(one: DayChange) -> str:
    day, before, after = day_words(one.day), one.before, one.after
    if before is not None and after is not None:
        if before.name != after.name:
            return tr("{day} kini bernama {name}; semula {before}.", day=day, name=after.name, before=before.name)
        return tr("{day} ({name}) kini tercatat sebagai {kind}.", day=day, name=after.name, kind=tr(KINDS[after.kind]))
    if after is not None:
        return tr("{day} menjadi hari libur: {name}.", day=day, name=after.name)
    return tr("{day} bukan lagi hari libur: {name}.", day=day, name=before.name if before else "")


def _hours_line(one: HoursChange) -> str:
    first, last = day_words(one.first), day_words(one.last)
    if one.last == date.max and one.first == date.min:
        return tr("Jam kerja berubah.")
    if one.last == date.max:
        return tr("Jam kerja berubah mulai {first}.", first=first)
    if one.first == date.min:
        return tr("Jam kerja berubah sampai {last}.", last=last)
    if one.name:
        return tr("Jam kerja berubah {first} sampai {last}: {name}.", first=first, last=last, name=one.name)
    return tr("Jam kerja berubah {first} sampai {last}.", first=first, last=last)
