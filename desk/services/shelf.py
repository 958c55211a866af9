"""The catalogue as it stands at this counter today: bundled packs, the office's own versions over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from desk.models.queries import ServiceNames
from desk.services.catalogue import Catalogue
from desk.services.packfiles import bundled_files, load_catalogue


class Shelf:
    """Where the counter takes its catalogue from. An edit lays a new one here; a new day may bring corrections into
    force, so the catalogue is made again when the date changes.
    """

    def __init__(
        self,
        data: Path,
        today: Callable[[], date],
        changes: Mapping[str, bytes | None],
        catalogue: Catalogue | None = None,
    ) -> None:
        self._data, self._today = data, today
        self._changes = dict(changes)
        self._day = today()
        self._laid(catalogue if catalogue and not changes else load_catalogue(data, self._day, self._changes))

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of today."""
        self._keep_up()
        return self._catalogue

    @property
    def names(self) -> ServiceNames:
        """Titles and guarded services, for lists."""
        self._keep_up()
        return self._names

    def lay(self, changes: Mapping[str, bytes | None]) -> None:
        """Files were changed; None takes one away.

        Raises:
            PackError: the registry of documents is wrong.
        """
        self._changes.update(changes)
        self._laid(load_catalogue(self._data, self._day, self._changes))

    def tried(self, changes: Mapping[str, bytes | None]) -> Catalogue:
        """The catalogue that those changes would make, without making them."""
        return load_catalogue(self._data, self._today(), {**self._changes, **changes})

    def shipped(self, name: str) -> bytes | None:
        """A pack file as it came with Desk; None when Desk brought none of that name."""
        return bundled_files(self._data).get(name)

    def _keep_up(self) -> None:
        today = self._today()
        if today != self._day:
            self._day = today
            self._laid(load_catalogue(self._data, today, self._changes))

    def _laid(self, catalogue: Catalogue) -> None:
        services = catalogue.services()
        self._catalogue = catalogue
        self._names = ServiceNames(
            titles={service.id: service.title for service in services},
            sensitive=frozenset(service.id for service in services if service.sensitive),
        )
