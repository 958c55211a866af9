"""Whether the file is complete, what it lacks, and until when it is promised: the sentence that is always in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.domain.catalogue import DocumentType, Requirement, Service
from desk.domain.checklist import Assessment, Item
from desk.domain.dates import clock_time, day_name, plain_date
from desk.domain.worktime import Due
from desk.language import language, tr
from desk.ui.loket.rows import failing_words

_SHORT = 44


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the band at the bottom says.

    Attributes:
        complete: the file can be taken in with a promise.
        headline: complete, or what is missing, shortest first words.
        missing: short names of everything that is missing, failing conditions first, then in printed order.
        promise: until when, in one sentence; empty while it isn't known.
        why: the arithmetic, one line each.
    """

    complete: bool
    headline: str
    missing: tuple[str, ...]
    promise: str
    why: tuple[str, ...]


def verdict_of(
    service: Service, assessment: Assessment, due: Due | None, document: Callable[[str], DocumentType | None]
) -> Verdict:
    """The verdict on a form as it stands."""
    order = sorted(assessment.missing, key=lambda requirement_id: requirement_id not in assessment.failing)
    found = (assessment.item(requirement_id) for requirement_id in order)
    missing = tuple(_wanting_words(item, document) for item in found if item)
    if assessment.complete:
        headline = tr("Berkas lengkap")
    elif assessment.failing:
        headline = tr("Belum memenuhi syarat")
    else:
        headline = tr("Belum lengkap")
    return Verdict(
        complete=assessment.complete,
        headline=headline,
        missing=missing,
        promise=promise_words(due, complete=assessment.complete) if due else "",
        why=due.why if due else (),
    )


def _wanting_words(item: Item, document: Callable[[str], DocumentType | None]) -> str:
    """What is missing by its name; of an age or a number that doesn't fit, both numbers."""
    if item.standing == "fails" and isinstance(item.fact, int) and not isinstance(item.fact, bool):
        return failing_words(item.requirement, item.fact)
    return short_name(item.requirement, document)


def short_name(requirement: Requirement, document: Callable[[str], DocumentType | None]) -> str:
    """What people call the paper: the registry's short name, else the first words of the printed text."""
    known = document(requirement.document) if requirement.document else None
    if known is not None and not requirement.parts:
        return known.short
    text = requirement.text
    if len(text) <= _SHORT:
        return text
    return f"{text[:_SHORT].rsplit(' ', 1)[0]}…"


def promise_words(due: Due, *, complete: bool) -> str:
    """Until when: the hour too where the clock runs in minutes or hours."""
    if due.at is None:
        return tr("Standar layanan ini tidak menetapkan jangka waktu.")
    spoken = language()
    day = f"{day_name(due.at.date(), spoken)}, {plain_date(due.at.date(), spoken)}"
    if due.basis in ("office", "elapsed"):
        day = tr("{day} pukul {time}", day=day, time=clock_time(due.at, spoken))
    if due.about:
        return tr("Selesai sekitar {day}", day=day) if complete else tr("Bila lengkap hari ini: sekitar {day}", day=day)
    if complete:
        return tr("Selesai paling lambat {day}", day=day)
    return tr("Bila lengkap hari ini: paling lambat {day}", day=day)


def duration_words(service: Service) -> str:
    """The promised time, in the fewest words that stay true."""
    duration = service.duration
    if duration is None:
        return tr("jangka waktu tidak ditetapkan")
    units = {
        "minute": tr("menit"), "hour": tr("jam"), "day": tr("hari kerja") if duration.basis == "working" else tr("hari"),
        "month": tr("bulan"), "year": tr("tahun"),
    }  # fmt: skip
    unit = units[duration.unit]
    if duration.bound == "range":
        return tr("{low}–{high} {unit}", low=duration.min, high=duration.max, unit=unit)
    if duration.bound == "about":
        return tr("± {count} {unit}", count=duration.max, unit=unit)
    if duration.bound == "at_most":
        return tr("paling lama {count} {unit}", count=duration.max, unit=unit)
    return tr("{count} {unit}", count=duration.max, unit=unit)
