"""Dates, times and numbers in words, as Indonesian government papers write them (and in English where asked).

Written out here because the given locale libraries know no ``WIB``, no Roman months and no date of a berita acara.
Sources: CONVENTIONS 11 (forms ``22 November 2026``, ``22/11/2026``, ``14.05``; the vectors of `terbilang`).
A naive time or a number out of range is a fault of the program and raises ValueError.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Lang = Literal["id", "en"]

_DAYS: dict[Lang, tuple[str, ...]] = {
    "id": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ZONES = {
    "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA", "Asia/Ujung_Pandang": "WITA",
    "Asia/Jayapura": "WIT",
}  # fmt: skip
_OFFSETS = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}


def day_name(day: date, lang: Lang = "id") -> str:
    """``Jumat``."""
    return _DAYS[lang][day.weekday()]


def month_name(month: int, lang: Lang = "id") -> str:
    """The month 1 to 12: ``Desember``."""
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return _MONTHS[lang][month - 1]


def roman_month(month: int) -> str:
    """The month 1 to 12 as letter numbers have it: ``XII``."""
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return _ROMAN[month - 1]


def plain_date(day: date, lang: Lang = "id") -> str:
    """``18 Desember 2026``."""
    return f"{day.day} {month_name(day.month, lang)} {day.year}"


def long_date(day: date, lang: Lang = "id") -> str:
    """``Jumat, 18 Desember 2026``."""
    return f"{day_name(day, lang)}, {plain_date(day, lang)}"


def short_date(day: date) -> str:
    """``18/12/2026``, the same in both languages: registers are read by day first."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def zone_name(moment: datetime) -> str:
    """``WIB``, ``WITA`` or ``WIT`` from the IANA name, or from a bare offset of +7, +8, +9; else ``UTC+05:30``."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a naive time has no zone")
    known = _ZONES.get(moment.tzinfo.key) if isinstance(moment.tzinfo, ZoneInfo) else _OFFSETS.get(offset)
    if known:
        return known
    sign = "-" if offset < timedelta(0) else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return "UTC" if not offset else f"UTC{sign}{hours:02d}:{minutes:02d}"


def clock_time(moment: datetime, lang: Lang = "id") -> str:
    """The wall time and its zone: ``14.05 WIB``; in English ``14:05 WIB``."""
    separator = "." if lang == "id" else ":"
    return f"{moment.hour:02d}{separator}{moment.minute:02d} {zone_name(moment)}"


def date_and_time(moment: datetime, lang: Lang = "id") -> str:
    """``Jumat, 18 Desember 2026 pukul 14.05 WIB``."""
    return f"{long_date(moment.date(), lang)} {'pukul' if lang == 'id' else 'at'} {clock_time(moment, lang)}"


def date_in_words(day: date) -> str:
    """The date of a berita acara.

    ``Minggu, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam (22-11-2026)``.
    """
    figures = f"{day.day:02d}-{day.month:02d}-{day.year:04d}"
    return (
        f"{day_name(day)}, tanggal {terbilang(day.day)} bulan {month_name(day.month)}"
        f" tahun {terbilang(day.year)} ({figures})"
    )


_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
_EN_UNITS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_LIMIT = 10**15


def terbilang(number: int, lang: Lang = "id") -> str:
    """A whole number in words: 1500 is ``seribu lima ratus``. Between -10^15 and 10^15, both excluded."""
    if abs(number) >= _LIMIT:
        raise ValueError(f"number too large for words: {number}")
    if number == 0:
        return "nol" if lang == "id" else "zero"
    text = _indonesian(abs(number)) if lang == "id" else _english(abs(number))
    return f"minus {text}" if number < 0 else text


def _indonesian(n: int) -> str:
    if n < 20:
        return _UNITS[n] if n < 12 else f"{_UNITS[n - 10]} belas"
    for scale, name in _SCALES:
        if n >= scale:
            return _join(_indonesian(n // scale), name, _indonesian(n % scale))
    if n >= 1000:
        return _join("seribu" if n < 2000 else f"{_indonesian(n // 1000)} ribu", _indonesian(n % 1000))
    if n >= 100:
        return _join("seratus" if n < 200 else f"{_UNITS[n // 100]} ratus", _indonesian(n % 100))
    return _join(_UNITS[n // 10], "puluh", _UNITS[n % 10])


def _english(n: int) -> str:
    if n < 20:
        return _EN_UNITS[n]
    if n < 100:
        return "-".join(part for part in (_EN_TENS[n // 10], _EN_UNITS[n % 10]) if part)
    for scale, name in _EN_SCALES:
        if n >= scale:
            rest = n % scale
            return _join(_english(n // scale), name, "and" if 0 < rest < 100 else "", _english(rest))
    return _join(_EN_UNITS[n // 100], "hundred", "and" if n % 100 else "", _english(n % 100))


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
