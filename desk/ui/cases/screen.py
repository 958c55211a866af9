"""Joins the page and the presenter of Berkas, and binds them to the services."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from desk.domain.event import CaseId
from desk.services import acts, cases, guard, notices, queue
from desk.services.counter import Counter
from desk.ui import papers
from desk.ui.attachments.screen import build_strip
from desk.ui.cases import gathering
from desk.ui.cases.asking import PAGE, CasesActs, Filter, Sieve, Since
from desk.ui.cases.page import CasesPage
from desk.ui.cases.presenter import CasesPresenter
from desk.ui.page import Page
from desk.ui.person.screen import join as join_person
from desk.ui.workplace import Workplace

_BACK: dict[Since, int] = {"today": 0, "week": 6, "month": 29}


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter = workplace.counter
    page = CasesPage(counter.office.timezone, workplace.tell)
    presenter = CasesPresenter(
        page,
        CasesActs(
            rows=lambda wanted, after: cases.rows(counter, _query(counter, wanted, after)),
            counts=lambda: cases.counts(counter),
            sieve=lambda: _sieve(counter),
            dossier=lambda case_id: gathering.dossier(counter, case_id),
            act=lambda case_id, wishes, seen: acts.act_together(counter, CaseId(case_id), wishes, as_of=seen),
            look_up=lambda dossier, action, text: gathering.look_up(counter, dossier, action, text),
            foresee=lambda dossier, action, values: gathering.foresee(counter, dossier, action, values),
            kept=lambda: gathering.kept(counter),
            keep=lambda key, title, values: gathering.keep(counter, key, title, values),
            drop=lambda key: gathering.drop(counter, key),
            reveal=lambda case_id: guard.reveal(counter, CaseId(case_id)),
            slip=lambda case: papers.slip(counter, case),
            shortage=lambda case: papers.shortage(counter, case),
            given_back=lambda case, listed: papers.given_back(counter, case, listed),
            disposition=lambda case: papers.disposition(counter, case),
            preview=workplace.preview,
            take_up=lambda case_id: workplace.go("intake", case_id),
            changed=workplace.changed,
        ),
        workplace.jobs,
    )
    join(page, presenter)
    join_person(workplace, page.sheet.person)
    strip = build_strip(workplace)
    page.sheet.mount(strip)
    page.sheet.case_shown.connect(strip.show_case)
    page.list.cleared.connect(lambda: _on_cleared(presenter, workplace))
    return page


def join(page: CasesPage, presenter: CasesPresenter) -> None:
    """Wishes of the page to the presenter."""
    page.keep(presenter)
    page.arrived.connect(presenter.arrive)
    page.left.connect(presenter.leave)
    page.written.connect(presenter.grow_stale)
    page.opened_for.connect(presenter.open)
    page.refresh_requested.connect(presenter.refresh)
    _join_list(page, presenter)
    sheet, form, acting = page.sheet, page.sheet.form, presenter.acting
    sheet.pressed.connect(acting.begin)
    sheet.form_requested.connect(lambda action: acting.begin(action, ask=None if action != "advance" else True))
    form.typed.connect(acting.typed)
    form.rested.connect(acting.rest)
    form.kept.connect(acting.keep)
    form.left.connect(acting.put_away)
    form.sought.connect(acting.seek)
    form.picked.connect(acting.picked)
    sheet.reveal_requested.connect(presenter.reveal)
    sheet.bar.slip_requested.connect(presenter.print_slip)
    sheet.bar.shortage_requested.connect(presenter.print_shortage)
    sheet.bar.given_back_requested.connect(presenter.print_given_back)
    sheet.bar.disposition_requested.connect(presenter.print_disposition)


def _join_list(page: CasesPage, presenter: CasesPresenter) -> None:
    listing = presenter.listing
    page.list.searched.connect(listing.search)
    page.list.since_chosen.connect(listing.choose_since)
    page.list.filters.state_pressed.connect(listing.choose_state)
    page.list.filters.holder_chosen.connect(listing.choose_holder)
    page.list.filters.service_chosen.connect(listing.choose_service)
    page.list.filters.mark_pressed.connect(listing.choose_mark)
    page.list.chosen.connect(presenter.choose)
    page.list.entered.connect(presenter.enter_list)
    page.list.more_wanted.connect(listing.more)
    page.list.retried.connect(presenter.refresh)


def _on_cleared(presenter: CasesPresenter, workplace: Workplace) -> None:
    """The button of the empty list: lift the filters, or go and take something in."""
    if presenter.listing.filter.narrow:
        presenter.listing.clear()
    else:
        workplace.go("intake")


def _sieve(counter: Counter) -> Sieve:
    """Desks that have files, the fullest first, and the office's services."""
    trays = sorted(queue.trays(counter), key=lambda tray: -tray.count)
    services = counter.catalogue.services(counter.office.slug)
    return Sieve(
        tuple((tray.position, tray.count) for tray in trays), tuple((service.id, service.title) for service in services)
    )


def _query(counter: Counter, wanted: Filter, after: str | None) -> cases.CaseQuery:
    late = wanted.state == "overdue"
    since = _since(counter, wanted.since)
    return cases.CaseQuery(
        search=wanted.search,
        behind=wanted.behind,
        state="open" if late else wanted.state or None,
        overdue_at=counter.now().isoformat() if late else None,
        from_seconds=int(since.timestamp()) if since else None,
        holder=wanted.holder or None,
        service=wanted.service or None,
        paused=wanted.paused,
        unrecorded=wanted.unrecorded,
        among=notices.waiting(counter) if wanted.to_fetch else None,
        limit=PAGE,
        after=after,
    )


def _since(counter: Counter, since: Since) -> datetime | None:
    if not since:
        return None
    now = counter.now()
    day = now.date().replace(month=1, day=1) if since == "year" else now.date() - timedelta(days=_BACK[since])
    return datetime.combine(day, time(), tzinfo=now.tzinfo)
