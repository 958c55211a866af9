"""The office's corrections: a dated layer over the printed standard. What is printed stays; what holds is computed.

A correction names a place in the service file by a path of segments with slashes: ``product``, ``duration``,
``requirements/sk_bupati/mandatory``, ``route/verifikasi/actor``. In a list whose entries have an id or a key, the next
segment is that id (parts of requirements are found by theirs: ``requirements/k7.c``). The corrected value is a JSON
value; null takes an entry or an optional value away, and an object at an id that isn't there adds an entry.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from desk.domain.errors import Refused

Json = dict[str, Any]
LISTS_BY_ID = {"requirements": "id", "route": "key", "questions": "key"}


def effective(raw: Mapping[str, Any], on: date) -> Json:
    """The service file as it holds on that day: every correction that is in force laid over what is printed.

    Raises:
        Refused: a correction names a place that isn't there.
    """
    service = copy.deepcopy(dict(raw))
    for correction in raw.get("corrections", ()):
        if correction["from"] <= on.isoformat():
            put(service, correction["component"], correction["corrected"])
    return service


def value_at(raw: Mapping[str, Any], path: str) -> Any:
    """What stands at `path` now, None for an entry or optional value that isn't there.

    Raises:
        Refused: the place doesn't exist.
    """
    holder, last = _holder(raw, path)
    return copy.deepcopy(_get(holder, last))


def put(raw: Json, path: str, value: Any) -> None:
    """Change, add or take away what stands at `path`, in place."""
    holder, last = _holder(raw, path)
    if isinstance(holder, dict):
        if value is None:
            holder.pop(last, None)
        else:
            holder[last] = copy.deepcopy(value)
        return
    entries, name = holder
    for owner in _lists(entries):
        for index, entry in enumerate(owner):
            if entry.get(name) == last:
                owner[index : index + 1] = [] if value is None else [copy.deepcopy(value)]
                return
    if value is not None:
        entries.append(copy.deepcopy(value))


Holder = dict[str, Any] | tuple[list[Json], str]


def _holder(raw: Mapping[str, Any], path: str) -> tuple[Holder, str]:
    """What contains the last segment: an object, or a list by id with the name of its ids."""
    segments = [segment for segment in path.split("/") if segment]
    if not segments:
        raise _nowhere(path)
    holder: Holder = cast("Json", raw)
    for depth, segment in enumerate(segments[:-1]):
        inside = _get(holder, segment)
        if isinstance(inside, list) and depth == 0 and segment in LISTS_BY_ID:
            holder = (inside, LISTS_BY_ID[segment])
        elif isinstance(inside, dict):
            holder = inside
        else:
            raise _nowhere(path)
    return holder, segments[-1]


def _get(holder: Holder, segment: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(segment)
    entries, name = holder
    return next((entry for owner in _lists(entries) for entry in owner if entry.get(name) == segment), None)


def _lists(entries: list[Json]) -> list[list[Json]]:
    """The list and the lists of parts within it."""
    found = [entries]
    for entry in entries:
        if entry.get("parts"):
            found += _lists(entry["parts"])
    return found


def _nowhere(path: str) -> Refused:
    template = "Bagian '{path}' tidak ada di standar ini; contohnya: product, duration, requirements/ktp/mandatory."
    return Refused("component_unknown", template, field="component", path=path)
