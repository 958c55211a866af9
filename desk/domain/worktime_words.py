"""The lines under 'why this date?': the clock's arithmetic as an officer can read it out at the counter."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desk.domain.catalogue import Basis, Duration
from desk.domain.dates import clock_time, date_and_time, day_name, long_date, plain_date
from desk.domain.workcalendar import Span, WorkCalendar

_UNITS = {"minute": "menit", "hour": "jam", "day": "hari", "month": "bulan", "year": "tahun"}


def promise(duration: Duration, basis: Basis) -> str:
    """The promise in words: ``paling lama 3 hari kerja``, ``± 50 menit (jam kerja)``, ``14–60 hari kerja``."""
    unit = _unit(duration, basis)
    if duration.bound == "range":
        return f"{duration.min}–{duration.max} {unit}"
    return f"{ {'at_most': 'paling lama ', 'about': '± '}.get(duration.bound, '') }{duration.max} {unit}"


def not_set() -> tuple[str, ...]:
    """The line of a service whose standard names no time."""
    return ("Standar pelayanan tidak menetapkan jangka waktu; tidak ada batas yang dapat dihitung.",)


def explain(
    duration: Duration,
    basis: Basis,
    start: datetime,
    at: datetime,
    calendar: WorkCalendar,
    pauses: tuple[Span, ...],
    earliest: datetime | None,
) -> tuple[str, ...]:
    """From the promise to the date, one step a line; `earliest` is when a range begins."""
    lines = [_promise_line(duration, basis), _start_line(basis, start)]
    if basis == "office":
        lines += _waiting_line(start, calendar)
    lines += _pause_lines(start, at, calendar, pauses)
    if basis in ("office", "working"):
        lines += _skipped_line(start.date(), at.date(), calendar)
    if earliest is not None:
        lines.append(f"Paling cepat setelah {duration.min} {_unit(duration, basis)}: {_when(basis, earliest)}.")
    lines.append(_end_line(duration, basis, at, calendar))
    if basis == "calendar" and not calendar.is_working_day(at.date()):
        lines.append(f"Tanggal itu {_closed_because(at.date(), calendar)}; tanggalnya tetap, sampai akhir hari itu.")
    if duration.bound == "about":
        lines.append("Tanda ± berarti kira-kira: selesainya dapat sedikit lebih cepat atau lebih lambat.")
    return tuple(lines)


def calendar_doubts(basis: Basis, first: date, last: date, calendar: WorkCalendar) -> tuple[str, ...]:
    """Warnings where the date hangs on holidays that are not known, or not yet decreed."""
    if basis not in ("office", "working"):
        return ()
    doubts = []
    unknown = calendar.unknown_years(first, last)
    if unknown:
        years = _listed([str(year) for year in unknown])
        doubts.append(f"Perhatian: hari libur tahun {years} belum ada di kalender, jadi belum diperhitungkan.")
    provisional = [str(year) for year in range(first.year, last.year + 1) if year in calendar.provisional]
    if provisional:
        years = _listed(provisional)
        doubts.append(f"Perhatian: hari libur tahun {years} masih perkiraan; batas ini dapat berubah.")
    return tuple(doubts)


def _unit(duration: Duration, basis: Basis) -> str:
    word = _UNITS[duration.unit]
    if duration.unit in ("month", "year"):
        return word
    if basis == "elapsed":
        return "× 24 jam (siang dan malam)" if duration.unit == "day" else f"{word} (siang dan malam)"
    return f"{word} { {'office': '(jam kerja)', 'working': 'kerja'}.get(basis, 'kalender') }"


def _promise_line(duration: Duration, basis: Basis) -> str:
    line = f"Janji layanan: {promise(duration, basis)}; standar menulis “{duration.printed}”."
    if duration.basis_source == "office":
        line += " Cara menghitungnya ditetapkan kantor, tidak tertulis dalam standar."
    return line


def _start_line(basis: Basis, start: datetime) -> str:
    zero = "; hari itu hari ke-0" if basis in ("working", "calendar") else ""
    return f"Berkas lengkap {date_and_time(start)}{zero}."


def _waiting_line(start: datetime, calendar: WorkCalendar) -> list[str]:
    begins = calendar.add_office_minutes(start, 0)
    if begins == start:
        return []
    return [f"Itu di luar jam kerja; hitungan mulai {date_and_time(begins)}."]


def _pause_lines(start: datetime, at: datetime, calendar: WorkCalendar, pauses: tuple[Span, ...]) -> list[str]:
    return [
        f"Jam berhenti {date_and_time(calendar.local(begin))} sampai {date_and_time(calendar.local(end))};"
        " waktu itu tidak dihitung."
        for begin, end in pauses
        if end > start and begin < at
    ]


def _skipped_line(first: date, last: date, calendar: WorkCalendar) -> list[str]:
    """Days without work from `first` to `last`: the weekly ones by name, holidays by date."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    weekly = sorted({day.weekday(): day_name(day) for day in days if not calendar.hours_on(day)}.items())
    skipped = [_listed([name for _, name in weekly])] if weekly else []
    skipped += [
        f"{plain_date(day)} ({calendar.holidays[day].name})"
        for day in days
        if day in calendar.holidays and calendar.hours_on(day)
    ]
    return [f"Tidak dihitung: {'; '.join(skipped)}."] if skipped else []


def _end_line(duration: Duration, basis: Basis, at: datetime, calendar: WorkCalendar) -> str:
    if basis == "working":
        return f"Hari kerja ke-{duration.max}: {long_date(at.date())}, sampai kantor tutup pukul {clock_time(at)}."
    if basis == "calendar":
        closing = f", sampai kantor tutup pukul {clock_time(at)}" if calendar.is_working_day(at.date()) else ""
        return f"Jatuh tempo setelah {duration.max} {_unit(duration, basis)}: {long_date(at.date())}{closing}."
    return f"Jatuh tempo setelah {duration.max} {_unit(duration, basis)}: {date_and_time(at)}."


def _when(basis: Basis, moment: datetime) -> str:
    """To the minute for minutes and hours, by date for days and months."""
    return date_and_time(moment) if basis in ("office", "elapsed") else long_date(moment.date())


def _closed_because(day: date, calendar: WorkCalendar) -> str:
    holiday = calendar.holidays.get(day)
    return f"hari libur ({holiday.name})" if holiday else f"hari {day_name(day)}, kantor tutup"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} dan {names[-1]}"
