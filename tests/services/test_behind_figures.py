"""Every figure of a recap opens exactly the files that it counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.behind import FIGURES, Behind, read_reference
from desk.domain.recap import period
from desk.services import acts, cases
from desk.services.cases import CaseQuery
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.recap import recap
from tests.conftest import OpenCounter
from tests.counters import fresh, open_in
from tests.factory import SKM
from tests.fakes import Clock
from tests.recap_stories import Story, five_files, play, stories
from tests.terminal import Terminal


def listed(counter: Counter, behind: Behind, limit: int = 50) -> list[str]:
    """All of them, a few on each page."""
    found: list[str] = []
    after: str | None = None
    while True:
        page = cases.rows(counter, CaseQuery(behind=behind, limit=limit, after=after))
        found += [row.id for row in page.rows]
        after = page.after
        if after is None:
            return found


def test_every_figure_lists_as_many_files_as_it_says(data: Path, catalogue: Catalogue) -> None:
    @settings(max_examples=10)
    @given(stories, st.integers(1, 3))
    def law(story: Story, month: int) -> None:
        clock = Clock()
        clock.set("2026-01-05T09:00+07:00")
        with fresh(data, catalogue, clock) as counter:
            play(counter, clock, five_files(counter), story)
            opens_what_it_counts(counter, f"2026-{month:02d}")

    law()


def opens_what_it_counts(counter: Counter, month: str) -> None:
    found = recap(counter, period(month=month))
    first, last = found.period.first, found.period.last
    for figure in FIGURES:
        assert len(listed(counter, Behind(figure, first, last))) == getattr(found.totals, figure)
        for line in found.services:
            assert len(listed(counter, Behind(figure, first, last, line.id))) == getattr(line.figures, figure)
    for part, rows in found.breakdowns.items():
        for name, received, completed in rows:
            for figure, count in (("received", received), ("completed", completed)):
                assert len(listed(counter, Behind(figure, first, last, part=(part, name)))) == count


def test_a_file_that_ended_twice_is_listed_twice_also_over_the_edge_of_a_page(
    open_counter: OpenCounter, clock: Clock
) -> None:
    clock.set("2026-03-02T09:00+07:00")
    counter = open_counter()
    files = five_files(counter)
    play(counter, clock, files, [(0, "end", 1), (1, "end", 1)])
    acts.act(counter, files[0], "reopen", note="Nama keliru")
    play(counter, clock, files, [(0, "end", 1)])
    behind = Behind("completed", date(2026, 3, 1), date(2026, 3, 31))
    for limit in (1, 2, 3, 50):
        assert sorted(listed(counter, behind, limit)) == sorted([files[0], files[0], files[1]])
    found = cases.rows(counter, CaseQuery(search="siti", behind=behind, limit=1))
    assert found.after is not None
    assert len(cases.rows(counter, CaseQuery(search="siti", behind=behind, after=found.after)).rows) == 2


@pytest.mark.parametrize(
    "behind",
    [
        Behind("received", date(2026, 11, 1), date(2026, 11, 30)),
        Behind("late", date(2026, 1, 1), date(2026, 12, 31), SKM, ("village", "Kali: rejo = satu")),
        Behind("open_at_end", date(2026, 1, 1), date(2026, 12, 31), None, ("sex", "")),
    ],
)
def test_a_filter_is_one_text_and_back(behind: Behind) -> None:
    assert read_reference(behind.reference) == behind
    assert read_reference("0199f7a4-0000-7000-8000-000000000000") is None


def test_the_command_that_a_workbook_names_lists_them(terminal: Terminal, clock: Clock) -> None:
    counter = open_in(terminal.home, terminal.data, clock=clock, catalogue=terminal.catalogue)
    files = five_files(counter)
    play(counter, clock, files, [(2, "end", 1)])
    counter.store.close()
    behind = Behind("completed", date(2020, 1, 1), date(2099, 12, 31), SKM, ("sex", "L"))
    assert [row["id"] for row in terminal.json(*behind.command.split()[1:])] == [files[2]]
    assert terminal.json("cases", "--turn", "carried_over", "--from", "2020-01-01") == []
    assert len(terminal.json("cases", "--turn", "open_at_end")) == 4


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--turn", "carried_over"), "--from"),
        (("--among", "sex=L"), "--among"),
        (("--turn", "received", "--among", "umur"), "--among"),
        (("--turn", "received", "--among", "shoe=42"), "--among"),
    ],
)
def test_what_cannot_be_asked_is_said(terminal: Terminal, words: tuple[str, ...], field: str) -> None:
    code, _, where = terminal.refused("cases", *words)
    assert (code, where) == (2, field)
