"""A deadline as it is typed, read as a day. Without Qt."""

from __future__ import annotations

import re
from datetime import date

from desk.domain.errors import Refused

_TYPED = re.compile(r"(\d{1,2})[\s./\-](\d{1,2})(?:[\s./\-](\d{4}))?")


def read_deadline(text: str, today: date) -> str:
    """``26/11/2026`` or ``26/11`` as an ISO day, the next that there is; empty stays empty.

    Raises:
        Refused: it is no day.
    """
    typed = text.strip()
    if not typed:
        return ""
    found = _TYPED.fullmatch(typed)
    if found:
        day, month, year = int(found[1]), int(found[2]), int(found[3] or today.year)
        for candidate in (year, year + 1) if not found[3] else (year,):
            try:
                read = date(candidate, month, day)
            except ValueError:
                continue
            if found[3] or read >= today:
                return read.isoformat()
    template = "Tulis tenggat sebagai tanggal/bulan/tahun, misalnya 26/11/2026."
    raise Refused("bad_date", template, field="deadline")
