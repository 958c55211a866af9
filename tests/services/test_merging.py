"""The same matter taken in twice: one file goes on, the other names it; nothing is lost when that was wrong."""

from __future__ import annotations

import pytest

from desk.domain.case import Case
from desk.domain.errors import DeskError
from desk.services import acts, cases, upkeep
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.factory import KITCHEN, intake


def taken_in(counter: Counter) -> Case:
    return cases.load(counter, register(counter, intake(KITCHEN)).id)


def merge(counter: Counter, case: Case, into: str) -> Case:
    return acts.act(counter, case.id, "merge", note="Permohonan yang sama", data={"into": into})


def test_both_files_say_what_became_of_them(counter: Counter) -> None:
    double, kept = taken_in(counter), taken_in(counter)
    case = merge(counter, double, kept.registration_number)
    other = cases.load(counter, kept.id)
    assert (case.state, case.merged_into, case.holders) == ("merged", kept.id, ())
    assert (other.state, other.proceedings.absorbed) == ("open", (double.id,))
    assert [entry.kind for entry in other.history] == ["case_registered", "case_absorbed"]
    assert upkeep.problems(counter) == []


def test_reopened_it_is_a_file_of_its_own_and_the_other_one_says_so(counter: Counter) -> None:
    double, kept = taken_in(counter), taken_in(counter)
    merge(counter, double, kept.tracking_code)
    case = acts.act(counter, double.id, "reopen", note="Orang lain dengan nama sama")
    other = cases.load(counter, kept.id)
    assert (case.state, case.merged_into, case.holders) == ("open", None, double.holders)
    assert other.proceedings.absorbed == ()
    assert [entry.kind for entry in other.history][-1] == "case_released"


def test_merged_once_more_after_it_was_reopened(counter: Counter) -> None:
    double, kept = taken_in(counter), taken_in(counter)
    merge(counter, double, kept.id)
    acts.act(counter, double.id, "reopen", note="Salah")
    merge(counter, double, kept.id)
    assert cases.load(counter, kept.id).proceedings.absorbed == (double.id,)


@pytest.mark.parametrize(
    ("into", "code"), [("", "case_unknown"), ("L9ZZZ-2026-000001", "case_unknown"), ("itself", "merge_itself")]
)
def test_there_must_be_another_file(counter: Counter, into: str, code: str) -> None:
    case = taken_in(counter)
    before = upkeep.dump(counter)
    with pytest.raises(DeskError) as caught:
        merge(counter, case, case.registration_number if into == "itself" else into)
    assert (caught.value.code, caught.value.field) == (code, "into")
    assert upkeep.dump(counter) == before


def test_a_file_that_was_merged_takes_none_in(counter: Counter) -> None:
    first, second, third = taken_in(counter), taken_in(counter), taken_in(counter)
    merge(counter, first, second.id)
    before = upkeep.dump(counter)
    with pytest.raises(DeskError) as caught:
        merge(counter, third, first.id)
    assert caught.value.code == "cannot_absorb"
    assert upkeep.dump(counter) == before


def test_what_the_merging_lacks_leaves_nothing_behind_at_the_other_file_either(counter: Counter) -> None:
    double, kept = taken_in(counter), taken_in(counter)
    before = upkeep.dump(counter)
    with pytest.raises(DeskError):
        acts.act(counter, double.id, "merge", data={"into": kept.id, "sebab": "x"})
    assert upkeep.dump(counter) == before


def test_two_counters_that_merged_two_files_into_each_other_say_so_and_one_is_reopened(
    open_counter: OpenCounter,
) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    one, other = taken_in(bangil), taken_in(bangil)
    exchange(bangil, pandaan)
    merge(bangil, one, other.id)
    merge(pandaan, other, one.id)
    exchange(bangil, pandaan)
    for counter in (bangil, pandaan):
        assert [cases.load(counter, case.id).flags for case in (one, other)] == [("merged", "merged_both_ways")] * 2
    acts.act(pandaan, one.id, "reopen", note="Yang ini diteruskan")
    exchange(bangil, pandaan)
    assert cases.load(bangil, one.id).state == "open"
    assert cases.load(bangil, other.id).flags == ("merged",)
    assert upkeep.dump(bangil) == upkeep.dump(pandaan)
