"""Which files wait, and where: trays as the office has them, and their queues with what is left of the time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk.domain.desks import find
from desk.domain.event import CaseId
from desk.domain.journey import moment_of
from desk.domain.movement import APPLICANT
from desk.domain.positions import Position
from desk.domain.remaining import Remaining, days_here, remaining
from desk.domain.route import step_of
from desk.domain.trays import TrayGroup, group_of
from desk.models import trays as models
from desk.models.trays import Queue, QueueQuery, Tray, Waiting
from desk.services.counter import Counter
from desk.services.positions import desk_on, roster
from desk.services.positions_said import Desk, acting_name, remarks_of

__all__ = [
    "Line", "Lines", "OfficeTray", "Queue", "QueueQuery", "Tray", "Waiting", "held", "holder_meant", "line_of", "lines", "midnight", "office_trays", "queue",
    "tray_meant", "trays",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfficeTray:
    """A tray as the office has it on its desk today.

    Attributes:
        title: what the desk is called today; files name it by `tray.position`.
        acts_as: whose act is recorded there; empty at the counter, where it is the officer's own.
        name: who sits there, or acts; empty where nobody was written down.
        remark: what to know before a file is sent there: on leave and who acts, vacant.
    """

    tray: Tray
    title: str
    group: TrayGroup
    acts_as: str
    name: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A file in a tray, with what a list says of it.

    Attributes:
        desk: what the desk that has it is called today.
        step: the title of the step that it waits at; empty where it was sent beside its route.
        days: how many days it has been at this desk.
        left: what is left of the time that this desk has.
    """

    waiting: Waiting
    desk: str
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


def office_trays(counter: Counter) -> tuple[OfficeTray, ...]:
    """All desks in the office's order, those without a file too, then whoever else has one; the applicants last."""
    known, today = roster(counter), counter.today
    full = {tray.position: tray for tray in trays(counter)}
    found: list[OfficeTray] = []
    for position in known.positions:
        tray = full.pop(position.key, None)
        if tray is not None or not position.retired_on(today):
            external = position.kind == "outside"
            tray = tray or Tray(position.key, position.role, external, 0, "", 0, 0)
            found.append(_of_position(tray, position, desk_on(position, today, known.document), today))
    others = sorted(full.values(), key=lambda tray: (tray.position == APPLICANT, tray.external, tray.position))
    found += [
        OfficeTray(tray, tray.position, group_of(tray.position, external=tray.external), tray.position)
        for tray in others
    ]
    order: dict[TrayGroup, int] = {"office": 0, "outside": 1, "applicant": 2}
    return tuple(sorted(found, key=lambda one: order[one.group]))


def _of_position(tray: Tray, position: Position, desk: Desk, today: date) -> OfficeTray:
    title = position.title_on(today)
    holder = desk.holders[0] if desk.holders else None
    person = holder.person if holder else None
    name = acting_name(person, holder.standing) if holder and person else ""
    acts_as = "" if position.kind == "counter" else name or title
    remark = next(iter(remarks_of(desk, today)), "")
    return OfficeTray(tray, title, group_of(tray.position, external=tray.external), acts_as, name, remark)


def tray_meant(counter: Counter, said: str) -> OfficeTray:
    """The tray that was typed: a desk's title, an abbreviation, a role that one desk has, or ``Pemohon``.

    Raises:
        NotFound, Refused: no desk is called so, or several; the sentence names some that are.
    """
    known, wanted = office_trays(counter), " ".join(said.split()).casefold()
    for one in known:
        if wanted in (one.tray.position.casefold(), one.title.casefold()):
            return one
    key = find(roster(counter).positions, said).key
    return next(one for one in known if one.tray.position == key)


def holder_meant(counter: Counter, said: str | None) -> str | None:
    """What to list by `said`: a role that several desks have stays as it is, anything else is a desk's own title.

    Raises:
        NotFound, Refused: no desk is called so; the sentence names some that are.
    """
    if said is None:
        return None
    wanted = " ".join(said.split()).casefold()
    with counter.store.read() as connection:
        held = models.trays(connection, 0)
    roles = {tray.role for tray in held} | {position.role for position in roster(counter).positions}
    role = next((one for one in roles if one.casefold() == wanted), None)
    return role if role is not None else tray_meant(counter, said).tray.position


def queue(counter: Counter, holder: str | None = None, limit: int = 50, after: str | None = None) -> Queue:
    """The files that wait, most urgent first: at one desk, at all desks of a role, or anywhere."""
    return _queue(counter, QueueQuery(holder=holder, limit=limit, after=after))


def lines(counter: Counter, query: QueueQuery) -> Lines:
    """The same, narrowed as wished, with what lists say of each."""
    found = _queue(counter, query)
    today = counter.today
    titles = {position.key: position.title_on(today) for position in roster(counter).positions}
    return Lines(tuple(line_of(counter, waiting, titles) for waiting in found.rows), found.after)


def held(counter: Counter, case_id: CaseId) -> tuple[Waiting, ...]:
    """Who has that file now; none when it has ended."""
    with counter.store.read() as connection:
        return models.held(connection, counter.names, (case_id,))


def line_of(counter: Counter, waiting: Waiting, titles: Mapping[str, str] | None = None) -> Line:
    """A waiting file as lists show it now; `titles` are what desks are called today, by what files name them by."""
    since = moment_of(waiting.since)
    days = days_here(since, counter.now(), counter.calendar) if since else 0
    desk = (titles or {}).get(waiting.position, waiting.position)
    return Line(waiting, desk, step_title(counter, waiting.case.service, waiting.step), days, _left(counter, waiting))


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
