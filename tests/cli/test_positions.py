"""`desk position`: the office's desks and people by command, as a script or a support officer uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_docs import assert_same_names, documented
from tests.factory import ADOPTION, form
from tests.fakes import Clock
from tests.terminal import Terminal

HEAD = "H.M. SUWITO ADI, S.Sos, M.Si"
REHSOS = "Kepala Bidang Rehabilitasi Sosial"
WHY = ("--reason", "SK Bupati")


@pytest.fixture
def office(terminal: Terminal) -> Terminal:
    """An office with a secretary and a head of division."""
    nip, rank = ("--nip", "19680312 199403 2 004"), ("--rank", "Pembina (IV/a)")
    terminal.json("position", "appoint", "sekdin", "Dra. Siti Rohmah, M.Si", *nip, *rank, *WHY)
    terminal.json("position", "appoint", "kabid rehsos", "Budi", "--standing", "plt", "--until", "2026-12-31", *WHY)
    return terminal


def desk(terminal: Terminal, title: str, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in terminal.json("position", "list", *words) if one["title"] == title)
    return found


def test_the_list_names_every_desk_and_who_holds_it(office: Terminal) -> None:
    found = office.json("position", "list")
    assert [one["title"] for one in found][:2] == ["Kepala Dinas", "Sekretaris"]
    assert (found[0]["state"], found[0]["holders"][0]["person"]["name"]) == ("held", HEAD)
    acting = desk(office, REHSOS)
    assert (acting["state"], acting["holders"][0]["standing"], acting["holders"][0]["until"]) == (
        "acting",
        "plt",
        "2026-12-31",
    )
    assert {one["state"] for one in found} == {"held", "acting", "unknown"}
    said = office.desk("position", "list").out
    assert f"Kepala Dinas: {HEAD}" in said
    assert f"\nBidang Rehabilitasi Sosial\n  {REHSOS}: Plt. Budi" in said
    assert "Bupati (di luar dinas)" in said


def test_the_shapes_are_those_of_the_page(office: Terminal) -> None:
    office.json("position", "absent", "kadis", "2026-11-24", "2026-12-04", "--acting", "sekretaris", "--reason", "cuti")
    assert_same_names(documented("position list")[0], office.json("position", "list"))
    shown = office.json("position", "show", "kadis")
    assert set(shown) == {*documented("position list")[0][0], "remarks", "signature"}
    person = office.json("position", "person", "budi", "--rank", "Penata", *WHY)
    assert set(person) == {"id", "name", "nip", "rank", "absences"}
    version = office.json("position", "history")[0]
    assert set(version) == {"name", "version", "hash", "reason", "officer", "at", "undoes", "changes"}
    assert set(version["changes"][0]) == {"part", "before", "after", "said"}


def test_yesterday_s_signer_stays_when_the_head_changes(office: Terminal) -> None:
    office.json("position", "appoint", "kadis", "H. Karim", "--from", "2026-12-01", "--replace", *WHY)
    before = office.json("position", "show", "Kepala Dinas", "--on", "2026-11-30")
    after = office.json("position", "show", "Kepala Dinas", "--on", "2026-12-01")
    assert before["signature"] == [
        "KEPALA DINAS SOSIAL,", HEAD, "Pembina Utama Muda", "NIP 19650311 198603 1 012",
    ]  # fmt: skip
    assert after["signature"] == ["KEPALA DINAS SOSIAL,", "H. Karim"]


def test_a_file_says_that_the_desk_it_lies_on_is_away(office: Terminal, tmp_path: Path) -> None:
    asked = tmp_path / "data.json"
    asked.write_text('{"instruction": "Teliti"}', encoding="utf-8")
    case_id = office.json("intake", "-", stdin=form(service=ADOPTION))["id"]
    office.json("act", case_id, "dispose", "--to", "Kepala Dinas", "--data", str(asked))
    office.json(
        "position", "absent", "kadis", "2026-11-24", "2026-12-04", "--acting", "sekretaris", "--reason", "sakit"
    )
    said = office.desk("case", case_id).out
    assert f"Kepala Dinas ({HEAD}) sakit sampai 4 Desember 2026; yang bertindak Plh. Dra. Siti Rohmah, M.Si." in said


def test_who_is_on_leave_is_said_and_who_signs_for_them(office: Terminal) -> None:
    away = office.json(
        "position", "absent", "kadis", "2026-11-24", "2026-12-04", "--acting", "sekretaris", "--reason", "cuti"
    )
    assert away["absences"] == [
        {
            "from": "2026-11-24",
            "until": "2026-12-04",
            "reason": "cuti",
            "position": "kepala-dinas",
            "acting": "sekretaris",
        }
    ]
    shown = office.json("position", "show", "kadis")
    assert shown["signature"][0] == "Plh. KEPALA DINAS SOSIAL,"
    assert shown["remarks"] == [
        f"Kepala Dinas ({HEAD}) cuti sampai 4 Desember 2026; yang bertindak Plh. Dra. Siti Rohmah, M.Si."
    ]
    assert office.json("position", "back", HEAD, "--on", "2026-11-30", "--reason", "masuk")["absences"][0]["until"] == (
        "2026-11-29"
    )
    assert desk(office, "Kepala Dinas", "--on", "2026-11-30")["state"] == "held"
    assert "cuti" in office.desk("position", "show", "kadis").out


def test_on_behalf_of_and_one_level_lower(office: Terminal) -> None:
    shown = office.json("position", "show", "sekretaris", "--behalf", "kadis")
    assert shown["signature"][:2] == ["a.n. KEPALA DINAS SOSIAL", "SEKRETARIS,"]
    lower = office.json("position", "show", "kabid rehsos", "--behalf", "kadis", "--behalf", "sekretaris")
    assert lower["signature"] == [
        "a.n. KEPALA DINAS SOSIAL", "SEKRETARIS", "u.b.", f"Plt. {REHSOS.upper()},", "Budi",
    ]  # fmt: skip
    assert office.json("position", "show", "kabid linjamsos")["signature"] is None


def test_a_tenure_that_ends_today_holds_until_tonight(office: Terminal, clock: Clock) -> None:
    assert office.json("position", "end", "sekretaris", "--reason", "pensiun")["state"] == "held"
    clock.forward(days=1)
    assert desk(office, "Sekretaris")["state"] == "vacant"


def test_a_desk_is_added_renamed_and_retired(office: Terminal) -> None:
    added = office.json("position", "add", "Petugas Arsip", "--division", "Rehsos", *WHY)
    assert (added["id"], added["kind"], added["division"]) == ("petugas-arsip", "staff", "Bidang Rehabilitasi Sosial")
    renamed = office.json("position", "change", "petugas arsip", "--title", "Arsiparis", "--from", "2026-12-01", *WHY)
    assert renamed["title"] == "Petugas Arsip"  # today still
    assert desk(office, "Arsiparis", "--on", "2026-12-01")["id"] == "petugas-arsip"
    changed = office.json(
        "position", "change", "arsiparis", "--kind", "functional", "--signs-as", "Arsiparis Ahli", *WHY
    )
    assert changed["kind"] == "functional"
    retired = office.json("position", "retire", "arsiparis", "--on", "2026-12-31", *WHY)
    assert retired["retired"] == "2026-12-31"
    assert "petugas-arsip" not in [one["id"] for one in office.json("position", "list", "--on", "2027-01-01")]
    assert office.json("position", "show", "Arsiparis", "--on", "2026-12-31")["retired"] == "2026-12-31"


def test_history_and_undo(office: Terminal) -> None:
    undone = office.json("position", "undo", "--reason", "keliru")
    assert undone["undone"] == 2
    assert desk(office, REHSOS)["state"] == "unknown"
    assert [one["reason"] for one in office.json("position", "history")] == ["SK Bupati", "SK Bupati", "keliru"]
    assert "Dra. Siti Rohmah, M.Si diangkat menjadi Sekretaris" in office.desk("position", "history").out


def test_nothing_was_changed_yet(terminal: Terminal) -> None:
    assert terminal.json("position", "history") == []
    assert "Belum pernah diubah" in terminal.desk("position", "history").out
    assert terminal.refused("position", "undo", *WHY) == (3, "nothing_to_undo", None)


@pytest.mark.parametrize(
    ("words", "exit_code", "code", "field"),
    [
        (("show", "Kepla Dinas"), 4, "position_unknown", "position"),
        (("show", "rehsos"), 3, "position_ambiguous", "position"),
        (("list", "--on", "besok"), 2, "usage", "--on"),
        (("list", "--on", "2026-02-30"), 2, "usage", "--on"),
        (("appoint", "kadis", "Karim", *WHY), 3, "tenures_overlap", "from"),
        (("appoint", "bupati", "Karim", *WHY), 3, "position_outside", "position"),
        (("appoint", "sekretaris", "Karim", "--nip", "123", *WHY), 3, "nip_length", "nip"),
        (("appoint", "sekretaris", "Karim", "--until", "2026-11-23", *WHY), 3, "dates_reversed", "until"),
        (("appoint", "sekretaris", "Karim", "--reason", " "), 3, "reason_missing", "reason"),
        (("appoint", "sekretaris", "Karim"), 2, "usage", None),
        (("end", "sekretaris", *WHY), 3, "not_held", "position"),
        (("absent", "kadis", "2026-11-24", "kapan", "--reason", "cuti"), 2, "usage", "UNTIL"),
        (("absent", "Sutrisno", "2026-11-24", "2026-11-24", "--reason", "cuti"), 4, "person_unknown", "person"),
        (("absent", "kadis", "2026-11-24", "2026-11-23", "--reason", "cuti"), 3, "dates_reversed", "until"),
        (("back", "kadis", *WHY), 3, "not_absent", "person"),
        (("add", "Sekretaris", *WHY), 3, "position_exists", "title"),
        (("change", "sekretaris", *WHY), 2, "usage", None),
        (("change", "sekretaris", "--title", "Kepala Dinas", *WHY), 3, "position_exists", "title"),
        (("change", "sekretaris", "--title", "Sekretaris", *WHY), 3, "nothing_changed", "title"),
        (("change", "sekretaris", "--kind", "secretary", *WHY), 3, "nothing_changed", "position"),
        (("person", "Sutrisno", "--name", "X", *WHY), 4, "person_unknown", "person"),
        (("person", "Suwito Adi", "--nip", "abc", *WHY), 3, "nip_digits", "nip"),
        (("retire", "tukang kebun", *WHY), 4, "position_unknown", "position"),
    ],
)
def test_what_is_wrong_is_refused_in_a_sentence_and_changes_nothing(
    terminal: Terminal, words: tuple[str, ...], exit_code: int, code: str, field: str | None
) -> None:
    assert terminal.refused("position", *words) == (exit_code, code, field)
    assert terminal.json("position", "history") == []


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "R" * 80, "Nur'aini", "Ng", "\u202eidub"])
def test_hostile_names_are_told_as_text_or_refused(terminal: Terminal, name: str) -> None:
    said = terminal.desk("--json", "position", "appoint", "sekretaris", name, *WHY)
    if "\u202e" in name:
        assert said.error["code"] == "control_character"
        return
    assert json.loads(said.out)["holders"][0]["person"]["name"] == name
    assert terminal.json("position", "show", "sekretaris")["signature"] == ["SEKRETARIS,", name]


def test_in_english_too(office: Terminal) -> None:
    office.json("position", "end", "sekretaris", "--on", "2026-11-24", "--reason", "pensiun")
    said = office.desk("--lang", "en", "position", "history").out
    assert "24 November 2026" in said
    assert "Masa jabatan" not in said
