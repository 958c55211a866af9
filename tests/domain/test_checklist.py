"""Judging a form: what is there, what is wanting, and that nobody is sent away for a paper that only others need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import catalogue as c
from desk.domain.catalogue import PaperForm, Question, Requirement, Rule
from desk.domain.checklist import Assessment, assess, shortfall
from desk.domain.intake import Intake, Tick
from tests.factory import SITI, applicant, met, requirement, service

TODAY = date(2026, 11, 24)
KTP, KK, PHOTO = requirement("ktp"), requirement("kk", number="2"), requirement("foto", number="3", kind="photo")


def judge(*requirements: Requirement, ticks: Mapping[str, Tick] | None = None, **form: Any) -> Assessment:
    questions = tuple(Question(key, f"{key}?") for key in ("dtks", "menikah"))
    form.setdefault("applicant", applicant())
    intake = Intake(service="pasuruan/99", checklist=ticks or {}, **form)
    return assess(service(*requirements, questions=questions), intake, TODAY)


def standings(assessment: Assessment) -> dict[str, str]:
    return {item.requirement.id: item.standing for item in assessment.items}


# papers


def test_an_empty_form_lacks_everything_that_is_demanded_in_printed_order() -> None:
    judged = judge(KTP, KK, PHOTO)
    assert judged.missing == ("ktp", "kk", "foto")
    assert (judged.done, judged.total, judged.complete) == (0, 3, False)


def test_ticking_all_completes_the_file() -> None:
    judged = judge(KTP, KK, ticks={"ktp": met(), "kk": met()})
    assert judged.complete
    assert (judged.done, judged.total) == (2, 2)


def test_complete_ticks_everything_that_applies() -> None:
    judged = judge(
        KTP, requirement("surat_dtks", applies_when=c.Test("answer.dtks", "eq", value=True)), everything=True
    )
    assert judged.complete
    assert standings(judged)["surat_dtks"] == "not_applicable"


def test_a_tick_taken_away_stands_even_in_a_form_that_says_complete() -> None:
    judged = judge(KTP, KK, ticks={"kk": Tick(met=False)}, everything=True)
    assert judged.missing == ("kk",)


def test_an_optional_paper_is_never_missing() -> None:
    judged = judge(KTP, requirement("sktm", mandatory=False), ticks={"ktp": met(), "sktm": Tick(met=False)})
    assert judged.complete
    assert judged.total == 1


def test_an_instruction_is_read_and_not_brought() -> None:
    assert judge(requirement("catatan", kind="instruction")).complete


@pytest.mark.parametrize(
    ("demanded", "tick", "lacking"),
    [
        ("original", met(form="copy"), "form"),
        ("original", met(form="original"), None),
        ("original", met(form="original_and_copy"), None),
        ("original", met(), None),
        ("legalised_copy", met(form="copy"), "form"),
        ("legalised_copy", met(form="original"), None),
        ("copy", met(form="digital"), None),
        ("copy", met(form="oral"), "form"),
        ("original_and_copy", met(form="copy"), "form"),
        ("original_and_copy", met(form="original"), "form"),
        ("original_and_copy", met(form="copy", seen_original=True), None),
        ("original_and_copy", met(form="original_and_copy"), None),
        (None, met(form="digital"), None),
        ("oral", met(form="digital"), None),
    ],
)
def test_what_a_paper_that_is_there_lacks_in_form(demanded: PaperForm | None, tick: Tick, lacking: str | None) -> None:
    assert shortfall(requirement(form=demanded), tick) == lacking


@pytest.mark.parametrize(("count", "lacking"), [(None, None), (1, "count"), (2, None), (3, None), (0, "count")])
def test_one_copy_where_two_are_demanded_is_wanting(count: int | None, lacking: str | None) -> None:
    assert shortfall(requirement(copies=2), met(count=count)) == lacking
    assert judge(requirement(copies=2), ticks={"ktp": met(count=count)}).complete is (lacking is None)


# parts


def parted(**changes: Any) -> Requirement:
    return requirement("k7", parts=(requirement("k7.a"), requirement("k7.b")), **changes)


def test_ticking_the_whole_ticks_its_parts() -> None:
    judged = judge(parted(), ticks={"k7": met()})
    assert judged.complete
    assert standings(judged) == {"k7": "met", "k7.a": "met", "k7.b": "met"}


def test_ticking_every_part_ticks_the_whole() -> None:
    judged = judge(parted(), ticks={"k7.a": met(), "k7.b": met()})
    assert judged.complete
    assert (judged.done, judged.total) == (1, 1)


def test_only_the_part_that_is_wanting_is_named_once_something_of_it_is_there() -> None:
    assert judge(parted(), ticks={"k7.a": met()}).missing == ("k7.b",)


def test_nothing_of_it_there_names_the_whole() -> None:
    assert judge(parted()).missing == ("k7",)


def test_a_part_taken_away_from_a_ticked_whole_is_wanting() -> None:
    judged = judge(parted(), ticks={"k7": met(), "k7.b": Tick(met=False)})
    assert judged.missing == ("k7.b",)
    assert standings(judged)["k7"] == "missing"


def test_an_optional_part_holds_up_nothing() -> None:
    whole = requirement("k7", parts=(requirement("k7.a"), requirement("k7.b", mandatory=False)))
    assert judge(whole, ticks={"k7.a": met()}).complete


def test_parts_of_what_does_not_apply_do_not_apply() -> None:
    judged = judge(parted(applies_when=c.Test("applicant.kind", "eq", "organisation")), KTP, ticks={"ktp": met()})
    assert judged.complete
    assert standings(judged) == {
        "k7": "not_applicable",
        "k7.a": "not_applicable",
        "k7.b": "not_applicable",
        "ktp": "met",
    }


# alternatives


def test_an_alternative_that_is_there_replaces_what_is_missing() -> None:
    kia = requirement("kia", any_of=("ktp",))
    ktp = requirement("ktp", any_of=("kia",))
    judged = judge(ktp, kia, ticks={"kia": met()})
    assert judged.complete
    assert standings(judged) == {"ktp": "replaced", "kia": "met"}


def test_with_neither_alternative_both_are_named() -> None:
    judged = judge(requirement("ktp", any_of=("kia",)), requirement("kia", any_of=("ktp",)))
    assert judged.missing == ("ktp", "kia")


# conditions


def age(op: Any, value: Any) -> Requirement:
    return requirement("umur", kind="condition", rule=Rule("age", "applicant.age", op, value))


@pytest.mark.parametrize(
    ("op", "value", "standing"),
    [
        ("between", (30, 55), "met"), ("between", (37, 55), "fails"), ("between", (36, 36), "met"),
        ("lt", 37, "met"), ("lt", 36, "fails"), ("le", 36, "met"), ("le", 35, "fails"),
        ("gt", 35, "met"), ("gt", 36, "fails"), ("ge", 36, "met"), ("ge", 37, "fails"),
        ("eq", 36, "met"), ("ne", 36, "fails"), ("in", (35, 36), "met"), ("in", (35, 37), "fails"),
    ],
)  # fmt: skip
def test_a_condition_that_can_be_computed_is_not_asked(op: Any, value: Any, standing: str) -> None:
    judged = judge(age(op, value), applicant=applicant(birth_date="1990-02-25"))
    assert standings(judged) == {"umur": standing}
    assert judged.items[0].fact == 36
    assert judged.failing == (("umur",) if standing == "fails" else ())


@pytest.mark.parametrize(("born", "years"), [("1990-11-24", 36), ("1990-11-25", 35), ("1996-02-29", 30), ("", None)])
def test_an_age_is_in_completed_years(born: str, years: int | None) -> None:
    judged = judge(age("ge", 0), applicant=applicant(birth_date=born, nik=""))
    assert judged.items[0].fact == years
    assert judged.complete is (years is not None)


@pytest.mark.parametrize(("nik", "years"), [(SITI, 36), ("6302064411260003", None), ("3514", None)])
def test_an_age_comes_from_the_nik_where_its_century_is_beyond_doubt(nik: str, years: int | None) -> None:
    judged = judge(age("ge", 0), applicant=applicant(birth_date="", nik=nik))
    assert judged.items[0].fact == years


def test_a_failing_condition_is_wanting_even_in_a_form_that_says_complete() -> None:
    judged = judge(age("lt", 30), everything=True)
    assert judged.missing == judged.failing == ("umur",)


def test_an_officer_may_overrule_a_failing_condition_in_writing_and_not_otherwise() -> None:
    assert not judge(age("lt", 30), ticks={"umur": met()}).complete
    assert not judge(age("lt", 30), ticks={"umur": met(note="  ")}).complete
    assert judge(age("lt", 30), ticks={"umur": met(note="Dispensasi Kepala Dinas")}).complete


@pytest.mark.parametrize(
    ("answers", "standing"), [({}, "missing"), ({"menikah": True}, "met"), ({"menikah": False}, "fails")]
)
def test_a_condition_that_must_be_asked_is_missing_until_it_is_answered(
    answers: dict[str, bool], standing: str
) -> None:
    asked = requirement("menikah", kind="condition", rule=Rule("married_years", "answer.menikah", "is_true", None))
    assert standings(judge(asked, answers=answers)) == {"menikah": standing}


@pytest.mark.parametrize(("answer", "standing"), [(True, "met"), ("ya", "met"), (False, "fails"), ("tidak", "fails")])
def test_the_answer_may_stand_with_the_tick(answer: Any, standing: str) -> None:
    asked = requirement("menikah", kind="condition", rule=Rule("married_years", "answer.menikah", "is_true", None))
    assert standings(judge(asked, ticks={"menikah": Tick(met=False, answer=answer)})) == {"menikah": standing}


@pytest.mark.parametrize(
    ("answers", "standing"), [({}, "not_applicable"), ({"dtks": False}, "not_applicable"), ({"dtks": True}, "missing")]
)
def test_a_paper_that_hangs_on_an_unanswered_question_is_not_demanded(answers: dict[str, bool], standing: str) -> None:
    paper = requirement("surat_dtks", applies_when=c.Test("answer.dtks", "eq", value=True))
    assert standings(judge(paper, answers=answers)) == {"surat_dtks": standing}


def test_what_organisations_bring_is_not_asked_of_a_person() -> None:
    deed = requirement("akta", applies_when=c.Test("applicant.kind", "eq", "organisation"))
    assert judge(deed).complete
    assert judge(deed, applicant=applicant(kind="organisation")).missing == ("akta",)


# any form


ticks = st.builds(
    Tick,
    met=st.booleans(),
    form=st.sampled_from([None, "original", "copy"]),
    count=st.sampled_from([None, 0, 1, 2]),
    answer=st.sampled_from([None, True, False, "ya", 3]),
    note=st.sampled_from(["", "sah"]),
)
IDS = ("ktp", "kk", "k7", "k7.a", "k7.b", "umur", "sktm")


@given(
    st.dictionaries(st.sampled_from(IDS), ticks),
    st.booleans(),
    st.dictionaries(st.sampled_from(["dtks"]), st.booleans()),
)
def test_whatever_is_ticked_the_verdict_agrees_with_its_items(
    checklist: dict[str, Tick], everything: bool, answers: dict[str, bool]
) -> None:
    kk = requirement("kk", any_of=("ktp",), copies=2)
    sktm = requirement("sktm", mandatory=False, applies_when=c.Test("answer.dtks", "eq", value=False))
    judged = judge(KTP, kk, parted(), age("ge", 30), sktm, ticks=checklist, everything=everything, answers=answers)
    top = [item for item in judged.items if item.depth == 0]
    assert [item.requirement.id for item in judged.items] == ["ktp", "kk", "k7", "k7.a", "k7.b", "umur", "sktm"]
    assert judged.complete == (not judged.missing) == all(item.settled for item in top)
    assert len(set(judged.missing)) == len(judged.missing)
    assert judged.done <= judged.total <= len(top)
    assert (judged.done == judged.total) == judged.complete
    assert set(judged.failing) <= set(judged.missing)
