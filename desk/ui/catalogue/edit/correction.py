"""From what was edited to the smallest place that a correction names. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.domain.corrections import LISTS_BY_ID, value_at
from desk.domain.errors import Refused
from desk.ui.catalogue.edit.tidy import Json


def places(
    before: Mapping[str, Any], after: Mapping[str, Any], printed: Mapping[str, Any]
) -> tuple[tuple[str, Any], ...]:
    """(place, corrected value) of each thing that differs, as small as it can be named over what is `printed`."""
    found: list[tuple[str, Any]] = []
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if key != "corrections" and (old or None) != (new or None) and old != new:
            found += _within(key, old, new)
    return tuple((path, value) if _is_place(printed, path) else _wider(path, after) for path, value in found)


def _within(key: str, old: Any, new: Any) -> list[tuple[str, Any]]:
    if key == "duration" or key not in LISTS_BY_ID or not isinstance(old, list) or not isinstance(new, list):
        return [(key, new)]
    name = LISTS_BY_ID[key]
    before, after = _by_id(old, name), _by_id(new, name)
    if [one for one in before if one in after] != [one for one in after if one in before]:
        return [(key, new)]  # another order
    if list(after)[: len([one for one in after if one in before])] != [one for one in after if one in before]:
        return [(key, new)]  # something new that isn't last
    found: list[tuple[str, Any]] = []
    for one in dict.fromkeys((*before, *after)):
        if before.get(one) != after.get(one):
            found += _entry(f"{key}/{one}", before.get(one), after.get(one))
    return found


def _entry(path: str, old: Json | None, new: Json | None) -> list[tuple[str, Any]]:
    if old is None or new is None:
        return [(path, new)]
    fields = [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]
    if fields == ["parts"] and isinstance(old.get("parts"), list) and isinstance(new.get("parts"), list):
        before, after = _by_id(old["parts"], "id"), _by_id(new["parts"], "id")
        if list(before) == list(after):
            component = path.split("/", maxsplit=1)[0]
            return [
                place
                for one, part in before.items()
                if part != after[one]
                for place in _entry(f"{component}/{one}", part, after[one])
            ]
    return [(f"{path}/{fields[0]}", new.get(fields[0]))] if len(fields) == 1 else [(path, new)]


def _by_id(entries: list[Json], name: str) -> dict[str, Json]:
    return {str(entry.get(name)): entry for entry in entries}


def _is_place(printed: Mapping[str, Any], path: str) -> bool:
    try:
        value_at(printed, path)
    except Refused:
        return False
    return True


def _wider(path: str, after: Mapping[str, Any]) -> tuple[str, Any]:
    """The entry that the place is in, where what is printed doesn't have the place."""
    entry = "/".join(path.split("/")[:2])
    return entry, value_at(after, entry)
