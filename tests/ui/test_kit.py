"""The pieces that screens are made of."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.case import STATES as CASE_STATES
from desk.ui.kit import fonts, theme
from desk.ui.kit.banner import Banner, BottomLine, Notice
from desk.ui.kit.button import PAUSE_MS, Button
from desk.ui.kit.chip import StateChip
from desk.ui.kit.field import Field, choice
from desk.ui.kit.flow import Flow
from desk.ui.kit.stage import Stage
from desk.ui.kit.states import STATES
from desk.ui.kit.table import Column, RowsModel, Table
from desk.ui.kit.text import Elided, Text
from desk.ui.kit.tick import TickRow
from desk.ui.kit.tokens import ROW
from desk.ui.shortcuts import MEANINGS, Key


@dataclass(frozen=True)
class Line:
    key: str
    words: str


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.wear(qapp, "light")


def shown(qtbot: QtBot, *widgets: QWidget, width: int = 600) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
    qtbot.addWidget(window)
    vars(qtbot).setdefault("windows", []).append(window)  # qtbot holds it weakly
    window.resize(width, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_every_key_has_a_meaning_and_no_two_are_the_same() -> None:
    assert set(MEANINGS) == set(Key)
    assert len({key.value for key in Key}) == len(Key)


def test_every_state_of_a_case_has_icon_word_and_tone(qtbot: QtBot) -> None:
    assert set(STATES) == set(CASE_STATES)
    words = {StateChip(state).words() for state in CASE_STATES}
    assert len(words) == len(CASE_STATES)
    assert StateChip("from_a_newer_desk").words() == "from_a_newer_desk"


def test_the_bundled_face_is_used_with_figures_of_one_width(qapp: QApplication) -> None:
    metrics = Text("0").fontMetrics()
    assert Text("0").fontInfo().family() == fonts.FAMILY
    assert len({metrics.horizontalAdvance(figure * 8) for figure in "0123456789"}) == 1


def test_an_impatient_second_press_is_not_heard(qtbot: QtBot) -> None:
    button, presses = Button("Simpan", key=Key.SAVE, kind="primary"), list[int]()
    button.clicked.connect(lambda: presses.append(1))
    shown(qtbot, button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert presses == [1]
    qtbot.wait(PAUSE_MS + 60)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presses == [1, 1]


def test_a_button_s_key_works_from_any_field_but_not_while_it_is_off(qtbot: QtBot) -> None:
    button, presses, field = Button("Simpan", key=Key.SAVE), list[int](), Field("Nama")
    button.clicked.connect(lambda: presses.append(1))
    window = shown(qtbot, field, button)
    field.setFocus()
    button.setEnabled(False)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    button.setEnabled(True)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    assert presses == [1]
    assert button.accessibleDescription() == "F9"


def test_a_field_tells_what_the_officer_types_and_not_what_the_program_shows(qtbot: QtBot) -> None:
    for editor in (None, QPlainTextEdit(), choice((("a", "A"), ("b", "B")))):
        field, told = Field("Nama", editor), list[str]()
        field.edited.connect(told.append)
        shown(qtbot, field)
        field.set_text("b")
        assert (field.text(), told) == ("b", [])
        field.setFocus()
        QTest.keyClick(field.editor, Qt.Key.Key_Up if isinstance(editor, QComboBox) else Qt.Key.Key_A)
        assert told == ["a" if isinstance(editor, QComboBox) else told[0]]


def test_an_error_stands_under_the_field_and_is_read_with_it(qtbot: QtBot) -> None:
    field = Field("NIK", hint="16 angka", required=True)
    shown(qtbot, field)
    field.show_error("NIK harus 16 angka.")
    assert field.below() == "NIK harus 16 angka."
    assert field.editor.accessibleDescription() == "NIK harus 16 angka."
    assert "wajib" in field.editor.accessibleName()
    field.clear_error()
    assert field.below() == "16 angka"


def test_what_people_typed_is_never_markup(qtbot: QtBot) -> None:
    text = Text("<b>Siti</b> & <script>")
    shown(qtbot, text)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert Elided("<i>x</i>").whole() == "<i>x</i>"


def test_a_tick_row_is_ticked_by_space_and_by_mouse_and_says_how_it_stands(qtbot: QtBot) -> None:
    row, told = TickRow("1", "KTP", detail="fotokopi"), list[bool]()
    row.ticked.connect(told.append)
    shown(qtbot, row)
    assert row.height() >= ROW
    QTest.keyClick(row, Qt.Key.Key_Space)
    row.show_mark("met")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told == [True, False]
    assert row.accessibleName() == "1 · KTP · fotokopi"
    assert row.accessibleDescription() == "☑"


def test_a_stage_keeps_its_content_while_it_says_how_things_stand(qtbot: QtBot) -> None:
    field = Field("Nama")
    stage = Stage(field)
    shown(qtbot, stage)
    field.set_text("Siti")
    stage.show_busy("Menyimpan …", progress=40)
    stage.show_error("Gagal", "Cakram penuh.", "Coba lagi")
    with qtbot.waitSignal(stage.acted):
        stage.panel.button().click()
    stage.show_content()
    assert (stage.showing(), field.text()) == ("content", "Siti")


def test_a_notice_can_be_undone_while_it_stands(qtbot: QtBot) -> None:
    line, undone = BottomLine(), list[str]()
    window = shown(qtbot, line)
    line.tell(Notice("Pendaftaran ditutup.", undo=lambda: undone.append("x")))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["x"]
    assert line.words() == ""


def test_a_new_notice_takes_the_place_of_the_last(qtbot: QtBot) -> None:
    line = BottomLine()
    shown(qtbot, line)
    line.tell(Notice("satu", undo=lambda: None))
    line.tell(Notice("dua", "bad"))
    assert line.words() == "dua"


def test_a_banner_is_never_a_window_of_its_own(qtbot: QtBot) -> None:
    assert not Banner("Perhatian").isVisible()


def test_a_table_asks_for_more_once_and_keeps_its_choice(qtbot: QtBot) -> None:
    model: RowsModel[Line] = RowsModel([Column("Nama", lambda line: line.words, stretch=1)], key=lambda line: line.key)
    table, asked = Table(model, "Daftar"), list[int]()
    model.more_wanted.connect(lambda: asked.append(1))
    shown(qtbot, table)
    model.show_rows([Line("a", "A"), Line("b", "B")], more=True)
    table.choose("b")
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == [1]
    model.append([Line("c", "C")])
    assert not model.canFetchMore(QModelIndex())
    model.show_rows([Line("c", "C"), Line("b", "B2")])
    assert table.current() == Line("b", "B2")
    assert table.rowHeight(0) == ROW


def test_enter_opens_a_row(qtbot: QtBot) -> None:
    model: RowsModel[Line] = RowsModel([Column("Nama", lambda line: line.words)], key=lambda line: line.key)
    table = Table(model, "Daftar")
    shown(qtbot, table)
    model.show_rows([Line("a", "A")])
    table.selectRow(0)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [Line("a", "A")]


def test_a_hundred_thousand_rows_are_shown_at_once(qtbot: QtBot) -> None:
    model: RowsModel[Line] = RowsModel([Column("Nama", lambda line: line.words)], key=lambda line: line.key)
    table = Table(model, "Daftar")
    shown(qtbot, table)
    model.show_rows([Line(str(number), "x") for number in range(100_000)])
    QApplication.processEvents()
    assert model.rowCount() == 100_000


def test_things_that_do_not_fit_go_on_in_the_next_line(qtbot: QtBot) -> None:
    flow = Flow()
    for number in range(8):
        flow.add(Button(f"Tombol {number}"))
    window = shown(qtbot, flow, width=300)
    QApplication.processEvents()
    rights = [widget.geometry().right() for widget in flow.things()]
    assert max(rights) <= flow.width()
    assert len({widget.y() for widget in flow.things()}) > 2
    assert window.width() == 300
