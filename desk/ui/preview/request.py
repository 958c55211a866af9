"""A wish for a paper, as screens say it. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """A paper to be shown and printed.

    Attributes:
        kind: as the print ledger names it (``slip``, ``missing``, ``checklist`` …); printer and size are remembered
            by it.
        title: what it is, for people.
        make: size → the PDF's bytes; runs off the UI thread. (size, copy, reason) are known by the caller's closure.
        papers: the sizes that it is made in, the usual one first.
        case_id: whose paper it is, or None.
        copy: 1 for the first, 2 and up for a marked copy.
        reason: why a copy was asked for.
        file_name: what 'save as PDF' proposes.
        now: print at once on the remembered printer, showing the preview only when there is none.
    """

    kind: str
    title: str
    make: Callable[[str], bytes]
    papers: tuple[str, ...]
    case_id: str | None = None
    copy: int = 1
    reason: str = ""
    file_name: str = "desk.pdf"
    now: bool = False
