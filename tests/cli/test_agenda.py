"""The agenda books from the command line: rows, a workbook, one PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.factory import form
from tests.print.papers import page_texts
from tests.terminal import Terminal

REHAB = "pasuruan/04"
LETTER = {"number": "005/12", "date": "2026-11-20", "subject": "Permohonan", "enclosures": "1 berkas"}


@pytest.fixture
def day(terminal: Terminal) -> Terminal:
    """Two files, one with a letter, one handed on."""
    terminal.json("intake", "-", stdin=form(REHAB, letter=LETTER))
    case_id = terminal.json("intake", "-", stdin=form(REHAB))["id"]
    terminal.json("act", case_id, "hand_off", "--data", "-", stdin={"body": "RSUD Bangil"})
    return terminal


def test_both_books_are_told_line_by_line(day: Terminal) -> None:
    rows = day.json("agenda", "--from", "2026-11-01", "--to", "2026-11-30")
    assert [(row["book"], row["number"]) for row in rows] == [("in", 1), ("in", 2), ("out", 1)]
    assert (rows[0]["letter_number"], rows[0]["letter_date"], rows[1]["letter_number"]) == (
        "005/12",
        "2026-11-20",
        None,
    )
    assert (rows[0]["from"], rows[2]["to"]) == ("Siti Aminah, Kalirejo, Bangil", "RSUD Bangil")
    assert [row["book"] for row in day.json("agenda", "--book", "out")] == ["out"]
    assert day.json("agenda", "--search", "rsud")[0]["to"] == "RSUD Bangil"
    assert day.json("agenda", "--from", "2026-01-01", "--to", "2026-01-31") == []


def test_a_workbook_and_a_pdf_have_the_same_lines(day: Terminal, tmp_path: Path) -> None:
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    found = day.json("agenda", *days, "-o", str(tmp_path / "a.xlsx"))
    assert found == {"file": str(tmp_path / "a.xlsx"), "lines": 3}
    assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["Surat masuk", "Surat keluar"]
    printed = day.json("print", "agenda", *days, "-o", str(tmp_path / "a.pdf"))
    assert printed["paper"] == "agenda:2026-11-01_2026-11-30"
    incoming, outgoing = page_texts((tmp_path / "a.pdf").read_bytes())
    assert "005/12" in incoming
    assert "RSUD Bangil" in outgoing
    assert [entry["detail"] for entry in day.json("audit") if entry["action"] == "export"]


@pytest.mark.parametrize(
    ("days", "code"),
    [(("--from", "24-11-2026"), "usage"), (("--from", "2026-11-30", "--to", "2026-11-01"), "period")],
)
def test_wrong_days_are_refused(day: Terminal, days: tuple[str, ...], code: str) -> None:
    assert day.refused("agenda", *days)[:2] == (2, code)
