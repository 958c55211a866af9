"""A scanner is told from a hand by timing, and a hand never loses a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.ui.scanner import GAP_MS, SHORTEST, Scanner, clean

CODE = "EPCHNF6MFEM"


def typed(scanner: Scanner, text: str, gap: float, start: float = 0.0) -> tuple[str, list[str]]:
    """(what reached the field, what was scanned) of keys typed with that gap."""
    field, held, scans, now = "", "", [], start
    for key in text:
        now += gap
        if scanner.holding and gap > GAP_MS:  # the window's timer
            scanner.expired()
            field, held = field + held, ""
        answer = scanner.feed(key, now)
        if answer.verdict == "held":
            held += key
        elif answer.verdict == "scanned":
            scans.append(answer.code)
            held = ""
        else:
            field, held = field + held + key, ""
    if scanner.holding:
        scanner.expired()
        field += held
    return field, scans


def test_a_burst_with_enter_is_a_scan_and_nothing_reaches_the_field() -> None:
    assert typed(Scanner(), CODE + "\r", 4) == ("", [CODE])


def test_the_same_letters_from_a_hand_are_typing() -> None:
    assert typed(Scanner(), CODE + "\r", 90) == (CODE + "\r", [])


@pytest.mark.parametrize("gap", [1, 10, 20, GAP_MS])
def test_slow_scanners_are_scanners_too(gap: float) -> None:
    assert typed(Scanner(), CODE + "\r", gap) == ("", [CODE])


def test_a_short_burst_is_given_back_with_its_enter() -> None:
    assert typed(Scanner(), "12\r", 3) == ("12\r", [])


def test_a_burst_without_enter_is_given_back() -> None:
    assert typed(Scanner(), CODE, 3) == (CODE, [])


def test_enter_long_after_a_burst_is_an_enter() -> None:
    scanner = Scanner()
    for place, key in enumerate(CODE):
        scanner.feed(key, place * 3.0)
    assert scanner.feed("\r", 500).verdict == "passed"


def test_keys_that_do_not_type_are_let_through_and_give_back_what_was_held() -> None:
    scanner = Scanner()
    scanner.feed("A", 0)
    assert scanner.feed("\b", 5).verdict == "passed"
    assert not scanner.holding


def test_ctrl_c_is_never_held() -> None:
    assert Scanner().feed("\x03", 0, plain=False).verdict == "passed"


@pytest.mark.parametrize(
    "raw",
    [
        f"\x02{CODE}\x03",
        f"]Q3{CODE}",
        f"\x1d{CODE}",
        f"https://dinsos.pasuruankab.go.id/lacak/{CODE}",
        f"https://dinsos.pasuruankab.go.id/lacak?k={CODE}",
        f" {CODE} ",
    ],
)
def test_prefixes_control_characters_and_addresses_are_taken_off(raw: str) -> None:
    assert clean(raw) == CODE


def test_a_scan_that_begins_with_a_control_character() -> None:
    assert typed(Scanner(), f"\x02]Q3{CODE}\x03\r", 5) == ("", [CODE])


@given(st.text(st.sampled_from("abcXYZ0189 -/.,"), max_size=40), st.floats(min_value=GAP_MS + 1, max_value=800))
def test_no_letter_of_a_hand_is_lost_or_moved(text: str, gap: float) -> None:
    assert typed(Scanner(), text, gap) == (text, [])


@given(st.text(st.sampled_from("abcXYZ0189 -/.,"), max_size=SHORTEST * 3), st.floats(min_value=0, max_value=GAP_MS))
def test_rolled_keys_without_enter_are_all_given_back(text: str, gap: float) -> None:
    assert typed(Scanner(), text, gap) == (text, [])
