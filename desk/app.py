"""The one place that builds things, starts and stops them."""

from __future__ import annotations

import logging
import os
import secrets
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError
from desk.places import bundled, default_home

if TYPE_CHECKING:
    from desk.cli.session import Session

WINDOW = ("", "window")


def main(words: Sequence[str] | None = None) -> int:
    """Run Desk with those words (default: the process's); returns the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    os.umask(0o077)  # what Desk writes is for its owner
    from desk.cli import parser, run  # noqa: PLC0415 (a window paints before the command line's imports)

    as_json = "--json" in words
    folder = Path(".")
    try:
        chosen, rest = parser.split_globals(words)
        _speak(chosen.language)
        folder = Path(chosen.home or os.environ.get("DESK_HOME") or default_home()).expanduser().absolute()
        command = next((word for word in rest if not word.startswith("-")), "")
        if command in WINDOW and not {"-h", "--help"} & set(rest):
            return open_window(folder)
        if command == "demo" and not {"-h", "--help"} & set(rest):
            return play_demo(rest)
        return run.run(_session(folder), rest, as_json=chosen.json)
    except DeskError as error:
        return run.tell(error, as_json=as_json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 (no traceback ever reaches a user; the log has it)
        log_to(folder)
        return run.fault(error, as_json=as_json, where=str(folder / "desk.log"))


def clock() -> datetime:
    """The PC's clock, aware."""
    return datetime.now(UTC)


def log_to(folder: Path) -> None:
    """Write faults to the home's log, without anybody's data in it; a home that can't be written has none."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / "desk.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("desk").addHandler(handler)


def open_window(folder: Path) -> int:
    """Open the window on that home."""
    raise NotImplementedError(folder)


def play_demo(words: Sequence[str]) -> int:
    """A working day on a throw-away home."""
    raise NotImplementedError(words)


def _session(folder: Path) -> Session:
    from desk.cli.session import Session  # noqa: PLC0415
    from desk.models.home import Home  # noqa: PLC0415

    return Session(home=Home(folder), data=bundled("data"), clock=clock, random=secrets.token_bytes)


def _speak(language: str) -> None:
    from desk.language import speak  # noqa: PLC0415

    if language != "id":
        speak(language)
