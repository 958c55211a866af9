"""The code on a disposition sheet survives what happens to it between the printer and the scanner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.errors import Refused
from desk.domain.sheet_code import (
    SheetCode,
    is_sheet_code,
    is_station_slot,
    read_sheet_code,
    station_slot,
    step_of_slot,
)
from desk.domain.tracking import ALPHABET, new_code
from tests.factory import service, steps

codes = st.binary(min_size=10, max_size=10).map(lambda seed: new_code(lambda _: seed))
slots = st.integers(0, 99).map(lambda n: f"S{n}") | st.text(ALPHABET, min_size=4, max_size=8)
marks = st.just("") | st.text(ALPHABET, min_size=4, max_size=4)
sheets = st.builds(SheetCode, codes, slots, marks)


@given(sheets)
def test_a_sheet_s_code_reads_back_whichever_way_it_comes_in(sheet: SheetCode) -> None:
    for said in (sheet.text, sheet.text.lower(), sheet.text.replace("-", ""), f" {sheet.text} \r"):
        assert is_sheet_code(said)
        assert read_sheet_code(said) == sheet
    assert read_sheet_code(sheet.shown) == SheetCode(sheet.tracking_code, sheet.slot)  # by hand, without the mark


@given(codes)
def test_a_tracking_code_or_registration_number_is_no_sheet(code: str) -> None:
    assert not is_sheet_code(code)
    assert not is_sheet_code("DABC1-2026-000123")
    assert not is_sheet_code("D-3514096502900001")


@given(sheets, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_of_the_file_s_code_is_noticed(sheet: SheetCode, place: int, symbol: str) -> None:
    wrong = sheet.tracking_code[:place] + symbol + sheet.tracking_code[place + 1 :]
    if wrong != sheet.tracking_code:
        with pytest.raises(Refused) as refusal:
            read_sheet_code(SheetCode(wrong, sheet.slot, sheet.mark).text)
        assert refusal.value.code == "tracking_check"


@pytest.mark.parametrize("said", ["", "D", "GH7NHDSGUBG", "D-GH7NHDSGUBG", "D-GH7NHDSGUBG-S", "D-GH7NHDSGUBG-S123"])
def test_what_is_no_sheet_s_code_is_refused_with_an_example(said: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_sheet_code(said, field="code")
    assert refusal.value.code == "sheet_code"
    assert refusal.value.field == "code"
    assert "D-GH7N-HDSG-UBG-S4" in refusal.value.message


def test_a_step_s_slot_is_its_place_in_the_route() -> None:
    made = service(route=steps("receive", "dispose", "sign"))
    assert [station_slot(made, step) for step in made.route] == ["S1", "S2", "S3"]
    assert [step_of_slot(made, slot) for slot in ("S1", "S2", "S3")] == list(made.route)
    assert [step_of_slot(made, slot) for slot in ("S0", "S4", "S99", "K7MW")] == [None] * 4
    assert station_slot(made, None) == "S0"


def test_a_disposition_s_slot_is_never_taken_for_a_step_s() -> None:
    assert is_station_slot("S4")
    assert not is_station_slot("S444")  # four symbols: a disposition's id
