"""A case made from fields, whatever fields; and the stretches in which its clock stood."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.case import FACT_FIELDS, applicant_writes, case_of, pauses
from desk.domain.fold import fold
from desk.domain.intake import Beneficiary, ExternalReference, Tick
from desk.domain.route import offers
from tests.devices import CASE, Device
from tests.factory import applicant, case, entry

UNTIL = datetime.fromisoformat("2026-11-24T16:00:00+07:00")


def stretches(*lines: tuple[str, str | None], complete_at: str | None = "2026-11-24T09:15:00+07:00") -> list[str]:
    history = tuple(entry(at, facts={} if state is None else {"state": state}) for at, state in lines)
    found = pauses(case(history=history, complete_at=complete_at), UNTIL)
    return [f"{begin:%H.%M}-{end:%H.%M}" for begin, end in found]


# pauses


def test_the_clock_stands_while_the_file_is_with_its_applicant() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned"), ("11:30", "open")) == ["10.00-11.30"]


def test_a_file_still_with_its_applicant_pauses_until_now() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned")) == ["10.00-16.00"]


def test_notes_and_steps_in_between_neither_start_nor_end_a_pause() -> None:
    lines = (("09:15", "open"), ("10:00", "returned"), ("10:30", None), ("11:00", "returned"), ("11:30", "open"))
    assert stretches(*lines) == ["10.00-11.30"]


def test_paused_resumed_and_paused_again_counts_each_stretch_once() -> None:
    lines = (("09:15", "open"), ("10:00", "returned"), ("10:20", "open"), ("13:00", "returned"), ("13:05", "open"))
    assert stretches(*lines) == ["10.00-10.20", "13.00-13.05"]


def test_waiting_for_papers_before_the_file_was_complete_is_no_pause() -> None:
    assert stretches(("08:00", "returned"), ("09:15", "open")) == []


def test_a_file_that_was_never_complete_has_no_pauses() -> None:
    assert stretches(("08:00", "returned"), complete_at=None) == []


def test_ending_the_file_while_it_is_with_its_applicant_ends_the_pause() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned"), ("12:00", "withdrawn")) == ["10.00-12.00"]


def test_a_clock_set_back_gives_a_pause_of_no_length_and_never_a_negative_one() -> None:
    assert stretches(("09:15", "open"), ("10:00", "returned"), ("09:30", "open")) == ["10.00-10.00"]


def test_a_time_that_is_none_is_passed_over() -> None:
    history = (entry("09:15", facts={"state": "open"}), entry("Tkemarin", facts={"state": "returned"}))
    assert pauses(case(history=history), UNTIL) == ()


# fields


def folded_case(facts: dict[str, Any] | None = None, data: dict[str, Any] | None = None) -> Any:
    device = Device("A")
    device.write(facts, data)
    return case_of(CASE, device.folded)


def test_what_was_written_is_read_back() -> None:
    siti = applicant()
    facts, data = applicant_writes(siti)
    data |= {
        "beneficiary.1": {"name": "Ahmad", "nik": "", "relation": "anak", "note": ""},
        "beneficiary.10": {"name": "Umi", "nik": "", "relation": "", "note": ""},
        "beneficiary.2": {"name": "Budi", "nik": "", "relation": "", "note": ""},
        "requirement.ktp": {"met": True, "note": "asli"},
        "answer.dtks": False,
        "external_reference": {"system": "SIKS-NG", "number": "77"},
    }
    found = folded_case({**facts, "state": "returned", "position": 2}, data)
    assert found.applicant == siti
    assert found.beneficiaries == (Beneficiary("Ahmad", relation="anak"), Beneficiary("Budi"), Beneficiary("Umi"))
    assert found.checklist == {"ktp": Tick(met=True, note="asli")}
    assert found.answers == {"dtks": False}
    assert found.external_reference == ExternalReference("SIKS-NG", "77")
    assert (found.state, found.position) == ("returned", 2)


def test_an_applicant_is_split_into_what_recaps_count_and_what_is_sealed() -> None:
    facts, data = applicant_writes(applicant())
    assert set(facts) == {"applicant_kind", "sex", "district", "village"} <= FACT_FIELDS
    assert not set(data) & FACT_FIELDS


def test_empty_fields_are_not_written() -> None:
    facts, data = applicant_writes(applicant(nik="", phone="", sex=None))
    assert "sex" not in facts
    assert not {"applicant.nik", "applicant.phone"} & set(data)


def test_a_field_that_a_newer_desk_added_to_a_value_is_passed_over_and_the_rest_is_read() -> None:
    found = folded_case(
        data={
            "requirement.ktp": {"met": True, "scan": "abc"},
            "beneficiary.1": {"name": "Ahmad", "photo": "abc"},
            "external_reference": {"system": "SIKS-NG", "number": "77", "url": "x"},
        }
    )
    assert found.checklist == {"ktp": Tick(met=True)}
    assert found.beneficiaries == (Beneficiary("Ahmad"),)
    assert found.external_reference == ExternalReference("SIKS-NG", "77")


def test_a_beneficiary_taken_off_the_list_is_gone() -> None:
    device = Device("A")
    device.write(data={"beneficiary.1": {"name": "Ahmad"}, "beneficiary.2": {"name": "Budi"}})
    device.write(data={"beneficiary.1": None})
    assert case_of(CASE, device.folded).beneficiaries == (Beneficiary("Budi"),)


FIELDS = (
    *sorted(FACT_FIELDS), "applicant.name", "applicant.nik", "beneficiary.1", "beneficiary.x", "beneficiary.",
    "requirement.ktp", "requirement.", "answer.dtks", "external_reference", "note", "unknown",
)  # fmt: skip
odd_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["met", "name", "form", "count", "system", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(FIELDS), odd_values), st.sampled_from(["2026-11-24T09:00:00+07:00", "", "x"]))
def test_a_case_can_be_made_of_whatever_an_authentic_event_holds(writes: dict[str, Any], at: str) -> None:
    device = Device("A")
    device.write(
        {name: value for name, value in writes.items() if name in FACT_FIELDS},
        {name: value for name, value in writes.items() if name not in FACT_FIELDS},
        at=at,
    )
    found = case_of(CASE, device.folded)
    assert isinstance(found.state, str)
    assert isinstance(found.position, int)
    assert all(isinstance(tick.met, bool) for tick in found.checklist.values())
    offers(found)
    pauses(found, UNTIL)
    assert found.as_intake().service == found.service


# flags


@pytest.mark.parametrize(
    ("changes", "flags"),
    [
        ({}, ()),
        ({"conflicts": {"state": ()}}, ("conflict",)),
        ({"read_only": True, "waiting": 2}, ("read_only", "waiting_for_events")),
        ({"destroyed": True}, ("destroyed",)),
    ],
)
def test_flags_say_what_an_officer_must_know(changes: dict[str, Any], flags: tuple[str, ...]) -> None:
    assert case(**changes).flags == flags


def test_a_case_of_no_events_is_empty_and_not_invented() -> None:
    found = case_of(CASE, fold(CASE, []))
    assert (found.registration_number, found.applicant.name, found.complete_at) == ("", "", None)
