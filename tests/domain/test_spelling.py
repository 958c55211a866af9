"""Whatever way a word is spelt, it is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.spelling import compact, fold, words

SAME = [
    ("ijin", "izin", "IZIN", "idjin"),
    ("perijinan", "perizinan"),
    ("terlantar", "telantar", "Terlantar"),
    ("keterlantaran", "ketelantaran"),
    ("antrian", "antrean"),
    ("foto copy", "fotokopi", "fotocopy", "photocopy", "photo copy", "foto kopi", "potokopi", "poto copy", "foto-copy"),
    ("reaktifasi", "reaktivasi", "Reaktivasi"),
    ("legalisir", "legalisasi"),
    ("praktek", "praktik"),
    ("standart", "standar", "standard"),
    ("propinsi", "provinsi", "prop\u00ednsi"),
    ("akte", "akta"),
    ("apotik", "apotek"),
    ("jadual", "jadwal"),
    ("lubuk linggau", "lubuklinggau", "Lubuk-Linggau", "LUBUK  LINGGAU"),
    ("pulau laut", "pulaulaut"),
    ("orang tua", "orangtua"),
    ("e-KTP", "ektp", "KTP-el", "KTP el", "KTP"),
    ("Soekarno", "Sukarno"),
    ("Djoko Tjipto", "Joko Cipto"),
    ("Sjafruddin", "Syafrudin", "Safrudin"),
    ("Muhammad", "Mohammad", "Muhamad", "Moh.", "Muh", "M\u00fchammad"),
    ("Achmad", "Ahmad", "Akhmad"),
    ("Chalid", "Khalid", "Kalid"),
    ("Jum'at", "Jumat", "Jum\u2019at", "Jum\u00b4at"),
    ("Nurul Qomariyah", "nurul komariyah"),
    ("Budhi", "Budi"),
    ("kwitansi", "kuitansi"),
    ("nasehat", "nasihat"),
    ("ijasah", "ijazah"),
    ("telpon", "telepon", "telfon"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_spellings_of_one_word_fold_alike(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lubuk Linggau Timur I", "Lubuk Linggau Timur II"),
        ("Selatan II", "Selatan III"),
        ("1122", "12"),
        ("RT 011", "RT 01"),
        ("akta", "bakteri"),
        ("Siti", "Sita"),
    ],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert compact(one) != compact(other)


def test_numbers_stay_as_they_are() -> None:
    assert fold("3514122502900001") == "3514122502900001"
    assert fold("A-2026-000123") == "a 2026 000123"


def test_words_are_given_in_order() -> None:
    assert words("Foto copy  KTP, Kartu Keluarga!") == ("fotokopi", "ktp", "kartu", "keluarga")
    assert words(" …!? ") == ()


def test_a_prefix_typed_so_far_is_a_prefix_of_the_folded_word() -> None:
    for typed, word in (("terlant", "telantar"), ("antri", "antrean"), ("legalis", "legalisir"), ("djok", "Joko")):
        assert fold(word).startswith(fold(typed))


def test_numerals_in_names_may_be_written_as_figures() -> None:
    assert compact("Lubuk Linggau Timur II") == compact("lubuklinggau timur 2")
    assert compact("Timur I") == compact("timur 1")
    assert compact("Selatan IV") == compact("selatan 4")


letters = st.text(st.sampled_from("adeghijklmnoprstuvxyzqcb '-ijIVX"), max_size=30)


@given(st.one_of(st.text(max_size=40), letters))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(letters)
def test_case_and_outer_space_never_matter(text: str) -> None:
    assert fold(f"  {text.upper()} ") == fold(text.lower())


@given(st.text(max_size=40))
def test_the_fold_is_words_with_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(sign == " " or sign.isalnum() for sign in folded)
    assert compact(text) == compact(folded)


def test_a_word_made_to_fold_for_ever_still_settles() -> None:
    for text in ("standar" + "dt" * 200, "o" + "oe" * 200, "jd" * 100 + "j", "foto " * 100 + "kopi"):
        assert fold(fold(text)) == fold(text)
