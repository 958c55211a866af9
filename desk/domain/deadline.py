"""A deadline as it is typed: ``3`` is three working days from today, ``4/12`` the next fourth of December, ``besok``. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from desk.domain.errors import Refused
from desk.domain.intake_reader import sayable
from desk.domain.typed_dates import read_typed_day
from desk.domain.workcalendar import WorkCalendar

_COUNT = re.compile(r"([1-9][0-9]{0,2})(?:\s*(?:hk|hari(?: kerja)?))?", re.IGNORECASE | re.ASCII)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[\s./\-](\d{1,2})", re.ASCII)
_WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5, "minggu": 6,
}  # fmt: skip
_FIELD = "deadline"


def read_deadline(text: str, today: date, calendar: WorkCalendar) -> date | None:
    """The day that was meant; None where nothing was typed.

    Raises:
        Refused: it is no day, or one that is over.
    """
    typed = " ".join(text.split()).casefold()
    if not typed:
        return None
    if count := _COUNT.fullmatch(typed):
        return calendar.add_working_days(today, int(count[1]))
    if typed in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS[typed] - today.weekday() - 1) % 7 + 1)
    day = _next(typed, today) if _DAY_AND_MONTH.fullmatch(typed) else read_typed_day(typed, today, field=_FIELD)
    if day < today:
        template = "Batas waktu {text} sudah lewat; tulis tanggal yang akan datang."
        raise Refused("deadline_past", template, field=_FIELD, text=sayable(text.strip()))
    return day


def _next(typed: str, today: date) -> date:
    """The next day of that day and month."""
    found = _DAY_AND_MONTH.fullmatch(typed)
    day, month = (int(part) for part in found.groups()) if found else (0, 0)
    for year in range(today.year, today.year + 9):  # nine years hold a 29 February
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate >= today:
            return candidate
    template = "Tanggal {text} tidak ada di kalender; periksa kembali."
    raise Refused("day_impossible", template, field=_FIELD, text=typed)
