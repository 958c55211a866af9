"""Disposisi in its window, on a real counter with full trays: by keyboard and by scanner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk.domain.event import CaseId
from desk.services import acts, cases, shift
from desk.services.counter import Counter
from desk.ui.cases.page import CasesPage
from desk.ui.dispositions.capture.dialog import CaptureDialog
from desk.ui.dispositions.count.pane import CountPane
from desk.ui.dispositions.lines import QueueLine
from desk.ui.dispositions.page import DispositionsPage
from desk.ui.dispositions.stack.pane import StackPane
from desk.ui.kit.button import PAUSE_MS
from desk.ui.session import Session
from tests.fakes import Clock
from tests.ui.dispositions.conftest import OpenOffice
from tests.ui.house import person, take_in
from tests.ui.trays import DIVISION, HEAD
from tests.ui.walk import clipped, nameless, outside


def settle(session: Session, qtbot: QtBot) -> None:
    qtbot.wait(60)
    qtbot.waitUntil(lambda: not session.jobs.busy())
    QApplication.processEvents()


def burst(session: Session, text: str) -> None:
    """Keys at a scanner's speed, to the native window, as the system gives them."""
    handle = session.window.windowHandle()
    assert handle is not None
    for place, letter in enumerate(text, start=1):
        code = Qt.Key.Key_Return if letter in "\r\n" else Qt.Key(ord(letter.upper()))
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(5 * place)  # ms; however slow this machine is just now
        QCoreApplication.sendEvent(handle, event)


def press(session: Session, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    handle = session.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)
    QApplication.processEvents()


def rows(page: DispositionsPage) -> list[QueueLine]:
    model = page.queue.table.model()
    return [page.queue.table.row_at(model.index(place, 0)) for place in range(model.rowCount())]


def open_tray(session: Session, qtbot: QtBot, page: DispositionsPage, position: str) -> None:
    model = page.trays.list.model()
    for place in range(model.rowCount()):
        line = page.trays.list.line_at(model.index(place, 0))
        if line is not None and line.position == position:
            page.trays.list.setCurrentIndex(model.index(place, 0))
            settle(session, qtbot)
            return
    raise AssertionError(position)


def twenty_with_the_head(counter: Counter, _clock: Clock) -> None:
    """Twenty files wait for the head; one more has ended."""
    for number in range(20):
        take_in(counter, "pasuruan/10", person(f"Pemohon {number}", number), complete=True)
        at_the_head(counter, number + 1)
    ended = take_in(counter, "pasuruan/10", person("Sudah selesai", 40), complete=True)
    acts.act(counter, ended, "withdraw", note="Dicabut")


def at_the_head(counter: Counter, number: int) -> None:
    """Step by step until the file lies with the head."""
    case = cases.find(counter, str(number))
    while [holder.position for holder in case.holders] != [HEAD]:
        case = acts.act(counter, case.id, "advance")


def holders(counter: Counter, case_id: str) -> list[str]:
    return [holder.position for holder in cases.load(counter, CaseId(case_id)).holders]


def events(counter: Counter) -> int:
    with counter.store.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


