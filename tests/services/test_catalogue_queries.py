"""Which services ask for a paper: 'Layanan apa saja yang meminta SKTM?'"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from desk.domain.errors import NotFound
from desk.services.catalogue import Catalogue
from desk.services.packfiles import load_catalogue

DATA = Path(__file__).resolve().parents[2] / "data"


@cache
def catalogue() -> Catalogue:
    return load_catalogue(DATA)


def test_services_that_ask_for_a_paper_in_the_decrees_order() -> None:
    asking = catalogue().needing("sktm", "pasuruan")
    assert [service.id for service in asking] == ["pasuruan/02", "pasuruan/07", "pasuruan/08"]


def test_a_paper_inside_an_entry_counts() -> None:
    assert "pasuruan/08" in [service.id for service in catalogue().needing("kk", "pasuruan")]


@pytest.mark.parametrize("name", ["SKTM", "Surat Keterangan Tidak Mampu", "surat tidak mampu"])
def test_a_paper_has_many_names(name: str) -> None:
    assert catalogue().needing(name) == catalogue().needing("sktm") != ()


def test_an_unknown_paper_or_office_is_said_to_be_unknown() -> None:
    with pytest.raises(NotFound) as unknown:
        catalogue().needing("kartu ajaib")
    assert unknown.value.code == "document_unknown"
    with pytest.raises(NotFound):
        catalogue().needing("sktm", "antah")
