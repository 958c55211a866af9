"""Which language a sentence is said in. Source sentences are Indonesian; `resources/translations` holds the others.

A leaf that every layer but `domain` may import. Papers have their own language and do not use this.
"""

from __future__ import annotations

import errno
import gettext
from typing import Literal, cast

from desk.domain.errors import DeskError
from desk.places import bundled

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")


class Speaker:
    """Turns source sentences into one language.

    Attributes:
        language: the language spoken.
    """

    def __init__(self, language: Language = "id") -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if language != "id":
            with bundled("resources", "translations", f"{language}.mo").open("rb") as file:
                self._catalogue = gettext.GNUTranslations(file)

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in this language, its ``{names}`` filled in."""
        said = self._catalogue.gettext(sentence) if sentence else ""
        return said.format(**values) if values else said


_speaker = Speaker()


def speak(language: str) -> None:
    """Choose the language of this process, before anything is shown."""
    global _speaker  # noqa: PLW0603 (a process speaks one language; threading it through every widget gains nothing)
    _speaker = Speaker(cast("Language", language))


def language() -> Language:
    """The language of this process."""
    return _speaker.language


def tr(sentence: str, **values: object) -> str:
    """The sentence in the chosen language. `sentence` must be a literal: translations are collected from the source."""
    return _speaker.say(sentence, **values)


def mark(sentence: str) -> str:
    """Mark a literal for translation where it is defined, to be said later by `tr`."""
    return sentence


def sentence(error: DeskError) -> str:
    """An error's sentence in the chosen language, the system's reason in it included."""
    details = dict(error.details)
    reason = details.get("reason")
    if isinstance(reason, str):
        details["reason"] = _speaker.say(reason)
    return _speaker.say(error.template, **details)


def system_reason(error: BaseException) -> str:
    """Why the operating system said no, in the source language; its own words where they are none of the usual."""
    number = error.errno if isinstance(error, OSError) else None
    return _REASONS.get(number or 0) or getattr(error, "strerror", None) or str(error)


_REASONS = {
    errno.ENOENT: mark("tidak ada"),
    errno.EACCES: mark("tidak diizinkan"),
    errno.EPERM: mark("tidak diizinkan"),
    errno.ENOSPC: mark("diska penuh"),
    errno.EDQUOT: mark("jatah diska habis"),
    errno.EROFS: mark("diska hanya bisa dibaca"),
    errno.ENOTDIR: mark("bukan folder"),
    errno.EISDIR: mark("itu sebuah folder"),
    errno.EEXIST: mark("sudah ada"),
    errno.ENAMETOOLONG: mark("namanya terlalu panjang"),
    errno.EIO: mark("diska tidak bisa dibaca atau ditulis"),
    errno.ENODEV: mark("perangkatnya tidak ada"),
}
