"""Telephone numbers as people write them, in one form: international digits, such as WhatsApp's links take.

``0812-3456-7890``, ``+62 812…``, ``62812…``, ``812…`` are one number. Numbers of other countries need their ``+``
(families of migrant workers). A landline needs its area code. Lengths: ITU-T E.164, at most 15 digits; Indonesian
national numbers 8 to 12 digits after the zero, mobiles begin with 8 and have 9 to 12 (general knowledge).
"""

from __future__ import annotations

import re

from desk.domain.errors import Refused

_DECORATION = re.compile(r"[\s.\-()/\u00a0\u2010-\u2015]+")


def read_phone(text: str, *, field: str | None = "applicant.phone") -> str:
    """The number that `text` holds, as digits with country code and no plus: ``6281234567890``.

    Raises:
        Refused: ``phone_digits`` for letters, ``phone_area`` for a landline without area code, ``phone_length``.
    """
    bare = _DECORATION.sub("", text)
    foreign = bare.startswith(("+", "00"))
    digits = bare[1:] if bare.startswith("+") else bare.removeprefix("00")
    if not (digits.isascii() and digits.isdigit()):
        template = "Nomor telepon hanya boleh berisi angka. Satu kolom untuk satu nomor."
        raise Refused("phone_digits", template, field=field)
    if foreign and not digits.startswith("62"):
        if not 8 <= len(digits) <= 15 or digits.startswith("0"):
            raise _wrong_length(digits, field)
        return digits
    national = _national(digits)
    if national is None:
        template = "Awali nomor telepon dengan 0, misalnya 0812… atau kode wilayah seperti 0343."
        raise Refused("phone_area", template, field=field)
    if national.startswith("0") or not (9 if _is_mobile(national) else 8) <= len(national) <= 12:
        raise _wrong_length(national, field)
    return f"62{national}"


def show_phone(digits: str) -> str:
    """As officers read it: ``0812-3456-7890``; a landline whole, for its area code's length is not known."""
    if not digits.startswith("62"):
        return f"+{digits}" if digits else ""
    local = f"0{digits[2:]}"
    return "-".join((local[:4], local[4:8], local[8:])) if _is_mobile(digits[2:]) else local


def whatsapp_digits(digits: str) -> str | None:
    """The digits for a ``wa.me`` link; None for an Indonesian landline and for no number."""
    if not digits or (digits.startswith("62") and not _is_mobile(digits[2:])):
        return None
    return digits


def _national(digits: str) -> str | None:
    """The digits after the country code or the trunk zero; None where neither is there and it is no mobile."""
    if digits.startswith("62") and len(digits) > 9:
        return digits[2:].removeprefix("0")
    if digits.startswith("0"):
        return digits[1:]
    return digits if _is_mobile(digits) and len(digits) >= 9 else None


def _is_mobile(national: str) -> bool:
    return national.startswith("8")


def _wrong_length(digits: str, field: str | None) -> Refused:
    template = "Nomor telepon terlalu pendek atau terlalu panjang. Periksa kembali angkanya."
    return Refused("phone_length", template, field=field, found=len(digits))
