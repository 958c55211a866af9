"""The file is complete: the applicant goes home with a receipt, the archive keeps its half."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import segno

from desk.domain.case import Case, State
from desk.domain.catalogue import Service
from desk.domain.checklist import assess
from desk.domain.errors import Refused, UsageError
from desk.domain.intake import Applicant, Beneficiary, ExternalReference, Tick
from desk.domain.worktime import Due
from desk.print.received import received_lines
from desk.print.slip import PAPERS, slip_pdf
from tests.print import samples
from tests.print.papers import (
    fonts,
    metadata,
    page_count,
    page_texts,
    qr_codes,
    sizes_in_mm,
    squeezed,
    text_edges,
    text_of,
    type_sizes,
)

receipt = samples.receipt
SIZES = {"a4": (210.0, 297.0), "f4": (215.0, 330.0), "a5": (148.0, 210.0), "a6": (105.0, 148.0)}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_receipt_says_what_an_applicant_needs(paper: str) -> None:
    text = squeezed(text_of(receipt(paper=paper)))
    for said in (
        "TANDA TERIMA BERKAS", samples.NUMBER, "K7MW-Q2RX-BTF", "Siti Aminah", "3514••••••••0001",
        "Rekomendasi dan Rujukan Pelayanan Sosial Lanjut Usia Terlantar",
        "Senin, 23 November 2026 pukul 09.35 WIB", "paling lambat Jumat, 18 Desember 2026",
        "Rekomendasi dan Rujukan Pelayanan Lanjut Usia Terlantar", samples.OFFICER, "Harap dibawa saat pengambilan",
        "TIDAK DIPUNGUT BIAYA", "(0343) 427605, 424387", "KTP", "SKTM", "ADA",
    ):  # fmt: skip
        assert squeezed(said) in text, said


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_of_the_longest_list_is_on_the_receipt(paper: str) -> None:
    text = squeezed(text_of(receipt(samples.adoption(), paper)))
    for requirement in samples.adoption().every_requirement():
        assert squeezed(requirement.text) in text, requirement.id


@pytest.mark.parametrize("paper", sorted(SIZES))
def test_sheets_are_exactly_as_large_as_they_are_called(paper: str) -> None:
    assert set(sizes_in_mm(receipt(paper=paper))) == {SIZES[paper]}


@pytest.mark.parametrize(("paper", "width"), [("roll80", 80.0), ("roll58", 58.0)])
def test_a_roll_is_one_page_as_long_as_its_content(paper: str, width: float) -> None:
    [short] = sizes_in_mm(receipt(paper=paper))
    [long] = sizes_in_mm(receipt(samples.adoption(), paper))
    assert short[0] == long[0] == width
    assert short[1] < 250
    assert long[1] > 500


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", sorted(samples.NAMES))
def test_nothing_leaves_the_paper_whatever_the_name(paper: str, name: str) -> None:
    for (width, height), (left, bottom, right, top) in text_edges(receipt(paper=paper, name=samples.NAMES[name])):
        assert left >= 0
        assert bottom >= 0
        assert right <= width
        assert top <= height


@pytest.mark.parametrize("paper", PAPERS)
def test_an_everyday_receipt_needs_one_page_even_for_a_long_name(paper: str) -> None:
    assert page_count(receipt(paper=paper, name=samples.NAMES["eighty"])) == 1


def test_two_copies_on_one_sheet_for_scissors() -> None:
    text = text_of(receipt(paper="a4"))
    assert text.count(samples.NUMBER) == 2
    assert "UNTUK PEMOHON" in text
    assert "ARSIP" in text
    assert "gunting di sini" in text


def test_a_list_too_long_for_half_a_page_gives_each_copy_its_own_pages() -> None:
    text = text_of(receipt(samples.adoption(), "a4"))
    assert "UNTUK PEMOHON" in text
    assert "ARSIP" in text
    assert text.count("Halaman 1 dari 2") == 2
    assert "gunting" not in text


@pytest.mark.parametrize("paper", ["a4", "f4", "a5"])
@pytest.mark.parametrize("slug", samples.OFFICES)
def test_what_the_archive_keeps_has_room_to_sign_whatever_the_length(slug: str, paper: str) -> None:
    for service in samples.services(slug):
        for name in ("plain", "eighty"):
            text = squeezed(text_of(receipt(service, paper, name=samples.NAMES[name])))
            copies = 1 if paper == "a5" else 2
            assert text.count(squeezed("Petugas penerima,")) == copies, service.id
            assert text.count(squeezed("Yang menyerahkan,")) == copies, service.id


@pytest.mark.parametrize("paper", ["a4", "f4", "a5", "a6"])
def test_every_further_page_begins_with_the_number_and_which_page_it_is(paper: str) -> None:
    pages = page_texts(receipt(samples.adoption(), paper))
    copies = 2 if paper in ("a4", "f4") else 1
    count = len(pages) // copies
    assert count > 1
    for index, page in enumerate(pages):
        number = index % count + 1
        assert page.count(f"Halaman {number} dari {count}") == 1
        headed = f"Nomor registrasi {samples.NUMBER}" in page[-120:] or page.startswith(
            f"Nomor registrasi {samples.NUMBER}"
        )
        assert headed or number == 1


def test_small_paper_has_one_copy() -> None:
    for paper in ("a5", "a6", "roll80", "roll58"):
        text = text_of(receipt(paper=paper))
        assert text.count(samples.NUMBER) == 1
        assert "ARSIP" not in text


@pytest.mark.parametrize("paper", PAPERS)
def test_the_qr_holds_the_tracking_code_and_nothing_else(paper: str) -> None:
    wanted = [list(row) for row in segno.make(samples.CODE, error="m", micro=False, boost_error=False).matrix]
    codes = qr_codes(receipt(paper=paper))
    assert len(codes) == (2 if paper in ("a4", "f4") else 1)
    assert all(code == wanted for code in codes)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("service", [samples.elderly(), samples.adoption()], ids=["ordinary", "sensitive"])
def test_no_identity_number_leaves_the_counter_whole(paper: str, service: Service) -> None:
    pdf = receipt(service, paper)
    text = squeezed(text_of(pdf))
    for number in (samples.NIK, samples.KK):
        assert number not in text
        assert number.encode() not in pdf
        assert number[4:12] not in text


@pytest.mark.parametrize("name", ["markup", "formula", "template", "apostrophe", "two hundred", "javanese", "plain"])
def test_a_name_is_printed_as_it_is_never_interpreted(name: str) -> None:
    assert squeezed(samples.NAMES[name]) in squeezed(text_of(receipt(paper="a5", name=samples.NAMES[name])))


def test_no_name_is_in_the_file_information() -> None:
    told = metadata(receipt(name="Rahasia"))
    assert told["Title"] == f"Tanda terima {samples.NUMBER}"
    assert told["Author"] == "Dinas Sosial Kabupaten Pasuruan"
    assert not any("Rahasia" in value for value in told.values())


def test_letters_that_no_font_has_are_squares_not_a_crash() -> None:
    assert "Budi □□□ □" in text_of(receipt(paper="a5", name=samples.NAMES["unknown"]))


def test_control_characters_in_a_name_do_nothing() -> None:
    assert "Ani Watignp" in text_of(receipt(paper="a5", name=samples.NAMES["controls"]))


def test_every_font_is_in_the_file() -> None:
    for name in ("plain", "arabic", "javanese"):
        used = fonts(receipt(name=samples.NAMES[name]))
        assert all(used.values()), used
        assert any("Liberation" in font for font in used)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_number_is_the_largest_thing_on_the_receipt(paper: str) -> None:
    sizes = sorted(type_sizes(receipt(paper=paper)), reverse=True)
    assert sizes[0] >= 15


def test_a_reprint_is_marked_and_otherwise_the_same() -> None:
    assert "SALINAN" not in text_of(receipt(paper="a5"))
    assert "SALINAN ke-2" in text_of(receipt(paper="a5", copy=2))
    assert text_of(receipt(paper="f4", copy=3)).count("SALINAN ke-3") == 2
    again = text_of(receipt(paper="a5", copy=2)).replace(" SALINAN ke-2", "")
    assert again == text_of(receipt(paper="a5"))


def test_the_same_receipt_is_the_same_file() -> None:
    assert receipt() == receipt()


@pytest.mark.parametrize("state", ["returned", "rejected", "withdrawn"])
def test_a_file_that_is_not_complete_has_no_receipt(state: State) -> None:
    with pytest.raises(Refused) as refused:
        receipt(state=state)
    assert refused.value.code == "slip_incomplete"
    assert refused.value.exit_code == 3


def test_the_refusal_of_an_incomplete_file_says_what_to_print() -> None:
    with pytest.raises(Refused, match="lembar kekurangan, bukan tanda terima"):
        receipt(state="returned")


def test_a_finished_file_still_has_its_receipt() -> None:
    assert samples.NUMBER in text_of(receipt(state="completed"))


def test_minutes_are_promised_by_the_clock_and_about_means_about() -> None:
    at = datetime(2026, 11, 23, 11, 50, tzinfo=ZoneInfo("Asia/Jakarta"))
    text = text_of(receipt(samples.services()[7], "a5", due=Due(at, (), "office")))
    assert "Selesai (± 135 menit)" in text
    assert "sekitar Senin, 23 November 2026 pukul 11.50 WIB" in text


def test_without_a_date_the_standard_is_said() -> None:
    text = text_of(receipt(paper="a5", due=None))
    assert "Waktu penyelesaian 4 hari kerja" in text
    assert "paling lambat" not in text
    unset = replace(samples.elderly(), duration=None)
    assert "tidak ditetapkan dalam standar pelayanan" in text_of(receipt(unset, "a5", due=Due(None, (), None)))


def test_times_are_those_of_the_office_and_name_their_zone() -> None:
    kotabaru = replace(samples.office(), timezone="Asia/Makassar")
    service = samples.elderly()
    pdf = slip_pdf(
        kotabaru, service, samples.case_of(service), due=samples.DUE, paper="a5", officer="Ani", printed_at=samples.NOW
    )
    assert "pukul 10.35 WITA" in text_of(pdf)
    assert "WIB" not in text_of(pdf)


def test_form_and_number_of_what_was_handed_in() -> None:
    service = samples.adoption()
    ticks = samples.every_tick(service)
    ticks["k7.e"] = Tick(met=True, form="copy", count=2, seen_original=True)
    ticks["k7.b"] = Tick(met=True, form="original", count=1, kept=False)
    text = text_of(receipt(service, "a5", checklist=ticks))
    assert "ADA fotokopi 2, asli diperlihatkan" in text
    assert "ADA asli 1, dibawa kembali" in text
    assert "ADA 2 lembar" in text


def test_conditions_are_yes_and_what_is_not_needed_says_why() -> None:
    service = samples.adoption()
    answers = {question.key: True for question in service.questions} | {"caa_mampu_berpendapat": False}
    case = samples.case_of(service, answers=answers)
    lines = {
        line.item.requirement.id: line
        for line in received_lines(service, assess(service, case.as_intake(), samples.TODAY))
    }
    assert lines["umur"].mark == "YA"
    assert (lines["k7.l"].mark, lines["k7.l"].detail) == ("–", "tidak diperlukan")
    assert lines["k7.f"].mark == "ADA"


def test_an_organisation_has_no_identity_number_but_a_contact() -> None:
    lks = Applicant(kind="organisation", name="LKS Harapan Bunda", contact="Umi Kulsum")
    text = text_of(receipt(paper="a5", applicant=lks))
    assert "LKS Harapan Bunda" in text
    assert "Narahubung : Umi Kulsum" in text
    assert "NIK" not in text


def test_a_person_without_a_number_is_said_to_have_none() -> None:
    found = Applicant(name="Mbah Tanpa Nama", no_nik_reason="orang telantar")
    assert "tanpa NIK (orang telantar)" in text_of(receipt(paper="a5", applicant=found))


def test_the_number_of_the_other_system_is_kept_beside_ours() -> None:
    service = samples.elderly()
    case = replace(samples.case_of(service), external_reference=ExternalReference("SIKS-NG", "LKS-77"))
    pdf = slip_pdf(samples.office(), service, case, due=samples.DUE, paper="a5", officer="Ani", printed_at=samples.NOW)
    assert "No. SIKS-NG : LKS-77" in text_of(pdf)


def test_a_naive_time_is_a_fault_of_the_program() -> None:
    service = samples.elderly()
    with pytest.raises(ValueError, match="naive"):
        slip_pdf(
            samples.office(), service, samples.case_of(service), due=None, paper="a5", officer="Ani",
            printed_at=samples.NOW.replace(tzinfo=None),
        )  # fmt: skip


def test_a_receipt_is_not_made_in_a3() -> None:
    with pytest.raises(UsageError):
        receipt(paper="a3")


def receipt_of(case: Case, paper: str = "a5") -> str:
    service = samples.elderly()
    return text_of(
        slip_pdf(samples.office(), service, case, due=samples.DUE, paper=paper, officer="Ani", printed_at=samples.NOW)
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_a_file_completed_later_says_when_the_clock_began(paper: str) -> None:
    later = replace(samples.case_of(samples.elderly()), complete_at="2026-11-25T10:15:00+07:00")
    assert squeezed("Lengkap : Rabu, 25 November 2026 pukul 10.15 WIB") in squeezed(receipt_of(later, paper))
    assert squeezed("Lengkap :") not in squeezed(receipt_of(samples.case_of(samples.elderly()), paper))


@pytest.mark.parametrize("paper", PAPERS)
def test_whom_the_file_is_about_is_named_up_to_five(paper: str) -> None:
    names = ("Ani", "Budi", "Cici", "Dodi", "Eko", "Fafa", "Gani")
    people = tuple(Beneficiary(name=name) for name in names)
    case = samples.case_of(samples.elderly())
    text = squeezed(receipt_of(replace(case, beneficiaries=people), paper))
    assert squeezed("7 orang: Ani, Budi, Cici, Dodi, Eko, dan 2 lagi") in text
    text = squeezed(receipt_of(replace(case, beneficiaries=people[:2]), paper))
    assert squeezed("2 orang: Ani, Budi") in text
    assert "lagi" not in text
    assert squeezed("Penerima manfaat") not in squeezed(receipt_of(case, paper))
