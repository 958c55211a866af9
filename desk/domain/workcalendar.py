"""When an office is open: hours of the week, dated exceptions such as Ramadan, holidays, in its own time zone.

Default hours are those of Perpres 21/2023 (37 h 30 min a week without breaks, from 07.30 local time; in Ramadan
32 h 30 min from 08.00); an office may set others (Pasal 7). Indonesia has no summer time, yet all sums are made in UTC,
so that they hold in any IANA zone. Times given must be aware; a naive one is a fault of the program (ValueError).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from desk.domain.errors import Refused
from desk.domain.holidays import Holiday

Interval = tuple[time, time]
Week = tuple[tuple[Interval, ...], ...]
Span = tuple[datetime, datetime]

_LONGEST_CLOSURE = 400  # days in a row; beyond it the calendar has no hours at all and a search would not end
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def standard_hours() -> Week:
    """Perpres 21/2023: Mon to Thu 07.30-16.00, break 12.00-13.00; Fri 07.30-16.30, break 11.30-13.00."""
    usual = ((time(7, 30), time(12)), (time(13), time(16)))
    friday = ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))
    return (usual, usual, usual, usual, friday, (), ())


def ramadan_hours() -> Week:
    """Perpres 21/2023 in Ramadan: 08.00-15.00, break 12.00-12.30; Fri 08.00-15.30, break 11.30-12.30."""
    usual = ((time(8), time(12)), (time(12, 30), time(15)))
    friday = ((time(8), time(11, 30)), (time(12, 30), time(15, 30)))
    return (usual, usual, usual, usual, friday, (), ())


@dataclass(frozen=True, slots=True)
class Period:
    """Other hours from `first` to `last`, both included: Ramadan."""

    first: date
    last: date
    hours: Week
    name: str


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """One office's calendar.

    Attributes:
        timezone: IANA name.
        hours: seven days from Monday, each the intervals of local time in which the office works.
        holidays: closed days by date.
        years: those for which `holidays` is known; `provisional` those that may still change.
        periods: dated exceptions to `hours`; the first that fits is taken.
        version: what a case pins, to explain its due date later.
    """

    timezone: str
    hours: Week
    holidays: Mapping[date, Holiday]
    years: frozenset[int]
    provisional: frozenset[int] = frozenset()
    periods: tuple[Period, ...] = ()
    version: str = ""
    zone: ZoneInfo = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse (``calendar_zone``, ``calendar_hours``) what nothing can be reckoned with."""
        try:
            zone = ZoneInfo(self.timezone)
        except (KeyError, ValueError, OSError):
            template = "Zona waktu '{zone}' tidak dikenal. Pakai misalnya Asia/Jakarta atau Asia/Makassar."
            raise Refused("calendar_zone", template, field="calendar.timezone", zone=self.timezone) from None
        object.__setattr__(self, "zone", zone)
        for week in (self.hours, *(period.hours for period in self.periods)):
            _check_week(week)
        if not any(self.hours):
            raise _bad_hours("tidak ada satu hari pun yang buka")

    def local(self, moment: datetime) -> datetime:
        """The moment as the office's clock shows it."""
        if moment.tzinfo is None:
            raise ValueError("a naive time has no place on the calendar")
        return moment.astimezone(self.zone)

    def hours_on(self, day: date) -> tuple[Interval, ...]:
        """The weekday's intervals on that date, whether or not it is a holiday."""
        period = self.period_on(day)
        return (period.hours if period else self.hours)[day.weekday()]

    def period_on(self, day: date) -> Period | None:
        """The dated exception that holds on that date, if any."""
        for period in self.periods:
            if period.first <= day <= period.last:
                return period
        return None

    def is_working_day(self, day: date) -> bool:
        """Whether the office works at all on that date."""
        return day not in self.holidays and bool(self.hours_on(day))

    def next_working_day(self, day: date) -> date:
        """`day` itself if it is a working day, else the first after it."""
        for _ in range(_LONGEST_CLOSURE):
            if self.is_working_day(day):
                return day
            day += _DAY
        raise _bad_hours("lebih dari setahun tidak ada hari kerja")

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which is day 0; for 0 the next working day from `day` on."""
        if count < 0:
            raise ValueError(f"cannot count {count} working days")
        if count == 0:
            return self.next_working_day(day)
        for _ in range(count):
            day = self.next_working_day(day + _DAY)
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and including `until`; 0 if none."""
        days = (until - after).days
        if days <= 0:
            return 0
        weeks, rest = divmod(days, 7)
        works = [bool(intervals) for intervals in self.hours]
        plain = weeks * sum(works) + sum(works[(after + n * _DAY).weekday()] for n in range(1, rest + 1))
        # Whole weeks at once, then only the days that may be otherwise: a list of files years late stays quick.
        odd = {day for day in self.holidays if after < day <= until}
        for period in self.periods:
            if [bool(intervals) for intervals in period.hours] != works:
                first, last = max(period.first, after + _DAY), min(period.last, until)
                odd.update(first + n * _DAY for n in range((last - first).days + 1))
        return plain + sum(self.is_working_day(day) - works[day.weekday()] for day in odd)

    def closing(self, day: date) -> datetime:
        """When that day's work ends; 23.59 on a day without work, so that the whole date belongs to it."""
        last = self.hours_on(day)[-1][1] if self.is_working_day(day) else time(23, 59)
        return datetime.combine(day, last, self.zone)

    def openings(self, day: date) -> tuple[Span, ...]:
        """The day's intervals of work in UTC, in order; none on a holiday."""
        if day in self.holidays:
            return ()
        return tuple((self._at(day, start), self._at(day, end)) for start, end in self.hours_on(day))

    def openings_from(self, start: datetime) -> Iterator[Span]:
        """Intervals of work in UTC from `start` on, the first cut to begin there; without end."""
        day, closed = self.local(start).date(), 0
        while closed < _LONGEST_CLOSURE:
            closed += 1
            for opens, closes in self.openings(day):
                closed = 0
                if closes > start:
                    yield max(opens, start.astimezone(UTC)), closes
            day += _DAY
        raise _bad_hours("lebih dari setahun tidak ada jam kerja")

    def office_time_between(self, start: datetime, end: datetime) -> timedelta:
        """Office time from `start` to `end`, exact; zero if `end` is not after `start`."""
        total = timedelta(0)
        if end <= start:
            return total
        first, last = self.local(start).date(), self.local(end).date()
        for number in range((last - first).days + 1):
            day = first + number * _DAY
            if first < day < last:
                total += self._length(day)
            else:
                for opens, closes in self.openings(day):
                    total += max(min(closes, end) - max(opens, start), timedelta(0))
        return total

    def office_minutes_between(self, start: datetime, end: datetime) -> int:
        """Full minutes of office time from `start` to `end`; 0 if `end` is not after `start`."""
        return self.office_time_between(start, end) // _MINUTE

    def add_office_minutes(self, start: datetime, minutes: int) -> datetime:
        """The moment when `minutes` of office time have run since `start`; for 0, when work next goes on."""
        if minutes < 0:
            raise ValueError(f"cannot run {minutes} minutes")
        left = minutes * _MINUTE
        for opens, closes in self.openings_from(start):
            if left <= closes - opens:
                return self.local(opens + left)
            left -= closes - opens
        raise AssertionError("openings never end")  # pragma: no cover

    def unknown_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from `first` to `last` whose holidays nobody has entered."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.years)

    def holidays_between(self, after: date, until: date) -> tuple[tuple[date, Holiday], ...]:
        """Holidays after `after`, up to and including `until`, in order."""
        days = sorted(self.holidays)
        chosen = days[bisect_right(days, after) : bisect_left(days, until + _DAY)]
        return tuple((day, self.holidays[day]) for day in chosen)

    def _at(self, day: date, wall: time) -> datetime:
        return datetime.combine(day, wall, self.zone).astimezone(UTC)

    def _length(self, day: date) -> timedelta:
        if day in self.holidays:
            return timedelta(0)
        return sum((_length(interval) for interval in self.hours_on(day)), timedelta(0))


def _length(interval: Interval) -> timedelta:
    start, end = interval
    return timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute, seconds=end.second - start.second)


def _check_week(week: Week) -> None:
    if len(week) != 7:
        raise _bad_hours(f"harus tujuh hari mulai Senin, yang ditulis {len(week)}")
    for intervals in week:
        moments = [moment for interval in intervals for moment in interval]
        if any(earlier >= later for earlier, later in pairwise(moments)):
            raise _bad_hours("jam buka harus sebelum jam tutup, dan berurutan")


def _bad_hours(problem: str) -> Refused:
    return Refused("calendar_hours", "Jam kerja kantor keliru: {problem}.", field="calendar.hours", problem=problem)
