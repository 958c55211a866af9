"""Several acts at one counter are one, and nothing is done to a file that moved since it was seen."""

from __future__ import annotations

import pytest

from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.services import acts, cases, reclassify
from desk.services.acts import Wish
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import ADOPTION, ELDERLY, intake, met


def opened(counter: Counter, service: str = ADOPTION) -> CaseId:
    return register(counter, intake(service)).id


def kept(counter: Counter) -> CaseId:
    """A file whose two first papers lie in the office in the original."""
    service = counter.catalogue.service(ELDERLY)
    ticks = {one.id: met(form="original" if n < 2 else "copy") for n, one in enumerate(service.every_requirement())}
    return register(counter, intake(ELDERLY, everything=False, checklist=ticks)).id


def test_a_second_press_that_meant_the_same_step_does_nothing(counter: Counter) -> None:
    case_id = opened(counter)
    seen = cases.load(counter, case_id).journey.last
    acts.act_together(counter, case_id, (Wish("advance"),), as_of=seen)
    with pytest.raises(Refused) as refused:
        acts.act_together(counter, case_id, (Wish("advance"),), as_of=seen)
    assert refused.value.code == "changed_meanwhile"
    assert "Rini" in refused.value.message
    assert "24 November 2026" in refused.value.message
    assert [entry.kind for entry in cases.load(counter, case_id).history] == ["case_registered", "step_done"]


def test_a_note_of_somebody_else_stands_in_nobody_s_way(counter: Counter) -> None:
    case_id = opened(counter)
    seen = cases.load(counter, case_id).journey.last
    acts.act(counter, case_id, "note", note="pemohon menelepon")
    acts.act_together(counter, case_id, (Wish("advance"),), as_of=seen)
    assert cases.load(counter, case_id).history[-1].kind == "step_done"


def test_all_of_them_are_done_or_none(counter: Counter) -> None:
    case_id = kept(counter)
    wishes = (Wish("note", note="diserahkan"), Wish("give_back", data={"recipient": "Siti", "papers": ["bukan"]}))
    with pytest.raises(Refused):
        acts.act_together(counter, case_id, wishes)
    assert [entry.kind for entry in cases.load(counter, case_id).history] == ["case_registered"]


def test_originals_go_back_signed_and_the_file_says_so(counter: Counter) -> None:
    case_id = kept(counter)
    first, second = cases.load(counter, case_id).originals_kept
    acts.act(counter, case_id, "give_back", data={"recipient": "Siti", "papers": [first], "signed": True})
    acts.act(counter, case_id, "give_back", data={"recipient": "Umar"})
    back = cases.load(counter, case_id).proceedings.given_back
    assert (back[first].to, back[first].signed, back[first].date) == ("Siti", True, "2026-11-24")
    assert (back[second].to, back[second].signed) == ("Umar", False)


def test_what_another_service_would_mean_is_said_before_and_comes_true(counter: Counter) -> None:
    case_id = opened(counter)
    case = cases.load(counter, case_id)
    seen = reclassify.foresee(counter, case, ELDERLY)
    after = acts.act(counter, case_id, "reclassify", data={"service": ELDERLY})
    asked = {one.id for one in seen.service.every_requirement()}
    assert {one.id for one in seen.kept} == {key for key, tick in after.checklist.items() if tick.met} & asked
    assert (after.state == "open") == (not seen.missing)
    assert (seen.promised.isoformat() if seen.promised else None) == after.promised_at


@pytest.mark.parametrize(("service", "code"), [(ADOPTION, "same_service"), ("mesuji/01", "service_unknown")])
def test_a_service_that_it_can_t_be_is_refused_before_too(counter: Counter, service: str, code: str) -> None:
    case = cases.load(counter, opened(counter))
    with pytest.raises(Exception) as refused:
        reclassify.foresee(counter, case, service)
    assert getattr(refused.value, "code", "") == code
