"""From the start of the process to the first paint and to the first rows, and the window at rest, against a bare one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Figure, Times
from desk.models.home import Home

PAINT, ROWS, MEMORY = 1.3, 3.0, 2.5
WAKE_UPS = 60.0
"""A minute: a clock that shows minutes and blinks with the seconds."""

SETTLE, REST = 4.0, 20.0


def figures(homes: dict[str, Home], scratch: Path, runs: int) -> Iterator[Figure]:
    # an installed Desk has its bytecode, whatever this shell wants
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(scratch / "bytecode")
    rounds = max(runs // 20, 8)
    (_, small), *_ = homes.items()
    commands = {"bare": bare("paint"), "paint": desk("paint", small)}
    commands |= {name: desk("rows", home) for name, home in homes.items()}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            seconds = last_word(command)
            if turn > 0:  # the first reads the disk and writes bytecode
                times[name].append(seconds)
    floor = Times.of(times["bare"])
    yield Figure("start to first paint", Times.of(times["paint"]), floor, "bare QMainWindow", PAINT)
    for name in homes:
        yield Figure(f"start to first rows, {name}", Times.of(times[name]), floor, "bare QMainWindow", ROWS)
    if sys.platform == "linux":
        yield from at_rest(homes)


def at_rest(homes: dict[str, Home]) -> Iterator[Figure]:
    """Memory and wake-ups of a window that nobody touches, its list of cases in front."""
    floor_memory, floor_wakes = rest(bare("idle"), lines=1)
    for name, home in homes.items():
        memory, wakes = rest(desk("idle", home), lines=2)
        yield Figure(
            f"memory of the idle window, {name}",
            _one(memory),
            _one(floor_memory),
            "bare QMainWindow",
            MEMORY,
            unit="MB",
        )
        yield Figure(f"wake-ups a minute, idle, {name}", _one(wakes), limit=WAKE_UPS, unit="")
    yield Figure("wake-ups a minute, idle, bare QMainWindow", _one(floor_wakes), unit="")


def bare(mode: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.bare_window", mode]


def desk(mode: str, home: Home) -> list[str]:
    return [sys.executable, "-m", "benchmarks.desk_window", mode, str(home.folder)]


def last_word(command: list[str]) -> float:
    """Seconds from the start of the process to the last moment that it told; it ends by itself."""
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return float(done.stdout.split()[-1]) - begin


def rest(command: list[str], lines: int) -> tuple[float, float]:
    """(resident megabytes, wake-ups a minute) of a process that has told so many moments and is left alone."""
    with running(command, lines) as process:
        time.sleep(SETTLE)
        before = wake_ups(process.pid)
        time.sleep(REST)
        woken = wake_ups(process.pid) - before
        return resident(process.pid), woken * 60 / REST


@contextmanager
def running(command: list[str], lines: int) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            for _ in range(lines):
                process.stdout.readline()
            yield process
        finally:
            process.kill()


def wake_ups(pid: int) -> int:
    """How often the process's threads went to sleep of themselves, and so how often they woke."""
    total = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        for line in status.read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


def resident(pid: int) -> float:
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1000


def _one(value: float) -> Times:
    """A figure that is measured once."""
    return Times(value, value, 1)
