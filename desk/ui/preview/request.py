"""A wish for a paper, as screens say it. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """A paper to be shown and printed.

    The preview looks into the print ledger by itself: a case's paper that was put out before becomes a marked copy,
    and the reason is asked before it is printed.

    Attributes:
        kind: as the print ledger names it (``slip``, ``missing``, ``checklist:pasuruan/01`` …).
        title: what it is, for people.
        make: (size, copy) → the PDF's bytes; runs off the UI thread and may raise `DeskError`.
        papers: the sizes that it is made in, the usual one first.
        case_id: whose paper it is, or None.
        file_name: what 'save as PDF' proposes.
        straight: print at once where a printer was chosen for this kind of paper before; the first copy only.
    """

    kind: str
    title: str
    make: Callable[[str, int], bytes]
    papers: tuple[str, ...]
    case_id: str | None = None
    file_name: str = "desk.pdf"
    straight: bool = False

    @property
    def sort(self) -> str:
        """The kind without what it is about: printer and size are remembered by it."""
        return self.kind.split(":")[0]
