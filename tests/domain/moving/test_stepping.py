"""Steps of the route as an office does them: onward, by a branch, a visit, a letter, to another body, handed over, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.domain.catalogue import Product
from desk.domain.proceedings import Handover
from tests.casework import FRONT, HEAD, REHSOS, SECRETARY, SERVICE, STAFF, Clerk, step
from tests.domain.moving.conftest import Refusal
from tests.factory import steps

WAY = [
    "terima",
    "disposisi",
    "periksa",
    "kunjungan",
    "konsep",
    "tanda_tangan",
    "teruskan",
    "putusan",
    "serahkan",
    "arsip",
]


# onward


def test_advancing_goes_by_every_desk_of_the_normal_way_and_ends(clerk: Clerk) -> None:
    been, held = [clerk.here], [*clerk.hands]
    while clerk.case.state == "open":
        clerk.act("advance")
        been.append(clerk.here)
        held += clerk.hands
    assert been == [*WAY, None]
    assert held == [FRONT, HEAD, REHSOS, STAFF, STAFF, HEAD, STAFF, "Bupati", FRONT, STAFF]
    assert (clerk.case.state, clerk.hands, clerk.case.completed_at) == ("completed", [], clerk.now.isoformat())


def test_what_a_step_was_not_told_stays_empty_and_is_listed(clerk: Clerk) -> None:
    case = clerk.walk(None)
    assert case.proceedings.unrecorded == {
        "disposisi": ("instruction",), "kunjungan": ("date", "finding", "people"), "teruskan": ("body", "reference"),
        "putusan": ("decision",), "serahkan": ("recipient",),
    }  # fmt: skip
    assert (case.proceedings.visits, case.proceedings.handover, case.proceedings.instructions) == ((), None, {})
    (letter,) = case.proceedings.letters
    assert (letter.id, letter.number, letter.date) == ("tanda_tangan", None, None)


def test_the_product_is_ready_when_only_handing_over_and_archiving_are_left(clerk: Clerk) -> None:
    assert clerk.walk("putusan").ready_at is None
    case = clerk.act("advance")
    assert (clerk.here, case.ready_at) == ("serahkan", clerk.now.isoformat())
    ready = case.ready_at
    assert clerk.walk(None).ready_at == ready


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({"outcome": "sakit"}, "no_such_outcome", "outcome"),
        ({"outcome": "incomplete"}, "no_such_outcome", "outcome"),  # that is to return the file to its applicant
        ({"step": "penolakan"}, "step_without_outcome", "step"),
        ({"outcome": "not_eligible", "step": "arsip"}, "no_such_outcome", "outcome"),
        ({"langkah": "arsip"}, "unknown_key", "langkah"),
        ({"outcome": 3}, "not_text", "outcome"),
    ],
)
def test_a_branch_that_the_step_does_not_have_is_refused(
    clerk: Clerk, data: dict[str, object], code: str, field: str, refused: Refusal
) -> None:
    clerk.walk("periksa")
    assert refused(clerk, "advance", **data) == (code, field)


def test_of_two_branches_of_one_outcome_the_step_is_named(clerk: Clerk, refused: Refusal) -> None:
    """lubuklinggau/08: the secretary returns it to the section or to the division."""
    first = replace(
        SERVICE.route[3], next=(*SERVICE.route[3].next, *step("x", "check", "x", not_eligible="arsip").next)
    )
    two = Clerk(of=replace(SERVICE, route=(*SERVICE.route[:3], first, *SERVICE.route[4:]))).register()
    two.walk("periksa")
    assert refused(two, "advance", outcome="not_eligible") == ("say_which_step", "step")
    two.act("advance", outcome="not_eligible", step="arsip")
    assert two.here == "arsip"


# branches


def test_not_eligible_leads_to_a_letter_of_refusal_and_to_a_file_that_was_rejected(clerk: Clerk) -> None:
    clerk.walk("periksa")
    case = clerk.act("advance", outcome="not_eligible")
    assert (clerk.here, clerk.hands, case.outcome) == ("penolakan", [HEAD], "not_eligible")
    case = clerk.act("advance")
    (letter,) = case.proceedings.letters
    assert (letter.kind, letter.name, letter.step) == ("letter", "Langkah penolakan", "penolakan")
    case = clerk.act("deliver", recipient="Siti Aminah")
    assert (case.state, case.outcome, case.proceedings.unrecorded) == (
        "rejected",
        "not_eligible",
        {"disposisi": ("instruction",)},
    )


def test_sick_leads_to_the_hospital_s_referral_and_to_a_file_that_was_completed(clerk: Clerk) -> None:
    clerk.walk("kunjungan")
    clerk.act("advance", outcome="sick")
    assert clerk.here == "rujukan"
    case = clerk.walk(None)
    assert (case.state, case.outcome, case.proceedings.letters) == ("completed", "sick", ())


def test_returned_within_the_office_comes_again_to_who_drafts_and_is_signed_once(clerk: Clerk) -> None:
    clerk.walk("tanda_tangan")
    case = clerk.act("advance", outcome="returned")
    assert (clerk.here, clerk.hands, case.state) == ("konsep", [STAFF], "open")
    assert case.proceedings.letters == ()  # what was returned was not signed
    clerk.act("advance")
    case = clerk.act("advance")
    assert [letter.id for letter in case.proceedings.letters] == ["tanda_tangan"]
    assert case.outcome is None
    assert clerk.walk(None).state == "completed"


def test_a_refusal_that_led_back_and_was_passed_the_second_time_is_none(clerk: Clerk) -> None:
    round_about = replace(
        SERVICE, route=(step("periksa", "check", "Kepala Bidang", "arsip", not_eligible="pikir"),
                        step("pikir", "verify", "Kepala Dinas", "periksa"), step("arsip", "archive", "Staf")),
    )  # fmt: skip
    clerk = Clerk(of=round_about).register()
    clerk.act("advance", outcome="not_eligible")
    clerk.act("advance")
    clerk.act("advance")
    assert clerk.walk(None).state == "completed"


def test_going_back_from_a_ready_product_the_clock_runs_again() -> None:
    """lubuklinggau/11: what was served is followed up."""
    service = replace(SERVICE, route=(step("rencana", "decide", "Kepala Bidang", "layani"),
                                      step("layani", "deliver", "Staf", follow_up="rencana")))  # fmt: skip
    clerk = Clerk(of=service).register()
    assert clerk.act("advance").ready_at is not None
    case = clerk.act("advance", outcome="follow_up")
    assert (clerk.here, case.ready_at, case.journey.stands_since) == ("rencana", None, None)


# visits


def test_at_the_route_s_visit_the_report_does_the_step(clerk: Clerk) -> None:
    clerk.walk("kunjungan")
    case = clerk.act("visit", finding="Lantai tanah, dinding bambu", date="2026-11-24", people=["Budi", "Ani"])
    assert clerk.here == "konsep"
    (report,) = case.proceedings.visits
    assert (report.finding, report.date, report.people, report.step) == (
        "Lantai tanah, dinding bambu", "2026-11-24", ("Budi", "Ani"), "kunjungan",
    )  # fmt: skip
    assert "kunjungan" not in case.proceedings.unrecorded


def test_who_went_and_when_stays_open_where_only_the_finding_is_told(clerk: Clerk) -> None:
    clerk.walk("kunjungan")
    assert clerk.act("visit", finding="Layak").proceedings.unrecorded["kunjungan"] == ("date", "people")


def test_beside_the_route_a_visit_is_only_recorded(clerk: Clerk) -> None:
    clerk.walk("periksa")
    case = clerk.act("visit", finding="Alamat tidak ditemukan")
    assert (clerk.here, case.history[-1].kind) == ("periksa", "visited")
    assert case.proceedings.visits[0].step == "periksa"


def test_a_visit_that_decided_something_takes_the_branch_wherever_it_was(clerk: Clerk) -> None:
    clerk.walk("periksa")
    case = clerk.act("visit", finding="Sudah mampu", outcome="not_eligible")
    assert (clerk.here, case.proceedings.visits[0].outcome) == ("penolakan", "not_eligible")
    assert clerk.walk(None).state == "rejected"


def test_while_an_answer_is_awaited_a_visit_is_recorded_and_decides_nothing(clerk: Clerk, refused: Refusal) -> None:
    clerk.walk("kunjungan")
    clerk.act("dispose", SECRETARY, instruction="Telaah", must_answer=True)
    assert refused(clerk, "visit", finding="Sakit", outcome="sick") == ("answer_awaited", "outcome")
    clerk.act("visit", finding="Rumah layak")
    assert clerk.here == "kunjungan"
    clerk.act("answer", note="Ya")
    case = clerk.act("advance")
    assert case.proceedings.unrecorded["kunjungan"] == ("date", "people")  # what was found is known


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({}, "finding_missing", "finding"),
        ({"finding": "x", "date": "2026-11-25"}, "date_future", "date"),
        ({"finding": "x", "date": "24-11-2026"}, "bad_date", "date"),
        ({"finding": "x", "people": "Budi", "photos": {}}, "not_texts", "photos"),
        ({"finding": "x", "people": ["n"] * 41}, "not_texts", "people"),
        ({"finding": "x", "temuan": "y"}, "unknown_key", "temuan"),
    ],
)
def test_a_report_that_says_nothing_or_something_impossible_is_refused(
    clerk: Clerk, data: dict[str, object], code: str, field: str, refused: Refusal
) -> None:
    assert refused(clerk, "visit", **data) == (code, field)


# to another body


def test_at_its_step_a_hand_off_does_the_step(clerk: Clerk) -> None:
    clerk.walk("teruskan")
    case = clerk.act("hand_off", body="Bupati Pasuruan", reference="460/3/2026")
    assert (clerk.here, clerk.hands) == ("putusan", ["Bupati"])
    (sent,) = case.movement.hand_offs
    assert (sent.state, sent.moved, case.proceedings.references[sent.id]) == ("closed", True, "460/3/2026")
    assert "teruskan" not in case.proceedings.unrecorded


def test_at_its_step_and_awaiting_an_answer_the_file_lies_there_until_it_comes(clerk: Clerk) -> None:
    clerk.walk("teruskan")
    clerk.act("hand_off", "Bupati Pasuruan", data={"await": True})
    assert (clerk.here, clerk.hands) == ("teruskan", ["Bupati Pasuruan"])
    case = clerk.act("answer", note="Disetujui", reference="188/1/2026")
    assert (clerk.here, clerk.hands) == ("teruskan", [STAFF])
    assert list(case.proceedings.answers.values()) == ["Disetujui"]
    case = clerk.act("advance")
    assert clerk.here == "putusan"
    assert "teruskan" not in case.proceedings.unrecorded  # to whom and under which number is known


def test_beside_the_route_it_waits_outside_and_comes_back_to_the_step(clerk: Clerk) -> None:
    clerk.walk("periksa")
    case = clerk.act("hand_off", body="Disdukcapil", system="SIAK")
    assert (clerk.here, clerk.hands, case.holders[0].external) == ("periksa", ["Disdukcapil"], True)
    clerk.act("answer", "Disdukcapil", note="NIK benar")
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])


def test_while_it_lies_outside_the_office_may_still_send_it_but_not_go_on(clerk: Clerk, refused: Refusal) -> None:
    clerk.walk("periksa")
    clerk.act("hand_off", body="Disdukcapil")
    case = clerk.act("dispose", SECRETARY, instruction="Tanyakan")
    assert sorted(clerk.hands) == ["Disdukcapil", SECRETARY]
    assert case.movement.dispositions[0].sender == REHSOS
    assert refused(clerk, "advance") == ("not_allowed_now", None)
    clerk.act("answer", "Disdukcapil", note="Datanya cocok")
    clerk.act("advance")
    assert clerk.hands == [STAFF]
    assert [sent.state for sent in clerk.case.movement.hand_offs] == ["answered"]


def test_where_the_standard_names_the_body_it_need_not_be_said(refused: Refusal) -> None:
    named = Clerk(of=replace(SERVICE, hand_off="RSJ Lawang")).register()
    named.act("hand_off")
    assert named.hands == ["RSJ Lawang"]
    assert refused(Clerk().register(), "hand_off") == ("body_missing", "body")


def test_with_an_answer_awaited_in_the_office_a_hand_off_does_no_step(clerk: Clerk) -> None:
    clerk.walk("teruskan")
    clerk.act("dispose", SECRETARY, instruction="Telaah", must_answer=True)
    case = clerk.act("hand_off", body="Bupati Pasuruan")
    assert (clerk.here, case.history[-1].kind, case.movement.hand_offs[0].moved) == ("teruskan", "handed_off", False)


# handed over


def test_at_its_step_handing_over_does_the_step(clerk: Clerk) -> None:
    clerk.walk("serahkan")
    case = clerk.act("deliver", recipient="Ahmad", relation="anak", identity="KTP")
    assert clerk.here == "arsip"
    assert case.proceedings.handover == Handover("Ahmad", "anak", "KTP", "2026-11-24", "serahkan")
    assert "serahkan" not in case.proceedings.unrecorded


def test_what_is_ready_may_be_handed_over_before_its_step_once(refused: Refusal) -> None:
    early = Clerk(of=replace(SERVICE, route=steps("receive", "sign", "monitor", "deliver"))).register()
    assert refused(early, "deliver", recipient="Ahmad") == ("not_allowed_now", None)
    early.act("advance")
    early.act("advance")
    case = early.act("deliver", recipient="Ahmad")
    assert (early.here, case.history[-1].kind) == ("s2", "handed_over")
    assert refused(early, "deliver", recipient="Ahmad") == ("not_allowed_now", None)
    assert early.walk(None).proceedings.unrecorded == {}


def test_aid_that_is_handed_over_twice_is_asked_for_its_recipient_twice() -> None:
    """kotabaru/11: shelter first, then what follows."""
    twice = Clerk(of=replace(SERVICE, route=steps("deliver", "verify", "deliver"))).register()
    twice.act("deliver", recipient="Orang terlantar")
    twice.act("advance")
    case = twice.act("advance")
    assert (case.state, case.proceedings.unrecorded) == ("completed", {"s2": ("recipient",)})
    twice.act("take_back")
    assert twice.act("deliver", recipient="Keluarga di Malang").proceedings.unrecorded == {}


def test_a_service_without_a_route_is_done_by_handing_over() -> None:
    """lubuklinggau/01 prints an empty procedure."""
    empty = Clerk(of=replace(SERVICE, route=(), division=None)).register()
    assert (empty.hands, empty.case.ready_at) == (["Dinas Sosial"], None)
    case = empty.act("deliver", recipient="Kepala keluarga")
    assert (case.state, case.ready_at is not None, case.proceedings.unrecorded) == ("completed", True, {})


# letters


@pytest.mark.parametrize(
    ("products", "kind", "name"),
    [
        ((Product("aid", "Beras"), Product("permit", "Izin ziarah")), "permit", "Izin ziarah"),
        ((Product("aid", "Beras"),), "letter", "Surat"),
        ((), "letter", "Surat"),
    ],
)
def test_a_signature_makes_the_letter_that_the_service_ends_in(
    products: tuple[Product, ...], kind: str, name: str
) -> None:
    signs = Clerk(of=replace(SERVICE, products=products)).register()
    signs.walk("tanda_tangan")
    (letter,) = signs.act("advance").proceedings.letters
    assert (letter.kind, letter.name) == (kind, name)


def test_signed_again_after_it_had_its_number_it_is_another_letter(clerk: Clerk) -> None:
    clerk.walk("tanda_tangan")
    clerk.act("advance")
    clerk.act("number", number="1", date="2026-11-24")
    clerk.act("take_back")
    case = clerk.act("advance")
    assert [(one.id, one.number) for one in case.proceedings.letters] == [("tanda_tangan", "1")]  # the same signature
    back = Clerk(of=replace(SERVICE, route=(step("a", "sign", "Kepala Dinas", "b"),
                                            step("b", "verify", "Staf", "c", returned="a"), step("c", "archive", "Staf"))))  # fmt: skip
    back.register().act("advance")
    back.act("number", number="1", date="2026-11-24")
    back.act("advance", outcome="returned")
    case = back.act("advance")
    assert [(one.id, one.number) for one in case.proceedings.letters] == [("a", "1"), ("a-2", None)]
