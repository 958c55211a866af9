"""Laws of a file's life, for any sequence of allowed acts over real services by counters that hear of each other as may
be (docs/journal.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.domain.case import ENDS, FOLLOWING, STATES, Case, is_fact
from desk.domain.catalogue import Service
from desk.domain.clock import clock_of, due_at_of_case, used_minutes
from desk.domain.errors import Refused
from desk.domain.fold import Entry
from desk.domain.journey import moment_of
from desk.domain.moving import MOVES, Told
from desk.domain.offers import ACTIONS, PLACE, contested, offered, offers
from desk.domain.route import current_step, normal_way, route_of, taken_in
from desk.domain.worktime import basis_of
from desk.places import bundled
from desk.services.packfiles import load_catalogue
from tests.calendars import closed
from tests.casework import FRONT, HEAD, LINJAMSOS, SECRETARY, SERVICE, STAFF, Clerk, tell
from tests.tellings import telling

SAMPLED = (
    "pasuruan/01", "pasuruan/07", "pasuruan/11", "pasuruan/16", "pasuruan/17", "mesuji/01", "mesuji/02", "kotabaru/02",
    "kotabaru/03", "kotabaru/04", "kotabaru/06", "kotabaru/11", "lubuklinggau/01", "lubuklinggau/05", "lubuklinggau/08",
    "lubuklinggau/11", "oku-selatan/01", "oku-selatan/07", "oku-selatan/09",
)  # fmt: skip
"""Services of all five packs: every branch there is, an empty route, steps of others only, minutes, days, months, none."""

CATALOGUE = load_catalogue(bundled("data"))
SERVICES = (SERVICE, *(CATALOGUE.service(service_id) for service_id in SAMPLED))
DESKS = (HEAD, SECRETARY, LINJAMSOS, STAFF, FRONT, "Dinas Sosial")
CALENDAR = closed("2026-11-30", "2026-12-25")

LIVELY = {
    "advance": 8, "dispose": 4, "reopen": 4, "resubmit": 4, "answer": 3, "take_back": 3, "settle": 3, "visit": 2,
    "receive": 2, "recall": 2, "return": 2, "hand_off": 2, "pause": 2, "resume": 2, "reassign": 2, "record": 2,
}  # fmt: skip
"""How often an act is tried before others, so that files come far and don't end at once."""

moved_clock = st.sampled_from((1, 1, 1, 20, 240, 1440, 4000, -30))
"""Minutes between two acts; a clock may be set back."""


class World:
    """Counters with what they have seen of one file."""

    def __init__(self, service: Service, count: int, *, complete: bool) -> None:
        first = Clerk("A", of=service).register(
            {"requirement.kk": {"met": True, "form": "original", "kept": True}}, complete=complete
        )
        self.clerks = [first, *(Clerk(name, of=service) for name in "BC"[: count - 1])]
        tell(*self.clerks)

    def exchanged(self) -> World:
        """Everybody has heard of everything."""
        tell(*self.clerks)
        return self


def act(clerk: Clerk, draw: Any) -> None:
    """One of the offers, in words that are drawn."""
    choices = [offer.action for offer in offers(clerk.case, clerk.service)]
    choices = [action for action in choices if action not in ("correct", "reclassify")]  # which need more than the case
    action = draw(st.sampled_from([action for action in choices for _ in range(LIVELY.get(action, 1))]))
    pick = lambda among: draw(st.sampled_from(list(among)))  # noqa: E731 (it closes over the draw)
    said = telling(clerk.case, clerk.service, action, pick, desks=DESKS, into="01a20000-0000-7000-8000-00000000000f")
    before = len(clerk.known)
    clerk.act(action, *said.to, note=said.note, data=said.data)
    assert len(clerk.known) == before + 1


