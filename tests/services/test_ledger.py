"""The print ledger: what was asked of a printer, what became of it, and how many copies are out."""

from __future__ import annotations

import hashlib

import pytest

from desk.domain.errors import NotFound
from desk.services import ledger
from desk.services.counter import Counter
from desk.services.intake import register
from tests.factory import intake
from tests.fakes import Clock


def test_a_print_that_came_out_counts_and_one_that_did_not_does_not(counter: Counter) -> None:
    case_id = register(counter, intake()).id
    assert ledger.copies(counter, "slip", case_id) == 0
    ledger.failed(counter, ledger.ask(counter, "slip", case_id, "EPSON", b"%PDF"), "Kertas habis")
    ledger.ask(counter, "slip", case_id, "EPSON", b"%PDF")
    assert ledger.copies(counter, "slip", case_id) == 0
    ledger.printed(counter, ledger.ask(counter, "slip", case_id, "EPSON", b"%PDF"))
    ledger.saved(counter, ledger.ask(counter, "slip", case_id, ledger.FILE, b"%PDF", copy=2, reason="sobek"))
    assert ledger.copies(counter, "slip", case_id) == 2
    assert ledger.copies(counter, "missing", case_id) == 0


def test_a_line_says_what_of_which_bytes_by_whom_and_when(counter: Counter, clock: Clock) -> None:
    case_id = register(counter, intake()).id
    line = ledger.ask(counter, "slip", case_id, "EPSON", b"%PDF-1", copy=2, reason="sobek")
    clock.forward(seconds=9)
    ledger.printed(counter, line)
    (entry,) = ledger.entries(counter, case_id=case_id)
    assert (entry.id, entry.paper, entry.printer, entry.copy, entry.reason) == (line, "slip", "EPSON", 2, "sobek")
    assert (entry.state, entry.officer, entry.sha256) == ("printed", "Rini", hashlib.sha256(b"%PDF-1").hexdigest())
    assert (entry.asked_at, entry.ended_at) == ("2026-11-24T09:15:00+07:00", "2026-11-24T09:15:09+07:00")


def test_a_failure_keeps_its_reason(counter: Counter) -> None:
    line = ledger.ask(counter, "checklist:pasuruan/08", None, "EPSON", b"%PDF", reason="cetak ulang")
    ledger.failed(counter, line, "Printer mati")
    (entry,) = ledger.entries(counter)
    assert (entry.state, entry.reason, entry.case_id) == ("failed", "Printer mati", None)


@pytest.mark.parametrize("end", [ledger.printed, ledger.saved])
def test_a_print_ends_once(counter: Counter, end: object) -> None:
    line = ledger.ask(counter, "slip", None, "EPSON", b"%PDF")
    ledger.printed(counter, line)
    with pytest.raises(NotFound, match="sudah selesai"):
        ledger.failed(counter, line, "x")
    with pytest.raises(NotFound):
        end(counter, "tidak ada")  # type: ignore[operator]
    assert [entry.state for entry in ledger.entries(counter)] == ["printed"]


def test_the_newest_comes_first_and_only_so_many(counter: Counter, clock: Clock) -> None:
    for number in range(5):
        clock.forward(seconds=1)
        ledger.ask(counter, f"p{number}", None, "EPSON", b"")
    assert [entry.paper for entry in ledger.entries(counter, limit=3)] == ["p4", "p3", "p2"]
