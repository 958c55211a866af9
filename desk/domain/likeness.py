"""Whether two people of the register may be one: by number, or by name and something else that agrees.

A name alone never says so: there are a hundred Siti Aminah. Two different NIK together with two different birth dates
say that it is somebody else, whatever else agrees. How near two spellings are is asked of `Ratio`, which services
bring along; everything else is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from desk.domain.spelling import words

Ratio = Callable[[str, str], float]
"""How much of two texts is the same, 0 to 100."""

Reason = Literal["nik", "nik_digit", "birth_date", "kk"]
"""What agrees: the NIK; the NIK but for one slip of the hand; birth date and name; family card and name."""

NEAR = 88
"""From here on two spellings may be one name: *Aminah, Amina* (95), *Yulianti, Yuliyanti* (94); not *Fauzi, Fauzan*
(87), *Aminah, Maimunah* (71), *Hasan Basri, Husin Basri* (82)."""


@dataclass(frozen=True, slots=True)
class Person:
    """What of somebody is compared. Numbers are figures only, the date is ISO; what isn't known is empty."""

    name: str = ""
    nik: str = ""
    kk: str = ""
    birth_date: str = ""


def likeness(one: Person, other: Person, ratio: Ratio) -> Reason | None:
    """The strongest reason to take both for one person, None where there is none."""
    if one.nik and one.nik == other.nik:
        return "nik"
    score = name_score(one.name, other.name, ratio)
    two_niks = bool(one.nik and other.nik)
    two_births = bool(one.birth_date and other.birth_date) and one.birth_date != other.birth_date
    slip = two_niks and one_slip(one.nik, other.nik)
    if score < NEAR or (two_niks and two_births and not slip):
        return None
    if slip and (score == 100 or not (two_births or _serial_only(one.nik, other.nik))):
        return "nik_digit"
    if (two_niks or two_births) and score < 100:
        return None  # twins and brothers: much the same name, but numbers or birthdays of their own
    return _agreeing(one, other)


def _agreeing(one: Person, other: Person) -> Reason | None:
    if one.birth_date and one.birth_date == other.birth_date:
        return "birth_date"
    return "kk" if one.kk and one.kk == other.kk else None


def name_score(one: str, other: str, ratio: Ratio) -> float:
    """How near two names are, 0 to 100: whatever their order, titles, spelling, and whether written apart. 100 means
    that nothing is left between them.
    """
    left, right = _filled_in(name_key(one).split(), name_key(other).split())
    if not left or not right:
        return 0.0
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return 100.0
    in_order = ratio(" ".join(sorted(left)), " ".join(sorted(right)))
    return min(max(in_order, ratio("".join(left), "".join(right))), 99.0)


def same_name(one: str, other: str) -> bool:
    """Whether nothing is left between two names."""
    return name_score(one, other, lambda _left, _right: 0.0) == 100


def name_key(name: str) -> str:
    """A name as it is compared: folded spelling, without titles and degrees, Muhammad always the same."""
    found = [_ALIKE.get(word, word) for word in words(_without_degrees(name))]
    while len(found) > 1 and found[0] in _BEFORE:
        del found[0]
    return " ".join([word for word in found if word not in _ANYWHERE] or found)


def one_slip(one: str, other: str) -> bool:
    """Whether two numbers of the same length differ by one wrong figure, or by two neighbours exchanged."""
    if len(one) != len(other):
        return False
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return True
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def slips(nik: str) -> Iterator[str]:
    """Every number that `nik` may have been meant as, one slip of the hand away: at most 159."""
    for place, figure in enumerate(nik):
        yield from (f"{nik[:place]}{other}{nik[place + 1 :]}" for other in "0123456789" if other != figure)
    for place in range(len(nik) - 1):
        first, second = nik[place], nik[place + 1]
        if first != second:
            yield f"{nik[:place]}{second}{first}{nik[place + 2 :]}"


