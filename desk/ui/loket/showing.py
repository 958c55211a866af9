"""What the page shows of one form, whole, as a value: the presenter makes it, the page draws it, tests read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from desk.domain.catalogue import Service
from desk.domain.identity import NikWarning
from desk.ui.loket.form import Form
from desk.ui.loket.offers import Offer
from desk.ui.loket.rows import Row
from desk.ui.loket.verdict import Verdict

Stage = Literal["picking", "filling", "saving", "done"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the form.

    Attributes:
        complete: registered with a promise; otherwise returned to the applicant with a list.
        missing: names of what is to be brought; unmet: conditions that are not met or were not answered.
        again: a returned file that was taken up again.
        spoken: nobody stands at the counter: number and list are told, nothing is printed unless asked for.
    """

    case_id: str
    registration_number: str
    tracking_code: str
    complete: bool
    promise: str
    missing: tuple[str, ...]
    name: str
    service: str
    again: bool = False
    spoken: bool = False
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A file in which the same is asked for already: what is said of it, and which it is."""

    words: str
    case_id: str


@dataclass(frozen=True, slots=True)
class Showing:
    """One form on the screen.

    Attributes:
        title: for its tab.
        service: the chosen one, or while picking the one under the bar.
        problems: what is wrong, by field path.
        warnings: what is odd about the NIK.
        other_name: that the NIK belongs to somebody of another name.
        under_way: the file of the same service that the applicant seems to have already.
        trouble: what went wrong with the whole, in one sentence.
    """

    stage: Stage
    form: Form
    title: str
    query: str = ""
    found: tuple[Service, ...] = ()
    highlighted: int = 0
    service: Service | None = None
    rows: tuple[Row, ...] = ()
    done: int = 0
    total: int = 0
    problems: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[NikWarning, ...] = ()
    other_name: str = ""
    under_way: UnderWay | None = None
    birth_words: str = ""
    offers: tuple[Offer, ...] = ()
    verdict: Verdict | None = None
    outcome: Outcome | None = None
    trouble: str = ""

    def offer_at(self, anchor: str) -> tuple[Offer, ...]:
        """The offers beside a field."""
        return tuple(offer for offer in self.offers if offer.anchor == anchor)
