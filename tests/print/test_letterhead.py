"""Whose paper it is."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.print import letterhead as module
from desk.print.block import Picture
from desk.print.letterhead import letterhead
from desk.print.paper import MM, PAPERS
from desk.print.sheet import Sheet
from tests.print import samples
from tests.print.papers import text_edges, text_of, type_sizes

LONG = (
    "PEMERINTAH KABUPATEN OGAN KOMERING ULU SELATAN",
    "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
    "Jalan Serasan Seandanan Kompleks Perkantoran Pemerintah Kabupaten OKU Selatan, Muaradua 32211",
)


def paper_with(office: object = None, paper: str = "a4") -> bytes:
    sheet = Sheet(PAPERS[paper], quiet=True)
    sheet.put(letterhead(office or samples.office(), sheet.width))  # type: ignore[arg-type]
    return sheet.pdf(title="Kop", author="Dinas Sosial")


def test_the_kop_is_the_offices_own_with_what_it_left_out() -> None:
    text = text_of(paper_with())
    assert "PEMERINTAH KABUPATEN PASURUAN DINAS SOSIAL Jalan Dr. Wahidin Sudirohusodo No 59 Pasuruan" in text
    assert text.count("427605") == 1
    assert text.count("dinsoskabpas17@gmail.com") == 1
    assert "Laman https://dinsos.pasuruankab.go.id" in text


def test_sizes_are_twelve_sixteen_nine() -> None:
    assert set(type_sizes(paper_with())) == {12.0, 16.0, 9.0}


def test_an_office_without_a_kop_gets_one_from_its_name() -> None:
    text = text_of(paper_with(replace(samples.office(), letterhead=())))
    assert text.startswith("PEMERINTAH KABUPATEN PASURUAN DINAS SOSIAL Jalan Dr. Wahidin")
    assert "Telepon (0343) 427605" in text


@pytest.mark.parametrize("paper", ["a4", "f4", "a5"])
def test_the_longest_name_wraps_and_stays_on_the_paper(paper: str) -> None:
    pdf = paper_with(replace(samples.office(), letterhead=LONG), paper)
    assert "KELUARGA BERENCANA" in text_of(pdf)
    for (width, _), (left, _, right, _) in text_edges(pdf):
        assert 0 < left < right < width


def test_a_coat_of_arms_stands_at_the_left_and_the_text_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = BytesIO()
    Image.new("RGBA", (40, 50), (0, 0, 0, 128)).save(picture, "PNG")
    (tmp_path / "pasuruan.png").write_bytes(picture.getvalue())
    monkeypatch.setattr(module, "bundled", lambda *parts: tmp_path / parts[-1])
    module._crest.cache_clear()
    try:
        kop = letterhead(samples.office(), PAPERS["a4"].body)
        [crest] = [shape for shape in kop.shapes if isinstance(shape, Picture)]
        assert crest.x == 0
        assert crest.width == pytest.approx(20 * MM)
        assert min(line.x for line in kop.words) > crest.width
        assert paper_with() == paper_with()
    finally:
        module._crest.cache_clear()
