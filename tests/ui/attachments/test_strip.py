"""The strip in a window, on a real counter: dropped, pasted, scanned, opened large, by mouse and by keyboard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.event import CaseId
from desk.services import attachments, media
from desk.services.counter import Counter
from desk.ui.attachments.picker import ScanPicker
from desk.ui.attachments.screen import build_strip
from desk.ui.attachments.strip import AttachmentStrip
from desk.ui.attachments.tiles import TILE_ROLE
from desk.ui.attachments.viewer import Viewer
from desk.ui.jobs import Jobs
from desk.ui.kit.banner import Notice
from desk.ui.preferences import PreferenceFile, Preferences
from desk.ui.workplace import Workplace
from tests.scans import letter, noisy, photo
from tests.ui.house import LONG_NAME, person, take_in
from tests.ui.walk import clipped, nameless, outside

W = TypeVar("W", bound=QWidget)
SERVICE, GUARDED = "pasuruan/08", "pasuruan/01"


class Room:
    """A strip alone in a window, and what was told below it."""

    def __init__(self, counter: Counter, folder: Path, qtbot: QtBot) -> None:
        self.counter, self.jobs, self.told, self.qtbot = counter, Jobs(), list[Notice](), qtbot
        self.preferences = PreferenceFile(folder / "preferences.json")
        self.strip = AttachmentStrip()

    def build(self, *, read_only: bool = False) -> AttachmentStrip:
        workplace = Workplace(
            counter=self.counter,
            jobs=self.jobs,
            tell=self.told.append,
            preview=lambda _request: None,
            go=lambda _place, _reference="": None,
            changed=lambda: None,
            preferences=self.preferences,
        )
        self.strip = build_strip(workplace, read_only=read_only)
        self.qtbot.addWidget(self.strip)
        self.strip.resize(420, 700)
        self.strip.show()
        self.strip.activateWindow()
        self.qtbot.waitUntil(self.strip.isActiveWindow)
        return self.strip

    def show(self, case_id: str) -> None:
        self.strip.show_case(case_id)
        self.settle()

    def settle(self) -> None:
        self.qtbot.wait(30)
        self.qtbot.waitUntil(lambda: not self.jobs.busy())
        QApplication.processEvents()

    def names(self) -> list[str]:
        model = self.strip.grid.model()
        return [model.index(row, 0).data(TILE_ROLE).name for row in range(model.rowCount())]

    def dialog(self, kind: type[W]) -> W:
        (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        return found


@pytest.fixture
def room(counter: Counter, tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """The strip's room; nothing of it is left afterwards."""
    made = Room(counter, tmp_path, qtbot)
    yield made
    made.jobs.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def case_id(counter: Counter) -> CaseId:
    return take_in(counter, SERVICE, person("Siti Aminah", 1), complete=True)


def attached(counter: Counter, case_id: CaseId, name: str = "KTP.jpg", body: bytes | None = None) -> str:
    return attachments.add(counter, case_id, media.prepare(name, body or photo())).attachment.id


def held(*paths: Path, image: QImage | None = None) -> QMimeData:
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if image is not None:
        data.setImageData(image)
    return data


def drop(strip: AttachmentStrip, data: QMimeData) -> bool:
    """Drag it in and let go; whether it was taken."""
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, nothing)
    entering.ignore()
    QApplication.sendEvent(strip, entering)
    if not entering.isAccepted():
        return False
    dropped = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, nothing)
    QApplication.sendEvent(strip, dropped)
    return dropped.isAccepted()


