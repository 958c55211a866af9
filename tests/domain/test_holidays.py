"""The holiday table: what it says, what it admits not to know, and how a wrong one is refused."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk.domain.errors import Refused
from desk.domain.holidays import Holiday, read_holidays

BUNDLED = read_holidays((Path(__file__).parents[2] / "data" / "holidays" / "id.csv").read_text(encoding="utf-8"))


def test_2026_has_the_17_national_days_and_8_days_of_joint_leave_of_the_decree() -> None:
    kinds = Counter(holiday.kind for day, holiday in BUNDLED.holidays.items() if day.year == 2026)
    assert kinds == {"national": 17, "joint": 8}


@pytest.mark.parametrize(
    ("day", "name", "kind"),
    [
        (date(2024, 2, 14), "Hari Pemilihan Umum", "national"),
        (date(2025, 8, 18), "Cuti Bersama Hari Kemerdekaan Republik Indonesia", "joint"),
        (date(2026, 3, 19), "Hari Suci Nyepi", "national"),
        (date(2026, 3, 20), "Cuti Bersama Hari Raya Idul Fitri", "joint"),
        (date(2026, 8, 17), "Hari Kemerdekaan Republik Indonesia", "national"),
        (date(2026, 12, 24), "Cuti Bersama Hari Raya Natal", "joint"),
        (date(2026, 12, 25), "Hari Raya Natal", "national"),
    ],
)
def test_known_days_have_their_indonesian_names(day: date, name: str, kind: str) -> None:
    assert (BUNDLED.holidays[day].name, BUNDLED.holidays[day].kind) == (name, kind)


def test_years_covered_and_years_still_estimated_are_told_apart() -> None:
    assert BUNDLED.years == {2024, 2025, 2026, 2027, 2028}
    assert BUNDLED.provisional == {2027, 2028}


def test_an_offices_own_days_join_without_hiding_national_ones() -> None:
    own = read_holidays("\ufeffdate;name;kind\r\n2026-09-18;Hari Jadi Kabupaten;local\r\n2026-12-25;Apel;local\r\n")
    assert own.years == frozenset()
    both = BUNDLED.joined(own)
    assert both.holidays[date(2026, 9, 18)] == Holiday("Hari Jadi Kabupaten", "local")
    assert both.holidays[date(2026, 12, 25)].kind == "national"
    assert both == own.joined(BUNDLED)
    assert (both.years, both.provisional) == (BUNDLED.years, BUNDLED.provisional)


def test_remarks_and_empty_lines_are_passed_over_and_a_name_may_be_quoted() -> None:
    table = read_holidays('# catatan\n\ndate;name;kind\n# lagi\n2026-09-18;"Apel; upacara";local\n')
    assert table.holidays == {date(2026, 9, 18): Holiday("Apel; upacara", "local")}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("tanggal;nama;jenis\n", 1),
        ("date;name;kind\n2026-09-18;Hari Jadi\n", 2),
        ("date;name;kind\n18/09/2026;Hari Jadi;local\n", 2),
        ("date;name;kind\n20260918;Hari Jadi;local\n", 2),
        ("# x\ndate;name;kind\n2026-02-30;Hari Jadi;local\n", 3),
        ("date;name;kind\n2026-09-18;;local\n", 2),
        ("date;name;kind\n2026-09-18;Hari Jadi;libur\n", 2),
        ("date;name;kind\n2026-09-18;Hari Jadi;local\n2026-09-18;Apel;local\n", 3),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        read_holidays(text)
    assert refused.value.code == "holidays_invalid"
    assert f"baris {line}:" in refused.value.message
