"""Finding files: by name however it is spelt, by number, code and place; page by page; overdue or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.errors import NotFound
from desk.domain.intake import Address, Beneficiary, ExternalReference
from desk.domain.intake_reader import is_number
from desk.domain.tracking import show_code
from desk.services import acts, cases
from desk.services.cases import CaseQuery, CaseRow
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.intake import Receipt, register
from tests.counters import fresh
from tests.factory import DISASTER, KITCHEN, KK, REACTIVATION, SITI, SKM, UMAR, applicant, intake, met
from tests.fakes import Clock


def add(counter: Counter, name: str, **changes: object) -> Receipt:
    return register(counter, intake(applicant=applicant(name=name, **changes)))


def found(counter: Counter, text: str) -> list[str]:
    """The names that the box above all lists finds, and the same for the list itself."""
    by_box = sorted(row.name for row in cases.search(counter, text))
    assert sorted(row.name for row in cases.rows(counter, CaseQuery(search=text)).rows) == by_box
    return by_box


# words


@pytest.mark.parametrize(
    ("name", "sought"),
    [
        ("Muhammad Sjafei", "mohammad syafei"),
        ("Moch. Rofi'i", "rofii"),
        ("Soekarno Poetra", "sukarno putra"),
        ("Djoko Tjokro", "joko cokro"),
        ("Siti Nur Cholifah", "kholifah"),
        ("SITI AMINAH", "siti am"),
        ("Zakiyyah", "zakiyah"),
        ("سيتي أمينة", "سيتي"),
        ("ꦱꦶꦠꦶ", "ꦱꦶꦠꦶ"),
        ("Śrī Mulyani", "sri"),
        ("Ahmad Fauzi", "achmad"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(counter: Counter, name: str, sought: str) -> None:
    add(counter, name)
    add(counter, "Wagiman")
    assert found(counter, sought) == [name]


def test_every_word_must_begin_a_word(counter: Counter) -> None:
    add(counter, "Siti Aminah")
    add(counter, "Siti Fatimah")
    assert found(counter, "siti") == ["Siti Aminah", "Siti Fatimah"]
    assert found(counter, "fat si") == ["Siti Fatimah"]
    assert found(counter, "minah") == []
    assert found(counter, "siti budi") == []


def test_places_those_concerned_and_other_systems_numbers_are_found(counter: Counter) -> None:
    register(
        counter,
        intake(
            DISASTER,
            applicant=applicant(
                name="Pemdes", kind="organisation", contact="Bu Rukmini", address=Address(village="Raci")
            ),
            beneficiaries=(Beneficiary("Ahmad Yusuf"), Beneficiary("Umi Kulsum")),
            external_reference=ExternalReference("SIKS-NG", "3514-77/B"),
        ),
    )
    for text in ("raci", "rukmini", "umi kulsum", "yusuf", "3514-77/b"):
        assert found(counter, text) == ["Pemdes"]


def test_words_that_are_operators_elsewhere_are_words(counter: Counter) -> None:
    add(counter, 'Siti "NOT" Aminah')
    for text in ('"', "NOT", "siti AND", "NEAR(siti)", "siti*", "-siti", "words:siti", "siti) OR (", "'; DROP TABLE"):
        cases.search(counter, text)
        cases.rows(counter, CaseQuery(search=text))
    assert found(counter, "not") == ['Siti "NOT" Aminah']


def test_words_that_are_none_find_nothing_and_blanks_everything(counter: Counter) -> None:
    add(counter, "Siti")
    assert found(counter, "???") == []
    assert found(counter, "👩") == []
    assert [row.name for row in cases.rows(counter, CaseQuery(search="  ")).rows] == ["Siti"]


def test_a_very_long_search_is_a_search(counter: Counter) -> None:
    add(counter, "Siti")
    assert found(counter, "siti " * 5000) == ["Siti"]
    assert found(counter, " ".join(f"kata{n}" for n in range(5000))) == []


def test_any_text_may_be_sought(data: Path, catalogue: Catalogue) -> None:
    with fresh(data, catalogue) as counter:
        add(counter, "Siti Aminah")

        @given(st.text(max_size=30))
        def seek(text: str) -> None:
            cases.search(counter, text)
            cases.rows(counter, CaseQuery(search=text))

        seek()


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=25).map(str.strip).filter(bool)
names = names.filter(lambda name: not is_number(name))


def test_whatever_a_name_is_typing_it_again_finds_it(data: Path, catalogue: Catalogue) -> None:
    with fresh(data, catalogue) as counter:

        @settings(max_examples=settings.default.max_examples // 2)  # type: ignore[union-attr]
        @given(names)
        def taken_in_and_sought(name: str) -> None:
            receipt = add(counter, name)
            page = cases.rows(counter, CaseQuery(search=name, limit=1000))
            assert receipt.id in {row.id for row in page.rows} or not any(letter.isalnum() for letter in name)

        taken_in_and_sought()


# numbers


def test_a_nik_or_a_kk_finds_exactly_its_files(counter: Counter) -> None:
    add(counter, "Siti")
    add(counter, "Umar", nik=UMAR, kk="")
    assert found(counter, SITI) == ["Siti"]
    assert found(counter, f" {UMAR[:4]} {UMAR[4:8]} {UMAR[8:12]} {UMAR[12:]} ") == ["Umar"]
    assert found(counter, KK) == ["Siti"]
    assert found(counter, SITI[:15]) == []
    assert found(counter, SITI[:-1] + "2") == []


def test_a_code_is_found_as_it_is_read_aloud(counter: Counter) -> None:
    receipt = add(counter, "Siti")
    add(counter, "Umar")
    code = receipt.tracking_code
    for text in (code, code.lower(), show_code(code), show_code(code).lower(), f" {code[:4]} {code[4:8]} {code[8:]} "):
        assert found(counter, text) == ["Siti"], text
        assert cases.find(counter, text).id == receipt.id


def test_a_registration_number_is_found(counter: Counter) -> None:
    receipt = add(counter, "Siti")
    add(counter, "Umar")
    for text in (receipt.registration_number, receipt.registration_number.lower(), f" {receipt.registration_number} "):
        assert found(counter, text) == ["Siti"]
        assert cases.find(counter, text).id == receipt.id
    assert cases.find(counter, receipt.id).id == receipt.id
    assert cases.find(counter, receipt.id.upper()).id == receipt.id


def test_filters_hold_for_a_number_too(counter: Counter) -> None:
    receipt = add(counter, "Siti")
    assert cases.rows(counter, CaseQuery(search=receipt.registration_number, state="returned")).rows == ()
    assert len(cases.rows(counter, CaseQuery(search=receipt.tracking_code, state="open")).rows) == 1


@pytest.mark.parametrize("reference", ["", " ", "L1XXX-2026-000099", "-", "🙈", "x" * 10_000, "%", "' OR 1=1"])
def test_what_is_not_there_is_said(counter: Counter, reference: str) -> None:
    add(counter, "Siti")
    with pytest.raises(NotFound, match="tidak ada di loket ini") as caught:
        cases.find(counter, reference)
    assert caught.value.exit_code == 4


def test_lists_show_an_identity_number_only_masked(counter: Counter) -> None:
    add(counter, "Siti")
    (row,) = cases.search(counter, "siti")
    assert SITI not in repr(row)
    assert row.nik_masked == "3514••••••••0001"


def test_a_corrected_name_is_found_and_the_old_one_is_not(counter: Counter) -> None:
    receipt = add(counter, "Siti")
    acts.act(counter, receipt.id, "correct", data={"applicant": {"name": "Zubaidah"}})
    assert found(counter, "zubaidah") == ["Zubaidah"]
    assert found(counter, "siti") == []


# pages


def pages(counter: Counter, query: CaseQuery) -> list[CaseRow]:
    rows: list[CaseRow] = []
    while True:
        page = cases.rows(counter, query)
        assert len(page.rows) <= query.limit
        rows += page.rows
        if page.after is None:
            return rows
        assert page.rows[-1].cursor == page.after
        query = CaseQuery(search=query.search, state=query.state, limit=query.limit, after=page.after)


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("search", ["", "siti", KK])
def test_pages_skip_nobody_and_show_nobody_twice(counter: Counter, clock: Clock, limit: int, search: str) -> None:
    """Many share one second, and none of their order is that of their arrival."""
    for number in range(14):
        received = clock.now.replace(hour=8 + number % 3)
        register(counter, intake(received_at=received.isoformat(), applicant=applicant(name=f"Siti {number}")))
    rows = pages(counter, CaseQuery(search=search, limit=limit))
    assert sorted(row.name for row in rows) == sorted(f"Siti {number}" for number in range(14))
    if search != "siti":
        assert [row.received_at for row in rows] == sorted((row.received_at for row in rows), reverse=True)


def test_a_file_taken_in_while_paging_moves_no_page(counter: Counter, clock: Clock) -> None:
    for number in range(6):
        clock.forward(minutes=1)
        add(counter, f"Siti {number}")
    first = cases.rows(counter, CaseQuery(limit=3))
    clock.forward(minutes=1)
    add(counter, "Baru")
    second = cases.rows(counter, CaseQuery(limit=3, after=first.after))
    assert [row.name for row in (*first.rows, *second.rows)] == [f"Siti {number}" for number in (5, 4, 3, 2, 1, 0)]


def test_any_row_can_be_gone_on_from(counter: Counter, clock: Clock) -> None:
    for number in range(5):
        clock.forward(minutes=1)
        add(counter, f"Siti {number}")
    rows = cases.rows(counter, CaseQuery()).rows
    for place, row in enumerate(rows):
        assert cases.rows(counter, CaseQuery(after=row.cursor)).rows == rows[place + 1 :]


# filters


def test_lists_are_filtered_by_state_service_and_day(counter: Counter, clock: Clock) -> None:
    add(counter, "Siti")
    register(counter, intake(REACTIVATION, everything=False, checklist={"ktp": met()}))
    clock.forward(days=1)
    late = register(counter, intake(KITCHEN))
    assert {row.state for row in cases.rows(counter, CaseQuery(state="returned")).rows} == {"returned"}
    assert {row.service for row in cases.rows(counter, CaseQuery(service=SKM)).rows} == {SKM}
    since = int(clock.now.timestamp())
    assert [row.id for row in cases.rows(counter, CaseQuery(from_seconds=since)).rows] == [late.id]
    assert late.id not in {row.id for row in cases.rows(counter, CaseQuery(to_seconds=since)).rows}


def test_overdue_is_open_and_late_and_not_ready(counter: Counter, clock: Clock) -> None:
    late, ready, returned, done = (register(counter, intake(KITCHEN)).id for _ in range(4))
    while cases.load(counter, ready).ready_at is None:
        acts.act(counter, ready, "advance")
    acts.act(counter, returned, "return", note="x")
    acts.act(counter, done, "withdraw", note="x")

    def overdue() -> set[str]:
        return {row.id for row in cases.rows(counter, CaseQuery(overdue_at=counter.now().isoformat())).rows}

    assert overdue() == set()
    clock.forward(hours=47)
    assert overdue() == set()
    clock.forward(hours=2)
    assert overdue() == {late}


def test_a_file_that_was_ready_too_late_stays_late(counter: Counter, clock: Clock) -> None:
    case_id = register(counter, intake(KITCHEN)).id
    clock.forward(hours=60)
    while cases.load(counter, case_id).ready_at is None:
        acts.act(counter, case_id, "advance")
    assert [row.id for row in cases.rows(counter, CaseQuery(overdue_at=counter.now().isoformat())).rows] == [case_id]


def test_counts_are_by_state(counter: Counter) -> None:
    add(counter, "Siti")
    register(counter, intake(REACTIVATION, everything=False, checklist={}))
    assert cases.counts(counter) == {"open": 1, "returned": 1}
