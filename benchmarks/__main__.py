"""`python -m benchmarks`: each figure beside its floor, as a table and, with --out, as JSON. A miss is said, not hidden."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import measure
from benchmarks.build import folder_of_stores, kept_store
from benchmarks.measure import Figure
from desk.models.home import Home

SMALL, BIG = 10_000, 1_000_000
GROUPS = ("window", "intake", "lists", "trays", "refold", "keystroke", "papers")
HEAD = ("what", "Desk", "p99", "floor", "p99", "ratio", "p99", "target", "")


def main() -> int:
    options = _options()
    if options.cpu:
        measure.clock = time.thread_time
    homes = {"10 thousand": _store(SMALL)}
    if options.million:
        homes["1 million"] = _store(BIG)
    scratch = Path(tempfile.mkdtemp(prefix="scratch-", dir=folder_of_stores()))
    found: list[Figure] = []
    print(_line(HEAD))
    try:
        for group in options.only or GROUPS:
            for figure in _figures(group, homes, scratch, options.runs):
                found.append(figure)
                print(_line(_cells(figure)), flush=True)
    finally:
        shutil.rmtree(scratch)
    missed = sum(figure.verdict not in ("pass", "") for figure in found)
    print(f"\n{len(found)} figures, {missed} of them miss their target. {machine()}.")
    if options.out:
        answer = {"date": time.strftime("%Y-%m-%d"), "machine": machine(), "figures": [f.as_json() for f in found]}
        Path(options.out).write_text(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, CPython {platform.python_version()}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--million", action="store_true", help="also on a store of a million cases, kept between runs")
    parser.add_argument("--only", action="append", choices=GROUPS, help="measure this group; may be given again")
    parser.add_argument("--cpu", action="store_true", help="processor time, for a machine that others use meanwhile")
    parser.add_argument("--runs", type=int, default=500, metavar="N", help="runs of each figure (default 500)")
    parser.add_argument("--out", metavar="FILE", help="write the figures as JSON")
    return parser.parse_args()


def _store(cases: int) -> Home:
    home, seconds = kept_store(cases)
    if seconds is not None:
        size = home.store.stat().st_size / 1e9
        print(f"built {cases:,} cases in {seconds:.0f} s, {size:.2f} GB: {home.folder}", file=sys.stderr)
    return home


def _figures(group: str, homes: dict[str, Home], scratch: Path, runs: int) -> Iterator[Figure]:
    """A group's figures; its modules are read only when it is asked for."""
    yield from import_module(f"benchmarks.{group}").figures(homes, scratch, runs)


def _cells(figure: Figure) -> tuple[str, ...]:
    def shown(value: float | None, sign: str = "") -> str:
        if value is None:
            return ""
        return f"{value:.{3 if value < 1 else 2 if value < 100 else 0}f}{sign}"

    floor = figure.floor
    target = [f"≤ {figure.limit:g}{' ×' if floor else f' {figure.unit}'}"] if figure.limit is not None else []
    target += [f"p99 ≤ {figure.frame:g} {figure.unit}"] if figure.frame is not None else []
    return (
        f"{figure.name} / {figure.floor_name}" if floor else figure.name,
        shown(figure.subject.median),
        shown(figure.subject.p99),
        shown(floor.median if floor else None),
        shown(floor.p99 if floor else None),
        shown(figure.ratio, " ×"),
        shown(figure.ratio_p99, " ×"),
        ", ".join(target),
        {"miss": "MISS", "p99": "p99 MISS"}.get(figure.verdict, figure.verdict),
    )


def _line(cells: tuple[str, ...]) -> str:
    first, *numbers, target, verdict = cells
    return f"{first:<72}" + "".join(f"{number:>9}" for number in numbers) + f"  {target:<20} {verdict}"


if __name__ == "__main__":
    sys.exit(main())
