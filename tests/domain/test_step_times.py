"""A step's own time, where a decree's SOP prints one."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk.domain.catalogue import Sop, SopRow
from desk.domain.step_times import allowance, read_time, step_clock
from desk.places import bundled
from desk.services.catalogue import Catalogue
from desk.services.packfiles import load_catalogue
from desk.services.setup import wall_of
from tests.factory import service, steps


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(bundled("data"))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("30 menit", (30, 30, "minute", "at_most", "office")),
        ("1 hari", (1, 1, "day", "at_most", "working")),
        ("1 Hari Kerja", (1, 1, "day", "at_most", "working")),
        ("1-8 Jam", (1, 8, "hour", "range", "office")),
        ("2 bulan", (2, 2, "month", "at_most", "calendar")),
    ],
)
def test_an_sop_s_time_is_read_as_printed(printed: str, expected: tuple[object, ...]) -> None:
    found = read_time(printed)
    assert found is not None
    assert (found.min, found.max, found.unit, found.bound, found.basis) == expected
    assert found.printed == printed


@pytest.mark.parametrize("printed", ["", "kondisional", "30", "menit", "sesuai kebutuhan 3 hari lagi"])
def test_what_is_no_plain_time_gives_none(printed: str) -> None:
    assert read_time(printed) is None


def test_a_step_takes_the_time_of_the_row_that_says_the_same(catalogue: Catalogue) -> None:
    scavengers = catalogue.service("oku-selatan/01")
    assert {step.key: found.printed for step in scavengers.route if (found := allowance(scavengers, step.key))} == {
        "verifikasi": "30 menit",
        "survei": "1 hari",
    }
    family = catalogue.service("oku-selatan/09")
    assert all((found := allowance(family, step.key)) and found.printed == "1 menit" for step in family.route)


def test_an_sop_that_tells_another_story_gives_no_step_a_time(catalogue: Catalogue) -> None:
    social = catalogue.service("oku-selatan/07")
    assert social.sop
    assert [allowance(social, step.key) for step in social.route] == [None] * len(social.route)


def test_two_rows_that_differ_give_none() -> None:
    rows = tuple(SopRow("verify", (), None, time, None) for time in ("1 hari", "2 hari"))
    assert allowance(service(route=steps("verify"), sop=(Sop("SOP", rows),)), "s0") is None


def test_a_step_s_clock_counts_office_minutes_and_stands_with_the_file(catalogue: Catalogue) -> None:
    asked = service(route=steps("verify"), sop=(Sop("SOP", (SopRow("verify", (), None, "30 menit", None),)),))
    wib = wall_of(catalogue, bundled("data"), "oku-selatan").calendar

    def at(text: str) -> datetime:
        return datetime.fromisoformat(f"2026-11-{text}:00+07:00")

    # Friday 27 November 2026, 16.20: ten minutes are left of the day (16.30), twenty are Monday's.
    clock = step_clock(asked, asked.route[0], at("27T16:20"), at("30T07:40"), wib, ())
    assert clock is not None
    assert (clock.used, clock.due, clock.late) == (20, at("30T07:50"), False)
    # Monday 07.30 to 07.45 it stood: fifteen minutes later.
    stood = step_clock(asked, asked.route[0], at("27T16:20"), at("30T08:10"), wib, ((at("30T07:30"), at("30T07:45")),))
    assert stood is not None
    assert (stood.used, stood.due, stood.late) == (35, at("30T08:05"), True)
