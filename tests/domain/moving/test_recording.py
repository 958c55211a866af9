"""What is only written down: what was unrecorded, a letter's number, originals given back, a conflict settled."""

from __future__ import annotations

import pytest

from desk.domain.proceedings import GivenBack
from tests.casework import Clerk, tell
from tests.domain.moving.conftest import Refusal

KK = {"met": True, "form": "original", "kept": True}


@pytest.fixture
def visited(clerk: Clerk) -> Clerk:
    """A file whose visit was done, without a word about it."""
    clerk.walk("konsep")
    return clerk


def test_what_a_step_had_not_told_is_told_later_part_by_part(visited: Clerk) -> None:
    assert visited.case.proceedings.unrecorded["kunjungan"] == ("date", "finding", "people")
    case = visited.act("record", step="kunjungan", finding="Layak", people=["Budi", "Ani"])
    assert case.proceedings.unrecorded["kunjungan"] == ("date",)
    case = visited.act("record", step="kunjungan", date="2026-11-24")
    assert "kunjungan" not in case.proceedings.unrecorded
    assert case.proceedings.records["kunjungan"] == {
        "finding": "Layak", "people": ["Budi", "Ani"], "date": "2026-11-24",
    }  # fmt: skip


def test_two_counters_that_tell_two_parts_do_not_collide(visited: Clerk) -> None:
    other = Clerk("B")
    tell(visited, other)
    visited.act("record", step="kunjungan", finding="Layak")
    other.act("record", step="kunjungan", date="2026-11-24")
    tell(visited, other)
    assert visited.case.conflicts == {}
    assert visited.case.proceedings.unrecorded["kunjungan"] == ("people",)


def test_two_counters_that_tell_one_part_differently_do(visited: Clerk) -> None:
    other = Clerk("B")
    tell(visited, other)
    visited.act("record", step="kunjungan", finding="Layak")
    other.act("record", step="kunjungan", finding="Tidak layak")
    tell(visited, other)
    assert set(visited.case.conflicts) == {"record.kunjungan.finding"}


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({"finding": "x"}, "say_which", "step"),
        ({"step": "konsep", "finding": "x"}, "say_which", "step"),
        ({"step": "kunjungan"}, "nothing_told", "kunjungan"),
        ({"step": "kunjungan", "finding": "  "}, "nothing_told", "kunjungan"),
        ({"step": "kunjungan", "recipient": "x"}, "unknown_key", "recipient"),
        ({"step": "kunjungan", "date": "2026-12-24"}, "date_future", "date"),
        ({"step": "kunjungan", "people": 7}, "not_texts", "people"),
    ],
)
def test_what_can_not_be_recorded_is_refused(
    visited: Clerk, data: dict[str, object], code: str, field: str, refused: Refusal
) -> None:
    assert refused(visited, "record", **data) == (code, field)


def test_where_one_step_is_open_it_need_not_be_named(clerk: Clerk) -> None:
    clerk.walk("periksa")
    assert clerk.act("record", instruction="Periksa").proceedings.unrecorded == {}


def test_done_again_and_told_this_time_nothing_is_open(clerk: Clerk) -> None:
    clerk.walk("konsep")
    clerk.act("take_back")
    assert "kunjungan" not in clerk.case.proceedings.unrecorded
    clerk.walk("tanda_tangan")
    clerk.act("advance", outcome="returned")
    assert "kunjungan" in clerk.case.proceedings.unrecorded


# letters


def test_a_letter_s_number_is_written_in_when_it_comes(clerk: Clerk, refused: Refusal) -> None:
    assert refused(clerk, "number", number="1", date="2026-11-24") == ("not_allowed_now", None)
    clerk.walk("teruskan")
    assert "letter_unnumbered" in clerk.case.flags
    assert refused(clerk, "number", date="2026-11-24") == ("required", "number")
    assert refused(clerk, "number", number="460/1") == ("required", "date")
    case = clerk.act("number", number="460/1/2026", date="2026-11-23")
    assert (case.proceedings.letters[0].number, case.proceedings.letters[0].date) == ("460/1/2026", "2026-11-23")
    assert "letter_unnumbered" not in case.flags


def test_two_counters_that_number_one_letter_differently_collide(clerk: Clerk) -> None:
    other = Clerk("B")
    clerk.walk("teruskan")
    tell(clerk, other)
    clerk.act("number", number="1", date="2026-11-23")
    other.act("number", number="2", date="2026-11-23")
    tell(clerk, other)
    assert set(clerk.case.conflicts) == {"letter.tanda_tangan.number"}
    case = clerk.act("settle", field="letter.tanda_tangan.number", value={"number": "1", "date": "2026-11-23"})
    assert case.proceedings.letters[0].number == "1"


# originals


def test_originals_go_back_all_at_once_or_one_by_one(refused: Refusal) -> None:
    clerk = Clerk().register({"requirement.kk": KK, "requirement.akta": KK, "requirement.ktp": {**KK, "form": "copy"}})
    assert clerk.case.originals_kept == ("kk", "akta")
    case = clerk.act("give_back", recipient="Siti Aminah", papers=["kk"], date="2026-11-23")
    assert (case.originals_kept, case.proceedings.given_back["kk"]) == (
        ("akta",),
        GivenBack("Siti Aminah", "2026-11-23"),
    )
    assert refused(clerk, "give_back", recipient="Siti", papers=["kk"]) == ("not_kept", "papers")
    assert refused(clerk, "give_back", papers=["akta"]) == ("required", "recipient")
    case = clerk.act("give_back", recipient="Siti Aminah")
    assert case.originals_kept == ()
    assert refused(clerk, "give_back", recipient="Siti") == ("not_allowed_now", None)


def test_an_ended_file_says_that_originals_lie_here_and_gives_them_back() -> None:
    clerk = Clerk().register({"requirement.kk": KK})
    clerk.act("withdraw", note="Tidak jadi")
    assert clerk.case.flags == ("originals_kept",)
    assert clerk.act("give_back", recipient="Siti Aminah").flags == ()


# notes


def test_a_note_takes_nothing_but_words(clerk: Clerk, refused: Refusal) -> None:
    assert refused(clerk, "note") == ("note_missing", "note")
    assert refused(clerk, "note", note="x", to="y") == ("unknown_key", "to")
    assert clerk.act("note", note="Suami akan mengantar").history[-1].note == "Suami akan mengantar"
