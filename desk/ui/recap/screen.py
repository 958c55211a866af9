"""Joins the page and the presenter of Rekap, and binds them to the services."""

from __future__ import annotations

from pathlib import Path

from desk.domain.recap import Recap
from desk.services import queue
from desk.services import recap as service
from desk.services.counter import Counter
from desk.services.outfile import write_whole
from desk.ui.page import Page
from desk.ui.recap.page import RecapPage
from desk.ui.recap.presenter import RecapActs, RecapPresenter, Stopping
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter = workplace.counter
    page = RecapPage(workplace.tell)
    presenter = RecapPresenter(
        page,
        RecapActs(
            today=lambda: counter.today,
            recap=lambda asked: service.recap(counter, asked),
            trays=lambda: queue.trays(counter),
            sign=lambda recap: service.sign(counter, recap),
            write=lambda recap, path, progress: write(counter, recap, path, progress),
            open_files=lambda reference: workplace.go("cases", reference),
            open_tray=lambda position: workplace.go("dispositions", position),
        ),
        workplace.jobs,
    )
    join(page, presenter)
    return page


def join(page: RecapPage, presenter: RecapPresenter) -> None:
    """Wishes of the page to the presenter."""
    page.keep(presenter)
    page.refresh_requested.connect(presenter.refresh)
    page.kind_chosen.connect(presenter.choose_kind)
    page.stepped.connect(presenter.step)
    page.figure_pressed.connect(lambda figure, of: presenter.open(figure, of or None))
    page.days.pressed.connect(presenter.open_day)
    page.waiting.pressed.connect(presenter.open_tray)
    page.sign_requested.connect(presenter.ask_sign)
    page.sign_confirmed.connect(presenter.sign)
    page.save_requested.connect(presenter.ask_file)
    page.file_chosen.connect(presenter.save)
    page.stop_requested.connect(presenter.stop_saving)


def write(counter: Counter, recap: Recap, path: Path, progress: Stopping) -> bool:
    """The workbook at that path, whole or not at all; False when it was stopped."""
    from desk.print.workbook.recap import Cancelled, recap_workbook  # noqa: PLC0415 (openpyxl comes with the first one)

    try:
        content = recap_workbook(
            recap,
            service.register_lines(counter, recap.period),
            files=recap.totals.received,
            head=counter.office.letterhead or (counter.office.name,),
            signature=service.signature(counter),
            made_at=counter.now(),
            progress=progress,
        )
    except Cancelled:
        return False
    if progress.stopped:
        return False
    write_whole(path, content)
    return True
