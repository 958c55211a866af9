"""The audit trail: every look at a guarded file and everything that leaves is in it, before it happens, for ever."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from desk.domain.errors import NotFound, Refused, StoreError
from desk.models.store import Store
from desk.services import audit, cases, guard, ledger, packs, upkeep
from desk.services.counter import Counter
from desk.services.intake import register
from tests.conftest import OpenCounter
from tests.counters import deliver
from tests.factory import ADOPTION, SKM, intake
from tests.fakes import WIB, Clock


def trail(counter: Counter) -> list[tuple[str, str, str]]:
    """(action, registration number, detail), oldest first."""
    rows = audit.entries(counter).rows
    return [(row.action, row.registration_number or "", row.detail) for row in reversed(rows)]


def test_a_look_at_an_ordinary_file_leaves_no_trace(counter: Counter) -> None:
    receipt = register(counter, intake(SKM))
    guard.opened(counter, receipt.registration_number)
    ledger.ask(counter, "slip", receipt.id, "EPSON", b"%PDF")
    assert trail(counter) == []


def test_a_look_at_a_guarded_file_is_one_line_a_quarter_of_an_hour(counter: Counter, clock: Clock) -> None:
    receipt = register(counter, intake(ADOPTION))
    other = register(counter, intake(ADOPTION))
    for minutes in (0, 5, 9):
        clock.forward(minutes=minutes)
        guard.opened(counter, receipt.tracking_code)
    guard.opened(counter, other.registration_number)
    assert trail(counter) == [
        ("look", receipt.registration_number, ""),
        ("look", other.registration_number, ""),
    ]
    clock.forward(minutes=1)  # a quarter of an hour after the first
    guard.opened(counter, receipt.registration_number)
    assert len(trail(counter)) == 3
    line = audit.entries(counter).rows[0]
    assert (line.at, line.officer, line.case_id) == (counter.now().isoformat(), "Rini", receipt.id)


def test_a_reason_is_written_down_even_when_the_file_was_just_looked_at(counter: Counter) -> None:
    receipt = register(counter, intake(ADOPTION))
    guard.opened(counter, receipt.registration_number)
    for reason in ("diminta Kabid", "diminta Kabid", "  pemohon menelepon  "):
        guard.opened_with_reason(counter, receipt.id, reason)
    assert [detail for _, _, detail in trail(counter)] == ["", "diminta Kabid", "pemohon menelepon"]


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_a_guarded_row_is_not_opened_without_a_reason(counter: Counter, reason: str) -> None:
    receipt = register(counter, intake(ADOPTION))
    with pytest.raises(Refused) as caught:
        guard.opened_with_reason(counter, receipt.id, reason)
    assert (caught.value.code, caught.value.field) == ("reason_missing", "reason")
    assert trail(counter) == []


@pytest.mark.parametrize("reason", ["x" * 501, "a\x00b", "\u202e"])
def test_a_hostile_reason_is_refused_and_leaves_no_trace(counter: Counter, reason: str) -> None:
    receipt = register(counter, intake(ADOPTION))
    with pytest.raises(Refused):
        guard.opened_with_reason(counter, receipt.id, reason)
    assert trail(counter) == []


def test_a_clock_set_back_hides_no_look(counter: Counter, clock: Clock) -> None:
    receipt = register(counter, intake(ADOPTION))
    guard.opened(counter, receipt.registration_number)
    clock.set("2005-01-01T08:00")
    guard.opened(counter, receipt.registration_number)
    clock.set("2050-01-01T08:00")
    guard.opened(counter, receipt.registration_number)
    clock.set("2026-11-24T09:16")
    guard.opened(counter, receipt.registration_number)
    assert len(trail(counter)) == 3  # the last is within a quarter of an hour of the first


def test_every_paper_of_a_guarded_file_is_in_the_trail_however_often(counter: Counter) -> None:
    receipt = register(counter, intake(ADOPTION))
    for copy in (1, 2):
        ledger.ask(counter, "slip", receipt.id, ledger.FILE, b"%PDF", copy=copy)
    assert trail(counter) == [("print", receipt.registration_number, "slip · PDF")] * 2


def test_a_paper_that_belongs_to_no_file_is_not(counter: Counter) -> None:
    ledger.ask(counter, "checklist:pasuruan/01", None, "EPSON", b"%PDF")
    assert trail(counter) == []


def test_attachments_of_guarded_files_and_numbers_of_all_files_are(counter: Counter) -> None:
    ordinary, guarded = register(counter, intake(SKM)), register(counter, intake(ADOPTION))
    for receipt in (ordinary, guarded):
        guard.attachment(counter, cases.load(counter, receipt.id), "kk.jpg")
        guard.reveal(counter, receipt.id)
        guard.reveal(counter, receipt.id)
    assert trail(counter) == [
        ("reveal", ordinary.registration_number, ""),
        ("attachment", guarded.registration_number, "kk.jpg"),
        ("reveal", guarded.registration_number, ""),
    ]


def test_looking_for_what_is_not_there_leaves_no_trace(counter: Counter) -> None:
    with pytest.raises(NotFound):
        guard.opened(counter, "TIDAK-ADA")
    assert trail(counter) == []


def test_a_reader_beside_an_open_window_writes_its_looks_down(open_counter: OpenCounter) -> None:
    window = open_counter()
    receipt = register(window, intake(ADOPTION))
    reader = open_counter(read_only=True)
    guard.opened(reader, receipt.registration_number)
    guard.opened(reader, receipt.registration_number)
    guard.opened(window, receipt.registration_number)
    assert trail(window) == trail(reader) == [("look", receipt.registration_number, "")]
    register(window, intake())
    assert upkeep.problems(window) == []


def test_a_reader_alone_writes_its_looks_down(open_counter: OpenCounter) -> None:
    window = open_counter()
    receipt = register(window, intake(ADOPTION))
    window.store.close()
    reader = open_counter(read_only=True)
    guard.opened(reader, receipt.registration_number)
    assert trail(reader) == [("look", receipt.registration_number, "")]


def test_what_cannot_be_written_down_is_not_shown(counter: Counter) -> None:
    receipt = register(counter, intake(ADOPTION))
    with counter.store.write() as work:
        work.connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(StoreError) as caught:
        guard.opened(counter, receipt.registration_number)
    assert (caught.value.code, caught.value.exit_code) == ("unrecorded", 5)
    with pytest.raises(StoreError):
        ledger.ask(counter, "slip", receipt.id, "EPSON", b"%PDF")
    assert ledger.entries(counter) == ()
    guard.opened(counter, register(counter, intake(SKM)).registration_number)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET officer = 'lain'", "DELETE FROM audit", "REPLACE INTO audit VALUES (1, '', '', '', NULL, '')"],
)
def test_no_line_is_ever_changed_or_erased(counter: Counter, statement: str) -> None:
    guard.opened(counter, register(counter, intake(ADOPTION)).registration_number)
    with pytest.raises(dbapi2.Error), counter.store.write() as work:
        work.connection.exec_driver_sql(statement)
    assert len(trail(counter)) == 1


def test_the_trail_is_this_counter_s_own(open_counter: OpenCounter) -> None:
    bangil, pandaan = open_counter("Bangil"), open_counter("Pandaan")
    receipt = register(bangil, intake(ADOPTION))
    guard.opened(bangil, receipt.registration_number)
    deliver(bangil, pandaan)
    assert trail(pandaan) == []
    assert upkeep.dump(bangil) == upkeep.dump(pandaan)


def test_a_guarded_service_that_was_retired_stays_guarded(counter: Counter) -> None:
    receipt = register(counter, intake(ADOPTION))
    packs.retire(counter, ADOPTION, reason="layanan pindah ke provinsi")
    assert ADOPTION not in counter.names.titles
    guard.opened(counter, receipt.registration_number)
    assert guard.guards(counter, ADOPTION, receipt.id)
    assert trail(counter) == [("look", receipt.registration_number, "")]


def test_a_file_whose_service_nobody_here_knows_is_guarded(counter: Counter) -> None:
    receipt = register(counter, intake(SKM))
    with counter.store.write() as work:
        facts = {"service": "pasuruan/98", "service_hash": "0" * 64}
        work.append(receipt.id, "case_corrected", facts, {}, at="2026-11-24T10:00:00+07:00", officer="R", recorder="R")
    assert guard.guards(counter, "pasuruan/98", receipt.id)


def test_the_trail_is_read_by_file_officer_day_and_page(counter: Counter, clock: Clock) -> None:
    first, second = register(counter, intake(ADOPTION)), register(counter, intake(ADOPTION))
    for receipt in (first, second, first):
        guard.opened(counter, receipt.registration_number)
        clock.forward(days=1)
    assert len(audit.entries(counter, case_id=first.id).rows) == 2
    assert audit.entries(counter, officer="Budi").rows == ()
    assert len(audit.entries(counter, officer="Rini").rows) == 3
    wednesday = datetime(2026, 11, 25, tzinfo=WIB)
    assert len(audit.entries(counter, from_at=wednesday).rows) == 2
    assert len(audit.entries(counter, to_at=wednesday).rows) == 1
    page = audit.entries(counter, limit=2)
    assert [row.id for row in page.rows] == [3, 2]
    rest = audit.entries(counter, limit=2, after=page.after)
    assert ([row.id for row in rest.rows], rest.after) == ([1], None)


def test_a_page_as_long_as_the_trail_is_the_last(counter: Counter) -> None:
    guard.opened(counter, register(counter, intake(ADOPTION)).registration_number)
    assert audit.entries(counter, limit=1).after is None


def test_lines_of_one_file_are_always_a_quarter_of_an_hour_apart(counter: Counter, clock: Clock) -> None:
    @given(st.lists(st.integers(0, 40), min_size=1, max_size=12))
    def looks(waits: list[int]) -> None:
        case = cases.load(counter, register(counter, intake(ADOPTION)).id)
        for minutes in waits:
            clock.forward(minutes=minutes)
            guard.look(counter, case)
        rows = audit.entries(counter, case_id=case.id).rows
        moments = [datetime.fromisoformat(row.at) for row in reversed(rows)]
        assert moments
        assert all(later - earlier >= audit.PAUSE for earlier, later in pairwise(moments))

    looks()


def test_the_store_is_opened_to_write_only_for_the_line(open_counter: OpenCounter) -> None:
    window = open_counter()
    receipt = register(window, intake(ADOPTION))
    window.store.close()
    reader = open_counter(read_only=True)
    guard.opened(reader, receipt.registration_number)
    with pytest.raises(StoreError):
        register(reader, intake())
    Store.open(reader.store.home, patience=0).close()  # nobody holds the lock
