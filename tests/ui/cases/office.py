"""An office for Berkas: files in every standing on a real counter, and services that write down what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from desk.domain.case import Case
from desk.domain.event import CaseId
from desk.domain.intake import Intake, Tick
from desk.services import acts, cases, intake
from desk.services.acts import Wish
from desk.services.counter import Counter
from desk.ui.cases import gathering
from desk.ui.cases.asking import CasesActs, CasesView, DraftKey, Filter, Sieve
from desk.ui.cases.dossier import Dossier
from desk.ui.cases.forms.form import Column, Option, Values
from desk.ui.cases.presenter import CasesPresenter
from desk.ui.preview.request import PaperRequest
from tests.ui.fakes import Notebook, NowJobs
from tests.ui.house import open_house, person, take_in

ADOPTION, ELDERLY, GRANT, REACTIVATION, BURIAL = (
    "pasuruan/01", "pasuruan/02", "pasuruan/05", "pasuruan/07", "pasuruan/16",
)  # fmt: skip


@dataclass
class Rows:
    """A page of the list."""

    rows: list[Any]
    after: str | None = None


@dataclass
class Office:
    """Services that answer from what they were given and write down what they were asked."""

    listing: Rows = field(default_factory=lambda: Rows([]))
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    asked: list[tuple[str, Any]] = field(default_factory=list)
    found: tuple[Option, ...] = ()
    drafts: dict[DraftKey, Values] = field(default_factory=dict)
    trouble: Exception | None = None

    def acts(self) -> CasesActs:
        return CasesActs(
            rows=self.rows,
            counts=lambda: {"open": 1},
            sieve=lambda: Sieve((("Kepala Dinas", 3),), ((ADOPTION, "Adopsi"),)),
            dossier=lambda case_id: self.dossiers[case_id],
            act=self.act,
            look_up=self.look_up,
            foresee=self.foresee,
            kept=lambda: dict(self.drafts),
            keep=self.keep,
            drop=self.drop,
            reveal=self.reveal,
            slip=lambda case: PaperRequest("slip", case.id, lambda _s, _c: b"", ("a6",), case.id),
            shortage=lambda case: PaperRequest("missing", case.id, lambda _s, _c: b"", ("a5",), case.id),
            given_back=self.given_back,
            disposition=self.disposition,
            preview=lambda request: self.asked.append(("preview", request.kind)),
            take_up=lambda case_id: self.asked.append(("take_up", case_id)),
            changed=lambda: self.asked.append(("changed", None)),
        )

    def rows(self, wanted: Filter, after: str | None) -> Any:
        self.asked.append(("rows", (wanted, after)))
        self._fail()
        return self.listing

    def act(self, case_id: str, wishes: tuple[Wish, ...], seen: str) -> Case:
        self.asked.append(("act", wishes))
        self.asked.append(("seen", seen))
        self._fail()
        return next(found.case for found in self.dossiers.values() if found.case.id == case_id)

    def look_up(self, dossier: Dossier, action: str, text: str) -> tuple[Option, ...]:
        self.asked.append(("look_up", (action, text)))
        return self.found

    def foresee(self, dossier: Dossier, action: str, values: Values) -> tuple[Column, ...]:
        self.asked.append(("foresee", dict(values)))
        return (Column("Sesudah", (("", "…"),)),)

    def keep(self, key: DraftKey, title: str, values: Values) -> None:
        self.drafts[key] = dict(values)

    def drop(self, key: DraftKey) -> None:
        self.drafts.pop(key, None)

    def reveal(self, case_id: str) -> None:
        self.asked.append(("reveal", case_id))
        self._fail()

    def given_back(self, case: Case, papers: tuple[str, ...]) -> PaperRequest:
        self.asked.append(("given_back", papers))
        return PaperRequest("given_back", case.id, lambda _s, _c: b"", ("a5",), case.id)

    def disposition(self, case: Case) -> PaperRequest:
        self._fail()
        return PaperRequest("disposition:S", case.id, lambda _s, _c: b"", ("half",), case.id)

    def wished(self) -> list[str]:
        """The actions that were asked for, in order."""
        return [wish.action for name, wishes in self.asked if name == "act" for wish in wishes]

    def _fail(self) -> None:
        if self.trouble:
            raise self.trouble


def desk(dossiers: Mapping[str, Dossier], jobs: Any = None) -> tuple[CasesPresenter, Notebook, Office]:
    """A presenter with a view that takes notes."""
    view, office = Notebook(), Office(dossiers=dict(dossiers))
    return CasesPresenter(cast("CasesView", view), office.acts(), jobs or NowJobs()), view, office


def files(folder: Path) -> dict[str, Dossier]:
    """A file in each standing that the screen knows, by what it is called below."""
    counter = open_house(folder)
    try:
        return {name: gathering.dossier(counter, make(counter)) for name, make in STANDINGS.items()}
    finally:
        counter.store.close()


def refreshed(counter: Counter, dossier: Dossier) -> Dossier:
    """The same file as it is now."""
    return gathering.dossier(counter, dossier.case.id)


def at_step(counter: Counter, service: str, action: str, number: int = 1) -> CaseId:
    """A file that waits at the office's own step of that action."""
    case_id = take_in(counter, service, person("Dewi Lestari", number), complete=True)
    route = counter.catalogue.service(service).route
    wanted = {step.key for step in route if step.action == action and not step.external}
    for _ in route:
        station = cases.load(counter, case_id).movement.station
        if station is not None and station.step in wanted:
            return case_id
        acts.act(counter, case_id, "advance")
    raise AssertionError(f"{service} has no step that {action}s")


