"""How the states of a case are shown: icon, word, tone. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.language import mark
from desk.ui.kit.tokens import Tone


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown."""

    tone: Tone
    icon: str
    word: str


STATES: Mapping[str, Look] = {
    "open": Look("info", "clock", mark("Diproses")),
    "returned": Look("warn", "undo-2", mark("Dikembalikan")),
    "completed": Look("ok", "circle-check", mark("Selesai")),
    "rejected": Look("bad", "circle-x", mark("Ditolak")),
    "withdrawn": Look("quiet", "ban", mark("Dicabut")),
    "merged": Look("quiet", "copy", mark("Digabungkan")),
}
"""The states of a case (`desk.domain.case.State`), as officers say them."""


def look_of(state: str) -> Look:
    """How that state of a case is shown; a state of a newer Desk is shown by its own name."""
    return STATES.get(state, Look("quiet", "circle", state))
