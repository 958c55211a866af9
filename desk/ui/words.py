"""Words that several screens say of the catalogue's values, in the language of the window. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from desk.domain.catalogue import ApplicantKind, ChannelKind, Duration, PaperForm, Requirement, RequirementKind
from desk.domain.dates import date_and_time, plain_date, short_date
from desk.domain.worktime import basis_of
from desk.language import language, mark, tr

FORMS: Mapping[PaperForm, str] = {
    "original": mark("asli"),
    "copy": mark("fotokopi"),
    "legalised_copy": mark("fotokopi legalisir"),
    "original_and_copy": mark("asli dan fotokopi"),
    "digital": mark("berkas digital"),
    "oral": mark("lisan"),
}
KINDS: Mapping[RequirementKind, tuple[str, str]] = {
    "document": ("file-text", mark("dokumen")),
    "photo": ("camera", mark("foto")),
    "statement": ("stamp", mark("surat pernyataan")),
    "form": ("form", mark("formulir")),
    "condition": ("list-checks", mark("ketentuan, bukan kertas")),
    "report": ("message-square", mark("keterangan")),
    "instruction": ("info", mark("petunjuk")),
}
"""(icon, word) of each kind of requirement."""

CHANNELS: Mapping[ChannelKind, tuple[str, str]] = {
    "phone": ("phone", mark("Telepon")), "fax": ("printer", mark("Faksimile")), "email": ("mail", mark("Pos-el")),
    "website": ("globe", mark("Laman")), "lapor": ("megaphone", mark("SP4N-LAPOR!")),
    "instagram": ("globe", mark("Instagram")), "facebook": ("globe", mark("Facebook")),
    "twitter": ("globe", mark("Twitter/X")), "whatsapp": ("message-circle", mark("WhatsApp")),
    "telegram": ("send", mark("Telegram")), "sms": ("message-square", mark("SMS")),
    "box": ("box", mark("Kotak saran")), "letter": ("mail", mark("Surat")), "counter": ("building-2", mark("Loket")),
    "officer": ("user", mark("Petugas")), "other": ("info", mark("Lainnya")),
}  # fmt: skip
"""(icon, word) of each way to complain."""

APPLICANTS: Mapping[ApplicantKind, str] = {
    "person": mark("perorangan"),
    "organisation": mark("lembaga atau organisasi"),
    "government": mark("pemerintah desa atau kelurahan"),
}
BRANCHES: Mapping[str, str] = {
    "incomplete": mark("belum lengkap"), "complete": mark("lengkap"), "eligible": mark("memenuhi syarat"),
    "not_eligible": mark("tidak memenuhi syarat"), "returned": mark("dikembalikan"),
    "follow_up": mark("perlu tindak lanjut"), "not_registered": mark("belum terdaftar"), "refused": mark("tidak diterima"),
    "excluded": mark("dikecualikan"), "resolved": mark("terselesaikan"), "rejected": mark("ditolak"), "sick": mark("sakit"),
}  # fmt: skip
"""In which case a step leads elsewhere, by what the route calls it."""

_UNITS = {
    "minute": mark("{count} menit"),
    "hour": mark("{count} jam"),
    "day": mark("{count} hari"),
    "month": mark("{count} bulan"),
    "year": mark("{count} tahun"),
}
_BOUNDS = {"exact": mark("{time}"), "at_most": mark("paling lama {time}"), "about": mark("sekitar {time}")}


def duration_words(duration: Duration | None) -> str:
    """``18 hari kerja``, ``paling lama 1 jam``, ``14–60 hari kerja``; what is not set is said so."""
    if duration is None:
        return tr("waktu tidak ditetapkan")
    count = str(duration.max) if duration.bound != "range" else f"{duration.min}–{duration.max}"
    working = duration.unit == "day" and basis_of(duration) == "working"
    time = tr("{count} hari kerja", count=count) if working else tr(_UNITS[duration.unit], count=count)
    return tr(_BOUNDS.get(duration.bound, "{time}"), time=time)


def fee_words(fee: int) -> str:
    """``Gratis`` or ``Rp1.250.000``."""
    return f"Rp{fee:,}".replace(",", ".") if fee else tr("Gratis")


def form_words(requirement: Requirement) -> str:
    """In which form and how many: ``fotokopi legalisir · 2 rangkap``; empty where nothing is said."""
    parts = [tr(FORMS[requirement.form])] if requirement.form else []
    if requirement.copies > 1:
        parts.append(tr("{count} rangkap", count=requirement.copies))
    if requirement.stamp_duty:
        parts.append(tr("bermeterai"))
    if not requirement.mandatory:
        parts.append(tr("bila ada"))
    return " · ".join(parts)


def branch_words(when: str) -> str:
    """In which case a step leads there."""
    return tr(BRANCHES[when]) if when in BRANCHES else when.replace("_", " ")


def moment(iso: str | None, zone: str) -> datetime | None:
    """The moment in the office's zone, or None."""
    if not iso:
        return None
    place: tzinfo = ZoneInfo(zone)
    return datetime.fromisoformat(iso).astimezone(place)


def day_words(iso: str | None, zone: str) -> str:
    """``22 November 2026`` or an empty text."""
    found = moment(iso, zone)
    return plain_date(found.date(), language()) if found else ""


def moment_words(iso: str | None, zone: str) -> str:
    """Day and time, with the zone's name."""
    found = moment(iso, zone)
    return date_and_time(found, language()) if found else ""


def short_day(iso: str | None, zone: str) -> str:
    """``22/11/2026``, for columns."""
    found = moment(iso, zone)
    return short_date(found.date()) if found else ""


FIGURE_WORDS = {
    "carried_over": mark("sisa masa lalu"),
    "received": mark("masuk"),
    "reopened": mark("dibuka kembali"),
    "completed": mark("selesai"),
    "rejected": mark("ditolak"),
    "withdrawn": mark("dicabut"),
    "merged": mark("digabung"),
    "open_at_end": mark("sisa"),
    "returned_at_end": mark("pada pemohon"),
    "on_time": mark("tepat waktu"),
    "late": mark("terlambat"),
    "no_standard": mark("tanpa batas waktu"),
}
"""How each figure is called on the screen."""
