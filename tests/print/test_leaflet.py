"""A leaflet for one service: six panels on a sheet folded in three."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from desk.domain.catalogue import Office, Requirement, Service
from desk.print.leaflet import leaflet_pdf
from desk.print.wording import ABSENT, complaints_of, counted_words, duration_words
from tests.print import samples
from tests.print.papers import (
    circles,
    fonts,
    page_count,
    page_texts,
    sizes_in_mm,
    squares,
    squeezed,
    text_edges,
    text_of,
    type_sizes,
    upright_lines,
)  # fmt: skip

MM = 72 / 25.4


def leaflet(service: Service, office: Office | None = None) -> bytes:
    office = office or samples.office(service.office)
    return leaflet_pdf(office, service, documents=samples.documents(), printed_on=samples.TODAY)


@cache
def leaflets(slug: str) -> tuple[tuple[Service, bytes], ...]:
    return tuple((service, leaflet(service)) for service in samples.services(slug))


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_everything_about_a_service_is_on_it(slug: str) -> None:
    office = samples.office(slug)
    for service, pdf in leaflets(slug):
        text = squeezed(text_of(pdf))
        for said in (
            service.title, "GRATIS", "TIDAK DIPUNGUT BIAYA", service.product, duration_words(service.duration),
            *counted_words(service.duration), "Dicetak 23 November 2026", office.motto or "", *office.pledge,
            *(r.text for r in service.every_requirement()),
            *(word for step in service.route for word in (step.actor, step.title)),
            *(channel.value.removeprefix("Tiktok: ") for channel in complaints_of(service, office)),
        ):  # fmt: skip
            assert squeezed(said) in text, (service.id, said)


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_one_sheet_of_paper_is_enough_for_all_but_the_longest(slug: str) -> None:
    for service, pdf in leaflets(slug):
        assert page_count(pdf) == (3 if service == samples.adoption() else 2), service.id
        assert set(sizes_in_mm(pdf)) == {(297.0, 210.0)}
        assert type_sizes(pdf).most_common(1)[0][0] >= 8.5


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_nothing_is_written_on_a_fold_or_near_an_edge(slug: str) -> None:
    for service, pdf in leaflets(slug):
        folds: set[float] = set()
        for x, bottom, top in upright_lines(pdf):
            if min(abs(x - fold) for fold in (97, 100, 197, 200)) < 0.1:
                folds.add(round(x))
                assert top < 6 or bottom > 204, "a mark, outside the text"
        assert folds == {97, 100, 197, 200}
        for _, (left, bottom, right, top) in text_edges(pdf):
            assert 5 < left / MM < right / MM < 292, service.id
            assert 8 < bottom / MM < top / MM < 202, service.id
            assert not any(left / MM < fold - 4 and right / MM > fold + 4 for fold in (98.5, 198.5)), service.id


def test_papers_come_before_conditions_and_both_keep_their_numbers() -> None:
    text = page_texts(leaflet(samples.services("mesuji")[1]))[1]
    bring, _, conditions = text.partition("Syarat yang harus dipenuhi")
    assert "1. Surat Permohonan ijin" in bring
    assert "24. Foto CAA" in bring
    assert "2. Berumur paling rendah 30" in conditions
    assert "7. Telah mengasuh" in conditions


def test_boxes_are_to_tick_and_circles_to_check() -> None:
    service = replace(samples.services("kotabaru")[9], route=())
    assert squares(leaflet(service)) == 0
    assert circles(leaflet(service)) == len(service.requirements) == 7


def test_what_would_do_instead_stays_beside_its_like() -> None:
    paper = Requirement("surat", "1", "Surat nomor induk", "document", any_of=("wadah",))
    other = Requirement("wadah", "2", "Wadah penampung", "condition", any_of=("surat",))
    alone = Requirement("umur", "3", "Sudah dewasa", "condition")
    text = text_of(leaflet(replace(samples.elderly(), requirements=(paper, other, alone))))
    assert "1. Surat nomor induk atau 2. Wadah penampung Syarat yang harus dipenuhi 3. Sudah dewasa" in text


def test_stations_are_counted_as_they_are_come_to() -> None:
    """Lubuklinggau's decree numbers this route 1, 2, 4, 5, 3, 4, 1."""
    service = samples.services("lubuklinggau")[1]
    *_, way = text_of(leaflet(service)).partition("Jalannya berkas")
    places = [way.index(step.title) for step in service.route]
    assert places == sorted(places)
    for count, step in enumerate(service.route, 1):
        assert f"{step.actor} {step.title}" in way
        assert f" {count} " in way
    assert "dikerjakan dinas" in way


def test_a_step_off_the_normal_way_has_no_number() -> None:
    text = text_of(leaflet(samples.services("mesuji")[0]))
    *_, way = text.partition("Jalannya berkas")
    assert " 9 Staf Staf/Pelaksana" in way
    assert "10 " not in way.partition("Waktu penyelesaian")[0]


def test_why_it_takes_that_long_is_said() -> None:
    text = text_of(leaflet(samples.adoption()))
    assert "18 hari kerja sejak berkas dinyatakan lengkap Mengapa selama itu? Standar menulis “18 Hari”." in text
    assert "hari berkas lengkap adalah hari ke-0, hari libur tidak dihitung." in text
    untimed = text_of(leaflet(replace(samples.elderly(), duration=None)))
    assert "Standar pelayanan tidak menetapkan jangka waktu" in untimed


def test_a_fee_is_said_in_place_of_free() -> None:
    text = text_of(leaflet(replace(samples.elderly(), fee=25_000)))
    assert "Biaya Rp25.000" in text
    assert "GRATIS" not in text
    assert "tidak dipungut" not in text


def test_a_component_that_the_decree_leaves_out_says_so() -> None:
    bare = replace(samples.elderly(), requirements=(), route=(), complaints=())
    office = replace(samples.office(), complaint_channels=())
    assert text_of(leaflet(bare, office)).count(ABSENT) == 3


def test_the_longest_texts_run_on_over_further_sheets_and_lose_nothing() -> None:
    long = Requirement("panjang", "1", "kata " * 1000 + "akhir", "document")
    service = replace(
        samples.elderly(), title="Judul " + "yangsangatpanjang" * 6, requirements=(long,), product="hasil " * 300
    )
    pdf = leaflet(service)
    text = text_of(pdf)
    assert page_count(pdf) > 2
    assert text.count("kata ") == 1000
    assert text.count("hasil") >= 300
    assert squeezed(service.title) in squeezed(text)


def test_fonts_are_in_the_file_and_the_same_values_are_the_same_bytes() -> None:
    assert all(fonts(leaflet(samples.adoption())).values())
    assert leaflet(samples.elderly()) == leaflet(samples.elderly())
    assert b"/DuplexFlipShortEdge" in leaflet(samples.elderly())
