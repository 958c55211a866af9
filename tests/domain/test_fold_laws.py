"""The laws of docs/journal.md, held for whatever counters may do to one case while they can't see each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desk.domain.event import OpenEvent, Writes, canonical
from desk.domain.fold import NOTE, Folded, Upcaster, fold
from tests.devices import CASE, Device, World, wall_times, with_wall_time, without_data, worlds


def folded(*events: OpenEvent) -> Folded:
    return fold(CASE, events)


def ancestors(event: OpenEvent, by_id: Mapping[str, OpenEvent]) -> set[str]:
    """Every event that this one's device knew when it wrote it, by walking the heads."""
    found: set[str] = set()
    left = list(event.envelope.heads.get(CASE, ()))
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += by_id[name].envelope.heads.get(CASE, ())
    return found


def grounded(events: list[OpenEvent]) -> list[OpenEvent]:
    """Those whose whole past is there."""
    here: dict[str, OpenEvent] = {event.envelope.id: event for event in events}

    def complete(event: OpenEvent) -> bool:
        return all(head in here and complete(here[head]) for head in event.envelope.heads.get(CASE, ()))

    return [event for event in events if complete(event)]


def writes_of(event: OpenEvent) -> dict[str, object]:
    return {name: value for name, value in {**event.envelope.facts, **(event.data or {})}.items() if name != NOTE}


def survivors(world: World) -> dict[str, list[OpenEvent]]:
    """For each field the writes that no other write of it knew: what the fold must keep, found the slow way."""
    by_id: dict[str, OpenEvent] = {event.envelope.id: event for event in world.events}
    past = {name: ancestors(event, by_id) for name, event in by_id.items()}
    fields = {field for event in world.events for field in writes_of(event)}
    found: dict[str, list[OpenEvent]] = {}
    for field in fields:
        writers = [event for event in world.events if field in writes_of(event)]
        found[field] = [
            writer for writer in writers if not any(writer.envelope.id in past[other.envelope.id] for other in writers)
        ]
    return found


# 1, 2: a function of the set


@given(worlds(), st.data())
def test_any_order_and_any_duplication_fold_to_the_same_state(world: World, data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(world.events)))
    shuffled = data.draw(st.permutations([*world.events, *again]))
    assert folded(*shuffled) == folded(*world.events)


@given(worlds(), st.data())
def test_counters_that_heard_the_same_events_show_the_same_whoever_wrote_them(
    world: World, data: st.DataObject
) -> None:
    for device in world.devices:
        device.learn(data.draw(st.permutations(world.events)))
    assert len({repr(device.folded) for device in world.devices}) == 1


@given(worlds(), st.data())
def test_folding_a_part_and_then_the_rest_equals_folding_all(world: World, data: st.DataObject) -> None:
    late = Device("Z")
    for part in data.draw(st.lists(st.lists(st.sampled_from(world.events)), max_size=4)):
        late.learn(part)
        assert late.folded == folded(*late.known.values())
    late.learn(world.events)
    assert late.folded == folded(*world.events)


@given(worlds(), st.data())
def test_no_order_of_arrival_shows_a_state_that_never_was(world: World, data: st.DataObject) -> None:
    arrived = data.draw(st.lists(st.sampled_from(world.events), unique_by=lambda event: event.envelope.id))
    partly = folded(*arrived)
    on_ground = grounded(arrived)
    on_ground_only = folded(*on_ground)
    assert (partly.fields, partly.conflicts, partly.history) == (
        on_ground_only.fields, on_ground_only.conflicts, on_ground_only.history,
    )  # fmt: skip
    assert set(partly.waiting) == {e.envelope.id for e in arrived} - {e.envelope.id for e in on_ground}


@given(worlds())
def test_once_all_have_arrived_nothing_waits_and_the_heads_are_the_events_that_nobody_knew(world: World) -> None:
    state = folded(*world.events)
    named = {head for event in world.events for head in event.envelope.heads.get(CASE, ())}
    assert state.waiting == ()
    assert set(state.heads) == {event.envelope.id for event in world.events} - named
    assert state.lamport == max(event.envelope.lamport for event in world.events)


@given(worlds())
def test_the_line_of_history_extends_came_before(world: World) -> None:
    by_id: dict[str, OpenEvent] = {event.envelope.id: event for event in world.events}
    places: dict[str, int] = {entry.event: place for place, entry in enumerate(folded(*world.events).history)}
    assert len(places) == len(world.events)
    for event in world.events:
        assert all(places[name] < places[event.envelope.id] for name in ancestors(event, by_id))


# 3, 4: conflicts


@given(worlds())
def test_writes_conflict_exactly_when_they_did_not_know_each_other_and_differ(world: World) -> None:
    state = folded(*world.events)
    for field, writers in survivors(world).items():
        values = {canonical(writes_of(writer)[field]) for writer in writers}
        assert (field in state.conflicts) == (len(values) > 1), field
        if field in state.conflicts:
            assert {c.event for c in state.conflicts[field]} == {writer.envelope.id for writer in writers}
        last = max(writers, key=lambda writer: writer.envelope.order)
        assert state.fields[field] == writes_of(last)[field]


@given(worlds())
def test_a_field_that_nobody_wrote_is_not_there(world: World) -> None:
    assert folded(*world.events).fields.keys() == survivors(world).keys()


