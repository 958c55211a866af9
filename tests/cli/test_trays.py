"""Trays by command line: counting at the end of a shift, notices, the message to an applicant."""

from __future__ import annotations

from pathlib import Path

from tests.factory import COMPLAINT, ELDERLY, SKM, form
from tests.fakes import Clock
from tests.terminal import Terminal

TRAY = "Jabfung/Peksos Bidang Rehabilitasi Sosial"


def taken_in(terminal: Terminal, service: str = ELDERLY) -> str:
    return str(terminal.json("intake", "-", stdin=form(service))["registration_number"])


def test_a_tray_is_counted_from_a_file_and_from_the_scanner_s_lines(terminal: Terminal, tmp_path: Path) -> None:
    numbers = [taken_in(terminal) for _ in range(3)]
    paper = tmp_path / "baki.txt"
    paper.write_text(f"{numbers[0]}\r\n\r\n{numbers[1]}\n", encoding="utf-8")
    found = terminal.json("shift", "count", "jabfung/peksos bidang rehsos", str(paper))
    assert (found["position"], found["expected"], found["found"], found["agrees"]) == (TRAY, 3, 2, False)
    assert [one["number"] for one in found["missing"]] == [numbers[2]]
    said = terminal.desk("shift", "count", TRAY, "-", stdin="\n".join([*numbers, "X-1"]))
    assert "3 dari 3 ada" in said.out
    assert "Tidak dikenal: X-1" in said.out
    again = terminal.json("shift", "list")
    assert [one["found"] for one in again] == [3, 2]
    assert set(again[0]) == set(found)
    assert terminal.json("shift", "list", "--position", "Sekretaris") == []
    assert "Belum ada" in terminal.desk("shift", "list", "--position", "Sekretaris").out


def test_what_can_not_be_counted_is_refused_in_words(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.refused("shift", "count", "Direktur", "-", stdin="x") == (4, "position_unknown", "position")
    assert terminal.refused("shift", "count", TRAY, str(tmp_path / "tidak-ada"))[:2] == (4, "file_unknown")
    assert terminal.refused("shift", "count", TRAY, "-", stdin=b"\xff\xfe\n")[:2] == (3, "bad_encoding")
    assert terminal.refused("shift", "count", TRAY, "-", stdin="x\n" * 5001)[:2] == (3, "too_many_lines")
    assert terminal.refused("shift", "list", "--limit", "0")[:2] == (2, "usage")


def test_a_count_that_agrees_says_so(terminal: Terminal) -> None:
    number = taken_in(terminal)
    assert terminal.desk("shift", "count", TRAY, "-", stdin=number).out.splitlines()[-1] == "Cocok."


def test_notices_name_what_is_late_due_and_ready(terminal: Terminal, clock: Clock) -> None:
    assert "Tidak ada yang mendesak" in terminal.desk("notices").out
    taken_in(terminal, SKM)
    number = taken_in(terminal, COMPLAINT)
    for _ in range(2):
        terminal.json("act", number, "advance")
    clock.set("2026-11-24T12:00")
    found = terminal.json("notices")
    assert set(found) == {"late", "today", "deadline", "came_back", "ready", "arrival"}
    assert (found["late"]["count"], found["ready"]["count"], found["arrival"]) == (1, 1, 4)
    (late,) = found["late"]["files"]
    assert (late["left"]["kind"], late["left"]["unit"], late["what"]) == ("late", "minute", "late")
    assert found["ready"]["files"][0]["registration_number"] == number
    said = terminal.desk("notices").out
    assert "Lewat batas: 1" in said
    assert "Siap diambil: 1" in said


def test_the_message_to_an_applicant(terminal: Terminal) -> None:
    number = taken_in(terminal, COMPLAINT)
    assert terminal.refused("pickup", number)[:2] == (3, "not_ready")
    for _ in range(2):
        terminal.json("act", number, "advance")
    told = terminal.json("pickup", number)
    assert set(told) == {"number", "text", "phone", "whatsapp"}
    assert "0812-3456-7890" in terminal.desk("pickup", number).out
