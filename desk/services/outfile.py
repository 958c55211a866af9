"""Writing an output file whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from desk.domain.errors import Refused
from desk.language import system_reason


def write_whole(path: Path, content: bytes) -> None:
    """Write to a temporary file beside `path`, make it durable, and give it the name.

    Raises:
        Refused: the folder can't be written or the disk is full; what was at `path` is untouched.
    """
    temporary = path.parent / f".{path.name}.{secrets.token_hex(4)}"
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)
        template = "Berkas {path} tidak bisa ditulis ({reason}); pilih tempat lain (-o)."
        raise Refused(
            "output_unwritable",
            template,
            field="-o",
            path=str(path),
            reason=system_reason(error),
        ) from error
