"""NIP, the number of a civil servant, and NI PPPK, that of one on contract: eighteen digits.

NIP: birth date (8), year and month of appointment (6), sex (1 man, 2 woman), serial (3); printed 8-6-1-3 (Perka BKN
22/2007). NI PPPK: birth date, YEAR of appointment and a two-digit code that is no month, sex, serial. Digits 13 and 14
tell them apart; they are never a reason to refuse (CONVENTIONS 1). Honorary staff have no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk.domain.errors import Refused

Sex = Literal["L", "P"]
NipKind = Literal["pns", "pppk"]

_SEPARATORS = re.compile(r"[\s.\-\u00a0\u2010-\u2015]+")
_LABEL = re.compile(r"^\s*(?:NIP|NI\s*PPPK|NIPPPK)\b[\s.:]*", re.IGNORECASE)
_SEXES: dict[str, Sex] = {"1": "L", "2": "P"}


@dataclass(frozen=True, slots=True)
class Nip:
    """A possible number of an official; stored as `digits`, printed by `format_nip`."""

    digits: str
    kind: NipKind
    birth_date: date
    sex: Sex

    @property
    def label(self) -> str:
        """What is printed before the number: ``NIP`` or ``NI PPPK``."""
        return "NIP" if self.kind == "pns" else "NI PPPK"


def read_nip(text: str, *, field: str | None = "officer.nip") -> Nip:
    """The number that `text` holds, with or without the word NIP, spaces, dots and dashes.

    Raises:
        Refused: ``nip_digits``, ``nip_length``, ``nip_date`` or ``nip_sex``.
    """
    digits = _SEPARATORS.sub("", _LABEL.sub("", text))
    if digits and not (digits.isascii() and digits.isdigit()):
        raise Refused("nip_digits", "NIP hanya terdiri dari angka. Periksa kembali.", field=field)
    if len(digits) != 18:
        template = "NIP harus {expected} angka, yang tertulis {found} angka. Kosongkan bila tidak ada NIP."
        raise Refused("nip_length", template, field=field, expected=18, found=len(digits))
    try:
        birth = date(int(digits[0:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        template = "Delapan angka pertama NIP harus tanggal lahir (tahun, bulan, tanggal). Periksa kembali."
        raise Refused("nip_date", template, field=field) from None
    sex = _SEXES.get(digits[14])
    if sex is None:
        template = "Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa kembali."
        raise Refused("nip_sex", template, field=field)
    return Nip(digits, "pns" if 1 <= int(digits[12:14]) <= 12 else "pppk", birth, sex)


def format_nip(digits: str) -> str:
    """Eighteen digits as they are printed: ``19791118 200312 2 012``; anything else is given back as it is."""
    if len(digits) != 18:
        return digits
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
