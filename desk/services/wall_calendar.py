"""The calendar on the office's wall: Desk's holidays with the office's own changes over them, as they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.domain.calendar_document import EMPTY, CalendarDocument
from desk.domain.catalogue import Office
from desk.domain.holidays import HolidayTable, read_holidays
from desk.domain.workcalendar import WorkCalendar

if TYPE_CHECKING:
    from desk.services.calendar import Changed


class WallCalendar:
    """Where the counter looks a date up. An edit lays another document here, and whoever looks next sees it.

    Attributes:
        shipped: the holidays that Desk brought, as the CSV that they were read from.
        table: the same, read.
        document: what the office changed.
        calendar: this office's calendar.
        office: this office, in the time zone that its calendar says.
        renewed: what holidays that came with this Desk did to promises, None where they are those of last time.
        known: calendars that held here earlier, by their version, as far as they were looked for.
    """

    def __init__(self, shipped: bytes, offices: Sequence[Office], own: str, document: CalendarDocument = EMPTY) -> None:
        self.shipped = shipped
        self.table: HolidayTable = read_holidays(shipped.decode())
        self.renewed: Changed | None = None
        self.known: dict[str, WorkCalendar] = {}
        self._offices = {office.slug: office for office in offices}
        self._own = own
        self._others: dict[str, WorkCalendar] = {}
        self.lay(document)

    def lay(self, document: CalendarDocument) -> None:
        """The office changed its calendar.

        Raises:
            Refused: no calendar can be made of it.
        """
        office = self._offices[self._own]
        calendar = document.apply(self.table, office.timezone)
        self.document, self.calendar = document, calendar
        self.office = replace(office, timezone=calendar.timezone)

    @property
    def packed_timezone(self) -> str:
        """The time zone that the office's pack says."""
        return self._offices[self._own].timezone

    def tried(self, document: CalendarDocument, shipped: bytes | None = None) -> WallCalendar:
        """The wall as it would be with that document, and with other holidays from Desk where they are given."""
        return WallCalendar(shipped or self.shipped, tuple(self._offices.values()), self._own, document)

    def of(self, slug: str) -> WorkCalendar | None:
        """An office's calendar; None for one that isn't in the catalogue."""
        if slug == self._own:
            return self.calendar
        if slug not in self._others and slug in self._offices:
            self._others[slug] = EMPTY.apply(self.table, self._offices[slug].timezone)
        return self._others.get(slug)
