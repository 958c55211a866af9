"""Kalender kerja at work: keyboard alone, a small screen, a decree taken in, and what a day moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.calendar_document import AddedDay
from desk.services import calendar
from desk.ui.kit.button import Button
from desk.ui.kit.table import Table
from desk.ui.session import Session
from desk.ui.settings.calendar.page import CalendarPage
from desk.ui.settings.calendar.side import OutcomePanel
from desk.ui.settings.page import SettingsPage
from tests.ui.conftest import OpenSession
from tests.ui.walk import clipped, nameless, outside

SMALL, USUAL = (1093, 614), (1366, 768)


def sit(session: Session, qtbot: QtBot) -> CalendarPage:
    session.frame.go("settings", "calendar")
    wait(session, qtbot)
    whole = session.frame.here()
    assert isinstance(whole, SettingsPage)
    page = whole.part("calendar")
    assert isinstance(page, CalendarPage)
    return page


def wait(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()


def write(page: CalendarPage, **values: str) -> None:
    """Fill the form that is open."""
    assert page.form is not None
    for key, text in values.items():
        page.form._fields[key.replace("_", ".")].set_text(text)


def press(session: Session, code: Qt.Key) -> None:
    handle = session.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, code)
    QApplication.processEvents()


def focus() -> QWidget:
    """Where typing goes."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def moved(page: CalendarPage) -> Table | None:
    """The list of files whose date moved, if it is shown."""
    panel = page.findChild(OutcomePanel)
    found = panel.findChild(Table) if panel is not None and panel.isVisible() else None
    return found if isinstance(found, Table) else None


def panels(page: CalendarPage) -> list[str]:
    """Each thing that can lie over the overview, opened one after the other."""
    return ["add", "removal", "hours", "period", "zone", "history"]


def open_panel(page: CalendarPage, name: str) -> None:
    overview = page.overview
    {
        "add": page.add_requested,
        "removal": overview.removal_requested,
        "hours": overview.hours_requested,
        "period": overview.period_requested,
        "zone": overview.zone_requested,
        "history": page.history_requested,
    }[name].emit()


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_every_control_is_named_and_can_be_reached(
    open_session: OpenSession, qtbot: QtBot, size: tuple[int, int]
) -> None:
    session = open_session(size=size)
    page = sit(session, qtbot)
    for name in ("", *panels(page)):
        if name:
            open_panel(page, name)
            wait(session, qtbot)
        assert nameless(session.window) == [], name
        assert outside(session.window) == [], name
        assert clipped(session.window) == [], name
        assert session.window.size().toTuple() == size, name


def test_a_day_is_added_by_keyboard_and_the_files_that_moved_are_listed(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    session = open_session()
    page = sit(session, qtbot)
    page.add_requested.emit()
    assert page.form is not None
    first = page.form._fields["date"].editor
    assert isinstance(first, QLineEdit)
    assert first.hasFocus()
    for text in ("27/11/2026", "Hari Jadi Kabupaten"):
        QTest.keyClicks(focus(), text)
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    page.form._fields["reason"].setFocus()
    QTest.keyClicks(focus(), "Perbup 12/2026")
    press(session, Qt.Key.Key_F9)
    wait(session, qtbot)
    table = moved(page)
    assert table is not None
    assert table.model().rowCount() > 0
    assert "27 November 2026 menjadi hari libur: Hari Jadi Kabupaten." in session.frame.bottom.words()
    press(session, Qt.Key.Key_Escape)
    assert moved(page) is None
    assert page._table.hasFocus()


def test_a_file_that_moved_is_opened_from_the_list(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = sit(session, qtbot)
    page.add_requested.emit()
    write(page, date="27/11/2026", name="Hari Jadi", reason="Perbup")
    assert page.form is not None
    page.form.saved.emit(page.form.values())
    wait(session, qtbot)
    table = moved(page)
    assert table is not None
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait(session, qtbot)
    assert session.frame.here() is session.frame.page("cases")


def test_a_form_stays_as_typed_while_another_part_is_looked_at(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = sit(session, qtbot)
    page.add_requested.emit()
    write(page, name="Hari Jadi")
    session.frame.go("settings", "here")
    session.frame.go("cases")
    assert sit(session, qtbot) is page
    assert page.form is not None
    assert page.form.values()["name"] == "Hari Jadi"


def test_delete_asks_for_the_chosen_day_to_go(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = sit(session, qtbot)
    page.choose("2026-12-24")
    QTest.keyClick(page._table, Qt.Key.Key_Delete)
    assert page.form is not None
    write(page, reason="pelayanan tetap buka")
    page.form.saved.emit(page.form.values())
    wait(session, qtbot)
    workplace = session.workplace
    assert workplace is not None
    assert date(2026, 12, 24) not in workplace.counter.calendar.holidays
    session.frame.bottom._undo.click()
    wait(session, qtbot)
    assert date(2026, 12, 24) in workplace.counter.calendar.holidays


def test_a_decree_is_taken_in_from_a_file(
    open_session: OpenSession, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "skb.csv"
    file.write_text("date;name;kind\n2026-12-31;Cuti Bersama Tahun Baru;joint\n31-12-2026;x;joint\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_named: (str(file), ""))
    session = open_session()
    page = sit(session, qtbot)
    page.import_requested.emit()
    wait(session, qtbot)
    assert page.form is not None
    assert nameless(session.window) == []
    assert clipped(session.window) == []
    write(page, reason="SKB perubahan")
    page.form.saved.emit(page.form.values())
    wait(session, qtbot)
    workplace = session.workplace
    assert workplace is not None
    assert date(2026, 12, 31) in workplace.counter.calendar.holidays


def test_a_file_that_is_gone_is_said(
    open_session: OpenSession, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_named: (str(tmp_path / "x.csv"), ""))
    session = open_session()
    page = sit(session, qtbot)
    page.import_requested.emit()
    wait(session, qtbot)
    assert page._trouble.words() == "Berkas x.csv tidak bisa dibaca (tidak ada)."


def test_own_hours_open_seven_lines(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = sit(session, qtbot)
    page.overview.hours_requested.emit()
    assert page.form is not None
    box = page.form._fields["which"].editor
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert [key for key in page.form._fields if key.startswith("week.")] == [f"week.{day}" for day in range(7)]
    page.form.show_progress(5, 10)
    assert "Hentikan" in [button.text() for button in page.form.findChildren(Button) if button.isVisible()]


def test_holidays_of_a_newer_desk_are_told_when_the_window_opens(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    workplace = session.workplace
    assert workplace is not None
    added = AddedDay(date(2026, 11, 27), "Cuti Bersama", "joint")
    counter = workplace.counter
    counter.wall.renewed = calendar.add(counter, added, "seolah dari Desk")
    session._tell_of_new_holidays(counter)
    assert "Hari libur baru dari Desk" in session.frame.bottom.words()
    session.frame.bottom._act.click()
    wait(session, qtbot)
    assert isinstance(session.frame.here(), SettingsPage)
    counter.wall.renewed = None
    session.frame.bottom.clear()
    session._tell_of_new_holidays(counter)
    assert session.frame.bottom.words() == ""
