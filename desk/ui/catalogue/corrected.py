"""The office's corrections as they are read: what is printed, what holds, since when and why. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.domain.catalogue import Correction, Service
from desk.domain.dates import plain_date
from desk.language import language, tr
from desk.ui.catalogue.edit.options import short
from desk.ui.catalogue.saying import COMPONENTS, place_words, value_words

_MOST = 400


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction.

    Attributes:
        index: its place among the service's corrections, for taking it back.
        place: what it corrects. printed, holds: both readings. why: since when and why.
        in_force: whether it holds today already.
    """

    index: int
    place: str
    printed: str
    holds: str
    why: str
    in_force: bool


def corrected_of(service: Service, component: int, today: date, raw: Mapping[str, Any] | None) -> tuple[Corrected, ...]:
    """The corrections shown under the component of that number."""
    found = []
    for index, correction in enumerate(service.corrections):
        key = correction.component.split("/")[0]
        if COMPONENTS.get(key, (0, ""))[0] == component:
            found.append(_read(index, correction, today, raw))
    return tuple(found)


def _read(index: int, correction: Correction, today: date, raw: Mapping[str, Any] | None) -> Corrected:
    start = date.fromisoformat(correction.from_date)
    in_force = start <= today
    day = plain_date(start, language())
    if in_force:
        why = tr("berlaku sejak {day}, karena {reason}", day=day, reason=correction.reason)
    else:
        why = tr("mulai berlaku {day}, karena {reason}", day=day, reason=correction.reason)
    return Corrected(
        index,
        place_words(correction.component, raw),
        short(value_words(correction.printed), _MOST) if _flat(correction.printed) else value_words(correction.printed),
        short(value_words(correction.corrected), _MOST)
        if _flat(correction.corrected)
        else value_words(correction.corrected),
        why,
        in_force,
    )


def _flat(value: object) -> bool:
    return not isinstance(value, list | tuple)
