"""Dispositions of an office's day: to one and to several, passed on and back, recalled, answered, taken over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.casework import FRONT, HEAD, LINJAMSOS, REHSOS, SECRETARY, SERVICE, STAFF, Clerk, sent, states, step, tell
from tests.domain.moving.conftest import Refusal

BOTH = (SECRETARY, "Kabid Linjamsos")


@pytest.fixture
def clerk() -> Clerk:
    """A counter with a file that waits for the head's disposition."""
    clerk = Clerk().register()
    clerk.act("advance")
    assert clerk.here == "disposisi"
    return clerk


# sending


def test_the_head_s_disposition_does_the_step_that_it_is_and_the_file_is_with_whom_it_names(clerk: Clerk) -> None:
    case = clerk.act(
        "dispose", "Kabid Rehsos", instruction="Periksa berkasnya", urgency="segera", deadline="2026-11-26"
    )
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])
    (one,) = case.movement.dispositions
    assert (one.sender, one.to, one.role, one.step, one.moved) == (HEAD, REHSOS, "Kabid Rehsos", "disposisi", True)
    (holder,) = case.holders
    assert (holder.slot, holder.seen, holder.urgency, holder.deadline) == (one.id, False, "segera", "2026-11-26")
    assert case.proceedings.instructions[one.id].text == "Periksa berkasnya"
    assert case.proceedings.unrecorded == {}


def test_ticked_phrases_are_instruction_enough_and_a_note_is_taken_for_the_words(clerk: Clerk) -> None:
    case = clerk.act("dispose", REHSOS, phrases=["Teliti", "Laporkan"], note="Hari ini")
    said = case.proceedings.instructions[sent(case, REHSOS)]
    assert (said.phrases, said.words, said.text) == (("Teliti", "Laporkan"), "Hari ini", "Teliti; Laporkan; Hari ini")


def test_beside_its_step_a_disposition_leaves_the_station_where_it_is(clerk: Clerk) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    clerk.act("advance")
    assert (clerk.here, clerk.hands) == ("kunjungan", [STAFF])
    case = clerk.act("dispose", SECRETARY, instruction="Mohon arahan")
    assert (clerk.here, clerk.hands) == ("kunjungan", [SECRETARY])
    assert case.movement.dispositions[-1].moved is False


def test_two_divisions_must_both_answer_before_the_file_goes_on(clerk: Clerk, refused: Refusal) -> None:
    case = clerk.act("dispose", *BOTH, instruction="Mohon telaah")
    assert (clerk.here, sorted(clerk.hands)) == ("disposisi", [LINJAMSOS, SECRETARY])
    assert [one.must_answer for one in case.movement.dispositions] == [True, True]
    assert refused(clerk, "advance") == ("not_allowed_now", None)
    clerk.act("answer", SECRETARY, note="Setuju")
    assert clerk.hands == [LINJAMSOS]
    assert refused(clerk, "advance") == ("not_allowed_now", None)
    case = clerk.act("answer", "Kabid Linjamsos", note="Sudah ditelaah")
    assert (clerk.here, clerk.hands) == ("disposisi", [HEAD])
    assert set(case.proceedings.answers.values()) == {"Setuju", "Sudah ditelaah"}
    case = clerk.act("advance")
    assert clerk.here == "periksa"
    assert case.proceedings.unrecorded == {}  # what the head wrote was recorded when it was sent


def test_to_several_for_their_knowledge_only_the_file_goes_on_and_closes_them(clerk: Clerk) -> None:
    case = clerk.act("dispose", *BOTH, instruction="Untuk diketahui", must_answer=False)
    assert (clerk.here, sorted(clerk.hands)) == ("periksa", [LINJAMSOS, SECRETARY])
    clerk.act("receive", SECRETARY)
    case = clerk.act("advance")
    assert (clerk.here, clerk.hands) == ("kunjungan", [STAFF])
    assert states(case) == {SECRETARY: "closed", LINJAMSOS: "closed"}


def test_a_desk_that_is_named_twice_gets_one_disposition(clerk: Clerk) -> None:
    case = clerk.act("dispose", REHSOS, "Kabid Rehsos", instruction="Periksa")
    assert len(case.movement.dispositions) == 1
    assert case.movement.dispositions[0].must_answer is False


