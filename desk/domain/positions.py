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


def division_name(division: str | None) -> str | None:
    """A division's name in full: ``Bidang Linjamsos`` is ``Bidang Perlindungan dan Jaminan Sosial``; none is None."""
    name = _spelt_out(division or "")
    if not name:
        return None
    return name if _UNIT.match(name) else f"Bidang {name}"


def _spelt_out(text: str) -> str:
    """The words with one space between them, none around a slash, and the abbreviations in full."""
    plain = re.sub(r"\s*/\s*", "/", " ".join(text.split()))
    return _TWICE.sub("", _SHORT.sub(_in_full, plain))


def _in_full(found: re.Match[str]) -> str:
    if found["kept"]:
        return next(name for name in _KEPT if name.lower() == found["kept"].lower())
    return _ABBREVIATIONS[found["short"].lower()]
