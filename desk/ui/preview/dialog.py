"""The preview dialog: the paper at the left, where it goes at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.language import tr
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field, choice
from desk.ui.kit.stage import Stage
from desk.ui.kit.surface import row
from desk.ui.kit.text import Rule, Text
from desk.ui.kit.tokens import GRID
from desk.ui.preview.qt_printing import image_of
from desk.ui.preview.sheets import Sheets
from desk.ui.shortcuts import Key

if TYPE_CHECKING:
    from desk.print.raster import Page


class PreviewDialog(QDialog):
    """Shows; decides nothing.

    Signals:
        paper_chosen, printer_chosen: another size or printer.
        print_requested: with the reason for a copy.
        save_requested: the file, and the reason.
        file_asked: 'save as PDF' was pressed; answered by `ask_file` if it may be.
    """

    paper_chosen = Signal(str)
    printer_chosen = Signal(str)
    print_requested = Signal(str)
    save_requested = Signal(object, str)
    file_asked = Signal(str)

    def __init__(self, parent: QWidget, title: str, file_name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._file_name = file_name
        self._sheets = Sheets()
        self._stage = Stage(self._sheets)
        self._title = Text(title, role="title", wrap=True)
        self._pages = Text("", role="small", tone="soft")
        self._copy = Banner("", tone="warn")
        self._trouble = Banner("", tone="bad")
        self._paper = Field(tr("Kertas"), choice(()))
        self._paper.edited.connect(self.paper_chosen)
        self._printer = Field(tr("Pencetak"), choice(()))
        self._printer.edited.connect(self.printer_chosen)
        line = QLineEdit()
        line.setMaxLength(200)
        self._reason = Field(tr("Mengapa dicetak lagi"), line, required=True)
        self._reason.hide()
        self._make_buttons()
        side = self._side()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stage, 1)
        whole.addWidget(side)
        room = parent.size()
        self.resize(min(1040, room.width() - 40), min(720, room.height() - 24))

    def show_papers(self, papers: Sequence[tuple[str, str]], chosen: str) -> None:
        """Sizes to choose from."""
        _fill(self._paper, papers, chosen)

    def show_printers(self, names: Sequence[str], chosen: str, trouble: str) -> None:
        """Printers to choose from, or why there are none."""
        _fill(self._printer, [(name, name) for name in names], chosen)
        self._printer.setEnabled(bool(names))
        self._printer.show_hint(trouble, "warn" if trouble else "quiet")
        self._print.setEnabled(bool(names))
        if not self._reason.isVisible():
            (self._print if names else self._save).setFocus()

    def show_copy(self, words: str) -> None:
        """That this one is a copy."""
        self._copy.show_banner(words, "warn")
        self._reason.setVisible(bool(words))
        if words:
            self._reason.setFocus()

    def show_busy(self, words: str) -> None:
        """Being made."""
        self._stage.show_busy(words)

    def show_pages(self, pages: Sequence[Page], words: str) -> None:
        """The paper."""
        self._sheets.show_pages([image_of(page) for page in pages])
        self._pages.setText(words)
        self._stage.show_content()

    def show_trouble(self, words: str) -> None:
        """It can't be made."""
        self._stage.show_error(tr("Lembar ini tidak dapat dibuat"), words)
        self._print.setEnabled(False)
        self._save.setEnabled(False)

    def show_reason_error(self, words: str) -> None:
        """Beside the reason."""
        self._reason.show_error(words)
        self._reason.setFocus()

    def show_print_error(self, words: str) -> None:
        """It did not print."""
        self._trouble.show_banner(words, "bad")

    def show_printing(self, printing: bool) -> None:
        """No second press meanwhile."""
        self._trouble.show_banner("")
        self._print.setEnabled(not printing)
        self._print.set_words(tr("Mencetak …") if printing else tr("Cetak"))

    def ask_file(self) -> None:
        """Where the file goes."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Simpan PDF"),
            str(Path(folder) / self._file_name),
            "PDF (*.pdf)",
            options=QFileDialog.Option.DontUseNativeDialog if _offscreen() else QFileDialog.Option(0),
        )
        if name:
            self.save_requested.emit(Path(name), self._reason.text())

    def finish(self) -> None:
        """Done."""
        self.accept()

    def _make_buttons(self) -> None:
        self._print = Button(tr("Cetak"), key=Key.PRINT, kind="primary", icon="printer")
        self._print.setDefault(True)
        self._print.clicked.connect(lambda: self.print_requested.emit(self._reason.text()))
        self._save = Button(tr("Simpan PDF …"), key=Key.SAVE_PDF, icon="save")
        self._save.clicked.connect(lambda: self.file_asked.emit(self._reason.text()))
        self._close = Button(tr("Tutup"), icon="x", name=tr("Tutup pratinjau"))
        self._close.clicked.connect(self.reject)

    def _side(self) -> QWidget:
        side = QFrame()
        side.setProperty("surface", "plain")
        side.setFixedWidth(304)
        larger = Button("", kind="quiet", icon="zoom-in", name=tr("Perbesar"))
        larger.clicked.connect(lambda: self._sheets.zoom(1))
        smaller = Button("", kind="quiet", icon="zoom-out", name=tr("Perkecil"))
        smaller.clicked.connect(lambda: self._sheets.zoom(-1))
        fit = Button(tr("Pas"), kind="quiet", name=tr("Paskan seluruh halaman"))
        fit.clicked.connect(lambda: self._sheets.zoom(0))
        column = QVBoxLayout(side)
        column.setContentsMargins(GRID * 5, GRID * 5, GRID * 5, GRID * 5)
        column.setSpacing(GRID * 3)
        column.addWidget(self._title)
        column.addLayout(row(self._pages, "stretch", smaller, fit, larger, spacing=0))
        column.addWidget(Rule())
        for widget in (self._copy, self._reason, self._paper, self._printer, self._trouble):
            column.addWidget(widget)
        column.addStretch(1)
        for button in (self._print, self._save, self._close):
            column.addWidget(button)
        self._copy.hide()
        self._trouble.hide()
        return side


def _fill(field: Field, options: Sequence[tuple[str, str]], chosen: str) -> None:
    box = field.editor
    assert isinstance(box, QComboBox)
    box.clear()
    for value, words in options:
        box.addItem(words, value)
    field.set_text(chosen)


def _offscreen() -> bool:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 (asked once, on saving)

    return QGuiApplication.platformName() == "offscreen"
