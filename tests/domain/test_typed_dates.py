"""Dates as officers type them into the window."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.dates import plain_date, short_date
from desk.domain.errors import Refused
from desk.domain.typed_dates import read_typed_day

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("4/12/2026", "2026-12-04"), ("04-12-2026", "2026-12-04"), ("04122026", "2026-12-04"), ("4.12.2026", "2026-12-04"),
        (" 4  Des 2026 ", "2026-12-04"), ("4 desember 2026", "2026-12-04"), ("17 Agt. 2026", "2026-08-17"),
        ("2026-12-04", "2026-12-04"), ("29/2/2028", "2028-02-29"), ("hari ini", "2026-11-24"), ("Besok", "2026-11-25"),
        ("kemarin", "2026-11-23"),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(typed: str, day: str) -> None:
    assert read_typed_day(typed, TODAY, field="from").isoformat() == day


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "day_missing"), ("  ", "day_missing"), ("minggu depan", "day_format"), ("12/2026", "day_format"),
        ("4 Foo 2026", "day_format"), ("30/2/2026", "day_impossible"), ("29/2/2026", "day_impossible"),
        ("1/13/2026", "day_impossible"), ("1/1/0001", "day_impossible"), ("2026-1-1", "day_format"),
        ("٤/١٢/٢٠٢٦", "day_format"), ("x" * 500, "day_format"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_how_to_write_it(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_typed_day(typed, TODAY, field="from")
    assert (refused.value.code, refused.value.field) == (code, "from")
    assert len(refused.value.message) < 200


@given(st.dates(date(1945, 1, 1), date(2199, 12, 31)))
def test_what_desk_writes_it_reads_back(day: date) -> None:
    for written in (short_date(day), plain_date(day), day.isoformat()):
        assert read_typed_day(written, TODAY, field="from") == day
