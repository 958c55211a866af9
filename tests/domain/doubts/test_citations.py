"""Legal basis against the table of laws."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk.domain.catalogue import Citation, Decree, Service
from desk.domain.doubts import citations
from desk.domain.doubts.laws import read_laws
from desk.domain.doubts.titles import same, subject
from desk.domain.pack import PackError
from tests.domain.doubts.samples import LAWS, kinds, office, service

DATA = Path(__file__).resolve().parents[3] / "data"


def citing(*pairs: tuple[str, str], **changes: Any) -> Service:
    return service(legal_basis=tuple(Citation(*pair) for pair in pairs), **changes)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("UU No 11 Tahun 2009 tentang Kesejahteraan Sosial;", "Kesejahteraan Sosial"),
        ("UU 11/2009 tentang Kesejahteraan Sosial (Lembaran Negara Tahun 2009 Nomor 12)", "Kesejahteraan Sosial"),
        ("UU 11/2009 tentang Kesejahteraan Sosial sebagaimana telah diubah dengan UU X", "Kesejahteraan Sosial"),
        ("Peraturan Pemerintah Nomor 101 Tahun 2012", ""),
    ],
)
def test_what_a_rule_is_about(printed: str, expected: str) -> None:
    assert subject(printed) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("kesejahteraan SOSIAL", "Kesejahteraan Sosial", True),
        ("Standart Nasional Rehabilitasi Sosial", "Standar Nasional Rehabilitasi Sosial", True),
        ("SOP dilingkungan Pemprop dan Kab/Kota", "Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota", True),
        ("Keterbukaan Informasi Public", "Keterbukaan Informasi Publik", True),
        ("Kesejahteraan Anak", "Kesejahteraan Sosial", False),
        ("Pemerintahan", "Pemerintahan Daerah", False),
        ("Perubahan atas UU 16 Tahun 2001", "Perubahan atas UU 16 Tahun 2002", False),
    ],
)  # fmt: skip
def test_titles_agree_whatever_the_spelling(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is expected


@pytest.mark.parametrize(
    ("short", "title", "expected"),
    [
        ("PP 2012", "PP Nomor Tahun 2012 tentang Penyelenggaraan", ["citation_incomplete"]),
        ("Pergub 16", "Pergub No 16 tentang Biaya", ["citation_incomplete"]),
        ("PP 101/2012", "Peraturan Pemerintah Nomor 101 Tahun 2012", ["citation_without_title"]),
        ("Perbup 1/2020", "Perbup 1/2020 tentang Perubahan atas Perbup 11/2017", ["citation_without_title"]),
        ("UUD 1945", "Undang-Undang Dasar Tahun 1945 Pasal 34", []),
        ("UU 11/2009", "UU 11/2009 tentang Kesejahteraan Sosial", []),
    ],
)
def test_whole_citations(short: str, title: str, expected: list[str]) -> None:
    assert kinds(citations.incomplete(citing((short, title)))) == expected


def test_kinds_of_rules() -> None:
    assert kinds(citations.odd_kind(citing(("Perbup 44/2020", "Perbub No 44 tahun 2020 tentang Jamkesda")))) == [
        "kind_of_rule_unknown"
    ]
    assert kinds(citations.odd_kind(citing(("Perbup 44/2020", "Perbup No 44 tahun 2020 tentang Jamkesda")))) == []


def test_cited_twice_and_two_under_one_title() -> None:
    one = ("UU 11/2009", "UU 11/2009 tentang Kesejahteraan Sosial")
    assert kinds(citations.cited_twice(citing(one, one))) == ["citation_twice"]
    pair = ("PP 21/2008", "PP 21/2008 tentang Penyelenggaraan Penanggulangan Bencana"), (
        "Perpres 8/2008", "Perpres 8/2008 tentang Penyelenggaraan Penanggulangan Bencana",
    )  # fmt: skip
    assert kinds(citations.cited_twice(citing(*pair))) == ["citation_twice"]


def test_a_title_that_stammers() -> None:
    text = "Perpres 64/2020 tentang Peraturan Presiden (PERPRES) tentang Perubahan Kedua atas Perpres 82/2018"
    assert kinds(citations.doubled_title(citing(("Perpres 64/2020", text)))) == ["citation_title_doubled"]
    plain = "UU 28/2004 tentang Perubahan atas Undang-Undang Nomor 16 Tahun 2001 tentang Yayasan"
    assert kinds(citations.doubled_title(citing(("UU 28/2004", plain)))) == []


def test_a_change_of_what_did_not_exist_yet() -> None:
    text = "UU 35/2014 tentang Perubahan atas Undang-Undang Nomor 23 Tahun {year} tentang Perlindungan Anak"
    assert kinds(citations.impossible_year(citing(("UU 35/2014", text.format(year=2020))))) == ["impossible_year"]
    assert kinds(citations.impossible_year(citing(("UU 35/2014", text.format(year=2002))))) == []
    assert kinds(citations.title_differs(citing(("UU 35/2014", text.format(year=2020))), LAWS)) == []


@pytest.mark.parametrize(
    ("short", "title", "whose"),
    [
        ("UU 11/2009", "Ketentuan ketentuan Pokok Kesejahteraan Sosial", "UU 6/1974"),
        ("UU 35/2014", "Perlindungan Anak", "UU 23/2002"),
        ("UU 40/2004", "Sistem Jaminan Sosial", ""),
        ("UU 8/2016", "hak-hak penyandang disabilitas", ""),
    ],
)
def test_titles_of_known_laws(short: str, title: str, whose: str) -> None:
    (doubt,) = citations.title_differs(citing((short, f"{short} tentang {title}")), LAWS)
    assert (f"milik {whose}" in doubt.message) is bool(whose)


@pytest.mark.parametrize(
    ("short", "title", "right"),
    [
        ("UU 40/1998", "Sistem Jaminan Sosial Nasional", "UU 40/2004"),
        ("UU 36/2012", "Penyelenggaraan Kesejahteraan Sosial", "PP 39/2012"),
        ("Perma 1/2014", "pelaksanaan Diversi", "Perma 4/2014"),
        ("Permensos 110/2009", "Persyaratan Pengangkatan Anak", "Permensos 110/HUK/2009"),
    ],
)
def test_numbers_of_known_laws(short: str, title: str, right: str) -> None:
    (doubt,) = citations.number_differs(citing((short, f"{short} tentang {title}")), LAWS)
    assert right in doubt.message


def test_a_regional_rule_may_have_the_title_of_a_national_one() -> None:
    assert (
        kinds(citations.number_differs(citing(("Perda 5/2013", "Perda 5/2013 tentang Kesejahteraan Sosial")), LAWS))
        == []
    )


def test_replaced_and_amended() -> None:
    old = citing(("UU 6/1974", "UU 6/1974 tentang Ketentuan-Ketentuan Pokok Kesejahteraan Sosial"))
    assert kinds(citations.superseded(old, LAWS)) == ["law_superseded"]
    child = ("UU 23/2002", "UU 23/2002 tentang Perlindungan Anak")
    assert kinds(citations.amended(citing(child), LAWS)) == ["law_amended"]
    both = child, ("UU 35/2014", "UU 35/2014 tentang Perubahan atas UU Nomor 23 Tahun 2002 tentang Perlindungan Anak")
    assert kinds(citations.amended(citing(*both), LAWS)) == []
    said = citing(("UU 23/2002", "UU 23/2002 tentang Perlindungan Anak sebagaimana telah diubah"))
    assert kinds(citations.amended(said, LAWS)) == []


def test_a_basis_of_its_own() -> None:
    general = citing(("UU 11/2009", "UU 11/2009 tentang Kesejahteraan Sosial"))
    assert kinds(citations.not_specific(general, LAWS)) == ["no_specific_basis"]
    assert kinds(citations.basis_missing(general, LAWS)) == ["basis_missing"]
    mind = citing(("UU 11/2009", "UU 11/2009 tentang Kesejahteraan Sosial"), title="Penanganan Gangguan Jiwa")
    assert kinds(citations.basis_missing(mind, LAWS)) == []


def test_newer_than_the_decree_and_for_a_year_that_was_over() -> None:
    spoilt = citing(
        ("Perbup 9/2025", "Perbup 9/2025 tentang Bantuan"),
        ("Permendagri 27/2021", "Permendagri 27/2021 tentang Pengelolaan Anggaran Daerah Tahun 2022"),
    )
    assert kinds(citations.after_the_decree(office(spoilt))) == ["impossible_year", "basis_for_past_year"]
    assert kinds(citations.after_the_decree(office(spoilt, decree=Decree("1", None)))) == []


def test_one_rule_under_two_titles() -> None:
    one = citing(("Perbup 21/2014", "Perbup 21/2014 tentang Penyusunan Standar Pelayanan"))
    other = service(2, legal_basis=(Citation("Perbup 21/2014", "Perbup 21/2014 tentang Pedoman Survei Kepuasan"),))
    assert kinds(citations.title_varies(office(one, other))) == ["citation_title_varies"]
    longer = service(
        2, legal_basis=(Citation("Perbup 21/2014", "Perbup 21/2014 tentang Penyusunan Standar Pelayanan Publik"),)
    )
    assert kinds(citations.title_varies(office(one, longer))) == []


def test_the_table_of_laws_is_whole_and_names_only_what_exists() -> None:
    laws = read_laws(json.loads((DATA / "laws.json").read_bytes()), "laws.json")
    assert len(laws.known) > 60
    for law in laws.known.values():
        own = int(law.citation.rsplit("/", 1)[1])
        later = [*([law.replaced_by] if law.replaced_by else []), *law.amended_by]
        assert all(int(name.rsplit("/", 1)[1]) >= own for name in later), law.citation


def test_a_law_that_stands_twice_is_refused() -> None:
    row = {"citation": "UU 1/2000", "title": "Contoh"}
    with pytest.raises(PackError):
        read_laws({"laws": [row, row]}, "laws.json")
