"""Registration numbers: gapless for each counter and year, once each, whatever the PC's clock says."""

from __future__ import annotations

from desk.services import cases
from desk.services.counter import Counter
from desk.services.intake import register
from desk.services.setup import prefix_of
from tests.conftest import OpenCounter
from tests.factory import intake
from tests.fakes import Clock, Luck


def number(counter: Counter) -> str:
    """The next number, without its prefix."""
    return register(counter, intake()).registration_number.partition("-")[2]


def test_the_year_is_that_of_the_act_in_the_office_s_zone(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-31T16:59:59+00:00")
    assert number(counter) == "2026-000001"
    clock.set("2026-12-31T17:00:00+00:00")
    assert number(counter) == "2027-000001"


def test_a_new_year_counts_from_one_and_the_old_one_is_closed(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-31T15:00")
    assert [number(counter), number(counter)] == ["2026-000001", "2026-000002"]
    clock.set("2027-01-04T08:00")
    assert [number(counter), number(counter)] == ["2027-000001", "2027-000002"]


def test_a_file_of_last_year_entered_this_year_is_of_this_year(counter: Counter, clock: Clock) -> None:
    clock.set("2027-01-04T08:00")
    receipt = register(counter, intake(received_at="2026-12-30T10:00:00+07:00"))
    assert "-2027-000001" in receipt.registration_number
    assert receipt.received_at == "2026-12-30T10:00:00+07:00"


def test_a_dead_battery_opens_no_year_of_its_own(counter: Counter, clock: Clock) -> None:
    assert number(counter) == "2026-000001"
    clock.set("2005-01-01T00:00")
    assert [number(counter), number(counter)] == ["2026-000002", "2026-000003"]
    clock.set("2026-11-25T08:00")
    assert number(counter) == "2026-000004"


def test_a_counter_that_begins_with_a_dead_battery_goes_on_in_its_year(counter: Counter, clock: Clock) -> None:
    clock.set("2000-01-01T00:00")
    assert [number(counter), number(counter)] == ["2026-000001", "2026-000002"]


def test_a_clock_that_ran_ahead_spoils_no_number_after_it_is_mended(counter: Counter, clock: Clock) -> None:
    assert number(counter) == "2026-000001"
    clock.set("2050-06-01T08:00")
    ahead = [number(counter), number(counter)]
    clock.set("2026-11-25T08:00")
    assert [number(counter), number(counter)] == ["2026-000002", "2026-000003"]
    assert len({"2026-000001", *ahead}) == 3


def test_numbers_are_counted_and_not_read_from_their_print(counter: Counter) -> None:
    prefix = counter.store.identity.prefix
    for last, expected in ((998, "2026-000999"), (999_998, "2026-999999")):
        with counter.store.write() as work:
            work.connection.exec_driver_sql(
                "INSERT INTO series VALUES (?, 2026, ?) ON CONFLICT DO UPDATE SET last = excluded.last", (prefix, last)
            )
        assert number(counter) == expected
        assert number(counter) == f"2026-{last + 2:06d}"


def test_a_number_of_seven_figures_is_found(counter: Counter) -> None:
    with counter.store.write() as work:
        prefix = counter.store.identity.prefix
        work.connection.exec_driver_sql("INSERT INTO series VALUES (?, 2026, 999999)", (prefix,))
    receipt = register(counter, intake())
    assert receipt.registration_number.endswith("-2026-1000000")
    assert cases.find(counter, receipt.registration_number.lower()).id == receipt.id


def test_a_thousand_numbers_have_no_gap(open_counter: OpenCounter) -> None:
    counter = open_counter()
    with counter.store.write() as work:
        given = [work.next_number("X", 2026) for _ in range(1000)]
    assert given == list(range(1, 1001))


def test_tracking_codes_differ(counter: Counter) -> None:
    codes = {register(counter, intake()).tracking_code for _ in range(50)}
    assert len(codes) == 50


def test_the_prefix_comes_from_the_counter_s_name_and_luck() -> None:
    for name, short in (("Loket 1", "L1"), ("Loket 12 Barat", "L12"), ("A", "A"), ("سيتي", "L"), ("Pos 3 UPT", "P3U")):
        prefix = prefix_of(name, Luck())
        assert prefix.startswith(short)
        assert len(prefix) == len(short) + 3
        assert not set(prefix[len(short) :]) & set("01OI")
    assert prefix_of("Loket 1", Luck(1)) != prefix_of("Loket 1", Luck(2))
