"""The recap counted a second time by other code: straight from the envelopes of the journal, by a state of its own."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from desk.domain.event import decode
from desk.domain.recap import Figures, period
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.recap import recap
from tests.counters import fresh
from tests.fakes import Clock
from tests.recap_stories import Story, five_files, play, stories

ENDED = {"completed", "rejected", "withdrawn", "merged"}


def states_told(counter: Counter) -> dict[str, list[tuple[str, str]]]:
    """Per case: (day at the office, new state), as each envelope says it."""
    with counter.store.read() as connection:
        envelopes = connection.exec_driver_sql("SELECT envelope FROM events").scalars()
        events = sorted(map(decode, envelopes), key=lambda event: (event.lamport, event.device))
    told: dict[str, list[tuple[str, str]]] = {}
    for event in events:
        day = datetime.fromisoformat(event.at).astimezone(ZoneInfo("Asia/Jakarta")).date().isoformat()
        state = event.facts.get("state")
        if isinstance(state, str):
            told.setdefault(event.subjects[0], []).append((day, state))
    return told


def count(told: dict[str, list[tuple[str, str]]], month: str) -> Tally[str]:
    figures: Tally[str] = Tally()
    for story in told.values():
        state = ""
        for day, new in story:
            inside, before, was = day[:7] == month, day[:7] < month, state
            state = new
            if not inside:
                figures["carried_over"] += before * ((new not in ENDED) - (was != "" and was not in ENDED))
                continue
            figures["received"] += was == ""
            figures["reopened"] += was in ENDED and new not in ENDED
            figures[new] += new in ENDED and was not in ENDED
        figures["open_at_end"] += any(day[:7] <= month for day, _ in story) and (
            [new for day, new in story if day[:7] <= month][-1] not in ENDED
        )
    return figures


def test_the_recap_counts_what_the_journal_tells(data: Path, catalogue: Catalogue) -> None:
    @settings(max_examples=8)
    @given(stories)
    def law(story: Story) -> None:
        clock = Clock()
        clock.set("2026-01-05T09:00+07:00")
        with fresh(data, catalogue, clock) as counter:
            play(counter, clock, five_files(counter), story)
            told = states_told(counter)
            for month in ("2026-01", "2026-02", "2026-03", "2026-05"):
                found: Figures = recap(counter, period(month=month)).totals
                mine = count(told, month)
                for name in ("carried_over", "received", "reopened", *sorted(ENDED), "open_at_end"):
                    assert getattr(found, name) == mine[name], (month, name)

    law()
