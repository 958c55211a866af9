"""Commands on what disposition sheets offer."""

from __future__ import annotations

from argparse import Namespace

from desk.cli.answer import Answer
from desk.cli.session import Session
from desk.domain.phrases import read_phrases
from desk.domain.sheet_form import PHRASE_KEYS
from desk.services import phrases as phrase_services


def phrases(session: Session, _options: Namespace) -> Answer:
    """`desk phrases list`."""
    return _listed(phrase_services.phrases(session.reader))


def set_phrases(session: Session, options: Namespace) -> Answer:
    """`desk phrases set FILE`."""
    wanted = read_phrases(session.read_json(options.file))
    return _listed(phrase_services.set_phrases(session.counter, wanted, options.reason))


def undo_phrases(session: Session, options: Namespace) -> Answer:
    """`desk phrases undo`."""
    return _listed(phrase_services.undo(session.counter, options.reason))


def _listed(found: tuple[str, ...]) -> Answer:
    lines = [f"{key}  {phrase}" for key, phrase in zip(PHRASE_KEYS, found, strict=False)]
    return Answer(list(found), "\n".join(lines))
