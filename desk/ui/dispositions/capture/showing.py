"""What the capture shows, whole, as a value: the presenter makes it, the dialog draws it, tests read it. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from desk.domain.sheet_form import SheetForm
from desk.ui.dispositions.capture.filling import Filling
from desk.ui.kit.tokens import Tone

Stage = Literal["waiting", "looking", "filling", "blocked", "saving"]
"""A sheet is to be scanned; it is being looked for; it is keyed in; it can't be recorded; it is being recorded."""


@dataclass(frozen=True, slots=True)
class Done:
    """A sheet that was recorded in this sitting."""

    number: str
    words: str
    case_id: str
    step: str


@dataclass(frozen=True, slots=True)
class Left:
    """A sheet that was begun and not recorded."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Showing:
    """One sheet, and the stack round it.

    Attributes:
        form: as it was printed; filling: what was read of it.
        several: whether answers of several desks are waited for, which can be said otherwise.
        notes: (sentence, tone) about the sheet as a whole: why it can't be recorded, what is recorded with it.
        problems: what is wrong, by field; hints: what a field was understood as.
        effect: what Enter does; empty while it does nothing.
        done, left: the stack so far.
    """

    stage: Stage
    form: SheetForm | None = None
    number: str = ""
    filling: Filling = field(default_factory=Filling)
    several: bool = False
    notes: tuple[tuple[str, Tone], ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    effect: str = ""
    can_undo: bool = False
    done: tuple[Done, ...] = ()
    left: tuple[Left, ...] = ()
