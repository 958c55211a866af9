"""What stands behind a figure of a recap: a filter that names exactly the files it counts. Pure.

A file counts as often as it turned: one that ended twice in a month is listed twice, as the figure counts it twice.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from datetime import date
from typing import Final

STANDING: Final = ("carried_over", "open_at_end", "returned_at_end")
"""Figures of a moment: before the first day, or at the end of the last."""

TURNED: Final = (
    "received",
    "reopened",
    "completed",
    "rejected",
    "withdrawn",
    "merged",
    "on_time",
    "late",
    "no_standard",
)
"""Figures of what happened in a period."""

FIGURES: Final = (*STANDING, *TURNED)
PARTS: Final = ("officer", "counter", "district", "village", "sex", "age")
_MARK: Final = "figure"


@dataclass(frozen=True, slots=True)
class Behind:
    """The files behind one figure.

    Attributes:
        figure: one of `FIGURES`.
        first, last: whole days, both included; of standing figures only one matters.
        service: of that service only, None for all.
        part: (one of `PARTS`, its value), where a part of the office's files is counted.
    """

    figure: str
    first: date
    last: date
    service: str | None = None
    part: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if self.figure not in FIGURES or (self.part is not None and self.part[0] not in PARTS):
            raise ValueError(f"no figure {self.figure} of {self.part}")

    @property
    def reference(self) -> str:
        """The filter as one text, for going to Berkas; `read_reference` reads it."""
        part = "=".join(self.part) if self.part else ""
        return ":".join((_MARK, self.figure, self.first.isoformat(), self.last.isoformat(), self.service or "", part))

    @property
    def command(self) -> str:
        """What to type to see the same files."""
        words = [
            "desk",
            "cases",
            "--turn",
            self.figure,
            "--from",
            self.first.isoformat(),
            "--to",
            self.last.isoformat(),
        ]
        if self.service:
            words += ["--service", self.service]
        if self.part:
            words += ["--among", "=".join(self.part)]
        return shlex.join(words)


def read_reference(text: str) -> Behind | None:
    """The filter that a reference names; None for another kind of reference (a case's id)."""
    parts = text.split(":", 5)
    if len(parts) != 6 or parts[0] != _MARK:
        return None
    part, sign, value = parts[5].partition("=")
    return Behind(
        parts[1],
        date.fromisoformat(parts[2]),
        date.fromisoformat(parts[3]),
        parts[4] or None,
        (part, value) if sign else None,
    )
