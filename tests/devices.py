"""Counters that write on one case without seeing each other: real envelopes, no store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from desk.domain.event import GENESIS, CaseId, DeviceId, Envelope, EventId, JsonValue, OpenEvent, digest
from desk.domain.fold import Folded, fold

CASE = CaseId("01a20000-0000-7000-8000-000000000001")

FACTS: Mapping[str, tuple[JsonValue, ...]] = {
    "state": ("open", "returned", "completed", "rejected", "withdrawn"),
    "position": (1, 2, 3),
    "district": ("Bangil", "Kraton"),
    "completed_at": (None, "2026-11-24T10:00:00+07:00"),
}
DATA: Mapping[str, tuple[JsonValue, ...]] = {
    "applicant.name": ("Siti Aminah", "Siti Aminah binti Umar", "سيتي أمينة"),
    "applicant.phone": ("", "6281234567890"),
    "requirement.ktp": ({"met": True}, {"met": False}),
    "note": ("Suami akan mengantar KK", "KTP asli diperlihatkan"),
}


class Device:
    """One counter that knows some events and adds its own."""

    def __init__(self, name: str) -> None:
        self.name = DeviceId(name)
        self.seq, self.prev = 0, GENESIS
        self.known: dict[EventId, OpenEvent] = {}

    @property
    def folded(self) -> Folded:
        """What this counter shows."""
        return fold(CASE, self.known.values())

    def write(
        self,
        facts: Mapping[str, JsonValue] | None = None,
        data: Mapping[str, JsonValue] | None = None,
        *,
        kind: str = "case_corrected",
        at: str = "2026-11-24T09:00:00+07:00",
        version: int = 1,
        reader: int = 1,
    ) -> OpenEvent:
        """Add an event that names what this counter knows."""
        folded = self.folded
        self.seq += 1
        envelope = Envelope(
            id=EventId(f"{self.name}-{self.seq:03d}"),
            office="pasuruan",
            subjects=(CASE,),
            device=self.name,
            seq=self.seq,
            prev=self.prev,
            lamport=folded.lamport + 1,
            heads={CASE: folded.heads} if folded.heads else {},
            kind=kind,
            version=version,
            reader=reader,
            at=at,
            officer="Rini",
            recorder="Rini",
            facts=dict(facts or {}),
            seal="0" * 64 if data else None,
        )
        self.prev = digest(envelope.encode())
        event = OpenEvent(envelope, dict(data or {}))
        self.learn([event])
        return event

    def learn(self, events: Iterable[OpenEvent]) -> None:
        """Take in events of others."""
        self.known.update((event.envelope.id, event) for event in events)


@dataclass(frozen=True)
class World:
    """Some counters after a time, and everything that they wrote."""

    devices: tuple[Device, ...]
    events: tuple[OpenEvent, ...]


@st.composite
def worlds(draw: st.DrawFn, most_devices: int = 4, most_acts: int = 14) -> World:
    """Counters that wrote and exchanged random parts of what they knew."""
    devices = tuple(Device(name) for name in "ABCDE"[: draw(st.integers(2, most_devices))])
    written: dict[EventId, OpenEvent] = {}
    for _ in range(draw(st.integers(1, most_acts))):
        device = draw(st.sampled_from(devices))
        heard: bool = draw(st.booleans())
        if written and heard:
            device.learn(draw(st.lists(st.sampled_from(list(written.values())), max_size=6)))
        event = device.write(draw(writes_of(FACTS)), draw(writes_of(DATA)), at=draw(wall_times))
        written[event.envelope.id] = event
    return World(devices, tuple(written.values()))


def writes_of(fields: Mapping[str, tuple[JsonValue, ...]]) -> st.SearchStrategy[dict[str, Any]]:
    """A few fields, each with one of its values."""
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in fields.items()})


wall_times = st.sampled_from(
    ("2005-01-01T00:00:00+07:00", "2026-11-24T09:00:00+07:00", "2026-11-24T09:00:01+07:00", "2050-12-31T23:59:59+07:00")
)


def with_wall_time(event: OpenEvent, at: str) -> OpenEvent:
    """The same event, as a counter with another clock would have written it."""
    return OpenEvent(replace(event.envelope, at=at), event.data)


def without_data(event: OpenEvent) -> OpenEvent:
    """The event as a counter without the case's key sees it."""
    return OpenEvent(event.envelope, None)
