"""Joins the page and the presenter of the calendar to the counter."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desk.domain.errors import NotFound
from desk.language import sentence, system_reason, tr
from desk.services.recalculation import Watch
from desk.ui.kit.banner import Notice
from desk.ui.page import Page
from desk.ui.settings.calendar.page import CalendarPage
from desk.ui.settings.calendar.presenter import CalendarActs, CalendarPresenter
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The part."""
    page = CalendarPage()
    acts = CalendarActs(
        watch=lambda progress, cancelled: _watch(page, progress, cancelled),
        changed=workplace.changed,
        tell=lambda words, undo: workplace.tell(Notice(words, undo=undo)),
        open_case=lambda case: workplace.go("cases", case),
    )
    presenter = CalendarPresenter(page, workplace.counter, acts, workplace.jobs)
    page.keep(presenter)
    page.stepped.connect(presenter.step)
    page.day_chosen.connect(presenter.choose)
    page.add_requested.connect(presenter.open_add)
    page.removal_requested.connect(presenter.open_removal)
    page.import_requested.connect(lambda: _ask_for_list(page, presenter, workplace))
    page.history_requested.connect(presenter.open_history)
    page.undo_requested.connect(presenter.open_undo)
    page.saved.connect(presenter.save)
    page.form_changed.connect(presenter.edit)
    page.form_left.connect(presenter.close)
    page.cancelled.connect(presenter.cancel)
    page.case_opened.connect(presenter.open_case)
    page.take_back_requested.connect(presenter.take_back)
    page.written.connect(presenter.refresh)
    overview = page.overview
    overview.edit_requested.connect(presenter.open_edit)
    overview.removal_requested.connect(presenter.open_removal)
    overview.restoring_requested.connect(presenter.open_restoring)
    overview.hours_requested.connect(presenter.open_hours)
    overview.period_requested.connect(presenter.open_period)
    overview.ending_requested.connect(presenter.open_ending)
    overview.zone_requested.connect(presenter.open_zone)
    presenter.start()
    return page


class _Progress(QObject):
    """Brings a worker's progress to the window's thread.

    Signals:
        told: done, total.
    """

    told = Signal(int, int)


def _watch(page: CalendarPage, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Watch:
    messenger = _Progress(page)
    messenger.told.connect(progress)
    return Watch(messenger.told.emit, cancelled)


def _ask_for_list(page: CalendarPage, presenter: CalendarPresenter, workplace: Workplace) -> None:
    """Which file? It is read on the worker, and looked at before anything is taken."""
    plain = QFileDialog.Option.DontUseNativeDialog if os.environ.get("QT_QPA_PLATFORM") == "offscreen" else None
    chosen, _ = QFileDialog.getOpenFileName(
        page,
        tr("Daftar hari libur (date;name;kind)"),
        "",
        tr("Tabel CSV (*.csv);;Semua berkas (*)"),
        options=plain or QFileDialog.Option(0),
    )
    if chosen:
        take(Path(chosen), page, presenter, workplace)


def take(file: Path, page: CalendarPage, presenter: CalendarPresenter, workplace: Workplace) -> None:
    """That file."""

    def read() -> bytes:
        try:
            return file.read_bytes()
        except OSError as error:
            template = "Berkas {name} tidak bisa dibaca ({reason})."
            raise NotFound("unreadable", template, name=file.name, reason=system_reason(error)) from error

    def failed(error: Exception) -> None:
        if not isinstance(error, NotFound):
            raise error
        page.show_trouble(sentence(error))

    workplace.jobs.run(read, lambda content: presenter.consider_list(file.name, content), failed)
