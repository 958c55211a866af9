"""Joins the panel to the counter."""

from __future__ import annotations

from desk.domain.event import CaseId
from desk.services import acts, cases, guard, history, likeness
from desk.services.counter import Counter
from desk.ui.person.panel import PersonPanel
from desk.ui.person.presenter import About, PersonActs, PersonPresenter
from desk.ui.workplace import Workplace

PAGE = 20


def join(workplace: Workplace, panel: PersonPanel) -> None:
    """Let the panel work at this counter; another file of the person comes to the front in Berkas."""
    counter = workplace.counter
    panel.tell_notice = workplace.tell
    person_acts = acts_of(counter, workplace)
    presenter = PersonPresenter(panel, person_acts, workplace.jobs, counter.office.timezone)
    panel.keep(presenter)
    panel.wanted.connect(presenter.show_for)
    panel.history.opened.connect(presenter.go)
    panel.history.unlocked.connect(presenter.open_guarded)
    panel.history.more_wanted.connect(presenter.more)
    panel.doubts.compared.connect(presenter.compare)
    panel.doubts.closed.connect(panel.close_comparison)
    panel.doubts.opened.connect(presenter.go)
    panel.doubts.apart.connect(presenter.set_apart)
    panel.doubts.merge_requested.connect(presenter.merge)


def acts_of(counter: Counter, workplace: Workplace) -> PersonActs:
    """The services, bound to this counter."""

    def about(case_id: str) -> About:
        case = guard.opened(counter, case_id)
        return About(
            case.registration_number,
            history.of_case(counter, case, limit=PAGE),
            likeness.candidates(counter, case),
        )

    def set_apart(case_id: str, other_id: str, reason: str, apart: bool) -> None:
        one, other = cases.load(counter, CaseId(case_id)), cases.load(counter, CaseId(other_id))
        likeness.set_apart(counter, one, other, reason, apart=apart)

    def merge(case_id: str, into: str) -> None:
        acts.act(counter, CaseId(case_id), "merge", data={"into": into})

    return PersonActs(
        about=about,
        more=lambda case_id, after: history.of_case(counter, guard.opened(counter, case_id), limit=PAGE, after=after),
        open_visit=lambda row, reason: history.open_visit(counter, row, reason),
        compare=lambda case_id, other: likeness.compare(counter, guard.opened(counter, case_id), CaseId(other)),
        set_apart=set_apart,
        merge=merge,
        go=lambda case_id: workplace.go("cases", case_id),
        changed=workplace.changed,
    )
