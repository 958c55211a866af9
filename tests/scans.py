"""Scans and photos as they come to a counter, made on the spot."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from desk.domain.attachment import Prepared
from desk.services import media

UPSIDE_DOWN, ON_ITS_SIDE = 3, 6


def photo(width: int = 60, height: int = 40, colour: str = "teal", kind: str = "JPEG", **options: Any) -> bytes:
    """A picture of one colour."""
    return saved(Image.new("RGB", (width, height), colour), kind, **options)


def noisy(width: int, height: int, **options: Any) -> bytes:
    """A picture that compresses as badly as a real one."""
    return saved(Image.effect_noise((width, height), 40).convert("RGB"), "JPEG", **options)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: how it was held, which one it was, where it stood."""
    said = Image.Exif()
    said[0x0112] = orientation
    said[0x0110] = "Telepon Siti"
    said.get_ifd(0x8825).update({1: "S", 2: (7.0, 35.0, 0.0), 3: "E", 4: (112.0, 47.0, 0.0)})
    return said


def letter(pages: int = 1, *, password: str = "") -> bytes:
    """A PDF of that many pages."""
    target = BytesIO()
    canvas = Canvas(target, invariant=True, encrypt=StandardEncryption(password) if password else None)
    for number in range(pages):
        canvas.drawString(72, 720, f"Halaman {number + 1}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def ktp(colour: str = "teal", name: str = "KTP.jpg") -> Prepared:
    """A photo that was looked into."""
    return media.prepare(name, photo(colour=colour))
