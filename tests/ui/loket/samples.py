"""A counter that needs no store: the real catalogue, and fakes of the services that say what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from desk.domain.case import Case
from desk.domain.catalogue import DocumentType, PaperForm, Service
from desk.domain.checklist import assess
from desk.domain.errors import DeskError
from desk.domain.event import CaseId
from desk.domain.intake import Address, Applicant, Intake
from desk.domain.likeness import Reason
from desk.domain.movement import Movement
from desk.domain.proceedings import NOTHING_YET
from desk.domain.worktime import Due
from desk.services.catalogue import Catalogue
from desk.services.packfiles import load_catalogue
from desk.ui.loket.acts import Acts, Place
from desk.ui.loket.counterdesk import Counterdesk
from desk.ui.loket.form import Form
from desk.ui.loket.presenter import Presenter
from desk.ui.loket.reading import Regions
from desk.ui.loket.showing import Showing

T = TypeVar("T")
WIB = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 24, 9, 15, tzinfo=WIB)
DATA = Path(__file__).parents[3] / "data"
CATALOGUE: Catalogue = load_catalogue(DATA, date(2026, 11, 24))
SITI = "3514096502900001"
"""A woman of Bangil's neighbourhood, born 25 February 1990."""

ADOPTION, ELDERLY, PBI_NEW, PBI_AGAIN, SKM = "pasuruan/01", "pasuruan/02", "pasuruan/06", "pasuruan/07", "pasuruan/08"
KITCHEN, DISASTER, LKS = "pasuruan/10", "pasuruan/09", "pasuruan/15"
PLACES = (
    Place("Raci", "Bangil"), Place("Kolursari", "Bangil"), Place("Kalirejo", "Bangil"), Place("Kalirejo", "Kraton"),
    Place("Latek", "Bangil"), Place("Martopuro", "Purwosari"),
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    document: str
    form: PaperForm | None
    seen_at: str
    registration_number: str = "A-2026-000012"


@dataclass(frozen=True)
class EarlierCase:
    id: str
    registration_number: str
    service_title: str
    state: str
    service: str = "pasuruan/07"
    received_at: str = "2026-11-12T09:00:00+07:00"
    sensitive: bool = False


@dataclass(frozen=True)
class Asked:
    """A file under way in which the same is asked for."""

    case_id: str = "case-12"
    registration_number: str = "A-2026-000012"
    reason: Reason = "nik"
    state: str = "open"
    received_at: str = "2026-11-12T09:00:00+07:00"
    name: str = "Siti Aminah"


@dataclass(frozen=True)
class Known:
    applicant: Applicant
    seen: Sequence[Seen] = ()
    cases: Sequence[EarlierCase] = ()


@dataclass(frozen=True)
class KnownFamily:
    kk: str
    address: Address
    names: Sequence[str]


@dataclass(frozen=True)
class FakeReceipt:
    id: str
    registration_number: str
    tracking_code: str
    state: str
    missing: Sequence[str]
    due_at: str | None


@dataclass(frozen=True)
class FakeDraft:
    key: str
    title: str
    body: dict[str, Any]


class Immediately:
    """Jobs that are done at once, or when `finish` is called."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.at_once = at_once
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def job() -> None:
            try:
                value = work()
            except DeskError as error:
                failed(error)
            else:
                done(value)

        if self.at_once:
            job()
        else:
            self.waiting.append(job)

    def finish(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Whenever:
    """A timer that goes off when the test says so."""

    def __init__(self) -> None:
        self.call: Callable[[], None] | None = None

    def start(self, milliseconds: int, call: Callable[[], None]) -> None:
        self.call = call

    def stop(self) -> None:
        self.call = None

    def elapse(self) -> None:
        if self.call:
            self.call()


@dataclass
class FakeCounter:
    """The services of a counter, in memory."""

    people: dict[str, Known] = field(default_factory=dict)
    families: dict[str, KnownFamily] = field(default_factory=dict)
    already: dict[str, Asked] = field(default_factory=dict)
    registered: list[Intake] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    drafts: dict[str, FakeDraft] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    refuse: DeskError | None = None
    now: datetime = NOW
    _keys: int = 0

    def acts(self) -> Acts:
        return Acts(
            search=lambda text: CATALOGUE.search(text, office="pasuruan", limit=0 if not text.strip() else 12),
            service=self.service,
            document=self.document,
            places=self.places,
            districts=("Bangil", "Beji", "Gempol", "Gondangwetan", "Grati", "Kraton", "Purwosari"),
            promise=self.promise,
            register=self.register,
            take_up=self.take_up,
            known=self.people.get,
            family=self.families.get,
            asked_already=self.asked_already,
            keep=self.keep,
            kept=lambda: tuple(self.drafts.values()),
            drop=lambda key: void(self.drafts.pop(key, None)),
            find=lambda reference: (self.cases[reference], CATALOGUE.service(self.cases[reference].service)),
            now=lambda: self.now,
            new_key=self.new_key,
            regions=Regions("35.14", (), (), ()),
        )

    def service(self, service_id: str) -> Service | None:
        return CATALOGUE.service(service_id)

    def asked_already(self, service: str, applicant: Applicant, besides: str) -> tuple[Asked, ...]:
        self.asked.append((service, applicant.nik, applicant.name))
        found = self.already.get(service)
        return (found,) if found and found.case_id != besides else ()

    def document(self, document_id: str) -> DocumentType | None:
        return CATALOGUE.documents.get(document_id)

    def places(self, text: str) -> tuple[Place, ...]:
        sought = text.strip().casefold()
        return tuple(place for place in PLACES if sought and place.village.casefold().startswith(sought))

    def promise(self, service: Service, start: datetime) -> Due:
        if service.duration is None:
            return Due(None, ("Tidak ditetapkan.",), None)
        if service.duration.unit in ("minute", "hour"):
            at = start + timedelta(minutes=service.duration.max * (60 if service.duration.unit == "hour" else 1))
            return Due(at, (f"Mulai {start:%H.%M}", f"ditambah {service.duration.printed}"), "office")
        at = start + timedelta(days=service.duration.max * {"day": 1, "month": 30, "year": 365}[service.duration.unit])
        return Due(at, ("Hari ke-0: hari ini, berkas lengkap.", f"Ditambah {service.duration.printed}."), "working")

    def register(self, intake: Intake) -> FakeReceipt:
        self.calls.append("register")
        return self._receipt(intake, f"A-2026-{len(self.registered) + 1:06d}")

    def take_up(self, case_id: str, intake: Intake) -> FakeReceipt:
        self.calls.append(f"take_up {case_id}")
        return self._receipt(intake, self.cases[case_id].registration_number)

    def _receipt(self, intake: Intake, number: str) -> FakeReceipt:
        if self.refuse is not None:
            raise self.refuse
        self.registered.append(intake)
        assessment = assess(CATALOGUE.service(intake.service), intake, self.now.date())
        state = "open" if assessment.complete else "returned"
        at = self.promise(CATALOGUE.service(intake.service), self.now).at
        due = at.isoformat() if at and assessment.complete else None
        return FakeReceipt(f"case-{len(self.registered)}", number, "K7MQ2RTXW9P", state, assessment.missing, due)

    def keep(self, key: str, title: str, body: dict[str, Any]) -> None:
        self.drafts[key] = FakeDraft(key, title, body)

    def new_key(self) -> str:
        self._keys += 1
        return f"key-{self._keys}"


def void(_: object) -> None:
    return None


@dataclass
class Witness:
    """A view that remembers."""

    showing: Showing | None = None
    focused: list[str] = field(default_factory=list)
    printed: list[tuple[str, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    taken_up: list[str] = field(default_factory=list)
    tabs: tuple[str, ...] = ()
    current: int = 0

    def show_form(self, showing: Showing) -> None:
        self.showing = showing

    def show_tabs(self, titles: Sequence[str], current: int) -> None:
        self.tabs, self.current = tuple(titles), current

    def focus(self, path: str) -> None:
        self.focused.append(path)

    def print_paper(self, paper: str, reference: str) -> None:
        self.printed.append((paper, reference))

    def say(self, words: str, *, undo: bool = False) -> None:
        self.said.append(words)

    def take_back(self, words: str) -> None:
        self.taken_back.append(words)

    def take_up(self, case_id: str) -> None:
        self.taken_up.append(case_id)


class Morning:
    """One form at a counter, with everything around it."""

    def __init__(self, counter: FakeCounter | None = None, *, at_once: bool = True, form: Form | None = None) -> None:
        self.counter = counter or FakeCounter()
        self.view = Witness()
        self.jobs = Immediately(at_once=at_once)
        self.later = Whenever()
        key = self.counter.new_key()
        self.intake = Presenter(self.counter.acts(), self.jobs, self.later, self.view, form or Form(key=key))
        self.intake.start()

    def choose(self, words: str) -> None:
        self.intake.search(words)
        self.intake.choose()

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            path = name if name == "note" else f"applicant.{name}"
            self.intake.write(path, text)
            self.intake.leave(path)

    @property
    def seen(self) -> Showing:
        assert self.view.showing is not None
        return self.view.showing

    def row(self, row_id: str) -> Any:
        return next(row for row in self.seen.rows if row.id == row_id)


def desk_of(counter: FakeCounter, *, at_once: bool = True) -> tuple[Counterdesk, Witness, Immediately]:
    view, jobs = Witness(), Immediately(at_once=at_once)
    desk = Counterdesk(counter.acts(), jobs, Whenever, view)
    desk.start()
    return desk, view, jobs


def a_person(name: str = "Siti Aminah", nik: str = SITI) -> Applicant:
    address = Address("Jl. Melati 5", "03", "02", "Raci", "Bangil")
    return Applicant(
        name=name,
        nik=nik,
        kk="3514090101150007",
        sex="P",
        birth_date="1990-02-25",
        phone="6281234567890",
        address=address,
    )


def a_returned_case(intake: Intake, number: str = "A-2026-000012") -> Case:
    return Case(
        id=CaseId("case-12"), registration_number=number, tracking_code="K7MQ2RTXW9P", service=intake.service,
        service_hash="", state="returned", counter="A", channel="counter", applicant=intake.applicant, beneficiaries=(),
        checklist=dict(intake.checklist), answers=dict(intake.answers), external_reference=None,
        received_at=NOW.isoformat(), complete_at=None, ready_at=None, completed_at=None,
        movement=Movement(), proceedings=NOTHING_YET, position=None, promised_at=None, calendar="", merged_into=None,
        history=(), conflicts={}, read_only=False, destroyed=False, waiting=0,
    )  # fmt: skip
