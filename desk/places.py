"""Where things lie: what is bundled with the program, and the folder that a counter's data live in.

A leaf that every package but the domain may import. It reads no setting and no environment variable: `--home` and
``DESK_HOME`` are the command line's business.
"""

from __future__ import annotations

import sys
from pathlib import Path


def bundled(*parts: str) -> Path:
    """The file or folder shipped with Desk under `parts`, such as ``bundled("data", "pasuruan", "01.json")``."""
    return _bundle_root().joinpath(*parts)


def default_home() -> Path:
    """The folder of this user's counter where neither ``--home`` nor ``DESK_HOME`` names one; it may not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 (only a start without --home pays for it)

    return user_data_path("Desk", appauthor=False, roaming=False)


def _bundle_root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader, see installer/desk.spec
    package = Path(frozen, "desk") if frozen else Path(__file__).resolve().parent
    installed = package / "_bundled"
    # A checkout has no desk/_bundled: data/ and resources/ stand beside the package.
    return installed if frozen or installed.is_dir() else package.parent
