"""What may be done now, and what each of it must be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.domain.case import ENDS, Case
from desk.domain.event import EventId
from desk.domain.fold import Contender
from desk.domain.intake import Tick
from desk.domain.movement import Disposition, HandOff, Movement, Station
from desk.domain.offers import ACTIONS, LABELS, Offer, answerable, contested, offered, offers, recallable
from desk.domain.proceedings import Letter, Proceedings
from desk.domain.route import Turn
from tests.casework import SERVICE, Clerk, tell
from tests.factory import case, service, steps

AT_PERIKSA = Movement(Station("periksa", "Kepala Bidang", "Kepala Bidang Rehabilitasi Sosial"))
TO_ANI = Disposition("AAAA", "waiting", "Kepala Dinas", "Ani", "Ani")
ALWAYS = ["correct", "note"]
ENDING = ["reject", "withdraw", "merge"]


def actions(found: Case, of: Any = SERVICE) -> list[str]:
    return [offer.action for offer in offers(found, of)]


def offer(found: Case, action: str, **more: Any) -> Offer:
    one = offered(found, SERVICE, action, **more)
    assert one is not None
    return one


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (
            "open",
            ["advance", "dispose", "reassign", "visit", "hand_off", "return", "pause", *ENDING, "reclassify", *ALWAYS],
        ),
        ("returned", ["resubmit", *ENDING, "reclassify", *ALWAYS]),
        *((state, ["reopen", *ALWAYS]) for state in ENDS),
    ],
)
def test_every_state_can_be_left(state: Any, expected: list[str]) -> None:
    assert actions(case(state=state, movement=AT_PERIKSA)) == expected


def test_a_state_that_a_newer_desk_invented_still_takes_a_note() -> None:
    assert actions(case(state="teleported")) == ALWAYS


@pytest.mark.parametrize("why", [{"read_only": True}, {"destroyed": True}])
def test_a_file_that_asks_for_a_newer_desk_or_is_destroyed_offers_nothing(why: dict[str, bool]) -> None:
    assert offers(case(**why), service()) == ()


def test_a_file_whose_registration_has_not_arrived_takes_a_note() -> None:
    assert actions(case(), None) == ["note"]


def test_every_action_has_a_label_of_its_own() -> None:
    assert set(LABELS) == set(ACTIONS)
    assert len(set(LABELS.values())) == len(ACTIONS)


# under way


def test_branches_are_offered_with_the_step_and_to_the_visit() -> None:
    found = case(movement=AT_PERIKSA)
    assert offer(found, "advance").turns == offer(found, "visit").turns == (Turn("not_eligible", "penolakan"),)


def test_while_an_answer_is_awaited_no_step_can_be_done() -> None:
    waiting = replace(AT_PERIKSA, dispositions=(replace(TO_ANI, must_answer=True),))
    found = case(movement=waiting, ready_at="2026-11-24T10:00:00+07:00")
    assert not {"advance", "deliver"} & {*actions(found)}
    assert offer(found, "visit").turns == ()


def test_what_was_sent_can_be_received_answered_recalled_by_the_desks_that_have_it() -> None:
    outside = HandOff("HHHH", "waiting", "RSJ")
    found = case(movement=replace(AT_PERIKSA, dispositions=(TO_ANI, replace(TO_ANI, id="BBBB", state="read", to="Budi")),
                                  hand_offs=(outside,)))  # fmt: skip
    assert [one.to for one in recallable(found)] == ["Ani"]
    assert offer(found, "recall").to == offer(found, "receive").to == ("Ani",)
    assert [one.position for one in answerable(found)] == ["Ani", "Budi", "RSJ"]
    assert offer(found, "answer").to == ("Ani", "Budi", "RSJ")
    read = case(movement=replace(AT_PERIKSA, dispositions=(replace(TO_ANI, state="read"),)))
    assert not {"recall", "receive"} & {*actions(read)}


def test_desks_to_choose_from_are_named_where_some_must_be() -> None:
    found = case(movement=AT_PERIKSA)
    assert offer(found, "dispose", desks=("Ani", "Budi")).to == ("Ani", "Budi")
    assert offer(found, "reassign", desks=("Ani", "Budi")).to == ("Ani", "Budi")


def test_the_body_must_be_said_where_the_standard_names_none() -> None:
    found = case(movement=AT_PERIKSA)
    assert offer(found, "hand_off").needs == ("body",)
    named = offered(found, replace(SERVICE, hand_off="RSJ"), "hand_off")
    assert named is not None
    assert named.needs == ()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "pause"),
        ({"movement": Movement(paused="force")}, "resume"),
        ({"ready_at": "2026-11-24T10:00:00+07:00"}, None),
        ({"ready_at": "2026-11-24T10:00:00+07:00", "movement": Movement(paused="force")}, "resume"),
    ],
)
def test_a_clock_that_runs_can_be_paused_and_one_that_was_paused_resumed(
    changes: dict[str, Any], expected: str | None
) -> None:
    assert [one for one in actions(case(**changes)) if one in ("pause", "resume")] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("at", "ready", "handed", "expected"),
    [
        ("s0", False, False, False), ("s1", False, False, True), ("s1", True, True, True), ("s2", True, False, True),
        ("s2", True, True, False),
    ],
)  # fmt: skip
def test_something_can_be_handed_over_at_its_step_or_once_it_is_ready(
    at: str, ready: bool, handed: bool, expected: bool
) -> None:
    clerk = Clerk(of=replace(SERVICE, route=steps("sign", "deliver", "archive"))).register()
    found = replace(
        clerk.case,
        movement=Movement(Station(at, "Petugas", "Petugas")),
        ready_at="2026-11-24T10:00:00+07:00" if ready else None,
    )
    if handed:
        given = Clerk(of=clerk.service).register({"handover": {"name": "Ahmad"}})
        found = replace(found, proceedings=given.case.proceedings)
    assert ("deliver" in actions(found, clerk.service)) is expected


# whatever the state


def test_letters_records_and_originals_are_asked_for_as_long_as_they_are_open() -> None:
    waiting = Proceedings(letters=(Letter("s", "letter", "Surat", "s"),), unrecorded={"survei": ("date",)})
    found = case(state="completed", proceedings=waiting, checklist={"kk": Tick(met=True, form="original", kept=True)})
    assert actions(found) == ["reopen", "number", "record", "give_back", *ALWAYS]
    numbered = Proceedings(letters=(Letter("s", "letter", "Surat", "s", number="1", date="2026-11-24"),))
    assert actions(case(state="completed", proceedings=numbered)) == ["reopen", "number", *ALWAYS]  # to be put right


def test_a_step_can_be_taken_back_while_it_was_the_last_thing_that_moved_the_file() -> None:
    clerk = Clerk().register()
    assert "take_back" not in actions(clerk.case)
    clerk.act("advance")
    assert "take_back" in actions(clerk.case)
    clerk.act("note", note="x")
    assert "take_back" in actions(clerk.case)
    clerk.act("dispose", "Sekretaris", instruction="x", must_answer=True)
    assert "take_back" not in actions(clerk.case)


# contested


def two(*values: Any) -> tuple[Contender, ...]:
    return tuple(Contender(value, EventId(str(n))) for n, value in enumerate(values))


def test_a_conflict_can_be_settled_and_what_does_not_depend_on_it_goes_on() -> None:
    found = case(movement=AT_PERIKSA, conflicts={"applicant.name": two("Siti", "Sitti")})
    assert not contested(found)
    assert actions(found)[-1] == "settle"
    assert offer(found, "settle").needs == ("field", "value")
    assert "advance" in actions(found)


@pytest.mark.parametrize("field", ["state", "station", "service"])
@pytest.mark.parametrize("state", ["open", "returned", "completed"])
def test_before_a_file_moves_on_somebody_must_say_where_it_is(field: str, state: Any) -> None:
    found = case(state=state, conflicts={field: two("a", "b")})
    assert contested(found)
    assert actions(found) == [*ALWAYS, "settle"]


def test_a_step_that_one_of_two_counters_did_is_not_taken_back_before_it_is_settled() -> None:
    one, other = Clerk("A").register(), Clerk("B")
    tell(one, other)
    one.act("advance")
    other.act("reject", note="x")
    tell(one, other)
    assert "take_back" not in actions(one.case)
