"""Identity numbers of people and families: NIK and KK, and the birth date that goes with them.

A NIK is ``PPKKCC DDMMYY SSSS``: region of first registration (never changed on moving), birth date with 40 added to
the day for women, serial from 0001; no check digit (CONVENTIONS 1). Three severities follow from that: the impossible
is refused, the unlikely is a warning that an officer may pass, and nothing is ever overwritten from the number.
Sentences never repeat the number: they may end in a log.

Officials' numbers (`desk.domain.nip`) and telephones (`desk.domain.phone`) are read from here too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from desk.domain.dates import month_name, plain_date
from desk.domain.errors import Refused
from desk.domain.nip import Nip, Sex, format_nip, read_nip
from desk.domain.phone import read_phone, show_phone, whatsapp_digits

__all__ = [
    "Kk", "Nik", "NikWarning", "Nip", "Sex", "age_on", "format_nip", "mask", "nik_warnings", "parse_birth_date",
    "read_kk", "read_nik", "read_nip", "read_phone", "refuse_nik_as_kk", "show_phone", "whatsapp_digits",
]  # fmt: skip

SEX_NAMES: dict[Sex, str] = {"L": "laki-laki", "P": "perempuan"}

_SEPARATORS = re.compile(r"[\s.\-\u00a0\u2010-\u2015]+")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_EARLIEST_BIRTH_YEAR = 1900

_FORMER_REGENCIES = frozenset({"91.21", "91.22", "91.23", "91.24", "91.25", "91.26", "91.27", "91.28", "92.71"})
"""Regencies that got other codes when Papua was split in 2022, where the codes that remain end below theirs."""


@dataclass(frozen=True, slots=True)
class Nik:
    """A possible NIK.

    Attributes:
        digits: the sixteen digits.
        province, regency, district: region codes with dots (``35``, ``35.14``, ``35.14.12``).
        sex: what the number says; a hint, not the truth.
        birth_dates: every century's reading that is a real date and not in the future, oldest first.
    """

    digits: str
    province: str
    regency: str
    district: str
    sex: Sex
    birth_dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Kk:
    """A possible family card number; `recorded_on` are the readings of the date of recording."""

    digits: str
    province: str
    regency: str
    district: str
    recorded_on: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class NikWarning:
    """Something unlikely that an officer may confirm; `mild` is only worth a note, no question."""

    code: str
    sentence: str
    mild: bool = False


def read_nik(text: str, today: date, *, field: str | None = "applicant.nik") -> Nik:
    """The NIK that `text` holds; spaces, dots and dashes are dropped.

    Raises:
        Refused: ``nik_digits``, ``nik_length``, ``nik_repeated``, ``nik_serial`` or ``nik_date``.
    """
    digits = _sixteen(text, "nik", "NIK", field)
    sex: Sex = "P" if int(digits[6:8]) > 40 else "L"
    day = int(digits[6:8]) - (40 if sex == "P" else 0)
    births = _century_readings(digits, day)
    if not births:
        template = "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang ada di kalender. Periksa kembali."
        raise Refused("nik_date", template, field=field)
    return Nik(digits, *_region(digits), sex, _come(births, today))


def read_kk(text: str, today: date, *, field: str | None = "applicant.kk") -> Kk:
    """The family card number that `text` holds, with a recording date in place of the birth date.

    Raises:
        Refused: ``kk_digits``, ``kk_length``, ``kk_repeated``, ``kk_serial`` or ``kk_date``.
    """
    digits = _sixteen(text, "kk", "nomor KK", field)
    recorded = _century_readings(digits, int(digits[6:8]))
    if not recorded:
        template = "Angka ke-7 sampai ke-12 nomor KK bukan tanggal pencatatan yang ada di kalender. Periksa kembali."
        raise Refused("kk_date", template, field=field)
    return Kk(digits, *_region(digits), _come(recorded, today))


def refuse_nik_as_kk(kk: str, niks: Iterable[str], *, field: str | None = "applicant.kk") -> None:
    """Refuse (``kk_is_nik``) a family card number that is one of the members' own NIK: the wrong line was copied."""
    bare = _SEPARATORS.sub("", kk)
    if bare and any(bare == _SEPARATORS.sub("", nik) for nik in niks):
        raise Refused("kk_is_nik", "Nomor KK sama dengan NIK; periksa kembali keduanya.", field=field)


