"""Regions by code and by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.domain import identity
from desk.domain.errors import Refused
from desk.domain.regions import Region, read_regions

BUNDLED = read_regions((Path(__file__).parents[2] / "data" / "regions.csv").read_text(encoding="utf-8"))
SMALL = read_regions(
    "\ufeff# catatan\ncode;name\n35;Jawa Timur\n35.14;Kabupaten Pasuruan\n35.14.12;Gempol\n35.14.14;Bangil\n"
    "35.14.12.2001;Karangrejo\n35.14.12.2002;Ngerong\n35.14.14.1001;Karang Rejo\n"
)


@pytest.mark.parametrize(
    ("regency", "districts"), [("18.11", 7), ("16.73", 8), ("16.09", 19), ("63.02", 22), ("35.14", 24)]
)
def test_the_five_offices_have_all_their_districts(regency: str, districts: int) -> None:
    assert len(BUNDLED.districts(regency)) == districts


def test_the_bundled_table_has_every_province_and_admits_that_regencies_are_missing() -> None:
    assert len(BUNDLED.known_provinces) == 38
    assert BUNDLED.known_regencies == frozenset()
    assert "35.14.12" in BUNDLED.known_districts


def test_a_nik_of_a_regency_outside_the_partial_table_is_not_called_unknown() -> None:
    nik = identity.read_nik("3273010101010001", date(2026, 11, 22))
    found = identity.nik_warnings(
        nik,
        sex=None,
        birth_date=None,
        office_region="35.14",
        known_provinces=BUNDLED.known_provinces,
        known_regencies=BUNDLED.known_regencies,
        known_districts=BUNDLED.known_districts,
    )
    assert [warning.code for warning in found] == ["nik_region_elsewhere"]


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
    assert [region.code for region in BUNDLED.find_district(typed)] == [code]


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
