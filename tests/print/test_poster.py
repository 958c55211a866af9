"""The waiting room: the six components, large."""

from __future__ import annotations

import pytest

from desk.print.poster import PAPERS, poster_pdf
from tests.print import samples
from tests.print.papers import page_count, sizes_in_mm, squeezed, text_of, type_sizes


@pytest.mark.parametrize("paper", PAPERS)
def test_all_services_have_their_six_components(paper: str) -> None:
    for service in samples.services():
        text = squeezed(text_of(poster_pdf(samples.office(), service, paper)))
        for said in (
            service.title, service.product, "Persyaratan", "Sistem, mekanisme, dan prosedur", "Jangka waktu",
            "Biaya/tarif", "Produk pelayanan", "Penanganan pengaduan, saran, dan masukan",
            *(r.text for r in service.requirements), *(step.title for step in service.route),
        ):  # fmt: skip
            assert squeezed(said) in text, (service.id, said)


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_or_two_and_can_be_read_from_a_distance(paper: str) -> None:
    for service in samples.services():
        pdf = poster_pdf(samples.office(), service, paper)
        assert page_count(pdf) <= 2
        body = type_sizes(pdf).most_common(1)[0][0]
        assert body >= 12


def test_a_short_standard_uses_the_room_for_larger_letters() -> None:
    pdf = poster_pdf(samples.office(), samples.services()[10], "a3")
    assert page_count(pdf) == 1
    assert max(type_sizes(pdf)) >= 30
    assert sizes_in_mm(pdf) == [(297.0, 420.0)]
