"""The disposition sheet: everything an office knows from its own, on half a folio, and the key of every box beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import segno

from desk.domain.errors import UsageError
from desk.domain.intake import IncomingLetter
from desk.domain.sheet_code import SheetCode
from desk.domain.sheet_form import (
    AGREED_KEY,
    ANSWER_KEY,
    CONFIDENTIAL_KEY,
    DESK_KEYS,
    PHRASE_KEYS,
    REPAIR_KEY,
    SOON_KEY,
    URGENT_KEY,
    Box,
    Earlier,
    SheetForm,
    Signer,
    boxes,
)
from desk.print.disposition import SIZES, disposition_pdf
from tests.print.papers import fonts, page_count, qr_codes, sizes_in_mm, squares, squeezed, text_edges, text_of
from tests.print.samples import CODE, NAMES, NOW, NUMBER, OFFICER, OFFICES, RECEIVED, office

PHRASES = ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasikan")
DESKS = ("Kepala Bidang Rehabilitasi Sosial", "Sekretaris")
LONGEST_DESK = "Kepala Bidang Pemberdayaan Sosial dan Penanganan Fakir Miskin"
MEASURES = {"half": (215.0, 165.0), "a5": (148.0, 210.0), "f4": (215.0, 330.0), "a4": (210.0, 297.0)}


def form(**changes: Any) -> SheetForm:
    made = SheetForm(
        code=SheetCode(CODE, "S2", "K7MW"),
        registration_number=NUMBER,
        agenda="12 / A7",
        sender="Siti Aminah – Kalirejo, Bangil",
        letter=IncomingLetter("005/12/Ds.Kalirejo/XI/2026", "2026-11-20", "Permohonan", "1 berkas"),
        received=RECEIVED,
        subject=("Penerbitan Rekomendasi Permohonan Rehabilitasi Sosial bagi Penyandang Disabilitas",),
        guarded=False,
        urgencies=(Box(URGENT_KEY, "Sangat segera"), Box(SOON_KEY, "Segera"), Box(CONFIDENTIAL_KEY, "Rahasia")),
        desks=boxes(DESK_KEYS, DESKS),
        phrases=boxes(PHRASE_KEYS, PHRASES),
        outcomes=(
            Box(AGREED_KEY, "Setuju"),
            Box(REPAIR_KEY, "Perbaiki/lengkapi"),
            Box(ANSWER_KEY, "Laporkan hasilnya"),
        ),
        signer=Signer("Kepala Dinas Sosial", "H.M. SUWITO ADI, S.Sos, M.Si", "Pembina Utama Muda", "NIP 19650311"),
        earlier=(),
    )
    return replace(made, **changes)


def fullest() -> SheetForm:
    """A dozen desks and fourteen phrases with the longest names there are, and a file that was sent about a lot."""
    before = Earlier(
        RECEIVED, "Kepala Dinas", (LONGEST_DESK, "Sekretaris"), "Proses lebih lanjut; segera; " * 6, "Sudah"
    )
    return form(
        sender=NAMES["two hundred"],
        subject=("Penerbitan Rekomendasi Izin Orang Tua Angkat (Pengangkatan Anak/Adopsi) " * 2, "perihal " * 25),
        desks=boxes(DESK_KEYS, [f"{LONGEST_DESK} {key}" for key in DESK_KEYS]),
        phrases=boxes(
            PHRASE_KEYS, [f"{'Koordinasikan dengan perangkat daerah terkait lainnya':57.57} {k}" for k in PHRASE_KEYS]
        ),
        earlier=(before,) * 9,
    )


def sheet(paper: str = "half", *, copy: int = 1, of: SheetForm | None = None, slug: str = "pasuruan") -> bytes:
    made = of or form()
    return disposition_pdf(office(slug), made, paper=paper, officer=OFFICER, printed_at=NOW, copy=copy)


@pytest.mark.parametrize("paper", SIZES)
def test_a_sheet_is_as_large_as_it_is_called_and_one_page(paper: str) -> None:
    for made in (form(), fullest()):
        assert sizes_in_mm(sheet(paper, of=made)) == [MEASURES[paper]]


def test_it_is_made_in_no_other_size() -> None:
    with pytest.raises(UsageError):
        sheet("roll80")


def test_everything_that_offices_know_stands_on_it() -> None:
    text = text_of(sheet())
    for words in (
        "DINAS SOSIAL", "LEMBAR DISPOSISI", "Surat dari", "Siti Aminah – Kalirejo, Bangil", "No. surat",
        "005/12/Ds.Kalirejo/XI/2026", "Tgl. surat", "20/11/2026", "Diterima tgl.", "23/11/2026", "No. agenda", "12 / A7",
        "Sifat", "Sangat segera", "Segera", "Rahasia", "Hal", "Penerbitan Rekomendasi Permohonan", "Diteruskan kepada Sdr.",
        "Dengan hormat harap", "Catatan", "Batas waktu", "Kepala Dinas Sosial", "paraf/tanggal", "H.M. SUWITO ADI",
        "Pembina Utama Muda", "NIP 19650311", NUMBER,
    ):  # fmt: skip
        assert words in text


def test_every_box_has_its_key_beside_it_and_no_key_stands_for_two() -> None:
    made = fullest()
    listed = (*made.urgencies, *made.desks, *made.phrases, *made.outcomes)
    keys = [box.key for box in listed]
    assert len(set(keys)) == len(keys) == 12 + 14 + 6
    text = text_of(sheet(of=made))
    for box in listed:
        assert f"{box.key} {box.words.split()[0]}" in text
    blanks = 3
    assert squares(sheet(of=made)) == len(listed) + blanks


@pytest.mark.parametrize("paper", SIZES)
def test_a_dozen_desks_and_fourteen_phrases_with_the_longest_names_fit(paper: str) -> None:
    pdf = sheet(paper, of=fullest())
    text = squeezed(text_of(pdf))
    for box in (*fullest().desks, *fullest().phrases):
        assert squeezed(box.words) in text
    assert page_count(pdf) == 1
    for (width, height), (left, bottom, right, top) in text_edges(pdf):
        assert left >= 0
        assert bottom >= 0
        assert right <= width
        assert top <= height


@pytest.mark.parametrize("name", sorted(NAMES))
def test_nothing_leaves_the_paper_whatever_the_name(name: str) -> None:
    pdf = sheet(of=form(sender=NAMES[name]))
    assert page_count(pdf) == 1
    for (width, _), (left, _, right, _) in text_edges(pdf):
        assert left >= 0
        assert right <= width


def test_the_qr_holds_the_sheet_s_code_and_nothing_else() -> None:
    expected = segno.make(f"D-{CODE}-S2-IK7MW", error="m", micro=False, boost_error=False).matrix
    [found] = qr_codes(sheet(), side=len(expected))
    assert found == [list(row) for row in expected]
    assert "D-K7MW-Q2RX-BTF-S2" in text_of(sheet())


def test_on_a_full_sheet_there_are_two_and_the_second_is_the_archive_s() -> None:
    text = text_of(sheet("f4"))
    assert text.count("LEMBAR DISPOSISI") == 2
    assert text.count("ARSIP") == 1
    assert "gunting di sini" in text
    assert "ARSIP" not in text_of(sheet("half"))


def test_without_a_letter_the_sheet_says_so() -> None:
    assert text_of(sheet(of=form(letter=IncomingLetter()))).count("tanpa surat") == 2


def test_a_guarded_file_is_marked_and_its_box_is_ticked() -> None:
    made = form(
        guarded=True, sender="S.A.", subject=("Permohonan layanan sosial (isinya dijaga; baca di dalam berkas)",),
        urgencies=(Box(URGENT_KEY, "Sangat segera"), Box(SOON_KEY, "Segera"), Box(CONFIDENTIAL_KEY, "Rahasia", ticked=True)),
    )  # fmt: skip
    assert "RAHASIA" in text_of(sheet(of=made))


def test_who_is_not_known_gets_lines_to_write_on() -> None:
    text = text_of(sheet(of=form(signer=Signer("Sekretaris"))))
    assert "Nama Pangkat NIP" in text


def test_what_was_disposed_before_is_told_the_last_ones_of_many() -> None:
    one = Earlier(RECEIVED, "Kepala Dinas", ("Sekretaris",), "Proses lebih lanjut; segera", "Sudah diteliti")
    text = text_of(sheet(of=form(earlier=(one,))))
    assert "23/11/2026 Kepala Dinas → Sekretaris: Proses lebih lanjut; segera — dijawab: Sudah diteliti" in text
    many = tuple(replace(one, words=f"nomor {n}") for n in range(9))
    text = text_of(sheet(of=form(earlier=many)))
    assert "5 sebelumnya ada di berkas" in text
    assert "nomor 8" in text
    assert "nomor 4" not in text


def test_a_sheet_that_was_recorded_is_printed_as_it_was_filled_in() -> None:
    written = (NOW + timedelta(days=1)).isoformat()
    made = form(
        desks=(Box("1", DESKS[0], ticked=True), Box("2", DESKS[1]), Box("", "Camat Bangil", ticked=True)),
        words="Koordinasikan dengan Dinkes", deadline="2026-11-27", written_on=written,
    )  # fmt: skip
    text = text_of(sheet(of=made))
    for words in ("Camat Bangil", "Koordinasikan dengan Dinkes", "27 November 2026", "paraf/tanggal: 24/11/2026"):
        assert words in text
    assert "Perbaiki" not in text


def test_a_reprint_is_marked_and_the_same_sheet_is_the_same_file() -> None:
    assert "SALINAN ke-2" in text_of(sheet(copy=2))
    assert sheet() == sheet()


@pytest.mark.parametrize("slug", OFFICES)
def test_every_office_s_kop_fits_and_all_fonts_are_in_the_file(slug: str) -> None:
    pdf = sheet(slug=slug, of=fullest())
    assert page_count(pdf) == 1
    assert all(fonts(pdf).values())
