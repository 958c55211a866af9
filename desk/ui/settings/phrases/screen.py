"""Joins the page and the presenter of the part about the instructions on disposition sheets."""

from __future__ import annotations

from desk.services import phrases
from desk.ui.kit.banner import Notice
from desk.ui.page import Page
from desk.ui.settings.phrases.page import PhrasesPage
from desk.ui.settings.phrases.presenter import PhrasesActs, PhrasesPresenter
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The part."""
    counter = workplace.counter
    page = PhrasesPage()
    acts = PhrasesActs(
        read=lambda: phrases.phrases(counter),
        save=lambda listed, reason: phrases.set_phrases(counter, listed, reason),
        undo=lambda reason: phrases.undo(counter, reason),
        tell=lambda words: workplace.tell(Notice(words)),
    )
    presenter = PhrasesPresenter(page, acts, workplace.jobs)
    page.keep(presenter)
    page.typed.connect(presenter.type)
    page.save_requested.connect(presenter.save)
    page.undo_requested.connect(presenter.undo)
    page.restore_requested.connect(presenter.restore)
    presenter.start()
    return page
