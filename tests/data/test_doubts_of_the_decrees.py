"""`desk catalogue check` finds what a careful reader found in the decrees, and leaves in peace what is in order."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from desk.services.doubts import catalogue_doubts, load_laws
from desk.services.packfiles import load_catalogue
from tests.data.doubtful_places import IN_ORDER, OFFICES, PLACES

DATA = Path(__file__).resolve().parents[2] / "data"
PRESENT = [slug for slug in PLACES if (DATA / slug / "office.json").exists()]


@cache
def found(slug: str) -> Counter[tuple[str, str, str]]:
    doubts = catalogue_doubts(load_catalogue(DATA), load_laws(DATA), slug)
    return Counter((doubt.service, doubt.component, doubt.kind) for doubt in doubts)


def places(slug: str) -> list[tuple[str, str, str]]:
    return [(f"{slug}/{order:02d}", component, kind) for component, kind, orders in PLACES[slug] for order in orders]


@pytest.mark.parametrize("place", [p for slug in PRESENT for p in places(slug)], ids=" ".join)
def test_a_place_that_a_careful_reader_queried(place: tuple[str, str, str]) -> None:
    assert found(place[0].partition("/")[0])[place]


@pytest.mark.parametrize("place", [place for place in OFFICES if place[0] in PRESENT], ids=" ".join)
def test_a_place_of_the_office(place: tuple[str, str, str]) -> None:
    assert found(place[0])[place]


@pytest.mark.parametrize("place", [p for p in IN_ORDER if p[0].partition("/")[0] in PRESENT], ids=" ".join)
def test_a_place_that_is_in_order(place: tuple[str, str, str]) -> None:
    assert not found(place[0].partition("/")[0])[place]


def test_the_yardstick_is_long_enough() -> None:
    assert sum(len(places(slug)) for slug in PLACES) >= 120


@pytest.mark.parametrize("slug", PRESENT)
def test_what_is_found_is_what_was_read(slug: str) -> None:
    """The reader's list covers nearly all: a rule that starts to cry wolf shows here before it annoys an office."""
    spelling = sum(number for (_, _, kind), number in found(slug).items() if kind == "not_the_dictionary_form")
    unread = sum(number for place, number in found(slug).items() if place not in {*places(slug), *OFFICES}) - spelling
    assert unread <= 0.2 * sum(found(slug).values())
