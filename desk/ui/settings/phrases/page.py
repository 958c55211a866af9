"""The list of instructions: typed at the left, at the right as it will be printed, each with its letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk.domain import sheet_words as paper
from desk.domain.phrases import MOST
from desk.domain.sheet_form import PHRASE_KEYS
from desk.language import tr
from desk.ui.dispositions.capture.boxes import TickBox
from desk.ui.kit.banner import Banner
from desk.ui.kit.button import Button
from desk.ui.kit.field import Field
from desk.ui.kit.surface import Card, Scroll, clear, row
from desk.ui.kit.text import Text
from desk.ui.kit.tokens import GRID
from desk.ui.page import Page
from desk.ui.shortcuts import Key

_WIDTH = 860


class PhrasesPage(Page):
    """Shows; decides nothing.

    Signals:
        typed: the list, a phrase a line.
        save_requested, undo_requested: with the reason.
        restore_requested: the list that Desk brings.
    """

    typed = Signal(str)
    save_requested = Signal(str)
    undo_requested = Signal(str)
    restore_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editor = QPlainTextEdit()
        self.editor.setMinimumHeight(GRID * 76)
        hint = tr("Satu baris satu kalimat, paling banyak {most}; urutannya seperti di lembar.", most=MOST)
        self.list = Field(tr("Kalimat yang bisa dicentang"), self.editor, hint=hint)
        self.reason = Field(tr("Alasan perubahan"), required=True)
        self._trouble = Banner("", tone="bad")
        self._save = Button(tr("Simpan"), key=Key.SAVE, kind="primary", icon="save")
        self._undo = Button(tr("Batalkan perubahan terakhir"), kind="quiet", icon="undo-2")
        self._restore = Button(tr("Daftar bawaan Desk"), kind="quiet", icon="refresh-cw")
        self._preview = QVBoxLayout()
        self._preview.setSpacing(0)
        self._lay_out()
        self.list.edited.connect(self.typed)
        self._save.clicked.connect(lambda: self.save_requested.emit(self.reason.text()))
        self._undo.clicked.connect(lambda: self.undo_requested.emit(self.reason.text()))
        self._restore.clicked.connect(self.restore_requested)

    def _lay_out(self) -> None:
        card = Card(tr("Kalimat disposisi"), spacing=GRID * 3)
        card.setMaximumWidth(_WIDTH)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(tr("Seperti tercetak"), role="small", tone="soft"))
        column.addWidget(Text(paper.PHRASES, role="strong"))
        column.addLayout(self._preview)
        column.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 6)
        sides.addWidget(self.list, 1)
        sides.addWidget(shown, 1)
        card.body.addLayout(sides)
        card.body.addWidget(self.reason)
        card.body.addWidget(self._trouble)
        card.body.addLayout(row(self._save, self._restore, self._undo, "stretch"))
        self._trouble.hide()
        scroll = Scroll(tr("Kalimat disposisi"), margins=GRID * 5)
        scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_text(self, text: str) -> None:
        """The list; the reason belongs to the change that is over."""
        self.list.set_text(text)
        self.reason.set_text("")
        self.reason.clear_error()
        self._trouble.show_banner("")

    def show_preview(self, phrases: Sequence[str], problem: str) -> None:
        """As it will be printed, or what is wrong."""
        if problem:
            self.list.show_error(problem)
            return
        self.list.clear_error()
        clear(self._preview)
        for key, phrase in zip(PHRASE_KEYS, phrases, strict=False):
            box = TickBox(key, phrase)
            box.setEnabled(False)
            self._preview.addWidget(box)

    def show_can_save(self, can: bool) -> None:
        """Whether there is something to keep."""
        self._save.setEnabled(can)

    def show_reason_error(self, words: str) -> None:
        """Beside the reason."""
        self.reason.show_error(words)
        self.reason.setFocus()

    def show_trouble(self, words: str) -> None:
        """It couldn't be read or kept."""
        self._trouble.show_banner(words, "bad")

    def arrive(self) -> None:
        """To the list."""
        self.editor.setFocus()
