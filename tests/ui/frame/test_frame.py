"""The frame: everything by keyboard, nothing without a name, nothing beyond the edge, a scan beside, a curtain."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import desk.language
from desk.domain.errors import Refused
from desk.language import Speaker
from desk.ui.cases.page import CasesPage
from desk.ui.catalogue.page import CataloguePage
from desk.ui.frame.places import PLACES
from desk.ui.preferences import PreferenceFile
from desk.ui.preview.dialog import PreviewDialog
from desk.ui.session import Session
from desk.ui.settings.here.page import HerePage
from desk.ui.settings.page import SettingsPage
from desk.ui.window import show_bare
from tests.ui.conftest import OpenSession
from tests.ui.walk import clipped, nameless, outside

SMALL, USUAL = (1093, 614), (1366, 768)
NAMES = [place.name for place in PLACES]
OURS = [name for name in NAMES if name != "intake"]


class Doubled(Speaker):
    """A language in which everything takes twice the room."""

    def say(self, sentence: str, **values: object) -> str:
        said = super().say(sentence, **values)
        return f"{said} {said}" if said else said


def visit(session: Session, qtbot: QtBot, name: str) -> QWidget:
    session.frame.go(name)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()
    page = session.frame.here()
    assert page is not None
    return page


def key(session: Session, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    handle = session.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, code, modifier)
    QApplication.processEvents()


def test_every_control_of_every_screen_has_a_name(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    for name in NAMES:
        visit(session, qtbot, name)
        assert nameless(session.window) == [], name


@pytest.mark.parametrize("size", [SMALL, USUAL])
def test_every_control_can_be_reached_on_a_small_screen(
    open_session: OpenSession, qtbot: QtBot, size: tuple[int, int]
) -> None:
    session = open_session(size=size)
    for name in OURS:
        visit(session, qtbot, name)
        assert session.window.size().toTuple() == size, f"{name} makes the window larger"
        assert outside(session.window) == [], name
        assert clipped(session.window) == [], name


def test_words_twice_as_long_are_not_cut(
    open_session: OpenSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.language, "speak", lambda _language: None)
    monkeypatch.setattr(desk.language, "_speaker", Doubled())
    session = open_session(size=USUAL)
    monkeypatch.setattr(desk.language, "_speaker", Doubled())
    for name in OURS:
        visit(session, qtbot, name)
        assert session.window.width() <= USUAL[0], f"{name} makes the window larger"
        assert clipped(session.window) == [], name


def test_ctrl_and_a_figure_goes_to_each_place(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    for figure, name in zip("12345678", NAMES, strict=True):
        key(session, Qt.Key(ord(figure)), Qt.KeyboardModifier.ControlModifier)
        assert session.frame.here() is session.frame.page(name)


def test_a_file_is_found_and_opened_from_anywhere_by_keyboard_alone(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    visit(session, qtbot, "settings")
    key(session, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert session.frame.top.box.hasFocus()
    QTest.keyClicks(session.frame.top.box, "slamet")
    qtbot.waitUntil(lambda: session.frame.top.hits().isVisible() and not session.jobs.busy())
    qtbot.waitUntil(lambda: "Slamet" in str(session.frame.top.hits().currentIndex().data()))
    QTest.keyClick(session.frame.top.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(session.frame.here(), CasesPage) and not session.jobs.busy())
    page = session.frame.here()
    assert isinstance(page, CasesPage)
    qtbot.waitUntil(lambda: page.sheet._name.text() == "Slamet")
    assert session.frame.top.box.text() == ""


def test_enter_before_the_answer_opens_the_first_that_comes(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    visit(session, qtbot, "settings")
    session.frame.top.seek()
    QTest.keyClicks(session.frame.top.box, "slamet")
    QTest.keyClick(session.frame.top.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(session.frame.here(), CasesPage) and not session.jobs.busy())


def test_a_list_is_walked_and_a_service_printed_by_keyboard_alone(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = visit(session, qtbot, "catalogue")
    assert isinstance(page, CataloguePage)
    key(session, Qt.Key.Key_Tab)
    key(session, Qt.Key.Key_Down)
    assert "Lanjut Usia" in page._sheet.accessibleName()
    key(session, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(PreviewDialog)))
    dialog = session.window.findChildren(PreviewDialog)[0]
    qtbot.waitUntil(lambda: dialog._stage.showing() == "content" and not session.jobs.busy())
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_curtain_covers_everything_and_any_key_lifts_it_with_the_form_as_it_was(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    session = open_session()
    page = visit(session, qtbot, "cases")
    assert isinstance(page, CasesPage)
    field = page.list.search.editor
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "siti")
    key(session, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert session.frame.curtain.geometry() == session.window.rect()
    assert session.frame.curtain.isVisible()
    QTest.keyClick(session.frame.curtain, Qt.Key.Key_A)
    assert not session.frame.curtain.isVisible()
    assert (field.text(), field.hasFocus()) == ("siti", True)


def test_f1_shows_every_key_and_puts_it_away(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    key(session, Qt.Key.Key_F1)
    assert session.frame.help.isVisible()
    assert nameless(session.frame.help) == []
    QTest.keyClick(session.frame.help, Qt.Key.Key_Escape)
    assert not session.frame.help.isVisible()


def burst(session: Session, text: str) -> None:
    """Keys at a scanner's speed, to the native window, as the system gives them."""
    handle = session.window.windowHandle()
    assert handle is not None
    for place, letter in enumerate(text, start=1):
        code = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(5 * place)  # ms; however slow this machine is just now
        QCoreApplication.sendEvent(handle, event)