def picture() -> QImage:
    image = QImage(50, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return image


def test_a_dropped_photo_is_attached_with_enter(room: Room, case_id: CaseId, tmp_path: Path) -> None:
    path = tmp_path / "sktm.jpg"
    path.write_bytes(photo())
    strip = room.build()
    room.show(case_id)
    assert drop(strip, held(path))
    room.settle()
    assert strip.panel.isVisible()
    QTest.keyClicks(strip.panel._note.editor, "dari desa")
    QTest.keyClick(strip.panel._note.editor, Qt.Key.Key_Return)
    room.settle()
    assert not strip.panel.isVisible()
    (found,) = attachments.of_case(room.counter, case_id)
    assert (found.name, found.requirement, found.note) == ("sktm.jpg", "sktm", "dari desa")
    assert room.names() == ["sktm.jpg"]
    assert room.told[-1].words == "sktm.jpg dilampirkan."


def test_what_can_t_be_attached_is_not_taken_when_it_is_dropped(room: Room, case_id: CaseId) -> None:
    strip = room.build()
    room.show(case_id)
    text = QMimeData()
    text.setText("bukan berkas")
    web = QMimeData()
    web.setUrls([QUrl("https://contoh.id/foto.jpg")])
    assert not drop(strip, text)
    assert not drop(strip, web)
    assert not strip.panel.isVisible()


def test_a_dropped_text_file_is_refused_beside_the_strip_and_left_out_with_escape(
    room: Room, case_id: CaseId, tmp_path: Path
) -> None:
    path = tmp_path / "surat.jpg"
    path.write_bytes(b"bukan foto")
    strip = room.build()
    room.show(case_id)
    drop(strip, held(path))
    room.settle()
    assert "bukan foto, pindaian, atau PDF" in strip.panel._trouble.words()
    QTest.keyClick(strip.panel, Qt.Key.Key_Escape)
    assert not strip.panel.isVisible()


def test_ctrl_v_attaches_what_was_copied_and_says_when_there_is_nothing(room: Room, case_id: CaseId) -> None:
    strip = room.build()
    room.show(case_id)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("hanya teks")
    QTest.keyClick(strip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Papan klip tidak berisi gambar" in room.told[-1].words
    clipboard.setMimeData(held(image=picture()))
    QTest.keyClick(strip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    QTest.keyClick(strip.panel, Qt.Key.Key_Return)
    room.settle()
    (found,) = attachments.of_case(room.counter, case_id)
    assert (found.media, found.pixels) == ("image/png", (50, 40))
    assert found.name == "Tempelan 20-11-2026 09.30.png"
    clipboard.clear()


def test_ctrl_v_in_a_field_pastes_text_into_the_field(room: Room, case_id: CaseId) -> None:
    strip = room.build()
    room.show(case_id)
    strip.picture_given.emit(photo)
    room.settle()
    QGuiApplication.clipboard().setText("dari papan klip")
    line = strip.panel._note.editor
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "dari papan klip"
    assert room.told == []
    QGuiApplication.clipboard().clear()


def test_files_are_chosen_from_the_disk(
    room: Room, case_id: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.pdf", "b.jpg"):
        (tmp_path / name).write_bytes(letter() if name == "a.pdf" else photo())
    chosen = [str(tmp_path / "a.pdf"), str(tmp_path / "b.jpg")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (chosen, ""))
    strip = room.build()
    room.show(case_id)
    strip._add.click()
    for _ in chosen:
        room.settle()
        strip.panel._attach.click()
        strip.panel._attach.click()
        room.qtbot.wait(450)
    room.settle()
    assert room.names() == ["a.pdf", "b.jpg"]


def test_a_large_photo_is_made_smaller_when_the_box_is_ticked(room: Room, case_id: CaseId, tmp_path: Path) -> None:
    path = tmp_path / "rumah.jpg"
    path.write_bytes(noisy(2400, 1600, quality=92))
    strip = room.build()
    room.show(case_id)
    drop(strip, held(path))
    room.settle()
    box = strip.panel._smaller
    assert box.isVisible()
    assert "Perkecil menjadi" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(strip.panel, Qt.Key.Key_Return)
    room.settle()
    (found,) = attachments.of_case(room.counter, case_id)
    assert found.shrunk_from == path.stat().st_size
    assert found.pixels == (2000, 1333)


def test_a_paper_is_opened_large_turned_and_closed_by_keys(room: Room, case_id: CaseId, tmp_path: Path) -> None:
    attached(room.counter, case_id)
    attached(room.counter, case_id, "surat.pdf", letter(3))
    before = sorted(path for path in room.counter.store.home.folder.rglob("*") if path.is_file())
    strip = room.build()
    room.show(case_id)
    strip.grid.setFocus()
    QTest.keyClick(strip.grid, Qt.Key.Key_End)
    QTest.keyClick(strip.grid, Qt.Key.Key_Return)
    room.settle()
    viewer = room.dialog(Viewer)
    assert viewer._name.whole() == "surat.pdf"
    assert viewer._pages.text() == "Halaman 1 dari 3"
    QTest.keyClick(viewer._sheets, Qt.Key.Key_PageDown)
    room.settle()
    assert viewer._pages.text() == "Halaman 2 dari 3"
    small = viewer._sheets._paper.scale
    QTest.keyClicks(viewer._sheets, "+")
    assert viewer._sheets._paper.scale > small
    QTest.keyClicks(viewer._sheets, "0")
    assert viewer._sheets._paper.scale == small
    QTest.keyClick(viewer._sheets, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert viewer._name.whole() == "KTP.jpg"
    assert nameless(viewer) == []
    assert outside(viewer) == []
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    assert sorted(path for path in room.counter.store.home.folder.rglob("*") if path.is_file()) == before
    assert not any(tmp_path.glob("*.pdf"))


def test_a_guarded_paper_shows_a_lock_and_says_that_looking_is_noted(room: Room) -> None:
    case_id = take_in(room.counter, GUARDED, person("Siti Aminah", 1), complete=True)
    attached(room.counter, case_id)
    strip = room.build()
    room.show(case_id)
    assert strip.grid.model().index(0, 0).data(TILE_ROLE).icon == "lock"
    assert not strip.grid._model._pictures
    strip.grid.setFocus()
    QTest.keyClick(strip.grid, Qt.Key.Key_Return)
    room.settle()
    viewer = room.dialog(Viewer)
    assert viewer._guarded is not None
    assert "dicatat" in viewer._guarded.words()
    viewer.reject()
    with room.counter.store.read() as connection:
        assert connection.exec_driver_sql("SELECT action FROM audit").scalars() == ["look", "attachment"]


def test_a_lost_paper_is_said_in_the_large_view(room: Room, case_id: CaseId) -> None:
    attached(room.counter, case_id)
    (found,) = attachments.of_case(room.counter, case_id)
    room.counter.store.files.place(found.hash).unlink()
    strip = room.build()
    room.show(case_id)
    strip.open_requested.emit(found.id)
    room.settle()
    viewer = room.dialog(Viewer)
    assert "tidak terbaca" in viewer._stage.panel.words()[1]
    viewer.reject()


def test_delete_takes_a_paper_off_with_its_reason_and_undo_brings_it_back(room: Room, case_id: CaseId) -> None:
    attached(room.counter, case_id)
    strip = room.build()
    room.show(case_id)
    strip.grid.setFocus()
    QTest.keyClick(strip.grid, Qt.Key.Key_Delete)
    line = strip.reason._reason.editor
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.settle()
    assert "Tulis alasan" in strip.reason._reason.below()
    QTest.keyClicks(line, "salah orang")
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.settle()
    assert room.names() == []
    assert strip._stated.isVisible()
    undo = room.told[-1].undo
    assert undo is not None
    undo()
    room.settle()
    assert room.names() == ["KTP.jpg"]


def test_a_copy_is_saved_where_the_officer_says(
    room: Room, case_id: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached(room.counter, case_id)
    target = tmp_path / "salinan.jpg"
    asked: list[str] = []

    def where(_parent: QWidget, _title: str, name: str, **_: object) -> tuple[str, str]:
        asked.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    strip = room.build()
    room.show(case_id)
    strip.grid.setFocus()
    strip._save.click()
    room.settle()
    assert asked == ["KTP.jpg"]
    assert target.read_bytes() == photo()
    assert "tidak tersandi" in room.told[-1].words


def test_a_read_only_strip_shows_and_opens_but_takes_nothing(room: Room, case_id: CaseId, tmp_path: Path) -> None:
    attached(room.counter, case_id)
    path = tmp_path / "a.jpg"
    path.write_bytes(photo())
    strip = room.build(read_only=True)
    room.show(case_id)
    strip.grid.setFocus()
    assert not drop(strip, held(path))
    assert not strip._in.isVisible()
    assert strip._open.isVisible()
    assert not strip._remove.isVisible()
    QTest.keyClick(strip.grid, Qt.Key.Key_Delete)
    assert not strip.reason.isVisible()


def until_listed(room: Room, picker: ScanPicker, *names: str) -> None:
    room.qtbot.waitUntil(lambda: [entry.name for entry in picker._model.rows] == list(names), timeout=8000)
    room.settle()


def test_a_scan_is_taken_from_the_scanner_s_folder_as_it_comes_and_deleted_afterwards(
    room: Room, case_id: CaseId, tmp_path: Path
) -> None:
    folder = tmp_path / "pindaian"
    folder.mkdir()
    strip = room.build()
    room.show(case_id)
    strip._scan.click()
    picker = room.dialog(ScanPicker)
    assert picker._stage.showing() == "Folder pemindai belum dipilih"
    picker.folder_chosen.emit(folder)
    room.settle()
    assert PreferenceFile(tmp_path / "preferences.json").now.scan_folder == str(folder)
    assert picker._stage.showing() == "Belum ada hasil pindaian"
    old, new = folder / "SCAN1.jpg", folder / "SCAN2.jpg"
    old.write_bytes(photo(colour="red"))
    os.utime(old, (1000, 1000))
    new.write_bytes(photo())
    until_listed(room, picker, "SCAN2.jpg", "SCAN1.jpg")
    assert nameless(picker) == []
    room.qtbot.waitUntil(picker._take.isEnabled)
    QTest.keyClick(picker.list, Qt.Key.Key_Return)
    room.settle()
    assert not any(isinstance(one, ScanPicker) for one in QApplication.topLevelWidgets())
    QTest.keyClick(strip.panel, Qt.Key.Key_Return)
    room.settle()
    assert room.names() == ["SCAN2.jpg"]
    assert room.told[-1].act is not None
    room.told[-1].act()
    room.settle()
    assert (old.exists(), new.exists()) == (True, False)


def test_a_scanner_s_folder_that_is_gone_is_said_and_another_can_be_chosen(
    room: Room, case_id: CaseId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.preferences.change(Preferences(scan_folder=str(tmp_path / "hilang")))
    strip = room.build()
    room.show(case_id)
    strip._scan.click()
    room.settle()
    picker = room.dialog(ScanPicker)
    assert "tidak bisa dibaca" in picker._stage.panel.words()[1]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    picker._other.click()
    room.settle()
    assert room.preferences.now.scan_folder == str(tmp_path)
    picker.reject()


@pytest.mark.parametrize("state", ["tiles", "staged", "reason", "empty"])
def test_everything_has_a_name_fits_and_is_reached_by_tab(room: Room, case_id: CaseId, state: str) -> None:
    if state != "empty":
        attached(room.counter, case_id, f"{LONG_NAME}.jpg")
    strip = room.build()
    strip.resize(360, 700)
    room.show(case_id)
    if state == "staged":
        strip.picture_given.emit(photo)
        room.settle()
    elif state == "reason":
        strip.remove_requested.emit(attachments.of_case(room.counter, case_id)[0].id)
    QApplication.processEvents()
    assert nameless(strip) == []
    assert clipped(strip) == []
    reached: set[str] = set()
    strip._add.setFocus()
    for _ in range(12):
        focus = QApplication.focusWidget()
        reached.add(focus.accessibleName() if focus is not None else "")
        QTest.keyClick(focus or strip, Qt.Key.Key_Tab)
    wanted = {
        "tiles": {"Pilih berkas untuk dilampirkan", "Lampiran", "Buka lampiran yang dipilih"},
        "staged": {"Untuk", "Catatan", "Lampirkan", "Batal melampirkan berkas ini"},
        "reason": {"Alasan (wajib)", "Lepas dari berkas", "Batal melepas lampiran"},
        "empty": {"Pilih berkas untuk dilampirkan", "Ambil dari folder pemindai"},
    }[state]
    assert wanted <= reached


def test_a_strip_tells_a_screen_reader_what_each_paper_is(room: Room, case_id: CaseId) -> None:
    attached(room.counter, case_id, "surat.pdf", letter(3))
    strip = room.build()
    room.show(case_id)
    said = strip.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("surat.pdf, 3 hal., ")


def test_the_scan_folder_is_kept_beside_the_other_preferences(tmp_path: Path) -> None:
    kept = PreferenceFile(tmp_path / "p.json")
    kept.change(replace(kept.now, scan_folder="/pindaian", theme="dark"))
    assert PreferenceFile(tmp_path / "p.json").now == Preferences(scan_folder="/pindaian", theme="dark")
