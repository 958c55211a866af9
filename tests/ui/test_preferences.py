"""What a PC prefers survives, and a damaged file never stops the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.ui.preferences import PreferenceFile, Preferences


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "home" / "preferences.json"
    PreferenceFile(path).change(Preferences(theme="dark", window=(1200, 700)).with_printer("slip", "EPSON"))
    assert PreferenceFile(path).now == Preferences(theme="dark", window=(1200, 700), printers={"slip": "EPSON"})


@pytest.mark.parametrize("content", ["", "{", "[]", '{"theme": 3, "window": ["a"], "news": 1}', "\x00"])
def test_a_damaged_file_means_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(content, encoding="utf-8")
    assert PreferenceFile(path).now == Preferences()


def test_each_officer_has_looked_for_himself_and_no_name_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferenceFile(path).change(Preferences().with_looked("Siti Rahmawati", "2026-11-24", 12))
    kept = PreferenceFile(path).now
    assert kept.looked_by("Siti Rahmawati") == ("2026-11-24", 12)
    assert kept.looked_by("Budi") == ("", 0)
    assert "Siti" not in path.read_text(encoding="utf-8")


def test_a_damaged_note_of_who_looked_means_that_nobody_did(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferenceFile(path).change(Preferences().with_looked("Siti", "2026-11-24", 12))
    path.write_text(path.read_text(encoding="utf-8").replace("12", '"12"'), encoding="utf-8")
    assert PreferenceFile(path).now.looked_by("Siti") == ("", 0)
