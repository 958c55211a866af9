"""One file as the command line says it to a person, and the receipt of originals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.factory import ADOPTION, ELDERLY, REACTIVATION, form
from tests.print.papers import squeezed, text_of
from tests.terminal import Terminal


def registered(terminal: Terminal, **changes: Any) -> str:
    case_id: str = terminal.json("intake", "-", stdin=form(**changes))["id"]
    return case_id


def told(tmp_path: Path, **data: Any) -> str:
    path = tmp_path / "data.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_it_says_who_has_it_since_when_and_what_its_clock_says(terminal: Terminal) -> None:
    case_id = registered(terminal, service=ELDERLY)
    terminal.clock.forward(days=1, hours=3)
    lines = terminal.desk("case", case_id).out.splitlines()
    assert lines[0].endswith("· diproses")
    assert lines[2] == "Di meja Jabfung/Peksos Bidang Rehabilitasi Sosial sejak Selasa 09.15 · 1 hari kerja"
    assert lines[3].startswith("Langkah 1 dari 8: ")
    assert lines[4] == "Waktu: sisa 3 hari kerja, paling lambat Senin, 30 November 2026"
    assert lines[5].startswith("  Janji layanan: 4 hari kerja")
    assert lines[-1].startswith("Tindakan: advance, ")


def test_several_holders_stand_line_by_line_with_what_is_asked(terminal: Terminal, tmp_path: Path) -> None:
    case_id = registered(terminal, service=ADOPTION)
    asked = told(tmp_path, instruction="Teliti", urgency="segera", deadline="2026-11-27")
    said = terminal.desk("act", case_id, "dispose", "--to", "Sekretaris", "--to", "Kepala Dinas", "--data", asked).out
    assert (
        "Di meja Sekretaris sejak hari ini 09.15 · baru saja\n  Teliti · segera · sampai 27 November 2026 · belum"
        in said
    )
    assert said.count("\nDi meja ") == 2


def test_a_returned_file_says_that_it_is_with_its_applicant(terminal: Terminal) -> None:
    said = terminal.desk("case", registered(terminal, service=REACTIVATION, checklist={"ktp": True})).out
    assert "Pada pemohon sejak" in said
    assert "Waktu: belum dihitung: berkas belum lengkap" in said


def test_why_it_was_returned_or_refused_is_said(terminal: Terminal) -> None:
    case_id = registered(terminal, service=ADOPTION)
    assert "Dikembalikan: KTP buram\nPada pemohon" in terminal.desk("act", case_id, "return", "--note", "KTP buram").out
    terminal.desk("act", case_id, "reject", "--note", "bukan penduduk")
    assert "\nDitolak: bukan penduduk\n" in terminal.desk("case", case_id).out


def test_files_that_were_merged_name_each_other(terminal: Terminal, tmp_path: Path) -> None:
    goes, stays = registered(terminal, service=ADOPTION), registered(terminal, service=ADOPTION)
    there, here = (terminal.json("case", one)["registration_number"] for one in (stays, goes))
    terminal.desk("act", goes, "merge", "--note", "sama", "--data", told(tmp_path, into=there))
    assert f"\nDigabungkan ke {there}: sama\n" in terminal.desk("case", goes).out
    assert f"\nMenerima gabungan {here}\n" in terminal.desk("case", stays).out


def test_what_is_untold_unnumbered_and_kept_is_said(terminal: Terminal) -> None:
    case_id = registered(terminal, service=ADOPTION)
    while terminal.json("case", case_id)["state"] == "open":
        terminal.desk("act", case_id, "advance")
    said = terminal.desk("case", case_id).out
    assert "Belum dicatat: " in said
    assert said.count("Belum dicatat: ") == 2
    assert ": badan tujuan, nomor rujukan" in said
    assert ", nomor menyusul" in said
    assert "Berkas asli disimpan: " in said


def test_the_receipt_of_originals_lists_what_is_kept_then_what_went_back(terminal: Terminal, tmp_path: Path) -> None:
    case_id = registered(terminal, service=ADOPTION)
    path = tmp_path / "kembali.pdf"
    made = terminal.json("print", "given-back", case_id, "-o", str(path))
    assert (made["paper"], made["size"], made["copy"]) == ("given_back", "a5", 1)
    assert path.read_bytes().startswith(b"%PDF")
    terminal.json("act", case_id, "give_back", "--data", told(tmp_path, recipient="Siti Aminah", signed=True))
    for size in ("a6", "a4", "f4", "roll80", "roll58"):
        assert terminal.json("print", "given-back", case_id, "-o", str(path), "--paper", size)["copy"] > 1
    none = registered(terminal, service=REACTIVATION, checklist={"ktp": True})
    assert terminal.refused("print", "given-back", none, "-o", str(path))[:2] == (3, "nothing_kept")


def test_after_a_part_went_back_the_receipt_is_for_that_part(terminal: Terminal, tmp_path: Path) -> None:
    case_id = registered(terminal, service=ADOPTION)
    kept = [line for line in terminal.desk("case", case_id).out.splitlines() if "Berkas asli disimpan: " in line]
    assert len(kept) > 1
    listed = terminal.json("case", case_id)["checklist"]
    first = next(one["requirement"] for one in listed if one["text"] in kept[0])
    path = tmp_path / "kembali.pdf"
    data = told(tmp_path, recipient="Umar bin Khattab", papers=[first], signed=True)
    terminal.json("act", case_id, "give_back", "--data", data)
    terminal.json("print", "given-back", case_id, "-o", str(path))
    text = text_of(path.read_bytes())
    assert "Umar bin Khattab" in text
    papers = [squeezed(line.partition(": ")[2]) in squeezed(text) for line in kept]
    assert papers == [True] + [False] * (len(kept) - 1)
