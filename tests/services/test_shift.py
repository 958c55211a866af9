"""The end of a shift: what lies in a tray against the screen."""

from __future__ import annotations

import pytest

from desk.domain.errors import NotFound
from desk.services import acts, cases, shift
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import ELDERLY, intake
from tests.fakes import Clock

TRAY = "Jabfung/Peksos Bidang Rehabilitasi Sosial"


@pytest.fixture
def numbers(counter: Counter) -> list[str]:
    """Five files in one tray."""
    return [register(counter, intake(ELDERLY)).registration_number for _ in range(5)]


def test_a_tray_that_holds_what_the_screen_says_agrees(counter: Counter, numbers: list[str]) -> None:
    found = shift.compare(counter, TRAY, numbers)
    assert (found.expected, found.found, found.agrees) == (5, 5, True)


def test_what_is_missing_and_what_is_elsewhere_are_told_apart(counter: Counter, numbers: list[str]) -> None:
    for _ in range(5):
        acts.act(counter, cases.find(counter, numbers[4]).id, "advance")
    ended = cases.find(counter, numbers[3]).id
    acts.act(counter, ended, "withdraw", note="Dicabut")
    found = shift.compare(counter, TRAY, [numbers[0], numbers[0], numbers[3], numbers[4], "bukan kode", "  "])
    assert (found.expected, found.found) == (3, 1)
    assert [one.number for one in found.missing] == numbers[1:3]
    assert [(one.number, one.holder, one.state) for one in found.elsewhere] == [
        (numbers[3], "", "withdrawn"),
        (numbers[4], "Kepala Bidang Rehabilitasi Sosial", "open"),
    ]
    assert found.unknown == ("bukan kode",)
    assert not found.agrees


def test_an_empty_tray_may_hold_papers_all_the_same(counter: Counter, numbers: list[str]) -> None:
    found = shift.compare(counter, "Sekretaris", numbers[:1])
    assert (found.expected, found.found, len(found.elsewhere)) == (0, 0, 1)


def test_counts_are_kept_and_the_newest_comes_first(counter: Counter, numbers: list[str], clock: Clock) -> None:
    first = shift.compare(counter, TRAY, numbers[:2])
    shift.keep(counter, first)
    clock.forward(days=1)
    second = shift.compare(counter, "Sekretaris", ["x1"])
    shift.keep(counter, second)
    assert shift.counts(counter) == (second, first)
    assert shift.counts(counter, position=TRAY) == (first,)


def test_the_expected_files_are_listed_by_number(counter: Counter, numbers: list[str]) -> None:
    assert [row.registration_number for row in shift.expected(counter, TRAY)] == numbers


def test_a_paper_is_found_by_code_or_refused(counter: Counter, numbers: list[str]) -> None:
    assert shift.find(counter, numbers[2].lower()).registration_number == numbers[2]
    with pytest.raises(NotFound):
        shift.find(counter, "L9-2026-000001")
