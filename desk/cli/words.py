"""The words before any command: which home, which language, JSON or not. Light, as a window reads them too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.domain.errors import UsageError


@dataclass(frozen=True, slots=True)
class Globals:
    """What stands before or after any command."""

    home: str | None
    json: bool
    language: str | None


def split_globals(words: Sequence[str]) -> tuple[Globals, list[str]]:
    """The global options, wherever they stand, and the other words.

    Raises:
        UsageError: an option lacks its value, or the language is unknown.
    """
    home: str | None = None
    language: str | None = None
    as_json = False
    rest: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *left]
            break
        if word == "--json":
            as_json = True
        elif name in ("--home", "--lang"):
            if not equals and not left:
                raise UsageError("usage", "Pilihan {name} memerlukan isi.", name=name)
            value = value if equals else left.pop(0)
            if not value:
                raise UsageError("usage", "Pilihan {name} memerlukan isi.", name=name)
            home, language = (value, language) if name == "--home" else (home, value)
        else:
            rest.append(word)
    if language not in (None, "id", "en"):
        raise UsageError("usage", "Bahasa '{language}' tidak ada; yang ada: id, en.", language=language)
    return Globals(home, as_json, language), rest
