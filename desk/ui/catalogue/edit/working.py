"""The copy of a service file that is being edited: change by path, take back, do again. Without Qt.

Each change makes a new value along its path and shares the rest, so that keeping every earlier state costs little.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.ui.catalogue.edit.tidy import Json, tidied

Path = tuple[str | int, ...]

MOST_STEPS = 500
"""Steps that can be taken back."""


class WorkingCopy:
    """A service file on the desk.

    Attributes:
        base: the file as it was when editing began.
        raw: the file as it is now; never changed in place.
    """

    def __init__(self, base: Mapping[str, Any], raw: Mapping[str, Any] | None = None) -> None:
        self.base: Json = dict(base)
        self.raw: Json = dict(raw) if raw is not None else self.base
        self._before: list[tuple[Json, Path]] = []
        self._after: list[tuple[Json, Path]] = []
        self._open: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether it says anything else than what it began as."""
        return self.raw is not self.base and tidied(self.raw) != tidied(self.base)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._after)

    def at(self, path: Path) -> Any:
        """What stands there, None where nothing does."""
        return value_at(self.raw, path)

    def put(self, path: Path, value: object) -> None:
        """Write a value; None takes the key away. Typing on in one place is one step."""
        if value_at(self.raw, path) == value:
            return
        typing_on = self._open == path
        self._step(replaced(self.raw, path, value), path, keep=not typing_on)
        self._open = path

    def insert(self, entries: Path, place: int, value: object) -> Path:
        """A new entry of a list, which is made if it isn't there; says where the entry stands."""
        held = list(self.at(entries) or [])
        place = max(0, min(place, len(held)))
        held.insert(place, value)
        where = (*entries, place)
        self._step(replaced(self.raw, entries, held), where)
        return where

    def remove(self, path: Path) -> None:
        """Take an entry out of its list."""
        entries, place = path[:-1], path[-1]
        held = list(self.at(entries) or [])
        assert isinstance(place, int)
        del held[place]
        self._step(replaced(self.raw, entries, held or None), path)

    def move(self, path: Path, by: int) -> Path:
        """Move an entry up or down among its kind; says where it stands then."""
        entries, place = path[:-1], path[-1]
        held = list(self.at(entries) or [])
        assert isinstance(place, int)
        goal = place + by
        if not 0 <= goal < len(held):
            return path
        held.insert(goal, held.pop(place))
        self._step(replaced(self.raw, entries, held), (*entries, goal))
        return (*entries, goal)

    def replace(self, raw: Mapping[str, Any], path: Path = ()) -> None:
        """Put a whole other file in its place, as one step."""
        if dict(raw) != self.raw:
            self._step(dict(raw), path)

    def amend(self, raw: Mapping[str, Any]) -> None:
        """Bring other places in line with the step just made; belongs to that step."""
        self.raw = dict(raw)

    def rest(self) -> None:
        """What is typed next is a step of its own."""
        self._open = None

    def undo(self) -> Path | None:
        """Take the last step back; says where it was."""
        if not self._before:
            return None
        raw, path = self._before.pop()
        self._after.append((self.raw, path))
        self.raw, self._open = raw, None
        return path

    def redo(self) -> Path | None:
        """Do again what was taken back; says where."""
        if not self._after:
            return None
        raw, path = self._after.pop()
        self._before.append((self.raw, path))
        self.raw, self._open = raw, None
        return path

    def _step(self, raw: Json, path: Path, *, keep: bool = True) -> None:
        if keep:
            self._before.append((self.raw, path))
            del self._before[:-MOST_STEPS]
        self._after.clear()
        self.raw, self._open = raw, None


def value_at(value: Any, path: Path) -> Any:
    """What stands at `path` of a JSON value, None where nothing does."""
    for key in path:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
            value = value[key]
        else:
            return None
    return value


def replaced(value: Any, path: Path, new: object) -> Any:
    """The JSON value with `new` at `path`, the rest shared; None takes a key away."""
    if not path:
        return new
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        entries = list(value or [])
        entries[key] = replaced(entries[key], rest, new)
        return entries
    made = dict(value or {})
    inner = replaced(made.get(key), rest, new)
    if inner is None:
        made.pop(key, None)
    else:
        made[key] = inner
    return made
