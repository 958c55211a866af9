"""The office's calendar by command line: what it answers, what it refuses, and what a person at a terminal reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_docs import assert_same_names, documented
from tests.factory import form
from tests.terminal import Terminal

TWO_DAYS = "pasuruan/04"
LEAVE = ("calendar", "add", "2026-12-31", "Cuti Bersama Tahun Baru", "--kind", "joint", "--reason", "SKB")
WEEK = {
    **{day: ["07:00-14:00"] for day in ("monday", "tuesday", "wednesday", "thursday")},
    "friday": ["07:00-11:00"], "saturday": ["07:00-12:30"], "sunday": [],
}  # fmt: skip


@pytest.fixture
def promised(terminal: Terminal) -> Any:
    """A file that is promised for the last day of the year."""
    terminal.clock.set("2026-12-29T10:00")
    return terminal.json("intake", "-", stdin=form(TWO_DAYS))


def test_a_decreed_day_answers_what_moved(terminal: Terminal, promised: Any) -> None:
    answer = terminal.json(*LEAVE, "--decree", "SKB 3 Menteri", "--decided", "2026-12-14")
    assert_same_names(documented("calendar add")[0], answer)
    assert answer["due"] == {
        "checked": 1,
        "moved": 1,
        "cases": [
            {
                "case": promised["id"],
                "registration_number": promised["registration_number"],
                "before": "2026-12-31T16:00:00+07:00",
                "after": "2027-01-04T16:00:00+07:00",
            }
        ],
    }
    assert terminal.json("case", promised["id"])["due_at"] == "2027-01-04T16:00:00+07:00"
    listed = terminal.json("calendar", "list")
    assert_same_names(documented("calendar list")[0], listed)
    assert listed["days"][-1] == documented("calendar list")[0]["days"][0]


def test_a_person_reads_which_files_moved_and_why(terminal: Terminal, promised: Any) -> None:
    said = terminal.desk(*LEAVE).out
    assert "31 Desember 2026 menjadi hari libur: Cuti Bersama Tahun Baru." in said
    assert "1 tanggal janji bergeser." in said
    number = promised["registration_number"]
    assert f"{number}: Kamis, 31 Desember 2026 pukul 16.00 WIB → Senin, 4 Januari 2027 pukul 16.00 WIB" in said
    assert "Promised dates moved: 1." in terminal.desk("--lang", "en", "calendar", "undo", "--reason", "x").out


def test_a_year_is_listed_with_source_hours_and_doubts(terminal: Terminal) -> None:
    terminal.json("calendar", "remove", "2026-12-24", "--reason", "pelayanan tetap buka")
    terminal.json("calendar", "ramadan", "2026-02-18", "2026-03-19", "--reason", "SE Bupati")
    said = terminal.desk("calendar", "list", "--year", "2026").out
    assert "2026-12-24 Kamis    Cuti Bersama Hari Raya Natal · cuti bersama · DIHAPUS, hari kerja" in said
    assert "Senin–Kamis 07.30–12.00, 13.00–16.00" in said
    assert "Ramadan 2026: 18 Februari 2026 – 19 Maret 2026" in said
    assert "Hari libur tahun 2027 masih perkiraan" in said
    assert terminal.json("calendar", "list", "--year", "2031")["covered"] is False
    assert terminal.refused("calendar", "list", "--year", "31")[:2] == (3, "calendar_year")


def test_hours_are_set_from_json_and_back_to_the_standard(terminal: Terminal) -> None:
    assert documented("calendar hours") == [WEEK]
    answer = terminal.json("calendar", "hours", "-", "--start", "2026-12-01", "--reason", "Perbup", stdin=WEEK)
    assert answer["hours"] == [{"first": "2026-12-01", "last": None, "name": ""}]
    assert terminal.json("calendar", "list")["hours"] == WEEK
    terminal.json("calendar", "hours", "standard", "--start", "2026-12-01", "--reason", "Perbup dicabut")
    assert terminal.json("calendar", "list")["hours"]["friday"] == ["07:30-11:30", "13:00-16:30"]
    wrong = {**WEEK, "monday": ["7.00-14.00"]}
    assert terminal.refused("calendar", "hours", "-", "--reason", "x", stdin=wrong) == (
        3,
        "calendar_invalid",
        "monday[0]",
    )


def test_ramadan_may_have_the_office_s_own_hours_and_end(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "jam.json"
    file.write_text(json.dumps(WEEK), encoding="utf-8")
    words = ("calendar", "ramadan", "2027-02-08", "2027-03-09", "--name", "Ramadan 1448 H", "--file", str(file))
    assert terminal.json(*words, "--reason", "SE")["hours"][0]["name"] == "Ramadan 1448 H"
    assert terminal.json("calendar", "list", "--year", "2027")["periods"][0]["hours"] == WEEK
    terminal.json("calendar", "usual", "Ramadan 1448 H", "--reason", "SE dicabut")
    assert terminal.refused("calendar", "usual", "Ramadan 1448 H", "--reason", "x")[:2] == (4, "calendar_no_period")
    assert terminal.refused("calendar", "ramadan", "2027-03-09", "2027-02-08", "--reason", "x")[1] == "calendar_period"


def test_an_office_s_zone_is_said_as_people_say_it(terminal: Terminal) -> None:
    assert terminal.json("calendar", "zone", "wita", "--reason", "salah paket")["timezone"] == {
        "before": "Asia/Jakarta",
        "after": "Asia/Makassar",
    }
    assert terminal.json("calendar", "list")["zone"] == "WITA"
    terminal.json("calendar", "zone", "office", "--reason", "x")
    assert terminal.json("calendar", "list")["zone"] == "WIB"
    assert terminal.refused("calendar", "zone", "gmt", "--reason", "x") == (2, "usage", "zone")


def test_a_list_is_taken_line_by_line(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "skb.csv"
    file.write_text(
        "\ufeffdate;name;kind\n2027-09-18;Hari Jadi;local\n18-9-2027;Apel;local\n2027-05-17;Idul Adha;national\n",
        encoding="utf-8",
    )
    answer = terminal.json("calendar", "import", str(file), "--decree", "SKB", "--reason", "daftar 2027")
    assert_same_names(documented("calendar import")[0], answer["lines"])
    assert [line["line"] for line in answer["lines"]["refused"]] == [3]
    assert (answer["lines"]["new"][0]["line"], answer["lines"]["changed"][0]["line"]) == (2, 4)
    assert answer["lines"]["absent"]
    whole = terminal.desk("calendar", "import", str(file), "--whole", "--reason", "daftar 2027")
    assert whole.exit == 0
    assert "baris 3:" in whole.out
    assert len(terminal.json("calendar", "list", "--year", "2027")["days"]) > 2
    assert terminal.json("calendar", "list", "--year", "2027")["covered"] is True


def test_a_list_that_can_t_be_read_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.refused("calendar", "import", str(tmp_path / "x.csv"), "--reason", "x")[:2] == (4, "unreadable")
    file = tmp_path / "skb.csv"
    file.write_bytes(b"date;name;kind\n2027-09-18;Hari J\xe4di;local\n")
    assert terminal.refused("calendar", "import", str(file), "--reason", "x")[:2] == (3, "bad_encoding")
    file.write_text("tanggal;nama;jenis\n", encoding="utf-8")
    assert terminal.refused("calendar", "import", str(file), "--reason", "x")[:2] == (3, "holidays_invalid")


def test_the_history_tells_every_change_and_what_was_taken_back(terminal: Terminal) -> None:
    assert terminal.json("calendar", "history") == []
    assert terminal.desk("calendar", "history").out == "Belum pernah diubah di sini.\n"
    terminal.json(*LEAVE)
    terminal.json("calendar", "undo", "--reason", "SKB ditarik")
    made = terminal.json("calendar", "history")
    assert_same_names(documented("calendar history")[0], made)
    assert [(version["version"], version["undoes"], version["taken_back"]) for version in made] == [
        (1, None, True),
        (2, 1, False),
    ]
    assert "(dibatalkan)" in terminal.desk("calendar", "history").out


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("add", "2026-12-25", "Apel", "--reason", "x"), (3, "calendar_already", "date")),
        (("add", "31-12-2026", "Apel", "--reason", "x"), (3, "calendar_date", "date")),
        (("add", "2026-12-28", "", "--reason", "x"), (3, "required", "name")),
        (("add", "2026-12-28", "Apel", "--decided", "kemarin", "--reason", "x"), (3, "calendar_date", "--decided")),
        (("add", "2026-12-28", "Apel", "--reason", " "), (3, "reason_missing", "reason")),
        (("add", "2026-12-28", "Apel"), (2, "usage", None)),
        (("remove", "2026-12-28", "--reason", "x"), (4, "calendar_no_holiday", "date")),
        (("restore", "2026-12-25", "--reason", "x"), (4, "calendar_not_changed", "date")),
        (("undo", "--reason", "x"), (3, "nothing_to_undo", None)),
    ],
)
def test_what_means_nothing_is_refused_and_kept_nowhere(
    terminal: Terminal, words: tuple[str, ...], refusal: tuple[int, str, str | None]
) -> None:
    assert terminal.refused("calendar", *words) == refusal
    assert terminal.json("calendar", "history") == []


def test_a_day_comes_back_as_desk_brought_it(terminal: Terminal) -> None:
    terminal.json("calendar", "remove", "2026-12-24", "--reason", "tetap buka")
    answer = terminal.json("calendar", "restore", "2026-12-24", "--reason", "tidak jadi")
    assert answer["days"][0]["after"] == {"name": "Cuti Bersama Hari Raya Natal", "kind": "joint"}


def test_more_than_twenty_are_counted_not_all_named(terminal: Terminal) -> None:
    terminal.clock.set("2026-12-29T10:00")
    for _ in range(22):
        terminal.json("intake", "-", stdin=form(TWO_DAYS))
    said = terminal.desk(*LEAVE).out
    assert "22 tanggal janji bergeser." in said
    assert "… dan 2 berkas lain" in said
