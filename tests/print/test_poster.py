"""The waiting room: the six components, large."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from desk.domain.catalogue import Service
from desk.print.poster import PAPERS, poster_pdf
from desk.print.wording import ABSENT, complaints_of
from tests.print import samples
from tests.print.papers import page_count, page_texts, sizes_in_mm, squeezed, text_of, type_sizes


@cache
def posters(slug: str, paper: str) -> tuple[tuple[Service, bytes], ...]:
    return tuple((s, poster_pdf(samples.office(slug), s, paper)) for s in samples.services(slug))


@pytest.mark.parametrize("paper", PAPERS)
def test_all_services_have_their_six_components(paper: str) -> None:
    for service, pdf in posters("pasuruan", paper):
        text = squeezed(text_of(pdf))
        for said in (
            service.title, service.product, "Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu",
            "Biaya/tarif", "Produk pelayanan", "Penanganan pengaduan, saran, dan masukan",
            *(r.text for r in service.requirements), *(step.title for step in service.route),
        ):  # fmt: skip
            assert squeezed(said) in text, (service.id, said)


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_or_two_and_can_be_read_from_a_distance(paper: str) -> None:
    for _, pdf in posters("pasuruan", paper):
        assert page_count(pdf) <= 2
        body = type_sizes(pdf).most_common(1)[0][0]
        assert body >= 12


def test_a_short_standard_uses_the_room_for_larger_letters() -> None:
    pdf = poster_pdf(samples.office(), samples.services()[10], "a3")
    assert page_count(pdf) == 1
    assert max(type_sizes(pdf)) >= 30
    assert sizes_in_mm(pdf) == [(297.0, 420.0)]


def test_a_component_that_the_decree_leaves_out_says_so() -> None:
    service = replace(samples.elderly(), route=(), requirements=())
    assert text_of(poster_pdf(samples.office(), service, "a4")).count(ABSENT) == 2


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("slug", samples.OFFICES)
def test_no_page_of_any_office_is_left_with_a_few_lines(slug: str, paper: str) -> None:
    for service, pdf in posters(slug, paper):
        for text in page_texts(pdf)[1:]:
            assert squeezed(text).startswith(squeezed(f"{service.title} (lanjutan)"))
            assert len(text) > 350, service.id


def test_two_pages_have_the_largest_letters_that_two_pages_hold() -> None:
    pdf = poster_pdf(samples.office(), samples.services()[4], "a4")
    assert page_count(pdf) == 2
    assert type_sizes(pdf).most_common(1)[0][0] >= 15


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("slug", samples.OFFICES)
def test_no_word_and_no_address_is_broken(slug: str, paper: str) -> None:
    for service, pdf in posters(slug, paper):
        text = text_of(pdf)
        channels = complaints_of(service, samples.office(slug))
        addresses = [channel.value for channel in channels if " " not in channel.value]
        for word in ("DIPUNGUT", "pelayanan", *service.product.split(), *addresses):
            assert word in text, (service.id, word)


def test_a_step_that_several_officials_share_has_its_number_once() -> None:
    service = samples.services()[4]
    assert [step.number for step in service.route].count("6") == 3
    text = text_of(poster_pdf(samples.office(), service, "a3"))
    assert text.count(" 6. ") == 1
    assert text.count(" 11. ") == 1
    assert "oleh Jabfung/Peksos SK Hibah/Bansos mengetahui Kabid" in text
