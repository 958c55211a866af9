"""The office's own places: decree, signer, letterhead, e-mail, pledge, and the numbers of its officials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Office
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.errors import Refused
from desk.domain.nip import read_nip

_NIP = re.compile(r"NIP\.?\s*:?\s*([\d ]{18,24})")


def office_email(office: Office) -> Iterator[Doubt]:
    """A private mail service on the letterhead of a government office."""
    if office.email and re.search(r"@(?:gmail|yahoo|hotmail|ymail|outlook)\.", office.email, re.IGNORECASE):
        message = f"E-mail dinas {quoted(office.email)} memakai penyedia umum, bukan domain pemerintah (.go.id)."
        yield Doubt(office.slug, "email", "email_not_official", message, (office.email,))


def head_of_office(office: Office) -> Iterator[Doubt]:
    """What every standard refers to and this decree lacks: number, date, signer, letterhead, pledge."""
    decree = office.decree
    missing = [
        ("decree", "decree_missing", "Nomor keputusan yang menetapkan standar ini tidak ada.", decree is None),
        (
            "decree", "decree_undated", "Tanggal keputusan yang menetapkan standar ini tidak ada.",
            decree is not None and not decree.date,
        ),
        ("head", "head_missing", "Kepala Dinas yang menandatangani standar ini tidak disebut.", office.head is None),
        ("letterhead", "letterhead_missing", "Kop dinas tidak ada.", not office.letterhead),
    ]  # fmt: skip
    for component, kind, message, lacks in missing:
        if lacks:
            yield Doubt(office.slug, component, kind, message, ())
    naming = [s.id for s in office.services if any("maklumat" in t.casefold() for t in (*s.assurance, *s.safety))]
    if naming and not office.pledge:
        message = (
            f"Maklumat pelayanan disebut sebagai jaminan di {len(naming)} layanan ({listed(naming[:3])} …), tetapi tidak "
            f"ada dalam keputusan."
        )
        yield Doubt(office.slug, "pledge", "pledge_missing", message, ())


def annex_of_another(office: Office) -> Iterator[Doubt]:
    """A standard that names another decree than the office's."""
    for service in office.services:
        own, decree = service.source.decree, office.decree
        if own and decree and re.sub(r"\s", "", own) != re.sub(r"\s", "", decree.number):
            message = f"Lampiran menyebut keputusan {quoted(own)}, sedangkan keputusannya {quoted(decree.number)}."
            yield Doubt(service.id, "source", "decree_differs", message, (own, decree.number))


def numbers_of_officials(office: Office) -> Iterator[Doubt]:
    """A civil servant's number that can't be one."""
    if office.head is not None and office.head.nip is not None:
        yield from _nip(office.slug, "head", office.head.nip)
    for service in office.services:
        for channel in service.complaints:
            for number in _NIP.findall(channel.value):
                yield from _nip(service.id, "complaints", number.strip())


def _nip(place: str, component: str, number: str) -> Iterator[Doubt]:
    try:
        read_nip(number)
    except Refused as error:
        message = f"NIP {quoted(number)} tidak mungkin benar: {error.message}"
        yield Doubt(place, component, "nip_impossible", message, (number,))
