"""One sheet as far as it was keyed in: which boxes are ticked, what was typed. A value; a draft is its JSON. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from desk.domain.sheet_code import SheetCode
from desk.domain.sheet_form import (
    AGREED_KEY,
    ANSWER_KEY,
    CONFIDENTIAL_KEY,
    REPAIR_KEY,
    SOON_KEY,
    URGENT_KEY,
    Box,
    SheetForm,
)
from desk.domain.sheet_written import Written

SCREEN = "capture"
"""Marks this screen's drafts among others."""
GO_ON_KEY = "V"
"""On the screen only: of several desks no answer is waited for."""
_VERSION = 1
_FIELDS = ("others", "words", "deadline", "by")

_EITHER = ((URGENT_KEY, SOON_KEY), (AGREED_KEY, REPAIR_KEY), (ANSWER_KEY, GO_ON_KEY))
"""Boxes of which one sheet can mean only one."""

ReadDeadline = Callable[[str], date | None]


@dataclass(frozen=True, slots=True)
class Filling:
    """What was read of a sheet so far.

    Attributes:
        ticked: keys of boxes.
        texts: what stands in the fields: desks that are not listed, words, deadline as typed, the official's name.
    """

    ticked: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.texts.get(name, "")

    def typed(self, name: str, text: str) -> Filling:
        """With that text in a field."""
        texts = {one: value for one, value in self.texts.items() if one != name}
        if text:
            texts[name] = text
        return replace(self, texts=texts)

    def pressed(self, key: str) -> Filling:
        """With that box ticked, or not any more; a letter is as urgent as one word says."""
        ticked = self.ticked ^ {key}
        if key in ticked:
            ticked -= {other for pair in _EITHER if key in pair for other in pair if other != key}
        return replace(self, ticked=ticked)

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost; a name alone is only an offer that was changed."""
        return not self.ticked and not any(self.text(name).strip() for name in _FIELDS if name != "by")


def keys_of(form: SheetForm) -> dict[str, Box]:
    """Every box of the sheet by its key."""
    listed = (*form.urgencies, *form.desks, *form.phrases, *form.outcomes)
    return {box.key: box for box in listed if box.key}


def written_of(form: SheetForm, filling: Filling, read_deadline: ReadDeadline) -> Written:
    """What it amounts to.

    Raises:
        Refused: the deadline is none.
    """
    ticked = filling.ticked
    deadline = read_deadline(filling.text("deadline"))
    others = tuple(one.strip() for one in filling.text("others").replace("\n", ";").split(";") if one.strip())
    answer = True if ANSWER_KEY in ticked else False if GO_ON_KEY in ticked else None
    return Written(
        desks=(*(box.words for box in form.desks if box.key in ticked), *others),
        phrases=tuple(box.words for box in form.phrases if box.key in ticked),
        words=filling.text("words").strip(),
        urgency="sangat_segera" if URGENT_KEY in ticked else "segera" if SOON_KEY in ticked else "biasa",
        confidential=CONFIDENTIAL_KEY in ticked,
        deadline=deadline.isoformat() if deadline else "",
        answer=answer,
        agreed=AGREED_KEY in ticked,
        repair=REPAIR_KEY in ticked,
        by=(filling.text("by") or form.signer.name or form.signer.title).strip(),
    )


def body_of(code: SheetCode, filling: Filling) -> dict[str, Any]:
    """As a draft keeps it, with the code that opens it again."""
    return {
        "screen": SCREEN,
        "version": _VERSION,
        "code": code.text,
        "ticked": sorted(filling.ticked),
        "texts": dict(filling.texts),
    }


def filling_of(body: Mapping[str, Any]) -> Filling:
    """What a draft holds; what this version can't read is left out."""
    ticked, texts = body.get("ticked"), body.get("texts")
    return Filling(
        frozenset(str(key) for key in ticked) if isinstance(ticked, list) else frozenset(),
        {str(name): str(text) for name, text in texts.items() if text} if isinstance(texts, Mapping) else {},
    )
