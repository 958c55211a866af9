"""Telephone numbers in one form, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import Refused
from desk.domain.phone import read_phone, show_phone, whatsapp_digits


@pytest.mark.parametrize(
    "text",
    [
        "0812-3456-7890",
        "+62 812 3456 7890",
        "62 81234567890",
        "(0812) 3456.7890",
        "81234567890",
        "+62 (0)812 3456 7890",
        "0062 812 3456 7890",
    ],
)
def test_one_number_has_one_form(text: str) -> None:
    assert read_phone(text) == "6281234567890"


def test_mobiles_are_shown_in_groups_and_reached_by_whatsapp() -> None:
    assert show_phone("6281234567890") == "0812-3456-7890"
    assert whatsapp_digits("6281234567890") == "6281234567890"


def test_a_landline_keeps_its_area_code_and_has_no_whatsapp() -> None:
    assert read_phone("(0343) 427605") == "62343427605"
    assert show_phone("62343427605") == "0343427605"
    assert whatsapp_digits("62343427605") is None


def test_a_number_abroad_is_taken_with_its_plus() -> None:
    assert read_phone("+60 12-345 6789") == "60123456789"
    assert show_phone("60123456789") == "+60123456789"
    assert whatsapp_digits("60123456789") == "60123456789"


def test_no_number_is_shown_as_nothing() -> None:
    assert show_phone("") == ""
    assert whatsapp_digits("") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "phone_digits"),
        ("+", "phone_digits"),
        ("tidak ada", "phone_digits"),
        ("0812345 / WA", "phone_digits"),
        ("427605", "phone_area"),
        ("0812", "phone_length"),
        ("081234567890123", "phone_length"),
        ("+60 12", "phone_length"),
    ],
)
def test_what_is_no_number_is_refused_at_its_field(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_phone(text)
    assert refused.value.code == code
    assert refused.value.field == "applicant.phone"


@given(st.from_regex(r"08[1-9][0-9]{8,9}", fullmatch=True))
def test_reading_what_is_shown_changes_nothing(text: str) -> None:
    digits = read_phone(text)
    assert read_phone(show_phone(digits)) == digits
    assert read_phone(digits) == digits
