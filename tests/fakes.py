"""The world's part of a counter, in the test's hand: its clock and its luck."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from random import Random

WIB = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 24, 9, 15, tzinfo=WIB)
"""A Tuesday morning in office hours, with no holiday near."""


class Clock:
    """A clock that stands until it is told otherwise."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, text: str) -> None:
        """Somebody sets the PC's clock; without a zone, in the office's."""
        moment = datetime.fromisoformat(text)
        self.now = moment if moment.tzinfo else moment.replace(tzinfo=WIB)

    def forward(self, **time: float) -> None:
        """Time passes."""
        self.now += timedelta(**time)


class Luck:
    """Random bytes, the same in every run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)

    def __call__(self, count: int) -> bytes:
        return self._random.randbytes(count)
