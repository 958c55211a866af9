"""The office's dated layer over the printed standard."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desk.domain.corrections import effective, put, value_at
from desk.domain.errors import Refused


def standard(**changes: Any) -> dict[str, Any]:
    return {
        "product": "Surat Rekomendasi",
        "requirements": [
            {"id": "ktp", "text": "KTP"},
            {"id": "k2", "text": "Surat", "parts": [{"id": "k2.a", "text": "lampiran a"}]},
        ],
        "duration": {"min": 6, "max": 6, "unit": "minute"},
        **changes,
    }


def correction(component: str, corrected: object, start: str) -> dict[str, Any]:
    return {"component": component, "printed": None, "corrected": corrected, "reason": "uji", "from": start}


def test_a_correction_holds_from_its_day_and_not_before() -> None:
    raw = standard(corrections=[correction("product", "Surat Izin", "2026-12-01")])
    assert effective(raw, date(2026, 11, 30))["product"] == "Surat Rekomendasi"
    assert effective(raw, date(2026, 12, 1))["product"] == "Surat Izin"


def test_the_printed_text_is_never_touched() -> None:
    raw = standard(corrections=[correction("requirements/k2.a/text", "lampiran A", "2026-01-01")])
    assert effective(raw, date.max)["requirements"][1]["parts"][0]["text"] == "lampiran A"
    assert raw["requirements"][1]["parts"][0]["text"] == "lampiran a"


def test_the_later_of_two_corrections_of_one_place_holds() -> None:
    raw = standard(corrections=[correction("product", "A", "2026-01-01"), correction("product", "B", "2026-02-01")])
    assert effective(raw, date(2026, 1, 15))["product"] == "A"
    assert effective(raw, date(2026, 3, 1))["product"] == "B"


def test_a_requirement_can_be_added_and_taken_away() -> None:
    raw = standard()
    put(raw, "requirements/npwp", {"id": "npwp", "text": "NPWP"})
    put(raw, "requirements/ktp", None)
    assert [entry["id"] for entry in raw["requirements"]] == ["k2", "npwp"]


def test_a_part_is_found_by_its_own_id() -> None:
    assert value_at(standard(), "requirements/k2.a/text") == "lampiran a"
    assert value_at(standard(), "duration/unit") == "minute"


@pytest.mark.parametrize("path", ["", "/", "nothing/here", "requirements/nobody/text", "product/of/what"])
def test_a_place_that_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(Refused) as refused:
        value_at(standard(), path)
    assert refused.value.code == "component_unknown"
