"""Tracking codes catch what people do to them on the way from the slip to the counter."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import tracking
from desk.domain.errors import Refused

codes = st.binary(min_size=10, max_size=10).map(lambda seed: tracking.new_code(lambda _: seed))


def test_the_alphabet_has_32_symbols_without_those_that_are_confused() -> None:
    assert len(set(tracking.ALPHABET)) == 32
    assert not set("0O1I") & set(tracking.ALPHABET)


def test_every_position_weighs_differently_and_never_nothing() -> None:
    weights = [tracking._times_weight(1, position) for position in range(tracking.LENGTH)]
    assert len(set(weights)) == tracking.LENGTH
    assert 0 not in weights


def test_multiplication_is_that_of_a_field() -> None:
    for position in range(tracking.LENGTH):
        assert len({tracking._times_weight(value, position) for value in range(32)}) == 32
        for one, other in combinations(range(32), 2):
            separately = tracking._times_weight(one, position) ^ tracking._times_weight(other, position)
            assert tracking._times_weight(one ^ other, position) == separately


@given(codes)
def test_a_code_reads_back_as_it_was_made(code: str) -> None:
    assert len(code) == 11
    assert tracking.read_code(code) == code
    assert tracking.read_code(tracking.show_code(code)) == code
    assert tracking.read_code(f"  {tracking.show_code(code).lower().replace('-', ' ')}\n") == code


@given(codes, st.integers(0, 10), st.sampled_from(tracking.ALPHABET))
def test_one_wrong_symbol_is_caught(code: str, position: int, symbol: str) -> None:
    wrong = code[:position] + symbol + code[position + 1 :]
    if wrong != code:
        with pytest.raises(Refused):
            tracking.read_code(wrong)


def test_every_substitution_and_every_transposition_of_some_codes_is_caught() -> None:
    source = random.Random(11)
    for _ in range(10):
        code = tracking.new_code(source.randbytes)
        for position in range(11):
            for symbol in tracking.ALPHABET:
                wrong = code[:position] + symbol + code[position + 1 :]
                assert (tracking._sum(wrong) == 0) == (wrong == code)
        for one, other in combinations(range(11), 2):
            symbols = list(code)
            symbols[one], symbols[other] = symbols[other], symbols[one]
            wrong = "".join(symbols)
            assert (tracking._sum(wrong) == 0) == (wrong == code)


@given(codes, st.integers(0, 10), st.integers(0, 10))
def test_two_symbols_that_changed_places_are_caught_wherever_they_stand(code: str, one: int, other: int) -> None:
    symbols = list(code)
    symbols[one], symbols[other] = symbols[other], symbols[one]
    wrong = "".join(symbols)
    if wrong != code:
        with pytest.raises(Refused) as refused:
            tracking.read_code(wrong)
        assert refused.value.code == "tracking_check"


def test_codes_are_shown_in_groups() -> None:
    assert tracking.show_code("23456789ABC") == "2345-6789-ABC"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "tracking_length"),
        ("2345-6789", "tracking_length"),
        ("2345-6789-ABCD", "tracking_length"),
        ("2345-6789-ABO", "tracking_symbol"),
        ("1345-6789-ABC", "tracking_symbol"),
        ("2345/6789/ABC", "tracking_symbol"),
        ("ßßßß", "tracking_symbol"),
        ("２3456789ABC", "tracking_symbol"),
    ],
)
def test_what_is_no_code_is_refused_in_words(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        tracking.read_code(text, field="code")
    assert refused.value.code == code
    assert refused.value.field == "code"
    assert refused.value.message.endswith(".")


def test_letters_that_look_like_digits_are_explained() -> None:
    with pytest.raises(Refused, match="tidak pernah dipakai"):
        tracking.read_code("O345-6789-ABC")


def test_a_random_source_that_fails_is_not_papered_over() -> None:
    with pytest.raises(ValueError, match="too few"):
        tracking.new_code(lambda _: b"")
