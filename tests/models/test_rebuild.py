"""Projections can be thrown away: made again from the journal they are what they were, whatever officers did."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.models import verify
from desk.services import acts, upkeep
from desk.services.catalogue import Catalogue
from desk.services.counter import Counter
from desk.services.intake import register, take_up
from tests.counters import exchange, fresh
from tests.factory import ADOPTION, REACTIVATION, SKM, applicant, intake, met, person
from tests.fakes import Clock

ACTIONS = ("advance", "advance", "return", "reject", "withdraw", "reopen", "note", "correct", "settle")
NAMES = ("Siti Aminah", "Umar", "سيتي", "=1+1")


def act(counter: Counter, case_id: CaseId, action: str, name: str) -> None:
    """One act, as far as it is allowed."""
    data: dict[str, Any] = {"applicant": person(name=name)}
    if action == "settle":
        with counter.store.read() as connection:
            from desk.models.queries import load  # noqa: PLC0415 (only here)

            conflicts = load(connection, case_id).conflicts
        if conflicts:
            field = min(conflicts)
            data = {"field": field, "value": conflicts[field][0].value}
    with suppress(Refused):
        acts.act(counter, case_id, action, note="catatan", data=data)


steps = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(["register", "returned", "take_up", "exchange", "clock", *ACTIONS]),
              st.integers(0, 5), st.sampled_from(NAMES)),
    max_size=12,
)  # fmt: skip


def live(counters: tuple[Counter, Counter], clock: Clock, story: list[tuple[int, str, int, str]]) -> None:
    """What two officers do, at two counters that sometimes hear of each other."""
    cases: list[CaseId] = [register(counters[0], intake()).id]
    exchange(*counters)
    for who, what, which, name in story:
        counter, case_id = counters[who], cases[which % len(cases)]
        if what == "register":
            cases.append(register(counter, intake(ADOPTION if which % 2 else SKM, applicant=applicant(name=name))).id)
        elif what == "returned":
            form = intake(REACTIVATION, everything=False, checklist={"ktp": met()}, applicant=applicant(name=name))
            cases.append(register(counter, form).id)
        elif what == "exchange":
            exchange(*counters)
        elif what == "clock":
            clock.set(("2005-01-01T00:00", "2026-11-25T10:00", "2050-06-01T09:00")[which % 3])
        elif _knows(counter, case_id):
            if what == "take_up":
                with suppress(Refused):
                    take_up(counter, case_id, intake(REACTIVATION, everything=True))
            else:
                act(counter, case_id, what, name)


def _knows(counter: Counter, case_id: CaseId) -> bool:
    with counter.store.read() as connection:
        found = connection.exec_driver_sql("SELECT 1 FROM cases WHERE id = ?", (case_id,))
        return found.scalar() is not None


def checked(data: Any, catalogue: Catalogue, look: Callable[[tuple[Counter, Counter]], None]) -> None:
    """Try `look` on many lives of two counters."""

    @settings(max_examples=max(10, settings.default.max_examples // 4))  # type: ignore[union-attr]
    @given(steps)
    def lives(story: list[tuple[int, str, int, str]]) -> None:
        clock = Clock()
        with fresh(data, catalogue, clock) as one, fresh(data, catalogue, clock) as other:
            live((one, other), clock, story)
            look((one, other))

    lives()


def test_rebuilt_lists_equal_live_ones_and_the_store_is_sound(data: Any, catalogue: Catalogue) -> None:
    def look(counters: tuple[Counter, Counter]) -> None:
        for counter in counters:
            assert upkeep.problems(counter) == []
            before = upkeep.dump(counter)
            _, same = upkeep.rebuild(counter)
            assert same
            assert upkeep.dump(counter) == before
            assert upkeep.problems(counter) == []

    checked(data, catalogue, look)


def test_counters_that_heard_the_same_dump_the_same_bytes_and_list_the_same_rows(
    data: Any, catalogue: Catalogue
) -> None:
    def look(counters: tuple[Counter, Counter]) -> None:
        exchange(*counters)
        one, other = counters
        assert upkeep.dump(one) == upkeep.dump(other)
        assert digest(one) == digest(other)

    checked(data, catalogue, look)


def digest(counter: Counter) -> str:
    with counter.store.read() as connection:
        return verify.projection_digest(connection)


def test_a_rebuild_finds_what_a_list_had_lost(counter: Counter) -> None:
    register(counter, intake())
    register(counter, intake())
    with counter.store.write() as work:
        work.connection.exec_driver_sql("DELETE FROM cases WHERE n = 1")
    assert upkeep.rebuild(counter) == (2, False)
    assert upkeep.problems(counter) == []
    assert upkeep.rebuild(counter) == (2, True)


def test_rebuilding_nothing_gives_nothing(counter: Counter) -> None:
    assert upkeep.rebuild(counter) == (0, True)
