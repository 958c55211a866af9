"""A file that came with a letter, and answers that come as one: what the book of incoming letters counts."""

from __future__ import annotations

from typing import Any

import pytest

from desk.domain.errors import Refused
from desk.domain.event import CaseId
from desk.domain.fold import Folded
from desk.domain.intake import IncomingLetter
from desk.models import journal, queries
from desk.services import acts, cases, contract
from desk.services.counter import Counter
from desk.services.intake import register, take_up
from tests.conftest import OpenCounter
from tests.factory import KITCHEN, applicant, intake
from tests.fakes import Clock

LETTER = IncomingLetter("005/12/Ds.Kalirejo/2026", "2026-11-20", "Permohonan dapur umum", "1 berkas")
ANSWER = {"number": "440/77/2026", "date": "2026-11-23"}


def folded(counter: Counter, case_id: CaseId) -> Folded:
    with counter.store.read() as connection:
        return queries.folded(connection, case_id)


def waiting_outside(counter: Counter) -> tuple[CaseId, str]:
    """A file that another body has to answer, and the hand-off's id."""
    file = register(counter, intake(KITCHEN)).id
    case = acts.act(counter, file, "hand_off", data={"body": "BPBD", "await": True})
    return file, case.movement.hand_offs[0].id


def test_the_applicant_s_letter_stays_with_the_file_and_is_sealed(counter: Counter) -> None:
    file = register(counter, intake(KITCHEN, letter=LETTER)).id
    assert cases.load(counter, file).letter == LETTER
    with counter.store.read() as connection:
        stored = journal.stored_of(connection, file)
    assert all(b"letter_in" not in event.envelope and b"005/12" not in event.envelope for event in stored)


def test_a_file_without_a_letter_has_none(counter: Counter) -> None:
    case = cases.load(counter, register(counter, intake()).id)
    assert case.letter is None
    assert contract.case_whole(counter, case)["letter"] is None


def test_every_file_has_the_next_agenda_number_of_its_counter(open_counter: OpenCounter) -> None:
    one, two = open_counter("Loket 1"), open_counter("Loket 2")
    numbers = [cases.load(counter, register(counter, intake()).id).agenda for counter in (one, one, two, one)]
    assert numbers == [1, 2, 1, 3]


def test_agenda_numbers_begin_again_with_the_year(counter: Counter, clock: Clock) -> None:
    clock.set("2026-12-31T10:00")
    assert cases.load(counter, register(counter, intake()).id).agenda == 1
    clock.set("2027-01-04T08:00")
    assert cases.load(counter, register(counter, intake()).id).agenda == 1
    clock.set("2005-01-01T00:00")  # a dead battery opens no year of its own
    assert cases.load(counter, register(counter, intake()).id).agenda == 2


def test_the_same_form_sent_twice_takes_one_number(counter: Counter) -> None:
    first = register(counter, intake(key="k")).id
    assert register(counter, intake(key="k")).id == first
    assert cases.load(counter, register(counter, intake()).id).agenda == 2


def test_a_letter_is_added_when_the_file_comes_back_and_corrected_later(counter: Counter) -> None:
    file = register(counter, intake(KITCHEN, everything=False)).id
    take_up(counter, file, intake(KITCHEN, letter=LETTER))
    assert cases.load(counter, file).letter == LETTER
    take_up_again = acts.act(counter, file, "correct", data={"letter": {"number": "006/12"}})
    assert take_up_again.letter == IncomingLetter("006/12", LETTER.date, LETTER.subject, LETTER.enclosures)


def test_taking_a_file_up_without_a_word_of_the_letter_keeps_it(counter: Counter) -> None:
    file = register(counter, intake(KITCHEN, everything=False, letter=LETTER)).id
    take_up(counter, file, intake(KITCHEN, applicant=applicant(name="Siti Aminah binti Umar")))
    assert cases.load(counter, file).letter == LETTER


def test_an_answer_that_came_as_a_letter_takes_the_next_number(counter: Counter) -> None:
    file, sent = waiting_outside(counter)
    case = acts.act(counter, file, "answer", note="Logistik tersedia", data={"letter": ANSWER})
    assert case.proceedings.letters_in[sent] == IncomingLetter(**ANSWER)
    assert case.proceedings.agenda[sent] == 2
    assert folded(counter, file).fields[f"agenda.{sent}"] == 2
    [told] = contract.case_whole(counter, case)["hand_offs"]
    assert (told["letter"], told["agenda"]) == (ANSWER, 2)


def test_an_answer_by_word_of_mouth_takes_none(counter: Counter) -> None:
    file, sent = waiting_outside(counter)
    case = acts.act(counter, file, "answer", note="Lewat telepon: tersedia")
    assert sent not in case.proceedings.agenda
    assert cases.load(counter, register(counter, intake()).id).agenda == 2


@pytest.mark.parametrize("letter", [{"date": "2027-01-01"}, {"nomor": "1"}, "440/77"])
def test_a_wrong_letter_takes_no_number_and_writes_nothing(counter: Counter, letter: Any) -> None:
    file, _ = waiting_outside(counter)
    before = folded(counter, file)
    with pytest.raises(Refused):
        acts.act(counter, file, "answer", note="Tersedia", data={"letter": letter})
    assert folded(counter, file) == before
    assert cases.load(counter, register(counter, intake()).id).agenda == 2
