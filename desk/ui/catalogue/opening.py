"""Opens what lies over reading: doubts, history, comparisons, packs. Each page is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desk.domain.comparing import Difference
from desk.domain.errors import NotFound
from desk.language import tr
from desk.services import packhistory, packs
from desk.ui.catalogue import sheets
from desk.ui.catalogue.compare.needing import NeedingPage, NeedingRow
from desk.ui.catalogue.compare.presenter import CompareActs, ComparePresenter
from desk.ui.catalogue.compare.view import ComparePage
from desk.ui.catalogue.doubts.presenter import DoubtsPresenter
from desk.ui.catalogue.doubts.view import DoubtsPage
from desk.ui.catalogue.history.presenter import HistoryActs, HistoryPresenter, Version
from desk.ui.catalogue.history.view import HistoryPage
from desk.ui.catalogue.packs.differing import changes_of
from desk.ui.catalogue.packs.new_view import NewPackPage, ask_source, ask_target
from desk.ui.catalogue.packs.office_form import errors_of, office_of, slug_of
from desk.ui.catalogue.packs.presenter import PackActs, PackPresenter
from desk.ui.catalogue.packs.view import PackPage
from desk.ui.kit.banner import Notice
from desk.ui.words import form_words

if TYPE_CHECKING:
    from desk.ui.catalogue.edit.tidy import Json
    from desk.ui.catalogue.page import CataloguePage
    from desk.ui.catalogue.presenter import CataloguePresenter
    from desk.ui.catalogue.steering import Steering
    from desk.ui.workplace import Workplace


class Opening:
    """The pages over reading."""

    def __init__(
        self, page: CataloguePage, reading: CataloguePresenter, steering: Steering, workplace: Workplace
    ) -> None:
        self._page, self._reading, self._steering, self._workplace = page, reading, steering, workplace
        self._counter = workplace.counter

    def doubts(self) -> None:
        """All doubts about the office in view."""
        view, presenter = self._doubts
        presenter.show(self._reading.doubts.get(self._reading.office, ()))
        self._page.bring(view)

    def refresh_doubts(self) -> None:
        """They were looked for again."""
        if "_doubts" in self.__dict__:
            self._doubts[1].show(self._reading.doubts.get(self._reading.office, ()))

    def history(self, service_id: str = "", title: str = "") -> None:
        """The versions of the service in view, or of one that was retired."""
        chosen = self._reading.chosen
        view, presenter = self._history
        if service_id:
            presenter.show(service_id, title, own=True)
        elif chosen is not None:
            presenter.show(chosen.id, chosen.title, own=self._reading.own)
        else:
            return
        self._page.bring(view)

    def compare(self) -> None:
        """The service in view beside its like."""
        if self._reading.chosen is not None:
            view, presenter = self._compare
            presenter.show(self._reading.chosen.id)
            self._page.bring(view)

    def needing(self, document: str) -> None:
        """Who asks for a paper."""
        catalogue = self._counter.catalogue
        known = catalogue.documents.get(document)
        if known is None:
            return
        regions = {office.slug: office.region for office in catalogue.offices}
        rows = []
        for service in catalogue.needing(document):
            for requirement in service.every_requirement():
                if requirement.document == document:
                    region, form = regions[service.office], form_words(requirement)
                    rows.append(NeedingRow(service.id, region, service.title, requirement.text, form))
        own = self._counter.office.slug
        rows.sort(key=lambda one: (not one.id.startswith(f"{own}/"), one.id))
        view = self._needing
        view.show_needing(known.short, known.description, rows)
        self._page.bring(view)

    def export(self) -> None:
        """This office's pack to a file."""
        slug = self._counter.office.slug
        target = ask_target(self._page, tr("Simpan paket dinas ini"), f"{slug}.json")
        if target is not None:
            self._write(target, lambda: packs.export_pack(self._counter.catalogue, slug))

    def take_in(self) -> None:
        """A pack file: first what it would change."""
        source = ask_source(self._page, tr("Pilih berkas paket"))
        if source is not None:
            self._read(source, lambda content: self._packs[1].consider(source.name, content))

    def compare_with_file(self) -> None:
        """This office's pack beside one in a file."""
        source = ask_source(self._page, tr("Pilih berkas paket"))

        def beside(content: bytes) -> None:
            self._packs[1].compare(
                self._counter.office.name,
                source.name if source else "",
                lambda: packs.compare(self._own(), cast("dict[str, Json]", packs.read_pack(content)["services"])),
            )

        if source is not None:
            self._read(source, beside)

    def compare_with_shipped(self) -> None:
        """This office's pack beside the one that Desk brought."""
        view, presenter = self._packs
        before, after = tr("paket bawaan Desk"), tr("paket dinas sekarang")
        presenter.compare(before, after, lambda: packs.compare(self._shipped(), self._own()))
        self._page.bring(view)

    def new_pack(self) -> None:
        """A pack for another office."""
        self._page.bring(self._new)

    def _own(self) -> dict[str, Json]:
        return packs.raw_services(self._counter.catalogue, self._counter.office.slug)

    def _shipped(self) -> dict[str, Json]:
        return packhistory.shipped_services(self._counter)

    @cached_property
    def _doubts(self) -> tuple[DoubtsPage, DoubtsPresenter]:
        view = DoubtsPage()
        presenter = DoubtsPresenter(view, self._title_of)
        view.service_chosen.connect(presenter.choose_service)
        view.family_chosen.connect(presenter.choose_family)
        view.opened.connect(self._steering.open_doubt)
        self._add(view)
        return view, presenter

    @cached_property
    def _history(self) -> tuple[HistoryPage, HistoryPresenter]:
        counter, view = self._counter, HistoryPage()

        def made(service_id: str) -> Sequence[Version]:
            return [
                Version(one.version, one.hash, one.at, one.officer, one.reason, found)
                for one, found in packhistory.history(counter, service_id)
            ]

        acts = HistoryActs(
            zone=counter.office.timezone,
            made=made,
            service=lambda service_id, version: packhistory.version_of(counter, service_id, version, counter.today),
            undo=lambda service_id, reason: packs.undo(counter, service_id, reason),
            retire=lambda service_id, reason: packs.retire(counter, service_id, reason),
            checklist=lambda service, version: sheets.checklist_as_of(counter, service, version),
            preview=self._workplace.preview,
            written=self._steering.written,
        )
        presenter = HistoryPresenter(view, acts, self._workplace.jobs)
        view.chosen.connect(presenter.choose)
        view.checklist_requested.connect(presenter.print_checklist)
        view.undo_requested.connect(presenter.undo)
        view.retire_requested.connect(presenter.retire)
        self._add(view)
        return view, presenter

    @cached_property
    def _compare(self) -> tuple[ComparePage, ComparePresenter]:
        counter, view = self._counter, ComparePage()
        acts = CompareActs(
            offices=lambda: counter.catalogue.offices,
            service=lambda service_id: counter.catalogue.service(service_id),  # noqa: PLW0108 (the catalogue of that moment)
            raw=lambda service_id: packs.raw_service(counter.catalogue, service_id),
            search=lambda text, slug: counter.catalogue.search(text, slug, limit=3),
        )
        presenter = ComparePresenter(view, acts)
        view.service_chosen.connect(presenter.choose)
        view.only_differing.connect(lambda only: presenter.only_differing(only=only))
        self._add(view)
        return view, presenter

    @cached_property
    def _needing(self) -> NeedingPage:
        view = NeedingPage()
        view.opened.connect(self._steering.read)
        self._add(view)
        return view

    @cached_property
    def _packs(self) -> tuple[PackPage, PackPresenter]:
        counter, view = self._counter, PackPage()

        def changes(content: bytes) -> Sequence[Difference]:
            changed = packs.pack_changes(counter.catalogue, content)
            broken = counter.shelf.tried(changed).broken
            for slug in {name.split("/")[0] for name in changed} & set(broken):
                raise broken[slug]
            return changes_of(counter.catalogue.files, changed)

        acts = PackActs(
            title_of=self._title_of,
            changes=changes,
            take_in=lambda content, reason: packs.import_pack(counter, content, reason),
            written=lambda said: self._steering.written("", said),
        )
        presenter = PackPresenter(view, acts, self._workplace.jobs)
        view.take_requested.connect(presenter.take_in)
        self._add(view)
        return view, presenter

    @cached_property
    def _new(self) -> NewPackPage:
        view = NewPackPage()
        view.make_requested.connect(self._make_pack)
        self._add(view)
        return view

    def _make_pack(self, values: dict[str, str]) -> None:
        errors = errors_of(values)
        self._new.show_errors(errors)
        if errors:
            return
        slug = slug_of(values)
        target = ask_target(self._page, tr("Simpan paket dinas baru"), f"{slug}.json")
        if target is not None:
            source = self._counter.office.slug
            self._write(target, lambda: packs.new_pack(self._counter.catalogue, source, slug, office_of(values)))

    def _add(self, view: Any) -> None:
        view.closed.connect(self._page.back)
        self._page.add_layer(view)

    def _title_of(self, service: str) -> str:
        name = service if "/" in service else f"{self._counter.office.slug}/{service}"
        found = self._counter.catalogue.find(name)
        if found is not None:
            return found.title
        return next((one.name for one in self._counter.catalogue.offices if one.slug == service), "")

    def _write(self, target: Path, make: Any) -> None:
        def done(_nothing: object) -> None:
            self._page.back()
            self._workplace.tell(Notice(tr("Paket ditulis ke {file}.", file=str(target)), "ok"))

        def work() -> None:
            content = make()
            try:
                target.write_bytes(content)
            except OSError as error:
                raise _unusable(target, error) from error

        self._workplace.jobs.run(work, done, self._steering.tell_trouble)

    def _read(self, source: Path, then: Any) -> None:
        def work() -> bytes:
            try:
                return source.read_bytes()
            except OSError as error:
                raise _unusable(source, error) from error

        def done(content: bytes) -> None:
            self._page.bring(self._packs[0])
            then(content)

        self._workplace.jobs.run(work, done, self._steering.tell_trouble)


def _unusable(path: Path, error: OSError) -> NotFound:
    template = "Berkas {name} tidak bisa dibaca atau ditulis ({reason})."
    return NotFound("unusable_file", template, name=str(path), reason=error.strerror or str(error))
