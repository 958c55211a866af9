"""Letters, lines and pages: what every paper stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.print.block import Block, Circle, Style, wrap
from desk.print.fonts import clean, shape, width
from desk.print.joining import join
from desk.print.paper import MM, PAPERS, paper_named
from desk.print.raster import page_sizes, pages
from desk.print.sheet import Sheet, largest
from tests.print import samples
from tests.print.papers import fonts, metadata, outline, page_count, page_texts, text_of

BODY = Style(10)


def sheet_of(*texts: str, paper: str = "a6") -> bytes:
    sheet = Sheet(PAPERS[paper])
    for text in texts:
        block = Block(sheet.width)
        block.write(text, BODY)
        sheet.put(block)
    return sheet.pdf(title="Judul", author="Dinas", subject="Perihal")


@given(st.text(max_size=300))
def test_any_text_at_all_can_be_printed(text: str) -> None:
    assert sheet_of(text).startswith(b"%PDF")


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=0x24F), max_size=400), st.floats(20, 300))
def test_lines_fit_and_lose_no_letter(text: str, room: float) -> None:
    lines = wrap(text, BODY, room)
    assert all(line.width * BODY.size / 1000 <= room + 0.01 for line in lines)
    drawn = "".join(piece.text for line in lines for piece in line.pieces)
    if "□" not in drawn:
        assert drawn.replace(" ", "") == clean(text).replace(" ", "")


def test_a_long_address_breaks_after_its_punctuation() -> None:
    lines = [
        "".join(piece.text for piece in line.pieces) for line in wrap("https://dinsos.pasuruankab.go.id", BODY, 90)
    ]
    assert lines == ["https://dinsos.", "pasuruankab.go.id"]


def test_widths_are_those_of_arial() -> None:
    assert width("Dinas Sosial", "regular", 12) == pytest.approx(66.7, abs=0.01)
    assert width("Dinas Sosial", "bold", 12) > width("Dinas Sosial", "regular", 12)


def test_other_scripts_fall_back_letter_by_letter() -> None:
    names = {piece.font for piece in shape(clean(samples.NAMES["mixed"]), "bold").pieces}
    assert "Desk-bold" in names
    assert any(name.startswith("Desk-arabic") for name in names)
    assert {piece.font for piece in shape(samples.NAMES["javanese"], "regular").pieces} == {"Desk-javanese"}


def test_arabic_letters_join_and_run_from_right_to_left() -> None:
    assert join("محمد") == [("م", "initial"), ("ح", "medial"), ("م", "medial"), ("د", "final")]
    assert join("لا") == [("ل", "none"), ("ا", "lamalif_isolated")]
    assert join("سلام") == [("س", "initial"), ("ل", "none"), ("ا", "lamalif_final"), ("م", "isolated")]
    offsets = [piece.offset for piece in shape("محمد", "regular").pieces]
    assert offsets == sorted(offsets, reverse=True)


def test_a_name_in_its_own_script_can_be_searched() -> None:
    text = text_of(sheet_of(samples.NAMES["javanese"], "أحمد"))
    assert samples.NAMES["javanese"] in text
    assert "أحمد" in text


def test_directions_hidden_in_a_name_are_taken_out() -> None:
    assert clean("Ani\u202egnp\u200b\u00ad") == "Anignp"
    assert clean("a\x00b\nc\x85d") == "a b c d"
    assert clean("e\u0301") == "é"


def test_fonts_are_embedded_and_only_as_much_as_is_used() -> None:
    pdf = sheet_of("Dinas Sosial", paper="a4")
    assert all(fonts(pdf).values())
    assert len(pdf) < 60_000


def test_what_the_file_says_of_itself() -> None:
    told = metadata(sheet_of("x"))
    assert (told["Title"], told["Author"], told["Subject"]) == ("Judul", "Dinas", "Perihal")
    assert b"/Lang (id-ID)" in sheet_of("x")


def test_the_same_values_are_the_same_bytes() -> None:
    assert sheet_of("satu", "dua") == sheet_of("satu", "dua")
    assert sheet_of("satu") != sheet_of("dua")


def test_a_sheet_can_be_made_into_a_file_twice() -> None:
    sheet = Sheet(PAPERS["a6"])
    block = Block(sheet.width)
    block.write("sekali", BODY)
    sheet.put(block)
    assert sheet.pdf(title="a", author="b") == sheet.pdf(title="a", author="b")


def test_pages_turn_and_repeat_their_head() -> None:
    sheet = Sheet(PAPERS["a6"], foot="kaki")
    head = Block(sheet.width)
    head.write("KEPALA", BODY)
    sheet.put(head)
    sheet.head = head
    for number in range(60):
        row = Block(sheet.width)
        row.write(f"baris {number:02d}.", BODY)
        sheet.put(row)
    text = text_of(sheet.pdf(title="a", author="b"))
    assert sheet.pages == 3
    assert text.count("KEPALA") == 3
    assert "Halaman 2 dari 3" in text
    assert all(f"baris {number:02d}." in text for number in range(60))


def test_a_block_taller_than_the_page_is_cut_between_lines() -> None:
    words = [f"k{number}" for number in range(900)]
    pdf = sheet_of(" ".join(words))
    assert page_count(pdf) >= 2
    assert [word for word in text_of(pdf).split() if word.startswith("k")] == words


def test_text_is_black_whatever_was_filled_before_it() -> None:
    sheet = Sheet(PAPERS["a6"], quiet=True)
    block = Block(sheet.width)
    block.write("tinta", BODY)
    block.shapes.append(Circle(sheet.width - 20, 20, 6, 0.5, fill=1.0))
    sheet.put(block)
    [page] = pages(sheet.pdf(title="a", author="b"), 100)
    left = [page.pixels[row * page.stride : row * page.stride + page.stride // 2] for row in range(page.height)]
    assert min(map(min, left)) < 60


def test_the_largest_letters_that_need_the_fewest_pages() -> None:
    tried: list[float] = []

    def lay(size: float) -> Sheet:
        tried.append(size)
        sheet = Sheet(PAPERS["a6"])
        for _ in range(40):
            row = Block(sheet.width)
            row.write("baris", Style(size))
            sheet.put(row)
        return sheet

    assert (largest((14, 12, 10, 7, 6), lay).pages, tried) == (1, [14, 12, 10, 7])
    tried.clear()
    assert (largest((14, 13, 12), lay).pages, tried) == (2, [14])  # no hope of one page
    tried.clear()
    assert (largest((14, 12, 10, 8), lay, fewest=2).pages, tried) == (2, [14])


def test_sheets_are_joined_with_their_feet_and_bookmarks() -> None:
    front, back = Sheet(PAPERS["a6"], quiet=True), Sheet(PAPERS["a6"], foot="kaki pertama")
    for sheet, text in ((front, "depan"), (back, "belakang")):
        block = Block(sheet.width)
        block.write(text, BODY)
        sheet.put(block)
    back.bookmark("Bab")
    back.foot = "kaki kedua"
    back.turn()
    front.append(back)
    pdf = front.pdf(title="a", author="b")
    assert page_texts(pdf) == ["depan", "belakang kaki pertama Halaman 2 dari 3", "kaki kedua Halaman 3 dari 3"]
    assert outline(pdf) == [("Bab", 2)]


def test_paper_sizes_are_exact() -> None:
    assert (PAPERS["f4"].width, PAPERS["f4"].height) == (215, 330)
    assert PAPERS["roll80"].body / MM == pytest.approx(72)
    assert PAPERS["roll58"].body / MM == pytest.approx(48)
    assert paper_named("a5", ("a5",)).name == "a5"


def test_the_preview_shows_the_paper_that_is_printed() -> None:
    pdf = sheet_of("tinta")
    [page] = pages(pdf, 200)
    assert (page.width_mm, page.height_mm) == pytest.approx((105, 148), abs=0.01)
    assert (page.width, page.height) == (827, 1166)
    assert page.stride >= page.width * 4
    assert len(page.pixels) == page.stride * page.height
    assert page.pixels[:3] == b"\xff\xff\xff"
    assert min(page.pixels[: page.stride * 200]) < 60
    assert page_sizes(pdf) == [(page.width_mm, page.height_mm)]


def test_what_is_no_pdf_has_no_pages() -> None:
    with pytest.raises(ValueError, match="PDF"):
        pages(b"bukan", 72)
