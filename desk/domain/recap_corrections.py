"""What changed in a month after its recap was signed: counted turns then and now, and the difference between them. Pure."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import zip_longest
from typing import Any, NamedTuple

ENDS = ("completed", "rejected", "withdrawn", "merged")
"""The turns by which a file ends."""


class Counted(NamedTuple):
    """One file counted once: by which figure, on which day (ISO), for which service.

    `figure` is the kind of a turn, or ``carried_over`` or ``carried_returned`` for what lay there when the month began;
    `late` 1 or 0 for a completed file with a time limit.
    """

    case: str
    figure: str
    day: str
    service: str
    late: int | None

    @property
    def opens(self) -> int:
        """What it does to the number of open files."""
        return int(self.figure in ("carried_over", "received", "reopened")) - int(self.figure in ENDS)


@dataclass(frozen=True, slots=True)
class Correction:
    """One difference: `before` as it was signed, `now` as it is; None where it wasn't, or no longer is, counted.

    Attributes:
        month: the signed month, ``2026-11``.
        number: the file's registration number.
    """

    month: str
    number: str
    before: Counted | None
    now: Counted | None

    @property
    def case(self) -> str:
        """Whose it is."""
        found = self.now or self.before
        return found.case if found else ""

    @property
    def opens(self) -> int:
        """What it does to the number of open files that the month left."""
        return (self.now.opens if self.now else 0) - (self.before.opens if self.before else 0)


def differences(
    month: str, signed: Iterable[Counted], live: Iterable[Counted], numbers: Mapping[str, str]
) -> tuple[Correction, ...]:
    """What is counted otherwise than it was signed, file by file; files without a number here are left out."""
    before, now = Tally(signed), Tally(live)
    gone, come = _by_figure((before - now).elements()), _by_figure((now - before).elements())
    return tuple(
        Correction(month, numbers[key[0]], was, becomes)
        for key in sorted({*gone, *come}, key=lambda key: (numbers.get(key[0], ""), key))
        if key[0] in numbers
        for was, becomes in zip_longest(gone.get(key, ()), come.get(key, ()))
    )


def corrected(signed: Iterable[Counted], corrections: Iterable[Correction]) -> list[Counted]:
    """The counts of a signed month with what later recaps have already said of it."""
    counts = Tally(signed)
    for one in corrections:
        counts.subtract([one.before] if one.before else [])
        counts.update([one.now] if one.now else [])
    return list(counts.elements())


def _by_figure(counted: Iterable[Counted]) -> dict[tuple[str, str], list[Counted]]:
    found: dict[tuple[str, str], list[Counted]] = {}
    for one in sorted(counted, key=repr):
        found.setdefault((one.case, one.figure), []).append(one)
    return found


def correction_value(correction: Correction) -> dict[str, Any]:
    """As it is kept and told: ``{"period", "case", "number", "before": {"figure", "date", "service", "late"}, "now"}``."""
    return {
        "period": correction.month,
        "case": correction.case,
        "number": correction.number,
        "before": _counted_value(correction.before),
        "now": _counted_value(correction.now),
    }


def correction_of(value: Mapping[str, Any]) -> Correction:
    """What `correction_value` wrote."""
    return Correction(
        value["period"], value["number"], *(_counted_of(value["case"], value[side]) for side in ("before", "now"))
    )


def _counted_value(counted: Counted | None) -> dict[str, Any] | None:
    if counted is None:
        return None
    late = None if counted.late is None else bool(counted.late)
    return {"figure": counted.figure, "date": counted.day, "service": counted.service, "late": late}


def _counted_of(case: str, value: Mapping[str, Any] | None) -> Counted | None:
    if value is None:
        return None
    late = value["late"]
    return Counted(case, value["figure"], value["date"], value["service"], None if late is None else int(late))


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed and froze a recap, and when (ISO)."""

    by: str
    at: str

    def value(self) -> dict[str, str]:
        """As it is told."""
        return asdict(self)