def mask_pair(one: str, other: str) -> tuple[str, str]:
    """Both numbers masked but for the figures in which they differ: what is to be compared can be seen."""
    if len(one) != len(other):
        return _masked(one, frozenset()), _masked(other, frozenset())
    places = frozenset(place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    shown = places if len(places) <= _FEW else frozenset()
    return _masked(one, shown), _masked(other, shown)


_FEW = 3
"""In more figures than these, two numbers are simply different, and neither needs to be shown."""


def _masked(number: str, shown: frozenset[int]) -> str:
    if len(number) <= 8:
        return "•" * len(number)
    last = len(number) - 4
    return "".join(
        figure if place < 4 or place >= last or place in shown else "•" for place, figure in enumerate(number)
    )


def _serial_only(one: str, other: str) -> bool:
    """Whether two NIK differ in their serial alone: what twins' numbers do."""
    return one[:12] == other[:12]


def _filled_in(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Initials written out where the other name has the word: *M. Yusuf* beside *Muhammad Yusuf*."""
    return _written_out(left, right), _written_out(right, left)


def _written_out(short: list[str], long: list[str]) -> list[str]:
    free = [word for word in long if word not in short and len(word) > 1]
    found: list[str] = []
    for word in short:
        meant = next((other for other in free if len(word) == 1 and other.startswith(word)), word)
        if meant in free:
            free.remove(meant)
        found.append(meant)
    return found


def _without_degrees(name: str) -> str:
    """The name without what stands behind it: *, S.Sos., M.Si.*, *SH*."""
    parts = name.replace(",", " ").split()
    while len(parts) > 1:
        if _DEGREE(parts[-1]):
            del parts[-1]
        elif len(parts) > 2 and _DEGREE(parts[-2] + parts[-1]):  # written apart: S. Sos.
            del parts[-2:]
        else:
            break
    return " ".join(parts)


_DEGREE = re.compile(
    r"[SMA]\.(?:Sos|Pd|Kom|Ag|Si|Hum|Kes|Kep|Psi|Farm|Th|IP|AP|AB|Ak|Md|Ma|[HETMPI])\.?(?:(?:I|SD|Keb|Kep|Kom)\.?)?"
    r"|S(?:H|E|T|KM|Pd|Ag|Kom|Sos|IP)\.?|M(?:M|H|T|Si|Pd|Ag)\.?|AMd\.?|Ph\.?D\.?|Lc\.?|CPA|Ns\.?|SST\.?"
).fullmatch
"""Degrees as they are written behind names."""

_BEFORE = frozenset(
    word
    for title in (
        "H", "Hj", "Haji", "Hajah", "KH", "K", "Kyai", "Kiai", "Nyai", "Drs", "Dra", "Dr", "Ir", "Prof", "Apt", "Ust",
        "Ustadz", "Ustadzah", "Bpk", "Bapak", "Bp", "Ibu", "Sdr", "Sdri", "Saudara", "Saudari", "Tn", "Ny", "Nn", "An",
        "Alm", "Almh", "Almarhum", "Almarhumah", "Pak", "Bu", "Mbah",
    )
    for word in words(title)
)  # fmt: skip
"""Titles and forms of address in front of a name."""

_ANYWHERE = frozenset(word for title in ("Hj", "H", "Haji", "Hajah", "bin", "binti", "bt") for word in words(title))
"""What is left out of a name wherever it stands: *Raden Ayu Hj. Siti*, *Ahmad bin Umar*."""

_ALIKE: Mapping[str, str] = {
    **{
        word: "muhamad"
        for spelling in (
            "Moch", "Mochamad", "Mochammad", "Mochammat", "Mokhamad", "Mukhamad", "Mukhammad", "Muchamad", "Muchammad",
            "Mohamed", "Mohammed", "Muhamed", "Muhammed", "Mhd", "Mhmd", "Muhamat", "Muhammat", "Mohamat", "Moh", "Mohd",
            "Muh", "Muhd", "Mohamad", "Mohammad", "Muhammad",
        )
        for word in words(spelling)
    },
    **{word: "ahmad" for spelling in ("Ach", "Akh", "Achmad", "Akhmad", "Akmad", "Ahmat", "Achmat") for word in words(spelling)},
    **{word: "abdul" for spelling in ("Abd", "Abdoel") for word in words(spelling)},
    **{word: "siti" for spelling in ("St", "Sitti", "Sity", "Siti") for word in words(spelling)},
}  # fmt: skip
"""Words that are one name, however registers spell it, after the common fold."""
