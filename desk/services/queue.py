"""Which files wait, and where: trays as the office has them, and their queues with what is left of the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.domain.errors import NotFound
from desk.domain.event import CaseId
from desk.domain.intake_reader import sayable
from desk.domain.journey import moment_of
from desk.domain.positions import position_of
from desk.domain.remaining import Remaining, days_here, remaining
from desk.domain.route import step_of
from desk.domain.trays import place_of
from desk.models import trays as models
from desk.models.trays import Queue, QueueQuery, Tray, Waiting
from desk.services.counter import Counter
from desk.services.desks import desks

__all__ = [
    "Line", "Lines", "Queue", "QueueQuery", "Tray", "Waiting", "held", "line_of", "lines", "midnight", "office_trays", "queue",
    "tray_meant", "trays",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A file in a tray, with what a list says of it.

    Attributes:
        step: the title of the step that it waits at; empty where it was sent beside its route.
        days: how many days it has been at this desk.
        left: what is left of the time that this desk has.
    """

    waiting: Waiting
    step: str
    days: int
    left: Remaining


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of lines; `after` asks for the next, None on the last."""

    rows: tuple[Line, ...]
    after: str | None


def trays(counter: Counter) -> tuple[Tray, ...]:
    """Every desk that has a file, the applicants' tray included, by title."""
    with counter.store.read() as connection:
        return models.trays(connection, int(counter.now().timestamp()))


def office_trays(counter: Counter) -> tuple[Tray, ...]:
    """All desks in the office's order, those without a file too, and whoever else has one."""
    full = {tray.position: tray for tray in trays(counter)}
    empty = (
        Tray(desk.position, desk.role, desk.external, 0, "", 0, 0)
        for desk in desks(counter)
        if desk.position not in full
    )
    return tuple(sorted((*full.values(), *empty), key=lambda tray: place_of(tray.position, external=tray.external)))


def tray_meant(counter: Counter, said: str) -> Tray:
    """The tray that was typed: a title, however spelt, or a role that one desk has.

    Raises:
        NotFound: no desk is called so; the sentence names some that are.
    """
    known = office_trays(counter)
    wanted = " ".join(said.split()).casefold()
    spelt_out = position_of(said, None).casefold()
    for fitting in (
        [tray for tray in known if tray.position.casefold() == wanted],
        [tray for tray in known if tray.position.casefold() == spelt_out],
        [tray for tray in known if tray.role.casefold() == wanted],
    ):
        if len(fitting) == 1:
            return fitting[0]
    near = [tray for tray in known if spelt_out in tray.position.casefold()] or [tray for tray in known if tray.count]
    listed = "; ".join(tray.position for tray in near[:6]) or "-"
    template = "Baki '{said}' tidak dikenal di dinas ini. Mungkin: {near}."
    raise NotFound("tray_unknown", template, field="position", said=sayable(said), near=listed)


def queue(counter: Counter, holder: str | None = None, limit: int = 50, after: str | None = None) -> Queue:
    """The files that wait, most urgent first: at one desk, at all desks of a role, or anywhere."""
    return _queue(counter, QueueQuery(holder=holder, limit=limit, after=after))


def lines(counter: Counter, query: QueueQuery) -> Lines:
    """The same, narrowed as wished, with what lists say of each."""
    found = _queue(counter, query)
    return Lines(tuple(line_of(counter, waiting) for waiting in found.rows), found.after)


def held(counter: Counter, case_id: CaseId) -> tuple[Waiting, ...]:
    """Who has that file now; none when it has ended."""
    with counter.store.read() as connection:
        return models.held(connection, counter.names, (case_id,))


def line_of(counter: Counter, waiting: Waiting) -> Line:
    """A waiting file as lists show it now."""
    since = moment_of(waiting.since)
    days = days_here(since, counter.now(), counter.calendar) if since else 0
    return Line(waiting, step_title(counter, waiting.case.service, waiting.step), days, _left(counter, waiting))


def step_title(counter: Counter, service_id: str, step: str | None) -> str:
    """What that step is called in the service's standard; its key where the standard has no such step any more."""
    service = counter.catalogue.find(service_id)
    found = step_of(service, step) if service else None
    return found.title if found else (step or "")


def _left(counter: Counter, waiting: Waiting) -> Remaining:
    now = counter.now()
    if waiting.due is not None:
        stood = moment_of(waiting.paused or "")  # it was late already when its clock was stopped
        due = datetime.fromtimestamp(waiting.due, counter.calendar.zone)
        return remaining(min(now, stood) if stood else now, due, counter.calendar)
    if waiting.case.state == "returned":
        return Remaining("with_applicant")
    if waiting.ready_at:
        return Remaining("ready", at=moment_of(waiting.ready_at))
    if waiting.paused:
        return Remaining("stands", at=moment_of(waiting.paused))
    return Remaining("unset")


def _queue(counter: Counter, query: QueueQuery) -> Queue:
    with counter.store.read() as connection:
        return models.queue(connection, counter.names, query)


def midnight(counter: Counter, days: int = 0) -> datetime:
    """The beginning of today at the office, or of a day before or after it."""
    today = counter.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return today + timedelta(days=days)
