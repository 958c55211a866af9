"""What two counters without a line between them do to one file, told as it happens at the counter."""

from __future__ import annotations

from dataclasses import replace

from desk.domain.event import EventId
from desk.domain.fold import fold
from tests.devices import CASE, Device, without_data


def met_in_the_morning() -> tuple[Device, Device]:
    """Two counters that both have the file as it was registered, and then lose their line."""
    bangil, pandaan = Device("bangil"), Device("pandaan")
    registered = bangil.write(
        {"state": "open", "service": "pasuruan/08", "district": "Bangil"},
        {"applicant.name": "Siti Aminah", "applicant.phone": "6281234567890", "note": "Diantar suaminya"},
        kind="case_registered",
    )
    pandaan.learn([registered])
    return bangil, pandaan


def exchange(*devices: Device) -> None:
    everything = [event for device in devices for event in device.known.values()]
    for device in devices:
        device.learn(everything)


def test_corrections_of_different_fields_meet_silently() -> None:
    bangil, pandaan = met_in_the_morning()
    bangil.write(data={"applicant.name": "Siti Aminah binti Umar"})
    pandaan.write(data={"applicant.phone": "6281111111111"})
    exchange(bangil, pandaan)
    assert bangil.folded == pandaan.folded
    assert not bangil.folded.conflicts
    assert bangil.folded.fields["applicant.name"] == "Siti Aminah binti Umar"
    assert bangil.folded.fields["applicant.phone"] == "6281111111111"


def test_two_names_for_one_applicant_are_both_kept_for_a_person_to_decide() -> None:
    bangil, pandaan = met_in_the_morning()
    at_bangil = bangil.write(data={"applicant.name": "Siti Aminah binti Umar"})
    at_pandaan = pandaan.write(data={"applicant.name": "Sitti Aminah"})
    exchange(bangil, pandaan)
    contenders = bangil.folded.conflicts["applicant.name"]
    assert [(contender.value, contender.event) for contender in contenders] == [
        ("Siti Aminah binti Umar", at_bangil.envelope.id),
        ("Sitti Aminah", at_pandaan.envelope.id),
    ]


def test_the_same_correction_made_twice_is_no_conflict() -> None:
    bangil, pandaan = met_in_the_morning()
    bangil.write(data={"applicant.name": "Siti Aminah binti Umar"})
    pandaan.write(data={"applicant.name": "Siti Aminah binti Umar"})
    exchange(bangil, pandaan)
    assert not pandaan.folded.conflicts


def test_who_corrects_after_having_heard_replaces_and_contends_with_nobody() -> None:
    bangil, pandaan = met_in_the_morning()
    pandaan.learn([bangil.write(data={"applicant.name": "Siti A."})])
    pandaan.write(data={"applicant.name": "Siti Aminah"})
    exchange(bangil, pandaan)
    assert not bangil.folded.conflicts
    assert bangil.folded.fields["applicant.name"] == "Siti Aminah"


def test_withdrawn_here_and_moved_on_there_is_a_conflict_of_the_state() -> None:
    bangil, pandaan = met_in_the_morning()
    bangil.write({"state": "withdrawn", "completed_at": "2026-11-24T10:00:00+07:00"}, kind="case_withdrawn")
    pandaan.write({"state": "open", "position": 1}, kind="step_done")
    exchange(bangil, pandaan)
    assert {contender.value for contender in bangil.folded.conflicts["state"]} == {"withdrawn", "open"}
    assert bangil.folded.fields["position"] == 1


def test_a_settled_conflict_stays_settled_when_a_third_counter_brings_the_old_events_again() -> None:
    bangil, pandaan = met_in_the_morning()
    purwosari = Device("purwosari")
    bangil.write(data={"applicant.name": "Siti Aminah binti Umar"})
    pandaan.write(data={"applicant.name": "Sitti Aminah"})
    exchange(bangil, pandaan)
    settled = bangil.write(data={"applicant.name": "Sitti Aminah"}, kind="conflict_settled")
    purwosari.learn([settled])
    assert purwosari.folded.waiting == (settled.envelope.id,)
    exchange(purwosari, pandaan)
    assert purwosari.folded.fields["applicant.name"] == "Sitti Aminah"
    assert not purwosari.folded.conflicts


