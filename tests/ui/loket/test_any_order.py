"""Whatever an officer does in whatever order: nothing is lost, nothing is overwritten, nothing is registered twice."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk.domain.intake import Beneficiary
from desk.ui.loket.form import form_from_body, form_to_body, taken_back
from desk.ui.loket.roster import join_roster, read_roster
from tests.ui.loket.samples import SITI, Known, Morning, a_person

TEXTS = st.sampled_from(["", "Siti", SITI, SITI[:15], "30/02/1990", "25021990", "0812-3456-7890", "Raci", "Jl. A RT 1"])
PATHS = st.sampled_from(["nik", "name", "kk", "birth_date", "phone", "street", "village", "district"])
WISH = st.one_of(
    st.tuples(st.just("search"), st.sampled_from(["adopsi", "bpjs mati", "skm", "dapur", "", "zzz"])),
    st.tuples(st.just("choose")),
    st.tuples(st.just("pick_again")),
    st.tuples(st.just("press"), st.sampled_from("1234567890abcdxyz")),
    st.tuples(st.just("write"), PATHS.map("applicant.{}".format), TEXTS),
    st.tuples(st.just("leave"), PATHS.map("applicant.{}".format)),
    st.tuples(st.just("enter"), PATHS.map("applicant.{}".format)),
    st.tuples(st.just("accept_any")),
    st.tuples(st.just("tick_everything")),
    st.tuples(st.just("undo")),
    st.tuples(st.just("next_kind")),
    st.tuples(st.just("set_no_nik"), st.booleans()),
    st.tuples(st.just("paste_people"), st.sampled_from(["Budi; 1", f"Siti\t{SITI}", "a\nb\nc"])),
    st.tuples(st.just("save")),
)


def wish(morning: Morning, name: str, *values: Any) -> None:
    getattr(morning.intake, name)(*values)


@given(st.lists(WISH, max_size=25))
def test_any_order_of_wishes_keeps_the_form_whole(wishes: list[tuple[Any, ...]]) -> None:
    morning = Morning()
    morning.counter.people[SITI] = Known(a_person())
    for name, *values in wishes:
        wish(morning, name, *values)
        form = morning.intake.form
        assert form_from_body(form_to_body(form), "other") == form
    assert morning.counter.calls.count("register") <= 1


@given(st.lists(WISH.filter(lambda w: w[0] not in ("save", "write", "undo")), max_size=10), TEXTS.filter(bool))
def test_what_was_typed_is_never_overwritten_by_an_offer(wishes: list[tuple[Any, ...]], name: str) -> None:
    morning = Morning()
    morning.counter.people[SITI] = Known(a_person())
    morning.intake.write("applicant.nik", SITI)
    morning.intake.write("applicant.name", name)
    for wished, *values in wishes:
        wish(morning, wished, *values)
    assert morning.intake.form.text("applicant.name") == name


@given(st.lists(WISH.filter(lambda w: w[0] not in ("save", "undo")), max_size=12))
def test_undo_goes_back_to_the_beginning(wishes: list[tuple[Any, ...]]) -> None:
    morning = Morning()
    for name, *values in wishes:
        wish(morning, name, *values)
    before = morning.intake.form
    assert taken_back(before, before, before) == before
    while morning.intake.undo():
        pass
    assert morning.intake.form.ticks == {}
    assert morning.intake.form.people == ()


@given(st.text(max_size=300))
def test_any_pasted_text_can_be_read_and_read_again_adds_nobody(text: str) -> None:
    people = join_roster((), read_roster(text))
    assert join_roster(people, read_roster(text)) == people
    assert all(isinstance(person, Beneficiary) for person in people)
