"""The parts of Pengaturan and how each is built, late. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from desk.language import mark

if TYPE_CHECKING:
    from desk.ui.page import Page
    from desk.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Section:
    """One part.

    Attributes:
        name: as ``go("settings", name)`` says it.
        word: as the list says it.
        module: has ``build(workplace) -> Page``; imported at the first visit.
    """

    name: str
    word: str
    icon: str
    module: str

    def build(self, workplace: Workplace) -> Page:
        """The part, new."""
        builder = cast("Callable[[Workplace], Page]", import_module(self.module).build)
        return builder(workplace)


SECTIONS: tuple[Section, ...] = (
    Section("here", mark("Komputer ini"), "monitor", "desk.ui.settings.here.screen"),
    Section("positions", mark("Jabatan dan pejabat"), "users", "desk.ui.settings.positions.screen"),
    Section("calendar", mark("Kalender kerja"), "calendar-days", "desk.ui.settings.calendar.screen"),
    Section("phrases", mark("Kalimat disposisi"), "clipboard-list", "desk.ui.settings.phrases.screen"),
)
