"""The page of Jabatan dan pejabat in the real window: keys, forms, faults beside their fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desk.services.positions_history import history
from desk.ui.kit.button import PAUSE_MS
from desk.ui.kit.field import line_of
from desk.ui.session import Session
from desk.ui.settings.page import SettingsPage
from desk.ui.settings.positions.page import PositionsPage
from desk.ui.settings.positions.saying import Line
from tests.ui.conftest import OpenSession
from tests.ui.house import LONG_NAME

REHSOS = "Kepala Bidang Rehabilitasi Sosial"


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(full=False)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PositionsPage:
    session.frame.go("settings", "positions")
    settings = session.frame.here()
    assert isinstance(settings, SettingsPage)
    part = settings.part("positions")
    assert isinstance(part, PositionsPage)
    settle(session, qtbot)
    return part


def settle(session: Session, qtbot: QtBot) -> None:
    """Until everything asked for was done, and what that asked for too."""
    for _ in range(3):
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()


def pick(page: PositionsPage, title: str) -> None:
    place = next(n for n, line in enumerate(page.list.lines()) if line.title == title)
    page.list.setCurrentIndex(page.list.model().index(place, 0))


def line(page: PositionsPage, title: str) -> Line:
    return next(line for line in page.list.lines() if line.title == title)


def write(page: PositionsPage, key: str, text: str) -> None:
    editor = line_of(page.form.fields[key])
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    for popup in QApplication.topLevelWidgets():  # offscreen, the names that are offered keep the keys
        if isinstance(popup, QAbstractItemView):
            popup.hide()
    page.window().activateWindow()
    QApplication.processEvents()
    editor.setFocus()


def press(page: PositionsPage, act: str) -> None:
    button = page.card.buttons[act]  # type: ignore[index]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def save(session: Session, page: PositionsPage, qtbot: QtBot) -> None:
    qtbot.wait(PAUSE_MS + 20)  # a button that was just pressed is deaf
    QTest.keyClick(page.form, Qt.Key.Key_F9)
    settle(session, qtbot)


def made(session: Session) -> int:
    assert session.workplace is not None
    return len(history(session.workplace.counter))


def test_the_arrow_keys_go_from_desk_to_desk_past_the_headings(page: PositionsPage) -> None:
    assert page.list.hasFocus()
    seen = [page.list.currentIndex().row()]
    for _ in range(4):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
        seen.append(page.list.currentIndex().row())
    lines = page.list.lines()
    assert lines[seen[0]].title == "Kepala Dinas"
    assert all(lines[place].key for place in seen)
    assert not all(lines[place].key for place in range(seen[0], seen[-1]))
    said = page.list.model().index(seen[1], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Sekretaris: Belum dicatat"


def test_a_secretary_is_appointed_with_keys_and_undone_at_the_foot(
    session: Session, page: PositionsPage, qtbot: QtBot
) -> None:
    pick(page, "Sekretaris")
    press(page, "appoint")
    assert page.form.fields["person"].editor.hasFocus()
    write(page, "person", "Drs. Bambang Irawan, M.Si")
    write(page, "nip", "19680312 199403 1 004")
    write(page, "reason", "SK Bupati 821.2/15/2026")
    save(session, page, qtbot)
    assert line(page, "Sekretaris").detail == "Drs. Bambang Irawan, M.Si"
    assert page.list.hasFocus()
    assert "Bambang Irawan, M.Si diangkat menjadi Sekretaris" in session.frame.bottom.words()
    QTest.keyClick(session.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(session, qtbot)
    assert line(page, "Sekretaris").detail == "Belum dicatat"
    assert made(session) == 2


def test_what_is_wrong_takes_the_cursor_to_its_field(session: Session, page: PositionsPage, qtbot: QtBot) -> None:
    pick(page, REHSOS)
    press(page, "appoint")
    write(page, "person", "Sari")
    write(page, "nip", "123")
    write(page, "reason", "SK")
    save(session, page, qtbot)
    assert page.form.fields["nip"].editor.hasFocus()
    assert "18 angka" in page.form.fields["nip"].below()
    assert made(session) == 0
    write(page, "nip", "197911182003122012")
    assert page.form.fields["nip"].below() == "Kosong bila tidak punya."
    save(session, page, qtbot)
    assert line(page, REHSOS).detail == "Sari"


def test_esc_leaves_the_form_and_what_was_typed_is_there_again(
    session: Session, page: PositionsPage, qtbot: QtBot
) -> None:
    pick(page, REHSOS)
    press(page, "appoint")
    write(page, "person", LONG_NAME)
    QTest.keyClick(page.form, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    press(page, "appoint")
    assert page.form.fields["person"].text() == LONG_NAME


def test_the_name_of_somebody_known_brings_number_and_rank(session: Session, page: PositionsPage, qtbot: QtBot) -> None:
    pick(page, "Sekretaris")
    press(page, "appoint")
    write(page, "person", "H.M. Suwito Adi")
    QTest.keyClick(page.form.fields["person"].editor, Qt.Key.Key_Tab)
    assert page.form.fields["nip"].text() == "196503111986031012"
    assert page.form.fields["rank"].text() == "Pembina Utama Muda"


def test_leave_is_written_down_with_who_acts(session: Session, page: PositionsPage, qtbot: QtBot) -> None:
    pick(page, "Sekretaris")
    press(page, "appoint")
    write(page, "person", "Bambang")
    write(page, "reason", "SK")
    save(session, page, qtbot)
    pick(page, "Kepala Dinas")
    press(page, "absent")
    write(page, "until", "4/12/2026")
    box = page.form.fields["acting"].editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("sekretaris"))
    write(page, "reason", "cuti")
    save(session, page, qtbot)
    shown = line(page, "Kepala Dinas")
    assert shown.detail.startswith("Plh. Bambang")
    assert page.card.buttons["back"].isVisible()
    press(page, "back")
    write(page, "reason", "sudah kembali")
    save(session, page, qtbot)
    assert line(page, "Kepala Dinas").detail == "H.M. SUWITO ADI, S.Sos, M.Si"
    assert not page.card.buttons["back"].isVisible()


def test_who_it_was_on_another_day(session: Session, page: PositionsPage, qtbot: QtBot) -> None:
    day = line_of(page.day)
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "17/8/2025")
    QTest.keyClick(day, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert page.day.text() == "17/08/2025"
    day.selectAll()
    QTest.keyClicks(day, "entah")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert "entah" in page.day.below()


def test_the_history_is_read_and_the_last_change_taken_back(
    session: Session, page: PositionsPage, qtbot: QtBot
) -> None:
    page.history_wanted.emit()
    settle(session, qtbot)
    assert not page.history.undo.isVisible()
    QTest.keyClick(page.history, Qt.Key.Key_Escape)
    pick(page, REHSOS)
    press(page, "appoint")
    write(page, "person", "Sari")
    write(page, "reason", "SK")
    save(session, page, qtbot)
    page.history_wanted.emit()
    settle(session, qtbot)
    QTest.mouseClick(page.history.undo, Qt.MouseButton.LeftButton)
    assert page.history.reason.below()
    QTest.keyClicks(line_of(page.history.reason), "keliru")
    QTest.mouseClick(page.history.undo, Qt.MouseButton.LeftButton)
    settle(session, qtbot)
    assert line(page, REHSOS).detail == "Belum dicatat"
