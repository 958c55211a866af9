"""A file's life in real stores: whatever is done at two counters, lists are what the journal says, and both agree."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.domain.case import Case
from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.offers import ACTIONS
from desk.services import acts, cases, queue, upkeep
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.desks import titles
from desk.services.intake import register, take_up
from tests.counters import exchange, open_in
from tests.factory import COMPLAINT, KITCHEN, REACTIVATION, ZIARAH, intake
from tests.fakes import Clock
from tests.tellings import telling

SERVICES = (ZIARAH, COMPLAINT, KITCHEN, REACTIVATION, "pasuruan/14", "pasuruan/16")


def do(counter: Counter, case: Case, action: str, other: str, draw: Any) -> None:
    """One act, in words that are drawn."""
    if action == "resubmit":
        take_up(counter, case.id, intake(case.service))
        return
    desks = [title for title in titles(counter) if title not in ("Bupati",)][:8]
    pick = lambda among: draw(st.sampled_from(list(among)))  # noqa: E731
    away = next(service for service in SERVICES if service != case.service)
    service = counter.service_of(case)
    said = telling(case, service, action, pick, desks=desks, into=other, other_service=away)
    acts.act(counter, case.id, action, to=said.to, note=said.note, data=said.data)


def step(counter: Counter, case_id: CaseId, other: str, draw: Any) -> None:
    """One of the file's offers is done, and one of what is not offered is refused."""
    case = cases.load(counter, case_id)
    listed = [offer.action for offer in acts.possible(counter, case)]
    strange = draw(st.sampled_from([action for action in ACTIONS if action not in listed]))
    try:
        do(counter, case, strange, other, draw)
    except Refused:
        pass
    else:
        raise AssertionError(f"{strange} was not offered")
    assert cases.load(counter, case_id).history == case.history
    usual = [action for action in ("advance", "dispose", "reopen", "settle", "answer") if action in listed]
    action = draw(st.sampled_from([*listed, *usual * 2]))
    do(counter, case, action, other, draw)
    assert len(cases.load(counter, case_id).history) == len(case.history) + 1


@settings(max_examples=max(5, settings.default.max_examples // 12), suppress_health_check=[*HealthCheck])  # type: ignore[union-attr]
@given(drawn=st.data())
def test_what_two_counters_did_is_sound_at_both_and_the_same(
    drawn: st.DataObject, data: Path, catalogue: Catalogue
) -> None:
    draw = drawn.draw
    with TemporaryDirectory() as folder:
        clock = Clock()
        counters = [
            open_in(Path(folder) / name, data, name=name, clock=clock, catalogue=catalogue)
            for name in ("Bangil", "Pandaan")
        ]
        try:
            here = counters[0]
            case_id = register(here, intake(draw(st.sampled_from(SERVICES)))).id
            other = register(here, intake(KITCHEN)).registration_number
            exchange(*counters)
            for _ in range(draw(st.integers(2, 9))):
                clock.forward(minutes=draw(st.sampled_from((1, 50, 2000))))
                step(draw(st.sampled_from(counters)), case_id, other, draw)
                if draw(st.integers(0, 3)) == 0:
                    exchange(*counters)
            exchange(*counters)
            assert upkeep.dump(counters[0]) == upkeep.dump(counters[1])
            for counter in counters:
                assert upkeep.problems(counter) == []
                held = [waiting.position for waiting in queue.held(counter, case_id)]
                assert sorted(held) == sorted(holder.position for holder in cases.load(counter, case_id).holders)
                assert upkeep.rebuild(counter)[1]
        finally:
            for counter in counters:
                counter.store.close()