def nik_warnings(
    nik: Nik,
    *,
    sex: Sex | None,
    birth_date: date | None,
    office_region: str,
    known_regencies: Collection[str],
    known_districts: Collection[str],
    known_provinces: Collection[str] = (),
) -> tuple[NikWarning, ...]:
    """What an officer should look at twice; never a reason to change what was typed.

    `office_region` is the regency's code (``35.14``). A level of the region is judged only where the table knows that
    level: an empty collection judges nothing, and districts only in regencies of which at least one is known.
    Prefixes from before a split are normal, those of regencies that still exist (Mesuji: 18.05) and of districts that
    don't (18.05.07).
    """
    found: list[NikWarning] = []
    if _region_unknown(nik, known_provinces, known_regencies, known_districts):
        sentence = "Enam angka pertama NIK bukan kode wilayah yang dikenal. Periksa sekali lagi dengan KTP."
        found.append(NikWarning("nik_region_unknown", sentence))
    elif nik.regency != office_region:
        sentence = "NIK ini pertama kali diterbitkan di daerah lain. Itu wajar bila pemohon pernah pindah."
        found.append(NikWarning("nik_region_elsewhere", sentence, mild=True))
    if birth_date is not None and nik.birth_dates and birth_date not in nik.birth_dates:
        readings = " atau ".join(plain_date(day) for day in nik.birth_dates)
        found.append(
            NikWarning(
                "nik_birth_date_differs",
                f"Tanggal lahir yang diketik ({plain_date(birth_date)}) berbeda dengan yang tersirat di NIK"
                f" ({readings}). Periksa KTP; bila KTP memang begitu, biarkan.",
            )
        )
    if sex is not None and sex != nik.sex:
        found.append(
            NikWarning(
                "nik_sex_differs",
                f"Jenis kelamin yang diisi ({SEX_NAMES[sex]}) berbeda dengan yang tersirat di NIK"
                f" ({SEX_NAMES[nik.sex]}). Periksa KTP; bila KTP memang begitu, biarkan.",
            )
        )
    return tuple(found)


def mask(number: str) -> str:
    """First and last four figures, the rest hidden: ``3514••••••••0001``. Up to eight figures are hidden whole."""
    if len(number) <= 8:
        return "•" * len(number)
    return f"{number[:4]}{'•' * (len(number) - 8)}{number[-4:]}"


def parse_birth_date(text: str, today: date, *, field: str | None = "applicant.birth_date") -> date:
    """The date that an ISO text (``1990-02-25``) names.

    Raises:
        Refused: ``birth_date_format``, ``birth_date_impossible``, ``birth_date_future`` or ``birth_date_too_old``.
    """
    match = _ISO_DATE.fullmatch(text.strip())
    if match is None:
        template = "Tanggal lahir harus ditulis tahun-bulan-tanggal, misalnya 1990-02-25."
        raise Refused("birth_date_format", template, field=field)
    year, month, day = (int(part) for part in match.groups())
    try:
        birth = date(year, month, day)
    except ValueError:
        month_text = month_name(month) if 1 <= month <= 12 else f"bulan ke-{month}"
        template = "Tanggal {day} {month} {year} tidak ada di kalender."
        raise Refused("birth_date_impossible", template, field=field, day=day, month=month_text, year=year) from None
    if birth > today:
        template = "Tanggal lahir {date} belum terjadi. Periksa tahunnya, atau jam komputer ini."
        raise Refused("birth_date_future", template, field=field, date=plain_date(birth))
    if year < _EARLIEST_BIRTH_YEAR:
        raise Refused(
            "birth_date_too_old", "Tahun lahir {year} terlalu lama. Periksa tahunnya.", field=field, year=year
        )
    return birth


