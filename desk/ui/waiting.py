"""Words for files that wait: what is left of the time, since when, how urgent. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from desk.domain.dates import clock_time, month_name
from desk.domain.positions import short_title
from desk.domain.remaining import Remaining
from desk.language import language, mark, tr
from desk.services import standing
from desk.ui.kit.states import Look


class Titled(Protocol):
    """A case's row, as far as its service is named."""

    @property
    def service_title(self) -> str: ...  # noqa: D102 (services.cases says)
    @property
    def sensitive(self) -> bool: ...  # noqa: D102


GUARDED = mark("Layanan terjaga")
"""What stands in a list in place of the title of a guarded service: whoever stands in front may look."""

URGENCIES: Mapping[str, Look] = {
    "sangat_segera": Look("bad", "circle-alert", mark("Sangat segera")),
    "segera": Look("warn", "triangle-alert", mark("Segera")),
    "biasa": Look("quiet", "circle", mark("Biasa")),
}
"""Sifat of a disposition, as officers say it."""

_STANDS: Mapping[str, str] = {
    "stands": mark("jam berhenti"),
    "with_applicant": mark("berhenti: menunggu pemohon"),
    "ready": mark("siap diambil"),
    "unset": mark("tanpa batas waktu"),
}


def service_words(row: Titled) -> str:
    """What a list calls the file's service."""
    return tr(GUARDED) if row.sensitive else row.service_title


def left_words(left: Remaining) -> str:
    """``sisa 2 hari kerja``, ``lewat 1 hari``, ``berhenti: menunggu pemohon``."""
    return standing.left_words(left) or tr(_STANDS[left.kind])


def left_look(left: Remaining) -> Look:
    """Icon and tone of that; its word is `left_words`."""
    soon = left.kind == "today" or (left.kind == "left" and left.count <= standing.SOON)
    if left.kind == "late":
        return Look("bad", "circle-alert", "")
    if soon:
        return Look("warn", "clock", "")
    if left.kind == "left":
        return Look("quiet", "clock", "")
    icons = {"stands": "circle-dot", "with_applicant": "undo-2", "ready": "circle-check"}
    return Look("ok" if left.kind == "ready" else "quiet", icons.get(left.kind, "circle"), "")


def until_words(left: Remaining, now: datetime) -> str:
    """Until or since when: ``pukul 14.05 WIB`` within a day, else ``26 Nov``; empty where nothing is set. `now` is aware,
    in the office's zone.
    """
    if left.at is None:
        return ""
    at = left.at.astimezone(now.tzinfo)
    if left.kind == "today" or (left.kind == "late" and left.unit in ("minute", "hour")):
        return tr("pukul {time}", time=clock_time(at, language()))
    return day_month(at.isoformat(), now)


def day_month(iso: str | None, now: datetime) -> str:
    """``12 Nov``; with the year where that isn't `now`'s. `now` is aware, in the office's zone."""
    if not iso:
        return ""
    at = datetime.fromisoformat(iso).astimezone(now.tzinfo)
    short = f"{at.day} {month_name(at.month, language())[:3]}"
    return short if at.year == now.year else f"{short} {at.year}"


def holders_words(holder: str) -> str:
    """Who has a file, in short: ``Kabid Rehsos``; of several the first, and how many others."""
    first, *others = holder.split(" · ")
    if others:
        return tr("{first} dan {count} meja lain", first=short_title(first), count=len(others))
    return short_title(first)


def age_words(days: int, *, unseen: bool = False) -> str:
    """How long a file has been here: ``sejak hari ini``, ``sejak kemarin``, ``3 hari di sini``; whether it was received."""
    if unseen:
        return tr("belum diterima, {age}", age=_age(days))
    return tr("{age} di sini", age=_age(days)) if days > 1 else tr("sejak {age}", age=_age(days))


def _age(days: int) -> str:
    return tr("{days} hari", days=days) if days > 1 else tr("kemarin") if days else tr("hari ini")


def oldest_words(days: int) -> str:
    """Of a tray: how long its oldest file has been there."""
    return tr("terlama {days} hari", days=days) if days else tr("semua hari ini")
