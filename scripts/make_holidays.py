"""Writes ``data/holidays/id.csv`` from the `holidays` package: ``python scripts/make_holidays.py --date 2026-11-22``.

Run by hand when a new SKB is out and the package knows it; the counter never needs the package. Categories: ``public``
is libur nasional, ``government`` is cuti bersama. Two feasts on one day become one line with `` / `` between the names.
"""

from __future__ import annotations

import argparse
import csv
import io
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

KINDS = {"public": "national", "government": "joint"}
TARGET = Path(__file__).resolve().parent.parent / "data" / "holidays" / "id.csv"


def rows(years: range) -> list[tuple[date, str, str]]:
    """Date, Indonesian name and kind, in order; a national day stands before joint leave of the same date."""
    found: dict[date, tuple[date, str, str]] = {}
    for category, kind in KINDS.items():
        days = holidays.country_holidays("ID", years=years, categories=(category,), language="id")
        for day, name in days.items():
            found.setdefault(day, (day, name.replace("; ", " / "), kind))
    return sorted(found.values())


def table(years: range, made_on: date) -> str:
    """The file's text."""
    out = io.StringIO()
    out.write("# Hari libur nasional (national) dan cuti bersama (joint) Indonesia.\n")
    out.write(f"# Sumber: paket Python 'holidays' {version('holidays')} (MIT), kategori public dan government.\n")
    out.write(f"# Dibuat oleh scripts/make_holidays.py pada {made_on.isoformat()} untuk {years[0]}-{years[-1]}.\n")
    out.write("# '(perkiraan)': SKB tiga menteri belum terbit; tahun tanpa baris joint belum memuat cuti bersama.\n")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(("date", "name", "kind"))
    writer.writerows((day.isoformat(), name, kind) for day, name, kind in rows(years))
    return out.getvalue()


def main() -> None:
    """Write the file; `--years FIRST-LAST`, `--date` of generation for the header."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", default="2024-2028")
    parser.add_argument("--date", type=date.fromisoformat, required=True, help="the day of generation")
    parser.add_argument("--out", type=Path, default=TARGET)
    wanted = parser.parse_args()
    first, last = (int(year) for year in wanted.years.split("-"))
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    wanted.out.write_text(table(range(first, last + 1), wanted.date), encoding="utf-8")


if __name__ == "__main__":
    main()
