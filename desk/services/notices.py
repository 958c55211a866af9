"""What an officer should know now: what is late, due today, to be answered today, what came back, what waits to be fetched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.journey import moment_of
from desk.domain.phone import show_phone, whatsapp_digits
from desk.domain.pickup import fetching_steps, hours_in_words, pickup_text
from desk.domain.remaining import Remaining
from desk.domain.workcalendar import Week
from desk.models import notices as models
from desk.models import queries, trays
from desk.models.connection import Connection
from desk.models.notices import COUNTED, SHOWN
from desk.models.queries import CaseRow
from desk.services import cases
from desk.services.acts import service_or_none
from desk.services.counter import Counter
from desk.services.queue import line_of, midnight

NoticeKind = Literal["late", "today", "deadline", "came_back", "ready"]

__all__ = [
    "COUNTED",
    "SHOWN",
    "NoticeGroup",
    "NoticeKind",
    "Noticed",
    "Notices",
    "Pickup",
    "notices",
    "pickup",
    "ready",
]


@dataclass(frozen=True, slots=True)
class Noticed:
    """One file of a notice.

    Attributes:
        what: for what came back, ``answered`` or ``papers_added``; else the kind itself.
        left: what is left of the time, for what is late or due.
        since: since when it is ready, ISO.
    """

    case: CaseRow
    what: str
    left: Remaining | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """One kind of notice: how many files (no more than `COUNTED` are counted), and the first of them."""

    kind: NoticeKind
    count: int
    rows: tuple[Noticed, ...]


@dataclass(frozen=True, slots=True)
class Notices:
    """Everything to know now; `arrival` is where this counter's journal stands, to be handed in as `after` next time."""

    groups: tuple[NoticeGroup, ...]
    arrival: int

    @property
    def count(self) -> int:
        """How many files in all."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class Pickup:
    """What the applicant of a finished file is told.

    Attributes:
        text: to paste into WhatsApp, in Indonesian.
        phone: as officers read it; empty where none was given.
        whatsapp: the number as WhatsApp's links take it; empty for a landline.
    """

    number: str
    text: str
    phone: str
    whatsapp: str


def notices(counter: Counter, after: int = 0) -> Notices:
    """What to know now; `after` is the place in the journal up to which the officer has seen what came back."""
    now = int(counter.now().timestamp())
    tomorrow = int(midnight(counter, 1).timestamp())
    with counter.store.read() as connection:
        arrival = models.latest_arrival(connection)
        late = models.due_between(connection, None, now)
        today = models.due_between(connection, now, tomorrow)
        deadline = models.deadlines_on(connection, counter.today.isoformat(), now, tomorrow)
        news = models.came_back(connection, min(after, arrival))
        waiting = models.to_be_fetched(connection, _fetching(counter))
        return Notices(
            (
                NoticeGroup("late", late[0], _due(counter, connection, late[1], "late")),
                NoticeGroup("today", today[0], _due(counter, connection, today[1], "today")),
                NoticeGroup("deadline", deadline[0], _due(counter, connection, deadline[1], "deadline")),
                NoticeGroup("came_back", len(news), _news(counter, connection, news[:SHOWN])),
                NoticeGroup("ready", len(waiting), _ready(counter, connection, waiting[:SHOWN])),
            ),
            arrival,
        )


def ready(counter: Counter, limit: int = 200) -> tuple[Noticed, ...]:
    """The files whose product waits to be fetched, the longest waiting first."""
    with counter.store.read() as connection:
        return _ready(counter, connection, models.to_be_fetched(connection, _fetching(counter))[:limit])


def waiting(counter: Counter) -> tuple[CaseId, ...]:
    """The same as ids, for a list."""
    with counter.store.read() as connection:
        return models.to_be_fetched(connection, _fetching(counter))


def pickup(counter: Counter, case_id: CaseId) -> Pickup:
    """What to tell the applicant of a file that is ready.

    Raises:
        Refused: it is not, or has been fetched.
    """
    case = cases.load(counter, case_id)
    if case.ready_at is None or case.state != "open":
        template = "Berkas {number} tidak sedang menunggu diambil."
        raise Refused("not_ready", template, field="case", number=case.registration_number)
    if any(letter.number is None for letter in case.proceedings.letters):
        template = "Surat berkas {number} belum bernomor; isi nomornya dulu, lalu beri tahu pemohon."
        raise Refused("letter_unnumbered", template, field="case", number=case.registration_number)
    ready_at = moment_of(case.ready_at or "")
    text = pickup_text(
        office=counter.office.name,
        address=counter.office.address or "",
        number=case.registration_number,
        service=_title(counter, case),
        ready_on=counter.calendar.local(ready_at).date() if ready_at else None,
        hours=hours_in_words(_this_week(counter)),
    )
    phone = case.applicant.phone
    return Pickup(case.registration_number, text, show_phone(phone), whatsapp_digits(phone) or "")


def _this_week(counter: Counter) -> Week:
    """The hours of the seven weekdays as they are now: of Ramadan in Ramadan; a holiday among them changes nothing."""
    today = counter.today
    days = (today + timedelta(days=ahead) for ahead in range(7))
    by_weekday = {day.weekday(): counter.calendar.hours_on(day) for day in days}
    return tuple(by_weekday[weekday] for weekday in range(7))


def _title(counter: Counter, case: Case) -> str:
    """What the service is called, empty where it is or was guarded, or isn't known here."""
    service = service_or_none(counter, case)
    guarded = service is None or service.sensitive or case.service in counter.names.sensitive
    return "" if service is None or guarded else service.title


def _fetching(counter: Counter) -> dict[str, tuple[str, ...]]:
    services = counter.catalogue.services(counter.office.slug)
    return {service.id: steps for service in services if (steps := fetching_steps(service))}


def _due(counter: Counter, connection: Connection, ids: tuple[CaseId, ...], kind: str) -> tuple[Noticed, ...]:
    """The files with what is left of their time, in the order of `ids`."""
    if not ids:
        return ()
    found: dict[CaseId, Noticed] = {}
    held = trays.held(connection, counter.names, ids)
    for waiting in sorted(held, key=lambda one: (one.due is None, one.due or 0)):
        found.setdefault(waiting.case.id, Noticed(waiting.case, kind, left=line_of(counter, waiting).left))
    return tuple(found[one] for one in ids if one in found)


def _news(counter: Counter, connection: Connection, news: tuple[models.News, ...]) -> tuple[Noticed, ...]:
    rows = _rows(counter, connection, [one.case_id for one in news])
    return tuple(Noticed(rows[one.case_id], one.kind) for one in news if one.case_id in rows)


def _ready(counter: Counter, connection: Connection, ids: tuple[CaseId, ...]) -> tuple[Noticed, ...]:
    held = {one.case.id: one for one in trays.held(connection, counter.names, ids)} if ids else {}
    return tuple(Noticed(held[one].case, "ready", since=held[one].ready_at) for one in ids if one in held)


def _rows(counter: Counter, connection: Connection, ids: Iterable[CaseId]) -> dict[CaseId, CaseRow]:
    wanted = tuple(dict.fromkeys(ids))
    return {row.id: row for row in queries.rows_of(connection, wanted, counter.names)} if wanted else {}