def test_a_disposition_at_the_last_step_asks_for_something_so_it_does_not_end_the_file() -> None:
    """pasuruan/11 ends with a disposition to those who go along."""
    ends_so = replace(SERVICE, route=(step("tugaskan", "dispose", "Kepala Bidang"),))
    last = Clerk(of=ends_so).register()
    last.act("dispose", STAFF, instruction="Dampingi peziarah")
    assert (last.case.state, last.here, last.hands) == ("open", "tugaskan", [STAFF])
    assert last.act("advance").state == "completed"
    assert last.case.proceedings.unrecorded == {}


@pytest.mark.parametrize(
    ("to", "data", "code", "field"),
    [
        ((), {"instruction": "x"}, "say_to_whom", "--to"),
        ((HEAD,), {"instruction": "x"}, "to_oneself", "--to"),
        ((SECRETARY, "Kadis"), {"instruction": "x"}, "to_oneself", "--to"),
        (("Kabid Sihir",), {"instruction": "x"}, "desk_unknown", "--to"),
        ((SECRETARY,), {}, "instruction_missing", "instruction"),
        ((SECRETARY,), {"instruction": " \n"}, "instruction_missing", "instruction"),
        ((SECRETARY,), {"instruction": 7}, "not_text", "instruction"),
        ((SECRETARY,), {"phrases": [7]}, "not_texts", "phrases"),
        ((SECRETARY,), {"instruction": "x", "urgency": "kilat"}, "bad_urgency", "urgency"),
        ((SECRETARY,), {"instruction": "x", "deadline": "besok"}, "bad_date", "deadline"),
        ((SECRETARY,), {"instruction": "x", "deadline": "2026-11-23"}, "date_past", "deadline"),
        ((SECRETARY,), {"instruction": "x", "must_answer": "ya"}, "not_bool", "must_answer"),
        ((SECRETARY,), {"instruction": "x", "from": "Bupati"}, "say_which", "from"),
        ((SECRETARY,), {"instruksi": "x"}, "unknown_key", "instruksi"),
    ],
)
def test_a_disposition_that_says_too_little_or_something_wrong_is_refused_where_it_stands(
    clerk: Clerk, to: tuple[str, ...], data: dict[str, object], code: str, field: str, refused: Refusal
) -> None:
    assert refused(clerk, "dispose", *to, **data) == (code, field)


def test_who_sends_must_be_said_where_two_have_the_file(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", *BOTH, instruction="Mohon telaah")
    assert refused(clerk, "dispose", STAFF, instruction="Cek")[0] == "say_which"
    case = clerk.act("dispose", STAFF, instruction="Cek", data={"from": "Kabid Linjamsos"})
    assert states(case) == {SECRETARY: "waiting", LINJAMSOS: "passed_on", STAFF: "waiting"}


# passing on, and back


def test_passed_on_three_deep_and_back_by_every_desk_it_came_through(clerk: Clerk) -> None:
    clerk.act("dispose", SECRETARY, instruction="Telaah", must_answer=True)
    clerk.act("dispose", REHSOS, instruction="Telaah", must_answer=True)
    clerk.act("dispose", STAFF, instruction="Siapkan telaah", must_answer=True)
    assert clerk.hands == [STAFF]
    back = []
    for answer in ("Telaah terlampir", "Sudah saya periksa", "Dapat dilanjutkan"):
        clerk.act("answer", note=answer)
        back.append(clerk.hands)
    assert back == [[REHSOS], [SECRETARY], [HEAD]]
    assert clerk.here == "disposisi"
    clerk.act("advance")
    assert clerk.here == "periksa"


def test_an_answer_that_was_not_asked_for_goes_to_the_file_s_own_desk(clerk: Clerk) -> None:
    clerk.act("advance")
    clerk.act("dispose", SECRETARY, instruction="Teruskan")
    clerk.act("dispose", STAFF, instruction="Cek ke lapangan")
    clerk.act("answer", STAFF, note="Sudah")
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])


