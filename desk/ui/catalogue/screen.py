"""Joins the page and the presenter of Layanan."""

from __future__ import annotations

from desk.ui import papers
from desk.ui.catalogue.page import CataloguePage
from desk.ui.catalogue.presenter import CatalogueActs, CataloguePresenter
from desk.ui.page import Page
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter = workplace.counter
    slug = counter.office.slug
    page = CataloguePage()
    presenter = CataloguePresenter(
        page,
        CatalogueActs(
            office=counter.office,
            search=lambda text: counter.catalogue.search(text, slug, limit=0),
            service=counter.catalogue.service,
            document=counter.catalogue.documents.get,
            checklist=lambda service: papers.checklist(counter, service),
            preview=workplace.preview,
        ),
    )
    page.search_requested.connect(presenter.search)
    page.service_chosen.connect(presenter.choose)
    page.checklist_requested.connect(presenter.print_checklist)
    page.opened_for.connect(presenter.open)
    page.keep(presenter)
    presenter.start()
    return page
