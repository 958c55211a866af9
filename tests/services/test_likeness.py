"""Possible duplicates: found by number, or name and something that agrees; shown side by side; set apart once for all."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.intake import Applicant, Beneficiary
from desk.services import acts, audit, cases, likeness, upkeep
from desk.services.counter import Counter
from desk.services.intake import Receipt, register
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.factory import ADOPTION, KK, REACTIVATION, SITI, SKM, UMAR, WHEELCHAIR, applicant, intake
from tests.fakes import Clock

NO_NUMBER: dict[str, Any] = {"nik": "", "kk": "", "no_nik_reason": "hilang"}
TWIN = "3514096502900002"


def take_in(
    counter: Counter, service: str = SKM, *, concerned: tuple[Beneficiary, ...] = (), **changes: Any
) -> Receipt:
    return register(counter, intake(service, applicant=applicant(**changes), beneficiaries=concerned))


def found(counter: Counter, receipt: Receipt) -> list[tuple[str, str, str]]:
    """(kind, reason, number) of each candidate."""
    case = cases.load(counter, receipt.id)
    return [(one.kind, one.reason, one.registration_number) for one in likeness.candidates(counter, case)]


def test_the_same_asked_for_twice_is_a_double_seen_from_both(counter: Counter) -> None:
    one, other = take_in(counter), take_in(counter)
    assert found(counter, one) == [("double", "nik", other.registration_number)]
    assert found(counter, other) == [("double", "nik", one.registration_number)]


def test_another_service_or_an_ended_file_is_only_the_same_person_s(counter: Counter) -> None:
    one, other, ended = take_in(counter), take_in(counter, WHEELCHAIR), take_in(counter)
    acts.act(counter, ended.id, "withdraw", note="batal")
    assert found(counter, one) == [
        ("same_person", "nik", number) for number in (other.registration_number, ended.registration_number)
    ]
    case = cases.load(counter, one.id)
    assert all(candidate.certain for candidate in likeness.candidates(counter, case))


def test_a_merged_file_is_offered_no_more(counter: Counter) -> None:
    one, other = take_in(counter), take_in(counter)
    acts.act(counter, other.id, "merge", data={"into": one.registration_number})
    assert found(counter, one) == []


def test_one_number_under_two_names_is_a_question(counter: Counter) -> None:
    one = take_in(counter)
    take_in(counter, WHEELCHAIR, name="Rukmini")
    (candidate,) = likeness.candidates(counter, cases.load(counter, one.id))
    assert (candidate.reason, candidate.certain, candidate.name) == ("nik", False, "Rukmini")


def test_titles_and_spelling_hide_nobody(counter: Counter) -> None:
    one = take_in(counter)
    other = take_in(counter, name="Hj. SITI AMINA", **NO_NUMBER)
    assert found(counter, one) == [("double", "birth_date", other.registration_number)]


def test_a_wrong_figure_in_the_number_hides_nobody(counter: Counter) -> None:
    one = take_in(counter)
    other = take_in(counter, nik="3514096602900001", kk="", birth_date="1990-02-26")
    assert found(counter, one) == [("double", "nik_digit", other.registration_number)]


def test_twins_are_not_one(counter: Counter) -> None:
    one = take_in(counter, name="Andi Saputra")
    take_in(counter, name="Andri Saputra", nik=TWIN)
    take_in(counter, name="Hasan", nik="3514096502900003")
    take_in(counter, name="Husin", **NO_NUMBER)
    assert found(counter, one) == []


def test_a_hundred_siti_aminah_are_a_hundred_people(counter: Counter) -> None:
    for day in range(1, 13):
        nik, born = f"35141241{day:02d}78{day:04d}", f"1978-{day:02d}-01"
        take_in(counter, nik=nik, kk="", birth_date=born)
    assert found(counter, take_in(counter)) == []
    assert likeness.pairs(counter).pairs == ()


def test_a_child_asked_for_by_two_is_a_double(counter: Counter) -> None:
    child = (Beneficiary("Ani Lestari", "3514094107150002", "anak"),)
    one = take_in(counter, ADOPTION, concerned=child)
    other = take_in(counter, ADOPTION, concerned=child, name="Umar", nik=UMAR, kk="", sex="L", birth_date="1985-03-12")
    take_in(counter, concerned=child, name="Rukmini", nik="3514094505600001", kk="", birth_date="1960-05-05")
    (candidate,) = likeness.candidates(counter, cases.load(counter, one.id))
    assert (candidate.kind, candidate.registration_number, candidate.name, candidate.line) == (
        "double", other.registration_number, "Ani Lestari", 1,
    )  # fmt: skip


def test_who_asks_and_is_asked_for_elsewhere_is_found(counter: Counter) -> None:
    one = take_in(counter)
    concerned = (Beneficiary("Siti Aminah", SITI, "istri"),)
    other = take_in(counter, concerned=concerned, name="Umar", nik=UMAR, kk="", sex="L", birth_date="1985-03-12")
    assert found(counter, one) == [("double", "nik", other.registration_number)]


def test_a_guarded_file_is_named_only_beside_one_of_its_own_service(counter: Counter) -> None:
    ordinary = take_in(counter, **NO_NUMBER)
    guarded = take_in(counter, ADOPTION)
    assert found(counter, ordinary) == []
    assert found(counter, guarded) == [("same_person", "birth_date", ordinary.registration_number)]
    assert likeness.pairs(counter).pairs == ()
    again = take_in(counter, ADOPTION)
    assert found(counter, again)[0] == ("double", "nik", guarded.registration_number)
    assert audit.entries(counter).rows == ()


def test_side_by_side_shows_what_differs_and_masks_what_does_not(counter: Counter) -> None:
    one = take_in(counter)
    other = take_in(counter, nik="3514096602900001", kk="", birth_date="1990-02-26", phone="6281111111111")
    fields = {
        field.field: (field.here, field.there, field.differs)
        for field in likeness.compare(counter, cases.load(counter, one.id), other.id)
    }
    assert fields["applicant.name"] == ("Siti Aminah", "Siti Aminah", False)
    assert fields["applicant.nik"] == ("3514•••5••••0001", "3514•••6••••0001", True)
    assert fields["applicant.kk"] == ("3514••••••••0003", "", True)
    assert fields["applicant.phone"] == ("6281234567890", "6281111111111", True)
    assert fields["applicant.village"][2] is False
    assert "beneficiaries" not in fields
    assert audit.entries(counter).rows == ()


def test_a_difference_of_spelling_is_none(counter: Counter) -> None:
    one, other = take_in(counter, name="SITI AMINAH"), take_in(counter, name="Siti  Aminah")
    compared = likeness.compare(counter, cases.load(counter, one.id), other.id)
    assert not next(field for field in compared if field.field == "applicant.name").differs


def test_comparing_with_a_guarded_file_is_a_look_at_it(counter: Counter) -> None:
    one, other = take_in(counter, ADOPTION), take_in(counter, ADOPTION)
    likeness.compare(counter, cases.load(counter, one.id), other.id)
    assert [(row.action, row.case_id) for row in audit.entries(counter).rows] == [("look", other.id)]


def apart(counter: Counter, one: Receipt, other: Receipt, reason: str = "ibu kandung berbeda", **how: bool) -> None:
    likeness.set_apart(counter, cases.load(counter, one.id), cases.load(counter, other.id), reason, **how)


def test_who_was_set_apart_is_not_offered_again_on_either_side(counter: Counter) -> None:
    one, other = take_in(counter), take_in(counter, name="Siti Amina", **NO_NUMBER)
    apart(counter, one, other)
    assert found(counter, one) == found(counter, other) == []
    entry = cases.load(counter, one.id).history[-1]
    assert (entry.kind, entry.note, entry.officer) == ("not_duplicate", "ibu kandung berbeda", "Rini")
    assert entry.facts == {f"distinct.{other.id}": True}
    apart(counter, one, other)
    assert len(cases.load(counter, one.id).history) == 2
    assert upkeep.problems(counter) == []


def test_setting_apart_is_taken_back(counter: Counter) -> None:
    one, other = take_in(counter), take_in(counter)
    apart(counter, one, other)
    apart(counter, one, other, "keliru", apart=False)
    assert len(found(counter, one)) == 1
    apart(counter, other, one, "keliru lagi", apart=False)  # there was nothing to take back
    assert len(cases.load(counter, other.id).history) == 1


def test_setting_apart_wants_a_reason_and_two_files(counter: Counter) -> None:
    one, other = take_in(counter), take_in(counter)
    for reason, code in (("  ", "reason_missing"), ("x" * 501, "too_long"), ("a\x00", "control_character")):
        with pytest.raises(Refused) as caught:
            apart(counter, one, other, reason)
        assert caught.value.code == code
    with pytest.raises(Refused) as caught:
        apart(counter, one, one)
    assert caught.value.code == "same_case"
    assert len(found(counter, one)) == 1


def test_what_one_counter_set_apart_is_apart_at_the_other(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    one, other = take_in(bangil), take_in(pandaan)
    exchange(bangil, pandaan)
    assert len(found(bangil, one)) == len(found(pandaan, other)) == 1
    apart(bangil, one, other)
    exchange(bangil, pandaan)
    assert found(pandaan, other) == found(pandaan, one) == []
    assert upkeep.dump(bangil) == upkeep.dump(pandaan)


def test_every_pair_is_listed_once_by_the_later_file(counter: Counter, clock: Clock) -> None:
    one = take_in(counter)
    clock.forward(days=1)
    other = take_in(counter)
    take_in(counter, WHEELCHAIR)
    page = likeness.pairs(counter)
    assert [(pair.registration_number, [c.registration_number for c in pair.candidates]) for pair in page.pairs] == [
        (other.registration_number, [one.registration_number])
    ]
    assert page.after is None
    apart(counter, one, other)
    assert likeness.pairs(counter).pairs == ()


def test_pairs_come_in_pages(counter: Counter, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "LOOKED_AT", 3)
    for _ in range(8):
        take_in(counter)
        clock.forward(minutes=1)
    read, after, pages = [], None, 0
    while pages == 0 or after:
        page = likeness.pairs(counter, limit=2, after=_place(after))
        read += [pair.registration_number[-1] for pair in page.pairs]
        after, pages = page.after, pages + 1
    assert read == list("8765432")


def _place(cursor: str | None) -> tuple[int, int] | None:
    received, _, n = (cursor or "").partition(".")
    return (int(received), int(n)) if cursor else None


def asked(counter: Counter, service: str, who: Applicant, besides: str = "") -> list[str]:
    return [one.registration_number for one in likeness.asked_already(counter, service, who, besides=besides)]


def test_a_form_at_the_counter_is_held_against_what_is_under_way(counter: Counter) -> None:
    one = take_in(counter)
    assert asked(counter, SKM, applicant()) == [one.registration_number]
    assert asked(counter, SKM, applicant(name="Hj. Siti Aminah", **NO_NUMBER)) == [one.registration_number]
    assert asked(counter, WHEELCHAIR, applicant()) == []
    assert asked(counter, SKM, applicant(), besides=one.id) == []
    assert asked(counter, SKM, Applicant()) == []
    acts.act(counter, one.id, "withdraw", note="batal")
    assert asked(counter, SKM, applicant()) == []


def test_a_returned_file_is_under_way(counter: Counter) -> None:
    one = register(counter, intake(REACTIVATION, everything=False))
    assert one.state == "returned"
    assert asked(counter, REACTIVATION, applicant()) == [one.registration_number]


@pytest.mark.parametrize("name", ["'; DROP TABLE cases;--", '"*" OR NEAR(a b)', "سيتي أمينة", "=HYPERLINK(1)", "%_%"])
def test_a_hostile_name_is_a_name(counter: Counter, name: str) -> None:
    one, other = take_in(counter, name=name), take_in(counter, name=name)
    assert found(counter, one) == [("double", "nik", other.registration_number)]
    assert likeness.compare(counter, cases.load(counter, one.id), other.id)[0].here == name


def test_a_file_without_anything_to_compare_is_compared_with_none(counter: Counter) -> None:
    blank: dict[str, Any] = {**NO_NUMBER, "birth_date": ""}
    one = take_in(counter, **blank)
    take_in(counter, **blank)
    assert found(counter, one) == []


def test_a_family_card_ties_a_near_name(counter: Counter) -> None:
    one = take_in(counter, nik="", birth_date="", no_nik_reason="hilang")
    other = take_in(counter, name="Siti Amina", nik="", birth_date="", no_nik_reason="hilang", kk=KK)
    assert found(counter, one) == [("double", "kk", other.registration_number)]


def test_a_file_that_has_not_quite_arrived_breaks_nothing(counter: Counter) -> None:
    one = take_in(counter)
    with counter.store.write() as work:
        stray = work.new_case()
        work.append(stray, "note_added", {}, {"note": "?"}, at=counter.now().isoformat(), officer="R", recorder="R")
    assert found(counter, one) == []
    assert likeness.candidates(counter, cases.load(counter, CaseId(stray))) == ()
