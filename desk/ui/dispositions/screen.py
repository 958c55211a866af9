"""Joins the page and the presenters of Disposisi, and binds them to the services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.domain.journey import moment_of
from desk.domain.movement import Holder
from desk.domain.offers import step_just_done
from desk.domain.remaining import days_here
from desk.services import acts, cases, guard, queue, shift, stack
from desk.services.clock import clock_at
from desk.services.counter import Counter
from desk.services.intake import assessment_of
from desk.services.queue import Line, midnight
from desk.services.shift import TrayCount
from desk.ui.dispositions.count.pane import CountPane
from desk.ui.dispositions.count.presenter import CountActs, CountPresenter
from desk.ui.dispositions.glance import Fetched, TrayAction
from desk.ui.dispositions.lines import EVERYWHERE, Narrowed, query_of, queue_line
from desk.ui.dispositions.page import DispositionsPage
from desk.ui.dispositions.presenter import PAGE, QueuePage, Told, TrayActs, TraysPresenter
from desk.ui.dispositions.stack.pane import StackPane
from desk.ui.dispositions.stack.presenter import StackActs, StackPresenter
from desk.ui.page import Page
from desk.ui.workplace import Workplace


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter = workplace.counter
    services = [(service.id, service.title) for service in counter.catalogue.services(counter.office.slug)]
    page = DispositionsPage(services, workplace.tell)
    presenter = TraysPresenter(page, _acts(workplace, page), workplace.jobs)
    join(page, presenter)
    _join_stack(page, presenter, workplace)
    _join_count(page, presenter, workplace)
    return page


def _join_stack(page: DispositionsPage, trays: TraysPresenter, workplace: Workplace) -> None:
    """A stack of files is scanned in place of the list."""
    counter = workplace.counter
    pane = StackPane(workplace.tell)
    scans = StackActs(
        scan=lambda code, purpose, position: stack.scan(counter, code, purpose, position or None),
        record=lambda scanned, by, words: stack.record(counter, scanned, by=by, words=words),
        take_back=lambda recorded: stack.take_back(counter, recorded),
        changed=workplace.changed,
    )
    presenter = StackPresenter(pane, scans, workplace.jobs)
    page.keep(presenter)

    def begin() -> None:
        page.put_over(pane, pane.take)
        presenter.begin(trays.position, trays.title, trays.acts_as(trays.position))

    pane.scanned.connect(presenter.scan)
    pane.purpose_chosen.connect(presenter.choose_purpose)
    pane.removed.connect(presenter.remove)
    pane.finished.connect(presenter.finish)
    pane.cancelled.connect(presenter.cancel)
    pane.left.connect(page.put_away)
    pane.returned.connect(begin)
    page.queue.stack_requested.connect(begin)
    page.trays.list.chosen.connect(lambda position: begin() if page.is_over(pane) else None)


def _join_count(page: DispositionsPage, trays: TraysPresenter, workplace: Workplace) -> None:
    """A tray is counted in place of the list."""
    counter = workplace.counter
    pane = CountPane(workplace.tell)
    counting = CountActs(
        expected=lambda position: shift.expected(counter, position),
        find=lambda code: shift.find(counter, code),
        keep=lambda position, lying: _keep(counter, position, lying),
        counts=lambda position: shift.counts(counter, position=position, limit=20),
        now=counter.now,
    )
    presenter = CountPresenter(pane, counting, workplace.jobs)
    page.keep(presenter)

    def begin() -> None:
        if trays.position == EVERYWHERE:
            page.put_away()
            return
        page.put_over(pane, pane.take)
        presenter.begin(trays.position, trays.title)

    pane.scanned.connect(presenter.scan)
    pane.ticked.connect(presenter.tick)
    pane.saved.connect(presenter.save)
    pane.cancelled.connect(presenter.cancel)
    pane.left.connect(page.put_away)
    page.queue.count_requested.connect(begin)
    page.trays.list.chosen.connect(lambda position: begin() if page.is_over(pane) else None)


def _keep(counter: Counter, position: str, lying: Sequence[str]) -> TrayCount:
    count = shift.compare(counter, position, lying)
    shift.keep(counter, count)
    return count


def join(page: DispositionsPage, presenter: TraysPresenter) -> None:
    """Wishes of the page to the presenter."""
    page.keep(presenter)
    page.arrived.connect(presenter.arrive)
    page.written.connect(presenter.grow_stale)
    page.refresh_requested.connect(presenter.refresh)
    page.opened_for.connect(presenter.open)
    page.given.connect(presenter.act)
    page.trays.sought.connect(presenter.seek_tray)
    page.trays.list.chosen.connect(presenter.choose_tray)
    page.trays.list.entered.connect(presenter.enter_list)
    page.queue.mark_pressed.connect(presenter.press_mark)
    page.queue.service_chosen.connect(presenter.choose_service)
    page.queue.since_chosen.connect(presenter.choose_since)
    page.queue.cleared.connect(presenter.clear)
    page.queue.retried.connect(presenter.refresh)
    page.queue.more_wanted.connect(presenter.more)
    page.queue.chosen.connect(presenter.choose)
    page.queue.opened.connect(lambda _key: presenter.open_case())
    page.queue.letter_pressed.connect(presenter.begin)
    page.queue.left_requested.connect(page.trays.list.setFocus)
    page.sheet.action_requested.connect(presenter.begin)
    page.sheet.open_requested.connect(presenter.open_case)


def _capture(page: DispositionsPage, workplace: Workplace, case_id: str, slot: str) -> None:
    """A disposition is keyed in as on its sheet, whether it came on paper or by word of mouth."""
    from desk.ui.dispositions.capture.screen import open_capture  # noqa: PLC0415 (with the first disposition)

    open_capture(page.window(), workplace, case_id=case_id, whose=slot)


def _acts(workplace: Workplace, page: DispositionsPage) -> TrayActs:
    counter = workplace.counter
    return TrayActs(
        trays=lambda: queue.office_trays(counter),
        page=lambda position, narrowed, after: _page(counter, position, narrowed, after),
        fetch=lambda row: fetch(counter, row.line),
        act=lambda case_id, action, told, holder: act(counter, case_id, action, told, holder),
        take_back=lambda case: _take_back(counter, case),
        can_take_back=step_just_done,
        days_since=lambda iso: _days_since(counter, iso),
        open_case=lambda case_id: workplace.go("cases", case_id),
        capture=lambda case_id, slot: _capture(page, workplace, case_id, slot),
        changed=workplace.changed,
    )


def fetch(counter: Counter, line: Line) -> Fetched:
    """One file, small. Of a guarded one nothing is read out that is in it."""
    case = cases.load(counter, line.waiting.case.id)
    service = acts.service_or_none(counter, case)
    guarded = guard.is_guarded(counter, case)
    returned = case.state == "returned" and service is not None and not guarded
    assessment = assessment_of(counter, case) if returned else None
    items = [assessment.item(missing) for missing in assessment.missing] if assessment else []
    return Fetched(
        line=line,
        case=case,
        service=service,
        clock=clock_at(counter, case, service) if service else None,
        missing=[item.requirement.text for item in items if item],
        offers=acts.possible(counter, case),
        guarded=guarded,
        now=counter.now(),
    )


def act(counter: Counter, case_id: str, action: TrayAction, told: Told, holder: Holder) -> Case:
    """Do it, unless the file has gone on since it was looked at."""
    data = told.data or {}
    return acts.act(
        counter, CaseId(case_id), action, note=told.note, by=told.by, to=told.to, data=data, seen=holder
    )  # fmt: skip


def _take_back(counter: Counter, case: Case) -> Case:
    return acts.act(counter, case.id, "take_back", seen=next(iter(case.holders), None))


def _page(counter: Counter, position: str, narrowed: Narrowed, after: str | None) -> QueuePage:
    since = None
    if narrowed.since:
        since = (midnight(counter) - timedelta(days=int(narrowed.since))).isoformat()
    query = query_of(position, narrowed, counter.now(), midnight(counter, 1), since, PAGE, after)
    found = queue.lines(counter, query)
    now, everywhere = counter.now(), position == EVERYWHERE
    return QueuePage(tuple(queue_line(line, now, everywhere=everywhere) for line in found.rows), found.after)


def _days_since(counter: Counter, iso: str) -> int:
    since = moment_of(iso)
    return days_here(since, counter.now(), counter.calendar) if since else 0
