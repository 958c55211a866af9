"""The agenda books fill themselves: each registration, each answer by letter, each letter written, each file handed on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.domain.agenda import AgendaLine, Book
from desk.domain.errors import Refused, UsageError
from desk.domain.event import CaseId
from desk.domain.guarded import GUARDED_MATTER
from desk.domain.intake import IncomingLetter
from desk.services import acts, agenda, cases, positions, upkeep
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import exchange
from tests.factory import ADOPTION, KITCHEN, SKM, applicant, intake
from tests.fakes import Clock

REHAB = "pasuruan/04"
DIVISION = "Kepala Bidang Rehabilitasi Sosial"
LETTER = IncomingLetter("005/12/Ds.Kalirejo/XI/2026", "2026-11-20", "Permohonan rehabilitasi", "1 berkas")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def taken_in(counter: Counter, service: str = REHAB, **form: object) -> CaseId:
    return register(counter, intake(service, **form)).id


def book(counter: Counter, which: Book = "in", search: str = "") -> list[AgendaLine]:
    return list(agenda.lines(counter, which, *YEAR, search))


def to_the_end(counter: Counter, case_id: CaseId) -> None:
    while cases.load(counter, case_id).state == "open":
        acts.act(counter, case_id, "advance")


def test_a_registration_is_a_line_with_its_number_letter_and_where_it_went(counter: Counter) -> None:
    file = taken_in(counter, letter=LETTER)
    acts.act(counter, file, "dispose", to=[DIVISION, "Sekretaris"], data={"phrases": ["Proses lebih lanjut"]})
    [line] = book(counter)
    assert (line.number, line.serial, line.day) == ("1 / L1K74", 1, date(2026, 11, 24))
    assert (line.letter_number, line.letter_date, line.enclosures) == (LETTER.number, date(2026, 11, 20), "1 berkas")
    assert line.party == "Siti Aminah, Kalirejo, Bangil"
    assert line.matter.endswith("Penyandang Disabilitas: Permohonan rehabilitasi")
    assert set(line.forwarded) == {DIVISION, "Sekretaris"}
    assert line.remark == f"{line.registration_number} · Diproses"


def test_a_file_without_letter_or_disposition_says_where_it_began(counter: Counter) -> None:
    taken_in(counter)
    [line] = book(counter)
    assert (line.letter_number, line.letter_date, line.forwarded) == ("", None, ("Kepala Dinas",))


def test_a_returned_file_has_its_line_too(counter: Counter) -> None:
    taken_in(counter, everything=False)
    assert book(counter)[0].remark.endswith("Pada pemohon")


def test_an_answer_that_came_as_a_letter_is_a_line_of_its_own(counter: Counter) -> None:
    file = taken_in(counter, KITCHEN)
    acts.act(counter, file, "hand_off", data={"body": "BPBD", "await": True})
    acts.act(counter, file, "answer", note="Tersedia", data={"letter": {"number": "360/55", "date": "2026-11-23"}})
    first, second = book(counter)
    assert (first.serial, second.serial) == (1, 2)
    assert (second.party, second.letter_number) == ("BPBD", "360/55")
    assert second.matter == "Jawaban atas: Dapur Umum Korban Bencana"


def test_letters_and_hand_offs_go_out_and_a_number_follows(counter: Counter) -> None:
    file = taken_in(counter)
    acts.act(
        counter, file, "hand_off", data={"body": "RSUD Bangil", "system": "SIKS-NG", "reference": "77", "await": False}
    )
    to_the_end(counter, file)
    handed, letter, *_ = book(counter, "out")
    assert (handed.number, handed.party, handed.sent) == ("1", "RSUD Bangil", date(2026, 11, 24))
    assert handed.remark.endswith("SIKS-NG no. 77")
    assert (letter.awaits_number, letter.letter_number) == (True, "")
    assert letter.maker == "Bidang Rehabilitasi Sosial"
    acts.act(counter, file, "number", data={"number": "400.9.3/12/2026", "date": "2026-11-24"})
    letter = book(counter, "out")[1]
    assert (letter.letter_number, letter.letter_date, letter.awaits_number) == (
        "400.9.3/12/2026",
        date(2026, 11, 24),
        False,
    )


def test_a_step_that_was_taken_back_takes_its_letter_out_of_the_book(counter: Counter) -> None:
    file = taken_in(counter)
    for _ in range(7):
        acts.act(counter, file, "advance")
    assert any(line.awaits_number for line in book(counter, "out"))
    acts.act(counter, file, "take_back")
    assert book(counter, "out") == []


def test_of_a_guarded_service_neither_name_nor_matter_is_told(counter: Counter) -> None:
    file = taken_in(counter, ADOPTION, letter=LETTER)
    acts.act(counter, file, "hand_off", data={"body": "Dinas Sosial Provinsi", "await": True})
    for line in (*book(counter), *book(counter, "out")):
        assert line.guarded
        assert line.matter == GUARDED_MATTER
        assert line.enclosures == ""
        assert "Siti" not in line.text
        assert "Pengangkatan" not in line.text
    assert book(counter)[0].party == "S.A."
    assert book(counter, search="siti") == []


def test_numbers_have_no_gap_and_every_counter_its_own(open_counter: OpenCounter) -> None:
    one, two = open_counter("Loket 1"), open_counter("Loket 2")
    for counter in (one, two, one, one):
        taken_in(counter)
    exchange(one, two)
    for counter in (one, two):
        by_counter: dict[str, list[int | None]] = {}
        for line in book(counter):
            by_counter.setdefault(line.counter, []).append(line.serial)
        assert by_counter == {"Loket 1": [1, 2, 3], "Loket 2": [1]}


def test_the_day_is_the_office_s_whatever_zone_the_time_was_written_in(counter: Counter) -> None:
    taken_in(counter, received_at="2026-11-23T23:30:00+00:00")  # 06.30 of the 24th in Pasuruan
    assert book(counter)[0].day == date(2026, 11, 24)


def test_a_period_has_its_days_and_counts_the_year_on(counter: Counter, clock: Clock) -> None:
    for moment in ("2026-11-20T10:00", "2026-11-25T10:00", "2026-12-01T10:00"):
        clock.set(moment)
        acts.act(counter, taken_in(counter), "hand_off", data={"body": "RSUD"})
    lines = list(agenda.lines(counter, "out", date(2026, 11, 25), date(2026, 12, 31)))
    assert [line.number for line in lines] == ["2", "3"]
    assert [line.serial for line in agenda.lines(counter, "in", date(2026, 12, 1), date(2026, 12, 31))] == [3]
    assert list(agenda.lines(counter, "in", date(2027, 1, 1), date(2027, 12, 31))) == []
    with pytest.raises(UsageError):
        list(agenda.lines(counter, "in", date(2026, 12, 31), date(2026, 1, 1)))


def test_a_new_year_begins_with_one(counter: Counter, clock: Clock) -> None:
    for moment in ("2026-12-31T10:00", "2027-01-04T08:00"):
        clock.set(moment)
        acts.act(counter, taken_in(counter), "hand_off", data={"body": "RSUD"})
    lines = list(agenda.lines(counter, "out", date(2026, 12, 1), date(2027, 1, 31)))
    assert [line.number for line in lines] == ["1", "1"]
    assert agenda.years(counter) == (2027, 2026)


def test_words_are_sought_as_officers_type_them(counter: Counter) -> None:
    taken_in(counter, letter=LETTER)
    taken_in(counter, SKM, applicant=applicant(name="Budi Santoso"))
    assert len(book(counter, search="005/12")) == 1
    assert len(book(counter, search="budi sant")) == 1
    assert len(book(counter, search="rehab siti")) == 1
    assert book(counter, search="tidak ada") == []


def test_a_renamed_desk_stands_in_the_book_by_today_s_title(counter: Counter) -> None:
    acts.act(counter, taken_in(counter), "dispose", to=[DIVISION], data={"phrases": ["Arsipkan"]})
    positions.change(counter, DIVISION, title="Kepala Bidang Rehsos", start=date(2026, 11, 24), reason="SOTK")
    assert book(counter)[0].forwarded == ("Kepala Bidang Rehsos",)


def test_what_was_destroyed_keeps_its_line_and_number_and_tells_nothing(counter: Counter) -> None:
    file = taken_in(counter, letter=LETTER)
    taken_in(counter)
    at = counter.now().isoformat()
    with counter.store.write() as work:
        work.append(file, "case_destroyed", {"destroyed": True}, {}, at=at, officer="Rini", recorder="Rini")
        work.destroy_key(file, at)
    first, second = book(counter)
    assert (first.serial, first.party, first.letter_number) == (1, "(data dimusnahkan)", "")
    assert second.serial == 2


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["advance", "hand_off", "answer", "take_back", "return"]), max_size=8))
def test_rebuilt_books_are_the_live_ones(counter: Counter, doings: list[str]) -> None:
    file = taken_in(counter, letter=LETTER)
    told: dict[str, dict[str, Any]] = {
        "hand_off": {"body": "BPBD", "await": True}, "answer": {"letter": {"number": "1"}},
    }  # fmt: skip
    for doing in doings:
        try:
            acts.act(counter, file, doing, note="x", data=told.get(doing, {}))
        except Refused:  # what isn't possible now is not done
            continue
    before = book(counter), book(counter, "out")
    assert upkeep.rebuild(counter)[1]
    assert (book(counter), book(counter, "out")) == before
    assert upkeep.problems(counter) == []
