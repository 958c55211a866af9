"""Original papers go back against a signed line: what, to whom, when, with room to sign on every paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.case import Case
from desk.domain.catalogue import Requirement, Service
from desk.domain.errors import Refused
from desk.domain.intake import Tick
from desk.domain.proceedings import GivenBack
from desk.print.block import Box
from desk.print.case_parts import title_block
from desk.print.given_back import PAPERS, TITLE, given_back_pdf, returned
from desk.print.look import look_for
from desk.print.paper import PAPERS as PAPER_SIZES
from tests.print import samples
from tests.print.papers import page_count, qr_codes, squeezed, text_of

LONG = "Raden Ayu Hj. Siti Nur Kholifatur Rohmaniyah Putri Wulandari binti K.H. Abdurrahman, S.Sos."


def file(*, given: bool = False, count: int = 2, name: str = "Siti Aminah") -> tuple[Service, Case, list[Requirement]]:
    service = samples.adoption()
    papers = [one for one in service.every_requirement() if one.kind == "document"][:count]
    ticks = {one.id: Tick(met=True, form="original", kept=True) for one in papers}
    case = samples.case_of(service, checklist=ticks)
    case = replace(case, applicant=replace(case.applicant, name=name, nik=samples.NIK))
    if given:
        back = {one.id: GivenBack("Umar bin Khattab", "2026-11-24", signed=True) for one in papers}
        case = went_back(case, back)
    return service, case, papers


def went_back(case: Case, back: dict[str, GivenBack]) -> Case:
    """The case with those papers handed over besides those that went back before."""
    told = replace(case.proceedings, given_back={**case.proceedings.given_back, **back})
    return replace(case, proceedings=told)


def paper(size: str = "a5", *, copy: int = 1, given: bool = False, count: int = 2, name: str = "Siti Aminah") -> bytes:
    service, case, _ = file(given=given, count=count, name=name)
    what = returned(service, case)
    return given_back_pdf(
        samples.office(), service, case, what, paper=size, officer=samples.OFFICER, printed_at=samples.NOW, copy=copy
    )


@pytest.mark.parametrize("size", PAPERS)
def test_it_says_what_goes_back_and_leaves_room_to_sign(size: str) -> None:
    text = squeezed(text_of(paper(size)))
    for said in (
        "TANDA TERIMA PENGEMBALIAN BERKAS ASLI", "Telah diterima kembali", "Yang menerima,", "Yang menyerahkan,",
        samples.OFFICER, samples.NUMBER, "3514••••••••0001", "Siti Aminah",
    ):  # fmt: skip
        assert squeezed(said) in text, said
    _, _, papers = file()
    assert all(squeezed(one.text) in text for one in papers)
    assert samples.NIK not in text
    assert "...." in text_of(paper(size))


def test_once_they_went_back_it_says_to_whom_and_when() -> None:
    text = text_of(paper(given=True))
    assert "Umar bin Khattab" in text
    assert "Selasa, 24 November 2026" in text


def test_after_a_part_went_back_it_is_the_receipt_of_that_part_and_not_of_what_is_still_kept() -> None:
    service, case, (one, two, three) = file(count=3)
    case = went_back(case, {two.id: GivenBack("Umar bin Khattab", "2026-11-24", signed=True)})
    what = returned(service, case)
    assert (what.papers, what.to, what.day) == ((f"{two.number}. {two.text}",), "Umar bin Khattab", "2026-11-24")
    case = went_back(case, {one.id: GivenBack("Siti Aminah", "2026-11-26", signed=True)})
    what = returned(service, case)
    assert (what.papers, what.to, what.day) == ((f"{one.number}. {one.text}",), "Siti Aminah", "2026-11-26")
    assert returned(service, case, (three.id,)).to == ""  # still here: a receipt to be signed when it goes


@pytest.mark.parametrize("size", PAPERS)
def test_the_copy_s_mark_stands_clear_of_the_title(size: str) -> None:
    look = look_for(PAPER_SIZES[size])
    width = PAPER_SIZES[size].body
    block = title_block(TITLE, ("SALINAN ke-12",), width, look, centred=PAPER_SIZES[size].width <= 110)
    frame = next(shape for shape in block.shapes if isinstance(shape, Box))
    for words in block.words:
        right = words.x + words.shaped.width * words.size / 1000
        mark = frame.x <= words.x and right <= frame.x + frame.width and frame.y <= words.top
        above, beside = words.bottom <= frame.y, right <= frame.x
        assert mark or above or beside
    assert frame.y + frame.height <= block.height


def test_a_scan_of_it_opens_the_file_and_a_second_one_is_marked() -> None:
    assert len(qr_codes(paper())) == 1
    assert "SALINAN ke-2" in text_of(paper(copy=2))


@pytest.mark.parametrize("size", PAPERS)
def test_the_longest_list_and_name_fit_in_whole(size: str) -> None:
    made = paper(size, count=40, name=LONG)
    assert page_count(made) >= 1
    text = squeezed(text_of(made))
    assert squeezed(LONG) in text
    _, _, papers = file(count=40)
    assert all(squeezed(one.text) in text for one in papers)


def test_only_some_may_be_listed() -> None:
    service, case, papers = file(count=3)
    assert returned(service, case, (papers[1].id,)).papers == (f"{papers[1].number}. {papers[1].text}",)


def test_where_none_was_kept_there_is_no_receipt() -> None:
    service = samples.adoption()
    with pytest.raises(Refused, match="tidak menyimpan berkas asli"):
        returned(service, samples.case_of(service, checklist={"k1": Tick(met=True, form="copy")}))
