"""What the office promises, for the wall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.catalogue import Office
from desk.domain.errors import Refused, UsageError
from desk.print.pledge import PAPERS, pledge_pdf
from tests.print import samples
from tests.print.papers import fonts, page_count, sizes_in_mm, squeezed, text_edges, text_of, type_sizes


def mesuji() -> Office:
    return samples.office("mesuji")


@pytest.mark.parametrize(("paper", "size"), [("a4", (210.0, 297.0)), ("a3", (297.0, 420.0))])
def test_it_is_one_framed_page_with_everything_on_it(paper: str, size: tuple[float, float]) -> None:
    pdf = pledge_pdf(mesuji(), paper)
    assert sizes_in_mm(pdf) == [size]
    text = squeezed(text_of(pdf))
    for said in ("PEMERINTAH KABUPATEN MESUJI", "MAKLUMAT PELAYANAN", *mesuji().pledge, mesuji().motto or "-"):
        assert squeezed(said) in text
    assert all(fonts(pdf).values())
    for (width, height), (left, bottom, right, top) in text_edges(pdf):
        assert 50 < left < right < width - 50
        assert 50 < bottom < top < height - 50


def test_promises_are_counted_under_what_opens_them() -> None:
    text = text_of(pledge_pdf(mesuji(), "a4"))
    assert "Menyatakan: 1. Berjanji Dan Sanggup" in text
    assert "3. Bersedia Untuk Menerima Sanksi" in text


def test_the_head_signs_with_name_and_number_at_the_decrees_day() -> None:
    text = text_of(pledge_pdf(mesuji(), "a4"))
    assert "Mesuji, 4 Januari 2024 Kepala Dinas Sosial Kabupaten Mesuji," in text
    assert "PRASETYO YURA B, SH.MM. NIP 19870925 201001 1 005" in text
    ranked = replace(samples.office("kotabaru"), pledge=("Kami melayani.",))
    assert "NURVIZA, SH, MA Pembina Utama Muda (IV/c) NIP 19671110" in text_of(pledge_pdf(ranked, "a4"))


@pytest.mark.parametrize("slug", [slug for slug in samples.OFFICES if slug != "mesuji"])
def test_an_office_that_prints_none_is_told_so(slug: str) -> None:
    with pytest.raises(Refused) as refused:
        pledge_pdf(samples.office(slug), "a4")
    assert refused.value.code == "pledge_missing"
    assert f"{samples.office(slug).name} tidak memuat maklumat pelayanan" in refused.value.message
    assert f"paket dinas {slug}" in refused.value.message


def test_without_decree_head_and_motto_there_is_room_to_write() -> None:
    bare = replace(samples.office("oku-selatan"), pledge=("Kami melayani dengan jujur.", "Kami tidak memungut biaya."))
    text = text_of(pledge_pdf(bare, "a4"))
    assert "Muaradua, ……………………" in text
    assert "• Kami melayani dengan jujur. • Kami tidak" in text
    assert "MOTTO" not in text


def test_the_longest_pledge_is_smaller_and_at_last_runs_on() -> None:
    sizes = []
    for count in (3, 15):
        long = replace(
            mesuji(), pledge=("Kami menyatakan:", *("Melayani setiap pemohon dengan sebaik-baiknya",) * count)
        )
        assert page_count(pledge_pdf(long, "a4")) == 1
        sizes.append(type_sizes(pledge_pdf(long, "a4")).most_common(1)[0][0])
    assert sizes[0] > sizes[1] >= 12
    endless = pledge_pdf(replace(mesuji(), pledge=("janji " * 3000,)), "a4")
    assert page_count(endless) > 1
    assert text_of(endless).count("janji") == 3000
    assert "PRASETYO" in text_of(endless)


def test_papers_are_named_and_bytes_the_same() -> None:
    assert PAPERS == ("a4", "a3")
    assert pledge_pdf(mesuji(), "a4") == pledge_pdf(mesuji(), "a4")
    with pytest.raises(UsageError) as refused:
        pledge_pdf(mesuji(), "f4")
    assert refused.value.code == "paper_unknown"