def test_a_third_name_from_a_counter_that_heard_nothing_opens_the_settled_conflict_again() -> None:
    bangil, pandaan = met_in_the_morning()
    bangil.write(data={"applicant.name": "Siti Aminah binti Umar"})
    rembang = Device("rembang")
    rembang.learn(pandaan.known.values())
    unheard = rembang.write(data={"applicant.name": "Siti Aminatun"})
    bangil.learn([unheard])
    assert {contender.value for contender in bangil.folded.conflicts["applicant.name"]} == {
        "Siti Aminah binti Umar",
        "Siti Aminatun",
    }


def test_created_here_edited_there_withdrawn_here_arrives_in_any_order() -> None:
    bangil, pandaan = met_in_the_morning()
    edited = pandaan.write(data={"applicant.phone": "6281111111111"})
    bangil.learn([edited])
    withdrawn = bangil.write({"state": "withdrawn"}, kind="case_withdrawn")
    late = Device("late")
    late.learn([withdrawn])
    assert late.folded.fields == {}
    late.learn([edited])
    assert late.folded.fields == {}
    late.learn(bangil.known.values())
    assert late.folded == bangil.folded
    assert late.folded.fields["state"] == "withdrawn"


def test_a_clock_of_2050_wins_nothing() -> None:
    bangil, pandaan = met_in_the_morning()
    pandaan.learn([bangil.write(data={"applicant.name": "Salah"}, at="2050-01-01T00:00:00+07:00")])
    pandaan.write(data={"applicant.name": "Benar"}, at="2005-01-01T00:00:00+07:00")
    exchange(bangil, pandaan)
    assert bangil.folded.fields["applicant.name"] == "Benar"
    assert [entry.at[:4] for entry in bangil.folded.history] == ["2026", "2050", "2005"]


def test_each_note_belongs_to_its_own_line_and_never_conflicts() -> None:
    bangil, pandaan = met_in_the_morning()
    bangil.write(data={"note": "KK menyusul"}, kind="note_added")
    pandaan.write(data={"note": "Telepon tidak diangkat"}, kind="note_added")
    exchange(bangil, pandaan)
    assert not bangil.folded.conflicts
    assert [entry.note for entry in bangil.folded.history] == [
        "Diantar suaminya",
        "KK menyusul",
        "Telepon tidak diangkat",
    ]
    assert "note" not in bangil.folded.fields


def test_a_copied_counter_gives_one_number_twice_and_both_events_are_kept() -> None:
    bangil, _ = met_in_the_morning()
    copy = Device("bangil")
    copy.known, copy.seq, copy.prev = dict(bangil.known), bangil.seq, bangil.prev
    one = bangil.write(data={"applicant.name": "Dari loket"})
    other = copy.write(data={"applicant.name": "Dari salinannya"})
    other = replace(other, envelope=replace(other.envelope, id=EventId("salinan-002")))
    assert one.envelope.seq == other.envelope.seq
    registered = next(iter(bangil.known.values()))
    there, here = fold(CASE, [registered, one, other]), fold(CASE, [other, one, registered])
    assert there == here
    assert {contender.value for contender in there.conflicts["applicant.name"]} == {"Dari loket", "Dari salinannya"}


def test_destruction_is_heeded_before_its_predecessors_have_arrived() -> None:
    bangil, pandaan = met_in_the_morning()
    told = bangil.write(data={"applicant.phone": "6281111111111"})
    pandaan.learn([told])
    end = pandaan.write({"destroyed": True}, kind="case_destroyed")
    late = Device("late")
    late.learn([next(iter(bangil.known.values())), end])
    assert late.folded.destroyed
    assert "applicant.name" not in late.folded.fields
    assert late.folded.fields["district"] == "Bangil"


def test_without_the_key_a_file_shows_what_recaps_count_and_says_that_it_is_sealed() -> None:
    bangil, _ = met_in_the_morning()
    events = [without_data(event) for event in bangil.known.values()]
    state = fold(CASE, events)
    assert state.fields == {"state": "open", "service": "pasuruan/08", "district": "Bangil"}
    assert state.sealed == tuple(event.envelope.id for event in events)


def test_nothing_at_all_folds_to_nothing() -> None:
    state = fold(CASE, [])
    assert (state.fields, state.history, state.heads, state.lamport) == ({}, (), (), 0)
