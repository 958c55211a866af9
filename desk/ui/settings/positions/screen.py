"""Joins the page and the presenter of Jabatan dan pejabat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desk.services import positions
from desk.services.counter import Counter
from desk.services.positions_history import history, last_said
from desk.ui.kit.banner import Notice
from desk.ui.page import Page
from desk.ui.settings.positions.forms import Work
from desk.ui.settings.positions.page import PositionsPage
from desk.ui.settings.positions.presenter import PositionsActs, PositionsPresenter
from desk.ui.settings.positions.saying import Seen
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    page = PositionsPage()
    counter = workplace.counter

    def tell(said: str, back: Callable[[], None] | None) -> None:
        workplace.tell(Notice(said, undo=back))

    acts = PositionsActs(
        zone=counter.calendar.timezone,
        today=lambda: counter.today,
        see=lambda day: see(counter, day),
        write=lambda work: write(counter, work),
        undo=lambda reason: write(counter, lambda own: positions.undo(own, reason=reason)),
        history=lambda: history(counter),
        tell=tell,
        changed=workplace.changed,
    )
    presenter = PositionsPresenter(page, acts, workplace.jobs)
    page.keep(presenter)
    page.refresh_wanted.connect(presenter.refresh)
    page.day_typed.connect(presenter.see_day)
    page.today_wanted.connect(presenter.see_today)
    page.add_wanted.connect(lambda: presenter.ask("add"))
    page.history_wanted.connect(presenter.show_history)
    page.list.chosen.connect(presenter.choose)
    page.card.asked.connect(presenter.ask)
    page.form.typed.connect(presenter.type)
    page.form.person_named.connect(presenter.name_person)
    page.form.saved.connect(presenter.save)
    page.form.left.connect(presenter.leave_form)
    page.history.left.connect(presenter.leave_form)
    page.history.undo_requested.connect(presenter.undo)
    return page


def see(counter: Counter, day: date) -> Seen:
    """The office as of a day."""
    return Seen(day, positions.roster(counter), positions.desks_on(counter, day))


def write(counter: Counter, work: Work) -> str:
    """Change the office's document, and say what that changed."""
    work(counter)
    return last_said(counter)
