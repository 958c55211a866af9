"""Random months at a counter, for laws that a recap must keep whatever is done."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st

from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.services import acts, cases
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import SKM, ZIARAH, applicant, intake
from tests.fakes import Clock

ACTIONS = ("advance", "return", "reject", "withdraw", "reopen", "take_back", "merge", "end")
Story = list[tuple[int, str, int]]

stories = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(ACTIONS), st.integers(1, 20 * 24)), max_size=25)
"""(which file, what is done if it may be, after how many hours)."""


def five_files(counter: Counter) -> list[CaseId]:
    """Five people's files, of two services."""
    sexes = ("L", "P", "L", None, "P")
    return [
        register(counter, intake((SKM, ZIARAH)[k % 2], applicant=applicant(sex=sex))).id for k, sex in enumerate(sexes)
    ]


def play(counter: Counter, clock: Clock, files: list[CaseId], story: Story) -> None:
    """Do what is told, where it may be done."""
    for which, action, hours in story:
        clock.forward(hours=hours)
        _do(counter, files, files[which], action)


def _do(counter: Counter, files: list[CaseId], case_id: CaseId, action: str) -> None:
    case = cases.load(counter, case_id)
    if action == "end":
        while cases.load(counter, case_id).state == "open":
            acts.act(counter, case_id, "advance")
    elif action in {offer.action for offer in acts.possible(counter, case)}:
        into = next(other for other in files if other != case_id)
        with suppress(Refused):  # the other one was merged itself
            acts.act(counter, case_id, action, note="uji", data={"into": into} if action == "merge" else {})
