"""Where one can go: the entries of the rail and how each screen is built, late. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from desk.language import mark
from desk.ui.shortcuts import Key

if TYPE_CHECKING:
    from desk.ui.page import Page
    from desk.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail.

    Attributes:
        name: as `Workplace.go` says it.
        word: as the rail says it.
        module: has ``build(workplace) -> Page``; imported at the first visit.
    """

    name: str
    word: str
    icon: str
    key: Key
    module: str

    def build(self, workplace: Workplace) -> Page:
        """The screen, new."""
        builder = cast("Callable[[Workplace], Page]", import_module(self.module).build)
        return builder(workplace)


PLACES: tuple[Place, ...] = (
    Place("intake", mark("Loket"), "clipboard-pen", Key.GO_1, "desk.ui.loket.screen"),
    Place("cases", mark("Berkas"), "folder-open", Key.GO_2, "desk.ui.cases.screen"),
    Place("dispositions", mark("Disposisi"), "inbox", Key.GO_3, "desk.ui.dispositions.screen"),
    Place("letters", mark("Surat"), "mail", Key.GO_4, "desk.ui.letters.screen"),
    Place("recap", mark("Rekap"), "chart-column", Key.GO_5, "desk.ui.recap.screen"),
    Place("catalogue", mark("Layanan"), "book-open", Key.GO_6, "desk.ui.catalogue.screen"),
    Place("sync", mark("Sinkron"), "refresh-cw", Key.GO_7, "desk.ui.sync.screen"),
    Place("settings", mark("Pengaturan"), "settings", Key.GO_8, "desk.ui.settings.screen"),
)
FIRST = "intake"


def place_named(name: str) -> Place:
    """The place of that name."""
    return next(place for place in PLACES if place.name == name)
