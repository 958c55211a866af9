"""Whose tray it is: a desk's of this office, another body's, or that of the files that went back. Pure."""

from __future__ import annotations

from typing import Literal

from desk.domain.movement import APPLICANT

TrayGroup = Literal["office", "outside", "applicant"]


def group_of(position: str, *, external: bool) -> TrayGroup:
    """The group in which that desk's tray stands."""
    if position == APPLICANT:
        return "applicant"
    return "outside" if external else "office"
