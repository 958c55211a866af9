"""Joins the page and the presenter of the part about this PC."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QApplication

from desk.language import tr
from desk.ui.kit import theme
from desk.ui.kit.banner import Notice
from desk.ui.kit.tokens import ThemeName
from desk.ui.page import Page
from desk.ui.preview.screen import printer_names
from desk.ui.settings.here.page import HerePage
from desk.ui.settings.here.presenter import HereActs, HerePresenter
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The part."""
    counter, kept = workplace.counter, workplace.preferences
    page = HerePage(
        (
            (tr("Dinas"), counter.office.name),
            (tr("Wilayah"), counter.office.region),
            (tr("Nama loket"), counter.name),
            (tr("Petugas"), counter.officer),
        )
    )
    presenter = HerePresenter(
        page,
        HereActs(
            now=lambda: kept.now,
            keep=kept.change,
            printers=printer_names,
            wear=_wear,
            tell=lambda words: workplace.tell(Notice(words, "info")),
        ),
        workplace.jobs,
    )
    page.keep(presenter)
    page.theme_chosen.connect(presenter.choose_theme)
    page.language_chosen.connect(presenter.choose_language)
    page.printer_chosen.connect(presenter.choose_printer)
    page.paper_chosen.connect(presenter.choose_paper)
    presenter.start()
    return page


def _wear(name: str) -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        theme.wear(application, cast("ThemeName", name))
