"""Half-filled forms survive whatever happens to the program, and belong to this counter alone."""

from __future__ import annotations

from desk.services import drafts
from desk.services.drafts import Draft
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.fakes import Clock


def test_a_form_is_kept_as_it_was_typed(open_counter: OpenCounter, clock: Clock) -> None:
    counter = open_counter()
    body = {"name": "سيتي", "ticks": {"ktp": None}, "n": [1, True, "=1+1"]}
    drafts.keep(counter, Draft("f1", "Siti · SKM", body))
    counter.store.close()
    (kept,) = drafts.kept(open_counter())
    assert kept == Draft("f1", "Siti · SKM", body, clock.now.isoformat())


def test_keeping_again_replaces_and_the_oldest_comes_first(open_counter: OpenCounter, clock: Clock) -> None:
    counter = open_counter()
    drafts.keep(counter, Draft("f1", "satu", {}))
    clock.forward(minutes=1)
    drafts.keep(counter, Draft("f2", "dua", {}))
    clock.forward(minutes=1)
    drafts.keep(counter, Draft("f1", "satu lagi", {"x": 1}))
    assert [(draft.key, draft.title) for draft in drafts.kept(counter)] == [("f2", "dua"), ("f1", "satu lagi")]


def test_a_form_thrown_away_is_gone_and_throwing_it_away_twice_is_harmless(open_counter: OpenCounter) -> None:
    counter = open_counter()
    drafts.keep(counter, Draft("f1", "satu", {}))
    drafts.drop(counter, "f1")
    drafts.drop(counter, "f1")
    assert drafts.kept(counter) == ()


def test_drafts_are_told_to_no_other_counter(open_counter: OpenCounter) -> None:
    one, other = open_counter("A"), open_counter("B")
    drafts.keep(one, Draft("f1", "satu", {"name": "Siti"}))
    exchange(one, other)
    assert drafts.kept(other) == ()
