"""All standards of an office as one booklet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from desk.domain.catalogue import Correction, Duration, Service, Sop, SopRow
from desk.domain.errors import Refused
from desk.print.booklet import Progress, booklet_pdf
from desk.print.wording import ABSENT, COMPONENTS, component_of, counted_words
from tests.print import samples
from tests.print.papers import (
    fonts,
    links,
    metadata,
    outline,
    page_texts,
    sizes_in_mm,
    squeezed,
    text_edges,
    text_of,
    type_sizes,
)  # fmt: skip


def booklet(*services: Service, slug: str = "pasuruan", progress: Progress = lambda _done, _total: True) -> bytes:
    office = samples.whole_office(slug)
    chosen = replace(office, services=services or office.services)
    return booklet_pdf(chosen, documents=samples.documents(), printed_on=samples.TODAY, progress=progress)


@cache
def whole(slug: str) -> bytes:
    return booklet(slug=slug)


def texts_of(service: Service) -> Iterator[str]:
    yield from (service.title, service.product, service.division or "", counted_words(service.duration)[0])
    yield from (requirement.text for requirement in service.every_requirement())
    yield from (step.title for step in service.route)
    yield from (law.title for law in service.legal_basis)
    for texts in (service.facilities, service.competence, service.oversight, service.assurance, service.safety):
        yield from texts
    yield from (*service.evaluation, service.executors.printed or "")
    for sop in service.sop:
        yield sop.title
        for row in sop.rows:
            yield from (row.activity, *row.actors, row.requirement or "", row.time or "", row.output or "")


def pages_of(slug: str, number: int) -> str:
    """The text of a service's section."""
    marks = [page for _, page in outline(whole(slug))]
    ends = [*marks[1:], len(page_texts(whole(slug))) + 1]
    return " ".join(page_texts(whole(slug))[marks[number] - 1 : ends[number] - 1])


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_every_section_has_all_fourteen_components_whole(slug: str) -> None:
    for number, service in enumerate(samples.services(slug), 1):
        section = pages_of(slug, number)
        for place, heading in enumerate(COMPONENTS.values(), 1):
            assert f"{place} {heading}" in section, (service.id, heading)
        for said in texts_of(service):
            assert squeezed(said) in squeezed(section), (service.id, said)


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_contents_and_outline_name_the_pages_on_which_sections_begin(slug: str) -> None:
    pages = page_texts(whole(slug))
    marks = outline(whole(slug))
    assert marks[0] == ("Daftar isi", 2)
    contents = pages[1]
    for number, (service, (title, page)) in enumerate(zip(samples.services(slug), marks[1:], strict=False), 1):
        assert title == f"{number}. {service.title}"
        assert pages[page - 1].startswith(f"LAYANAN {number} {service.title}")
        assert squeezed(f"{number}. {service.title} {page}") in squeezed(contents)
    assert links(whole(slug), 2) == [page for _, page in marks[1:]]


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_every_page_is_a5_and_no_text_leaves_it(slug: str) -> None:
    pdf = whole(slug)
    assert set(sizes_in_mm(pdf)) == {(148.0, 210.0)}
    for (width, height), (left, bottom, right, top) in text_edges(pdf):
        assert 30 < left < right < width - 30
        assert 14 < bottom < top < height - 20
    assert min(type_sizes(pdf)) >= 6.4
    assert all(fonts(pdf).values())


@pytest.mark.parametrize("slug", samples.OFFICES)
def test_no_page_is_left_with_a_line_or_two(slug: str) -> None:
    for number, text in enumerate(page_texts(whole(slug))[2:], 3):
        assert len(text) > 300, number


def test_the_title_page_names_the_decree() -> None:
    first = page_texts(whole("pasuruan"))[0]
    assert "STANDAR PELAYANAN 17 layanan ditetapkan dengan Keputusan Kepala Dinas Sosial Kabupaten Pasuruan" in first
    assert "Nomor 000.8.3.2/69/424.077/2024 tanggal 13 Mei 2024" in first
    assert "Dicetak 23 November 2026" in first
    assert "Halaman" not in first
    assert "Halaman 2 dari" in page_texts(whole("pasuruan"))[1]
    assert metadata(whole("pasuruan"))["Subject"].startswith("Keputusan Kepala Dinas Sosial Kabupaten Pasuruan Nomor")


