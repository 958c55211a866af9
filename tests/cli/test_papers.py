"""Papers from the command line: a file whole or not at all, copies counted, the ledger true."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.services.outfile import write_whole
from tests.factory import REACTIVATION, SKM, form
from tests.print.papers import text_of
from tests.terminal import Terminal


def registered(terminal: Terminal, **changes: Any) -> str:
    case_id: str = terminal.json("intake", "-", stdin=form(**changes))["id"]
    return case_id


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        (("print", "checklist", SKM), ("a4", "f4", "roll80", "roll58")),
        (("print", "poster", SKM), ("a4", "a3")),
        (("print", "slip", "CASE"), ("a4", "f4", "a5", "a6", "roll80", "roll58")),
    ],
)
def test_every_paper_is_a_pdf_in_every_size(
    terminal: Terminal, tmp_path: Path, words: tuple[str, ...], sizes: tuple[str, ...]
) -> None:
    case_id = registered(terminal)
    for size in sizes:
        path = tmp_path / f"{size}.pdf"
        said = [case_id if word == "CASE" else word for word in words]
        found = terminal.json(*said, "-o", str(path), "--paper", size)
        assert (found["size"], found["file"], found["bytes"]) == (size, str(path), path.stat().st_size)
        assert path.read_bytes().startswith(b"%PDF")


def test_a_large_checklist_is_another(terminal: Terminal, tmp_path: Path) -> None:
    for name, words in (("a", ()), ("b", ("--large",))):
        terminal.json("print", "checklist", SKM, "-o", str(tmp_path / name), *words)
    assert (tmp_path / "a").read_bytes() != (tmp_path / "b").read_bytes()


def test_the_shortage_list_is_of_a_returned_file_and_the_slip_is_not(terminal: Terminal, tmp_path: Path) -> None:
    path = str(tmp_path / "a.pdf")
    wanting = registered(terminal, service=REACTIVATION, checklist={"ktp": True})
    assert terminal.json("print", "missing", wanting, "-o", path)["paper"] == "missing"
    (tmp_path / "a.pdf").unlink()
    assert terminal.desk("--json", "print", "slip", wanting, "-o", path).exit == 3
    assert terminal.refused("print", "missing", registered(terminal), "-o", path)[:2] == (3, "nothing_missing")
    assert not Path(path).exists()


def test_a_file_sent_back_with_every_paper_there_goes_home_with_the_note(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    case_id = registered(terminal)
    terminal.json("act", case_id, "return", "--note", "Surat tidak bertanggal")
    assert terminal.json("print", "missing", case_id, "-o", str(path))["paper"] == "missing"
    assert "Catatan petugas: Surat tidak bertanggal" in text_of(path.read_bytes())


def test_every_copy_after_the_first_is_counted_with_its_reason(terminal: Terminal, tmp_path: Path) -> None:
    case_id = registered(terminal)
    path = str(tmp_path / "a.pdf")
    assert terminal.json("print", "slip", case_id, "-o", path)["copy"] == 1
    assert terminal.json("print", "slip", case_id, "-o", path, "--reason", "sobek")["copy"] == 2
    entries = terminal.json("ledger")
    assert [(entry["copy"], entry["state"], entry["reason"]) for entry in entries] == [
        (2, "saved", "sobek"),
        (1, "saved", ""),
    ]
    assert "sobek" in terminal.desk("ledger").out


def test_a_checklist_needs_no_counter(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    terminal.json("--home", str(tmp_path / "kosong"), "print", "checklist", SKM, "-o", str(path))
    assert path.exists()
    assert not (tmp_path / "kosong").exists()


@pytest.mark.parametrize("where", ["tidak/ada/a.pdf", "folder", "folder/.", ".", "berkas/a.pdf"])
def test_a_file_that_cannot_be_written_is_refused_and_told_in_the_ledger(
    terminal: Terminal, tmp_path: Path, where: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    case_id = registered(terminal)
    code, name, field = terminal.refused("print", "slip", case_id, "-o", str(tmp_path / where))
    assert (code, name, field) == (3, "output_unwritable", "-o")
    (entry,) = terminal.json("ledger")
    assert entry["state"] == "failed"
    assert entry["reason"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["berkas", "folder", "home"]
    assert list((tmp_path / "folder").iterdir()) == []
    assert terminal.json("print", "slip", case_id, "-o", str(tmp_path / "a.pdf"))["copy"] == 1


def test_what_stood_there_before_stays_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.mkdir()
    (target / "lama").write_text("x", encoding="utf-8")
    with pytest.raises(Refused):
        write_whole(target, b"baru")
    assert (target / "lama").read_text(encoding="utf-8") == "x"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"lama" * 1000)
    write_whole(target, b"baru")
    assert target.read_bytes() == b"baru"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_printer_that_is_not_there_is_said_and_told_in_the_ledger(terminal: Terminal) -> None:
    case_id = registered(terminal)
    said = terminal.desk("--json", "print", "slip", case_id, "--printer", "tidak-ada")
    assert said.exit in (3, 4)
    assert json.loads(said.err)["error"]["message"]
    (entry,) = terminal.json("ledger")
    assert entry["state"] == "failed"


def test_printers_are_listed(terminal: Terminal) -> None:
    """A machine without any printing system says so."""
    said = terminal.desk("--json", "printers")
    assert isinstance(said.json, list) if said.exit == 0 else said.error["code"] == "printing_missing"


def test_a_sheet_of_a_service_nobody_has_is_exit_4(terminal: Terminal, tmp_path: Path) -> None:
    path = str(tmp_path / "a.pdf")
    assert terminal.refused("print", "checklist", "pasuruan/99", "-o", path)[:2] == (4, "service_unknown")
    assert terminal.refused("print", "slip", "L1-2026-000009", "-o", path)[:2] == (4, "case_unknown")
    assert not Path(path).exists()
