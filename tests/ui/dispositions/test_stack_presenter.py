"""A stack: scans pile up, nothing is written before one key, each is its own act, what failed stays with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from desk.domain.errors import NotFound, Refused
from desk.domain.event import CaseId
from desk.domain.movement import Holder
from desk.services.stack import Purpose, Recorded, Scanned
from desk.ui.dispositions.stack.presenter import Entry, StackActs, StackPresenter, will_words
from tests.ui.fakes import LateJobs, Notebook, NowJobs

TRAY = "Kepala Dinas"


@dataclass
class Office:
    """Files 1 to 20 lie with the head; 50 has ended, 60 lies elsewhere; everything else is unknown."""

    recorded: list[tuple[str, str, str]] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    changes: int = 0
    moved: set[str] = field(default_factory=set)
    faults: set[str] = field(default_factory=set)

    def scan(self, code: str, purpose: Purpose, position: str) -> Scanned:
        number = code.removeprefix("T")
        if number == "50":
            raise Refused("has_ended", "Berkas {number} sudah selesai.", number=number)
        if number == "60" or position != TRAY:
            raise Refused("other_tray", "Berkas {number} tidak ada di baki ini.", number=number)
        if not number.isdigit() or int(number) > 20:
            raise NotFound("case_unknown", "Berkas '{number}' tidak ada.", number=number)
        if purpose == "receive" and int(number) % 2:
            raise Refused("seen_already", "Berkas {number} sudah diterima.", number=number)
        return Scanned(
            CaseId(number), f"L1-{number}", f"Pemohon {number}", purpose, Holder("S", TRAY, TRAY), "Disposisi", "Staf"
        )

    def record(self, scanned: Scanned, by: str, words: str) -> Recorded:
        if scanned.case_id in self.moved:
            raise Refused("moved_on", "Berkas {number} sudah berpindah.", number=scanned.number)
        if scanned.case_id in self.faults:
            raise OSError("disk")
        self.recorded.append((scanned.case_id, by, words))
        return Recorded(scanned.case_id, scanned.number, Holder("S", "Staf", "Staf"), scanned.purpose == "advance")

    def take_back(self, recorded: Recorded) -> None:
        if recorded.case_id in self.moved:
            raise Refused("moved_on", "Berkas {number} sudah berpindah.", number=recorded.number)
        self.taken_back.append(recorded.case_id)

    def changed(self) -> None:
        self.changes += 1


Begun = tuple[StackPresenter, Notebook, Office]


def begun(jobs: Any = None, position: str = TRAY) -> Begun:
    office, view = Office(), Notebook()
    acts = StackActs(office.scan, office.record, office.take_back, office.changed)
    presenter = StackPresenter(view, acts, jobs or NowJobs())
    presenter.begin(position, position, "H. Budi")
    return presenter, view, office


def entries(view: Notebook) -> list[Entry]:
    return list(reversed(view.last("show_entries")))


def standings(view: Notebook) -> list[str]:
    return [entry.standing for entry in entries(view)]


def undo_of(view: Notebook) -> Callable[[], None]:
    undo = next(named.get("undo") for told, _values, named in reversed(view.told) if told == "tell")
    assert undo is not None
    return undo


def test_twenty_scans_with_three_that_do_not_fit_and_one_key() -> None:
    presenter, view, office = begun()
    for number in range(1, 21):
        presenter.scan(str(number))
    for odd in ("50", "60", "bukan"):
        presenter.scan(odd)
    assert office.recorded == []
    assert standings(view).count("ready") == 20
    assert view.last("show_ready") == 20
    presenter.finish("H. Budi")
    assert [case_id for case_id, _by, _words in office.recorded] == [str(number) for number in range(1, 21)]
    assert {by for _id, by, _words in office.recorded} == {"H. Budi"}
    assert standings(view).count("done") == 20
    assert [entry.words for entry in entries(view) if entry.standing == "refused"] == [
        "Berkas 50 sudah selesai.", "Berkas 60 tidak ada di baki ini.", "Berkas 'bukan' tidak ada.",
    ]  # fmt: skip
    assert office.changes == 1
    assert view.last("tell") == "20 berkas tercatat."


def test_each_scan_says_what_it_was_and_the_next_is_not_held_up() -> None:
    presenter, view, _office = begun()
    presenter.scan("50")
    assert "sudah selesai" in view.last("show_mark")
    presenter.scan("1")
    assert view.last("show_mark").startswith("Pemohon 1")


def test_the_same_file_twice_is_one_however_it_was_scanned() -> None:
    presenter, view, office = begun()
    for code in ("1", "1", "T1"):
        presenter.scan(code)
    assert standings(view) == ["ready"]
    assert "sudah dipindai" in view.last("show_mark")
    presenter.finish()
    assert len(office.recorded) == 1


def test_what_does_not_fit_stands_there_once() -> None:
    presenter, view, _office = begun()
    presenter.scan("60")
    presenter.scan("60")
    assert standings(view) == ["refused"]


def test_an_impatient_enter_records_once() -> None:
    jobs = LateJobs()
    presenter, _view, office = begun(jobs)
    presenter.scan("1")
    jobs.do_all()
    presenter.finish()
    presenter.finish()
    jobs.do_all()
    presenter.finish()
    jobs.do_all()
    assert len(office.recorded) == 1


def test_enter_before_the_last_scan_was_looked_up_waits_for_it() -> None:
    jobs = LateJobs()
    presenter, _view, office = begun(jobs)
    presenter.scan("1")
    presenter.scan("2")
    presenter.finish()
    assert office.recorded == []
    jobs.do_all()
    assert [case_id for case_id, *_ in office.recorded] == ["1", "2"]


def test_a_file_that_somebody_else_advanced_meanwhile_stays_with_the_reason() -> None:
    presenter, view, office = begun()
    for code in ("1", "2", "3"):
        presenter.scan(code)
    office.moved.add("2")
    presenter.finish()
    assert [case_id for case_id, *_ in office.recorded] == ["1", "3"]
    assert standings(view) == ["done", "failed", "done"]
    assert entries(view)[1].words == "Berkas L1-2 sudah berpindah."
    assert view.last("tell") == "2 berkas tercatat, 1 tidak; lihat daftarnya."


def test_recording_stops_where_it_is_told_to_and_the_rest_can_go_on() -> None:
    jobs = LateJobs()
    presenter, view, office = begun(jobs)
    for number in range(1, 6):
        presenter.scan(str(number))
    jobs.do_all()
    presenter.finish()
    jobs.do()
    presenter.cancel()
    jobs.do_all()
    assert len(office.recorded) == 2
    assert standings(view) == ["done", "done", "ready", "ready", "ready"]
    presenter.finish()
    jobs.do_all()
    assert len(office.recorded) == 5


def test_progress_is_told_while_recording() -> None:
    presenter, view, _office = begun()
    for code in ("1", "2"):
        presenter.scan(code)
    presenter.finish()
    assert [values for told, values, _ in view.told if told == "show_progress"] == [(0, 2), (1, 2), (0, 0)]


def test_steps_are_taken_back_the_last_first_and_what_has_gone_on_is_named() -> None:
    presenter, view, office = begun()
    for code in ("1", "2", "3"):
        presenter.scan(code)
    presenter.finish()
    office.moved.add("2")
    undo_of(view)()
    assert office.taken_back == ["3", "1"]
    assert "Tidak bisa dibatalkan: L1-2" in view.last("tell")
    assert entries(view) == []


def test_what_can_not_be_undone_offers_no_undo() -> None:
    presenter, view, _office = begun()
    presenter.choose_purpose("receive")
    presenter.scan("2")
    presenter.finish()
    assert next(named["undo"] for told, _v, named in reversed(view.told) if told == "tell") is None


def test_another_purpose_judges_the_stack_anew() -> None:
    presenter, view, _office = begun()
    for code in ("1", "2"):
        presenter.scan(code)
    presenter.choose_purpose("receive")
    assert standings(view) == ["refused", "ready"]
    presenter.choose_purpose("advance")
    assert standings(view) == ["ready", "ready"]


def test_another_tray_judges_the_stack_anew() -> None:
    presenter, view, _office = begun()
    presenter.scan("1")
    presenter.begin("Sekretaris", "Sekretaris", "")
    assert standings(view) == ["refused"]
    presenter.begin(TRAY, TRAY, "")
    assert standings(view) == ["ready"]


def test_answers_need_words_and_all_get_the_same() -> None:
    presenter, view, office = begun()
    presenter.choose_purpose("answer")
    presenter.scan("1")
    presenter.finish("H. Budi", "  ")
    assert office.recorded == []
    assert "Tuliskan jawabannya" in view.last("show_words_error")
    presenter.finish("H. Budi", "Setuju.")
    assert office.recorded == [("1", "H. Budi", "Setuju.")]


def test_leaving_writes_nothing_and_can_be_undone() -> None:
    presenter, view, office = begun()
    presenter.scan("1")
    presenter.scan("60")
    presenter.cancel()
    assert view.count("leave") == 1
    assert entries(view) == []
    undo_of(view)()
    assert view.count("come_back") == 1
    assert standings(view) == ["ready", "refused"]
    assert office.recorded == []


def test_enter_after_everything_is_done_leaves() -> None:
    presenter, view, _office = begun()
    presenter.scan("1")
    presenter.finish()
    presenter.finish()
    assert view.count("leave") == 1


def test_the_next_scan_after_recording_begins_a_new_stack() -> None:
    presenter, view, _office = begun()
    presenter.scan("1")
    presenter.finish()
    presenter.scan("2")
    assert [entry.number for entry in entries(view)] == ["L1-2"]


def test_a_paper_is_taken_out_of_the_stack() -> None:
    presenter, view, office = begun()
    presenter.scan("1")
    presenter.scan("2")
    presenter.remove(entries(view)[0].place)
    presenter.finish()
    assert [case_id for case_id, *_ in office.recorded] == ["2"]


def test_nothing_scanned_nothing_done() -> None:
    presenter, view, office = begun()
    presenter.scan("   ")
    presenter.finish()
    assert office.recorded == []
    assert view.last("show_entries") == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "ke Staf; selesai: Disposisi"),
        ({"onward": ""}, "berkas selesai; selesai: Disposisi"),
        ({"also": ("Sekretaris",)}, "ke Staf; selesai: Disposisi; disposisi kepada Sekretaris ikut ditutup"),
        ({"purpose": "receive"}, "tercatat diterima di Kepala Dinas"),
        ({"purpose": "answer"}, "jawaban Kepala Dinas tercatat"),
    ],
)
def test_what_will_happen_is_said(changes: dict[str, Any], words: str) -> None:
    made = {"purpose": "advance", "step": "Disposisi", "onward": "Staf", **changes}
    assert will_words(Scanned(CaseId("1"), "L1-1", "Siti", holder=Holder("S", TRAY, TRAY), **made)) == words


def test_a_fault_is_said_and_stops_no_other() -> None:
    presenter, view, office = begun()
    office.faults.add("1")
    presenter.scan("1")
    presenter.scan("2")
    presenter.finish()
    assert standings(view) == ["failed", "done"]
    assert "OSError" in entries(view)[0].words
