"""A disposition sheet's code, scanned or typed anywhere, opens the sheet and no file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desk.ui.frame.search import Hit, SearchActs, SearchPresenter
from tests.ui.fakes import NowJobs
from tests.ui.house import NOW

CODE = "D-GH7NHDSGUBG-S4-IK7MW"


class Box:
    def __init__(self) -> None:
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit], *, searching: bool) -> None:
        self.hits = hits


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def gone() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def presenter(box: Box, opened: list[str], gone: list[tuple[str, str]]) -> SearchPresenter:
    acts = SearchActs(cases=lambda _text: (), services=lambda _text: ())
    go = lambda place, reference: gone.append((place, reference))  # noqa: E731
    return SearchPresenter(box, acts, NowJobs(), go, lambda: NOW, opened.append)


def test_a_scanned_sheet_opens_the_sheet(presenter: SearchPresenter, opened: list[str]) -> None:
    presenter.scan(CODE, lambda _code: pytest.fail("nothing is left in the box"))
    assert opened == [CODE]


def test_any_other_code_is_looked_up_as_before(presenter: SearchPresenter, opened: list[str]) -> None:
    left: list[str] = []
    presenter.scan("GH7NHDSGUBG", left.append)
    assert (opened, left) == ([], ["GH7NHDSGUBG"])


@pytest.mark.parametrize("typed", ["lembar", "catat lem", "disposisi"])
def test_the_wish_to_key_in_a_sheet_opens_it_empty(
    presenter: SearchPresenter, box: Box, opened: list[str], typed: str
) -> None:
    presenter.type(typed)
    presenter.choose(next(hit for hit in box.hits if hit.kind == "sheet"))
    assert opened == [""]


def test_three_letters_are_no_wish(presenter: SearchPresenter, box: Box) -> None:
    presenter.type("cat")
    assert all(hit.kind != "sheet" for hit in box.hits)


def test_a_typed_code_offers_the_sheet_first(presenter: SearchPresenter, box: Box, opened: list[str]) -> None:
    presenter.type("d-gh7n-hdsg-ubg-s4")
    assert box.hits[0].title == "Catat lembar disposisi"
    presenter.choose(box.hits[0])
    assert opened == ["d-gh7n-hdsg-ubg-s4"]
