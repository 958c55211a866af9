"""Qt's own dialogs speak Indonesian, and English where the window does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk.language import speak
from desk.ui.qt_words import QtWords

BUTTONS = QDialogButtonBox.StandardButton


@pytest.fixture
def _words(qapp: QApplication) -> Iterator[None]:
    words = QtWords()
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


@pytest.mark.usefixtures("_words")
def test_standard_buttons_are_indonesian(qtbot: QtBot) -> None:
    box = QDialogButtonBox(BUTTONS.Save | BUTTONS.Cancel | BUTTONS.Yes | BUTTONS.No | BUTTONS.Close | BUTTONS.Retry)
    qtbot.addWidget(box)
    said = {button.text().replace("&", "") for button in box.buttons()}
    assert said == {"Simpan", "Batal", "Ya", "Tidak", "Tutup", "Coba lagi"}


@pytest.mark.usefixtures("_words")
def test_the_file_dialog_is_indonesian(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    said = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Cari di:", "Jenis berkas:"} <= said


@pytest.mark.usefixtures("_words")
def test_the_menu_of_a_field_is_indonesian(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    said = " ".join(action.text().replace("&", "") for action in field.createStandardContextMenu().actions())
    assert all(word in said for word in ("Salin", "Tempel", "Pilih semua"))


@pytest.mark.usefixtures("_words")
def test_an_english_window_has_english_dialogs(qtbot: QtBot) -> None:
    speak("en")
    box = QDialogButtonBox(BUTTONS.Save)
    qtbot.addWidget(box)
    assert box.button(BUTTONS.Save).text().replace("&", "") == "Save"
