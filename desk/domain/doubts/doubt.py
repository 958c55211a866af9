"""A doubt: what a careful reader of a service standard would query, with the words that made them stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desk.domain.catalogue import Office, Service

SHOWN = 120
"""Characters of a printed text that a message quotes; the rest is told by an ellipsis."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place that should be looked at again; the office decides.

    Attributes:
        service: the service's id, or the office's slug where the place is the office's own.
        component: the key of the contract under which the place stands (``requirements``, ``legal_basis``, …).
        kind: what is odd, in snake_case; stable, for those who count or filter.
        message: an Indonesian sentence that quotes the words.
        words: the printed words in question, as they stand.
    """

    service: str
    component: str
    kind: str
    message: str
    words: tuple[str, ...] = ()


ServiceRule = Callable[[Service], Iterator[Doubt]]
OfficeRule = Callable[[Office], Iterator[Doubt]]


def quoted(text: str) -> str:
    """The printed words in quotation marks, cut at a word where they are long."""
    if len(text) > SHOWN:
        text = text[:SHOWN].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{text}”"


def listed(parts: Iterable[str]) -> str:
    """Words in a row: ``a``, ``a dan b``, ``a, b, dan c``."""
    found = list(parts)
    if len(found) <= 2:
        return " dan ".join(found)
    return f"{', '.join(found[:-1])}, dan {found[-1]}"


def quotes(texts: Iterable[str]) -> str:
    """Several printed texts in a row, each in quotation marks."""
    return listed(quoted(text) for text in texts)
