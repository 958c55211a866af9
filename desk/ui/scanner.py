"""Telling a scanner from a hand, by timing. Without Qt.

A scanner types like a keyboard, at full speed, wherever the focus is, and ends with Enter; some begin with control
characters or a symbology prefix (``]Q3``). Characters that may belong to a scan are held back for a moment: if the
next comes as fast as no hand can, they stay held; an Enter at the end of such a burst makes it a scan, anything else
gives every character back, in order, to where it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from desk.domain.errors import Refused
from desk.domain.tracking import read_code

GAP_MS = 35
"""The longest pause between two characters of a scanner. Hands pause 60 ms and more; rolled keys are given back."""

SHORTEST = 8
"""Fewer characters than this are never a scan."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_FIRST_CONTROLS = frozenset("\x02\x1c\x1d\x1e\x1f")
_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9]")
_SPEECH = re.compile(r"[0-9A-Za-z\-./:?=&%_#+\]\[]")

Verdict = Literal["held", "passed", "scanned"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What to do with a key.

    `held`: keep the event back. `passed`: give back what was held before, then let this one through. `scanned`:
    swallow this one and all that was held; `code` is what was scanned.
    """

    verdict: Verdict
    code: str = ""


class Scanner:
    """One keyboard's stream of keys."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._last_ms = 0.0

    @property
    def holding(self) -> bool:
        """Whether anything is held back; if so, call `expired` after `GAP_MS`."""
        return bool(self._held)

    def feed(self, text: str, at_ms: float, *, plain: bool = True) -> Answer:
        """Judge the next key. `text` is what it types, `plain` that neither Ctrl nor Alt is down."""
        quick = bool(self._held) and at_ms - self._last_ms <= GAP_MS
        if text in ("\r", "\n"):
            return self._end() if quick else self._pass()
        control = bool(_CONTROL.match(text)) if text else True
        if quick and (control or plain) and text not in ("\b", "\t", "\x1b", "\x7f", ""):
            return self._hold(text, at_ms)
        if not quick and self._held:
            self._held.clear()
        starts = text in _FIRST_CONTROLS if control else plain and bool(_SPEECH.fullmatch(text))
        return self._hold(text, at_ms) if starts else self._pass()

    def expired(self) -> None:
        """The moment is over: what was held was typed by a hand."""
        self._held.clear()

    def _hold(self, text: str, at_ms: float) -> Answer:
        self._held.append(text)
        self._last_ms = at_ms
        return Answer("held")

    def _pass(self) -> Answer:
        self._held.clear()
        return Answer("passed")

    def _end(self) -> Answer:
        code = clean("".join(self._held))
        self._held.clear()
        return Answer("scanned", code) if is_code(code) else Answer("passed")


def is_code(text: str) -> bool:
    """Whether it can be a number or a code: words that came in as fast (pasted, or by a typing aid) are only words."""
    if len(text) < SHORTEST or any(letter.isspace() for letter in text):
        return False
    if any(letter.isdigit() for letter in text):
        return True
    try:
        return bool(read_code(text))
    except Refused:
        return False


def clean(raw: str) -> str:
    """What was scanned, without control characters, symbology prefix, and the address round a code."""
    text = _SYMBOLOGY.sub("", _CONTROL.sub("", raw).strip())
    if "://" in text:
        text = re.split(r"[/?=#&]", text.rstrip("/"))[-1]
    return text
