"""The counter: everything an act of an officer needs to know about where and when it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from desk.domain.case import Case
from desk.domain.catalogue import Office, Service
from desk.domain.clock import due_at_of_case, due_of_case, used_minutes
from desk.domain.errors import DeskError, Refused
from desk.domain.journey import moment_of
from desk.domain.regions import Regions
from desk.domain.workcalendar import WorkCalendar
from desk.models.queries import ServiceNames
from desk.models.store import PinnedBody, Reckoned, ReckonOf, Store
from desk.services.catalogue import Catalogue
from desk.services.packfiles import service_on
from desk.services.shelf import Shelf
from desk.services.wall_calendar import WallCalendar


class KnownRegions:
    """Which region codes an identity number may begin with, and the table they come from: read when first asked for,
    because a counter is opened by every command and most never ask.
    """

    def __init__(self, read: Callable[[], Regions]) -> None:
        self._read = read

    @cached_property
    def table(self) -> Regions:
        """The whole table, in the office's spelling."""
        return self._read()

    @property
    def known_provinces(self) -> frozenset[str]:
        """Every province's code."""
        return self.table.known_provinces

    @property
    def known_regencies(self) -> frozenset[str]:
        """Every regency's code, or none where the table is not whole."""
        return self.table.known_regencies

    @property
    def known_districts(self) -> frozenset[str]:
        """Every district's code in the table."""
        return self.table.known_districts


@dataclass(frozen=True, slots=True)
class Counter:
    """One loket at work.

    Attributes:
        now: the injected clock, aware, in the office's zone.
        random: the injected source of random bytes, for tracking codes.
    """

    shelf: Shelf
    wall: WallCalendar
    store: Store
    now: Callable[[], datetime]
    random: Callable[[int], bytes]
    regions: KnownRegions

    @property
    def office(self) -> Office:
        """Whose counter it is."""
        return self.wall.office

    @property
    def calendar(self) -> WorkCalendar:
        """When the office works, as its calendar stands now."""
        return self.wall.calendar

    @property
    def catalogue(self) -> Catalogue:
        """All packs, as they stand today."""
        return self.shelf.catalogue

    @property
    def names(self) -> ServiceNames:
        """Titles and guarded services, for lists."""
        return self.shelf.names

    @property
    def name(self) -> str:
        """What the counter is called."""
        return self.store.identity.counter

    @property
    def officer(self) -> str:
        """Who acts."""
        return self.store.identity.officer

    @property
    def today(self) -> date:
        """The office's day."""
        return self.now().date()

    def moment(self, text: str) -> datetime:
        """A time of the journal on the office's clock."""
        return datetime.fromisoformat(text).astimezone(self.calendar.zone)

    def service_of(self, case: Case) -> Service:
        """The service standard that the case was registered under, later changes of the pack notwithstanding.

        Raises:
            Refused: what of the case is here doesn't say which one. NotFound, PackError: it isn't known here.
        """
        if not case.service:
            template = "Pendaftaran berkas ini belum tiba di loket ini; tunggu pertukaran data berikutnya."
            if case.read_only:
                template = "Berkas ini memuat hal yang belum dikenal Desk versi ini; perbarui Desk dulu."
            raise Refused("case_unreadable", template, field="case")
        return _version(self.catalogue, case, self.store.pinned)


def clock_reader(shelf: Shelf, wall: WallCalendar) -> ReckonOf:
    """What the store asks of each case that it projects: its clock under the case's own version of the service, by the
    calendar that hangs on the wall when it asks.
    """

    def reckoned(case: Case, pinned: PinnedBody) -> Reckoned:
        if case.destroyed or case.complete_at is None:
            return Reckoned()
        try:
            service = _version(shelf.catalogue, case, pinned)
        except DeskError:
            return Reckoned()
        calendar = wall.of(service.office)
        if calendar is None:
            return Reckoned()
        due = due_at_of_case(case, service, calendar)
        ended = moment_of(case.completed_at or "")
        minutes = used_minutes(case, service, calendar, ended) if ended else None
        return Reckoned(due.isoformat() if due else None, minutes)

    return reckoned


def _version(catalogue: Catalogue, case: Case, pinned: PinnedBody) -> Service:
    """The service file that the case pins, with the corrections that were in force when it was registered."""
    content = catalogue.contents.get(case.service_hash) or pinned(case.service_hash)
    if content is None:
        return catalogue.service(case.service)
    current = catalogue.find(case.service)
    if current is not None and current.hash == case.service_hash and not current.corrections:
        return current
    registered = moment_of(case.history[0].at if case.history else case.received_at)
    return service_on(content, case.service, registered.date() if registered else date.max)


__all__ = ["Counter", "KnownRegions", "clock_reader", "due_at_of_case", "due_of_case"]
