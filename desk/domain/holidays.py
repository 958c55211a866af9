"""Holidays as a table: read from the bundled or an office's CSV, laid together, and honest about what it lacks.

A table is ``date;name;kind``, dates ISO, kind ``national`` (libur nasional), ``joint`` (cuti bersama) or ``local`` (the
office's own, a pilkada); lines that begin with ``#`` are remarks. National days and joint leave are set each year by a
decree of three ministers (SKB), so a year is *covered* when it has national days and *provisional* when a name says
``(perkiraan)`` or no joint leave is listed yet. The bundled file is made by ``scripts/make_holidays.py``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from desk.domain.errors import Refused

HolidayKind = Literal["national", "joint", "local"]
_COLUMNS = ["date", "name", "kind"]
ESTIMATE = "(perkiraan)"
RANK: dict[HolidayKind, int] = {"national": 0, "joint": 1, "local": 2}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the office is closed, and by whose word."""

    name: str
    kind: HolidayKind


@dataclass(frozen=True, slots=True)
class HolidayTable:
    """Holidays by date; `years` covered by national days, `provisional` those of them that an SKB will still change."""

    holidays: Mapping[date, Holiday]
    years: frozenset[int]
    provisional: frozenset[int]

    def joined(self, other: HolidayTable) -> HolidayTable:
        """Both tables; on one date the national day stands before joint leave, and that before a local day."""
        return _laid([*self.holidays.items(), *other.holidays.items()])


def table_of(holidays: Mapping[date, Holiday]) -> HolidayTable:
    """The table that those days make."""
    return _laid(list(holidays.items()))


def read_holidays(text: str) -> HolidayTable:
    """The table that a CSV holds.

    Raises:
        Refused: ``holidays_invalid`` naming the line; ``line`` is among the details.
    """
    found: dict[date, Holiday] = {}
    for line in read_lines(text):
        if isinstance(line, Refused):
            raise line
        found[line.day] = line.holiday
    return table_of(found)


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """One line of a table: its number, and what it says."""

    number: int
    day: date
    holiday: Holiday


def read_lines(text: str) -> Iterator[HolidayLine | Refused]:
    """Each line of a CSV, or why it can't be taken: a list typed by hand is judged line by line.

    Raises:
        Refused: ``holidays_invalid`` for the heading, without which no line means anything.
    """
    seen: set[date] = set()
    lines = _lines(text)
    number, header = next(lines, (1, []))
    if [cell.strip().lower() for cell in header] != _COLUMNS:
        raise _refused(number, "baris judul harus date;name;kind")
    for number, cells in lines:
        try:
            line = _line(number, cells, seen)
        except Refused as error:
            yield error
        else:
            seen.add(line.day)
            yield line


def _line(number: int, cells: list[str], seen: set[date]) -> HolidayLine:
    if len(cells) != 3:
        raise _refused(number, "harus tiga kolom: tanggal;nama;jenis")
    day_text, name, kind = (cell.strip() for cell in cells)
    day = _day(day_text, number)
    if not name:
        raise _refused(number, "nama hari libur kosong")
    if kind not in get_args(HolidayKind):
        raise _refused(number, f"jenis {kind!r} tidak dikenal; yang ada: national, joint, local")
    if day in seen:
        raise _refused(number, f"tanggal {day_text} ditulis dua kali")
    return HolidayLine(number, day, Holiday(name, cast("HolidayKind", kind)))


def _laid(days: list[tuple[date, Holiday]]) -> HolidayTable:
    chosen: dict[date, Holiday] = {}
    for day, holiday in sorted(days, key=lambda item: (item[0], RANK[item[1].kind])):
        chosen.setdefault(day, holiday)
    national = {day.year for day, holiday in days if holiday.kind == "national"}
    joint = {day.year for day, holiday in days if holiday.kind == "joint"}
    estimated = {day.year for day, holiday in days if ESTIMATE in holiday.name}
    return HolidayTable(chosen, frozenset(national), frozenset((national - joint) | (national & estimated)))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows without remarks and empty lines; a byte order mark, as Excel writes it, is dropped."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, _cells(line)


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=";"))
    except csv.Error:  # a cell of more than 131,072 letters
        return []


def _day(text: str, number: int) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise _refused(number, f"tanggal {text!r} harus ditulis tahun-bulan-tanggal, misalnya 2026-08-17")
    return day


def _refused(number: int, problem: str) -> Refused:
    template = "Tabel hari libur keliru di baris {line}: {problem}."
    return Refused("holidays_invalid", template, line=number, problem=problem)
