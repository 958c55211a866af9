"""Provinces, regencies, districts and villages by their Kemendagri code (``35.14.12.2001``), read from a table.

A table is ``code;name`` with a header; lines that begin with ``#`` are remarks. It may be partial (all provinces, the
districts of some regencies, the villages of a few): `known_regencies` is therefore empty until every province has some,
so that nobody's NIK is called unknown because a table is short. Names are found by `desk.domain.spelling`'s fold.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from desk.domain.errors import Refused
from desk.domain.spelling import compact, words

Level = Literal["province", "regency", "district", "village"]

_LEVELS: dict[int, Level] = {2: "province", 5: "regency", 8: "district", 13: "village"}
_CODE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?", re.ASCII)
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
    """A table of regions, looked up by code, by parent or by name."""

    __slots__ = ("_by_code", "_by_name", "_children")

    def __init__(self, regions: Iterable[Region]) -> None:
        self._by_code: Mapping[str, Region] = {region.code: region for region in regions}
        self._children: dict[str, list[Region]] = {}
        self._by_name: dict[str, list[Region]] = {}
        for code in sorted(self._by_code):
            region = self._by_code[code]
            self._children.setdefault(region.parent, []).append(region)
            self._by_name.setdefault(_key(region.name), []).append(region)

    def __len__(self) -> int:
        return len(self._by_code)

    def region(self, code: str) -> Region | None:
        """The region of that code, or None."""
        return self._by_code.get(code)

    def name(self, code: str) -> str | None:
        """The name of that code, or None."""
        region = self._by_code.get(code)
        return region.name if region else None

    def children(self, code: str) -> tuple[Region, ...]:
        """What a region directly holds, by code; the provinces for an empty code."""
        return tuple(self._children.get(code, ()))

    def districts(self, regency: str) -> tuple[Region, ...]:
        """The districts of a regency's code, by code."""
        return tuple(region for region in self.children(regency) if region.level == "district")

    def villages(self, district: str) -> tuple[Region, ...]:
        """The villages of a district's code, by code; none where the table has no villages."""
        return tuple(region for region in self.children(district) if region.level == "village")

    def find(self, name: str, level: Level, within: str = "") -> tuple[Region, ...]:
        """Regions of that level that are so called, however it is spelt, in the region `within`; by code."""
        prefix = f"{within}." if within else ""
        found = self._by_name.get(_key(name), ())
        return tuple(region for region in found if region.level == level and region.code.startswith(prefix))

    def find_district(self, name: str, within: str = "") -> tuple[Region, ...]:
        """Districts of that name: ``Kec. Lubuklinggau Timur 1`` finds *Lubuk Linggau Timur I*."""
        return self.find(name, "district", within)

    def find_village(self, name: str, within: str = "") -> tuple[Region, ...]:
        """Villages of that name; several where districts share it, for a person to choose."""
        return self.find(name, "village", within)

    @property
    def known_provinces(self) -> frozenset[str]:
        """Every province's code in the table."""
        return frozenset(region.code for region in self.children(""))

    @property
    def known_regencies(self) -> frozenset[str]:
        """Every regency's code; empty while some province of the table has none, because then it is not complete."""
        groups = [self.children(province) for province in self.known_provinces]
        return frozenset(region.code for group in groups for region in group) if all(groups) else frozenset()

    @property
    def known_districts(self) -> frozenset[str]:
        """Every district's code in the table."""
        return frozenset(code for code, region in self._by_code.items() if region.level == "district")


def read_regions(text: str) -> Regions:
    """The table that a CSV holds.

    Raises:
        Refused: ``regions_invalid`` naming the line.
    """
    found: dict[str, Region] = {}
    header_seen = False
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=";"))]
        if not header_seen:
            if cells != ["code", "name"]:
                raise _refused(number, "baris judul harus code;name")
            header_seen = True
            continue
        if len(cells) != 2 or not _CODE.fullmatch(cells[0]) or not cells[1]:
            raise _refused(number, "harus kode wilayah dan nama, misalnya 35.14;Kabupaten Pasuruan")
        region = Region(*cells)
        if region.code in found:
            raise _refused(number, f"kode {region.code} ditulis dua kali")
        if region.parent and region.parent not in found:
            raise _refused(number, f"wilayah induk {region.parent} belum ada di atasnya")
        found[region.code] = region
    return Regions(found.values())


def _key(name: str) -> str:
    """What names are compared by; the word for its kind in front of a name does not count."""
    parts = words(name)
    bare = parts[1:] if len(parts) > 1 and parts[0] in _KINDS else parts
    return compact(" ".join(bare))


def _refused(number: int, problem: str) -> Refused:
    return Refused("regions_invalid", "Tabel wilayah keliru di baris {line}: {problem}.", line=number, problem=problem)