def branching(counter: Counter) -> CaseId:
    case_id = take_in(counter, BURIAL, person("Bambang", 8), complete=True)
    while True:
        case = cases.load(counter, case_id)
        offer = next(one for one in acts.possible(counter, case) if one.action == "advance")
        if offer.turns:
            return case_id
        acts.act(counter, case_id, "advance")


def with_two_desks(counter: Counter) -> CaseId:
    case_id = at_step(counter, GRANT, "dispose", 3)
    told = {"instruction": "Teliti dan sampaikan pendapat", "phrases": ["Proses lebih lanjut"], "urgency": "segera"}
    acts.act(
        counter,
        case_id,
        "dispose",
        by="Kepala Dinas",
        to=("Sekretaris", "Kepala Bidang Rehabilitasi Sosial"),
        data=told,
    )
    return case_id


def with_one_desk(counter: Counter) -> CaseId:
    case_id = at_step(counter, ADOPTION, "check", 4)
    acts.act(
        counter, case_id, "dispose", to=("Sekretaris",), data={"instruction": "Mohon pendapat", "must_answer": True}
    )
    return case_id


def outside(counter: Counter) -> CaseId:
    case_id = at_step(counter, ADOPTION, "check", 5)
    acts.act(counter, case_id, "hand_off", data={"body": "Kejaksaan Negeri", "await": True, "reference": "12/KJ"})
    return case_id


def paused(counter: Counter) -> CaseId:
    case_id = at_step(counter, ELDERLY, "visit", 6)
    acts.act(counter, case_id, "pause", data={"reason": "signer_away"})
    return case_id


def sent_back(counter: Counter) -> CaseId:
    case_id = at_step(counter, ADOPTION, "check", 7)
    acts.act(counter, case_id, "return", note="KK buram", by="Kepala Bidang")
    return case_id


def ended(counter: Counter) -> CaseId:
    """Everything was advanced, nothing told; two originals lie in the office."""
    service = counter.catalogue.service(ELDERLY)
    ticks = {one.id: Tick(met=True, form=_form(n), kept=True) for n, one in enumerate(service.every_requirement())}
    answers = {question.key: True for question in service.questions}
    form = Intake(service=ELDERLY, applicant=person("Siti Aminah", 9), checklist=ticks, answers=answers)
    case_id = intake.register(counter, form).id
    while cases.load(counter, case_id).state == "open":
        acts.act(counter, case_id, "advance")
    return case_id


def refused(counter: Counter) -> CaseId:
    case_id = take_in(counter, ADOPTION, person("Slamet", 10), complete=True)
    acts.act(counter, case_id, "reject", note="Bukan penduduk")
    return case_id


def _form(place: int) -> Any:
    return "original" if place < 2 else "copy"


STANDINGS: Mapping[str, Callable[[Counter], CaseId]] = {
    "whole": lambda counter: take_in(counter, ADOPTION, person("Siti Aminah", 4), complete=True),
    "short": lambda counter: take_in(counter, ELDERLY, person("Suparti", 5), complete=False),
    "visit": lambda counter: at_step(counter, ADOPTION, "visit"),
    "dispose": lambda counter: at_step(counter, GRANT, "dispose"),
    "hand_off": lambda counter: at_step(counter, ADOPTION, "hand_off"),
    "deliver": lambda counter: at_step(counter, BURIAL, "deliver"),
    "branching": branching,
    "two": with_two_desks,
    "one": with_one_desk,
    "outside": outside,
    "paused": paused,
    "sent_back": sent_back,
    "ended": ended,
    "refused": refused,
}