@st.composite
def worlds(draw: st.DrawFn, most_acts: int = 16, most_clerks: int = 3) -> World:
    """Counters that acted and exchanged as may be."""
    service = draw(st.sampled_from(SERVICES))
    world = World(service, draw(st.integers(1, most_clerks)), complete=draw(st.integers(0, 9)) > 0)
    for _ in range(draw(st.integers(1, most_acts))):
        clerk = draw(st.sampled_from(world.clerks))
        if draw(st.integers(0, 2)) == 0:
            source = draw(st.sampled_from(world.clerks))
            clerk.learn(source.known.values())
        clerk.now += timedelta(minutes=draw(moved_clock))
        act(clerk, draw)
    return world


quick = settings(max_examples=max(30, settings.default.max_examples // 2), suppress_health_check=[*HealthCheck])  # type: ignore[union-attr]


# 1: one state for all


@quick
@given(worlds(), st.data())
def test_counters_that_have_seen_the_same_show_the_same_in_whatever_order_it_came(
    world: World, data: st.DataObject
) -> None:
    first, *others = [clerk.case for clerk in world.exchanged().clerks]
    assert all(other == first for other in others)
    late = Clerk("Z", of=world.clerks[0].service)
    late.learn(data.draw(st.permutations(list(world.clerks[0].known.values()))))
    assert late.case == first
    assert late.case.journey == first.journey


# 2: somebody has it


@quick
@given(worlds())
def test_an_open_file_is_with_somebody_a_returned_one_with_its_applicant_an_ended_one_with_nobody(world: World) -> None:
    for clerk in (*world.clerks, *world.exchanged().clerks):
        case = clerk.case
        slots = [holder.slot for holder in case.holders]
        assert bool(slots) == (case.state in ("open", "returned"))
        assert (slots == ["P"]) == (case.state == "returned")
        assert len(set(slots)) == len(slots)
        assert sorted(stay.holder.slot for stay in case.journey.now) == sorted(slots)
        assert all(holder.position for holder in case.holders)
        assert (case.completed_at is not None) == (case.state in ENDS)


# 3: the clock


def minutes_by_counting(case: Case, service: Service, until: datetime) -> int:
    """How long the clock ran until then, minute by minute from what the history says of each of them."""
    start = moment_of(case.complete_at or "")
    if start is None:
        return 0
    standing = _standing_by_counting(case.history, start)
    counted, moment = 0, start
    office = service.duration is None or basis_of(service.duration) in ("office", "working")
    while moment < until:
        stands = any(begin <= moment < end for begin, end in standing)
        counted += not stands and (
            not office or CALENDAR.office_minutes_between(moment, moment + timedelta(minutes=1)) == 1
        )
        moment += timedelta(minutes=1)
    return counted


def _standing_by_counting(history: Sequence[Entry], start: datetime) -> list[tuple[datetime, datetime]]:
    """The stretches from entry to entry in which the file was returned, paused, ready or ended. Written apart from
    `domain.journey`, for files without a step that was taken back.
    """
    facts: dict[str, Any] = {}
    spans: list[tuple[datetime, datetime]] = []
    since: datetime | None = None
    for entry in history:
        at = max(moment_of(entry.at) or start, start)
        begun = bool(facts.get("complete_at"))
        facts.update(entry.facts)
        stands = facts["state"] != "open" or facts.get("paused") is not None or facts.get("ready_at") is not None
        if not begun and not facts.get("complete_at"):
            continue
        if stands and since is None:
            since = at
        elif not stands and since is not None:
            spans.append((since, at))
            since = None
    return [*spans, (since, datetime.max.replace(tzinfo=start.tzinfo))] if since else spans


@quick
@given(worlds(most_acts=10), st.lists(st.integers(0, 12_000), min_size=2, max_size=5))
def test_used_time_never_runs_backwards_and_never_counts_a_stretch_in_which_the_clock_stood(
    world: World, looks: list[int]
) -> None:
    clerk = world.exchanged().clerks[0]
    case, service = clerk.case, clerk.service
    begin = datetime.fromisoformat("2026-11-24T08:30:00+07:00")
    last = 0
    for minutes in sorted(looks):
        now = begin + timedelta(minutes=minutes)
        found = clock_of(case, service, CALENDAR, now)
        assert last <= found.used == used_minutes(case, service, CALENDAR, now)
        assert 0 <= found.external <= found.used
        assert found.running == (
            case.state == "open" and case.journey.stands_since is None and case.complete_at is not None
        )
        last = found.used
    if not any(entry.kind == "step_taken_back" for entry in case.history):
        now = begin + timedelta(minutes=min(looks))
        assert clock_of(case, service, CALENDAR, now).used == minutes_by_counting(case, service, now)


@quick
@given(worlds(most_acts=10), st.integers(1, 60_000))
def test_while_it_runs_it_is_overdue_exactly_when_more_is_used_than_allowed(world: World, minutes: int) -> None:
    clerk = world.exchanged().clerks[0]
    case, service = clerk.case, clerk.service
    now = datetime.fromisoformat("2026-11-24T09:00:00+07:00") + timedelta(minutes=minutes)
    found = clock_of(case, service, CALENDAR, now)
    due = due_at_of_case(case, service, CALENDAR)
    assert (due is None) == (case.complete_at is None or service.duration is None or case.state == "returned")
    if due is not None:
        assert found.due is not None
        assert found.due.at == due
        assert found.allowed is not None
        assert not found.overdue or found.used >= found.allowed


# 4: what is offered is what is accepted


@quick
@given(worlds(), st.data())
def test_every_offer_is_accepted_in_well_formed_words_and_nothing_else_is_offered(
    world: World, data: st.DataObject
) -> None:
    clerk = data.draw(st.sampled_from(world.exchanged().clerks))
    case, service = clerk.case, clerk.service
    listed = [offer.action for offer in offers(case, service)]
    assert len(set(listed)) == len(listed)
    pick = lambda among: data.draw(st.sampled_from(list(among)))  # noqa: E731
    for action in ACTIONS:
        assert (offered(case, service, action) is not None) == (action in listed)
        if action not in listed or action not in MOVES:
            continue
        said = telling(case, service, action, pick, desks=DESKS, into="x")
        told = Told(clerk.now.isoformat(), clerk.now.date(), clerk.desk, clerk.new_id, said.note, said.to, said.data)
        move = MOVES[action](case, service, told)
        assert move.kind


@quick
@given(worlds(), st.data())
def test_what_is_not_offered_can_not_be_done(world: World, data: st.DataObject) -> None:
    clerk = data.draw(st.sampled_from(world.exchanged().clerks))
    listed = {offer.action for offer in offers(clerk.case, clerk.service)}
    before = dict(clerk.known)
    for action in sorted({*ACTIONS} - listed):
        said = telling(clerk.case, clerk.service, action, desks=DESKS, into="x", other_service="x")
        with pytest.raises(Refused):
            clerk.act(action, *said.to, note=said.note, data=said.data)
    assert clerk.known == before


# 5: every state can be left, and every file ends


@quick
@given(worlds())
def test_every_state_can_be_left_or_is_an_end_that_can_be_reopened(world: World) -> None:
    case = world.exchanged().clerks[0].case
    listed = {offer.action for offer in offers(case, world.clerks[0].service)}
    assert case.state in STATES
    if contested(case):
        assert "settle" in listed
    else:
        assert {"open": "return", "returned": "resubmit"}.get(case.state, "reopen") in listed


@quick
@given(worlds(), st.data())
def test_advancing_after_what_is_awaited_was_answered_ends_every_file(world: World, data: st.DataObject) -> None:
    clerk = world.exchanged().clerks[0]
    settle(clerk, data)
    if clerk.case.state in ENDS:
        clerk.act("reopen", note="Dilanjutkan")
    if any(holder.slot == "P" for holder in clerk.case.holders):
        clerk.act("resubmit")
    steps = 0
    while clerk.case.state == "open":
        awaited = clerk.case.movement.awaited or clerk.case.movement.waiting_outside
        if awaited:
            clerk.act("answer", note="Ya", disposition=awaited[0].id)
        else:
            clerk.act("advance")
            steps += 1
        assert steps <= len(route_of(clerk.service)) + 1
    assert clerk.case.state in ("completed", "rejected")
    assert clerk.case.ready_at is not None
    assert clerk.case.movement.pending == ()


def settle(clerk: Clerk, data: st.DataObject) -> None:
    """Settle every conflict, one way or the other."""
    while clerk.case.conflicts:
        field = min(clerk.case.conflicts)
        value = data.draw(st.sampled_from([one.value for one in clerk.case.conflicts[field]]))
        clerk.act("settle", field=field, value=value)


# 6: two counters


@quick
@given(st.sampled_from(SERVICES), st.integers(0, 5), st.data())
def test_the_same_act_at_two_counters_is_no_conflict(service: Service, far: int, data: st.DataObject) -> None:
    """They did it at two times; what follows from when it was done is no disagreement about what was done."""
    here, there = Clerk("A", of=service).register(), Clerk("B", of=service)
    for _ in range(far):
        if here.case.state == "open":
            here.act("advance")
    tell(here, there)
    there.now += timedelta(minutes=37)
    listed = [offer.action for offer in offers(here.case, service)]
    action = data.draw(st.sampled_from([one for one in SAME if one in listed]))
    said = telling(here.case, service, action, desks=DESKS)
    for clerk in (here, there):
        clerk.act(action, *said.to, note=said.note, data=said.data)
    tell(here, there)
    assert here.case == there.case
    assert here.case.conflicts == {}


SAME = (
    "advance", "return", "reject", "withdraw", "pause", "reopen", "take_back", "number", "record", "dispose", "hand_off",
    "visit", "reassign",
)  # fmt: skip


@quick
@given(worlds(most_acts=12, most_clerks=3), st.data())
def test_a_settled_conflict_is_ended_at_every_counter_whatever_arrives_later(world: World, data: st.DataObject) -> None:
    judge = Clerk("J", of=world.clerks[0].service)
    judge.learn(world.exchanged().clerks[0].known.values())
    known = set(judge.known)
    settle(judge, data)
    last: Clerk = Clerk("Z", of=judge.service)
    for event in data.draw(st.permutations(list(judge.known.values()))):
        last.learn([event])
    assert last.case.conflicts == {}
    assert last.case == judge.case
    assert known <= set(last.known)


@quick
@given(worlds(most_acts=10, most_clerks=2), st.data())
def test_two_acts_that_did_not_know_each_other_differ_where_they_wrote_different_things_and_nowhere_else(
    world: World, data: st.DataObject
) -> None:
    here = world.exchanged().clerks[0]
    there = Clerk("Y", of=here.service)
    tell(here, there)
    settle(here, data)
    tell(here, there)
    for clerk in (here, there):
        act(clerk, data.draw)
    one, other = here.folded.history[-1].facts, there.folded.history[-1].facts
    tell(here, there)
    differing = {name for name in one if name in other and one[name] != other[name]}
    flagged = {name for name in here.case.conflicts if is_fact(name)}
    assert flagged == {name for name in differing if name not in FOLLOWING and not name.startswith("unrecorded.")}
    assert flagged >= {name for name in differing if name in PLACE or name.endswith(".state")}
    assert ("conflict" in here.case.flags) == bool(here.case.conflicts)


# the real routes, each from its beginning


@pytest.mark.parametrize("service", SERVICES[1:], ids=SAMPLED)
def test_advancing_goes_by_the_decree_s_own_actors_in_the_printed_order(service: Service) -> None:
    clerk = Clerk(of=service).register()
    way = normal_way(service)
    for step in way[taken_in(way) :]:
        assert current_step(service, clerk.case) == step
        (holder,) = clerk.case.holders
        assert (holder.role, holder.external) == (step.actor, step.external)
        clerk.act("advance")
    assert clerk.case.state == "completed"
