"""Somebody asks what to bring, and goes home with a list that says everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.domain.catalogue import Channel, Duration, Requirement, Service
from desk.domain.catalogue import Test as Comparison
from desk.domain.errors import UsageError
from desk.print.checklist import PAPERS, checklist_pdf, entries
from desk.print.wording import channel_words, duration_words, fee_words, only_if
from tests.print import samples
from tests.print.papers import circles, page_count, page_texts, sizes_in_mm, squares, squeezed, text_of, type_sizes


def printed(service: Service, paper: str = "a4", *, large: bool = False) -> bytes:
    return checklist_pdf(
        samples.office(), service, paper, large=large, documents=samples.documents(), printed_on=samples.TODAY
    )


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("large", [False, True])
def test_every_requirement_of_the_longest_list_is_on_every_paper(paper: str, large: bool) -> None:
    service = samples.adoption()
    text = squeezed(text_of(printed(service, paper, large=large)))
    requirements = service.every_requirement()
    assert len(requirements) > 30
    for requirement in requirements:
        assert squeezed(requirement.text) in text, requirement.id


def test_every_service_of_the_office_prints_whole() -> None:
    for service in samples.services():
        text = squeezed(text_of(printed(service, "f4")))
        for said in (service.title, service.product, *(r.text for r in service.every_requirement())):
            assert squeezed(said) in text, (service.id, said)
        for requirement in service.requirements:
            assert requirement.number is None or f"{requirement.number}." in text


def test_what_people_ask_first_stands_on_it() -> None:
    text = text_of(printed(samples.adoption()))
    assert "18 hari kerja" in text
    assert "GRATIS — TIDAK DIPUNGUT BIAYA" in text
    assert "(0343) 427605, 424387" in text
    assert "000.8.3.2/69/424.077/2024" in text
    assert "Dicetak 23 November 2026" in text
    assert "Halaman 1 dari 2" in text


def test_forms_and_numbers_are_said() -> None:
    text = text_of(printed(samples.adoption(), "roll80"))
    for said in ("asli", "fotokopi legalisir", "bermeterai", "2 lembar"):
        assert said in text


def test_papers_have_squares_and_conditions_circles() -> None:
    service = samples.adoption()
    marks = [entry.mark for entry in entries(service)]
    pdf = printed(service)
    # One square and one circle more explain them.
    assert squares(pdf) == marks.count("box") + 1
    assert circles(pdf) == marks.count("circle") + 1 == 6 + 1


def test_an_entry_that_only_sums_its_papers_up_is_ticked_by_paper() -> None:
    marks = {entry.requirement.id: entry.mark for entry in entries(samples.elderly())}
    assert marks["kis"] == "box"
    first = samples.elderly().requirements[0]
    assert [part.text for part in first.parts] == ["KTP", "KK"]
    assert marks[first.id] == ""
    assert all(marks[part.id] == "box" for part in first.parts)


def test_what_only_some_must_bring_says_so() -> None:
    text = text_of(printed(samples.adoption()))
    assert "Hanya jika calon anak angkat sudah mampu menyampaikan pendapatnya." in text


def test_one_of_two_is_enough_and_says_so() -> None:
    text = squeezed(text_of(printed(samples.adoption())))
    assert "FotocopyAktanikahorangtuakandungCAAfotokopiatau" in text


def test_an_alternative_further_down_is_named() -> None:
    letter = Requirement("surat", "1", "Surat laporan", "document", any_of=("telepon",))
    other = Requirement("lain", "2", "Foto", "photo")
    call = Requirement("telepon", "3", "Telepon dari desa", "report", any_of=("surat",))
    service = replace(samples.elderly(), requirements=(letter, other, call))
    text = text_of(printed(service))
    assert "Atau cukup nomor 3: Telepon dari desa." in text
    assert "Atau cukup nomor 1: Surat laporan." in text


def test_where_to_get_a_paper_is_said_once_and_not_where_the_text_says_it() -> None:
    text = text_of(printed(samples.adoption()))
    assert text.count("Penerbit: Dinas Kependudukan dan Pencatatan Sipil") == 1
    assert "Penerbit: Rumah sakit pemerintah" not in text


def test_a_further_page_names_the_service_and_is_never_the_complaints_alone() -> None:
    for slug in samples.OFFICES:
        for service in samples.services(slug):
            pdf = checklist_pdf(samples.office(slug), service, "a4", printed_on=samples.TODAY)
            for text in page_texts(pdf)[1:]:
                assert squeezed(text).startswith(squeezed(f"{service.title} (lanjutan) No. Persyaratan Bentuk"))
                assert not squeezed(text).partition("Bentuk")[2].startswith("Pengaduan"), service.id


def test_letters_are_smaller_only_where_that_saves_a_page() -> None:
    service = samples.services("mesuji")[4]
    pdf = checklist_pdf(
        samples.office("mesuji"), service, "a4", documents=samples.documents(), printed_on=samples.TODAY
    )
    assert page_count(pdf) == 1
    assert 9 <= type_sizes(pdf).most_common(1)[0][0] < 10
    assert type_sizes(printed(samples.adoption())).most_common(1)[0][0] == 10


def test_papers_are_exactly_as_large_as_they_are_called() -> None:
    service = samples.adoption()
    assert set(sizes_in_mm(printed(service, "a4"))) == {(210.0, 297.0)}
    assert set(sizes_in_mm(printed(service, "f4"))) == {(215.0, 330.0)}
    for paper, width in (("roll80", 80.0), ("roll58", 58.0)):
        [size] = sizes_in_mm(printed(service, paper))
        assert size[0] == width


def test_large_print_is_large() -> None:
    sizes = type_sizes(printed(samples.adoption(), large=True))
    letterhead_and_foot = {16.0, 12.0, 9.0, 7.5}
    assert {size for size in sizes if size < 16} <= letterhead_and_foot
    assert sizes[17.0] > 60


def test_the_same_list_is_the_same_file() -> None:
    assert printed(samples.adoption()) == printed(samples.adoption())


def test_a_paper_that_is_not_made_is_named() -> None:
    with pytest.raises(UsageError) as refused:
        printed(samples.adoption(), "a7")
    assert refused.value.code == "paper_unknown"
    assert "a4, f4, roll80, roll58" in refused.value.message


def test_a_requirement_of_five_thousand_letters_is_cut_over_pages_not_lost() -> None:
    long = Requirement("panjang", "1", "kata " * 1000 + "akhir", "document")
    pdf = printed(replace(samples.elderly(), requirements=(long,)))
    assert page_count(pdf) >= 2
    assert text_of(pdf).count("kata") == 1000
    assert "akhir" in text_of(pdf)


def test_durations_keep_their_meaning() -> None:
    def said(low: int, high: int, unit: str, bound: str, basis: str) -> str:
        return duration_words(Duration(low, high, unit, bound, basis, "office", ""))  # type: ignore[arg-type]

    assert said(18, 18, "day", "exact", "working") == "18 hari kerja"
    assert said(50, 50, "minute", "about", "office") == "± 50 menit"
    assert said(0, 1, "hour", "at_most", "office") == "paling lama 1 jam"
    assert said(14, 60, "day", "range", "working") == "14 sampai 60 hari kerja"
    assert said(3, 5, "month", "range", "calendar") == "3 sampai 5 bulan"
    assert said(48, 48, "hour", "exact", "elapsed") == "48 jam"
    assert "tidak ditetapkan" in duration_words(None)


def test_a_fee_is_said_in_rupiah() -> None:
    assert fee_words(0) == "GRATIS — TIDAK DIPUNGUT BIAYA"
    assert fee_words(1_250_000) == "Rp1.250.000"


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (Comparison("applicant.kind", "eq", "organisation"), "hanya bagi lembaga atau organisasi"),
        (
            Comparison("applicant.kind", "in", ("person", "government")),
            "hanya bagi perorangan atau pemerintah desa atau kelurahan",
        ),
        (Comparison("applicant.age", "lt", 17), "hanya jika pemohon berumur di bawah 17 tahun"),
        (Comparison("applicant.age", "between", (30, 55)), "hanya jika pemohon berumur 30 sampai 55 tahun"),
        (Comparison("channel", "eq", "phone"), "hanya jika diajukan lewat telepon"),
        (Comparison("answer.kecelakaan", "is_true", None), "hanya jika pasien dirawat karena kecelakaan lalu lintas"),
        (
            Comparison("answer.kecelakaan", "eq", False),
            "hanya jika jawabannya tidak: “Apakah pasien dirawat karena kecelakaan lalu lintas?”",
        ),
    ],
)
def test_conditions_are_said_in_words(test: Comparison, words: str) -> None:
    assert only_if(test, samples.services()[7]) == words


def test_a_way_to_complain_that_has_no_word_of_its_own_names_itself() -> None:
    assert channel_words(Channel("other", "Tiktok: info.dinsos")) == ("Tiktok", "info.dinsos")
    assert channel_words(Channel("other", "Melalui Media Sosial")) == ("", "Melalui Media Sosial")
    assert channel_words(Channel("phone", "Kantor: 0343")) == ("Telepon", "Kantor: 0343")


def test_the_date_printed_is_the_day_it_was_printed() -> None:
    first = checklist_pdf(samples.office(), samples.elderly(), "a4", printed_on=date(2026, 1, 2))
    assert "Dicetak 2 Januari 2026" in text_of(first)
