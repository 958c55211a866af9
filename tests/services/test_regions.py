"""The table of regions as a counter has it: read when it is first asked, in the office's spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.domain.errors import Refused
from desk.services import setup
from desk.services.packfiles import load_catalogue
from tests.conftest import OpenCounter

DATA = Path(__file__).parents[2] / "data"
OFFICES = load_catalogue(DATA).offices


def test_the_table_is_read_at_first_use_and_once(tmp_path: Path) -> None:
    path = tmp_path / "regions.csv"
    regions = setup.regions_of(tmp_path, {"35.14": "Kab. Pasuruan"})
    path.write_text("code;name\n35;Jawa Timur\n35.14;Kabupaten Pasuruan\n35.14.12;Gempol\n", encoding="utf-8")
    assert regions.known_districts == {"35.14.12"}
    path.unlink()
    assert regions.known_regencies == {"35.14"}
    assert regions.table.name("35.14") == "Kab. Pasuruan"


def test_a_table_that_is_wrong_stops_those_who_ask_not_those_who_open(tmp_path: Path) -> None:
    (tmp_path / "regions.csv").write_text("kode;nama\n", encoding="utf-8")
    regions = setup.regions_of(tmp_path, {})
    with pytest.raises(Refused, match="baris 1"):
        _ = regions.table


def test_opening_a_counter_does_not_read_the_table(open_counter: OpenCounter) -> None:
    regions = open_counter().regions
    assert "table" not in vars(regions)
    assert len(regions.known_districts) > 7000
    assert "table" in vars(regions)


def test_an_offices_own_names_are_of_regions_that_there_are() -> None:
    table = setup.regions_of(DATA, {}).table
    unknown = {code for office in OFFICES for code in office.region_names if table.name(code) is None}
    assert unknown == set()


def test_every_office_lies_where_its_code_says() -> None:
    table = setup.regions_of(DATA, {}).table
    short = {"Kabupaten Ogan Komering Ulu Selatan": "Kabupaten OKU Selatan"}
    for office in OFFICES:
        assert table.name(office.region_code[:2]) == office.province
        name = setup.regions_of(DATA, office.region_names).table.name(office.region_code) or ""
        assert short.get(name, name) == office.region


def test_lubuklinggau_is_written_in_one_word_as_the_city_writes_it() -> None:
    office = next(office for office in OFFICES if office.slug == "lubuklinggau")
    table = setup.regions_of(DATA, office.region_names).table
    names = [table.name("16.73"), *(district.name for district in table.districts("16.73"))]
    assert all("Lubuklinggau" in (name or "") for name in names)
    assert [region.code for region in table.find_district("Lubuk Linggau Barat II", "16.73")] == ["16.73.06"]
