"""Which files wait, and where: trays and their queues."""

from __future__ import annotations

from desk.models import trays as models
from desk.models.trays import Queue, Tray, Waiting
from desk.services.counter import Counter

__all__ = ["Queue", "Tray", "Waiting", "queue", "trays"]


def trays(counter: Counter) -> tuple[Tray, ...]:
    """Every desk that has a file, the applicants' tray included."""
    with counter.store.read() as connection:
        return models.trays(connection, int(counter.now().timestamp()))


def queue(counter: Counter, holder: str | None = None, limit: int = 50, after: str | None = None) -> Queue:
    """The files that wait, most urgent first: at one desk, at all desks of a role, or anywhere."""
    with counter.store.read() as connection:
        return models.queue(connection, counter.names, holder=holder, limit=limit, after=after)
