"""Indonesian dates, times, months and numbers in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import dates

FRIDAY = date(2026, 12, 18)


def test_the_forms_of_a_date() -> None:
    assert dates.long_date(FRIDAY) == "Jumat, 18 Desember 2026"
    assert dates.plain_date(FRIDAY) == "18 Desember 2026"
    assert dates.short_date(FRIDAY) == "18/12/2026"
    assert dates.short_date(date(2026, 1, 5)) == "05/01/2026"


def test_english_where_asked() -> None:
    assert dates.long_date(FRIDAY, "en") == "Friday, 18 December 2026"
    assert dates.plain_date(date(2026, 5, 1), "en") == "1 May 2026"
    moment = datetime(2026, 12, 18, 14, 5, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert dates.date_and_time(moment, "en") == "Friday, 18 December 2026 at 14:05 WIB"


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Asia/Jakarta", "WIB"),
        ("Asia/Pontianak", "WIB"),
        ("Asia/Makassar", "WITA"),
        ("Asia/Jayapura", "WIT"),
        ("Asia/Singapore", "UTC+08:00"),
        ("Asia/Kolkata", "UTC+05:30"),
        ("UTC", "UTC"),
    ],
)
def test_the_zone_is_named_from_its_iana_name(zone: str, name: str) -> None:
    assert dates.clock_time(datetime(2026, 12, 18, 14, 5, tzinfo=ZoneInfo(zone))) == f"14.05 {name}"


def test_a_bare_offset_of_an_iso_time_is_named_too() -> None:
    assert dates.clock_time(datetime.fromisoformat("2026-12-18T14:05:00+08:00")) == "14.05 WITA"
    west = datetime(2026, 12, 18, 14, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    assert dates.zone_name(west) == "UTC-03:30"


def test_a_naive_time_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="naive"):
        dates.clock_time(datetime(2026, 12, 18, 14, 5))  # noqa: DTZ001 - that it is naive is the point


def test_months_in_roman_numerals() -> None:
    romans = "I II III IV V VI VII VIII IX X XI XII".split()
    assert [dates.roman_month(month) for month in range(1, 13)] == romans


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_that_does_not_exist_is_a_fault_of_the_program(month: int) -> None:
    with pytest.raises(ValueError, match="no such month"):
        dates.roman_month(month)
    with pytest.raises(ValueError, match="no such month"):
        dates.month_name(month)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (15, "lima belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1500, "seribu lima ratus"),
        (1999, "seribu sembilan ratus sembilan puluh sembilan"),
        (2026, "dua ribu dua puluh enam"),
        (11000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_234_567, "satu juta dua ratus tiga puluh empat ribu lima ratus enam puluh tujuh"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (-3, "minus tiga"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert dates.terbilang(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (111, "one hundred and eleven"),
        (1005, "one thousand and five"),
        (1500, "one thousand five hundred"),
        (2026, "two thousand and twenty-six"),
        (10**12, "one trillion"),
    ],
)
def test_numbers_in_english_words(number: int, words: str) -> None:
    assert dates.terbilang(number, "en") == words


def test_a_number_beyond_words_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        dates.terbilang(10**15)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_words_are_never_empty_and_single_spaced(number: int) -> None:
    words = dates.terbilang(number)
    assert words == " ".join(words.split())
    assert words


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_different_numbers_have_different_words(one: int, other: int) -> None:
    assert (dates.terbilang(one) == dates.terbilang(other)) == (one == other)


def test_the_date_of_a_berita_acara() -> None:
    assert dates.date_in_words(date(2026, 11, 22)) == (
        "Minggu, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam (22-11-2026)"
    )
