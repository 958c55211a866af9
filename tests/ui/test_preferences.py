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
