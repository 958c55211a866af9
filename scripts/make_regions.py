"""Writes ``data/regions.csv`` from the unpacked package `idn-area-data`: ``python scripts/make_regions.py FOLDER --date
2026-11-22``, where FOLDER holds its ``package.json`` and ``data/``.

Run by hand when the package follows a new decree on region codes; the counter never needs the package. Provinces,
regencies and districts are whole, because a NIK begins with the place of its first issue; villages only of the regions
in which addresses are written every day. Mind ``data/regions.LICENSE.md``: the data is under ODbL 1.0.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
NEIGHBOURS = ("35.75",)  # Kota Pasuruan lies inside the kabupaten of that name: its people come to the same counter
WHOLE = ("provinces.csv", "regencies.csv", "districts.csv")


def office_regions() -> tuple[str, ...]:
    """The regency's code of every bundled office."""
    offices = sorted(DATA.glob("*/office.json"))
    return tuple(sorted(json.loads(path.read_text(encoding="utf-8"))["region_code"] for path in offices))


def rows(folder: Path, regencies: tuple[str, ...]) -> list[tuple[str, str]]:
    """Code and name, parents above children; villages of those regencies only."""
    found = [row for name in WHOLE for row in _read(folder / name)]
    held = tuple(f"{regency}." for regency in regencies)
    found += [row for row in _read(folder / "villages.csv") if row[0].startswith(held)]
    return sorted(found)


def table(package: Path, regencies: tuple[str, ...], made_on: date) -> str:
    """The file's text."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    lines = [
        "# Kode wilayah Kemendagri: semua provinsi, kabupaten/kota dan kecamatan;",
        f"# desa/kelurahan hanya untuk {', '.join(regencies)}.",
        f"# Sumber: {about['name']} {about['version']} oleh fityannugroho; lisensi data: Open Database License (ODbL) 1.0.",
        f"# Dibuat oleh scripts/make_regions.py pada {made_on.isoformat()}.",
        "# Turunan ini juga berlisensi ODbL 1.0: lihat regions.LICENSE.md.",
        "# Ejaan kantor sendiri tidak ditulis di sini, melainkan di region_names dalam office.json kantor itu.",
        "code;name",
    ]
    lines += [f"{code};{name}" for code, name in rows(package / "data", regencies)]
    return "\n".join(lines) + "\n"


def _read(path: Path) -> Iterator[tuple[str, str]]:
    """Code and name of each line; the source writes some apostrophes (*Ra'as*) as quotation marks."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["code"], " ".join(row["name"].replace('"', "'").split())


def main() -> None:
    """Write the file; `--date` of generation for the header."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked package")
    parser.add_argument("--date", type=date.fromisoformat, required=True, help="the day of generation")
    parser.add_argument("--out", type=Path, default=DATA / "regions.csv")
    wanted = parser.parse_args()
    regencies = tuple(sorted({*office_regions(), *NEIGHBOURS}))
    wanted.out.write_text(table(wanted.package, regencies, wanted.date), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
