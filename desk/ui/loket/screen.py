"""Joins the page of Loket to the counter: services, worker, printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QTimer

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.event import CaseId
from desk.domain.spelling import compact
from desk.services import cases, drafts, guard, intake, likeness, people
from desk.services.counter import Counter
from desk.ui import papers
from desk.ui.kit.banner import Notice
from desk.ui.loket.acts import Acts, Place
from desk.ui.loket.counterdesk import Counterdesk
from desk.ui.loket.page import LoketPage
from desk.ui.loket.reading import Regions
from desk.ui.loket.working import said
from desk.ui.page import Page
from desk.ui.preview.request import PaperRequest
from desk.ui.workplace import Workplace

_MOST_SERVICES = 12


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter, jobs = workplace.counter, workplace.jobs
    page = LoketPage()
    desk = Counterdesk(acts_of(counter), jobs, lambda: QtLater(page), page)

    def tell(words: str, undo: bool) -> None:
        workplace.tell(Notice(words, tone="info", undo=page.undo if undo else None))

    def take_back(words: str) -> None:
        workplace.tell(Notice("", takes_back=words))

    def trouble(error: Exception) -> None:
        workplace.tell(Notice(said(error), tone="bad"))

    def print_checklist(service_id: str) -> None:
        if service := counter.catalogue.find(service_id):
            workplace.preview(papers.checklist(counter, service))

    def print_of(make: Callable[[Counter, Case], PaperRequest]) -> Callable[[str], None]:
        def print_case(case_id: str) -> None:
            workplace.changed()
            jobs.run(
                lambda: cases.load(counter, CaseId(case_id)),
                lambda case: workplace.preview(replace(make(counter, case), straight=True)),
                trouble,
            )

        return print_case

    page.desk = desk
    page.told.connect(tell)
    page.taken_back.connect(take_back)
    page.checklist_requested.connect(print_checklist)
    page.slip_requested.connect(print_of(papers.slip))
    page.shortage_requested.connect(print_of(papers.shortage))
    page.case_requested.connect(lambda case_id: workplace.go("cases", case_id))
    desk.start()
    return page


def acts_of(counter: Counter) -> Acts:
    """The services, bound to this counter."""
    slug, catalogue = counter.office.slug, counter.catalogue

    def keep(key: str, title: str, body: dict[str, Any]) -> None:
        drafts.keep(counter, drafts.Draft(key, title, body))

    def find(reference: str) -> tuple[Case, Service]:
        case = guard.opened(counter, reference)
        return case, counter.service_of(case)

    return Acts(
        search=lambda text: catalogue.search(text, slug, limit=_MOST_SERVICES if text.strip() else 0),
        service=catalogue.find,
        document=catalogue.documents.get,
        places=places_of(counter),
        districts=tuple(region.name for region in counter.regions.table.districts(counter.office.region_code)),
        promise=lambda service, start: intake.promise(counter, service, start),
        register=lambda form: intake.register(counter, form),
        take_up=lambda case_id, form: intake.take_up(counter, CaseId(case_id), form),
        known=lambda nik: people.known(counter, nik),
        family=lambda kk: people.family(counter, kk),
        asked_already=lambda service, who, besides: likeness.asked_already(counter, service, who, besides=besides),
        keep=keep,
        kept=lambda: drafts.kept(counter),
        drop=lambda key: drafts.drop(counter, key),
        find=find,
        now=counter.now,
        new_key=lambda: uuid4().hex,
        regions=Regions(
            counter.office.region_code,
            counter.regions.known_provinces,
            counter.regions.known_regencies,
            counter.regions.known_districts,
        ),
    )


def places_of(counter: Counter) -> Callable[[str], tuple[Place, ...]]:
    """Villages of the office's region, found by their beginning however it is spelt."""
    table = counter.regions.table

    @cache
    def villages() -> tuple[tuple[str, Place], ...]:
        return tuple(
            (compact(village.name), Place(village.name, district.name))
            for district in table.districts(counter.office.region_code)
            for village in table.villages(district.code)
        )

    def found(text: str) -> tuple[Place, ...]:
        sought = compact(text)
        fitting = [(name, place) for name, place in villages() if sought and name.startswith(sought)]
        return tuple(place for name, place in sorted(fitting, key=lambda pair: (pair[0] != sought, pair[0])))

    return found


class QtLater:
    """A single-shot timer that starts only when something was typed."""

    def __init__(self, page: LoketPage) -> None:
        self._page = page
        self._timer: QTimer | None = None
        self._call: Callable[[], None] = lambda: None

    def start(self, milliseconds: int, call: Callable[[], None]) -> None:
        """Call `call` after so long; a call that waits already is forgotten."""
        if self._timer is None:
            self._timer = QTimer(self._page)
            self._timer.setSingleShot(True)
            self._timer.timeout.connect(self._elapsed)
        self._call = call
        self._timer.start(milliseconds)

    def _elapsed(self) -> None:
        self._call()

    def stop(self) -> None:
        """Forget it."""
        if self._timer is not None:
            self._timer.stop()
