"""The calendar on the office's wall: Desk's holidays with the office's own changes over them, as they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.domain.calendar_document import EMPTY, CalendarDocument
from desk.domain.catalogue import Office
from desk.domain.holidays import HolidayTable
from desk.domain.workcalendar import WorkCalendar


class WallCalendar:
    """Where the counter looks a date up. An edit lays another document here, and whoever looks next sees it.

    Attributes:
        table: the holidays that Desk brought.
        document: what the office changed.
        calendar: this office's calendar.
        office: this office, in the time zone that the calendar says.
    """

    def __init__(
        self, table: HolidayTable, offices: Sequence[Office], own: str, document: CalendarDocument = EMPTY
    ) -> None:
        self.table = table
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

    def tried(self, document: CalendarDocument) -> WallCalendar:
        """The wall as it would be with that document."""
        return WallCalendar(self.table, tuple(self._offices.values()), self._own, document)

    def with_table(self, table: HolidayTable) -> WallCalendar:
        """The wall as it would be, had Desk brought other holidays."""
        return WallCalendar(table, tuple(self._offices.values()), self._own, self.document)

    def of(self, slug: str) -> WorkCalendar | None:
        """An office's calendar; None for one that isn't in the catalogue."""
        if slug == self._own:
            return self.calendar
        if slug not in self._others and slug in self._offices:
            self._others[slug] = EMPTY.apply(self.table, self._offices[slug].timezone)
        return self._others.get(slug)
