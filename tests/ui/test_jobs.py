"""Work leaves the UI thread, in order, and its answer comes back there."""

from __future__ import annotations

import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.jobs import Jobs


def test_work_runs_elsewhere_and_the_answer_comes_back_here(qtbot: QtBot) -> None:
    jobs, seen = Jobs(), list[str]()
    jobs.run(lambda: threading.current_thread().name, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0].startswith("desk-store")
    jobs.close()


def test_the_store_s_lane_keeps_the_order(qtbot: QtBot) -> None:
    jobs, seen = Jobs(), list[int]()

    def slow(number: int) -> int:
        time.sleep(0.01 if number % 2 else 0)
        return number

    for number in range(20):
        jobs.run(lambda number=number: slow(number), seen.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))
    jobs.close()


def test_an_exception_reaches_the_one_who_asked(qtbot: QtBot) -> None:
    jobs, seen = Jobs(), list[Exception]()

    def fail() -> None:
        raise ValueError("rusak")

    jobs.run(fail, None, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert str(seen[0]) == "rusak"
    jobs.close()


def test_an_exception_that_nobody_takes_is_told(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    jobs = Jobs()

    def fail() -> None:
        raise ValueError("rusak")

    with qtbot.waitSignal(jobs.failed):
        jobs.run(fail)
    assert "nobody took" in caplog.text
    jobs.close()


def test_closing_lets_the_store_finish_what_it_was_given_then_does_the_last_thing(qtbot: QtBot) -> None:
    jobs, done = Jobs(), list[str]()

    def keep(name: str) -> None:
        time.sleep(0.02)
        done.append(name)

    jobs.run(lambda: keep("draft 1"))
    jobs.run(lambda: keep("draft 2"))
    jobs.close(lambda: done.append("closed"))
    assert done == ["draft 1", "draft 2", "closed"]


def test_nothing_starts_before_the_first_run_nor_after_closing(qtbot: QtBot) -> None:
    before = threading.active_count()
    jobs = Jobs()
    assert threading.active_count() == before
    jobs.close()
    jobs.run(lambda: pytest.fail("ran after closing"))
    assert threading.active_count() == before
