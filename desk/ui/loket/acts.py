"""What the intake screen asks of the services, in one value: the real functions bound to a counter, or a test's fakes.

All but `search`, `service`, `document`, `places`, `today` and `now` touch the store and are run through `Jobs`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from desk.domain.case import Case
from desk.domain.catalogue import DocumentType, PaperForm, Service
from desk.domain.intake import Address, Applicant, Intake
from desk.domain.likeness import Reason
from desk.domain.worktime import Due
from desk.ui.loket.reading import Regions

T = TypeVar("T")


class Runner(Protocol):
    """`desk.ui.jobs.Jobs`, as far as a presenter needs it: work on the database worker, answers on this thread."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> object:
        """Do `work` elsewhere; call `done` with its value, or `failed` with its error."""


class Later(Protocol):
    """Calls something once, a little later; called again, the former call is forgotten."""

    def start(self, milliseconds: int, call: Callable[[], None]) -> None:
        """Call `call` after so long."""

    def stop(self) -> None:
        """Forget it."""


class SeenPaperLike(Protocol):
    """`services.people.SeenPaper`."""

    @property
    def document(self) -> str: ...  # noqa: D102
    @property
    def form(self) -> PaperForm | None: ...  # noqa: D102
    @property
    def seen_at(self) -> str: ...  # noqa: D102
    @property
    def registration_number(self) -> str: ...  # noqa: D102


class CaseLike(Protocol):
    """`CaseRow`, as far as it is looked at here."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def service(self) -> str: ...  # noqa: D102
    @property
    def service_title(self) -> str: ...  # noqa: D102
    @property
    def received_at(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def sensitive(self) -> bool: ...  # noqa: D102


class AskedLike(Protocol):
    """`services.likeness.Candidate`: a file under way in which the same seems to be asked for by the same person."""

    @property
    def case_id(self) -> str: ...  # noqa: D102
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> Reason: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def received_at(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


class KnownLike(Protocol):
    """`services.people.KnownPerson`."""

    @property
    def applicant(self) -> Applicant: ...  # noqa: D102
    @property
    def seen(self) -> Sequence[SeenPaperLike]: ...  # noqa: D102
    @property
    def cases(self) -> Sequence[CaseLike]: ...  # noqa: D102


class FamilyLike(Protocol):
    """`services.people.Family`."""

    @property
    def kk(self) -> str: ...  # noqa: D102
    @property
    def address(self) -> Address: ...  # noqa: D102
    @property
    def names(self) -> Sequence[str]: ...  # noqa: D102


class ReceiptLike(Protocol):
    """`services.intake.Receipt`."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def registration_number(self) -> str: ...  # noqa: D102
    @property
    def tracking_code(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def missing(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def due_at(self) -> str | None: ...  # noqa: D102


class DraftLike(Protocol):
    """`services.drafts.Draft`."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> Mapping[str, Any]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Place:
    """A village and the district that it lies in."""

    village: str
    district: str


@dataclass(frozen=True, slots=True)
class Acts:
    """The functions behind the screen.

    Attributes:
        search: services that fit what was typed, best first; all of the office's for an empty text.
        places: villages that fit what was typed, best first; districts: those of the office's region.
        asked_already: files under way that ask for that service (its id) for that applicant, without one of that id.
        keep: (key, title, body) of a draft.
        find: a file with the version of the service that it was registered under.
        kept: the drafts of this officer at this counter, oldest first.
    """

    search: Callable[[str], Sequence[Service]]
    service: Callable[[str], Service | None]
    document: Callable[[str], DocumentType | None]
    places: Callable[[str], Sequence[Place]]
    districts: Sequence[str]
    promise: Callable[[Service, datetime], Due]
    register: Callable[[Intake], ReceiptLike]
    take_up: Callable[[str, Intake], ReceiptLike]
    known: Callable[[str], KnownLike | None]
    family: Callable[[str], FamilyLike | None]
    asked_already: Callable[[str, Applicant, str], Sequence[AskedLike]]
    keep: Callable[[str, str, dict[str, Any]], None]
    kept: Callable[[], Sequence[DraftLike]]
    drop: Callable[[str], None]
    find: Callable[[str], tuple[Case, Service]]
    now: Callable[[], datetime]
    new_key: Callable[[], str]
    regions: Regions

    def today(self) -> date:
        """The office's date."""
        return self.now().date()
