"""Stand-ins without Qt: jobs that run at once or when told, and a view that writes down what it was told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class NowJobs:
    """Does everything at once, in this thread."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: str = "store",
    ) -> None:
        try:
            value = work()
        except Exception as trouble:
            if failed is None:
                raise
            failed(trouble)
            return
        if done:
            done(value)


class LateJobs:
    """Does everything when told, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: str = "store",
    ) -> None:
        self.waiting.append(lambda: NowJobs().run(work, done, failed))

    def do(self, place: int = 0) -> None:
        self.waiting.pop(place)()

    def do_all(self) -> None:
        while self.waiting:
            self.do()


class Notebook:
    """A view that keeps what it was told, by the name of the method."""

    def __init__(self) -> None:
        self.told: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        def note(*values: Any, **named: Any) -> None:
            self.told.append((name, values, named))

        return note

    def last(self, name: str) -> Any:
        """The first value of the last such telling; the named ones where there is none."""
        for told, values, named in reversed(self.told):
            if told == name:
                return values[0] if values else named
        raise AssertionError(f"{name} was never told; only {[told for told, *_ in self.told]}")

    def count(self, name: str) -> int:
        return sum(told == name for told, *_ in self.told)
