"""Appointing, ending, leave, renaming, retiring: what each change does and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import appointing
from desk.domain.desks import positions_of
from desk.domain.errors import DeskError, NotFound, Refused
from desk.domain.officials import Named, change_person, find_person, known_person, with_person
from desk.domain.positions import Position
from desk.domain.staffing import Person, Staffing, Standing, holder_on
from desk.domain.staffing_file import first_staffing, read_staffing, write_staffing
from tests.offices import BUDI, HEAD, RATNA, REHSOS, SECRETARY, SITI, STAFF, away, desk, document, office, tenure

SEEDED = first_staffing(office(), desk(HEAD))
NIP = "197911182003122012"


def appoint(
    people: Staffing,
    position: str,
    name: str,
    start: str | None = None,
    until: str | None = None,
    *,
    standing: Standing = "definitive",
    replacing: bool = False,
) -> Staffing:
    first, last = (date.fromisoformat(day) if day else None for day in (start, until))
    return appointing.appoint(
        people, desk(position), Named(name), start=first, until=last, standing=standing, replacing=replacing
    )[0]


def absent(
    people: Staffing,
    person: Person = RATNA,
    start: str = "2026-11-24",
    until: str = "2026-12-04",
    reason: str = "cuti",
    *,
    position: Position | None = None,
    acting: Person | Position | None = None,
) -> Staffing:
    first, last = date.fromisoformat(start), date.fromisoformat(until)
    return appointing.absent(people, person, start=first, until=last, reason=reason, position=position, acting=acting)


def holder(people: Staffing, position: str, day: str) -> str | None:
    person = holder_on(desk(position), date.fromisoformat(day), people).person
    return person.name if person else None


def refusal(error: type[DeskError] = Refused) -> pytest.RaisesExc[DeskError]:
    return pytest.raises(error)


# appointing


def test_the_head_of_the_decree_holds_the_desk_from_the_first_day() -> None:
    assert holder(SEEDED, HEAD, "1990-01-01") == RATNA.name
    assert first_staffing(office(head=None), desk(HEAD)) == Staffing()


def test_a_new_head_takes_over_the_day_after_the_old_one_ends() -> None:
    people = appoint(SEEDED, HEAD, "H. Karim", "2026-12-01", replacing=True)
    assert (holder(people, HEAD, "2026-11-30"), holder(people, HEAD, "2026-12-01")) == (RATNA.name, "H. Karim")


def test_a_new_head_from_march_first_leaves_the_leap_day_to_the_old_one() -> None:
    people = appoint(SEEDED, HEAD, "H. Karim", "2028-03-01", replacing=True)
    assert people.tenures[0].until == date(2028, 2, 29)


def test_two_heads_at_once_are_refused_and_the_sentence_says_who_is_there() -> None:
    with refusal() as refused:
        appoint(SEEDED, HEAD, "H. Karim", "2026-12-01")
    assert (refused.value.code, refused.value.field) == ("tenures_overlap", "from")
    assert "Kepala Dinas sudah dijabat Dra. Ratna Sari, M.Si (… sampai …)" in refused.value.message


@pytest.mark.parametrize(
    ("start", "until", "taken"),
    [
        ("2026-03-31", "2026-12-31", True),
        ("2026-04-01", "2026-12-31", False),
        (None, "2026-01-01", True),
        (None, "2025-12-31", False),
        ("2026-02-01", "2026-02-01", True),
        (None, None, True),
    ],
)
def test_tenures_touch_by_the_day(start: str | None, until: str | None, taken: bool) -> None:
    people = document(tenure(HEAD, RATNA, "2026-01-01", "2026-03-31"))
    if taken:
        with refusal():
            appoint(people, HEAD, "H. Karim", start, until)
    else:
        assert len(appoint(people, HEAD, "H. Karim", start, until).tenures) == 2


def test_a_stand_in_overlaps_with_the_head_and_not_with_another_stand_in() -> None:
    people = appoint(SEEDED, HEAD, "Budi", "2026-11-01", "2026-11-30", standing="plh")
    assert holder(people, HEAD, "2026-11-24") == "Budi"
    with refusal() as refused:
        appoint(people, HEAD, "Siti", "2026-11-30", "2026-12-31", standing="plt")
    assert refused.value.code == "tenures_overlap"


def test_a_definitive_head_ends_the_one_who_acted_for_a_vacant_desk() -> None:
    people = document(tenure(HEAD, BUDI, "2026-07-01", standing="plt"))
    with refusal():
        appoint(people, HEAD, "H. Karim", "2026-12-01")
    taken = appoint(people, HEAD, "H. Karim", "2026-12-01", replacing=True)
    assert (holder(taken, HEAD, "2026-11-30"), holder(taken, HEAD, "2026-12-01")) == ("Budi", "H. Karim")


def test_replacing_does_not_cut_what_begins_later() -> None:
    people = document(tenure(HEAD, RATNA, "2026-12-01"))
    with refusal():
        appoint(people, HEAD, "H. Karim", "2026-12-01", replacing=True)
    with refusal():
        appoint(people, HEAD, "H. Karim", "2026-11-01", replacing=True)


def test_several_staff_share_a_desk_but_nobody_sits_there_twice() -> None:
    people = appoint(appoint(Staffing(), STAFF, "Budi", "2026-01-01"), STAFF, "Siti", "2026-01-01")
    assert len(people.tenures) == 2
    with refusal():
        appoint(people, STAFF, "budi", "2026-06-01")


def test_one_person_takes_two_desks() -> None:
    people = appoint(appoint(Staffing(), SECRETARY, "Budi"), REHSOS, "Budi", standing="plt")
    assert len(people.people) == 1
    assert {entry.position for entry in people.tenures} == {SECRETARY, REHSOS}


def test_a_body_outside_has_no_holder_here() -> None:
    bupati = Position("bupati", "Bupati", "Bupati", None, "outside")
    with refusal() as refused:
        appointing.appoint(SEEDED, bupati, Named("Budi"), start=None)
    assert refused.value.code == "position_outside"


def test_a_tenure_ends_on_a_day_and_holds_until_then() -> None:
    people = appointing.end(SEEDED, desk(HEAD), date(2026, 11, 24))
    assert (holder(people, HEAD, "2026-11-24"), holder(people, HEAD, "2026-11-25")) == (RATNA.name, None)
    with refusal() as refused:
        appointing.end(people, desk(HEAD), date(2026, 11, 25))
    assert refused.value.code == "not_held"


def test_of_several_holders_it_has_to_be_said_who_ends() -> None:
    people = document(tenure(STAFF, BUDI), tenure(STAFF, SITI))
    with refusal() as refused:
        appointing.end(people, desk(STAFF), date(2026, 11, 24))
    assert refused.value.code == "holder_ambiguous"
    ended = appointing.end(people, desk(STAFF), date(2026, 11, 24), SITI)
    assert [entry.until for entry in ended.tenures] == [None, date(2026, 11, 24)]


def test_dates_the_wrong_way_round_are_refused() -> None:
    with refusal() as refused:
        appoint(SEEDED, SECRETARY, "Budi", "2026-12-01", "2026-11-30")
    assert (refused.value.code, refused.value.field) == ("dates_reversed", "until")


# leave


def test_leave_is_written_down_once_and_ends_early() -> None:
    people = absent(SEEDED, acting=desk(SECRETARY))
    with refusal() as refused:
        absent(people)
    assert refused.value.code == "absences_overlap"
    early = appointing.back(people, RATNA, date(2026, 11, 30))
    assert early.absences[0].until == date(2026, 11, 29)
    assert appointing.back(people, RATNA, date(2026, 11, 24)).absences == ()
    with refusal() as refused:
        appointing.back(early, RATNA, date(2026, 11, 30))
    assert refused.value.code == "not_absent"


def test_who_acts_stands_in_the_document_too() -> None:
    people = absent(SEEDED, acting=desk(SECRETARY), position=desk(HEAD))
    assert read_staffing(write_staffing(people)) == people


def test_nobody_stands_in_for_themselves() -> None:
    for acting in (RATNA, desk(HEAD)):
        with refusal() as refused:
            absent(SEEDED, position=desk(HEAD), acting=acting)
        assert refused.value.code == "acts_for_self"


def test_leave_says_why_and_ends_after_it_began() -> None:
    with refusal() as refused:
        absent(SEEDED, reason=" ")
    assert (refused.value.code, refused.value.field) == ("required", "reason")
    with refusal() as refused:
        absent(SEEDED, until="2026-11-23")
    assert refused.value.code == "dates_reversed"


# desks


def positions(people: Staffing) -> tuple[Position, ...]:
    return positions_of(office(), people)


def test_a_desk_that_no_decree_names_is_added_once() -> None:
    people, added = appointing.add_position(SEEDED, positions(SEEDED), " Petugas  Arsip ", "staff")
    assert (added.id, added.title, added.kind) == ("petugas-arsip", "Petugas Arsip", "staff")
    with refusal() as refused:
        appointing.add_position(people, positions(people), "petugas arsip", "staff")
    assert (refused.value.code, refused.value.field) == ("position_exists", "title")


def test_a_desk_that_has_the_id_of_another_gets_its_own() -> None:
    people, _ = appointing.add_position(SEEDED, positions(SEEDED), "Tim A/B", "team")
    _, other = appointing.add_position(people, positions(people), "Tim A-B", "team")
    assert other.id == "tim-a-b-2"


def test_a_renamed_desk_was_called_otherwise_before() -> None:
    people = appointing.rename_position(SEEDED, positions(SEEDED), desk(HEAD), "Kepala Dinsos", date(2026, 12, 1))
    head = people.positions[0]
    assert (head.title_on(date(2026, 11, 30)), head.title_on(date(2026, 12, 1))) == ("Kepala Dinas", "Kepala Dinsos")
    same_day = appointing.rename_position(people, positions(people), head, "Kepala", date(2026, 12, 1))
    assert [former.title for former in same_day.positions[0].former] == ["Kepala Dinas"]
    with refusal() as refused:
        appointing.rename_position(people, positions(people), head, "Kepala", date(2026, 11, 30))
    assert refused.value.code == "rename_before"
    with refusal() as refused:
        appointing.rename_position(people, positions(people), head, "Kepala Dinsos", date(2027, 1, 1))
    assert refused.value.code == "nothing_changed"
    with refusal() as refused:
        appointing.rename_position(people, positions(people), head, "Sekretaris", date(2027, 1, 1))
    assert refused.value.code == "position_exists"


def test_a_retired_desk_ends_who_holds_it_and_stays_for_old_letters() -> None:
    people = appointing.retire(SEEDED, desk(HEAD), date(2026, 12, 31))
    assert holder(people, HEAD, "2026-12-31") == RATNA.name
    gone = people.positions[0]
    assert gone.retired == date(2026, 12, 31)
    with refusal() as refused:
        appointing.appoint(people, gone, Named("Budi"), start=date(2027, 1, 1))
    assert refused.value.code == "position_retired"
    with refusal() as refused:
        appointing.retire(people, gone, date(2027, 1, 1))
    assert refused.value.code == "position_retired"
    with refusal() as refused:
        appointing.add_position(people, positions(people), "Kepala Dinas", "head")
    assert "sudah dihapus" in refused.value.message


def test_a_desk_for_which_somebody_is_appointed_already_is_not_retired_before() -> None:
    people = document(tenure(HEAD, SITI, "2027-01-01"))
    with refusal() as refused:
        appointing.retire(people, desk(HEAD), date(2026, 12, 31))
    assert refused.value.code == "appointed_later"


def test_a_desk_that_many_share_does_not_become_one_person_s() -> None:
    people = document(tenure(STAFF, BUDI), tenure(STAFF, SITI))
    with refusal() as refused:
        appointing.change_position(people, desk(STAFF), kind="section_head", division=None, signs_as="")
    assert refused.value.code == "tenures_overlap"
    changed = appointing.change_position(people, desk(STAFF), kind="operator", division=None, signs_as="")
    assert next(position for position in changed.positions if position.id == STAFF).kind == "operator"


# people


def test_a_person_is_written_down_once_however_they_are_typed() -> None:
    people, first = with_person(Staffing(), Named("H.M. SUWITO ADI, S.Sos, M.Si", NIP))
    for text in ("h.m. suwito adi", "H. M. Suwito Adi, S.Sos., M.Si.", NIP, f"NIP. {NIP}", "p1"):
        assert find_person(people, text) == first
    again, same = with_person(people, Named("H.M. Suwito Adi", rank="Pembina"))
    assert (same.id, same.name, same.rank, len(again.people)) == (first.id, first.name, "Pembina", 1)


def test_namesakes_are_told_apart_by_their_numbers() -> None:
    people, one = with_person(Staffing(), Named("Sutrisno", NIP))
    people, other = with_person(people, Named("Sutrisno", "196503111986031012"))
    assert one.id != other.id
    with refusal() as refused:
        find_person(people, "sutrisno")
    assert refused.value.code == "person_ambiguous"
    assert NIP in refused.value.message


def test_a_number_belongs_to_one_person() -> None:
    people, _ = with_person(Staffing(), Named("Sutrisno", NIP))
    with refusal() as refused:
        with_person(people, Named("Sulastri", NIP))
    assert (refused.value.code, refused.value.field) == ("nip_taken", "nip")
    people, other = with_person(people, Named("Sulastri"))
    with refusal() as refused:
        change_person(people, other, Named("Sulastri", NIP))
    assert refused.value.code == "nip_taken"


@pytest.mark.parametrize(
    ("named", "code", "field"),
    [
        (Named("Budi", "123"), "nip_length", "nip"),
        (Named("Budi", "abc"), "nip_digits", "nip"),
        (Named(""), "required", "person.name"),
        (Named("196503111986031012"), "name_is_number", "person"),
        (Named("R" * 201), "too_long", "person.name"),
        (Named("Budi\x00"), "control_character", "person.name"),
        (Named("Budi", rank="P" * 201), "too_long", "rank"),
    ],
)
def test_what_can_t_be_a_person_is_refused_beside_its_field(named: Named, code: str, field: str) -> None:
    with refusal() as refused:
        with_person(Staffing(), named)
    assert (refused.value.code, refused.value.field) == (code, field)


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "R" * 80, "Nur'aini", "Ng", "Siti‘ah", "+62", "🙂", ",", "d'"])
def test_an_odd_name_is_a_name(name: str) -> None:
    people, person = with_person(Staffing(), Named(name))
    assert person.name == name
    assert find_person(people, name) == person
    assert read_staffing(write_staffing(people)) == people


def test_somebody_unknown_is_refused_with_those_who_are_near() -> None:
    people, _ = with_person(Staffing(), Named("Siti Aminah, S.Sos"))
    people, _ = with_person(people, Named("Siti Rohmah"))
    assert known_person(people, "aminah").name == "Siti Aminah, S.Sos"
    with refusal(NotFound) as refused:
        known_person(people, "Siti")
    assert "Siti Aminah, S.Sos, Siti Rohmah" in refused.value.message
    with refusal(NotFound) as refused:
        known_person(Staffing(), "Siti")
    assert "belum ada pejabat" in refused.value.message


def test_a_promotion_is_written_down() -> None:
    people = change_person(document(), SITI, Named(SITI.name, SITI.nip or "", "Pembina"))
    assert people.person(SITI.id) == replace(SITI, rank="Pembina")
    with refusal() as refused:
        change_person(document(), BUDI, Named("Budi"))
    assert refused.value.code == "nothing_changed"


# laws

DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 31))
ACTS = st.lists(
    st.tuples(
        st.sampled_from([HEAD, STAFF, SECRETARY]),
        st.sampled_from(["Budi", "Siti", "Ng"]),
        st.one_of(st.none(), DAYS),
        st.one_of(st.none(), DAYS),
        st.sampled_from(["definitive", "plt", "plh"]),
        st.booleans(),
    ),
    max_size=12,
)


@given(ACTS)
def test_whatever_was_appointed_nobody_shares_a_single_desk_and_the_file_reads_back(
    acts: list[tuple[str, str, date | None, date | None, Standing, bool]],
) -> None:
    people = SEEDED
    for position, name, start, until, standing, replacing in acts:
        try:
            people, _ = appointing.appoint(
                people, desk(position), Named(name), start=start, until=until, standing=standing, replacing=replacing
            )
        except Refused:
            continue
    assert read_staffing(write_staffing(people)) == people
    for position in (HEAD, SECRETARY):
        for day in (date(2026, 1, day) for day in range(1, 32)):
            held = [one for one in people.tenures if one.position == position and one.covers(day)]
            assert sum(one.standing == "plh" for one in held) <= 1
            assert sum(one.standing != "plh" for one in held) <= 1


def test_leave_of_somebody_else_stays_when_one_comes_back() -> None:
    people = document(away(RATNA, "2026-11-24", "2026-11-30"), away(BUDI, "2026-11-24", "2026-11-30"))
    assert appointing.back(people, RATNA, date(2026, 11, 24)).absences == (people.absences[1],)
