"""Telephone numbers as people write them, in one form: international digits, such as WhatsApp's links take.

``0812-3456-7890``, ``+62 812…``, ``62812…``, ``812…`` are one number. Numbers of other countries need their ``+``
(families of migrant workers). A landline needs its area code. Lengths: ITU-T E.164, at most 15 digits; Indonesian
national numbers 8 to 12 digits after the zero, mobiles begin with 8 and have 9 to 12 (general knowledge).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.domain.errors import Refused

_DECORATION = re.compile(r"[\s.\-()/\u00a0\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number: `digits` with country code and no plus (``6281234567890``), `shown` as officers read it."""

    digits: str
    shown: str
    mobile: bool

    @property
    def whatsapp(self) -> str | None:
        """The digits for a ``wa.me`` link, None for a landline."""
        return self.digits if self.mobile else None


def read_phone(text: str, *, field: str | None = "applicant.phone") -> Phone:
    """The number that `text` holds.

    Raises:
        Refused: ``phone_digits`` for letters, ``phone_area`` for a landline without area code, ``phone_length``.
    """
    bare = _DECORATION.sub("", text)
    foreign = bare.startswith("+") or bare.startswith("00")
    digits = bare[1:] if bare.startswith("+") else bare.removeprefix("00")
    if not (digits.isascii() and digits.isdigit()):
        message = "Nomor telepon hanya boleh berisi angka. Satu kolom untuk satu nomor."
        raise Refused("phone_digits", message, field=field)
    if foreign and not digits.startswith("62"):
        if not 8 <= len(digits) <= 15 or digits.startswith("0"):
            raise _wrong_length(digits, field)
        return Phone(digits, f"+{digits}", mobile=True)
    return _indonesian(digits, field)


def _indonesian(digits: str, field: str | None) -> Phone:
    if digits.startswith("62") and len(digits) > 9:
        national = digits[2:].removeprefix("0")
    elif digits.startswith("0"):
        national = digits[1:]
    elif digits.startswith("8") and len(digits) >= 9:
        national = digits
    else:
        message = "Awali nomor telepon dengan 0, misalnya 0812… atau kode wilayah seperti 0343."
        raise Refused("phone_area", message, field=field)
    mobile = national.startswith("8")
    if national.startswith("0") or not (9 if mobile else 8) <= len(national) <= 12:
        raise _wrong_length(national, field)
    return Phone(f"62{national}", _shown(national, mobile), mobile)


def _shown(national: str, mobile: bool) -> str:
    """Mobiles in groups of four (``0812-3456-7890``); an area code's length is not known, so landlines stay whole."""
    local = f"0{national}"
    return "-".join((local[:4], local[4:8], local[8:])) if mobile else local


def _wrong_length(digits: str, field: str | None) -> Refused:
    message = "Nomor telepon terlalu pendek atau terlalu panjang. Periksa kembali angkanya."
    return Refused("phone_length", message, field=field, found=len(digits))
