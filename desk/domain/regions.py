"""Provinces, regencies, districts and villages by their Kemendagri code (``35.14.12.2001``), read from a table.

A table is ``code;name`` with a header; lines that begin with ``#`` are remarks. The bundled one, of
``scripts/make_regions.py``, has every province, regency and district of the country, and the villages of a few. A table
may be partial: `known_regencies` is therefore empty until every province has some, so that nobody's NIK is called
unknown because a table is short. Names are found by `desk.domain.spelling`'s fold.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from desk.domain.errors import Refused
from desk.domain.spelling import compact, words

Level = Literal["province", "regency", "district", "village"]

_LEVELS: dict[int, Level] = {2: "province", 5: "regency", 8: "district", 13: "village"}
_LENGTHS: dict[Level, int] = {level: length for length, level in _LEVELS.items()}
_BELOW: dict[int, Level] = {0: "province", 2: "regency", 5: "district", 8: "village"}
_CODE = re.compile(r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?)?")
_PLAIN_ROWS = re.compile(rf'(?:{_CODE.pattern};[^\s;"](?:[^;"\n]*[^\s;"])?\n)*+')
_HEADER = "code;name\n"
_KINDS = frozenset({"desa", "ds", "kel", "kelurahan", "kec", "kecamatan", "kab", "kabupaten"})
_KELURAHAN = "1"  # the village part's first figure: 1 kelurahan, 2 desa, rarely 3


@dataclass(frozen=True, slots=True)
class Region:
    """One region; `code` with dots, `name` as the table writes it."""

    code: str
    name: str

    @property
    def level(self) -> Level:
        """What the code's length says it is."""
        return _LEVELS[len(self.code)]

    @property
    def parent(self) -> str:
        """The code of the region that holds it; empty for a province."""
        return self.code.rpartition(".")[0]

    @property
    def urban(self) -> bool:
        """A kelurahan (True) or a kota (71 to 99), not a desa or kabupaten."""
        part = self.code.rpartition(".")[2]
        return part[0] == _KELURAHAN if self.level == "village" else self.level == "regency" and part > "70"


class Regions:
    """A table of regions, looked up by code, by parent or by name.

    The bundled table has nine thousand rows: a `Region` is made when it is asked for, and names are folded when a name
    is first sought, only at the level and in the region where it is sought.
    """

    def __init__(self, names: Mapping[str, str], own: Mapping[str, str] | None = None) -> None:
        self._names = names
        self._own = own or {}
        self._codes = sorted(names)
        self._keyed: dict[tuple[Level, str], dict[str, list[str]]] = {}

    def __len__(self) -> int:
        return len(self._names)

    def with_names(self, own: Mapping[str, str]) -> Regions:
        """The table with an office's own spelling of some names on top; codes that the table lacks are passed over.

        Names are still found by the table's spelling too.
        """
        known = {code: name for code, name in own.items() if code in self._names}
        return Regions(self._names, {**self._own, **known}) if known else self

    def region(self, code: str) -> Region | None:
        """The region of that code, or None."""
        name = self.name(code)
        return None if name is None else Region(code, name)

    def name(self, code: str) -> str | None:
        """The name of that code, or None."""
        return self._own.get(code) or self._names.get(code)

    def children(self, code: str) -> tuple[Region, ...]:
        """What a region directly holds, by code; the provinces for an empty code."""
        level = _BELOW.get(len(code))
        return self._all(self._within(level, code)) if level else ()

    def districts(self, regency: str) -> tuple[Region, ...]:
        """The districts of a regency's code, by code."""
        return tuple(region for region in self.children(regency) if region.level == "district")

    def villages(self, district: str) -> tuple[Region, ...]:
        """The villages of a district's code, by code; none where the table has no villages."""
        return tuple(region for region in self.children(district) if region.level == "village")

    def find(self, name: str, level: Level, within: str = "") -> tuple[Region, ...]:
        """Regions of that level that are so called, however it is spelt, in the region `within`; by code."""
        keyed = self._keyed.get((level, within))
        if keyed is None:
            keyed = self._keyed[level, within] = self._by_key(level, within)
        return self._all(keyed.get(_key(name), []))

    def find_district(self, name: str, within: str = "") -> tuple[Region, ...]:
        """Districts of that name: ``Kec. Lubuklinggau Timur 1`` finds *Lubuk Linggau Timur I*."""
        return self.find(name, "district", within)

    def find_village(self, name: str, within: str = "") -> tuple[Region, ...]:
        """Villages of that name; several where districts share it, for a person to choose."""
        return self.find(name, "village", within)

    @cached_property
    def known_provinces(self) -> frozenset[str]:
        """Every province's code in the table."""
        return frozenset(self._within("province"))

    @cached_property
    def known_regencies(self) -> frozenset[str]:
        """Every regency's code; empty while some province of the table has none, because then it is not complete."""
        regencies = self._within("regency")
        return frozenset(regencies) if {code[:2] for code in regencies} == self.known_provinces else frozenset()

    @cached_property
    def known_districts(self) -> frozenset[str]:
        """Every district's code in the table."""
        return frozenset(self._within("district"))

    def _within(self, level: Level, code: str = "") -> list[str]:
        """The codes of that level in a region; its codes stand together, because codes are in order."""
        length = _LENGTHS[level]
        first, last = (bisect_left(self._codes, f"{code}{end}") for end in "./") if code else (0, len(self._codes))
        return [found for found in self._codes[first:last] if len(found) == length]

    def _by_key(self, level: Level, within: str) -> dict[str, list[str]]:
        keyed: dict[str, list[str]] = {}
        for code in self._within(level, within):
            for key in {_key(self._names[code]), _key(self._own.get(code, self._names[code]))}:
                keyed.setdefault(key, []).append(code)
        return keyed

    def _all(self, codes: list[str]) -> tuple[Region, ...]:
        return tuple(Region(code, self._own.get(code) or self._names[code]) for code in codes)


