"""Regions by code and by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.domain import identity
from desk.domain.errors import Refused
from desk.domain.regions import Region, read_regions

DATA = Path(__file__).parents[2] / "data"
TEXT = (DATA / "regions.csv").read_text(encoding="utf-8")
BUNDLED = read_regions(TEXT)
SMALL = read_regions(
    "\ufeff# catatan\ncode;name\n35;Jawa Timur\n35.14;Kabupaten Pasuruan\n35.14.12;Gempol\n35.14.14;Bangil\n"
    "35.14.12.2001;Karangrejo\n35.14.12.2002;Ngerong\n35.14.14.1001;Karang Rejo\n"
)


DISTRICTS = {
    "18.11": "Mesuji, Mesuji Timur, Rawa Jitu Utara, Way Serdang, Simpang Pematang, Panca Jaya, Tanjung Raya",
    "16.73": (
        "Lubuk Linggau Timur I, Lubuk Linggau Barat I, Lubuk Linggau Selatan I, Lubuk Linggau Utara I,"
        " Lubuk Linggau Timur II, Lubuk Linggau Barat II, Lubuk Linggau Selatan II, Lubuk Linggau Utara II"
    ),
    "16.09": (
        "Muara Dua, Pulau Beringin, Banding Agung, Muara Dua Kisam, Simpang, Buay Sandang Aji, Buay Runjung,"
        " Mekakau Ilir, Buay Pemaca, Kisam Tinggi, Kisam Ilir, Buay Pematang Ribu Ranau Tengah, Warkuk Ranau Selatan,"
        " Runjung Agung, Sungai Are, Sindang Danau, Buana Pemaca, Tiga Dihaji, Buay Rawan"
    ),
    "63.02": (
        "Pulau Sembilan, Pulau Laut Barat, Pulau Laut Selatan, Pulau Laut Timur, Pulau Sebuku, Pulaulaut Utara,"
        " Kelumpang Selatan, Kelumpang Hulu, Kelumpang Tengah, Kelumpang Utara, Pamukan Selatan, Sampanahan,"
        " Pamukan Utara, Hampang, Sungai Durian, Pulau Laut Tengah, Kelumpang Hilir, Kelumpang Barat, Pamukan Barat,"
        " Pulau Laut Kepulauan, Pulau Laut Tanjung Selayar, Pulaulaut Sigam"
    ),
    "35.14": (
        "Purwodadi, Tutur, Puspo, Lumbang, Pasrepan, Kejayan, Wonorejo, Purwosari, Sukorejo, Prigen, Pandaan, Gempol,"
        " Beji, Bangil, Rembang, Kraton, Pohjentrek, Gondangwetan, Winongan, Grati, Nguling, Lekok, Rejoso, Tosari"
    ),
}
"""CONVENTIONS 2, numbered as in the code from 01."""


def test_the_bundled_table_is_the_whole_country_down_to_its_districts() -> None:
    assert len(BUNDLED.known_provinces) == 38
    assert len(BUNDLED.known_regencies) == 514
    assert len(BUNDLED.known_districts) == 7285
    assert all(BUNDLED.districts(regency) for regency in BUNDLED.known_regencies)


@pytest.mark.parametrize("regency", DISTRICTS)
def test_the_five_offices_have_all_their_districts(regency: str) -> None:
    names = DISTRICTS[regency].split(", ")
    assert BUNDLED.districts(regency) == tuple(
        Region(f"{regency}.{number:02d}", name) for number, name in enumerate(names, start=1)
    )


@pytest.mark.parametrize(
    ("regency", "kelurahan", "desa"),
    [
        ("18.11", 0, 105),
        ("16.73", 72, 0),
        ("16.09", 7, 252),
        ("63.02", 4, 198),
        ("35.14", 24, 341),
        ("35.75", 34, 0),
        ("35.78", 0, 0),
    ],
)
def test_villages_are_bundled_where_addresses_are_written_every_day(regency: str, kelurahan: int, desa: int) -> None:
    villages = [village for district in BUNDLED.districts(regency) for village in BUNDLED.villages(district.code)]
    assert sum(village.urban for village in villages) == kelurahan
    assert sum(not village.urban for village in villages) == desa


def test_the_bundled_table_says_where_it_is_from_and_under_which_licence() -> None:
    remarks = TEXT.partition("code;name\n")[0]
    licence = (DATA / "regions.LICENSE.md").read_text(encoding="utf-8")
    assert "idn-area-data 4.0.1" in remarks
    assert "ODbL" in remarks
    assert "4.0.1" in licence
    assert "Open Database License (ODbL), version 1.0" in " ".join(licence.split()).replace("**", "")


def warned(text: str, office_region: str = "35.14") -> list[str]:
    found = identity.nik_warnings(
        identity.read_nik(text, date(2026, 11, 22)),
        sex=None,
        birth_date=None,
        office_region=office_region,
        known_provinces=BUNDLED.known_provinces,
        known_regencies=BUNDLED.known_regencies,
        known_districts=BUNDLED.known_districts,
    )
    return [warning.code for warning in found]


@pytest.mark.parametrize("prefix", ["101412", "991412", "354012", "358012", "767101", "351425", "351499", "351400"])
def test_a_nik_of_no_region_of_the_country_is_warned_of(prefix: str) -> None:
    assert warned(f"{prefix}2502900001") == ["nik_region_unknown"]


@pytest.mark.parametrize("prefix", ["327301", "357501", "352922", "111101", "950412"])
def test_a_nik_of_any_region_of_the_country_is_only_from_elsewhere(prefix: str) -> None:
    assert warned(f"{prefix}2502900001") == ["nik_region_elsewhere"]


@pytest.mark.parametrize(
    "prefix",
    [
        "180502",  # Tulang Bawang, of which Mesuji was a part
        "180507",  # a district that left Tulang Bawang
        "160114",  # OKU, of which OKU Selatan was a part
        "160105",  # a district that left OKU
        "160501",  # Musi Rawas, of which Lubuklinggau was a part
        "160504",  # a district that left Musi Rawas
        "647301",  # Tarakan, before Kalimantan Utara
        "731901",  # Mamuju's lot, before Sulawesi Barat
        "910101",  # Merauke, before Papua Selatan
        "912801",  # Deiyai, before Papua Tengah
        "927101",  # Kota Sorong, before Papua Barat Daya
    ],
)
def test_a_nik_from_before_a_split_is_only_from_elsewhere(prefix: str) -> None:
    assert warned(f"{prefix}2502900001", "18.11") == ["nik_region_elsewhere"]


def test_a_nik_of_the_office_is_not_remarked_on() -> None:
    assert warned("3514122502900001") == []


def test_an_offices_own_spelling_stands_over_the_tables() -> None:
    own = BUNDLED.with_names({"16.73": "Kota Lubuklinggau", "16.73.01": "Linggau Timur", "99.99": "Tidak Ada"})
    assert BUNDLED.name("16.73") == "Kota Lubuk Linggau"
    assert own.name("16.73") == "Kota Lubuklinggau"
    assert own.region("16.73.01") == own.districts("16.73")[0] == Region("16.73.01", "Linggau Timur")
    assert own.name("99.99") is None
    assert len(own) == len(BUNDLED)
    assert own.with_names({"16.73.02": "Linggau Barat"}).name("16.73.01") == "Linggau Timur"


def test_both_spellings_are_found() -> None:
    own = BUNDLED.with_names({"16.73.01": "Linggau Timur"})
    by_table, by_office = own.find_district("Lubuk Linggau Timur I", "16.73"), own.find_district("linggau timur")
    assert by_table == by_office == (Region("16.73.01", "Linggau Timur"),)


def test_a_table_that_lacks_regencies_admits_it() -> None:
    partial = read_regions("code;name\n35;Jawa Timur\n35.14;Kabupaten Pasuruan\n36;Banten\n")
    assert partial.known_regencies == frozenset()
    assert partial.known_provinces == {"35", "36"}


def test_line_by_line_or_all_at_once_the_table_reads_the_same() -> None:
    at_once, by_line = read_regions(TEXT), read_regions(f"{TEXT}\n\n")
    assert len(at_once) == len(by_line)
    for regency in ("", "35", "35.14", "35.14.12", "35.29", "91.05"):
        assert at_once.children(regency) == by_line.children(regency)


def test_a_table_by_another_hand_may_quote_pad_and_leave_out_order() -> None:
    text = '\r\n# oleh kantor\r\ncode;name\r\n35 ;"Jawa; Timur" \r\n\r\n11;Aceh\r\n35.14;Kabupaten Pasuruan\r\n'
    table = read_regions(text)
    assert [region.name for region in table.children("")] == ["Aceh", "Jawa; Timur"]
    assert table.name("35.14") == "Kabupaten Pasuruan"


def test_a_whole_table_knows_its_regencies() -> None:
    assert SMALL.known_regencies == {"35.14"}


def test_regions_are_found_by_code() -> None:
    assert SMALL.region("35.14.12.2001") == Region("35.14.12.2001", "Karangrejo")
    assert SMALL.name("35.14") == "Kabupaten Pasuruan"
    assert SMALL.name("99") is None
    assert SMALL.region("99") is None
    assert len(SMALL) == 7


def test_a_region_holds_its_children_in_order() -> None:
    assert [region.name for region in SMALL.districts("35.14")] == ["Gempol", "Bangil"]
    assert [region.name for region in SMALL.villages("35.14.12")] == ["Karangrejo", "Ngerong"]
    assert SMALL.villages("35.14") == ()
    assert [region.code for region in SMALL.children("")] == ["35"]


def test_a_region_says_what_it_is() -> None:
    desa, kelurahan = SMALL.find_village("karang rejo")
    assert (desa.level, desa.urban, desa.parent) == ("village", False, "35.14.12")
    assert kelurahan.urban
    assert Region("35.75", "Kota Pasuruan").urban
    assert not Region("35.14", "Kabupaten Pasuruan").urban


@pytest.mark.parametrize("typed", ["Karangrejo", "karang rejo", "Desa Karangrejo", "KEL. KARANG REJO"])
def test_villages_are_found_however_they_are_spelt(typed: str) -> None:
    assert [region.code for region in SMALL.find_village(typed)] == ["35.14.12.2001", "35.14.14.1001"]
    assert [region.code for region in SMALL.find_village(typed, within="35.14.14")] == ["35.14.14.1001"]


def test_a_level_or_a_place_that_does_not_fit_finds_nothing() -> None:
    assert SMALL.find_village("Gempol") == ()
    assert SMALL.find_village("") == ()
    assert SMALL.find_village("Karangrejo", within="35.1") == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lubuklinggau timur 1", "16.73.01"),
        ("Lubuk Linggau Timur II", "16.73.05"),
        ("Kec. Lubuklinggau Timur II", "16.73.05"),
        ("Pulau Laut Utara", "63.02.06"),
        ("muaradua", "16.09.01"),
        ("Gondang Wetan", "35.14.18"),
    ],
)
def test_districts_are_found_apart_together_and_by_figure(typed: str, code: str) -> None:
    assert [region.code for region in BUNDLED.find_district(typed, within=code[:5])] == [code]


def test_a_name_that_districts_share_finds_them_all() -> None:
    assert [region.code for region in BUNDLED.find_district("muaradua")] == ["11.73.01", "16.09.01"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("kode;nama\n35;Jawa Timur\n", 1),
        ("code;name\n35\n", 2),
        ("code;name\n35;\n", 2),
        ("code;name\n35.1;Jawa Timur\n", 2),
        ("code;name\n35;Jawa Timur\n# catatan\n35;Jawa Timur\n", 4),
        ("code;name\n35.14;Kabupaten Pasuruan\n", 2),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        read_regions(text)
    assert refused.value.code == "regions_invalid"
    assert refused.value.details["line"] == line
    assert f"baris {line}:" in refused.value.message