def test_trays_files_and_the_chosen_file_by_keyboard_alone(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, _counter = open_office()
    assert page.trays.list.hasFocus()
    press(session, Qt.Key.Key_Down)
    settle(session, qtbot)
    assert page.queue._title.whole() == HEAD
    press(session, Qt.Key.Key_Right)
    assert page.queue.table.hasFocus()
    press(session, Qt.Key.Key_Down)
    settle(session, qtbot)
    chosen = page.queue.table.current()
    assert page.sheet._number.text() == chosen.number
    press(session, Qt.Key.Key_Left)
    assert page.trays.list.hasFocus()
    press(session, Qt.Key.Key_Right)
    press(session, Qt.Key.Key_Return)
    settle(session, qtbot)
    berkas = session.frame.here()
    assert isinstance(berkas, CasesPage)
    assert berkas.sheet._number.text() == chosen.number


def test_a_letter_ends_the_step_once_and_ctrl_z_takes_it_back(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    page.queue.table.setFocus()
    first, second = rows(page)[:2]
    QTest.keyClicks(page.queue.table, "ll")
    settle(session, qtbot)
    assert holders(counter, first.case_id) != [HEAD]
    assert holders(counter, second.case_id) == [HEAD]
    assert page.queue.table.current().case_id == second.case_id
    assert page.queue.table.hasFocus()
    press(session, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(session, qtbot)
    assert holders(counter, first.case_id) == [HEAD]


def test_twenty_scans_and_one_key_with_three_that_do_not_fit(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    files = rows(page)
    assert len(files) == 20
    press(session, Qt.Key.Key_F11)
    pane = page._layers.currentWidget()
    assert isinstance(pane, StackPane)
    pane.by.setFocus()  # whatever has the focus
    before, said = events(counter), pane.by.text()
    for one in files:
        burst(session, f"{one.number}\r\n")  # some scanners end with two
    burst(session, f"{files[0].number}\r")
    burst(session, "L9XXX-2026-000777\r")
    ended = cases.find(counter, "21").registration_number
    burst(session, f"{ended}\r")
    settle(session, qtbot)
    assert events(counter) == before
    assert pane.by.text() == said
    assert pane.table.model().rowCount() == 22
    assert "20" in pane.done.text()
    qtbot.wait(PAUSE_MS + 50)
    press(session, Qt.Key.Key_Return)
    press(session, Qt.Key.Key_Return)
    settle(session, qtbot)
    qtbot.waitUntil(lambda: events(counter) == before + 20)
    settle(session, qtbot)
    assert events(counter) == before + 20
    assert session.frame.bottom.words() == "20 berkas tercatat."
    pane.line.setFocus()
    press(session, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: events(counter) == before + 40, timeout=10_000)
    settle(session, qtbot)
    assert all(holders(counter, one.case_id) == [HEAD] for one in files)


def test_scans_go_to_the_stack_only_while_it_is_in_front(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, _counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    code = rows(page)[3].number
    page.queue.stack.click()
    burst(session, f"{code}\r")
    settle(session, qtbot)
    session.frame.go("settings")
    burst(session, f"{code}\r")
    settle(session, qtbot)
    assert isinstance(session.frame.here(), CasesPage)
    session.frame.go("dispositions")
    pane = page._layers.currentWidget()
    assert isinstance(pane, StackPane)
    assert pane.table.model().rowCount() == 1
    QTest.keyClick(pane.line.editor, Qt.Key.Key_Escape)
    settle(session, qtbot)
    burst(session, f"{code}\r")
    settle(session, qtbot)
    assert isinstance(session.frame.here(), CasesPage)


def test_a_number_typed_by_hand_is_a_scan_too(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, _counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    page.queue.stack.click()
    pane = page._layers.currentWidget()
    assert isinstance(pane, StackPane)
    assert isinstance(pane.line.editor, QLineEdit)
    assert pane.line.editor.hasFocus()
    for letter in "7":
        QTest.keyClicks(pane.line.editor, letter)
    QTest.keyClick(pane.line.editor, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert pane.table.model().rowCount() == 1
    pane.table.selectRow(0)
    QTest.keyClick(pane.table, Qt.Key.Key_Delete)
    assert pane.table.model().rowCount() == 0


def test_a_tray_is_counted_and_the_count_is_kept(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    files = rows(page)
    press(session, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    settle(session, qtbot)
    pane = page._layers.currentWidget()
    assert isinstance(pane, CountPane)
    for one in files[:18]:
        burst(session, f"{one.number}\r")
    burst(session, "L9XXX-2026-000777\r")
    settle(session, qtbot)
    pane.table.setFocus()
    pane.table.selectRow(1)  # the first that was not scanned
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    settle(session, qtbot)
    qtbot.wait(PAUSE_MS + 50)
    press(session, Qt.Key.Key_Return)
    settle(session, qtbot)
    (count,) = shift.counts(counter)
    assert (count.expected, count.found, len(count.missing), count.unknown) == (20, 19, 1, ("L9XXX-2026-000777",))
    assert nameless(session.window) == []
    qtbot.wait(PAUSE_MS + 50)
    press(session, Qt.Key.Key_Return)
    settle(session, qtbot)
    assert not isinstance(page._layers.currentWidget(), CountPane)
    assert len(shift.counts(counter)) == 1


def test_a_disposition_is_keyed_in_as_on_its_sheet_for_whoever_wrote_it(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    page.queue.table.setFocus()
    first = page.queue.table.current()
    QTest.keyClicks(page.queue.table, "d")
    settle(session, qtbot)
    [dialog] = session.window.findChildren(CaptureDialog)
    desks = {dialog.sheet._boxes[key].text() for key in ("1", "2")}
    for key in ("1", "2", "b"):
        QTest.keyClicks(dialog.sheet, key)
    QTest.keyClick(dialog.sheet, Qt.Key.Key_Return)
    settle(session, qtbot)
    dialog.reject()
    case = cases.load(counter, CaseId(first.case_id))
    assert {holder.position for holder in case.holders} == desks
    assert case.history[-1].officer == counter.office.head.name  # type: ignore[union-attr]
    assert all(one.must_answer for one in case.movement.pending)


def _no_pane() -> None:
    """The list itself."""


def test_every_control_has_a_name_and_nothing_lies_beyond_the_edge(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, _counter = open_office(size=(1093, 614))
    panes: tuple[Callable[[], None], ...] = (_no_pane, page.queue.stack.click, page.queue.count.click)
    for open_pane in panes:
        open_tray(session, qtbot, page, DIVISION)
        open_pane()
        settle(session, qtbot)
        assert nameless(session.window) == []
        assert outside(session.window) == []
        assert clipped(session.window) == []


def test_trouble_with_the_list_is_said_and_tried_again(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, _counter = open_office()
    page.show_error("Diska penuh.")
    assert page.queue.stage.showing() == "Isi baki tidak dapat dibaca"
    page.queue.stage.acted.emit()
    settle(session, qtbot)
    assert page.queue.stage.showing() == "content"


def test_no_file_waits_anywhere(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, _counter = open_office(lambda _counter, _clock: None)
    assert page.queue.stage.showing() == "Tidak ada berkas yang menunggu"
    press(session, Qt.Key.Key_F11)
    assert isinstance(page._layers.currentWidget(), StackPane)


def test_a_file_is_moved_to_another_desk_however_its_title_is_typed(open_office: OpenOffice, qtbot: QtBot) -> None:
    session, page, counter = open_office(twenty_with_the_head)
    open_tray(session, qtbot, page, HEAD)
    page.queue.table.setFocus()
    first = page.queue.table.current()
    QTest.keyClicks(page.queue.table, "p")
    settle(session, qtbot)
    form = page.form
    assert form is not None
    assert form.desk is not None
    assert nameless(form) == []
    form._on_keep()
    settle(session, qtbot)
    assert form.desk.below()
    QTest.keyClicks(form.desk.line, "direktur")
    QTest.keyClick(form.desk.line, Qt.Key.Key_Return)
    assert "Tidak ada jabatan" in form.desk.below()
    form.desk.line.clear()
    QTest.keyClicks(form.desk.line, "kabid rehsos")
    QTest.keyClick(form.desk.line, Qt.Key.Key_Return)
    assert form.desk.text() == DIVISION
    form._on_keep()
    settle(session, qtbot)
    assert page.form is None
    assert holders(counter, first.case_id) == [DIVISION]


def test_an_answer_needs_words_and_is_recorded_for_whoever_gave_it(open_office: OpenOffice, qtbot: QtBot) -> None:
    def sent(counter: Counter, clock: Clock) -> None:
        twenty_with_the_head(counter, clock)
        data = {"instruction": "Saran", "must_answer": True}
        acts.act(counter, cases.find(counter, "1").id, "dispose", to=[DIVISION], data=data)

    session, page, counter = open_office(sent)
    open_tray(session, qtbot, page, DIVISION)
    page.queue.table.setFocus()
    QTest.keyClicks(page.queue.table, "j")
    settle(session, qtbot)
    form = page.form
    assert form is not None
    form._on_keep()
    settle(session, qtbot)
    assert form.words.below()
    form.words.set_text("Setuju.")
    form.by.set_text("Plh. Sari Dewi")
    form._on_keep()
    settle(session, qtbot)
    case = cases.find(counter, "1")
    assert list(case.proceedings.answers.values()) == ["Setuju."]
    assert case.history[-1].officer == "Plh. Sari Dewi"
    assert page.queue.stage.showing() == "Baki ini kosong"
