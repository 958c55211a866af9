"""Looking into files that are to be attached: what they really are, a smaller one, a small picture, a page to look at.

Bytes in, bytes out. What a file is called decides nothing; what is in it does. Files come from anybody's telephone, so
whatever goes wrong while one is decoded means that it can't be attached, and is said so.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from threading import Lock

from PIL import Image, ImageOps, UnidentifiedImageError

from desk.domain.attachment import PDF, TIFF, Prepared, clean_name, size_words
from desk.domain.errors import DeskError, NotFound, Refused
from desk.domain.intake_reader import sayable
from desk.language import system_reason
from desk.services import pdfium

LIMIT = 25_000_000
"""Bytes that an attachment may have: it is sealed and opened in memory, and travels to other counters."""

SOURCE_LIMIT = 100_000_000
"""Bytes that a picture may have which is made smaller before it is attached."""

LONGEST, QUALITY = 2000, 80
"""Pixels of the longer side of a picture that was made smaller, and its JPEG quality: an A4 page stays readable."""

THUMBNAIL = 240
"""Pixels of the longer side of a small picture."""

_FORMATS = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "TIFF": TIFF}
_OPENED_AS = ("JPEG", "PNG", "WEBP", "TIFF")  # an MPO, several JPEGs in one, comes from Pillow's reader of JPEG
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_ORIENTATION = 0x0112
_ON_ITS_SIDE = {5, 6, 7, 8}

_alone = Lock()
"""One picture at a time: a large scan takes 350 MB while it is open, and Python's filter of warnings is everybody's."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to look at: rows of blue, green, red and a byte to ignore, four bytes a pixel (Qt's ``Format_RGB32``)."""

    width: int
    height: int
    stride: int
    pixels: bytes


def read(path: Path) -> bytes:
    """A file from the disk, as large as it may be.

    Raises:
        NotFound: there is none, or it can't be read. Refused: it is too large even to be made smaller.
    """
    try:
        if path.is_dir():
            template = "{name} adalah folder; pilih berkas di dalamnya."
            raise NotFound("not_a_file", template, field="file", name=str(path))
        if not path.is_file():
            raise NotFound("file_unknown", "Berkas {name} tidak ada.", field="file", name=str(path))
        with path.open("rb") as file:
            body = file.read(SOURCE_LIMIT + 1)
    except OSError as error:
        template = "Berkas {name} tidak bisa dibaca ({reason})."
        raise NotFound("unreadable", template, field="file", name=str(path), reason=system_reason(error)) from error
    if len(body) > SOURCE_LIMIT:
        raise _too_large(path.name, path.stat().st_size)
    return body


def prepare(name: str, body: bytes) -> Prepared:
    """The file as it may be attached.

    Raises:
        Refused: it is none of what is accepted, damaged, locked, or too large.
    """
    said = sayable(name)
    if not body:
        raise _refuse("attachment_empty", "Berkas {name} kosong. Pindai atau salin sekali lagi.", said)
    if len(body) > LIMIT:
        raise _too_large(said, len(body))
    if _is_pdf(body):
        count, first = _look_at_pdf(said, body)
        return Prepared(clean_name(name, PDF), PDF, body, None, count, first)
    with _picture(said, body) as image:
        media, pages = _FORMATS[image.format or ""], _pages_of(image)
        pixels = _as_looked_at(image)
        image.draft(None, (THUMBNAIL * 2, THUMBNAIL * 2))
        small = _flat(ImageOps.exif_transpose(image))
        small.thumbnail((THUMBNAIL, THUMBNAIL))
        thumbnail = _jpeg(small)
    return Prepared(clean_name(name, media), media, body, pixels, pages, thumbnail)


def shrink(name: str, body: bytes) -> Prepared:
    """A smaller JPEG of a picture, upright, without what the camera wrote about itself and the place. One that would
    not become smaller stays as it is.

    Raises:
        Refused: as `prepare`, and for what has pages.
    """
    said = sayable(name)
    if len(body) > SOURCE_LIMIT:
        raise _too_large(said, len(body))
    if _is_pdf(body):
        raise _refuse("cannot_shrink", "PDF {name} tidak bisa diperkecil di sini. Lampirkan tanpa diperkecil.", said)
    with _picture(said, body) as image:
        if (_pages_of(image) or 1) > 1:
            template = "TIFF {name} berisi beberapa halaman, jadi tidak bisa diperkecil. Lampirkan tanpa diperkecil."
            raise _refuse("cannot_shrink", template, said)
        profile = image.info.get("icc_profile")
        image.draft(None, (LONGEST * 2, LONGEST * 2))
        smaller = ImageOps.exif_transpose(image)
        smaller.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
        made = _jpeg(_flat(smaller), profile=profile if smaller.mode in ("RGB", "L") else None)
    if len(made) >= len(body):
        return prepare(name, body)
    return replace(prepare(clean_name(name, "image/jpeg"), made), shrunk_from=len(body))


def thumbnail(name: str, body: bytes) -> bytes:
    """The small picture of a file that was attached."""
    return prepare(name, body).thumbnail


