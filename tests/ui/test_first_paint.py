"""What must not be loaded before the window has painted for the first time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from desk.ui.preferences import PreferenceFile
from desk.ui.window import make_application, show_bare
application = make_application()
window, _ = show_bare(application, PreferenceFile(None))
window.painted.connect(application.quit)
application.exec()
print(" ".join(sorted(sys.modules)))
"""
HEAVY = (
    "sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "openpyxl", "pypdfium2", "rapidfuzz", "zoneinfo",
    "PySide6.QtSvg", "PySide6.QtPrintSupport", "desk.services", "desk.models", "desk.print", "desk.ui.frame.frame",
)  # fmt: skip


def test_nothing_heavy_comes_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    loaded = set(done.stdout.split())
    assert "desk.ui.frame.bare" in loaded
    assert loaded & set(HEAVY) == set()
