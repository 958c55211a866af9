"""Who may be whom: titles, spellings and slips of the hand are seen through; twins, brothers and namesakes are not one."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.likeness import Person, likeness, mask_pair, name_key, name_score, one_slip, same_name, slips
from tests.factory import KK, SITI, UMAR

BORN = "1990-02-25"


def ratio(one: str, other: str) -> float:
    """A measure of the standard library, for the rules alone."""
    return 100 * SequenceMatcher(None, one, other, autojunk=False).ratio()


def siti(**changes: str) -> Person:
    known = {"name": "Siti Aminah", "nik": SITI, "kk": KK, "birth_date": BORN}
    return Person(**{**known, **changes})


def like(one: Person, other: Person) -> str | None:
    return likeness(one, other, ratio)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hj. Siti Aminah", "Siti Aminah"),
        ("Drs. H. Moch. Rofi'i, M.Si.", "Muhammad Rofii"),
        ("MOHAMAD ROFI'I", "Moh. Rofi’i"),
        ("Dewi Sartika, S.Sos., M.M.", "DEWI SARTIKA"),
        ("Soeharto", "Suharto"),
        ("Tjokro Aminoto", "Cokro Aminoto"),
        ("Nur Hayati", "Nurhayati"),
        ("Aminah Siti", "Siti Aminah"),
        ("M. Yusuf", "Mochamad Yusuf"),
        ("St. Aminah", "Siti Aminah"),
        ("Ahmad bin Umar", "Achmad Umar"),
        ("Alm. Bpk. Slamet", "Slamet"),
        ("Raden Ayu Hj. Siti Nur", "Raden Ayu Siti Nur"),
    ],
)
def test_two_spellings_of_one_name_are_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Aminah", "Siti Maimunah"), ("Ahmad Fauzi", "Ahmad Fauzan"), ("Hasan Basri", "Husin Basri"),
        ("Siti Aminah", "Aminah"), ("Budi Santoso", "Budi Susanto"), ("Siti", ""), ("", ""),
    ],
)  # fmt: skip
def test_other_names_are_other_names(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert name_score(one, other, ratio) < 90


@pytest.mark.parametrize(
    "name", ["H.", "S.H.", "Se", "=1+1", "سيتي أمينة", "'; DROP TABLE cases;--", "…", "<b>Siti</b>"]
)
def test_whatever_stands_where_a_name_should_is_like_itself_and_not_like_siti(name: str) -> None:
    assert name_score(name, "Siti Aminah", ratio) < 90
    if name_key(name):
        assert same_name(name, name)


@given(st.text(), st.text())
def test_likeness_of_names_is_mutual_and_bounded(one: str, other: str) -> None:
    score = name_score(one, other, ratio)
    assert 0 <= score <= 100
    assert (score == 100) == (name_score(other, one, ratio) == 100)


def test_the_same_nik_is_one_person_whatever_the_name() -> None:
    assert like(siti(), Person("Umar", SITI)) == "nik"


def test_namesakes_with_numbers_and_birthdays_of_their_own_are_never_one() -> None:
    other = siti(nik="3514126103780004", birth_date="1978-03-21")
    assert like(siti(), other) is None
    assert like(siti(), siti(nik="3514126103780004", birth_date="1978-03-21", kk=KK)) is None


def test_a_name_alone_says_nothing() -> None:
    assert like(Person("Siti Aminah"), Person("Siti Aminah")) is None
    assert like(siti(), Person("Siti Aminah")) is None


def test_one_wrong_figure_in_the_nik_is_seen_through() -> None:
    assert like(siti(), siti(nik="3514096502900007", kk="", birth_date=BORN)) == "nik_digit"
    assert like(siti(), siti(nik="3514906502900001", name="Siti Amina")) == "nik_digit"


def test_a_wrong_figure_that_changed_the_birth_date_too_is_seen_through_where_the_name_is_the_same() -> None:
    wrong = siti(nik="3514096602900001", birth_date="1990-02-26", kk="")
    assert like(siti(), wrong) == "nik_digit"
    assert like(siti(), siti(nik=wrong.nik, birth_date=wrong.birth_date, kk="", name="Siti Amina")) is None


def test_twins_are_two_people_though_name_birthday_family_and_nearly_the_number_agree() -> None:
    andi = Person("Andi Saputra", "3514091203100001", KK, "2010-03-12")
    assert like(andi, Person("Andri Saputra", "3514091203100002", KK, "2010-03-12")) is None
    assert like(andi, Person("Hasan", "3514091203100002", KK, "2010-03-12")) is None


def test_brothers_of_one_family_card_are_two_people() -> None:
    one = Person("Ahmad Fauzi", "", KK, "2001-01-01")
    assert like(one, Person("Ahmad Fauzan", "", KK, "2004-05-05")) is None
    assert like(one, Person("Achmad Fauzie", "", KK, "2004-05-05")) is None


def test_near_name_and_birthday_are_one_person_where_a_number_is_missing() -> None:
    assert like(siti(), Person("Hj. Siti Amina", "", "", BORN)) == "birth_date"
    assert like(siti(), Person("Siti Maimunah", "", "", BORN)) is None


def test_near_name_and_family_card_are_one_person_where_nothing_contradicts() -> None:
    assert like(siti(), Person("Siti Amina", "", KK, "")) == "kk"
    assert like(siti(), Person("Siti Amina", "", KK, "1978-01-01")) is None
    assert like(siti(), Person("Siti Amina", UMAR, KK, "")) is None


def test_every_slip_is_a_slip_and_none_is_the_number_itself() -> None:
    found = set(slips(SITI))
    assert SITI not in found
    assert all(one_slip(SITI, other) for other in found)
    assert len(found) > 150
    assert set(slips("")) == set()


@given(st.text("0123456789", min_size=16, max_size=16), st.integers(0, 14))
def test_exchanged_neighbours_are_one_slip_and_two_wrong_figures_are_not(nik: str, place: int) -> None:
    swapped = nik[:place] + nik[place + 1] + nik[place] + nik[place + 2 :]
    assert one_slip(nik, swapped) == (swapped != nik)
    other = "".join(str(9 - int(figure)) for figure in nik)
    assert not one_slip(nik, other)
    assert not one_slip(nik, nik[:-1])


def test_only_what_differs_in_two_numbers_is_shown() -> None:
    assert mask_pair(SITI, "3514096602900001") == ("3514•••5••••0001", "3514•••6••••0001")
    assert mask_pair(SITI, SITI) == ("3514••••••••0001", "3514••••••••0001")
    assert mask_pair(SITI, UMAR) == ("3514••••••••0001", "3514••••••••0002")
    assert mask_pair(SITI, "") == ("3514••••••••0001", "")
