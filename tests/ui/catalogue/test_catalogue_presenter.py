"""Layanan decides without a window."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from desk.domain.catalogue import Service
from desk.places import bundled
from desk.services.catalogue import Catalogue
from desk.services.doubts import catalogue_doubts, load_laws
from desk.services.packfiles import load_catalogue
from desk.services.packs import raw_service
from desk.ui.catalogue.presenter import CatalogueActs, CataloguePresenter, CatalogueView
from desk.ui.catalogue.standard import standard_of
from desk.ui.preview.request import PaperRequest
from desk.ui.words import branch_words
from tests.ui.fakes import Notebook, NowJobs


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(bundled("data"))


def presenter_of(catalogue: Catalogue) -> tuple[CataloguePresenter, Notebook, list[PaperRequest]]:
    view, shown = Notebook(), list[PaperRequest]()

    def paper(name: str, service: Service) -> PaperRequest:
        return PaperRequest(f"{name}:{service.id}", service.title, lambda _size, _copy: b"", ("f4",))

    acts = CatalogueActs(
        office=catalogue.office("pasuruan"),
        offices=lambda: catalogue.offices,
        search=lambda text, slug: catalogue.search(text, slug, limit=0),
        service=catalogue.service,
        raw=lambda service_id: raw_service(catalogue, service_id),
        document=catalogue.documents.get,
        today=lambda: date(2026, 11, 20),
        doubts=lambda slug: catalogue_doubts(catalogue, load_laws(bundled("data")), slug),
        paper=paper,
        preview=shown.append,
    )
    return CataloguePresenter(cast("CatalogueView", view), acts, NowJobs()), view, shown


def test_all_services_are_shown_and_the_first_is_open(catalogue: Catalogue) -> None:
    presenter, view, _ = presenter_of(catalogue)
    presenter.start()
    assert len(view.last("show_services")) == 17
    assert view.last("show_standard").id == "pasuruan/01"


@pytest.mark.parametrize("said", ["adopsi", "ADOPSI", "ijin orang tua angkat"])
def test_old_spellings_and_everyday_words_find_the_service(catalogue: Catalogue, said: str) -> None:
    presenter, view, _ = presenter_of(catalogue)
    presenter.search(said)
    assert view.last("show_standard").id == "pasuruan/01"


def test_what_nothing_is_called_is_said_so(catalogue: Catalogue) -> None:
    presenter, view, _ = presenter_of(catalogue)
    presenter.start()
    presenter.search("qwkjh")
    assert view.last("show_none_found") == "qwkjh"


def test_f6_prints_the_list_of_the_service_in_view(catalogue: Catalogue) -> None:
    presenter, _, shown = presenter_of(catalogue)
    presenter.start()
    presenter.choose("pasuruan/05")
    presenter.print_checklist()
    assert [request.kind for request in shown] == ["checklist:pasuruan/05"]


def test_coming_for_a_service_empties_the_search(catalogue: Catalogue) -> None:
    presenter, view, _ = presenter_of(catalogue)
    presenter.search("adopsi")
    presenter.open("pasuruan/17")
    assert view.last("show_search") == ""
    assert view.last("show_standard").id == "pasuruan/17"


def test_every_standard_has_its_fourteen_components_and_none_is_empty(catalogue: Catalogue) -> None:
    for service in catalogue.services():
        standard = standard_of(service, catalogue.office(service.office), catalogue.documents.get)
        assert [component.number for component in standard.components] == list(range(1, 15))
        assert all(component.lines for component in standard.components)


def test_every_requirement_and_step_of_every_standard_is_shown(catalogue: Catalogue) -> None:
    for service in catalogue.services():
        standard = standard_of(service, catalogue.office(service.office), catalogue.documents.get)
        lines: list[Any] = [line for line in standard.components[0].lines if line.kind == "requirement"]
        assert [line.text for line in lines] == [requirement.text for requirement in service.every_requirement()]
        steps = [line.text for line in standard.components[1].lines if line.kind == "step"]
        assert steps == [step.title for step in service.route]


def test_doubts_stand_beside_their_components(catalogue: Catalogue) -> None:
    presenter, view, _ = presenter_of(catalogue)
    presenter.start()
    standard = view.last("show_standard")
    assert standard.components[0].doubts
    assert all(
        doubt.component in ("requirements", "questions", "applicants") for doubt in standard.components[0].doubts
    )
    assert view.last("show_doubt_count") > 50


def test_another_offices_standard_is_read_only_and_its_services_are_listed(catalogue: Catalogue) -> None:
    presenter, view, _ = presenter_of(catalogue)
    presenter.start()
    presenter.choose_office("mesuji")
    assert view.last("show_standard").id == "mesuji/01"
    assert view.last("show_standard").own is False
    assert not presenter.own
    presenter.open("kotabaru/03")
    assert view.last("show_standard").id == "kotabaru/03"


@pytest.mark.parametrize("service_id", ["lubuklinggau/10", "kotabaru/02"])
def test_a_paper_that_is_asked_after_a_no_says_so(catalogue: Catalogue, service_id: str) -> None:
    service = catalogue.service(service_id)
    standard = standard_of(service, catalogue.office(service.office), catalogue.documents.get)
    details = " ".join(line.detail for line in standard.components[0].lines)
    assert "bila jawabannya tidak: " in details


def test_every_way_out_of_a_step_is_said_in_words(catalogue: Catalogue) -> None:
    for service in catalogue.services():
        for step in service.route:
            for branch in step.next:
                assert branch.when is None or branch_words(branch.when) != branch.when
