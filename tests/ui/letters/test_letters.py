"""Surat: both agenda books, month by month, on paper and in a workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.intake import IncomingLetter, Intake
from desk.services import acts
from desk.services.counter import Counter
from desk.services.intake import register
from desk.ui.letters.page import LettersPage
from desk.ui.letters.presenter import YEAR, LetterActs, LettersPresenter, Wanted, period_words
from desk.ui.letters.screen import acts_of, build
from desk.ui.preview.request import PaperRequest
from desk.ui.workplace import Workplace
from tests.print.papers import page_texts
from tests.ui.dispositions.capture.sitting import workplace_of
from tests.ui.fakes import LateJobs, Notebook, NowJobs
from tests.ui.house import LONG_NAME, person
from tests.ui.walk import clipped, nameless

LETTER = IncomingLetter("005/12", "2026-11-18", "Permohonan", "1 berkas")


@pytest.fixture
def files(counter: Counter) -> list[str]:
    """Three files: with a letter, handed on, of a guarded service."""
    made = []
    for number, (service, name) in enumerate(
        (("pasuruan/04", LONG_NAME), ("pasuruan/09", "Slamet"), ("pasuruan/01", "Siti"))
    ):
        form = Intake(service=service, applicant=person(name, number), everything=True, letter=LETTER)
        made.append(str(register(counter, form).id))
    acts.act(counter, made[1], "hand_off", data={"body": "BPBD"})  # type: ignore[arg-type]
    return made


@pytest.fixture
def workplace(counter: Counter) -> Workplace:
    return workplace_of(counter)


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace, files: list[str]) -> LettersPage:
    made = build(workplace)
    assert isinstance(made, LettersPage)
    qtbot.addWidget(made)
    made.resize(1230, 640)
    made.show()
    made.arrive()
    return made


def shown(page: LettersPage) -> list[str]:
    table = page._table()
    model = table.model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def test_this_month_s_incoming_letters_come_first(page: LettersPage) -> None:
    assert [number.split(" / ")[0] for number in shown(page)] == ["1", "2", "3"]
    assert page._count.text() == "3 surat · November 2026"


def test_the_other_book_is_one_key_away(page: LettersPage) -> None:
    QTest.keyClick(page._table(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == ["1"]
    assert page._table().accessibleName() == "Surat keluar"


def test_a_month_without_letters_says_how_they_come_there(page: LettersPage) -> None:
    page.moved.emit(-1)
    assert page.stage.showing() == "Belum ada surat masuk dalam Oktober 2026"
    page.month_chosen.emit(YEAR)
    assert len(shown(page)) == 3


def test_words_are_found_and_enter_goes_to_the_list(page: LettersPage, qtbot: QtBot) -> None:
    QTest.keyClick(page._table(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.line, "slamet")
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert len(shown(page)) == 1
    assert QApplication.focusWidget() is page._table()
    page.searched.emit("tidak ada")
    assert "Tidak ada yang cocok" in page.stage.showing()


def test_enter_opens_the_file_behind_a_line(page: LettersPage, qtbot: QtBot, files: list[str]) -> None:
    page._table().selectRow(1)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page._table(), Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0].case_id == files[1]


def test_a_new_file_is_there_at_the_next_look(page: LettersPage, counter: Counter) -> None:
    register(counter, Intake(service="pasuruan/04", applicant=person("Suparti", 9), everything=True))
    page.on_changed()
    assert len(shown(page)) == 4


def test_of_a_guarded_service_the_screen_tells_no_more_than_the_paper(page: LettersPage) -> None:
    model = page._table().model()
    told = [str(model.index(2, column).data()) for column in range(model.columnCount())]
    assert "S." in told
    assert not any("Siti" in words or "Angkat" in words for words in told)


def test_both_books_are_printed_as_they_are_previewed(counter: Counter, files: list[str]) -> None:
    asked: list[PaperRequest] = []
    acts_here = acts_of(workplace_of(counter))
    view = Notebook()
    presenter = LettersPresenter(view, _with(acts_here, preview=asked.append), NowJobs())
    presenter.print()
    [request] = asked
    assert request.papers == ("f4", "a4")
    incoming, outgoing = page_texts(request.make("f4", 1))
    assert "005/12" in incoming
    assert "BPBD" in outgoing


def test_a_workbook_has_both_books_of_the_period(page: LettersPage, tmp_path: Path) -> None:
    page.file_chosen.emit(tmp_path / "agenda.xlsx")
    assert load_workbook(tmp_path / "agenda.xlsx").sheetnames == ["Surat masuk", "Surat keluar"]


def test_a_folder_that_can_t_be_written_is_said(counter: Counter, files: list[str], tmp_path: Path) -> None:
    told: list[tuple[str, bool]] = []
    made = _with(acts_of(workplace_of(counter)), tell=lambda words, good: told.append((words, good)))
    LettersPresenter(Notebook(), made, NowJobs()).save_workbook(tmp_path / "tidak" / "ada.xlsx")
    assert [good for _, good in told] == [False]


def test_only_the_last_question_is_answered(counter: Counter, files: list[str]) -> None:
    view, jobs = Notebook(), LateJobs()
    presenter = LettersPresenter(view, acts_of(workplace_of(counter)), jobs)
    presenter.refresh()
    presenter.choose_book("out")
    jobs.do(1)
    jobs.do(0)
    answered = [values for name, values, _ in view.told if name == "show_lines"]
    assert [values[0].book for values in answered] == ["out"]


@pytest.mark.parametrize(
    ("wanted", "by", "then"),
    [
        (Wanted("in", 2026, 12), 1, (2027, 1)),
        (Wanted("in", 2026, 1), -1, (2025, 12)),
        (Wanted("in", 2026, YEAR), 1, (2027, YEAR)),
        (Wanted("in", 2028, 2), 0, (2028, 2)),
    ],
)
def test_months_and_years_follow_each_other(wanted: Wanted, by: int, then: tuple[int, int]) -> None:
    moved = wanted.moved(by)
    assert (moved.year, moved.month) == then
    first, last = moved.days
    assert first <= last
    assert period_words(moved)


def test_every_control_has_a_name_and_nothing_is_cut(page: LettersPage) -> None:
    assert nameless(page) == []
    assert clipped(page) == []


def _with(made: LetterActs, **changes: Any) -> LetterActs:
    return replace(made, **changes)