def test_an_office_without_a_decree_has_none_made_up() -> None:
    first = page_texts(whole("oku-selatan"))[0]
    assert "STANDAR PELAYANAN 9 layanan" in first
    assert "Keputusan" not in first


def test_the_pledge_ends_it_where_the_decree_prints_one() -> None:
    last = page_texts(whole("mesuji"))[-1]
    assert last.startswith("MAKLUMAT PELAYANAN Dengan Ini Kami")
    assert "PRASETYO YURA B, SH.MM." in last
    assert outline(whole("mesuji"))[-1] == ("Maklumat pelayanan", len(page_texts(whole("mesuji"))))
    assert "MAKLUMAT" not in page_texts(whole("pasuruan"))[-1]


def test_what_the_decree_leaves_out_is_said_to_be_left_out() -> None:
    assert pages_of("mesuji", 1).count(ABSENT) == 2  # no promise, no evaluation
    assert f"2 Sistem, mekanisme, dan prosedur {ABSENT}" in pages_of("lubuklinggau", 1)


def test_a_table_stands_without_its_empty_columns() -> None:
    rows = (SopRow("Menerima berkas", (), None, "5 menit", None), SopRow("Menandatangani", (), None, "1 jam", None))
    text = text_of(booklet(replace(samples.elderly(), sop=(Sop("Tabel kerja", rows),))))
    assert "Tabel kerja Kegiatan Waktu Menerima berkas 5 menit Menandatangani 1 jam" in text


def test_what_the_office_corrected_is_said_with_day_and_reason() -> None:
    corrected = Correction("duration/max", "4", "3", "Keputusan menulis 4, maksudnya 3.", "2026-03-01")
    text = text_of(booklet(replace(samples.elderly(), corrections=(corrected,))))
    assert "Diperbaiki dinas terhadap naskah keputusan" in text
    assert "Jangka waktu penyelesaian: berlaku sejak 1 Maret 2026. Keputusan menulis 4" in text
    assert component_of("requirements/k7.c") == "Persyaratan"
    assert component_of("title") == "Layanan"


def test_progress_is_told_service_by_service_and_can_stop_it() -> None:
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    booklet(*samples.services()[:3], progress=go_on)
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    with pytest.raises(Refused) as refused:
        booklet(progress=lambda done, _total: done < 2)
    assert refused.value.code == "cancelled"
    assert refused.value.message == "Pembuatan buku dihentikan; tidak ada berkas yang ditulis."


def test_a_hundred_and_twenty_services_number_their_contents_over_pages() -> None:
    short = replace(samples.services()[10], legal_basis=(), facilities=())
    services = [replace(short, title=f"Layanan ke-{number}") for number in range(1, 121)]
    pdf = booklet(*services)
    pages = page_texts(pdf)
    for title, page in outline(pdf)[1:]:
        number = title.partition(".")[0]
        assert pages[page - 1].startswith(f"LAYANAN {number} Layanan ke-{number} ")
    assert pages[5].startswith("LAYANAN 1 ")  # after the title and four pages of contents


def test_the_same_office_is_the_same_file() -> None:
    assert booklet(*samples.services()[:2]) == booklet(*samples.services()[:2])


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (
            Duration(0, 1, "hour", "at_most", "office", "office", "Mak 1 jam"),
            "pada jam kerja saja, sejak berkas lengkap",
        ),
        (Duration(24, 24, "hour", "exact", "elapsed", "office", "24 jam"), "siang dan malam, juga pada hari libur"),
        (
            Duration(3, 5, "month", "range", "calendar", "office", "3 sd 5 bulan"),
            "Paling cepat 3, paling lama 5 bulan.",
        ),
        (Duration(50, 50, "minute", "about", "office", "office", "± 50 Menit"), "Tanda ± berarti kira-kira"),
        (Duration(4, 4, "day", "exact", "working", "printed", "4 hari kerja"), "Standar menulis “4 hari kerja”."),
    ],
)
def test_how_the_clock_counts_is_said_in_words(duration: Duration, said: str) -> None:
    words = " ".join(counted_words(duration))
    assert said in words
    assert ("ditetapkan kantor" in words) == (duration.basis_source == "office")
