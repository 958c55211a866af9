"""Layanan by keyboard alone, on a real counter: edit, correct, take back, look, compare; on a small screen too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.services import drafts, packs
from desk.ui.catalogue import opening
from desk.ui.catalogue.compare.needing import NeedingPage
from desk.ui.catalogue.compare.view import ComparePage
from desk.ui.catalogue.doubts.note import DoubtNote
from desk.ui.catalogue.doubts.view import DoubtsPage
from desk.ui.catalogue.edit.view import EditPage
from desk.ui.catalogue.history.view import HistoryPage
from desk.ui.catalogue.packs.view import PackPage
from desk.ui.catalogue.page import CataloguePage
from desk.ui.kit.button import PAUSE_MS
from desk.ui.kit.text import Text
from desk.ui.preview.dialog import PreviewDialog
from desk.ui.session import Session
from tests.ui.conftest import OpenSession
from tests.ui.walk import clipped, nameless, outside

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Somebody at the keyboard."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        session.frame.go("catalogue")
        self.settle()
        page = session.frame.here()
        assert isinstance(page, CataloguePage)
        self.page = page
        workplace = session.workplace
        assert workplace is not None
        self.counter = workplace.counter

    def settle(self) -> None:
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.session.jobs.busy(), timeout=20_000)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Hands:
        handle = self.session.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)
        self.settle()
        return self

    def write(self, text: str) -> Hands:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        self.settle()
        return self

    def front(self) -> QWidget:
        return self.page.in_front()

    def bottom(self) -> str:
        return self.session.frame.bottom.words()


@pytest.fixture
def hands(open_session: OpenSession, qtbot: QtBot) -> Hands:
    return Hands(open_session(full=False), qtbot)


def test_a_requirement_is_changed_and_saved_without_the_mouse(hands: Hands) -> None:
    hands.press(Qt.Key.Key_E, CTRL)
    assert isinstance(hands.front(), EditPage)
    hands.press(Qt.Key.Key_Down).press(Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    hands.write(" dan sah").press(Qt.Key.Key_F9).write("Ditegaskan").press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    assert hands.counter.catalogue.service("pasuruan/01").requirements[0].text.endswith("tahun dan sah")
    assert packs.versions(hands.counter, "pasuruan/01")[0].reason == "Ditegaskan"
    assert "versi baru" in hands.bottom()


def test_what_was_saved_is_undone_from_the_bottom_line(hands: Hands) -> None:
    before = hands.counter.catalogue.service("pasuruan/01").requirements[0].text
    hands.press(Qt.Key.Key_E, CTRL).press(Qt.Key.Key_Down).press(Qt.Key.Key_Return).write(" lagi")
    hands.press(Qt.Key.Key_F9).write("Salah ketik").press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert hands.counter.catalogue.service("pasuruan/01").requirements[0].text == before
    assert len(packs.versions(hands.counter, "pasuruan/01")) == 2


def test_ctrl_z_takes_back_what_was_typed_and_ctrl_shift_z_brings_it_again(hands: Hands) -> None:
    hands.press(Qt.Key.Key_E, CTRL).press(Qt.Key.Key_Down).press(Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    before = field.toPlainText()
    hands.write(" abc").press(Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == before
    hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert field.toPlainText() == f"{before} abc"


def test_leaving_asks_nothing_and_loses_nothing(hands: Hands) -> None:
    hands.press(Qt.Key.Key_E, CTRL).press(Qt.Key.Key_Down).press(Qt.Key.Key_Return).write(" draf")
    hands.press(Qt.Key.Key_Escape)
    assert hands.front() is hands.page.reading
    kept = [draft for draft in drafts.kept(hands.counter) if draft.body.get("screen") == "catalogue"]
    assert [draft.body["service"] for draft in kept] == ["pasuruan/01"]
    hands.qtbot.wait(PAUSE_MS + 50)
    hands.press(Qt.Key.Key_E, CTRL).press(Qt.Key.Key_Down).press(Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText().endswith(" draf")


def test_adding_moving_and_taking_away_by_keys(hands: Hands) -> None:
    count = len(hands.counter.catalogue.service("pasuruan/01").requirements)
    hands.press(Qt.Key.Key_E, CTRL).press(Qt.Key.Key_Down).press(Qt.Key.Key_N, CTRL)
    hands.write("Surat baru")
    hands.page.edit.arrive()
    hands.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    hands.press(Qt.Key.Key_F9).write("Ditambah").press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    service = hands.counter.catalogue.service("pasuruan/01")
    assert len(service.requirements) == count + 1
    assert service.requirements[0].text == "Surat baru"
    hands.qtbot.wait(PAUSE_MS + 50)
    hands.press(Qt.Key.Key_E, CTRL).press(Qt.Key.Key_Down).press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_F9).write("Dihapus lagi").press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    assert len(hands.counter.catalogue.service("pasuruan/01").requirements) == count


def test_a_correction_shows_both_readings_and_is_withdrawn(hands: Hands) -> None:
    printed = hands.counter.catalogue.printed["pasuruan/01"].product
    hands.press(Qt.Key.Key_B, CTRL)
    hands.page.edit.section_chosen.emit("product")
    hands.page.edit.typed.emit(("product",), "Rekomendasi Adopsi")
    hands.press(Qt.Key.Key_F9).write("Disamakan dengan judul").press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    hands.settle()
    assert [c.component for c in hands.counter.catalogue.service("pasuruan/01").corrections] == ["product"]
    labels = [label.text() for label in hands.page.reading.sheet.findChildren(Text)]
    assert printed in labels
    assert "Rekomendasi Adopsi" in labels
    assert any("karena Disamakan dengan judul" in label for label in labels)
    hands.page.reading.sheet.withdraw_requested.emit(0)
    hands.settle()
    assert hands.counter.catalogue.service("pasuruan/01").product == printed


def test_enter_on_a_doubt_in_the_margin_goes_to_its_place(hands: Hands) -> None:
    hands.qtbot.waitUntil(lambda: bool(hands.page.reading.sheet.findChildren(DoubtNote)))
    note = hands.page.reading.sheet.findChildren(DoubtNote)[0]
    note.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert isinstance(hands.front(), EditPage)


def test_all_doubts_are_listed_filtered_and_opened(hands: Hands) -> None:
    hands.press(Qt.Key.Key_D, CTRL)
    page = hands.front()
    assert isinstance(page, DoubtsPage)
    everything = page._model.rowCount()
    page.service_chosen.emit("pasuruan/12")
    assert 0 < page._model.rowCount() < everything
    hands.press(Qt.Key.Key_Return)
    assert isinstance(hands.front(), EditPage)
    chosen = hands.page.edit._title.whole()
    assert chosen == hands.counter.catalogue.service("pasuruan/12").title


def test_history_prints_the_list_as_an_earlier_version_had_it_and_goes_back(hands: Hands) -> None:
    raw = packs.raw_service(hands.counter.catalogue, "pasuruan/01")
    packs.save_service(hands.counter, "pasuruan/01", {**raw, "title": "Satu"}, "pertama")
    packs.save_service(hands.counter, "pasuruan/01", {**raw, "title": "Dua"}, "kedua")
    hands.page.on_changed()
    hands.press(Qt.Key.Key_H, CTRL)
    page = hands.front()
    assert isinstance(page, HistoryPage)
    assert page._model.rowCount() == 3
    hands.press(Qt.Key.Key_Down).press(Qt.Key.Key_F6)
    dialog = hands.session.window.findChildren(PreviewDialog)[-1]
    assert "versi 1" in dialog.windowTitle()
    assert "Satu" in dialog.windowTitle()
    hands.qtbot.waitUntil(lambda: not hands.session.jobs.busy())
    dialog.reject()
    page.undo_requested.emit("salah")
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    assert hands.counter.catalogue.service("pasuruan/01").title == "Satu"


def test_a_retired_service_is_found_in_the_menu_and_comes_back(hands: Hands) -> None:
    hands.press(Qt.Key.Key_H, CTRL)
    page = hands.front()
    assert isinstance(page, HistoryPage)
    page.retire_requested.emit("tidak dilayani lagi")
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    hands.settle()
    assert hands.counter.catalogue.find("pasuruan/01") is None
    hands.press(Qt.Key.Key_O, CTRL)
    menu = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMenu) and widget.isVisible())
    action = next(action for action in menu.actions() if action.text().startswith("Dicabut: "))
    action.trigger()
    menu.close()
    hands.settle()
    page.undo_requested.emit("dilayani lagi")
    hands.qtbot.waitUntil(lambda: hands.counter.catalogue.find("pasuruan/01") is not None)


def test_one_service_is_compared_with_its_like(hands: Hands) -> None:
    hands.press(Qt.Key.Key_R, CTRL)
    page = hands.front()
    assert isinstance(page, ComparePage)
    chosen = {office: field.text() for office, field in page._choosers.items()}
    assert chosen == {
        "kotabaru": "kotabaru/10", "lubuklinggau": "lubuklinggau/05", "mesuji": "mesuji/02", "oku-selatan": ""
    }  # fmt: skip


def test_who_asks_for_a_paper(hands: Hands) -> None:
    hands.page.reading.sheet.paper_asked.emit("skck")
    page = hands.front()
    assert isinstance(page, NeedingPage)
    assert page._model.rowCount() == 3
    hands.press(Qt.Key.Key_Down).press(Qt.Key.Key_Return)
    assert hands.front() is hands.page.reading
    assert not hands.page.reading._edit.isEnabled()


def test_a_pack_is_sent_changed_and_taken_in(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pasuruan.json"
    monkeypatch.setattr(opening, "ask_target", lambda *_: file)
    monkeypatch.setattr(opening, "ask_source", lambda *_: file)
    hands.page.act_requested.emit("export")
    hands.settle()
    file.write_bytes(file.read_bytes().replace(b"Dinas Sosial Kabupaten Pasuruan", b"Dinas Sosial Kab. Pasuruan"))
    file.write_bytes(file.read_bytes().replace(b"Bidang Rehabilitasi Sosial", b"Bidang Rehsos"))
    hands.page.act_requested.emit("import")
    hands.settle()
    page = hands.front()
    assert isinstance(page, PackPage)
    assert page._model.rowCount() > 5
    page.take_requested.emit("")
    assert "alasan" in page._reason.below().lower()
    page.take_requested.emit("Nama bidang baru")
    hands.qtbot.waitUntil(lambda: hands.front() is hands.page.reading)
    assert hands.counter.catalogue.service("pasuruan/01").division == "Bidang Rehsos"


def test_a_file_that_is_no_pack_is_refused_in_words(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lain.json"
    file.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(opening, "ask_source", lambda *_: file)
    hands.page.act_requested.emit("import")
    hands.settle()
    page = hands.front()
    assert isinstance(page, PackPage)
    assert page._stage.showing() == "Paket ini tidak dapat dipakai"
    assert not page._take.isVisible()


def test_a_pack_for_another_office(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "malang.json"
    monkeypatch.setattr(opening, "ask_target", lambda *_: file)
    hands.page.act_requested.emit("pack")
    page: Any = hands.front()
    page.make_requested.emit({})
    assert page._fields["name"].below()
    values = {
        "name": "Dinas Sosial Kabupaten Malang", "region": "Kabupaten Malang", "region_code": "35.07",
        "province": "Jawa Timur", "city": "Kepanjen", "address": "Jl. Panji 119",
    }  # fmt: skip
    page.make_requested.emit(values)
    hands.settle()
    pack = packs.read_pack(file.read_bytes())
    assert pack["slug"] == "malang"
    packs.import_pack(hands.counter, file.read_bytes(), "coba")
    assert hands.counter.catalogue.office("malang").timezone == "Asia/Jakarta"


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
def test_nothing_is_nameless_cut_or_out_of_reach(
    open_session: OpenSession, qtbot: QtBot, size: tuple[int, int]
) -> None:
    hands = Hands(open_session(full=False, size=size), qtbot)
    longest = max(hands.counter.catalogue.services("pasuruan"), key=lambda one: len(one.every_requirement()))
    hands.page.open(longest.id)
    found: list[str] = []

    def look() -> None:
        hands.settle()
        front = hands.front()
        found.extend([*nameless(front), *clipped(front), *outside(front)])

    look()
    for name in ("doubts", "history", "compare", "shipped", "pack"):
        hands.page.act_requested.emit(name)
        look()
        hands.press(Qt.Key.Key_Escape)
        assert hands.front() is hands.page.reading
    for name in ("edit", "correct"):
        hands.page.act_requested.emit(name)
        for section in ("title", "requirements", "route", "duration", "complaints", "executors", "keywords"):
            hands.page.edit.section_chosen.emit(section)
            look()
        hands.page.edit.section_chosen.emit("requirements")
        hands.page.edit.arrive()
        for _ in range(9):
            hands.press(Qt.Key.Key_Down)
            look()
        hands.press(Qt.Key.Key_Escape)
    assert found == []
