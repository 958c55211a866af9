"""Dates as people type them: ``25/02/1990``, ``25-2-1990``, ``25021990``, ``25 Feb 1990``, or ISO; *hari ini*, *besok*.

Of a day of these weeks the year may be left out (`read_near_day`): ``24/11``, ``24 Nov``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from desk.domain.dates import short_date
from desk.domain.errors import Refused
from desk.domain.intake_reader import YEARS, sayable

_DIGIT_DATE = re.compile(r"(\d{1,2})[\s./\-](\d{1,2})[\s./\-](\d{4})", re.ASCII)
_BARE_DATE = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_WORD_DATE = re.compile(r"(\d{1,2})[\s./\-]+([A-Za-z]+)\.?[\s./\-]+(\d{4})", re.ASCII)
_SHORT_DATE = re.compile(r"(\d{1,2})[\s./\-](\d{1,2})|(\d{1,2})[\s./\-]*([A-Za-z]{3,})\.?", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"), ("februari", "pebruari", "feb", "peb"), ("maret", "mar"), ("april", "apr"),
            ("mei", "may"), ("juni", "jun"), ("juli", "jul"), ("agustus", "agu", "ags", "agt", "aug"),
            ("september", "sep", "sept"), ("oktober", "okt", "oct"), ("november", "nopember", "nov", "nop"),
            ("desember", "des", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_NAMED_DAYS = {"kemarin": -1, "hari ini": 0, "besok": 1, "lusa": 2}


def iso_of(text: str) -> str:
    """The text in ISO form where it is written as a date of any of these forms, else as it stands; not yet checked."""
    typed = " ".join(text.split())
    if match := _DIGIT_DATE.fullmatch(typed) or _BARE_DATE.fullmatch(typed):
        day, month, year = match.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}"
    if match := _WORD_DATE.fullmatch(typed):
        number = _MONTHS.get(match.group(2).casefold())
        if number is not None:
            return f"{match.group(3)}-{number:02d}-{int(match.group(1)):02d}"
    return typed


def read_typed_day(text: str, today: date, *, field: str) -> date:
    """The day that was typed.

    Raises:
        Refused: ``day_missing``, ``day_format`` or ``day_impossible``.
    """
    plain = " ".join(text.split())
    if not plain:
        raise Refused("day_missing", "Isi tanggalnya, misalnya {today}.", field=field, today=short_date(today))
    if plain.casefold() in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[plain.casefold()])
    iso = iso_of(plain)
    if not _ISO_DATE.fullmatch(iso):
        template = "'{text}' bukan tanggal. Tulis tanggal/bulan/tahun, misalnya {today}."
        raise Refused("day_format", template, field=field, text=sayable(plain), today=short_date(today))
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        template = "Tanggal {text} tidak ada di kalender; periksa kembali."
        raise Refused("day_impossible", template, field=field, text=sayable(plain))
    return day


def read_near_day(text: str, today: date, *, field: str) -> date:
    """The day that was typed; one without its year is the nearest to `today`.

    Raises:
        Refused: as `read_typed_day`.
    """
    plain = " ".join(text.split())
    match = _SHORT_DATE.fullmatch(plain) if plain.casefold() not in _NAMED_DAYS else None
    if match is None:
        return read_typed_day(text, today, field=field)
    first, second, day, word = match.groups()
    month = int(second) if second else _MONTHS.get(word.casefold(), 0)
    found = [
        made
        for year in (today.year - 1, today.year, today.year + 1)
        if (made := _day_or_none(year, month, int(first or day))) is not None
    ]
    if not found:
        template = "Tanggal {text} tidak ada di kalender; periksa kembali."
        raise Refused("day_impossible", template, field=field, text=sayable(plain))
    return min(found, key=lambda made: abs(made - today))


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
