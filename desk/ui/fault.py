"""A fault of the program, told so that it can be mended: where it happened, never with what values. Without Qt."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """System, places and kind. An exception's own words may hold somebody's data and are left out."""
    lines = [f"Desk · {platform.system()} {platform.release()} · Python {platform.python_version()}", ""]
    lines += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([*lines, kind.__name__])
