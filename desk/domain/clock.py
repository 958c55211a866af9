"""A case's clock: until when it is promised, how much of that is used, and why. Pure: facts, service, calendar, now.

It starts when the file is complete, stands while the file is with its applicant, is paused, is ready or has ended, and
goes on where it stood (DESIGN, 'A file's life').
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain.case import Case
from desk.domain.catalogue import Duration, Service
from desk.domain.dates import date_and_time
from desk.domain.journey import Journey, Span, moment_of
from desk.domain.workcalendar import WorkCalendar
from desk.domain.worktime import Due, due, due_at, elapsed_in_basis, merged, running_spans


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock as it stands at one moment.

    Attributes:
        due: until when, with the arithmetic; None while papers are missing at first, or where no time is set.
        running: whether it goes on now; stands_since: since when it doesn't, where it will go on.
        used, external, allowed: minutes by the clock's basis; external is the part that outside bodies had; allowed is
            None where the standard sets no time.
        overdue: whether it ran, or ended, beyond `due`.
        moved: the sentences that say why the date is not the one that was promised.
    """

    due: Due | None
    running: bool
    stands_since: datetime | None
    used: int
    external: int
    allowed: int | None
    overdue: bool
    moved: tuple[str, ...] = ()

    @property
    def why(self) -> tuple[str, ...]:
        """One line of the arithmetic each."""
        stands = self.stands_since
        line = [f"Jam berhenti sejak {date_and_time(stands)}, dan jalan lagi dari situ."] if stands else []
        return (*(self.due.why if self.due else ()), *self.moved, *line)


def due_of_case(case: Case, service: Service, calendar: WorkCalendar) -> Due | None:
    """When the case is promised; None while it is with its applicant, or where the standard sets no time."""
    if case.complete_at is None or service.duration is None or case.state == "returned":
        return None
    return due(service.duration, datetime.fromisoformat(case.complete_at), calendar, _closed(case.journey))


def due_at_of_case(case: Case, service: Service, calendar: WorkCalendar) -> datetime | None:
    """The moment of `due_of_case` alone, without the lines that explain it."""
    if case.complete_at is None or service.duration is None or case.state == "returned":
        return None
    return due_at(service.duration, datetime.fromisoformat(case.complete_at), calendar, _closed(case.journey))


def clock_of(
    case: Case, service: Service, calendar: WorkCalendar, now: datetime, promised_on: WorkCalendar | None = None
) -> Clock:
    """The clock at `now`; `promised_on` is the calendar that the promise was reckoned with, where it was another."""
    start = moment_of(case.complete_at or "")
    if start is None:
        return Clock(None, False, None, 0, 0, None if service.duration is None else 0, overdue=False)
    journey = case.journey
    stands_since = journey.stands_since
    until, spans = _run(case, start, now)
    found = due_of_case(case, service, calendar)
    clock = Clock(
        found,
        running=case.state == "open" and stands_since is None,
        stands_since=calendar.local(stands_since) if stands_since and _goes_on(case) else None,
        used=elapsed_in_basis(service.duration, spans, calendar),
        external=elapsed_in_basis(service.duration, _within(journey.outside(until), spans), calendar),
        allowed=None if service.duration is None else 0,
        overdue=False,
    )
    if found is None or found.at is None or service.duration is None:
        return clock
    allowed = elapsed_in_basis(service.duration, running_spans(start, found.at, _closed(journey)), calendar)
    return replace(
        clock,
        allowed=allowed,
        overdue=until > found.at,
        moved=_moved(case, service.duration, found.at, calendar, promised_on),
    )


def used_minutes(case: Case, service: Service, calendar: WorkCalendar, now: datetime) -> int:
    """How many minutes the clock has used up at `now`, by its own basis."""
    start = moment_of(case.complete_at or "")
    return 0 if start is None else elapsed_in_basis(service.duration, _run(case, start, now)[1], calendar)


def _run(case: Case, start: datetime, now: datetime) -> tuple[datetime, tuple[Span, ...]]:
    """(until when the clock has run, the stretches in which it did). What an event says of the future has not come yet."""
    stands_since = case.journey.stands_since
    until = min(stands_since, now) if stands_since else now
    return until, running_spans(start, until, case.journey.stops(until))


def _goes_on(case: Case) -> bool:
    """Whether a clock that stands is to run again."""
    return case.state in ("open", "returned") and case.ready_at is None


def _closed(journey: Journey) -> tuple[Span, ...]:
    """The stretches that are over: an open one moves the date only when the clock goes on."""
    return tuple((begin, end) for begin, end in journey.standing if end is not None)


def _within(spans: tuple[Span, ...], running: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts of `spans` in which the clock ran."""
    return tuple(
        (max(begin, first), min(end, last))
        for begin, end in merged(spans)
        for first, last in running
        if max(begin, first) < min(end, last)
    )


def _moved(
    case: Case, duration: Duration, at: datetime, calendar: WorkCalendar, promised_on: WorkCalendar | None
) -> tuple[str, ...]:
    """Why the date is not the one on the slip: days that were decreed or taken back since, and stretches that it stood."""
    promised, start = moment_of(case.promised_at or ""), moment_of(case.complete_at or "")
    if promised is None or start is None or promised == at:
        return ()
    lines = [f"Semula dijanjikan {date_and_time(calendar.local(promised))}; kini {date_and_time(calendar.local(at))}."]
    if promised_on is not None:
        days = sorted(calendar.local(moment).date() for moment in (promised, at, start))
        lines += _days(calendar, promised_on, days[0], days[-1])
    if at != due_at(duration, start, calendar):
        lines.append("Jam berhenti selama waktu yang disebut di atas, jadi tanggalnya mundur sebanyak itu.")
    return tuple(lines)


def _days(calendar: WorkCalendar, before: WorkCalendar, first: date, last: date) -> list[str]:
    news = [
        f"Sesudah dijanjikan, {day:%d-%m-%Y} ditetapkan libur: {holiday.name}."
        for day, holiday in sorted(calendar.holidays.items())
        if first <= day <= last and day not in before.holidays
    ]
    gone = [
        f"Sesudah dijanjikan, {day:%d-%m-%Y} tidak lagi libur: {holiday.name}."
        for day, holiday in sorted(before.holidays.items())
        if first <= day <= last and day not in calendar.holidays
    ]
    return news + gone
