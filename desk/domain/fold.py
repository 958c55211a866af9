"""From a subject's events to its state: a pure function of a set. The laws stand in docs/journal.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desk.domain.event import FOLD_VERSION, Envelope, EventId, JsonValue, OpenEvent, Writes, canonical

Upcaster = Callable[[Writes, Writes], tuple[Writes, Writes]]
"""(facts, data) of an old version → those of the next version."""

UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""(kind, version) → the lift to version + 1. Empty while every kind is at its first version."""

NOTE = "note"


@dataclass(frozen=True, slots=True)
class Contender:
    """One of several values that a field was given by events that did not know each other."""

    value: JsonValue
    event: EventId


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history; `facts` as this version reads them, nothing of an event that it can't read."""

    event: EventId
    kind: str
    at: str
    officer: str
    recorder: str
    device: str
    note: str | None
    facts: Writes


@dataclass(frozen=True, slots=True)
class Folded:
    """What the events of one subject add up to.

    Attributes:
        fields: the value of every field; for one in conflict, the last in the line.
        conflicts: fields whose contenders differ, each with all of them, in the line's order.
        history: every event that stands on complete ground, in the line's order.
        heads: the latest events known, for the next event to name.
        lamport: the highest counter seen, waiting events included.
        waiting: events kept until their predecessors arrive.
        too_new: events this version can't read; not empty means read-only.
        destroyed: the data is gone for ever; facts remain.
        sealed: events whose payload could not be opened, apart from destruction.
    """

    fields: Mapping[str, JsonValue]
    conflicts: Mapping[str, tuple[Contender, ...]]
    history: tuple[Entry, ...]
    heads: tuple[EventId, ...]
    lamport: int
    waiting: tuple[EventId, ...]
    too_new: tuple[EventId, ...]
    destroyed: bool
    sealed: tuple[EventId, ...]

    @property
    def read_only(self) -> bool:
        """Whether something here asks for a newer Desk."""
        return bool(self.too_new)


_Write = tuple[JsonValue, int, EventId]
"""A value, the place of its event in the line, and that event."""


def fold(
    subject: str,
    events: Iterable[OpenEvent],
    *,
    version: int = FOLD_VERSION,
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
) -> Folded:
    """The state of `subject`: same events, same state, in whatever order and however often they come."""
    line = sorted({event.envelope.id: event for event in events}.values(), key=lambda event: event.envelope.order)
    # Heeded however early or new the event: what the law wants forgotten waits for no predecessor and no update.
    destroyed = any(event.envelope.kind == "case_destroyed" for event in line)
    known: dict[str, int] = {}  # event id → bit mask of the events it came after, itself included
    registers: dict[str, list[_Write]] = {}
    history: list[Entry] = []
    heads: dict[str, None] = {}
    waiting: list[EventId] = []
    too_new: list[EventId] = []
    sealed: list[EventId] = []
    for index, event in enumerate(line):
        envelope = event.envelope
        parents = envelope.heads.get(subject, ())
        if not known.keys() >= {*parents}:
            waiting.append(envelope.id)
            continue
        past = 1 << index
        for parent in parents:
            past |= known[parent]
            heads.pop(parent, None)
        known[envelope.id] = past
        heads[envelope.id] = None
        if envelope.reader > version:
            too_new.append(envelope.id)
            history.append(_entry(envelope, {}, None))
            continue
        if event.data is None and envelope.seal is not None and not destroyed:
            sealed.append(envelope.id)
        facts, data = _lift(envelope, {} if destroyed else event.data or {}, upcasters)
        history.append(_entry(envelope, facts, data.get(NOTE)))
        for writes in (facts, data):
            for field, value in writes.items():
                if field != NOTE:
                    earlier = registers.get(field)
                    left = [write for write in earlier if not past >> write[1] & 1] if earlier else []
                    left.append((value, index, envelope.id))
                    registers[field] = left
    return Folded(
        fields={field: writes[-1][0] for field, writes in registers.items()},
        conflicts={
            field: _contenders(writes) for field, writes in registers.items() if len(writes) > 1 and _differ(writes)
        },
        history=tuple(history),
        heads=tuple(EventId(head) for head in heads),
        lamport=max((event.envelope.lamport for event in line), default=0),
        waiting=tuple(waiting),
        too_new=tuple(too_new),
        destroyed=destroyed,
        sealed=tuple(sealed),
    )


def _lift(envelope: Envelope, data: Writes, upcasters: Mapping[tuple[str, int], Upcaster]) -> tuple[Writes, Writes]:
    facts, version = envelope.facts, envelope.version
    while (envelope.kind, version) in upcasters:
        facts, data = upcasters[envelope.kind, version](facts, data)
        version += 1
    return facts, data


def _entry(envelope: Envelope, facts: Writes, note: JsonValue) -> Entry:
    return Entry(
        envelope.id,
        envelope.kind,
        envelope.at,
        envelope.officer,
        envelope.recorder,
        envelope.device,
        note if isinstance(note, str) else None,
        facts,
    )


def _differ(writes: list[_Write]) -> bool:
    return len({canonical(value) for value, _, _ in writes}) > 1


def _contenders(writes: list[_Write]) -> tuple[Contender, ...]:
    return tuple(Contender(value, event) for value, _, event in writes)
