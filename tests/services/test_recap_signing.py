"""A recap that was signed stays as it was; what came late, or was put right, stands in the next one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from desk.domain.errors import Refused, UsageError
from desk.domain.recap import Recap, next_month, period
from desk.domain.recap_corrections import correction_of, correction_value
from desk.services import acts
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.intake import register
from desk.services.office_files import current
from desk.services.recap import recap, register_lines, sign
from tests.conftest import OpenCounter
from tests.counters import deliver, fresh
from tests.factory import applicant, intake
from tests.fakes import Clock
from tests.recap_stories import Story, five_files, play, stories
from tests.terminal import Terminal


def month(counter: Counter, code: str) -> Recap:
    return recap(counter, period(month=code))


def sign_month(counter: Counter, code: str) -> Recap:
    return sign(counter, month(counter, code))


def told(found: Recap) -> list[tuple[str, str | None, str | None]]:
    return [(c.month, c.before and c.before.figure, c.now and c.now.figure) for c in found.corrections]


def test_what_another_counter_brings_late_is_a_correction_of_the_next_month(
    open_counter: OpenCounter, clock: Clock
) -> None:
    clock.set("2026-01-12T09:00+07:00")
    one, other = open_counter("Loket 1"), open_counter("Loket 2")
    register(one, intake())
    late = register(other, intake(applicant=applicant(name="Dari desa")))
    clock.set("2026-02-02T08:00+07:00")
    january = sign_month(one, "2026-01")
    assert (january.totals.received, january.signed and january.signed.by) == (1, one.officer)
    assert month(one, "2026-02").corrections == ()
    deliver(other, one)
    assert month(one, "2026-01") == january
    assert len(list(register_lines(one, january.period))) == 1
    february = month(one, "2026-02")
    assert told(february) == [("2026-01", None, "received")]
    assert february.corrections[0].number == late.registration_number
    assert february.totals.carried_over == january.totals.open_at_end + 1
    assert [correction_of(correction_value(one)) for one in february.corrections] == list(february.corrections)


def test_what_a_signed_recap_has_said_is_not_said_again(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-01-12T09:00+07:00")
    one, other = open_counter("Loket 1"), open_counter("Loket 2")
    register(one, intake())
    register(other, intake())
    clock.set("2026-02-02T08:00+07:00")
    sign_month(one, "2026-01")
    deliver(other, one)
    clock.set("2026-03-02T08:00+07:00")
    february = sign_month(one, "2026-02")
    assert len(february.corrections) == 1
    assert month(one, "2026-02") == february
    assert month(one, "2026-03").corrections == ()
    assert month(one, "2026-03").totals.carried_over == february.totals.open_at_end == 2


def test_what_is_reopened_or_undone_later_leaves_the_signed_month_alone(
    open_counter: OpenCounter, clock: Clock
) -> None:
    clock.set("2026-01-12T09:00+07:00")
    counter = open_counter()
    files = five_files(counter)
    play(counter, clock, files, [(0, "end", 1), (1, "reject", 1)])
    clock.set("2026-02-02T08:00+07:00")
    january = sign_month(counter, "2026-01")
    acts.act(counter, files[0], "reopen", note="Nama keliru")
    february = month(counter, "2026-02")
    assert month(counter, "2026-01") == january
    assert (february.totals.reopened, february.corrections) == (1, ())


def test_a_file_that_moves_to_another_service_is_told_before_and_after(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-01-12T09:00+07:00")
    counter = open_counter()
    register(counter, intake())
    clock.set("2026-02-02T08:00+07:00")
    signed = sign_month(counter, "2026-01")
    with counter.store.write() as work:
        work.connection.exec_driver_sql("UPDATE turns SET service = 'pasuruan/07'")
    (one,) = month(counter, "2026-02").corrections
    assert one.before is not None
    assert one.now is not None
    assert (one.before.service, one.now.service, one.opens) == ("pasuruan/08", "pasuruan/07", 0)
    assert month(counter, "2026-01") == signed


def test_a_gap_of_unsigned_months_is_told_once_right_after_the_signed_one(
    open_counter: OpenCounter, clock: Clock
) -> None:
    clock.set("2026-01-12T09:00+07:00")
    one, other = open_counter("Loket 1"), open_counter("Loket 2")
    register(other, intake())
    clock.set("2026-04-02T08:00+07:00")
    sign_month(one, "2026-01")
    sign_month(one, "2026-03")
    deliver(other, one)
    assert told(month(one, "2026-02")) == [("2026-01", None, "received")]
    assert told(month(one, "2026-04")) == [("2026-03", None, "carried_over")]
    assert month(one, "2026-04").totals.carried_over == month(one, "2026-03").totals.open_at_end + 1


def test_a_month_is_signed_once_and_only_when_it_is_over(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-01-31T16:00+07:00")
    counter = open_counter()
    with pytest.raises(Refused, match="belum berakhir"):
        sign_month(counter, "2026-01")
    clock.set("2026-02-01T08:00+07:00")
    sign_month(counter, "2026-01")
    with pytest.raises(Refused, match="sudah ditandatangani"):
        sign_month(counter, "2026-01")
    with pytest.raises(UsageError):
        sign(counter, recap(counter, period(year="2025")))


def test_signed_recaps_are_no_part_of_the_catalogue(open_counter: OpenCounter, clock: Clock) -> None:
    clock.set("2026-02-02T08:00+07:00")
    counter = open_counter()
    services = counter.catalogue.services("pasuruan")
    sign_month(counter, "2026-01")
    assert current(counter.store) == {}
    counter.store.close()
    again = open_counter()
    assert again.catalogue.services("pasuruan") == services
    assert month(again, "2026-01").signed is not None


def test_whatever_arrives_and_is_done_the_books_connect(data: Path, catalogue: Catalogue) -> None:
    @settings(max_examples=8)
    @given(stories, stories)
    def law(story: Story, elsewhere: Story) -> None:
        here, there = Clock(), Clock()
        here.set("2026-01-05T09:00+07:00")
        there.set("2026-01-05T09:00+07:00")
        with fresh(data, catalogue, here) as one, fresh(data, catalogue, there) as other:
            play(one, here, five_files(one), story[:12])
            play(other, there, five_files(other), elsewhere[:12])
            here.set("2027-06-01T08:00+07:00")
            signed = [sign_month(one, code) for code in ("2026-01", "2026-02")]
            deliver(other, one)
            assert [month(one, "2026-01"), month(one, "2026-02")] == signed
            for code in ("2026-03", "2026-04"):
                before, now = month(one, next_month(code, -1)), month(one, code)
                assert now.totals.carried_over == before.totals.open_at_end + sum(c.opens for c in now.corrections)
                assert sign(one, now) == replace(now, signed=month(one, code).signed)

    law()


def test_signing_on_the_command_line(terminal: Terminal, clock: Clock) -> None:
    clock.set("2026-12-01T08:00+07:00")
    first = terminal.json("recap", "--month", "2026-11", "--sign")
    assert first["signed"]["by"] == "Rini"
    assert terminal.json("recap", "--month", "2026-11") == first
    assert terminal.refused("recap", "--month", "2026-11", "--sign")[:2] == (3, "already_signed")
    assert terminal.refused("recap", "--month", "2026-12", "--sign")[:2] == (3, "period_not_over")
    assert terminal.refused("recap", "--year", "2025", "--sign")[0] == 2
    assert "Ditandatangani oleh Rini" in terminal.desk("recap", "--month", "2026-11").out
