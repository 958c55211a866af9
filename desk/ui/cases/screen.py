"""Joins the page and the presenter of Berkas, and binds them to the services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.services import acts, cases, guard, ledger
from desk.services.counter import Counter, due_of_case
from desk.services.intake import assessment_of
from desk.ui import papers
from desk.ui.attachments.screen import build_strip
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.page import CasesPage
from desk.ui.cases.presenter import PAGE, CasesActs, CasesPresenter, Filter, Since
from desk.ui.loket.reading import read_day
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
            dossier=lambda case_id: dossier(counter, case_id),
            act=lambda case_id, action, note: acts.act(counter, CaseId(case_id), action, note=note),
            reveal=lambda case_id: guard.reveal(counter, CaseId(case_id)),
            correct=lambda case_id, applicant, note: correct(counter, case_id, applicant, note),
            slip=lambda case: papers.slip(counter, case),
            shortage=lambda case: papers.shortage(counter, case),
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
    page.left.connect(presenter.mask)
    page.written.connect(presenter.grow_stale)
    page.opened_for.connect(presenter.open)
    page.refresh_requested.connect(presenter.refresh)
    page.list.searched.connect(presenter.search)
    page.list.state_pressed.connect(presenter.choose_state)
    page.list.since_chosen.connect(presenter.choose_since)
    page.list.chosen.connect(presenter.choose)
    page.list.entered.connect(presenter.enter_list)
    page.list.more_wanted.connect(presenter.more)
    page.list.retried.connect(presenter.refresh)
    page.sheet.action_requested.connect(presenter.begin)
    page.corrected.connect(presenter.correct)
    page.sheet.note_given.connect(presenter.act)
    page.sheet.reveal_requested.connect(presenter.reveal)
    page.sheet.slip_requested.connect(presenter.print_slip)
    page.sheet.shortage_requested.connect(presenter.print_shortage)
    page.sheet.take_up_requested.connect(presenter.take_up)


def dossier(counter: Counter, case_id: str) -> Dossier:
    """Everything about one case."""
    case = guard.opened(counter, case_id)
    service = counter.service_of(case)
    return Dossier(
        case=case,
        service=service,
        assessment=assessment_of(counter, case),
        due=due_of_case(case, service, counter.calendar),
        offers=acts.possible(counter, case),
        prints=ledger.entries(counter, 50, case_id=case.id),
        zone=counter.office.timezone,
    )


def correct(counter: Counter, case_id: str, applicant: Mapping[str, Any], note: str) -> Case:
    """Correct the applicant's data; a birth date may be written as at Loket."""
    day = applicant["birth_date"] and read_day(applicant["birth_date"], counter.today).isoformat()
    data = {"applicant": {**applicant, "birth_date": day}}
    return acts.act(counter, CaseId(case_id), "correct", note=note, data=data)


def _on_cleared(presenter: CasesPresenter, workplace: Workplace) -> None:
    """The button of the empty list: lift the filters, or go and take something in."""
    if presenter.narrow:
        presenter.clear_filters()
    else:
        workplace.go("intake")


def _query(counter: Counter, wanted: Filter, after: str | None) -> cases.CaseQuery:
    late = wanted.state == "overdue"
    since = _since(counter, wanted.since)
    return cases.CaseQuery(
        search=wanted.search,
        state="open" if late else wanted.state or None,
        overdue_at=counter.now().isoformat() if late else None,
        from_seconds=int(since.timestamp()) if since else None,
        limit=PAGE,
        after=after,
    )


def _since(counter: Counter, since: Since) -> datetime | None:
    if not since:
        return None
    now = counter.now()
    day = now.date().replace(month=1, day=1) if since == "year" else now.date() - timedelta(days=_BACK[since])
    return datetime.combine(day, time(), tzinfo=now.tzinfo)
