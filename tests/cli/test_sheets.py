"""Disposition sheets and their phrases from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factory import form
from tests.print.papers import page_count, sizes_in_mm, text_of
from tests.terminal import Terminal

REHAB = "pasuruan/04"


def registered(terminal: Terminal) -> str:
    case_id: str = terminal.json("intake", "-", stdin=form(REHAB))["id"]
    return case_id


def test_a_sheet_is_put_out_in_every_size_and_copies_are_counted_for_each_desk(
    terminal: Terminal, tmp_path: Path
) -> None:
    case_id = registered(terminal)
    copies = []
    for size in ("half", "a5", "f4", "a4"):
        path = tmp_path / f"{size}.pdf"
        found = terminal.json("print", "disposition", case_id, "-o", str(path), "--paper", size)
        copies.append(found["copy"])
        assert (found["paper"], found["for"]) == ("disposition:S1", "Kepala Dinas Sosial")
        assert page_count(path.read_bytes()) == 1
    assert copies == [1, 2, 3, 4]
    assert sizes_in_mm((tmp_path / "half.pdf").read_bytes()) == [(215.0, 165.0)]
    assert "SALINAN ke-2" in text_of((tmp_path / "a5.pdf").read_bytes())
    path = tmp_path / "division.pdf"
    found = terminal.json("print", "disposition", case_id, "-o", str(path), "--for", "kabid rehsos")
    assert (found["copy"], found["paper"]) == (1, "disposition:S2")
    assert [entry["paper"] for entry in terminal.json("ledger")][:2] == ["disposition:S2", "disposition:S1"]


def test_a_sheet_for_nobody_here_is_refused_with_those_that_there_are(terminal: Terminal, tmp_path: Path) -> None:
    case_id = registered(terminal)
    path = tmp_path / "a.pdf"
    said = terminal.refused("print", "disposition", case_id, "-o", str(path), "--for", "Kepala Stasiun")
    assert said == (3, "sheet_for", "--for")
    terminal.json("act", case_id, "withdraw", "--note", "Batal")
    assert terminal.refused("print", "disposition", case_id, "-o", str(path))[:2] == (3, "sheet_nobody")
    assert not path.exists()


def test_the_office_s_phrases_are_listed_changed_and_taken_back(terminal: Terminal, tmp_path: Path) -> None:
    before = terminal.json("phrases", "list")
    assert before[0] == "Tanggapan dan saran"
    reason = ("--reason", "Kebiasaan kantor")
    assert terminal.json("phrases", "set", "-", *reason, stdin={"phrases": ["Arsipkan"]}) == ["Arsipkan"]
    terminal.json("print", "disposition", registered(terminal), "-o", str(tmp_path / "a.pdf"))
    assert "A Arsipkan" in text_of((tmp_path / "a.pdf").read_bytes())
    assert terminal.json("phrases", "undo", *reason) == before


@pytest.mark.parametrize(
    ("listed", "code"), [([], "phrases_empty"), (["a", "A"], "phrase_twice"), ({"frasa": ["a"]}, "phrases")]
)
def test_a_wrong_list_changes_nothing(terminal: Terminal, listed: object, code: str) -> None:
    said = terminal.refused("phrases", "set", "-", "--reason", "x", stdin=listed)
    assert said[:2] == (3, code)
    assert terminal.json("phrases", "list")[0] == "Tanggapan dan saran"
