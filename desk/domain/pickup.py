"""Products that wait to be fetched: at which steps, and the message to be pasted into WhatsApp. Pure.

The message goes to a telephone that others may hold: no name, no identity number, and of a guarded service not even what it is.
"""

from __future__ import annotations

from datetime import date, time

from desk.domain.catalogue import Service
from desk.domain.dates import day_name, plain_date
from desk.domain.route import normal_way, ready_before, route_of
from desk.domain.workcalendar import Week

_MONDAY = date(2026, 11, 23)
"""Any Monday: only the days' names are taken from it."""


def fetching_steps(service: Service) -> tuple[str, ...]:
    """The steps at which the product is there and its applicant is waited for: those that hand it over; where the
    decree prints none, the one that comes when it is ready.
    """
    route = route_of(service)
    if any(step.action == "deliver" for step in route):
        return tuple(step.key for step in route if step.action == "deliver" and ready_before(service, step))
    first = next((step for step in normal_way(service) if ready_before(service, step)), None)
    return (first.key,) if first else ()


def pickup_text(
    *, office: str, address: str, number: str, service: str, ready_on: date | None, hours: tuple[str, ...]
) -> str:
    """The message; `service` is empty for a guarded one, `hours` as `hours_in_words` gives them."""
    what = f"Permohonan Bapak/Ibu nomor {number}" + (f" ({service})" if service else "")
    since = f" sejak {plain_date(ready_on)}" if ready_on else ""
    lines = [
        f"Pemberitahuan dari {office}.",
        f"{what} sudah selesai dan siap diambil{since}.",
        f"Tempat: {address or office}.",
    ]
    if hours:
        lines.append(f"Jam pelayanan: {'; '.join(hours)}.")
    lines.append("Mohon membawa tanda terima berkas dan KTP asli.")
    return "\n".join(lines)


def hours_in_words(week: Week) -> tuple[str, ...]:
    """``Senin–Kamis 08.00–16.00``, ``Jumat 08.00–11.00 dan 13.00–16.30``: days with the same hours together."""
    told: list[str] = []
    first = 0
    while first < len(week):
        last = first
        while last + 1 < len(week) and week[last + 1] == week[first]:
            last += 1
        if week[first]:
            days = _day(first) if first == last else f"{_day(first)}–{_day(last)}"
            spans = " dan ".join(f"{_clock(begin)}–{_clock(end)}" for begin, end in week[first])
            told.append(f"{days} {spans}")
        first = last + 1
    return tuple(told)


def _day(weekday: int) -> str:
    return day_name(_MONDAY.replace(day=_MONDAY.day + weekday))


def _clock(moment: time) -> str:
    return f"{moment:%H.%M}"
