"""A case made from fields, whatever fields."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.case import FACT_FIELDS, applicant_writes, case_of, is_fact
from desk.domain.clock import clock_of
from desk.domain.fold import fold
from desk.domain.intake import Beneficiary, ExternalReference, Tick
from desk.domain.movement import holders
from desk.domain.offers import offers
from desk.domain.proceedings import GivenBack, Handover, Letter, Visit
from desk.domain.route import current
from tests.calendars import WEEK
from tests.devices import CASE, Device
from tests.factory import applicant, case, met, service

# fields


NOON = datetime.fromisoformat("2026-11-24T12:00:00+07:00")


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
    "disposition.ABCD", "disposition.ABCD.state", "disposition.ABCD.instruction", "disposition.ABCD.answer",
    "disposition.EFGH", "disposition.EFGH.state", "disposition.", "hand_off.JKMN", "hand_off.JKMN.state",
    "hand_off.JKMN.reference", "visit.PQRS", "visit.", "letter.sign", "letter.sign.number", "handover", "record.sign.x",
    "record.sign", "unrecorded.sign.x", "unrecorded.", "given_back.ktp", "absorbed.x",
)  # fmt: skip
KEYS = (
    "met",
    "name",
    "form",
    "count",
    "system",
    "step",
    "role",
    "position",
    "to",
    "from",
    "parent",
    "body",
    "number",
    "x",
)
odd_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=4)
    | st.sampled_from(["open", "returned", "waiting", "passed_on", "ABCD", "EFGH", "s1", "2026-11-24T08:00:00+07:00"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=4,
)
odd_writes = st.dictionaries(st.sampled_from(FIELDS), odd_values)
odd_times = st.sampled_from(["2026-11-24T09:00:00+07:00", "2026-11-24T09:00:00", "", "x"])


@given(st.lists(st.tuples(odd_writes, odd_times), min_size=1, max_size=3))
def test_a_case_can_be_made_of_whatever_an_authentic_event_holds(written: list[tuple[dict[str, Any], str]]) -> None:
    device = Device("A")
    for writes, at in written:
        device.write(
            {name: value for name, value in writes.items() if is_fact(name)},
            {name: value for name, value in writes.items() if not is_fact(name)},
            at=at,
        )
    found = case_of(CASE, device.folded)
    assert isinstance(found.state, str)
    assert found.position is None or found.position >= 0
    assert all(isinstance(tick.met, bool) for tick in found.checklist.values())
    assert all(holder.position for holder in found.holders)
    assert {stay.holder.slot for stay in found.journey.now} <= {holder.slot for holder in found.holders}
    offers(found, service())
    current(service(), found)
    clock_of(found, service(), WEEK, NOON)
    assert isinstance(found.flags, tuple)
    assert found.as_intake().service == found.service


# what was said and done on the way


def test_what_was_said_and_done_on_the_way_is_read_back() -> None:
    found = folded_case(
        {
            "state": "open",
            "letter.tanda_tangan": {"kind": "permit", "name": "Izin", "step": "tanda_tangan"},
            "letter.tanda_tangan.number": {"number": "460/7/2026", "date": "2026-11-24"},
            "unrecorded.survei.date": True,
            "unrecorded.survei.people": None,
            "absorbed.x": True,
            "absorbed.y": False,
        },
        {
            "visit.ABCD": {"finding": "Rumah kosong", "people": ["Budi"], "step": "survei"},
            "record.survei.people": ["Budi"],
            "handover": {"name": "Ahmad", "relation": "anak", "step": "serahkan"},
            "given_back.kk": {"to": "Siti", "date": "2026-11-24"},
        },
    ).proceedings
    assert found.letters == (
        Letter("tanda_tangan", "permit", "Izin", "tanda_tangan", number="460/7/2026", date="2026-11-24"),
    )
    assert found.visits == (Visit("ABCD", "Rumah kosong", people=("Budi",), step="survei"),)
    assert found.unrecorded == {"survei": ("date",)}
    assert found.records == {"survei": {"people": ["Budi"]}}
    assert found.handover == Handover("Ahmad", "anak", step="serahkan")
    assert found.given_back == {"kk": GivenBack("Siti", "2026-11-24")}
    assert found.absorbed == ("x",)


def test_an_end_s_time_is_of_a_file_that_has_ended() -> None:
    """While two counters differ, the state that is shown may be another event's than the time."""
    closing, moving = Device("A"), Device("B")
    start = closing.write({"state": "open", "complete_at": "2026-11-24T09:00:00+07:00"})
    moving.learn([start])
    end = closing.write({"state": "merged", "completed_at": "2026-11-24T10:00:00+07:00", "merged_into": "x"})
    moving.write({"state": "open", "station": None})
    moving.learn([end])
    found = case_of(CASE, moving.folded)
    assert (found.state, found.completed_at, found.merged_into) == ("open", None, None)
    assert set(found.conflicts) == {"state"}


def test_which_originals_lie_here_is_told_by_the_ticks_and_by_what_was_given_back() -> None:
    ticks = {"ktp": met(kept=True, form="copy"), "kk": met(kept=True, form="original"), "akta": met(kept=True)}
    assert case(checklist=ticks).originals_kept == ("kk",)
    given = folded_case(
        {"state": "open"},
        {
            "requirement.kk": {"met": True, "kept": True, "form": "original"},
            "given_back.kk": {"to": "Siti", "date": "2026-11-24"},
        },
    )
    assert given.originals_kept == ()


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


def test_flags_of_a_file_under_way_and_ended() -> None:
    paused = folded_case({"state": "open", "paused": "applicant", "unrecorded.survei.date": True})
    assert paused.flags == ("paused", "unrecorded")
    unnumbered = folded_case({"state": "completed", "letter.s": {"kind": "permit", "name": "Izin"}, "paused": "force"})
    assert unnumbered.flags == ("letter_unnumbered",)
    both = folded_case({"state": "merged", "merged_into": "y", "absorbed.y": True})
    assert both.flags == ("merged", "merged_both_ways")
    assert holders(both.state, both.movement) == ()


def test_a_case_of_no_events_is_empty_and_not_invented() -> None:
    found = case_of(CASE, fold(CASE, []))
    assert (found.registration_number, found.applicant.name, found.complete_at) == ("", "", None)
    assert (found.movement.station, found.journey.stays) == (None, ())
