"""The intake screen over a real store: what was saved is found again, by another start and by another form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.services import cases, drafts
from desk.services.counter import Counter
from desk.ui.jobs import Jobs
from desk.ui.kit.banner import BottomLine, Notice
from desk.ui.loket.page import LoketPage
from desk.ui.loket.screen import acts_of, build
from desk.ui.preferences import PreferenceFile
from desk.ui.preview.request import PaperRequest
from desk.ui.workplace import Workplace
from tests.ui.house import open_house
from tests.ui.loket.samples import SITI, Immediately, Whenever, Witness
from tests.ui.loket.typist import Typist


@dataclass
class Office:
    """A workplace whose papers and notices are kept to be looked at."""

    workplace: Workplace
    papers: list[PaperRequest]
    notices: list[Notice]
    gone: list[tuple[str, str]]


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    made = open_house(tmp_path / "home")
    yield made
    made.store.close()


@pytest.fixture
def office(counter: Counter, tmp_path: Path) -> Iterator[Office]:
    papers: list[PaperRequest] = []
    notices: list[Notice] = []
    gone: list[tuple[str, str]] = []
    jobs = Jobs()
    workplace = Workplace(
        counter=counter,
        jobs=jobs,
        tell=notices.append,
        preview=papers.append,
        go=lambda place, reference="": gone.append((place, reference)),
        changed=lambda: None,
        preferences=PreferenceFile(tmp_path / "preferences.json"),
    )
    yield Office(workplace, papers, notices, gone)
    jobs.close()


def at_work(office: Office, qtbot: QtBot) -> Typist:
    """The screen as the frame builds it."""
    page = build(office.workplace)
    assert isinstance(page, LoketPage)
    qtbot.addWidget(page)
    page.resize(1230, 640)
    page.show()
    page.activateWindow()
    page.arrive()
    settle(office, qtbot)
    assert page.desk is not None
    page.focus("service")
    return Typist(page, page.desk, None, None)  # type: ignore[arg-type]


def settle(office: Office, qtbot: QtBot) -> None:
    """Wait for the worker."""
    qtbot.waitUntil(lambda: not office.workplace.jobs.busy())
    QTest.qWait(5)


def test_a_complete_file_goes_into_the_store_and_its_slip_to_the_printer(office: Office, qtbot: QtBot) -> None:
    hands = at_work(office, qtbot)
    hands.write("lansia").press("Enter", "Ctrl+A", "Tab").write(SITI).press("Enter").write("Siti Aminah")
    hands.press("F9", "F9", "Enter")
    settle(office, qtbot)
    outcome = hands.desk.front.outcome
    assert outcome is not None
    case = cases.find(office.workplace.counter, outcome.registration_number)
    assert case.applicant.name == "Siti Aminah"
    assert [request.kind for request in office.papers] == ["slip"]
    assert office.papers[0].make("a6", 1).startswith(b"%PDF")
    assert cases.counts(office.workplace.counter)["open"] == 1


def test_an_incomplete_file_comes_back_and_is_completed_without_typing_twice(office: Office, qtbot: QtBot) -> None:
    hands = at_work(office, qtbot)
    hands.write("lansia").press("Enter", "1", "2", "Tab").write(SITI).press("Enter").write("Siti Aminah").press("F8")
    settle(office, qtbot)
    number = hands.desk.front.outcome.registration_number  # type: ignore[union-attr]
    assert office.papers[-1].kind == "missing"
    assert office.papers[-1].make("a5", 1).startswith(b"%PDF")
    hands.desk.next_applicant()
    hands.press("Tab").write(SITI)
    settle(office, qtbot)
    hands.press("Enter")
    settle(office, qtbot)
    assert hands.desk.front.form.registration_number == number
    assert hands.desk.front.form.text("applicant.name") == "Siti Aminah"
    hands.press("3", "4", "F9")
    settle(office, qtbot)
    case = cases.find(office.workplace.counter, number)
    assert case.state == "open"
    assert case.complete_at is not None
    assert office.papers[-1].kind == "slip"


def test_a_form_is_there_again_after_the_power_went(office: Office, qtbot: QtBot) -> None:
    hands = at_work(office, qtbot)
    hands.write("lansia").press("Enter", "1", "Tab").write("35140965")
    qtbot.waitUntil(lambda: len(drafts.kept(office.workplace.counter)) == 1, timeout=3000)
    again = at_work(office, qtbot)
    qtbot.waitUntil(lambda: again.desk.front.form.text("applicant.nik") == "35140965")
    assert again.desk.front.form.ticks["k1"].met
    assert any("dibuka kembali" in notice.words for notice in office.notices)


def test_the_papers_seen_once_are_offered_the_next_time(counter: Counter) -> None:
    from desk.ui.loket.form import Form  # noqa: PLC0415
    from desk.ui.loket.presenter import Presenter  # noqa: PLC0415

    def form(key: str) -> tuple[Presenter, Witness]:
        view = Witness()
        made = Presenter(acts_of(counter), Immediately(), Whenever(), view, Form(key=key))
        made.start()
        return made, view

    first, _ = form("first")
    first.search("lansia")
    first.choose()
    first.tick_everything()
    for path, text in {"nik": SITI, "name": "Siti", "kk": "3514090101150007", "village": "Raci"}.items():
        first.write(f"applicant.{path}", text)
    first.save()
    assert first.outcome is not None
    second, view = form("second")
    second.search("bpjs mati")
    second.choose()
    second.write("applicant.nik", SITI)
    assert second.accept("applicant.nik")
    assert second.form.text("applicant.village") == "Raci"
    assert second.accept("checklist")
    assert second.form.ticks["ktp"].met
    assert view.showing is not None
    third, _ = form("third")
    third.write("applicant.kk", "3514090101150007")
    assert third.accept("applicant.kk")
    assert third.form.text("applicant.village") == "Raci"


def test_a_returned_file_is_opened_from_elsewhere_by_its_id(office: Office, qtbot: QtBot) -> None:
    hands = at_work(office, qtbot)
    hands.write("lansia").press("Enter", "1", "Tab").write(SITI).press("Enter").write("Siti").press("F8")
    settle(office, qtbot)
    case_id = hands.desk.front.outcome.case_id  # type: ignore[union-attr]
    hands.desk.next_applicant()
    hands.page.open(case_id)
    settle(office, qtbot)
    assert hands.desk.front.form.case_id == case_id
    hands.page.outcome.open_requested.emit()
    assert office.gone == []


def test_the_bottom_line_is_told_what_no_longer_stands(office: Office, qtbot: QtBot) -> None:
    hands = at_work(office, qtbot)
    hands.write("lansia").press("Enter", "Ctrl+A", "Tab").write(SITI).press("Enter", "F9")
    words = office.notices[-1].words
    line = BottomLine()
    qtbot.addWidget(line)
    line.tell(office.notices[-1])
    hands.write("Siti Aminah")
    line.tell(office.notices[-1])
    assert (office.notices[-1].takes_back, line.words()) == (words, "")
    line.tell(Notice("Tercetak."))
    line.tell(office.notices[-1])
    assert line.words() == "Tercetak."
