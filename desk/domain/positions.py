"""The desks of an office: what each actor that a decree names is called here, so that one desk has one tray.

A decree writes roles as it pleases: *Kepala Bidang* within a division's service, *Kabid Pemberdayaan Sosial* where the
division is named, *Bidang Rehsos* for the division itself. `position_of` makes of each the one title that trays,
disposition sheets and signatures use; what was printed stays in the route as the step's actor.

What was decided about the spellings of the five decrees:

* a role that every division has (Kepala Bidang, Staf, Petugas, Jabfung/Peksos) takes the division's name; without a
  division it stays as printed, and the office says whose it is;
* *Operator* and *Staf/Operator* are the division's *Staf*: the decree of Mesuji uses the three for one desk;
* *Dinas Sosial*, *Bidang Rehsos*: nobody in particular; the division's own tray, or the office's where it has none;
* *Pemohon dan Peksos Anak*: the applicant is no desk, the file lies with the social worker;
* *Kepala Dinas/Sekretaris*, *Sakti Peksos dan Tim Rehsos*: whoever of them is there; one tray, found by either name;
* a title that only one desk bears (Tagana, Bagian Umum, Petugas SLRT) stays, whichever division's service names it;
* outside bodies stay as printed: their words are not this office's to change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

PositionKind = Literal[
    "head",
    "secretary",
    "division_head",
    "section_head",
    "functional",
    "staff",
    "operator",
    "counter",
    "team",
    "outside",
]
SINGLE: tuple[PositionKind, ...] = ("head", "secretary", "division_head", "section_head")
"""Kinds that one person holds at a time; several share any other."""

_ABBREVIATIONS = {
    "kadis": "Kepala Dinas", "kadinsos": "Kepala Dinas", "sekdin": "Sekretaris", "sekdis": "Sekretaris",
    "kabid": "Kepala Bidang", "kasi": "Kepala Seksi", "kasie": "Kepala Seksi", "subkoor": "Sub Koordinator",
    "kasubag": "Kepala Subbagian", "kasubbag": "Kepala Subbagian", "subag": "Subbagian", "subbag": "Subbagian",
    "rehsos": "Rehabilitasi Sosial", "dayasos": "Pemberdayaan Sosial", "pfm": "Penanganan Fakir Miskin",
    "linjamsos": "Perlindungan dan Jaminan Sosial", "lin sosial": "Perlindungan Sosial", "peksos": "Pekerja Sosial",
    "staff": "Staf",
}  # fmt: skip
_KEPT = ("Jabfung/Peksos", "Sakti Peksos")
"""Names of their own, which are not spelt out: Satuan Bakti Pekerja Sosial is a body, Jabfung/Peksos a desk."""

_SHORT = re.compile(
    rf"(?P<kept>\b(?:{'|'.join(_KEPT)})\b)|\b(?P<short>{'|'.join(_ABBREVIATIONS)})\b\.?",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(Bidang|Seksi|Subbagian|Sosial) (?=\1\b)", re.IGNORECASE)
_UNIT = re.compile(r"(?:bidang|sekretariat|bagian|subbagian|seksi|upt|uptd|unit|balai)\b", re.IGNORECASE)

_SAME_DESK = {
    "kepala dinas": "Kepala Dinas",
    "kepala dinas sosial": "Kepala Dinas",
    "sekretaris": "Sekretaris",
    "sekretaris dinas": "Sekretaris",
    "sekretaris dinas sosial": "Sekretaris",
    "kepala dinas/sekretaris": "Kepala Dinas/Sekretaris",
    "front office": "Petugas Front Office",
    "petugas front office": "Petugas Front Office",
    "petugas loket": "Petugas Front Office",
    "back office": "Petugas Back Office",
    "petugas survei": "Petugas Survei",
    "supervisor data dtks": "Supervisor Data DTKS",
    "pemohon dan pekerja sosial anak": "Pekerja Sosial Anak",
}
"""Spellings of one desk, whichever division's service names it."""

_OF_A_DIVISION = {
    "kepala bidang": "Kepala",
    "staf": "Staf",
    "operator": "Staf",
    "staf/operator": "Staf",
    "petugas": "Petugas",
    "jabfung/peksos": "Jabfung/Peksos",
    "staf fungsional umum": "Staf Fungsional Umum",
    "dinas sosial": "",
}
"""Roles that every division has, with what stands before the division's name in the desk's title."""


