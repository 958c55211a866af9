"""Files from anybody's telephone: what they are is what is in them."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desk.domain.errors import NotFound, Refused
from desk.services import media
from tests.scans import ON_ITS_SIDE, exif, letter, noisy, photo, saved


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body))


def refused(name: str, body: bytes, *, shrink: bool = False) -> tuple[str, str]:
    """(code, sentence)."""
    with pytest.raises(Refused) as caught:
        (media.shrink if shrink else media.prepare)(name, body)
    assert caught.value.field == "file"
    return caught.value.code, caught.value.message


@pytest.mark.parametrize(
    ("kind", "expected", "ending"),
    [
        ("JPEG", "image/jpeg", "jpg"),
        ("PNG", "image/png", "png"),
        ("WEBP", "image/webp", "webp"),
        ("TIFF", "image/tiff", "tif"),
    ],
)
def test_pictures_are_known_by_their_content_whatever_they_are_called(kind: str, expected: str, ending: str) -> None:
    body = photo(60, 40, kind=kind)
    for name in ("surat.pdf", "surat", "scan.bmp"):
        prepared = media.prepare(name, body)
        assert (prepared.media, prepared.pixels, prepared.body) == (expected, (60, 40), body)
        assert prepared.name.endswith(f".{ending}")
        assert opened(prepared.thumbnail).size == (60, 40)


def test_a_pdf_is_known_by_its_content_and_its_first_page_is_its_thumbnail() -> None:
    prepared = media.prepare("pindaian.jpg", letter(3))
    assert (prepared.name, prepared.media, prepared.pages, prepared.pixels) == (
        "pindaian.pdf", "application/pdf", 3, None,
    )  # fmt: skip
    small = opened(prepared.thumbnail)
    assert max(small.size) in (240, 241)
    assert len(set(small.convert("L").tobytes())) > 1  # something is written on it


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_scan_can_be_looked_at(mode: str) -> None:
    body = saved(Image.new(mode, (300, 200)), "PNG")
    prepared = media.prepare("scan.png", body)
    assert opened(prepared.thumbnail).size == (240, 160)
    shown = media.page("scan.png", body, 1, 100)
    assert (shown.width, shown.height, len(shown.pixels)) == (100, 67, 100 * 67 * 4)


def test_a_transparent_picture_stands_on_white() -> None:
    shown = media.page("a.png", saved(Image.new("RGBA", (2, 2), (0, 0, 0, 0)), "PNG"), 1, 10)
    assert shown.pixels[:3] == b"\xff\xff\xff"


def test_sixteen_bit_grey_keeps_its_greys() -> None:
    grey = Image.new("I;16", (2, 2), 0x8000)
    shown = media.page("a.tif", saved(grey, "TIFF"), 1, 10)
    assert shown.pixels[:3] == b"\x80\x80\x80"


def test_a_photo_held_on_its_side_is_shown_upright() -> None:
    body = photo(400, 200, exif=exif(ON_ITS_SIDE))
    prepared = media.prepare("foto.jpg", body)
    assert prepared.pixels == (200, 400)
    assert opened(prepared.thumbnail).size == (120, 240)
    shown = media.page("foto.jpg", body, 1, 1000)
    assert (shown.width, shown.height) == (200, 400)


def test_a_shrunk_photo_is_upright_smaller_and_says_nothing_of_where_it_was_taken() -> None:
    body = noisy(3000, 2200, quality=92, exif=exif(ON_ITS_SIDE), comment=b"rahasia")
    made = media.shrink("Foto Rumah.PNG", body)
    assert (made.name, made.media, made.pixels) == ("Foto Rumah.jpg", "image/jpeg", (1467, 2000))
    assert made.shrunk_from == len(body) > len(made.body)
    kept = opened(made.body)
    assert not kept.getexif()
    assert b"rahasia" not in made.body
    assert b"Telepon" not in made.body
    assert b"Telepon" in body


def test_a_photo_attached_as_it_is_stays_byte_for_byte() -> None:
    body = photo(exif=exif(ON_ITS_SIDE))
    assert media.prepare("bukti.jpg", body).body == body


def test_a_thumbnail_says_nothing_of_where_the_photo_was_taken() -> None:
    assert not opened(media.prepare("foto.jpg", photo(600, 400, exif=exif(ON_ITS_SIDE))).thumbnail).getexif()


def test_what_is_small_already_is_not_made_larger() -> None:
    body = noisy(200, 200, quality=20, optimize=True)
    made = media.shrink("kecil.jpg", body)
    assert (made.body, made.shrunk_from) == (body, None)


def test_what_has_pages_is_not_shrunk_to_its_first() -> None:
    pages = saved(Image.new("L", (40, 40)), "TIFF", save_all=True, append_images=[Image.new("L", (30, 30))])
    assert media.prepare("a.tif", pages).pages == 2
    assert refused("a.tif", pages, shrink=True)[0] == "cannot_shrink"
    assert refused("a.pdf", letter(), shrink=True)[0] == "cannot_shrink"


def test_each_page_of_a_tiff_and_a_pdf_can_be_looked_at() -> None:
    pages = saved(Image.new("L", (40, 40)), "TIFF", save_all=True, append_images=[Image.new("L", (30, 20))])
    assert [media.page("a.tif", pages, n, 100).width for n in (1, 2)] == [40, 30]
    shown = media.page("a.pdf", letter(2), 2, 500)
    assert max(shown.width, shown.height) in (500, 501)
    for name, body in (("a.tif", pages), ("a.pdf", letter(2))):
        with pytest.raises(Refused):
            media.page(name, body, 3, 100)


def test_twenty_six_megabytes_are_too_many_and_it_is_said_what_to_do() -> None:
    code, said = refused("Rumah.pdf", b"%PDF-1.4" + bytes(26_000_000))
    assert code == "attachment_too_large"
    assert "26,0 MB" in said
    assert "25,0 MB" in said
    assert "pindai lagi" in said


def test_a_large_photo_fits_once_it_is_shrunk() -> None:
    body = saved(Image.effect_noise((3000, 3000), 60).convert("RGB"), "PNG", compress_level=0)
    assert len(body) > 26_000_000
    assert refused("besar.png", body)[0] == "attachment_too_large"
    made = media.shrink("besar.png", body)
    assert made.shrunk_from == len(body)
    assert len(made.body) < media.LIMIT


def test_a_picture_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = saved(Image.new("1", (10_000, 10_000)), "PNG")
    assert len(bomb) < 100_000
    code, said = refused("bom.png", bomb)
    assert code == "attachment_bomb"
    assert "89 juta titik" in said
    worse = saved(Image.new("1", (15_000, 15_000)), "TIFF", compression="group4")
    assert refused("bom.tif", worse)[0] == "attachment_bomb"
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    later = saved(Image.new("L", (10, 10)), "TIFF", save_all=True, append_images=[Image.new("L", (60, 60))])
    media.prepare("a.tif", later)
    with pytest.raises(Refused) as caught:
        media.page("a.tif", later, 2, 100)
    assert caught.value.code == "attachment_bomb"


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("kosong.jpg", b"", "attachment_empty"),
        ("surat.docx", b"PK\x03\x04" + bytes(500), "attachment_kind"),
        ("foto.jpg", b"<html>Login dulu</html>", "attachment_kind"),
        ("foto.jpg", b"MZ" + bytes(500), "attachment_kind"),
        ("foto.gif", saved(Image.new("P", (5, 5)), "GIF"), "attachment_kind"),
        ("foto.bmp", saved(Image.new("RGB", (5, 5)), "BMP"), "attachment_kind"),
        ("IMG_1.HEIC", b"\x00\x00\x00\x24ftypheic" + bytes(200), "attachment_heic"),
        ("terkunci.pdf", letter(password="rahasia"), "attachment_locked"),
        ("rusak.pdf", b"%PDF-1.7\nbukan apa-apa", "attachment_damaged_file"),
        ("putus.pdf", letter()[:200], "attachment_damaged_file"),
        ("putus.jpg", photo(600, 400)[:1500], "attachment_damaged_file"),
        ("putus.png", photo(600, 400, kind="PNG")[:300], "attachment_damaged_file"),
    ],
)
def test_what_isn_t_accepted_is_refused_kindly(name: str, body: bytes, code: str) -> None:
    found, said = refused(name, body)
    assert found == code
    assert name in said


@pytest.mark.parametrize("body", [photo(80, 60), photo(80, 60, kind="PNG"), photo(kind="TIFF"), letter(2)])
def test_damaged_bytes_are_refused_or_taken_and_nothing_worse(body: bytes) -> None:
    @given(st.lists(st.tuples(st.integers(0, len(body) - 1), st.integers(1, 255)), min_size=1, max_size=8))
    def damage(places: list[tuple[int, int]]) -> None:
        harmed = bytearray(body)
        for place, mask in places:
            harmed[place] ^= mask
        for use in (media.prepare, media.shrink):
            with suppress(Refused):
                use("a", bytes(harmed))

    damage()


def test_a_file_that_isn_t_there_or_isn_t_a_file_is_said(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "tidak.jpg", "file_unknown"), (tmp_path, "not_a_file")):
        with pytest.raises(NotFound) as caught:
            media.read(path)
        assert caught.value.code == code
    with pytest.raises(NotFound):
        media.read(tmp_path / ("a" * 300))


def test_a_film_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "SOURCE_LIMIT", 1000)
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(5000))
    with pytest.raises(Refused) as caught:
        media.read(film)
    assert caught.value.code == "attachment_too_large"
