"""Something is missing: the applicant goes home knowing what, where to get it, and how to come back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.checklist import assess
from desk.domain.event import EventId
from desk.domain.fold import Entry
from desk.domain.intake import Applicant, Tick
from desk.print.shortage import PAPERS, choices_of, shortage_pdf, wanting
from tests.print import samples
from tests.print.papers import page_count, qr_codes, sizes_in_mm, squeezed, text_of


def adoption_with_gaps(paper: str = "a4", *, copy: int = 1, name: str = "Siti Aminah") -> bytes:
    """SKCK forgotten, the health letter only a copy, too young, not of the child's religion."""
    service = samples.adoption()
    ticks = samples.every_tick(service)
    ticks["k7.f"] = Tick(met=False)
    ticks["k7.b"] = Tick(met=True, form="copy", count=1, note="Belum dicap rumah sakit")
    answers = {question.key: True for question in service.questions} | {"seagama": False}
    applicant = Applicant(name=name, nik=samples.NIK, birth_date="1999-02-25")
    case = samples.case_of(service, state="returned", checklist=ticks, answers=answers, applicant=applicant)
    return shortage_pdf(
        samples.office(),
        service,
        case,
        assess(service, case.as_intake(), samples.TODAY),
        paper=paper,
        officer=samples.OFFICER,
        printed_at=samples.NOW,
        copy=copy,
        documents=samples.documents(),
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_missing_what_fails_and_what_is_there(paper: str) -> None:
    text = squeezed(text_of(adoption_with_gaps(paper)))
    for said in (
        "LEMBAR KEKURANGAN BERKAS", "4 hal masih kurang", "Berkas belum dihitung waktunya (18 hari kerja) sampai lengkap",
        "Surat keterangan catatan kepolisian (SKCK)", "Yang sudah diserahkan: fotokopi 1; yang diminta: asli.",
        "Catatan: Belum dicap rumah sakit", "Umur pemohon 27 tahun.", "harus seagama", "Yang sudah ada",
        "Fotocopy akta kelahiran COTA", samples.NUMBER, "K7MW-Q2RX-BTF", "3514••••••••0001", samples.OFFICER,
        "Bawalah lembar ini bila kembali",
    ):  # fmt: skip
        assert squeezed(said) in text, said
    assert samples.NIK not in text


def test_missing_papers_keep_their_printed_numbers() -> None:
    text = text_of(adoption_with_gaps())
    assert "7.b" in text
    assert "7.f" in text


def test_it_can_be_taken_up_again_by_a_scan() -> None:
    assert len(qr_codes(adoption_with_gaps())) == 1


def test_nothing_brought_lists_each_paper_once_with_where_to_get_it() -> None:
    service = samples.elderly()
    case = samples.case_of(service, state="returned", checklist={}, answers={})
    assessment = assess(service, case.as_intake(), samples.TODAY)
    wants = list(wanting(service, assessment, samples.documents()))
    assert [(want.number, want.requirement.text) for want in wants][:3] == [("1", "KTP"), ("1", "KK"), ("2", "KIS")]
    assert any("BPJS Kesehatan" in note for note in wants[2].notes)


def test_a_condition_that_nobody_answered_is_asked() -> None:
    service = samples.services()[5]
    case = samples.case_of(service, state="returned", answers={}, checklist={})
    [condition, *_] = [w for w in wanting(service, assess(service, case.as_intake(), samples.TODAY), {}) if w.condition]
    assert condition.notes == ("Belum ditanyakan atau belum dijawab.",)


def test_a_file_given_back_for_another_reason_says_the_officers_note() -> None:
    service = samples.elderly()
    note = "Nama di KK berbeda dengan KTP"
    returned = Entry(EventId("e1"), "case_returned", samples.RECEIVED, "Dewi", "Dewi", "d1", note, {})
    case = replace(samples.case_of(service, state="returned"), history=(returned,))
    pdf = shortage_pdf(
        samples.office(), service, case, assess(service, case.as_intake(), samples.TODAY), paper="a5", officer="Dewi",
        printed_at=samples.NOW,
    )  # fmt: skip
    text = text_of(pdf)
    assert "Berkas dikembalikan untuk diperbaiki." in text
    assert f"Catatan petugas: {note}" in text


def test_sizes_copies_and_sameness() -> None:
    assert set(sizes_in_mm(adoption_with_gaps("f4"))) == {(215.0, 330.0)}
    assert page_count(adoption_with_gaps("roll58")) == 1
    assert "SALINAN ke-2" in text_of(adoption_with_gaps(copy=2))
    assert "SALINAN" not in text_of(adoption_with_gaps())
    assert adoption_with_gaps() == adoption_with_gaps()


@pytest.mark.parametrize("paper", PAPERS)
def test_two_hundred_letters_break_nothing(paper: str) -> None:
    text = squeezed(text_of(adoption_with_gaps(paper, name=samples.NAMES["two hundred in one"])))
    assert "X" * 200 in text


def nothing_brought(slug: str, file: int, paper: str = "a4", *, answers: dict[str, bool] | None = None) -> str:
    service = samples.services(slug)[file - 1]
    case = samples.case_of(service, state="returned", answers=answers or {}, checklist={})
    assessment = assess(service, case.as_intake(), samples.TODAY)
    return text_of(
        shortage_pdf(
            samples.office(slug),
            service,
            case,
            assessment,
            paper=paper,
            officer=samples.OFFICER,
            printed_at=samples.NOW,
        )
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_of_an_either_or_one_is_demanded(paper: str) -> None:
    text = squeezed(nothing_brought("pasuruan", 10, paper))
    assert squeezed("1 hal masih kurang") in text
    assert squeezed("Surat laporan kejadian bencana dari Desa/Kecamatan atau") in text
    assert text.index("atau") < text.index(squeezed("Telpon/WhatsApp dari Desa/Kecamatan"))


def test_a_way_that_takes_several_papers_says_that_all_are_asked() -> None:
    service = samples.services("lubuklinggau")[9]
    case = samples.case_of(service, state="returned", answers={"dtks": False}, checklist={})
    choices = choices_of(wanting(service, assess(service, case.as_intake(), samples.TODAY), {}))
    assert [want.way for want in choices[0]] == ["dtks", "k2", "k2", "k2", "k2"]
    assert "atau semua ini" in nothing_brought("lubuklinggau", 10, answers={"dtks": False})


def test_what_has_no_alternative_counts_by_itself() -> None:
    service = samples.services("mesuji")[4]
    case = samples.case_of(service, state="returned", answers={}, checklist={})
    wants = list(wanting(service, assess(service, case.as_intake(), samples.TODAY), {}))
    assert len(choices_of(wants)) == len(wants) - 3
    assert nothing_brought("mesuji", 5).count(" atau ") >= 3
