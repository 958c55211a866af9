"""The recap of a period: it balances, counts each file where it belongs, and tells January from February."""

from __future__ import annotations

from dataclasses import asdict
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.domain.recap import Figures, period
from desk.services import acts, cases, upkeep
from desk.services.counter import Counter
from desk.services.intake import register, take_up
from desk.services.recap import recap
from tests.conftest import OpenCounter
from tests.factory import SKM, ZIARAH, applicant, intake
from tests.fakes import Clock


def to_its_end(counter: Counter, case_id: object) -> None:
    while cases.load(counter, case_id).state == "open":  # type: ignore[arg-type]
        acts.act(counter, case_id, "advance")  # type: ignore[arg-type]


def totals(counter: Counter, month: str) -> Figures:
    found = recap(counter, period(month=month))
    assert all(line.figures.balances for line in found.services)
    assert found.totals.balances
    return found.totals


def test_received_in_january_and_finished_in_february_is_right_in_both(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-01-30T09:00+07:00")
    counter = open_counter()
    receipt = register(counter, intake())
    clock.set("2026-02-03T10:00+07:00")
    to_its_end(counter, receipt.id)
    january, february = totals(counter, "2026-01"), totals(counter, "2026-02")
    assert (january.received, january.completed, january.open_at_end) == (1, 0, 1)
    assert (february.carried_over, february.received, february.completed, february.open_at_end) == (1, 0, 1, 0)
    assert (february.on_time, february.late) == (0, 1)  # ± 135 minutes, ready four days later


def test_every_kind_of_end_has_its_column(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-03-02T09:00+07:00")
    counter = open_counter()
    done, refused, gone, double, other, back = (register(counter, intake()).id for _ in range(6))
    short = register(counter, intake(everything=False))
    assert short.state == "returned"
    to_its_end(counter, done)
    acts.act(counter, refused, "reject", note="Tidak memenuhi syarat")
    acts.act(counter, gone, "withdraw", note="Dicabut")
    acts.act(counter, double, "merge", data={"into": other})
    acts.act(counter, back, "return", note="KK belum ada")
    assert asdict(totals(counter, "2026-03")) == {
        "carried_over": 0, "received": 7, "reopened": 0, "completed": 1, "rejected": 1, "withdrawn": 1, "merged": 1,
        "open_at_end": 3, "returned_at_end": 2, "on_time": 1, "late": 0, "no_standard": 0,
    }  # fmt: skip


def test_a_reopened_file_counts_as_reopened_and_its_first_end_stays_as_it_was(
    open_counter: OpenCounter, clock: Clock
) -> None:
    clock.set("2026-04-01T09:00+07:00")
    counter = open_counter()
    receipt = register(counter, intake(ZIARAH))
    to_its_end(counter, receipt.id)
    april = totals(counter, "2026-04")
    clock.set("2026-05-04T09:00+07:00")
    acts.act(counter, receipt.id, "reopen", note="Nama keliru")
    assert totals(counter, "2026-04") == april
    may = totals(counter, "2026-05")
    assert (may.carried_over, may.reopened, may.open_at_end) == (0, 1, 1)
    to_its_end(counter, receipt.id)
    assert totals(counter, "2026-05").completed == 1
    assert totals(counter, "2026-04") == april


def test_a_file_that_was_completed_by_what_it_lacked_is_no_longer_with_its_applicant(
    open_counter: OpenCounter, clock: Clock
) -> None:
    clock.set("2026-06-29T09:00+07:00")
    counter = open_counter()
    receipt = register(counter, intake(everything=False))
    assert totals(counter, "2026-06").returned_at_end == 1
    clock.set("2026-07-01T09:00+07:00")
    take_up(counter, receipt.id, intake())
    assert totals(counter, "2026-06").returned_at_end == 1
    july = totals(counter, "2026-07")
    assert (july.carried_over, july.open_at_end, july.returned_at_end) == (1, 1, 0)


def test_a_day_ends_at_the_office_s_midnight(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-01-31T16:59:59+00:00")  # 23.59.59 WIB
    counter = open_counter()
    register(counter, intake())
    clock.set("2026-01-31T17:00:00+00:00")  # 1 February, 00.00 WIB
    register(counter, intake())
    assert (totals(counter, "2026-01").received, totals(counter, "2026-02").received) == (1, 1)


def test_a_month_in_which_nothing_happened_is_empty_and_balances(open_counter: OpenCounter) -> None:
    counter = open_counter()
    found = recap(counter, period(month="2026-02"))
    assert found.services == ()
    assert found.totals == Figures()
    assert len(found.daily) == 28


def test_quarters_and_years_are_the_sums_of_their_months(open_counter: OpenCounter, clock: Clock) -> None:
    counter = open_counter()
    for month in range(1, 7):
        clock.set(f"2026-{month:02d}-10T09:00+07:00")
        receipt = register(counter, intake(SKM, applicant=applicant(sex="L" if month % 2 else "P")))
        if month % 2:
            to_its_end(counter, receipt.id)
    quarter = recap(counter, period(quarter="2026-Q2"))
    months = [totals(counter, f"2026-{month:02d}") for month in (4, 5, 6)]
    assert quarter.totals.received == sum(month.received for month in months) == 3
    assert quarter.totals.completed == sum(month.completed for month in months)
    assert quarter.totals.carried_over == months[0].carried_over == 1
    assert quarter.totals.open_at_end == months[-1].open_at_end == 3
    assert recap(counter, period(year="2026")).totals.received == 6
    assert {name: came for name, came, _ in quarter.breakdowns["sex"]} == {"L": 1, "P": 2}


NAMES = count(1)
ACTIONS = ("advance", "return", "reject", "withdraw", "reopen", "take_back")


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(ACTIONS), st.integers(1, 20 * 24)), max_size=25))
def test_whatever_is_done_every_month_balances_and_a_rebuild_counts_the_same(
    open_counter: OpenCounter, clock: Clock, story: list[tuple[int, str, int]]
) -> None:
    clock.set("2026-01-05T09:00+07:00")
    counter = open_counter(f"Loket {next(NAMES)}")
    files = [register(counter, intake()).id for _ in range(5)]
    for which, action, hours in story:
        clock.forward(hours=hours)
        case = cases.load(counter, files[which])
        if action in {offer.action for offer in acts.possible(counter, case)}:
            acts.act(counter, files[which], action, note="uji")
    carried = 0
    for month in range(1, 13):
        found = totals(counter, f"2026-{month:02d}")
        assert found.carried_over == carried
        carried = found.open_at_end
    assert upkeep.rebuild(counter)[1]
    assert upkeep.problems(counter) == []
    counter.store.close()
