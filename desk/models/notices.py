"""What an officer should know at the start of a day, each by an index: nothing here grows with the files that are done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from desk.domain.event import CaseId, decode
from desk.models.connection import Connection
from desk.models.trays import EVERY_URGENCY

CameBack = Literal["answered", "papers_added"]

COUNTED = 1000
"""Notices count no further than this."""

SHOWN = 5
"""How many files of a kind a notice names."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that came back.

    Attributes:
        kind: another desk's answer, or papers that the applicant brought.
        arrival: its place in the journal of this counter.
    """

    case_id: CaseId
    kind: CameBack
    arrival: int


def latest_arrival(connection: Connection) -> int:
    """The place of the last event in this counter's journal; 0 in an empty one."""
    found: int | None = connection.exec_driver_sql("SELECT max(arrival) FROM events").scalar()
    return found or 0


def due_between(connection: Connection, begin: int | None, end: int) -> tuple[int, tuple[CaseId, ...]]:
    """(how many, which come first) of the files that something is due for from `begin` to before `end`, in seconds since
    1970; without `begin`, at any time before `end`. A file that several desks have counts once.
    """
    condition, values = (f"{EVERY_URGENCY} AND h.rank >= ? AND h.rank < ?", (begin or 0, end))
    count = connection.exec_driver_sql(
        f"SELECT count(DISTINCT n) FROM (SELECT h.n FROM holdings h WHERE {condition} LIMIT {COUNTED})",  # noqa: S608 (ours)
        values,
    ).scalar_one()
    found = connection.exec_driver_sql(
        f"SELECT c.id FROM holdings h JOIN cases c ON c.n = h.n WHERE {condition}"  # noqa: S608 (ours)
        f" ORDER BY h.urgency, h.rank, h.n LIMIT {SHOWN * 2}",
        values,
    )
    return int(count), tuple(dict.fromkeys(CaseId(one) for one in found.scalars()))[:SHOWN]


def deadlines_on(connection: Connection, day: str, begin: int, end: int) -> tuple[int, tuple[CaseId, ...]]:
    """(how many, which come first) of the files whose disposition is to be answered on `day` (ISO), among those due
    from `begin` to before `end`.
    """
    condition, values = f"{EVERY_URGENCY} AND h.rank >= ? AND h.rank < ? AND h.deadline = ?", (begin, end, day)
    found = connection.exec_driver_sql(
        f"SELECT c.id FROM holdings h JOIN cases c ON c.n = h.n WHERE {condition}"  # noqa: S608 (ours)
        f" ORDER BY h.urgency, h.rank, h.n LIMIT {COUNTED}",
        values,
    )
    ids = tuple(dict.fromkeys(CaseId(one) for one in found.scalars()))
    return len(ids), ids[:SHOWN]


_GOES_ON = (
    "'step_done', 'disposed', 'case_returned', 'case_rejected', 'case_withdrawn', 'case_merged', 'case_reclassified',"
    " 'reassigned', 'handed_off', 'handed_over', 'step_taken_back', 'recalled', 'case_destroyed'"
)
"""Kinds of events after which what came back is no news any more."""


def came_back(connection: Connection, after: int) -> tuple[News, ...]:
    """What came back after that place in the journal and nobody has gone on with yet, newest first; a file once."""
    found = connection.exec_driver_sql(
        "SELECT arrival, kind, envelope FROM events INDEXED BY ix_events_came_back"  # noqa: S608 (ours)
        f" WHERE kind IN ('answered', 'papers_added') AND arrival > ? ORDER BY arrival DESC LIMIT {COUNTED}",
        (after,),
    )
    news: dict[CaseId, News] = {}
    for arrival, kind, envelope in found.tuples():
        for subject in decode(envelope).subjects:
            news.setdefault(CaseId(subject), News(CaseId(subject), kind, arrival))
    return tuple(one for one in news.values() if not _gone_on(connection, one))


def _gone_on(connection: Connection, news: News) -> bool:
    found = connection.exec_driver_sql(
        "SELECT 1 FROM event_subjects s JOIN events e ON e.arrival = s.arrival"  # noqa: S608 (ours)
        f" WHERE s.subject = ? AND s.arrival > ? AND e.kind IN ({_GOES_ON}) LIMIT 1",
        (news.case_id, news.arrival),
    )
    return found.scalar() is not None


def to_be_fetched(connection: Connection, steps: Mapping[str, Sequence[str]]) -> tuple[CaseId, ...]:
    """The files whose product waits to be fetched, the longest waiting first; `steps` says at which steps of which
    service (id → keys) a file waits for that.
    """
    pairs = [(service, step) for service, keys in steps.items() for step in keys]
    if not pairs:
        return ()
    keys = list(dict.fromkeys(step for _, step in pairs))
    found = connection.exec_driver_sql(
        "SELECT c.id FROM holdings h CROSS JOIN cases c ON c.n = h.n"  # noqa: S608 (ours; the order is SQLite's to keep)
        f" WHERE h.step IN ({', '.join('?' * len(keys))}) AND h.slot = 'S'"
        f" AND (c.service, h.step) IN (VALUES {', '.join(['(?, ?)'] * len(pairs))})"
        f" AND c.state = 'open' AND c.ready_at IS NOT NULL ORDER BY c.ready_at, c.n LIMIT {COUNTED}",
        (*keys, *(part for pair in pairs for part in pair)),
    )
    return tuple(CaseId(one) for one in found.scalars())
