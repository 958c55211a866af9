"""Identity numbers: the impossible is refused, the unlikely is said, nothing is overwritten."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import identity
from desk.domain.errors import Refused

TODAY = date(2026, 11, 22)
births = st.dates(date(1930, 1, 1), TODAY)


def nik_of(region: str, birth: date, sex: str, serial: int) -> str:
    day = birth.day + (40 if sex == "P" else 0)
    return f"{region}{day:02d}{birth.month:02d}{birth.year % 100:02d}{serial:04d}"


@pytest.mark.parametrize(
    ("text", "sex", "dates"),
    [
        ("3273010101010001", "L", (date(1901, 1, 1), date(2001, 1, 1))),
        ("3273017101010001", "P", (date(1901, 1, 31), date(2001, 1, 31))),
        ("1811016502900001", "P", (date(1990, 2, 25),)),
        ("6302064411260003", "P", (date(1926, 11, 4), date(2026, 11, 4))),
    ],
)
def test_a_nik_says_sex_and_birth_in_every_century_that_has_come(text: str, sex: str, dates: tuple[date, ...]) -> None:
    nik = identity.read_nik(text, TODAY)
    assert nik.digits == text
    assert nik.sex == sex
    assert nik.birth_dates == dates


def test_a_nik_says_where_it_was_first_registered() -> None:
    nik = identity.read_nik("3514122502900001", TODAY)
    assert (nik.province, nik.regency, nik.district) == ("35", "35.14", "35.14.12")


def test_spaces_dots_and_dashes_are_dropped() -> None:
    for written in (
        "35.14.12 250290 0001",
        "3514-1225-0290-0001",
        "  3514122502900001\n",
        "3514\u00a01225\u20130290 0001",
    ):
        assert identity.read_nik(written, TODAY).digits == "3514122502900001"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nik_length"),
        ("351412250290000", "nik_length"),
        ("35141225029000011", "nik_length"),
        ("351412250290000O", "nik_digits"),
        ("٣٥١٤١٢٢٥٠٢٩٠٠٠٠١", "nik_digits"),
        ("1111111111111111", "nik_repeated"),
        ("0000000000000000", "nik_repeated"),
        ("3514122502900000", "nik_serial"),
        ("3514123002950001", "nik_date"),
        ("3514127002950001", "nik_date"),
        ("3514120002950001", "nik_date"),
        ("3514124002950001", "nik_date"),
        ("3514127202950001", "nik_date"),
        ("3514129902950001", "nik_date"),
        ("3514122500950001", "nik_date"),
        ("3514122513950001", "nik_date"),
        ("3514122902950001", "nik_date"),
    ],
)
def test_an_impossible_nik_is_refused_at_its_field_without_repeating_it(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        identity.read_nik(text, TODAY, field="beneficiaries[2].nik")
    assert refused.value.code == code
    assert refused.value.field == "beneficiaries[2].nik"
    assert refused.value.message.endswith(".")
    assert not text or text not in refused.value.message


def test_the_29th_of_february_is_read_in_the_century_that_has_it() -> None:
    assert identity.read_nik("3514122902000001", TODAY).birth_dates == (date(2000, 2, 29),)


def test_a_clock_that_fell_back_refuses_nobody() -> None:
    assert identity.read_nik("3514122902000001", date(1980, 1, 1)).birth_dates == ()


@given(births, st.sampled_from("LP"), st.integers(1, 9999))
def test_whoever_was_born_finds_their_birth_in_their_nik(birth: date, sex: str, serial: int) -> None:
    nik = identity.read_nik(nik_of("351412", birth, sex, serial), TODAY)
    assert birth in nik.birth_dates
    assert nik.sex == sex
    assert all(reading <= TODAY for reading in nik.birth_dates)


@given(st.text(max_size=24))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    with suppress(Refused):
        assert len(identity.read_nik(text, TODAY).digits) == 16


KNOWN: dict[str, Any] = {
    "office_region": "35.14",
    "known_regencies": frozenset({"35.14", "35.75"}),
    "known_districts": frozenset({"35.14.12"}),
}


def warnings(text: str, sex: identity.Sex | None, birth: date | None, **known: Any) -> list[str]:
    found = identity.nik_warnings(identity.read_nik(text, TODAY), sex=sex, birth_date=birth, **{**KNOWN, **known})
    return [warning.code for warning in found]


def test_a_nik_that_agrees_with_the_form_raises_no_warning() -> None:
    assert warnings("3514122502900001", "L", date(1990, 2, 25)) == []
    assert warnings("3514122502900001", None, None) == []


def test_either_century_agrees() -> None:
    assert warnings("3514124411260003", "P", date(1926, 11, 4)) == []
    assert warnings("3514124411260003", "P", date(2026, 11, 4)) == []


def test_what_differs_from_the_form_is_said_and_names_the_readings() -> None:
    nik = identity.read_nik("3514126502900001", TODAY)
    found = identity.nik_warnings(nik, sex="L", birth_date=date(1991, 2, 25), **KNOWN)
    assert [warning.code for warning in found] == ["nik_birth_date_differs", "nik_sex_differs"]
    assert "25 Februari 1990" in found[0].sentence
    assert "perempuan" in found[1].sentence


def test_a_nik_from_elsewhere_is_only_a_mild_note() -> None:
    found = identity.nik_warnings(identity.read_nik("3575012502900001", TODAY), sex=None, birth_date=None, **KNOWN)
    assert [(warning.code, warning.mild) for warning in found] == [("nik_region_elsewhere", True)]


@pytest.mark.parametrize("text", ["3599012502900001", "3514992502900001", "0114122502900001", "3514002502900001"])
def test_an_unknown_region_is_a_warning(text: str) -> None:
    assert warnings(text, None, None) == ["nik_region_unknown"]


def test_a_level_that_the_table_does_not_hold_is_not_judged() -> None:
    assert warnings("3599012502900001", None, None, known_regencies=()) == ["nik_region_elsewhere"]
    assert warnings("3575992502900001", None, None) == ["nik_region_elsewhere"]
    nothing: dict[str, Any] = {"known_regencies": (), "known_districts": ()}
    assert warnings("3514992502900001", None, None, **nothing) == []
    assert warnings("9914992502900001", None, None, **nothing, known_provinces={"35"}) == ["nik_region_unknown"]


def test_a_family_card_number_holds_the_date_of_its_recording() -> None:
    kk = identity.read_kk("3514 1225 0215 0007", TODAY)
    assert kk.digits == "3514122502150007"
    assert kk.district == "35.14.12"
    assert kk.recorded_on == (date(1915, 2, 25), date(2015, 2, 25))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("35141225021500", "kk_length"),
        ("3514126502150007", "kk_date"),
        ("3514122502150000", "kk_serial"),
        ("3333333333333333", "kk_repeated"),
        ("351412250215000x", "kk_digits"),
    ],
)
def test_an_impossible_family_card_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        identity.read_kk(text, TODAY)
    assert refused.value.code == code
    assert refused.value.field == "applicant.kk"


def test_a_family_card_number_is_no_members_nik() -> None:
    identity.refuse_nik_as_kk("3514122502150007", ["3514122502900001", ""])
    identity.refuse_nik_as_kk("", [""])
    with pytest.raises(Refused) as refused:
        identity.refuse_nik_as_kk("3514122502900001", ["", "3514 1225 0290 0001"])
    assert refused.value.code == "kk_is_nik"


@pytest.mark.parametrize(
    ("number", "masked"),
    [("3514122502900001", "3514••••••••0001"), ("", ""), ("12345678", "••••••••"), ("123456789", "1234•6789")],
)
def test_numbers_are_masked_in_the_middle(number: str, masked: str) -> None:
    assert identity.mask(number) == masked


def test_a_birth_date_is_read_from_iso_text() -> None:
    assert identity.parse_birth_date(" 1990-02-25 ", TODAY) == date(1990, 2, 25)
    assert identity.parse_birth_date("2026-11-22", TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("", "birth_date_format", "1990-02-25"),
        ("25-02-1990", "birth_date_format", "1990-02-25"),
        ("1990-2-25", "birth_date_format", "1990-02-25"),
        ("1995-02-30", "birth_date_impossible", "30 Februari 1995 tidak ada"),
        ("1995-02-29", "birth_date_impossible", "29 Februari 1995 tidak ada"),
        ("1995-13-01", "birth_date_impossible", "bulan ke-13"),
        ("0000-01-01", "birth_date_impossible", "tidak ada"),
        ("2026-11-23", "birth_date_future", "belum terjadi"),
        ("1095-11-23", "birth_date_too_old", "1095"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused_in_words(text: str, code: str, part: str) -> None:
    with pytest.raises(Refused) as refused:
        identity.parse_birth_date(text, TODAY, field="applicant.birth_date")
    assert refused.value.code == code
    assert part in refused.value.message


def test_age_counts_completed_years() -> None:
    assert identity.age_on(date(1990, 11, 22), TODAY) == 36
    assert identity.age_on(date(1990, 11, 23), TODAY) == 35
    assert identity.age_on(TODAY, TODAY) == 0


def test_who_was_born_on_the_29th_of_february_ages_on_the_first_of_march() -> None:
    assert identity.age_on(date(2000, 2, 29), date(2026, 2, 28)) == 25
    assert identity.age_on(date(2000, 2, 29), date(2026, 3, 1)) == 26
    assert identity.age_on(date(2000, 2, 29), date(2028, 2, 29)) == 28


def test_the_unborn_have_no_age() -> None:
    with pytest.raises(Refused):
        identity.age_on(TODAY + timedelta(days=1), TODAY)


@given(births, st.integers(0, 40_000))
def test_age_grows_by_at_most_a_year_a_year(birth: date, days: int) -> None:
    day = birth + timedelta(days=days)
    assert days // 366 <= identity.age_on(birth, day) <= days // 365
    assert identity.age_on(birth, day) <= identity.age_on(birth, day + timedelta(days=1))