_KINDS: tuple[tuple[PositionKind, str], ...] = (
    ("head", r"kepala dinas(?:$|/| sosial\b)"),
    ("secretary", r"sekretaris$"),
    ("division_head", r"kepala (?:bidang|upt)\b"),
    ("team", r"kepala seksi,|tim\b|tagana\b|sakti peksos\b|bidang\b|dinas sosial$"),
    ("section_head", r"kepala (?:seksi|subbagian)\b|sub koordinator\b"),
    ("functional", r"jabfung\b|pekerja sosial\b|penyuluh sosial\b|tenaga kesejahteraan sosial\b"),
    ("operator", r"operator\b|admin\b|supervisor\b"),
    ("counter", r"petugas (?:front office|pengaduan|slrt)\b"),
)
"""How a desk's title begins, by kind, the first that fits; any other desk is staff."""


@dataclass(frozen=True, slots=True)
class FormerTitle:
    """What a position was called up to and including that day."""

    title: str
    until: date


@dataclass(frozen=True, slots=True)
class Position:
    """One desk of the office, or a body outside it.

    Attributes:
        title: what trays and sheets call it.
        role: the decree's actor: ``Kepala Bidang``.
        division: in full, None for a desk of the whole office.
        signs_as: what stands in a signature block, where that isn't the title: ``Kepala Dinas Sosial``.
        former: earlier titles, the oldest first.
        retired: the last day on which there was this position.
        names: other words that it is found by: actors as printed, titles it had.
        either: ids of positions of which whoever is there may act: of Kepala Dinas and Sekretaris.
    """

    id: str
    title: str
    role: str
    division: str | None
    kind: PositionKind
    signs_as: str = ""
    former: tuple[FormerTitle, ...] = ()
    retired: date | None = None
    names: tuple[str, ...] = ()
    either: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What files name it by: its first title, which is the decree's and stays when the office renames it."""
        return self.former[0].title if self.former else self.title

    def title_on(self, day: date) -> str:
        """What it was called on that day."""
        return next((former.title for former in self.former if day <= former.until), self.title)

    def signed_on(self, day: date) -> str:
        """What a signature block of that day calls it."""
        title = self.title_on(day)
        return self.signs_as if self.signs_as and title == self.title else title

    def retired_on(self, day: date) -> bool:
        """Whether it was gone on that day."""
        return self.retired is not None and day > self.retired


def position_of(actor: str, division: str | None) -> str:
    """The title of the desk that a decree's `actor` is, in a service of `division`. Idempotent.

    `actor` is a step's actor as printed, or what an officer types; `division` is the service's as printed, or None.
    """
    title = _spelt_out(actor)
    desk = _SAME_DESK.get(title.lower())
    if desk is not None:
        return desk
    before = _OF_A_DIVISION.get(title.lower())
    unit = division_name(division)
    if before is None or unit is None:
        return title
    return f"{before} {unit}".strip()


_IN_SHORT: tuple[tuple[str, str], ...] = (
    ("Kepala Bidang", "Kabid"), ("Kepala Seksi", "Kasi"), ("Kepala Subbagian", "Kasubbag"), ("Sub Koordinator", "Subkoor"),
    ("Rehabilitasi Sosial", "Rehsos"), ("Pemberdayaan Sosial", "Dayasos"), ("Penanganan Fakir Miskin", "PFM"),
    ("Perlindungan dan Jaminan Sosial", "Linjamsos"), ("Pekerja Sosial", "Peksos"),
)  # fmt: skip


def short_title(title: str) -> str:
    """The title as officers say it where there is little room: ``Kabid Dayasos dan PFM``."""
    for whole, short in _IN_SHORT:
        title = title.replace(whole, short)
    return title


def division_name(division: str | None) -> str | None:
    """A division's name in full: ``Bidang Linjamsos`` is ``Bidang Perlindungan dan Jaminan Sosial``; none is None."""
    name = _spelt_out(division or "")
    if not name:
        return None
    return name if _UNIT.match(name) else f"Bidang {name}"


@lru_cache(maxsize=1024)
def kind_of(title: str, *, external: bool = False) -> PositionKind:
    """What kind of desk has that title."""
    if external:
        return "outside"
    return next((kind for kind, pattern in _KINDS if re.match(pattern, title, re.IGNORECASE)), "staff")


@lru_cache(maxsize=1024)
def _spelt_out(text: str) -> str:
    """The words with one space between them, none around a slash, and the abbreviations in full."""
    plain = re.sub(r"\s*/\s*", "/", " ".join(text.split()))
    return _TWICE.sub("", _SHORT.sub(_in_full, plain))


def _in_full(found: re.Match[str]) -> str:
    if found["kept"]:
        return next(name for name in _KEPT if name.lower() == found["kept"].lower())
    return _ABBREVIATIONS[found["short"].lower()]