def test_a_scan_opens_the_file_and_leaves_the_field_alone(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = visit(session, qtbot, "catalogue")
    assert isinstance(page, CataloguePage)
    field = page._search.editor
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "kursi")
    workplace = session.workplace
    assert workplace is not None
    with workplace.counter.store.read() as connection:
        code = connection.exec_driver_sql("SELECT tracking_code FROM cases LIMIT 1").scalar_one()
    burst(session, f"{code}\r")
    qtbot.waitUntil(lambda: isinstance(session.frame.here(), CasesPage) and not session.jobs.busy())
    assert field.text() == "kursi"
    cases = session.frame.here()
    assert isinstance(cases, CasesPage)
    qtbot.waitUntil(lambda: cases.sheet._code.text().replace("-", "") == code)


def test_what_a_hand_types_reaches_the_field_letter_by_letter(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    page = visit(session, qtbot, "catalogue")
    assert isinstance(page, CataloguePage)
    field = page._search.editor
    assert isinstance(field, QLineEdit)
    field.setFocus()
    for letter in "bencana":
        burst(session, letter)
        time.sleep(0.06)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: field.text() == "bencana")


def test_a_scan_of_nothing_of_ours_stands_in_the_box(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    burst(session, "8991234567890\r")
    qtbot.waitUntil(lambda: session.frame.top.box.text() == "8991234567890")


def test_a_fault_of_the_program_is_told_and_the_work_stays(
    open_session: OpenSession, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    session = open_session()
    page = visit(session, qtbot, "cases")
    session._on_exception(ValueError, ValueError("rahasia 3514"), None)
    assert "Isian Anda tetap tersimpan" in session.frame.bottom.words()
    assert session.frame.here() is page
    assert "nobody took" in caplog.text
    assert "rahasia" not in caplog.text


def test_a_known_trouble_is_told_in_its_own_words(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session()
    trouble = Refused("full", "Cakram penuh.")
    session._on_exception(type(trouble), trouble, None)
    assert session.frame.bottom.words() == "Cakram penuh."


def test_a_counter_that_can_t_be_opened_says_why_and_tries_again(qtbot: QtBot, qapp: QApplication) -> None:
    tries = list[int]()

    def refuse() -> None:
        tries.append(1)
        raise Refused("locked", "Data sedang dipakai Desk yang lain.")

    window, _ = show_bare(qapp, PreferenceFile(None))
    session = Session(qapp, window, PreferenceFile(None), refuse, lambda _counter: None)  # type: ignore[arg-type]
    hook = sys.excepthook
    session.begin()
    qtbot.waitUntil(lambda: session.frame.waiting.words()[1] == "Data sedang dipakai Desk yang lain.")
    session.frame.waiting.button().click()
    qtbot.waitUntil(lambda: len(tries) == 2)
    window.close()
    session.end()
    assert sys.excepthook is not session._on_exception
    sys.excepthook = hook


def test_the_theme_changes_at_once_and_is_kept(open_session: OpenSession, qtbot: QtBot, tmp_path: Path) -> None:
    session = open_session()
    page = visit(session, qtbot, "settings")
    assert isinstance(page, SettingsPage)
    here = page.part("here")
    assert isinstance(here, HerePage)
    here.theme_chosen.emit("dark")
    assert session.window.grab().toImage().pixelColor(4, 300).lightness() < 60
    assert PreferenceFile(tmp_path / "preferences.json").now.theme == "dark"
    here.theme_chosen.emit("light")
    assert session.window.grab().toImage().pixelColor(4, 300).lightness() > 200