def test_who_owes_an_answer_owes_it_also_when_he_passed_the_file_on(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", SECRETARY, instruction="Telaah", must_answer=True)
    case = clerk.act("dispose", STAFF, instruction="Kerjakan")  # which asks for no answer of its own
    assert [one.to for one in case.movement.awaited] == [STAFF]
    assert refused(clerk, "advance") == ("not_allowed_now", None)
    clerk.act("answer", note="Telaah terlampir")
    assert clerk.hands == [HEAD]
    clerk.act("advance")
    assert clerk.here == "periksa"


def test_from_a_to_b_and_back_to_a_is_a_chain_and_no_circle(clerk: Clerk) -> None:
    clerk.act("dispose", SECRETARY, instruction="Pendapat Saudara?", must_answer=True)
    clerk.act("dispose", HEAD, instruction="Mohon petunjuk", must_answer=True)
    clerk.act("dispose", SECRETARY, instruction="Kerjakan saja", must_answer=True)
    seen = [clerk.hands]
    for answer in ("Baik", "Sudah", "Selesai"):
        clerk.act("answer", note=answer)
        seen.append(clerk.hands)
    assert seen == [[SECRETARY], [HEAD], [SECRETARY], [HEAD]]
    assert clerk.case.movement.pending == ()


def test_a_file_that_went_on_does_not_come_back_to_who_had_passed_it_on(clerk: Clerk) -> None:
    clerk.act("advance")
    clerk.act("dispose", SECRETARY, instruction="Telaah")
    clerk.act("dispose", LINJAMSOS, instruction="Cek data", must_answer=True)
    clerk.act("answer", note="Data cocok")
    assert clerk.hands == [SECRETARY]
    clerk.act("dispose", STAFF, instruction="Untuk diketahui")
    clerk.act("advance")
    assert (clerk.here, clerk.hands) == ("kunjungan", [STAFF])
    assert [holder.slot for holder in clerk.case.holders] == ["S"]


# receiving


def test_received_is_known_for_the_desks_that_are_named_or_for_all(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", SECRETARY, LINJAMSOS, REHSOS, instruction="Telaah")
    case = clerk.act("receive", "Kabid Linjamsos", SECRETARY)
    assert states(case) == {SECRETARY: "read", LINJAMSOS: "read", REHSOS: "waiting"}
    assert [holder.seen for holder in case.holders if holder.position == REHSOS] == [False]
    case = clerk.act("receive")
    assert states(case)[REHSOS] == "read"
    assert refused(clerk, "receive") == ("not_allowed_now", None)


def test_a_desk_that_has_nothing_unread_is_not_marked(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    assert refused(clerk, "receive", SECRETARY)[0] == "say_which"
    assert refused(clerk, "receive", "Kabid Sihir")[0] == "say_which"


# answering


def test_which_of_two_answers_it_is_must_be_said(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", *BOTH, instruction="Telaah")
    assert refused(clerk, "answer", note="Setuju") == ("say_which", "disposition")
    assert refused(clerk, "answer", *BOTH, note="Setuju") == ("one_desk", "--to")
    case = clerk.act("answer", note="Setuju", disposition=sent(clerk.case, SECRETARY))
    assert states(case) == {SECRETARY: "answered", LINJAMSOS: "waiting"}


def test_two_dispositions_to_one_desk_are_told_apart_by_their_ids(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", *BOTH, instruction="Telaah")
    clerk.act("dispose", STAFF, instruction="Cek", data={"from": SECRETARY})
    clerk.act("dispose", STAFF, instruction="Cek juga", data={"from": LINJAMSOS})
    assert clerk.hands == [STAFF, STAFF]
    assert refused(clerk, "answer", STAFF, note="Sudah")[0] == "say_which"
    one, other = (holder.slot for holder in clerk.case.holders)
    clerk.act("answer", note="Sudah", disposition=one)
    assert [holder.slot for holder in clerk.case.holders] == [other]


def test_an_answer_without_words_is_none(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    assert refused(clerk, "answer") == ("note_missing", "note")
    assert clerk.act("answer", answer="Layak").proceedings.answers == {sent(clerk.case, REHSOS): "Layak"}


# recalling


def test_recalled_while_nobody_has_read_it_the_step_is_open_again(clerk: Clerk) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    case = clerk.act("recall")
    assert (clerk.here, clerk.hands) == ("disposisi", [HEAD])
    assert states(case) == {REHSOS: "recalled"}
    clerk.act("dispose", SECRETARY, instruction="Periksa")
    assert (clerk.here, clerk.hands) == ("periksa", [SECRETARY])


def test_what_was_read_can_not_be_recalled(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    clerk.act("receive")
    assert refused(clerk, "recall") == ("not_allowed_now", None)


def test_of_several_the_step_is_open_again_when_all_were_recalled(clerk: Clerk, refused: Refusal) -> None:
    clerk.act("dispose", *BOTH, instruction="Periksa", must_answer=False)
    assert refused(clerk, "recall")[0] == "say_which"
    clerk.act("recall", SECRETARY)
    assert (clerk.here, clerk.hands) == ("periksa", [LINJAMSOS])
    clerk.act("recall", "Kabid Linjamsos")
    assert (clerk.here, clerk.hands) == ("disposisi", [HEAD])


def test_where_one_of_them_has_answered_the_step_stays_done(clerk: Clerk) -> None:
    clerk.act("dispose", *BOTH, instruction="Periksa", must_answer=False)
    clerk.act("answer", SECRETARY, note="Sudah")
    clerk.act("recall", LINJAMSOS)
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])


def test_passed_on_and_recalled_the_file_is_with_who_passed_it_on(clerk: Clerk) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    clerk.act("dispose", STAFF, instruction="Siapkan")
    clerk.act("recall")
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])


def test_two_counters_that_recorded_the_same_disposition_did_the_step_once_and_undo_it_once(clerk: Clerk) -> None:
    other = Clerk("B")
    tell(clerk, other)
    clerk.act("dispose", REHSOS, instruction="Periksa")
    other.act("dispose", REHSOS, instruction="Periksa")
    tell(clerk, other)
    assert clerk.case.conflicts == {}
    assert clerk.hands == [REHSOS, REHSOS]
    first, second = (holder.slot for holder in clerk.case.holders)
    clerk.act("recall", disposition=first)
    assert clerk.here == "periksa"
    clerk.act("recall", disposition=second)
    assert (clerk.here, clerk.hands) == ("disposisi", [HEAD])


# taking over


def test_a_pending_one_is_taken_over_by_another_desk_unread_and_its_words_stay(clerk: Clerk) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa", urgency="segera")
    clerk.act("receive")
    case = clerk.act("reassign", SECRETARY)
    (one,) = case.movement.pending
    assert (one.to, one.state, one.urgency, one.sender) == (SECRETARY, "waiting", "segera", HEAD)
    assert case.proceedings.instructions[one.id].text == "Periksa"
    assert clerk.here == "periksa"


def test_the_step_s_own_desk_is_taken_over_and_the_route_goes_on(clerk: Clerk) -> None:
    clerk.act("reassign", SECRETARY)
    assert (clerk.here, clerk.hands) == ("disposisi", [SECRETARY])
    clerk.act("advance")
    assert (clerk.here, clerk.hands) == ("periksa", [REHSOS])


def test_a_branch_that_was_taken_is_not_forgotten_when_another_desk_takes_over(clerk: Clerk) -> None:
    clerk.act("advance")
    clerk.act("advance", outcome="not_eligible")
    clerk.act("reassign", SECRETARY)
    assert clerk.walk(None).state == "rejected"


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ((), "say_to_whom"),
        ((SECRETARY, FRONT), "one_desk"),
        (("Kadis",), "same_desk"),
        (("Kabid Sihir",), "desk_unknown"),
    ],
)
def test_taking_over_needs_one_other_desk(clerk: Clerk, to: tuple[str, ...], code: str, refused: Refusal) -> None:
    assert refused(clerk, "reassign", *to) == (code, "--to")


def test_two_counters_that_reassigned_to_two_desks_differ_and_a_person_decides(clerk: Clerk) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    other = Clerk("B")
    tell(clerk, other)
    clerk.act("reassign", SECRETARY)
    other.act("reassign", LINJAMSOS)
    tell(clerk, other)
    field = f"disposition.{clerk.case.movement.dispositions[0].id}"
    assert set(clerk.case.conflicts) == {field}
    chosen = next(one.value for one in clerk.case.conflicts[field] if one.value["to"] == LINJAMSOS)  # type: ignore[index,call-overload]
    clerk.act("settle", field=field, value=chosen)
    tell(clerk, other)
    assert (clerk.hands, other.hands, other.case.conflicts) == ([LINJAMSOS], [LINJAMSOS], {})


def test_read_here_and_recalled_there_is_a_conflict(clerk: Clerk) -> None:
    clerk.act("dispose", REHSOS, instruction="Periksa")
    other = Clerk("B")
    tell(clerk, other)
    clerk.act("receive")
    other.act("recall")
    tell(clerk, other)
    assert set(clerk.case.conflicts) == {f"disposition.{clerk.case.movement.dispositions[0].id}.state"}
    assert clerk.case == other.case
    assert len(clerk.hands) == 1
