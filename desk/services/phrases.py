"""The office's own list of instructions that can be ticked on a disposition sheet, each version kept."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desk.domain.errors import Refused
from desk.domain.phrases import DEFAULT, NAME, checked, read_phrases
from desk.services import office_documents
from desk.services.counter import Counter


def phrases(counter: Counter) -> tuple[str, ...]:
    """The list as it stands."""
    content = office_documents.content_of(counter, NAME)
    return read_phrases(json.loads(content)) if content else DEFAULT


def set_phrases(counter: Counter, listed: Sequence[str], reason: str) -> tuple[str, ...]:
    """Another list from now on; sheets that are on their round keep the keys that were printed on them.

    Raises:
        Refused: it can't be printed, is what stands already, or no reason is given.
    """
    found = checked(listed)
    if found == phrases(counter):
        raise Refused("nothing_changed", "Daftar kalimat disposisi sudah begitu, jadi tidak ada yang berubah.")
    office_documents.keep(counter, NAME, json.dumps({"phrases": found}, ensure_ascii=False).encode(), reason)
    return found


def undo(counter: Counter, reason: str) -> tuple[str, ...]:
    """Take back the last change that stands; returns the list before it."""
    office_documents.undo(counter, NAME, reason)
    return phrases(counter)
