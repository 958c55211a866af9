"""Complaint channels: without an address, none at all, other than the office's, or written so that nobody can dial it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.domain.catalogue import Channel, Office, Service
from desk.domain.doubts.doubt import Doubt, quoted, quotes

_CALLS = frozenset({"phone", "fax", "whatsapp", "telegram", "sms"})
_WAY = re.compile(
    r"media|medsos|surat|kotak|tatap|datang|loket|petugas|@|www|http|\d|tiktok|youtube|aplikasi", re.IGNORECASE
)
_PHONES = re.compile(r"\(?\+?\d[\d\s().-]{4,}\d")


def without_address(service: Service) -> Iterator[Doubt]:
    """'Melalui e-mail', and no address."""
    bare = [channel for channel in service.complaints if _bare(channel)]
    if bare:
        message = f"Saluran pengaduan tanpa alamat atau nomor: {quotes(channel.value for channel in bare)}."
        yield Doubt(service.id, "complaints", "channel_without_address", message, tuple(c.value for c in bare))


def not_a_channel(service: Service) -> Iterator[Doubt]:
    """An entry among the channels through which nothing can be said."""
    for channel in service.complaints:
        if channel.kind == "other" and not _WAY.search(channel.value):
            message = f"{quoted(channel.value)} bukan saluran pengaduan."
            yield Doubt(service.id, "complaints", "not_a_channel", message, (channel.value,))


def incomplete(service: Service) -> Iterator[Doubt]:
    """No way to complain from a distance: neither a number, nor an address, nor e-mail."""
    if not service.complaints:
        return
    kinds = {channel.kind for channel in service.complaints}
    if not kinds & {*_CALLS, "email", "letter", "website"}:
        have = quotes(channel.value for channel in service.complaints)
        message = f"Saluran pengaduan hanya {have}: tidak ada nomor telepon, alamat surat, atau e-mail."
        yield Doubt(service.id, "complaints", "channels_incomplete", message, ())


def without_lapor(service: Service) -> Iterator[Doubt]:
    """The national complaint system that every public service has to offer (Perpres 76/2013)."""
    named = any(channel.kind == "lapor" or "lapor" in channel.value.casefold() for channel in service.complaints)
    if service.complaints and not named and not all(_bare(channel) for channel in service.complaints):
        message = "SP4N-LAPOR! (Perpres 76/2013) tidak disebut di antara saluran pengaduan."
        yield Doubt(service.id, "complaints", "lapor_missing", message, ())


def phones(service: Service) -> Iterator[Doubt]:
    """One number in two ways of writing; a second number without its area code."""
    written: dict[str, str] = {}
    for channel in service.complaints:
        if channel.kind not in _CALLS:
            continue
        for number in _PHONES.findall(channel.value):
            digits = re.sub(r"\D", "", number)
            earlier = written.setdefault(digits, number.strip())
            if _shape(earlier) != _shape(number):
                message = f"Nomor yang sama ditulis {quoted(earlier)} dan {quoted(number.strip())}."
                yield Doubt(service.id, "complaints", "phone_written_two_ways", message, (earlier, number.strip()))
            elif 5 <= len(digits) <= 8 and not digits.startswith("0") and not re.search(r"\(0\d+\)", channel.value):
                message = f"Nomor {quoted(number.strip())} tanpa kode wilayah: {quoted(channel.value)}."
                yield Doubt(service.id, "complaints", "phone_without_area_code", message, (channel.value,))


def other_email(office: Office) -> Iterator[Doubt]:
    """The e-mail for complaints is not the office's."""
    for service in office.services:
        for channel in service.complaints:
            address = channel.value.strip().casefold()
            if channel.kind == "email" and "@" in address and office.email and address != office.email.casefold():
                message = (
                    f"E-mail pengaduan {quoted(channel.value)} berbeda dari e-mail di kop dinas {quoted(office.email)}."
                )
                yield Doubt(service.id, "complaints", "email_differs", message, (channel.value, office.email))


def _bare(channel: Channel) -> bool:
    value = channel.value.casefold()
    if channel.kind == "email":
        return "@" not in value
    if channel.kind in _CALLS:
        return not any(sign.isdigit() for sign in value)
    if channel.kind == "website":
        return "." not in value
    return channel.kind == "other" and re.search(r"media sosial|medsos", value) is not None and "@" not in value


def _shape(number: str) -> str:
    """How a number is cut into groups, spaces and dashes alike."""
    return re.sub(r"[\s.-]+", " ", re.sub(r"\d", "9", number.strip()))
