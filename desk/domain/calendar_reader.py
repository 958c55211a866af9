"""Reading the office's calendar document: strictly, every error with its place (``added[2].date``)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, time
from itertools import pairwise
from typing import TypeVar

from desk.domain.calendar_document import (
    FORMAT,
    VERSION,
    WEEKDAYS,
    ZONES,
    AddedDay,
    CalendarDocument,
    HoursFrom,
    OtherHours,
    RemovedDay,
    check_week,
)
from desk.domain.errors import Refused
from desk.domain.holidays import HolidayKind
from desk.domain.pack import PackError, Reader
from desk.domain.workcalendar import Interval, Week

T = TypeVar("T")

YEARS = range(2000, 2101)
"""Years that a date of the calendar may have; any other is a slip of the hand."""

_FILE = "kalender"


def read_document(content: bytes) -> CalendarDocument:
    """The document in those bytes.

    Raises:
        Refused: ``calendar_invalid``, with the place of the first value that is wrong.
    """
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _invalid(_FILE, None, f"bukan JSON yang benar ({error})") from error
    return _placed(lambda: _document(Reader(raw, _FILE)))


def read_week(raw: object) -> Week:
    """The hours of a week from JSON: ``{"monday": ["07:30-12:00", "13:00-16:00"], …}``, all seven days named.

    Raises:
        Refused: ``calendar_invalid`` with the place, or ``calendar_hours``.
    """

    def read() -> Week:
        reader = Reader(raw, _FILE)
        week = _week(reader)
        reader.finish()
        return week

    return _placed(read)


def _placed(read: Callable[[], T]) -> T:
    """What `read` gives; what is wrong in it is said of the calendar, not of a pack."""
    try:
        return read()
    except PackError as error:
        raise _invalid(str(error.details["place"]), error.field, str(error.details["problem"])) from error


def _invalid(place: str, field: str | None, problem: str) -> Refused:
    template = "Kalender kerja keliru di {place}: {problem}."
    return Refused("calendar_invalid", template, field=field, place=place, problem=problem)


def _document(r: Reader) -> CalendarDocument:
    if r.raw.get("format") != FORMAT:
        raise r.error("format", "ini bukan kalender kerja Desk")
    if r.raw.get("version") != VERSION:
        raise r.error("version", f"versi {r.raw.get('version')!r} belum dikenal; perbarui Desk dulu")
    r.taken |= {"format", "version"}
    document = CalendarDocument(
        added=r.list_of("added", _added),
        removed=r.list_of("removed", lambda one: RemovedDay(_date(one, "date"), one.text("reason"))),
        hours=r.list_of("hours", lambda one: HoursFrom(_date(one, "from"), one.optional("week", _week))),
        periods=r.list_of("periods", _other_hours),
        timezone=r.optional_text("timezone"),
    )
    r.finish()
    if document.timezone is not None and document.timezone not in ZONES:
        raise r.error("timezone", f"{document.timezone!r} tidak dikenal; yang ada: {', '.join(ZONES)}")
    for key, days in (
        ("added", [added.day for added in document.added]),
        ("removed", [gone.day for gone in document.removed]),
        ("hours", [held.first for held in document.hours]),
    ):
        _in_order(r, key, days)
    for index, (one, other) in enumerate(pairwise(document.periods)):
        if one.last >= other.first:
            raise r.error(f"periods[{index + 1}].first", f"{other.name} bertumpuk dengan {one.name}")
    return document


def _in_order(r: Reader, key: str, days: list[date]) -> None:
    for index, (one, other) in enumerate(pairwise(days)):
        if one >= other:
            raise r.error(f"{key}[{index + 1}]", f"{other.isoformat()} harus sesudah {one.isoformat()}")


def _added(r: Reader) -> AddedDay:
    return AddedDay(
        day=_date(r, "date"),
        name=r.text("name"),
        kind=r.choice("kind", HolidayKind),
        decree=r.optional_text("decree"),
        decided=None if r.optional_text("decided") is None else _date(r, "decided"),
    )


def _other_hours(r: Reader) -> OtherHours:
    other = OtherHours(_date(r, "first"), _date(r, "last"), r.text("name"), r.optional("week", _week))
    if other.last < other.first:
        raise r.error("last", f"{other.last.isoformat()} mendahului {other.first.isoformat()}")
    return other


def _date(r: Reader, key: str) -> date:
    text = r.text(key)
    day = day_of(text)
    if day is None:
        raise r.error(key, f"{text!r} bukan tanggal seperti 2026-08-17, antara tahun {YEARS[0]} dan {YEARS[-1]}")
    return day


def day_of(text: str) -> date | None:
    """The date that is written ``2026-08-17``; None for anything else, and for a year that can't be meant."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and day.year in YEARS else None


def _week(r: Reader) -> Week:
    days = tuple(_intervals(r, name) for name in WEEKDAYS)
    try:
        return check_week(days)
    except Refused as error:
        raise r.error("", str(error.details["problem"])) from error


def _intervals(r: Reader, name: str) -> tuple[Interval, ...]:
    found: list[Interval] = []
    for index, text in enumerate(r.take(name, list)):
        start, _, end = str(text).partition("-")
        opens, closes = _time(start), _time(end)
        if opens is None or closes is None:
            raise r.error(f"{name}[{index}]", f"{text!r} harus seperti 07:30-12:00")
        found.append((opens, closes))
    return tuple(found)


def _time(text: str) -> time | None:
    try:
        found = time.fromisoformat(text)
    except ValueError:
        return None
    return found if f"{found:%H:%M}" == text else None
