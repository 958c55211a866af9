"""What this PC prefers: theme, language, printers and paper sizes, in one small local file. Nothing personal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

FILE = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What this PC prefers.

    Attributes:
        theme: a name of `desk.ui.kit.tokens.THEMES`.
        language: a name of `desk.language.LANGUAGES`.
        printers: kind of paper (``slip``, ``checklist`` …) → the printer it goes to.
        papers: kind of paper → its size (``a6``, ``f4`` …).
        window: the window's size when it was last closed, or empty.
        scan_folder: where this PC's scanner writes, or empty.
        looked: by officer (a fingerprint, not the name): the day they were greeted and how far they have seen the journal.
    """

    theme: str = "light"
    language: str = "id"
    printers: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)
    window: tuple[int, ...] = ()
    scan_folder: str = ""
    looked: Mapping[str, Any] = field(default_factory=dict)

    def with_looked(self, officer: str, day: str, arrival: int) -> Preferences:
        """That officer has looked at what there is to know."""
        return replace(self, looked={**self.looked, fingerprint(officer): [day, arrival]})

    def looked_by(self, officer: str) -> tuple[str, int]:
        """(day of the last greeting, place in the journal) of that officer; nothing yet where the file says nothing."""
        found = self.looked.get(fingerprint(officer))
        match found:
            case [str(day), int(arrival)]:
                return day, arrival
        return "", 0

    def with_printer(self, kind: str, printer: str) -> Preferences:
        """This kind of paper goes to that printer."""
        return replace(self, printers={**self.printers, kind: printer})

    def with_paper(self, kind: str, paper: str) -> Preferences:
        """This kind of paper has that size."""
        return replace(self, papers={**self.papers, kind: paper})


def fingerprint(officer: str) -> str:
    """Tells officers apart without naming them."""
    return hashlib.sha256(officer.encode("utf-8", "replace")).hexdigest()[:16]


class PreferenceFile:
    """The file they are kept in. A damaged or missing file means the defaults, never a refusal to start."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.now = self._read()

    def change(self, preferences: Preferences) -> None:
        """Keep these from now on."""
        self.now = preferences
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        beside.replace(self._path)

    def _read(self) -> Preferences:
        if self._path is None:
            return Preferences()
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        return _from(raw) if isinstance(raw, dict) else Preferences()


def _from(raw: dict[str, Any]) -> Preferences:
    defaults = asdict(Preferences())
    known = {f.name for f in fields(Preferences)}
    kept = {key: value for key, value in raw.items() if key in known and type(value) is type(defaults[key])}
    if isinstance(size := raw.get("window"), list) and all(isinstance(n, int) for n in size) and len(size) == 2:
        kept["window"] = tuple(size)
    return Preferences(**kept)
