"""A store that was written in bulk is one that Desk could have written."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from benchmarks.build import build, open_at
from desk.models.home import Home
from desk.services import cases, upkeep
from desk.services.cases import CaseQuery


def test_a_store_written_in_bulk_is_sound_and_can_be_worked_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_KEY_FILE", "1")  # `build` sets it for good
    home = Home(tmp_path / "home")
    build(home, 300)
    counter = open_at(home)
    try:
        assert upkeep.problems(counter) == []
        assert sum(cases.counts(counter).values()) == 300
        row = cases.rows(counter, CaseQuery(limit=1)).rows[0]
        assert cases.search(counter, row.tracking_code) == (row,)
        assert row in cases.search(counter, row.name, limit=300)
        assert upkeep.rebuild(counter)[1]
    finally:
        counter.store.close()
        gc.unfreeze()
