"""How big papers are. Lengths in points unless a name says millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.errors import UsageError

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper.

    Attributes:
        name: as the command line says it; ``half`` is half a folio, an F4 sheet cut across.
        width, height: in millimetres; a roll has no height, it is as long as what is on it.
        left, right, top, bottom: margins in millimetres; on rolls the left and right are what the head can't reach.
    """

    name: str
    width: float
    height: float | None
    left: float
    right: float
    top: float
    bottom: float

    @property
    def roll(self) -> bool:
        """Whether it comes off a thermal roll: narrow, black only, as long as needed."""
        return self.height is None

    @property
    def body(self) -> float:
        """The width between the margins, in points."""
        return (self.width - self.left - self.right) * MM


PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("a3", 297, 420, 20, 20, 16, 16),
        Paper("a4", 210, 297, 20, 16, 12, 12),
        Paper("f4", 215, 330, 20, 18, 12, 12),
        Paper("half", 215, 165, 14, 11, 7, 6),
        Paper("a5", 148, 210, 12, 12, 9, 9),
        Paper("a6", 105, 148, 7, 7, 6, 6),
        Paper("roll80", 80, None, 4, 4, 4, 8),
        Paper("roll58", 58, None, 5, 5, 4, 8),
    )
}


def paper_named(name: str, allowed: tuple[str, ...]) -> Paper:
    """The paper of that name.

    Raises:
        UsageError: ``paper_unknown``, when this kind of paper is not made in that size.
    """
    if name not in allowed:
        message = "Ukuran kertas {paper!r} tidak tersedia untuk lembar ini. Pilih salah satu: {choices}."
        raise UsageError("paper_unknown", message, field="paper", paper=name, choices=", ".join(allowed))
    return PAPERS[name]
