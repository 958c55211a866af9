"""What the store asks of the clock: until when a case is promised, and how much of that it used."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from desk.domain.case import Case

PinnedBody = Callable[[str], bytes | None]
"""An office document by the hash of its content."""


class Reckoned(NamedTuple):
    """Until when a case is promised, as ISO text, and, once it has ended, the minutes that its clock used; None where
    no time is set.
    """

    due_at: str | None = None
    minutes: int | None = None


ReckonOf = Callable[[Case, PinnedBody], Reckoned]
"""The clock of a case. Injected, as it needs catalogue and calendar."""