def page(name: str, body: bytes, number: int, longest: int) -> Picture:
    """Page `number` (from 1) of an attachment to look at, its longer side at most `longest` pixels.

    Raises:
        Refused: it can't be drawn.
    """
    if _is_pdf(body):
        return _pdf_page(sayable(name), body, number, longest)
    with _picture(sayable(name), body) as image:
        if number > 1:
            image.seek(number - 1)
        image.draft(None, (longest, longest))
        shown = ImageOps.exif_transpose(image)
        shown.thumbnail((longest, longest))
        flat = _flat(shown).convert("RGB")
    return Picture(flat.width, flat.height, flat.width * 4, flat.tobytes("raw", "BGRX"))


def _is_pdf(body: bytes) -> bool:
    return b"%PDF-" in body[:1024]


@contextmanager
def _picture(said: str, body: bytes) -> Iterator[Image.Image]:
    """The picture, opened; whatever its decoder says against it is a refusal."""
    if body[4:8] == b"ftyp" and body[8:12] in _HEIC_BRANDS:
        template = (
            "Foto {name} berbentuk HEIC (iPhone), yang belum bisa dibuka di sini. Minta dikirim sebagai JPEG, atau foto "
            "ulang dengan Pengaturan, Kamera, Format, Paling Kompatibel."
        )
        raise _refuse("attachment_heic", template, said)
    with _alone, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd metadata of a camera is nothing to write on the terminal
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(body), formats=_OPENED_AS) as image:
                yield image
        except DeskError:
            raise
        except UnidentifiedImageError as error:
            template = (
                "Berkas {name} bukan foto, pindaian, atau PDF. Yang bisa dilampirkan: JPEG, PNG, WebP, TIFF, dan PDF; "
                "simpan dulu sebagai salah satunya."
            )
            raise _refuse("attachment_kind", template, said) from error
        except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError) as error:
            template = (
                "Gambar {name} terlalu besar untuk dibuka dengan aman: lebih dari {limit} juta titik. Pindai lagi dengan "
                "resolusi lebih rendah."
            )
            limit = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
            raise Refused("attachment_bomb", template, field="file", name=said, limit=limit) from error
        except Exception as error:  # decoders of damaged bytes raise anything
            raise _damaged(said) from error


def _as_looked_at(image: Image.Image) -> tuple[int, int]:
    """Width and height once the picture stands upright."""
    width, height = image.size
    return (height, width) if image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE else (width, height)


def _pages_of(image: Image.Image) -> int | None:
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else None


def _flat(image: Image.Image) -> Image.Image:
    """In grey or colour of eight bits, what was transparent white."""
    if image.mode in ("1", "L", "RGB"):
        return image.convert("L") if image.mode == "1" else image
    if image.mode.startswith("I"):  # scanners of sixteen bits
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    return image.convert("RGB")


def _jpeg(image: Image.Image, *, profile: bytes | None = None) -> bytes:
    """Nothing of what stood beside the picture goes along, but what its colours mean."""
    image.info.clear()
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY, optimize=True, icc_profile=profile)
    return target.getvalue()


def _look_at_pdf(said: str, body: bytes) -> tuple[int, bytes]:
    """(pages, a small picture of the first)."""
    try:
        with pdfium.opened(body) as document:
            pages = len(document)
            bitmap = document[0].render(scale=_scale(document[0], THUMBNAIL))
            return pages, _jpeg(_flat(bitmap.to_pil()))
    except pdfium.LockedPdf as error:
        template = "PDF {name} terkunci kata sandi. Simpan dulu tanpa kata sandi, lalu lampirkan lagi."
        raise _refuse("attachment_locked", template, said) from error
    except (ValueError, IndexError, MemoryError) as error:  # IndexError: not one page
        raise _damaged(said) from error


def _pdf_page(said: str, body: bytes, number: int, longest: int) -> Picture:
    from pypdfium2.raw import FPDFBitmap_BGRx  # noqa: PLC0415 (see `pdfium.opened`)

    try:
        with pdfium.opened(body) as document:
            found = document[number - 1]
            drawn = found.render(
                scale=_scale(found, longest), fill_color=(255, 255, 255, 255), force_bitmap_format=FPDFBitmap_BGRx
            )
            return Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
    except (ValueError, IndexError, MemoryError) as error:
        raise _damaged(said) from error


def _scale(page_of_pdf: object, longest: int) -> float:
    width, height = page_of_pdf.get_size()  # type: ignore[attr-defined]
    return float(longest / max(width, height, 1))


def _too_large(name: str, size: int) -> Refused:
    template = (
        "Berkas {name} besarnya {size}; yang bisa dilampirkan paling besar {limit}. Foto dapat diperkecil saat dilampirkan; "
        "untuk PDF pindai lagi dengan mutu lebih rendah."
    )
    limit = size_words(LIMIT)
    return Refused("attachment_too_large", template, field="file", name=name, size=size_words(size), limit=limit)


def _damaged(said: str) -> Refused:
    template = "Berkas {name} rusak atau belum utuh, jadi tidak bisa dibuka. Pindai atau salin sekali lagi."
    return _refuse("attachment_damaged_file", template, said)


def _refuse(code: str, template: str, said: str) -> Refused:
    return Refused(code, template, field="file", name=said)
