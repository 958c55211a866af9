"""Reckoning promised dates again when the calendar changes: every case that may be touched, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from desk.domain.calendar_change import Dates
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.models import promises
from desk.models.promises import Promise
from desk.models.unit_of_work import UnitOfWork

LISTED = 100
"""Moved dates that are named, the earliest first; all are counted."""

_MARGIN = timedelta(days=2)
"""More than any two time zones are apart: rows are compared as text and seconds, not by the office's day."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who waits for something long.

    Attributes:
        progress: told how many are done, of how many.
        cancelled: asked now and then whether to stop; then nothing at all has happened.
    """

    progress: Callable[[int, int], None] = lambda _done, _total: None
    cancelled: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Moved:
    """An open file whose promised date is another now; times are ISO."""

    case: CaseId
    registration_number: str
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Recalculated:
    """What a change did to promised dates: how many files were looked at, how many open ones moved, the first of them."""

    checked: int = 0
    moved: int = 0
    cases: tuple[Moved, ...] = ()


NOTHING = Recalculated()


def recalculate(work: UnitOfWork, span: Dates | None, watch: Watch) -> Recalculated:
    """Project again every case whose clock may have run on a day of `span`; the unit of work says when it is due now.

    Ended files are projected again as well, so that lists stay what the journal and the calendar give; what an officer
    is told of are open ones, whose applicants wait for that date.

    Raises:
        Refused: ``cancelled``, by the `watch`.
    """
    if span is None:
        return NOTHING
    due_from, received_before = _bounds(span)
    total = promises.count(work.connection, due_from, received_before)
    done = moved = 0
    named: list[Moved] = []
    for page in promises.promises(work.connection, due_from, received_before):
        if watch.cancelled():
            raise Refused("cancelled", "Dibatalkan; kalender dan semua tanggal janji tetap seperti semula.")
        for promise in page:
            found = _moved(work, promise)
            if found is not None:
                moved += 1
                named.append(found)
        work.let_go()
        named = sorted(named, key=lambda one: one.before)[:LISTED]
        done += len(page)
        watch.progress(done, total)
    return Recalculated(total, moved, tuple(named))


def _moved(work: UnitOfWork, promise: Promise) -> Moved | None:
    """The open file's new date, None where it stays or nobody waits for it any more."""
    after = work.due_at(promise.case)
    if after == promise.due_at:
        return None
    work.touch(promise.case)
    if promise.state != "open":
        return None
    return Moved(promise.case, promise.registration_number, promise.due_at, after)


def _bounds(span: Dates) -> tuple[str, int]:
    """(earliest due date as rows have it, second before which a case was received) of what the span can touch: a clock
    that ended before it or began after it runs as it did.
    """
    first, last = span
    due_from = (first - _MARGIN).isoformat() if first - date.min > _MARGIN else ""
    if date.max - last <= _MARGIN:
        return due_from, 1 << 62
    return due_from, int(datetime.combine(last + _MARGIN, time(), UTC).timestamp())
