"""Who was here before: latest data, papers seen then, the family by its card."""

from __future__ import annotations

from desk.domain.intake import Address, Tick
from desk.services import acts, people
from desk.services.counter import Counter
from desk.services.intake import register
from desk.services.people import SeenPaper
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import ADOPTION, KK, REACTIVATION, SITI, SKM, UMAR, applicant, intake, met
from tests.fakes import Clock


def test_who_was_never_here_is_not_known(counter: Counter) -> None:
    register(counter, intake())
    assert people.known(counter, UMAR) is None
    assert people.family(counter, UMAR) is None


def test_nobody_is_known_by_an_empty_number(counter: Counter) -> None:
    register(counter, intake(applicant=applicant(nik="", kk="", no_nik_reason="telantar")))
    assert people.known(counter, "") is None
    assert people.family(counter, "") is None


def test_the_latest_form_says_who_somebody_is(counter: Counter, clock: Clock) -> None:
    register(counter, intake(applicant=applicant(phone="6281111111111")))
    clock.forward(days=30)
    register(counter, intake(applicant=applicant(phone="6282222222222")))
    found = people.known(counter, SITI)
    assert found is not None
    assert found.applicant.phone == "6282222222222"
    assert len(found.cases) == 2
    assert found.cases[0].received_at > found.cases[1].received_at


def test_a_correction_is_known_next_time(counter: Counter) -> None:
    receipt = register(counter, intake())
    acts.act(counter, receipt.id, "correct", data={"applicant": {"phone": "0813 3333 3333"}})
    found = people.known(counter, SITI)
    assert found is not None
    assert found.applicant.phone == "6281333333333"


def test_a_paper_seen_for_one_service_is_offered_for_another_with_where_and_when(
    counter: Counter, clock: Clock
) -> None:
    ticks = {"ktp": met(form="copy"), "kk": met(), "sktm": Tick(met=False), "foto_rumah": met()}
    first = register(counter, intake(REACTIVATION, everything=False, checklist=ticks))
    clock.forward(days=1)
    second = register(counter, intake(SKM, everything=False, checklist={"k1.ktp": met(form="original_and_copy")}))
    found = people.known(counter, SITI)
    assert found is not None
    seen = {paper.document: paper for paper in found.seen}
    assert seen["ktp"] == SeenPaper("ktp", "original_and_copy", second.received_at, second.registration_number)
    assert seen["kk"] == SeenPaper("kk", None, first.received_at, first.registration_number)
    assert "sktm" not in seen


def test_a_paper_seen_in_a_guarded_file_is_offered_without_saying_which(counter: Counter) -> None:
    register(counter, intake(ADOPTION))
    found = people.known(counter, SITI)
    assert found is not None
    assert found.seen
    assert {paper.registration_number for paper in found.seen} == {""}


def test_a_family_shares_a_card_and_an_address(counter: Counter, clock: Clock) -> None:
    register(counter, intake(applicant=applicant()))
    clock.forward(days=1)
    moved = Address("Jl. Baru 1", "01", "01", "Latek", "Bangil")
    register(
        counter, intake(applicant=applicant(name="Umar", nik=UMAR, sex="L", birth_date="1985-03-12", address=moved))
    )
    register(
        counter, intake(applicant=applicant(name="Umar", nik=UMAR, sex="L", birth_date="1985-03-12", address=moved))
    )
    found = people.family(counter, KK)
    assert found is not None
    assert (found.address, found.names) == (moved, ("Umar", "Siti Aminah"))


def test_a_long_history_is_looked_at_in_part(counter: Counter) -> None:
    for _ in range(people.LOOK_BACK + 5):
        register(counter, intake())
    found = people.known(counter, SITI)
    assert found is not None
    assert len(found.cases) == people.LOOK_BACK


def test_a_guarded_file_is_marked_in_a_person_s_list(counter: Counter) -> None:
    register(counter, intake(ADOPTION))
    found = people.known(counter, SITI)
    assert found is not None
    assert [row.sensitive for row in found.cases] == [True]


def test_a_file_whose_standard_is_not_known_here_hides_nobody(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    receipt = register(bangil, intake())
    with bangil.store.write() as work:
        facts = {"service": "pasuruan/98", "service_hash": "0" * 64}
        work.append(receipt.id, "case_corrected", facts, {}, at="2026-11-24T10:00:00+07:00", officer="R", recorder="R")
    deliver(bangil, pandaan)
    found = people.known(pandaan, SITI)
    assert found is not None
    assert (found.applicant.name, found.seen) == ("Siti Aminah", ())
