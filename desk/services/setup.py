"""Making a home a counter, and opening it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from desk.domain.calendar_document import EMPTY, CalendarDocument
from desk.domain.calendar_reader import read_document
from desk.domain.event import DeviceId
from desk.domain.intake_reader import clean_text
from desk.domain.regions import read_regions
from desk.domain.tracking import ALPHABET
from desk.models.home import Home
from desk.models.store import Store, create_store
from desk.models.unit_of_work import new_id
from desk.services import calendar, office_files
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter, KnownRegions, clock_reader
from desk.services.packfiles import load_catalogue
from desk.services.shelf import Shelf
from desk.services.wall_calendar import WallCalendar

PREFIX_LETTERS = 3
"""How many letters and digits of the counter's name open its registration numbers."""

PREFIX_RANDOM = 3
"""How many random symbols follow, so that two counters both named A give different numbers."""

NAME_LIMIT = 60


def set_up(
    home: Home,
    catalogue: Catalogue,
    *,
    office: str,
    counter: str,
    officer: str,
    now: Callable[[], datetime],
    random: Callable[[int], bytes],
) -> None:
    """Make the home a counter of an office. On a home that is one already, nothing that holds data changes.

    Raises:
        NotFound: no such office. Refused: the counter has no name. StoreError: the folder can't be written.
    """
    catalogue.office(office)
    name = clean_text(counter, "counter", required=True, limit=NAME_LIMIT)
    if home.exists:
        return
    create_store(
        home,
        device=DeviceId(new_id()),
        office=office,
        counter=name,
        prefix=prefix_of(name, random),
        officer=clean_text(officer, "officer", limit=NAME_LIMIT) or "Petugas",
        at=now().isoformat(),
    )


def prefix_of(counter: str, random: Callable[[int], bytes]) -> str:
    """What this incarnation's registration numbers begin with: ``L1`` of 'Loket 1', then random symbols."""
    parts = re.findall(r"[A-Za-z]+|\d+", counter)
    short = "".join(part if part.isdigit() else part[:1].upper() for part in parts)[:PREFIX_LETTERS]
    return (short or "L") + "".join(ALPHABET[byte % len(ALPHABET)] for byte in random(PREFIX_RANDOM))


def open_counter(
    home: Home,
    data: Path,
    *,
    clock: Callable[[], datetime],
    random: Callable[[int], bytes],
    catalogue: Catalogue | None = None,
    read_only: bool = False,
    patience: float = 10.0,
) -> Counter:
    """Open the counter of a home. `data` is the folder of packs and holidays; `clock` any aware clock; `catalogue` the
    bundled packs, where the caller has read them already.

    Raises:
        StoreError: see `Store.open`. PackError: a pack is wrong.
    """
    store = Store.open(home, read_only=read_only, patience=patience)
    try:
        counter = _furnished(store, data, clock, random, catalogue, read_only=read_only)
        if not store.is_projected:
            if read_only:  # lists are made anew by whoever comes first, a reader too; that takes the lock
                open_counter(
                    home, data, clock=clock, random=random, catalogue=catalogue, patience=patience
                ).store.close()
            else:
                _project_anew(store)
        return counter
    except BaseException:
        store.close()
        raise


def _project_anew(store: Store) -> None:
    """Lists and trays are made from the journal, all of them or none."""
    from desk.models.verify import rebuild  # noqa: PLC0415 (an up-to-date store never needs it)

    with store.write() as work:
        rebuild(work.connection, store.reckon_of)


def _furnished(
    store: Store,
    data: Path,
    clock: Callable[[], datetime],
    random: Callable[[int], bytes],
    catalogue: Catalogue | None,
    *,
    read_only: bool,
) -> Counter:
    """The counter around an open store."""
    changes, own = office_files.parted(store)
    catalogue = catalogue if catalogue and not changes else load_catalogue(data, clock().date(), changes)
    document = own.get(calendar.CALENDAR)
    wall = wall_of(catalogue, data, store.identity.office, read_document(document) if document else EMPTY)

    def now() -> datetime:
        return clock().astimezone(wall.calendar.zone)

    shelf = Shelf(data, lambda: now().date(), changes, catalogue)
    store.reckon_of = clock_reader(shelf, wall)
    counter = Counter(
        shelf=shelf,
        wall=wall,
        store=store,
        now=now,
        random=random,
        regions=regions_of(data, wall.office.region_names),
    )
    if not read_only:
        wall.renewed = calendar.renew(counter, own.get(calendar.HOLIDAYS))
    return counter


def regions_of(data: Path, names: Mapping[str, str]) -> KnownRegions:
    """The bundled table of regions with an office's own names on top, read at first use."""
    return KnownRegions(lambda: read_regions((data / "regions.csv").read_text(encoding="utf-8")).with_names(names))


def wall_of(catalogue: Catalogue, data: Path, office: str, document: CalendarDocument = EMPTY) -> WallCalendar:
    """The working calendar of an office: Desk's holidays, and what the office changed.

    Raises:
        NotFound: no such office. Refused: no calendar can be made of the document.
    """
    catalogue.office(office)
    return WallCalendar((data / "holidays" / "id.csv").read_bytes(), catalogue.offices, office, document)


def system_clock() -> datetime:
    """The PC's clock, aware."""
    return datetime.now(UTC)  # noqa: TID251 (this is the clock that everything else is handed)