def is_region_code(text: str) -> bool:
    """Whether a text is written as a code is, with its dots."""
    return _CODE.fullmatch(text) is not None


def read_regions(text: str) -> Regions:
    """The table that a CSV holds.

    Raises:
        Refused: ``regions_invalid`` naming the line.
    """
    text = text.removeprefix("\ufeff")
    return Regions(_read_plain(text) or _read_lines(text))


def _read_plain(text: str) -> dict[str, str] | None:
    """The rows of a table as ``make_regions.py`` writes it, all at once, or None where it is not like that.

    Half the time of going line by line, and without thousands of little lists to set the garbage collector off.
    """
    remarks, _, rows = text.partition(_HEADER)
    if not all(line.startswith("#") for line in remarks.splitlines()) or not _PLAIN_ROWS.fullmatch(rows):
        return None
    cells = rows.replace("\n", ";").split(";")
    codes = cells[:-1:2]
    names = dict(zip(codes, cells[1::2], strict=True))
    ordered = len(names) == len(codes) and codes == sorted(codes)
    return names if ordered and {code.rpartition(".")[0] for code in codes} <= {"", *codes} else None


def _read_lines(text: str) -> dict[str, str]:
    """The rows of any table, line by line, so that what is wrong can be named."""
    found: dict[str, str] = {}
    header_seen = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=";"))]
        if not header_seen:
            if cells != ["code", "name"]:
                raise _refused(number, "baris judul harus code;name")
            header_seen = True
            continue
        if len(cells) != 2 or not is_region_code(cells[0]) or not cells[1]:
            raise _refused(number, "harus kode wilayah dan nama, misalnya 35.14;Kabupaten Pasuruan")
        code, name = cells
        parent = code.rpartition(".")[0]
        if code in found:
            raise _refused(number, f"kode {code} ditulis dua kali")
        if parent and parent not in found:
            raise _refused(number, f"wilayah induk {parent} belum ada di atasnya")
        found[code] = name
    return found


def _key(name: str) -> str:
    """What names are compared by; the word for its kind in front of a name does not count."""
    parts = words(name)
    bare = parts[1:] if len(parts) > 1 and parts[0] in _KINDS else parts
    return compact(" ".join(bare))


def _refused(number: int, problem: str) -> Refused:
    return Refused("regions_invalid", "Tabel wilayah keliru di baris {line}: {problem}.", line=number, problem=problem)
