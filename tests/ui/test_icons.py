"""Every icon that is named is there, and none is carried that nobody names."""

from __future__ import annotations

import re
from pathlib import Path

from desk.places import bundled

ROOT = Path(__file__).parents[2] / "desk" / "ui"
NAMES = {path.stem for path in bundled("resources", "icons").glob("*.svg")}


def test_icons_carried_are_icons_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    quoted = set(re.findall(r'"([a-z][a-z0-9-]*)"', source))
    assert NAMES - quoted == set()


def test_icons_used_are_carried() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    named = set(re.findall(r'(?:icon=|Icon\(|show_icon\(|set_icon\()"([a-z0-9-]*)"', source))
    assert named - NAMES == set()


def test_the_licence_stands_beside_them() -> None:
    assert "ISC License" in bundled("resources", "icons", "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT" in bundled("resources", "fonts", "Inter-LICENSE.txt").read_text(encoding="utf-8").upper()
