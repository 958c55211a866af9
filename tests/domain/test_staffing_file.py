"""The document of positions and people as a file: whole or refused, with the place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.domain.staffing import Staffing
from desk.domain.staffing_file import read_staffing, write_staffing
from tests.offices import BUDI, HEAD, RATNA, REHSOS, SECRETARY, away, document, tenure

WHOLE = write_staffing(
    document(
        tenure(HEAD, RATNA, None, "2026-11-30"),
        tenure(HEAD, BUDI, "2026-12-01", standing="plt"),
        away(RATNA, "2026-11-24", "2026-11-26", SECRETARY, position=HEAD),
        away(BUDI, "2026-11-24", "2026-11-26", RATNA),
    )
)


def changed(path: str, value: object) -> dict[str, Any]:
    """The file with another value at `path`; ... takes the key away."""
    raw = copy.deepcopy(WHOLE)
    inner: Any = raw
    *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    for part in way:
        inner = inner[part]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return raw


def test_what_was_written_reads_back_the_same() -> None:
    assert write_staffing(read_staffing(WHOLE)) == WHOLE


def test_an_empty_file_is_an_office_of_which_nothing_is_said() -> None:
    assert read_staffing({}) == Staffing()


@pytest.mark.parametrize(
    ("path", "value", "field", "problem"),
    [
        ("people/0/name", "", "people[0].name", "tidak boleh kosong"),
        ("people/0/name", ..., "people[0].name", "wajib ada"),
        ("people/0/nama", "x", "people[0].nama", "tidak dikenal"),
        ("people/1/id", "p1", "people", "ditulis dua kali"),
        ("people/1/nip", RATNA.nip, "people", "ditulis dua kali"),
        ("positions/0/kind", "raja", "positions[0].kind", "tidak dikenal"),
        ("positions/1/id", HEAD, "positions", "ditulis dua kali"),
        ("positions/0/retired", "kemarin", "positions[0].retired", "bukan tanggal"),
        ("positions/0/retired", "20261124", "positions[0].retired", "bukan tanggal"),
        ("positions/0/former", [{"title": "Lama", "until": None}], "positions[0].former[0].until", "bukan teks"),
        ("tenures/0/position", "tukang", "tenures[0].position", "'tukang' tidak ada"),
        ("tenures/0/person", "p9", "tenures[0].person", "'p9' tidak ada"),
        ("tenures/0/standing", "raja", "tenures[0].standing", "tidak dikenal"),
        ("tenures/0/until", "2026-02-30", "tenures[0].until", "bukan tanggal"),
        ("tenures/1/until", "2026-11-30", "tenures[1].until", "mendahului"),
        ("tenures/1/standing", "definitive", None, ""),
        ("absences/0/until", "2026-11-23", "absences[0].until", "mendahului"),
        ("absences/0/person", "p9", "absences[0].person", "tidak ada"),
        ("absences/0/position", "p9", "absences[0].position", "tidak ada"),
        ("absences/0/acting", {"person": "p1", "position": HEAD}, "absences[0].acting", "satu saja"),
        ("absences/0/acting", {}, "absences[0].acting", "satu saja"),
        ("absences/0/acting", {"position": "x"}, "absences[0].acting.position", "tidak ada"),
        ("absences", {}, "absences", "bukan daftar"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(path: str, value: object, field: str | None, problem: str) -> None:
    raw = changed(path, value)
    if field is None:
        read_staffing(raw)
        return
    with pytest.raises(Refused) as refused:
        read_staffing(raw)
    assert (refused.value.code, refused.value.field) == ("positions_invalid", field)
    assert "office/positions: " in refused.value.message
    assert problem in refused.value.message


@pytest.mark.parametrize("raw", [[], None, "x", 7])
def test_what_is_no_object_is_no_document(raw: object) -> None:
    with pytest.raises(Refused, match="office/positions"):
        read_staffing(raw)


def test_two_who_hold_one_desk_on_a_day_are_refused_with_both_places() -> None:
    raw = changed("tenures/1", {**WHOLE["tenures"][0], "person": "p2", "from": "2026-11-30", "until": None})
    with pytest.raises(Refused, match=r"tenures\[1\]: bertumpuk dengan tenures\[0\]"):
        read_staffing(raw)
    raw["tenures"][1]["position"] = REHSOS
    assert len(read_staffing(raw).tenures) == 2
