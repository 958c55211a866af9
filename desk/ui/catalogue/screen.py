"""Joins the page and the presenters of Layanan to the counter: services, workers, papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desk.domain.catalogue import Service
from desk.language import tr
from desk.places import bundled
from desk.services import drafts, packs
from desk.services.counter import Counter
from desk.ui.catalogue import sheets
from desk.ui.catalogue.edit.acts import EditActs
from desk.ui.catalogue.edit.presenter import EditPresenter
from desk.ui.catalogue.edit.starting import Starting
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.page import CataloguePage
from desk.ui.catalogue.presenter import CatalogueActs, CataloguePresenter
from desk.ui.catalogue.steering import Steering
from desk.ui.kit.banner import Notice
from desk.ui.page import Page
from desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from desk.domain.doubts.doubt import Doubt
    from desk.print.raster import Page as Sheet

_DPI = 100


def build(workplace: Workplace) -> Page:
    """The screen."""
    counter, jobs = workplace.counter, workplace.jobs
    page = CataloguePage()
    presenter = CataloguePresenter(page, reading_acts(workplace), jobs)
    steering = Steering(page, presenter, workplace)
    later = Later(page)
    editor = EditPresenter(page.edit, edit_acts(counter, later.run, steering), jobs)
    starting = Starting(editor, lambda: packs.next_id(counter.catalogue, counter.office.slug), presenter.show_drafts)
    steering.join(editor, starting)
    page.search_requested.connect(presenter.search)
    page.service_chosen.connect(presenter.choose)
    page.reading.office_chosen.connect(presenter.choose_office)
    page.checklist_requested.connect(presenter.print_checklist)
    page.opened_for.connect(steering.open)
    page.keep(presenter, steering, editor, starting, later)
    _join_editor(page, editor)
    presenter.start()
    jobs.run(
        lambda: [(draft.key, draft.body) for draft in drafts.kept(counter)],
        starting.learn,
        lambda _error: workplace.tell(Notice(tr("Draf suntingan tidak dapat dibaca."), "warn")),
    )
    return page


def _join_editor(page: CataloguePage, editor: EditPresenter) -> None:
    view = page.edit
    view.section_chosen.connect(editor.choose_section)
    view.entry_chosen.connect(editor.choose_entry)
    view.typed.connect(editor.type)
    view.left.connect(editor.leave_field)
    view.add_requested.connect(lambda inside: editor.add(inside=inside))
    view.remove_requested.connect(editor.remove)
    view.move_requested.connect(editor.move)
    view.renumber_requested.connect(editor.renumber)
    view.undo_requested.connect(editor.undo)
    view.redo_requested.connect(editor.redo)
    view.discard_requested.connect(editor.discard)
    view.save_requested.connect(editor.save)
    page.went.connect(editor.leave)
    page.closing.connect(editor.leave)


def reading_acts(workplace: Workplace) -> CatalogueActs:
    """What reading asks for; all of it in memory but the doubts."""
    counter = workplace.counter
    return CatalogueActs(
        office=counter.office,
        offices=lambda: counter.catalogue.offices,
        search=lambda text, slug: counter.catalogue.search(text, slug, limit=0),
        service=lambda service_id: counter.catalogue.service(service_id),  # noqa: PLW0108 (the catalogue of that moment)
        raw=lambda service_id: packs.raw_service(counter.catalogue, service_id),
        document=lambda document: counter.catalogue.documents.get(document),  # noqa: PLW0108 (the catalogue of that moment)
        today=lambda: counter.today,
        doubts=lambda slug: _doubts(counter, slug),
        paper=lambda name, service: sheets.paper(counter, name, service),
        preview=workplace.preview,
    )


def _doubts(counter: Counter, slug: str) -> Sequence[Doubt]:
    from desk.services.doubts import catalogue_doubts, load_laws  # noqa: PLC0415 (a hundred rules: on the worker)

    return catalogue_doubts(counter.catalogue, load_laws(bundled("data")), slug)


def edit_acts(counter: Counter, later: Callable[[str, int, Callable[[], None]], None], steering: Steering) -> EditActs:
    """What the editor asks for."""

    def looked_at(service: Service) -> tuple[Sequence[Sheet], Sequence[Doubt]]:
        from desk.domain.doubts.check import doubts_of  # noqa: PLC0415 (see above)
        from desk.print import raster  # noqa: PLC0415 (reportlab and pdfium come with the first paper)
        from desk.print.checklist import checklist_pdf  # noqa: PLC0415 (see above)
        from desk.services.doubts import load_laws  # noqa: PLC0415 (see above)

        catalogue = counter.catalogue
        pdf = checklist_pdf(counter.office, service, "a4", documents=catalogue.documents, printed_on=counter.today)
        office = catalogue.office(counter.office.slug)
        others = tuple(one for one in office.services if one.id != service.id)
        together = replace(office, services=tuple(sorted((*others, service), key=lambda one: one.order)))
        found = doubts_of(together, load_laws(bundled("data")))
        return raster.pages(pdf, _DPI), [doubt for doubt in found if doubt.service == service.id]

    def correct(service_id: str, changes: Sequence[tuple[str, Any]], reason: str, start: date) -> None:
        for component, value in changes:
            packs.correct(counter, service_id, component, value, reason, start)

    def keep(key: str, title: str, body: Json) -> None:
        drafts.keep(counter, drafts.Draft(key, title, body))

    return EditActs(
        documents=lambda: counter.catalogue.documents,
        today=lambda: counter.today,
        raw=lambda service_id: packs.raw_service(counter.catalogue, service_id),
        tried=lambda service_id, raw: packs.tried(service_id, raw, counter.today),
        looked_at=looked_at,
        save=lambda service_id, raw, reason: packs.save_service(counter, service_id, raw, reason),
        correct=correct,
        keep=keep,
        drop=lambda key: drafts.drop(counter, key),
        noted=steering.note_draft,
        later=later,
        saved=steering.written,
    )


class Later(QObject):
    """Does things a little later, the newest of each name only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timers: dict[str, QTimer] = {}
        self._acts: dict[str, Callable[[], None]] = {}

    def run(self, name: str, milliseconds: int, act: Callable[[], None]) -> None:
        """Do it in so many milliseconds unless told again under that name."""
        if name not in self._timers:
            timer = self._timers[name] = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(partial(self._do, name))
        self._acts[name] = act
        self._timers[name].start(milliseconds)

    def _do(self, name: str) -> None:
        self._acts[name]()
