"""Durations: against the SOP, against what the guarantees say, and against what the route has to do in that time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.catalogue import Duration, Service, Sop
from desk.domain.doubts.doubt import Doubt, listed, quoted
from desk.domain.doubts.reading import leaves, normal_way

OFFICE_DAY = 8 * 60
"""Minutes of a working day, roughly: doubts are raised on differences of hours and days."""

_MINUTES = {"menit": 1, "jam": 60, "hari": OFFICE_DAY, "minggu": 5 * OFFICE_DAY, "bulan": 21 * OFFICE_DAY}
_UNITS = {"minute": 1, "hour": 60, "day": OFFICE_DAY, "month": 21 * OFFICE_DAY, "year": 250 * OFFICE_DAY}
_TIME = re.compile(
    r"(\d+)(?:\s*\([^)]*\))?(?:\s*(?:-|–|s\.?/?d\.?|sampai)\s*(\d+))?\s*(menit|jam|hari|minggu|bulan)", re.IGNORECASE
)
_QUICK = 150
"""Up to so many minutes a duration promises that the applicant may wait."""
_LOOKING_INTO = re.compile(r"as+es+ment|asesmen|assesmen|penelitian|telaahan|penelusuran", re.IGNORECASE)
_DECIDERS = re.compile(r"bupati|wali ?kota|gubernur|menteri|kementerian", re.IGNORECASE)
_APPLICANTS = re.compile(
    r"pemohon|pelapor|penerima|masyarakat|stakeholder|warga|^lks|keluarga|desa/kecamatan|^camat/lurah", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Span:
    """A time that a text names, in office minutes."""

    least: int
    most: int
    printed: str


def spans(text: str) -> tuple[Span, ...]:
    """All times that a text names."""
    found = []
    for match in _TIME.finditer(text):
        unit = _MINUTES[match[3].casefold()]
        found.append(Span(int(match[1]) * unit, int(match[2] or match[1]) * unit, match[0]))
    return tuple(found)


def most(duration: Duration) -> int:
    """The most that a duration allows, in office minutes."""
    return duration.max * _UNITS[duration.unit]


def against_sop(service: Service) -> Iterator[Doubt]:
    """The steps of the SOP together take longer than the standard allows."""
    if service.duration is None:
        return
    for sop in service.sop:
        times = [span for row in sop.rows for span in spans(row.time or "")]
        if sum(span.least for span in times) > most(service.duration):
            printed = listed(dict.fromkeys(span.printed for span in times))
            message = (
                f"Jangka waktu {quoted(service.duration.printed)} tidak cukup untuk langkah SOP {quoted(sop.title)}: "
                f"{printed}."
            )
            words = (service.duration.printed, *(span.printed for span in times))
            yield Doubt(service.id, "duration", "duration_shorter_than_sop", message, words)


def against_guarantees(service: Service) -> Iterator[Doubt]:
    """The guarantee promises another time than the standard."""
    duration = service.duration
    if duration is None:
        return
    for text in (*service.assurance, *service.safety):
        for span in spans(text):
            if span.most != most(duration) and re.search(r"layan|lengkap|selesai|proses", text, re.IGNORECASE):
                message = (
                    f"Jangka waktu tertulis {quoted(duration.printed)}, sedangkan jaminan pelayanan menyebut "
                    f"{quoted(span.printed)}: {quoted(text)}."
                )
                yield Doubt(service.id, "duration", "duration_differs", message, (duration.printed, text))


def implausible(service: Service) -> Iterator[Doubt]:
    """Minutes or a few hours for a route with a field visit, other bodies, many signatures or an assessment."""
    duration = service.duration
    if duration is None:
        return
    heavy = list(_heavy(service, most(duration))) if most(duration) <= _QUICK else []
    if _days(duration) < 7 and any(step.action == "monitor" for step in normal_way(service)):
        heavy.append("pemantauan sesudahnya")
    if heavy:
        message = f"Jangka waktu {quoted(duration.printed)} sulit dipenuhi: alurnya memuat {listed(heavy)}."
        yield Doubt(service.id, "duration", "duration_implausible", message, (duration.printed,))


def _days(duration: Duration) -> float:
    """The most that a duration allows in days: those of the clock where it runs day and night."""
    if duration.unit == "hour" and duration.basis == "elapsed":
        return duration.max / 24
    return most(duration) / OFFICE_DAY


def _heavy(service: Service, minutes: int) -> Iterator[str]:
    """What the route has to do that does not fit into minutes."""
    way = normal_way(service)
    visit = next((step for step in way if step.action == "visit"), None)
    if visit is not None:
        yield f"kunjungan lapangan ({quoted(visit.title)})"
    outside = dict.fromkeys(s.actor for s in way[1:] if s.external and not _APPLICANTS.search(s.actor))
    if outside:
        yield f"pihak luar ({', '.join(outside)})"
    approvals = dict.fromkeys(s.actor for s in way if s.action in {"initial", "sign"} and not s.external)
    if len(approvals) >= 3:
        yield f"paraf dan tanda tangan {len(approvals)} pejabat ({', '.join(approvals)})"
    looking = next((step for step in way if step.action != "visit" and _LOOKING_INTO.search(step.title)), None)
    if looking is not None and minutes <= 60:
        yield f"penelitian atau asesmen ({quoted(looking.title)})"
    papers = sum(1 for leaf in leaves(service.requirements) if leaf.kind not in {"condition", "instruction"})
    if papers >= 10 and minutes <= 60:
        yield f"pemeriksaan {papers} berkas"
    if service.hand_off and _DECIDERS.search(service.hand_off) and any(p.kind == "permit" for p in service.products):
        yield f"keputusan {service.hand_off}"


def times_missing(service: Service) -> Iterator[Doubt]:
    """An SOP that gives some of its lines a time, and others none."""
    for sop in service.sop:
        without = _untimed(sop)
        if without and len(without) < len(sop.rows):
            lines = listed(quoted(activity) for activity in without)
            message = f"Dalam SOP {quoted(sop.title)} waktu tidak diisi pada langkah {lines}."
            yield Doubt(service.id, "sop", "sop_time_missing", message, tuple(without))


def _untimed(sop: Sop) -> list[str]:
    return [row.activity for row in sop.rows if not row.time]
