"""Comparing service standards: what differs, by component. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desk.domain.spelling import words

COMPONENTS = (
    "title", "division", "requirements", "duration", "fee", "product", "products", "route", "field_visit",
    "returns_incomplete", "can_reject", "hand_off", "complaints", "legal_basis", "facilities", "competence", "oversight",
    "executors", "assurance", "safety", "evaluation", "sop", "corrections", "keywords", "applicants", "sensitive",
    "questions",
)  # fmt: skip
"""What a service file consists of, in its order."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One component that isn't the same: JSON values of both sides, None where a side has none."""

    service: str
    component: str
    before: object
    after: object


def differences(
    service: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> Iterator[Difference]:
    """What differs between two versions of a service file; None stands for a service that isn't there."""
    if before is None or after is None:
        if before is not after:
            title = "title"
            yield Difference(service, "service", before and before.get(title), after and after.get(title))
        return
    for component in COMPONENTS:
        old, new = before.get(component), after.get(component)
        if (old or None) != (new or None):
            yield Difference(service, component, old, new)


def likeness(one: str, other: str) -> float:
    """How much two titles have in common, 0 to 1: shared words against all, spelt alike or not."""
    left, right = set(words(one)), set(words(other))
    return len(left & right) / len(left | right) if left and right else 0.0