def age_on(birth: date, day: date) -> int:
    """Completed years on `day`; who was born on 29 February ages on 1 March of a common year.

    Raises:
        Refused: ``birth_date_future`` when `day` is before the birth.
    """
    if birth > day:
        template = "Umur pada {date} tidak dapat dihitung: tanggal lahirnya sesudah hari itu."
        raise Refused("birth_date_future", template, date=plain_date(day))
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _sixteen(text: str, code: str, name: str, field: str | None) -> str:
    """Sixteen digits that are not all alike and do not end in 0000."""
    first = name[0].upper() + name[1:]

    def refuse(problem: str, template: str, called: str = first, **details: object) -> Refused:
        return Refused(f"{code}_{problem}", template, field=field, name=called, **details)

    digits = _SEPARATORS.sub("", text)
    if digits and not (digits.isascii() and digits.isdigit()):
        raise refuse("digits", "{name} hanya terdiri dari angka. Periksa huruf O dan angka 0, huruf I dan angka 1.")
    if len(digits) != 16:
        template = "{name} harus {expected} angka, yang tertulis {found} angka. Periksa kembali."
        raise refuse("length", template, expected=16, found=len(digits))
    if len(set(digits)) == 1:
        raise refuse("repeated", "{name} tidak mungkin terdiri dari satu angka yang sama. Salin dari kartu aslinya.")
    if digits.endswith("0000"):
        raise refuse("serial", "Empat angka terakhir {name} tidak mungkin 0000. Periksa kembali.", name)
    return digits


def _century_readings(digits: str, day: int) -> tuple[date, ...]:
    """Digits 7 to 12 as real dates of the 1900s and the 2000s; `day` is their first pair without a woman's 40."""
    month, year = int(digits[8:10]), int(digits[10:12])
    possible: list[date] = []
    for century in (1900, 2000):
        with suppress(ValueError):
            possible.append(date(century + year, month, day))
    return tuple(possible)


def _come(readings: tuple[date, ...], today: date) -> tuple[date, ...]:
    """Those not in the future. A computer whose clock fell back to 1980 leaves none, rather than refusing a citizen."""
    return tuple(reading for reading in readings if reading <= today)


def _region(digits: str) -> tuple[str, str, str]:
    province, regency, district = digits[0:2], digits[2:4], digits[4:6]
    return province, f"{province}.{regency}", f"{province}.{regency}.{district}"


def _region_unknown(
    nik: Nik, provinces: Collection[str], regencies: Collection[str], districts: Collection[str]
) -> bool:
    if nik.province < "11" or nik.regency.endswith(".00") or nik.district.endswith(".00"):
        return True
    if provinces and nik.province not in provinces:
        return True
    if nik.regency in _FORMER_REGENCIES:
        return False
    return _never_given(nik.regency, regencies, alone=bool(regencies)) or _never_given(nik.district, districts)


def _never_given(code: str, known: Collection[str], *, alone: bool = False) -> bool:
    """Whether no region ever had the code: it stands above every sibling in the table. `alone`: if it has no siblings.

    A number missing among its siblings was given up when a region was split, and who got a NIK there keeps it: half of
    Tulang Bawang's districts (18.05) went to Mesuji and Tulang Bawang Barat, and were numbered anew there.
    """
    if code in known:
        return False
    siblings = [other for other in known if other.startswith(code[:-2]) and _is_kota(other) is _is_kota(code)]
    return code > max(siblings) if siblings else alone


def _is_kota(code: str) -> bool:
    """A kota's code: they are numbered from 71, apart from the kabupaten."""
    return len(code) == len("35.75") and code[3] >= "7"
