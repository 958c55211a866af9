"""The order in which an office has its trays: head, secretary, heads of division, staff, counter, outside, applicants. Pure."""

from __future__ import annotations

import re
from typing import Literal

from desk.domain.movement import APPLICANT

TrayGroup = Literal["office", "outside", "applicant"]

_RANKS: tuple[str, ...] = (
    r"kepala dinas(?: sosial)?$",
    r"kepala dinas/sekretaris$",
    r"sekretaris$",
    r"kepala (?:bidang|upt|uptd)\b",
    r"kepala (?:seksi|subbagian)\b|(?:sub )?koordinator\b",
)
_COUNTER = r"petugas (?:front office|loket|pengaduan|slrt)\b"
_STAFF = len(_RANKS)
_DESKS: tuple[tuple[int, re.Pattern[str]], ...] = (
    *((rank, re.compile(pattern, re.IGNORECASE)) for rank, pattern in enumerate(_RANKS)),
    (_STAFF + 1, re.compile(_COUNTER, re.IGNORECASE)),
)


def group_of(title: str, *, external: bool) -> TrayGroup:
    """Whose tray it is: a desk's of this office, another body's, or that of the files that went back."""
    if title == APPLICANT:
        return "applicant"
    return "outside" if external else "office"


def place_of(title: str, *, external: bool) -> tuple[int, str]:
    """What trays are sorted by: rank of the desk, then its title."""
    if title == APPLICANT:
        return _STAFF + 3, ""
    if external:
        return _STAFF + 2, title.casefold()
    rank = next((rank for rank, pattern in _DESKS if pattern.match(title)), _STAFF)
    return rank, title.casefold()


def is_counter(title: str) -> bool:
    """Whether the officers of the counter sit at that desk themselves: what is done there is theirs, nobody else's."""
    return re.match(_COUNTER, title, re.IGNORECASE) is not None
