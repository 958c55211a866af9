"""What a presenter needs of `desk.ui.jobs.Jobs`. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, TypeVar

T = TypeVar("T")
Lane = Literal["store", "paper"]


class Runner(Protocol):
    """Does work elsewhere and brings the answer back."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = "store",
    ) -> None:
        """Do `work` in its lane; then `done` with its value or `failed` with its exception."""
