"""Joins the page and the presenter of Sinkron."""

from __future__ import annotations

from desk.services import upkeep
from desk.ui.page import Page
from desk.ui.sync.page import SyncPage
from desk.ui.sync.presenter import SyncPresenter
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter = workplace.counter
    page = SyncPage()
    presenter = SyncPresenter(page, lambda: upkeep.status(counter), counter.office.timezone, workplace.jobs)
    page.keep(presenter)
    page.refresh_requested.connect(presenter.refresh)
    return page
