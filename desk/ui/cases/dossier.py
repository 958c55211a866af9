"""Everything about one case, fetched in one go on the store's worker, and what the sheet makes of it. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from desk.domain.case import Case
from desk.domain.catalogue import Service
from desk.domain.checklist import Assessment
from desk.domain.offers import Offer
from desk.services.standing import ClockSaid, Hand
from desk.ui.cases.route_drawing import Route
from desk.ui.kit.tokens import Tone


class Printed(Protocol):
    """A line of the print ledger."""

    @property
    def paper(self) -> str: ...  # noqa: D102 (services.ledger says)
    @property
    def printer(self) -> str: ...  # noqa: D102
    @property
    def copy(self) -> int: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def officer(self) -> str: ...  # noqa: D102
    @property
    def asked_at(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Dossier:
    """One case with all that is said of it.

    Attributes:
        clock, why: the clock in one phrase, and its arithmetic line by line.
        hands: who has the file now.
        step_time: how the time of the step that it waits at stands, where an SOP sets one.
        spent: how long it was at each step of its route, in words, by the step's key.
        counters: at which counter each entry of its history was written, where that is known, by event.
        others: registration numbers of the cases that it names, by their id.
        desks, officials, phrases: where it may be sent, on whose behalf one may write, what a disposition often asks.
        remarks: what to know of a desk before it is sent there, by its title.
    """

    case: Case
    service: Service
    assessment: Assessment
    clock: ClockSaid
    why: tuple[str, ...]
    offers: tuple[Offer, ...]
    hands: tuple[Hand, ...]
    prints: Sequence[Printed]
    today: date
    zone: str
    step_time: str = ""
    spent: Mapping[str, str] = field(default_factory=dict)
    counters: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    desks: tuple[str, ...] = ()
    remarks: Mapping[str, str] = field(default_factory=dict)
    officials: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def offer(self, action: str) -> Offer | None:
        """What may be done of that name; None where it may not."""
        return next((offer for offer in self.offers if offer.action == action), None)


@dataclass(frozen=True, slots=True)
class Press:
    """Something that can be pressed: an act, and about which thing (a step, a disposition) where there are several.

    `asks` says whether it opens a form; what doesn't is done at once.
    """

    action: str
    words: str
    key: str = ""
    asks: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section; `label` stands at the left of pairs, `number` before a step, `press` at the right.

    `chapter` is the part of the history that it belongs to.
    """

    text: str
    detail: str = ""
    icon: str = ""
    tone: Tone = "quiet"
    label: str = ""
    number: str = ""
    strong: bool = False
    depth: int = 0
    soft: bool = False
    press: Press | None = None
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, something short at its right, rows; `chapters` (key, words) are parts that can be looked at alone."""

    heading: str
    rows: tuple[Row, ...]
    right: str = ""
    empty: str = ""
    press: Press | None = None
    chapters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Acts that belong together, under a heading of the menu."""

    heading: str
    presses: tuple[Press, ...]


@dataclass(frozen=True, slots=True)
class HandLine:
    """One who has the file, as the sheet shows it: where since when, and below it what is asked and until when."""

    words: str
    detail: str = ""
    tone: Tone = "quiet"
    icon: str = "user"


@dataclass(frozen=True, slots=True)
class ClockLook:
    """The clock as a chip, and the promised date beside it."""

    words: str
    until: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class Detail:
    """What the sheet shows.

    Attributes:
        next_step, waiting: what is to be done now; the first papers that are waited for.
        step_time: how the step's own time stands, where its SOP sets one.
        hands: who has it; clock: how its time stands, `why` line by line.
        first: the act that most likely comes next, with the one key; likely: others that may; groups: all of them.
        warnings: what an officer must know before touching it.
    """

    case_id: str
    number: str
    code: str
    state: str
    name: str
    service: str
    next_step: str
    step_time: str
    waiting: tuple[str, ...]
    hands: tuple[HandLine, ...]
    clock: ClockLook
    why: tuple[str, ...]
    first: Press | None
    likely: tuple[Press, ...]
    groups: tuple[Group, ...]
    warnings: tuple[str, ...]
    route: Route
    sections: tuple[Section, ...]
    can_slip: bool
    can_shortage: bool
    can_given_back: bool
    can_disposition: bool
    revealed: bool

    def offers(self, action: str) -> bool:
        """Whether that may be done now."""
        return any(press.action == action for group in self.groups for press in group.presses)
