"""Layanan decides without a window."""

from __future__ import annotations

from typing import Any, cast

import pytest

from desk.domain.catalogue import Service
from desk.places import bundled
from desk.services.catalogue import Catalogue
from desk.services.packfiles import load_catalogue
from desk.ui.catalogue.presenter import CatalogueActs, CataloguePresenter, CatalogueView
from desk.ui.catalogue.standard import standard_of
from desk.ui.preview.request import PaperRequest
from tests.ui.fakes import Notebook


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(bundled("data"))


def presenter_of(catalogue: Catalogue) -> tuple[CataloguePresenter, Notebook, list[PaperRequest]]:
    view, shown = Notebook(), list[PaperRequest]()

    def checklist(service: Service) -> PaperRequest:
        return PaperRequest(f"checklist:{service.id}", service.title, lambda _size, _copy: b"", ("f4",))

    acts = CatalogueActs(
        office=catalogue.office("pasuruan"),
        search=lambda text: catalogue.search(text, "pasuruan", limit=0),
        service=catalogue.service,
        document=catalogue.documents.get,
        checklist=checklist,
        preview=shown.append,
    )
    return CataloguePresenter(cast("CatalogueView", view), acts), view, shown


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