@given(worlds(), st.data())
def test_a_write_that_knew_all_contenders_ends_the_conflict_whatever_arrives_later(
    world: World, data: st.DataObject
) -> None:
    judge = Device("J")
    judge.learn(world.events)
    contested = sorted(judge.folded.conflicts)
    settling = judge.write(
        {field: judge.folded.conflicts[field][0].value for field in contested}, kind="conflict_settled"
    )
    late = Device("Z")
    for event in data.draw(st.permutations([settling, *world.events])):
        late.learn([event])
        if settling.envelope.id not in late.folded.waiting and settling.envelope.id in late.known:
            assert not late.folded.conflicts
    assert not late.folded.conflicts
    assert {field: late.folded.fields[field] for field in contested} == settling.envelope.facts


# 5: the clock


@given(worlds(), st.data())
def test_wall_times_change_neither_fields_nor_conflicts_nor_the_order_of_history(
    world: World, data: st.DataObject
) -> None:
    moved = [with_wall_time(event, data.draw(wall_times)) for event in world.events]
    before, after = folded(*world.events), folded(*moved)
    assert (after.fields, after.conflicts, after.heads) == (before.fields, before.conflicts, before.heads)
    assert [entry.event for entry in after.history] == [entry.event for entry in before.history]


# 6: newer versions


@given(worlds(), st.data())
def test_an_event_too_new_makes_its_case_read_only_and_changes_nothing_else(world: World, data: st.DataObject) -> None:
    newer = data.draw(st.sampled_from(world.devices))
    unread = newer.write({"state": "withdrawn", "position": 9}, {"applicant.name": "Umar"}, version=2, reader=2)
    before, after = folded(*world.events), folded(*world.events, unread)
    assert (before.read_only, after.read_only) == (False, True)
    assert after.too_new == (unread.envelope.id,)
    assert (after.fields, after.conflicts, after.destroyed) == (before.fields, before.conflicts, before.destroyed)
    assert [entry for entry in after.history if entry.event != unread.envelope.id] == list(before.history)
    assert next(entry for entry in after.history if entry.event == unread.envelope.id).facts == {}


@given(worlds(), st.data())
def test_after_the_update_the_event_that_was_too_new_is_folded_like_any_other(
    world: World, data: st.DataObject
) -> None:
    device = data.draw(st.sampled_from(world.devices))
    new = device.write({"state": "withdrawn"}, reader=2)
    plain = OpenEvent(replace(new.envelope, reader=1), new.data)
    assert fold(CASE, [*world.events, new], version=2) == fold(CASE, [*world.events, plain], version=2)


# 7: older versions


def _renamed(facts: Writes, data: Writes) -> tuple[Writes, Writes]:
    return facts, {"applicant.name" if name == "nama" else name: value for name, value in data.items()}


def _moved_to_facts(facts: Writes, data: Writes) -> tuple[Writes, Writes]:
    stays = {name: value for name, value in data.items() if name != "applicant.phone"}
    return {**facts, "district": str(facts.get("district", "")).upper()}, stays


UPCASTERS: Mapping[tuple[str, int], Upcaster] = {
    ("case_corrected", 1): _renamed,
    ("case_corrected", 2): _moved_to_facts,
}


@given(worlds())
def test_lifting_old_events_gives_the_fold_of_new_ones(world: World) -> None:
    old, new = [], []
    for event in world.events:
        spelt = {"nama" if name == "applicant.name" else name: value for name, value in (event.data or {}).items()}
        old.append(OpenEvent(event.envelope, spelt))
        facts, data = _moved_to_facts(*_renamed(event.envelope.facts, spelt))
        new.append(OpenEvent(replace(event.envelope, version=3, facts=facts), data))
    assert fold(CASE, old, upcasters=UPCASTERS) == fold(CASE, new, upcasters=UPCASTERS)


# 8: destruction


@given(worlds())
def test_a_destroyed_case_has_its_facts_and_nothing_of_its_data_with_or_without_the_key(world: World) -> None:
    judge = Device("J")
    judge.learn(world.events)
    before = judge.folded
    end = judge.write({"destroyed": True}, kind="case_destroyed")
    facts = {field for event in world.events for field in event.envelope.facts}
    with_key = folded(*world.events, end)
    without_key = folded(*(without_data(event) for event in world.events), without_data(end))
    assert with_key == without_key
    assert with_key.destroyed
    assert with_key.sealed == ()
    assert with_key.fields == {**{field: before.fields[field] for field in facts}, "destroyed": True}
    assert all(entry.note is None for entry in with_key.history)


@given(worlds(), st.data())
def test_an_event_whose_key_is_missing_folds_by_its_facts_alone(world: World, data: st.DataObject) -> None:
    sealed = set(data.draw(st.lists(st.sampled_from([event.envelope.id for event in world.events]))))
    seen = [without_data(event) if event.envelope.id in sealed else event for event in world.events]
    bare = [OpenEvent(event.envelope, {}) if event.envelope.id in sealed else event for event in world.events]
    state = folded(*seen)
    assert (state.fields, state.conflicts) == (folded(*bare).fields, folded(*bare).conflicts)
    assert set(state.sealed) == {e.envelope.id for e in world.events if e.envelope.id in sealed and e.envelope.seal}


# a device that was copied: one number, two events


@given(worlds(), st.data())
def test_even_a_forked_device_folds_alike_in_any_order(world: World, data: st.DataObject) -> None:
    events = list(world.events)
    chosen = data.draw(st.sampled_from(events))
    twin = replace(chosen.envelope, id=type(chosen.envelope.id)(f"{chosen.envelope.id}-twin"), facts={"state": "open"})
    events.append(OpenEvent(twin, {}))
    shuffled = data.draw(st.permutations(events))
    assert folded(*shuffled) == folded(*events)
