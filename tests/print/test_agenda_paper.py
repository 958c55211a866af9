"""The agenda books on paper and in a workbook: every column, heads on every page, what people typed as text."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from desk.domain.agenda import COLUMNS, AgendaLine, Book
from desk.print.agenda import agenda_pdf
from desk.print.workbook.agenda import agenda_workbook
from tests.print.papers import fonts, page_count, page_texts, sizes_in_mm, text_edges, text_of
from tests.print.samples import NAMES, NOW, office

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def line(number: int = 1, book: Book = "in", **changes: Any) -> AgendaLine:
    made = AgendaLine(
        book=book, number=f"{number} / L1K74" if book == "in" else str(number), serial=number, day=date(2026, 11, 24),
        letter_number="0012/005/XI/2026", letter_date=date(2026, 11, 20), awaits_number=False,
        party="Siti Aminah, Kalirejo, Bangil", matter="Permohonan rehabilitasi sosial", enclosures="1 berkas",
        forwarded=("Sekretaris",), maker="Bidang Rehabilitasi Sosial", sent=None, remark="L1K74-2026-000001 · Diproses",
        case_id="1", registration_number="L1K74-2026-000001", counter="Loket 1", guarded=False,
    )  # fmt: skip
    return replace(made, **changes)


def books(count: int = 3, **changes: Any) -> dict[Book, list[AgendaLine]]:
    return {
        "in": [line(number + 1, **changes) for number in range(count)],
        "out": [line(number + 1, "out", **changes) for number in range(count)],
    }


def paper(found: dict[Book, list[AgendaLine]], size: str = "f4") -> bytes:
    return agenda_pdf(office(), found, first=FIRST, last=LAST, paper=size, printed_at=NOW)


def workbook(found: dict[Book, list[AgendaLine]]) -> Any:
    content = agenda_workbook(
        found, head=("PEMERINTAH KABUPATEN PASURUAN", "DINAS SOSIAL"), first=FIRST, last=LAST,
        made_at=datetime(2026, 11, 30, 10, 0),  # noqa: DTZ001 (a workbook knows no zones)
    )  # fmt: skip
    return load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(("size", "measure"), [("f4", (330.0, 215.0)), ("a4", (297.0, 210.0))])
def test_the_books_lie_on_their_side_with_all_columns(size: str, measure: tuple[float, float]) -> None:
    pdf = paper(books(), size)
    assert set(sizes_in_mm(pdf)) == {measure}
    incoming, outgoing = page_texts(pdf)
    for text, book in ((incoming, "in"), (outgoing, "out")):
        for column in COLUMNS[book]:  # type: ignore[index]
            assert column.heading in text
    assert "1 November 2026 sampai 30 November 2026" in incoming


def test_heads_stand_on_every_page_and_each_book_counts_its_own_pages() -> None:
    pages = page_texts(paper(books(60)))
    assert len(pages) > 4
    incoming = [text for text in pages if "Asal/pengirim" in text]
    outgoing = [text for text in pages if "Nomor surat" in text]
    assert len(incoming) + len(outgoing) == len(pages)
    for part in (incoming, outgoing):
        for number, text in enumerate(part, 1):
            assert f"Halaman {number} dari {len(part)}" in text


def test_an_empty_month_says_so() -> None:
    assert text_of(paper({"in": [], "out": []})).count("Tidak ada surat dalam masa ini.") == 2


@pytest.mark.parametrize("name", sorted(NAMES))
def test_nothing_leaves_the_paper_whatever_the_name(name: str) -> None:
    pdf = paper(books(2, party=NAMES[name], matter=NAMES[name] * 3))
    assert page_count(pdf) >= 2
    for (width, _), (left, _, right, _) in text_edges(pdf):
        assert left >= 0
        assert right <= width
    assert all(fonts(pdf).values())


def test_a_letter_without_a_number_says_that_it_follows() -> None:
    text = text_of(paper({"out": [line(1, "out", letter_number="", letter_date=None, awaits_number=True)]}))
    assert "menyusul" in text


def test_the_workbook_has_a_sheet_a_book_with_real_dates_and_its_print_set_up() -> None:
    book = workbook(books())
    assert book.sheetnames == ["Surat masuk", "Surat keluar"]
    sheet = book["Surat masuk"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(place for place, row in enumerate(rows) if row[0] == "No. agenda")
    assert rows[head] == tuple(column.heading for column in COLUMNS["in"])
    first = rows[head + 1]
    assert first[1] == datetime(2026, 11, 24)  # noqa: DTZ001 (a workbook knows no zones)
    assert first[2] == "0012/005/XI/2026"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${head + 1}:${head + 1}"
    assert sheet.freeze_panes == f"A{head + 2}"


@pytest.mark.parametrize("typed", ["=1+1", "+62812", "-5", "@siti", "0012", "3514096502900001", NAMES["controls"]])
def test_what_people_typed_stays_text(typed: str) -> None:
    sheet = workbook(books(1, party=typed, letter_number=typed))["Surat masuk"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.column == 5 and cell.row > 5]
    found = cells[-1]
    assert found.data_type == "s"
    assert str(found.value).replace("\x00", "") == str(found.value)
    if typed.isprintable():
        assert found.value == typed


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    sheet = workbook(books(1, party=NAMES["two hundred"], remark="a b"))["Surat masuk"]
    last = max(row for row, _ in sheet.row_dimensions.items())
    assert sheet.row_dimensions[last].height > 80
