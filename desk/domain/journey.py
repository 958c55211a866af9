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

_MOVING = ("state", "station", "paused", "ready_at", "complete_at")
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
        last: the event that moved the file last; who acts on what he saw names it.
    """

    stays: tuple[Stay, ...]
    standing: tuple[tuple[datetime, datetime | None], ...]
    stations: tuple[tuple[str, Station | None], ...]
    last: str = ""

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


def journey_of(history: Iterable[Entry], complete_at: str | None) -> Journey:
    """The way that this history tells; `complete_at` is when the clock first started, None if it never did."""
    history = tuple(history)
    facts: dict[str, JsonValue] = {}
    open_stays: dict[str, tuple[int, Holder]] = {}
    stays: list[Stay] = []
    stations: list[tuple[str, Station | None]] = []
    clock = _Stands(moment_of(complete_at or ""), _taken_back(history))
    last = ""
    for entry in history:
        if not _moves(entry.facts):
            continue
        last = entry.event
        facts.update(entry.facts)
        state = facts.get("state")
        if "station" in entry.facts:
            stations.append((entry.event, station_of(entry.facts["station"])))
        clock.hear(entry)
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
    return Journey(tuple(stays), tuple(clock.spans), tuple(stations), last)


def time_at_steps(history: Iterable[Entry], until: datetime) -> dict[str, tuple[Span, ...]]:
    """The stretches that a file waited at each step of its route, by the step's key; not while its applicant had it.

    What it did beside the route meanwhile (a disposition, another body) belongs to the step that it waited at.
    """
    found: dict[str, list[Span]] = {}
    place, since, is_open = "", until, False
    for entry in history:
        at = moment_of(entry.at)
        if at is None or not ("state" in entry.facts or "station" in entry.facts):
            continue
        if place and is_open and since < at:
            found.setdefault(place, []).append((since, at))
        since = at
        is_open = entry.facts.get("state", "open" if is_open else "") == "open"
        if "station" in entry.facts:
            station = station_of(entry.facts["station"])
            place = (station.step or "") if station else ""
    if place and is_open and since < until:
        found.setdefault(place, []).append((since, until))
    return {key: tuple(spans) for key, spans in found.items()}


def moment_of(text: str) -> datetime | None:
    """The time that an event tells, None where it is none or has no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def last_step(history: Iterable[Entry]) -> tuple[Entry, ...]:
    """The step of the route that moved the file last, in every event that says it was done; () where something else did.

    Two counters that did the same step are one step that was done twice.
    """
    return _last_run([entry for entry in history if _is_move(entry)], "step_done")


def last_disposal(history: Iterable[Entry]) -> tuple[Entry, ...]:
    """The disposition that brought the file to its station, in every event that says so; () where something else did."""
    return _last_run([entry for entry in history if "station" in entry.facts], "disposed")


def facts_without(history: Iterable[Entry], undone: Iterable[Entry]) -> dict[str, JsonValue]:
    """What the facts would be if those had not happened."""
    gone = {entry.event for entry in undone}
    facts: dict[str, JsonValue] = {}
    for entry in history:
        if entry.event not in gone:
            facts.update(entry.facts)
    return facts


def _last_run(moves: list[Entry], kind: str) -> tuple[Entry, ...]:
    """The last of these events, with those just before it that brought the file to the same place; all of that kind."""
    place = len(moves)
    while place and moves[place - 1].kind == kind and _brought_to(moves[place - 1]) == _brought_to(moves[-1]):
        place -= 1
    return tuple(moves[place:])


def _brought_to(entry: Entry) -> tuple[JsonValue, JsonValue]:
    """The place that an event names: a station, or the count of steps that the first house wrote."""
    return entry.facts.get("station"), entry.facts.get("position")


def _taken_back(history: tuple[Entry, ...]) -> frozenset[str]:
    """Steps that were taken back, and the acts that took them back: what was done by mistake never stopped the clock."""
    aside: set[str] = set()
    begin = 0
    for place, entry in enumerate(history):
        if entry.kind == "step_taken_back":
            aside.add(entry.event)
            aside.update(step.event for step in last_step(history[begin:place]))
        elif _is_move(entry) and entry.kind != "step_done":
            begin = place  # no step before it can be taken back any more
    return frozenset(aside)


def _is_move(entry: Entry) -> bool:
    return "state" in entry.facts or "station" in entry.facts


class _Stands:
    """When the clock stood, heard entry by entry; `aside` are those that it passes over."""

    def __init__(self, complete: datetime | None, aside: frozenset[str]) -> None:
        self.spans: list[tuple[datetime, datetime | None]] = []
        self._complete, self._aside = complete, aside
        self._facts: dict[str, JsonValue] = {}

    def hear(self, entry: Entry) -> None:
        if entry.event in self._aside:
            return
        facts = self._facts
        facts.update(entry.facts)
        at = moment_of(entry.at)
        if at is None or self._complete is None:
            return
        if not facts.get("complete_at"):  # what went on before the file was complete is no stretch of its clock
            self.spans.clear()
            return
        at = max(at, self._complete)
        stands = facts.get("state") != "open" or bool(facts.get("paused")) or bool(facts.get("ready_at"))
        since = self.spans[-1][0] if self.spans and self.spans[-1][1] is None else None
        if stands and since is None:
            self.spans.append((at, None))
        elif not stands and since is not None:
            self.spans[-1] = (since, max(since, at))


def _moves(facts: Mapping[str, JsonValue]) -> bool:
    return any(name in facts for name in _MOVING) or any(name.startswith(_SLOTS) for name in facts)


def _elsewhere(before: Holder, now: Holder) -> bool:
    """Whether the same slot means another desk or another step by now."""
    return (before.position, before.step) != (now.position, now.step)
