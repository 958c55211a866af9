"""What the editor needs of the office's catalogue, and what its page can show. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol

from desk.domain.catalogue import Service
from desk.domain.doubts.doubt import Doubt
from desk.ui.catalogue.edit.fields import FieldView
from desk.ui.catalogue.edit.options import Documents
from desk.ui.catalogue.edit.outline import Row
from desk.ui.catalogue.edit.sections import Section
from desk.ui.catalogue.edit.tidy import Json
from desk.ui.catalogue.edit.working import Path

if TYPE_CHECKING:
    from desk.print.raster import Page

Mode = Literal["edit", "correct", "new"]


@dataclass(frozen=True, slots=True)
class EditActs:
    """What the editor asks of the office's catalogue.

    Attributes:
        raw: a service file as printed. tried: the service that a file would be.
        looked_at: (pages of the checklist, doubts) of a service; away from the window's thread.
        save, correct: write (store). keep, drop: the draft (store).
        noted: a draft is kept under that key, or no longer.
        later: do something in so many milliseconds unless told again under the same name.
        saved: it was written: the service, a sentence, and in how many versions.
    """

    documents: Callable[[], Documents]
    today: Callable[[], date]
    raw: Callable[[str], Json]
    tried: Callable[[str, Json], Service]
    looked_at: Callable[[Service], tuple[Sequence[Page], Sequence[Doubt]]]
    save: Callable[[str, Json, str], object]
    correct: Callable[[str, Sequence[tuple[str, Any]], str, date], object]
    keep: Callable[[str, str, Json], None]
    drop: Callable[[str], None]
    noted: Callable[[str, Json | None], None]
    later: Callable[[str, int, Callable[[], None]], None]
    saved: Callable[[str, str, int], None]


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section in the editor's list."""

    key: str
    number: int
    heading: str
    doubts: int
    changed: bool
    wrong: bool


class EditView(Protocol):
    """The editor's page."""

    def show_head(self, mode: Mode, title: str, note: str) -> None: ...  # noqa: D102 (what is edited, and a remark)
    def show_sections(self, lines: Sequence[SectionLine], chosen: str) -> None: ...  # noqa: D102 (the list)
    def show_rows(self, rows: Sequence[Row], at: Path | None, section: Section) -> None: ...  # noqa: D102 (entries)
    def show_fields(self, own: Sequence[FieldView], entry: Sequence[FieldView], typed: Path | None) -> None: ...  # noqa: D102 (the form)
    def show_doubts(self, doubts: Sequence[Doubt]) -> None: ...  # noqa: D102 (of this section)
    def show_problem(self, words: str) -> None: ...  # noqa: D102 (that keeps it from being saved)
    def show_steps(self, undo: bool, redo: bool, changed: bool) -> None: ...  # noqa: D102 (the buttons)
    def show_kept(self, words: str) -> None: ...  # noqa: D102 (the draft's state; for a correction, its places)
    def show_pages(self, pages: Sequence[Page], stale: str) -> None: ...  # noqa: D102 (the checklist)
    def show_reason_error(self, words: str) -> None: ...  # noqa: D102 (beside it)
    def show_start_error(self, words: str) -> None: ...  # noqa: D102 (beside the date)
    def show_busy(self, busy: bool) -> None: ...  # noqa: D102 (being saved)
    def focus_field(self, path: Path | None) -> None: ...  # noqa: D102 (the field, or the entries)
