"""The way a file has come: who had it from when to when, and when its clock stood. One walk over its history. Pure.

A wall time that goes back (a clock that was set) gives a stretch of no length, never a negative one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from desk.domain.event import JsonValue
from desk.domain.fold import Entry
from desk.domain.movement import Holder, Station, holders, movement_of, station_of

Span = tuple[datetime, datetime]

_MOVING = ("state", "station", "paused", "ready_at")
_SLOTS = ("disposition.", "hand_off.")


@dataclass(frozen=True, slots=True)
class Stay:
    """One holder's time with the file; `until` None while it lasts. Both ISO, as they were recorded."""

    holder: Holder
    since: str
    until: str | None = None


@dataclass(frozen=True)
class Journey:
    """What a case's history says of its way.

    Attributes:
        stays: who had the file, in the order in which they got it; those who have it now are the ones without an end.
        standing: stretches in which the clock stood; the last may be open (None).
        stations: every station that the file came to, with the event that brought it there.
    """

    stays: tuple[Stay, ...]
    standing: tuple[tuple[datetime, datetime | None], ...]
    stations: tuple[tuple[str, Station | None], ...]

    def stops(self, until: datetime) -> tuple[Span, ...]:
        """The stretches in which the clock stood; an open one ends at `until`."""
        return tuple((begin, max(begin, until if end is None else end)) for begin, end in self.standing)

    @property
    def stands_since(self) -> datetime | None:
        """Since when the clock stands; None while it runs."""
        return self.standing[-1][0] if self.standing and self.standing[-1][1] is None else None

    @cached_property
    def now(self) -> tuple[Stay, ...]:
        """Who has the file now."""
        return tuple(stay for stay in self.stays if stay.until is None)

    def outside(self, until: datetime) -> tuple[Span, ...]:
        """The stretches that the file spent with bodies outside the office, its applicant apart."""
        return tuple(
            (begin, max(begin, end))
            for stay in self.stays
            if stay.holder.external and stay.holder.slot != "P"
            if (begin := moment_of(stay.since)) is not None
            if (end := moment_of(stay.until) if stay.until else until) is not None
        )

    def station_before(self, event: str) -> Station | None:
        """Where the file stood before that event brought it elsewhere."""
        before: Station | None = None
        for brought_by, station in self.stations:
            if brought_by == event:
                return before
            before = station
        return before


def journey_of(history: Iterable[Entry], complete_at: str | None) -> Journey:
    """The way that this history tells; `complete_at` is when the clock first started, None if it never did."""
    facts: dict[str, JsonValue] = {}
    open_stays: dict[str, tuple[int, Holder]] = {}
    stays: list[Stay] = []
    stations: list[tuple[str, Station | None]] = []
    clock = _Stands(moment_of(complete_at or ""))
    for entry in history:
        if not _moves(entry.facts):
            continue
        facts.update(entry.facts)
        state = facts.get("state")
        if "station" in entry.facts:
            stations.append((entry.event, station_of(entry.facts["station"])))
        clock.hear(entry, facts)
        here = {one.slot: one for one in holders(state if isinstance(state, str) else "", movement_of(facts))}
        for slot, (place, holder) in list(open_stays.items()):
            if here.get(slot) is None or _elsewhere(holder, here[slot]):
                stays[place] = Stay(stays[place].holder, stays[place].since, entry.at)
                del open_stays[slot]
        for slot, holder in here.items():
            if slot in open_stays:
                place, _ = open_stays[slot]
                stays[place] = Stay(holder, stays[place].since)
            else:
                stays.append(Stay(holder, entry.at))
                place = len(stays) - 1
            open_stays[slot] = (place, holder)
    return Journey(tuple(stays), tuple(clock.spans), tuple(stations))


def moment_of(text: str) -> datetime | None:
    """The time that an event tells, None where it is none or has no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


class _Stands:
    """When the clock stood, heard entry by entry."""

    def __init__(self, complete: datetime | None) -> None:
        self.spans: list[tuple[datetime, datetime | None]] = []
        self._complete = complete

    def hear(self, entry: Entry, facts: Mapping[str, JsonValue]) -> None:
        at = moment_of(entry.at)
        if at is None or self._complete is None:
            return
        ready = facts.get("ready_at")
        stands = facts.get("state") != "open" or bool(facts.get("paused")) or bool(ready)
        began = moment_of(ready) if isinstance(ready, str) and ready else None
        since = max(began or at, self._complete)
        open_since = self.spans[-1][0] if self.spans and self.spans[-1][1] is None else None
        if stands and open_since is None and at >= self._complete:
            self.spans.append((min(since, at), None))
        elif not stands and open_since is not None:
            self.spans.pop()
            if entry.kind != "step_taken_back":  # what was done by mistake never stopped the clock
                self.spans.append((open_since, max(open_since, at)))


def _moves(facts: Mapping[str, JsonValue]) -> bool:
    return any(name in facts for name in _MOVING) or any(name.startswith(_SLOTS) for name in facts)


def _elsewhere(before: Holder, now: Holder) -> bool:
    """Whether the same slot means another desk or another step by now."""
    return (before.position, before.step) != (now.position, now.step)
