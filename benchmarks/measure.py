"""Measuring two things by turns, so that what disturbs the machine disturbs both alike."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Act = Callable[[], object]

clock = time.perf_counter
"""Or `time.thread_time`, on a machine that others use: see `--cpu`."""


@dataclass(frozen=True, slots=True)
class Times:
    """What a row of runs took, in milliseconds."""

    median: float
    p99: float
    runs: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Times:
        ordered = sorted(seconds)
        return cls(_at(ordered, 0.5) * 1000, _at(ordered, 0.99) * 1000, len(ordered))


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        limit: what `ratio` (or, without a floor, the milliseconds) may be at most; None where nothing is promised.
        frame: what the subject's p99 may take at most, in milliseconds.
        unit: of subject and floor; 'ms' unless it is something else that is measured.
        remark: what a reader must know to judge the figure.
    """

    name: str
    subject: Times
    floor: Times | None = None
    floor_name: str = ""
    limit: float | None = None
    frame: float | None = None
    unit: str = "ms"
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.subject.median / self.floor.median

    @property
    def ratio_p99(self) -> float | None:
        return None if self.floor is None else self.subject.p99 / self.floor.p99

    @property
    def verdict(self) -> str:
        """pass, miss, or p99 where the median holds and the slowest runs do not; empty where nothing is promised."""
        if self.limit is None and self.frame is None:
            return ""
        middle, slow = (self.subject.median, self.subject.p99) if self.floor is None else (self.ratio, self.ratio_p99)
        if self.limit is not None and (middle is None or middle > self.limit):
            return "miss"
        if self.frame is not None and self.subject.p99 > self.frame:
            return "p99"
        if self.limit is not None and slow is not None and slow > self.limit:
            return "p99"
        return "pass"

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "unit": self.unit,
            "subject": {"median": self.subject.median, "p99": self.subject.p99, "runs": self.subject.runs},
            "floor": self.floor and {"name": self.floor_name, "median": self.floor.median, "p99": self.floor.p99},
            "ratio": self.ratio,
            "ratio_p99": self.ratio_p99,
            "limit": self.limit,
            "frame": self.frame,
            "verdict": self.verdict,
            "remark": self.remark,
        }


def by_turns(subject: Act, floor: Act, *, runs: int, warm: int = 10) -> tuple[Times, Times]:
    """(subject, floor), each run `runs` times, one after the other."""
    times = _turns((subject, floor), runs, warm)
    return Times.of(times[0]), Times.of(times[1])


def pairs(acts: Sequence[tuple[Act, Act]], *, rounds: int, warm: int = 1) -> tuple[Times, Times]:
    """(subjects, floors) over many different questions: each pair is asked by turns in every round."""
    found: tuple[list[float], list[float]] = ([], [])
    for pair in acts:
        for kept, times in zip(found, _turns(pair, rounds, warm), strict=True):
            kept.extend(times)
    return Times.of(found[0]), Times.of(found[1])


def each(acts: Sequence[Act], *, rounds: int) -> Times:
    """All the acts, several times, without a floor."""
    return Times.of([seconds for act in acts for seconds in _turns((act,), rounds, 1)[0]])


def once(act: Act) -> float:
    """Seconds that one run takes."""
    begin = clock()
    act()
    return clock() - begin


def _turns(acts: Sequence[Act], runs: int, warm: int) -> list[list[float]]:
    for _ in range(warm):
        for act in acts:
            act()
    times: list[list[float]] = [[] for _ in acts]
    for turn in range(runs):
        # The order changes each turn: whoever comes second finds the processor's caches warmer.
        order = range(len(acts)) if turn % 2 == 0 else range(len(acts) - 1, -1, -1)
        for which in order:
            times[which].append(once(acts[which]))
    return times


def _at(ordered: Sequence[float], part: float) -> float:
    return ordered[min(math.ceil(len(ordered) * part), len(ordered)) - 1]
