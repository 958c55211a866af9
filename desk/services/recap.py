"""The recap of a period: what came, what went, what is open, and how quickly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from desk.domain.dates import plain_date
from desk.domain.identity import mask
from desk.domain.nip import format_nip
from desk.domain.recap import Figures, Period, Recap, RegisterLine, ServiceFigures, percentile
from desk.domain.worktime import basis_of
from desk.models import recap as models
from desk.models.recap import ServiceSums
from desk.services.counter import Counter
from desk.services.recap_signing import corrections, sign, signed_files, signed_recap

__all__ = ["Recap", "RegisterLine", "recap", "register_lines", "sign", "signature"]

STATES = {
    "open": "Diproses", "returned": "Pada pemohon", "completed": "Selesai", "rejected": "Ditolak",
    "withdrawn": "Dicabut", "merged": "Digabungkan",
}  # fmt: skip
GUARDED = "(layanan terjaga)"
"""What a register says of a sensitive service's files instead of a name: who they are is not for every reader."""


def recap(counter: Counter, period: Period) -> Recap:
    """The figures of that period, over everything that this counter knows; one snapshot of the store. A month that was
    signed is as it was signed.
    """
    signed = signed_recap(counter, period)
    if signed is not None:
        return signed
    with counter.store.read() as connection:
        sums = models.service_sums(connection, period.first, period.last)
        minutes = dict(models.minutes_by_service(connection, period.first, period.last))
        days = models.by_day(connection, period.first, period.last)
        parts = {part: models.by_part(connection, part, period.first, period.last) for part in models.BREAKDOWNS}
        changed = corrections(counter, connection, period)
    titles = counter.names.titles
    lines = [
        ServiceFigures(
            one.service,
            titles.get(one.service, one.service),
            _figures(one),
            percentile(minutes.get(one.service, ()), 0.5),
            percentile(minutes.get(one.service, ()), 0.9),
            continuous=_day_and_night(counter, one.service),
        )
        for one in sums
    ]
    return Recap(
        period=period,
        office=counter.office.slug,
        office_name=counter.office.name,
        services=tuple(line for line in lines if line.figures != Figures()),
        daily=tuple(
            (day, days.get(day.isoformat(), {}).get("received", 0), days.get(day.isoformat(), {}).get("completed", 0))
            for day in _days(period.first, period.last)
        ),
        breakdowns={
            part: tuple((name, kinds.get("received", 0), kinds.get("completed", 0)) for name, kinds in found.items())
            for part, found in parts.items()
        },
        corrections=changed,
    )


def register_lines(counter: Counter, period: Period) -> Iterator[RegisterLine]:
    """The files received in the period, the first first; identity numbers masked, guarded services without names. Of a
    signed month those that it counted.
    """
    names, now = counter.names, counter.now()
    zone = counter.calendar.zone
    begin = int(datetime.combine(period.first, time(), zone).timestamp())
    end = int(datetime.combine(period.last + timedelta(days=1), time(), zone).timestamp())

    def at(text: str | None) -> datetime | None:
        return datetime.fromisoformat(text).astimezone(zone) if text else None

    files = signed_files(counter, period)
    with counter.store.read() as connection:
        found = models.register(connection, begin, end) if files is None else models.register_of(connection, files)
        for row in found:
            due, ready, ended = at(row.due_at), at(row.ready_at), at(row.completed_at)
            guarded = row.service in names.sensitive
            yield RegisterLine(
                number=row.registration_number,
                received=at(row.received_at) or now,
                name=GUARDED if guarded else row.name,
                nik="" if guarded or not row.nik else mask(row.nik),
                district=row.district,
                village=row.village,
                service=names.titles.get(row.service, row.service),
                state=STATES[row.state],
                holder=row.holder,
                due=due,
                ready=ready,
                ended=ended,
                officer=row.officer,
                late=due is not None and (ready or ended or at(row.paused) or now) > due,
            )


def signature(counter: Counter) -> tuple[str, ...]:
    """The block under a recap: place and day, the head's office, name, rank and number."""
    office = counter.office
    lines = [f"{office.city}, {plain_date(counter.today)}", f"Kepala {office.name},", "", "", ""]
    if office.head is not None:
        lines += [
            office.head.name,
            office.head.rank or "",
            f"NIP {format_nip(office.head.nip)}" if office.head.nip else "",
        ]
    return tuple(lines)


def _figures(sums: ServiceSums) -> Figures:
    kinds = sums.kinds
    came = sums.carried_over + kinds.get("received", 0) + kinds.get("reopened", 0)
    ended = {kind: kinds.get(kind, 0) for kind in ("completed", "rejected", "withdrawn", "merged")}
    return Figures(
        carried_over=sums.carried_over,
        received=kinds.get("received", 0),
        reopened=kinds.get("reopened", 0),
        **ended,
        open_at_end=came - sum(ended.values()),
        returned_at_end=sums.carried_returned + kinds.get("returned", 0) - kinds.get("resumed", 0),
        on_time=sums.on_time,
        late=sums.late,
        no_standard=ended["completed"] - sums.on_time - sums.late,
    )


def _day_and_night(counter: Counter, service_id: str) -> bool:
    service = counter.catalogue.find(service_id)
    if service is None or service.duration is None:
        return False
    return basis_of(service.duration) in ("elapsed", "calendar")


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
