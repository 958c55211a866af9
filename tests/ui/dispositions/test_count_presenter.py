"""Counting a tray: what should lie there is ticked, what shouldn't is named, the count is kept once."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desk.domain.errors import NotFound
from desk.services.cases import CaseRow
from desk.services.shift import Elsewhere, Missing, TrayCount
from desk.ui.dispositions.count.presenter import CountActs, CountLine, CountPresenter, count_words
from tests.fakes import NOW
from tests.ui.dispositions.samples import DIVISION, HEAD, row
from tests.ui.fakes import LateJobs, Notebook, NowJobs


@dataclass
class Office:
    """Files 1 to 4 lie with the head, 9 with the division's head, 8 has ended."""

    kept: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    expected_numbers: list[int] = field(default_factory=lambda: [1, 2, 3, 4])

    def expected(self, position: str) -> list[CaseRow]:
        return [row(number) for number in self.expected_numbers] if position == HEAD else []

    def find(self, code: str) -> CaseRow:
        number = int(code) if code.isdigit() else 0
        if number in (1, 2, 3, 4):
            return row(number)
        if number == 9:
            return row(9, holder=DIVISION)
        if number == 8:
            return row(8, holder="", since=None, state="withdrawn")
        raise NotFound("case_unknown", "Berkas '{said}' tidak ada.", said=code)

    def keep(self, position: str, lying: object) -> TrayCount:
        self.kept.append((position, tuple(lying)))  # type: ignore[arg-type]
        return count(found=len(self.kept[-1][1]))

    def counts(self, _position: str) -> list[TrayCount]:
        return [count()] if self.kept else []


def count(found: int = 2, **changes: object) -> TrayCount:
    made = {"missing": (), "elsewhere": (), "unknown": (), **changes}
    return TrayCount("c1", NOW.isoformat(), "Rini", HEAD, 4, found, **made)  # type: ignore[arg-type]


def begun(jobs: object = None) -> tuple[CountPresenter, Notebook, Office]:
    office, view = Office(), Notebook()
    acts = CountActs(office.expected, office.find, office.keep, office.counts, lambda: NOW)
    presenter = CountPresenter(view, acts, jobs or NowJobs())  # type: ignore[arg-type]
    presenter.begin(HEAD, HEAD)
    return presenter, view, office


def lines(view: Notebook) -> list[CountLine]:
    found: list[CountLine] = view.last("show_lines")
    return found


def standings(view: Notebook) -> list[str]:
    return [line.standing for line in lines(view)]


def test_what_the_screen_has_there_is_listed_and_nothing_is_ticked() -> None:
    _presenter, view, _office = begun()
    assert standings(view) == ["not_there"] * 4
    assert view.last("show_summary") == "0 dari 4 ada"


def test_scans_tick_and_what_does_not_belong_stands_on_top() -> None:
    presenter, view, _office = begun()
    for code in ("1", "9", "8", "bukan", "2"):
        presenter.scan(code)
    assert standings(view) == ["unknown", "elsewhere", "elsewhere", "not_there", "not_there", "there", "there"]
    words = [line.words for line in lines(view)]
    assert "di layar sudah dicabut" in words
    assert any(word.startswith("di layar di Kabid Rehsos sejak 24 Nov") for word in words)
    assert view.last("show_summary") == "2 dari 4 ada · 3 tidak semestinya"


def test_the_same_paper_twice_counts_once() -> None:
    presenter, view, _office = begun()
    presenter.scan("1")
    presenter.scan("1")
    assert standings(view).count("there") == 1
    assert "sudah dihitung" in view.last("show_mark")


def test_papers_are_ticked_by_hand_too_and_strange_ones_taken_out() -> None:
    presenter, view, _office = begun()
    presenter.scan("9")
    presenter.tick(row(1).id)
    assert standings(view).count("there") == 1
    presenter.tick(row(1).id)
    presenter.tick(row(9).id)
    assert standings(view) == ["not_there"] * 4


def test_the_count_is_kept_once_however_impatient_the_hand() -> None:
    jobs = LateJobs()
    presenter, view, office = begun(jobs)
    jobs.do_all()
    presenter.scan("1")
    presenter.scan("9")
    jobs.do_all()
    presenter.save()
    presenter.save()
    jobs.do_all()
    ((position, lying),) = office.kept
    assert position == HEAD
    assert set(lying) == {row(1).id, row(9).id}
    assert view.last("show_saved").startswith("Hitungan disimpan: 2 dari 4")
    presenter.save()
    jobs.do_all()
    assert len(office.kept) == 1
    assert view.count("leave") == 1


def test_what_is_ticked_after_it_was_kept_can_be_kept_again() -> None:
    presenter, view, office = begun()
    presenter.save()
    presenter.scan("1")
    assert view.count("show_unsaved") == 1
    presenter.save()
    assert len(office.kept) == 2


def test_a_count_that_is_half_done_goes_on_and_files_that_left_meanwhile_with_it() -> None:
    presenter, view, office = begun()
    presenter.scan("1")
    presenter.scan("9")
    presenter.cancel()
    office.expected_numbers = [1, 2]
    presenter.begin(HEAD, HEAD)
    assert standings(view) == ["elsewhere", "not_there", "there"]


def test_another_tray_begins_a_new_count() -> None:
    presenter, view, _office = begun()
    presenter.scan("1")
    presenter.begin(DIVISION, DIVISION)
    assert lines(view) == []


def test_trouble_is_said_in_place_of_the_list() -> None:
    presenter, view, office = begun()

    def fail(_position: str) -> list[CaseRow]:
        raise OSError("disk")

    object.__setattr__(presenter._acts, "expected", fail)
    presenter.begin(DIVISION, DIVISION)
    assert "OSError" in view.last("show_error")
    presenter.save()
    assert office.kept == []


@pytest.mark.parametrize(
    ("changes", "differences"),
    [
        ({}, ""),
        ({"missing": (Missing("1", "L1-1"), Missing("2", "L1-2"))}, "tidak ada: L1-1, L1-2"),
        ({"elsewhere": (Elsewhere("3", "L1-3", "", None, "completed"),)}, "di layar di tempat lain: L1-3 (arsip)"),
        ({"unknown": ("X",)}, "tidak dikenal: X"),
    ],
)
def test_a_count_is_told_in_words(changes: dict[str, object], differences: str) -> None:
    assert count_words(count(**changes), NOW) == ("24 Nov · 2 dari 4 ada · Rini", differences)  # type: ignore[arg-type]
