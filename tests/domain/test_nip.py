"""Numbers of officials, civil servants and those on contract."""

from __future__ import annotations

from datetime import date

import pytest

from desk.domain.errors import Refused
from desk.domain.nip import format_nip, read_nip


@pytest.mark.parametrize(
    "text", ["197911182003122012", "19791118 200312 2 012", "NIP. 19791118 200312 2 012", "nip 19791118-200312-2-012"]
)
def test_a_nip_is_stored_as_digits_however_it_is_written(text: str) -> None:
    nip = read_nip(text)
    assert nip.digits == "197911182003122012"
    assert (nip.birth_date, nip.sex, nip.label) == (date(1979, 11, 18), "P", "NIP")


def test_a_nip_is_printed_in_groups() -> None:
    assert format_nip("197911182003122012") == "19791118 200312 2 012"
    assert format_nip("") == ""


def test_digits_13_and_14_that_are_no_month_make_it_a_contract_number() -> None:
    assert read_nip("199012012022211005").label == "NI PPPK"
    assert read_nip("NI PPPK 199012012022211005").kind == "pppk"
    assert read_nip("199012012020121005").label == "NIP"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nip_length"),
        ("19791118 200312 2 01", "nip_length"),
        ("19791118 200312 2 O12", "nip_digits"),
        ("19872509 201001 1 005", "nip_date"),
        ("19791118 200312 3 012", "nip_sex"),
    ],
)
def test_an_impossible_nip_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_nip(text)
    assert refused.value.code == code
    assert refused.value.field == "officer.nip"
