"""What was ticked and written on a sheet, and the one act that it amounts to. Pure.

An official who names a desk disposes; one who only agrees has done their step; one who wants it mended sends it back. A
desk that was sent the file and names nobody answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.errors import Refused
from desk.domain.movement import Urgency
from desk.domain.route import current_step, turns
from desk.domain.sheet_code import is_station_slot
from desk.domain.sheet_form import AGREED, CONFIDENTIAL, FORWARDED, REPAIR
from desk.domain.sheet_place import SheetPlace

BACK = "returned"
"""The branch of a route by which a step sends a file back within the office."""


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet as it was read.

    Attributes:
        desks: those that were ticked and those written by hand, as they are called.
        answer: whether their answer is waited for; None where that wasn't said, which means: of several it is.
        deadline: ISO date or empty.
        by: the official who wrote it; empty where only the desk is known.
    """

    desks: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    words: str = ""
    urgency: Urgency = "biasa"
    confidential: bool = False
    deadline: str = ""
    answer: bool | None = None
    agreed: bool = False
    repair: bool = False
    by: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was read of it yet."""
        return not (
            self.desks or self.phrases or self.words or self.deadline or self.agreed or self.repair or self.confidential
        ) and self.urgency == "biasa" and self.answer is None  # fmt: skip

    @property
    def instructions(self) -> tuple[str, ...]:
        """The phrases that are recorded: those that were ticked, and what else was."""
        more = ((AGREED, self.agreed), (REPAIR, self.repair), (CONFIDENTIAL, self.confidential))
        return (*self.phrases, *(phrase for phrase, ticked in more if ticked))

    @property
    def text(self) -> str:
        """All that was written, in one line."""
        return "; ".join(part for part in (*self.instructions, self.words) if part)

    @property
    def awaits(self) -> bool:
        """Whether answers are waited for."""
        return len(self.desks) > 1 if self.answer is None else self.answer


@dataclass(frozen=True, slots=True)
class Planned:
    """One act: as `desk.services.acts.act` takes it."""

    action: str
    to: tuple[str, ...] = ()
    note: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def planned(case: Case, service: Service, place: SheetPlace, written: Written) -> Planned:
    """What recording the sheet does, once the steps before it are recorded.

    Raises:
        Refused: nothing was read of it, or nobody is named whom it goes to.
    """
    if place.standing == "passed" and place.untold and place.step is not None:
        if not written.text:
            raise _nothing()
        return Planned("record", data={"step": place.step.key, "instruction": written.text})
    if written.desks:
        return _disposed(place, written)
    if not is_station_slot(place.slot) or place.acting != "S":
        if not written.text:
            raise _nothing()
        return Planned("answer", note=written.text, data={"disposition": place.acting})
    if written.agreed:
        return Planned("advance", note=written.text)
    if written.repair:
        return _sent_back(case, service, place, written)
    if written.empty:
        raise _nothing()
    template = (
        "Belum ada tujuannya: tekan angka di samping jabatan, {agreed} bila setuju, atau {repair} bila dikembalikan."
    )
    raise Refused("sheet_nowhere", template, field="desks", agreed="O", repair="P")


def _disposed(place: SheetPlace, written: Written) -> Planned:
    phrases = written.instructions or (() if written.words else (FORWARDED,))
    data: dict[str, Any] = {
        "from": place.acting,
        "phrases": list(phrases),
        "urgency": written.urgency,
        "must_answer": written.awaits,
    }
    if written.words:
        data["instruction"] = written.words
    if written.deadline:
        data["deadline"] = written.deadline
    return Planned("dispose", written.desks, data=data)


def _sent_back(case: Case, service: Service, place: SheetPlace, written: Written) -> Planned:
    """By the route's own branch where it has one, else to the applicant."""
    step = place.step if place.standing == "ahead" else current_step(service, case)
    branches = [turn for turn in turns(step) if turn.when == BACK] if step is not None else []
    if len(branches) == 1:
        return Planned("advance", note=written.text, data={"outcome": BACK})
    return Planned("return", note=written.text)


def _nothing() -> Refused:
    template = "Belum ada yang diisi: bacalah lembarnya, lalu tekan huruf dan angka yang tercetak di samping kotaknya."
    return Refused("sheet_empty", template, field="desks")
